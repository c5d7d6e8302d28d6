namespace KkAnalyzers.Reporting.Signing;

/// <summary>What became of an attempt to sign.</summary>
/// <param name="Checks">What was looked at first.</param>
/// <param name="Path">The signature file; null when nothing was signed.</param>
/// <param name="Statement">What was signed.</param>
internal sealed record SigningResult(IReadOnlyList<Check> Checks, string? Path, Statement? Statement);

/// <summary>Signs a report folder. Signs nothing that a verification would refuse.</summary>
internal static class ReportSigner
{
    /// <param name="folder">The report folder.</param>
    /// <param name="key">The vendor's key.</param>
    /// <param name="built">Built files to compare the assemblies with; null when none are given.</param>
    /// <param name="timestamp">Time of signing; null for none.</param>
    /// <exception cref="ProblemException">The folder holds no report, or something that no report folder holds.</exception>
    public static SigningResult Sign(string folder, SigningKey key, IEnumerable<string>? built, string? timestamp)
    {
        if (!File.Exists(Path.Combine(folder, ReportFolder.Json)))
            throw new ProblemException("dossier.no-report", ProblemException.Shown(folder));

        var remade = ReportCheck.Of(folder);
        List<Check> checks = [.. remade.Checks];
        if (remade.Report is not { } report)
            return new(checks, null, null);
        if (built is not null)
            checks.AddRange(AssemblyCheck.Of([.. StatementBuilder.Assemblies(report).Select(a => (a.Name, a.File, a.Sha256))], built));
        if (checks.Any(c => c.Result == CheckResult.NotOk))
            return new(checks, null, null);

        var statement = StatementBuilder.Of(report, FolderFiles.Digests(folder, FolderFiles.Names(folder).Where(n => n != Dossier.Signature)), timestamp);
        var path = Path.Combine(folder, Dossier.Signature);
        JsonFile.WriteIfDifferent(path, key.Sign(statement).ToBytes());
        return new(checks, path, statement);
    }
}
