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

    public ApplicationAccess(KkContext context, WebSymbols web, WebCalls calls, SourceBodies bodies, HandlerCode code, AttributeReader attributes)
    {
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
            || calls.FallbackPolicies.Any();
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

    /// <summary>Middleware and code of other projects that may decide.</summary>
    public AccessEvidence Anything { get; } = new();

    /// <summary>Folder and page conventions of Razor Pages, with the method's name and its arguments.</summary>
    public IEnumerable<IInvocationOperation> PageConventions => _calls.Setup(
        "AuthorizeFolder", "AuthorizePage", "AuthorizeAreaFolder", "AuthorizeAreaPage",
        "AllowAnonymousToFolder", "AllowAnonymousToPage", "AllowAnonymousToAreaFolder", "AllowAnonymousToAreaPage")
        .Where(c => WebSymbols.IsFramework(c.TargetMethod));

    private void FindFallback()
    {
        var set = _calls.FallbackPolicies.Select(a => (Operation: (IOperation)a, a.Value, Name: "FallbackPolicy"))
            .Concat(_calls.Setup("SetFallbackPolicy").Where(c => c.TargetMethod.ContainingType.Name == "AuthorizationBuilder" && c.Arguments.Length == 1)
                .Select(c => (Operation: (IOperation)c, c.Arguments[0].Value, Name: "SetFallbackPolicy")))
            .OrderBy(s => s.Operation.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(s => s.Operation.Syntax.SpanStart);

        // Within one method the last one counts; a policy in any of them counts for the application.
        foreach (var group in set.GroupBy(s => s.Operation.Root().Syntax))
        {
            var last = group.Last();
            if (LetsEveryoneIn(last.Value))
            {
                BrokenFallback ??= MessageArg.Text(Texts.AccessFallbackOpen);
            }
            else if (_web.WebApplication is not null && _calls.Setup("CreateBuilder", "CreateSlimBuilder", "CreateEmptyBuilder").Any(c => WebSymbols.Is(c.TargetMethod.ContainingType, _web.WebApplication))
                || _calls.Setup("UseAuthorization").Any() || !_calls.Setup("UseRouting", "UseEndpoints").Any() || _calls.AuthorizationElsewhere.Any())
            {
                Fallback ??= new(AccessOutcome.Required, last.Name, last.Operation.Syntax.GetLocation());
            }
            else
            {
                // A WebApplication adds the middleware itself when its services are there; a Startup class does not (hard case 19).
                BrokenFallback ??= MessageArg.Text(Texts.AccessFallbackNotEnforced);
            }
        }
    }

    /// <summary>Null, or a policy whose only requirement is always met.</summary>
    private bool LetsEveryoneIn(IOperation value)
    {
        value = Resolve(value.Unwrap());
        if (value.ConstantValue is { HasValue: true, Value: null } || value is IDefaultValueOperation)
        {
            return true;
        }

        var requirements = value.Inside(lambdas: false).OfType<IInvocationOperation>()
            .Where(c => c.TargetMethod.ContainingType.Name == "AuthorizationPolicyBuilder" && c.TargetMethod.Name is not ("Build" or "AddAuthenticationSchemes")).ToArray();
        return requirements.Length > 0 && requirements.All(c => c.TargetMethod.Name == "RequireAssertion" && c.Arguments.Length == 1
            && c.Arguments[0].Value.Unwrap() is IAnonymousFunctionOperation lambda
            && lambda.Body.Inside().OfType<IReturnOperation>().All(r => IsTrue(r.ReturnedValue?.Unwrap())));
    }

    private static bool IsTrue(IOperation? value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: true } } => true,
        IInvocationOperation { TargetMethod.Name: "FromResult" } call => call.Arguments.Length == 1 && IsTrue(call.Arguments[0].Value),
        _ => false,
    };

    /// <summary>The initial value of a local.</summary>
    private static IOperation Resolve(IOperation value) => value is ILocalReferenceOperation local
        ? local.Root().Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local.Local))?.GetVariableInitializer()?.Value.Unwrap() ?? value
        : value;

    private void FindFilters()
    {
        foreach (var call in _calls.Setup("Add", "AddService", "ConfigureFilter"))
        {
            var method = call.TargetMethod;
            var receiver = call.Receiver()?.Unwrap().Type;
            if (receiver is null || (receiver.Name is not ("FilterCollection" or "GlobalFilterCollection" or "HttpFilterCollection" or "PageConventionCollection") && !IsConventions(receiver)))
            {
                continue;
            }

            foreach (var type in method.TypeArguments.Concat(call.Arguments.Select(a => Resolve(a.Value.Unwrap())).Select(v => v is ITypeOfOperation typeOf ? typeOf.TypeOperand : v.Type)).OfType<INamedTypeSymbol>())
            {
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
                    _attributes.Instance(type, AccessEvidence.Application, call.Syntax.GetLocation(), Mvc);
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
