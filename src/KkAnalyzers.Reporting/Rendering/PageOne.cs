namespace KkAnalyzers.Reporting;

/// <summary>What page 1 and the summary both say about who speaks and about what was built.</summary>
internal static class PageOne
{
    // Names in one line.
    private const int NamesShown = 5;

    /// <summary>Who stands for the declaration; null when nobody does.</summary>
    public static string? Speaker(Report report) => report.Statement is { Name: { Length: > 0 } name } statement
        ? string.Join(", ", new[] { name, statement.Function, statement.Date }.OfType<string>())
        : null;

    /// <summary>In what role; that nobody stands for it is said, not left out.</summary>
    public static string Role(Report report, Words words) => words[
        Speaker(report) is null ? "who.nobody"
        : report.Statement!.Role is "provider" or "third-party" ? "who.role." + report.Statement.Role : "who.role.none"];

    /// <summary>Files were built that are in no commit.</summary>
    public static bool IsTreeChanged(Report report) => report.Projects.Any(p => !p.IsTest && p.TreeDirty == true);

    /// <summary>
    /// Whether what was built is what the commit holds. A build asks once, in the project that writes the report, about the whole
    /// repository: clean when somebody asked for each commit.
    /// </summary>
    public static string Tree(Report report, Words words)
    {
        var counted = report.Projects.Where(p => !p.IsTest).ToArray();
        return IsTreeChanged(report) ? words.Format("tree.changed", Some([.. counted.Where(p => p.TreeDirty == true).Select(p => p.Label)], words))
            : words[counted.Length > 0 && counted.GroupBy(p => p.Commit).All(c => c.Any(p => p.TreeDirty == false)) ? "tree.clean" : "tree.unknown"];
    }

    /// <summary>The first names, and how many more there are.</summary>
    public static string Some(IReadOnlyCollection<string> names, Words words, int most = NamesShown) =>
        string.Join(", ", names.Take(most)) + (names.Count > most ? " " + words.Format("and-more", names.Count - most) : "");
}
