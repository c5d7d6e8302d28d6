using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// Base of all rules. Seals <see cref="Initialize"/>: concurrency, the policy for generated code, one
/// <see cref="KkContext"/> per compilation, and at its end the inspection record (KK9001) of each rule. An instance serves
/// several compilations at once, so a rule keeps its state in locals of <see cref="Register"/>.
/// </summary>
public abstract class KkDiagnosticAnalyzer : DiagnosticAnalyzer
{
    private readonly ImmutableArray<DiagnosticDescriptor> _rules;

    /// <param name="rules">The rules this analyzer reports.</param>
    protected KkDiagnosticAnalyzer(params DiagnosticDescriptor[] rules)
    {
        _rules = ImmutableArray.Create(rules);
        SupportedDiagnostics = _rules.Add(RuleCatalog.KK9001);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>
    /// None, unless a rule must see the C# of Razor files: then Analyze and ReportDiagnostics, and the rule reports only
    /// where <see cref="SourceLocations"/> says so (hard case 72).
    /// </summary>
    protected virtual GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.None;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
#pragma warning disable RS0030 // this is the wrapper that the bans point to
        context.ConfigureGeneratedCodeAnalysis(GeneratedCode);
        context.RegisterCompilationStartAction(start =>
        {
            var kk = new KkContext(start, _rules);
            kk.Guard(() => Register(kk));
            if (kk.NeedsEnd)
            {
                start.RegisterCompilationEndAction(kk.End);
            }
        });
#pragma warning restore RS0030
    }

    /// <summary>Looks up what the rule needs and registers its actions. Registers nothing where there is nothing to inspect.</summary>
    private protected abstract void Register(KkContext context);
}
