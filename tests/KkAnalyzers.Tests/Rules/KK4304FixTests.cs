using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.PersonalData;
using KkAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The fix of KK4304: the surrogate key of the same record, where the type has one.</summary>
public class KK4304FixTests
{
    [Theory]
    [InlineData("""_log.LogInformation("Opened {Insz}", [|client.Insz|]);""", """_log.LogInformation("Opened {ClientId}", client.Id);""")]
    [InlineData("""_log.LogInformation("{Count} {Insz:x}", 1, [|client.Insz|]);""", """_log.LogInformation("{Count} {ClientId:x}", 1, client.Id);""")]
    [InlineData("""_log.LogInformation([|$"Opened {client.Insz}"|]);""", """_log.LogInformation($"Opened {client.Id}");""")]
    public Task Fixed(string before, string after) => Run(before, after);

    [Theory]
    [InlineData("""_log.LogInformation("Opened {Insz}", [|insz|]);""")]
    [InlineData("""_log.LogInformation("Opened {Insz}", [|note.Rijksregisternummer|]);""")]
    public Task Not_fixed(string code) => Run(code, code);

    private static Task Run(string before, string after)
    {
        var test = new FixTest { TestCode = Code(before), FixedCode = Code(after), ReferenceAssemblies = ReferenceAssemblies.Net.Net100 };
        test.TestState.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        return test.RunAsync();
    }

    private static string Code(string statement) => $$"""
        #nullable disable
        using Microsoft.Extensions.Logging;
        public class Client { public int Id { get; set; } public string Insz { get; set; } }
        public class Note { public string Rijksregisternummer { get; set; } }
        class Sample
        {
            ILogger _log;
            void M(Client client, Note note, string insz)
            {
                {{statement}}
            }
        }
        """;

    private sealed class FixTest : CSharpCodeFixTest<PersonalDataFlowAnalyzer, KK4304CodeFix, DefaultVerifier>
    {
        protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) => RuleCatalog.KK4304;
    }
}
