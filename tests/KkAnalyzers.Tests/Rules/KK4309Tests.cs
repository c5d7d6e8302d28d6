using KkAnalyzers.Rules.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>
/// Numbers of persons in code and data. A test must not hold a number that could be somebody's, so what is reported here is a
/// published sample that the project took off the list of samples.
/// </summary>
public class KK4309Tests
{
    private static readonly (string, string) NoSamples = ("/0/KkAnalyzers.SampleNumbers.txt", """
        ! 85.07.30-033.28
        ! 98472899765
        ! 111222333
        ! 2 95 10 99 126 111 93
        ! 1893120105732
        ! 591-1917064-58
        """);

    private const string Client = """
        public class Client { public string Naam { get; set; } = ""; public string Voornaam { get; set; } = ""; public string Insz { get; set; } = ""; public string Code { get; set; } = ""; public string Nummer { get; set; } = ""; public string Email { get; set; } = ""; public System.DateTime Geboortedatum { get; set; } }
        public class Row { public string Nummer { get; set; } = ""; public string Voornaam { get; set; } = ""; public string Code { get; set; } = ""; public System.DateTime Datum { get; set; } }
        public class Count { public long Bsn { get; set; } public string Plaats = ""; }

        """;

    [Fact]
    public Task Published_samples_are_quiet() => KkVerifier<KK4309Analyzer>.Silent(Client + """
        class Samples
        {
            string[] _insz = ["85.07.30-033.28", "85073003328", "17.07.30-033.84", "98.47.28-997.65", "01.49.07-001.85"];
            string _bsn = "111222333", _test = "999990019", _bsn2 = "123456782";
            string _nir = "2 95 10 99 126 111 93";
            string _lux = "1893120105732";
            string _iban = "BE68 5390 0754 7034";
            string _eid = "591-1917064-58";
        }
        """);

    [Fact]
    public Task Numbers_that_nobody_can_have_are_quiet() => KkVerifier<KK4309Analyzer>.Silent("""
        class Samples
        {
            string _insz = "87.01.01-001.86", _bis = "87.41.01-001.75", _wrong = "85.07.30-033.29", _zero = "00000000097", _run = "12345678901";
            string _bsn = "000000000", _notBsn = "123456789";
            string _lux = "2099010100149";
            string _riziv = "0-12345-71-004";
        }
        """);

    [Fact]
    public Task Other_numbers_are_quiet() => Silent("""
        class Numbers
        {
            string _order = "85073003328";
            string _timestamp = "85073003328";
            string _phone = "+32 475 12 34 56";
            string _path = "/clients/85073003328";
            string _oid = "2.16.56.1.85073003328";
            string _migration = "85073003328_Initial";
            string _guid = "85073003-3280-4000-8000-111222333000";
            const long Mask = 111222333;
            long _ticks = 85073003328L;
            long _sum = 111222333 + 1;
            int _hash = 0x6A1252D;
            enum Codes { A = 111222333 }
        }
        """);

    [Fact]
    public Task Written_number_in_a_literal() => Flags("""
        class Intake
        {
            const string Voorbeeld = "[|85.07.30-033.28|]";
            string _bis = "zie [|98.47.28-997.65|] hieronder";
            string _nir = "[|2 95 10 99 126 111 93|]";
            string _lux = "[|1893120105732|]";
            string _eid = "[|591-1917064-58|]";
        }
        """);

    [Fact]
    public Task Name_of_what_holds_it() => Flags(Client + """
        class Intake
        {
            string _rijksregisternummer = "[|85073003328|]";
            string Bsn { get; } = "[|111222333|]";
            string Niss => "[|85073003328|]";
            Client _client = new() { Insz = "[|85073003328|]" };
            object _anonymous = new { Insz = "[|85073003328|]" };
            System.Collections.Generic.Dictionary<string, string> _map = new() { ["insz"] = "[|85073003328|]" };
            System.Collections.Generic.Dictionary<string, string> _pairs = new() { { "insz", "[|85073003328|]" } };
            string[] _inszNummers = { "[|85073003328|]" };
            void Zoek(string insz = "[|85073003328|]")
            {
                Zoek("[|85073003328|]");
                Zoek(insz: "[|85073003328|]");
                if (insz == "[|85073003328|]") { return; }
                var bsn = insz is null ? "[|111222333|]" : "";
            }
        }
        """);

    [Fact]
    public Task Name_of_the_call_or_type() => Flags("""
        record Insz(string Value) { public static Insz Parse(string s) => new(s); }
        class Intake
        {
            Insz _a = new("[|85073003328|]");
            Insz _b = Insz.Parse("[|85073003328|]");
            bool _c = IsValidInsz("[|85073003328|]");
            static bool IsValidInsz(string s) => s.Length == 11;
        }
        """);

