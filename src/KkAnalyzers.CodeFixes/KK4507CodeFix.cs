using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK4507: <c>[ValidateAntiForgeryToken]</c> on the action, or without what switches the check off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4507CodeFix))]
public sealed class KK4507CodeFix() : SyntaxFix(RuleIds.KK4507)
{
    private const string Namespace = "Microsoft.AspNetCore.Mvc";

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) => Target(root, diagnostic) switch
    {
        null => null,
        MethodDeclarationSyntax => Texts.FixAntiforgeryValidate,
        _ => Texts.FixAntiforgeryRemove,
    };

    private protected override CompilationUnitSyntax Fixed(CompilationUnitSyntax root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var targets = diagnostics.Select(d => Target(root, d)).OfType<SyntaxNode>().Distinct().ToArray();
        var needsUsing = targets.OfType<MethodDeclarationSyntax>().Any(t => !model.LookupNamespacesAndTypes(t.SpanStart, name: "ValidateAntiForgeryTokenAttribute").Any());
        var changed = root.TrackNodes(targets);
        foreach (var target in targets)
        {
            changed = changed.GetCurrentNode(target) switch
            {
                MethodDeclarationSyntax method => changed.ReplaceNode(method, AddedSyntax.Attribute(method, "ValidateAntiForgeryToken", AddedSyntax.EndOfLine(root))),
                AttributeSyntax { Parent: AttributeListSyntax { Attributes.Count: 1 } list } => changed.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.AddElasticMarker)!,
                AttributeSyntax attribute => changed.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => changed.ReplaceNode(call, access.Expression.WithTrailingTrivia(call.GetTrailingTrivia())),
                _ => changed,
            };
        }

        return needsUsing ? AddedSyntax.Using(changed, Namespace) : changed;
    }

    /// <summary>The action, the attribute or the call at the finding; null where the finding has no fix.</summary>
    private static SyntaxNode? Target(SyntaxNode root, Diagnostic diagnostic) => Find(root, diagnostic) switch
    {
        (var node, "Validate") => node.FirstAncestorOrSelf<MethodDeclarationSyntax>(),
        (var node, "Attribute") => node.FirstAncestorOrSelf<AttributeSyntax>(),

        // A statement of its own would be left with a name only, which is no statement.
        (var node, "Call") when node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Expression: var before } } call
            && (before is InvocationExpressionSyntax || call.Parent is not ExpressionStatementSyntax) => call,
        _ => null,
    };
}
