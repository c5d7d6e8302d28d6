namespace KkAnalyzers.Reporting.Tests.BuildRules;

/// <summary>A declaration that says less than the code shows.</summary>
public class KK2007Tests
{
    private const string Id = "KK2007";

    private static FragmentResult Build(string declaration, Sarif? sarif = null, string packages = "", bool test = false, bool head = true, string? noWarn = null) => Tests.Build.Fragment(
        sarif ?? Ran(),
        f => f with { PackagesPath = Path.Combine(f.RootDirectory!, "kk.packages.txt"), IsTestProject = test, IsHead = head, NoWarn = noWarn },
        declaration: declaration,
        prepare: f => f.File("kk.packages.txt", packages));

    /// <summary>A compilation in which every rule whose inventory counts looked and saw nothing.</summary>
    private static Sarif Ran() => new Sarif().Record("KK4501", 3).Record("KK4201", 3).Record("KK4205", 3);

    private static string Context(string members) => "{\n  \"context\": { " + members + " }\n}";

    [Theory]
    [InlineData("\"ai\": true", "direct|Microsoft.SemanticKernel|1.66.0|")]
    [InlineData("\"ai\": false", "direct|Serilog|4.3.0|")]
    [InlineData("\"ai\": false", "direct|Microsoft.ML|4.0.2|")] // a hint
    [InlineData("\"healthVault\": false", "direct|Hl7.Fhir.R4|5.12.0|")] // a hint
    [InlineData("\"signIn\": false", "transitive|Microsoft.Identity.Client|4.76.0|Azure.Identity > Microsoft.Identity.Client")]
    [InlineData("\"interactivity\": \"information\"", "direct|Serilog|4.3.0|")]
    [InlineData("\"personalData\": false", "")]
    [InlineData("\"ads\": false", "")]
    [InlineData("\"interactivity\": \"active\"", "direct|Microsoft.Identity.Web|3.14.0|")]
    public void A_declaration_that_fits_is_quiet(string context, string packages) => Assert.Empty(Build(Context(context), packages: packages).Of(Id));

    [Theory]
    [InlineData("\"ai\": ^false", "direct|Microsoft.SemanticKernel|1.66.0|", "artificial intelligence: 1, for instance Microsoft.SemanticKernel")]
    [InlineData("\"ai\": ^false", "transitive|OpenAI|2.5.0|Azure.AI.OpenAI > OpenAI", "OpenAI")]
    [InlineData("\"healthVault\": ^false", "direct|Egelke.EHealth.Client|2.2.0|", "Egelke.EHealth.Client")]
    [InlineData("\"signIn\": ^false", "direct|Microsoft.Identity.Web|3.14.0|", "Microsoft.Identity.Web")]
    [InlineData("\"interactivity\": ^\"information\"", "direct|Microsoft.Identity.Web|3.14.0|", "sign-in: 1")]
    public void A_package_contradicts(string marked, string packages, string evidence) => Contradicts(Build(Context(marked.Replace("^", "", StringComparison.Ordinal)), packages: packages), marked, evidence);

    [Theory]
    [InlineData("\"personalData\": ^false", "Patient.Diagnose (src/App/Patient.cs:9)")]
    [InlineData("\"interactivity\": ^\"information\"", "health data: 1, for instance Patient.Diagnose")]
    [InlineData("\"signIn\": ^false", "sign-in: 1, for instance /notities (src/App/Api.cs:40)")]
    [InlineData("\"ads\": ^false", "advertising: 1")]
    public void An_inventory_contradicts(string marked, string evidence)
    {
        var sarif = Ran()
            .Member("Zorgdagboek.Patient", "Diagnose", "health.diagnosis", "sensitive", "src/App/Patient.cs", 9)
            .Row("KK4501", "endpoints", "src/App/Api.cs", 40, ("kind", "@EndpointRoute"), ("route", "=/notities"), ("decision", "@DecisionRequired"), ("accepts", "@DataDiagnosis"))
            .Row("KK4205", "external-hosts", "src/App/Index.html", 4, ("host", "=ads.example"), ("vendor", "=Ads"), ("category", "=ads"), ("element", "=script"), ("ground", "="), ("purpose", "="));
        Contradicts(Build(Context(marked.Replace("^", "", StringComparison.Ordinal)), sarif), marked, evidence);
    }

