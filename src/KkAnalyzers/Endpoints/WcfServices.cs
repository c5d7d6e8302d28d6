using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Endpoints of CoreWCF and of WCF in the .NET Framework: the binding asks who calls, or attributes on the service do.
/// What a configuration file adds is not visible.
/// </summary>
internal sealed class WcfServices
{
    private static readonly HashSet<string> Demands = new(StringComparer.Ordinal) { "AuthorizeRoleAttribute", "PrincipalPermissionAttribute" };

    private readonly EndpointReader _reader;
    private readonly HashSet<ISymbol> _added = new(SymbolEqualityComparer.Default);

    public WcfServices(EndpointReader reader) => _reader = reader;

    public IEnumerable<Endpoint> All()
    {
        foreach (var call in _reader.Calls.Setup("AddServiceEndpoint"))
        {
            var ns = WebSymbols.Namespace(call.TargetMethod);
            if (!ns.StartsWith("CoreWCF", StringComparison.Ordinal) && !ns.StartsWith("System.ServiceModel", StringComparison.Ordinal))
            {
                continue;
            }

            var service = Service(call);
            if (service is not null)
            {
                _added.Add(service.OriginalDefinition);
            }

            if (Contract(call) is not { Name: "IMetadataExchange" } && SourceLocations.IsUserCode(call.NameLocation()))
            {
                yield return Endpoint(call, service);
            }
        }
    }

    /// <summary>A service of the .NET Framework that no code here adds: a configuration file may. Clients implement contracts too.</summary>
    public Endpoint? Unregistered(INamedTypeSymbol type)
    {
        if (_reader.Web.ServiceHost is null || type.IsAbstract || _added.Contains(type.OriginalDefinition) || EndpointReader.Place(type) is not { } place
            || type.BaseType?.Name is "ClientBase" or "DuplexClientBase"
            || !type.AllInterfaces.Prepend(type).Any(i => EndpointReader.Place(i) is not null && i.GetAttributes().Any(a => a.AttributeClass?.Name == "ServiceContractAttribute")))
        {
            return null;
        }

        var evidence = new AccessEvidence();
        evidence.Doubts(MessageArg.Text(Texts.AccessMay, "web.config"));
        return new(EndpointKind.Wcf, "", type.Name, place, type, Decide(type, evidence, ""));
    }

    private Endpoint Endpoint(IInvocationOperation call, INamedTypeSymbol? service)
    {
        var route = (call.Argument("address") ?? call.Argument("relativeAddress")) is { } address ? RouteFlow.Pattern(address.Unwrap() is IObjectCreationOperation { Arguments: { Length: > 0 } uri } ? uri[0].Value : address) : "";
        var evidence = new AccessEvidence();
        var binding = call.Argument("binding") is { } value ? WcfBinding.Read(value) : null;
        if (binding is { AsksWho: true })
        {
            evidence.Requires(AccessEvidence.Mapping, binding.Text, binding.Place, AccessBasis.Binding);
        }
        else if (binding is null)
        {
            evidence.Doubts(MessageArg.Text(Texts.AccessMay, "binding"));
        }

        var decision = Decide(service, evidence, route);
        if (binding is not null && decision.Outcome == AccessOutcome.None)
        {
            decision = decision with { Reason = MessageArg.Text(Texts.AccessBindingOpen, binding.Text) };
        }

        return new(EndpointKind.Wcf, route, service?.Name ?? call.TargetMethod.Name, call.NameLocation(), service, decision);
    }

    private AccessDecision Decide(INamedTypeSymbol? service, AccessEvidence evidence, string route)
    {
        if (service is null)
        {
            return _reader.Decide(evidence, [route], [], isPage: false, mappedHere: true, route);
        }

        _reader.Attributes.Type(service, 10 * AccessEvidence.Level, evidence);
        Add(service, 10 * AccessEvidence.Level, service.Name, evidence);
        var methods = Operations(service).ToArray();
        if (!evidence.Any && methods.Length > 0)
        {
            var each = methods.Select(m =>
            {
                var one = new AccessEvidence();
                _reader.Attributes.Method(m, 0, one);
                Add(m, 0, $"{service.Name}.{m.Name}", one);
                return one;
            }).ToArray();
            if (each.All(e => e.Any))
            {
                evidence.AddAll(each[0]);
            }
        }

        return _reader.Decide(evidence, [route], _reader.BodiesOf(methods), isPage: false, mappedHere: true, service.Name + " " + string.Join(" ", methods.Select(m => m.Name)));
    }

    private static void Add(ISymbol symbol, int distance, string where, AccessEvidence evidence)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { } type && Demands.Contains(type.Name))
            {
                evidence.Requires(distance, $"[{type.Name.Replace("Attribute", "")}] on {where}", data.ApplicationSyntaxReference is { } r ? Location.Create(r.SyntaxTree, r.Span) : null, AccessBasis.Attribute);
            }
        }
    }

    /// <summary>The methods that a contract with [ServiceContract] offers.</summary>
    private static IEnumerable<IMethodSymbol> Operations(INamedTypeSymbol service) => service.AllInterfaces
        .Where(i => i.GetAttributes().Any(a => a.AttributeClass?.Name == "ServiceContractAttribute"))
        .SelectMany(i => i.GetMembers()).OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary)
        .Select(service.FindImplementationForInterfaceMember).OfType<IMethodSymbol>()
        .Concat(service.GetMembers().OfType<IMethodSymbol>().Where(m => m.GetAttributes().Any(a => a.AttributeClass?.Name == "OperationContractAttribute")))
        .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);

    private static ITypeSymbol? Contract(IInvocationOperation call) => call.TargetMethod.TypeArguments.LastOrDefault()
        ?? call.Arguments.Select(a => a.Value.Unwrap()).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;

    /// <summary>AddServiceEndpoint&lt;TService, …&gt;, or the type that a ServiceHost was made for.</summary>
    private static INamedTypeSymbol? Service(IInvocationOperation call) =>
        (call.TargetMethod.TypeArguments.FirstOrDefault()
            ?? (call.Instance is { } host && AccessPolicies.Resolve(host.Unwrap()) is IObjectCreationOperation created
                ? created.Arguments.Select(a => a.Value.Unwrap()).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand : null)) as INamedTypeSymbol;
}
