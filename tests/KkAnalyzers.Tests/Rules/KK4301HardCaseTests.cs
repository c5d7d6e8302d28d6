using static KkAnalyzers.Tests.Rules.KK4301Case;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The numbered cases that this rule must get right, both ways.</summary>
public class KK4301HardCaseTests
{
    [Theory]
    [InlineData("""Preferences.Set("email", [|client.Email|]);""")]
    [InlineData("""string email = Console.ReadLine(); Preferences.Set("email", [|email|]);""")]
    [InlineData("""string password = Console.ReadLine(); Preferences.Set("password", [|password|]);""")]
    [InlineData("""string wachtwoord = Console.ReadLine(); Preferences.Set("k", [|wachtwoord|]);""")]
    [InlineData("""string typed = Console.ReadLine(); Preferences.Set("wachtwoord", [|typed|]);""")]
    [InlineData("""string typed = Console.ReadLine(); Preferences.Set("mot de passe", [|typed|]);""")]
    [InlineData("""string typed = Console.ReadLine(); Preferences.Set("senha", [|typed|]);""")]
    [InlineData("""string typed = Console.ReadLine(); Preferences.Set("contraseña", [|typed|]);""")]
    [InlineData("""string motDePasse = Console.ReadLine(); Preferences.Set("k", [|motDePasse|]);""")]
    [InlineData("""string senha = Console.ReadLine(); Preferences.Set("k", [|senha|]);""")]
    [InlineData("""string palavraPasse = Console.ReadLine(); Preferences.Set("k", [|palavraPasse|]);""")]
    [InlineData("""string contraseña = Console.ReadLine(); Preferences.Set("k", [|contraseña|]);""")]
    [InlineData("""string claveDeAcceso = Console.ReadLine(); Preferences.Set("k", [|claveDeAcceso|]);""")]
    [InlineData("""Preferences.Default.Set("k", [|client.Insz|]);""")]
    public Task Case_47_flagged(string statements) => Maui(statements);

    [Theory]
    [InlineData("""await SecureStorage.SetAsync("email", client.Email);""")]
    [InlineData("""await SecureStorage.Default.SetAsync("email", client.Email);""")]
    [InlineData("""Preferences.Set("email", "");""")]
    [InlineData("""Preferences.Set("email", null);""")]
    [InlineData("""Preferences.Set("email", string.Empty);""")]
    [InlineData("""Preferences.Set("email", "info@example.be");""")]
    [InlineData("""Preferences.Set("email_confirmed", true);""")]
    [InlineData("""Preferences.Set("email_shown", client.Email != null);""")]
    [InlineData("""Preferences.Set("reminder", client.HasReminder);""")]
    [InlineData("""string email = Console.ReadLine(); Preferences.Set("k", email);""")]
    [InlineData("""string email = protector.Protect(path); Preferences.Set("email", email);""")]
    [InlineData("""Preferences.Set("theme", path);""")]
    [InlineData("""Preferences.Set("version", client.Version);""")]
    public Task Case_47_silent(string statements) => Maui(statements);

    [Theory]
    [InlineData("""const string KEY = "k1"; Preferences.Set(KEY, [|client.Naam|]);""")]
    [InlineData("""string typed = Console.ReadLine(); Preferences.Set("Rijksregisternummer", [|typed|]);""")]
    [InlineData("""string typed = Console.ReadLine(); Preferences.Set(nameof(Client.Insz), [|typed|]);""")]
    public Task Case_48_flagged(string statements) => Maui(statements);

    [Theory]
    [InlineData("""Preferences.Set("ClientName", "");""")]
    [InlineData("""Preferences.Set("Rijksregisternummer", client.Id);""")]
    [InlineData("""Preferences.Set("PasswordHash", Console.ReadLine());""")]
    [InlineData("""Preferences.Set("Rijksregisternummer", protector.Protect(client.Insz));""")]
    public Task Case_48_silent(string statements) => Maui(statements);

    [Theory]
    [InlineData("""using var w = new StreamWriter([|$"Attest {client.Naam} {client.Insz}.txt"|]);""")]
    [InlineData("""File.WriteAllText([|Path.Combine(path, client.Insz + ".txt")|], "");""")]
    [InlineData("""using var s = File.Create([|client.Naam|]);""")]
    [InlineData("""using var s = new FileStream([|client.Insz|], FileMode.Create);""")]
    [InlineData("""File.Move(path, [|client.Insz|]);""")]
    [InlineData("""using var w = new StreamWriter(path); w.WriteLine([|client.Insz|]);""")]
    public Task Case_49_flagged(string statements) => Flags(Body(statements));

