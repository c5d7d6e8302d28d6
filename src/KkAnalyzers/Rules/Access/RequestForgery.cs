using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// KK4507: another site can make the browser of somebody who is signed in with a cookie send a form. Reported only where this
/// compilation shows all of it: the cookie, the demand to be signed in, the POST, and that nothing checks a token.
/// </summary>
internal sealed class RequestForgery(KkContext context, EndpointModel endpoints, Inspection inspection, CancellationToken cancellation)
{
    private static readonly string[] SignsInWithCookie =
    [
        "AddCookie", "AddIdentityCookies", "AddApplicationCookie", "AddIdentity", "AddDefaultIdentity", "AddMicrosoftIdentityWebApp", "AddMicrosoftIdentityWebAppAuthentication", "UseCookieAuthentication",
    ];

    private readonly DevelopmentGuard _guard = new(context.Compilation);

    public void Report(Action<Diagnostic> report)
    {
        if (!endpoints.Calls.Setup(SignsInWithCookie).Any(c => !IsClaims(c)) || IsStrict())
        {
            return;
        }

        var checkedElsewhere = ChecksItself() || HasGlobalFilter();
        foreach (var endpoint in endpoints.Endpoints)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (endpoint)
            {
                case { Kind: EndpointKind.Action, Symbol: IMethodSymbol action, Controller: { } controller } when IsPost(action):
                    inspection.Inspected();
                    if (IsSignedInWithCookie(endpoint))
                    {
                        Action(report, endpoint, action, controller, checkedElsewhere);
                    }

                    break;
                case { Kind: EndpointKind.Page, Symbol: INamedTypeSymbol page }:
                    inspection.Inspected();
                    if (IsSignedInWithCookie(endpoint) && Attribute(page, "IgnoreAntiforgeryTokenAttribute") is { } ignore && page.GetMembers().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)))
                    {
                        Ignored(report, endpoint, ignore);
                    }

