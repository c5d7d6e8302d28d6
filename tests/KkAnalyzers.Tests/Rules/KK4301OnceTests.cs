using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Rules.PersonalData;
using KkAnalyzers.Tests.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Tests.Rules;

/// <summary>One value that is handed over gives one finding, about the worst that is in it.</summary>
public class KK4301OnceTests
{
    private const string Client = """
        #nullable disable
        public class Client
        {
            public int Id { get; set; }
            public string Achternaam { get; set; }
            public string Rijksregisternummer { get; set; }
            public string Email { get; set; }
            public string Diagnose { get; set; }
        }
        """;

    /// <summary>A stand-in for the store, whose source hands on to the listed interface, which writes a listed file.</summary>
    private const string Forwarding = """
        #nullable disable
        namespace Microsoft.Maui.Storage
        {
            public interface IPreferences
            {
                void Set<T>(string key, T value, string sharedName = null);
            }

            public static class Preferences
            {
                public static IPreferences Default { get; } = new InFile();
                public static void Set(string key, string value) => Default.Set(key, value);

                private sealed class InFile : IPreferences
                {
                    public void Set<T>(string key, T value, string sharedName = null) => System.IO.File.WriteAllText(key, value + "");
                }
            }
        }
        """;

    [Theory]
    [InlineData("Preferences.Set(\"k\", client.Rijksregisternummer);", "reaches Preferences.Set ")]
    [InlineData("Preferences.Default.Set(\"k\", client.Rijksregisternummer);", "reaches IPreferences.Set ")]
    [InlineData("Keep(client.Rijksregisternummer);", "by way of Keep")]
    public async Task A_value_is_reported_once(string statement, string part)
    {
        var code = $$"""
            #nullable disable
            using System.IO;
            using Microsoft.Maui.Storage;
            static class Sample
            {
                static void M(Client client) { {{statement}} }

                static void Keep(string line)
                {
                    File.WriteAllText("a", line);
                    Preferences.Set("b", line);
                }
            }
            """;
        var finding = Assert.Single(await FindingsAsync(await ModelProbe.Compile(code, Client, Forwarding)));
        Assert.Equal("client.Rijksregisternummer", finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));
        Assert.Contains(part, finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""$"{client.Achternaam};{client.Rijksregisternummer}" """, "Client.Rijksregisternummer")]
    [InlineData("""$"{client.Rijksregisternummer};{client.Achternaam}" """, "Client.Rijksregisternummer")]
    [InlineData("""$"{client.Achternaam};{client.Diagnose}" """, "Client.Diagnose")]
    [InlineData("""$"{client.Rijksregisternummer};{client.Diagnose}" """, "Client.Diagnose")]
    [InlineData("""client.Email + client.Achternaam + client.Id""", "Client.Email")]
    [InlineData("""client.Achternaam + client.Email + client.Id""", "Client.Achternaam")]
    public async Task The_worst_datum_is_named_and_the_other_is_shown(string value, string name)
    {
        var code = $$"""
            static class Sample { static void M(Client client) => System.IO.File.WriteAllText("a", {{value}}); }
            """;
        var finding = Assert.Single(await FindingsAsync(await ModelProbe.Compile(code, Client)));
        Assert.StartsWith($"'{name}'", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        // The worst, the call, the other one.
        Assert.Equal(3, finding.AdditionalLocations.Count);
    }

    [Fact]
    public async Task Sources_of_a_referenced_compilation_belong_to_its_own_run()
    {
        var library = await ModelProbe.Compile(Client, """
            public static class Lines
            {
                private static string _last = "";
                public static string Of(Client client) { _last = client.Rijksregisternummer; return _last; }
                public static string Last => _last;
                public static void Keep(string line) => System.IO.File.WriteAllText("a", line);
            }
            """);
        var app = (await ModelProbe.Compile("""
            static class Sample { }
            """))
            .AddReferences(library.WithAssemblyName("Library").ToMetadataReference())
            .AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("""
                static class App
                {
                    static void M(Client client)
                    {
                        System.IO.File.WriteAllText("a", Lines.Of(client) + Lines.Last);
                        System.IO.File.WriteAllText("a", client.Rijksregisternummer);
                        Lines.Keep(client.Rijksregisternummer);
                    }
                }
                """, path: "/src/App.cs"));

        // Nobody looks into the library from here, and what can be seen here is found.
        Assert.Single(await FindingsAsync(app));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Compilation compilation)
    {
        var all = await compilation.WithAnalyzers([new PersonalDataFlowAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(all, d => d.Id == "AD0001");
        return [.. all.Where(d => d.Id == "KK4301")];
    }
}
