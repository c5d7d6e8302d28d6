using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Razor components with a route (@page). Their attributes (@attribute, also of _Imports.razor) are in the C# that Razor
/// makes of them. AuthorizeRouteView obeys attributes and decides nothing by itself; RouteView does not even obey.
/// AuthorizeView hides parts of a page.
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
    private readonly bool _onlyHub;
    private readonly IReadOnlyList<INamedTypeSymbol> _types;
    private readonly IEnumerable<string> _markupFiles;
    private bool? _showsWithoutAsking;

    public ComponentEndpoints(EndpointReader reader, KkContext context, IReadOnlyList<INamedTypeSymbol> types)
    {
        _reader = reader;
        _types = types;
        var web = Mapping("MapRazorComponents");
        var hub = Mapping("MapBlazorHub");
        _onlyHub = web.Length == 0 && hub.Length > 0;
        _mapping = EndpointReader.Common(_onlyHub ? hub : [.. web, .. hub]);
        if (_onlyHub)
        {
            // In Blazor Server the page that starts the application is the way in.
            _mapping.AddAll(EndpointReader.Common(Mapping("MapFallbackToPage")));
            StartPage();
        }

        _rendersHere = web.Length + hub.Length > 0;
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
        var asked = evidence.Decide();
        evidence.AddAll(_mapping);
        var decision = _client && (asked is null || ShowsWithoutAsking)
            ? new AccessDecision(AccessOutcome.Client, asked?.By ?? "", asked?.Place)
            : _onlyHub && !_mapping.Any && asked is { Outcome: AccessOutcome.Required } && ShowsWithoutAsking
            ? new AccessDecision(AccessOutcome.Overridden, asked.By, asked.Place, MessageArg.Text(Texts.AccessRouteView, asked.By)) { Basis = AccessBasis.Ineffective }
            : !evidence.Any && _reader.Application.Fallback is null && !ShowsData(type)
                ? new AccessDecision(AccessOutcome.NoData, "", null)
                : _reader.Decide(evidence, paths, [], isPage: false, _rendersHere, type.Name);
        return new(EndpointKind.Component, paths[0], type.Name, place, type, decision);
    }

    /// <summary>
    /// The router shows pages with RouteView, which asks no attribute. In a Blazor web app the server asks them before it
    /// renders; in Blazor Server nobody else does.
    /// </summary>
    private bool ShowsWithoutAsking => _showsWithoutAsking ??= Uses("RouteView") && !Uses("AuthorizeRouteView");

    /// <summary>The code that Razor makes opens each component by its name; no need to bind it.</summary>
    private bool Uses(string component) => _types
        .Where(t => WebSymbols.Is(t, _reader.Web.Component))
        .SelectMany(t => t.GetMembers("BuildRenderTree")).SelectMany(m => m.DeclaringSyntaxReferences)
        .SelectMany(r => r.GetSyntax().DescendantTokens()).Any(t => t.ValueText == component);

    private AccessEvidence[] Mapping(string name) =>
        [.. _reader.Calls.BuilderCalls.Where(c => c.TargetMethod.Name == name).Select(c => MappedEndpoints.Mapping(_reader, c, AccessBasis.Convention))];

    /// <summary>AuthorizeFolder("/") and AuthorizePage("/_Host") guard the page that starts the application.</summary>
    private void StartPage()
    {
        foreach (var call in _reader.Application.PageConventions)
        {
            if (call.TargetMethod.Name is "AuthorizeFolder" or "AuthorizePage" && (call.Argument("folderPath") ?? call.Argument("pageName")).Constant() is "/" or "/_Host")
            {
                _mapping.Requires(AccessEvidence.Mapping, call.TargetMethod.Name + "()", call.NameLocation(), AccessBasis.Convention, _reader.Policies.Open(call.Arguments));
            }
        }
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
