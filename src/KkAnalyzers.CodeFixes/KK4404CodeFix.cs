using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace KkAnalyzers.CodeFixes;

/// <summary>
/// KK4404: <c>if (env.IsDevelopment())</c> around the statement, or <c>env.IsDevelopment()</c> as the value. Where no environment is
/// at hand a value becomes false, and a statement gets no fix.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4404CodeFix))]
public sealed class KK4404CodeFix() : SyntaxFix(RuleIds.KK4404)
{
    private const string Namespace = "Microsoft.Extensions.Hosting";

    /// <summary>Types that have the environment, and the member that does; an empty name for the environment itself.</summary>
    private static readonly ImmutableDictionary<string, string> Holders = ImmutableDictionary.CreateRange(new Dictionary<string, string>
    {
        ["IWebHostEnvironment"] = "",
        ["IHostEnvironment"] = "",
        ["WebApplication"] = ".Environment",
        ["WebApplicationBuilder"] = ".Environment",
        ["HostApplicationBuilder"] = ".Environment",
        ["IHostApplicationBuilder"] = ".Environment",
        ["HostBuilderContext"] = ".HostingEnvironment",
        ["WebHostBuilderContext"] = ".HostingEnvironment",
    });

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) =>
        Change(root, model, diagnostic) is { } change ? change.IsGuarded ? Texts.FixDevelopmentOnly : Texts.FixSwitchOff : null;

    private protected override CompilationUnitSyntax Fixed(CompilationUnitSyntax root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var changes = new Dictionary<SyntaxNode, Edit>();
        foreach (var diagnostic in diagnostics)
        {
            if (Change(root, model, diagnostic) is { } change)
            {
                changes[change.Node] = change;
            }
        }

        var changed = root.ReplaceNodes(changes.Keys, (original, current) => changes[original].Make(current));
        return changes.Values.Any(c => c.IsGuarded) && !KnowsIsDevelopment(model, changes.Keys.First().SpanStart) ? AddedSyntax.Using(changed, Namespace) : changed;
    }

    private static bool KnowsIsDevelopment(SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: "HostEnvironmentEnvExtensions").Any();

    private static Edit? Change(SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (Find(root, diagnostic) is not var (node, kind))
        {
            return null;
        }

        var environment = Environment(model, node.SpanStart);
        if (kind == "Wrap")
        {
            // A call in a longer chain configures the rest of the chain too.
            return environment is not null && node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Parent: ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement }
                ? new Edit(statement, current => Guarded((StatementSyntax)current, environment), true)
                : null;
        }

        var value = environment is null ? (ExpressionSyntax)SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression) : Condition(environment);
        return node switch
        {
            _ when node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment && assignment.Span == diagnostic.Location.SourceSpan =>
                new Edit(assignment.Right, current => value.WithTriviaFrom(current), environment is not null),
            _ when node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.ArgumentList.Arguments.Count <= 1 =>
                new Edit(call.ArgumentList, current => ((ArgumentListSyntax)current).WithArguments(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value))), environment is not null),
            _ => null,
        };
    }

    private static ExpressionSyntax Condition(string environment) => SyntaxFactory.ParseExpression(environment + ".IsDevelopment()");

    private static StatementSyntax Guarded(StatementSyntax statement, string environment)
    {
        var endOfLine = AddedSyntax.EndOfLine(statement);
        return SyntaxFactory.IfStatement(
                Condition(environment),
                SyntaxFactory.Block(statement.WithoutLeadingTrivia().WithTrailingTrivia(endOfLine)))
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(statement.GetTrailingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>How the environment is called here: a local, parameter, field or property; null when none is in reach.</summary>
    private static string? Environment(SemanticModel model, int position)
    {
        string? best = null;
        foreach (var symbol in model.LookupSymbols(position))
        {
            var type = symbol switch
            {
                ILocalSymbol local when local.Locations.FirstOrDefault()?.SourceSpan.End < position => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
                IPropertySymbol { IsIndexer: false } property => property.Type,
                _ => null,
            };
            if (type is not null && Holders.TryGetValue(type.Name, out var member)
                && symbol.Name + member is var name && (best is null || name.Length < best.Length || (name.Length == best.Length && string.CompareOrdinal(name, best) < 0)))
            {
                best = name;
            }
        }

        return best;
    }

    private sealed record Edit(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Make, bool IsGuarded);
}
