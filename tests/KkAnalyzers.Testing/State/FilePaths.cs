namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Splits the paths of files into what a workspace wants.</summary>
internal static class FilePaths
{
    public static (string Name, IEnumerable<string> Folders) Split(string prefix, string path)
    {
        var normal = path.Replace('\\', '/');
        if (normal.StartsWith(prefix, StringComparison.Ordinal))
        {
            normal = normal[prefix.Length..];
        }

        var parts = normal.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? (path, []) : (parts[^1], parts[..^1]);
    }
}
