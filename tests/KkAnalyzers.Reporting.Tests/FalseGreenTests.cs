using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>
/// The ways in which "no findings" and "did not run" look alike. A report is worthless if it falls for one of them: each must
/// end in a state that is not clean, with a reason in three languages and, where it is somebody's doing, a warning.
/// </summary>
public class FalseGreenTests
{
    private static void Is(FragmentResult result, State state, string reason, bool warned = true)
    {
        var outcome = result.Outcome();
        Assert.Equal((state, reason), (outcome.State, outcome.ReasonCode));
        Assert.All(new[] { outcome.Reason.En, outcome.Reason.Nl, outcome.Reason.Fr }, t => Assert.False(string.IsNullOrWhiteSpace(t)));
        Assert.Equal(warned, result.Messages.Any(m => m.Code == "KK9003" && m.Severity == "warning" && m.Text.Nl.Contains(outcome.Reason.Nl, StringComparison.Ordinal)));
    }

    [Fact]
    public void Ran_and_saw_nothing_is_clean() => Is(Build.Fragment(new Sarif()), State.CheckedClean, "clean", warned: false);

    [Fact]
    public void Ran_and_met_nothing_is_not_applicable() => Is(Build.Fragment(new Sarif().Record(Sarif.Rule, 0)), State.NotApplicable, "nothing-to-inspect", warned: false);

    [Fact] // a package in a roslynX.Y folder newer than the host, or refused with CS9057: no id of ours, no other sign
    public void Analyzer_not_loaded() => Is(Build.Fragment(new Sarif().Unload(_ => true).Load("CA1000")), State.NotEvaluated, "not-loaded");

    [Fact]
    public void One_rule_not_loaded() => Is(Build.Fragment(new Sarif().Unload(id => id == Sarif.Rule)), State.NotEvaluated, "rule-not-loaded");

    [Fact]
    public void RunAnalyzers_false() => Is(Build.Fragment(new Sarif(), f => f with { RunAnalyzers = false }), State.NotEvaluated, "switched-off");

    [Fact] // the same situation seen from the log: no rules key
    public void Log_without_rules() => Is(Build.Fragment(new Sarif().WithoutRules()), State.NotEvaluated, "log-without-rules");

    [Fact]
    public void No_log() => Is(Build.Fragment(null), State.NotEvaluated, "log-missing");

