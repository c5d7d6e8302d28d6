using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>Actions of controllers, by the framework's own discovery rules; ASP.NET Core and classic ASP.NET.</summary>
internal sealed class ControllerEndpoints
{
    private static readonly HashSet<string> ConventionalMaps = new(StringComparer.Ordinal)
    {
        "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "MapDynamicControllerRoute", "MapFallbackToController", "MapFallbackToAreaController",
    };

    private readonly EndpointReader _reader;
    private readonly List<(IInvocationOperation Call, AccessEvidence Evidence)> _attributeMaps = [];
    private readonly List<ConventionalRoute> _conventional = [];
    private readonly List<ConventionalRoute> _legacy = [];
    private readonly bool _legacyMvc;
    private readonly bool _onlyAttributeRoutes;
    private readonly string _odataPrefix;

    public ControllerEndpoints(EndpointReader reader)
    {
        _reader = reader;
        _legacyMvc = reader.Calls.Setup("UseMvc", "UseMvcWithDefaultRoute").Any();
        _odataPrefix = reader.Calls.Setup("AddRouteComponents", "MapODataServiceRoute").Select(c => (c.Argument("routePrefix") ?? c.Argument("prefix")).Constant()).FirstOrDefault(p => p is not null) ?? "odata";
        _legacy.AddRange(reader.Calls.Setup("MapRoute", "MapAreaRoute", "MapHttpRoute").Select(c => ConventionalRoute.Read(c, new AccessEvidence())));
        foreach (var call in reader.Calls.BuilderCalls.Where(c => WebSymbols.IsFramework(c.TargetMethod)))
        {
            if (call.TargetMethod.Name == "MapControllers")
            {
                _attributeMaps.Add((call, MappedEndpoints.Mapping(reader, call, AccessBasis.Convention)));
            }
            else if (ConventionalMaps.Contains(call.TargetMethod.Name))
            {
                _conventional.Add(ConventionalRoute.Read(call, MappedEndpoints.Mapping(reader, call, AccessBasis.Convention)));
            }
        }

        IgnoreDevelopment(_attributeMaps, m => m.Call);
        IgnoreDevelopment(_conventional, m => m.Call);

        // MapControllers alone leads to no action without an attribute, unless code that is not read gives it a route.
        _onlyAttributeRoutes = reader.Application.StartsHere && _attributeMaps.Count > 0 && _conventional.Count == 0 && _legacy.Count == 0 && !_legacyMvc && !reader.Application.HasConventions && !reader.MapsElsewhere;
    }

    public IEnumerable<Endpoint> Of(INamedTypeSymbol type)
    {
        var library = ClassicLibrary(type);
        if (library is null && !IsController(type))
        {
            yield break;
        }

        var onType = new AccessEvidence();
        _reader.Attributes.Type(type, 10 * AccessEvidence.Level, onType, library);
        var guarded = _reader.GuardedByOverride(type);
        var controller = Stem(type);
        foreach (var action in Actions(type))
        {
            var route = Route(type, action, library, out var byAttribute);
            if (!byAttribute && library is null && (_onlyAttributeRoutes || (IsPlainClass(type) && _conventional.Count == 0 && !_legacyMvc)))
            {
                continue; // no request can get there
            }

            var evidence = new AccessEvidence();
            _reader.Attributes.Method(action, 0, evidence, library);
            evidence.AddAll(onType);
            if (library is null)
            {
                evidence.AddAll(Mapping(type, action, byAttribute));
            }

            evidence.AddAll(library switch
            {
                null => _reader.Application.Mvc,
                "System.Web.Mvc" => _reader.Application.ClassicMvc,
                _ => _reader.Application.ClassicApi,
            });
            var own = EndpointReader.Place(action);
            var place = SymbolEqualityComparer.Default.Equals(action.ContainingType, type) && own is not null ? own : EndpointReader.Place(type);
            if (place is null)
            {
                continue;
            }

            var decision = evidence.Decide(_reader.Web.FrameworkReportsOverrides) ?? guarded ?? _reader.Decide(
                evidence,
                [route, $"/{controller}/{action.Name}"],
                _reader.BodiesOf(action),
                isPage: !byAttribute || !IsApi(type),
                _reader.Application.StartsHere || library is not null,
                type.Name + " " + action.Name + " " + action.ReturnType.ToDisplayString());
            yield return new(EndpointKind.Action, route, EndpointReader.Name(action, type), place, action, decision)
            {
                Controller = type,
                Fix = library is not null ? EndpointFix.None : EndpointFix.Attribute,
            };
        }
    }

