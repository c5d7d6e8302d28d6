namespace KkAnalyzers.Reporting;

/// <summary>The order in which every form lists findings and exceptions: first what asks for somebody's attention.</summary>
internal static class FindingOrder
{
    /// <summary>Open before silenced without a reason before excepted; then by level; what the baseline names after what it does not.</summary>
    public static Finding[] Of(IEnumerable<Finding> findings) =>
    [
        .. findings
            .OrderBy(f => f.Status switch { "open" => 0, "unjustified" => 1, _ => 2 })
            .ThenBy(f => f.Level switch { "error" => 0, "warning" => 1, _ => 2 })
            .ThenBy(f => f.Baseline is not null),
    ];

    /// <summary>Past their last day, then without a reason, then by the day they end.</summary>
    public static RuleException[] Of(IEnumerable<RuleException> exceptions) =>
        [.. exceptions.OrderBy(e => !e.Expired).ThenBy(e => e.Justified).ThenBy(e => e.Until is null).ThenBy(e => e.Until, StringComparer.Ordinal)];
}
