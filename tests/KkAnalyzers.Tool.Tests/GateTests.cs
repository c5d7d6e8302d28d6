using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

public sealed class GateTests : IDisposable
{
    private readonly Product _product = new();

    public void Dispose() => _product.Dispose();

    private string Report(Sarif? sarif = null, Func<Report, Report>? change = null, string? declaration = null)
    {
        _product.Fragment("Zorgdagboek.App", sarif, declaration: declaration);
        Kk.Run("merge", _product["src"], "-o", _product["report"], "--as-of", "2026-07-01");
        var report = KkAnalyzers.Reporting.Report.Read(_product["report/report.json"]);
        (change?.Invoke(report) ?? report).WriteJson(_product["report/report.json"]);
        return _product["report/report.json"];
    }

    private Kk Gate(string report, string? policy = null, string language = "en") =>
        Kk.RunIn(language, ["gate", report, .. policy is null ? (string[])[] : ["--policy", _product.Write("kk.policy.json", policy)]]);

    [Fact]
    public void A_clean_and_whole_report_passes()
    {
        var run = Gate(Report()).Ends(ExitCodes.Success);
        Assert.Equal("Gate open." + Environment.NewLine, run.Out);
        Assert.Empty(run.Error);
        Gate(_product["report"], "{}").Ends(ExitCodes.Success);
        Gate(_product["report"], """{ "requireComplete": true, "states": ["finding"], "maximum": { "findings": 0, "unjustifiedExceptions": 0, "notEvaluated": 216 } } // alles mag""").Ends(ExitCodes.Success);
    }

