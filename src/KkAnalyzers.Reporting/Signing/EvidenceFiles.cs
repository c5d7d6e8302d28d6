namespace KkAnalyzers.Reporting.Signing;

/// <summary>Compares the declaration and the files of its evidence with what the report says about them.</summary>
/// <param name="Checks">One for the declaration, one for the files that agree, and one per file that does not.</param>
/// <param name="Files">The files that agree, by their name in the declaration.</param>
internal sealed record EvidenceFiles(IReadOnlyList<Check> Checks, IReadOnlyList<(string Name, string Path)> Files)
{
    /// <summary>What a check is about where a file is not there at all.</summary>
    public const string Missing = "evidence-missing";

    private const string About = "evidence";

    /// <summary>Files that counted as evidence when the report was made, each once.</summary>
    public static IReadOnlyList<EvidenceData> Named(Report report) =>
        [.. report.Evidence.Select(e => e.Evidence).Where(e => e is { File: not null, Status: "file" }).DistinctBy(e => e.File, StringComparer.Ordinal).OrderBy(e => e.File, StringComparer.Ordinal)];

    /// <param name="report">The report.</param>
    /// <param name="declaration">Path of the declaration; files are looked for in its folder only.</param>
    public static EvidenceFiles Of(Report report, string declaration)
    {
        var shown = ProblemException.Shown(Path.GetFileName(declaration));
        if (!File.Exists(declaration))
            return new([Check.NotOk("declaration", "verify.file-missing", shown)], []);

        var digest = FolderFiles.Sha256(declaration);
        var checks = new List<Check>
        {
            report.Declarations.Any(d => d.Sha256 == digest)
                ? Check.Ok("declaration", "verify.declaration", shown)
                : Check.NotOk("declaration", "verify.declaration-differs", shown, ProblemException.Shown(string.Join(", ", report.Declarations.Select(d => d.Sha256))), digest),
        };

        var folder = Path.GetDirectoryName(Path.GetFullPath(declaration))!;
        var files = new List<(string, string)>();
        foreach (var evidence in Named(report))
        {
            var name = ProblemException.Shown(evidence.File);
            if (SafePath.Inside(folder, evidence.File!) is not { } path)
                checks.Add(Check.NotOk(About, "verify.evidence-outside", name));
            else if (!File.Exists(path))
                checks.Add(Check.NotOk(Missing, "verify.evidence-missing", name, ProblemException.Shown(evidence.Title)));
            else if (FolderFiles.Sha256(path) is var actual && actual != evidence.Sha256)
                checks.Add(Check.NotOk(About, "verify.evidence-changed", name, ProblemException.Shown(evidence.Title), ProblemException.Shown(evidence.Sha256), actual));
            else
                files.Add((evidence.File!, path));
        }

        if (files.Count > 0)
            checks.Add(Check.Ok(About, "verify.evidence", files.Count));
        return new(checks, files);
    }
}
