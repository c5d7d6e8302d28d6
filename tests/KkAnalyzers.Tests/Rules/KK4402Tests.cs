using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Secrets.ConnectionsAndSecretsAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Tokens are put together here, so that no tool takes this file for a leak.</summary>
public class KK4402Tests
{
    private const string Body = "a8Fk29LmQx7Zr4Tb6Yv1Nw3Gd5Hs0Jc2Pe";

    [Theory]
    [InlineData("""const string Password = "Password";""")]
    [InlineData("""const string Route = "/users/resetUserPassword";""")]
    [InlineData("""const string PasswordPath = "/users/resetUserPassword1A";""")]
    [InlineData("""string passwordQuestion = "Wat was je eerste huisdier?";""")]
    [InlineData("""const string PasswordQuestion = "passwordQuestion1";""")]
    public Task Case55_names_paths_and_questions_are_no_secrets(string member) => Verify.Silent($$"""class Logins { {{member}} }""");

    [Theory]
    [InlineData("Server=sql.zorg.be;User=SA;Password={|KK4402:Kamille-27-thee|}")]
    [InlineData("Server=sql.zorg.be;User=SA;Password={|KK4402:geheimpje|};")]
    [InlineData("Server=sqlprod;Database=Dossiers;Uid=app;Pwd='{|KK4402:een;puntkomma7|}';Encrypt=True")]
    [InlineData("redis.zorg.be:6380,password={|KK4402:Kamille27thee=|},ssl=True,abortConnect=False")]
    [InlineData("Data Source=client.db;Password={|KK4402:Kamille27thee|}")]
    public Task Case55_a_password_in_a_connection_string(string text) => Verify.Flags($$"""class Dossiers { string Connection() => "{{text}}"; }""");

