using System.Collections.Concurrent;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// The calls of one compilation that map endpoints, add conventions to them, or set up authorization. Gathered from several
/// threads while the compiler runs; read at the end.
/// </summary>
internal sealed class WebCalls
{
    /// <summary>Calls that set up services or the pipeline and say something about access. The name is asked before anything else.</summary>
    private static readonly HashSet<string> SetupNames = new(StringComparer.Ordinal)
    {
        "AddControllers", "AddControllersWithViews", "AddMvc", "AddMvcCore", "AddRazorPages", "UseRouting", "UseEndpoints", "UseMvc", "UseMvcWithDefaultRoute",
        "CreateBuilder", "CreateSlimBuilder", "CreateEmptyBuilder", "CreateDefaultBuilder", "ConfigureWebHostDefaults",
        "AddAuthorization", "AddAuthorizationBuilder", "AddAuthorizationCore", "AddAuthentication", "AddIdentity", "AddDefaultIdentity", "AddIdentityApiEndpoints", "UseAuthentication", "UseAuthorization", "UseAntiforgery", "AddAuthenticationSchemes",
        "SetFallbackPolicy", "Add", "AddService", "ConfigureFilter", "Use", "UseMiddleware", "UseWhen",
        "AuthorizeFolder", "AuthorizePage", "AuthorizeAreaFolder", "AuthorizeAreaPage",
        "AllowAnonymousToFolder", "AllowAnonymousToPage", "AllowAnonymousToAreaFolder", "AllowAnonymousToAreaPage",
        "AddQueryType", "AddMutationType", "AddSubscriptionType", "AddTypeExtension", "AddObjectType", "AddType",
        "AllowAnonymous", "RequireAuthorization",

        // Cross-origin requests, cookies and request forgery.
        "AllowAnyOrigin", "WithOrigins", "SetIsOriginAllowed", "AllowCredentials", "UseCors", "RequireCors", "Append",
        "AddCookie", "AddIdentityCookies", "AddApplicationCookie", "AddMicrosoftIdentityWebApp", "AddMicrosoftIdentityWebAppAuthentication", "UseCookieAuthentication",
        "DisableAntiforgery", "ValidateRequestAsync", "IsRequestValidAsync",
    };

    private readonly WebSymbols _web;
    private readonly IAssemblySymbol _source;
    private readonly ConcurrentQueue<IInvocationOperation> _builderCalls = new();
    private readonly ConcurrentQueue<IInvocationOperation> _setupCalls = new();
    private readonly ConcurrentQueue<IInvocationOperation> _elsewhere = new();
    private readonly ConcurrentQueue<ISimpleAssignmentOperation> _fallbackPolicies = new();
    private readonly ConcurrentQueue<ISimpleAssignmentOperation> _builderAssignments = new();
    private readonly ConcurrentQueue<ISimpleAssignmentOperation> _headers = new();
    private readonly ConcurrentQueue<ISimpleAssignmentOperation> _sameSite = new();
    private readonly ConcurrentQueue<IMethodReferenceOperation> _methodReferences = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _takesBuilder = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, IOperation> _handlers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _serves = new(SymbolEqualityComparer.Default);
    private readonly Func<ISymbol, bool> _isBuilderMethod;
    private readonly Func<INamedTypeSymbol, bool> _mayServe;
    private ILookup<ISymbol, IInvocationOperation>? _callers;
    private ILookup<string, IInvocationOperation>? _setup;

