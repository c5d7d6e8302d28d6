using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>What the readers of all kinds of endpoints share: the tools, and how evidence becomes a decision.</summary>
internal sealed class EndpointReader
{
    private bool? _mapsElsewhere;

    public EndpointReader(KkContext context, WebSymbols web, WebCalls calls, Inspection inspection, CancellationToken cancellation)
    {
        Web = web;
        Calls = calls;
        Bodies = new SourceBodies(context.Compilation, calls, cancellation);
        Code = new HandlerCode(Bodies, context.Options.List(inspection.RuleId, "authorizing_methods"));
        var policies = new AccessPolicies(calls);
        Policies = policies;
        Attributes = new AttributeReader(web, Bodies, Code, policies, context.Options.List(inspection.RuleId, "authorizing_attributes"));
        Flow = new RouteFlow(web, calls, Bodies, Attributes, Code, policies, inspection);
        Application = new ApplicationAccess(context, web, calls, Bodies, Code, Attributes, policies);
        Anonymous = new AnonymousEndpoints(context);
    }

    public WebSymbols Web { get; }

    public WebCalls Calls { get; }

    public SourceBodies Bodies { get; }

    public HandlerCode Code { get; }

    public AttributeReader Attributes { get; }

    public AccessPolicies Policies { get; }

    public RouteFlow Flow { get; }

    public ApplicationAccess Application { get; }

    public AnonymousEndpoints Anonymous { get; }

    /// <summary>A method of another project or package gets a route builder: what it maps is not known.</summary>
    public bool MapsElsewhere => _mapsElsewhere ??= Calls.BuilderCalls.Any(c => !WebSymbols.IsFramework(c.TargetMethod) && !Bodies.Has(c.TargetMethod)
        && c.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal) && c.TargetMethod.Parameters.Any(p => Web.IsRouteBuilder(p.Type)));

    /// <summary>The decision about one endpoint.</summary>
    /// <param name="evidence">Attributes, conventions, filters.</param>
    /// <param name="routes">Its route and other names that a convention may know.</param>
    /// <param name="bodies">The code that answers.</param>
    /// <param name="isPage">It shows a page, so that fixed content is no data.</param>
    /// <param name="mappedHere">Start-up code that could decide is visible.</param>
    /// <param name="names">Words about the endpoint.</param>
    public AccessDecision Decide(AccessEvidence evidence, IReadOnlyList<string> routes, IReadOnlyList<IOperation> bodies, bool isPage, bool mappedHere, string names)
    {
        if (evidence.Decide(Web.FrameworkReportsOverrides) is { } decided)
        {
            return decided;
        }

        if (Application.Fallback is { } fallback && !evidence.ShortCircuits)
        {
            return fallback;
        }

        if (routes.FirstOrDefault(Anonymous.IsRoute) is { } known)
        {
            return new(AccessOutcome.Convention, known, null);
        }

        var working = bodies.Where(b => !isPage || !Code.IsStatic(b)).ToArray();
        if (isPage && working.Length == 0)
        {
            return new(AccessOutcome.NoData, "", null);
        }

        var guards = working.Select(Code.Guard).ToArray();
        if (guards.Length > 0 && guards.All(g => g is not null))
        {
            return new(AccessOutcome.InCode, $"{Path(guards[0]!)}:{guards[0]!.GetLineSpan().StartLinePosition.Line + 1}", guards[0]);
        }

        if (evidence.Doubt is { } doubt)
        {
            return new(AccessOutcome.Unseen, "", null, doubt);
        }

        if (Application.Anything.Doubt is { } outside)
        {
            return new(AccessOutcome.Unseen, "", null, outside);
        }

        if (!mappedHere)
        {
            return new(AccessOutcome.Unseen, "", null, MessageArg.Text(Texts.AccessStartElsewhere));
        }

        if (!Application.UsesAuthorization && bodies.Count > 0 && bodies.All(Code.IsSelfContained) && !CareWords.In(names + " " + string.Join(" ", routes)))
        {
            return new(AccessOutcome.Unseen, "", null, MessageArg.Text(Texts.AccessSelfContained));
        }

        return evidence.Without is { } without
            ? new(AccessOutcome.None, without.What, without.Place, MessageArg.Text(Texts.AccessWrongLibrary, without.What)) { Basis = AccessBasis.Ineffective }
            : new(AccessOutcome.None, "", null, Application.Fallback is null ? Application.BrokenFallback ?? MessageArg.Text(Texts.AccessNone) : MessageArg.Text(Texts.AccessShortCircuit));
    }

    /// <summary>Evidence that holds whichever of the paths is taken: none at all when one of them has none.</summary>
    public static AccessEvidence Common(IReadOnlyCollection<AccessEvidence> paths)
    {
        var weakest = paths.FirstOrDefault(p => !p.Any && p.Doubt is null) ?? paths.FirstOrDefault(p => !p.Any)
            ?? paths.FirstOrDefault(p => p.Decide()?.Outcome == AccessOutcome.Overridden) ?? paths.FirstOrDefault(p => p.Decide()?.Outcome == AccessOutcome.Anonymous)
            ?? paths.FirstOrDefault();
        return new AccessEvidence(weakest);
    }

    /// <summary>Where a type or method is shown: its name in code that a person wrote, or null.</summary>
    public static Location? Place(ISymbol symbol) => symbol.Locations.FirstOrDefault(SourceLocations.IsUserCode);

    /// <summary>Two methods with the same code are one: a name for messages.</summary>
    public static string Name(IMethodSymbol method, INamedTypeSymbol type) => $"{type.Name}.{method.Name}";

    public IReadOnlyList<IOperation> BodiesOf(params IMethodSymbol[] methods) => methods.Select(Bodies.Of).OfType<IOperation>().ToArray();

    /// <summary>The base class or the class itself turns requests away before each action or page handler.</summary>
    public AccessDecision? GuardedByOverride(INamedTypeSymbol type)
    {
        for (var t = type; t is not null && Bodies.Has(t); t = t.BaseType)
        {
            foreach (var method in t.GetMembers().OfType<IMethodSymbol>().Where(m => m.IsOverride && m.Name is "OnActionExecuting" or "OnActionExecutionAsync" or "OnPageHandlerExecuting" or "OnPageHandlerExecutionAsync" or "OnAuthorization" or "OnConnectedAsync" or "Initialize"))
            {
                if (Bodies.Of(method) is { } body && Code.Refuses(body) is { } place)
                {
                    return new(AccessOutcome.InCode, Name(method, t), place);
                }
            }
        }

        return null;
    }

    private static string Path(Location location) => FilePaths.Name(location.GetLineSpan().Path);
}
