namespace KkAnalyzers.Reporting;

/// <summary>Rules whose silence says less than it seems, by what happened to them.</summary>
internal static class RuleHealth
{
    /// <summary>Kinds in the order of the report, with the reasons that lead to them.</summary>
    private static readonly (string Kind, string[] Reasons)[] Kinds =
    [
        ("switched-off", ["no-warn", "config", "config-partly", "switched-off", "mode-none", "skipped"]),
        ("silenced", ["record-silenced", "crash-report-silenced", "lowered"]),
        ("crashed", ["crashed", "crashed-with"]),
    ];

    /// <summary>Per kind the rules it happened to in at least one compilation; <c>other</c> did not run there for another reason.</summary>
    public static IReadOnlyList<(string Kind, IReadOnlyList<string> Rules)> Of(Report report)
    {
        var found = Kinds.Select(k => k.Kind).Append("other").ToDictionary(k => k, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var rule in report.Rules)
        {
            foreach (var kind in rule.Projects.Select(p => Kind(p.Outcome)).OfType<string>().Distinct(StringComparer.Ordinal))
                found[kind].Add(rule.Id);
        }

        return [.. found.Select(f => (f.Key, (IReadOnlyList<string>)f.Value))];
    }

    private static string? Kind(RuleOutcome outcome) =>
        Kinds.FirstOrDefault(k => k.Reasons.Contains(outcome.ReasonCode)).Kind
        ?? (outcome.State == State.NotEvaluated && outcome.ReasonCode != "off-by-default" ? "other" : null);
}
