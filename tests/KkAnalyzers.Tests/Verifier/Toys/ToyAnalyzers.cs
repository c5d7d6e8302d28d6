using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Tests.Verifier.Toys;

#pragma warning disable RS1001, SA1402, SA1649 // Toys are not exported, and they are small.
public class TypeNameAnalyzer() : ToyAnalyzer(ToyRules.TypeName)
{
    protected override void Register(AnalysisContext context)
        => context.RegisterSymbolAction(
            symbol =>
            {
                if (IsLower(symbol.Symbol))
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], symbol.Symbol.Locations[0], symbol.Symbol.Name));
                }
            },
            SymbolKind.NamedType);
}

public sealed class GeneratedCodeAnalyzer : TypeNameAnalyzer
{
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;
}

public sealed class TwoRulesAnalyzer() : ToyAnalyzer(ToyRules.FieldName, ToyRules.MethodName)
{
    protected override void Register(AnalysisContext context)
        => context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.Name.Length == 1)
                {
                    var rule = symbol.Symbol.Kind == SymbolKind.Field ? ToyRules.FieldName : ToyRules.MethodName;
                    symbol.ReportDiagnostic(Diagnostic.Create(rule, symbol.Symbol.Locations[0], symbol.Symbol.Name));
                }
            },
            SymbolKind.Field,
            SymbolKind.Method);
}

public sealed class ThrowingAnalyzer() : ToyAnalyzer(ToyRules.TypeName)
{
    protected override void Register(AnalysisContext context)
        => context.RegisterSymbolAction(_ => throw new NotSupportedException("thrown by a toy"), SymbolKind.NamedType);
}

public sealed class OffAnalyzer() : ToyAnalyzer(ToyRules.Off)
{
    protected override void Register(AnalysisContext context)
        => context.RegisterSymbolAction(symbol => symbol.ReportDiagnostic(Diagnostic.Create(ToyRules.Off, symbol.Symbol.Locations[0])), SymbolKind.NamedType);
}

public sealed class TodoAnalyzer() : ToyAnalyzer(ToyRules.Todo)
{
    protected override void Register(AnalysisContext context)
        => context.RegisterAdditionalFileAction(file =>
        {
            var text = file.AdditionalFile.GetText(file.CancellationToken)!;
            var index = text.ToString().IndexOf("TODO", StringComparison.Ordinal);
            if (index >= 0)
            {
                var span = new TextSpan(index, 4);
                file.ReportDiagnostic(Diagnostic.Create(ToyRules.Todo, Location.Create(file.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span))));
            }
        });
}

public sealed class OptionAnalyzer() : ToyAnalyzer(ToyRules.Option)
{
    protected override void Register(AnalysisContext context)
        => context.RegisterSyntaxTreeAction(tree =>
        {
            var options = tree.Options.AnalyzerConfigOptionsProvider;
            var texts = new[] { options.GetOptions(tree.Tree), options.GlobalOptions }
                .Select(source => string.Join(",", source.Keys.Where(key => key.Contains("toy", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(key => $"{key}={(source.TryGetValue(key, out var value) ? value : null)}")));
            tree.ReportDiagnostic(Diagnostic.Create(ToyRules.Option, Location.Create(tree.Tree, new TextSpan(0, 0)), string.Join(";", texts)));
        });
}

public sealed class NoPlaceAnalyzer() : ToyAnalyzer(ToyRules.NoPlace)
{
    protected override void Register(AnalysisContext context)
        => context.RegisterCompilationAction(compilation => compilation.ReportDiagnostic(
            Diagnostic.Create(ToyRules.NoPlace, Location.None, compilation.Compilation.GlobalNamespace.GetTypeMembers().Count(type => type.Locations[0].IsInSource))));
}

public sealed class AtEndAnalyzer() : ToyAnalyzer(ToyRules.AtEnd)
{
    protected override void Register(AnalysisContext context)
        => context.RegisterCompilationStartAction(start =>
        {
            var found = new ConcurrentQueue<ISymbol>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (IsLower(symbol.Symbol))
                    {
                        found.Enqueue(symbol.Symbol);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var symbol in found)
                {
                    end.ReportDiagnostic(Diagnostic.Create(ToyRules.AtEnd, symbol.Locations[0], symbol.Name));
                }
            });
        });
}

public sealed class PartialAnalyzer() : ToyAnalyzer(ToyRules.Partial)
{
    protected override void Register(AnalysisContext context)
        => context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.Locations.Length > 1)
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(ToyRules.Partial, symbol.Symbol.Locations[0], symbol.Symbol.Locations.Skip(1), symbol.Symbol.Name));
                }
            },
            SymbolKind.NamedType);
}
