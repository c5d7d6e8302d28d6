using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace KkAnalyzers.CodeFixes;

/// <summary>The catch block of a finding, and how a statement comes into it.</summary>
internal static class CaughtBlock
{
    /// <summary>Null for a finding that stands on something else.</summary>
    public static CatchClauseSyntax? Of(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(Infrastructure.FixKind.Property) && diagnostic.Location.SourceTree == root.SyntaxTree
            ? root.FindToken(diagnostic.Location.SourceSpan.Start).Parent as CatchClauseSyntax
            : null;

    /// <summary>The block with one more statement; comments in it stay.</summary>
    public static BlockSyntax With(BlockSyntax block, string statement, bool first)
    {
        var endOfLine = AddedSyntax.EndOfLine(block);
        var added = SyntaxFactory.ParseStatement(statement).WithTrailingTrivia(endOfLine).WithAdditionalAnnotations(Formatter.Annotation);

        // On a line of its own, also where the block was written on one.
        var open = block.OpenBraceToken;
        if (!open.TrailingTrivia.Any(t => t.IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            block = block.WithOpenBraceToken(open.WithTrailingTrivia(open.TrailingTrivia.Add(endOfLine)));
        }

        if (!first && block.Statements.LastOrDefault() is { } last && !last.GetTrailingTrivia().Any(t => t.IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            block = block.ReplaceNode(last, last.WithTrailingTrivia(last.GetTrailingTrivia().Add(endOfLine)));
        }

        return block.WithStatements(first ? block.Statements.Insert(0, added) : block.Statements.Add(added));
    }
}
