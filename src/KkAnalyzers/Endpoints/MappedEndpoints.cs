using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>What is mapped by a call: minimal API, SignalR hubs, gRPC services, GraphQL, and calls of libraries.</summary>
internal sealed class MappedEndpoints
{
    private static readonly HashSet<string> Routes = new(StringComparer.Ordinal)
    {
        "Map", "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "MapFallback",
    };

    /// <summary>Calls whose endpoints are read from types, or that map nothing.</summary>
    private static readonly HashSet<string> ReadElsewhere = new(StringComparer.Ordinal)
    {
        "MapGroup", "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "MapDynamicControllerRoute",
        "MapFallbackToController", "MapFallbackToAreaController", "MapFallbackToPage", "MapFallbackToAreaPage", "MapDynamicPageRoute",
        "MapRazorPages", "MapRazorComponents", "MapBlazorHub", "MapCarter",
    };

    private readonly EndpointReader _reader;
    private readonly HashSet<ISymbol> _mapped = new(SymbolEqualityComparer.Default);
    private GraphQlResolvers? _resolvers;

    public MappedEndpoints(EndpointReader reader) => _reader = reader;

    /// <summary>True for a hub or service type that some call here maps.</summary>
    public bool IsMapped(INamedTypeSymbol type) => _mapped.Contains(type.OriginalDefinition);

    /// <summary>The evidence of a call that maps many endpoints at once, such as MapControllers.</summary>
    public static AccessEvidence Mapping(EndpointReader reader, IInvocationOperation call, AccessBasis basis)
    {
        var down = reader.Flow.Down(call, AccessEvidence.Mapping, basis);
        var builder = call.Receiver() ?? call.Arguments.FirstOrDefault()?.Value;
        if (builder is null)
        {
            return down;
        }

        return EndpointReader.Common(reader.Flow.Up(builder).Select(path =>
        {
            var evidence = new AccessEvidence(down);
            evidence.AddFarther(AccessEvidence.Mapping, path.Evidence);
            if (call.TargetMethod.Name.IndexOf("Controller", StringComparison.Ordinal) < 0)
            {
                evidence.DropEndpointFilters();
            }

            return evidence;
        }).ToArray());
    }

    public IEnumerable<Endpoint> All()
    {
        foreach (var call in _reader.Calls.BuilderCalls)
        {
            var method = call.TargetMethod;
            if (!method.Name.StartsWith("Map", StringComparison.Ordinal) || (_reader.Bodies.Has(method) && method.Name != "MapGrpcService") || !_reader.Web.IsRouteBuilder(method.OriginalDefinition.Parameters.FirstOrDefault()?.Type)
                || !SourceLocations.IsUserCode(call.Syntax.GetLocation()))
            {
                continue;
            }

            if (Routes.Contains(method.Name) && WebSymbols.Namespace(method) == "Microsoft.AspNetCore.Builder")
            {
                foreach (var endpoint in Route(call))
                {
                    yield return endpoint;
                }
            }
            else if (method.Name is "MapHub" or "MapGrpcService" or "MapConnectionHandler" && method.TypeArguments.FirstOrDefault() is INamedTypeSymbol type)
            {
                _mapped.Add(type.OriginalDefinition);
                yield return Service(type, call);
            }
            else if (method.Name == "MapIdentityApi" && WebSymbols.IsFramework(method))
            {
                foreach (var endpoint in new IdentityApi(_reader, call).All())
                {
                    yield return endpoint;
                }
            }
            else if (!ReadElsewhere.Contains(method.Name) && (_reader.Anonymous.IsCall(method.Name) || WebSymbols.Is(method.ReturnType, _reader.Web.ConventionBuilder)))
            {
                yield return Library(call);
            }
        }
    }

    /// <summary>A hub or gRPC service class that nothing here maps: another project may.</summary>
    public Endpoint? Unmapped(INamedTypeSymbol type)
    {
        var kind = WebSymbols.Is(type, _reader.Web.Hub) ? EndpointKind.Hub : IsGrpc(type) ? EndpointKind.Grpc : (EndpointKind?)null;
        if (kind is null || type.IsAbstract || type.IsGenericType || type.TypeKind != TypeKind.Class || IsMapped(type) || EndpointReader.Place(type) is not { } place)
        {
            return null;
        }

        return Service(kind.Value, type, "", place, new AccessEvidence(), mappedHere: false, EndpointFix.Attribute);
    }

