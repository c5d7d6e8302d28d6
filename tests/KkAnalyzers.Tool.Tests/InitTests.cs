using System.Text.Json;
using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

/// <summary>A first declaration, filled in with what the projects say.</summary>
public sealed class InitTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Path => System.IO.Path.Combine(_folder.Path, "kwaliteitskader.json");

    private Kk Init(params string[] more) => Kk.Run(["init", "--directory", _folder.Path, .. more]);

    private void Product()
    {
        _folder.File("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <Company>Zorghuis De Linde vzw</Company>
                <Version>2.3.0</Version>
                <RepositoryUrl>git@github.com:delinde/zorgapp.git</RepositoryUrl>
                <PackageProjectUrl>https://zorgapp.example/?a=1&amp;b=2</PackageProjectUrl>
              </PropertyGroup>
            </Project>
            """);
        _folder.File("src/Web/ZorgApp.Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <Product>Zorg"App"</Product>
                <Authors>$(Company)</Authors>
                <PackageLicenseExpression>EUPL-1.2</PackageLicenseExpression>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.SemanticKernel" />
                <PackageReference Include="Microsoft.Identity.Web" Version="3.14.0" />
                <PackageReference Include="Microsoft.ApplicationInsights.AspNetCore" Version="2.23.0" />
                <PackageReference Include="Serilog" Version="4.3.0" />
              </ItemGroup>
            </Project>
            """);
        _folder.File("src/Core/ZorgApp.Core.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><Product>Core</Product></PropertyGroup></Project>");
        _folder.File("tests/T/T.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><PackageReference Include=\"Microsoft.NET.Test.Sdk\" /><PackageReference Include=\"Egelke.EHealth.Client\" /></ItemGroup></Project>");
        foreach (var name in new[] { "Strings.resx", "Strings.nl.resx", "Strings.fr-BE.resx", "Help.Designer.resx", "Alone.de.resx" })
            _folder.File("src/Web/Resources/" + name, "<root />");
    }

    /// <summary>What the build reads of it.</summary>
    private DeclarationData Read()
    {
        var (data, problems) = DeclarationReader.Read(Path, "kwaliteitskader.json");
        Assert.Empty(problems);
        return data!;
    }

    [Fact]
    public void What_the_projects_say_is_filled_in()
    {
        Product();
        var run = Init();
        Assert.Equal((ExitCodes.Success, "", Path), (run.Code, run.Error, run.Out.Trim()));
        var data = Read();
        Assert.Equal(("Zorg\"App\"", "2.3.0", "EUPL-1.2"), (data.Product!.Name, data.Product.Version, data.Product.Licence));
        Assert.Equal(("Zorghuis De Linde vzw", "https://zorgapp.example/?a=1&b=2"), (data.Product.Provider!.Name, data.Product.Provider.Site));
        Assert.Equal(["fr", "nl"], data.Product.Languages);
        Assert.Equal((true, true, null, null), (data.Context!.Ai, data.Context.SignIn, data.Context.HealthVault, data.Context.Ads));
        Assert.Equal("Microsoft.SemanticKernel", Assert.Single(data.AiSystems).Name);
        Assert.Empty(data.Trackers); // a ground and a purpose take a person
        Assert.Matches("// \\{ \"name\": \".*\", \"ground\": \"consent\", \"purpose\": \"…\" \\},  // Microsoft.ApplicationInsights.AspNetCore, src/Web/ZorgApp.Web.csproj", File.ReadAllText(Path));
    }

    [Theory]
    [InlineData("nl", "Alles is vrijblijvend")]
    [InlineData("fr", "Tout est facultatif")]
    [InlineData("en", "Everything is optional")]
    public void Comments_are_in_the_language_that_was_asked_for(string language, string text)
    {
        Product();
        Assert.Equal(ExitCodes.Success, Init("--language", language).Code);
        Assert.Contains(text, File.ReadAllText(Path), StringComparison.Ordinal);
        Read();
    }

    [Fact]
    public void The_language_of_the_terminal_is_the_default()
    {
        Kk.RunIn("fr", "init", "--directory", _folder.Path);
        Assert.Contains("Tout est facultatif", File.ReadAllText(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_known_is_nothing_claimed()
    {
        Assert.Equal(ExitCodes.Success, Init().Code);
        var data = Read();
        Assert.Equal((null, null, null), (data.Product!.Name, data.Product.Provider!.Name, data.Context!.Ai));
        Assert.Empty(data.Exceptions);
        Assert.Empty(data.Criteria);
    }

    [Fact]
    public void Every_line_that_waits_for_a_person_is_good_once_it_is_filled_in()
    {
        Init();
        // Uncommented as it stands, each hint must be known to the reader; its dots and alternatives are for a person.
        var lines = File.ReadAllLines(Path).Select(l => l.TrimStart().StartsWith("// \"", StringComparison.Ordinal) || l.TrimStart().StartsWith("// {", StringComparison.Ordinal)
            ? l.Remove(l.IndexOf("// ", StringComparison.Ordinal), 3)
            : l);
        File.WriteAllLines(Path, lines.ToArray());
        var (data, problems) = DeclarationReader.Read(Path, "kwaliteitskader.json");
        Assert.True(data!.ReadToTheEnd);
        Assert.All(problems, p => Assert.Matches("is no value of|is no http|is no SHA-256|does not exist|is no path", p.Text.En));
        Assert.Equal(("provider", 16), (data.Statement!.Role, data.IntendedUse!.MinimumAge));
        Assert.Single(data.ThirdParties);
        Assert.Single(data.OutOfScope);
        Assert.Single(data.Exceptions);
    }

    [Fact]
    public void What_is_there_stays_without_force()
    {
        File.WriteAllText(Path, "mine");
        var run = Init();
        Assert.Equal((ExitCodes.Usage, "", "mine"), (run.Code, run.Out, File.ReadAllText(Path)));
        Assert.Contains("--force", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, Init("--force").Code);
        Read();
    }

    [Fact]
    public void The_same_twice_is_the_same_file()
    {
        Product();
        Init();
        var first = File.ReadAllBytes(Path);
        Init("--force");
        Assert.Equal(first, File.ReadAllBytes(Path));
        Assert.DoesNotContain((byte)'\r', first);
    }

    [Fact]
    public void Hostile_project_files_are_named_and_left_out()
    {
        _folder.File("secret.txt", "geheim");
        _folder.File("a/Evil.csproj", $"<!DOCTYPE p [<!ENTITY x SYSTEM \"file://{_folder.Path}/secret.txt\">]><Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><Product>&x;</Product></PropertyGroup></Project>");
        _folder.File("b/Bomb.csproj", "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><Project><PropertyGroup><Product>&b;</Product></PropertyGroup></Project>");
        _folder.File("c/Half.csproj", "<Project><PropertyGroup>");
        _folder.File("d/Big.csproj", "<Project>" + new string(' ', 2 * 1024 * 1024) + "</Project>");
        var run = Init();
        Assert.Equal(ExitCodes.Success, run.Code);
        Assert.All(new[] { "a/Evil.csproj", "b/Bomb.csproj", "c/Half.csproj", "d/Big.csproj" }, f => Assert.Contains(f, run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("geheim", File.ReadAllText(Path), StringComparison.Ordinal);
        Assert.Null(Read().Product!.Name);
    }

    [Fact]
    public void Hostile_values_stay_values()
    {
        _folder.File("src/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><Product>a\", \"context\": { \"ai\": false }, \"x\": \"</Product><Company>a&#10;b</Company></PropertyGroup><ItemGroup><PackageReference Include=\"OpenAI&#10;},\" /><PackageReference Include=\"Azure.AI.&#8232;X\" /></ItemGroup></Project>");
        Assert.Equal(ExitCodes.Success, Init().Code);
        var data = Read();
        Assert.Equal("a\", \"context\": { \"ai\": false }, \"x\": \"", data.Product!.Name);
        Assert.Null(data.Product.Provider!.Name);
        Assert.True(data.Context!.Ai);
        Assert.Equal("Azure.AI.\\u2028X", Assert.Single(data.AiSystems).Name);
    }

    [Fact]
    public void Links_out_of_the_folder_are_not_followed()
    {
        if (OperatingSystem.IsWindows())
            return; // making a link asks for a privilege there

        using var elsewhere = new Folder();
        elsewhere.File("Other.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><Product>elsewhere</Product></PropertyGroup></Project>");
        Directory.CreateSymbolicLink(System.IO.Path.Combine(_folder.Path, "out"), elsewhere.Path);
        Init();
        Assert.Null(Read().Product!.Name);
    }

    [Theory]
    [InlineData("--language", "de")]
    [InlineData("--directory", "absent")]
    public void Wrong_arguments_are_errors_of_use(params string[] args) => Assert.Equal(ExitCodes.Usage, Kk.Run(["init", .. args]).Code);

    [Fact]
    public void It_follows_the_schema_that_it_names()
    {
        Product();
        Init();
        using var written = JsonDocument.Parse(File.ReadAllText(Path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        using var stream = typeof(Report).Assembly.GetManifestResourceStream("schema/kwaliteitskader.schema.json")!;
        using var schema = JsonDocument.Parse(stream);
        Assert.Equal(schema.RootElement.GetProperty("$id").GetString(), written.RootElement.GetProperty("$schema").GetString());
        Assert.Empty(new MiniSchema(schema.RootElement).Check(written.RootElement));
    }
}
