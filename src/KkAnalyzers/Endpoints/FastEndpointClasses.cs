using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Endpoint classes of FastEndpoints. It asks for authorization unless AllowAnonymous() was called, in the class or in the
/// configurator of all endpoints; that call is a decision.
/// </summary>
internal sealed class FastEndpointClasses
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "Get", "Post", "Put", "Patch", "Delete", "Head", "Routes" };

    private static readonly HashSet<string> Demands = new(StringComparer.Ordinal)
    {
        "Roles", "Policies", "Policy", "Permissions", "PermissionsAll", "Claims", "ClaimsAll", "Scopes", "ScopesAll", "AccessControl", "AuthSchemes",
    };

    private readonly EndpointReader _reader;
    private readonly IInvocationOperation? _forAll;

    public FastEndpointClasses(EndpointReader reader)
    {
        _reader = reader;
        _forAll = reader.Web.FastEndpoint is null ? null : reader.Calls.Setup("AllowAnonymous")
            .FirstOrDefault(c => c.TargetMethod.ContainingType.Name == "EndpointDefinition" && WebSymbols.Namespace(c.TargetMethod.ContainingType) == "FastEndpoints");
    }

    public Endpoint? Of(INamedTypeSymbol type)
    {
        if (_reader.Web.FastEndpoint is null || type.IsAbstract || !WebSymbols.Is(type, _reader.Web.FastEndpoint) || EndpointReader.Place(type) is not { } place)
        {
            return null;
        }

        var calls = Configure(type).SelectMany(b => b.Inside()).OfType<IInvocationOperation>()
            .Where(c => WebSymbols.Is(c.TargetMethod.ContainingType, _reader.Web.FastEndpoint)).ToArray();
        var route = calls.FirstOrDefault(c => Verbs.Contains(c.TargetMethod.Name)) is { Arguments.Length: > 0 } verb ? Route(verb.Arguments[0].Value)
            : type.GetAttributes().Where(a => a.AttributeClass is { } c && WebSymbols.Namespace(c) == "FastEndpoints" && c.Name.StartsWith("Http", StringComparison.Ordinal))
                .SelectMany(a => a.ConstructorArguments).Select(a => a.Kind == TypedConstantKind.Array ? a.Values.FirstOrDefault().Value : a.Value).OfType<string>().FirstOrDefault() ?? "";
        return new(EndpointKind.Fast, route, type.Name, place, type, Decide(type, calls));
    }

    private AccessDecision Decide(INamedTypeSymbol type, IInvocationOperation[] calls)
    {
        var evidence = new AccessEvidence();
        _reader.Attributes.Type(type, 0, evidence);
        if (calls.FirstOrDefault(c => Demands.Contains(c.TargetMethod.Name)) is { } demand)
        {
            evidence.Requires(0, demand.TargetMethod.Name + "()", demand.NameLocation(), AccessBasis.Mapping);
        }

        if (calls.FirstOrDefault(c => c.TargetMethod.Name == "AllowAnonymous") is { } open)
        {
            // For some verbs only: an exception beside the demand, and not instead of it.
            evidence.Admits(IsForSomeVerbs(open) ? -1 : 0, "AllowAnonymous()", open.NameLocation(), AccessBasis.Mapping);
        }
        else if (_forAll is not null && IsConditional(_forAll))
        {
            return evidence.Decide() ?? new(AccessOutcome.Unseen, "", null, MessageArg.Text(Texts.AccessConfigurator));
        }
        else if (_forAll is not null)
        {
            evidence.Admits(AccessEvidence.Application, "AllowAnonymous()", _forAll.NameLocation(), AccessBasis.Convention);
        }

        return evidence.Decide() ?? new AccessDecision(AccessOutcome.Required, "FastEndpoints", null) { Basis = AccessBasis.Framework };
    }

    private IEnumerable<IOperation> Configure(INamedTypeSymbol type)
    {
        for (var t = type; t is not null && _reader.Bodies.Has(t); t = t.BaseType)
        {
            foreach (var method in t.GetMembers("Configure").OfType<IMethodSymbol>())
            {
                if (_reader.Bodies.Of(method) is { } body)
                {
                    yield return body;
                }
            }
        }
    }

    private static string Route(IOperation value) => value.Unwrap() is IArrayCreationOperation { Initializer.ElementValues: { Length: > 0 } elements } ? RouteFlow.Pattern(elements[0]) : RouteFlow.Pattern(value);

    private static bool IsForSomeVerbs(IInvocationOperation call) =>
        call.Arguments.Any(a => a.Value.Unwrap() is not IArrayCreationOperation { Initializer: null or { ElementValues.IsEmpty: true } });

    private static bool IsConditional(IOperation operation)
    {
        for (var o = operation.Parent; o is not (null or IAnonymousFunctionOperation); o = o.Parent)
        {
            if (o is IConditionalOperation or ISwitchOperation or ILoopOperation)
            {
                return true;
            }
        }

        return false;
    }
}
