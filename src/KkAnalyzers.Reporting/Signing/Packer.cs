namespace KkAnalyzers.Reporting.Signing;

/// <param name="Checks">What was looked at; nothing is written when one of them is not in order.</param>
/// <param name="Manifest">What went in.</param>
internal sealed record PackResult(IReadOnlyList<Check> Checks, Manifest? Manifest);

/// <summary>Puts a report folder, and the evidence when that is asked, into one zip file. The same content gives the same bytes.</summary>
internal static class Packer
{
    /// <summary>The first day that a zip file can name.</summary>
    public static readonly DateTime FirstDay = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="folder">The report folder.</param>
    /// <param name="target">The zip file.</param>
    /// <param name="declaration">The declaration whose evidence goes along; null for none.</param>
    /// <param name="time">Time of all entries.</param>
    /// <exception cref="ProblemException">There is no report, or the zip file would land inside it.</exception>
    public static PackResult Pack(string folder, string target, string? declaration, DateTime time)
    {
        if (!File.Exists(Path.Combine(folder, ReportFolder.Json)))
            throw new ProblemException("dossier.no-report", ProblemException.Shown(folder));
        if (Path.GetFullPath(target).StartsWith(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new ProblemException("pack.inside", ProblemException.Shown(target));

        var report = Report.Read(Path.Combine(folder, ReportFolder.Json));
        var checks = new List<Check>();
        var files = FolderFiles.Names(folder).Select(n => (Name: $"{Dossier.Report}/{n}", Part: PartOf(n), Path: Path.Combine(folder, n))).ToList();
        if (files.All(f => f.Part != DossierPart.Signature))
            checks.Add(Check.Note("signature", "pack.unsigned"));
        if (declaration is not null)
        {
            var evidence = EvidenceFiles.Of(report, declaration);
            checks.AddRange(evidence.Checks);
            if (checks.Any(c => c.Result == CheckResult.NotOk))
                return new(checks, null);
            files.Add(($"{Dossier.Evidence}/{Path.GetFileName(declaration)}", DossierPart.Declaration, declaration));
            files.AddRange(evidence.Files.Select(f => ($"{Dossier.Evidence}/{f.Name}", DossierPart.Evidence, f.Path)));
        }

        foreach (var (name, _, _) in files)
        {
            if (SafePath.Problem(name) is { } problem)
                throw new RefusedException(problem, ProblemException.Shown(name));
        }

        var manifest = new Manifest
        {
            Product = report.Product?.Name,
            ProductVersion = report.Product?.Version,
            Entries = [.. files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new ManifestEntry(f.Name, f.Part, MediaTypes.Of(f.Name), new FileInfo(f.Path).Length, FolderFiles.Sha256(f.Path)))],
        };
        Write(target, files.ToDictionary(f => f.Name, f => f.Path, StringComparer.Ordinal), JsonFile.Bytes(manifest), time);
        return new(checks, manifest);
    }

    private static DossierPart PartOf(string name) =>
        name == ReportFolder.Summary ? DossierPart.Label
        : name == Dossier.Signature ? DossierPart.Signature
        : name.StartsWith("inputs/", StringComparison.Ordinal) ? DossierPart.Inputs
        : DossierPart.Report;

    private static void Write(string target, Dictionary<string, string> files, byte[] manifest, DateTime time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var temporary = target + ".tmp";
        try
        {
            using (var output = new FileStream(temporary, FileMode.Create))
            {
                var zip = new ZipWriter(output, time);
                foreach (var name in files.Keys.Append(Dossier.Manifest).Order(StringComparer.Ordinal))
                    zip.Add(name, () => name == Dossier.Manifest ? new MemoryStream(manifest) : File.OpenRead(files[name]));
                zip.Finish();
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
