using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>The section about endpoints: who may enter, and what decides that.</summary>
public static partial class HtmlRenderer
{
    // A longer table of what is decided is folded up at first; what nobody decided about never is.
    private const int EndpointsOpen = 25;

    private sealed partial class Page
    {
        private void Endpoints()
        {
            Open("endpoints");
            var rule = _rules.GetValueOrDefault(EndpointRows.Rule);
            var ran = rule is not null && RollUp.Ran(rule);
            _html.Add($"""
                <p class="lead"><strong>{(EndpointRows.Sentence(report.Endpoints) is { } sentence ? words[sentence] : words[ran ? "endpoints.none" : "endpoints.not-evaluated"])}</strong></p>
                <p class="lead">{words["endpoints.absence"]}{(rule is not null && !ran ? " " + words.Format("nobody.rules", rule.Id) : "")}</p>
                """);
            foreach (var group in EndpointRows.Groups)
            {
                if (report.Endpoints.Where(e => e.Access == group).ToArray() is { Length: > 0 } rows)
                    Endpoints(group, rows);
            }

            Close();
        }

        private void Endpoints(string access, EndpointRow[] rows)
        {
            var caption = words.Format("endpoints.count." + access, rows.Length);
            var data = rows.Any(r => r.Accepts is not null || r.Returns is not null);
            var justified = rows.Any(r => r.Decision == "anonymous");
            string[] columns = ["route", "kind", "handler", "decision", "by", .. justified ? ["justification"] : Array.Empty<string>(), .. data ? ["accepts", "returns"] : Array.Empty<string>()];
            var open = access is "open" or "unseen" || rows.Length <= EndpointsOpen;

            // The caption says it again because a summary is not printed.
            _html.Add($"""
                <details class="data"{new Markup(open ? " open" : "")}><summary>{caption}</summary>
                <div class="scroll" role="group" tabindex="0" aria-label="{caption}"><table><caption>{caption}. {words["endpoints.meaning." + access]}</caption>
                <thead><tr>{Markup.Join(columns.Select(c => Piece($"<th scope=\"col\">{words["endpoints.column." + c]}</th>")))}<th scope="col">{words["column.place"]}</th></tr></thead>
                <tbody>
                """);
            foreach (var row in rows.Take(RowsShown))
            {
                _html.Add($"""
                    <tr><th scope="row">{row.Route ?? row.Handler ?? "?"}</th><td>{words[row.Kind]}</td><td>{row.Handler}</td>
                    <td>{words[row.DecisionText]}</td><td>{words[row.Reason]}{(row.Reason is null ? Piece($"{words[row.By]}") : Small(words[row.By]))}</td>{(justified ? Piece($"<td>{Why(row)}</td>") : default)}{(data ? Piece($"<td>{words[row.Accepts]}{Small(row.AcceptsMember ?? "")}</td><td>{words[row.Returns]}{Small(row.ReturnsMember ?? "")}</td>") : default)}<td>{Place(row.File, row.Line, row.Projects)}</td></tr>
                    """);
            }

            _html.Add($"</tbody></table></div>");
            More(rows.Length - RowsShown, $"{ReportFolder.Json}, endpoints.csv");
            _html.Add($"</details>");
        }

        /// <summary>Only who opens an endpoint by hand owes a reason.</summary>
        private Markup Why(EndpointRow row) =>
            row.Justification is { } said ? Outside(said) : row.Decision == "anonymous" ? Piece($"<strong>{words["no-justification"]}</strong>") : default;
    }
}