    [Theory]
    [InlineData("""using var w = new StreamWriter(new CryptoStream(File.Create(path), aes.CreateEncryptor(), CryptoStreamMode.Write)); w.WriteLine(client.Insz);""")]
    [InlineData("""using var f = File.Create(path); using var c = new CryptoStream(f, aes.CreateEncryptor(), CryptoStreamMode.Write); using var w = new StreamWriter(c); await w.WriteAsync(client.Insz);""")]
    [InlineData("""using var w = new StreamWriter($"Attest {client.Id}.txt");""")]
    [InlineData("""using var s = new FileStream(client.Insz, FileMode.Open);""")]
    [InlineData("""using var s = File.OpenRead(client.Insz); var t = File.ReadAllText(client.Insz);""")]
    [InlineData("""using var w = new StreamWriter(new MemoryStream()); w.WriteLine(client.Insz);""")]
    public Task Case_49_silent(string statements) => Silent(Body(statements));

    [Fact]
    public Task Case_50_databases_belong_to_other_rules() => Silent(Members("""
        class Db : System.Collections.Generic.List<Client> { public void SaveChanges() { } }
        void M(Db db, Client client) { db.Add(client); db.SaveChanges(); }
        """));

    [Fact]
    public Task Case_51_a_marker_alone_protects_nothing() => Flags("""
        #nullable disable
        using System.IO;
        using Microsoft.AspNetCore.Identity;
        public class Person { [ProtectedPersonalData] public string Extra { get; set; } }
        class Sample { void M(Person person) => File.WriteAllText("x", [|person.Extra|]); }
        """);

    [Theory]
    [InlineData("""File.WriteAllText(path, Encrypt(client.Insz));""")]
    [InlineData("""File.WriteAllText(path, MaskInsz(client.Insz));""")]
    [InlineData("""File.WriteAllText(path, Hash(client.Insz));""")]
    [InlineData("""File.WriteAllText(path, Pseudonymise(client.Insz));""")]
    [InlineData("""File.WriteAllText(path, Versleutel(client.Insz));""")]
    [InlineData("""File.WriteAllText(path, protector.Protect(client.Insz));""")]
    [InlineData("""File.WriteAllBytes(path, aes.EncryptCbc(Encoding.UTF8.GetBytes(client.Insz), new byte[16]));""")]
    [InlineData("""var insz = protector.Protect(client.Insz); File.WriteAllText(path, insz);""")]
    [InlineData("""var plain = Encoding.UTF8.GetBytes(client.Insz); var cipher = new byte[plain.Length]; using var gcm = new AesGcm(new byte[16], 16); gcm.Encrypt(new byte[12], plain, cipher, new byte[16]); File.WriteAllBytes(path, cipher);""")]
    public Task Case_43_protected(string statements) => Silent(Body(statements) + Helpers);

    [Theory]
    [InlineData("""File.WriteAllText(path, [|Unprotect(client.Insz)|]);""")]
    [InlineData("""var insz = DecryptText(path); File.WriteAllText(path, [|insz|]);""")]
    [InlineData("""var insz = protector.Unprotect(path); File.WriteAllText(path, [|insz|]);""")]
    [InlineData("""File.WriteAllText(path, [|Unmask(client.Insz)|]);""")]
    [InlineData("""File.WriteAllText(path, [|UnProtect(client.Insz)|]);""")]
    [InlineData("""File.WriteAllBytes(path, [|Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(client.Insz)))|]);""")]
    public Task Case_43_no_protection(string statements) => Flags(Body(statements) + Helpers);

    private const string Helpers = """

        partial class Sample
        {
            static string Encrypt(string s) => s;
            static string MaskInsz(string s) => s;
            static string Hash(string s) => s;
            static string Pseudonymise(string s) => s;
            static string Versleutel(string s) => s;
            static string Unprotect(string s) => s;
            static string UnProtect(string s) => s;
            static string Unmask(string s) => s;
            static string DecryptText(string s) => Console.ReadLine();
        }
        """;

