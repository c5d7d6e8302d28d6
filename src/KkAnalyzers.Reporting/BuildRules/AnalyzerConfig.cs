using System.Text.RegularExpressions;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>A severity that a configuration file gives to a rule, a category or all rules.</summary>
/// <param name="Key">Id of a rule; <c>category-…</c>; or <c>*</c> for all rules.</param>
/// <param name="Severity">As written: none, silent, suggestion, warning, error, default.</param>
/// <param name="Whole">It holds for all C# of the project, and not for some files.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Section">Header of its section; empty outside sections.</param>
internal sealed record ConfiguredSeverity(string Key, string Severity, bool Whole, Place Place, string Section)
{
    /// <summary>A rule of this severity is not run by a build.</summary>
    public bool IsOff => Severity is "none" or "silent";

    /// <summary>The line without spaces that mean nothing.</summary>
    public string Text => Key switch
    {
        "*" => $"dotnet_analyzer_diagnostic.severity = {Severity}",
        _ when Key.StartsWith("category-", StringComparison.Ordinal) => $"dotnet_analyzer_diagnostic.{Key}.severity = {Severity}",
        _ => $"dotnet_diagnostic.{Key}.severity = {Severity}",
    };
}

/// <summary>Reads severities from <c>.editorconfig</c> and global analyzer configuration files.</summary>
internal static partial class AnalyzerConfig
{
    /// <summary>Every severity in the files, from weakest to strongest: the last line about a key wins.</summary>
    public static IEnumerable<ConfiguredSeverity> Severities(BuildProject project, IEnumerable<string> files)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(project.Facts.ProjectPath ?? "."))! + Path.DirectorySeparatorChar;
        return files
            .Select(f => (Path: f, Global: !Path.GetFileName(f).Equals(".editorconfig", StringComparison.OrdinalIgnoreCase)))
            .OrderBy(f => !f.Global).ThenBy(f => f.Path.Length).ThenBy(f => f.Path, StringComparer.Ordinal)
            .SelectMany(f => Read(project, f.Path, f.Global || folder.StartsWith(Path.GetDirectoryName(f.Path) + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<ConfiguredSeverity> Read(BuildProject project, string file, bool aboveProject)
    {
        var section = "";
        var lines = project.Lines(file) ?? [];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                section = line;
            }
            else if (Line().Match(line) is { Success: true } match)
            {
                var key = match.Groups["id"] is { Success: true } id ? id.Value.ToUpperInvariant()
                    : match.Groups["category"] is { Success: true } category ? category.Value
                    : "*";
                yield return new(
                    key, match.Groups["severity"].Value.ToLowerInvariant(), aboveProject && (section.Length == 0 || WholeSection().IsMatch(section)),
                    new Place(file, i + 1, lines[i].Length - lines[i].TrimStart().Length + 1), section);
            }
        }
    }

    // A comment behind the value ends it.
    [GeneratedRegex(@"^(dotnet_diagnostic\.(?<id>[A-Za-z]+\d+)|dotnet_analyzer_diagnostic(\.(?<category>category-[^.=\s]+))?)\.severity\s*[=:]\s*(?<severity>[A-Za-z]+)\s*([#;].*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    // [*], [*.cs], [**/*.cs], [*.{cs,vb}], [{*.cs,*.vb}]
    [GeneratedRegex(@"^\[\s*(\*{1,2}/)?\*{1,2}(\.(cs|\{([^}]*,)?\s*cs\s*(,[^}]*)?\}))?\s*\]$|^\[\{([^}]*,)?\s*\*\.cs\s*(,[^}]*)?\}\]$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WholeSection();
}
