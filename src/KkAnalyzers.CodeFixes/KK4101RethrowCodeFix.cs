using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace KkAnalyzers.CodeFixes;

/// <summary>
/// KK4101: <c>throw;</c> at the end of the catch block, in the place of the way out. Callers then see the failure, which changes what
/// they do: a second choice beside the log line, and its title says so.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4101RethrowCodeFix))]
public sealed class KK4101RethrowCodeFix() : SyntaxFix(RuleIds.KK4101)
{
    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) =>
        CaughtBlock.Of(root, diagnostic) is not null ? Texts.FixCatchRethrow : null;

    private protected override CompilationUnitSyntax Fixed(CompilationUnitSyntax root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var clauses = diagnostics.Select(d => CaughtBlock.Of(root, d)).OfType<CatchClauseSyntax>().Distinct().ToArray();
        return root.ReplaceNodes(clauses, static (_, current) => current.WithBlock(CaughtBlock.With(WithoutWayOut(current.Block), "throw;", first: false)).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static BlockSyntax WithoutWayOut(BlockSyntax block) =>
        block.Statements.LastOrDefault() is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax
            ? block.WithStatements(block.Statements.RemoveAt(block.Statements.Count - 1))
            : block;
}
