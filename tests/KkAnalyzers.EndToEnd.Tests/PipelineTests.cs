using System.Text.Json.Nodes;
using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>
/// The pipelines of docs/ci, as who copies them runs them: their scripts in order, in bash as the service calls it, on a checkout
/// per job, with what one job keeps brought to the next. The product has one finding, and one that is excepted with a reason.
/// </summary>
[Collection(ToolTests.Name)]
public sealed class PipelineTests(InstalledTool kk) : IDisposable
{
    // Findings of the level warning may pass. What nobody looked at may too: no source of these tests publishes vulnerabilities.
    private const string Lenient = """{ "severities": ["error"] }""";

    private static readonly string[] Strict = ["--noprofile", "--norc", "-eo", "pipefail"];

    private readonly List<Workspace> _machines = [];

    public void Dispose() => _machines.ForEach(m => m.Dispose());

    [Fact]
    public void GitHub_builds_on_two_machines_and_makes_one_report()
    {
        var pipeline = Pipeline.Read("github-actions.yml");
        var (build, report) = (pipeline["jobs"]["build"], pipeline["jobs"]["report"]);
        var machine = Checkout();
        Variables service = new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = machine.PathOf("summary.txt") };
        Assert.Equal(PackageVersion, pipeline["env"]["KK_VERSION"].ToString());

        var projects = build["strategy"]["matrix"]["project"].Texts();
        Assert.Equal(2, projects.Count);
        for (var i = 0; i < projects.Count; i++)
        {
            var builder = Checkout();
            foreach (var (step, script) in build.Scripts("run"))
                GitHub(builder, step, script.Replace("${{ matrix.project }}", projects[i]), service).Succeeds();
            // The content of the artifact's folder, in a folder with the name of the artifact.
            var upload = build.Uses("actions/upload-artifact")["with"];
            var download = report.Uses("actions/download-artifact")["with"];
            var name = upload["name"].ToString().Replace("${{ strategy.job-index }}", $"{i}");
            Assert.StartsWith(download["pattern"].ToString().TrimEnd('*'), name, StringComparison.Ordinal);
            var files = Directory.GetFiles(builder.PathOf(upload["path"].ToString()));
            Assert.NotEmpty(files);
            foreach (var file in files)
                Pipeline.Copy(file, machine.PathOf(Path.Combine(download["path"].ToString(), name, Path.GetFileName(file))));
        }

        var steps = report.Scripts("run");
        var signing = Assert.Single(steps, s => s.Step.Get("env") is not null);
        Assert.Equal("github.event_name == 'release'", signing.Step["if"].ToString());
        service["KK_SIGNING_KEY"] = Key(machine);
        foreach (var (step, script) in steps.SkipLast(1))
            GitHub(machine, step, script, service).Succeeds();

        Assert.Equal(machine.Read("kwaliteitskader/summary.md"), machine.Read("summary.txt"));
        Assert.Equal("kk.sarif", report.Uses("github/codeql-action/upload-sarif")["with"]["sarif_file"].ToString());
        // GitHub shows suppressed results as open alerts.
        Assert.Equal(1, Results(machine.Read("kwaliteitskader/report.sarif"), suppressed: true));
        Assert.Equal(1, Results(machine.Read("kk.sarif"), suppressed: false));
        Assert.DoesNotContain(JsonNode.Parse(machine.Read("kk.sarif"))!["runs"]![0]!["results"]!.AsArray(), r => r!["suppressions"]?.AsArray().Count > 0);
        Delivered(machine, report.Uses("actions/upload-artifact")["with"]["path"].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Judges(machine, () => GitHub(machine, steps[^1].Step, steps[^1].Script, service));
    }

