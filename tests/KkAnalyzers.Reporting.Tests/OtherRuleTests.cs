using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>Rules of other analyzers: what they found, what they checked, and where they did not run.</summary>
public class OtherRuleTests
{
    private const string Breach = "CA5351";
    private const string Hint = "CA5394";
    private const string Criterion = "T4.09c";

    private static JsonObject Hidden => new() { ["level"] = "note" };

    /// <summary>As the compiler writes a hidden rule of the SDK that a mode made a warning.</summary>
    private static Sarif On(string id, Sarif? log = null) => (log ?? new Sarif()).Load(id, Hidden).Override(id, level: "warning");

    private static Sarif Found(string id, (string, string?)? suppression = null, Sarif? log = null) => On(id, log).Result(id, "warning", "MD5 is broken", "src/Hash.cs", 7, 3, suppression);

    private static Report Report(params Sarif[] logs) => Build.Report([.. logs.Select((log, i) => Build.Fragment(log, f => f with { ProjectName = "P" + i }))]);

    private static OtherRuleRow Row(Report report, string id = Breach) => report.OtherRules.Single(o => o.Rule == id);

    /// <summary>The state of a criterion that no rule of ours looks at.</summary>
    private static CriterionRow Alone(Sarif log, string? declared = null)
    {
        var none = Catalogue.Instance.Rules.Select(r => r with { Criteria = [] }).ToArray();
        var declaration = declared is null ? null : $"{{ \"criteria\": {{ \"{Criterion}\": {{ {declared} }} }} }}";
        return RollUp.Merge([Build.Fragment(log, declaration: declaration).Fragment], new RollUpOptions { Today = new DateOnly(2026, 6, 1) }, none).Criterion(Criterion);
    }

    [Fact]
    public void A_rule_that_was_raised_ran()
    {
        Assert.True(Row(Report(On(Breach))).Ran);
        Assert.Equal(".NET SDK", Row(Report(On(Breach))).Analyzer);
        Assert.True(Row(Report(new Sarif().Load("MA0153")), "MA0153").Ran);
    }

