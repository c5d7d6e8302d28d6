using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK3201 and KK3209: the member starts as no. The initialiser of a property goes; elsewhere true becomes false.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConsentDefaultFix))]
[Shared]
public sealed class ConsentDefaultFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KK3201, RuleIds.KK3209);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Fixed(root, node) is { } changed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(FixTitle.Of(node.IsKind(SyntaxKind.FalseLiteralExpression) ? Texts.PaidFixEnd : Texts.ConsentFixDefault), _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), nameof(ConsentDefaultFix)),
                    diagnostic);
            }
        }
    }

    private static SyntaxNode? Fixed(SyntaxNode root, SyntaxNode node)
    {
        switch (node)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression, Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } }:
                // Members other than auto-properties have no initialiser, so what is left ends with the accessors.
                var bare = property.WithInitializer(null).WithSemicolonToken(default);
                return root.ReplaceNode(property, bare.WithAccessorList(property.AccessorList!.WithTrailingTrivia(property.SemicolonToken.TrailingTrivia)));
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression }:
                return root.ReplaceNode(node, False().WithTriviaFrom(node));

            // KK3209 in a method that ends a subscription: CancelAtPeriodEnd = false lets it run on.
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression }:
                return root.ReplaceNode(node, True().WithTriviaFrom(node));

            // "x != false" lets no answer count as yes; "x == true" does not.
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } comparison:
                return root.ReplaceNode(node, SyntaxFactory.BinaryExpression(
                    SyntaxKind.EqualsExpression,
                    comparison.Left,
                    SyntaxFactory.Token(SyntaxKind.EqualsEqualsToken).WithTriviaFrom(comparison.OperatorToken),
                    True().WithTriviaFrom(comparison.Right)));
            case IsPatternExpressionSyntax { Pattern: var pattern } test:
                return root.ReplaceNode(node, test.WithPattern(SyntaxFactory.ConstantPattern(True()).WithTriviaFrom(pattern)));
            default:
                return null;
        }
    }

    private static LiteralExpressionSyntax False() => SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression);

    private static LiteralExpressionSyntax True() => SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);
}
