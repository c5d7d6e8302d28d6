using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.CrashingRule;

/// <summary>
/// A second analyzer of KK3201 on the base of the real ones. It throws where the code that it looks at asks for it: at a class
/// <c>ThrowsInNode</c>, and at the end of a compilation with a class <c>ThrowsAtEnd</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public ThrowingAnalyzer()
        : base(RuleCatalog.KK3201)
    {
    }

    private protected override void Register(KkContext context)
    {
        var inspection = context.Inspection(RuleCatalog.KK3201);
        context.RegisterSyntaxNodeAction(
            c =>
            {
                inspection.Inspected();
                if (((ClassDeclarationSyntax)c.Node).Identifier.ValueText == "ThrowsInNode")
                {
                    throw new InvalidOperationException("in a node action");
                }
            },
            SyntaxKind.ClassDeclaration);
        context.RegisterCompilationEndAction(c =>
        {
            if (c.Compilation.GetSymbolsWithName("ThrowsAtEnd").Any())
            {
                throw new InvalidOperationException("in a compilation action");
            }
        });
    }
}
