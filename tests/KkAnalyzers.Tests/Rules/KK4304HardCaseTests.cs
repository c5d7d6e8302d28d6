using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The numbered cases that KK4304 must get right, both ways.</summary>
public class KK4304HardCaseTests
{
    [Theory]
    [InlineData("""_logger.LogInformation([|$"Client {person.FullName} signed in"|]);""")]
    [InlineData("""_logger.LogInformation("{ClientName}", [|person.FullName|]);""")]
    [InlineData("""_logger.LogInformation([|"Client " + person.Voornaam + " " + person.Achternaam|]);""")]
    [InlineData("""_logger.LogInformation([|string.Format("Client {0}", person.FullName)|]);""")]
    public Task Case27_name_of_a_client_is_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation($"Organisation {organisation.Name} signed in");""")]
    [InlineData("""_logger.LogInformation("{Name}", organisation.Name);""")]
    [InlineData("""_logger.LogInformation("{FileName} {DisplayName}", key, organisation.DisplayName);""")]
    public Task Case27_name_of_something_else_is_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("Client {ClientId} updated", client.Id);""")]
    [InlineData("""_logger.LogInformation("Client {ClientId} updated", id);""")]
    [InlineData("""_logger.LogInformation("Dossier {DossierId} of {PatientId}", id, status);""")]
    [InlineData("""_logger.LogInformation("{PatientId}", client.Id);""")]
    [InlineData("""_logger.LogInformation("{Diagnose}", status);""")]
    [InlineData("""System.Diagnostics.Activity.Current?.SetTag("PatientId", client.Id);""")]
    public Task Case28_surrogate_key_is_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("Client {ClientId} updated", [|client.Insz|]);""")]
    [InlineData("""var clientId = client.Insz; _logger.LogInformation("Client {ClientId} updated", [|clientId|]);""")]
    public Task Case28_national_number_as_a_key_is_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogError("Unknown {Insz}", [|client?.Insz|]);""")]
    [InlineData("""_logger.LogError("Unknown {Number}", [|person.Niss|]);""")]
    [InlineData("""_logger.LogError("Unknown {Number}", [|person.Bsn|]);""")]
    [InlineData("""_logger.LogError("Unknown {Number}", [|person.NumeroSecuriteSociale|]);""")]
    [InlineData("""_logger.LogError("Unknown {Number}", [|person.NhsNumber|]);""")]
    [InlineData("""_logger.LogError("Unknown {Number}", [|person.Burgerservicenummer|]);""")]
    [InlineData("""string rijksregisternummer = key; _logger.LogError("Unknown {Id}", [|rijksregisternummer|]);""")]
    [InlineData("""var number = new Rijksregisternummer(key); _logger.LogError("Unknown {Id}", [|number|]);""")]
    public Task Case29_national_numbers_are_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogError("Unknown {HasInsz}", client.Insz != null);""")]
    [InlineData("""_logger.LogError("{Length} digits", client.Insz.Length);""")]
    [InlineData("""_logger.LogError("Article {Number}", organisation.ArticleNumber);""")]
    public Task Case29_other_numbers_are_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("{Intake}", [|record|]);""")]
    [InlineData("""_logger.LogInformation("{@client}", [|client|]);""")]
    [InlineData("""_logger.LogInformation("{@clients}", [|list|]);""")]
    [InlineData("""_logger.LogInformation("{Json}", [|JsonSerializer.Serialize(client)|]);""")]
    public Task Case30_whole_objects_are_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("{Client}", client);""")]
    [InlineData("""_logger.LogInformation("{@organisation}", organisation);""")]
    [InlineData("""_logger.LogInformation("{Json}", JsonSerializer.Serialize(new { client.Id, Status = status }));""")]
    public Task Case30_objects_that_print_nothing_of_a_person_are_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogWarning("Invalid {Telefoonnummer}", nameof(person.Telefoonnummer));""")]
    [InlineData("""_logger.LogWarning($"Invalid {nameof(client.Insz)}");""")]
    public Task Case31_name_of_a_member_is_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogWarning("Invalid {Telefoonnummer}", [|person.Telefoonnummer|]);""")]
    [InlineData("""_logger.LogWarning([|$"Invalid {nameof(client.Insz)}: {client.Insz}"|]);""")]
    public Task Case31_value_of_a_member_is_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("Looking up client by INSZ");""")]
    [InlineData("""_logger.LogWarning("National number is invalid. {StatusCode}", status);""")]
    public Task Case32_word_in_the_constant_text_is_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("Looking up client by INSZ {Insz}", [|client.Insz|]);""")]
    [InlineData("""_logger.LogInformation([|"Looking up client by INSZ " + client.Insz|]);""")]
    public Task Case32_word_with_its_value_is_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""var n = session.GetString("ClientName"); _logger.LogInformation([|$"{n ?? "-"}"|]);""")]
    [InlineData("""var n = client.Insz; var shown = n ?? "-"; _logger.LogInformation([|shown|]);""")]
    public Task Case33_one_hop_is_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""var n = session.GetString("Theme"); _logger.LogInformation($"{n ?? "-"}");""")]
    [InlineData("""var n = organisation.Name; var shown = n ?? "-"; _logger.LogInformation(shown);""")]
    public Task Case33_one_hop_of_something_else_is_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("{ClientId} got {Medication}", client.Id, [|person.Medication|]);""")]
    [InlineData("""_logger.LogInformation([|$"{client.Id}: {client.Diagnose}"|]);""")]
    public Task Case34_health_beside_a_key_is_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("{ClientId} at {Step}", client.Id, status);""")]
    public Task Case34_a_key_beside_nothing_is_quiet(string statement) => Log(statement);

    [Fact]
    public Task Case36_a_class_of_data_without_redaction_is_flagged()
    {
        var test = new FlowTest("KK4304") { TestCode = Classified("static void Main() { }", "Opened(_logger, [|dossier.Insz|]);") };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("/0/Stub0.cs", "#nullable disable\n" + LogStubs.Compliance));
        return test.RunAsync();
    }

    [Fact]
    public Task Case36_a_class_of_data_with_redaction_is_quiet()
    {
        var test = new FlowTest("KK4304")
        {
            TestCode = Classified(
                """
                static void EnableRedaction() { }
                    static void Main() => EnableRedaction();
                """,
                "Opened(_logger, dossier.Insz);"),
        };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("/0/Stub0.cs", "#nullable disable\n" + LogStubs.Compliance));
        return test.RunAsync();
    }

    [Fact]
    public Task Case36_a_plain_call_redacts_no_class_of_data() => KK4304Case.Run(
        KK4304Case.Members("""
            class Fiche { public int Id { get; set; } [HealthData] public string Diagnose { get; set; } }
            void M(Fiche fiche) => _logger.LogInformation("{@fiche}", [|fiche|]);
            """), LogStubs.Compliance);

    [Fact]
    public Task Case37_a_class_of_data_inside_a_collection_is_flagged() => KK4304Case.Run(
        Collection("[HealthData] public string Diagnose { get; set; }", "[|dossiers|]", "[|array|]"), LogStubs.Compliance);

    [Fact]
    public Task Case37_a_collection_without_personal_data_is_quiet() => KK4304Case.Run(
        Collection("public string Colour { get; set; }", "dossiers", "array"), LogStubs.Compliance);

    [Fact]
    public Task Case37_a_collection_of_what_is_left_out_is_quiet() => KK4304Case.Run(
        Collection("[LogPropertyIgnore] public string Diagnose { get; set; }", "dossiers", "array"), LogStubs.Compliance);

    [Theory]
    [InlineData("""var url = $"https://zorg.be/clients?insz={client.Insz}"; _logger.LogError("Failed {Url}", [|url|]);""")]
    [InlineData("""var url = new Uri("https://zorg.be/clients?insz=" + client.Insz); _logger.LogError("Failed {Url}", [|url|]);""")]
    [InlineData("""var url = new Uri("https://zorg.be/clients?insz=" + client.Insz); _logger.LogError("Failed {Url}", [|url.PathAndQuery|]);""")]
    [InlineData("""var url = $"https://zorg.be/clients?mail={Uri.EscapeDataString(client.Email)}"; _logger.LogError([|$"Failed {url}"|]);""")]
    public Task Case40_address_with_a_query_is_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""var url = new Uri("https://zorg.be/clients?insz=" + client.Insz); _logger.LogError("Failed {Url}", url.GetLeftPart(UriPartial.Path));""")]
    [InlineData("""var url = new Uri("https://zorg.be/clients?insz=" + client.Insz); _logger.LogError("Failed {Host}", url.Host);""")]
    [InlineData("""var url = $"https://zorg.be/clients?insz={client.Insz}"; _logger.LogError("Failed {Url}", new Uri(url).GetLeftPart(UriPartial.Path));""")]
    [InlineData("""var url = $"https://zorg.be/clients/{client.Id}"; _logger.LogError("Failed {Url}", url);""")]
    public Task Case40_address_without_its_query_is_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""var url = $"https://zorg.be/clients?insz={client.Insz}"; _logger.LogError("Failed {Url}", Links.StripQuery(url));""")]
    [InlineData("""var url = $"https://zorg.be/clients?insz={client.Insz}"; _logger.LogError("Failed {Url}", Links.WithoutQueryString(url));""")]
    [InlineData("""var url = $"https://zorg.be/clients?insz={client.Insz}"; _logger.LogError("Failed {Url}", Links.RemoveQuery(url));""")]
    [InlineData("""var url = $"https://zorg.be/clients?insz={client.Insz}"; _logger.LogError("Failed {Url}", url.Split('?')[0]);""")]
    [InlineData("""var url = $"https://zorg.be/clients?insz={client.Insz}"; _logger.LogError("Failed {Url}", url.Substring(0, url.IndexOf('?')));""")]
    public Task Case40_a_method_that_strips_the_query_is_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("{Insz}", Mask(client.Insz));""")]
    [InlineData("""_logger.LogInformation("{Insz}", protector.Protect(client.Insz));""")]
    [InlineData("""_logger.LogInformation("{Insz}", Guard.Redact(client.Insz));""")]
    [InlineData("""_logger.LogInformation("{Insz}", Guard.HashOf(client.Insz));""")]
    [InlineData("""_logger.LogInformation("{Insz}", Guard.Encrypt(client.Insz));""")]
    [InlineData("""_logger.LogInformation("{Insz}", Guard.Versleutel(client.Insz));""")]
    public Task Case43_sanitised_is_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("{Insz}", [|Unmask(client.Insz)|]);""")]
    [InlineData("""_logger.LogInformation("{Insz}", [|protector.Unprotect(client.Insz)|]);""")]
    [InlineData("""_logger.LogInformation("{Insz}", [|Guard.Decrypt(client.Insz)|]);""")]
    public Task Case43_the_opposite_is_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("Signed in from {IpAddress}", [|context.Connection.RemoteIpAddress|]);""")]
    [InlineData("""var ipAddress = context.Connection.RemoteIpAddress?.ToString(); _logger.LogInformation("Signed in from {Source}", [|ipAddress|]);""")]
    public Task Case44_address_of_a_device_is_flagged(string statement) => Log(statement);

    [Fact]
    public Task Case44_address_of_a_device_in_an_audit_log_that_the_law_asks_for_is_quiet()
    {
        var test = Test("""_logger.LogInformation("Signed in from {IpAddress}", context.Connection.RemoteIpAddress); _logger.LogInformation("{Insz}", [|client.Insz|]);""");
        test.Option("kk.KK4304.ignored_categories", "online-device");
        return test.RunAsync();
    }

    [Fact]
    public Task Case44_an_exception_with_a_justification_is_quiet() => KK4304Case.Run(KK4304Case.Members("""
        [System.Diagnostics.CodeAnalysis.SuppressMessage("PersonalData", "KK4304", Justification = "Access log, asked for by law.")]
        void M(HttpContext context) => _logger.LogInformation("Signed in from {IpAddress}", context.Connection.RemoteIpAddress);
        """));

    [Fact]
    public Task Case45_a_test_project_is_quiet()
    {
        var test = Test("""_logger.LogInformation("{Insz}", client.Insz);""");
        test.Option("build_property.IsTestProject", "true");
        return test.RunAsync();
    }

    [Fact]
    public Task Case45_made_up_people_are_quiet() => KK4304Case.Run(KK4304Case.Members("""
        class ClientSeeder { void Seed(ILogger log, Client client) => log.LogInformation("{Insz}", client.Insz); }
        class FakeClients { void Make(ILogger log, Client client) => log.LogInformation("{Insz}", client.Insz); }
        """));

    [Theory]
    [InlineData("""_logger.LogInformation("{Sender}", names.EmailSender);""")]
    [InlineData("""_logger.LogInformation("{Controller}", typeof(PatientController).Name);""")]
    [InlineData("""_logger.LogInformation("{Controller}", names.PatientController);""")]
    [InlineData("""_logger.LogInformation("{Confirmed}", names.EmailConfirmed);""")]
    [InlineData("""_logger.LogInformation("{Layout}", names.MobileLayout);""")]
    [InlineData("""_logger.LogInformation("{Template}", names.EmailTemplate);""")]
    [InlineData("""_logger.LogInformation("{Template}", EmailTemplates.Welcome);""")]
    [InlineData("""_logger.LogInformation("{Kind}", MessageKind.Email);""")]
    public Task Case45_names_with_such_a_word_in_them_are_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("Sent to {Email}", [|person.Email|]);""")]
    [InlineData("""_logger.LogInformation("Called {Mobile}", [|person.GsmNummer|]);""")]
    public Task Case45_the_data_themselves_are_flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("Connected as {Account}", names.ServiceAccountName);""")]
    [InlineData("""_logger.LogInformation("Connected as {User}", settings.UserName);""")]
    [InlineData("""var serviceAccountId = key; _logger.LogInformation("Connected as {Account}", serviceAccountId);""")]
    [InlineData("""_logger.LogInformation("Connected as {User}", Environment.UserName);""")]
    public Task Case46_account_of_a_service_is_quiet(string statement) => Log(statement);

    [Theory]
    [InlineData("""_logger.LogInformation("{User} signed in", [|person.Username|]);""")]
    [InlineData("""_logger.LogInformation("{User} signed in", [|person.Gebruikersnaam|]);""")]
    [InlineData("""var userName = key; _logger.LogInformation("{User} signed in", [|userName|]);""")]
    public Task Case46_user_name_of_a_patient_is_flagged(string statement) => Log(statement);

    private static Task Log(string statement) => Test(statement).RunAsync();

    private static FlowTest Test(string statement) => new("KK4304")
    {
        TestCode = KK4304Case.Members(
            """
            string Mask(string s) => s;
                string Unmask(string s) => s;
                void M(Client client, ClientRecord record, Guid id, string key, int status, List<Client> list, IDataProtector protector, ISession session,
                    Patient person, Organisation organisation, HttpContext context, Names names, SmtpSettings settings)
                {

            """ + statement + "\n}") + """

            public class Patient
            {
                public int Id { get; set; }
                public string FullName { get; set; }
                public string Voornaam { get; set; }
                public string Achternaam { get; set; }
                public string Niss { get; set; }
                public string Bsn { get; set; }
                public string Burgerservicenummer { get; set; }
                public string NumeroSecuriteSociale { get; set; }
                public string NhsNumber { get; set; }
                public string Telefoonnummer { get; set; }
                public string GsmNummer { get; set; }
                public string Email { get; set; }
                public string Medication { get; set; }
                public string Username { get; set; }
                public string Gebruikersnaam { get; set; }
            }

            public readonly record struct Rijksregisternummer(string Value);

            public class Organisation
            {
                public string Name { get; set; }
                public string DisplayName { get; set; }
                public int ArticleNumber { get; set; }
            }

            public class PatientController { }
            public enum MessageKind { Email, Sms }
            public static class EmailTemplates { public const string Welcome = "Welcome to the care app"; }
            public class SmtpSettings { public string UserName { get; set; } }

            public class Names
            {
                public string EmailSender { get; set; }
                public string PatientController { get; set; }
                public bool EmailConfirmed { get; set; }
                public string MobileLayout { get; set; }
                public string EmailTemplate { get; set; }
                public string ServiceAccountName { get; set; }
            }

            static class Guard
            {
                public static string Redact(string s) => s;
                public static string HashOf(string s) => s;
                public static string Encrypt(string s) => s;
                public static string Versleutel(string s) => s;
                public static string Decrypt(string s) => s;
            }

            static class Links
            {
                public static string StripQuery(string url) => url.Split('?')[0];
                public static string WithoutQueryString(string url) => url.Substring(0, url.IndexOf('?'));
                public static string RemoveQuery(string url)
                {
                    var at = url.IndexOf('?');
                    return at < 0 ? url : url[..at];
                }
            }
            """,
    };

    private static string Classified(string main, string call) => KK4304Case.Members($$"""
        {{main}}

            [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Opened {Insz}")]
            static partial void Opened(ILogger logger, [HealthData] string insz);
            static partial void Opened(ILogger logger, string insz) { }

            class Dossier { public string Insz { get; set; } }

            void M(Dossier dossier) { {{call}} }
        """);

    private static string Collection(string member, string first, string second) => KK4304Case.Members($$"""
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Saved")]
            static partial void Saved(ILogger logger, [LogProperties] IEnumerable<Dossier> dossiers);
            static partial void Saved(ILogger logger, IEnumerable<Dossier> dossiers) { }

            [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Saved")]
            static partial void SavedAll(ILogger logger, [LogProperties] Dossier[] dossiers);
            static partial void SavedAll(ILogger logger, Dossier[] dossiers) { }

            class Dossier
            {
                public int Id { get; set; }
                {{member}}
            }

            void M(IEnumerable<Dossier> dossiers, Dossier[] array)
            {
                Saved(_logger, {{first}});
                SavedAll(_logger, {{second}});
            }
        """);
}
