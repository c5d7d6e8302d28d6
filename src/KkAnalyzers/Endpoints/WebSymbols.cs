using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>The types of the frameworks that make endpoints. Each may be absent and then switches off only what needs it.</summary>
internal sealed class WebSymbols
{
    private readonly KkContext _context;
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _builders = new(SymbolEqualityComparer.Default);
    private readonly Func<ITypeSymbol, bool> _isBuilder;

    public WebSymbols(KkContext context)
    {
        _context = context;
        _isBuilder = t => t is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.Any(IsBuilder) : Is(t, RouteBuilder) || Is(t, ConventionBuilder);
        AuthorizeData = Types("Microsoft.AspNetCore.Authorization.IAuthorizeData", "Microsoft.AspNetCore.Authorization.IAuthorizationRequirementData", "Abp.Authorization.IAbpAuthorizeAttribute");
        AllowAnonymous = Types("Microsoft.AspNetCore.Authorization.IAllowAnonymous", "Microsoft.AspNetCore.Mvc.Authorization.IAllowAnonymousFilter", "Abp.Authorization.IAbpAllowAnonymousAttribute", "System.Web.Mvc.AllowAnonymousAttribute", "System.Web.Http.AllowAnonymousAttribute");
        AuthorizationFilters = Types("Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter", "Microsoft.AspNetCore.Mvc.Filters.IAsyncAuthorizationFilter", "System.Web.Mvc.IAuthorizationFilter", "System.Web.Http.Filters.IAuthorizationFilter");
        Filters = Types(
            "Microsoft.AspNetCore.Mvc.Filters.IActionFilter", "Microsoft.AspNetCore.Mvc.Filters.IAsyncActionFilter",
            "Microsoft.AspNetCore.Mvc.Filters.IResourceFilter", "Microsoft.AspNetCore.Mvc.Filters.IAsyncResourceFilter",
            "Microsoft.AspNetCore.Mvc.Filters.IPageFilter", "Microsoft.AspNetCore.Mvc.Filters.IAsyncPageFilter",
            "Microsoft.AspNetCore.Mvc.Filters.IFilterFactory",
            "System.Web.Mvc.IActionFilter", "System.Web.Http.Filters.IActionFilter");
        ModelConventions = Types("Microsoft.AspNetCore.Mvc.ApplicationModels.IApplicationModelConvention", "Microsoft.AspNetCore.Mvc.ApplicationModels.IControllerModelConvention", "Microsoft.AspNetCore.Mvc.ApplicationModels.IActionModelConvention", "Microsoft.AspNetCore.Mvc.ApplicationModels.IPageConvention");
        RouteBuilder = context.Type("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder");
        ConventionBuilder = context.Type("Microsoft.AspNetCore.Builder.IEndpointConventionBuilder");
        ApplicationBuilder = context.Type("Microsoft.AspNetCore.Builder.IApplicationBuilder");
        WebApplication = context.Type("Microsoft.AspNetCore.Builder.WebApplication");
        ControllerBase = context.Type("Microsoft.AspNetCore.Mvc.ControllerBase");
        PageModel = context.Type("Microsoft.AspNetCore.Mvc.RazorPages.PageModel");
        Hub = context.Type("Microsoft.AspNetCore.SignalR.Hub");
        GrpcBinding = context.Type("Grpc.Core.BindServiceMethodAttribute");
        Component = context.Type("Microsoft.AspNetCore.Components.IComponent");
        FastEndpoint = context.Type("FastEndpoints.BaseEndpoint");
        HttpTriggers = Types("Microsoft.Azure.Functions.Worker.HttpTriggerAttribute", "Microsoft.Azure.WebJobs.HttpTriggerAttribute");
        ClassicControllers = Types("System.Web.Mvc.Controller", "System.Web.Http.ApiController");
        ApplicationServices = Types("Volo.Abp.Application.Services.IApplicationService", "Abp.Application.Services.IApplicationService");
        ServiceHost = context.Type("System.ServiceModel.ServiceHostBase");

        // ASP0026 comes with the reference assemblies of ASP.NET Core 9 and later.
        FrameworkReportsOverrides = ControllerBase?.ContainingAssembly is { } mvc
            && mvc.Identity.Version.Major >= 9
            && !SymbolEqualityComparer.Default.Equals(mvc, context.Compilation.Assembly);
    }

