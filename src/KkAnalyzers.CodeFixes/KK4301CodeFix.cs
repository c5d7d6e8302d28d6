using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace KkAnalyzers.CodeFixes;

/// <summary>
/// <c>Preferences.Set(key, text)</c> becomes <c>await SecureStorage.SetAsync(key, text)</c>. Only as a statement of its own in
/// an async function: anywhere else the call would start and nobody would wait for it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4301CodeFix))]
public sealed class KK4301CodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.KK4301);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            // The value is reported, in the call itself or in the call of a helper; only the call itself can change its store.
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax invocation }
                && Store(invocation, model, context.CancellationToken) is { } store
                && invocation.Parent is ExpressionStatementSyntax
                && IsAsync(invocation))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Store it with SecureStorage",
                        _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(invocation, Secure(invocation, store)))),
                        nameof(KK4301CodeFix)),
                    diagnostic);
            }
        }
    }

    /// <summary>The name <c>Preferences</c> in <c>Preferences.Set</c> or <c>Preferences.Default.Set</c>; null for every other call.</summary>
    private static SimpleNameSyntax? Store(InvocationExpressionSyntax invocation, SemanticModel model, CancellationToken cancellation)
    {
        if (invocation is not { ArgumentList.Arguments.Count: 2, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Set" } access }
            || model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol { Parameters.Length: >= 2 } method
            || method.Parameters[1].Type.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        var store = access.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Default" } instance ? instance.Expression : access.Expression;
        var name = store switch
        {
            SimpleNameSyntax simple => simple,
            MemberAccessExpressionSyntax qualified => qualified.Name,
            _ => null,
        };

        // The type itself, and one whose namespace has the secure store beside it.
        return name is not null
            && model.GetSymbolInfo(name, cancellation).Symbol is INamedTypeSymbol { Name: "Preferences" } type
            && type.ContainingNamespace.GetTypeMembers("SecureStorage").Any(t => t.DeclaredAccessibility == Accessibility.Public)
            ? name
            : null;
    }

    private static bool IsAsync(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case LockStatementSyntax or UnsafeStatementSyntax:
                    // No await in there.
                    return false;
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static AwaitExpressionSyntax Secure(InvocationExpressionSyntax invocation, SimpleNameSyntax store)
    {
        var call = invocation.ReplaceNode(store, SyntaxFactory.IdentifierName("SecureStorage").WithTriviaFrom(store));
        var access = (MemberAccessExpressionSyntax)call.Expression;
        return SyntaxFactory.AwaitExpression(
                call.WithExpression(access.WithName(SyntaxFactory.IdentifierName("SetAsync"))).WithoutLeadingTrivia())
            .WithLeadingTrivia(invocation.GetLeadingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
