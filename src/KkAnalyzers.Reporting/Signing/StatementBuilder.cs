namespace KkAnalyzers.Reporting.Signing;

/// <summary>Writes the statement about a report. The same report and the same files give the same statement.</summary>
internal static class StatementBuilder
{
    /// <param name="report">The report.</param>
    /// <param name="files">Files of its folder, without the signature.</param>
    /// <param name="timestamp">Time of signing, when one is given.</param>
    public static Statement Of(Report report, IReadOnlyList<FileDigest> files, string? timestamp)
    {
        var assemblies = Assemblies(report);
        return new Statement
        {
            Subject =
            [
                .. Commits(report),
                .. assemblies.Select(a => Digested(a.Name, a.Sha256)),
                .. files.Select(f => Digested(f.File, f.Sha256)),
            ],
            Predicate = new Predicate
            {
                Producer = new Producer(
                    report.Tool.Name, report.Tool.Version,
                    new RuleSetDigest(report.Framework.Reading, report.Tool.Rules, new Dictionary<string, string> { [Subject.Sha256Digest] = report.Tool.RuleSetSha256 })),
                Timestamp = timestamp,
                AsOf = report.AsOf,
                Product = report.Product?.Name,
                ProductVersion = report.Product?.Version,
                Provider = report.Product?.Provider?.Name,
                Tree = Tree(report),
                Summary = new CoverageCounts(
                    report.Summary.Complete, report.Summary.Criteria, report.Summary.States, report.Summary.OpenFindings,
                    report.Summary.Exceptions, report.Summary.UnjustifiedExceptions, report.Summary.Evidence, report.Summary.EvidenceInvalid),
                Assemblies = [.. assemblies.Select(a => new SignedAssembly(a.Name, a.File, a.Project))],
                Reports = [.. files.Select(f => new SignedFile(f.File, MediaTypes.Of(f.File)))],
            },
        };
    }

    /// <summary>Assemblies that the build digested, tests left out: they do not ship.</summary>
    /// <returns>Per assembly a name that no other has, its file name, its project and its digest.</returns>
    public static IReadOnlyList<(string Name, string File, string Project, string Sha256)> Assemblies(Report report)
    {
        var all = report.Projects.Where(p => p is { IsTest: false, Output: not null, OutputSha256: not null })
            .Select(p => (Name: p.Framework is null ? p.Output! : $"{p.Framework}/{p.Output}", File: p.Output!, Project: p.Path, Sha256: p.OutputSha256!))
            .Distinct()
            .ToArray();
        return
        [
            .. all.GroupBy(a => a.Name, StringComparer.Ordinal)
                .SelectMany(same => same.Count() == 1 ? same : same.Select(a => a with { Name = $"{a.Project}/{a.Name}@{a.Sha256[..12]}" }))
                .OrderBy(a => a.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Commits under the name of their repository, or of the product where the repository is not published.</summary>
    private static IEnumerable<Subject> Commits(Report report)
    {
        var all = report.Projects.Where(p => p is { IsTest: false, Commit: not null })
            .Select(p => (Name: "git+" + (p.RepositoryUrl ?? report.Product?.Name ?? report.Projects.FirstOrDefault(h => h.IsHead)?.Name ?? p.Name), Commit: p.Commit!))
            .Distinct()
            .ToArray();
        return all.GroupBy(c => c.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Count() == 1 ? same : same.Select(c => c with { Name = $"{c.Name}@{c.Commit}" }))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => new Subject(c.Name, new Dictionary<string, string> { [Subject.GitCommit] = c.Commit }));
    }

    private static Subject Digested(string name, string sha256) => new(name, new Dictionary<string, string> { [Subject.Sha256Digest] = sha256 });

    private static string Tree(Report report)
    {
        var known = report.Projects.Select(p => p.TreeDirty).OfType<bool>().ToArray();
        return known.Length == 0 ? "unknown" : known.Contains(true) ? "dirty" : "clean";
    }
}