    private static void IgnoreDevelopment<T>(List<T> maps, Func<T, IInvocationOperation> call)
    {
        if (maps.Exists(m => !RouteFlow.IsDevelopmentOnly(call(m))))
        {
            maps.RemoveAll(m => RouteFlow.IsDevelopmentOnly(call(m)));
        }
    }

    private AccessEvidence Mapping(INamedTypeSymbol type, IMethodSymbol action, bool byAttribute)
    {
        // Conventions of MapControllers hold for every action; those of a conventional route for its own.
        if (_attributeMaps.Count > 0 && (byAttribute || _attributeMaps.TrueForAll(m => m.Evidence.Any)))
        {
            return EndpointReader.Common(_attributeMaps.Select(m => m.Evidence).ToArray());
        }

        var area = Area(type);
        var maps = _conventional.Where(m => m.Serves(area, Stem(type), ActionName(action))).Select(m => m.Evidence).ToArray();
        return EndpointReader.Common(maps.Length > 0 ? maps : _conventional.Select(m => m.Evidence).ToArray());
    }

    private string? ClassicLibrary(INamedTypeSymbol type)
    {
        foreach (var classic in _reader.Web.ClassicControllers)
        {
            if (WebSymbols.Is(type, classic))
            {
                return type.IsAbstract ? null : WebSymbols.Namespace(classic);
            }
        }

        return null;
    }

