using System.Collections.Immutable;
using KkAnalyzers.Connections;
using KkAnalyzers.PersonalData;
using KkAnalyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Secrets;

/// <summary>Both rules at one literal, interpolated string, concatenation or creation.</summary>
internal readonly struct CodeTexts(Findings findings, SyntaxNodeAnalysisContext context)
{
    /// <summary>Shorter texts say nothing.</summary>
    private const int Shortest = 6;

    /// <summary>
    /// Types whose constructor takes a credential, and the position of its argument. Simple names: a type of one's own with such a name
    /// does the same.
    /// </summary>
    private static readonly ImmutableDictionary<string, int> Receivers = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["NetworkCredential"] = 1,
        ["SymmetricSecurityKey"] = 0,
        ["HMACSHA256"] = 0,
        ["HMACSHA384"] = 0,
        ["HMACSHA512"] = 0,
        ["ClientSecretCredential"] = 2,
        ["UsernamePasswordCredential"] = 1,
        ["AzureKeyCredential"] = 0,
        ["ApiKeyCredential"] = 0,
        ["AzureSasCredential"] = 0,
        ["StorageSharedKeyCredential"] = 1,
        ["ClientCredential"] = 1,
        ["BasicAWSCredentials"] = 1,
        ["SessionAWSCredentials"] = 1,
        ["PasswordAuthenticationMethod"] = 1,
        ["SendGridClient"] = 0,
        ["X509Certificate2"] = 1,
        ["PlainAuthenticationHandler"] = 1,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>A string literal.</summary>
    public void Literal()
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        var text = literal.Token.ValueText;
        if (text.Length < Shortest)
        {
            return;
        }

        findings.InspectedSecret();
        if (text.IndexOf('=') > 0 && !IsOperand(literal) && ConnectionStringReader.Read(text) is { } connection)
        {
            if (!IsDocumentation(literal))
            {
                findings.Connection(connection, LiteralText.Of(literal), Sink(literal));
            }

            return;
        }

        if (findings.MayHoldToken(text))
        {
            if (!IsDocumentation(literal) && findings.Token(LiteralText.Of(literal), Sink(literal) with { SecretLowers = IsLicense(literal) ? 2 : 0 }))
            {
                return;
            }
        }

        if (NamedSecret(literal, text) is var (name, weight))
        {
            findings.Named(name, text.Length, Inner(literal), weight, Sink(literal));
        }
    }

    /// <summary>An interpolated string that may be a connection string.</summary>
    public void Interpolated()
    {
        var interpolated = (InterpolatedStringExpressionSyntax)context.Node;
        findings.InspectedSecret();
        if (!IsOperand(interpolated) && LiteralText.MayConnect(interpolated)
            && Connection(interpolated, LiteralText.Of(interpolated, context.SemanticModel, context.CancellationToken)))
        {
            return;
        }

        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolatedStringTextSyntax part && findings.MayHoldToken(part.TextToken.ValueText) && !IsDocumentation(part))
            {
                findings.Token(LiteralText.Of(part), Sink(part) with { SecretLowers = 0 });
            }
        }
    }

    /// <summary>A concatenation, from its outermost +.</summary>
    public void Concatenated()
    {
        var top = (BinaryExpressionSyntax)context.Node;
        if (top.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } outer && outer.Left == top)
        {
            return;
        }

        var operands = LiteralText.Operands(top);
        if (operands.Count > 0)
        {
            Connection(top, LiteralText.Of(operands, context.SemanticModel, context.CancellationToken));
        }
    }

    /// <summary>The creation of something that takes a credential, also when the credential is a constant or local.</summary>
    public void Created()
    {
        var creation = (BaseObjectCreationExpressionSyntax)context.Node;
        if (creation.ArgumentList is not { Arguments.Count: > 0 } arguments)
        {
            return;
        }

        var type = creation switch
        {
            ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax { Right.Identifier.ValueText: var right } } => right,
            ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: var simple } } => simple,
            ImplicitObjectCreationExpressionSyntax when arguments.Arguments.Any(a => a.Expression is LiteralExpressionSyntax l && LiteralText.IsString(l)) =>
                context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type?.Name,
            _ => null,
        };
        if (type is null || !Receivers.TryGetValue(type, out var index) || index >= arguments.Arguments.Count)
        {
            return;
        }

        findings.InspectedSecret();
        var value = Unwrap(arguments.Arguments[index].Expression);
        var literal = value as LiteralExpressionSyntax ?? Behind(value);
        if (literal is null || !LiteralText.IsString(literal) || findings.Weigh(SecretKind.Password, "", literal.Token.ValueText, SecretPlace.Certain) is not { } weight)
        {
            return;
        }

        // What the literal's own look or name already says is not said again.
        var text = literal.Token.ValueText;
        if (text.Length >= Shortest && (findings.MayHoldToken(text) || NamedSecret(literal, text) is not null))
        {
            return;
        }

        var here = literal.SyntaxTree == creation.SyntaxTree ? Inner(literal) : creation.Span;
        findings.HandedTo(type, text.Length, here, weight, Sink(creation));
    }

    private static bool IsOperand(SyntaxNode node) => node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression };

    // Attributes hold defaults, examples and descriptions.
    private static bool IsDocumentation(SyntaxNode node) => node.FirstAncestorOrSelf<AttributeSyntax>() is not null;

    private static bool IsLicense(SyntaxNode node) => LiteralPurpose.Of(node).Name.IndexOf("licen", StringComparison.OrdinalIgnoreCase) >= 0;

    private static Microsoft.CodeAnalysis.Text.TextSpan Inner(LiteralExpressionSyntax literal) => literal.Token.Span;

    /// <summary>The expression itself, or what is turned into bytes there.</summary>
    private static ExpressionSyntax Unwrap(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" or "FromBase64String" or "FromHexString" }, ArgumentList.Arguments: { Count: 1 } arguments }
            ? arguments[0].Expression
            : expression;

    private bool Connection(ExpressionSyntax node, PlacedText text)
    {
        if (ConnectionStringReader.Read(text.Value) is not { } connection)
        {
            return false;
        }

        if (!IsDocumentation(node))
        {
            findings.Connection(connection, text, Sink(node));
        }

        return true;
    }

    private (string Name, int Weight)? NamedSecret(LiteralExpressionSyntax literal, string text)
    {
        var (name, place) = LiteralPurpose.Of(literal);
        var kind = name.Length == 0 ? SecretKind.None : SecretNames.Kind(name, Section(literal));
        if (kind == SecretKind.None && literal.Parent is ArgumentSyntax argument && IsMixed(text))
        {
            // Only a text that is no word makes the compiler say which parameter it is for.
            name = Parameter(argument) ?? "";
            kind = name.Length == 0 ? SecretKind.None : SecretNames.Kind(name);
            place = SecretPlace.Passed;
        }

        return kind != SecretKind.None && findings.Weigh(kind, name, text, place) is { } weight && !IsDocumentation(literal) ? (name, weight) : null;
    }

    // config["Jwt:Key"]: the name in front of the colon says what key it is.
    private static string Section(LiteralExpressionSyntax literal)
    {
        var (name, _) = LiteralPurpose.Of(literal);
        var colon = name.LastIndexOf(':');
        return colon > 0 ? name.Substring(0, colon) : "";
    }

    private static bool IsMixed(string text)
    {
        bool digit = false, letter = false;
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '<' or '{' or ',')
            {
                return false;
            }

            digit |= char.IsDigit(c);
            letter |= char.IsLetter(c);
        }

        return digit && letter;
    }

    private string? Parameter(ArgumentSyntax argument)
    {
        if (argument.Parent is not ArgumentListSyntax { Parent: { } call } list || context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var index = list.Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index].Name : null;
    }

    /// <summary>The literal that a constant, field or local was given where it is declared.</summary>
    private LiteralExpressionSyntax? Behind(ExpressionSyntax expression)
    {
        if (expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
            || context.SemanticModel.GetSymbolInfo(expression, context.CancellationToken).Symbol is not { Kind: SymbolKind.Local or SymbolKind.Field } symbol
            || symbol is IFieldSymbol { IsConst: false, IsReadOnly: false }
            || symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } initial })
        {
            return null;
        }

        return Unwrap(initial) as LiteralExpressionSyntax;
    }

    private Sink Sink(SyntaxNode node)
    {
        var tree = node.SyntaxTree;
        var development = DevelopmentOnly.Is(node) ? 1 : 0;
        var type = context.ContainingSymbol as INamedTypeSymbol ?? context.ContainingSymbol?.ContainingType;
        return new(span => Location.Create(tree, span), context.ReportDiagnostic, development, development + (MadeUpData.In(type) || (type is not null && type.Name.StartsWith("TestData", StringComparison.Ordinal)) ? 1 : 0));
    }
}
