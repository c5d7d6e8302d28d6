namespace KkAnalyzers.Reporting.Signing;

/// <summary>Compares built files with the digests that a report or a statement gives for them.</summary>
internal static class AssemblyCheck
{
    private const string About = "assembly";

    /// <param name="expected">Name, file name and digest of each assembly.</param>
    /// <param name="files">Paths of the files to look among.</param>
    public static IEnumerable<Check> Of(IReadOnlyList<(string Name, string File, string Sha256)> expected, IEnumerable<string> files)
    {
        var byFile = expected.ToLookup(e => e.File, StringComparer.OrdinalIgnoreCase);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var others = 0;
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (!byFile.Contains(file))
            {
                others += Path.GetExtension(file).ToUpperInvariant() is ".DLL" or ".EXE" ? 1 : 0;
                continue;
            }

            var digest = FolderFiles.Sha256(path);
            if (byFile[file].Any(e => e.Sha256 == digest))
            {
                found.Add(file.ToUpperInvariant() + digest);
                continue;
            }

            changed.Add(file);
            yield return Check.NotOk(About, "verify.assembly-changed", ProblemException.Shown(path), string.Join(", ", byFile[file].Select(e => e.Sha256)), digest);
        }

        var right = expected.Count(e => found.Contains(e.File.ToUpperInvariant() + e.Sha256));
        foreach (var missing in expected.Where(e => !found.Contains(e.File.ToUpperInvariant() + e.Sha256) && !changed.Contains(e.File)))
            yield return Check.NotOk(About, "verify.assembly-missing", ProblemException.Shown(missing.Name), missing.Sha256);
        if (right > 0)
            yield return Check.Ok(About, "verify.assemblies", right, expected.Count);
        if (expected.Count == 0)
            yield return Check.NotOk(About, "verify.no-assemblies");
        if (others > 0)
            yield return Check.Note(About, "verify.assemblies-others", others);
    }
}
