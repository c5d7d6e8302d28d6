using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Benchmarks;
using KkAnalyzers.Rules.PersonalData;
using KkAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Code of extreme shapes comes to an end: with its finding, or counted as not followed. What it costs is a benchmark.</summary>
public class KK4301ScaleTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(2_000)]
    public async Task An_expression_of_many_terms(int terms)
    {
        var result = await RunAsync(Shapes.Expression(terms));
        Assert.Contains("client.Rijksregisternummer", Text(Assert.Single(result.Findings)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(2_000)]
    public async Task A_type_with_many_members_as_a_whole(int members)
    {
        var result = await RunAsync(Shapes.Members(members));
        Assert.Single(result.Findings, f => Text(f) == "JsonSerializer.Serialize(sheet)");
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(2_000, true)]
    public async Task A_field_that_many_members_set(int members, bool mayBeCut)
    {
        var result = await RunAsync(Shapes.Members(members));
        AssertFoundOrCut(result, "sheet.Line()", mayBeCut);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(300, true)]
    public async Task A_chain_of_many_methods(int methods, bool mayBeCut)
    {
        var result = await RunAsync(Shapes.Chain(methods));
        AssertFoundOrCut(result, "client.Rijksregisternummer", mayBeCut);
    }

    /// <summary>Silence without a word about it is the one thing that may not happen.</summary>
    private static void AssertFoundOrCut((ImmutableArray<Diagnostic> Findings, int NotFollowed) result, string text, bool mayBeCut)
    {
        if (!mayBeCut || result.NotFollowed == 0)
        {
            Assert.Contains(result.Findings, f => Text(f) == text);
        }
    }

    private static string Text(Diagnostic finding) => finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan);

    private static async Task<(ImmutableArray<Diagnostic> Findings, int NotFollowed)> RunAsync(string code)
    {
        var compilation = CSharpCompilation.Create(
            "Care",
            [CSharpSyntaxTree.ParseText(code, path: "/src/File.cs")],
            KkReferenceAssemblies.AspNetCore,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        var all = await compilation.WithAnalyzers([new PersonalDataFlowAnalyzer()], new AnalyzerOptions([], new WithRecords())).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(all, d => d.Id == "AD0001");
        var record = Assert.Single(all, d => d.Id == "KK9001" && d.Properties["rule"] == "KK4301" && d.Properties.ContainsKey("notFollowed"));
        return ([.. all.Where(d => d.Id == "KK4301")], int.Parse(record.Properties["notFollowed"]!, CultureInfo.InvariantCulture));
    }

    private sealed class WithRecords : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            private static readonly ImmutableDictionary<string, string> Values = ImmutableDictionary.Create<string, string>(KeyComparer).Add("build_property.KkInspection", "true");

            public override IEnumerable<string> Keys => Values.Keys;

            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => Values.TryGetValue(key, out value);
        }
    }
}