    private bool IsGrpc(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; _reader.Web.GrpcBinding is not null && t is not null; t = t.BaseType)
        {
            if (t.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, _reader.Web.GrpcBinding)))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Endpoint> Route(IInvocationOperation call)
    {
        var handler = call.Argument("handler") ?? call.Argument("requestDelegate") ?? call.Arguments.LastOrDefault()?.Value;
        var callers = handler?.Unwrap() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } owner }
            ? _reader.Calls.Callers(owner).ToArray()
            : [];
        if (callers.Length == 0)
        {
            yield return Route(call, null, handler);
            yield break;
        }

        // A wrapper of the application's own around MapGet: each call of the wrapper is an endpoint.
        foreach (var caller in callers)
        {
            yield return Route(call, caller, handler);
        }
    }

    private Endpoint Route(IInvocationOperation call, IInvocationOperation? caller, IOperation? handler)
    {
        IOperation? Bound(IOperation? value) => caller is not null && value?.Unwrap() is IParameterReferenceOperation parameter ? caller.Argument(parameter.Parameter.Ordinal) ?? value : value;

        handler = Resolve(Bound(handler)?.Unwrap());
        var pattern = call.TargetMethod.Name == "MapFallback" && call.Argument("pattern") is null ? "{*path}" : RouteFlow.Pattern(Bound(call.Argument("pattern")));
        var own = new AccessEvidence();
        IOperation? body = null;
        IMethodSymbol? symbol = null;
        switch (handler)
        {
            case IAnonymousFunctionOperation lambda:
                symbol = lambda.Symbol;
                body = lambda;
                break;
            case IMethodReferenceOperation reference:
                symbol = reference.Method;
                body = _reader.Bodies.Of(reference.Method);
                break;
        }

        if (symbol is not null)
        {
            _reader.Attributes.Method(symbol, 0, own);
        }

        own.AddAll(_reader.Flow.Down(call, 0, AccessBasis.Mapping));
        if (caller is not null)
        {
            own.AddAll(_reader.Flow.Down(caller, 0, AccessBasis.Mapping));
        }

        var builder = call.Receiver() ?? call.Arguments.FirstOrDefault()?.Value;
        var paths = builder is null ? [] : _reader.Flow.Up(builder, caller);
        var evidences = paths.Select(path =>
        {
            var evidence = new AccessEvidence(own);
            evidence.AddAll(path.Evidence);
            return evidence;
        }).ToArray();
        var route = RouteFlow.Join(paths.FirstOrDefault()?.Prefix ?? "", pattern);
        if (route.Length == 0 || (route[0] != '/' && route[0] != '…' && route[0] != '{'))
        {
            route = "/" + route;
        }

        var all = EndpointReader.Common(evidences);
        AddCarterModule(call, all);
        var handlerName = symbol is { MethodKind: not MethodKind.AnonymousFunction } ? $"{symbol.ContainingType?.Name}.{symbol.Name}" : (caller ?? call).TargetMethod.Name;
        var words = handlerName + " " + (symbol is null ? "" : string.Join(" ", symbol.Parameters.Select(p => p.Type.Name + " " + p.Name)) + " " + symbol.ReturnType.ToDisplayString());
        var decision = Development(call, all) ?? _reader.Decide(all, [route], body is null ? [] : [body], isPage: route == "/", mappedHere: _reader.Application.StartsHere, words);
        if (decision is { Outcome: AccessOutcome.None, Reason: not null } && body is IAnonymousFunctionOperation && AttributeOnCallee(body) is { } callee)
        {
            decision = decision with { Reason = MessageArg.Text(Texts.AccessOnCallee, callee.Name) };
        }

        return new(EndpointKind.Route, route, handlerName, (caller ?? call).NameLocation(), symbol, decision)
        {
            Body = body as IAnonymousFunctionOperation,
            Fix = caller is null || WebSymbols.Is(caller.Type, _reader.Web.ConventionBuilder) ? EndpointFix.Call : EndpointFix.None,
        };
    }

    /// <summary>Mapped on a developer's machine only; what is written on it still counts.</summary>
    private static AccessDecision? Development(IInvocationOperation call, AccessEvidence evidence) =>
        !evidence.Any && RouteFlow.IsDevelopmentOnly(call) ? new(AccessOutcome.Convention, "IsDevelopment()", call.Syntax.GetLocation()) : null;

    /// <summary>RequireAuthorization() in the constructor of a Carter module holds for its routes.</summary>
    private void AddCarterModule(IInvocationOperation call, AccessEvidence evidence)
    {
        if (EnclosingType(call) is not { } module || !module.AllInterfaces.Any(i => i.Name == "ICarterModule" && WebSymbols.Namespace(i) == "Carter"))
        {
            return;
        }

        foreach (var setup in _reader.Calls.Setup("RequireAuthorization").Where(c => c.TargetMethod.ContainingType is { Name: "CarterModule" } type && WebSymbols.Namespace(type) == "Carter"))
        {
            if (SymbolEqualityComparer.Default.Equals(EnclosingType(setup), module))
            {
                evidence.Requires(AccessEvidence.Mapping, "RequireAuthorization()", setup.NameLocation(), AccessBasis.Convention, _reader.Policies.Open(setup.Arguments));
            }
        }
    }

    private INamedTypeSymbol? EnclosingType(IOperation operation) =>
        _reader.Bodies.Model(operation.Syntax.SyntaxTree).GetEnclosingSymbol(operation.Syntax.SpanStart)?.ContainingType;

    /// <summary>The method with an attribute that a lambda merely calls (hard case 17).</summary>
    private IMethodSymbol? AttributeOnCallee(IOperation lambda) => lambda.Inside().OfType<IInvocationOperation>().Select(c => c.TargetMethod)
        .FirstOrDefault(m => _reader.Bodies.Has(m) && m.GetAttributes().Any(a => WebSymbols.IsAny(a.AttributeClass, _reader.Web.AuthorizeData)));

    private static IOperation? Resolve(IOperation? handler) => handler is ILocalReferenceOperation local
        ? local.Root().Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local.Local))?.GetVariableInitializer()?.Value.Unwrap()
        : handler;

    private Endpoint Service(INamedTypeSymbol type, IInvocationOperation call) => Service(
        call.TargetMethod.Name == "MapGrpcService" ? EndpointKind.Grpc : EndpointKind.Hub,
        type,
        RouteFlow.Pattern(call.Argument("pattern")),
        call.NameLocation(),
        Mapping(_reader, call, AccessBasis.Mapping),
        _reader.Application.StartsHere,
        EndpointFix.Call,
        call);

    private Endpoint Service(EndpointKind kind, INamedTypeSymbol type, string route, Location place, AccessEvidence mapping, bool mappedHere, EndpointFix fix, IInvocationOperation? call = null)
    {
        var evidence = new AccessEvidence();
        _reader.Attributes.Type(type, 10 * AccessEvidence.Level, evidence);
        evidence.AddAll(mapping);
        var methods = type.GetMembers().OfType<IMethodSymbol>()
            .Where(m => m.MethodKind == MethodKind.Ordinary && m.DeclaredAccessibility == Accessibility.Public && !m.IsStatic && !m.IsImplicitlyDeclared && m.IsOverride == (kind == EndpointKind.Grpc)).ToArray();
        AccessDecision? perMethod = null;
        if (!evidence.Any && methods.Length > 0)
        {
            var each = methods.Select(m =>
            {
                var one = new AccessEvidence();
                _reader.Attributes.Method(m, 0, one);
                return one.Decide(_reader.Web.FrameworkReportsOverrides);
            }).ToArray();
            perMethod = each.All(d => d is not null) ? each[0] : null;
        }

        var decision = perMethod ?? (evidence.Any ? null : _reader.GuardedByOverride(type)) ?? (call is null ? null : Development(call, evidence))
            ?? _reader.Decide(evidence, route.Length == 0 ? [] : [route], _reader.BodiesOf(methods), isPage: false, mappedHere, type.Name + " " + string.Join(" ", methods.Select(m => m.Name)));
        return new(kind, route, type.Name, place, type, decision) { Fix = fix };
    }

    private Endpoint Library(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var evidence = Mapping(_reader, call, AccessBasis.Mapping);
        var route = RouteFlow.Pattern(call.Argument("pattern") ?? call.Argument("path"));
        var graph = name.StartsWith("MapGraphQL", StringComparison.Ordinal);
        AccessDecision decision;
        if (!evidence.Any && _reader.Application.Fallback is null && _reader.Anonymous.IsCall(name))
        {
            decision = new(AccessOutcome.Convention, name, call.NameLocation());
        }
        else if (!evidence.Any && _reader.Application.Fallback is null && graph && (_resolvers ??= new GraphQlResolvers(_reader)).Decision() is { } onResolvers)
        {
            decision = onResolvers;
        }
        else
        {
            if (!graph && name != "MapConnections")
            {
                evidence.Doubts(MessageArg.Text(Texts.AccessMay, name));
            }

            decision = Development(call, evidence) ?? _reader.Decide(evidence, [route], [], isPage: false, _reader.Application.StartsHere, name);
        }

        return new(graph ? EndpointKind.GraphQl : EndpointKind.Route, route is "…" ? "" : route, name, call.NameLocation(), null, decision)
        {
            Fix = EndpointFix.Call,
            Resolvers = graph ? new GraphQlResolvers(_reader).Methods() : ImmutableArray<IMethodSymbol>.Empty,
        };
    }
}
