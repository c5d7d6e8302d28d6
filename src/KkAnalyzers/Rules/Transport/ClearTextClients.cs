using KkAnalyzers.Infrastructure;
using KkAnalyzers.Transport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Transport;

/// <summary>
/// Clients that are told, or never told, to encrypt: mail (System.Net.Mail, MailKit), FTP, MQTT (MQTTnet), LDAP. A client is
/// only judged within the type that makes it; one that is handed on is set up elsewhere.
/// </summary>
internal sealed class ClearTextClients
{
    private readonly Inspection _inspection;
    private readonly Func<ClearTextHosts> _hosts;
    private readonly DevelopmentGuard _guard;

    private ClearTextClients(Inspection inspection, Func<ClearTextHosts> hosts, DevelopmentGuard guard) => (_inspection, _hosts, _guard) = (inspection, hosts, guard);

    public static void Register(KkContext context, Func<ClearTextHosts> hosts, DevelopmentGuard guard)
    {
        var rule = new ClearTextClients(context.Inspection(RuleCatalog.KK4311), hosts, guard);

        // Syntax and not operations: one name tells, and nearly all creations, assignments and calls have another.
        context.RegisterSyntaxNodeAction(rule.Creation, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
        context.RegisterSyntaxNodeAction(rule.Assignment, SyntaxKind.SimpleAssignmentExpression);
        if (context.Type("MailKit.Security.SecureSocketOptions") is not null || context.Compilation.ReferencedAssemblyNames.Any(a => a.Name.StartsWith("MQTTnet", StringComparison.Ordinal))
            || context.Type("MQTTnet.MqttClientOptionsBuilder") is not null || context.Type("MQTTnet.Client.MqttClientOptionsBuilder") is not null
            || context.Type("Novell.Directory.Ldap.LdapConnection") is not null)
        {
            context.RegisterSyntaxNodeAction(rule.Call, SyntaxKind.InvocationExpression);
        }
    }

    /// <summary>True when the type around the node says one of these names.</summary>
    public static bool Mentions(SyntaxNode node, params string[] names)
    {
        var scope = node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() ?? node.SyntaxTree.GetRoot();
        return scope.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && names.Contains(t.ValueText));
    }

    private void Creation(SyntaxNodeAnalysisContext context)
    {
        var creation = (BaseObjectCreationExpressionSyntax)context.Node;
        switch (WrittenType(creation))
        {
            case "SmtpClient":
                Mail(context, creation);
                break;
            case "UriBuilder":
                Builder(context, creation);
                break;
            case "LdapConnection":
                Directory(context, creation);
                break;
        }
    }

