using System.Globalization;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// What one rule's record, findings and silence amount to in one compilation. Silence needs an explanation: only a rule that
/// was loaded, on, not silenced, ran to its end without a crash, in a compilation without errors, and said what it looked at,
/// is clean. Each check stands for a way in which "no findings" and "did not run" look alike in the log.
/// </summary>
internal sealed class RuleEvaluation
{
    private readonly ProjectFacts _facts;
    private readonly SarifLog _log;
    private readonly string? _problem;
    private readonly HashSet<string> _noWarn;
    private readonly ILookup<string, SarifResult> _findings;
    private readonly Dictionary<string, Record> _records;
    private readonly bool _crashed;

    /// <param name="facts">What the build knows.</param>
    /// <param name="log">The compiler's log.</param>
    /// <param name="problem">Why the log as a whole says nothing; null when it does.</param>
    public RuleEvaluation(ProjectFacts facts, SarifLog log, string? problem)
    {
        _facts = facts;
        _log = log;
        _problem = problem;
        _noWarn = (facts.NoWarn ?? "").Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        _findings = log.Results.ToLookup(r => r.RuleId);
        _records = log.Results
            .Where(r => r.RuleId == "KK9001" && r.Custom.ContainsKey("rule") && r.Custom.ContainsKey("inspected"))
            .GroupBy(r => r.Custom["rule"], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Record.Of(g), StringComparer.Ordinal);
        // The message names the analyzer's type; a crash of somebody else's analyzer says nothing about ours.
        _crashed = _findings["AD0001"].Any(r => r.Message.Contains("KkAnalyzers.", StringComparison.Ordinal));
        HasCompileErrors = log.Results.Any(IsCompileError);
    }

    public bool HasCompileErrors { get; }

    /// <summary>Ids in the project's <c>NoWarn</c>.</summary>
    public IReadOnlySet<string> NoWarn => _noWarn;

    /// <summary>At least one rule left its record.</summary>
    public bool AnyRecord => _problem is null && _records.Count > 0;

    /// <summary>Rules that the project switched off as a whole, with what did it.</summary>
    public IEnumerable<(string Rule, string Kind)> SwitchedOff
    {
        get
        {
            foreach (var rule in Catalogue.Instance.Rules.Where(ToolInfo.IsProductRule))
            {
                if (_noWarn.Contains(rule.Id))
                    yield return (rule.Id, "no-warn");
                else if (DisabledByConfig(rule))
                    yield return (rule.Id, "config");
            }

            if (_noWarn.Contains("AD0001"))
                yield return ("AD0001", "no-warn");
        }
    }

    /// <summary>
    /// A rule of another analyzer leaves no record: it ran when it was on everywhere, at a level that the log does not leave
    /// out. A hidden rule is not run by a build, and one that was lowered to a note may be.
    /// </summary>
    public bool OtherRan(string id) =>
        _problem is null && !HasCompileErrors && !_noWarn.Contains(id) && _log.Rules.TryGetValue(id, out var rule)
        && (rule.Overrides.Count > 0
            ? rule.Overrides.All(o => o.Enabled && o.Level is not ("note" or "none"))
            : rule is { Enabled: true, SuppressedExternally: false });

    /// <param name="rule">The rule.</param>
    /// <param name="declared">What the declaration excepts from it: no finding of the compiler is silenced for these.</param>
    public RuleOutcome Evaluate(Rule rule, int declared)
    {
        var statuses = _findings[rule.Id].Select(FragmentBuilder.Status).ToArray();
        var record = _records.GetValueOrDefault(rule.Id);
        var outcome = new RuleOutcome(
            rule.Id, State.NotEvaluated, "", Texts.Same(""), record?.Inspected ?? 0, record?.NotFollowed ?? 0, record?.Failed ?? 0,
            statuses.Count(s => s == "open"), statuses.Count(s => s == "excepted") + declared, statuses.Count(s => s == "unjustified"));

        var why = WhyNotEvaluated(rule, record);
        return RuleStates.Of(rule, outcome, why, why is null ? WhyUndecided(rule, outcome) : null);
    }