    public ImmutableArray<INamedTypeSymbol> AuthorizeData { get; }

    public ImmutableArray<INamedTypeSymbol> AllowAnonymous { get; }

    public ImmutableArray<INamedTypeSymbol> AuthorizationFilters { get; }

    public ImmutableArray<INamedTypeSymbol> Filters { get; }

    public ImmutableArray<INamedTypeSymbol> ModelConventions { get; }

    public ImmutableArray<INamedTypeSymbol> HttpTriggers { get; }

    public ImmutableArray<INamedTypeSymbol> ClassicControllers { get; }

    /// <summary>What ABP makes an API of.</summary>
    public ImmutableArray<INamedTypeSymbol> ApplicationServices { get; }

    /// <summary>WCF of the .NET Framework, which has services and not only clients.</summary>
    public INamedTypeSymbol? ServiceHost { get; }

    public INamedTypeSymbol? RouteBuilder { get; }

    public INamedTypeSymbol? ConventionBuilder { get; }

    public INamedTypeSymbol? ApplicationBuilder { get; }

    public INamedTypeSymbol? WebApplication { get; }

    public INamedTypeSymbol? ControllerBase { get; }

    public INamedTypeSymbol? PageModel { get; }

    public INamedTypeSymbol? Hub { get; }

    public INamedTypeSymbol? GrpcBinding { get; }

    public INamedTypeSymbol? Component { get; }

    public INamedTypeSymbol? FastEndpoint { get; }

    public bool FrameworkReportsOverrides { get; }

    /// <summary>False where nothing that this model knows can exist.</summary>
    public bool HasEndpoints => RouteBuilder is not null || ControllerBase is not null || Hub is not null || Component is not null
        || !HttpTriggers.IsEmpty || !ClassicControllers.IsEmpty || FastEndpoint is not null || GrpcBinding is not null
        || ServiceHost is not null || !ApplicationServices.IsEmpty;

    /// <summary>A route builder or a convention builder, also as a type parameter that is bound to one.</summary>
    /// <remarks>Asked about every assignment and parameter, so that each type is looked at once.</remarks>
    public bool IsBuilder(ITypeSymbol? type) => type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct or TypeKind.TypeParameter }
        && _builders.GetOrAdd(type, _isBuilder);

    public bool IsRouteBuilder(ITypeSymbol? type) => type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.Any(IsRouteBuilder) : Is(type, RouteBuilder);

    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? wanted)
    {
        if (type is null || wanted is null)
        {
            return false;
        }

        if (wanted.TypeKind == TypeKind.Interface)
        {
            return SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, wanted)
                || type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, wanted));
        }

        for (var t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, wanted))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsAny(ITypeSymbol? type, ImmutableArray<INamedTypeSymbol> wanted) => wanted.Any(w => Is(type, w));

    /// <summary>Part of .NET, ASP.NET Core or a Microsoft package: its code is known, so that an unknown name there is no doubt.</summary>
    public static bool IsFramework(ISymbol symbol)
    {
        var name = symbol.ContainingAssembly?.Name ?? "";
        return name == "mscorlib" || name == "netstandard" || name == "System" || Starts(name, "System.") || Starts(name, "Microsoft.");

        static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);
    }

    /// <summary>Namespace as text; a symbol without one gives an empty string.</summary>
    public static string Namespace(ISymbol symbol) => symbol.ContainingNamespace is { IsGlobalNamespace: false } ns ? ns.ToDisplayString() : "";

    private ImmutableArray<INamedTypeSymbol> Types(params string[] names) => names.Select(_context.Type).OfType<INamedTypeSymbol>().ToImmutableArray();
}
