// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.
namespace KkAnalyzers;

/// <summary>Keys for MessageArg.Text.</summary>
internal static class Texts
{
    /// <summary>nothing here decides, and no code in this project calls '{0}'</summary>
    public const string AccessCallerUnknown = "AccessCallerUnknown";

    /// <summary>there is a fallback policy, but UseAuthorization is never called</summary>
    public const string AccessFallbackNotEnforced = "AccessFallbackNotEnforced";

    /// <summary>the fallback policy lets everyone in</summary>
    public const string AccessFallbackOpen = "AccessFallbackOpen";

    /// <summary>its level is AuthorizationLevel.Anonymous and its code does not check who calls</summary>
    public const string AccessFunctionAnonymous = "AccessFunctionAnonymous";

    /// <summary>nothing visible decides, but '{0}' may</summary>
    public const string AccessMay = "AccessMay";

    /// <summary>nothing on it, on what it is mapped on or in the whole application says who may enter</summary>
    public const string AccessNone = "AccessNone";

    /// <summary>neither the class, nor any of its actions ({0}), nor the whole application says who may enter</summary>
    public const string AccessNoneInController = "AccessNoneInController";

    /// <summary>nothing visible decides, and its route builder cannot be followed</summary>
    public const string AccessNotFollowed = "AccessNotFollowed";

    /// <summary>the attribute on '{0}' has no effect, because the endpoint only calls that method</summary>
    public const string AccessOnCallee = "AccessOnCallee";

    /// <summary>{0} lets everyone in and undoes {1}</summary>
    public const string AccessOverridden = "AccessOverridden";

    /// <summary>nothing decides, although its own code uses no data of the application</summary>
    public const string AccessSelfContained = "AccessSelfContained";

    /// <summary>nothing here decides, and the start-up code that could is in another project</summary>
    public const string AccessStartElsewhere = "AccessStartElsewhere";

    /// <summary>the attribute {0} has no effect on a GraphQL resolver; GraphQL has its own</summary>
    public const string AccessWrongAttribute = "AccessWrongAttribute";

    /// <summary>assembly {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByAssembly = "AdsByAssembly";

    /// <summary>its namespace {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByNamespace = "AdsByNamespace";

    /// <summary>package {0} is on the tracker list; source {1}</summary>
    public const string AdsByPackage = "AdsByPackage";

    /// <summary>nobody asked for it: it comes in as {0}; source {1}</summary>
    public const string AdsByPath = "AdsByPath";

    /// <summary>open to everyone by choice</summary>
    public const string DecisionAnonymous = "DecisionAnonymous";

    /// <summary>runs in the browser of the user</summary>
    public const string DecisionClient = "DecisionClient";

    /// <summary>open by convention</summary>
    public const string DecisionConvention = "DecisionConvention";

    /// <summary>checked in code</summary>
    public const string DecisionInCode = "DecisionInCode";

    /// <summary>key required</summary>
    public const string DecisionKey = "DecisionKey";

    /// <summary>hands out no data</summary>
    public const string DecisionNoData = "DecisionNoData";

    /// <summary>no decision</summary>
    public const string DecisionNone = "DecisionNone";

    /// <summary>decision undone</summary>
    public const string DecisionOverridden = "DecisionOverridden";

    /// <summary>authorization required</summary>
    public const string DecisionRequired = "DecisionRequired";

    /// <summary>not visible in this project</summary>
    public const string DecisionUnseen = "DecisionUnseen";

    /// <summary>Action</summary>
    public const string EndpointAction = "EndpointAction";

    /// <summary>Blazor page</summary>
    public const string EndpointComponent = "EndpointComponent";

    /// <summary>Controller</summary>
    public const string EndpointController = "EndpointController";

    /// <summary>FastEndpoints endpoint</summary>
    public const string EndpointFast = "EndpointFast";

    /// <summary>Azure Function</summary>
    public const string EndpointFunction = "EndpointFunction";

    /// <summary>GraphQL endpoint</summary>
    public const string EndpointGraphQl = "EndpointGraphQl";

    /// <summary>gRPC service</summary>
    public const string EndpointGrpc = "EndpointGrpc";

    /// <summary>SignalR hub</summary>
    public const string EndpointHub = "EndpointHub";

    /// <summary>Razor page</summary>
    public const string EndpointPage = "EndpointPage";

    /// <summary>GraphQL resolver</summary>
    public const string EndpointResolver = "EndpointResolver";

    /// <summary>Endpoint</summary>
    public const string EndpointRoute = "EndpointRoute";

    /// <summary>Ask for authorization with [Authorize]</summary>
    public const string FixAuthorize = "FixAuthorize";

    /// <summary>Ask for authorization with RequireAuthorization()</summary>
    public const string FixRequireAuthorization = "FixRequireAuthorization";

    /// <summary>direct</summary>
    public const string ReferenceDirect = "ReferenceDirect";

    /// <summary>transitive</summary>
    public const string ReferenceTransitive = "ReferenceTransitive";

    /// <summary>Assembly {0}</summary>
    public const string SubjectAssembly = "SubjectAssembly";

    /// <summary>Package {0}</summary>
    public const string SubjectPackage = "SubjectPackage";
}
