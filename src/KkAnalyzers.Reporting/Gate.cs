namespace KkAnalyzers.Reporting;

/// <summary>Why a gate is closed.</summary>
/// <param name="Message">KK9005.</param>
/// <param name="Incomplete">It says nothing about the product, only that nobody knows enough about it.</param>
public sealed record GateReason(ReportMessage Message, bool Incomplete);

/// <summary>What fails a build or a pipeline, after the report is on disk.</summary>
public static class Gate
{
    /// <summary>Why the gate is closed when its policy cannot be read.</summary>
    public static ReportMessage Refused => Closed(false, "policy.refused").Message;

    /// <summary>What closes the gate of a build.</summary>
    /// <param name="report">The report.</param>
    /// <param name="gate">
    /// <c>none</c>; <c>findings</c>: a finding of level warning or error that is open or silenced without a reason;
    /// <c>incomplete</c>: also a rule that was expected and did not run, or a build that is not whole; <c>policy</c>: only what
    /// <paramref name="policy"/> says.
    /// </param>
    /// <param name="policy">Closes the gate on its own, beside <paramref name="gate"/>; null when there is none.</param>
    /// <returns>KK9005 errors; empty when the build may pass.</returns>
    public static IReadOnlyList<ReportMessage> Evaluate(Report report, string? gate, GatePolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(report);

        IReadOnlyList<GateReason> reasons = gate?.ToLowerInvariant() switch
        {
            null or "" or "none" => [],
            "findings" => Reasons(report, GatePolicy.Findings),
            "incomplete" => Reasons(report, GatePolicy.Findings with { RequireComplete = true }),
            "policy" when policy is not null => Reasons(report, policy),
            // A typing error must not open the gate.
            _ => [Closed(false, "gate.unknown", gate)],
        };
        if (policy is not null && gate?.ToLowerInvariant() is "findings" or "incomplete")
            reasons = [.. reasons, .. Reasons(report, policy!)];
        return [.. reasons.Select(r => r.Message).DistinctBy(m => m.Text.En)];
    }

    /// <summary>Why the gate is closed under a policy; empty when it is open.</summary>
    public static IReadOnlyList<GateReason> Reasons(Report report, GatePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(policy);
        return [.. Findings(report, policy), .. States(report, policy), .. Numbers(report, policy), .. policy.RequireComplete ? Gaps(report) : []];
    }

    /// <summary>What the report does not know and was expected to know: rules that did not do their work, projects that nobody looked at.</summary>
    public static IReadOnlyList<GateReason> Gaps(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var gaps = new List<GateReason>();
        foreach (var group in report.Rules
            .SelectMany(r => r.Projects.Where(p => p.Outcome is { State: State.NotEvaluated or State.Undecided } and not { ReasonCode: "off-by-default" or "not-followed" or "project-missing" })
                .Select(p => (r.Id, p.Project, p.Outcome)))
            .GroupBy(p => p.Outcome.Reason.En, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            gaps.Add(Closed(true, "gate.not-run", string.Join(", ", group.Select(p => p.Id).Distinct()), string.Join(", ", group.Select(p => p.Project).Distinct()), group.First().Outcome.Reason));
        }

        gaps.AddRange(report.MissingProjects.Select(missing => Closed(true, "gate.project-missing", missing)));
        gaps.AddRange(report.Projects.Where(p => !p.IsTest && !p.Compiled && p.Analysed).Select(project => Closed(true, "gate.not-compiled", project.Label)));
        if (report.Projects.All(p => p.IsTest))
            gaps.Add(Closed(true, "gate.no-project"));
        return gaps;
    }

    private static IEnumerable<GateReason> Findings(Report report, GatePolicy policy)
    {
        static string PerRule(IEnumerable<Finding> findings) =>
            string.Join(", ", findings.GroupBy(f => f.Rule).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Count()}"));

        // A rule of another analyzer that only hints is for a human to weigh, and no reason to stop a build.
        var loud = report.Findings
            .Where(f => policy.Severities.Contains(f.Level) && !Accepted(f, policy) && (MappedRules.Find(f.Rule) is null || MappedRules.IsViolation(f.Rule)))
            .ToArray();
        var open = loud.Where(f => f.Status == "open").ToArray();
        // A highest number, where there is one, says how many are too many.
        if (open.Length > 0 && !policy.Maximum.ContainsKey("findings"))
            yield return Closed(false, "gate.findings", open.Length, PerRule(open));
        var unjustified = loud.Where(f => f.Status == "unjustified").ToArray();
        if (unjustified.Length > 0 && !policy.Maximum.ContainsKey("unjustifiedExceptions"))
            yield return Closed(false, "gate.unjustified", unjustified.Length, PerRule(unjustified));
    }

    private static IEnumerable<GateReason> States(Report report, GatePolicy policy)
    {
        if (policy.Expected is not null && report.Criteria.All(c => c.Expected is null))
            yield return Closed(true, "gate.no-profile");

        var refused = report.Criteria.Where(c => c.State is { } state && policy.NotAccepted(c).Contains(state) && !OnlyBaseline(report, c, policy));
        foreach (var group in refused.GroupBy(c => c.State!.Value).OrderBy(g => g.Key))
        {
            yield return Closed(
                group.Key is State.NotEvaluated or State.Undecided, "gate.state",
                group.Count(), Texts.Get("state." + Words.Name(group.Key)), string.Join(", ", group.Select(c => c.Id)));
        }
    }

    private static IEnumerable<GateReason> Numbers(Report report, GatePolicy policy)
    {
        foreach (var (name, (count, incomplete)) in GatePolicy.Counts)
        {
            if (policy.Maximum.TryGetValue(name, out var maximum) && count(report) is var number && number > maximum)
                yield return Closed(incomplete, "gate.maximum", Texts.Get("gate.count." + name), number, maximum);
        }
    }

    private static bool Accepted(Finding finding, GatePolicy policy) => policy.NewOnly && finding.Baseline is not null;

    /// <summary>A criterion with findings, all of which the baseline names.</summary>
    private static bool OnlyBaseline(Report report, CriterionRow criterion, GatePolicy policy)
    {
        if (criterion.State != State.Finding)
            return false;
        var rules = criterion.Rules.Select(r => r.Rule).Concat(criterion.OtherRules.Select(r => r.Rule)).ToHashSet(StringComparer.Ordinal);
        var findings = report.Findings.Where(f => rules.Contains(f.Rule) && f.Status != "excepted").ToArray();
        return findings.Length > 0 && findings.All(f => Accepted(f, policy));
    }

    private static GateReason Closed(bool incomplete, string key, params object[] args) =>
        new(new ReportMessage("KK9005", "error", null, 0, 0, Texts.Format(key, args)), incomplete);
}