    private (string Code, object[] Args)? WhyNotEvaluated(Rule rule, Record? record)
    {
        if (_problem is not null)
            return (_problem, []);
        if (!_log.Rules.Keys.Any(id => Rules.Find(id) is not null))
            // After a syntax error the compiler does not start analyzers, and lists none.
            return HasCompileErrors ? ("compile-errors", []) : ("not-loaded", [_facts.CompilerApiVersion ?? "?"]);
        if (!_log.Rules.TryGetValue(rule.Id, out var listed))
            return ("rule-not-loaded", [_facts.CompilerApiVersion ?? "?"]);
        if (_noWarn.Contains(rule.Id))
            return ("no-warn", []);
        if (DisabledByConfig(rule))
            return (listed.Overrides.Any(o => o.Enabled) ? "config-partly" : "config", []);
        if (IsOffByDefault(rule, listed) && !listed.Overrides.Any(o => o.Enabled))
            return ("off-by-default", []);
        if (record is { Suppressed: true })
            return ("record-silenced", []);
        if (record is null)
            return HasCompileErrors ? ("compile-errors", []) : _crashed ? ("crashed", []) : ("no-record", []);
        if (record.Failed > 0)
            return ("crashed", []);
        if (HasCompileErrors)
            return ("compile-errors", []);
        return null;
    }

    private (string Code, object[] Args)? WhyUndecided(Rule rule, RuleOutcome outcome)
    {
        if (_noWarn.Contains("AD0001"))
            return ("crash-report-silenced", []);
        // `silent` and `suggestion` both appear as note, and results of `silent` are not logged. An override to a rule's own
        // default is never written, so a note here is a change, also for a rule that is information by default.
        if (outcome.Excepted == 0 && _log.Rules[rule.Id].Overrides.Any(o => o is { Enabled: true, Level: "note" or "none" }))
            return ("lowered", []);
        if (outcome.NotFollowed > 0)
            return ("not-followed", [outcome.Inspected, rule.Inspects, outcome.NotFollowed]);
        return null;
    }

    /// <summary>Off for the whole compilation or a part of it by .editorconfig, .globalconfig or a rule set.</summary>
    private bool DisabledByConfig(Rule rule) =>
        _log.Rules.TryGetValue(rule.Id, out var listed)
        && (listed.Overrides.Any(o => !o.Enabled) || (listed.SuppressedExternally && listed.Overrides.Count == 0))
        && !(IsOffByDefault(rule, listed) && !listed.Overrides.Any(o => o.Enabled));

    // The catalogue knows the real default; the log's is a second opinion, for a package of another version.
    private static bool IsOffByDefault(Rule rule, SarifRule listed) => rule.Severity == RuleSeverity.Off || !listed.Enabled;

    /// <summary>An error of the compiler itself. A warning that was promoted to an error has a warning level and stops no analysis.</summary>
    private bool IsCompileError(SarifResult result) =>
        result is { Level: "error", WarningLevel: 0, Suppressions.Count: 0 }
        && result.RuleId.StartsWith("CS", StringComparison.Ordinal)
        && result.RuleId.Length > 2 && char.IsAsciiDigit(result.RuleId[2])
        && !(_log.Rules.TryGetValue(result.RuleId, out var rule) && rule.Level != "error");

    /// <summary>The inspection record of one rule: what it counted.</summary>
    private sealed record Record(int Inspected, int Failed, int NotFollowed, bool Suppressed)
    {
        public static Record Of(IEnumerable<SarifResult> results)
        {
            var all = results.ToArray();
            var unreadable = 0;
            int Sum(string name) => all.Sum(r =>
            {
                if (int.TryParse(r.Custom.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return number;
                unreadable++;
                return 0;
            });

            var (inspected, failed, notFollowed) = (Sum("inspected"), Sum("failed"), Sum("notFollowed"));
            // A counter that cannot be read proves nothing: it counts as a crash.
            return new Record(inspected, failed + unreadable, notFollowed, all.Any(r => r.Suppressions.Count > 0));
        }
    }
}
