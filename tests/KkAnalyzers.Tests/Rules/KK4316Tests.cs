using KkAnalyzers.Rules.PersonalData;
using KkAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Protection in name only: hashes that can be undone, marks that nobody reads, encodings.</summary>
public class KK4316Tests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Client { public int Id { get; set; } public Guid PatientId { get; set; } public string Naam { get; set; } public string Insz { get; set; } public string Wachtwoord { get; set; } public string Diagnose { get; set; } public string Telefoonnummer { get; set; } }

        """;

    [Fact]
    public Task Case54_Cache_keys_and_etags_are_quiet() => Silent("""
        class Pages
        {
            string Hash(byte[] content) => Convert.ToHexString(MD5.HashData(content));
            string ETag(Client client) => Convert.ToHexString(SHA1.HashData(JsonSerializer.SerializeToUtf8Bytes(client)));
            string CacheKey(Client client) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(client.Insz)));
            void Load(Client client, Uri url)
            {
                var cacheKey = Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(url + client.Insz)));
                var file = SHA256.HashData(File.ReadAllBytes("page.html"));
                var row = SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(client)));
                var guid = SHA256.HashData(Encoding.UTF8.GetBytes(client.PatientId.ToString()));
                var note = SHA256.HashData(Encoding.UTF8.GetBytes(client.Diagnose));
                var record = SHA256.HashData(Encoding.UTF8.GetBytes(client.Insz + client.Naam + client.Diagnose));
            }
        }
        """);

    [Fact]
    public Task Case54_Keys_and_salts_are_quiet() => Silent("""
        class Pseudonyms
        {
            readonly byte[] _key = new byte[32];
            string _pepper = "", _prefix = "";
            void Keyed(Client client, byte[] salt, string zout)
            {
                var a = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(client.Insz));
                using var hmac = new HMACSHA256(_key);
                var b = hmac.ComputeHash(Encoding.UTF8.GetBytes(client.Insz));
                using HashAlgorithm either = new HMACSHA512(_key);
                var c = either.ComputeHash(Encoding.UTF8.GetBytes(client.Insz));
                var d = Rfc2898DeriveBytes.Pbkdf2(client.Wachtwoord, salt, 600_000, HashAlgorithmName.SHA256, 32);
                var e = SHA256.HashData(Encoding.UTF8.GetBytes(client.Wachtwoord + zout));
                var f = SHA256.HashData(Encoding.UTF8.GetBytes($"{_pepper}{client.Insz}"));
                var g = SHA256.HashData(Encoding.UTF8.GetBytes(client.Insz).Concat(salt).ToArray());
                var text = _pepper + client.Insz;
                var h = SHA256.HashData(Encoding.UTF8.GetBytes(text));
                var i = SHA256.HashData(Encoding.UTF8.GetBytes(_prefix + client.Insz));
                var j = Salted(client.Wachtwoord, zout);
                var k = Hash(client.Insz + zout);
                var l = new PasswordHasher<Client>().HashPassword(client, client.Wachtwoord);
            }

            static byte[] Salted(string password, string salt) => SHA256.HashData(Encoding.UTF8.GetBytes(password + salt));
            static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
        }
        """);

    [Fact]
    public Task Tokens_and_checks_against_leaks_are_quiet() => Silent("""
        class Tokens
        {
            byte[] Store(string refreshToken, string apiKey) => SHA256.HashData(Encoding.UTF8.GetBytes(refreshToken)).Concat(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey))).ToArray();
        }
        class PwnedPasswords
        {
            string Range(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password))).Substring(0, 5);
        }
        class Gateway
        {
            public string MerchantPassword { get; set; }
            byte[] Sign() => MD5.HashData(Encoding.UTF8.GetBytes(MerchantPassword));
        }
        class Unknown
        {
            byte[] Any(HashAlgorithm algorithm, Client client) => algorithm.ComputeHash(Encoding.UTF8.GetBytes(client.Insz));
        }
        """);

    [Fact]
    public Task Case54_National_number_as_pseudonym() => Flags("""
        class Pseudonyms
        {
            void Make(Client client, string rijksregisternummer)
            {
                var a = SHA256.HashData([|Encoding.UTF8.GetBytes(client.Insz)|]);
                using var md5 = MD5.Create();
                var b = md5.ComputeHash([|Encoding.ASCII.GetBytes(client.Insz)|]);
                using HashAlgorithm sha = SHA512.Create();
                var c = sha.ComputeHash([|Encoding.UTF8.GetBytes(rijksregisternummer)|]);
                var text = client.Insz.Trim();
                var bytes = Encoding.UTF8.GetBytes($"insz:{text}");
                var d = SHA1.HashData([|bytes|]);
                var e = Hash([|client.Insz|]);
                var f = SHA256.HashData([|Encoding.UTF8.GetBytes(client.Telefoonnummer)|]);
                var g = SHA384.HashData(SHA256.HashData([|Encoding.UTF8.GetBytes(client.Insz)|]));
                var h = SHA256.HashData([|new MemoryStream(Encoding.UTF8.GetBytes(client.Insz))|]);
            }

            static string Hash(string text)
            {
                using var sha = SHA256.Create();
                return Convert.ToHexString(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
            }
        }
        """);

    [Fact]
    public Task Case54_Password() => Flags("""
        class Accounts
        {
            string Store(string password) => Convert.ToBase64String(SHA256.HashData([|Encoding.UTF8.GetBytes(password)|]));
            bool Check(Client client, string stored) => Md5([|client.Wachtwoord|]) == stored;
            static string Md5(string input) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(input)));
        }
        """);

    [Fact]
    public async Task Message_gives_the_evidence()
    {
        var test = Test("""class P { byte[] M(Client client) => SHA256.HashData(Encoding.UTF8.GetBytes(client.Insz)); }""");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleCatalog.KK4316.Id, DiagnosticSeverity.Warning).WithMessage(
            "'Client.Insz' (national identification number) is protected in name only: SHA256.HashData has no key and no salt, so whoever tries all values gets it back (word list: insz)")
            .WithSpan(14, 54, 14, 89).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }

    [Fact]
    public Task A_function_of_your_own_list() => KkVerifier<KK4316Analyzer>.Flags(
        "#nullable disable\n" + Usings + """
        namespace Care { public static class Digests { public static string Make(string text) => text; } }
        class P { string M(Client client) => Care.Digests.Make([|client.Insz|]); }
        """,
        ("/0/KkAnalyzers.Hashes.txt", "Care.Digests | Make | sink | text\n"));

    [Fact]
    public Task Made_up_people_and_test_projects_are_quiet() =>
        Test("class P { byte[] M(Client client) => SHA256.HashData(Encoding.UTF8.GetBytes(client.Insz)); }").Option("build_property.IsTestProject", "true").RunAsync();

    private const string User = """
        public class AppUser : IdentityUser { {0} public string Rijksregisternummer { get; set; } }
        static class Stores { public static IdentityBuilder AddEntityFrameworkStores<T>(this IdentityBuilder builder) => builder; }

        """;

    private const string Marked = "[ProtectedPersonalData]";

    [Fact]
    public Task Case51_Mark_with_the_option_is_quiet() => Silent(User.Replace("{0}", Marked, StringComparison.Ordinal) + """
        class Setup
        {
            void Add(IServiceCollection services) =>
                services.AddIdentity<AppUser, IdentityRole>(options => options.Stores.ProtectPersonalData = true).AddEntityFrameworkStores<object>();
        }
        """);

    [Fact]
    public Task Case51_Mark_with_the_option_elsewhere_is_quiet() => Silent(User.Replace("{0}", Marked, StringComparison.Ordinal) + """
        class Setup
        {
            void Add(IServiceCollection services)
            {
                services.AddIdentityCore<AppUser>().AddEntityFrameworkStores<object>();
                services.Configure<IdentityOptions>(o => { o.Stores.ProtectPersonalData = true; });
            }
        }
        """);

    [Fact]
    public Task Case51_Mark_with_a_store_or_protector_of_your_own_is_quiet() => Silent(User.Replace("{0}", Marked, StringComparison.Ordinal) + """
        class Protector : IPersonalDataProtector { public string Protect(string data) => data; public string Unprotect(string data) => data; }
        class Setup
        {
            void Add(IServiceCollection services) => services.AddIdentityCore<AppUser>().AddEntityFrameworkStores<object>();
        }
        """);

    [Fact]
    public async Task Case51_Library_or_configuration_is_undecided()
    {
        var library = Test(User.Replace("{0}", Marked, StringComparison.Ordinal)).Records();
        library.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4316 inspected=1 failed=0 notFollowed=1"));
        await library.RunAsync();

        var configured = Test(User.Replace("{0}", Marked, StringComparison.Ordinal) + """
            class Setup
            {
                void Add(IServiceCollection services, IConfiguration configuration)
                {
                    services.AddIdentityCore<AppUser>().AddEntityFrameworkStores<object>();
                    services.Configure<IdentityOptions>(configuration.GetSection("Identity"));
                }
            }
            """).Records();
        configured.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4316 inspected=2 failed=0 notFollowed=1"));
        await configured.RunAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("o => o.Password.RequiredLength = 12")]
    [InlineData("o => o.Stores.ProtectPersonalData = false")]
    public Task Case51_Mark_without_the_option(string options) => Flags(User.Replace("{0}", "[[|ProtectedPersonalData|]]", StringComparison.Ordinal) + $$"""
        class Setup
        {
            void Add(IServiceCollection services) => services.AddIdentityCore<AppUser>({{options}}).AddEntityFrameworkStores<object>();
        }
        """);

    [Theory]
    [InlineData("", true)]
    [InlineData("o => o.Stores.ProtectPersonalData = true", false)]
    public async Task Case51_User_class_of_another_project_is_reported_where_Identity_is_set_up(string options, bool isReported)
    {
        var references = (await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, default)).Concat(KkReferenceAssemblies.AspNetCore);
        var domain = CSharpCompilation.Create(
            "Domain",
            [CSharpSyntaxTree.ParseText("public class AppUser : Microsoft.AspNetCore.Identity.IdentityUser { [Microsoft.AspNetCore.Identity.ProtectedPersonalData] public string Insz { get; set; } }")],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        Assert.True(domain.Emit(assembly).Success);

        var call = isReported ? "[|AddIdentityCore<AppUser>|]" : "AddIdentityCore<AppUser>";
        var test = Test($$"""
            static class Stores { public static IdentityBuilder AddEntityFrameworkStores<T>(this IdentityBuilder builder) => builder; }
            class Setup
            {
                void Add(IServiceCollection services) => services.{{call}}({{options}}).AddEntityFrameworkStores<object>();
            }
            """);
        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromImage(assembly.ToArray()));
        await test.RunAsync();
    }

    [Fact]
    public async Task Case51_Mark_on_another_class_is_information()
    {
        var test = Test(User.Replace("{0}", "", StringComparison.Ordinal) + """
            public class Dossier { [ProtectedPersonalData] public string Insz { get; set; } }
            class Setup
            {
                void Add(IServiceCollection services) =>
                    services.AddIdentityCore<AppUser>(o => o.Stores.ProtectPersonalData = true).AddEntityFrameworkStores<object>();
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleCatalog.KK4316.Id, DiagnosticSeverity.Info).WithSpan(16, 25, 16, 46));
        await test.RunAsync();
    }

    [Fact]
    public Task Base64_that_says_what_it_is_is_quiet() => Silent("""
        class Codec
        {
            string Encode(string note) => Convert.ToBase64String(Encoding.UTF8.GetBytes(note));
            string EncryptNote(string note) { var bytes = Aes.Create().EncryptCbc(Encoding.UTF8.GetBytes(note), new byte[16]); return Convert.ToBase64String(bytes); }
            string Send(string encryptedNote) { var encryptedBody = Convert.ToBase64String(Encoding.UTF8.GetBytes(encryptedNote)); return encryptedBody; }
            string Encrypt(string note) { var cipher = Rot(note); return Convert.ToBase64String(Encoding.UTF8.GetBytes(cipher)); }
            string Rot(string note) => note;
        }
        """);

    [Fact]
    public Task Base64_that_says_encrypted() => Flags("""
        class Codec
        {
            string EncryptNote(string note) => Convert.[|ToBase64String|](Encoding.UTF8.GetBytes(note));
            string Versleutel(string nota) { var bytes = Encoding.UTF8.GetBytes(nota); return Convert.[|ToBase64String|](bytes); }
            void Save(Client client) { var encryptedDiagnose = Convert.[|ToBase64String|](Encoding.Unicode.GetBytes(client.Diagnose)); }
        }
        """);

    private static KkTest<KK4316Analyzer> Test(string code) => KkVerifier<KK4316Analyzer>.Test("#nullable disable\n" + Usings + code);

    private static Task Silent(string code) => KkVerifier<KK4316Analyzer>.Silent("#nullable disable\n" + Usings + code);

    private static Task Flags(string code) => KkVerifier<KK4316Analyzer>.Flags("#nullable disable\n" + Usings + code);
}
