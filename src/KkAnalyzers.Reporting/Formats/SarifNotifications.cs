using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>What did not run, and what was switched off: a rule without results is not clean because of that.</summary>
internal sealed class SarifNotifications(Report report, Words words, SarifRules rules)
{
    /// <summary>Reasons that somebody chose; all others happened.</summary>
    private static readonly HashSet<string> Chosen =
    [
        "switched-off", "no-warn", "config", "config-partly", "off-by-default", "mode-none", "record-silenced", "crash-report-silenced", "lowered",
        "audit-off", "audit-silenced", "audit-level", "audit-direct",
    ];

    public JsonObject Invocation()
    {
        var outcomes = report.Rules
            // A project that is missing is said once, and not for every rule.
            .SelectMany(r => r.Projects.Where(p => p.Outcome is { State: State.NotEvaluated or State.Undecided, ReasonCode: not "project-missing" }).Select(p => (r.Id, p.Project, p.Outcome)))
            .GroupBy(o => (o.Outcome.ReasonCode, o.Outcome.Reason.En))
            .OrderBy(g => g.Key.ReasonCode, StringComparer.Ordinal).ThenBy(g => g.Key.En, StringComparer.Ordinal)
            .ToLookup(g => Chosen.Contains(g.Key.ReasonCode), g => NotRun(g.Key.ReasonCode, [.. g]));
        var whole = report.Exceptions.Where(e => e.Kind is "config" or "no-warn").ToArray();

        return Tree.Object(
            ("executionSuccessful", report.Summary.Complete),
            ("ruleConfigurationOverrides", Tree.List(whole.Select(e => e.Rule).Distinct().Select(rules.Descriptor).OfType<JsonObject>()
                .Select(d => Tree.Object(("descriptor", d), ("configuration", Tree.Object(("enabled", false))))))),
            ("toolExecutionNotifications", Tree.LinesOrNull(
            [
                .. outcomes[false],
                .. report.MissingProjects.Select(m => Tree.Object(
                    ("descriptor", rules.Code("KK9003")), ("level", "warning"), ("message", SarifRules.Message(words.Format("format.missing", m))))),
            ])),
            ("toolConfigurationNotifications", Tree.LinesOrNull(
            [
                .. outcomes[true],
                // Rules that did not run are said above, with their reason.
                .. report.Problems.Where(p => p.Code != "KK9003").Select(Problem),
                .. whole.Where(e => rules.Descriptor(e.Rule) is null).Select(e => Tree.Object(
                    ("descriptor", rules.Code("KK9003")), ("level", "warning"), ("message", SarifRules.Message($"{e.Rule}: {words[e.Message]} ({words.Value("kind", e.Kind)})")))),
            ])));
    }

    private JsonObject NotRun(string code, (string Rule, string Project, RuleOutcome Outcome)[] all)
    {
        var ids = all.Select(o => o.Rule).Distinct().Order(StringComparer.Ordinal).ToArray();
        var text = words.Format("format.not-run", string.Join(", ", ids), all[0].Outcome.Reason, Few.Of(all.Select(o => o.Project).Order(StringComparer.Ordinal)));
        return Tree.Object(
            ("descriptor", rules.Code("KK9003")),
            ("associatedRule", ids.Length == 1 ? rules.Descriptor(ids[0]) : null),
            // Off by default is nobody's doing.
            ("level", code is "off-by-default" or "not-followed" ? "note" : "warning"),
            ("message", SarifRules.Message(text)),
            ("properties", Tree.Object(("reason", code), ("rules", Tree.List(ids)))));
    }

    private JsonObject Problem(ReportMessage problem) => Tree.Object(
        ("descriptor", rules.Code(problem.Code)),
        ("level", problem.Severity == "error" ? "error" : "warning"),
        ("message", SarifRules.Message(words[problem.Text])),
        ("locations", problem.File is { } file ? new JsonArray(SarifDocument.Location(file, problem.Line, problem.Column)) : null));
}