    [Fact] // ErrorLog without ",version=2.1"
    public void Log_of_version_1() => Is(Build.Fragment(new Sarif().Version("1.0.0")), State.NotEvaluated, "log-version-1");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"version\":\"2.1.0\"}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{},{}]}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"rules\":[{\"id\":\"KK43")]
    public void Unreadable_log(string log) => Is(Build.Fragment(null, log: log), State.NotEvaluated, "log-unreadable");

    [Fact]
    public void Log_with_other_types_than_expected_does_not_throw()
    {
        const string Log = """{"version":"2.1.0","runs":[{"tool":{"driver":{"rules":[1,{"id":2},{"id":"KK4301","properties":[],"defaultConfiguration":"x"}]}},"results":[3,{"ruleId":"KK4301","locations":"x","suppressions":7,"properties":{"customProperties":[]}}],"invocations":{"a":1}}]}""";
        Assert.Equal(State.Finding, Build.Fragment(null, log: Log).Outcome().State);
    }

    [Fact] // `severity = silent`: override to note, results gone
    public void Lowered_to_note() => Is(Build.Fragment(new Sarif().Override(Sarif.Rule, level: "note")), State.Undecided, "lowered");

    [Fact]
    public void Lowered_to_note_that_still_fires_is_a_finding() =>
        Is(Build.Fragment(new Sarif().Override(Sarif.Rule, level: "note").Finding(level: "note")), State.Finding, "findings", warned: false);

    [Fact]
    public void NoWarn()
    {
        var result = Build.Fragment(new Sarif().Override(Sarif.Rule, enabled: false), f => f with { NoWarn = "1701;1702; KK4301" });
        Is(result, State.NotEvaluated, "no-warn");
        var exception = Assert.Single(result.Fragment.Exceptions);
        Assert.Equal(("no-warn", false), (exception.Kind, exception.Justified));
    }

    [Fact]
    public void NoWarn_has_its_place()
    {
        var result = Build.Fragment(new Sarif().Override(Sarif.Rule, enabled: false), f => f with { NoWarn = "1701;KK4301" }, prepare: f => f.File("src/App/App.csproj", "<Project>\n  <PropertyGroup>\n    <NoWarn>$(NoWarn);KK4301</NoWarn>\n  </PropertyGroup>\n</Project>"));
        Assert.Equal(("src/App/App.csproj", 3), result.Fragment.Exceptions.Where(e => e.Kind == "no-warn").Select(e => (e.File, e.Line)).Single());
    }

    [Theory]
    [InlineData("root = true\n[*.cs]\ndotnet_diagnostic.KK4301.severity = none\n", 3)]
    [InlineData("[*.cs]\ndotnet_analyzer_diagnostic.severity = none\n", 2)]
    [InlineData("[*.cs]\ndotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.kk4301.severity = none # klaar in juni\n", 3)]
    public void A_configured_switch_off_has_its_place(string config, int line)
    {
        var path = "";
        var result = Build.Fragment(
            new Sarif().Override(Sarif.Rule, enabled: false),
            f => f with { Items = new Dictionary<string, IReadOnlyList<BuildItem>> { ["EditorConfigFiles"] = [new(path = Path.Combine(f.RootDirectory!, ".editorconfig"), null)] } },
            prepare: f => f.File(".editorconfig", config));
        var exception = result.Fragment.Exceptions.Single(e => e.Kind == "config");
        Assert.Equal((".editorconfig", line, false), (exception.File, exception.Line, exception.Justified));
        Assert.Contains(path, result.FilesRead);
    }

    [Fact] // the log is older than the NoWarn: nothing was compiled again
    public void NoWarn_with_stale_log() => Is(Build.Fragment(new Sarif(), f => f with { NoWarn = "KK4301" }), State.NotEvaluated, "no-warn");

    [Fact]
    public void RunAnalyzers_false_with_stale_log_shows_no_findings_of_another_build()
    {
        var result = Build.Fragment(new Sarif().Finding(), f => f with { RunAnalyzers = false });
        Assert.Equal(["KK4403"], result.Fragment.Findings.Select(f => f.Rule));
        Assert.False(result.Fragment.Project.Analysed);
    }

    [Fact] // .editorconfig, .globalconfig, bulk
    public void Configured_none()
    {
        var result = Build.Fragment(new Sarif().Override(Sarif.Rule, enabled: false));
        Is(result, State.NotEvaluated, "config");
        Assert.Equal("config", Assert.Single(result.Fragment.Exceptions).Kind);
    }

    [Fact]
    public void Configured_none_for_a_part_of_the_files() =>
        Is(Build.Fragment(new Sarif().Override(Sarif.Rule, enabled: false).Override(Sarif.Rule, level: "error")), State.NotEvaluated, "config-partly");

    [Fact] // a bulk [*.cs] none leaves results in other files
    public void Configured_none_that_still_fires_is_a_finding_and_an_exception()
    {
        var result = Build.Fragment(new Sarif().Override(Sarif.Rule, enabled: false).Finding(file: "appsettings.json"));
        Is(result, State.Finding, "findings", warned: false);
        Assert.Single(result.Fragment.Exceptions);
    }

    [Fact]
    public void Suppressed_externally_without_override()
    {
        var rule = new JsonObject { ["id"] = Sarif.Rule, ["properties"] = new JsonObject { ["isEverSuppressed"] = "true", ["suppressionKinds"] = new JsonArray("external") } };
        var log = JsonNode.Parse(new Sarif().ToString())!;
        var rules = log["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray();
        rules.Remove(rules.Single(r => (string?)r!["id"] == Sarif.Rule));
        rules.Add((JsonNode)rule);
        Is(Build.Fragment(null, log: log.ToJsonString()), State.NotEvaluated, "config");
    }

    [Fact]
    public void Off_by_default_is_nobodys_doing()
    {
        var result = Build.Fragment(new Sarif().Load(Sarif.Rule, new JsonObject { ["enabled"] = false }));
        Is(result, State.NotEvaluated, "off-by-default", warned: false);
        Assert.Empty(result.Fragment.Exceptions);
    }

    [Fact]
    public void Off_by_default_and_switched_on() =>
        Is(Build.Fragment(new Sarif().Load(Sarif.Rule, new JsonObject { ["enabled"] = false }).Override(Sarif.Rule, level: "warning")), State.CheckedClean, "clean", warned: false);

    [Fact]
    public void Crash_with_a_report() => Is(
        Build.Fragment(new Sarif().NoRecord(Sarif.Rule).Result("AD0001", "warning", "Analyzer 'KkAnalyzers.Rules.X' threw an exception", null, 0, 0, null)), State.NotEvaluated, "crashed");

    [Fact]
    public void Crash_of_somebody_elses_analyzer_changes_nothing() => Is(
        Build.Fragment(new Sarif().Result("AD0001", "warning", "Analyzer 'Other.Rules.X' threw an exception", null, 0, 0, null)), State.CheckedClean, "clean", warned: false);

    [Fact] // NoWarn=AD0001: nothing at all in the log
    public void Crash_with_its_report_silenced()
    {
        Is(Build.Fragment(new Sarif().Record(Sarif.Rule, 3, failed: 1), f => f with { NoWarn = "AD0001" }), State.NotEvaluated, "crashed");
        Is(Build.Fragment(new Sarif().NoRecord(Sarif.Rule), f => f with { NoWarn = "AD0001" }), State.NotEvaluated, "no-record");
    }

    [Fact]
    public void Crash_reports_silenced_make_silence_undecided()
    {
        var result = Build.Fragment(new Sarif(), f => f with { NoWarn = "AD0001" });
        Is(result, State.Undecided, "crash-report-silenced");
        Assert.Contains(result.Fragment.Exceptions, e => e is { Rule: "AD0001", Kind: "no-warn" });
    }

    [Fact] // AD0001 disappears when the compilation has any error; the counter does not
    public void Crash_beside_a_compile_error() => Is(
        Build.Fragment(new Sarif().Record(Sarif.Rule, 3, failed: 1).Result("CS0103", "error", "no such name", "A.cs", 1, 1, null)), State.NotEvaluated, "crashed");

    [Fact]
    public void No_record() => Is(Build.Fragment(new Sarif().NoRecord(Sarif.Rule)), State.NotEvaluated, "no-record");

    [Fact]
    public void Record_that_cannot_be_read() => Is(
        Build.Fragment(new Sarif().NoRecord(Sarif.Rule).Result("KK9001", "note", "", null, 0, 0, null, ("rule", Sarif.Rule), ("inspected", "many"), ("failed", "0"), ("notFollowed", "0"))),
        State.NotEvaluated, "crashed");

    [Fact] // semantic error: rules ran, over something that is not the product
    public void Semantic_error()
    {
        var result = Build.Fragment(new Sarif().Result("CS0103", "error", "no such name", "A.cs", 1, 1, null));
        Is(result, State.NotEvaluated, "compile-errors");
        Assert.False(result.Fragment.Project.Compiled);
        Assert.True(result.Fragment.Project.Analysed);
    }

    [Fact] // a syntax error may leave a log that lists no analyzer at all
    public void Syntax_error_and_no_rule_listed() => Is(
        Build.Fragment(new Sarif().Unload(_ => true).Load("CA1000").Result("CS1002", "error", "; expected", "A.cs", 1, 1, null)), State.NotEvaluated, "compile-errors");

    [Fact] // syntax error: no rule ran
    public void Syntax_error()
    {
        var sarif = new Sarif().Result("CS1002", "error", "; expected", "A.cs", 1, 1, null);
        foreach (var rule in Sarif.Expected)
            sarif.NoRecord(rule.Id);
        var result = Build.Fragment(sarif);
        Is(result, State.NotEvaluated, "compile-errors");
        Assert.False(result.Fragment.Project.Analysed);
    }

    [Fact]
    public void Finding_beside_a_compile_error_stays_a_finding() => Is(
        Build.Fragment(new Sarif().Finding().Result("CS0103", "error", "no such name", "A.cs", 1, 1, null)), State.Finding, "findings", warned: false);

    [Fact] // TreatWarningsAsErrors: the compilation is whole
    public void Promoted_compiler_warning_is_no_compile_error()
    {
        var result = Build.Fragment(new Sarif().Load("CS0168").Override("CS0168", level: "error").Result("CS0168", "error", "unused", "A.cs", 1, 1, null));
        Is(result, State.CheckedClean, "clean", warned: false);
        Assert.True(result.Fragment.Project.Compiled);
    }

    [Fact]
    public void Skipped_by_the_development_environment() => Is(Build.Fragment(new Sarif(), f => f with { AnalyzersSkipped = true }), State.NotEvaluated, "skipped");

    [Theory] // NotConfigurable does not stop an attribute
    [InlineData("")]
    [InlineData("a good reason")]
    public void Record_silenced_by_an_attribute(string justification)
    {
        var result = Build.Fragment(new Sarif().Record(Sarif.Rule, 3, silencedBecause: justification));
        Is(result, State.NotEvaluated, "record-silenced");
        Assert.Contains(result.Fragment.Exceptions, e => e is { Rule: "KK9001", Kind: "attribute" });
    }

    [Fact] // a rule at severity error that fires: the hook that runs anyway brings us here
    public void Raised_to_error_and_fired() =>
        Is(Build.Fragment(new Sarif().Override(Sarif.Rule, level: "error").Finding(level: "error")), State.Finding, "findings", warned: false);

    [Theory]
    [InlineData("SuppressMessageAttribute", "data is a test value", "attribute", true)]
    [InlineData("SuppressMessageAttribute", "<Pending>", "attribute", false)]
    [InlineData("SuppressMessageAttribute", " <pending> ", "attribute", false)]
    [InlineData("SuppressMessageAttribute", "  ", "attribute", false)]
    [InlineData("SuppressMessageAttribute", null, "attribute", false)]
    [InlineData("Pragma Directive", null, "pragma", false)]
    [InlineData("DiagnosticSuppressor { Suppression ID: X }", null, "suppressor", false)]
    public void Suppressed_finding(string type, string? justification, string kind, bool justified)
    {
        var result = Build.Fragment(new Sarif().Finding(suppression: (type, justification)));
        Is(result, justified ? State.AcceptedException : State.Finding, justified ? "excepted" : "unjustified", warned: false);
        var exception = Assert.Single(result.Fragment.Exceptions);
        Assert.Equal((kind, justified, "src/A.cs", 5), (exception.Kind, exception.Justified, exception.File, exception.Line));
    }

    [Fact]
    public void One_open_finding_among_excepted_ones_wins() => Is(
        Build.Fragment(new Sarif().Finding(suppression: ("SuppressMessageAttribute", "reason")).Finding(line: 9)), State.Finding, "findings", warned: false);

    [Fact]
    public void Rejected_suppression_is_none()
    {
        var log = JsonNode.Parse(new Sarif().Finding(suppression: ("SuppressMessageAttribute", "reason")).ToString())!;
        log["runs"]![0]!["results"]!.AsArray().Single(r => (string?)r!["ruleId"] == Sarif.Rule)!["suppressions"]![0]!["status"] = "rejected";
        Is(Build.Fragment(null, log: log.ToJsonString()), State.Finding, "findings", warned: false);
    }

    [Fact]
    public void What_the_rule_could_not_follow_makes_silence_undecided() =>
        Is(Build.Fragment(new Sarif().Record(Sarif.Rule, 3, notFollowed: 1)), State.Undecided, "not-followed", warned: false);

    [Fact]
    public void No_false_green_reaches_a_criterion()
    {
        var bad = new[]
        {
            Build.Fragment(null),
            Build.Fragment(new Sarif().NoRecord(Sarif.Rule)),
            Build.Fragment(new Sarif(), f => f with { RunAnalyzers = false }),
            Build.Fragment(new Sarif().Override(Sarif.Rule, enabled: false)),
        };
        var good = Build.Fragment(new Sarif(), f => f with { TargetFramework = "net9.0" });
        Assert.All(bad, b => Assert.Equal(State.NotEvaluated, Build.Report(b, good).Criterion("T4.09b").State));
        Assert.Equal(State.CheckedClean, Build.Report(good).Criterion("T4.09b").State);
    }
}