    private void Assignment(SyntaxNodeAnalysisContext context)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        var name = assignment.Left switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            _ => "",
        };
        switch (name)
        {
            case "EnableSsl" when assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression):
                Off(context, assignment);
                break;
            case "Scheme" when Constant(context, assignment.Right) is { } scheme && ClearUrl.IsClearScheme(scheme)
                && context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is { ContainingType.Name: "UriBuilder" }:
                Scheme(context, assignment, scheme);
                break;
        }
    }

    /// <summary><c>Scheme = "http"</c> of a UriBuilder; its host is known where both stand in one initialiser.</summary>
    private void Scheme(SyntaxNodeAnalysisContext context, AssignmentExpressionSyntax assignment, string scheme)
    {
        _inspection.Inspected();
        var host = assignment.Parent is InitializerExpressionSyntax initializer
            ? initializer.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left is IdentifierNameSyntax { Identifier.ValueText: "Host" })?.Right
            : null;
        if (ClearUrl.Parse(scheme + "://" + ((host is null ? null : Constant(context, host)) ?? ClearUrl.Hole.ToString())) is { } url
            && url.Kind != HostKind.Nowhere && !_hosts().HasHost(url))
        {
            Report(context, assignment.Right, url.Quote, url.Kind, url.Kind == HostKind.Public, MessageArg.Text(Texts.ClearTextScheme));
        }
    }

    /// <summary><c>EnableSsl = false</c> of a mail client or an FTP request.</summary>
    private void Off(SyntaxNodeAnalysisContext context, AssignmentExpressionSyntax assignment)
    {
        if (context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is not { ContainingType: { Name: "SmtpClient" or "FtpWebRequest" } type })
        {
            return;
        }

        _inspection.Inspected();
        var creation = assignment.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { } around && assignment.Parent == around.Initializer ? around : null;
        var (quote, kind) = Host(context, creation?.ArgumentList, type.Name);
        if (kind == HostKind.Nowhere || Mentions(assignment, "SpecifiedPickupDirectory"))
        {
            return;
        }

        Report(context, assignment.Right, quote, kind, true, MessageArg.Text(Texts.ClearTextOff, "EnableSsl"), "true", Texts.ClearTextFixTls);
    }

    /// <summary>A mail client of System.Net.Mail: without encryption unless told otherwise.</summary>
    private void Mail(SyntaxNodeAnalysisContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type is not { Name: "SmtpClient" } type
            || type.ContainingNamespace.ToDisplayString() != "System.Net.Mail")
        {
            return;
        }

        _inspection.Inspected();
        var (quote, kind) = Host(context, creation.ArgumentList, "SmtpClient");
        if (kind == HostKind.Nowhere || Mentions(creation, "EnableSsl", "SpecifiedPickupDirectory", "PickupDirectoryFromIis"))
        {
            return;
        }

        if (creation.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax or LambdaExpressionSyntax)
        {
            // Somebody else sets it up.
            _inspection.NotFollowed();
            return;
        }

        var signsIn = Mentions(creation, "Credentials", "UseDefaultCredentials");
        Report(context, creation, quote, kind, signsIn, MessageArg.Text(signsIn ? Texts.ClearTextMailSignsIn : Texts.ClearTextMailNever));
    }

    /// <summary><c>new UriBuilder("http", host)</c>.</summary>
    private void Builder(SyntaxNodeAnalysisContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments: { Count: >= 2 } arguments } || Constant(context, arguments[0].Expression) is not { } scheme || !ClearUrl.IsClearScheme(scheme))
        {
            return;
        }

        _inspection.Inspected();
        var host = Constant(context, arguments[1].Expression) ?? ClearUrl.Hole.ToString();
        if (ClearUrl.Parse(scheme + "://" + host) is { } url && url.Kind != HostKind.Nowhere && !_hosts().HasHost(url))
        {
            var edit = arguments.Count == 2 && url.SecureScheme is { } secure && arguments[0].Expression is LiteralExpressionSyntax ? "\"" + secure + "\"" : null;
            Report(context, arguments[0].Expression, url.Quote, url.Kind, url.Kind == HostKind.Public, MessageArg.Text(Texts.ClearTextScheme), edit, Texts.ClearTextFixScheme);
        }
    }

    /// <summary>System.DirectoryServices.Protocols: a password that goes to port 389 as it is.</summary>
    private void Directory(SyntaxNodeAnalysisContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type is not { Name: "LdapConnection" } type
            || type.ContainingNamespace.ToDisplayString() != "System.DirectoryServices.Protocols")
        {
            return;
        }

        _inspection.Inspected();
        var arguments = creation.ArgumentList;
        if (arguments?.Arguments.FirstOrDefault()?.Expression is BaseObjectCreationExpressionSyntax { ArgumentList: { } identifier })
        {
            arguments = identifier;
        }

        var port = arguments is { Arguments: { Count: > 1 } given } && context.SemanticModel.GetConstantValue(given[1].Expression, context.CancellationToken).Value is int number ? number : 389;
        var (quote, kind) = Host(context, arguments, "LdapConnection");
        if (kind == HostKind.Nowhere || port != 389 || !Mentions(creation, "Basic") || Mentions(creation, "SecureSocketLayer", "StartTransportLayerSecurity"))
        {
            return;
        }

        Report(context, creation, quote, kind, true, MessageArg.Text(Texts.ClearTextLdap));
    }

    private void Call(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name })
        {
            return;
        }

        switch (name)
        {
            case "WithTcpServer":
                Broker(context, call);
                break;
            case "Connect" or "ConnectAsync":
                Connect(context, call);
                break;
        }
    }

    private void Broker(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call)
    {
        if (context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol { ContainingType.Name: "MqttClientOptionsBuilder" or "MqttClientOptionsBuilderExtensions" })
        {
            return;
        }

        _inspection.Inspected();
        var (quote, kind) = Host(context, call.ArgumentList, "MQTT");
        if (kind == HostKind.Nowhere || Mentions(call, "WithTls", "WithTlsOptions", "WithTlsParameters", "TlsOptions", "UseTls"))
        {
            return;
        }

        var place = ((MemberAccessExpressionSyntax)call.Expression).Name;
        Report(context, place, quote, kind, Mentions(call, "WithCredentials"), MessageArg.Text(Texts.ClearTextMqtt));
    }

    /// <summary>MailKit with <c>SecureSocketOptions.None</c>; Novell's LDAP client on port 389.</summary>
    private void Connect(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.FirstOrDefault(a => a.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None", Expression: var options } && options.ToString().EndsWith("SecureSocketOptions", StringComparison.Ordinal)) is { } none)
        {
            _inspection.Inspected();
            var (quote, kind) = Host(context, call.ArgumentList, "MailKit");
            if (kind == HostKind.Nowhere)
            {
                return;
            }

            var port = arguments.Count > 1 ? context.SemanticModel.GetConstantValue(arguments[1].Expression, context.CancellationToken).Value as int? : null;
            var option = port switch { 25 or 587 or 143 or 110 => "StartTls", 465 or 993 or 995 => "SslOnConnect", _ => null };
            var access = (MemberAccessExpressionSyntax)none.Expression;
            Report(context, access, quote, kind, true, MessageArg.Text(Texts.ClearTextOption, "SecureSocketOptions.None"), option is null ? null : access.Expression + "." + option, Texts.ClearTextFixTls);
            return;
        }

        if (arguments.Count >= 2 && context.SemanticModel.GetConstantValue(arguments[1].Expression, context.CancellationToken).Value is 389
            && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is { ContainingType: { Name: "LdapConnection" or "ILdapConnection" } type }
            && type.ContainingNamespace.ToDisplayString().StartsWith("Novell.", StringComparison.Ordinal))
        {
            _inspection.Inspected();
            var (quote, kind) = Host(context, call.ArgumentList, "LdapConnection");
            if (kind != HostKind.Nowhere && !Mentions(call, "SecureSocketLayer", "StartTls", "StartTlsAsync"))
            {
                Report(context, arguments[1].Expression, quote, kind, true, MessageArg.Text(Texts.ClearTextLdap));
            }
        }
    }

    /// <summary>The host in the first argument, and what it says; unknown when it is no constant.</summary>
    private (string Quote, HostKind Kind) Host(SyntaxNodeAnalysisContext context, ArgumentListSyntax? arguments, string fallback)
    {
        if (arguments?.Arguments.FirstOrDefault() is not { } first || Constant(context, first.Expression) is not { } host)
        {
            return (fallback, HostKind.Unknown);
        }

        var url = new ClearUrl("smtp", 0, host, "", "");
        return (host, _hosts().HasHost(url) ? HostKind.Nowhere : url.Kind);
    }

    private static string? Constant(SyntaxNodeAnalysisContext context, ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,

        // Not a constant for the compiler, but never another value.
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UriSchemeHttp" } => "http",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UriSchemeFtp" } => "ftp",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UriSchemeWs" } => "ws",
        _ => context.SemanticModel.GetConstantValue(expression, context.CancellationToken).Value as string,
    };

    private void Report(
        SyntaxNodeAnalysisContext context, ExpressionSyntax place, string quote, HostKind kind, bool isCertain, MessageArg evidence, string? edit = null, string title = "")
    {
        if (!SourceLocations.IsUserCode(place.GetLocation(), context.IsGeneratedCode) || _guard.IsDevelopment(place, context.SemanticModel, context.ContainingSymbol, context.CancellationToken))
        {
            return;
        }

        var severity = !isCertain || kind == HostKind.LocalNetwork ? DiagnosticSeverity.Info : (DiagnosticSeverity?)null;
        var properties = edit is null || context.IsGeneratedCode ? null : TextEdit.Properties(place.Span, edit, title);
        context.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK4311, place.GetLocation(), severity, null, properties, quote, evidence));
    }

    /// <summary>Last name of the type as it is written, also of <c>SmtpClient client = new(host)</c>; empty when it stands elsewhere.</summary>
    private static string WrittenType(BaseObjectCreationExpressionSyntax creation)
    {
        var type = creation switch
        {
            ObjectCreationExpressionSyntax written => written.Type,
            { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } } => declaration.Type,
            { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } } => property.Type,
            _ => null,
        };
        return type switch
        {
            NullableTypeSyntax { ElementType: IdentifierNameSyntax name } => name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            QualifiedNameSyntax { Right: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => "",
        };
    }
}