    [Fact]
    public Task Text_around_it_in_a_literal() => Flags(""""
        class Intake
        {
            string _query = "?insz=[|85073003328|]&x=1";
            string _json = """{ "patient": { "ssin": "[|85073003328|]" } }""";
            string _escaped = "{\"insz\":\"[|85073003328|]\"}";
            string _xml = "<patient><id S=\"INSS\">[|85073003328|]</id></patient>";
            string _sql = "SELECT * FROM Client WHERE Rijksregisternummer = '[|85073003328|]'";
            string _insert = "INSERT INTO Client (Id, Naam, Insz) VALUES (1, 'Jan, Piet', '[|85073003328|]')";
            string _sentence = "Dossier van INSZ [|85073003328|] werd gesloten";
            string Interpolated(string naam) => $"{naam}: insz [|85073003328|]";
        }
        """");

    [Fact]
    public Task Whoever_stands_beside_it() => Flags(Client + """
        class Intake
        {
            Row _row = new() { Nummer = "[|85073003328|]", Voornaam = "Jan" };
            Client _client = new() { Nummer = "[|85073003328|]" };
            Row _date = new() { Code = "[|85073003328|]", Datum = new System.DateTime(1985, 7, 30) };
            (string Nummer, string Voornaam) _tuple = (Nummer: "[|85073003328|]", Voornaam: "Jan");
            object _numeric = new { Bsn = [|111222333|], Voornaam = "Jan" };
            void Register(string nummer, string voornaam) => Register("[|85073003328|]", "Jan");
            void Mail(string nummer, string to) => Mail("[|85073003328|]", "jan@zorg.example");
        }
        """);

    [Fact]
    public Task Nobody_beside_it() => Silent(Client + """
        class Intake
        {
            Row _row = new() { Nummer = "85073003328", Code = "Jan" };
            Row _empty = new() { Nummer = "85073003328", Voornaam = "" };
            Row _date = new() { Code = "85073003328", Datum = new System.DateTime(1985, 7, 31) };
            Count _numeric = new() { Bsn = 111222333 };
            void Register(string nummer, string straat) => Register("85073003328", "Kerkstraat");
        }
        """);

    [Fact]
    public Task Comment_or_test_name_beside_it() => Flags("""
        class Intake
        {
            void Check(string nummer)
            {
                // het rijksregisternummer van de cliënt
                Check("[|85073003328|]");
                Check("[|111222333|]"); // BSN
            }

            void Insz_number_is_stored() => Check("[|85073003328|]");
        }
        """);

    [Fact]
    public Task Attributes_of_tests() => Flags("""
        [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)] class InlineDataAttribute : System.Attribute { public InlineDataAttribute(params object[] data) { } }
        class InszTests
        {
            [InlineData("[|85073003328|]", true)]
            [InlineData("85073003329", false)]
            void Valid(string insz, bool expected) { }

            [InlineData("85073003328")]
            void Other(string text) { }
        }
        """);

    [Fact]
    public async Task In_test_projects_it_is_information()
    {
        var test = Test("""class Intake { string _insz = "85073003328"; }""", ("/0/clients.csv", "insz;naam\n85073003328;Jan\n")).Option("build_property.IsTestProject", "true");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleCatalog.KK4309.Id, DiagnosticSeverity.Info).WithSpan(1, 32, 1, 43));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleCatalog.KK4309.Id, DiagnosticSeverity.Warning).WithSpan("/0/clients.csv", 2, 1, 2, 12));
        await test.RunAsync();
    }

    [Fact]
    public async Task Account_is_information_unless_a_person_stands_beside_it()
    {
        var test = Test(Client + """
            class Intake
            {
                string _betaal = "BE11 0001 2345 6748";
                object _rekening = new { Voornaam = "Jan", Iban = "BE11 0001 2345 6748" };
                string _companyIban = "BE11 0001 2345 6748";
                string _bare = "BE11000123456748";
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleCatalog.KK4309.Id, DiagnosticSeverity.Info).WithSpan(6, 23, 6, 42));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleCatalog.KK4309.Id, DiagnosticSeverity.Warning).WithSpan(7, 56, 7, 75));
        await test.RunAsync();
    }

    [Fact]
    public async Task Message_masks_the_number_and_gives_the_evidence()
    {
        var test = Test("""class Intake { string _insz = "85.07.30-033.28"; }""");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleCatalog.KK4309.Id, DiagnosticSeverity.Warning)
            .WithSpan(1, 32, 1, 47)
            .WithMessage("'85.**.**-***.**' may be a real Belgian national register or BIS number (INSZ, NISS): the check digits are right, it tells a birth date that exists, it has the form of such a number, the name '_insz' says so"));
        await test.RunAsync();
    }

    [Fact]
    public Task Json() => Flags(
        "class C { }",
        ("/0/clients.json", """
            [
              { "voornaam": "Jan", "rijksregisternummer": "[|85073003328|]", "geboortedatum": "1985-07-30" },
              { "voornaam": "An", "nummer": "[|85073003328|]" },
              { "order": "85073003328", "product": "x" },
              { "identifier": [ { "system": "https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin", "value": "[|85073003328|]" } ] },
              { "bsn": 111252333, "total": 111222333 },
              { "timestamp": 85073003328 }
            ]
            """));

    [Fact]
    public Task Csv() => Flags(
        "class C { }",
        ("/0/clients.csv", "Naam;INSZ;Bedrag\nJan;[|85073003328|];85073003328\n\"Peeters; An\";[|85.07.30-033.28|];3\n"),
        ("/0/orders.csv", "order,total\n85073003328,111222333\n"),
        ("/0/bsn.csv", "naam,bsn,order\nJan,[|111222333|],111222333\n"));

    [Fact]
    public Task Sql() => Flags(
        "class C { }",
        ("/0/seed.sql", """
            INSERT INTO [Client] ([Id], [Naam], [Rijksregisternummer], [Bestelling]) VALUES
              (1, N'Peeters, Jan (senior)', N'[|85073003328|]', N'85073003328'),
              (2, 'O''Brien', '[|85073003328|]', '1');
            UPDATE Client SET Insz = '[|85073003328|]' WHERE Id = 3;
            INSERT INTO Bestelling VALUES ('85073003328');
            """));

    [Fact]
    public Task Markup_and_resources() => Flags(
        "class C { }",
        ("/0/Strings.resx", """<root><data name="InszVoorbeeld"><value>[|85073003328|]</value></data><data name="Total"><value>85073003328</value></data></root>"""),
        ("/0/kmehr.xml", """<patient><id S="INSS" SV="1.0">[|85073003328|]</id><cd>85073003328</cd></patient>"""),
        ("/0/Intake.razor", """<input name="insz" value="[|85073003328|]" /><input name="total" value="85073003328" /><p>[|85.07.30-033.28|]</p>"""),
        ("/0/Patient.xml", """<identifier><system value="urn:oid/ssin"/><value value="[|85073003328|]"/></identifier>"""));

    [Fact]
    public Task Other_files_are_not_read() => Silent("class C { }", ("/0/notes.txt", "insz: 85.07.30-033.28"), ("/0/App.csproj", "<Insz>85.07.30-033.28</Insz>"));

    [Fact]
    public async Task Large_files_are_counted_as_not_followed_and_a_table_of_clients_is_reported_twenty_times()
    {
        var rows = string.Concat(Enumerable.Repeat("85073003328;Jan\n", 25));
        var test = Test("class C { }", ("/0/clients.csv", "insz;naam\n" + rows), ("/0/large.csv", "insz;naam\n85073003328;" + new string('x', KK4309Analyzer.LargestFile))).Records();
        for (var line = 2; line < 2 + KK4309Analyzer.MostInFile; line++)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleCatalog.KK4309.Id, DiagnosticSeverity.Warning).WithSpan("/0/clients.csv", line, 1, line, 12));
        }

        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4309 inspected=1 failed=0 notFollowed=2"));
        await test.RunAsync();
    }

    [Fact]
    public Task Allowed_numbers_by_option() =>
        Test("""class Intake { string _insz = "85.07.30-033.28"; string _bsn = "111222333"; string _eid = "[|591-1917064-58|]"; }""")
            .Option("kk.KK4309.allowed_numbers", "85.07.30-033.28, 1112*").RunAsync();

    [Fact]
    public Task Allowed_numbers_by_list() => Flags(
        """class Intake { string _insz = "85.07.30-033.28"; string _eid = "[|591-1917064-58|]"; }""",
        ("/0/KkAnalyzers.SampleNumbers.team.txt", "# of our test desk\n85073003328 | test desk\n"));

    private static Task Silent(string code, params (string, string)[] files) => KkVerifier<KK4309Analyzer>.Silent(code, [NoSamples, .. files]);

    private static Task Flags(string code, params (string, string)[] files) => KkVerifier<KK4309Analyzer>.Flags(code, [NoSamples, .. files]);

    private static KkTest<KK4309Analyzer> Test(string code, params (string, string)[] files) => KkVerifier<KK4309Analyzer>.Test(code, [NoSamples, .. files]);
}
