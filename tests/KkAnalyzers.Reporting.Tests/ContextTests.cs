namespace KkAnalyzers.Reporting.Tests;

/// <summary>What is declared about the context beside what the code shows.</summary>
public class ContextTests
{
    private static Report Report(Sarif sarif, string declaration = "{}", params string[] packages) => Build.Report(Build.Fragment(
        sarif,
        f => f with { PackagesPath = Path.Combine(f.RootDirectory!, "kk.packages.txt") },
        declaration: declaration,
        prepare: f => f.File("kk.packages.txt", string.Join('\n', packages))));

    private static string? Detected(Report report, string key) => report.Context.Single(c => c.Key == key).Detected?.En;

    [Fact]
    public void All_ten_keys_are_there_in_a_fixed_order() => Assert.Equal(
        ["interactivity", "risk", "vulnerableUsers", "autonomy", "medicalDevice", "ai", "ads", "healthVault", "personalData", "signIn"],
        Report(new Sarif()).Context.Select(c => c.Key));

    [Theory]
    [InlineData("risk")]
    [InlineData("autonomy")]
    [InlineData("medicalDevice")]
    public void What_code_cannot_show_is_said(string key) => Assert.Equal("code cannot show this", Detected(Report(new Sarif()), key));

    [Fact]
    public void Nothing_seen_is_nothing_said() => Assert.Null(Detected(Report(new Sarif()), "signIn"));

    [Fact]
    public void Personal_data_and_health_data_name_a_place()
    {
        var report = Report(new Sarif()
            .Member("Zorgdagboek.Patient", "Diagnose", "health.diagnosis", "sensitive", "src/App/Patient.cs", 9)
            .Member("Zorgdagboek.Patient", "Geboren", "birth-age", "ordinary", "src/App/Patient.cs", 11)
            .Member("Zorgdagboek.Patient", "Notitie", "communication", "ordinary", "src/App/Patient.cs", 12, confidence: "low")
            .Member("Zorgdagboek.Patient", "Wachtwoord", "credentials", "credential", "src/App/Patient.cs", 13));
        Assert.Equal("personal data: 2, for instance Patient.Diagnose (src/App/Patient.cs:9); health data: 1, for instance Patient.Diagnose (src/App/Patient.cs:9)", Detected(report, "personalData"));
        Assert.Equal("health data: 1, for instance Patient.Diagnose (src/App/Patient.cs:9)", Detected(report, "interactivity"));
    }

    [Fact]
    public void Protected_endpoints_are_sign_in_and_hubs_hint_at_contact()
    {
        var report = Report(new Sarif()
            .Row("KK4501", "endpoints", "src/App/Api.cs", 40, ("kind", "@EndpointRoute"), ("route", "=/notities"), ("decision", "@DecisionRequired"), ("accepts", "@DataDiagnosis"))
            .Row("KK4501", "endpoints", "src/App/Chat.cs", 8, ("kind", "@EndpointHub"), ("route", "=/chat"), ("decision", "@DecisionNone"), ("accepts", "=")));
        Assert.Equal("sign-in: 1, for instance /notities (src/App/Api.cs:40)", Detected(report, "signIn"));
        Assert.Equal(
            "a hint only: means of contact (hub, chat, video): 1, for instance /chat (src/App/Chat.cs:8); endpoints that take in personal data: 1, for instance /notities (src/App/Api.cs:40); sign-in: 1, for instance /notities (src/App/Api.cs:40)",
            Detected(report, "interactivity"));
    }

    [Theory]
    [InlineData("ai", "direct|Microsoft.SemanticKernel|1.66.0|", "packages for artificial intelligence: 1, for instance Microsoft.SemanticKernel")]
    [InlineData("ai", "transitive|OpenAI|2.5.0|Azure.AI.OpenAI > OpenAI", "packages for artificial intelligence: 1, for instance OpenAI")]
    [InlineData("ai", "direct|Microsoft.ML|4.0.2|", "a hint only: packages for artificial intelligence: 1, for instance Microsoft.ML")]
    [InlineData("healthVault", "direct|Egelke.EHealth.Client|2.2.0|", "packages for health vaults: 1, for instance Egelke.EHealth.Client")]
    [InlineData("healthVault", "direct|Hl7.Fhir.R4|5.12.0|", "a hint only: packages for health vaults: 1, for instance Hl7.Fhir.R4")]
    [InlineData("signIn", "direct|Microsoft.Identity.Web|3.14.0|", "sign-in: 1, for instance Microsoft.Identity.Web")]
    [InlineData("signIn", "direct|Microsoft.AspNetCore.Authentication.JwtBearer|10.0.0|", "a hint only: sign-in: 1, for instance Microsoft.AspNetCore.Authentication.JwtBearer")]
    [InlineData("signIn", "transitive|Microsoft.Identity.Client|4.76.0|Microsoft.Data.SqlClient > Azure.Identity > Microsoft.Identity.Client", null)]
    [InlineData("interactivity", "direct|Azure.Communication.Chat|1.4.0|", "a hint only: means of contact (hub, chat, video): 1, for instance Azure.Communication.Chat")]
    [InlineData("ai", "direct|OpenAIr.Weather|1.0.0|", null)]
    [InlineData("ai", "nonsense", null)]
    public void Packages_tell_about_the_context(string key, string line, string? detected)
    {
        var report = Report(new Sarif(), "{}", line);
        if (detected is null)
            Assert.Null(Detected(report, key));
        else
            Assert.StartsWith(detected, Detected(report, key), StringComparison.Ordinal);
    }

    [Fact]
    public void Packages_are_rows_of_an_inventory_in_every_language()
    {
        var row = Assert.Single(Report(new Sarif(), "{}", "direct|OllamaSharp|5.4.0|").Inventories);
        Assert.Equal(("ai", "OllamaSharp", "5.4.0"), (row.Inventory, row.Text("package"), row.Text("version")));
        Assert.Equal(("asked for by the project", "gevraagd door het project"), (row.Columns["reference"].En, row.Columns["reference"].Nl));
        Assert.Null(row.Keys);
    }

    [Fact]
    public void A_low_minimum_age_stands_beside_the_vulnerable_users()
    {
        var report = Report(new Sarif(), """{ "intendedUse": { "minimumAge": 12 }, "context": { "vulnerableUsers": ["children"] } }""");
        Assert.Equal(("children", "the declared minimum age is 12"), (report.Context[2].Declared, Detected(report, "vulnerableUsers")));
        Assert.Null(Detected(Report(new Sarif(), """{ "intendedUse": { "minimumAge": 18 } }"""), "vulnerableUsers"));
    }
}
