using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>What changed since an earlier report, as its buyer asks: what got worse, what is gone, and is it gone because it was mended.</summary>
public static partial class HtmlRenderer
{
    private sealed partial class Page
    {
        private void Changes()
        {
            Open("changes");
            if (report.Changes is not { } changes)
            {
                Lead(words["changes.none-given"]);
                Close();
                return;
            }

            _html.Add($"<p class=\"lead\">{words["changes.with"]} {Outside(changes.PreviousVersion ?? words["changes.no-version"])}; {words["commit"]}{words.Colon}<code>{(changes.PreviousCommits.Count == 0 ? words["commit.unknown"] : Some(changes.PreviousCommits))}</code>; report.json SHA-256: <code>{changes.PreviousSha256}</code></p>");
            if (changes.OtherRuleSet)
                _html.Add($"<p class=\"notice\"><strong>{words["changes.other-rules"]}</strong></p>");
            Lead(words.Format("changes.sentence", changes.Criteria.Count, changes.NewFindings.Count, changes.GoneFindings.Count, changes.NewExceptions.Count, changes.GoneExceptions.Count));

            foreach (var group in changes.Criteria.GroupBy(Kind).OrderBy(g => Array.IndexOf(ChangeKinds, g.Key)))
            {
                _html.Add($"<h3>{words["changes." + group.Key]}</h3>");
                Table(words["changes." + group.Key], [words["column.criterion"], words["column.before"], words["column.now"], words["column.reason-now"]], [], [.. group], c => [Criterion(c), Was(c.From), Was(c.To), Now(c)]);
            }

            ChangedFindings("changes.new-findings", changes.NewFindings);
            ChangedFindings("changes.gone-findings", changes.GoneFindings);
            ChangedExceptions("changes.new-exceptions", changes.NewExceptions);
            ChangedExceptions("changes.gone-exceptions", changes.GoneExceptions);
            if (changes.NewRules.Count > 0)
                _html.Add($"<h3>{words["changes.new-rules"]}</h3><p>{Markup.Join(changes.NewRules.Select(RuleLink), ", ")}</p>");
            Close();
        }

        private static readonly string[] ChangeKinds = ["now-finding", "no-longer-looked", "no-longer-finding", "now-looked", "other"];

        /// <summary>No scale of better and worse beyond what a state says: "not applicable" is not better than "nothing seen".</summary>
        private static string Kind(CriterionChange change) => change switch
        {
            { From: null } or { To: null } => "other",
            { To: State.Finding } => "now-finding",
            { To: State.NotEvaluated or State.Undecided } => "no-longer-looked",
            { From: State.Finding } => "no-longer-finding",
            { From: State.NotEvaluated or State.Undecided } => "now-looked",
            _ => "other",
        };

        private Markup Criterion(CriterionChange change) => _criteria.TryGetValue(change.Criterion, out var criterion)
            ? Piece($"<a href=\"#{criterion.Id}\">{criterion.Id}</a> {words[criterion.Title]}") : Piece($"{change.Criterion}");

        private Markup Was(State? state) => state is { } known ? Badge(known) : Piece($"<span class=\"soft\">{words["changes.not-there"]}</span>");

        private Markup Now(CriterionChange change) => _criteria.TryGetValue(change.Criterion, out var criterion) ? Piece($"{words[criterion.Reason]}") : default;

        private void ChangedFindings(string key, IReadOnlyList<Finding> findings)
        {
            if (findings.Count == 0)
                return;
            _html.Add($"<h3>{words[key]}{words.Colon}{findings.Count}</h3>");
            Table(words[key], [words["column.rule"], words["column.status"], words["column.place"], words["column.message"]], [], FindingOrder.Of(findings),
                f => [RuleLink(f.Rule), Status(f), Place(f.File, f.Line, f.Projects), Message(f.Message)]);
        }

        private void ChangedExceptions(string key, IReadOnlyList<RuleException> exceptions)
        {
            if (exceptions.Count == 0)
                return;
            _html.Add($"<h3>{words[key]}{words.Colon}{exceptions.Count}</h3>");
            Table(words[key], [words["column.rule"], words["column.kind"], words["column.justification"], words["column.place"]], [], exceptions,
                e => [RuleLink(e.Rule), Piece($"{words.Value("kind", e.Kind)}"), Reason(e), Place(e.File, e.Line, e.Projects)]);
        }
    }
}
