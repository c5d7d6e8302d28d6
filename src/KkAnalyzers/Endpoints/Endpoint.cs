using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>What an endpoint is built with.</summary>
internal enum EndpointKind
{
    /// <summary>Action of an MVC, API or OData controller, also of classic ASP.NET.</summary>
    Action,

    /// <summary>Page model of a Razor page.</summary>
    Page,

    /// <summary>Something mapped with MapGet and its kind.</summary>
    Route,

    /// <summary>SignalR hub.</summary>
    Hub,

    /// <summary>gRPC service.</summary>
    Grpc,

    /// <summary>Razor component with a route.</summary>
    Component,

    /// <summary>Azure Function with an HTTP trigger.</summary>
    Function,

    /// <summary>Endpoint class of FastEndpoints.</summary>
    Fast,

    /// <summary>Where GraphQL is mapped.</summary>
    GraphQl,

    /// <summary>Resolver of HotChocolate with an attribute that does nothing there.</summary>
    Resolver,

    /// <summary>Endpoint of a WCF or CoreWCF service.</summary>
    Wcf,

    /// <summary>Method of an ABP application service, which ABP makes an API of.</summary>
    Service,
}

/// <summary>What was found about access.</summary>
internal enum AccessOutcome
{
    /// <summary>An attribute, a convention, a policy or a filter asks for authorization.</summary>
    Required,

    /// <summary>Code of the handler refuses some callers.</summary>
    InCode,

    /// <summary>A function key is asked for.</summary>
    Key,

    /// <summary>Somebody wrote that everyone may enter.</summary>
    Anonymous,

    /// <summary>Everyone may enter such endpoints: sign-in, health, errors.</summary>
    Convention,

    /// <summary>A static page, a redirect, a fixed answer.</summary>
    NoData,

    /// <summary>The code runs in the user's browser and guards nothing.</summary>
    Client,

    /// <summary>Nobody decided.</summary>
    None,

    /// <summary>Nobody decided here, but code that is not visible may have.</summary>
    Unseen,

    /// <summary>Authorization was asked for and is undone.</summary>
    Overridden,
}

/// <summary>Who may reach an endpoint, and how that is known.</summary>
/// <param name="Outcome">The result.</param>
/// <param name="By">What decides, as a reader finds it in the code: <c>[Authorize] on DossiersController</c>. Empty when nothing does.</param>
/// <param name="Place">Where that stands; null when nowhere in source.</param>
/// <param name="Reason">For the message, when the outcome is reported.</param>
internal sealed record AccessDecision(AccessOutcome Outcome, string By, Location? Place, MessageArg? Reason = null)
{
    /// <summary>Something else reports the same, so that KK4501 keeps quiet: ASP0026 on the same span (hard case 9), or the row before.</summary>
    public bool ReportedElsewhere { get; init; }

    /// <summary>What kind of thing decided.</summary>
    public AccessBasis Basis { get; init; } = Outcome.Basis();

    /// <summary>The outcome for the inventory.</summary>
    public MessageArg Text => MessageArg.Text(Outcome switch
    {
        AccessOutcome.Required => Texts.DecisionRequired,
        AccessOutcome.InCode => Texts.DecisionInCode,
        AccessOutcome.Key => Texts.DecisionKey,
        AccessOutcome.Anonymous => Texts.DecisionAnonymous,
        AccessOutcome.Convention => Texts.DecisionConvention,
        AccessOutcome.NoData => Texts.DecisionNoData,
        AccessOutcome.Client => Texts.DecisionClient,
        AccessOutcome.Unseen => Texts.DecisionUnseen,
        AccessOutcome.Overridden => Texts.DecisionOverridden,
        _ => Texts.DecisionNone,
    });
}

/// <summary>How a code fix can ask for authorization.</summary>
internal enum EndpointFix
{
    None,

    /// <summary>An attribute on the method or class at the location.</summary>
    Attribute,

    /// <summary>A call behind the mapping at the location.</summary>
    Call,
}

/// <summary>One way into the application.</summary>
/// <param name="Kind">What it is built with.</param>
/// <param name="Route">The route as far as it is constant; <c>…</c> stands for the rest. Empty when there is none.</param>
/// <param name="Handler">The code behind it: <c>DossiersController.Get</c>.</param>
/// <param name="Location">Where a finding about it is shown.</param>
/// <param name="Symbol">The method, or the class where the class is the endpoint; null for a delegate that is not followed.</param>
/// <param name="Decision">Who may reach it.</param>
internal sealed record Endpoint(EndpointKind Kind, string Route, string Handler, Location Location, ISymbol? Symbol, AccessDecision Decision)
{
    /// <summary>The kind, for messages.</summary>
    public MessageArg KindText => MessageArg.Text(Kind switch
    {
        EndpointKind.Action => Texts.EndpointAction,
        EndpointKind.Page => Texts.EndpointPage,
        EndpointKind.Hub => Texts.EndpointHub,
        EndpointKind.Grpc => Texts.EndpointGrpc,
        EndpointKind.Component => Texts.EndpointComponent,
        EndpointKind.Function => Texts.EndpointFunction,
        EndpointKind.Fast => Texts.EndpointFast,
        EndpointKind.GraphQl => Texts.EndpointGraphQl,
        EndpointKind.Resolver => Texts.EndpointResolver,
        EndpointKind.Wcf => Texts.EndpointWcf,
        EndpointKind.Service => Texts.EndpointService,
        _ => Texts.EndpointRoute,
    });

    /// <summary>The controller that has the action; it may inherit the method.</summary>
    public INamedTypeSymbol? Controller { get; init; }

    /// <summary>The lambda of a mapping, as the compiler bound it; null for every other handler.</summary>
    public IOperation? Body { get; init; }

    /// <summary>The methods behind an endpoint that is not one method or class: the resolvers of a GraphQL schema.</summary>
    public ImmutableArray<IMethodSymbol> Resolvers { get; init; } = ImmutableArray<IMethodSymbol>.Empty;

    /// <summary>Where <c>[Authorize]</c> can be written or <c>.RequireAuthorization()</c> be added; None where a fix cannot help.</summary>
    public EndpointFix Fix { get; init; }

    /// <summary>What the finding calls it: the route, else the handler.</summary>
    public string Name => Kind is EndpointKind.Route or EndpointKind.Component && Route.Length > 0 ? Route : Handler;
}
