using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>The section about personal data: a draft for the record of processing.</summary>
public static partial class HtmlRenderer
{
    // Places shown per use; report.json has them all.
    private const int PlacesShown = 5;

    // With more types than this, only those with unprotected uses are open at first.
    private const int TypesOpen = 5;

    // Types with a table of their own.
    private const int TypesShown = 400;

    private static readonly (string Column, string[] Uses)[] UseColumns =
    [
        ("stored", ["stored", "column", "browser"]), ("logged", ["logged", "exception"]), ("sent", ["sent", "url"]), ("shown", ["shown"]),
    ];

    private sealed partial class Page
    {
        private void PersonalData()
        {
            Open("personal-data");
            var counts = PersonalDataCounts.Of(report.PersonalData);
            _html.Add($"<p class=\"lead\">{(report.PersonalData.Count == 0 ? words["personal-data.none"] : words.Format("personal-data.counts", counts.Types, counts.Members, counts.Sensitive, counts.Uses, counts.Unprotected))}{(counts.Names == 0 ? "" : " " + words.Format("personal-data.names.count", counts.Names))}</p>");
            Limits();
            if (report.PersonalData.Count > 0)
            {
                _html.Add($"""
                    <div class="notice"><p><strong>{words["personal-data.draft"]}</strong> {words["personal-data.draft.add"]}</p>
                    <p>{(report.IntendedUse?.Purpose is { } purpose ? words.Format("personal-data.purpose", purpose) : words["personal-data.purpose.none"])} <a href="#context">{words["context"]}</a></p></div>
                    """);
                var types = report.PersonalData.GroupBy(r => r.Type, StringComparer.Ordinal).ToArray();
                foreach (var type in types.Take(TypesShown))
                    Type(type.Key, [.. type], types.Length <= TypesOpen);
                More(types.Skip(TypesShown).Sum(t => t.Count()), $"{ReportFolder.Json}, personal-data.csv");
            }

            Close();
        }

        /// <summary>What silence in this section means: nothing, and less still where a rule did not run.</summary>
        private void Limits()
        {
            var rules = report.Rules.Where(r => PersonalDataRows.Kinds.Any(k => k.Rule == r.Id)).ToArray();
            var stopped = rules.Where(r => !RollUp.Ran(r)).Select(r => r.Id).ToArray();
            var cut = rules.Sum(r => r.Projects.Sum(p => p.Outcome.NotFollowed));
            _html.Add($"<p class=\"lead\">{words["personal-data.absence"]}{(cut == 0 ? "" : " " + words.Format("personal-data.not-followed", cut))}{(stopped.Length == 0 ? "" : " " + words.Format("nobody.rules", string.Join(", ", stopped)))}</p>");
        }

        private void Type(string? type, PersonalDataRow[] rows, bool open)
        {
            var counts = PersonalDataCounts.Of(rows);
            var name = type ?? words["personal-data.names"];
            var caption = words.Format("personal-data.type", name, type is null ? rows.Length : counts.Members, rows.Count(r => r.Tier == "sensitive" && (type is null || r.Member is not null)), counts.Unprotected);
            var whole = rows.FirstOrDefault(r => r.Type is not null && r.Member is null);

            // The caption says it again because a summary is not printed.
            _html.Add($"""
                <details class="data"{new Markup(open || counts.Unprotected > 0 ? " open" : "")}><summary>{caption}</summary>
                <div class="scroll" role="group" tabindex="0" aria-label="{name}"><table><caption>{caption}</caption>
                <thead><tr><th scope="col">{words[type is null ? "personal-data.name" : "personal-data.member"]}</th><th scope="col">{words["personal-data.category"]}</th><th scope="col">{words["personal-data.tier"]}</th>{Markup.Join(UseColumns.Select(c => Piece($"<th scope=\"col\">{words["personal-data." + c.Column]}</th>")))}</tr></thead>
                <tbody>
                """);
            foreach (var row in rows)
            {
                _html.Add($"""
                    <tr><th scope="row">{(row.Member is null ? Piece($"<em>{words["personal-data.whole"]}</em>") : Piece($"{row.Member}"))}{Places(row.Declared)}</th>
                    <td>{words[row.Category]}{Small(words[row.Reason])}{Small(row.Confidence == "low" ? words["personal-data.low"] : "")}</td>
                    <td>{(row.Tier is null ? "" : words["tier." + row.Tier])}{Small(row.Pseudonymised == true ? words["personal-data.pseudonymised"] : "")}</td>{Uses(row, whole)}</tr>
                    """);
            }

            _html.Add($"</tbody></table></div></details>");
        }

        private Markup Uses(PersonalDataRow row, PersonalDataRow? whole)
        {
            // Nothing to say in any column: say it once.
            var empty = UseColumns.Select(c => Empty(c.Uses, row, whole)).ToArray();
            if (row.Uses.Count == 0 && empty.Distinct().Count() == 1)
                return Piece($"<td colspan=\"{UseColumns.Length}\"><span class=\"soft\">{empty[0]}</span></td>");

            return Markup.Join(UseColumns.Select((column, i) =>
            {
                var uses = row.Uses.Where(u => column.Uses.Contains(u.Use)).ToArray();
                return uses.Length == 0
                    ? Piece($"<td><span class=\"soft\">{empty[i]}</span></td>")
                    : Piece($"<td><ul class=\"uses\">{Markup.Join(uses.Select(u => Use(u, column.Column)))}</ul></td>");
            }));
        }

        private Markup Use(PersonalDataUse use, string column) => Piece($"""
            <li>{(use.Protected ? Piece($"{words["personal-data.protected"]}") : Piece($"<strong>{words["personal-data.unprotected"]}</strong>"))}: {use.Sink}{(use.Use == column ? "" : " (" + words["use." + use.Use] + ")")}{Places(use.Places)}</li>
            """);

        private string Empty(string[] uses, PersonalDataRow row, PersonalDataRow? whole) =>
            whole is not null && whole != row && whole.Uses.Any(u => uses.Contains(u.Use)) ? words["personal-data.with-whole"]
            : Looked(uses) ? words["personal-data.no-use"]
            : words.State(State.NotEvaluated);

        // Asked for every cell, and the same for all rows.
        private readonly Dictionary<string, bool> _looked = new(StringComparer.Ordinal);

        private bool Looked(string[] uses) => _looked.TryGetValue(uses[0], out var known) ? known : _looked[uses[0]] = PersonalDataRows.Looked(report, uses);

        private Markup Places(IReadOnlyList<SourcePlace> places)
        {
            if (places.Count == 0)
                return default;

            var shown = Markup.Join(places.Take(PlacesShown).Select(p => Piece($"<code>{MarkdownRenderer.Place(p.File, p.Line)}</code>")), ", ");
            return Piece($"<br><span class=\"small soft\">{shown}{(places.Count > PlacesShown ? " " + words.Format("personal-data.more", places.Count - PlacesShown) : "")}</span>");
        }
    }
}
