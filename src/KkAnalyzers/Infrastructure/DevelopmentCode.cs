using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Infrastructure;

/// <summary>Code that runs on a developer's machine only.</summary>
internal static class DevelopmentCode
{
    /// <summary>True between <c>#if DEBUG</c> and its end, and where <c>IsDevelopment()</c> was found to be true.</summary>
    public static bool Contains(SyntaxNode node) => IsForDebugging(node) || IsAsked(node);

    private static bool IsForDebugging(SyntaxNode node)
    {
        if (!node.SyntaxTree.GetRoot().ContainsDirectives)
        {
            return false;
        }

        var open = new Stack<bool>();
        for (var directive = node.SyntaxTree.GetRoot().GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax { Condition: var condition }:
                    open.Push(AsksForDebug(condition));
                    break;
                case ElifDirectiveTriviaSyntax { Condition: var condition } when open.Count > 0:
                    open.Pop();
                    open.Push(AsksForDebug(condition));
                    break;
                case ElseDirectiveTriviaSyntax when open.Count > 0:
                    // The other branch of "#if !DEBUG" is not worth reading here: "#else" counts as the product.
                    open.Pop();
                    open.Push(false);
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Contains(true);
    }

    private static bool AsksForDebug(ExpressionSyntax condition) =>
        condition switch
        {
            IdentifierNameSyntax { Identifier.ValueText: "DEBUG" } => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and => AsksForDebug(and.Left) || AsksForDebug(and.Right),
            ParenthesizedExpressionSyntax { Expression: var inner } => AsksForDebug(inner),
            _ => false,
        };

    private static bool IsAsked(SyntaxNode node)
    {
        for (SyntaxNode child = node; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax branch when branch.Statement == child && AsksForDevelopment(branch.Condition):
                case ConditionalExpressionSyntax choice when choice.WhenTrue == child && AsksForDevelopment(choice.Condition):
                    return true;
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool AsksForDevelopment(ExpressionSyntax condition) => condition switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsDevelopment" } } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and => AsksForDevelopment(and.Left) || AsksForDevelopment(and.Right),
        ParenthesizedExpressionSyntax { Expression: var inner } => AsksForDevelopment(inner),
        _ => false,
    };
}
