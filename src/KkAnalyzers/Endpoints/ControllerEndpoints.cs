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
    private readonly List<(IInvocationOperation Call, AccessEvidence Evidence)> _conventionalMaps = [];
    private readonly bool _legacyMvc;

    public ControllerEndpoints(EndpointReader reader)
    {
        _reader = reader;
        _legacyMvc = reader.Calls.Setup("UseMvc", "UseMvcWithDefaultRoute").Any();
        foreach (var call in reader.Calls.BuilderCalls.Where(c => WebSymbols.IsFramework(c.TargetMethod) && (c.TargetMethod.Name == "MapControllers" || ConventionalMaps.Contains(c.TargetMethod.Name))))
        {
            (call.TargetMethod.Name == "MapControllers" ? _attributeMaps : _conventionalMaps).Add((call, MappedEndpoints.Mapping(reader, call)));
        }

        IgnoreDevelopment(_attributeMaps);
        IgnoreDevelopment(_conventionalMaps);
    }

    public IEnumerable<Endpoint> Of(INamedTypeSymbol type)
    {
        var classic = WebSymbols.IsAny(type, _reader.Web.ClassicControllers);
        if (!classic && !IsController(type))
        {
            yield break;
        }

        var onType = new AccessEvidence();
        _reader.Attributes.Type(type, 10 * AccessEvidence.Level, onType);
        var guarded = _reader.GuardedByOverride(type);
        foreach (var action in Actions(type))
        {
            var route = Route(type, action, out var byAttribute);
            if (!byAttribute && !classic && IsPlainClass(type) && _conventionalMaps.Count == 0 && !_legacyMvc)
            {
                continue; // a class that happens to be called …Controller, without any route to it
            }

            var evidence = new AccessEvidence();
            _reader.Attributes.Method(action, 0, evidence);
            evidence.AddAll(onType);
            if (!classic)
            {
                evidence.AddAll(Mapping(type, byAttribute));
            }

            evidence.AddAll(_reader.Application.Mvc);
            var own = EndpointReader.Place(action);
            var place = SymbolEqualityComparer.Default.Equals(action.ContainingType, type) && own is not null ? own : EndpointReader.Place(type);
            if (place is null)
            {
                continue;
            }

            var controller = Stem(type);
            var decision = evidence.Decide(_reader.Web.FrameworkReportsOverrides) ?? guarded ?? _reader.Decide(
                evidence,
                [route, $"/{controller}/{action.Name}"],
                _reader.BodiesOf(action),
                isPage: !byAttribute || !IsApi(type),
                _reader.Application.StartsHere || classic,
                type.Name + " " + action.Name + " " + action.ReturnType.ToDisplayString());
            yield return new(EndpointKind.Action, route, EndpointReader.Name(action, type), place, action, decision)
            {
                Controller = type,
                Fix = classic ? EndpointFix.None : EndpointFix.Attribute,
            };
        }
    }

    private static void IgnoreDevelopment(List<(IInvocationOperation Call, AccessEvidence Evidence)> maps)
    {
        if (maps.Any(m => !RouteFlow.IsDevelopmentOnly(m.Call)))
        {
            maps.RemoveAll(m => RouteFlow.IsDevelopmentOnly(m.Call));
        }
    }

    private AccessEvidence Mapping(INamedTypeSymbol type, bool byAttribute)
    {
        // Conventions of MapControllers hold for every action; those of a conventional route for its own.
        if (_attributeMaps.Count > 0 && (byAttribute || _attributeMaps.All(m => m.Evidence.Any)))
        {
            return EndpointReader.Common(_attributeMaps.Select(m => m.Evidence).ToArray());
        }

        var area = type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "AreaAttribute")?.ConstructorArguments.FirstOrDefault().Value as string;
        var maps = _conventionalMaps.Where(m => m.Call.TargetMethod.Name != "MapAreaControllerRoute" || m.Call.Argument("areaName").Constant() is not { } name || name == area).ToArray();
        return EndpointReader.Common(maps.Select(m => m.Evidence).ToArray());
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

    private static string Route(INamedTypeSymbol type, IMethodSymbol action, out bool byAttribute)
    {
        string? onType = null;
        for (var t = type; t is not null && onType is null; t = t.BaseType)
        {
            onType = Template(t);
        }

        var onAction = Template(action);
        byAttribute = onType is not null || onAction is not null;
        var name = action.Name.EndsWith("Async", StringComparison.Ordinal) && action.Name.Length > 5 ? action.Name.Substring(0, action.Name.Length - 5) : action.Name;
        var route = !byAttribute ? "[controller]/[action]"
            : onAction is { Length: > 0 } && onAction[0] is '/' or '~' ? onAction!.TrimStart('~')
            : RouteFlow.Join(onType ?? "", onAction ?? "");
        return "/" + route.TrimStart('/').Replace("[controller]", Stem(type)).Replace("[action]", name);
    }

    /// <summary>The first constant template of [Route], [HttpGet] and their kind.</summary>
    private static string? Template(ISymbol symbol) => symbol.GetAttributes()
        .Where(a => a.AttributeClass is { } type && (type.Name is "RouteAttribute" or "RoutePrefixAttribute" or "AcceptVerbsAttribute" || (type.Name.StartsWith("Http", StringComparison.Ordinal) && type.Name.EndsWith("Attribute", StringComparison.Ordinal))))
        .Select(a => a.ConstructorArguments.Where(c => c.Kind == TypedConstantKind.Primitive).Select(c => c.Value as string).FirstOrDefault(v => v is not null)
            ?? a.NamedArguments.FirstOrDefault(n => n.Key is "Template" or "Route").Value.Value as string)
        .FirstOrDefault(t => t is not null);
}
