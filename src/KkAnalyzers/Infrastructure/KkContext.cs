using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// One analyzer in one compilation. Its Register… methods are Roslyn's, each with a guard that counts a failed callback, so
/// that a crash can never look like a clean result.
/// </summary>
internal sealed class KkContext
{
    private readonly CompilationStartAnalysisContext _start;
    private readonly ImmutableArray<Inspection> _inspections;
    private readonly List<Action<CompilationAnalysisContext>> _endActions = [];
    private FileEnd? _fileEnd;

#pragma warning disable RS1012 // the actions are registered by the methods below, one by one
    public KkContext(CompilationStartAnalysisContext start, ImmutableArray<DiagnosticDescriptor> rules)
#pragma warning restore RS1012
    {
        _start = start;
        _inspections = rules.Select(r => new Inspection(r.Id)).ToImmutableArray();
        Options = new KkOptions(start.Options, start.Compilation);
        Symbols = KnownSymbols.For(start.Compilation);
    }

    public Compilation Compilation => _start.Compilation;

    public KkOptions Options { get; }

    public KnownSymbols Symbols { get; }

    public CancellationToken CancellationToken => _start.CancellationToken;

    /// <summary>The counters of one of this analyzer's rules.</summary>
    public Inspection Inspection(DiagnosticDescriptor rule) => _inspections.First(i => i.RuleId == rule.Id);

    /// <summary>The type with this metadata name, or null.</summary>
    public INamedTypeSymbol? Type(string metadataName) => Symbols.Type(metadataName);

    public void RegisterOperationAction(Action<OperationAnalysisContext> action, params OperationKind[] kinds) =>
        _start.RegisterOperationAction(c => Guard(action, c), kinds);

    public void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) =>
        _start.RegisterOperationBlockAction(c => Guard(action, c));

    public void RegisterSymbolAction(Action<SymbolAnalysisContext> action, params SymbolKind[] kinds) =>
        _start.RegisterSymbolAction(c => Guard(action, c), kinds);

    /// <summary>Only where no operation says the same; the caller's comment says why.</summary>
    public void RegisterSyntaxNodeAction(Action<SyntaxNodeAnalysisContext> action, params SyntaxKind[] kinds) =>
        _start.RegisterSyntaxNodeAction(c => Guard(action, c), kinds);

    /// <summary>
    /// For what looks into other bodies than the one at hand, such as a value that is followed: the compiler has bound them by the
    /// end of the file. Register first, then add while the file is read. Findings still show while typing.
    /// </summary>
    public FileEnd RegisterAfterFile()
    {
        if (_fileEnd is not { } end)
        {
            _fileEnd = end = new FileEnd();
            _start.RegisterSemanticModelAction(c => Guard(
                model =>
                {
                    BoundFiles.For(Compilation).Keep(model.SemanticModel);
                    end.Reached(model.SemanticModel.SyntaxTree, model.ReportDiagnostic);
                },
                c));
        }

        return end;
    }

    public void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) =>
        _start.RegisterAdditionalFileAction(c => Guard(action, c));

    /// <summary>For what needs the whole compilation. Runs before the inspection record is written.</summary>
    public void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => _endActions.Add(action);

    /// <summary>False in an editor for a rule without end actions: an end action costs liveness there.</summary>
    internal bool NeedsEnd => Options.RecordInspection || _endActions.Count > 0;

    internal void End(CompilationAnalysisContext context)
    {
        try
        {
            foreach (var action in _endActions)
            {
                Guard(action, context);
            }
        }
        finally
        {
            // Also after a crash: the record with failed > 0 is what tells the report that these rules prove nothing.
            if (Options.RecordInspection)
            {
                foreach (var diagnostic in _inspections.SelectMany(i => i.ToDiagnostics()))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    internal void Guard(Action action) => Guard(static (a) => a(), action);

    private void Guard<T>(Action<T> action, T context)
    {
        try
        {
            action(context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            foreach (var inspection in _inspections)
            {
                inspection.Failed();
            }

            throw;
        }
    }
}
