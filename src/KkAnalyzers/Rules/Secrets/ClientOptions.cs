using KkAnalyzers.Connections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Secrets;

/// <summary>
/// KK4314 at an assignment: options of clients that turn TLS off. Types and members from the reference pages of Microsoft.Data.SqlClient,
/// Npgsql, MySqlConnector, Connector/NET, StackExchange.Redis, MongoDB.Driver, RabbitMQ.Client, Confluent.Kafka and MQTTnet.
/// </summary>
internal static class ClientOptions
{
    /// <summary>Most statements around an assignment that are searched for the server.</summary>
    private const int Surroundings = 64;

    public static void Inspect(Findings findings, SyntaxNodeAnalysisContext context)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (Name(assignment.Left) is not { } name || !MayMatter(name, assignment))
        {
            return;
        }

        var model = context.SemanticModel;
        if (model.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is not IPropertySymbol property)
        {
            return;
        }

        var written = Written(assignment.Right, model, context.CancellationToken);
        if (written is null || Judge(property, name, written.Value.Value) is not { } verdict)
        {
            return;
        }

        findings.InspectedConnection();
        var server = Server(assignment);
        var host = findings.HostOf(server, server is null ? HostKind.Unknown : Host(server));
        var edit = written.Value.Span is { } span ? new TextChange(span, verdict.Safe) : (TextChange?)null;
        var tree = assignment.SyntaxTree;
        findings.Unprotected(
            verdict.Problem, host, server, assignment.ToString(), assignment.Span, edit, new Sink(s => Location.Create(tree, s), context.ReportDiagnostic, DevelopmentOnly.Is(assignment) ? 1 : 0, 0));
    }

    private static HostKind Host(string server) => ConnectionStringReader.Read(server) is { } connection ? connection.Host : ConnectionHost.Kind(server);

    // By text alone: what remains after this is one assignment in thousands.
    private static bool MayMatter(string name, AssignmentExpressionSyntax assignment) => name switch
    {
        "Encrypt" or "TrustServerCertificate" or "SslMode" or "UseTls" or "UseSsl" or "AllowInsecureTls" or "SecurityProtocol" => true,
        "Ssl" or "Enabled" => assignment.Right.RawKind == (int)SyntaxKind.FalseLiteralExpression,
        _ => assignment.Left is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) && ConnectionStringReader.Normal(name) is "encrypt" or "trustservercertificate" or "sslmode",
    };

    private static string? Name(ExpressionSyntax left) => left switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => Key(arguments[0].Expression),
        ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => Key(arguments[0].Expression),
        _ => null,
    };

    private static string? Key(ExpressionSyntax expression) => expression is LiteralExpressionSyntax literal && LiteralText.IsString(literal) ? literal.Token.ValueText : null;

    /// <summary>The value as a word, and where it can be replaced by another.</summary>
    private static (string Value, TextSpan? Span)? Written(ExpressionSyntax right, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (right)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } flag:
                return (flag.Token.ValueText, flag.Span);
            case LiteralExpressionSyntax literal when LiteralText.IsString(literal):
                return literal.Token.Text.Length == literal.Token.ValueText.Length + 2 ? (literal.Token.ValueText, new TextSpan(literal.SpanStart + 1, literal.Token.ValueText.Length)) : (literal.Token.ValueText, null);
            case MemberAccessExpressionSyntax { Name: var member } access when model.GetSymbolInfo(access, cancellationToken).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } or IPropertySymbol { IsStatic: true }:
                return (member.Identifier.ValueText, member.Span);
            default:
                return model.GetConstantValue(right, cancellationToken) is { HasValue: true, Value: bool constant } ? (constant ? "true" : "false", null) : null;
        }
    }

    private static (TlsProblem Problem, string Safe)? Judge(IPropertySymbol property, string name, string value)
    {
        var type = property.ContainingType;
        if (property.IsIndexer)
        {
            // builder["Encrypt"] = false
            return type.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) ? TlsSettings.Judge(ConnectionStringReader.Normal(name), value) : null;
        }

        var isOff = value == "false";
        switch (type.Name)
        {
            case "SqlConnectionStringBuilder" when In(type, "Microsoft.Data.SqlClient") || In(type, "System.Data.SqlClient"):
                return name switch
                {
                    "Encrypt" when isOff => (TlsProblem.Off, "true"),
                    "Encrypt" when value == "Optional" => (TlsProblem.Off, "Mandatory"),
                    "TrustServerCertificate" when !isOff && value == "true" => (TlsProblem.Unchecked, "false"),
                    _ => null,
                };
            case "NpgsqlConnectionStringBuilder" when In(type, "Npgsql"):
            case "MySqlConnectionStringBuilder" when In(type, "MySqlConnector") || In(type, "MySql.Data.MySqlClient"):
                return name == "SslMode" ? TlsSettings.Judge("sslmode", value) : name == "TrustServerCertificate" && value == "true" ? (TlsProblem.Unchecked, "false") : null;
            case "ConfigurationOptions" when In(type, "StackExchange.Redis"):
                return name == "Ssl" && isOff ? (TlsProblem.Off, "true") : null;
            case "MongoClientSettings" or "MongoUrlBuilder" when In(type, "MongoDB.Driver"):
                return name is "UseTls" or "UseSsl" && isOff ? (TlsProblem.Off, "true") : name == "AllowInsecureTls" && value == "true" ? (TlsProblem.Unchecked, "false") : null;
            case "SslOption" when In(type, "RabbitMQ.Client"):
                return name == "Enabled" && isOff ? (TlsProblem.Off, "true") : null;
            case "MqttClientTlsOptions" when In(type, "MQTTnet") || In(type, "MQTTnet.Client"):
                return name == "UseTls" && isOff ? (TlsProblem.Off, "true") : null;
            default:
                return name == "SecurityProtocol" && In(type, "Confluent.Kafka")
                    ? value switch { "Plaintext" => (TlsProblem.Off, "Ssl"), "SaslPlaintext" => (TlsProblem.Off, "SaslSsl"), _ => null }
                    : null;
        }
    }

    private static bool In(INamedTypeSymbol type, string name) => type.ContainingNamespace?.ToDisplayString() == name;

    /// <summary>The server that the same object is given nearby: in its initialiser, where it is created, or in a statement beside.</summary>
    private static string? Server(AssignmentExpressionSyntax assignment)
    {
        for (var initializer = assignment.Parent as InitializerExpressionSyntax; initializer is not null; initializer = Outer(initializer))
        {
            if (In(initializer) is { } found)
            {
                return found;
            }
        }

        if (Receiver(assignment.Left) is not { } receiver || assignment.FirstAncestorOrSelf<BlockSyntax>() is not { } block)
        {
            return null;
        }

        foreach (var statement in block.Statements.Take(Surroundings))
        {
            switch (statement)
            {
                case LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } when variables[0].Identifier.ValueText == receiver && variables[0].Initializer?.Value is { } created:
                    if (Created(created) is { } given)
                    {
                        return given;
                    }

                    break;
                case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } other } when IsServer(member.Name.Identifier.ValueText) && Receiver(member) == receiver:
                    return Text(other.Right);
                case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } add, ArgumentList.Arguments: { Count: > 0 } added } }
                    when add.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EndPoints" } points && Receiver(points) == receiver:
                    return Text(added[0].Expression);
            }
        }

        return null;
    }

    private static InitializerExpressionSyntax? Outer(InitializerExpressionSyntax initializer) =>
        (initializer.Parent is BaseObjectCreationExpressionSyntax creation ? creation.Parent : initializer.Parent) is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax outer } ? outer : null;

    private static string? In(InitializerExpressionSyntax initializer)
    {
        if (initializer.Parent is BaseObjectCreationExpressionSyntax creation && FromArgument(creation) is { } given)
        {
            return given;
        }

        foreach (var expression in initializer.Expressions.Take(Surroundings))
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment && IsServer(name.Identifier.ValueText))
            {
                return assignment.Right is InitializerExpressionSyntax { Expressions: { Count: > 0 } elements }
                    ? Text(elements[0] is InitializerExpressionSyntax { Expressions: { Count: > 0 } parts } ? parts[0] : elements[0])
                    : Text(assignment.Right);
            }
        }

        return null;
    }

    private static string? Created(ExpressionSyntax created) => created switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => In(initializer),
        BaseObjectCreationExpressionSyntax creation => FromArgument(creation),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => Text(arguments[0].Expression),
        _ => null,
    };

    private static string? FromArgument(BaseObjectCreationExpressionSyntax creation) =>
        creation.ArgumentList is { Arguments: { Count: > 0 } arguments } ? Text(arguments[0].Expression) : null;

    private static bool IsServer(string name) => name is "DataSource" or "Server" or "Host" or "HostName" or "EndPoints" or "BootstrapServers" or "Uri" or "Endpoint";

    private static string? Text(ExpressionSyntax expression) => expression is LiteralExpressionSyntax literal && LiteralText.IsString(literal) ? literal.Token.ValueText : null;

    private static string? Receiver(ExpressionSyntax left)
    {
        var expression = left;
        while (expression is MemberAccessExpressionSyntax member)
        {
            expression = member.Expression;
        }

        if (expression is ElementAccessExpressionSyntax element)
        {
            expression = element.Expression;
        }

        return expression is IdentifierNameSyntax name ? name.Identifier.ValueText : null;
    }
}
