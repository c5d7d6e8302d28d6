using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK4507: <c>[ValidateAntiForgeryToken]</c> on the action, or without what switches the check off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4507CodeFix))]
public sealed class KK4507CodeFix : CodeFixProvider
{
    private const string Namespace = "Microsoft.AspNetCore.Mvc";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KK4507);

    /// <summary>All findings of a file in one change.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        (context, document, diagnostics) => FixAsync(document, diagnostics, context.CancellationToken)!);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && Target(root, diagnostic) is { } target)
            {
                var title = MessageArg.Localizable("Text_" + (target is MethodDeclarationSyntax ? Texts.FixAntiforgeryValidate : Texts.FixAntiforgeryRemove)).ToString();
                context.RegisterCodeFix(CodeAction.Create(title, c => FixAsync(context.Document, ImmutableArray.Create(diagnostic), c), nameof(KK4507CodeFix)), diagnostic);
            }
        }
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        var targets = diagnostics.Select(d => Target(root, d)).OfType<SyntaxNode>().Distinct().ToArray();
        var needsUsing = targets.OfType<MethodDeclarationSyntax>().Any(t => !model.LookupNamespacesAndTypes(t.SpanStart, name: "ValidateAntiForgeryTokenAttribute").Any());
        var changed = root.TrackNodes(targets);
        foreach (var target in targets)
        {
            changed = changed.GetCurrentNode(target) switch
            {
                MethodDeclarationSyntax method => changed.ReplaceNode(method, Validate(method, UsingDirectives.EndOfLine(root))),
                AttributeSyntax { Parent: AttributeListSyntax { Attributes.Count: 1 } list } => changed.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.AddElasticMarker)!,
                AttributeSyntax attribute => changed.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => changed.ReplaceNode(call, access.Expression.WithTrailingTrivia(call.GetTrailingTrivia())),
                _ => changed,
            };
        }

        return document.WithSyntaxRoot(needsUsing ? UsingDirectives.Add(changed, Namespace) : changed);
    }

    /// <summary>The action, the attribute or the call at the finding; null where the finding has no fix.</summary>
    private static SyntaxNode? Target(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(RequestForgery.FixProperty, out var fix) || !diagnostic.Location.IsInSource || diagnostic.Location.SourceTree != root.SyntaxTree)
        {
            return null;
        }

        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return fix switch
        {
            "Validate" => node.FirstAncestorOrSelf<MethodDeclarationSyntax>(),
            "Attribute" => node.FirstAncestorOrSelf<AttributeSyntax>(),

            // A statement of its own would be left with a name only, which is no statement.
            "Call" when node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Expression: var before } } call
                && (before is InvocationExpressionSyntax || call.Parent is not ExpressionStatementSyntax) => call,
            _ => null,
        };
    }

    private static MethodDeclarationSyntax Validate(MethodDeclarationSyntax method, SyntaxTrivia endOfLine)
    {
        var leading = method.GetLeadingTrivia();
        var indentation = leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading[leading.Count - 1]) : default;
        var attribute = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("ValidateAntiForgeryToken"))))
            .WithLeadingTrivia(leading).WithTrailingTrivia(endOfLine);
        var bare = method.WithLeadingTrivia(indentation);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, attribute));
    }
}
