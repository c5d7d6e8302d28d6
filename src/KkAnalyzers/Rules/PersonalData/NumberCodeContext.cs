using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>What the code around a literal says about it: what it is assigned or handed to, and what stands beside it.</summary>
internal sealed class NumberCodeContext
{
    // Expressions between a literal and the statement or member that holds it.
    private const int MaxLevels = 12;

    // Objects and calls around the literal whose other values count as beside it.
    private const int MaxContainers = 2;
    private const int LongestContainer = 2000;

    private readonly SemanticModel _semantics;
    private readonly PersonalDataModel _model;
    private readonly CancellationToken _cancellation;

    public NumberCodeContext(SemanticModel semantics, PersonalDataModel model, CancellationToken cancellation) =>
        (_semantics, _model, _cancellation) = (semantics, model, cancellation);

    /// <summary>Adds what is known about the literal.</summary>
    public void Describe(SyntaxNode literal, NumberContext context)
    {
        var containers = 0;
        var child = literal;
        for (var level = 0; level < MaxLevels && child.Parent is { } parent; level++, child = parent)
        {
            if (containers < MaxContainers && Container(parent, child, context))
            {
                containers++;
            }

            if (Named(parent, child, context))
            {
                // A member of an object is named now; the object's other members still say whose it is.
                if (parent.Parent is not (InitializerExpressionSyntax or AnonymousObjectCreationExpressionSyntax))
                {
                    break;
                }
            }
            else if (parent is StatementSyntax or MemberDeclarationSyntax)
            {
                break;
            }
        }

        Comments(literal, context);
    }

