using System.Globalization;
using System.Text;

namespace KkAnalyzers.Reporting;

/// <summary>A summary for build servers. Within a byte budget, the most important first: over 1,024 KiB GitHub drops all of it.</summary>
public static class MarkdownRenderer
{
    // A list that is longer gets numbers per rule before it.
    private const int FindingsUncounted = 25;

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    /// <param name="maxBytes">Largest size of the result in UTF-8 bytes.</param>
    public static string Render(Report report, string language, int maxBytes = 900_000)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = new Words(language);
        var summary = report.Summary;
        var page = new Budget(maxBytes, words);

        page.Block($"# {words["title"]}\n\n{Product(report, words)}\n\n{words["method.short"]}\n\n");
        if (!summary.Complete)
            page.Block($"**{words["incomplete"]}**\n\n");
        page.Block(string.Concat(Identity(report, words).Select(f => $"- {f.Name}: {Escape(f.Text)}\n")) + "\n");

        page.Block($"| {words["column.state"]} | {words["column.count"]} |\n| --- | ---: |\n"
            + string.Concat(summary.States.Select(s => $"| {words.State(s.State)} | {s.Count} |\n"))
            + $"| {words["total"]} | {summary.Criteria} |\n\n");
        page.Block(string.Concat(ConsoleSummary.Lines(report, language).Concat(Figures(report, words)).Concat(Endpoints(report, words)).Concat(PersonalData(report, words)).Concat(Inventories(report, words)).Select(l => $"- {Escape(l)}\n")) + "\n");

        if (report.Changes is { } changes)
        {
            page.Block($"## {words["changes"]}\n\n{Escape(words.Format("changes.sentence", changes.Criteria.Count, changes.NewFindings.Count, changes.GoneFindings.Count, changes.NewExceptions.Count, changes.GoneExceptions.Count))}{(changes.OtherRuleSet ? " " + words["changes.other-rules"] : "")}\n\n");
            page.Table(words["changes"] + ": " + words["criteria"], [words["column.criterion"], words["column.before"], words["column.now"]],
                changes.Criteria.Select(c => new[] { c.Criterion, State(c.From, words), State(c.To, words) }));
        }

