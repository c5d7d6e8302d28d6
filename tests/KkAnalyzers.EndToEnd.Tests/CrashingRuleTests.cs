using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>An application with the package, and beside it an analyzer of KK3201 that throws when the code asks for it.</summary>
public sealed class CrashingApp : IDisposable
{
    public CrashingApp()
    {
        var analyzer = Path.Combine(PackedPackage.Repository, "tests/KkAnalyzers.CrashingRule/bin", PackedPackage.Configuration, "netstandard2.0/KkAnalyzers.CrashingRule.dll");
        Workspace = new Workspace().App(Workspace.Clean, items: $"""<Analyzer Include="{analyzer}" />""").Write("kk.policy.json", """{ "requireComplete": true }""");
        Dotnet.Run(Workspace.Root, "restore", "App", "-nodeReuse:false", "-nologo", "-v:q").Succeeds();
    }

    internal Workspace Workspace { get; }

    public void Dispose() => Workspace.Dispose();
}

/// <summary>
/// A rule that really throws in the compiler. The compiler turns that into a warning of its own at most, and with an error beside it
/// sometimes into nothing: the log would look as if the rule had found nothing.
/// </summary>
public sealed class CrashingRuleTests(CrashingApp app, InstalledTool kk) : IClassFixture<CrashingApp>, IClassFixture<InstalledTool>
{
    private const string Folder = "App/bin/Debug/net10.0/kwaliteitskader";

    private readonly Workspace _workspace = app.Workspace;

    [Fact]
    public void A_rule_that_does_not_throw_is_clean_and_passes()
    {
        _workspace.Write("App/More.cs", "class More { }").Rebuild("App").Succeeds();
        var outcome = _workspace.Report().Rule("KK3201");
        Assert.Equal(State.CheckedClean, outcome.State);
        // One member by the real analyzer, and every class by the other.
        Assert.Equal(3, outcome.Inspected);
        var (code, output, error) = kk.Run(_workspace.Root, "gate", Folder, "--policy", "kk.policy.json");
        Assert.True(code == 0, output + error);
    }

    [Theory]
    [InlineData("ThrowsInNode", "", 0)]
    [InlineData("ThrowsAtEnd", "", 0)]
    [InlineData("ThrowsInNode", "int wrong = \"a\";", 1)]
    [InlineData("ThrowsAtEnd", "int wrong = \"a\";", 1)]
    public void A_rule_that_throws_is_not_evaluated_and_the_gate_says_incomplete(string where, string unrelatedError, int ends)
    {
        var build = _workspace.Write("App/More.cs", $"class {where} {{ void M() {{ {unrelatedError} }} }}").Rebuild("App");
        Assert.True(build.ExitCode == ends, build.Output);
        var report = _workspace.Report();
        report.Rule("KK3201").IsNotEvaluated("crashed");
        Assert.Equal(ends == 0, report.Summary.Complete);
        Assert.All(report.Criteria.Where(c => c.Rules.Any(r => r.Rule == "KK3201")), c => Assert.Equal(State.NotEvaluated, c.State));

        var (code, output, error) = kk.Run(_workspace.Root, "gate", Folder, "--policy", "kk.policy.json");
        Assert.True(code == 3, output + error);
        Assert.Contains("error KK9005: ", error, StringComparison.Ordinal);
        Assert.Contains("KK3201", error, StringComparison.Ordinal);
    }
}
