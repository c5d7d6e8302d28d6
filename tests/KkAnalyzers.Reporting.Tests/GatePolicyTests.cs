namespace KkAnalyzers.Reporting.Tests;

public class GatePolicyTests
{
    private static IReadOnlyList<ReportMessage> Problems(string content)
    {
        using var folder = new Folder();
        return GatePolicy.Read(folder.File("kk.policy.json", content)).Problems;
    }

    [Fact]
    public void An_empty_policy_is_the_gate_of_a_build()
    {
        using var folder = new Folder();
        var (policy, problems) = GatePolicy.Read(folder.File("kk.policy.json", "{}"));
        Assert.Empty(problems);
        var report = Samples.Report();
        Assert.Equal(Gate.Evaluate(report, "findings"), Gate.Reasons(report, policy!).Select(r => r.Message));
        Assert.Equal(Gate.Evaluate(report, "incomplete"), Gate.Reasons(report, policy! with { RequireComplete = true }).Select(r => r.Message));
    }

    [Fact]
    public void Reader_and_schema_know_the_same_keys_and_values()
    {
        var root = SchemaTests.Schema("policy");
        var keys = root.GetProperty("properties").EnumerateObject().Select(p => p.Name).ToArray();
        foreach (var key in keys)
            Assert.DoesNotContain(Problems($$"""{ "{{key}}": null }"""), p => p.Text.En.Contains("is no key", StringComparison.Ordinal));
        Assert.Equal(GatePolicy.Counts.Keys, root.GetProperty("properties").GetProperty("maximum").GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<State>().Select(Words.Name), root.GetProperty("$defs").GetProperty("states").GetProperty("items").GetProperty("enum").EnumerateArray().Select(v => v.GetString()));
        Assert.All(GatePolicy.Counts.Keys, name => Assert.NotNull(Texts.Find("gate.count." + name)));
    }

    [Fact]
    public void A_policy_with_everything_follows_the_schema_and_is_read()
    {
        const string Everything = """
            { "$schema": "policy.schema.json", "states": ["finding"], "themes": { "T4": ["finding", "undecided"] }, "criteria": { "T4.09b": ["accepted-exception"] }, "expected": ["not-evaluated"],
              "severities": ["error", "note"], "newOnly": false, "requireComplete": true, "maximum": { "findings": 1, "notEvaluated": 20 } }
            """;
        Assert.Empty(SchemaTests.Check("policy", System.Text.Encoding.UTF8.GetBytes(Everything)));
        Assert.NotEmpty(SchemaTests.Check("policy", """{ "stats": [] }"""u8.ToArray()));

        using var folder = new Folder();
        var policy = GatePolicy.Read(folder.File("kk.policy.json", Everything)).Policy!;
        Assert.Equal([State.Finding, State.Undecided], policy.Themes["T4"]);
        Assert.Equal([State.NotEvaluated], policy.Expected);
        Assert.Equal(["error", "note"], policy.Severities);
        Assert.False(policy.NewOnly);
        Assert.True(policy.RequireComplete);
        Assert.Equal(20, policy.Maximum["notEvaluated"]);
    }

    [Fact]
    public void Every_criterion_belongs_to_a_theme_that_the_schema_allows() =>
        Assert.All(Catalog.Catalogue.Instance.Criteria, c =>
        {
            Assert.Matches("^[TOP][0-9]+$", GatePolicy.Theme(c.Id));
            Assert.Matches(SchemaTests.Schema("policy").GetProperty("properties").GetProperty("criteria").GetProperty("propertyNames").GetProperty("pattern").GetString()!, c.Id);
        });

    [Fact]
    public void A_gate_beside_a_policy_closes_on_its_own()
    {
        var report = Build.Report(Build.Fragment(new Sarif().Finding()));
        var lenient = new GatePolicy { Severities = [] };
        Assert.Empty(Gate.Evaluate(report, "policy", lenient));
        Assert.Single(Gate.Evaluate(report, "findings", lenient));
        Assert.Single(Gate.Evaluate(report, "findings", GatePolicy.Findings));
        Assert.Empty(Gate.Evaluate(report, "none", GatePolicy.Findings));
        Assert.Contains("'policy' is no gate", Assert.Single(Gate.Evaluate(report, "policy")).Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_missing_in_a_file_of_ours_is_found_with_its_place()
    {
        var report = Samples.Report();
        Assert.Null(MissingValues.First(report));
        Assert.Equal(".findings[0].rule", MissingValues.First(report with { Findings = [report.Findings[0] with { Rule = null! }] }));
        Assert.Equal(".summary.states", MissingValues.First(report with { Summary = report.Summary with { States = null! } }));
        Assert.Equal(".criteria[1].state", MissingValues.First(report with { Criteria = [report.Criteria[0], report.Criteria[1] with { State = (State)99 }] }));
        Assert.Equal(".inventories[0].columns.route", MissingValues.First(report with { Inventories = [new("endpoints", "KK4501", null, 0, new Dictionary<string, Catalog.Localized> { ["route"] = null! }, [])] }));
        Assert.Equal(".framework.name", MissingValues.First(report with { Framework = report.Framework with { Name = new(null!, "", "") } }));
    }
}
