using System.Globalization;
using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>The sections about findings, exceptions and evidence.</summary>
public static partial class HtmlRenderer
{
    private sealed partial class Page
    {
        /// <summary>Numbers that stand for compilations in filters.</summary>
        private readonly Dictionary<string, string> _projects = report.Projects.Select(p => p.Label).Distinct(StringComparer.Ordinal)
            .Select((label, i) => (label, Token: (i + 1).ToString(CultureInfo.InvariantCulture))).ToDictionary(p => p.label, p => p.Token, StringComparer.Ordinal);

        private void Findings()
        {
            Open("findings");
            if (report.Findings.Count == 0)
                Lead(words["findings.none"]);
            else
            {
                if (report.Baseline is { } baseline)
                    Lead(words.Format("in-baseline.info", baseline.File, baseline.Legacy, baseline.Accepted, baseline.Stale));
                FindingsPerRule();
                var shown = FindingOrder.Of(report.Findings);
                Filter(
                    "findings",
                    Choice("findings", "rule", words["column.rule"], Rules(report.Findings.Select(f => f.Rule))),
                    Choice("findings", "status", words["column.status"], [.. new[] { "open", "unjustified", "excepted" }.Select(s => (s, words["status." + s])), ("baseline", words["in-baseline"])]),
                    Choice("findings", "level", words["column.level"], new[] { "error", "warning", "note" }.Select(l => (l, words["level." + l]))),
                    Projects("findings"));
                Table(
                    words["findings"], [words["column.rule"], words["column.status"], words["column.place"], words["column.message"]], [], shown,
                    f => [RuleLink(f.Rule), Status(f), Place(f.File, f.Line, f.Projects), Message(f.Message)],
                    more: $"{ReportFolder.Json}, {ReportFolder.Findings}",
                    marks: f => Piece($" data-row data-rule=\"{f.Rule}\" data-status=\"{f.Status}{(f.Baseline is null ? "" : " baseline")}\" data-level=\"{f.Level}\" data-project=\"{Tokens(f.Projects)}\""));
            }

            Close();
        }

        /// <summary>Numbers per rule: what a reader of a long list needs first.</summary>
        private void FindingsPerRule()
        {
            var rules = report.Findings.GroupBy(f => f.Rule, StringComparer.Ordinal)
                .Select(g => (Rule: g.Key, Open: g.Count(f => f.Status == "open"), Baseline: g.Count(f => f.Status == "open" && f.Baseline is not null), Unjustified: g.Count(f => f.Status == "unjustified"), Excepted: g.Count(f => f.Status == "excepted")))
                .OrderByDescending(r => r.Open + r.Unjustified).ThenBy(r => r.Rule, StringComparer.Ordinal).ToArray();
            Table(words["findings.per-rule"], [words["column.rule"], words["column.title"], words["status.open"], words["in-baseline"], words["status.unjustified"], words["status.excepted"]], [2, 3, 4, 5], rules,
                r => [Show("findings", "rule=" + r.Rule, r.Rule), Piece($"{(_rules.TryGetValue(r.Rule, out var rule) ? words[rule.Title] : MappedRules.Find(r.Rule) is { } other ? MappedRules.Analyzer(other) : "")}"), Piece($"{r.Open}"), Piece($"{r.Baseline}"), Piece($"{r.Unjustified}"), Piece($"{r.Excepted}")]);
        }

