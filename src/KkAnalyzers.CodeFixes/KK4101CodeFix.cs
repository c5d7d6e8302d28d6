using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace KkAnalyzers.CodeFixes;

/// <summary>
/// KK4101: <c>logger.LogError(ex, "Type.Method failed")</c> as first statement of the catch block, where a logger is in reach. The
/// rest of the block stays, so that callers see what they saw before. The text holds no data.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4101CodeFix))]
public sealed class KK4101CodeFix() : SyntaxFix(RuleIds.KK4101)
{
    private const string Namespace = "Microsoft.Extensions.Logging";

    private static readonly string[] Names = ["ex", "exception", "caught", "failure"];

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) =>
        CaughtBlock.Of(root, diagnostic) is { } clause && Logger(model, clause) is not null && NameOf(model, clause) is not null ? Texts.FixCatchLog : null;

    private protected override CompilationUnitSyntax Fixed(CompilationUnitSyntax root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var changes = new Dictionary<SyntaxNode, (string Call, string Exception, string Type)>();
        var needsUsing = false;
        foreach (var clause in diagnostics.Select(d => CaughtBlock.Of(root, d)).OfType<CatchClauseSyntax>())
        {
            if (Logger(model, clause) is var (logger, isSerilog) && NameOf(model, clause) is { } name)
            {
                var call = $"{logger}.{(isSerilog ? "Error" : "LogError")}({name}, \"{Place(model, clause)} failed\");";
                changes[clause] = (call, name, model.LookupNamespacesAndTypes(clause.SpanStart, name: "Exception").Any() ? "Exception" : "System.Exception");
                needsUsing |= !isSerilog && !model.LookupNamespacesAndTypes(clause.SpanStart, name: "LoggerExtensions").Any();
            }
        }

        var changed = root.ReplaceNodes(changes.Keys, (original, current) => Logged((CatchClauseSyntax)current, changes[original]));
        return needsUsing ? AddedSyntax.Using(changed, Namespace) : changed;
    }

    private static CatchClauseSyntax Logged(CatchClauseSyntax clause, (string Call, string Exception, string Type) change)
    {
        var declaration = clause.Declaration is { } existing
            ? existing.Identifier.IsKind(SyntaxKind.None)
                ? existing.WithIdentifier(SyntaxFactory.Identifier(change.Exception)).WithType(existing.Type.WithTrailingTrivia(SyntaxFactory.Space))
                : existing
            : SyntaxFactory.CatchDeclaration(SyntaxFactory.ParseTypeName(change.Type).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Identifier(change.Exception))
                .WithTrailingTrivia(clause.CatchKeyword.TrailingTrivia);
        if (clause.Declaration is null)
        {
            clause = clause.WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space));
        }

        return clause.WithDeclaration(declaration).WithBlock(CaughtBlock.With(clause.Block, change.Call, first: true)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>The name of the exception, or one that is free; null when there is none.</summary>
    private static string? NameOf(SemanticModel model, CatchClauseSyntax clause) =>
        clause.Declaration is { Identifier.ValueText: { Length: > 0 } name } ? name
        : Array.Find(Names, n => !model.LookupSymbols(clause.Block.SpanStart, name: n).Any(s => s is ILocalSymbol or IParameterSymbol)
            && !clause.Block.DescendantTokens().Any(t => t.ValueText == n));

    /// <summary>How the logger is called here: a field, property, parameter or local; null when none is in reach.</summary>
    private static (string Name, bool IsSerilog)? Logger(SemanticModel model, CatchClauseSyntax clause)
    {
        var position = clause.Block.SpanStart;
        var inStatic = model.GetEnclosingSymbol(position) is { } enclosing && IsStatic(enclosing);
        (string Name, bool IsSerilog)? best = null;
        foreach (var symbol in model.LookupSymbols(position))
        {
            var type = symbol switch
            {
                ILocalSymbol local when local.Locations.FirstOrDefault()?.SourceSpan.End < clause.Parent!.SpanStart => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol { IsImplicitlyDeclared: false } field when field.IsStatic || !inStatic => field.Type,
                IPropertySymbol { IsIndexer: false, GetMethod: not null } property when property.IsStatic || !inStatic => property.Type,
                _ => null,
            };
            if (type is { Name: "ILogger" } && type.ContainingNamespace?.ToDisplayString() is Namespace or "Serilog"
                && (best is null || string.CompareOrdinal(symbol.Name, best.Value.Name) < 0))
            {
                best = (symbol.Name, type.ContainingNamespace.Name == "Serilog");
            }
        }

        return best;
    }

    private static bool IsStatic(ISymbol symbol)
    {
        for (var s = symbol; s is IMethodSymbol method; s = s.ContainingSymbol)
        {
            if (method.IsStatic && method.MethodKind is not (MethodKind.LambdaMethod or MethodKind.AnonymousFunction))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Type and member of the code.</summary>
    private static string Place(SemanticModel model, CatchClauseSyntax clause)
    {
        var symbol = model.GetEnclosingSymbol(clause.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LambdaMethod or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        symbol = symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol;
        return symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name
            : symbol?.ContainingType is { CanBeReferencedByName: true } type && symbol.CanBeReferencedByName ? type.Name + "." + symbol.Name
            : "Program";
    }
}
