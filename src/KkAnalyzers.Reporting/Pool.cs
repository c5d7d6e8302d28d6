using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Equal texts of many fragments kept once: a thousand projects have the same rules in the same states for the same reasons.
/// Lives as long as one roll-up.
/// </summary>
internal sealed class Pool
{
    private readonly Dictionary<string, string> _strings = new(StringComparer.Ordinal);
    private readonly Dictionary<Localized, Localized> _texts = [];
    private readonly Dictionary<RuleOutcome, RuleOutcome> _outcomes = [];

    public Fragment Share(Fragment fragment) => fragment with
    {
        Rules = [.. fragment.Rules.Select(Share)],
        Findings = [.. fragment.Findings.Select(f => f with
        {
            Rule = Share(f.Rule), Level = Share(f.Level), Status = Share(f.Status), File = f.File is null ? null : Share(f.File), Projects = Share(f.Projects),
        })],
        Exceptions = [.. fragment.Exceptions.Select(e => e with { Rule = Share(e.Rule), Kind = Share(e.Kind), Message = Share(e.Message), Projects = Share(e.Projects) })],
    };

    private RuleOutcome Share(RuleOutcome outcome)
    {
        if (!_outcomes.TryGetValue(outcome, out var shared))
            _outcomes[outcome] = shared = outcome with { Rule = Share(outcome.Rule), ReasonCode = Share(outcome.ReasonCode), Reason = Share(outcome.Reason) };
        return shared;
    }

    private string[] Share(IReadOnlyList<string> labels) => [.. labels.Select(Share)];

    private string Share(string text) => _strings.TryGetValue(text, out var shared) ? shared : _strings[text] = text;

    private Localized Share(Localized text) => _texts.TryGetValue(text, out var shared) ? shared : _texts[text] = text;
}