    [Fact]
    public void Azure_builds_the_solution_and_goes_on_to_the_report()
    {
        var pipeline = Pipeline.Read("azure-pipelines.yml");
        var steps = pipeline.Scripts("bash");
        var machine = Checkout();
        // A secret there is one line.
        Variables service = new() { ["TF_BUILD"] = "True", ["KK_SIGNING_KEY"] = Key(machine).ReplaceLineEndings("\\n") };
        Assert.Equal(PackageVersion, pipeline["variables"]["KK_VERSION"].ToString());

        // Bash there does not stop at a command that fails: a script of several has to ask for it.
        BuildResult Run(string script) => Bash(machine, script, ["--noprofile", "--norc"], service);
        Assert.All(steps.Where(s => s.Script.TrimEnd().Contains('\n')), s => Assert.StartsWith("set -e\n", s.Script, StringComparison.Ordinal));
        var output = string.Concat(steps.SkipLast(1).Select(s => Run(s.Script).Succeeds().Output));
        Assert.Contains($"##vso[task.uploadsummary]{machine.PathOf("kwaliteitskader/summary.md")}", output, StringComparison.Ordinal);
        Delivered(machine, [.. ((YamlDotNet.RepresentationModel.YamlSequenceNode)pipeline["steps"]).Select(s => s.Get("publish")?.ToString()).OfType<string>()], "dossier/dossier.zip");
        Assert.Equal(machine.Read("kwaliteitskader/report.sarif"), machine.Read("CodeAnalysisLogs/kwaliteitskader.sarif"));
        Judges(machine, () => Run(steps[^1].Script));

        // A part that was not delivered: the report is made and says so, and the gate closes because of it alone.
        var merge = steps.Single(s => s.Step["displayName"].ToString() == "Merge").Script;
        File.Delete(machine.PathOf("ZorgApp.Mobile/obj/Release/net10.0/kk.fragment.json"));
        Run(merge).Succeeds();
        Assert.False(machine.Report("kwaliteitskader").Summary.Complete);
        machine.Write("kk.policy.json", """{ "severities": ["error"], "requireComplete": true }""");
        var gate = Run(steps[^1].Script);
        Assert.Equal(3, gate.ExitCode);
        Assert.Contains("ZorgApp.Mobile/ZorgApp.Mobile.csproj belongs to the product", gate.Output, StringComparison.Ordinal);
        // No part at all: no report, and the step fails.
        File.Delete(machine.PathOf("ZorgApp.Web/obj/Release/net10.0/kk.fragment.json"));
        Assert.NotEqual(0, Run(merge).ExitCode);
    }

    [Fact]
    public void GitLab_brings_artifacts_from_job_to_job()
    {
        var pipeline = Pipeline.Read("gitlab-ci.yml");
        Variables service = new() { ["GITLAB_CI"] = "true", ["CI_COMMIT_TAG"] = "v2.3.0" };
        Assert.Equal(PackageVersion, pipeline["variables"]["KK_VERSION"].ToString());
        BuildResult Run(string name, Workspace machine)
        {
            // Nothing is left of a job before.
            if (Directory.Exists(machine.PathOf(".kk")))
                Directory.Delete(machine.PathOf(".kk"), recursive: true);
            var job = pipeline[name];
            var before = job.Get("extends") is { } template ? pipeline[template.ToString()].Get("before_script").Texts() : [];
            return Bash(machine, string.Join('\n', before.Concat(job["script"].Texts())), Strict, service);
        }

        string[] Kept(string name) => [.. pipeline[name]["artifacts"]["paths"].Texts()];

        var (builder, machine, judge) = (Checkout(), Checkout(), Checkout());
        service["KK_SIGNING_KEY"] = Key(machine);
        Run("build", builder).Succeeds();
        Pipeline.Move(builder, machine, Kept("build"));
        Run("report", machine).Succeeds();
        Delivered(machine, Kept("report"));
        var quality = Assert.IsType<JsonArray>(JsonNode.Parse(machine.Read(pipeline["report"]["artifacts"]["reports"]["codequality"].ToString())));
        // The open finding, and not the excepted one.
        Assert.Single(quality, q => (string?)q!["check_name"] == "KK3201");
        Pipeline.Move(machine, judge, Kept("report"));
        Judges(judge, () => Run("gate", judge));

        // No tag: nothing is signed.
        service.Remove("CI_COMMIT_TAG");
        File.Delete(machine.PathOf("dossier.zip"));
        Run("report", machine).Succeeds();
        Assert.False(File.Exists(machine.PathOf("dossier.zip")));
    }

    /// <summary>The version that the files name: that of this repository.</summary>
    private static string PackageVersion => ToolInfo.Current.Version;

