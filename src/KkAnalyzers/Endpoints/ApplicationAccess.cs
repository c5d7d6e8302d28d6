using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>What the start-up code decides for the whole application: fallback policy, global filters, page conventions, middleware.</summary>
internal sealed class ApplicationAccess
{
    private readonly WebCalls _calls;
    private readonly SourceBodies _bodies;
    private readonly HandlerCode _code;
    private readonly AttributeReader _attributes;
    private readonly WebSymbols _web;
    private readonly AccessPolicies _policies;

    public ApplicationAccess(KkContext context, WebSymbols web, WebCalls calls, SourceBodies bodies, HandlerCode code, AttributeReader attributes, AccessPolicies policies)
    {
        _policies = policies;
        _web = web;
        _calls = calls;
        _bodies = bodies;
        _code = code;
        _attributes = attributes;
        StartsHere = context.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
            || calls.Setup("CreateBuilder", "CreateSlimBuilder", "CreateEmptyBuilder", "ConfigureWebHostDefaults", "AddControllers", "AddControllersWithViews", "AddMvc", "AddMvcCore", "AddRazorPages", "UseRouting", "UseEndpoints", "UseMvc", "UseMvcWithDefaultRoute")
                .Any(c => WebSymbols.IsFramework(c.TargetMethod))
            || calls.BuilderCalls.Any(c => c.TargetMethod.Name is "MapControllers" or "MapRazorPages" or "MapControllerRoute" or "MapDefaultControllerRoute" or "MapRazorComponents");
        UsesAuthorization = calls.Setup("AddAuthorization", "AddAuthorizationBuilder", "AddAuthentication", "AddIdentity", "AddDefaultIdentity", "AddIdentityApiEndpoints", "SetFallbackPolicy", "RequireAuthorization").Any()
            || policies.Fallbacks.Any();
        FindFallback();
        FindFilters();
        FindDoubts();
    }

    /// <summary>The start-up code is in this compilation, so that its silence means something.</summary>
    public bool StartsHere { get; }

    /// <summary>Somebody thought about access in this application, so that an endpoint without a decision was forgotten.</summary>
    public bool UsesAuthorization { get; set; }

    /// <summary>The policy that holds where nothing else is said; null when there is none that is enforced.</summary>
    public AccessDecision? Fallback { get; private set; }

    /// <summary>Why a fallback policy that is written down does not help; null when there is no such policy.</summary>
    public MessageArg? BrokenFallback { get; private set; }

    /// <summary>Filters for all controllers and Razor pages.</summary>
    public AccessEvidence Mvc { get; } = new();

    /// <summary>Filters for the controllers of MVC 5.</summary>
    public AccessEvidence ClassicMvc { get; } = new();

    /// <summary>Filters for the controllers of Web API 2. Those of MVC 5 mean nothing to it, and the other way round.</summary>
    public AccessEvidence ClassicApi { get; } = new();

    /// <summary>The application changes its controllers by conventions of its own, so that even their routes are unknown.</summary>
    public bool HasConventions { get; private set; }

    /// <summary>Middleware and code of other projects that may decide.</summary>
    public AccessEvidence Anything { get; } = new();

    /// <summary>Folder and page conventions of Razor Pages, with the method's name and its arguments.</summary>
    public IEnumerable<IInvocationOperation> PageConventions => _calls.Setup(
        "AuthorizeFolder", "AuthorizePage", "AuthorizeAreaFolder", "AuthorizeAreaPage",
        "AllowAnonymousToFolder", "AllowAnonymousToPage", "AllowAnonymousToAreaFolder", "AllowAnonymousToAreaPage")
        .Where(c => WebSymbols.IsFramework(c.TargetMethod));

