using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.Incidents;
using KkAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The two fixes of KK4101: a line in the log, which changes nothing for callers, and letting the exception go on.</summary>
public class KK4101FixTests
{
    private const string Logged = """
                    _logger.LogError(ex, "Dossiers.Bewaar failed");
        """;

    [Fact]
    public Task Log_in_an_empty_block() => Log(
        """
                [|catch|]
                {
                    // Komt voor.
                }
        """,
        $$"""
                catch (Exception ex)
                {
        {{Logged}}
                    // Komt voor.
                }
        """);

    [Fact]
    public Task Log_on_one_line() => Log(
        """
                [|catch (HttpRequestException)|] { return; }
        """,
        $$"""
                catch (HttpRequestException ex)
                {
        {{Logged}}
                    return;
                }
        """);

    [Fact]
    public Task Log_with_the_name_that_is_there_and_a_filter() => Log(
        """
                [|catch (Exception fout) when (fout is not OperationCanceledException)|]
                {
                    return;
                }
        """,
        """
                catch (Exception fout) when (fout is not OperationCanceledException)
                {
                    _logger.LogError(fout, "Dossiers.Bewaar failed");
                    return;
                }
        """);

    [Fact]
    public Task No_log_without_a_logger() => Run<KK4101CodeFix>(Code("[|catch|] { }", ""), Code("[|catch|] { }", ""));

    [Fact]
    public Task No_log_in_a_static_method() => Run<KK4101CodeFix>(
        Code("[|catch|] { }", Field).Replace("public async", "public static async", StringComparison.Ordinal).Replace("await _api", "await new DossierApi()", StringComparison.Ordinal),
        Code("[|catch|] { }", Field).Replace("public async", "public static async", StringComparison.Ordinal).Replace("await _api", "await new DossierApi()", StringComparison.Ordinal));

    [Fact]
    public Task Log_with_a_using() => Run<KK4101CodeFix>(
        Code("[|catch (Exception ex)|]\n        {\n        }", Field).Replace("using Microsoft.Extensions.Logging;\n", "", StringComparison.Ordinal).Replace("private readonly ILogger", "private readonly Microsoft.Extensions.Logging.ILogger", StringComparison.Ordinal),
        Code("catch (Exception ex)\n        {\n            _logger.LogError(ex, \"Dossiers.Bewaar failed\");\n        }", Field).Replace("private readonly ILogger", "private readonly Microsoft.Extensions.Logging.ILogger", StringComparison.Ordinal));

    [Fact]
    public Task Rethrow_in_the_place_of_the_way_out() => Run<KK4101RethrowCodeFix>(
        Code("[|catch (Exception)|]\n        {\n            return;\n        }", ""),
        Code("catch (Exception)\n        {\n            throw;\n        }", ""));

    [Fact]
    public Task Rethrow_after_cleaning_up() => Run<KK4101RethrowCodeFix>(
        Code("[|catch|] { await Task.Delay(1); }", ""),
        Code("catch\n        {\n            await Task.Delay(1);\n            throw;\n        }", ""));

    private const string Field = "private readonly ILogger<Dossiers> _logger;";

    private static Task Log(string before, string after) => Run<KK4101CodeFix>(Code(before.Trim(), Field), Code(after.Trim(), Field));

    private static Task Run<TFix>(string before, string after)
        where TFix : CodeFixProvider, new()
    {
        var test = new FixTest<TFix> { TestCode = before, FixedCode = after, ReferenceAssemblies = ReferenceAssemblies.Net.Net100 };
        test.TestState.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        return test.RunAsync();
    }

    private static string Code(string handler, string field) => $$"""
        #nullable disable
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;

        public class Zorgdossier { public Guid PatientId { get; set; } public string Diagnosis { get; set; } }
        public class DossierApi { public Task BewaarAsync(Zorgdossier dossier) => Task.CompletedTask; }
        public class Dossiers
        {
            {{field}}
            private readonly DossierApi _api;

            public async Task Bewaar(Zorgdossier dossier)
            {
                try
                {
                    await _api.BewaarAsync(dossier);
                }
                {{handler}}
            }
        }
        """.Replace("\r", "", StringComparison.Ordinal).Replace("using Microsoft.Extensions.Logging;\n\n", field.Length == 0 ? "\n" : "using Microsoft.Extensions.Logging;\n\n", StringComparison.Ordinal);

    private sealed class FixTest<TFix> : CSharpCodeFixTest<SwallowedExceptionAnalyzer, TFix, DefaultVerifier>
        where TFix : CodeFixProvider, new()
    {
        protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) => RuleCatalog.KK4101;
    }
}
