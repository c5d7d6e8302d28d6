using KkAnalyzers.Catalog;
using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>What sections are built of: tables, facts, filters, places, text from outside.</summary>
public static partial class HtmlRenderer
{
    private sealed partial class Page
    {
        private void Fact(string key, Markup value) => _html.Add($"<dt>{words[key]}</dt><dd>{value}</dd>");

        /// <param name="caption">What the table holds.</param>
        /// <param name="columns">Heads.</param>
        /// <param name="numbers">Columns that hold numbers.</param>
        /// <param name="rows">What there is, the most important first.</param>
        /// <param name="cells">Cells of a row; the first is its head.</param>
        /// <param name="foot">Last row.</param>
        /// <param name="more">File that holds what does not fit here.</param>
        /// <param name="marks">Attributes of a row, for a filter.</param>
        private void Table<T>(
            string caption, string[] columns, int[] numbers, IReadOnlyCollection<T> rows, Func<T, Markup[]> cells,
            Markup[]? foot = null, string more = ReportFolder.Json, Func<T, Markup>? marks = null)
        {
            Markup Cell(Markup content, int index) => index == 0 ? Piece($"<th scope=\"row\">{content}</th>")
                : numbers.Contains(index) ? Piece($"<td class=\"n\">{content}</td>") : Piece($"<td>{content}</td>");

            // Can be scrolled with the keyboard where the table is wider than the screen. A group and no region: the sections
            // are landmarks enough.
            _html.Add($"""
                <div class="scroll" role="group" tabindex="0" aria-label="{caption}"><table><caption>{caption}</caption>
                <thead><tr>{Markup.Join(columns.Select((c, i) => numbers.Contains(i) ? Piece($"<th scope=\"col\" class=\"n\">{c}</th>") : Piece($"<th scope=\"col\">{c}</th>")))}</tr></thead>
                <tbody>
                """);
            foreach (var row in rows.Take(RowsShown))
                _html.Add($"<tr{marks?.Invoke(row) ?? default}>{Markup.Join(cells(row).Select(Cell))}</tr>");
            _html.Add($"</tbody>");
            if (foot is not null)
                _html.Add($"<tfoot><tr>{Markup.Join(foot.Select(Cell))}</tr></tfoot>");
            _html.Add($"</table></div>");
            More(rows.Count - RowsShown, more);
        }

        /// <summary>What is left out is said, with where it stands.</summary>
        private void More(int left, string file)
        {
            if (left > 0)
                _html.Add($"<p class=\"notice\">{words.Format("more", left, file)}</p>");
        }

        /// <summary>A filter of the rows of a section. Hidden without script: a control that does nothing is worse than none.</summary>
        private void Filter(string section, params Markup[] choices) => _html.Add($"""
            <form hidden data-filter="{section}"><fieldset class="filter"><legend>{words["filter." + section]}</legend>{Markup.Join(choices)}
            <div><label for="{section}-q">{words["filter.text"]} ({words["filter.hint." + section]})</label><input id="{section}-q" name="q" type="search" autocomplete="off"></div>
            <div><button type="reset">{words["filter.reset"]}</button></div>
            <output data-format="{words["filter.count"]}"></output>
            </fieldset></form>
            """);

        private Markup Choice(string section, string name, string label, IEnumerable<(string Value, string Text)> options) => Piece($"""
            <div><label for="{section}-{name}">{label}</label><select id="{section}-{name}" name="{name}"><option value="">{words["filter.any"]}</option>{Markup.Join(options.Select(o => Piece($"<option value=\"{o.Value}\">{o.Text}</option>")))}</select></div>
            """);

        /// <summary>Leads to a section, with script to those rows of it that match.</summary>
        private static Markup Show(string section, string query, string text) => Piece($"<a href=\"#{section}\" data-show=\"{query}\">{text}</a>");

        private Markup Badge(State state) =>
            Piece($"<span class=\"state state-{Words.Name(state)}\">{StateShapes.Of(state)}{words.State(state)}</span>");

        private Markup Declared(string? value) =>
            string.IsNullOrWhiteSpace(value) ? Piece($"<span class=\"soft\">{words["not-declared"]}</span>") : Outside(value);

        /// <summary>Text of somebody else: in a language that is not known, and set apart so that its direction of writing stays its own.</summary>
        private static Markup Outside(string? text) => string.IsNullOrEmpty(text) ? default : Piece($"<bdi lang=\"\">{text}</bdi>");

        /// <summary>A message: ours in the language of the page, somebody else's in the language it came in.</summary>
        private Markup Message(Localized text) => text.En == text.Nl && text.En == text.Fr ? Outside(text.En) : Piece($"{words[text]}");

        private Markup RuleLink(string rule) => _rules.ContainsKey(rule) ? Piece($"<a href=\"#rule-{rule}\">{rule}</a>") : Piece($"{rule}");

        private Markup Place(string? file, int line, IReadOnlyList<string> projects) =>
            Piece($"<code>{MarkdownRenderer.Place(file, line)}</code>{(projects.Count == 0 ? default : Piece($"<br><span class=\"small soft\">{Some(projects)}</span>"))}");

        private static Markup Small(string? text) => string.IsNullOrEmpty(text) ? default : Piece($"<br><span class=\"small soft\">{text}</span>");

        private static Markup Link(string address, string text) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? Piece($"<a href=\"{address}\" rel=\"noreferrer\">{text}</a>")
            : Piece($"{text}");

        /// <summary>The first names, and how many more there are.</summary>
        private string Some(IReadOnlyCollection<string> names, int most = NamesShown) =>
            PageOne.Some(names, words, most);

        private string Value(string group, string value) => words.Value(group, value);
    }
}
