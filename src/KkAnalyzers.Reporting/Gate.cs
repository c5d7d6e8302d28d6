namespace KkAnalyzers.Reporting;

/// <summary>What fails a build, after the report is on disk.</summary>
public static class Gate
{
    /// <param name="report">The report.</param>
    /// <param name="gate">
    /// <c>none</c>; <c>findings</c>: a finding of level warning or error that is open or silenced without a reason;
    /// <c>incomplete</c>: also a rule that was expected and did not run, or a build that is not whole.
    /// </param>
    /// <returns>KK9005 errors; empty when the build may pass.</returns>
    public static IReadOnlyList<ReportMessage> Evaluate(Report report, string? gate)
    {
        ArgumentNullException.ThrowIfNull(report);

        var messages = new List<ReportMessage>();
        if (gate is null or "" || gate.Equals("none", StringComparison.OrdinalIgnoreCase))
            return messages;

        var incomplete = gate.Equals("incomplete", StringComparison.OrdinalIgnoreCase);
        if (!incomplete && !gate.Equals("findings", StringComparison.OrdinalIgnoreCase))
        {
            // A typing error must not open the gate.
            Close("gate.unknown", gate);
            return messages;
        }

        static string PerRule(IEnumerable<Finding> findings) =>
            string.Join(", ", findings.GroupBy(f => f.Rule).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Count()}"));

        // A rule of another analyzer that only hints is for a human to weigh, and no reason to stop a build.
        var loud = report.Findings.Where(f => f.Level is "error" or "warning" && (MappedRules.Find(f.Rule) is null || MappedRules.IsViolation(f.Rule))).ToArray();
        // The baseline opens the gate for what it names, and for nothing else.
        if (loud.Where(f => f is { Status: "open", Baseline: null }).ToArray() is { Length: > 0 } open)
            Close("gate.findings", open.Length, PerRule(open));
        if (loud.Where(f => f.Status == "unjustified").ToArray() is { Length: > 0 } unjustified)
            Close("gate.unjustified", unjustified.Length, PerRule(unjustified));
        if (!incomplete)
            return messages;

        foreach (var group in report.Rules
            .SelectMany(r => r.Projects.Where(p => p.Outcome is { State: State.NotEvaluated or State.Undecided } and not { ReasonCode: "off-by-default" or "not-followed" or "project-missing" })
                .Select(p => (r.Id, p.Project, p.Outcome)))
            .GroupBy(p => p.Outcome.Reason.En, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Close("gate.not-run", string.Join(", ", group.Select(p => p.Id).Distinct()), string.Join(", ", group.Select(p => p.Project).Distinct()), group.First().Outcome.Reason);
        }

        foreach (var missing in report.MissingProjects)
            Close("gate.project-missing", missing);
        foreach (var project in report.Projects.Where(p => !p.IsTest && !p.Compiled && p.Analysed))
            Close("gate.not-compiled", project.Label);
        if (report.Projects.All(p => p.IsTest))
            Close("gate.no-project");

        return messages;

        void Close(string key, params object[] args) => messages.Add(new ReportMessage("KK9005", "error", null, 0, 0, Texts.Format(key, args)));
    }
}
