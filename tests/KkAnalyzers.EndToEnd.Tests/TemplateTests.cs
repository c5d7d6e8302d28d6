using System.Text.RegularExpressions;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>
/// Every template of <see cref="Templates"/>, made by <c>dotnet new</c> and built together, once. Two things are taken away that need
/// packages without which the code is the same: the commands for migrations, and native code (the generator that comes with it stays).
/// </summary>
public sealed class NewProjects : IDisposable
{
    public NewProjects()
    {
        Workspace = new Workspace().Write("Directory.Build.targets", """
            <Project>
              <PropertyGroup Condition="'$(PublishAot)' == 'true'">
                <PublishAot>false</PublishAot>
                <EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator>
              </PropertyGroup>
              <ItemGroup><PackageReference Remove="Microsoft.EntityFrameworkCore.Design;Microsoft.EntityFrameworkCore.Tools" /></ItemGroup>
            </Project>
            """);
        foreach (var template in Templates.All)
        {
            Dotnet.Run(Workspace.Root, ["new", .. template.Command.Split(' '), "-n", template.Name, "-o", template.Name, "--no-restore", "--no-update-check"]).Succeeds();
        }

        Workspace.Write("New.slnx", $"<Solution>{string.Concat(Templates.All.Select(t => $"<Project Path=\"{t.Name}/{t.Name}.csproj\" />"))}</Solution>");
        var restore = Dotnet.Run(Workspace.Root, "restore", "New.slnx", "-nodeReuse:false", "-nologo", "-v:q");
        Assert.True(restore.ExitCode == 0, "The configured package sources lack what the SDK's own templates ask for:\n" + restore.Output);
        Build = Workspace.Rebuild("New.slnx", "-m:1").Succeeds();
    }

    internal Workspace Workspace { get; }

    internal BuildResult Build { get; }

    public void Dispose() => Workspace.Dispose();
}

/// <summary>
/// What somebody sees who adds the package to a project that was made a minute ago: what is expected of each template stands in
/// <see cref="Templates"/>, with the reason. A finding more, a finding less or another level is an error.
/// </summary>
public sealed partial class TemplateTests(NewProjects projects) : IClassFixture<NewProjects>
{
    public static TheoryData<string> Names() => [.. Templates.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_new_project_has_these_findings_and_no_others(string name)
    {
        var report = projects.Workspace.Report($"{name}/bin/Debug/net10.0/kwaliteitskader");
        Assert.True(report.Summary.Complete);
        Assert.All(report.Projects, p => Assert.True(p.Compiled && p.Analysed, p.Label));

        // KK4604 repeats what the package source knows today about the versions that Microsoft chose: no property of the template.
        var found = report.Findings.Where(f => f.Rule != "KK4604").Select(f => $"{f.Rule} {f.Level} {f.File} | {Line(f.File!, f.Line)}");
        var expected = Templates.All.Single(t => t.Name == name).Expected;
        Assert.Equal(expected.Select(e => $"{e.Rule} {e.Level} {e.File} | {e.Line}").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.All(expected, e => Assert.NotEmpty(e.Why));

        // Of the SDK's rules that count for a criterion, none has something to say either.
        Assert.DoesNotContain(report.OtherRules, r => r.Findings > 0);
        Assert.Empty(report.Exceptions);
    }

    /// <summary>The table of endpoints: nothing is called open, and what the templates protect is protected.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_new_project_has_no_open_endpoint(string name)
    {
        var endpoints = projects.Workspace.Report($"{name}/bin/Debug/net10.0/kwaliteitskader").Endpoints;
        Assert.Equal(name == "WorkerService", endpoints.Count == 0);
        Assert.DoesNotContain(endpoints, e => e.Access == "open");
        Assert.All(endpoints.Where(e => e.Route?.StartsWith("/Account/Manage", StringComparison.Ordinal) == true), e => Assert.Equal("protected", e.Access));
        Assert.Equal(name == "BlazorAccounts", endpoints.Any(e => e.Access == "protected"));
    }

    /// <summary>The same from the other side: what a developer reads in the console.</summary>
    [Fact]
    public void The_build_says_nothing_about_new_projects() =>
        Assert.DoesNotContain(projects.Build.Ids, id => id.StartsWith("KK", StringComparison.Ordinal) && id != "KK4604");

    /// <summary>The text of the line, so that a template that got a line more in a later SDK is no other template.</summary>
    private string Line(string file, int line) => line == 0 ? "" : Blanks().Replace(File.ReadAllLines(projects.Workspace.PathOf(file))[line - 1].Trim(), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
