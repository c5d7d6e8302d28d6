using System.Text;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Generator;

/// <summary>One page per theme of the framework, and their index, with the rules that shed light on each criterion.</summary>
internal static class CriteriaPages
{
    public static IEnumerable<Output> All(Catalogue catalogue)
    {
        var themes = catalogue.Criteria.GroupBy(c => c.Id[..2]).ToArray();
        yield return new("docs/criteria/README.md", Index(catalogue, themes));
        foreach (var theme in themes)
        {
            yield return new($"docs/criteria/{theme.Key}.md", Theme(catalogue, theme));
        }
    }

    private static string Index(Catalogue catalogue, IEnumerable<IGrouping<string, Criterion>> themes)
    {
        var text = new StringBuilder($"# Criteria\n\nWritten by KkAnalyzers.Generator. {catalogue.FrameworkName.Nl}, {catalogue.FrameworkPublisher}; this project's reading {catalogue.FrameworkReading}. Titles are this project's own wording; headings are the framework's.\n\n");
        text.Append("| Theme | | Statements | Breach visible in code | Partly visible | Not visible | With a rule |\n|---|---|---|---|---|---|---|\n");
        foreach (var theme in themes)
        {
            int Count(Visibility v) => theme.Count(c => c.Checkable && c.Visibility == v);
            var ruled = theme.Count(c => catalogue.Rules.Any(r => r.Criteria.Any(l => l.Id == c.Id)));
            text.Append($"| [{theme.Key}]({theme.Key}.md) | {theme.First().Pillar}: {theme.First().Theme} | {theme.Count()} | {Count(Visibility.Code)} | {Count(Visibility.Partial)} | {Count(Visibility.None)} | {ruled} |\n");
        }

        return text.ToString();
    }

    private static string Theme(Catalogue catalogue, IGrouping<string, Criterion> theme)
    {
        var text = new StringBuilder($"# {theme.Key} {theme.First().Theme}\n\nWritten by KkAnalyzers.Generator. Clauses are about the same subject; meeting one never means meeting the other. A clause in *italics* is recalled and not yet checked.\n");
        foreach (var criterion in theme)
        {
            text.Append($"\n## {criterion.Id} {criterion.Title.En}\n\n- nl: {criterion.Title.Nl}\n- fr: {criterion.Title.Fr}\n");
            if (criterion.Summary is { } summary)
            {
                text.Append($"- {summary}\n");
            }

            if (criterion.Checkable)
            {
                text.Append($"- Visible in code: {criterion.Visibility.ToString().ToLowerInvariant()}\n");
            }

            var rules = catalogue.Rules.Where(r => r.Criteria.Any(l => l.Id == criterion.Id)).ToArray();
            if (rules.Length > 0)
            {
                text.Append($"- Rules: {string.Join(", ", rules.Select(r => $"[{r.Id}](../rules/{r.Id}.md)"))}\n");
            }

            var others = catalogue.Others.Where(o => o.Criteria.Any(l => l.Id == criterion.Id)).ToArray();
            if (others.Length > 0)
            {
                text.Append($"- [Mapped](../mapped-rules.md): {string.Join("; ", others.GroupBy(o => o.Analyzer).Select(g => $"{string.Join(", ", g.Select(o => o.Id))} ({catalogue.OtherAnalyzers.First(a => a.Id == g.Key).Name})"))}\n");
            }

            if (catalogue.Crosswalk.TryGetValue(criterion.Id, out var refs))
            {
                var schemes = refs.GroupBy(r => r.Scheme).Select(g => $"{g.Key}: {string.Join(", ", g.Select(r => r.Verified ? r.Ref : $"*{r.Ref}*"))}");
                text.Append($"- {string.Join("; ", schemes)}\n");
            }
        }

        return text.ToString();
    }
}
