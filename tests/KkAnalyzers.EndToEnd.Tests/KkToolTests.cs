using System.IO.Compression;
using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>The packed command line on fragments of real builds, and what a build does with the files that it shares with <c>kk</c>.</summary>
[Collection(ToolTests.Name)]
public sealed class KkToolTests(InstalledTool kk) : IDisposable
{
    private const string Report = "App/bin/Debug/net10.0/kwaliteitskader";

    private readonly Workspace _workspace = new Workspace()
        .App(items: """<ProjectReference Include="../Core/Core.csproj" />""")
        .Library("Core", "namespace Core; public class Voorkeuren { public bool Nieuwsbrief { get; set; } }")
        .Write("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="Core/Core.csproj" /></Solution>""");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_package_holds_the_tool_and_what_it_needs_and_no_more()
    {
        using var package = ZipFile.OpenRead(kk.Package);
        var files = package.Entries.Select(e => e.FullName).ToArray();
        Assert.Contains("README.md", files);
        Assert.Contains("icon.png", files);
        Assert.Contains("tools/net8.0/any/kk.dll", files);
        // In-box on every runtime that can start it.
        Assert.DoesNotContain(files, f => f.EndsWith("System.Text.Json.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.EndsWith(".xml", StringComparison.Ordinal) && f.Contains("KkAnalyzers", StringComparison.Ordinal));

        var (code, output, _) = kk.Run(_workspace.Root, "--version");
        Assert.Equal(0, code);
        Assert.StartsWith($"kk {ToolInfo.Current.Version} ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_fragments_give_the_report_of_the_build_byte_for_byte()
    {
        _workspace.Build("App").Succeeds();
        var (code, output, error) = kk.Run(_workspace.Root, "merge", "**/obj/**/kk.fragment.json", "-o", "dossier", "--solution", "All.slnx", "--root", ".");
        Assert.True(code == 0, output + error);
        Assert.Contains("dossier", output, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_workspace.PathOf(Report), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(_workspace.PathOf(Report), file);
            Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(_workspace.PathOf(Path.Combine("dossier", relative)))), relative);
        }

        // The same judgement as the build's.
        (code, output, error) = kk.Run(_workspace.Root, "gate", "dossier");
        Assert.Equal(1, code);
        Assert.Contains("error KK9005: 1 open findings (KK3201: 1)", error, StringComparison.Ordinal);
        _workspace.Rebuild("App", "-p:KkGate=findings").Fails("KK9005");

        // A part that was not delivered is missed.
        File.Delete(_workspace.PathOf("Core/obj/Debug/net10.0/kk.fragment.json"));
        (code, _, error) = kk.Run(_workspace.Root, "merge", "App/obj", "-o", "deel", "--solution", "All.slnx", "--root", ".");
        Assert.Equal(3, code);
        Assert.Contains("KK9003: Core/Core.csproj belongs to the product", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_uses_the_same_policy_and_compares_with_an_earlier_report()
    {
        _workspace.Write("App/kk.policy.json", """{ "severities": ["error"] }""").Build("App", "-p:KkPolicy=kk.policy.json").Succeeds();
        Assert.Null(_workspace.Report().Changes);
        Directory.CreateDirectory(_workspace.PathOf("vorige"));
        File.Copy(_workspace.PathOf($"{Report}/report.json"), _workspace.PathOf("vorige/report.json"));

        _workspace.Write("App/kk.policy.json", """{ "states": ["finding"] }""").Write("App/Preferences.cs", Workspace.Newsletter + "\npublic class Meer { public bool MarketingConsent { get; set; } = true; }\n");
        var build = _workspace.Rebuild("App", "-p:KkPolicy=kk.policy.json", "-p:KkPreviousReport=../vorige/report.json").Fails("KK9005");
        Assert.Contains("'finding', which the policy does not accept", build.Output, StringComparison.Ordinal);
        Assert.Equal("KK3201", Assert.Single(_workspace.Report().Changes!.NewFindings).Rule);
        Assert.True(File.Exists(_workspace.PathOf($"{Report}/inputs/previous.report.json")));

        // A policy with a typing error closes the gate, with its place; an earlier report that is none does not stop the report.
        build = _workspace.Write("App/kk.policy.json", "{\n  \"stats\": []\n}").Write("vorige/report.json", "{ oeps").Rebuild("App", "-p:KkPolicy=kk.policy.json", "-p:KkPreviousReport=../vorige/report.json").Fails("KK9002", "KK9005");
        Assert.Contains("kk.policy.json(2,3): error KK9002", build.Output, StringComparison.Ordinal);
        Assert.Contains("report.json(1,3): warning KK9002", build.Output, StringComparison.Ordinal);
        Assert.Null(_workspace.Report().Changes);
    }
}