    [Fact]
    public void Each_reason_stands_on_its_own_line()
    {
        var report = Report(new Sarif().Finding().Finding(line: 9, suppression: ("Pragma Directive", null)));
        var run = Gate(report).Ends(ExitCodes.Gate).Says($"{report}: error KK9005: 1 open findings (KK4301: 1)", "1 findings were silenced without a reason");
        Assert.Equal(2, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("Gate closed. Reasons: 2" + Environment.NewLine, run.Out);
        Gate(report, language: "nl").Ends(ExitCodes.Gate).Says("1 open bevindingen (KK4301: 1)");
    }

    [Fact]
    public void An_open_gate_still_says_where_nobody_looked()
    {
        Gate(Report(new Sarif().Override("KK3201", enabled: false))).Ends(ExitCodes.Success).Says("warning KK9003: KK3201 did not do its work");
        Gate(_product["report"], """{ "requireComplete": true }""").Ends(ExitCodes.Incomplete).Says("error KK9005: KK3201 did not do its work");
    }

    [Fact]
    public void What_is_incomplete_ends_with_another_code_than_what_was_found()
    {
        var report = Report(new Sarif().Override("KK3201", enabled: false));
        Gate(report, """{ "states": ["not-evaluated"] }""").Ends(ExitCodes.Incomplete).Says("'not evaluated'");
        Gate(report, """{ "maximum": { "notEvaluated": 3 } }""").Ends(ExitCodes.Incomplete).Says("Criteria that are not evaluated: ", "at most 3 accepted");
        Gate(Report(new Sarif().Finding().Override("KK3201", enabled: false)), """{ "requireComplete": true }""").Ends(ExitCodes.Gate);
    }

    [Fact]
    public void States_hold_for_the_product_a_theme_or_a_criterion_and_the_nearest_counts()
    {
        var report = Report(new Sarif().Finding(suppression: ("SuppressMessageAttribute", "enkel op de testserver")));
        Gate(report, """{ "states": ["accepted-exception"] }""").Ends(ExitCodes.Gate).Says("'accepted exception'", "T4.09b");
        Gate(report, """{ "themes": { "T4": ["accepted-exception"] } }""").Ends(ExitCodes.Gate);
        Gate(report, """{ "themes": { "T5": ["accepted-exception"] } }""").Ends(ExitCodes.Success);
        Gate(report, """{ "criteria": { "T4.09b": ["accepted-exception"] } }""").Ends(ExitCodes.Gate);
        Gate(report, """{ "states": ["accepted-exception"], "themes": { "T4": ["finding"] } }""").Ends(ExitCodes.Success);
        Gate(report, """{ "themes": { "T4": ["accepted-exception"] }, "criteria": { "T4.09b": [] } }""").Ends(ExitCodes.Success);
    }

    [Fact]
    public void What_the_profile_expects_can_be_asked_more_of()
    {
        Gate(Report(), """{ "expected": ["not-evaluated"] }""").Ends(ExitCodes.Incomplete).Says("names no context");
        var report = Report(change: r => r with { Criteria = [.. r.Criteria.Select(c => c with { Expected = c.Id is "O1.02" or "O1.03" })] });
        Gate(report, """{ "expected": ["not-evaluated"] }""").Ends(ExitCodes.Incomplete).Says("2 criteria", "O1.02, O1.03");
        Gate(report, """{ "expected": ["finding"] }""").Ends(ExitCodes.Success);
    }

    [Fact]
    public void Severities_choose_which_findings_close_it()
    {
        var report = Report(new Sarif().Finding());
        Gate(report, """{ "severities": ["error"] }""").Ends(ExitCodes.Success);
        Gate(report, """{ "severities": ["error", "warning"] }""").Ends(ExitCodes.Gate);
        Gate(report, """{ "severities": [] }""").Ends(ExitCodes.Success);
        var notes = Report(change: r => r with { Findings = [r.Findings.FirstOrDefault() ?? new Finding("KK4302", "note", "open", "src/A.cs", 1, 1, Texts.Same("kolom"), [])] });
        Gate(notes).Ends(ExitCodes.Success);
        Gate(notes, """{ "severities": ["note"] }""").Ends(ExitCodes.Gate);
    }

    [Fact]
    public void What_the_baseline_names_is_accepted_unless_the_policy_says_otherwise()
    {
        static Report Baselined(Report report) => report with { Findings = [.. report.Findings.Select(f => f with { Baseline = "legacy" })] };
        var report = Report(new Sarif().Finding(), Baselined);
        Gate(report).Ends(ExitCodes.Success);
        Gate(report, """{ "states": ["finding"] }""").Ends(ExitCodes.Success);
        Gate(report, """{ "newOnly": false }""").Ends(ExitCodes.Gate);
        Gate(report, """{ "newOnly": false, "states": ["finding"] }""").Ends(ExitCodes.Gate).Says("'finding'", "T4.09b");

        // One that is not in it closes the gate for all.
        var half = Report(new Sarif().Finding().Finding(line: 99), r => r with { Findings = [r.Findings[0] with { Baseline = "legacy" }, .. r.Findings.Skip(1)] });
        Gate(half, """{ "states": ["finding"] }""").Ends(ExitCodes.Gate).Says("1 open findings", "T4.09b");
    }

    [Fact]
    public void Highest_numbers_say_how_many_are_too_many()
    {
        var report = Report(
            new Sarif().Finding().Finding(line: 9).Finding(line: 10, suppression: ("Pragma Directive", null)),
            declaration: """{ "criteria": { "O1.02": { "evidence": [{ "title": "Handboek", "link": "https://voorbeeldzorg.example", "validUntil": "2026-06-30" }] } } }""");
        Gate(report, """{ "maximum": { "findings": 2, "unjustifiedExceptions": 1 } }""").Ends(ExitCodes.Success);
        Gate(report, """{ "maximum": { "findings": 1, "unjustifiedExceptions": 0 } }""").Ends(ExitCodes.Gate).Says("Open findings: 2, at most 1 accepted", "Exceptions without a reason: 1, at most 0 accepted");
        Gate(report, """{ "severities": [], "maximum": { "expiredEvidence": 0 } }""").Ends(ExitCodes.Gate).Says("Evidence past its last day: 1, at most 0 accepted");
    }

    [Theory]
    [InlineData("{ \"states\": [\"fout\"] }", "(1,14)", "'fout' is no value of 'states'")]
    [InlineData("{\n  \"stats\": []\n}", "(2,3)", "'stats' is no key of 'kk.policy.json'")]
    [InlineData("{ \"themes\": { \"T9\": [] } }", "(1,15)", "'T9' is no theme")]
    [InlineData("{ \"criteria\": { \"T4.99\": [] } }", "(1,17)", "'T4.99' is no criterion")]
    [InlineData("{ \"maximum\": { \"findings\": -1 } }", "(1,28)", "'findings' must be a whole number from 0")]
    [InlineData("{ \"maximum\": { \"bevindingen\": 1 } }", "(1,16)", "'bevindingen' is no key of 'maximum'")]
    [InlineData("{ \"newOnly\": \"ja\" }", "(1,14)", "'newOnly' must be true or false")]
    [InlineData("{ \"newOnly\": true, \"newOnly\": false }", "(1,20)", "'newOnly' occurs more than once")]
    [InlineData("{ \"states\": [\"finding\"", "(1,", "this is no JSON")]
    [InlineData("[]", "(1,1)", "'kk.policy.json' must be an object")]
    [InlineData("", "(1,1)", "this is no JSON")]
    public void A_policy_that_says_something_else_than_was_meant_is_refused(string policy, string place, string why) =>
        Gate(Report(), policy).Ends(ExitCodes.Usage).Says($"kk.policy.json{place}", why, "the gate stays closed");
}
