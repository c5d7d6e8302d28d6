using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// All ways into the application, with who may take them and how that is known. Rules about endpoints call
/// <see cref="Collect"/> while they register and get the model when the compilation ends.
/// </summary>
internal sealed class EndpointModel
{
    private EndpointModel(ImmutableArray<Endpoint> endpoints, EndpointReader reader)
    {
        Endpoints = endpoints;
        UsesAuthorization = reader.Application.UsesAuthorization;
        Calls = reader.Calls;
        Policies = reader.Policies;
        Bodies = reader.Bodies;
        Code = reader.Code;
        Conventions = reader.Anonymous;
    }

    /// <summary>In the order of files and lines.</summary>
    public ImmutableArray<Endpoint> Endpoints { get; }

    /// <summary>Somebody thought about access in this application.</summary>
    public bool UsesAuthorization { get; }

    /// <summary>The calls that set the application up.</summary>
    public WebCalls Calls { get; }

    /// <summary>What the policies contain.</summary>
    public AccessPolicies Policies { get; }

    /// <summary>The code behind the endpoints.</summary>
    public SourceBodies Bodies { get; }

    /// <summary>Reads that code.</summary>
    public HandlerCode Code { get; }

    /// <summary>Which endpoints are open by convention.</summary>
    public AnonymousEndpoints Conventions { get; }

    /// <summary>Starts gathering; does nothing in a project without endpoints, and in a test project.</summary>
    /// <param name="context">The rule's context.</param>
    /// <param name="inspection">Counts what could not be followed.</param>
    /// <returns>Reads the model; to be called in an end action. Null when there is nothing to read.</returns>
    public static Func<CancellationToken, EndpointModel>? Collect(KkContext context, Inspection inspection)
    {
        var web = new WebSymbols(context);
        if (!web.HasEndpoints || TestProjects.Is(context))
        {
            return null;
        }

        var calls = new WebCalls(context, web);
        return cancellation => Read(context, web, calls, inspection, cancellation);
    }

    private static EndpointModel Read(KkContext context, WebSymbols web, WebCalls calls, Inspection inspection, CancellationToken cancellation)
    {
        var reader = new EndpointReader(context, web, calls, inspection, cancellation);
        var types = reader.Bodies.SourceTypes().Where(t => t.TypeKind == TypeKind.Class).ToArray();
        reader.Application.UsesAuthorization |= types.Any(t => MayServe(t, web) && t.GetMembers().Prepend(t).Any(s => s.GetAttributes().Any(a => WebSymbols.IsAny(a.AttributeClass, web.AuthorizeData))));

        var controllers = new ControllerEndpoints(reader);
        var pages = new PageEndpoints(reader, types);
        var mapped = new MappedEndpoints(reader);
        var components = new ComponentEndpoints(reader, context, types);
        var functions = new FunctionEndpoints(reader);
        var fast = new FastEndpointClasses(reader);
        var resolvers = new GraphQlResolvers(reader);
        var wcf = new WcfServices(reader);
        var services = new ApplicationServices(reader);
        var endpoints = mapped.All().Concat(wcf.All()).ToList();
        foreach (var type in types)
        {
            cancellation.ThrowIfCancellationRequested();
            endpoints.AddRange(controllers.Of(type));
            endpoints.AddRange(functions.Of(type));
            endpoints.AddRange(resolvers.Of(type));
            endpoints.AddRange(services.Of(type));
            endpoints.AddRange(new[] { pages.Of(type), mapped.Unmapped(type), components.Of(type), fast.Of(type), wcf.Unregistered(type) }.OfType<Endpoint>());
        }

        var sorted = endpoints
            .OrderBy(e => e.Location.GetMappedLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(e => e.Location.GetMappedLineSpan().StartLinePosition)
            .ThenBy(e => e.Handler, StringComparer.Ordinal)
            .ThenBy(e => e.Route, StringComparer.Ordinal);
        return new(sorted.ToImmutableArray(), reader);
    }

    /// <summary>Not every class with an attribute counts; only what can be an endpoint or a handler.</summary>
    private static bool MayServe(INamedTypeSymbol type, WebSymbols web) =>
        WebSymbols.Is(type, web.ControllerBase) || WebSymbols.Is(type, web.PageModel) || WebSymbols.Is(type, web.Hub) || WebSymbols.Is(type, web.Component)
        || type.BaseType is { SpecialType: SpecialType.System_Object } || WebSymbols.IsAny(type, web.ClassicControllers) || web.GrpcBinding is not null;
}