    [Fact]
    public void A_rule_that_the_compiler_skipped_did_not_run()
    {
        Assert.False(Row(Report(new Sarif())).Ran);
        Assert.False(Row(Report(new Sarif().Load(Breach, Hidden).Override(Breach, enabled: false))).Ran);
        Assert.False(Row(Report(On(Breach).Load("CS1002"), new Sarif())).Ran);
        var hidden = JsonNode.Parse(new Sarif().Load(Breach, Hidden).ToString())!;
        hidden["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray().Single(r => (string?)r!["id"] == Breach)!["properties"]!["suppressionKinds"] = new JsonArray("external");
        Assert.False(Row(Build.Report(Build.Fragment(null, log: hidden.ToJsonString()))).Ran);
    }

    [Fact]
    public void A_rule_that_was_lowered_to_a_level_the_log_may_leave_out_did_not_run_for_sure() =>
        Assert.False(Row(Report(new Sarif().Load(Breach, Hidden).Override(Breach, level: "note"))).Ran);

    [Theory]
    [InlineData("CA5351")]
    [InlineData("CA5350;CA5351")]
    public void No_warn_silences_it(string noWarn) =>
        Assert.False(Row(Build.Report(Build.Fragment(On(Breach), f => f with { NoWarn = noWarn }))).Ran);

    [Fact]
    public void A_finding_stands_with_file_and_line_and_makes_the_criterion_a_finding()
    {
        var report = Report(Found(Breach));
        var finding = Assert.Single(report.Findings);
        Assert.Equal((Breach, "src/Hash.cs", 7, "open", "MD5 is broken"), (finding.Rule, finding.File, finding.Line, finding.Status, finding.Message.Nl));
        Assert.Equal(State.Finding, report.Criterion(Criterion).State);
        Assert.Contains("CA5351 of .NET SDK: findings: 1.", report.Criterion(Criterion).Reason!.En, StringComparison.Ordinal);
        Assert.Equal(1, report.Summary.OpenFindings);
        Assert.Equal(State.Finding, Alone(Found(Breach)).State);
    }

    [Fact]
    public void A_finding_of_a_rule_that_hints_is_for_a_human()
    {
        Assert.Equal(State.NeedsHuman, Alone(Found(Hint)).State);
        Assert.Equal(State.NeedsHuman, Report(Found(Hint)).Criterion(Criterion).State);
        Assert.Equal(State.Finding, Report(Found(Hint, log: Found(Breach))).Criterion(Criterion).State);
    }

    [Fact]
    public void A_suppression_with_a_reason_is_an_exception_and_one_without_is_a_finding()
    {
        var excepted = Report(Found(Breach, ("SuppressMessageAttribute", "key of a cache")));
        Assert.Equal(State.AcceptedException, excepted.Criterion(Criterion).State);
        Assert.Contains(excepted.Exceptions, e => e is { Rule: Breach, Justified: true });
        Assert.Equal(State.Finding, Report(Found(Breach, ("Pragma Directive", null))).Criterion(Criterion).State);
        Assert.Equal(State.AcceptedException, Alone(Found(Breach, ("SuppressMessageAttribute", "key of a cache"))).State);
    }

    [Fact]
    public void Silence_adds_to_what_our_own_rules_say()
    {
        var without = Report(new Sarif()).Criterion(Criterion);
        var with = Report(On(Breach)).Criterion(Criterion);
        Assert.Equal(without.State, with.State);
        Assert.Contains("Also checked, without findings, by CA5351 (.NET SDK).", with.Reason!.En, StringComparison.Ordinal);
        Assert.DoesNotContain("Also checked", without.Reason!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_alone_needs_a_human_and_that_of_a_hint_says_nothing()
    {
        Assert.Equal(State.NeedsHuman, Alone(On(Breach)).State);
        Assert.Equal(State.NotEvaluated, Alone(On(Hint)).State);
        Assert.Equal(State.NotEvaluated, Alone(new Sarif()).State);
        Assert.Equal(State.VendorEvidence, Alone(On(Breach), "\"evidence\": [ { \"title\": \"x\", \"link\": \"https://example.org\" } ]").State);
        Assert.Equal(State.NotApplicable, Alone(On(Breach), "\"notApplicable\": { \"reason\": \"x\" }").State);
        Assert.Equal(State.Finding, Alone(Found(Breach), "\"notApplicable\": { \"reason\": \"x\" }").State);
    }

    [Fact]
    public void A_finding_does_not_hide_that_our_own_rule_did_not_run()
    {
        var criterion = Report(Found(Hint).Override("KK4313", enabled: false)).Criterion(Criterion);
        Assert.Equal(State.NotEvaluated, criterion.State);
    }

    [Fact]
    public void The_gate_closes_on_a_breach_and_not_on_a_hint()
    {
        Assert.Contains("CA5351: 1", Assert.Single(Gate.Evaluate(Report(Found(Breach)), "findings")).Text.En, StringComparison.Ordinal);
        Assert.Empty(Gate.Evaluate(Report(Found(Hint)), "findings"));
        Assert.Empty(Gate.Evaluate(Report(new Sarif()), "incomplete"));
    }

    [Theory]
    [InlineData("en", "not installed or off")]
    [InlineData("nl", "niet geïnstalleerd of uitgeschakeld")]
    [InlineData("fr", "non installé ou désactivé")]
    public void The_page_says_what_ran_and_what_did_not(string language, string notRun)
    {
        var html = HtmlRenderer.Render(Report(Found(Breach)), language);
        var text = Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", " ")), @"\s+", " ");
        Assert.Contains("CA5351: 1 (.NET SDK)", text, StringComparison.Ordinal);
        Assert.Contains(notRun, text, StringComparison.Ordinal);
        Assert.Contains("SonarAnalyzer.CSharp: S106".Split(':')[0] + ": S", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_rule_passes_on_is_not_listed_twice() => Assert.DoesNotContain(Report(new Sarif()).OtherRules, o => o.Rule.StartsWith("NU", StringComparison.Ordinal));

    [Fact]
    public void Every_mapped_rule_has_an_analyzer_that_its_id_belongs_to()
    {
        var prefixes = new Dictionary<string, string[]>
        {
            ["sdk"] = ["CA"], ["aspnet"] = ["ASP", "MVC", "BL", "API"], ["efcore"] = ["EF"], ["sonar"] = ["S"], ["scs"] = ["SCS"], ["meziantou"] = ["MA"],
            ["roslynator"] = ["RCS"], ["loggen"] = ["LOGGEN"], ["banned"] = ["RS"], ["nuget"] = ["NU"],
        };
        Assert.All(Catalogue.Instance.Others, o => Assert.Contains(Regex.Match(o.Id, "^[A-Z]+").Value, prefixes[o.Analyzer]));
        Assert.All(Catalogue.Instance.Others, o => Assert.NotEmpty(o.Criteria));
        Assert.All(Catalogue.Instance.Others.Where(o => o.Raise is not null), o => Assert.True(o.ByDefault is OtherDefault.Off or OtherDefault.Hidden));
        Assert.All(Catalogue.Instance.Others.Where(o => o.Raise == OtherMode.Recommended), o => Assert.Null(o.Relation));
    }
}
