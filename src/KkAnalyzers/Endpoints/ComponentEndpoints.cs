using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Razor components with a route (@page). Their attributes (@attribute, also of _Imports.razor) are in the C# that Razor
/// makes of them. AuthorizeRouteView and AuthorizeView only obey attributes and decide nothing by themselves.
/// </summary>
internal sealed class ComponentEndpoints
{
    /// <summary>What a page may ask for without having data to show.</summary>
    private static readonly HashSet<string> HarmlessServices = new(StringComparer.Ordinal)
    {
        "NavigationManager", "IJSRuntime", "ILogger", "IStringLocalizer", "IHostEnvironment", "IWebHostEnvironment", "ILoggerFactory", "IWebAssemblyHostEnvironment",
    };

    private readonly EndpointReader _reader;
    private readonly AccessEvidence _mapping;
    private readonly bool _client;
    private readonly bool _rendersHere;
    private readonly IEnumerable<string> _markupFiles;

    public ComponentEndpoints(EndpointReader reader, KkContext context)
    {
        _reader = reader;
        var maps = reader.Calls.BuilderCalls.Where(c => c.TargetMethod.Name is "MapRazorComponents" or "MapBlazorHub").ToArray();
        _mapping = EndpointReader.Common(maps.Select(c => MappedEndpoints.Mapping(reader, c)).ToArray());
        _rendersHere = maps.Length > 0;
        _client = !_rendersHere && context.Compilation.ReferencedAssemblyNames.Any(a => a.Name == "Microsoft.AspNetCore.Components.WebAssembly");
        _markupFiles = context.Options.AdditionalFiles.Select(f => f.Path).Where(p => p.EndsWith(".razor", StringComparison.OrdinalIgnoreCase)).ToArray();
    }

    public Endpoint? Of(INamedTypeSymbol type)
    {
        if (_reader.Web.Component is null || type.IsAbstract || type.TypeKind != TypeKind.Class)
        {
            return null;
        }

        var routes = type.GetAttributes()
            .Where(a => a.AttributeClass is { Name: "RouteAttribute" } c && WebSymbols.Namespace(c) == "Microsoft.AspNetCore.Components" && a.ConstructorArguments.Length == 1).ToArray();
        if (routes.Length == 0 || !WebSymbols.Is(type, _reader.Web.Component) || Place(type, routes[0]) is not { } place)
        {
            return null;
        }

        var paths = routes.Select(r => r.ConstructorArguments[0].Value as string ?? "").ToArray();
        var evidence = new AccessEvidence();
        _reader.Attributes.Type(type, 0, evidence);
        evidence.AddAll(_mapping);
        var decision = _client && !evidence.Any
            ? new AccessDecision(AccessOutcome.Client, "", null)
            : !evidence.Any && _reader.Application.Fallback is null && !ShowsData(type)
                ? new AccessDecision(AccessOutcome.NoData, "", null)
                : _reader.Decide(evidence, paths, [], isPage: false, _rendersHere, type.Name);
        return new(EndpointKind.Component, paths[0], type.Name, place, type, decision);
    }

    /// <summary>The line with @page: through #line where Razor writes it, else by the name of the file.</summary>
    private Location? Place(INamedTypeSymbol type, AttributeData route)
    {
        if (route.ApplicationSyntaxReference?.GetSyntax() is not { } syntax)
        {
            return EndpointReader.Place(type);
        }

        foreach (var node in syntax.DescendantNodesAndSelf())
        {
            if (SourceLocations.IsUserCode(node.GetLocation()))
            {
                return node.GetLocation();
            }
        }

        var file = _markupFiles.FirstOrDefault(f => Normal(f).EndsWith("/" + type.Name + ".razor", StringComparison.OrdinalIgnoreCase)
            && Normal(syntax.SyntaxTree.FilePath).EndsWith(type.Name + "_razor.g.cs", StringComparison.OrdinalIgnoreCase));
        return file is null ? EndpointReader.Place(type) : Location.Create(file, default, default);

        static string Normal(string path) => path.Replace('\\', '/');
    }

    /// <summary>The component, its base types or a component of the application inside it gets a service that may hold data.</summary>
    private bool ShowsData(INamedTypeSymbol page)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var work = new Stack<INamedTypeSymbol>();
        work.Push(page);
        while (work.Count > 0)
        {
            var type = work.Pop().OriginalDefinition;
            if (!seen.Add(type) || !_reader.Bodies.Has(type))
            {
                continue;
            }

            for (var t = type; t is not null && _reader.Bodies.Has(t); t = t.BaseType)
            {
                if (t.GetMembers().OfType<IPropertySymbol>().Any(IsDataService) || t.InstanceConstructors.Any(c => c.Parameters.Any(p => !HarmlessServices.Contains(p.Type.Name)))
                    || t.BaseType?.Name == "OwningComponentBase")
                {
                    return true;
                }
            }

            foreach (var inner in type.GetMembers("BuildRenderTree").OfType<IMethodSymbol>().Select(_reader.Bodies.Of).OfType<IOperation>()
                .SelectMany(b => b.Inside()).OfType<IInvocationOperation>().Where(c => c.TargetMethod.Name is "OpenComponent").SelectMany(c => c.TargetMethod.TypeArguments).OfType<INamedTypeSymbol>())
            {
                work.Push(inner);
            }
        }

        return false;

        static bool IsDataService(IPropertySymbol property) =>
            property.GetAttributes().Any(a => a.AttributeClass?.Name is "InjectAttribute" or "SupplyParameterFromQueryAttribute" or "SupplyParameterFromFormAttribute") && !HarmlessServices.Contains(property.Type.Name);
    }
}
