using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>An application that references a library, which references another, in a solution.</summary>
public sealed class ReferencingApp : IDisposable
{
    public ReferencingApp()
    {
        Workspace = new Workspace()
            .App(Workspace.Clean, items: """<ProjectReference Include="../Middle/Middle.csproj" />""")
            .Library("Middle", "namespace Middle; public class M : Deep.D { }", items: """<ProjectReference Include="../Deep/Deep.csproj" />""")
            .Library("Deep", "namespace Deep; public class D { public bool MarketingConsent { get; set; } = true; }")
            .Write("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="Middle/Middle.csproj" /><Project Path="Deep/Deep.csproj" /></Solution>""");
        Workspace.Build("All.slnx").Succeeds();
    }

    internal Workspace Workspace { get; }

    public void Dispose() => Workspace.Dispose();
}

/// <summary>References, solutions, graphs, and what a second build does.</summary>
public sealed class RepositoryTests(ReferencingApp app) : IClassFixture<ReferencingApp>
{
    private readonly Workspace _workspace = app.Workspace;

    [Fact]
    public void The_report_of_the_application_holds_all_it_references()
    {
        var report = _workspace.Report();
        Assert.Equal(["App", "Deep", "Middle"], report.Projects.Select(p => p.Name).Order());
        Assert.Empty(report.MissingProjects);
        Assert.True(report.Summary.Complete);
        report.Rule("KK3201", "Deep (net10.0)").IsFinding();
        Assert.Equal(State.CheckedClean, report.Rule("KK3201").State);
        foreach (var file in new[] { "report.nl.html", "report.fr.html", "report.en.html", "summary.md", "personal-data.csv", "endpoints.csv", "third-parties.csv", "consent.csv", "report.sarif", "report.cdx.json" })
        {
            Assert.True(File.Exists(_workspace.PathOf($"App/bin/Debug/net10.0/kwaliteitskader/{file}")), file);
        }

        // Libraries leave a fragment and no report.
        Assert.False(Directory.Exists(_workspace.PathOf("Deep/bin/Debug/net10.0/kwaliteitskader")));
        Assert.True(File.Exists(_workspace.PathOf("Deep/obj/Debug/net10.0/kk.fragment.json")));
    }

    [Fact]
    public void The_report_names_no_folder_of_this_machine()
    {
        var directory = _workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader");
        foreach (var file in Directory.EnumerateFiles(directory))
        {
            Assert.DoesNotContain(_workspace.Root, File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_build_with_nothing_to_do_does_nothing()
    {
        _workspace.Rebuild("App").Succeeds();
        var before = _workspace.Times();
        var build = _workspace.Rebuild("App", "-v:n").Succeeds();
        Assert.Contains("Skipping target \"CoreCompile\"", build.Output, StringComparison.Ordinal);
        Assert.Equal(before, _workspace.Times());
    }

    [Theory]
    [InlineData("-graph")]
    [InlineData("-graph", "-isolate")]
    public void A_static_graph_gives_the_same_report(params string[] arguments)
    {
        var directory = _workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader/report.json");
        _workspace.Rebuild("App").Succeeds();
        var report = File.ReadAllText(directory);
        File.Delete(directory);
        _workspace.Rebuild("App", arguments).Succeeds();
        Assert.Equal(report, File.ReadAllText(directory));
    }

    /// <summary>The two doors: in MSBuild's process, and in a child process as on .NET Framework.</summary>
    [Fact]
    public void The_child_process_writes_the_same_bytes_and_the_same_warnings()
    {
        string[] Files() => [.. Directory.EnumerateFiles(_workspace.Root, "kk.fragment.json", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(_workspace.Root, "kk.packages.txt", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(_workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader"))).Order(StringComparer.Ordinal)];
        static string[] Ours(BuildResult build) => [.. build.Output.Split('\n').Select(l => l.Trim()).Where(l => l.Contains(": warning KK9", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

        // Settings with something to say, so that warnings cross the process boundary.
        string[] settings = ["-p:KkMode=wrong", "-p:NoWarn=KK3201"];
        void Remove()
        {
            foreach (var file in Files())
            {
                File.Delete(file);
            }

            foreach (var stamp in Directory.EnumerateFiles(_workspace.Root, "kk.packages.txt.stamp", SearchOption.AllDirectories))
            {
                File.Delete(stamp);
            }
        }

        Remove();
        var inProcess = _workspace.Rebuild("App", settings).Succeeds().Shows("KK9002", "KK9003");
        var expected = Files().ToDictionary(f => f, File.ReadAllBytes);
        Remove();
        var childProcess = _workspace.Rebuild("App", [.. settings, "-p:KkForceToolTask=true"]).Succeeds();

        Assert.Equal(expected.Keys, Files());
        Assert.Contains(expected.Keys, f => f.EndsWith("report.fr.html", StringComparison.Ordinal));
        foreach (var (file, bytes) in expected)
        {
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(file)), file);
        }

        Assert.Equal(Ours(inProcess), Ours(childProcess));
    }

    [Fact]
    public void Clean_leaves_nothing_of_ours()
    {
        _workspace.Rebuild("App").Succeeds();
        Dotnet.Run(_workspace.Root, "clean", "App", "-nodeReuse:false", "-nologo").Succeeds();
        Assert.DoesNotContain(_workspace.Times().Keys, f => f.StartsWith("App/", StringComparison.Ordinal) && (f.Contains("/kk.", StringComparison.Ordinal) || f.Contains("kwaliteitskader/", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(_workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader")));
        _workspace.Rebuild("App").Succeeds();
    }
}

/// <summary>The gate: errors after the report, again on the next build.</summary>
public sealed class GateTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().App();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Closes_after_the_report_and_stays_closed_until_the_finding_is_mended()
    {
        var first = _workspace.Build("App", "-p:KkGate=findings").Fails("KK9005", "KK3201");
        Assert.Contains("App.csproj", first.Output, StringComparison.Ordinal);
        _workspace.Report().Rule("KK3201").IsFinding();

        // Nothing is compiled, nothing is reported, and it still fails.
        _workspace.Rebuild("App", "-p:KkGate=findings").Fails("KK9005").IsSilentAbout("KK3201");
        _workspace.Rebuild("App", "-p:KkGate=findings", "-p:NoWarn=KK9005").Fails("KK9005");

        // A typing error must not open it.
        _workspace.Rebuild("App", "-p:KkGate=finding").Fails("KK9005");

        // Switching the rule off opens one gate and not the other.
        _workspace.Rebuild("App", "-p:KkGate=incomplete", "-p:NoWarn=KK3201").Fails("KK9005");

        _workspace.Write("App/Preferences.cs", Workspace.Clean);
        _workspace.Rebuild("App", "-p:KkGate=findings").Succeeds();
    }
}