    public WebCalls(KkContext context, WebSymbols web)
    {
        _web = web;
        _source = context.Compilation.Assembly;
        _isBuilderMethod = m => TakesBuilder((IMethodSymbol)m, web);
        _mayServe = t => t.Name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase)
            || WebSymbols.Is(t, web.ControllerBase) || WebSymbols.Is(t, web.PageModel) || WebSymbols.Is(t, web.Hub) || WebSymbols.IsAny(t, web.ClassicControllers);
        context.RegisterOperationAction(c => Call((IInvocationOperation)c.Operation), OperationKind.Invocation);
        context.RegisterOperationAction(c => Assignment((ISimpleAssignmentOperation)c.Operation), OperationKind.SimpleAssignment);
        context.RegisterOperationAction(
            c =>
            {
                var reference = (IMethodReferenceOperation)c.Operation;
                if (IsSource(reference.Method) && reference.Method.Parameters.Any(p => web.IsRouteBuilder(p.Type)))
                {
                    _methodReferences.Enqueue(reference);
                }
            },
            OperationKind.MethodReference);
        context.RegisterOperationBlockAction(c =>
        {
            if (c.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, ContainingType: { } type } method && _serves.GetOrAdd(type, _mayServe)
                && !c.OperationBlocks.IsEmpty && c.OperationBlocks[0].Root() is IMethodBodyOperation body)
            {
                _handlers[method] = body;
            }
        });
    }

    /// <summary>
    /// The code of a method of a controller, page or hub as the compiler bound it, or null. To ask for it at the end binds it
    /// again, which costs more than all the rest of the model.
    /// </summary>
    public IOperation? Handler(IMethodSymbol method) => _handlers.TryGetValue(method, out var body) ? body : null;

    /// <summary>Calls with a route builder or convention builder as receiver or argument.</summary>
    public IEnumerable<IInvocationOperation> BuilderCalls => _builderCalls;

    public IEnumerable<ISimpleAssignmentOperation> FallbackPolicies => _fallbackPolicies;

    /// <summary>Assignments to the header that says who may read the answer.</summary>
    public IEnumerable<ISimpleAssignmentOperation> OriginHeaders => _headers;

    /// <summary>Assignments to SameSite of a cookie.</summary>
    public IEnumerable<ISimpleAssignmentOperation> SameSite => _sameSite;

    /// <summary>Methods of other projects whose name is about authorization and that extend services or the pipeline.</summary>
    public IEnumerable<IInvocationOperation> AuthorizationElsewhere => _elsewhere;

    /// <summary>References to methods that take a route builder, other than calls.</summary>
    public IEnumerable<IMethodReferenceOperation> MethodReferences => _methodReferences;

    public IEnumerable<IInvocationOperation> Setup(params string[] names)
    {
        _setup ??= _setupCalls.ToLookup(c => c.TargetMethod.Name, StringComparer.Ordinal);
        return names.SelectMany(n => _setup[n]);
    }

    /// <summary>The calls of a source method in this compilation, also those of the interface member or base method that it stands for.</summary>
    public IEnumerable<IInvocationOperation> Callers(IMethodSymbol method)
    {
        _callers ??= _builderCalls.Where(c => IsSource(c.TargetMethod)).ToLookup(c => (ISymbol)c.TargetMethod.OriginalDefinition, SymbolEqualityComparer.Default);
        method = method.OriginalDefinition;
        var found = _callers[method];
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            found = found.Concat(_callers[overridden.OriginalDefinition]);
        }

        if (method.ContainingType is { } type)
        {
            found = type.AllInterfaces.SelectMany(i => i.GetMembers(method.Name).Concat(method.ExplicitInterfaceImplementations))
                .Where(m => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), method))
                .Distinct(SymbolEqualityComparer.Default)
                .Aggregate(found, (all, member) => all.Concat(_callers[member!.OriginalDefinition]));
        }

        return found;
    }

    /// <summary>Values that a field or property with a builder gets.</summary>
    public IEnumerable<IOperation> Assigned(ISymbol member) => _builderAssignments
        .Where(a => a.Target is IMemberReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Member, member))
        .Select(a => a.Value);

    private bool IsSource(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _source);

    private void Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (SetupNames.Contains(method.Name))
        {
            _setupCalls.Enqueue(call);
        }
        else if (method.IsExtensionMethod
            && method.Parameters[0].Type.Name is "IServiceCollection" or "WebApplicationBuilder" or "IHostApplicationBuilder" or "IMvcBuilder" or "IApplicationBuilder" or "WebApplication"
            && !IsSource(method) && !WebSymbols.IsFramework(method) && IsAboutAccess(method.Name))
        {
            _elsewhere.Enqueue(call);
        }

        if (!IsBaseLibrary(method) && _takesBuilder.GetOrAdd(method.OriginalDefinition, _isBuilderMethod))
        {
            _builderCalls.Enqueue(call);
        }
    }

    /// <summary>Most calls; the libraries below ASP.NET Core know no builders.</summary>
    private static bool IsBaseLibrary(IMethodSymbol method) =>
        method.ContainingAssembly is { Name: var name } && name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.Web", StringComparison.Ordinal);

    private static bool TakesBuilder(IMethodSymbol method, WebSymbols web) =>
        method.Parameters.Any(p => web.IsBuilder(p.Type)) || (!method.IsStatic && web.IsBuilder(method.ContainingType));

    private void Assignment(ISimpleAssignmentOperation assignment)
    {
        switch (assignment.Target)
        {
            case IPropertyReferenceOperation { Property: { Name: "FallbackPolicy", ContainingType.Name: "AuthorizationOptions" } }:
                _fallbackPolicies.Enqueue(assignment);
                break;
            case IPropertyReferenceOperation { Property.Name: "AccessControlAllowOrigin" }:
            case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } when string.Equals(keys[0].Value.Constant(), "Access-Control-Allow-Origin", StringComparison.OrdinalIgnoreCase):
                _headers.Enqueue(assignment);
                break;
            case IPropertyReferenceOperation { Property.Name: "SameSite" }:
                _sameSite.Enqueue(assignment);
                break;
            case IMemberReferenceOperation member when _web.IsBuilder(member.Type):
                _builderAssignments.Enqueue(assignment);
                break;
        }
    }

    /// <summary>Whole words of the name, as the method is written: AddCareAuthorization, UseSecurity.</summary>
    private static bool IsAboutAccess(string name) =>
        Words.Of(name).Any(w => w is "Auth" or "Authorization" or "Authentication" or "Security" or "Identity" or "Policies" or "Authorisation");
}
