using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// What stands around a handler and may look at the record before it runs: policies whose requirements read the id, filters,
/// middleware, base classes, roles of administrators. What is written in another project is an open question.
/// </summary>
internal sealed class AccessLimits(EndpointModel endpoints)
{
    private static readonly HashSet<string> IdReaders = new(StringComparer.Ordinal)
    {
        "RouteValues", "RouteData", "ActionArguments", "HandlerArguments", "HubMethodArguments", "Arguments", "Query", "QueryString", "GetRouteValue", "GetArgument", "Resource", "Form",
    };

    private static readonly HashSet<string> FilterInterfaces = new(StringComparer.Ordinal)
    {
        "IActionFilter", "IAsyncActionFilter", "IAuthorizationFilter", "IAsyncAuthorizationFilter", "IResourceFilter", "IAsyncResourceFilter", "IPageFilter", "IAsyncPageFilter", "IFilterFactory",
    };

    private readonly Dictionary<ISymbol, bool> _readsIds = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, bool?> _policies = new(StringComparer.Ordinal);
    private HashSet<SyntaxTree>? _filteredFiles;
    private INamedTypeSymbol[]? _requirementHandlers;
    private bool? _everywhere;

    /// <summary>True: who may reach the record was decided. False: only who may call. Null: it cannot be known here.</summary>
    public bool? Decided(Endpoint endpoint, IMethodSymbol handler, IEnumerable<string> askedInCode)
    {
        if (Everywhere || Filtered(endpoint) || Overrides(endpoint.Controller ?? endpoint.Symbol as INamedTypeSymbol))
        {
            return true;
        }

        bool? answer = false;
        foreach (var one in Attributes(endpoint, handler).Select(Judge).Concat(Policies(endpoint).Concat(askedInCode).Select(Policy)))
        {
            if (one == true)
            {
                return true;
            }

            answer = one is null ? null : answer;
        }

        return answer;
    }

    private static IEnumerable<AttributeData> Attributes(Endpoint endpoint, IMethodSymbol handler)
    {
        for (IMethodSymbol? m = handler; m is not null; m = m.OverriddenMethod)
        {
            foreach (var attribute in m.GetAttributes())
            {
                yield return attribute;
            }
        }

        for (var t = endpoint.Controller ?? endpoint.Symbol as INamedTypeSymbol ?? (handler.MethodKind == MethodKind.AnonymousFunction ? null : handler.ContainingType); t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            foreach (var attribute in t.GetAttributes())
            {
                yield return attribute;
            }
        }
    }

    private bool? Judge(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return false;
        }

        var named = attribute.NamedArguments;
        if (type.Name == "AuthorizeAttribute" && WebSymbols.IsFramework(type))
        {
            var roles = named.FirstOrDefault(n => n.Key == "Roles").Value.Value as string;
            if (roles is not null && roles.Split(',').All(AccessNames.IsAdministrator))
            {
                return true;
            }

            var policy = named.FirstOrDefault(n => n.Key == "Policy").Value.Value as string ?? attribute.ConstructorArguments.Where(a => a.Kind == TypedConstantKind.Primitive).Select(a => a.Value as string).FirstOrDefault(v => v is not null);
            return policy is null ? false : Policy(policy);
        }

        var filters = type.TypeArguments.Concat(attribute.ConstructorArguments.Where(a => a.Kind == TypedConstantKind.Type).Select(a => a.Value)).OfType<INamedTypeSymbol>()
            .Where(t => type.Name is "TypeFilterAttribute" or "ServiceFilterAttribute" && IsFilter(t)).ToArray();
        if (filters.Length == 0 && IsFilter(type))
        {
            filters = [type];
        }

        // A filter that is not visible is an open question; one that never looks at the request decides who, not what.
        foreach (var filter in filters.Where(f => !WebSymbols.IsFramework(f)))
        {
            return !endpoints.Bodies.Has(filter) ? null : ReadsIds(filter);
        }

