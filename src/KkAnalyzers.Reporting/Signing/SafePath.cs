using System.Text;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>Names of files in a dossier: relative, inside, readable, and the same file on every system.</summary>
internal static class SafePath
{
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a name is not accepted, as a key of a text with one hole for the name; null when it is.</summary>
    public static string? Problem(string name)
    {
        if (name.Length is 0 or > Limits.NameLength)
            return "dossier.name-length";
        if (Visible.Text(name) != name)
            return "dossier.name-hidden";
        if (name[0] == '/' || name.Contains('\\') || name.Contains(':') || name.Split('/').Any(part => part is "" or "." or ".."))
            return "dossier.name-outside";

        // Another system cannot write these, or takes them for another file.
        return name.Split('/').Any(part => part[^1] is '.' or ' ' || part.IndexOfAny(['<', '>', '"', '|', '?', '*']) >= 0 || Devices.Contains(part.Split('.')[0]))
            ? "dossier.name-portable"
            : null;
    }

    /// <summary>Names that are equal here are one file on some system.</summary>
    public static string Fold(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    /// <summary>Full path of a file below a folder; null when the name, or a link on its way, leads out of the folder.</summary>
    public static string? Inside(string folder, string name)
    {
        if (Problem(name) is not null)
            return null;

        var root = Path.GetFullPath(folder);
        var inside = root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        var current = root;
        foreach (var part in name.Split('/'))
        {
            current = Path.Combine(current, part);
            FileSystemInfo info = Directory.Exists(current) ? new DirectoryInfo(current) : new FileInfo(current);
            if (info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true)?.FullName.StartsWith(inside, StringComparison.Ordinal) != true)
                return null;
        }

        return current;
    }
}
