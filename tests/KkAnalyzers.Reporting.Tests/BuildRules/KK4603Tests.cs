namespace KkAnalyzers.Reporting.Tests.BuildRules;

/// <summary>The half of the build.</summary>
public class KK4603Tests
{
    private const string Id = "KK4603";

    private static string Config(string attributes = "", string more = "", string value = "https://packages.example.org/v3/index.json") =>
        $"<configuration>\n  <packageSources>\n    <clear />\n    <add key=\"care\" value=\"{value}\" {attributes} />\n    <add key=\"nuget.org\" value=\"{RestoredProject.NuGetOrg}\" />\n  </packageSources>\n  {more}\n</configuration>";

    [Fact]
    public void Encrypted_and_local_sources_are_quiet()
    {
        using var project = new RestoredProject().Sources(RestoredProject.NuGetOrg, "/srv/packages", @"C:\packages", "http://localhost:5000/v3/index.json", "https://127.0.0.1/v3");
        var result = project.Build();
        Assert.Empty(result.Of(Id));
        Assert.Equal(5, result.Outcome(Id).Inspected);
    }

    [Fact]
    public void Several_sources_that_are_mapped_are_quiet()
    {
        using var project = new RestoredProject().Sources("https://packages.example.org/v3/index.json", RestoredProject.NuGetOrg)
            .Config(Config(more: "<packageSourceMapping><packageSource key=\"care\"><package pattern=\"Care.*\" /></packageSource></packageSourceMapping>"));
        project.Build().Ends(Id, State.CheckedClean, "clean");
    }

    [Fact]
    public void Several_sources_without_mapping_are_information()
    {
        using var project = new RestoredProject().Sources("https://packages.example.org/v3/index.json", RestoredProject.NuGetOrg).Config(Config());
        var finding = Assert.Single(project.Build().Of(Id));
        Assert.Equal(("note", "nuget.config", 4), (finding.Level, finding.File, finding.Line));
        Assert.Contains("packageSourceMapping", finding.Message.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Clear_text_points_to_the_source()
    {
        using var project = new RestoredProject().Sources("http://packages.example.org/v3/index.json").Config(Config("allowInsecureConnections=\"true\"", value: "http://packages.example.org/v3/index.json"));
        var finding = Assert.Single(project.Build().Of(Id));
        Assert.Equal(("warning", "nuget.config", 4), (finding.Level, finding.File, finding.Line));
        Assert.Contains("not encrypted", finding.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Clear_text_in_a_property_of_the_project()
    {
        using var project = new RestoredProject().Sources("http://packages.example.org/v3/index.json")
            .File("src/App/App.csproj", "<Project>\n  <PropertyGroup>\n    <RestoreSources>http://packages.example.org/v3/index.json;/srv</RestoreSources>\n  </PropertyGroup>\n</Project>");
        Assert.Equal(("src/App/App.csproj", 3), Assert.Single(project.Build().Of(Id)) is var f ? (f.File, f.Line) : default);
    }

    [Theory]
    [InlineData("allowInsecureConnections=\"True\"", "allowInsecureConnections")]
    [InlineData("disableTLSCertificateValidation=\"true\"", "disableTLSCertificateValidation")]
    public void A_source_that_may_be_replaced(string attribute, string named)
    {
        using var project = new RestoredProject().Sources("https://packages.example.org/v3/index.json").Config(Config(attribute));
        Assert.Contains(named, Assert.Single(project.Build().Of(Id)).Message.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_an_address_does_not_show()
    {
        using var project = new RestoredProject().Sources("http://reader:geheim@packages.example.org/v3/index.json?token=geheim");
        var message = Assert.Single(project.Build().Of(Id)).Message.En;
        Assert.DoesNotContain("geheim", message, StringComparison.Ordinal);
        Assert.Contains("packages.example.org", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_that_cannot_be_read_loses_the_place_only()
    {
        using var project = new RestoredProject().Sources("http://packages.example.org/v3/index.json").Config("<configuration><packageSources>");
        Assert.Equal(("src/App/App.csproj", 0), Assert.Single(project.Build().Of(Id)) is var f ? (f.File, f.Line) : default);
    }
}
