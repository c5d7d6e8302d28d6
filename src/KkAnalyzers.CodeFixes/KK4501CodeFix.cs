using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK4501: <c>[Authorize]</c> on the controller, action, page, hub or service, or <c>.RequireAuthorization()</c> behind the mapping.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4501CodeFix))]
public sealed class KK4501CodeFix() : SyntaxFix(RuleIds.KK4501)
{
    private const string Namespace = "Microsoft.AspNetCore.Authorization";

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) => Target(root, diagnostic) switch
    {
        null => null,
        InvocationExpressionSyntax => Texts.FixRequireAuthorization,
        _ => Texts.FixAuthorize,
    };

    private protected override CompilationUnitSyntax Fixed(CompilationUnitSyntax root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var targets = diagnostics.Select(d => Target(root, d)).OfType<SyntaxNode>().Distinct().ToArray();
        var needsUsing = targets.Any(t => t is MemberDeclarationSyntax && !IsKnown(model, t.SpanStart));
        var changed = root.ReplaceNodes(targets, (_, node) => node switch
        {
            InvocationExpressionSyntax call => RequireAuthorization(call),
            MemberDeclarationSyntax member => AddedSyntax.Attribute(member, "Authorize", AddedSyntax.EndOfLine(root)),
            _ => node,
        });
        return needsUsing ? AddedSyntax.Using(changed, Namespace) : changed;
    }

    /// <summary>The declaration or the mapping call at the finding; null where the finding has no fix.</summary>
    private static SyntaxNode? Target(SyntaxNode root, Diagnostic diagnostic) => Find(root, diagnostic) switch
    {
        (var node, "Attribute") => node.FirstAncestorOrSelf<MemberDeclarationSyntax>(),
        (var node, "Call") => node.FirstAncestorOrSelf<InvocationExpressionSyntax>(),
        _ => null,
    };

    private static bool IsKnown(SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: "AuthorizeAttribute").Any(s => s.ContainingNamespace?.ToDisplayString() == Namespace);

    private static InvocationExpressionSyntax RequireAuthorization(InvocationExpressionSyntax call) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("RequireAuthorization")))
            .WithTrailingTrivia(call.GetTrailingTrivia());
}