    [Theory]
    [InlineData("Server=sql.zorg.be;User=SA;Password=<password>")]
    [InlineData("Server=sql.zorg.be;User=SA;Password=***")]
    [InlineData("Server=sql.zorg.be;User=SA;Password={password}")]
    [InlineData("Server=sql.zorg.be;User=SA;Password=${DB_PASSWORD}")]
    [InlineData("Server=sql.zorg.be;User=SA;Password=#{DbPassword}#")]
    [InlineData("Server=sql.zorg.be;User=SA;Password=your-password")]
    [InlineData("Server=sql.zorg.be;User=SA;Password=changeme")]
    [InlineData("Server=sql.zorg.be;User=SA;Password=%DB_PASSWORD%")]
    [InlineData("Server=sql.zorg.be;User=SA;Password=__DB_PASSWORD__")]
    [InlineData("Server=sql.zorg.be;User=SA;Password=")]
    [InlineData("Host=localhost;Username=postgres;Password=postgres")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=zorg;AccountKey=<key>;EndpointSuffix=core.windows.net")]
    [InlineData("Password=required; please enter your password")]
    public Task Placeholders_in_connection_strings(string text) => Verify.Silent($$"""class Dossiers { string Connection() => "{{text}}"; }""");

    [Theory]
    [InlineData("""string M(string password) => $"Server=sql.zorg.be;User=SA;Password={password}";""")]
    [InlineData("""string M(string password) => "Server=sql.zorg.be;User=SA;Password=" + password;""")]
    [InlineData("""string M(string password) => "Server=sql.zorg.be;User=SA;Password=" + password + ";Encrypt=True";""")]
    public Task Passwords_that_are_put_in(string member) => Verify.Silent($$"""class Dossiers { {{member}} }""");

    [Theory]
    [InlineData("""string M(string server) => $"Server={server};User=SA;Password={|KK4402:Kamille-27-thee|}";""")]
    [InlineData("""string M(string server) => "Server=" + server + ";User=SA;Password={|KK4402:Kamille-27-thee|};" + "Encrypt=True";""")]
    public Task Passwords_in_texts_that_are_put_together(string member) => Verify.Flags($$"""class Dossiers { {{member}} }""");

    [Theory]
    [InlineData("""const string SmtpPassword = {|KK4402:"Kamille-27"|};""")]
    [InlineData("""static readonly string wachtwoord = {|KK4402:"Kamille27thee"|};""")]
    [InlineData("""string MotDePasse { get; set; } = {|KK4402:"Camomille-27"|};""")]
    [InlineData("""string DbPwd => {|KK4402:"Kamille!27"|};""")]
    [InlineData("""bool M(string password) => password == {|KK4402:"Kamille!27"|};""")]
    [InlineData("""const string ApiKey = {|KK4402:"4f19e2a9c89d41b38049ab0d7b19ebd5x"|};""")]
    [InlineData("""void M(System.Collections.Generic.Dictionary<string, string> d) => d["client_secret"] = {|KK4402:"q8Z3xT6kL1vB9nR4wY7p"|};""")]
    [InlineData("""void M(System.Net.Http.HttpClient c) => c.DefaultRequestHeaders.Add("X-Api-Key", {|KK4402:"q8Z3xT6kL1vB9nR4wY7p"|});""")]
    [InlineData("""void Log(string user, string password) { } void M() => Log("app", {|KK4402:"Kamille!27"|});""")]
    [InlineData("""object M() => new System.Net.NetworkCredential("app", {|KK4402:"kamillethee"|});""")]
    [InlineData("""const string Woord = {|KK4402:"kamillethee"|}; object M() => new System.Net.NetworkCredential("app", Woord);""")]
    [InlineData("""object M() => new Microsoft.IdentityModel.Tokens.SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes({|KK4402:"dit is de sleutel van de zorgmodule"|}));""")]
    [InlineData("""string M(string s) => s ?? "https://app:{|KK4402:Kamille27|}@fhir.zorg.be/";""")]
    public Task Secrets_by_what_they_are_for(string member) => InCode($$"""class Logins { {{member}} }""");

    [Theory]
    [InlineData("""const string PasswordKey = "Settings:Smtp:Password1A";""")]
    [InlineData("""const string PasswordHash = "AQAAAAEAACcQAAAAEAEqSCV8Bpg69irmeg8N86U503jGEAYf75fBuzvL";""")]
    [InlineData("""const string ResetPassword = "Reset2Password!";""")]
    [InlineData("""const string InvalidPassword = "Wachtwoord moet 8 tekens hebben!";""")]
    [InlineData("""const string PasswordRegex = "^(?=.*[a-z])(?=.*[0-9]).{8,}$";""")]
    [InlineData("""const string Token = "Zorg-Token";""")]
    [InlineData("""const string AccessToken = "http://schemas.zorg.be/2014/03/claims/accesstoken";""")]
    [InlineData("""const string UserAccessToken = "user_token";""")]
    [InlineData("""void Rule(string token) { } void M() => Rule(token: "bd25");""")]
    [InlineData("""const string ApiKey = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";""")]
    [InlineData("""const string ApiKey = "0123456789abcdef0123456789abcdef";""")]
    [InlineData("""const string ContinuationToken = "q8Z3xT6kL1vB9nR4wY7p";""")]
    [InlineData("""const string PasswordSetting = "Smtp.Password2";""")]
    [InlineData("""const string Password = "Smtp:Password2";""")]
    [InlineData("""const string Password = "password2";""")]
    [InlineData("""string Password { get; set; } = "";""")]
    [InlineData("""object M(string secret) => new System.Net.NetworkCredential("app", secret);""")]
    [InlineData("""object M() => new System.Net.NetworkCredential("app", "<password>");""")]
    [InlineData("""[System.ComponentModel.DefaultValue("Kamille!27")] string Password { get; set; }""")]
    [InlineData("""string M() => "https://user:{password}@fhir.zorg.be/";""")]
    [InlineData("""string M() => "https://fhir.zorg.be/Patient?email=a:b@zorg.be";""")]
    public Task Names_messages_and_placeholders(string member) => InCode($$"""
        #nullable disable
        class Logins { {{member}} }
        """);

    [Theory]
    [InlineData("ghp_", 40)]
    [InlineData("github_pat_", 82)]
    [InlineData("glpat-", 26)]
    [InlineData("xoxb-", 50)]
    [InlineData("sk_live_", 32)]
    [InlineData("SG.", 69)]
    [InlineData("sk-proj-", 60)]
    [InlineData("live_", 35)]
    [InlineData("npm_", 40)]
    public Task Tokens_by_their_looks(string prefix, int length) => Verify.Flags($$"""class Mail { string A() => "Bearer {|KK4402:{{Token(prefix, length)}}|}"; }""");

    [Fact]
    public Task Keys_of_clouds()
    {
        var aws = "AKIA" + "Q7RZ4M2XK9V6P3TB";
        var storage = Token("", 44) + Token("", 42) + "==";
        var sas = Token("", 43) + "%3D";
        var jwt = "eyJ" + Token("", 30) + ".eyJ" + Token("", 40) + "." + Token("", 43);
        return Verify.Flags($$$"""
            class Keys
            {
                string A() => "{|KK4402:{{{aws}}}|}";
                string B() => "DefaultEndpointsProtocol=https;AccountName=zorg;AccountKey={|KK4402:{{{storage}}}|};EndpointSuffix=core.windows.net";
                string C() => "https://zorg.blob.core.windows.net/c?sv=2022-11-02&sp=r&sig={|KK4402:{{{sas}}}|}";
                string D() => "{|KK4402:{{{jwt}}}|}";
                string E() => "Endpoint=sb://zorg.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={|KK4402:{{{Token("", 43)}}}=|}";
                string G(string path) => $"https://app:{|KK4402:Kamille27|}@fhir.zorg.be/{path}";
                string H(string id) => $"Bearer {|KK4402:{{{Token("ghp_", 40)}}}|} {id}";
                string F() => "{|KK4402:-----BEGIN PRIVATE KEY-----|}\n{{{Token("", 64)}}}\n";
            }
            """);
    }

    [Fact]
    public Task Examples_of_tokens_are_silent() => Verify.Silent($$"""
        class Keys
        {
            string A() => "{{"AKIA" + "IOSFODNN7EXAMPLE"}}";
            string B() => "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
            string C() => "-----BEGIN PRIVATE KEY-----";
            string D() => "sk_live_" + A();
            string E() => "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.{{"eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4ifQ"}}.{{Token("", 43)}}";
            string LicenseKey => "{{"eyJ" + Token("", 30) + ".eyJ" + Token("", 40) + "." + Token("", 43)}}";
        }
        """);

    [Fact]
    public Task Settings() => Verify.Flags(
        "",
        ("/app/appsettings.json", """
            {
              "Smtp": { "User": "app", "Password": "{|KK4402:Kamille-27|}", "PasswordPolicy": "Strong-12" },
              "Jwt": { "Key": "{|KK4402:q8Z3xT6kL1vB9nR4wY7p|}", "Issuer": "q8Z3xT6kL1vB9nR4wY7p" },
              "Google": { "ClientId": "583825788849-8g42lum4trd5g3319go0iqt6pn30gqlq.apps", "ClientSecret": "{|KK4402:X8xIiuNEUjEYfiEfiNrWOfI4|}" },
              "Facebook": { "AppSecret": "" },
              "Azure": { "ClientSecret": "<secret>", "Token": "${TOKEN}" },
              "ConnectionStrings": { "Dossiers": "Server=sql.zorg.be;User ID=app;Password={|KK4402:Kamille-27|}", "Near": "Server=localhost;User ID=postgres;Password=postgres" }
            }
            """),
        ("/app/web.config", """<configuration><appSettings><add key="SmtpPassword" value="{|KK4402:Kamille-27|}" /><add key="Theme" value="Kamille-27" /></appSettings><machineKey validationKey="AutoGenerate" decryptionKey="{|KK4402:4F19E2A9C89D41B38049AB0D7B19EBD54F19E2A9C89D41B3|}" /></configuration>"""));

    [Theory]
    [InlineData("/app/appsettings.json", """{ "Jwt": { "Secret": "{|#0:12345|}" } }""")]
    [InlineData("/app/appsettings.json", """{ "Webhooks": { "Token": "{|#0:6168DB8D-DC58-4094-AF24-483278923590|}" } }""")]
    [InlineData("/app/appsettings.json", """{ "ConnectionStrings": { "D": "Server=localhost;User ID=app;Password={|#0:Kamille-27|}" } }""")]
    [InlineData("/app/appsettings.Development.json", """{ "Smtp": { "Password": "{|#0:Kamille-27|}" } }""")]
    [InlineData("/app/Properties/launchSettings.json", """{ "profiles": { "Zorg": { "environmentVariables": { "SMTP__PASSWORD": "{|#0:Kamille-27|}" } } } }""")]
    public Task Development_and_known_values_are_information(string path, string text)
    {
        var test = Verify.Test("", (path, text));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4402", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task Resources_are_texts_for_people() => Verify.Silent(
        "", ("/app/Texts.resx", """<root><data name="Password"><value>Wachtwoord-2</value></data><data name="ResetPassword"><value>Kies een nieuw wachtwoord</value></data></root>"""));

    [Fact]
    public Task Seed_data_is_information()
    {
        var test = Verify.Test("""class UserSeeder { const string Password = {|#0:"Kamille!27"|}; string Known(string s) => "Server=localhost;User=sa;Password=Kamille27"; }""");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4402", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task Test_projects_are_silent() =>
        Verify.Test("""class Logins { const string Password = "Kamille!27"; }""").Option("build_property.IsTestProject", "true").RunAsync();

    [Fact]
    public Task Values_that_the_user_ignores() =>
        Verify.Test("""class Logins { const string Password = "Kamille!27"; const string Pwd = {|KK4402:"Kamille!28"|}; }""").Option("kk.KK4402.ignored_values", "Kamille!27").RunAsync();

    [Fact]
    public Task A_format_of_ones_own() => Verify.Flags(
        $$"""class Keys { string A() => "{|KK4402:{{Token("zrg_", 30)}}|}"; string B() => "{{Token("ghp_", 40)}}"; }""",
        ("/app/KkAnalyzers.Secrets.txt", "zrg_ | Zorgplatform | word | 30 | warning\n! ghp_\n"));

    [Fact]
    public Task The_message_does_not_repeat_the_secret()
    {
        var test = Verify.Test("""class Dossiers { string Connection() => "Server=sql.zorg.be;User=SA;Password={|#0:Kamille-27-thee|}"; }""");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4402", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("A secret stands in the source: the value of 'Password' in a connection string (15 characters)"));
        return test.RunAsync();
    }

    private static string Token(string prefix, int length)
    {
        var token = prefix;
        while (token.Length < length)
        {
            token += Body;
        }

        return token[..length];
    }

    private static Task InCode(string code)
    {
        var test = Verify.Test(code);
        test.TestState.Sources.Add(("/0/Clients.cs", ConnectionStubs.All));
        return test.RunAsync();
    }
}