    /// <summary>What a service checks out: the product at one commit, the same on each machine.</summary>
    private Workspace Checkout()
    {
        var machine = new Workspace()
            .App(
                Workspace.Clean + """
                 public class Brief
                {
                    [System.Diagnostics.CodeAnalysis.SuppressMessage("KK", "KK3201", Justification = "Alleen de interne nieuwsbrief van het personeel.")]
                    public bool NewsletterOptIn { get; set; } = true;
                }
                """,
                items: """<ProjectReference Include="../ZorgApp.Mobile/ZorgApp.Mobile.csproj" />""", name: "ZorgApp.Web")
            .Library("ZorgApp.Mobile", Workspace.Newsletter.Replace("namespace Care", "namespace Mobile"))
            .Write("ZorgApp.slnx", """<Solution><Project Path="ZorgApp.Mobile/ZorgApp.Mobile.csproj" /><Project Path="ZorgApp.Web/ZorgApp.Web.csproj" /></Solution>""")
            .Write("kk.policy.json", File.ReadAllText(Path.Combine(PackedPackage.Repository, "docs", "ci", "kk.policy.json")))
            .Write(".gitignore", "bin/\nobj/\n*.pem\n")
            .Write("nuget.config", $"""<configuration><packageSources><clear /><add key="kk" value="{PackedPackage.Feed}" /><add key="tool" value="{kk.Feed}" /></packageSources></configuration>""");
        _machines.Add(machine);
        Bash(
            machine, "git init -q\ngit add -A\ngit -c user.name=Zorg -c user.email=zorg@example.org commit -q -m first", Strict,
            new() { ["GIT_AUTHOR_DATE"] = "2026-11-02T12:00:00Z", ["GIT_COMMITTER_DATE"] = "2026-11-02T12:00:00Z" }).Succeeds();
        return machine;
    }

    private static BuildResult GitHub(Workspace machine, YamlDotNet.RepresentationModel.YamlNode step, string script, Variables service)
    {
        Assert.Equal("bash", step["shell"].ToString());
        Assert.DoesNotContain("${{", script, StringComparison.Ordinal);
        return Bash(machine, script, Strict, service);
    }

    private static BuildResult Bash(Workspace machine, string script, string[] options, Variables service) =>
        Dotnet.Bash(machine.Root, script, options, [.. service, new("CI", "true"), new("KK_VERSION", PackedPackage.Version), new("LANG", "C.UTF-8")]);

    private string Key(Workspace machine)
    {
        Assert.Equal(0, kk.Run(machine.Root, "key", "create", "-o", "key.pem").Code);
        return machine.Read("key.pem");
    }

    /// <summary>The report is whole, it and the dossier are among what the service keeps, and the dossier is what was signed.</summary>
    private void Delivered(Workspace machine, string[] kept, string dossier = "dossier.zip")
    {
        var report = machine.Report("kwaliteitskader");
        Assert.True(report.Summary.Complete);
        Assert.Equal(["ZorgApp.Mobile", "ZorgApp.Web"], report.Projects.Select(p => p.Name).Order());
        Assert.False(report.Projects.Single(p => p.IsHead).TreeDirty);
        Assert.True(File.Exists(machine.PathOf("kwaliteitskader/report.nl.html")));
        Assert.Contains("kwaliteitskader", kept);
        Assert.Contains(dossier.Split('/')[0], kept);

        var (code, output, error) = kk.Run(machine.Root, "verify", dossier, "--key", "key.pub.pem", "--commit", Assert.Single(report.Projects.Select(p => p.Commit).Distinct())!);
        Assert.True(code == 0, output + error);
    }

    /// <summary>Our example closes the gate because of the finding; a policy that accepts warnings opens it.</summary>
    private static void Judges(Workspace machine, Func<BuildResult> gate)
    {
        var closed = gate();
        Assert.True(closed.ExitCode == 1, closed.Output);
        Assert.Contains("KK9005: 1 open findings (KK3201: 1)", closed.Output, StringComparison.Ordinal);
        machine.Write("kk.policy.json", Lenient);
        gate().Succeeds();
    }

    /// <summary>Findings of KK3201, with or without a suppression.</summary>
    private static int Results(string sarif, bool suppressed) =>
        JsonNode.Parse(sarif)!["runs"]![0]!["results"]!.AsArray().Count(r => (string?)r!["ruleId"] == "KK3201" && (r["suppressions"]?.AsArray().Count > 0) == suppressed);

    private sealed class Variables : Dictionary<string, string?>;
}
