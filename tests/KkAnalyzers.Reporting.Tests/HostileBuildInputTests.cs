using KkAnalyzers.Reporting.BuildRules;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>What a build reads besides the declaration: the compiler's log, and XML that MSBuild and NuGet read before.</summary>
public class HostileBuildInputTests
{
    /// <summary>A file outside the root is shown by its name at most, and its text has no part in a fingerprint.</summary>
    [Theory]
    [InlineData("../../../../etc/hostname", "…/hostname")]
    [InlineData("file:///etc/hostname", "…/hostname")]
    [InlineData("file:///etc/%E2%80%AEhostname", "…/\u202Ehostname")]
    [InlineData("src/%2e%2e/%2e%2e/%2e%2e/etc/hostname", "…/hostname")]
    [InlineData("C:\\Windows\\win.ini", "…/win.ini")]
    [InlineData("\\\\server\\share\\x.cs", "…/x.cs")]
    [InlineData("src/a%00b.cs", "src/a\0b.cs")]
    [InlineData("src/%3Cscript%3Ealert(1)", "src/<script>alert(1)")]
    [InlineData("https://evil.example/x.cs", null)]
    public void A_path_in_the_log_leads_nowhere(string uri, string? shown)
    {
        var report = Build.Report(Build.Fragment(new Sarif().Finding(file: uri, line: 1)));
        var finding = Assert.Single(report.Findings, f => f.Rule == Sarif.Rule);
        if (shown is not null)
            Assert.Equal(shown, finding.File);
        Assert.Equal(32, finding.Fingerprint!.Length);
        Assert.DoesNotContain("<script>alert(1)", HtmlRenderer.Render(report, "nl"), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', System.Text.Encoding.UTF8.GetString(report.ToJson()));
    }

    /// <summary>As MSBuild does: a document type is skipped. No entity is expanded and no other file opened.</summary>
    [Theory]
    [InlineData("<!DOCTYPE p SYSTEM \"secret.dtd\"><Project><PropertyGroup><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>", true)]
    [InlineData("<!DOCTYPE p [<!ENTITY x SYSTEM \"secret.txt\">]><Project><PropertyGroup><NuGetAudit>&x;</NuGetAudit></PropertyGroup></Project>", false)]
    [InlineData("<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]><Project><PropertyGroup><NuGetAudit>&b;</NuGetAudit></PropertyGroup></Project>", false)]
    [InlineData("<Project><PropertyGroup>", false)]
    [InlineData("", false)]
    public void A_project_file_expands_nothing(string xml, bool isRead)
    {
        using var folder = new Folder();
        folder.File("secret.txt", "geheim");
        var path = folder.File("App.csproj", xml);
        var project = new BuildProject(new ProjectFacts { ProjectPath = path, RootDirectory = folder.Path });
        Assert.Equal(isRead, project.Xml(path) is not null);
        Assert.Equal(isRead, project.FindProperty("NuGetAudit") is not null);
        Assert.Equal([path], project.FilesRead);
    }

    [Fact]
    public void A_project_file_that_is_nested_a_hundred_thousand_times_is_read_or_left_out()
    {
        using var folder = new Folder();
        var path = folder.File("App.csproj", string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)));
        Assert.Null(new BuildProject(new ProjectFacts { ProjectPath = path, RootDirectory = folder.Path }).FindProperty("NuGetAudit"));
    }
}
