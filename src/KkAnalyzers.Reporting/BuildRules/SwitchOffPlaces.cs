namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>Where a whole rule was switched off: the compiler's log says that it was, and never in which file.</summary>
internal sealed class SwitchOffPlaces(BuildProject project)
{
    private ConfiguredSeverity[]? _configured;

    /// <param name="rule">Id of the rule.</param>
    /// <param name="category">Its category.</param>
    /// <param name="kind"><c>no-warn</c> or <c>config</c>.</param>
    /// <returns><see cref="Place.None"/> when no file of the project says so: the command line, the environment, a rule set.</returns>
    public Place Of(string rule, string? category, string kind) => (kind == "no-warn" ? InProjectFiles(rule) : InConfiguration(rule, category)) ?? Place.None;

    private Place? InProjectFiles(string rule) => project.Find(e =>
        e.Name.LocalName == "NoWarn" && e.Parent?.Name.LocalName == "PropertyGroup"
        && e.Value.Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Contains(rule, StringComparer.OrdinalIgnoreCase));

    private Place? InConfiguration(string rule, string? category)
    {
        _configured ??= [.. AnalyzerConfig.Severities(project, project.Items("EditorConfigFiles").Select(i => i.Include).Distinct(StringComparer.Ordinal)).Where(s => s.IsOff)];
        // What names the rule goes before what names its category, and that before what is said of all.
        string[] keys = [rule, "category-" + category, "*"];
        return keys.Select(k => _configured.LastOrDefault(s => s.Key.Equals(k, StringComparison.OrdinalIgnoreCase))?.Place).FirstOrDefault(p => p is not null);
    }
}