    private static string? Area(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name is "AreaAttribute" or "RouteAreaAttribute") is { } attribute)
            {
                return attribute.ConstructorArguments.FirstOrDefault().Value as string;
            }
        }

        return null;
    }

    private static bool IsOData(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.Name == "ODataController" || t.GetAttributes().Any(a => a.AttributeClass?.Name is "ODataAttributeRoutingAttribute" or "ODataRouteComponentAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsController(INamedTypeSymbol type)
    {
        if (_reader.Web.ControllerBase is null || type.TypeKind != TypeKind.Class || type.IsAbstract || type.IsStatic || type.IsGenericType)
        {
            return false;
        }

        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return !Has(type, "NonControllerAttribute") && (type.Name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase) || Has(type, "ControllerAttribute"));
    }

    /// <summary>Neither derived from the framework's controllers nor marked as one.</summary>
    private bool IsPlainClass(INamedTypeSymbol type) => !WebSymbols.Is(type, _reader.Web.ControllerBase) && !Has(type, "ControllerAttribute");

    private static bool IsApi(INamedTypeSymbol type) => Has(type, "ApiControllerAttribute");

    private static bool Has(ISymbol symbol, string attribute)
    {
        for (var s = symbol; s is not null; s = s switch { INamedTypeSymbol t => t.BaseType, IMethodSymbol m => m.OverriddenMethod, _ => null })
        {
            foreach (var data in s.GetAttributes())
            {
                for (var type = data.AttributeClass; type is not null; type = type.BaseType)
                {
                    if (type.Name == attribute && WebSymbols.Namespace(type).StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private IEnumerable<IMethodSymbol> Actions(INamedTypeSymbol type)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var t = type; t is not null && t.SpecialType != SpecialType.System_Object; t = t.BaseType)
        {
            if (WebSymbols.Namespace(t) is var ns && (ns.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) || ns is "System.Web.Mvc" or "System.Web.Http" || ns.StartsWith("Microsoft.AspNetCore.OData", StringComparison.Ordinal)))
            {
                yield break;
            }

            foreach (var method in t.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.OverriddenMethod is { } overridden)
                {
                    seen.Add(overridden.OriginalDefinition);
                }

                var root = method;
                while (root.OverriddenMethod is { } further)
                {
                    root = further;
                }

                if (method.MethodKind == MethodKind.Ordinary && method.DeclaredAccessibility == Accessibility.Public && !method.IsStatic && !method.IsAbstract && !method.IsGenericMethod
                    && !method.IsImplicitlyDeclared
                    && seen.Add(method.OriginalDefinition)
                    && root.ContainingType.SpecialType != SpecialType.System_Object
                    && !(WebSymbols.IsFramework(root) && !_reader.Bodies.Has(root))
                    && !(method.Name == "Dispose" && method.Parameters.IsEmpty)
                    && !Has(method, "NonActionAttribute")
                    && !method.GetAttributes().Any(a => a.AttributeClass is { Name: "NonActionAttribute" or "ChildActionOnlyAttribute" }))
                {
                    yield return method;
                }
            }
        }
    }

    private static string Stem(INamedTypeSymbol type) =>
        type.Name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase) ? type.Name.Substring(0, type.Name.Length - "Controller".Length) : type.Name;

    private static string ActionName(IMethodSymbol action) =>
        action.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "ActionNameAttribute")?.ConstructorArguments.FirstOrDefault().Value as string
        ?? (action.Name.EndsWith("Async", StringComparison.Ordinal) && action.Name.Length > 5 ? action.Name.Substring(0, action.Name.Length - 5) : action.Name);

    private string Route(INamedTypeSymbol type, IMethodSymbol action, string? library, out bool byAttribute)
    {
        string? onType = null;
        for (var t = type; t is not null && onType is null; t = t.BaseType)
        {
            onType = Template(t);
        }

        var onAction = Template(action);
        var isOData = onAction is null && library is null && IsOData(type);
        byAttribute = onType is not null || onAction is not null || isOData;
        var (area, controller, name) = (Area(type), Stem(type), ActionName(action));
        if (isOData)
        {
            return ODataRoute(onType ?? $"{_odataPrefix}/{controller}", controller, action);
        }

        if (!byAttribute)
        {
            return Conventional(library is null ? _conventional : _legacy) ?? Conventional(_legacy) ?? $"/{(area is null ? "" : area + "/")}{controller}/{name}";
        }

        var route = onAction is { Length: > 0 } && onAction[0] is '/' or '~' ? onAction!.TrimStart('~') : RouteFlow.Join(onType ?? "", onAction ?? "");
        return "/" + route.TrimStart('/').Replace("[controller]", controller).Replace("[action]", name).Replace("[area]", area ?? "[area]");

        string? Conventional(List<ConventionalRoute> routes) => routes
            .Where(r => r.Template != "…" && r.Serves(area, controller, name))
            .OrderBy(r => r.Area is null && area is not null ? 1 : 0).FirstOrDefault()?.Fill(area, controller, name);
    }

    /// <summary>By OData's conventions: the set of the controller, one of it by key, or a function bound to it.</summary>
    private static string ODataRoute(string set, string controller, IMethodSymbol action)
    {
        var route = "/" + set.Replace("[controller]", controller).TrimStart('/');
        if (action.Parameters.FirstOrDefault(p => p.Name is "key" or "keyId")?.Name is { } key)
        {
            route += $"({{{key}}})";
        }

        return action.Name is "Get" or "Post" or "Put" or "Patch" or "Delete" || action.Name == "Get" + controller || action.Name == "Post" + controller ? route : $"{route}/{action.Name}";
    }

    /// <summary>The first constant template of [Route], [HttpGet] and their kind.</summary>
    private static string? Template(ISymbol symbol) => symbol.GetAttributes()
        .Where(a => a.AttributeClass is { } type && (type.Name is "RouteAttribute" or "ODataRouteAttribute" or "RoutePrefixAttribute" or "AcceptVerbsAttribute" || (type.Name.StartsWith("Http", StringComparison.Ordinal) && type.Name.EndsWith("Attribute", StringComparison.Ordinal))))
        .Select(a => a.ConstructorArguments.Where(c => c.Kind == TypedConstantKind.Primitive).Select(c => c.Value as string).FirstOrDefault(v => v is not null)
            ?? a.NamedArguments.FirstOrDefault(n => n.Key is "Template" or "Route").Value.Value as string)
        .FirstOrDefault(t => t is not null);
}
