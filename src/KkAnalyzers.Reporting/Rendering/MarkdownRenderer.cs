using System.Text;

namespace KkAnalyzers.Reporting;

/// <summary>A summary for build servers. Within a byte budget, the most important first: over 1,024 KiB GitHub drops all of it.</summary>
public static class MarkdownRenderer
{
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

        page.Block($"| {words["column.state"]} | {words["column.count"]} |\n| --- | ---: |\n"
            + string.Concat(summary.States.Select(s => $"| {words.State(s.State)} | {s.Count} |\n"))
            + $"| {words["total"]} | {summary.Criteria} |\n\n");
        page.Block(string.Concat(ConsoleSummary.Lines(report, language).Concat(Endpoints(report, words)).Concat(PersonalData(report, words)).Concat(Inventories(report, words)).Select(l => $"- {Escape(l)}\n")) + "\n");

        page.Table(words["findings"], [words["column.rule"], words["column.level"], words["column.place"], words["column.message"], words["column.status"]],
            report.Findings.OrderBy(f => f.Status switch { "open" => 0, "unjustified" => 1, _ => 2 }).ThenBy(f => f.Level switch { "error" => 0, "warning" => 1, _ => 2 })
                .Select(f => new[] { f.Rule, words.Value("level", f.Level), Place(f.File, f.Line), words[f.Message], words.Value("status", f.Status) }));
        page.Table(words["exceptions"], [words["column.rule"], words["column.kind"], words["column.place"], words["column.justification"]],
            report.Exceptions.OrderBy(e => e.Justified).Select(e => new[] { e.Rule, words.Value("kind", e.Kind), Place(e.File, e.Line), e.Justified ? e.Justification! : words["no-justification"] }));
        page.Table(words["problems"], [words["column.code"], words["column.place"], words["column.message"]],
            report.Problems.Select(p => new[] { p.Code, Place(p.File, p.Line), words[p.Text] }));
        page.Table(words["criteria"], [words["column.criterion"], words["column.title"], words["column.state"], words["column.reason"]],
            report.Criteria.Where(c => c.State is not null).OrderBy(c => c.State).Select(c => new[] { c.Id, words[c.Title], words.State(c.State!.Value), words[c.Reason] }));
        return page.ToString();
    }

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
            if (all.Length == 0 || !Block($"## {title}\n\n| {string.Join(" | ", columns)} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns.Length))}\n"))
                return;

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
