using System.Security.Cryptography;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>The files of a folder of somebody else, by name and digest.</summary>
internal static class FolderFiles
{
    /// <summary>Names relative to the folder, with <c>/</c>, in a fixed order.</summary>
    /// <exception cref="RefusedException">A link, a name that is not accepted, or more files than a report has.</exception>
    public static IReadOnlyList<string> Names(string folder)
    {
        var names = new List<string>();
        var folded = new HashSet<string>(StringComparer.Ordinal);
        Walk(new DirectoryInfo(folder), "");
        names.Sort(StringComparer.Ordinal);
        return names;

        void Walk(DirectoryInfo directory, string prefix)
        {
            foreach (var info in directory.EnumerateFileSystemInfos())
            {
                var name = prefix + info.Name;
                if (info.LinkTarget is not null)
                    throw new RefusedException("dossier.link", ProblemException.Shown(name));
                if (SafePath.Problem(name) is { } problem)
                    throw new RefusedException(problem, ProblemException.Shown(name));
                if (info is DirectoryInfo inner)
                {
                    Walk(inner, name + "/");
                    continue;
                }

                if (!folded.Add(SafePath.Fold(name)))
                    throw new RefusedException("dossier.name-twice", ProblemException.Shown(name));
                names.Add(name);
                if (names.Count > Limits.Entries)
                    throw new RefusedException("dossier.entries", Limits.Entries);
            }
        }
    }

    /// <summary>Each file with its digest.</summary>
    public static IReadOnlyList<FileDigest> Digests(string folder, IEnumerable<string> names) =>
        [.. names.Select(name => new FileDigest(name, Sha256(Path.Combine(folder, name))))];

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(stream)).ToLowerInvariant();
    }
}
