using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.Transport;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Transport.ClearTextAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK4311Tests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Mail;
        using System.Net.WebSockets;
        using System.Threading;
        using System.Threading.Tasks;
        using System.Xml;
        using System.Xml.Linq;
        using System.Xml.Serialization;
        using System.Security.Claims;
        using Microsoft.Extensions.Logging;

        """;

    // ---- Quiet: names, not places.

    [Theory]
    [InlineData("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier")]
    [InlineData("http://schemas.catelproject.com")]
    [InlineData("http://hl7.org/fhir/StructureDefinition/Patient")]
    [InlineData("http://terminology.hl7.org/CodeSystem/v3-ActCode")]
    [InlineData("http://snomed.info/sct")]
    [InlineData("http://loinc.org")]
    [InlineData("http://unitsofmeasure.org")]
    [InlineData("http://www.whocc.no/atc")]
    [InlineData("http://www.w3.org/2001/XMLSchema-instance")]
    [InlineData("http://purl.org/dc/elements/1.1/")]
    [InlineData("http://www.ehealth.fgov.be/standards/kmehr/schema/v1")]
    [InlineData("http://www.eclipse.org/emf/2002/Ecore")]
    [InlineData("http://www.mulesoft.org/schema/mule/core")]
    [InlineData("http://www.apache.org/licenses/LICENSE-2.0")]
    [InlineData("http://fhir.zorg.be/CodeSystem/afdeling")]
    [InlineData("http://zorg.be/ontology/begrippen")]
    [InlineData("http://zorg.be/vocabularium#Zorgplan")]
    [InlineData("http://zorg.be/dossier.xsd")]
    [InlineData("http://localhost:5000/api")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.1.2.3:8080/")]
    [InlineData("http://[::1]:5000")]
    [InlineData("http://10.0.2.2:5000")]
    [InlineData("http://zorg.local/api")]
    [InlineData("http://host.docker.internal:9200")]
    [InlineData("http://dossier-api/clients")]
    [InlineData("https+http://dossier-api")]
    [InlineData("http://example.com/api")]
    [InlineData("http://api.example.org")]
    [InlineData("http://zorg.test")]
    [InlineData("http://")]
    [InlineData("http://169.254.169.254/metadata")]
    [InlineData("https://api.zorg.be")]
    [InlineData("wss://api.zorg.be")]
    [InlineData("Meer weten? http://www.zorg.be")]
    [InlineData("http://www.zorg.be is ons adres")]
    [InlineData("<a href='http://www.zorg.be'>zorg</a>")]
    [InlineData("LDAP://dc.zorg.be/OU=Zorg")]
    public Task Case52_A_name_or_a_machine_of_your_own_is_quiet(string text) => Verify.Silent($$"""
        class Adressen { public const string Waarde = "{{text}}"; }
        """);

    [Fact]
    public Task Case52_Namespaces_by_their_use_are_quiet() => Verify.Silent(Usings + """
        [assembly: System.Reflection.AssemblyMetadata("Site", "http://www.zorg.be")]
        [XmlRoot("dossier", Namespace = "http://www.zorg.be/dossier/v1")]
        public class Dossier
        {
            private static readonly XNamespace Zorg = "http://www.zorg.be/zorg";
            private readonly XName _naam = XName.Get("naam", "http://www.zorg.be/zorg");
            private const string DossierNamespace = "http://www.zorg.be/dossier/v2";
            public string Issuer => "http://idp.zorg.be";
            void Lees(XmlNamespaceManager ns, XmlDocument d, IDictionary<string, string> tabel, string s, ClaimsPrincipal p)
            {
                ns.AddNamespace("z", "http://www.zorg.be/zorg");
                d.CreateElement("z", "x", "http://www.zorg.be/zorg");
                _ = tabel["http://www.zorg.be/sleutel"];
                tabel.Add("http://www.zorg.be/sleutel", "x");
                var claim = new Claim("http://www.zorg.be/rol", "arts");
                p.FindFirst("http://www.zorg.be/rol");
                var d2 = new Dictionary<string, int> { { "http://www.zorg.be/a", 1 } };
                var d3 = new Dictionary<string, int> { ["http://www.zorg.be/b"] = 2 };
            }
        }
        public static class ZorgClaimTypes { public const string Rol = "http://www.zorg.be/rol"; }
        public static class Contract { public const string ServiceNamespace = "http://diensten.zorg.be/dossier/v1"; }
        public static class Naamruimtes { public const string DossierXmlns = "http://www.zorg.be/x"; }
        """);

    [Fact]
    public Task Case52_Xmlns_definition_is_quiet() => Verify.Silent("""
        [assembly: System.Windows.Markup.XmlnsDefinition("http://www.zorg.be/controls", "Zorg.Controls")]
        [assembly: System.Windows.Markup.XmlnsPrefix("http://www.zorg.be/controls", "zorg")]
        namespace System.Windows.Markup
        {
            [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)] public class XmlnsDefinitionAttribute : Attribute { public XmlnsDefinitionAttribute(string a, string b) { } }
            [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)] public class XmlnsPrefixAttribute : Attribute { public XmlnsPrefixAttribute(string a, string b) { } }
        }
        """);

    [Fact]
    public Task Case52_Code_systems_of_fhir_are_quiet_and_its_client_is_not()
    {
        var test = Verify.Test("""
            using Hl7.Fhir.Model;
            class Observatie
            {
                object A() => new Coding("http://codes.zorg.be/labo", "123");
                object B() => new Identifier("http://www.zorg.be/dossiernummer", "1");
                object C() => new Extension("http://www.zorg.be/uitbreiding", null);
                object D() => new Coding("http://snomed.info/sct", "1") { System = "http://codes.zorg.be/x" };
                object E() => new Hl7.Fhir.Rest.FhirClient([|"http://fhir.zorg.be/r4"|]);
            }
            """);
        test.TestState.Sources.Add(TransportStubs.Fhir);
        return test.RunAsync();
    }

    [Fact]
    public Task Comparing_is_quiet() => Verify.Silent(Usings + """
        class Adres
        {
            bool A(string s) => s.StartsWith("http://www.zorg.be") || s == "http://www.zorg.be/" || "http://www.zorg.be".Equals(s) || string.Equals(s, "http://www.zorg.be");
            string B(string s) => s.Replace("http://www.zorg.be", "x").TrimStart("http://".ToCharArray());
            bool C(string s) => s is "http://www.zorg.be" or "http://zorg.be";
            int D(string s) => s switch { "http://www.zorg.be" => 1, _ => 0 };
            int E(string s) { switch (s) { case "http://www.zorg.be": return 1; default: return 0; } }
            bool F(string s) => System.Text.RegularExpressions.Regex.IsMatch(s, "http://www.zorg.be");
            bool G(string s) { const string oud = "http://www.zorg.be"; return s.StartsWith(oud); }
            void H(ILogger log) { log.LogInformation("http://www.zorg.be"); throw new InvalidOperationException("http://www.zorg.be"); }
        }
        """);

    /// <summary>See http://www.zorg.be.</summary>
    [Fact]
    public Task Comments_debug_code_fakes_and_migrations_are_quiet() => Verify.Silent("""
        using Microsoft.Extensions.Hosting;
        /// <summary>See <see href="http://www.zorg.be"/>, http://www.zorg.be.</summary>
        class Adressen // http://www.zorg.be
        {
        #if !RELEASE && DEBUG
            public const string A = "http://api.zorg.be";
        #endif
            string B(IHostEnvironment e) => e.IsDevelopment() ? "http://api.zorg.be" : "https://api.zorg.be";
            void C(IHostEnvironment e) { if (e.IsDevelopment()) { D("http://api.zorg.be"); } }
            void D(string s) { }
        }
        class ClientSeeder { public const string Api = "http://api.zorg.be"; }
        class Migration { }
        class Eerste : Migration { public const string Api = "http://api.zorg.be"; }
        """);

    [Fact]
    public async Task Case52_A_test_project_is_quiet()
    {
        var test = Verify.Test("class ApiTests { const string Api = \"http://api.zorg.be\"; }", ("appsettings.json", """{ "Api": "http://api.zorg.be" }"""));
        await test.Option("build_property.IsTestProject", "true").RunAsync();
    }

    // ---- Flagged.

    [Theory]
    [InlineData("http://api.zorg.be")]
    [InlineData("HTTP://api.zorg.be/clients?x=1")]
    [InlineData("http://api.zorg.be:8080/")]
    [InlineData("http://gebruiker:geheim@api.zorg.be/")]
    [InlineData("http://193.190.1.1/api")]
    [InlineData("ws://chat.zorg.be/consult")]
    [InlineData("ftp://labo.zorg.be/uitslagen")]
    [InlineData("mqtt://broker.zorg.be")]
    [InlineData("ldap://ldap.zorg.be:389")]
    [InlineData("smtp://mail.zorg.be:25")]
    [InlineData("amqp://queue.zorg.be")]
    public Task Case52_A_connection_in_a_constant_is_flagged(string text) => Verify.Flags($$"""
        class Instellingen { public const string Api = [|"{{text}}"|]; }
        """);

    [Fact]
    public Task Wherever_it_is_used() => Verify.Flags(Usings + """
        record Opties(string BaseUrl);
        class Dienst(HttpClient http)
        {
            private const string Host = "api.zorg.be";
            private const string Scheme = "http";
            private const string Http = "http://";
            private static readonly Uri Basis = new([|"http://api.zorg.be"|]);
            public string Adres { get; set; } = [|"http://api.zorg.be"|];
            public string Url => [|"http://api.zorg.be/clients"|];
            private readonly string[] _alle = { [|"http://a.zorg.be"|], [|"http://b.zorg.be"|] };
            private readonly Dictionary<string, string> _tabel = new() { ["Endpoint"] = [|"http://api.zorg.be"|] };
            private readonly Dictionary<string, string> _andere = new() { { "Api", [|"http://api.zorg.be"|] } };

            async Task Roep(int id, string host, CancellationToken t)
            {
                await http.GetAsync([|"http://api.zorg.be/clients"|]);
                await http.GetAsync([|$"http://api.zorg.be/clients/{id}"|], t);
                await http.GetAsync([|"http://api.zorg.be/clients/"|] + id);
                await http.GetAsync([|"http://"|] + Host + "/clients");
                await http.GetAsync([|$"http://{host}/clients"|]);
                await http.GetAsync([|$"{Scheme}://api.zorg.be"|]);
                await http.GetAsync(Scheme + [|"://api.zorg.be"|] + id);
                await http.GetAsync(string.Format([|"http://api.zorg.be/{0}"|], id));
                http.BaseAddress = new Uri([|@"http://api.zorg.be"|]);
                var adres = [|"http://api.zorg.be"|];
                var opties = new Opties(BaseUrl: [|"http://api.zorg.be"|]);
                await new ClientWebSocket().ConnectAsync(new Uri([|"ws://api.zorg.be"|]), t);
                _ = new HttpRequestMessage(HttpMethod.Get, [|"http://api.zorg.be"|]);
                Func<string> f = () => [|"http://api.zorg.be"|];
                await http.GetAsync(adres + "/x");
                var bouwer = new UriBuilder([|"http"|], "api.zorg.be");
                var ander = new UriBuilder { Host = Host, Scheme = [|Uri.UriSchemeHttp|] };
            }
        }
        """);

    [Fact]
    public Task A_connection_wins_over_what_the_name_says() => Verify.Flags(Usings + """
        class Dienst(HttpClient http)
        {
            private const string Website = [|"http://www.zorg.be/pagina.html"|];
            Task A() => http.GetAsync(Website);
            Task B() => http.GetAsync([|"http://api.zorg.be/StructureDefinition/x"|]);
        }
        """);

    [Fact]
    public Task The_evidence_names_what_connects()
    {
        var test = Verify.Test(Usings + """
            class Dienst(HttpClient http) { Task A() => http.GetAsync({|#0:"http://api.zorg.be"|}); }
            """);
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK4311").WithLocation(0)
            .WithMessage("'http://api.zorg.be' is a connection without encryption: HttpClient.GetAsync connects to it"));
        return test.RunAsync();
    }

    // ---- Information.

    [Theory]
    [InlineData("class A { string Url(string host) => {|#0:$\"http://{host}/api\"|}; }", "the host is only known at run time (Url)")]
    [InlineData("class A { const string Api = {|#0:\"http://192.168.1.20/fhir\"|}; }", "an address in a private network (Api)")]
    [InlineData("class A { const string HelpLink = {|#0:\"http://www.zorg.be/uitleg\"|}; }", "a link that a person follows, or a page or picture (HelpLink)")]
    [InlineData("class A { const string Foto = {|#0:\"http://www.zorg.be/gebouw.jpg\"|}; }", "a link that a person follows, or a page or picture (Foto)")]
    [InlineData("class A { const string Urls = {|#0:\"http://*:5000\"|}; }", "the server listens without TLS on all addresses (Urls); fine only behind a proxy that adds it")]
    [InlineData("class A { string Url(bool tls) => tls ? \"https://api.zorg.be\" : {|#0:\"http://api.zorg.be\"|}; }", "a condition chooses between it and an encrypted address (Url)")]
    public Task What_may_be_right_is_information(string code, string why)
    {
        var test = Verify.Test(code);
        var quote = code.Contains("{host}", StringComparison.Ordinal) ? "http://…/api" : code[(code.IndexOf("\"http:", StringComparison.Ordinal) + 1)..code.LastIndexOf('"')];
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4311", DiagnosticSeverity.Info).WithLocation(0).WithMessage($"'{quote}' is a connection without encryption: {why}"));
        return test.RunAsync();
    }

    /// <summary>A scheme put in front of what a person typed, such as a device in the house: nobody knows where that is.</summary>
    [Fact]
    public Task A_scheme_before_any_host_is_information()
    {
        var test = Verify.Test("""
            class Toestel
            {
                string A(string url) { if (!url.StartsWith("http")) { url = {|#0:"http://"|} + url; } return new System.Uri(url).AbsoluteUri; }
                object B(string host) => new System.UriBuilder({|#1:"http"|}, host);
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4311", DiagnosticSeverity.Info).WithLocation(0));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4311", DiagnosticSeverity.Info).WithLocation(1));
        return test.RunAsync();
    }

    // ---- Clients.

    [Fact]
    public Task Mail_clients_that_encrypt_stay_here_or_are_set_up_elsewhere_are_quiet() => Verify.Silent(Usings + """
        class Veilig
        {
            void A() { var c = new SmtpClient("mail.zorg.be") { EnableSsl = true, Credentials = null }; }
            void B(bool ssl) { var c = new SmtpClient("mail.zorg.be"); c.EnableSsl = ssl; }
        }
        class Hier { void A() { var c = new SmtpClient("localhost", 25); c.EnableSsl = false; var d = new SmtpClient("localhost") { EnableSsl = false }; } void B() { SmtpClient c = new("papercut", 25); } }
        class Map { void A() { var c = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, EnableSsl = false }; } }
        class Fabriek { SmtpClient Maak(string host) => new SmtpClient(host); }
        class Andere { class SmtpClient { public SmtpClient(string host) { } public bool EnableSsl { get; set; } } void A() { var c = new SmtpClient("mail.zorg.be"); } }
        """.Replace("c.EnableSsl = false; ", ""));

    [Fact]
    public Task Mail_clients_that_do_not_encrypt() => Verify.Flags(Usings + """
        class Uit { void A() { var c = new SmtpClient("mail.zorg.be", 587) { EnableSsl = [|false|] }; } void B(SmtpClient c) { c.EnableSsl = [|false|]; } }
        class Nooit { void A() { var c = [|new SmtpClient("mail.zorg.be", 587) { Credentials = new System.Net.NetworkCredential("a", "b") }|]; } }
        class Later { void A(string host) { SmtpClient c = [|new(host)|]; c.UseDefaultCredentials = true; } }
        class Ftp { void A(System.Net.FtpWebRequest r) { r.EnableSsl = [|false|]; } }
        """);

    [Fact]
    public Task A_mail_client_that_does_not_sign_in_is_information()
    {
        var test = Verify.Test(Usings + """class Relay { void A() { var c = {|#0:new SmtpClient("mail.zorg.be")|}; } }""");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4311", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task Ftp_over_tls_is_quiet() => Verify.Silent(Usings + """
        class Labo { void A() { var r = (System.Net.FtpWebRequest)System.Net.WebRequest.Create("ftp://labo.zorg.be"); r.EnableSsl = true; } }
        """.Replace("System.Net.WebRequest.Create(\"ftp://labo.zorg.be\")", "Maak(\"ftp://labo.zorg.be\")").Replace("class Labo {", "class Labo { static object Maak(string s) => null; "));

    [Fact]
    public Task MailKit_without_encryption() => With(TransportStubs.MailKit, """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        class Post
        {
            void A(SmtpClient c, string host)
            {
                c.Connect("mail.zorg.be", 587, [|SecureSocketOptions.None|]);
                c.Connect(host, 25, [|SecureSocketOptions.None|]);
                c.Connect("localhost", 25, SecureSocketOptions.None);
                c.Connect("mail.zorg.be", 587, SecureSocketOptions.StartTls);
                c.Connect("mail.zorg.be", 587, false);
            }
        }
        """);

    [Fact]
    public Task Mqtt_without_encryption() => With(TransportStubs.Mqtt, """
        using MQTTnet;
        class Bed { object A() => new MqttClientOptionsBuilder().[|WithTcpServer|]("broker.zorg.be").WithCredentials("a", "b").Build(); }
        class Kamer { object A() => new MqttClientOptionsBuilder().WithTcpServer("broker.zorg.be").WithTlsOptions(null).Build(); }
        class Hier { object A() => new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", 1883).WithCredentials("a", "b").Build(); }
        """);

    [Fact]
    public Task Ldap_with_a_password_and_without_encryption() => With(TransportStubs.Ldap, """
        using System.DirectoryServices.Protocols;
        class Open { void A() { var c = [|new LdapConnection("ldap.zorg.be") { AuthType = AuthType.Basic }|]; } }
        class OokOpen { void A() { var c = [|new LdapConnection(new LdapDirectoryIdentifier("ldap.zorg.be", 389))|]; c.AuthType = AuthType.Basic; } }
        class Dicht { void A() { var c = new LdapConnection(new LdapDirectoryIdentifier("ldap.zorg.be", 636)) { AuthType = AuthType.Basic }; } }
        class Tls { void A() { var c = new LdapConnection("ldap.zorg.be") { AuthType = AuthType.Basic }; c.SessionOptions.SecureSocketLayer = true; } }
        class Kerberos { void A() { var c = new LdapConnection("ldap.zorg.be"); } }
        """);

    // ---- Files.

    [Fact]
    public Task Settings() => Verify.Flags(
        "",
        ("appsettings.json", """
            {
              // http://www.zorg.be
              "$schema": "http://www.zorg.be/instellingen",
              "Api": { "BaseUrl": "[|http://api.zorg.be/v1|]", "Safe": "https://api.zorg.be" },
              "Hubs": [ "[|ws://chat.zorg.be|]", "ws://localhost:5000" ],
              "Oidc": { "Authority": "[|http://idp.zorg.be|]", "Issuer": "http://idp.zorg.be", "ValidAudience": "http://api.zorg.be" },
              "Fhir": { "System": "http://codes.zorg.be/labo", "Insz": "http://hl7.org/fhir/sid/be-insz" },
              "Seq": "http://seq:5341", "Text": "Kijk op http://www.zorg.be", "Ldap": "[|ldap:\/\/ldap.zorg.be|]",
            }
            """),
        ("appsettings.Development.json", """{ "Api": { "BaseUrl": "http://api.zorg.be" } }"""),
        ("andere.json", """{ "Api": "http://api.zorg.be" }"""));

    [Fact]
    public Task Settings_that_end_too_early_are_read_up_to_there_and_counted()
    {
        var test = Verify.Test("", ("appsettings.json", """{ "Api": "[|http://api.zorg.be|]", "B": [ "http://a.zor"""), ("appsettings.Production.json", """{ "Api": "https://api.zorg.be" ] }""")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4311 inspected=2 failed=0 notFollowed=2"));
        return test.RunAsync();
    }

    [Fact]
    public Task Markup_sends_and_loads() => Verify.Flags(
        "",
        ("wwwroot/index.html", """
            <html xmlns="http://www.w3.org/1999/xhtml"><a href="http://www.zorg.be">zorg</a> http://www.zorg.be
            <form action="[|http://www.zorg.be/inschrijven|]"></form><form action="https://www.zorg.be"></form>
            <iframe src="[|http://video.zorg.be/consult|]"></iframe><script src="http://localhost:3000/x"></script>
            <div data-url="http://www.zorg.be"></div><link rel="canonical" href="http://www.zorg.be/">
            """),
        ("Pages/Chat.razor", """<Chat HubUrl="http://localhost/hub" Endpoint="[|http://chat.zorg.be/hub|]" Title="http://www.zorg.be" /><a href="http://www.zorg.be">x</a>"""),
        ("Views/Main.xaml", """
            <ContentPage xmlns="http://schemas.microsoft.com/dotnet/2021/maui" xmlns:z="http://www.zorg.be/controls">
              <WebView Source="[|http://portaal.zorg.be|]" /><Label Text="http://www.zorg.be" /><x:String x:Key="ApiUrl">[|http://api.zorg.be|]</x:String>
              <x:String x:Key="Naamruimte">http://www.zorg.be/x</x:String>
            </ContentPage>
            """.Replace("Naamruimte", "DossierNamespace")));

    [Fact]
    public Task A_host_that_the_user_vouches_for() => Verify.Flags(
        """
        class A { const string X = "http://dossier.ziekenhuis.be/api"; const string Y = "http://zorg.be/begrip/1"; const string Z = [|"http://zorg.be/andere"|]; const string W = [|"http://loinc.org"|]; }
        """,
        ("KkAnalyzers.ClearText.txt", "ziekenhuis.be\nzorg.be/begrip\n! loinc.org\n"));

    [Theory]
    [InlineData("http://zorg.be")]
    [InlineData("zorg. be")]
    [InlineData("a.*.be")]
    public async Task A_line_that_cannot_be_used_is_said(string line)
    {
        var test = KkVerifier<KkAnalyzers.Rules.Tool.InputsAnalyzer>.Flags("", ("KkAnalyzers.ClearText.txt", $"[|{line}|]\nzorg.be\n"));
        await test;
    }

    [Fact]
    public Task Counts_addresses_also_good_ones()
    {
        var test = Verify.Test("""class A { const string X = "https://api.zorg.be"; const string Y = "tekst"; const string Z = "http://loinc.org"; }""").Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4311 inspected=2 failed=0 notFollowed=0"));
        return test.RunAsync();
    }

    /// <summary>Two thousand terms, and two thousand members that each hold an address, in a moment.</summary>
    [Fact]
    public async Task Long_code()
    {
        var sum = string.Join(" + ", Enumerable.Range(0, 2_000).Select(i => $"\"http://localhost/{i}\""));
        var members = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"public string A{i} => \"http://localhost/{i}\"; string B{i} => A{i};\n"));
        await Verify.Silent($"class A {{ string X() => {sum}; }} class B {{ {members} }}");
    }

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK4311");
        await Verify.Flags($"class A {{ {rule.Violation!.Single().Replace("\"http", "[|\"http", StringComparison.Ordinal).Replace("\";", "\"|];", StringComparison.Ordinal)} }}");
        foreach (var clean in rule.Clean!)
        {
            await Verify.Silent($"class A {{ {clean} }}");
        }
    }

    // ---- Fix.

    [Theory]
    [InlineData("const string A = [|\"http://api.zorg.be\"|];", "const string A = \"https://api.zorg.be\";")]
    [InlineData("const string A = [|@\"WS://api.zorg.be\"|];", "const string A = @\"wss://api.zorg.be\";")]
    [InlineData("string A(int i) => [|$\"http://api.zorg.be/{i}\"|];", "string A(int i) => $\"https://api.zorg.be/{i}\";")]
    [InlineData("object A() => new System.Net.Mail.SmtpClient(\"mail.zorg.be\") { EnableSsl = [|false|] };", "object A() => new System.Net.Mail.SmtpClient(\"mail.zorg.be\") { EnableSsl = true };")]
    public Task The_fix_encrypts(string code, string mended) => Test<TextEditFix>($"class Zorg {{ {code} }}", $"class Zorg {{ {mended} }}").RunAsync();

    [Theory]
    [InlineData("const string A = [|\"http://api.zorg.be:8080\"|];")]
    [InlineData("const string A = [|\"ftp://labo.zorg.be\"|];")]
    public Task No_fix_where_more_than_the_scheme_must_change(string code) => Test<TextEditFix>($"class Zorg {{ {code} }}", $"class Zorg {{ {code} }}").RunAsync();

    [Fact]
    public Task The_fix_reaches_settings()
    {
        var test = Test<FileEditFix>("", "");
        test.TestState.AdditionalFiles.Add(("appsettings.json", """{ "Api": "[|http://api.zorg.be|]" }"""));
        test.FixedState.AdditionalFiles.Add(("appsettings.json", """{ "Api": "https://api.zorg.be" }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task The_fix_reaches_all_of_a_file() => Test<TextEditFix>(
        """class Zorg { const string A = [|"http://api.zorg.be"|]; const string B = [|"ws://chat.zorg.be"|]; const string C = "https://labo.zorg.be"; }""",
        """class Zorg { const string A = "https://api.zorg.be"; const string B = "wss://chat.zorg.be"; const string C = "https://labo.zorg.be"; }""").RunAsync();

    private static Task With(string stub, string code)
    {
        var test = Verify.Test(code);
        test.TestState.Sources.Add(stub);
        return test.RunAsync();
    }

    private static CSharpCodeFixTest<ClearTextAnalyzer, T, DefaultVerifier> Test<T>(string code, string mended)
        where T : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() => new()
        {
            TestCode = code,
            FixedCode = mended,
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };

    [Fact]
    public async Task What_a_view_shows_is_a_link_and_what_it_calls_is_a_connection()
    {
        const string View = """
            // <auto-generated/>
            #pragma checksum "Views/Care/About.cshtml" "{ff1816ec-aa5e-4d10-87f7-6f4963833460}" "00"
            public class AboutView
            {
                public void Execute()
                {
            #line (3,5)-(3,80) "Views/Care/About.cshtml"
                    var libraries = new System.Collections.Generic.List<Library> { new Library("Wounds", {|#0:"http://www.wondzorg.be/"|}) };
            #line (4,5)-(4,80) "Views/Care/About.cshtml"
                    new System.Net.Http.HttpClient().GetAsync({|#1:"http://www.zorgdossier.be/api"|});
            #line default
            #line hidden
                }
            }

            """;
        var test = Verify.Test("public class Library { public Library(string name, string place) { } }");
        test.TestState.GeneratedSources.Add(("/gen/About_cshtml.g.cs", View));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4311", DiagnosticSeverity.Info).WithLocation(0));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4311", DiagnosticSeverity.Warning).WithLocation(1));
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        await test.RunAsync();
    }
}
