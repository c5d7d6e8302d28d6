using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Tests.Markup;

/// <summary>Whatever is in a file: no exception, an end, and places that are in the file.</summary>
public class MutationTests
{
    private const int Files = 10_000;

    [Fact]
    public void Ten_thousand_mutated_files_are_read_by_every_reader()
    {
        var mutations = new Mutations(20261122);
        for (var i = 0; i < Files; i++)
        {
            var (name, source) = mutations.Next();
            var text = source.ToString();
            var dialect = MarkupDocument.DialectOf(name) ?? MarkupDialect.Xml;
            Check(MarkupDocument.Read(text, dialect), text);
            var settings = name.EndsWith(".json", StringComparison.Ordinal) ? JsonSettings.Read(text).Settings
                : dialect == MarkupDialect.Xml ? XmlSettings.Read(text) : [];
            foreach (var setting in settings)
            {
                Inside(setting.Span, text);
                if (setting.Value.Value.Length > 0)
                {
                    Inside(setting.Value.Place(new(0, setting.Value.Value.Length)), text);
                }
            }
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Ten_thousand_mutated_files_are_judged_by_every_rule()
    {
        const int projects = 10;
        var mutations = new Mutations(5);
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. typeof(KkDiagnosticAnalyzer).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
                .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
        ];
        var found = new HashSet<string>();
        var compilation = CSharpCompilation.Create("Zorg", [CSharpSyntaxTree.ParseText(Code)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary));
        for (var project = 0; project < projects; project++)
        {
            var files = Enumerable.Range(0, Files / projects).Select(_ => mutations.Next()).Select((f, i) => (AdditionalText)new MutatedFile($"/zorg/{i}/{f.Name}", f.Text)).ToImmutableArray();
            var texts = files.ToDictionary(f => f.Path, f => f.GetText()!);
            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions(files), (e, analyzer, _) => throw new InvalidOperationException(analyzer.ToString(), e), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            foreach (var diagnostic in await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync())
            {
                Assert.NotEqual("AD0001", diagnostic.Id);
                found.Add(diagnostic.Id);
                if (diagnostic.Location.Kind == LocationKind.ExternalFile)
                {
                    var text = texts[diagnostic.Location.GetLineSpan().Path];
                    Assert.True(diagnostic.Location.SourceSpan.End <= text.Length);
                    Assert.Equal(text.Lines.GetLinePositionSpan(diagnostic.Location.SourceSpan), diagnostic.Location.GetLineSpan().Span);
                }
            }
        }

        // Rules that are dead do not crash either.
        Assert.Superset(new HashSet<string> { "KK3204", "KK4311", "KK4312", "KK4315", "KK4402", "KK4404" }, found);
    }

    /// <summary>What the readers promise about any file.</summary>
    internal static void Check(MarkupDocument document, string text)
    {
        Assert.InRange(document.Steps, 0, (16L * text.Length) + 1000);
        var last = 0;
        for (var i = 0; i < document.Nodes.Length; i++)
        {
            var node = document.Nodes[i];
            if (node.Index != i || node.Span.Start < last || (node.Parent is { } parent && (parent.Index >= i || parent.Span.Start > node.Span.Start || parent.Span.End < node.Span.Start)))
            {
                Assert.Fail($"node {i} out of order");
            }

            last = node.Span.Start;
            Inside(node.Span, text);
            switch (node)
            {
                case MarkupText said:
                    Assert.NotNull(said.Text);
                    break;
                case MarkupCode code:
                    Assert.Equal(node.Span.Length - 1, code.Code.Length);
                    break;
                case MarkupElement element:
                    Inside(element.StartTag, text);
                    Inside(element.NameSpan, text);
                    foreach (var attribute in element.Attributes)
                    {
                        Inside(attribute.Span, text);
                        Inside(attribute.NameSpan, text);
                        Inside(attribute.ValueSpan, text);
                        Assert.NotNull(attribute.Value);
                    }

                    break;
            }
        }
    }

    private static void Inside(TextSpan span, string text)
    {
        if (span.Start < 0 || span.End > text.Length)
        {
            Assert.Fail($"{span} is not in a file of {text.Length} characters");
        }
    }

    private const string Code = """
        namespace Zorg.Mobile.ViewModels { public class OnboardingViewModel { public bool Nieuwsbrief { get; set; } = true; } }
        namespace Zorg.Web.Pages.Clients { public class RegisterModel { public Gegevens Input { get; set; } = new(); public class Gegevens { public bool Nieuwsbrief { get; set; } = true; } } }
        """;

    private sealed class MutatedFile(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
