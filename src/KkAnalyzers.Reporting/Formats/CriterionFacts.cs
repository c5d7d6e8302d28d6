using System.Globalization;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>What stands behind the state of a criterion, for formats that want evidence per requirement.</summary>
internal sealed class CriterionFacts
{
    private readonly Report _report;
    private readonly Words _words;
    private readonly ILookup<string, Finding> _findings;
    private readonly ILookup<string, RuleException> _exceptions;
    private readonly ILookup<string, EvidenceRow> _evidence;
    private readonly Dictionary<string, RuleRow> _rules;

    public CriterionFacts(Report report, Words words)
    {
        _report = report;
        _words = words;
        _findings = report.Findings.ToLookup(f => f.Rule, StringComparer.Ordinal);
        _exceptions = report.Exceptions.ToLookup(e => e.Rule, StringComparer.Ordinal);
        _evidence = report.Evidence.ToLookup(e => e.Criterion, StringComparer.Ordinal);
        _rules = report.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    /// <summary>Findings that count: open, or silenced without a reason.</summary>
    public Finding[] Findings(CriterionRow criterion) => [.. RulesOf(criterion).SelectMany(r => _findings[r]).Where(f => f.Status != "excepted")];

    /// <summary>Exceptions with a reason that still count, and that something is excepted by.</summary>
    public RuleException[] Exceptions(CriterionRow criterion) =>
        [.. RulesOf(criterion).SelectMany(r => _exceptions[r]).Where(e => e is { Justified: true, Expired: false, Projects.Count: > 0 } && e.Kind != "baseline")];

    public EvidenceRow[] Evidence(CriterionRow criterion) => [.. _evidence[criterion.Id]];

    /// <summary>Somebody's rule ran, so that there is something to tell about.</summary>
    public static bool AnyRule(CriterionRow criterion) => criterion.Rules.Any(r => r.State != State.NotEvaluated) || criterion.OtherRules.Any(o => o.Ran || o.Findings > 0);

    /// <summary>What its rules looked at, and what they cannot see.</summary>
    public string Looked(CriterionRow criterion)
    {
        var own = criterion.Rules.Where(r => r.State != State.NotEvaluated).ToArray();
        var counts = own.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Rule}: {r.Inspected} {_words[_rules.GetValueOrDefault(r.Rule)?.Inspects]}"))
            .Concat(criterion.OtherRules.Where(o => o.Ran || o.Findings > 0).Select(o => o.Rule));
        var blind = own.Select(r => _rules.GetValueOrDefault(r.Rule)).OfType<RuleRow>().Select(r => $"{r.Id}: {_words[r.CannotSee]}").ToArray();
        var looked = _words.Format("format.looked", string.Join("; ", counts));
        return blind.Length == 0 ? looked : looked + " " + _words.Format("format.cannot-see", string.Join(" ", blind));
    }

    public string Reason(CriterionRow criterion) => Visible.Text(_words[criterion.Reason]);

    /// <summary>Criteria with a state, in the order of the framework.</summary>
    public IEnumerable<CriterionRow> Stated => _report.Criteria.Where(c => c.State is not null);

    private static IEnumerable<string> RulesOf(CriterionRow criterion) => criterion.Rules.Select(r => r.Rule).Concat(criterion.OtherRules.Select(o => o.Rule)).Distinct();
}