        if (report.Findings.Count > FindingsUncounted)
        {
            page.Table(words["findings.per-rule"], [words["column.rule"], words["status.open"], words["status.unjustified"], words["status.excepted"]],
                report.Findings.GroupBy(f => f.Rule, StringComparer.Ordinal).OrderByDescending(g => g.Count(f => f.Status != "excepted")).ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new[] { g.Key, Count(g, "open"), Count(g, "unjustified"), Count(g, "excepted") }));
        }

        page.Table(words["findings"], [words["column.rule"], words["column.level"], words["column.place"], words["column.message"], words["column.status"]],
            FindingOrder.Of(report.Findings).Select(f => new[]
            {
                f.Rule, words.Value("level", f.Level), Place(f.File, f.Line), words[f.Message],
                words.Value("status", f.Status) + (f.Baseline is null ? "" : "; " + words.Value("in-baseline", f.Baseline)),
            }));
        page.Table(words["exceptions"], [words["column.rule"], words["column.kind"], words["column.place"], words["column.justification"]],
            FindingOrder.Of(report.Exceptions).Select(e => new[]
            {
                e.Rule, words.Value("kind", e.Kind), Place(e.File, e.Line), (e.Justified ? e.Justification! : words["no-justification"]) + (e.Expired ? "; " + words["exception.past"] : ""),
            }));
        page.Table(words["problems"], [words["column.code"], words["column.place"], words["column.message"]],
            report.Problems.Select(p => new[] { p.Code, Place(p.File, p.Line), words[p.Text] }));
        page.Table(words["criteria"], [words["column.criterion"], words["column.title"], words["column.state"], words["column.reason"]],
            report.Criteria.Where(c => c.State is not null).OrderBy(c => c.State).Select(c => new[] { c.Id, words[c.Title], words.State(c.State!.Value), words[c.Reason] }));
        return page.ToString();
    }

    /// <summary>Who states this, in which scope, of which version, with which tool.</summary>
    private static IEnumerable<(string Name, string Text)> Identity(Report report, Words words)
    {
        yield return (words["who"], PageOne.Speaker(report) is { } speaker ? $"{speaker}. {PageOne.Role(report, words)}" : PageOne.Role(report, words));
        if (report.OutOfScope.Count > 0)
            yield return (words["scope.out"], PageOne.Some([.. report.OutOfScope.Select(o => $"{o.Part}: {o.Reason}")], words));
        if (report.MissingProjects.Count > 0)
            yield return (words["projects.missing"], PageOne.Some(report.MissingProjects, words));
        yield return (words["commit"], $"{(report.Commits.Count == 0 ? words["commit.unknown"] : PageOne.Some(report.Commits, words))}. {PageOne.Tree(report, words)}");
        yield return (words["tool"], words.Format("tool.text", report.Tool.Name, report.Tool.Version, report.Tool.Rules) + report.Tool.RuleSetSha256);
        foreach (var (kind, rules) in RuleHealth.Of(report).Where(h => h.Rules.Count > 0))
            yield return (words["health." + kind], PageOne.Some(rules, words, 8));
    }

    /// <summary>What stands on page 1 besides what a build prints.</summary>
    private static IEnumerable<string> Figures(Report report, Words words)
    {
        var summary = report.Summary;
        if (summary.BaselinedFindings > 0)
            yield return words["findings"] + ": " + words.Format("figure.findings.baseline", summary.BaselinedFindings);
        if (summary.Exceptions > 0)
            yield return $"{words["exceptions"]}: {words.Format("figure.exceptions.expired", summary.ExpiredExceptions)}; {words.Format("figure.exceptions.oldest", summary.OldestException ?? words["no-date"])}; {words.Format("figure.exceptions.next", summary.NextExceptionEnd ?? words["no-end-date"])}";
        if (summary.EvidenceExpiring > 0)
            yield return $"{words["figure.evidence"]}: {summary.EvidenceExpiring}";
        if (report.Profile is { } profile)
            yield return words.Format("expected.count", profile.Expected, profile.Title, profile.Answered) + " " + words["expected.ours"];
    }

    private static string State(State? state, Words words) => state is { } known ? words.State(known) : words["changes.not-there"];

    private static string Count(IEnumerable<Finding> findings, string status) => findings.Count(f => f.Status == status).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Endpoints(Report report, Words words) => EndpointRows.Sentence(report.Endpoints) is { } sentence ? [words[sentence]] : [];

    private static IEnumerable<string> Inventories(Report report, Words words) =>
        new[] { ThirdPartyRows.Sentence(report.ThirdParties), ConsentRows.Sentence(report.Consent) }.OfType<Catalog.Localized>().Select(s => words[s]);

    private static IEnumerable<string> PersonalData(Report report, Words words)
    {
        if (report.PersonalData.Count == 0)
            yield break;

        var counts = PersonalDataCounts.Of(report.PersonalData);
        yield return words.Format("personal-data.line", counts.Types, counts.Members, counts.Sensitive, counts.Uses, counts.Unprotected);
    }

    private static string Product(Report report, Words words) => report.Product is { } product
        ? Escape(string.Join(" ", new[] { product.Name ?? words["not-declared"], product.Version }.OfType<string>())) + (product.Provider?.Name is { } provider ? " – " + Escape(provider) : "")
        : words["no-declaration"];

    internal static string Place(string? file, int line) => file is null ? "" : line > 0 ? $"{file}:{line}" : file;

    /// <summary>Text from outside must stay text: no markup, no HTML, no table cell, no link, no mention.</summary>
    internal static string Escape(string? text)
    {
        var visible = Visible.Text((text ?? "").ReplaceLineEndings(" "));
        var builder = new StringBuilder(visible.Length + 16);
        foreach (var c in visible)
        {
            switch (c)
            {
                case '<': builder.Append("&lt;"); break;
                case '>': builder.Append("&gt;"); break;
                case '&': builder.Append("&amp;"); break;
                case '@': builder.Append("&#64;"); break;
                case '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '#' or '|' or '~' or '!': builder.Append('\\').Append(c); break;
                default: builder.Append(c); break;
            }
        }

        // Renderers make links of bare addresses; what is not ours must not become one.
        return builder.ToString().Replace("://", "&#58;//", StringComparison.Ordinal).Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Appends while there is room; says how much is left out.</summary>
    private sealed class Budget(int maxBytes, Words words)
    {
        // Room that is kept for "n more in the report".
        private const int Reserve = 400;
        private readonly StringBuilder _text = new();
        private int _bytes;

        public bool Block(string text)
        {
            var size = Encoding.UTF8.GetByteCount(text);
            if (_bytes + size > maxBytes - Reserve)
                return false;
            _text.Append(text);
            _bytes += size;
            return true;
        }

        public void Table(string title, string[] columns, IEnumerable<string[]> rows)
        {
            var all = rows.ToArray();
            if (all.Length == 0)
                return;
            if (!Block($"## {title}\n\n| {string.Join(" | ", columns)} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns.Length))}\n"))
            {
                End($"{title}: {words.Format("more-in-report", all.Length)}");
                return;
            }

            var written = all.TakeWhile(row => Block("| " + string.Join(" | ", row.Select(Escape)) + " |\n")).Count();
            if (written < all.Length)
                End(words.Format("more-in-report", all.Length - written));
            else
                Block("\n");
        }

        private void End(string text)
        {
            text = "\n" + text + "\n\n";
            if (_bytes + Encoding.UTF8.GetByteCount(text) > maxBytes)
                return;
            _text.Append(text);
            _bytes += Encoding.UTF8.GetByteCount(text);
        }

        public override string ToString() => _text.ToString();
    }
}
