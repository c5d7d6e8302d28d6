using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static KkAnalyzers.Tests.Rules.KK4301Case;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The stores other than files, and what a finding says.</summary>
public class KK4301StoreTests
{
    [Theory]
    [InlineData("""Preferences.Set("k", [|client.Insz|]);""")]
    [InlineData("""Preferences.Set("insz", [|Console.ReadLine()|]);""")]
    [InlineData("""await SecureStorage.SetAsync("k", client.Insz);""")]
    [InlineData("""Xamarin.Forms.Application.Current.Properties["k"] = [|client.Insz|];""")]
    [InlineData("""Xamarin.Forms.Application.Current.Properties.Add("k", [|client.Insz|]);""")]
    [InlineData("""Xamarin.Forms.Application.Current.Properties["k"] = client.Version;""")]
    public Task Xamarin(string statements) => Run(Body(statements, "using Xamarin.Essentials;"), StorageStubs.Xamarin);

    [Theory]
    [InlineData("""CacheDatabase.UserAccount.InsertObject("k", [|client|]);""")]
    [InlineData("""CacheDatabase.LocalMachine.Insert("k", [|Encoding.UTF8.GetBytes(client.Insz)|]);""")]
    [InlineData("""IBlobCache cache = CacheDatabase.UserAccount; cache.InsertObject("k", [|client.Insz|]);""")]
    [InlineData("""CacheDatabase.Secure.InsertObject("k", client);""")]
    [InlineData("""IBlobCache cache = CacheDatabase.Secure; cache.InsertObject("k", client);""")]
    [InlineData("""ISecureBlobCache cache = null; cache.InsertObject("k", client);""")]
    [InlineData("""CacheDatabase.UserAccount.InsertObject("k", client.Version);""")]
    public Task Akavache_receiver_decides(string statements) => Run(Body(statements, "using Akavache;"), StorageStubs.Akavache);

    [Theory]
    [InlineData("""var p = new Context().GetSharedPreferences("a", 0); p.Edit().PutString("k", [|client.Insz|]).Apply();""")]
    [InlineData("""var p = EncryptedSharedPreferences.Create(new Context(), "a"); p.Edit().PutString("k", client.Insz).Apply();""")]
    [InlineData("""var e = EncryptedSharedPreferences.Create(new Context(), "a").Edit(); e.PutString("k", client.Insz);""")]
    public Task Android_preferences(string statements) =>
        Run(Body(statements, "using Android.Content; using AndroidX.Security.Crypto;"), StorageStubs.Android);

    [Theory]
    [InlineData("""IDatabase db = null; db.StringSet("k", [|client.Insz|]);""")]
    [InlineData("""IDatabase db = null; db.StringSet("k", [|JsonSerializer.Serialize(client)|]);""")]
    [InlineData("""IDatabase db = null; db.HashSet("k", [|new[] { new HashEntry("a", client.Insz) }|]);""")]
    [InlineData("""IDatabase db = null; db.StringSet("k", protector.Protect(client.Insz));""")]
    public Task Redis(string statements) => Run(Body(statements, "using StackExchange.Redis;"), StorageStubs.Redis);

    [Theory]
    [InlineData("""Microsoft.Win32.Registry.SetValue("HKCU", "a", [|client.Insz|]);""")]
    [InlineData("""Microsoft.Win32.Registry.CurrentUser.SetValue("insz", [|path|]);""")]
    [InlineData("""Microsoft.Win32.Registry.CurrentUser.SetValue("a", client.Version);""")]
    public Task Registry(string statements) => Run(Body("#pragma warning disable CA1416\n" + statements));

    [Theory]
    [InlineData("""Settings.Default.Insz = [|path|];""")]
    [InlineData("""Settings.Default.Theme = [|client.Insz|];""")]
    [InlineData("""Settings.Default.Theme = path;""")]
    [InlineData("""Settings.Default.Insz = "";""")]
    [InlineData("""Foundation.NSUserDefaults.StandardUserDefaults.SetString([|client.Insz|], "a");""")]
    [InlineData("""Windows.Storage.ApplicationDataContainer c = null; c.Values["a"] = [|client.Insz|];""")]
    public Task Settings_of_the_platform(string statements) => Run(
        Body(statements) + "\nclass Settings : System.Configuration.ApplicationSettingsBase { public static Settings Default { get; } public string Theme { get; set; } public string Insz { get; set; } }",
        StorageStubs.Settings);

    [Fact]
    public Task A_setter_is_given_what_its_property_is_called() => Run(
        Members(
            """
            public string Insz { get => Preferences.Get("k", ""); set => Preferences.Set("k", [|value|]); }
            public string Theme { get => Preferences.Get("t", ""); set => Preferences.Set("t", value); }
            public bool UseMocks { get => true; set => Preferences.Set("m", value); }
            """,
            MauiUsing),
        StorageStubs.Maui);