        private Markup Status(Finding finding) => Piece($"{words.Value("status", finding.Status)}<br><span class=\"small soft\">{words.Value("level", finding.Level)}</span>{(finding.Baseline is null ? default : Piece($"<br><span class=\"small\">{words.Value("in-baseline", finding.Baseline)}</span>"))}");

        private void Exceptions()
        {
            Open("exceptions");
            if (report.Exceptions.Count == 0)
                Lead(words["exceptions.none"]);
            else
            {
                Filter(
                    "exceptions",
                    Choice("exceptions", "rule", words["column.rule"], Rules(report.Exceptions.Select(e => e.Rule))),
                    Choice("exceptions", "kind", words["column.kind"], report.Exceptions.Select(e => e.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(k => (k, words.Value("kind", k)))),
                    Choice("exceptions", "status", words["column.status"], [("unjustified", words["no-justification"]), ("expired", words["exception.past"])]),
                    Projects("exceptions"));
                Table(
                    words["exceptions"],
                    [words["column.rule"], words["column.kind"], words["column.justification"], words["column.owner"], words["column.place"], words["column.what"]], [],
                    FindingOrder.Of(report.Exceptions),
                    e =>
                    [
                        RuleLink(e.Rule),
                        Piece($"{words.Value("kind", e.Kind)}"),
                        Reason(e),
                        Owner(e),
                        Place(e.File, e.Line, e.Projects),
                        Message(e.Message),
                    ],
                    marks: e => Piece($" data-row data-rule=\"{e.Rule}\" data-kind=\"{e.Kind}\" data-status=\"{(e.Justified ? "" : "unjustified ")}{(e.Expired ? "expired" : "")}\" data-project=\"{Tokens(e.Projects)}\""));
            }

            Close();
        }

        private Markup Reason(RuleException exception) => exception.Justified
            ? Outside(exception.Justification)
            : Piece($"<strong>{words["no-justification"]}</strong>{(exception.Justification is null ? default : Piece($" ({Outside(exception.Justification)})"))}");

        /// <summary>Who answers for it, since when and until when. A suppression in source says nothing of that.</summary>
        private Markup Owner(RuleException exception)
        {
            Markup Line(string text) => Piece($"<br><span class=\"small\">{text}</span>");
            var approver = exception.ApprovedBy is { } name ? Piece($"<br><span class=\"small\">{words["column.approved-by"]}: {Outside(name)}</span>") : default;
            var since = exception.Created is { } created ? Line(words.Format("exception.since", created)) : default;
            var end = Line(exception.Until is { } until ? words.Format("exception.until", until) : words["no-end-date"]);
            var past = exception.Expired ? Piece($"<br><strong>{words["exception.past"]}</strong>") : default;
            return Piece($"{Declared(exception.Owner)}{approver}{since}{end}{past}");
        }

        private void Evidence()
        {
            Open("evidence");
            if (report.Evidence.Count == 0)
                Lead(words["evidence.none"]);
            else
            {
                Table(words["evidence"], [words["column.criterion"], words["column.title"], words["column.status"], words["column.owner"], words["column.date"], words["column.until"], words["column.source"]], [], report.Evidence, e =>
                [
                    Piece($"<a href=\"#{e.Criterion}\">{e.Criterion}</a>"),
                    Piece($"{Outside(e.Evidence.Title)}{(e.Evidence.Kind is null ? "" : " (" + e.Evidence.Kind + ")")}"),
                    Piece($"{EvidenceStatus(e)}"),
                    Declared(e.Evidence.Owner),
                    Piece($"<span class=\"date\">{Declared(e.Evidence.Date)}</span>"),
                    e.Evidence.ValidUntil is { } until ? Piece($"<span class=\"date\">{until}</span>") : Piece($"{words["no-end-date"]}"),
                    e.Evidence.File is { } file ? Piece($"{file}<br><code>{e.Evidence.Sha256}</code>") : e.Evidence.Link is { } link ? Link(link, link) : default,
                ]);
            }

            Close();
        }

        private string EvidenceStatus(EvidenceRow row) =>
            row.Expired ? words["evidence.status.expired"]
            : words["evidence.status." + row.Evidence.Status] + (row.Valid && row.Expiring ? "; " + words["evidence.status.expiring"] : "");

        private static IEnumerable<(string, string)> Rules(IEnumerable<string> rules) => rules.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(r => (r, r));

        private Markup Projects(string section) => Choice(section, "project", words["column.project"], _projects.Select(p => (p.Value, Visible.Text(p.Key))));

        private string Tokens(IReadOnlyList<string> projects) => string.Join(' ', projects.Select(p => _projects.GetValueOrDefault(p)).OfType<string>());
    }
}
