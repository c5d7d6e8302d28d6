using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Secrets;

/// <summary>
/// KK4314: connection strings and client options without TLS; KK4402: secrets in code and settings. One analyzer, because both look
/// at the same texts.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConnectionsAndSecretsAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public ConnectionsAndSecretsAnalyzer()
        : base(RuleCatalog.KK4314, RuleCatalog.KK4402)
    {
    }

    private protected override void Register(KkContext context)
    {
        // Test projects connect to what they start themselves, with passwords that they make up.
        if (TestProjects.Is(context))
        {
            return;
        }

        var findings = new Findings(context);

        // Syntax, because a literal says the same in either form, and for the few that say something the model is asked then.
        context.RegisterSyntaxNodeAction(c => new CodeTexts(findings, c).Literal(), SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression);
        context.RegisterSyntaxNodeAction(c => new CodeTexts(findings, c).Interpolated(), SyntaxKind.InterpolatedStringExpression);
        context.RegisterSyntaxNodeAction(c => new CodeTexts(findings, c).Concatenated(), SyntaxKind.AddExpression);
        context.RegisterSyntaxNodeAction(c => new CodeTexts(findings, c).Created(), SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);

        // The name on the left is enough to leave nearly every assignment at once.
        context.RegisterSyntaxNodeAction(c => ClientOptions.Inspect(findings, c), SyntaxKind.SimpleAssignmentExpression);
        context.RegisterAdditionalFileAction(c => SettingsTexts.Inspect(findings, c));
    }
}