    private void FindFallback()
    {
        var set = _policies.Fallbacks
            .OrderBy(s => s.Operation.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(s => s.Operation.Syntax.SpanStart);

        // Within one method the last one counts; a policy in any of them counts for the application.
        foreach (var group in set.GroupBy(s => s.Operation.Root().Syntax))
        {
            var last = group.Last();
            if (_policies.LetsEveryoneIn(last.Value))
            {
                BrokenFallback ??= MessageArg.Text(Texts.AccessFallbackOpen);
            }
            else if (_web.WebApplication is not null && _calls.Setup("CreateBuilder", "CreateSlimBuilder", "CreateEmptyBuilder").Any(c => WebSymbols.Is(c.TargetMethod.ContainingType, _web.WebApplication))
                || _calls.Setup("UseAuthorization").Any() || !_calls.Setup("UseRouting", "UseEndpoints").Any() || _calls.AuthorizationElsewhere.Any())
            {
                Fallback ??= new(AccessOutcome.Required, last.Name, last.Operation.Syntax.GetLocation()) { Basis = AccessBasis.Fallback };
            }
            else
            {
                // A WebApplication adds the middleware itself when its services are there; a Startup class does not (hard case 19).
                BrokenFallback ??= MessageArg.Text(Texts.AccessFallbackNotEnforced);
            }
        }
    }

    private void FindFilters()
    {
        foreach (var call in _calls.Setup("Add", "AddService", "ConfigureFilter"))
        {
            var method = call.TargetMethod;
            var receiver = call.Receiver()?.Unwrap().Type;
            var filters = receiver?.Name switch
            {
                null => null,
                "FilterCollection" or "PageConventionCollection" => Mvc,
                "GlobalFilterCollection" => ClassicMvc,
                "HttpFilterCollection" => ClassicApi,
                _ => IsConventions(receiver) ? Mvc : null,
            };
            if (filters is null)
            {
                continue;
            }

            var values = call.Arguments.Select(a => AccessPolicies.Resolve(a.Value.Unwrap())).ToArray();
            var openPolicy = values.OfType<IObjectCreationOperation>().FirstOrDefault(v => v.Type?.Name is "AuthorizeFilter") is { } created ? _policies.Open(created.Arguments)
                : method.TypeArguments.Concat(values.OfType<ITypeOfOperation>().Select(t => t.TypeOperand)).Any(t => t.Name == "AuthorizeFilter") ? _policies.Open((string?)null)
                : null;
            foreach (var type in method.TypeArguments.Concat(values.Select(v => v is ITypeOfOperation typeOf ? typeOf.TypeOperand : v.Type)).OfType<INamedTypeSymbol>())
            {
                if (WebSymbols.IsAny(type, _web.ModelConventions))
                {
                    HasConventions |= !WebSymbols.IsFramework(type);
                }

                if (WebSymbols.IsAny(type, _web.ModelConventions) && !WebSymbols.IsFramework(type))
                {
                    // A convention may put a filter on some controllers and not on others.
                    if (AddsAuthorization(type))
                    {
                        Mvc.Doubts(MessageArg.Text(Texts.AccessMay, type.Name));
                    }
                }
                else
                {
                    _attributes.Instance(type, AccessEvidence.Application, call.NameLocation(), filters, AccessBasis.GlobalFilter, openPolicy);
                }
            }
        }

        static bool IsConventions(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IList" or "ICollection", TypeArguments: { Length: 1 } arguments } && arguments[0].Name == "IApplicationModelConvention";
    }

    private bool AddsAuthorization(INamedTypeSymbol convention) =>
        !_bodies.Has(convention)
        || convention.GetMembers().OfType<IMethodSymbol>().Select(_bodies.Of).OfType<IOperation>().SelectMany(b => b.Inside()).OfType<IObjectCreationOperation>()
            .Any(c => c.Type?.Name == "AuthorizeFilter" || WebSymbols.IsAny(c.Type, _web.AuthorizeData) || WebSymbols.IsAny(c.Type, _web.AuthorizationFilters));

    private void FindDoubts()
    {
        foreach (var call in _calls.Setup("Use", "UseMiddleware", "UseWhen"))
        {
            if (!WebSymbols.IsFramework(call.TargetMethod) && call.TargetMethod.Name == "Use")
            {
                continue;
            }

            foreach (var type in call.TargetMethod.TypeArguments.Concat(call.Arguments.Select(a => a.Value.Unwrap()).OfType<ITypeOfOperation>().Select(t => t.TypeOperand)).OfType<INamedTypeSymbol>())
            {
                if (type.GetMembers().OfType<IMethodSymbol>().Where(m => m.Name is "Invoke" or "InvokeAsync").Select(_bodies.Of).OfType<IOperation>().Any(b => _code.Guard(b) is not null))
                {
                    Anything.Doubts(MessageArg.Text(Texts.AccessMay, type.Name));
                }
            }

            foreach (var argument in call.Arguments.Select(a => a.Value.Unwrap()))
            {
                var body = argument switch
                {
                    IAnonymousFunctionOperation lambda => lambda,
                    IMethodReferenceOperation reference => _bodies.Of(reference.Method),
                    _ => null,
                };
                if (body is not null && _code.Guard(body) is not null)
                {
                    Anything.Doubts(MessageArg.Text(Texts.AccessMay, call.TargetMethod.Name + "(…)"));
                }
            }
        }

        if (_calls.AuthorizationElsewhere.FirstOrDefault() is { } elsewhere)
        {
            Anything.Doubts(MessageArg.Text(Texts.AccessMay, elsewhere.TargetMethod.Name));
        }
    }
}
