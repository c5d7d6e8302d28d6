namespace KkAnalyzers.Reporting;

/// <summary>Paths as the report shows them: relative to the root, with <c>/</c>, the same in every checkout.</summary>
internal sealed class Paths
{
    private readonly string? _root;

    public Paths(string? root) => _root = string.IsNullOrWhiteSpace(root) ? null : Normal(root).TrimEnd('/') + "/";

    /// <summary>Relative path of a URI of the log or of a full path.</summary>
    public string? Relative(string? uriOrPath)
    {
        if (string.IsNullOrWhiteSpace(uriOrPath))
            return null;

        var path = uriOrPath;
        if (path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            path = Uri.UnescapeDataString(path["file:".Length..]);
            path = path.StartsWith("///", StringComparison.Ordinal) ? path[2..] : path;
            if (path.Length > 3 && path[0] == '/' && path[2] == ':')
                path = path[1..];
        }
        else if (!IsRooted(path))
        {
            path = Uri.UnescapeDataString(path);
        }

        path = Normal(path);
        if (!IsRooted(path))
            return Shorten(path);
        if (_root is null)
            return Outside(path);

        var comparison = path.Length > 1 && path[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return path.StartsWith(_root, comparison) ? path[_root.Length..] : Outside(path);
    }

    // The folders above the root say something about the machine and nothing about the product.
    private static string Outside(string path) => "…/" + path[(path.LastIndexOf('/') + 1)..];

    private static string Shorten(string path) => path.StartsWith("../", StringComparison.Ordinal) ? Outside(path) : path;

    private static bool IsRooted(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 2 && path[1] == ':'));

    private static string Normal(string path)
    {
        var rooted = path.Replace('\\', '/');
        var unc = rooted.StartsWith("//", StringComparison.Ordinal);
        var parts = new List<string>();
        foreach (var part in rooted.Split('/'))
        {
            if (part is "" or "." && parts.Count > 0 || part == ".")
                continue;
            if (part == ".." && parts.Count > 0 && parts[^1] is not (".." or ""))
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        var normal = string.Join('/', parts);
        return unc ? "/" + normal : normal;
    }
}