                    break;
            }
        }

        foreach (var call in endpoints.Calls.Setup("DisableAntiforgery"))
        {
            inspection.Inspected();
            if (!WebSymbols.IsFramework(call.TargetMethod))
            {
                continue;
            }

            var target = call.Receiver()?.Inside().OfType<IInvocationOperation>().Any(i => i.TargetMethod.Name == "MapRazorComponents") == true
                ? "MapRazorComponents"
                : endpoints.Endpoints.FirstOrDefault(e => e.Kind == EndpointKind.Route && IsSignedInWithCookie(e) && TakesForm(e) && IsOn(call, e))?.Name;
            if (target is not null && SourceLocations.IsUserCode(call.NameLocation()))
            {
                report(KkDiagnostic.Create(RuleCatalog.KK4507, call.NameLocation(), null, null, FixKind.Properties("Call"), target, MessageArg.Text(Texts.ForgeryDisabled, "DisableAntiforgery()")));
            }
        }
    }

    private void Action(Action<Diagnostic> report, Endpoint endpoint, IMethodSymbol action, INamedTypeSymbol controller, bool checkedElsewhere)
    {
        if ((Attribute(action, "IgnoreAntiforgeryTokenAttribute") ?? Attribute(controller, "IgnoreAntiforgeryTokenAttribute")) is { } ignore)
        {
            // On an API for programs the token is ignored because there is none to send.
            if (!IsApi(controller) && !TakesJson(action) && !Validates(action))
            {
                Ignored(report, endpoint, ignore);
            }

            return;
        }

        if (checkedElsewhere || IsApi(controller) || TakesJson(action) || Validates(action) || Validates(controller) || ChecksItself(action) || EndpointReader.Place(action) is not { } place)
        {
            return;
        }

        report(KkDiagnostic.Create(RuleCatalog.KK4507, place, null, null, FixKind.Properties("Validate"), endpoint.Handler, MessageArg.Text(Texts.ForgeryNothing)));
    }

    private static void Ignored(Action<Diagnostic> report, Endpoint endpoint, AttributeData ignore)
    {
        if (ignore.ApplicationSyntaxReference is { } reference && Location.Create(reference.SyntaxTree, reference.Span) is var place && SourceLocations.IsUserCode(place))
        {
            report(KkDiagnostic.Create(RuleCatalog.KK4507, place, null, null, FixKind.Properties("Attribute"), endpoint.Handler, MessageArg.Text(Texts.ForgeryDisabled, "[IgnoreAntiforgeryToken]")));
        }
    }

    /// <summary>ClaimsPrincipal.AddIdentity has the name of the service.</summary>
    private static bool IsClaims(IInvocationOperation call) => call.TargetMethod.ContainingType.Name == "ClaimsPrincipal";

    /// <summary>Somebody decided that the cookie never travels with a request from elsewhere.</summary>
    private bool IsStrict() => endpoints.Calls.SameSite.Any(a => a.Value.ConstantValue is { HasValue: true, Value: 2 } && a.Target is IPropertyReferenceOperation { Instance: IPropertyReferenceOperation { Property.Name: "Cookie" } });

    /// <summary>The endpoint asks for somebody who is signed in, and not by another scheme than the cookie.</summary>
    private bool IsSignedInWithCookie(Endpoint endpoint) =>
        endpoint.Decision.Outcome is AccessOutcome.Required
        && !new ISymbol?[] { endpoint.Symbol, endpoint.Controller }.OfType<ISymbol>().SelectMany(Inherited).SelectMany(s => s.GetAttributes())
            .SelectMany(a => a.NamedArguments).Any(n => n.Key is "AuthenticationSchemes" or "ActiveAuthenticationSchemes" && n.Value.Value is string schemes && schemes.IndexOf("Cookie", StringComparison.OrdinalIgnoreCase) < 0);

    private static IEnumerable<ISymbol> Inherited(ISymbol symbol)
    {
        for (var s = symbol; s is not null; s = s switch { INamedTypeSymbol type => type.BaseType, IMethodSymbol method => method.OverriddenMethod, _ => null })
        {
            yield return s;
        }
    }

    private static AttributeData? Attribute(ISymbol symbol, string name) =>
        Inherited(symbol).SelectMany(s => s.GetAttributes()).FirstOrDefault(a => Is(a.AttributeClass, name));

    private static bool Is(INamedTypeSymbol? type, string name)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A check of the framework, by attribute or as a filter, or anything that calls itself one.</summary>
    private static bool Validates(ISymbol symbol) => Inherited(symbol).SelectMany(s => s.GetAttributes()).Any(a =>
        a.AttributeClass is { } type && (IsCheck(type) || a.ConstructorArguments.Any(c => c.Value is INamedTypeSymbol filter && IsCheck(filter))));

    private static bool IsCheck(INamedTypeSymbol type) =>
        type.Name != "IgnoreAntiforgeryTokenAttribute"
        && (type.Name.IndexOf("antiforgery", StringComparison.OrdinalIgnoreCase) >= 0 || type.Name.IndexOf("csrf", StringComparison.OrdinalIgnoreCase) >= 0 || type.Name.IndexOf("xsrf", StringComparison.OrdinalIgnoreCase) >= 0
            || type.AllInterfaces.Any(i => i.Name is "IAntiforgeryPolicy" or "IAntiforgeryMetadata"));

    private bool HasGlobalFilter() => endpoints.Calls.Setup("Add", "AddService", "ConfigureFilter").Any(c =>
        c.TargetMethod.TypeArguments.Concat(c.Arguments.Select(a => a.Value.Unwrap()).Select(v => v is ITypeOfOperation typeOf ? typeOf.TypeOperand : v.Type)).OfType<INamedTypeSymbol>().Any(IsCheck));

    /// <summary>The application calls the check itself, outside its handlers: middleware, a filter, a base class.</summary>
    private bool ChecksItself() => endpoints.Calls.Setup("ValidateRequestAsync", "IsRequestValidAsync").Any(c => c.TargetMethod.ContainingType.Name == "IAntiforgery"
        && !endpoints.Endpoints.Any(e => e.Symbol is IMethodSymbol && Holds(e.Symbol, c.Syntax)));

    private bool ChecksItself(IMethodSymbol action) => endpoints.Calls.Setup("ValidateRequestAsync", "IsRequestValidAsync").Any(c => Holds(action, c.Syntax));

    private static bool Holds(ISymbol symbol, SyntaxNode node) => symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == node.SyntaxTree && r.Span.Contains(node.Span));

    /// <summary>A form can only be sent with POST; the other verbs need a script, which the browser asks leave for.</summary>
    private static bool IsPost(IMethodSymbol action) => Inherited(action).SelectMany(s => s.GetAttributes()).Any(a => a.AttributeClass?.Name == "HttpPostAttribute");

    private static bool IsApi(INamedTypeSymbol controller) => Attribute(controller, "ApiControllerAttribute") is not null || controller.ContainingAssembly.GetAttributes().Any(a => a.AttributeClass?.Name == "ApiControllerAttribute");

    /// <summary>JSON cannot come from a form of another site.</summary>
    private static bool TakesJson(IMethodSymbol action) => action.Parameters.Any(p => p.GetAttributes().Any(a => a.AttributeClass?.Name == "FromBodyAttribute"))
        || Inherited(action).Concat(Inherited(action.ContainingType)).SelectMany(s => s.GetAttributes()).Any(a => a.AttributeClass?.Name == "ConsumesAttribute");

    /// <summary>Where nothing is read from a form, the framework has nothing to check and the call changes nothing.</summary>
    private static bool TakesForm(Endpoint endpoint) => endpoint.Symbol is IMethodSymbol method && method.Parameters.Any(p =>
        p.Type.Name is "IFormFile" or "IFormFileCollection" or "IFormCollection" || p.GetAttributes().Any(a => a.AttributeClass?.Name == "FromFormAttribute"));

    /// <summary>The call is chained on the mapping, or on the group that the mapping is chained on or whose variable it uses.</summary>
    private static bool IsOn(IInvocationOperation call, Endpoint endpoint)
    {
        if (endpoint.Location.SourceTree != call.Syntax.SyntaxTree || endpoint.Location.SourceTree?.GetRoot().FindNode(endpoint.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } mapping)
        {
            return false;
        }

        if (call.Syntax.Span.Contains(mapping.Span) || mapping.Span.Contains(call.Syntax.Span))
        {
            return true;
        }

        var declared = call.Syntax.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Identifier.ValueText
            ?? (call.Syntax is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax group } } ? group.Identifier.ValueText : null);
        return declared is not null && First(mapping) == declared && call.Syntax.Ancestors().OfType<BlockSyntax>().FirstOrDefault() == mapping.Ancestors().OfType<BlockSyntax>().FirstOrDefault();
    }

    /// <summary>The variable that a chain of calls starts at.</summary>
    private static string? First(SyntaxNode chain)
    {
        var node = chain;
        while (true)
        {
            switch (node)
            {
                case InvocationExpressionSyntax invocation:
                    node = invocation.Expression;
                    break;
                case MemberAccessExpressionSyntax access:
                    node = access.Expression;
                    break;
                case IdentifierNameSyntax name:
                    return name.Identifier.ValueText;
                default:
                    return null;
            }
        }
    }
}
