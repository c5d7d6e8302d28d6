using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>An application, restored once, that each test changes and builds again.</summary>
public sealed class RestoredApp : IDisposable
{
    public RestoredApp()
    {
        Workspace = new Workspace().App();
        Dotnet.Run(Workspace.Root, "restore", "App", "-nodeReuse:false", "-nologo", "-v:q").Succeeds();
    }

    internal Workspace Workspace { get; }

    public void Dispose() => Workspace.Dispose();
}

/// <summary>
/// The ways in which "nothing found" and "nobody looked" look alike. Each must end in another state than clean, in a build
/// with the packed package.
/// </summary>
public sealed class FalseGreenTests : IClassFixture<RestoredApp>, IDisposable
{
    private const string Rule = "KK3201";
    private readonly Workspace _workspace;

    public FalseGreenTests(RestoredApp app) => _workspace = app.Workspace;

    public void Dispose()
    {
        _workspace.Write(".editorconfig", "root = true\n").Write("Directory.Build.targets", "<Project />").Write("App/Preferences.cs", Workspace.Newsletter);
        File.Delete(_workspace.PathOf("App/.globalconfig"));
        File.Delete(_workspace.PathOf("App/More.cs"));
    }

    [Fact]
    public void A_finding_is_a_finding_and_its_neighbour_is_silent()
    {
        var build = _workspace.Rebuild("App").Succeeds().Shows(Rule);
        Assert.Contains("Preferences.cs(5,", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Preferences.cs(6,", build.Output, StringComparison.Ordinal);
        var outcome = _workspace.Report().Rule(Rule);
        outcome.IsFinding();
        Assert.Equal(2, outcome.Inspected);
    }

    [Fact]
    public void Nothing_found_by_a_rule_that_looked_is_clean()
    {
        _workspace.Write("App/Preferences.cs", Workspace.Clean);
        _workspace.Rebuild("App").Succeeds().IsSilentAbout(Rule);
        var outcome = _workspace.Report().Rule(Rule);
        Assert.Equal(State.CheckedClean, outcome.State);
        Assert.Equal(1, outcome.Inspected);
    }

    [Theory]
    [InlineData("-p:RunAnalyzers=false", "switched-off")]
    [InlineData("-p:RunAnalyzersDuringBuild=false", "switched-off")]
    [InlineData("-p:IsImplicitlyTriggeredBuild=true", "skipped")]
    public void Analyzers_that_do_not_run(string property, string reason)
    {
        _workspace.Rebuild("App", property).Succeeds().IsSilentAbout(Rule).Shows("KK9003");
        var report = _workspace.Report();
        report.Rule(Rule).IsNotEvaluated(reason);
        report.HasNothingClean();
    }

    /// <summary>Only the property changes between the two builds: the compiler has to run again.</summary>
    [Fact]
    public void NoWarn_on_the_command_line()
    {
        _workspace.Rebuild("App").Succeeds();
        _workspace.Report().Rule(Rule).IsFinding();
        _workspace.Rebuild("App", $"-p:NoWarn={Rule}").Succeeds().IsSilentAbout(Rule).Shows("KK9003");
        var report = _workspace.Report();
        report.Rule(Rule).IsNotEvaluated("no-warn");
        Assert.Contains(report.Exceptions, e => e is { Rule: Rule, Kind: "no-warn", Justified: false });
    }

    [Fact]
    public void Crash_reports_that_are_silenced()
    {
        _workspace.Write("App/Preferences.cs", Workspace.Clean);
        _workspace.Rebuild("App", "-p:NoWarn=AD0001").Succeeds();
        Assert.Equal(State.Undecided, _workspace.Report().Rule(Rule).State);
    }

    [Theory]
    [InlineData("none", State.NotEvaluated, "config")]
    [InlineData("silent", State.Undecided, "lowered")]
    public void Severity_in_editorconfig(string severity, State state, string reason)
    {
        _workspace.Write(".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{Rule}.severity = {severity}\n");
        _workspace.Rebuild("App").Succeeds().IsSilentAbout(Rule);
        var outcome = _workspace.Report().Rule(Rule);
        Assert.Equal((state, reason), (outcome.State, outcome.ReasonCode));
    }

    [Theory]
    [InlineData("dotnet_diagnostic.KK3201.severity = none")]
    [InlineData("dotnet_analyzer_diagnostic.severity = none")]
    public void Severity_in_globalconfig(string line)
    {
        _workspace.Write("App/.globalconfig", $"is_global = true\n{line}\n");
        _workspace.Rebuild("App").Succeeds().IsSilentAbout(Rule);
        _workspace.Report().Rule(Rule).IsNotEvaluated("config");
    }

    [Fact]
    public void Pragma_has_no_reason_and_an_attribute_may_have_one()
    {
        _workspace.Write("App/Preferences.cs", """
            using System.Diagnostics.CodeAnalysis;
            namespace Care;
            public class Preferences
            {
            #pragma warning disable KK3201 // because
                public bool NewsletterOptIn { get; set; } = true;
            #pragma warning restore KK3201
                [SuppressMessage("DarkPatterns", "KK3201", Justification = "The clinic's own staff, by contract.")]
                public bool MarketingConsent { get; set; } = true;
                [SuppressMessage("DarkPatterns", "KK3201", Justification = "<Pending>")]
                public bool ShareConsent { get; set; } = true;
            }
            """);
        _workspace.Rebuild("App").Succeeds().IsSilentAbout(Rule);
        var report = _workspace.Report();
        var outcome = report.Rule(Rule);
        Assert.Equal((State.Finding, 0, 1, 2), (outcome.State, outcome.Findings, outcome.Excepted, outcome.Unjustified));
        Assert.Contains(report.Exceptions, e => e is { Rule: Rule, Kind: "pragma", Justified: false });
        Assert.Contains(report.Exceptions, e => e is { Rule: Rule, Kind: "attribute", Justified: true });
    }

    [Fact]
    public void Inspection_record_that_is_silenced()
    {
        _workspace.Write("App/Preferences.cs", Workspace.Clean).Write("App/More.cs", """[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Tool", "KK9001")]""");
        _workspace.Rebuild("App").Succeeds().Shows("KK9003");
        _workspace.Report().Rule(Rule).IsNotEvaluated("record-silenced");
    }

    /// <summary>With an error of meaning the rules ran; with one of syntax the compiler did not even start them.</summary>
    [Theory]
    [InlineData("int wrong = \"a\";", "CS0029")]
    [InlineData("int wrong = ;", "CS1525")]
    public void Compile_error(string statement, string id)
    {
        _workspace.Write("App/Preferences.cs", Workspace.Clean).Write("App/More.cs", $"class More {{ void M() {{ {statement} }} }}");
        _workspace.Rebuild("App").Fails(id);
        var report = _workspace.Report();
        Assert.False(report.Summary.Complete);
        Assert.Equal(State.NotEvaluated, report.Rule(Rule).State);
        report.HasNothingClean();
    }

    /// <summary>The compiler fails, and a target after it does not run: the report has to come all the same.</summary>
    [Fact]
    public void Rule_at_severity_error()
    {
        _workspace.Write(".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{Rule}.severity = error\n");
        File.Delete(_workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader/report.json"));
        _workspace.Rebuild("App").Fails(Rule);
        _workspace.Report().Rule(Rule).IsFinding();
    }

    [Fact]
    public void Compiler_log_that_somebody_deleted()
    {
        _workspace.Rebuild("App").Succeeds();
        File.Delete(_workspace.PathOf("App/obj/Debug/net10.0/kk.compiler.sarif"));
        _workspace.Rebuild("App").Succeeds();
        _workspace.Report().Rule(Rule).IsFinding();
    }

    /// <summary>What a refused package leaves behind (a newer Roslyn, CS9057): a log without our rules.</summary>
    [Fact]
    public void Analyzer_that_is_not_loaded()
    {
        _workspace.Write("Directory.Build.targets", """
            <Project>
              <Target Name="Refuse" BeforeTargets="CoreCompile">
                <ItemGroup><Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'KkAnalyzers'" /></ItemGroup>
              </Target>
            </Project>
            """);
        _workspace.Rebuild("App").Succeeds().IsSilentAbout(Rule).Shows("KK9003");
        var report = _workspace.Report();
        report.Rule(Rule).IsNotEvaluated("not-loaded");
        report.HasNothingClean();
    }

    /// <summary>
    /// A rule that throws. The rules that ship do not, so the log is changed into what a compiler writes then: a record with a
    /// failure, or (with a compile error beside it) no record at all. The log is newer than the fragment, so that is made again.
    /// </summary>
    [Theory]
    [InlineData("\"failed\": \"0\"", "\"failed\": \"2\"", "crashed")]
    [InlineData("\"ruleId\": \"KK9001\"", "\"ruleId\": \"KK9002\"", "no-record")]
    public void Rule_that_crashed(string log, string crashed, string reason)
    {
        const string Log = "App/obj/Debug/net10.0/kk.compiler.sarif";
        _workspace.Write("App/Preferences.cs", Workspace.Clean).Rebuild("App").Succeeds();
        Assert.Contains(log, _workspace.Read(Log), StringComparison.Ordinal);
        _workspace.Write(Log, _workspace.Read(Log).Replace(log, crashed, StringComparison.Ordinal));
        _workspace.Rebuild("App").Succeeds().Shows("KK9003");
        _workspace.Report().Rule(Rule).IsNotEvaluated(reason);
        File.Delete(_workspace.PathOf(Log));
    }

    [Fact]
    public void Compiler_that_is_too_old_is_named() =>
        Assert.Contains("Roslyn 4.0", _workspace.Rebuild("App", "-p:CompilerApiVersion=roslyn4.0").Succeeds().Shows("KK9003").Output, StringComparison.Ordinal);
}
