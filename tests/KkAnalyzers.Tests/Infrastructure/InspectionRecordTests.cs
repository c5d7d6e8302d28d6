using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.Advertising;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Tests.Infrastructure;

/// <summary>KK9001: proof that a rule ran, and what it looked at.</summary>
public class InspectionRecordTests
{
    [Fact]
    public async Task An_editor_gets_no_records() => Assert.Empty(await RunAsync(new KK4201Analyzer(), record: false));

    [Fact]
    public async Task A_build_with_a_report_gets_one_per_rule()
    {
        var record = Assert.Single(await RunAsync(new KK4201Analyzer(), record: true));
        Assert.Equal("KK9001", record.Id);
        Assert.Equal("KK4201", record.Properties["rule"]);
        Assert.Equal("1", record.Properties["inspected"]);
        Assert.Equal("0", record.Properties["failed"]);
        Assert.Equal(DiagnosticSeverity.Info, record.Severity);
    }

    [Fact]
    public async Task A_crash_in_a_callback_is_counted_and_still_a_crash()
    {
        var diagnostics = await RunAsync(new CrashingAnalyzer(inRegister: false), record: true);
        Assert.Contains(diagnostics, d => d.Id == "AD0001");
        Assert.Equal("1", Assert.Single(diagnostics, d => d.Id == "KK9001").Properties["failed"]);
    }

    [Fact]
    public async Task A_crash_at_the_start_leaves_no_record_at_all()
    {
        var diagnostics = await RunAsync(new CrashingAnalyzer(inRegister: true), record: true);
        Assert.Contains(diagnostics, d => d.Id == "AD0001");
        Assert.DoesNotContain(diagnostics, d => d.Id == "KK9001");
    }

    [Fact]
    public async Task One_instance_serves_two_compilations_without_mixing_their_counts()
    {
        var analyzer = new KK4201Analyzer();
        var records = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync(analyzer, record: true)));
        Assert.All(records, r => Assert.Equal("1", Assert.Single(r).Properties["inspected"]));
    }

    private static async Task<IReadOnlyList<Diagnostic>> RunAsync(DiagnosticAnalyzer analyzer, bool record)
    {
        var compilation = CSharpCompilation.Create(
            "Care",
            [CSharpSyntaxTree.ParseText("class Care { }")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new AnalyzerOptions([], new CompilationWide(record ? new() { ["build_property.KkInspection"] = "true" } : []));
        return await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync();
    }

#pragma warning disable RS1001, RS1036, RS1041 // runs in this test only
    private sealed class CrashingAnalyzer(bool inRegister) : KkDiagnosticAnalyzer(RuleCatalog.KK4201)
#pragma warning restore RS1001, RS1036, RS1041
    {
        private protected override void Register(KkContext context)
        {
            if (inRegister)
            {
                throw new InvalidOperationException("start");
            }

            context.RegisterSymbolAction(_ => throw new InvalidOperationException("callback"), SymbolKind.NamedType);
        }
    }

    private sealed class CompilationWide(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);

            public override IEnumerable<string> Keys => values.Keys;
        }
    }
}
