using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Tool;

/// <summary>KK9002: lists and options that cannot be read, each with its file and line.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InputsAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public InputsAnalyzer()
        : base(RuleCatalog.KK9002, RuleCatalog.KK9001)
    {
    }

    private protected override void Register(KkContext context)
    {
    }
}
