using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.CodeFixes;

/// <summary>
/// <c>Log("{Insz}", client.Insz)</c> becomes <c>Log("{ClientId}", client.Id)</c>: the surrogate key of the same record. Only where
/// the log call itself names the member, and the type has such a key.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4304CodeFix))]
public sealed class KK4304CodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.KK4304);

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
            // The source comes first among the places; it has to stand in the very value that is reported.
            if (diagnostic.AdditionalLocations.FirstOrDefault() is { } source
                && source.SourceTree == root.SyntaxTree
                && diagnostic.Location.SourceSpan.Contains(source.SourceSpan)
                && root.FindNode(source.SourceSpan, getInnermostNodeForTie: true) is MemberAccessExpressionSyntax { Expression: var owner } member
                && model.GetTypeInfo(owner, context.CancellationToken).Type is { } type
                && Key(type) is { } key)
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Log the key of the record instead", _ => Task.FromResult(document.WithSyntaxRoot(Replace(root, member, type, key))), nameof(KK4304CodeFix)),
                    diagnostic);
            }
        }
    }

    /// <summary>The property Id, or the name of the type with Id behind it, when it is a number or a Guid.</summary>
    private static string? Key(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            foreach (var name in new[] { "Id", type.Name + "Id" })
            {
                if (t.GetMembers(name).OfType<IPropertySymbol>().Any(p => p is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }
                    && (p.Type.SpecialType is SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 || p.Type.Name == "Guid")))
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static SyntaxNode Replace(SyntaxNode root, MemberAccessExpressionSyntax member, ITypeSymbol type, string key)
    {
        var changes = new Dictionary<SyntaxNode, SyntaxNode> { [member] = member.WithName(SyntaxFactory.IdentifierName(key)).WithTriviaFrom(member) };
        if (member.Parent is ArgumentSyntax { Parent: ArgumentListSyntax list } argument && Template(list, argument) is { } template)
        {
            changes.Add(template.Literal, Renamed(template.Literal, template.Hole, key == "Id" ? type.Name + "Id" : key));
        }

        return root.ReplaceNodes(changes.Keys, (original, _) => changes[original]);
    }

    /// <summary>The literal of the message template before the argument, and which of its holes the argument fills.</summary>
    private static (LiteralExpressionSyntax Literal, int Hole)? Template(ArgumentListSyntax list, ArgumentSyntax argument)
    {
        for (var i = list.Arguments.IndexOf(argument) - 1; i >= 0; i--)
        {
            if (list.Arguments[i].Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression))
            {
                return (literal, list.Arguments.IndexOf(argument) - i - 1);
            }
        }

        return null;
    }

    private static LiteralExpressionSyntax Renamed(LiteralExpressionSyntax literal, int hole, string name)
    {
        var text = literal.Token.Text;
        var open = -1;
        for (var i = 0; i <= hole; i++)
        {
            open = text.IndexOf('{', open + 1);
            if (open < 0 || open + 1 >= text.Length || text[open + 1] == '{')
            {
                return literal;
            }
        }

        var end = text.IndexOfAny(['}', ':', ','], open);
        if (end < 0)
        {
            return literal;
        }

        return SyntaxFactory.LiteralExpression(
            SyntaxKind.StringLiteralExpression,
            SyntaxFactory.ParseToken(text.Substring(0, open + 1) + name + text.Substring(end))).WithTriviaFrom(literal);
    }
}
