using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK4501: <c>[Authorize]</c> on the controller, action, page, hub or service, or <c>.RequireAuthorization()</c> behind the mapping.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4501CodeFix))]
public sealed class KK4501CodeFix : CodeFixProvider
{
    private const string Namespace = "Microsoft.AspNetCore.Authorization";
    private const string EquivalenceKey = "KK4501";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KK4501);

    /// <summary>All findings of a file in one change, so that the using is added once and edits do not meet.</summary>
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
                var title = MessageArg.Localizable("Text_" + (target is InvocationExpressionSyntax ? Texts.FixRequireAuthorization : Texts.FixAuthorize)).ToString();
                context.RegisterCodeFix(CodeAction.Create(title, c => FixAsync(context.Document, ImmutableArray.Create(diagnostic), c), EquivalenceKey), diagnostic);
            }
        }
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return document;
        }

        var targets = diagnostics.Select(d => Target(root, d)).OfType<SyntaxNode>().Distinct().ToArray();
        if (targets.Length == 0)
        {
            return document;
        }

        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var attributed = targets.Where(t => t is MemberDeclarationSyntax).ToArray();
        var needsUsing = attributed.Any(t => model is not null && !IsKnown(model, t.SpanStart));
        var changed = root.ReplaceNodes(targets, (_, node) => node switch
        {
            InvocationExpressionSyntax call => RequireAuthorization(call),
            MemberDeclarationSyntax member => Authorize(member),
            _ => node,
        });
        if (needsUsing)
        {
            changed = UsingDirectives.Add(changed, Namespace);
        }

        return document.WithSyntaxRoot(changed);
    }

    /// <summary>The declaration or the mapping call at the finding; null where the finding has no fix.</summary>
    private static SyntaxNode? Target(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(KK4501Analyzer.FixProperty, out var fix) || !diagnostic.Location.IsInSource || diagnostic.Location.SourceTree != root.SyntaxTree)
        {
            return null;
        }

        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return fix switch
        {
            "Attribute" => node.FirstAncestorOrSelf<MemberDeclarationSyntax>(),
            "Call" => node.FirstAncestorOrSelf<InvocationExpressionSyntax>(),
            _ => null,
        };
    }

    private static bool IsKnown(SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: "AuthorizeAttribute").Any(s => s.ContainingNamespace?.ToDisplayString() == Namespace);

    private static InvocationExpressionSyntax RequireAuthorization(InvocationExpressionSyntax call) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("RequireAuthorization")))
            .WithTrailingTrivia(call.GetTrailingTrivia());

    private static MemberDeclarationSyntax Authorize(MemberDeclarationSyntax member)
    {
        var leading = member.GetLeadingTrivia();
        var attributes = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Authorize"))));
        var indentation = leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading[leading.Count - 1]) : default;
        var first = attributes.WithLeadingTrivia(leading).WithTrailingTrivia(UsingDirectives.EndOfLine(member));
        var bare = member.WithLeadingTrivia(indentation);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, first));
    }
}
