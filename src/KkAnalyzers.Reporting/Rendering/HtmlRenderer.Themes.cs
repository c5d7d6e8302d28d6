using System.Globalization;
using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>
/// The chart: criteria per theme, stacked by state. Every state has a pattern of its own besides its colour, the words and numbers
/// stand below each bar, and lengths are in percent, so that texts keep their size at every width.
/// </summary>
public static partial class HtmlRenderer
{
    // A narrower part of a bar holds no number.
    private const double NumberFits = 4.5;

    private sealed partial class Page
    {
        private void Themes()
        {
            var themes = report.Criteria.Where(c => c.State is not null).GroupBy(c => (c.Pillar, c.Theme)).Select(g => (
                g.Key.Pillar,
                g.Key.Theme,
                Token: ThemeToken(g.First()),
                States: (StateCount[])[.. Enum.GetValues<State>().Select(s => new StateCount(s, g.Count(c => c.State == s)))],
                Total: g.Count())).ToArray();
            var longest = themes.Select(t => t.Total).DefaultIfEmpty(1).Max();

            Open("themes");
            Lead(words["themes.intro"]);
            _html.Add($"""
                <ul class="legend">{Markup.Join(Enum.GetValues<State>().Select(s => Piece($"<li>{Swatch(s)}{words.State(s)}</li>")))}</ul>
                <div class="scroll chart" role="group" tabindex="0" aria-label="{words["themes"]}"><table><caption>{words["themes"]}</caption>
                <thead><tr><th scope="col">{words["column.theme"]}</th><th scope="col">{words["column.state"]}</th><th scope="col" class="n">{words["column.count"]}</th></tr></thead><tbody>
                """);
            foreach (var theme in themes)
            {
                _html.Add($"""
                    <tr><th scope="row">{Show("criteria", "theme=" + theme.Token, Value("theme", theme.Theme))}{Small(Value("pillar", theme.Pillar))}</th>
                    <td>{Bar(theme.States, longest)}<span class="small">{string.Join("; ", theme.States.Where(s => s.Count > 0).Select(s => $"{s.Count} {words.State(s.State)}"))}</span></td><td class="n">{theme.Total}</td></tr>
                    """);
            }

            _html.Add($"</tbody></table></div>");
            Close();
        }

        /// <summary>Stands for a theme in addresses: the beginning that the ids of its criteria share.</summary>
        private static string ThemeToken(CriterionRow criterion) => criterion.Id.Split('.')[0];

        /// <summary>One bar; <paramref name="whole"/> is the number that fills the width.</summary>
        private static Markup Bar(IReadOnlyList<StateCount> states, int whole)
        {
            static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

            var parts = new List<Markup>();
            var before = 0;
            foreach (var (state, count) in states.Where(s => s.Count > 0))
            {
                var (x, width) = (100.0 * before / whole, 100.0 * count / whole);
                parts.Add(Piece($"<rect class=\"ink-{Words.Name(state)}\" x=\"{Percent(x)}\" y=\"1\" width=\"{Percent(width)}\" height=\"24\" fill=\"url(#p-{Words.Name(state)})\"/>"));
                if (width >= NumberFits)
                    parts.Add(Piece($"<text x=\"{Percent(x + (width / 2))}\" y=\"18\" text-anchor=\"middle\">{count}</text>"));
                before += count;
            }

            return Piece($"<svg class=\"bar\" width=\"100%\" height=\"26\" aria-hidden=\"true\" focusable=\"false\">{Markup.Join(parts)}</svg>");
        }

        private static Markup Swatch(State state) => Piece($"<svg class=\"swatch\" width=\"22\" height=\"16\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"ink-{Words.Name(state)}\" x=\"1\" y=\"1\" width=\"20\" height=\"14\" fill=\"url(#p-{Words.Name(state)})\"/></svg>");

        /// <summary>The patterns, once per page. Empty is what nobody looked at.</summary>
        private static Markup Patterns() => Piece($"<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>{Markup.Join(Enum.GetValues<State>().Select(s => Piece($"<pattern id=\"p-{Words.Name(s)}\" class=\"ink-{Words.Name(s)}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">{Pattern(s)}</pattern>")))}</defs></svg>");

        private static Markup Pattern(State state) => new(state switch
        {
            State.Finding => "<path d=\"M0 0h8v8H0z\" fill=\"currentColor\"/>",
            State.NotEvaluated => "",
            State.Undecided => "<circle cx=\"4\" cy=\"4\" r=\"1.6\" fill=\"currentColor\"/>",
            State.NeedsHuman => "<path d=\"M-2 2 2-2M0 8 8 0M6 10l4-4\" stroke=\"currentColor\" stroke-width=\"1.6\"/>",
            State.AcceptedException => "<path d=\"M0 0l8 8M8 0 0 8\" stroke=\"currentColor\" stroke-width=\"1.3\"/>",
            State.VendorEvidence => "<path d=\"M0 2h8M0 6h8\" stroke=\"currentColor\" stroke-width=\"1.3\"/>",
            State.CheckedClean => "<path d=\"M2 0v8M6 0v8\" stroke=\"currentColor\" stroke-width=\"1.3\"/>",
            _ => "<path d=\"M1 3h2M5 7h2\" stroke=\"currentColor\" stroke-width=\"1.3\"/>",
        });
    }
}
