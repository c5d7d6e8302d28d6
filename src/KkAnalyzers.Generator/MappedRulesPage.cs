using System.Text;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Generator;

/// <summary>The page that lists the rules of other analyzers: what they shed light on, and what a mode makes of them.</summary>
internal static class MappedRulesPage
{
    private const string Head = """
        # Rules of other analyzers

        Written by KkAnalyzers.Generator from `src/KkAnalyzers.Catalog/others.json`.

        What well-kept analyzers already see is not written again here. Their rules are mapped to criteria; the report counts them
        where they ran, shows their findings with file and line, and says "not evaluated" where they did not.

        * **Rules of the .NET SDK** are in every build, and its security rules are hidden or off without a setting.
          `KkMode=recommended` makes those a warning that name something broken and nothing else: on five public code bases they had
          no finding that was not true. `KkMode=strict` makes all of its security rules a warning; some follow data through the
          program and take their time, and some only ask for a review. `KkMode=none` leaves them alone.
        * `.editorconfig` and `.globalconfig` of the project win, and so do `AnalysisMode`, `AnalysisLevel` and `AnalysisModeSecurity`:
          the modes are written a level below the SDK's own files. A line for a rule that the compiler does not have has no effect.
        * **Rules of packages** (Sonar, Meziantou, Roslynator, Security Code Scan …) count when the project has them, as the project has
          set them. No mode raises them.
        * A finding of a rule whose relation is *breach* makes the criterion `finding`, one of *sign* `needs-human`. A rule is "checked"
          when it was on in every compilation at a level that the compiler's log contains. It leaves no record of what it looked at, so
          where no rule of ours looks at a criterion, silence of others makes it `needs-human` at best.
        * NU1901 to NU1904 come from restore and not from the compiler; KK4604 passes them on.
        * `KkGate` counts findings of mapped rules that are breaches, as it does our own.


        """;

    public static Output Of(Catalogue catalogue)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
        foreach (var analyzer in catalogue.OtherAnalyzers)
        {
            text.Append($"\n## {analyzer.Name}\n\nFrom: {analyzer.State}.\n\n| Rule | About | Criteria | By default | recommended | strict | CWE |\n|---|---|---|---|---|---|---|\n");
            foreach (var rule in catalogue.Others.Where(o => o.Analyzer == analyzer.Id))
            {
                var topic = catalogue.OtherTopics.First(t => t.Id == rule.Topic).Title.En;
                var criteria = string.Join(", ", rule.Criteria.Select(c => $"[{c.Id}](criteria/{c.Id[..2]}.md) {(c.Relation == "violation" ? "breach" : "sign")}"));
                text.Append($"| {rule.Id} | {topic} | {criteria} | {rule.ByDefault.ToString().ToLowerInvariant()} | {Raised(rule, OtherMode.Recommended)} | {Raised(rule, OtherMode.Strict)} | {string.Join(", ", rule.Cwe ?? [])} |\n");
            }
        }

        return new("docs/mapped-rules.md", text.ToString());
    }

    private static string Raised(OtherRule rule, OtherMode mode) => rule.Through ?? (rule.Raise <= mode ? "warning" : "");
}
