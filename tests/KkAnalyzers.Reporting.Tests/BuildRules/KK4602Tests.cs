namespace KkAnalyzers.Reporting.Tests.BuildRules;

public class KK4602Tests
{
    private const string Id = "KK4602";

    private static RestoredProject Project() => new RestoredProject().Package("Serilog", "[4.3.0, )", "4.3.0").Brought("System.Text.Json", "8.0.1", "Serilog > System.Text.Json");

    private static Finding Only(RestoredProject project)
    {
        using (project)
            return Assert.Single(project.Build().Of(Id));
    }

    [Fact]
    public void An_audit_of_everything_is_quiet()
    {
        using var project = Project();
        project.Build().Ends(Id, State.CheckedClean, "clean");
    }

    [Fact]
    public void Nothing_to_audit()
    {
        using var project = new RestoredProject().Audit("false");
        project.Build().Ends(Id, State.NotApplicable, "nothing-to-inspect");
    }

    [Fact]
    public void Low_advisories_may_be_left_out()
    {
        using var project = Project().Audit(level: "moderate").NoWarn("NU1901", "CS1591", "NU1605");
        project.Build().Ends(Id, State.CheckedClean, "clean");
    }

    [Fact]
    public void Off_points_to_the_switch()
    {
        var finding = Only(Project().Audit("false").File("Directory.Build.props", "<Project>\n  <PropertyGroup>\n    <NuGetAudit>false</NuGetAudit>\n  </PropertyGroup>\n</Project>"));
        Assert.Equal(("warning", "Directory.Build.props", 3), (finding.Level, finding.File, finding.Line));
        Assert.Contains("NuGetAudit is false", finding.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restore_that_cannot_audit() =>
        Assert.Contains("SDK 7.0.410", Only(Project().Audit(null).Property("NETCoreSdkVersion", "7.0.410")).Message.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("high")]
    [InlineData("Critical")]
    public void A_level_above_moderate(string level) =>
        Assert.Contains("NuGetAuditLevel", Only(Project().Audit(level: level)).Message.Nl, StringComparison.Ordinal);

    [Fact]
    public void Direct_by_default_is_information_and_by_choice_a_warning()
    {
        Assert.Equal("note", Only(Project().Audit(mode: "direct")).Level);
        var chosen = Only(Project().Audit(mode: "direct").File("src/App/App.csproj", "<Project>\n  <PropertyGroup><NuGetAuditMode>direct</NuGetAuditMode></PropertyGroup>\n</Project>"));
        Assert.Equal(("warning", 2), (chosen.Level, chosen.Line));
    }

    [Fact]
    public void Direct_is_all_where_nothing_is_brought()
    {
        using var project = new RestoredProject().Package("Serilog", "[4.3.0, )", "4.3.0").Audit(mode: "direct");
        project.Build().Ends(Id, State.CheckedClean, "clean");
    }

    [Theory]
    [InlineData("NU1900")]
    [InlineData("NU1902")]
    [InlineData("NU1903")]
    [InlineData("NU1904")]
    [InlineData("NU1905")]
    public void A_whole_kind_that_is_silenced(string id)
    {
        var finding = Only(Project().NoWarn(id).File("Directory.Build.props", $"<Project>\n  <PropertyGroup>\n    <NoWarn>$(NoWarn);{id}</NoWarn>\n  </PropertyGroup>\n</Project>"));
        Assert.Equal(("Directory.Build.props", 3), (finding.File, finding.Line));
        Assert.Contains(id, finding.Message.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_is_silenced_for_one_package()
    {
        using var project = Project().Package("Newtonsoft.Json", "[12.0.1, )", "12.0.1", noWarn: "NU1903");
        var result = project.Build();
        Assert.Contains("the reference to Newtonsoft.Json holds NU1903", Assert.Single(result.Of(Id)).Message.En, StringComparison.Ordinal);
        result.Ends("KK4604", State.Undecided, "audit-silenced");
    }

    [Fact]
    public void Sources_without_advisories()
    {
        var unknown = Only(Project().Sources("https://feed.example.org/v3/index.json"));
        Assert.Equal("note", unknown.Level);
        Assert.Contains("auditSources", unknown.Message.Nl, StringComparison.Ordinal);

        const string Own = "<configuration>\n  <auditSources>\n    <add key=\"a\" value=\"https://feed.example.org/v3/index.json\" />\n  </auditSources>\n</configuration>";
        var empty = Only(Project().Sources("https://feed.example.org/v3/index.json").Config(Own).Log("NU1905", "Audit source 'a' did not provide any vulnerability data.", graph: null));
        Assert.Equal(("warning", "nuget.config", 3), (empty.Level, empty.File, empty.Line));

        using var answered = Project().Sources("https://feed.example.org/v3/index.json").Config(Own);
        answered.Build().Ends(Id, State.CheckedClean, "clean");
    }
}
