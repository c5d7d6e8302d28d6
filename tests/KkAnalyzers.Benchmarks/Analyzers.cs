using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Benchmarks;

/// <summary>Registers the actions our rules register and does nothing: what any analyzer costs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyAnalyzer : DiagnosticAnalyzer
{
#pragma warning disable RS2008 // measured here, shipped nowhere
    private static readonly DiagnosticDescriptor Rule = new("EMPTY", "Empty", "Empty", "Benchmarks", DiagnosticSeverity.Warning, true);
#pragma warning restore RS2008

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            start.RegisterOperationAction(_ => { }, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.PropertyInitializer, OperationKind.FieldInitializer);
            start.RegisterSymbolAction(_ => { }, SymbolKind.NamedType, SymbolKind.Property, SymbolKind.Field, SymbolKind.Method);
            start.RegisterAdditionalFileAction(_ => { });
            start.RegisterCompilationEndAction(_ => { });
        });
    }
}

internal static class Analyzers
{
    /// <summary>All rules, in order of their names.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Rules { get; } =
    [
        .. typeof(KkDiagnosticAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    /// <summary>The rules with this name: a class name, <c>all</c> or <c>empty</c>.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Named(string name) => name switch
    {
        "empty" => [new EmptyAnalyzer()],
        "all" => [.. Rules],
        _ => [Rules.First(r => r.GetType().Name == name)],
    };

    /// <summary>Binds everything and runs the analyzers: the compiler's diagnostics and ours, once.</summary>
    /// <returns>The number of findings of the analyzers.</returns>
    public static async Task<int> RunAsync(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var all = await CareCode.Fresh(compilation).WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync();
        if (all.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error || d.Id == "AD0001") is { } error)
        {
            throw new InvalidOperationException(error.ToString());
        }

        return all.Count(d => d.Id.StartsWith("KK", StringComparison.Ordinal));
    }
}