    /// <summary>Adds the name that this level gives the value; true when there is no other to look for.</summary>
    private bool Named(SyntaxNode parent, SyntaxNode child, NumberContext context)
    {
        switch (parent)
        {
            case EqualsValueClauseSyntax { Parent: { } declared }:
                Add(context, declared switch
                {
                    VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                    PropertyDeclarationSyntax property => property.Identifier.ValueText,
                    ParameterSyntax parameter => parameter.Identifier.ValueText,
                    _ => null,
                });
                return true;
            case AssignmentExpressionSyntax assignment when assignment.Right == child:
                Add(context, NameOf(assignment.Left));
                return true;
            case AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } name }:
                Add(context, name.Name.Identifier.ValueText);
                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                Add(context, NameOf(comparison.Left == child ? comparison.Right : comparison.Left));
                return true;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } pair:
                Add(context, pair.Expressions[0] != child ? (pair.Expressions[0] as LiteralExpressionSyntax)?.Token.ValueText : null);
                return false;
            case ArgumentSyntax argument:
                Argument(argument, context);
                return false;
            case AttributeArgumentSyntax argument:
                Add(context, argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText ?? TestParameter(argument)?.Name);
                return true;
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                Add(context, Member(parent));
                return true;
            default:
                return false;
        }
    }

    private void Argument(ArgumentSyntax argument, NumberContext context)
    {
        if (argument.Parent is TupleExpressionSyntax)
        {
            Add(context, argument.NameColon?.Name.Identifier.ValueText);
            return;
        }

        if (argument.Parent?.Parent is not ExpressionSyntax call || _semantics.GetSymbolInfo(call, _cancellation).Symbol is not IMethodSymbol method)
        {
            Add(context, argument.NameColon?.Name.Identifier.ValueText);
            return;
        }

        Add(context, Parameter(argument, method)?.Name);
        if (method.MethodKind != MethodKind.Constructor)
        {
            Add(context, method.Name);
        }

        // What the call is made on or makes: new Insz("…"), Rijksregisternummer.Parse("…").
        Add(context, method.ContainingType?.Name);
    }

    private static IParameterSymbol? Parameter(ArgumentSyntax argument, IMethodSymbol method)
    {
        if (argument.NameColon?.Name.Identifier.ValueText is { } name)
        {
            return method.Parameters.FirstOrDefault(p => p.Name == name);
        }

        var index = argument.Parent is BaseArgumentListSyntax list ? list.Arguments.IndexOf(argument) : -1;
        return index >= 0 && index < method.Parameters.Length ? method.Parameters[index] : null;
    }

    /// <summary>The parameter of a test that a row of data gives its value: <c>[InlineData("…")]</c>.</summary>
    private IParameterSymbol? TestParameter(AttributeArgumentSyntax argument)
    {
        if (argument.Parent is not AttributeArgumentListSyntax { Parent: AttributeSyntax { Parent.Parent: MethodDeclarationSyntax test } } list
            || _semantics.GetDeclaredSymbol(test, _cancellation) is not { } method)
        {
            return null;
        }

        var index = list.Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index] : null;
    }

    /// <summary>Adds what stands beside the value in the same object, call, tuple or row of test data; false for anything else.</summary>
    private bool Container(SyntaxNode container, SyntaxNode child, NumberContext context)
    {
        switch (container)
        {
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression } initializer:
                foreach (var member in initializer.Expressions)
                {
                    if (member != child && member is AssignmentExpressionSyntax { Right: var value } assignment && IsData(value))
                    {
                        AddTo(context.Beside, NameOf(assignment.Left));
                    }
                }

                context.InPerson |= initializer.Parent is BaseObjectCreationExpressionSyntax creation && IsPerson(creation);
                break;
            case AnonymousObjectCreationExpressionSyntax anonymous:
                foreach (var member in anonymous.Initializers.Where(m => m != child && IsData(m.Expression)))
                {
                    AddTo(context.Beside, member.NameEquals?.Name.Identifier.ValueText);
                }

                break;
            case BaseArgumentListSyntax arguments:
                var method = arguments.Parent is ExpressionSyntax call ? _semantics.GetSymbolInfo(call, _cancellation).Symbol as IMethodSymbol : null;
                foreach (var argument in arguments.Arguments.Where(a => a != child && IsData(a.Expression)))
                {
                    AddTo(context.Beside, argument.NameColon?.Name.Identifier.ValueText ?? (method is null ? null : Parameter(argument, method)?.Name));
                }

                context.InPerson |= arguments.Parent is BaseObjectCreationExpressionSyntax made && IsPerson(made);
                break;
            case TupleExpressionSyntax tuple:
                foreach (var element in tuple.Arguments.Where(a => a != child && IsData(a.Expression)))
                {
                    AddTo(context.Beside, element.NameColon?.Name.Identifier.ValueText);
                }

                break;
            case AttributeArgumentListSyntax row:
                foreach (var argument in row.Arguments.Where(a => a != child && IsData(a.Expression)))
                {
                    AddTo(context.Beside, TestParameter(argument)?.Name);
                }

                break;
            default:
                return false;
        }

        if (container.Span.Length <= LongestContainer)
        {
            var text = container.ToString();
            context.Texts.Add(text);
            context.HasMailAddress |= text.IndexOf('@') is var at && at > 0 && char.IsLetterOrDigit(text[at - 1]) && text.IndexOf('.', at) > 0;
        }

        return true;
    }

    private bool IsPerson(BaseObjectCreationExpressionSyntax creation) =>
        _semantics.GetTypeInfo(creation, _cancellation).Type is { } type && _model.IsPersonType(type);

    // A value that somebody wrote down: a text, or a date that is made of numbers.
    private static bool IsData(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText.Length > 0,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: >= 3 } parts } => parts.All(p => p.Expression.IsKind(SyntaxKind.NumericLiteralExpression)),
        _ => false,
    };

    private static void Comments(SyntaxNode literal, NumberContext context)
    {
        var lines = literal.SyntaxTree.GetText().Lines;
        var number = lines.GetLineFromPosition(literal.SpanStart).LineNumber;
        var line = lines[number].ToString();
        var comment = line.IndexOf("//", Math.Max(0, literal.Span.End - lines[number].Start) is var end && end < line.Length ? end : line.Length, StringComparison.Ordinal);
        if (comment >= 0)
        {
            context.Comments.Add(line.Substring(comment));
        }

        if (number > 0 && lines[number - 1].ToString().TrimStart() is var above && (above.StartsWith("//", StringComparison.Ordinal) || above.StartsWith("*", StringComparison.Ordinal)))
        {
            context.Comments.Add(above);
        }

        if (Member(literal) is { } member)
        {
            context.Comments.Add(string.Join(" ", Tokenizer.Tokens(member)));
        }
    }

    private static string? Member(SyntaxNode node)
    {
        for (var n = node; n is not null and not BaseTypeDeclarationSyntax; n = n.Parent)
        {
            switch (n)
            {
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText;
                case LocalFunctionStatementSyntax function:
                    return function.Identifier.ValueText;
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
            }
        }

        return null;
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } key } => (key[0].Expression as LiteralExpressionSyntax)?.Token.ValueText,
        ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } key } => (key[0].Expression as LiteralExpressionSyntax)?.Token.ValueText,
        _ => null,
    };

    private static void Add(NumberContext context, string? name) => AddTo(context.Names, name);

    private static void AddTo(List<string> names, string? name)
    {
        if (name is { Length: > 1 })
        {
            names.Add(name);
        }
    }
}
