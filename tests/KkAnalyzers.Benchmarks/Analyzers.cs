using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
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

    /// <summary>Where personal data go: the rules that follow values, and what belongs to them.</summary>
    public const string PersonalData = "KK43xx";

    /// <summary>The rules with this name: a class name, <c>KK43xx</c>, <c>all</c>, <c>empty</c>, or <c>none</c> for nothing.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Named(string name) => name switch
    {
        "none" => [],
        "empty" => [new EmptyAnalyzer()],
        "all" => [.. Rules],
        PersonalData => [.. Rules.Where(r => r.SupportedDiagnostics.Any(d => d.Id.StartsWith("KK43", StringComparison.Ordinal)))],
        _ => [Rules.First(r => r.GetType().Name == name)],
    };

    /// <summary>Binds everything and runs the analyzers: the compiler's diagnostics and theirs, once.</summary>
    /// <param name="subject">The code base.</param>
    /// <param name="analyzers">Several, one, or none to bind only.</param>
    /// <param name="inspection">True to ask for inspection records.</param>
    /// <param name="emit">True to compile to the end as well.</param>
    /// <returns>What the analyzers said. A crash of one of ours is an exception: dead rules are fast.</returns>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Subject subject, ImmutableArray<DiagnosticAnalyzer> analyzers, bool inspection = false, bool emit = false)
    {
        Compilation compilation = subject.Fresh();
        ImmutableArray<Diagnostic> all;
        if (analyzers.IsEmpty)
        {
            all = compilation.GetDiagnostics();
        }
        else
        {
            var options = new CompilationWithAnalyzersOptions(subject.ForAnalyzers(inspection), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            var with = compilation.WithAnalyzers(analyzers, options);
            all = await with.GetAllDiagnosticsAsync();
            compilation = with.Compilation;
        }

        if (emit)
        {
            compilation.Emit(Stream.Null);
        }

        var ours = analyzers.All(a => a.GetType().Assembly == typeof(KkDiagnosticAnalyzer).Assembly);
        return all.FirstOrDefault(d => (subject.Whole && d.Severity == DiagnosticSeverity.Error) || (ours && d.Id == "AD0001")) is { } error
            ? throw new InvalidOperationException(error.ToString())
            : [.. all.Where(d => !d.Id.StartsWith("CS", StringComparison.Ordinal))];
    }
}
