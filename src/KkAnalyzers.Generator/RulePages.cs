using System.Text;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Generator;

/// <summary>The head of each rule's page, and the index. What people write below the end marker is kept.</summary>
internal static class RulePages
{
    private const string Begin = "<!-- generated: change src/KkAnalyzers.Catalog, not these lines -->";
    private const string End = "<!-- end of generated part -->";

    public static IEnumerable<Output> All(Catalogue catalogue, string root)
    {
        foreach (var rule in catalogue.Rules)
        {
            var path = $"docs/rules/{rule.Id}.md";
            yield return new(path, Head(catalogue, rule) + Tail(Path.Combine(root, path)));
        }

        yield return new("docs/rules/README.md", Index(catalogue));
        yield return new("README.md", Readme(catalogue, File.ReadAllText(Path.Combine(root, "README.md"))));
    }

    // The table of the README stands between two markers; the rest is written by hand.
    private static string Readme(Catalogue catalogue, string text)
    {
        const string Begin = "<!-- rules: written by KkAnalyzers.Generator -->\n";
        const string End = "<!-- end of rules -->";
        text = Output.Normalise(text);
        var from = text.IndexOf(Begin, StringComparison.Ordinal);
        var to = text.IndexOf(End, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidDataException("README.md has lost the markers of its rule table.");
        }

        var table = new StringBuilder("| Rule | | Severity | Fix |\n|---|---|---|---|\n");
        foreach (var rule in catalogue.Rules.Where(r => r.Category != "Tool"))
        {
            table.Append($"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Title.En} | {Severity(rule.Severity)} | {(rule.HasFix ? "yes" : "")} |\n");
        }

        return text[..(from + Begin.Length)] + table + text[to..];
    }

    private static string Tail(string path)
    {
        var text = File.Exists(path) ? Output.Normalise(File.ReadAllText(path)) : "";
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return end < 0 ? "\n" : text[(end + End.Length)..];
    }

    private static string Head(Catalogue catalogue, Rule rule)
    {
        var text = new StringBuilder();
        text.Append($"{Begin}\n# {rule.Id}: {rule.Title.En}\n\n");
        text.Append($"| | |\n|---|---|\n");
        text.Append($"| Severity | {Severity(rule.Severity)} |\n");
        text.Append($"| Category | {catalogue.Header.Categories[rule.Category].En} (`{rule.Category}`) |\n");
        text.Append($"| Found in | {string.Join(", ", rule.Sources.Select(Source))} |\n");
        text.Append($"| Shown while typing | {(rule.InCompiler ? rule.ReportedAtEnd ? "no, at the end of the compilation" : "yes" : "no, in the build")} |\n");
        if (rule.InBuild && rule.Category != "Tool")
        {
            text.Append($"| Silenced by | {(rule.InCompiler ? "for what the build finds: " : "")}`NoWarn` in the project, shown as an exception; see [rules of the build](../options.md#rules-of-the-build) |\n");
        }

        text.Append($"| Code fix | {(rule.HasFix ? "yes" : "no")} |\n");
        text.Append($"| Since | {rule.Since} |\n");
        if (rule.Standards is { Count: > 0 } standards)
        {
            text.Append($"| About the same subject | {string.Join(", ", standards)} |\n");
        }

        if (rule.Criteria.Count > 0)
        {
            text.Append("\n## Criteria\n\n");
            foreach (var link in rule.Criteria)
            {
                var criterion = catalogue.Criteria.First(c => c.Id == link.Id);
                var says = link.Relation == "violation" ? "a finding is a breach" : "a finding is a sign for a human to weigh";
                text.Append($"- [{link.Id}](../criteria/{link.Id[..2]}.md) {criterion.Title.En}: {says}\n");
            }
        }

        text.Append($"\n## Why\n\n{rule.Description.En}\n\n## How to mend it\n\n{rule.Remedy.En}\n");
        Sample(text, "Reported", rule.SampleLanguage, rule.Violation);
        Sample(text, "Silent", rule.SampleLanguage, rule.Clean);
        if (rule.Category != "Tool")
        {
            text.Append($"\n## What it counts and what it cannot see\n\nThe inspection record counts {rule.Inspects.En}.\n\nNot seen: {rule.CannotSee.En}\n");
        }

        if (rule.Options is { Count: > 0 } options)
        {
            text.Append("\n## Options\n\n| Key | Type | Default | |\n|---|---|---|---|\n");
            foreach (var option in options)
            {
                var type = option.Values is { } values ? string.Join(" \\| ", values) : option.Type;
                text.Append($"| `kk.{rule.Id}.{option.Name}` | {type} | {(option.Default.Length == 0 ? "empty" : $"`{option.Default}`")} | {option.Description.En} |\n");
            }
        }

        if (rule.Lists is { Count: > 0 } lists)
        {
            text.Append($"\n## Lists\n\n{string.Join(", ", lists.Select(l => $"`{l}.txt`"))}: built in, extended by every additional file of that name. See [lists](../lists.md).\n");
        }

        text.Append($"\n## In het Nederlands\n\n**{rule.Title.Nl}.** {rule.Description.Nl} {rule.Remedy.Nl}\n");
        text.Append($"\n## En français\n\n**{rule.Title.Fr}.** {rule.Description.Fr} {rule.Remedy.Fr}\n\n{End}");
        return text.ToString();
    }

    private static void Sample(StringBuilder text, string title, string language, IReadOnlyList<string>? lines)
    {
        if (lines is { Count: > 0 })
        {
            text.Append($"\n### {title}\n\n```{language}\n{string.Join('\n', lines)}\n```\n");
        }
    }

    private static string Index(Catalogue catalogue)
    {
        var text = new StringBuilder("# Rules\n\nWritten by KkAnalyzers.Generator. Texts in Dutch and French are on each rule's page.\n");
        foreach (var category in catalogue.Rules.GroupBy(r => r.Category))
        {
            text.Append($"\n## {catalogue.Header.Categories[category.Key].En}\n\n| Rule | Title | Severity | Criteria | Fix |\n|---|---|---|---|---|\n");
            foreach (var rule in category)
            {
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title.En} | {Severity(rule.Severity)} | {string.Join(", ", rule.Criteria.Select(c => c.Id))} | {(rule.HasFix ? "yes" : "")} |\n");
            }
        }

        return text.ToString();
    }

    private static string Severity(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Off => "off",
        RuleSeverity.Info => "information",
        RuleSeverity.Warning => "warning",
        _ => "error",
    };

    private static string Source(RuleSource source) => source switch
    {
        RuleSource.Code => "C#",
        RuleSource.Text => "markup, manifests, settings and project files",
        _ => "the build",
    };
}