    private static void Contradicts(FragmentResult result, string marked, string evidence)
    {
        var finding = Assert.Single(result.Of(Id));
        Assert.Equal(("kwaliteitskader.json", 2, 16 + marked.IndexOf('^', StringComparison.Ordinal) , "warning"), (finding.File, finding.Line, finding.Column, finding.Level));
        Assert.Contains(evidence, finding.Message.En, StringComparison.Ordinal);
        Assert.All(new[] { finding.Message.Nl, finding.Message.Fr }, m => Assert.NotEqual(finding.Message.En, m));
        var said = Assert.Single(result.Messages, m => m.Code == Id);
        Assert.EndsWith("kwaliteitskader.json", said.File, StringComparison.Ordinal);
        Assert.True(Path.IsPathRooted(said.File));
        result.Ends(Id, State.Finding, "findings");
    }

    [Fact]
    public void Weak_names_and_secrets_contradict_nobody()
    {
        var sarif = Ran()
            .Member("Zorgdagboek.Patient", "Notitie", "communication", "ordinary", "src/App/Patient.cs", 12, confidence: "low")
            .Member("Zorgdagboek.Dienst", "Sleutel", "credentials", "credential", "src/App/Dienst.cs", 3);
        Assert.Empty(Build(Context("\"personalData\": false"), sarif).Of(Id));
    }

    [Theory]
    [InlineData(8, "[]", true)]
    [InlineData(12, "[\"youth\"]", true)]
    [InlineData(12, "[\"children\"]", false)]
    [InlineData(13, "[]", false)]
    public void Children_are_among_the_vulnerable_users(int age, string vulnerable, bool reported)
    {
        var declaration = "{ \"intendedUse\": { \"minimumAge\": " + age + " }, \"context\": { \"vulnerableUsers\": " + vulnerable + " } }";
        Assert.Equal(reported ? 1 : 0, Build(declaration).Of(Id).Count);
        Assert.Empty(Build(declaration, head: false).Of(Id));
    }

    [Fact]
    public void Not_to_declare_is_a_gap_and_no_contradiction()
    {
        Assert.Empty(Build("{ \"intendedUse\": { \"minimumAge\": 8 } }", packages: "direct|OpenAI|2.5.0|").Of(Id));
        Build(Context("\"risk\": \"high\""), packages: "direct|OpenAI|2.5.0|").Ends(Id, State.NotApplicable, "nothing-to-inspect");
    }

    [Fact]
    public void Clean_when_everybody_looked() => Build(Context("\"ai\": false, \"ads\": false, \"signIn\": false, \"personalData\": false")).Ends(Id, State.CheckedClean, "clean");

    [Fact]
    public void Silence_says_nothing_where_a_rule_did_not_look()
    {
        var result = Build(Context("\"signIn\": false"), Ran().NoRecord("KK4501"));
        result.Ends(Id, State.Undecided, "not-followed");
        Assert.Empty(result.Of(Id));
        Assert.DoesNotContain(result.Messages, m => m.Code == "KK9003" && m.Text.En.Contains(Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Silence_says_nothing_without_a_list_of_packages() =>
        Tests.Build.Fragment(Ran(), declaration: Context("\"ai\": false")).Ends(Id, State.Undecided, "not-followed");

    [Fact]
    public void Tests_are_no_part_of_the_product() => Assert.Empty(Build(Context("\"ai\": false"), packages: "direct|OpenAI|2.5.0|", test: true).Of(Id));

    [Fact]
    public void A_library_contradicts_what_the_product_declares()
    {
        var app = Build(Context("\"ai\": false"));
        var library = Build(Context("\"ai\": false"), packages: "direct|OpenAI|2.5.0|", head: false);
        var report = Tests.Build.Report(app, library with { Fragment = library.Fragment with { Project = library.Fragment.Project with { Path = "src/Lib/Lib.csproj", Name = "Lib" } } });
        Assert.Equal(State.Finding, report.Rules.Single(r => r.Id == Id).State);
        Assert.Single(report.Findings, f => f.Rule == Id);
    }

    [Fact]
    public void Switched_off_it_still_leaves_the_inventory()
    {
        var result = Build(Context("\"ai\": false"), packages: "direct|OpenAI|2.5.0|", noWarn: Id);
        result.Ends(Id, State.NotEvaluated, "no-warn");
        Assert.Single(result.Fragment.Inventories, i => i.Inventory == "ai");
    }
}
