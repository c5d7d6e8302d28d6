using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Tests.Verifier.Toys;

public abstract class ToyAnalyzer : DiagnosticAnalyzer
{
    private readonly ImmutableArray<DiagnosticDescriptor> _descriptors;

    protected ToyAnalyzer(params DiagnosticDescriptor[] descriptors) => _descriptors = [.. descriptors];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => _descriptors;

    protected virtual GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.None;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCode);
        Register(context);
    }

    protected static bool IsLower(ISymbol symbol) => char.IsLower(symbol.Name[0]);

    protected abstract void Register(AnalysisContext context);
}