    [Theory]
    [InlineData("""System.Diagnostics.Debug.WriteLine(client.Insz);""")]
    [InlineData("""HttpContext http = null; http.Response.Cookies.Append("insz", client.Insz); http.Session.SetString("insz", client.Insz);""")]
    [InlineData("""Microsoft.Extensions.Caching.Distributed.IDistributedCache cache = null; cache.Set("a", Encoding.UTF8.GetBytes(client.Insz), null);""")]
    [InlineData("""Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage.ProtectedLocalStorage store = null; await store.SetAsync("a", client);""")]
    public Task What_other_rules_look_at(string statements) => Silent(Body(statements));

    [Fact]
    public Task The_option_names_own_protecting_methods() => KK4301Case.Test(Members("""
            static string Wrap(string s) => s;
            static string Turn(string s) => s;
            void M(Client c) { File.WriteAllText("a", Wrap(c.Insz)); File.WriteAllText("a", Turn(c.Insz)); File.WriteAllText("a", [|c.Insz|]); }
            """))
        .Option("kk.KK4301.protecting_methods", "Wrap, Sample.Turn")
        .RunAsync();

    [Fact]
    public async Task The_option_lowers_the_confidence()
    {
        const string Code = """
            using System.IO;
            class Sample { void M(string email) => File.WriteAllText("a", {0}); }
            """;
        await Silent(Code.Replace("{0}", "email", StringComparison.Ordinal));
        await KK4301Case.Test(Code.Replace("{0}", "[|email|]", StringComparison.Ordinal)).Option("kk.KK4301.confidence", "review").RunAsync();
    }

    [Fact]
    public async Task Lists_are_extended_and_reduced_by_the_user()
    {
        const string Code = """
            #nullable disable
            using System.IO;
            namespace Own { public class Vault { public void Keep(string name, string text) { } } public class Lock { public static string Turn(string s) => s; } }
            class Sample { void M(Own.Vault v, string insz) { v.Keep("a", [|insz|]); v.Keep("a", Own.Lock.Turn(insz)); File.WriteAllText("a", insz); } }
            """;
        var test = KK4301Case.Test(Code);
        test.TestState.AdditionalFiles.Add(("/0/KkAnalyzers.Storage.txt", "Own.Vault | Keep | sink | text key:name\nOwn.Lock | Turn | protects\n! System.IO.File\n"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_finding_says_what_where_why_and_by_which_way()
    {
        var test = KK4301Case.Test("""
            #nullable disable
            using System.IO;
            class Client { public string Insz { get; set; } public string Voornaam { get; set; } }
            class Sample
            {
                void Keep(string text) => File.WriteAllText("a", text);
                void M(Client c)
                {
                    var line = "x" + {|#1:c.Insz|};
                    Keep({|#0:line|});
                }
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4301", DiagnosticSeverity.Warning)
            .WithLocation(0)
            .WithLocation(1)
            .WithLocation(0)
            .WithSpan("/0/Test0.cs", 6, 54, 6, 58)
            .WithSpan("/0/Test0.cs", 6, 31, 6, 59)
            .WithArguments("Client.Insz", "national identification number", "File.WriteAllText", "word list: insz", "by way of line, Keep"));
        return test.RunAsync();
    }

    [Fact]
    public Task The_key_is_the_evidence_where_only_it_speaks()
    {
        var test = KK4301Case.Test(Body("""Preferences.Set("rijksregisternummer", {|#0:Console.ReadLine()|});""", MauiUsing), StorageStubs.Maui);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4301", DiagnosticSeverity.Warning)
            .WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments("rijksregisternummer", "national identification number", "Preferences.Set", "the key 'rijksregisternummer' says what the value is", "directly"));
        return test.RunAsync();
    }

    [Fact]
    public Task The_record_counts_writes_and_cut_walks()
    {
        var chain = string.Join("\n", Enumerable.Range(0, 300).Select(i => $"string F{i}(Client c) => F{i + 1}(c);"));
        var test = KK4301Case.Test(Members(chain + """

            string F300(Client c) => c.Insz;
            void M(Client c) { File.WriteAllText("a", "b"); File.WriteAllText("a", F0(c)); File.ReadAllText("a"); using var w = new StringWriter(); w.Write("x"); }
            """)).Records();

        // No member is data, so that no row of the inventory stands beside the record.
        test.Option("kk.ignored_members", "Client.*, ClientRecord.*");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4301 inspected=2 failed=0 notFollowed=1"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_category_can_be_left_alone()
    {
        var test = KK4301Case.Test(Body("""File.WriteAllText(path, [|client.Insz|]); File.WriteAllText(path, client.Diagnose);"""));
        test.Option("kk.KK4301.ignored_categories", "health.diagnosis");
        return test.RunAsync();
    }
}