        return !WebSymbols.IsFramework(type) && AccessNames.IsAdministrator(type.Name);
    }

    private static bool IsFilter(INamedTypeSymbol type) => type.AllInterfaces.Any(i => FilterInterfaces.Contains(i.Name));

    /// <summary>The policies that the mapping of a route, hub or service asks for.</summary>
    private IEnumerable<string> Policies(Endpoint endpoint)
    {
        if (endpoint.Kind is not (EndpointKind.Route or EndpointKind.Hub or EndpointKind.Grpc))
        {
            yield break;
        }

        foreach (var call in endpoints.Calls.Setup("RequireAuthorization"))
        {
            if (endpoint.Location.SourceTree != call.Syntax.SyntaxTree
                || !(call.NameLocation() == endpoint.Decision.Place || call.Syntax.Span.Contains(endpoint.Location.SourceSpan)))
            {
                continue;
            }

            foreach (var argument in call.Arguments.Where(a => a.Value != call.Receiver()).Select(a => a.Value))
            {
                // Names in a policy that is written on the spot are roles and claims: only those of administrators say enough.
                var onTheSpot = argument.Unwrap() is IAnonymousFunctionOperation;
                foreach (var name in argument.Inside().Select(o => o.Constant()).OfType<string>())
                {
                    if (!onTheSpot || AccessNames.IsAdministrator(name))
                    {
                        yield return name;
                    }
                }
            }
        }
    }

    private bool? Policy(string name)
    {
        if (!_policies.TryGetValue(name, out var known))
        {
            _policies[name] = known = Compute(name);
        }

        return known;
    }

    private bool? Compute(string name)
    {
        if (AccessNames.IsAdministrator(name))
        {
            return true;
        }

        var definitions = endpoints.Calls.Setup("AddPolicy").Where(c => c.Arguments.Any(a => a.Value.Constant() == name)).ToArray();
        if (definitions.Length == 0)
        {
            // Defined in another project, or made at run time.
            return null;
        }

        foreach (var definition in definitions)
        {
            var inside = definition.Arguments.SelectMany(a => a.Value.Inside()).ToArray();
            var roles = inside.OfType<IInvocationOperation>().FirstOrDefault(c => c.TargetMethod.Name == "RequireRole")?.Arguments.SelectMany(a => a.Value.Inside()).Select(o => o.Constant()).OfType<string>().ToArray();
            if (roles is { Length: > 0 } && roles.All(AccessNames.IsAdministrator))
            {
                return true;
            }

            var requirements = inside.Select(o => o is IObjectCreationOperation ? o.Type : null).OfType<ITypeSymbol>().ToArray();
            if (RequirementHandlers.Any(h => requirements.Any(r => Handles(h, r)) && ReadsIds(h)))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<INamedTypeSymbol> RequirementHandlers => _requirementHandlers ??= endpoints.Bodies.SourceTypes()
        .Where(t => t.TypeKind == TypeKind.Class && (t.BaseType?.Name == "AuthorizationHandler" || t.AllInterfaces.Any(i => i.Name == "IAuthorizationHandler"))).ToArray();

    private static bool Handles(INamedTypeSymbol handler, ITypeSymbol requirement) =>
        handler.BaseType is not { Name: "AuthorizationHandler", TypeArguments: { Length: > 0 } arguments } || SymbolEqualityComparer.Default.Equals(arguments[0], requirement);

    /// <summary>Code of the type looks at the arguments or the route of the request.</summary>
    private bool ReadsIds(INamedTypeSymbol type)
    {
        if (!_readsIds.TryGetValue(type, out var known))
        {
            _readsIds[type] = known = type.GetMembers().OfType<IMethodSymbol>().Select(endpoints.Bodies.Of).OfType<IOperation>().Any(ReadsIds);
        }

        return known;
    }

    private static bool ReadsIds(IOperation body) => body.Inside().Any(o => o switch
    {
        IPropertyReferenceOperation property => IdReaders.Contains(property.Property.Name),
        IInvocationOperation call => IdReaders.Contains(call.TargetMethod.Name),
        _ => false,
    });

    private bool Guards(INamedTypeSymbol type) =>
        endpoints.Bodies.Has(type) && ReadsIds(type) && type.GetMembers().OfType<IMethodSymbol>().Select(endpoints.Bodies.Of).OfType<IOperation>().Any(b => b.Inside().Any(Refusals.IsRefusal));

    /// <summary>Middleware and filters of the whole application that look at the id and refuse callers.</summary>
    private bool Everywhere => _everywhere ??= endpoints.Calls.Setup("UseMiddleware", "Add", "AddService")
        .SelectMany(c => c.TargetMethod.TypeArguments.Concat(c.Arguments.Select(a => a.Value.Unwrap()).Select(v => v is ITypeOfOperation typeOf ? typeOf.TypeOperand : v is IObjectCreationOperation ? v.Type : null)))
        .OfType<INamedTypeSymbol>().Any(t => (IsFilter(t) || t.GetMembers("InvokeAsync").Length > 0 || t.GetMembers("Invoke").Length > 0 || t.AllInterfaces.Any(i => i.Name == "IHubFilter")) && Guards(t));

    /// <summary>An endpoint filter in the same file looks at the id and refuses; which of the routes there it holds for is left open.</summary>
    private bool Filtered(Endpoint endpoint)
    {
        if (endpoint.Kind != EndpointKind.Route || endpoint.Location.SourceTree is not { } tree)
        {
            return false;
        }

        _filteredFiles ??= new(endpoints.Calls.BuilderCalls.Where(c => c.TargetMethod.Name.StartsWith("AddEndpointFilter", StringComparison.Ordinal)
            && (c.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>().Any(t => !endpoints.Bodies.Has(t) || Guards(t))
                || c.Arguments.Any(a => a.Value.Unwrap() is IAnonymousFunctionOperation lambda && ReadsIds(lambda) && lambda.Inside().Any(Refusals.IsRefusal)))).Select(c => c.Syntax.SyntaxTree));
        return _filteredFiles.Contains(tree);
    }

    private bool Overrides(INamedTypeSymbol? type)
    {
        for (var t = type; t is not null && endpoints.Bodies.Has(t); t = t.BaseType)
        {
            foreach (var method in t.GetMembers().OfType<IMethodSymbol>().Where(m => m.IsOverride && m.Name is "OnActionExecuting" or "OnActionExecutionAsync" or "OnPageHandlerExecuting" or "OnPageHandlerExecutionAsync"))
            {
                if (endpoints.Bodies.Of(method) is { } body && ReadsIds(body) && body.Inside().Any(Refusals.IsRefusal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