    [Theory]
    [InlineData("""File.WriteAllText(path, [|JsonSerializer.Serialize(client)|]);""")]
    [InlineData("""File.WriteAllText(path, [|JsonSerializer.Serialize(list)|]);""")]
    [InlineData("""var r = new ClientRecord(1, path, client.Insz); File.WriteAllText(path, [|$"{r}"|]);""")]
    [InlineData("""var p = new Printed { Insz = client.Insz }; File.WriteAllText(path, [|$"{p}"|]);""")]
    [InlineData("""var p = new Printed { Insz = client.Insz }; File.WriteAllText(path, [|p.ToString()|]);""")]
    public Task Case_30_whole_objects(string statements) => Flags(Body(statements) + Printed);

    [Theory]
    [InlineData("""File.WriteAllText(path, $"{client}");""")]
    [InlineData("""File.WriteAllText(path, client.ToString());""")]
    [InlineData("""var p = new Short { Id = 3, Insz = client.Insz }; File.WriteAllText(path, p.ToString());""")]
    [InlineData("""var p = new Ignoring { Id = 3, Insz = client.Insz }; File.WriteAllText(path, JsonSerializer.Serialize(p));""")]
    public Task Case_30_objects_that_print_nothing_of_a_person(string statements) => Silent(Body(statements) + Printed);

    private const string Printed = """

        public class Printed { public string Insz { get; set; } public override string ToString() => "Client " + Insz; }
        public class Short { public int Id { get; set; } public string Insz { get; set; } public override string ToString() => "Client " + Id; }
        public class Ignoring { public int Id { get; set; } [JsonIgnore] public string Insz { get; set; } }
        """;

    [Theory]
    [InlineData("""File.WriteAllText(path, nameof(client.Insz));""")]
    [InlineData("""File.AppendAllText(path, "Looking up client by INSZ");""")]
    [InlineData("""File.AppendAllText(path, $"INSZ of {client.Id} has {client.Insz.Length} digits");""")]
    [InlineData("""File.AppendAllText(path, $"{list.Count} clients, {list.Count(c => c.Insz != null)} with INSZ");""")]
    public Task Case_31_names_and_counts(string statements) => Silent(Body(statements));

    [Theory]
    [InlineData("""ISession session = null; var n = session.GetString("Rijksregisternummer"); File.WriteAllText(path, [|$"{n ?? "-"}"|]);""")]
    [InlineData("""var d = new Dictionary<string, string>(); var n = d["insz"]; File.WriteAllText(path, [|n|]);""")]
    [InlineData("""var n = client.Insz; File.WriteAllText(path, [|$"{n ?? "-"}"|]);""")]
    public Task Case_33_one_hop(string statements) => Flags(Body(statements));

    [Theory]
    [InlineData("""ISession session = null; var n = session.GetString("Theme"); File.WriteAllText(path, $"{n ?? "-"}");""")]
    [InlineData("""var n = client.Version.ToString(); File.WriteAllText(path, $"{n ?? "-"}");""")]
    public Task Case_33_one_hop_of_something_else(string statements) => Silent(Body(statements));

    [Fact]
    public Task Case_35_every_caller_of_a_wrapper_is_reported() => Flags(Members("""
        void Put(string text) => File.AppendAllText("log.txt", text);
        void A(Client c) => Put([|c.Insz|]);
        void B(Client c) => Put([|"x" + c.Email|]);
        void C(Client c) => Put("saved " + c.Id);
        void D() => Put("saved");
        """));

    [Fact]
    public async Task Case_45_tests_and_made_up_data()
    {
        const string Code = """
            using System.IO;
            class Sample { void M(string email) => File.WriteAllText("x", email); }
            """;
        await Test(Code).Option("build_property.IsTestProject", "true").RunAsync();
        await Silent("""
            using System.IO;
            class ClientSeeder { void M(string email) => File.WriteAllText("x", email); }
            class FakeClients { void M(string insz) => File.WriteAllText("x", insz); }
            """);
        await Silent(Body("""File.WriteAllText(path, JsonSerializer.Serialize(new Client { Id = 1, Naam = "Jan Peeters", Email = "jan@example.be" }));"""));
        await Silent(Members("""
            class EmailSender { public bool EmailConfirmed; public string MobileLayout; }
            void M(EmailSender s) { File.WriteAllText("x", s.MobileLayout); File.WriteAllText("y", s.EmailConfirmed.ToString()); }
            """));
    }

    [Fact]
    public Task A_type_of_the_same_name_is_no_store() => Silent(Body(
        """Shop.Preferences.Set("email", client.Email); Shop.File.WriteAllText(path, client.Insz);""") + """

        namespace Shop
        {
            static class Preferences { public static void Set(string key, string value) { } }
            static class File { public static void WriteAllText(string path, string contents) { } }
        }
        """);
}
