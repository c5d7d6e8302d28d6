using KkAnalyzers.Connections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Rules.Secrets;

/// <summary>Reads from the syntax around a literal what it is for.</summary>
internal static class LiteralPurpose
{
    /// <summary>The name that says what a literal is for: of what it initialises, is assigned to, compared with or passed as.</summary>
    public static (string Name, SecretPlace Place) Of(SyntaxNode literal)
    {
        // config["Jwt:Key"] ?? "…": what takes the result says what it is, else what was asked first.
        var asked = "";
        while (literal.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == literal)
        {
            asked = NameOf(coalesce.Left);
            literal = coalesce;
        }

        return Direct(literal) is { Name.Length: > 0 } direct ? direct : (asked, SecretPlace.Passed);
    }

    private static (string Name, SecretPlace Place) Direct(SyntaxNode literal)
    {
        switch (literal.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                return (variable.Identifier.ValueText, SecretPlace.Declared);
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return (property.Identifier.ValueText, SecretPlace.Declared);
            case EqualsValueClauseSyntax { Parent: ParameterSyntax parameter }:
                return (parameter.Identifier.ValueText, SecretPlace.Declared);
            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return (property.Identifier.ValueText, SecretPlace.Declared);
            case AssignmentExpressionSyntax assignment when assignment.Right == literal:
                return (NameOf(assignment.Left), SecretPlace.Passed);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                return (NameOf(comparison.Left == literal ? comparison.Right : comparison.Left), SecretPlace.Passed);
            case ArgumentSyntax { NameColon.Name.Identifier.ValueText: var named }:
                return (named, SecretPlace.Passed);
            case ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: > 1 } arguments } } argument
                when arguments.IndexOf(argument) is > 0 and var index && arguments[index - 1].Expression is LiteralExpressionSyntax key && LiteralText.IsString(key):
                return (key.Token.ValueText, SecretPlace.Passed);
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: 2 } pair } when pair[1] == literal:
                return (NameOf(pair[0]), SecretPlace.Passed);
            default:
                return ("", SecretPlace.Passed);
        }
    }

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax access => NameOf(access.WhenNotNull),
        LiteralExpressionSyntax literal when LiteralText.IsString(literal) => literal.Token.ValueText,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } when arguments[0].Expression is LiteralExpressionSyntax => NameOf(arguments[0].Expression),
        ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } arguments } when arguments[0].Expression is LiteralExpressionSyntax => NameOf(arguments[0].Expression),
        _ => "",
    };
}
