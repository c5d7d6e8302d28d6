namespace KkAnalyzers.Reporting.Tests.BuildRules;

public class KK4604Tests
{
    private const string Id = "KK4604";

    private const string Advisory = "https://github.com/advisories/GHSA-5crp-9r3c-p9vr";

    private static RestoredProject Project() => new RestoredProject()
        .Package("Serilog", "[4.3.0, )", "4.3.0").Package("Care.Forms", "[1.0.0, )", "1.0.0").Brought("Newtonsoft.Json", "12.0.1", "Care.Forms > Legacy.Core > Newtonsoft.Json");

    private static string Message(string id, string version) => $"Package '{id}' {version} has a known high severity vulnerability, {Advisory}";

    [Fact]
    public void An_audit_without_advisories_is_clean_and_says_how_many_packages()
    {
        using var project = Project().Log("NU1603", "depends on something else", "Serilog").Log("NU1903", "of another framework", "Serilog", graph: "net6.0");
        var result = project.Build();
        result.Ends(Id, State.CheckedClean, "clean");
        Assert.Equal(3, result.Outcome(Id).Inspected);
    }

    [Fact]
    public void A_package_that_others_bring_is_named_with_its_way_in()
    {
        using var project = Project().Log("NU1903", Message("Newtonsoft.Json", "12.0.1"), "Newtonsoft.Json")
            .File("src/App/App.csproj", "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"Care.Forms\" Version=\"1.0.0\" />\n  </ItemGroup>\n</Project>");
        var result = project.Build();
        var finding = Assert.Single(result.Of(Id));
        Assert.Equal(("warning", "src/App/App.csproj", 3), (finding.Level, finding.File, finding.Line));
        Assert.Equal($"Newtonsoft.Json 12.0.1 has a known vulnerability: high severity, {Advisory}; it comes in through Care.Forms > Legacy.Core > Newtonsoft.Json", finding.Message.En);
        Assert.Contains("hoge ernst", finding.Message.Nl, StringComparison.Ordinal);
        Assert.Contains("gravité élevée", finding.Message.Fr, StringComparison.Ordinal);
        Assert.Equal(State.Finding, Build.Report(result).Criterion("T4.18c").State);
    }

    [Theory]
    [InlineData("NU1901", "low severity", "note")]
    [InlineData("NU1902", "moderate severity", "warning")]
    [InlineData("NU1904", "critical severity", "warning")]
    public void The_id_of_the_message_is_its_severity(string code, string severity, string level)
    {
        // In any language of the restore.
        using var project = Project().Log(code, $"Le package « Serilog » 4.3.0 … {Advisory}.", "Serilog", graph: null);
        var finding = Assert.Single(project.Build().Of(Id));
        Assert.Equal(level, finding.Level);
        Assert.Contains($"Serilog 4.3.0 has a known vulnerability: {severity}, {Advisory}; the project asks for it itself", finding.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NU1900")]
    [InlineData("NU1905")]
    public void No_answer_is_not_clean(string code)
    {
        using var project = Project().Log(code, "Unable to load", graph: null);
        var result = project.Build();
        result.Ends(Id, State.Undecided, "audit-no-answer");
        Assert.NotEqual(State.CheckedClean, Build.Report(result).Criterion("T4.18c").State);
    }

    [Fact]
    public void An_audit_that_did_not_run_or_hid_something_is_not_clean()
    {
        using var off = Project().Audit("false");
        off.Build().Ends(Id, State.NotEvaluated, "audit-off");
        using var old = Project().Audit(null);
        old.Build().Ends(Id, State.NotEvaluated, "audit-off");
        using var level = Project().Audit(level: "high");
        level.Build().Ends(Id, State.Undecided, "audit-level");
        using var silenced = Project().NoWarn("NU1903");
        silenced.Build().Ends(Id, State.Undecided, "audit-silenced");
        using var direct = Project().Audit(mode: "direct");
        direct.Build().Ends(Id, State.Undecided, "audit-direct");
        using var unknown = Project().Sources("https://feed.example.org/v3/index.json");
        unknown.Build().Ends(Id, State.Undecided, "audit-source-unknown");
    }

    [Fact]
    public void What_is_wrong_with_the_audit_is_said_once()
    {
        using var project = Project().Audit("false");
        var messages = project.Build().Messages;
        Assert.Single(messages, m => m.Code == "KK4602");
        Assert.DoesNotContain(messages, m => m.Code == "KK9003");
    }

    [Fact]
    public void A_suppressed_advisory_is_an_exception_with_the_reason_beside_it()
    {
        using var project = Project().Suppressed(Advisory).Suppressed("https://github.com/advisories/GHSA-2").Suppressed("https://github.com/advisories/GHSA-3").File("Directory.Build.props", $"""
            <Project>
              <ItemGroup>
                <!-- the affected parser gets no input from outside; until 2026-12 -->
                <NuGetAuditSuppress Include="{Advisory}" />
                <NuGetAuditSuppress Include="https://github.com/advisories/GHSA-2" Justification="only in the test server" />
                <NuGetAuditSuppress Include="https://github.com/advisories/GHSA-3" />
              </ItemGroup>
            </Project>
            """);
        var result = project.Build();
        Assert.Equal(
            [(4, "the affected parser gets no input from outside; until 2026-12"), (5, "only in the test server"), (6, null)],
            result.Fragment.Exceptions.Where(e => e is { Rule: Id, Kind: "nuget-audit" }).Select(e => (e.Line, e.Justification)));
        result.Ends(Id, State.Finding, "unjustified");
    }

    [Fact]
    public void Suppressed_with_a_reason_is_accepted()
    {
        using var project = Project().Suppressed(Advisory).File("src/App/App.csproj", $"<Project><ItemGroup><!-- not reachable --><NuGetAuditSuppress Include=\"{Advisory}\" /></ItemGroup></Project>");
        var result = project.Build();
        result.Ends(Id, State.AcceptedException, "excepted");
        Assert.DoesNotContain(result.Messages, m => m.Code == Id);
    }
}
