namespace KkAnalyzers.Infrastructure;

/// <summary>Names of files, whatever machine the path comes from.</summary>
internal static class FilePaths
{
    /// <summary>What is behind the last slash of either kind.</summary>
    public static string Name(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>True for <c>appsettings.json</c> and its variants.</summary>
    public static bool IsAppSettings(string path) =>
        Name(path) is var name && name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
