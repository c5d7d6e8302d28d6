namespace KkAnalyzers.Reporting.Tests.BuildRules;

public class KK4601Tests
{
    private const string Id = "KK4601";

    [Theory]
    [InlineData("[4.3.0, )")] // Version="4.3.0": NuGet takes the lowest that fits, so always this one
    [InlineData("[4.3.0, 4.3.0]")]
    [InlineData("[4.3.0]")]
    [InlineData("[4.0.0, 5.0.0)")]
    [InlineData("[4.0.0-beta.2, )")]
    [InlineData("4.3.0")]
    public void A_version_that_is_the_same_each_time_is_quiet(string range)
    {
        using var project = new RestoredProject().Package("Serilog", range, "4.3.0");
        project.Build().Ends(Id, State.CheckedClean, "clean");
    }

    [Theory]
    [InlineData("[4.*, )", "4.*", "newest version of the day (now 4.3.0)")]
    [InlineData("[*, )", "*", "newest")]
    [InlineData("[4.*-*, )", "4.*-*", "newest")]
    [InlineData("[4.3.*, 5.0.0)", "[4.3.*, 5.0.0)", "newest")]
    [InlineData("(, 5.0.0]", "(, 5.0.0]", "no lowest version")]
    [InlineData("(, )", "(, )", "no lowest version")]
    [InlineData("(4.0.0, )", "(4.0.0, )", "no lowest version")]
    public void A_version_that_the_day_decides_is_a_finding(string range, string shown, string why)
    {
        using var project = new RestoredProject().Package("Serilog", range, "4.3.0").Package("Dapper", "[2.1.0, )", "2.1.0");
        var result = project.Build();
        var finding = Assert.Single(result.Of(Id));
        Assert.Equal("warning", finding.Level);
        Assert.Contains($"'Serilog' is asked for as '{shown}'", finding.Message.En, StringComparison.Ordinal);
        Assert.Contains(why, finding.Message.En, StringComparison.Ordinal);
        Assert.Contains("zonder lock-bestand", finding.Message.Nl, StringComparison.Ordinal);
        Assert.Contains("sans fichier de verrouillage", finding.Message.Fr, StringComparison.Ordinal);
        Assert.Equal(2, result.Outcome(Id).Inspected);
        Assert.Single(result.Messages, m => m.Code == Id && m.Severity == "warning");
    }

    [Fact]
    public void A_lock_file_pins_what_floats()
    {
        using var project = new RestoredProject().Package("Serilog", "[4.*, )", "4.3.0").LockFile();
        project.Build().Ends(Id, State.CheckedClean, "clean");
    }

    [Fact]
    public void What_the_SDK_asks_for_is_not_the_projects()
    {
        using var project = new RestoredProject().Package("Microsoft.NET.ILLink.Tasks", "[8.*, )", "8.0.1", isImplicit: true);
        project.Build().Ends(Id, State.NotApplicable, "nothing-to-inspect");
    }

    [Fact]
    public void Points_to_the_version_also_when_it_stands_apart_from_the_reference()
    {
        using var project = new RestoredProject()
            .Package("Serilog", "[4.*, )", "4.3.0").Package("Dapper", "[*, )", "2.1.0").Package("Polly", "[8.*, )", "8.1.0")
            .File("Directory.Packages.props", "<Project>\n  <ItemGroup>\n    <PackageVersion Include=\"serilog\" Version=\"4.*\" />\n  </ItemGroup>\n</Project>")
            .File("src/App/App.csproj", "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"Serilog\" />\n    <PackageReference Include=\"Dapper\"\n      Version=\"*\" />\n  </ItemGroup>\n</Project>");
        Assert.Equal(
            [("Dapper", "src/App/App.csproj", 4), ("Polly", "src/App/App.csproj", 0), ("Serilog", "Directory.Packages.props", 3)],
            project.Build().Of(Id).Select(f => (f.Message.En.Split('\'')[1], f.File, f.Line)).Order());
    }

    [Fact]
    public void In_tests_it_is_information()
    {
        using var project = new RestoredProject().Package("xunit", "[2.*, )", "2.9.3").Test();
        var result = project.Build();
        Assert.Equal("note", Assert.Single(result.Of(Id)).Level);
        Assert.DoesNotContain(result.Messages, m => m.Code == Id);
    }

    [Fact]
    public void NoWarn_is_an_exception_that_shows()
    {
        using var project = new RestoredProject().Package("Serilog", "[4.*, )", "4.3.0").Off("CS1591; kk4601");
        var result = project.Build();
        result.Ends(Id, State.NotEvaluated, "no-warn");
        Assert.Contains(result.Fragment.Exceptions, e => e is { Rule: Id, Kind: "no-warn", Justified: false });
        Assert.Contains(result.Messages, m => m.Code == "KK9003" && m.Text.En.Contains(Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("KK4601")]
    [InlineData("KK4602")]
    [InlineData("KK4603")]
    [InlineData("KK4604")]
    public void Without_a_restore_that_can_be_read_nothing_is_known(string rule)
    {
        using var project = new RestoredProject().Package("Serilog", "[4.*, )", "4.3.0");
        project.Build(null).Ends(rule, State.NotEvaluated, "no-restore");
        foreach (var broken in new[] { "", "{", "[]", "null", "{}", "{\"project\":3}", project.Assets()[..^40], project.Assets().Replace("net8.0", "net9.0-x", StringComparison.Ordinal).Replace("\"frameworks\":{", "\"frameworks\":{\"a\":{},", StringComparison.Ordinal) })
        {
            var result = project.Build(broken);
            result.Ends(rule, State.NotEvaluated, "assets-unreadable");
            Assert.Contains(result.Messages, m => m.Code == "KK9003" && m.Text.Nl.Contains("project.assets.json", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_assets_file_of_other_types_than_expected_does_not_throw()
    {
        using var project = new RestoredProject();
        var result = project.Build("""{"targets":[],"logs":{"a":1},"project":{"restore":{"sources":[1],"configFilePaths":[2,"/nowhere/nuget.config"],"warningProperties":7,"restoreAuditProperties":"x"},"frameworks":{"net8.0":{"dependencies":{"A":"1","B":{"version":2,"noWarn":"x"}}}}}}""");
        Assert.Equal(2, result.Outcome(Id).Inspected);
        result.Ends("KK4604", State.NotApplicable, "nothing-to-inspect");
    }
}
