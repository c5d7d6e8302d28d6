using System.Text.Json.Nodes;
using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>Rules of the build in real builds: what NuGet really writes, what MSBuild makes of a task's warnings.</summary>
public sealed class SupplyChainTests : IDisposable
{
    private readonly Workspace _workspace = new(install: "none");

    public void Dispose() => _workspace.Dispose();

    private Workspace App(string properties = "", string? version = null, string before = "") => _workspace.App(
        Workspace.Clean, properties, $"""{before}<PackageReference Include="KkAnalyzers" Version="{version ?? PackedPackage.Version}" PrivateAssets="all" />""");

    [Fact]
    public void A_version_that_floats_until_there_is_a_lock_file()
    {
        App(version: "0.0.1-*").Build("App").Succeeds().Shows("KK4601");
        var finding = Assert.Single(_workspace.Report().Findings, f => f.Rule == "KK4601");
        Assert.Equal(("App/App.csproj", 3), (finding.File, finding.Line));
        Assert.Contains(PackedPackage.Version, finding.Message.Nl, StringComparison.Ordinal);

        // Said once; what was said stays in the report, also when nothing is built.
        _workspace.Rebuild("App").Succeeds().IsSilentAbout("KK4601");
        _workspace.Report().Rule("KK4601").IsFinding();

        App("<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>", "0.0.1-*").Build("App").Succeeds().IsSilentAbout("KK4601");
        Assert.Equal(State.CheckedClean, _workspace.Report().Rule("KK4601").State);
    }

    [Fact]
    public void A_switched_off_audit_and_the_ways_to_answer_the_warning()
    {
        App("<NuGetAudit>false</NuGetAudit>").Build("App").Succeeds().Shows("KK4602").IsSilentAbout("KK9003");
        _workspace.Report().Rule("KK4604").IsNotEvaluated("audit-off");

        // An error, also on the next build; and the report is there.
        File.Delete(_workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader/report.json"));
        _workspace.Rebuild("App", "-p:WarningsAsErrors=KK4602").Fails("KK4602");
        _workspace.Report().Rule("KK4602").IsFinding();
        _workspace.Rebuild("App", "-p:WarningsAsErrors=KK4602").Fails("KK4602");

        _workspace.Rebuild("App", "-p:NoWarn=KK4602").Succeeds().IsSilentAbout("KK4602").Shows("KK9003");
        _workspace.Report().Rule("KK4602").IsNotEvaluated("no-warn");
        Assert.Contains(_workspace.Report().Exceptions, e => e is { Rule: "KK4602", Kind: "no-warn" });

        App().Build("App").Succeeds().IsSilentAbout("KK4602");
    }

    /// <summary>No feed of a test has advisories, so the line that NuGet writes for one is put into the assets file by the test.</summary>
    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public void An_advisory_in_the_assets_file_reaches_the_report(string childProcess)
    {
        const string Advisory = "https://github.com/advisories/GHSA-5crp-9r3c-p9vr";
        App(before: "\n").Build("App").Succeeds().IsSilentAbout("KK4604");

        var path = _workspace.PathOf("App/obj/project.assets.json");
        var assets = JsonNode.Parse(File.ReadAllText(path))!;
        assets["logs"] = new JsonArray(new JsonObject
        {
            ["code"] = "NU1903",
            ["level"] = "Warning",
            ["warningLevel"] = 1,
            ["message"] = $"Package 'KkAnalyzers' {PackedPackage.Version} has a known high severity vulnerability, {Advisory}",
            ["libraryId"] = "KkAnalyzers",
            ["targetGraphs"] = new JsonArray("net10.0"),
        });
        File.WriteAllText(path, assets.ToJsonString());

        var build = _workspace.Rebuild("App", $"-p:KkForceToolTask={childProcess}").Succeeds().Shows("KK4604");
        Assert.Contains("App.csproj(4,1): warning KK4604: KkAnalyzers", build.Output, StringComparison.Ordinal);
        var finding = Assert.Single(_workspace.Report().Findings, f => f.Rule == "KK4604");
        Assert.Contains(Advisory, finding.Message.Fr, StringComparison.Ordinal);
        Assert.Equal(State.Finding, _workspace.Report().Criteria.Single(c => c.Id == "T4.18c").State);
    }
}
