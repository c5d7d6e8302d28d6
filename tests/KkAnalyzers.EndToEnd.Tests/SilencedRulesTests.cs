using System.Text.Json.Nodes;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>
/// Every way to silence a rule, in one product: each stands among the exceptions with its kind, its place, and its justification or
/// the lack of one.
/// </summary>
public sealed class SilencedRulesTests : IDisposable
{
    private const string Preferences = """
        using System.Diagnostics.CodeAnalysis;
        namespace Care;
        public class Preferences
        {
            [SuppressMessage("DarkPatterns", "KK3201", Justification = "Only the clinic's own staff, by contract.")]
            public bool NewsletterOptIn { get; set; } = true;
            [SuppressMessage("DarkPatterns", "KK3201")]
            public bool MarketingConsent { get; set; } = true;
            [SuppressMessage("DarkPatterns", "KK3201", Justification = "<Pending>")]
            public bool ShareConsent { get; set; } = true;
        #pragma warning disable KK3201 // because
            public bool TrackingConsent { get; set; } = true;
        #pragma warning restore KK3201
            public bool ResearchConsent { get; set; } = true;
        }
        """;

    private readonly Workspace _workspace = new Workspace()
        .App(Preferences, "<NoWarn>$(NoWarn);KK4301</NoWarn>", """<ProjectReference Include="../Global/Global.csproj" /><ProjectReference Include="../Bulk/Bulk.csproj" />""")
        .Library("Global", "public class G { }").Write("Global/.globalconfig", "is_global = true\ndotnet_diagnostic.KK4305.severity = none\n")
        .Library("Bulk", "public class B { }").Write("Bulk/.globalconfig", "is_global = true\n# everything\ndotnet_analyzer_diagnostic.severity = none\n")
        .Write("App/More.cs", "namespace Care; public class More { public bool DonorConsent { get; set; } = true; }")
        .Write(".editorconfig", "root = true\n\n[*.cs]\ndotnet_diagnostic.KK4304.severity = none\n")
        .Write("kwaliteitskader.json", """
            {
              "exceptions": [
                { "rule": "KK3201", "file": "App/Preferences.cs", "line": 14, "reason": "asked on paper", "owner": "DPO", "approvedBy": "board", "until": "2027-01-31" }
              ]
            }
            """);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Each_stands_among_the_exceptions_with_kind_place_and_reason()
    {
        string[] today = ["-p:KkToday=2026-06-01"];
        _workspace.Build("App", today).Succeeds();
        var open = Assert.Single(_workspace.Report().Findings, f => f is { Rule: "KK3201", Status: "open" });
        Assert.Equal("App/More.cs", open.File);

        // What was there before the rules came.
        _workspace.Write("kk.baseline.json", $$"""
            { "formatVersion": 1, "entries": [{ "rule": "KK3201", "file": "App/More.cs", "fingerprint": "{{open.Fingerprint}}", "kind": "legacy", "created": "2026-05-01" }] }
            """).Rebuild("App", today).Succeeds();
        var report = _workspace.Report();
        Assert.Equal(
            [
                ("attribute", "App/Preferences.cs", 6, "Only the clinic's own staff, by contract."),
                ("attribute", "App/Preferences.cs", 8, null),
                ("attribute", "App/Preferences.cs", 10, "<Pending>"),
                ("baseline", "App/More.cs", 1, null),
                ("declaration", "App/Preferences.cs", 14, "asked on paper"),
                ("pragma", "App/Preferences.cs", 12, null),
            ],
            report.Exceptions.Where(e => e.Rule == "KK3201" && e.Kind != "config").Select(e => (e.Kind, e.File!, e.Line, e.Justification)).OrderBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.Line));
        Assert.Equal(
            [("no-warn", "App/App.csproj")],
            report.Exceptions.Where(e => e.Rule == "KK4301" && e.Projects.Contains("App (net10.0)")).Select(e => (e.Kind, e.File!)));
        Assert.Contains(report.Exceptions, e => e is { Rule: "KK4304", Kind: "config", File: ".editorconfig", Line: 4, Justified: false });
        Assert.Contains(report.Exceptions, e => e is { Rule: "KK4305", Kind: "config", File: "Global/.globalconfig", Line: 2, Justified: false });
        var bulk = report.Exceptions.Where(e => e is { Kind: "config", File: "Bulk/.globalconfig", Line: 3, Justified: false }).Select(e => e.Rule).ToHashSet();
        Assert.Superset(new HashSet<string> { "KK3201", "KK4301", "KK4401" }, bulk);
        Assert.All(report.Exceptions, e => Assert.Equal(e.Justification is not (null or "<Pending>"), e.Justified));

        // Nothing of it is clean, and the table for a spreadsheet and the SARIF log say the same.
        report.Rule("KK4301").IsNotEvaluated("no-warn");
        report.Rule("KK4304").IsNotEvaluated("config");
        report.Rule("KK3201", "Bulk (net10.0)").IsNotEvaluated("config");
        var sarif = JsonNode.Parse(_workspace.Read("App/bin/Debug/net10.0/kwaliteitskader/report.sarif"))!["runs"]![0]!;
        var off = sarif["invocations"]![0]!["ruleConfigurationOverrides"]!.AsArray().Select(o => (string?)o!["descriptor"]!["id"]).ToHashSet();
        Assert.Superset(new HashSet<string?> { "KK4301", "KK4304", "KK4305" }, off);
    }
}
