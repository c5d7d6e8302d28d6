using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.CodeFixes;

/// <summary>
/// A fix that changes the syntax of a file, in the way that the finding names. All findings of a file go in one change, so that a
/// using is added once and edits do not meet.
/// </summary>
public abstract class SyntaxFix : CodeFixProvider
{
    private protected SyntaxFix(string rule) => FixableDiagnosticIds = ImmutableArray.Create(rule);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        (context, document, diagnostics) => FixAsync(document, diagnostics, context.CancellationToken)!);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not var (root, model))
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (Title(root, model, diagnostic) is { } title)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(FixTitle.Of(title), c => FixAsync(context.Document, ImmutableArray.Create(diagnostic), c), GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>Key of what the fix says; null where the finding has none.</summary>
    private protected abstract string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic);

    /// <summary>The file without these findings.</summary>
    private protected abstract CompilationUnitSyntax Fixed(CompilationUnitSyntax root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics);

    /// <summary>What the finding stands on and the kind of fix that it asks for; null when it asks for none.</summary>
    private protected static (SyntaxNode Node, string Kind)? Find(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixKind.Property, out var kind) && kind is not null && diagnostic.Location.SourceTree == root.SyntaxTree
            ? (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), kind)
            : null;

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation) =>
        await ReadAsync(document, cancellation).ConfigureAwait(false) is var (root, model)
            ? document.WithSyntaxRoot(Fixed(root, model, diagnostics))
            : document;

    private static async Task<(CompilationUnitSyntax Root, SemanticModel Model)?> ReadAsync(Document document, CancellationToken cancellation) =>
        await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is CompilationUnitSyntax root
            && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            ? (root, model)
            : null;
}
