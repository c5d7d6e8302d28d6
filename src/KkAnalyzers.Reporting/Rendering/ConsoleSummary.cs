namespace KkAnalyzers.Reporting;

/// <summary>The three lines at the end of a build.</summary>
public static class ConsoleSummary
{
    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static IReadOnlyList<string> Lines(Report report, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = new Words(language);
        var summary = report.Summary;
        var states = string.Join(", ", summary.States.Where(s => s.Count > 0).Select(s => $"{s.Count} {words.State(s.State)}"));
        return
        [
            Visible.Text(words.Format("console.criteria", summary.Criteria, states)),
            Visible.Text(words.Format("console.findings", summary.OpenFindings, summary.Exceptions, summary.UnjustifiedExceptions, summary.EvidenceInvalid)),
            Visible.Text(words.Format(
                summary.Complete ? "console.rules" : "console.rules-incomplete",
                summary.RulesRan, summary.RulesExpected, report.Projects.Count(p => !p.IsTest))),
        ];
    }
}
