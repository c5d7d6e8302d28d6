using static KkAnalyzers.Tests.Rules.KK4501Rows;

namespace KkAnalyzers.Tests.Rules;

/// <summary>
/// Every kind of endpoint with every kind of decision: what the inventory says, or why the combination cannot exist. Both
/// tables are complete, and <see cref="Every_combination_is_tested_or_explained"/> keeps them so.
/// </summary>
public class KK4501MatrixTests
{
    private const string Guard = "if (!User.IsInRole(\"care\")) return Forbid();";

    /// <summary>How each kind is written. ROOT is the route builder, CALL what is chained on the mapping, ATTR the attribute, BASE the base class, GUARD a check in code.</summary>
    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["action"] = new("ROOT.MapControllers()CALL;", "ATTR public class DossiersController(CareDb db) : BASE { [HttpGet(\"d\")] public ActionResult<Dossier> Get() { GUARD return db.Find(1); } }", "ControllerBase", Guard) { OnMapping = "BasisConvention" },
        ["conventional action"] = new("ROOT.MapControllerRoute(\"d\", \"{controller}/{action}\")CALL;", "ATTR public class DossiersController(CareDb db) : BASE { public ActionResult<Dossier> Get() { GUARD return db.Find(1); } }", "Controller", Guard) { OnMapping = "BasisConvention" },
        ["area action"] = new("ROOT.MapAreaControllerRoute(\"d\", \"Care\", \"care/{controller}/{action}\")CALL;", "[Area(\"Care\")] ATTR public class DossiersController(CareDb db) : BASE { public ActionResult<Dossier> Get() { GUARD return db.Find(1); } }", "Controller", Guard) { OnMapping = "BasisConvention" },
        ["OData action"] = new("ROOT.MapControllers()CALL;", "ATTR public class DossiersController(CareDb db) : BASE { [Microsoft.AspNetCore.OData.Query.EnableQuery] public ActionResult<Dossier> Get() { GUARD return db.Find(1); } }", "Microsoft.AspNetCore.OData.Routing.Controllers.ODataController", Guard) { OnMapping = "BasisConvention" },
        ["page"] = new("ROOT.MapRazorPages()CALL;", "ATTR public class DetailModel(CareDb db) : BASE { public IActionResult OnGet() { GUARD db.Find(1); return Page(); } }", "PageModel", Guard, false) { OnMapping = "BasisConvention" },
        ["route"] = new("ROOT.MapGet(\"/d\", ATTR (CareDb db, HttpContext http) => { GUARD return Results.Ok(db.Find(1)); })CALL;", "", null, "if (!http.User.IsInRole(\"care\")) return Results.Forbid();"),
        ["Carter route"] = new("Carter.CarterExtensions.MapCarter(ROOT);", "public class Dossiers : Carter.ICarterModule { public void AddRoutes(IEndpointRouteBuilder r) => r.MapGet(\"/d\", ATTR (CareDb db, HttpContext http) => { GUARD return Results.Ok(db.Find(1)); })CALL; }", null, "if (!http.User.IsInRole(\"care\")) return Results.Forbid();"),
        ["hub"] = new("ROOT.MapHub<CareHub>(\"/d\")CALL;", "ATTR public class CareHub(CareDb db) : BASE { public Dossier Get() { GUARD return db.Find(1); } }", "Hub", "if (!Context.User.IsInRole(\"care\")) throw new UnauthorizedAccessException();", false),
        ["gRPC"] = new("ROOT.MapGrpcService<Dossiers>()CALL;", "ATTR public class Dossiers(CareDb db) : BASE { public override Task<string> Read(string id, Grpc.Core.ServerCallContext c) { GUARD return Task.FromResult(db.Find(1).Diagnosis); } }", "DossierBase", "if (id is null) throw new UnauthorizedAccessException();", false),
        ["component"] = new("ROOT.MapRazorComponents<Dossiers>()CALL;", "[Microsoft.AspNetCore.Components.Route(\"/d\")] ATTR public class Dossiers : BASE { [Microsoft.AspNetCore.Components.Inject] public CareDb Db { get; set; } }", "Microsoft.AspNetCore.Components.ComponentBase", null, false) { OnMapping = "BasisConvention" },
        ["function"] = new("", "ATTR public class Functions(CareDb db) : BASE { [Microsoft.Azure.Functions.Worker.Function(\"d\")] public IActionResult Run([Microsoft.Azure.Functions.Worker.HttpTrigger(Microsoft.Azure.Functions.Worker.AuthorizationLevel.Anonymous)] HttpRequest r) { GUARD return new OkObjectResult(db.Find(1)); } }", "object", "if (!r.HttpContext.User.IsInRole(\"care\")) return new ForbidResult();"),
        ["FastEndpoints"] = new("", "ATTR public class Read(CareDb db) : BASE { public override void Configure() { _ = db; Get(\"/d\"); CALL } }", "FastEndpoints.Endpoint<string, Dossier>", null) { RequireCall = "Roles(\"care\");", AnonymousCall = "AllowAnonymous();", Undecided = ("DecisionRequired", "BasisFramework") },
        ["GraphQL"] = new("ROOT.MapGraphQL()CALL;", "[HotChocolate.Types.QueryType] ATTR public class Query { public Dossier Get(CareDb db) => db.Find(1); }", null, null, false) { Authorize = "[HotChocolate.Authorization.Authorize]", AllowAnonymous = "[HotChocolate.Authorization.AllowAnonymous]" },
        ["WCF"] = new("CoreWCF.Configuration.Extensions.UseServiceModel(app, b => b.AddServiceEndpoint<Care, ICare>(new CoreWCF.BasicHttpBinding(), \"/d\"));", "[CoreWCF.ServiceContract] public interface ICare { Dossier Get(int id); } ATTR public class Care(CareDb db) : BASE, ICare { public Dossier Get(int id) { GUARD return db.Find(id); } }", "object", "if (id < 0) throw new UnauthorizedAccessException();"),
        ["MVC 5 action"] = new("", "ATTR public class DossiersController(CareDb db) : BASE { public object Get() { GUARD return db.Find(1); } }", "System.Web.Mvc.Controller", "if (db is null) return new System.Web.Mvc.HttpUnauthorizedResult();") { Authorize = "[System.Web.Mvc.Authorize]", AllowAnonymous = "[System.Web.Mvc.AllowAnonymous]", GlobalFilter = "new System.Web.Mvc.GlobalFilterCollection().Add(new System.Web.Mvc.AuthorizeAttribute());" },
        ["Web API 2 action"] = new("", "ATTR public class DossiersController(CareDb db) : BASE { public object Get() { GUARD return db.Find(1); } }", "System.Web.Http.ApiController", "if (db is null) throw new UnauthorizedAccessException();") { Authorize = "[System.Web.Http.Authorize]", AllowAnonymous = "[System.Web.Http.AllowAnonymous]", GlobalFilter = "new System.Web.Http.HttpConfiguration().Filters.Add(new System.Web.Http.AuthorizeAttribute());" },
        ["ABP service"] = new("", "ATTR public class DossierAppService(CareDb db) : BASE { public Dossier Get(int id) { GUARD return db.Find(id); } }", "Volo.Abp.Application.Services.ApplicationService", "if (id < 0) throw new UnauthorizedAccessException();"),
    };

    /// <summary>How each decision is written, and what the inventory then says. Null: as if nothing was written.</summary>
    private static readonly Dictionary<string, Func<Kind, Written>> Decisions = new()
    {
        ["nothing"] = k => new(k.Undecided.Decision, k.Undecided.Reason),
        ["attribute"] = k => new("DecisionRequired", "BasisAttribute") { Attribute = k.Authorize },
        ["attribute by interface"] = _ => new("DecisionRequired", "BasisInterface") { Attribute = "[CareOnly]" },
        ["base class"] = k => new("DecisionRequired", "BasisBaseClass") { OnBase = k.Authorize },
        ["call on the mapping"] = k => new("DecisionRequired", k.OnMapping) { Call = k.RequireCall },
        ["group"] = _ => new("DecisionRequired", "BasisGroup") { Group = ".RequireAuthorization()" },
        ["endpoint filter"] = k => new(k.IsFiltered ? "DecisionRequired" : "DecisionNone", k.IsFiltered ? "BasisFilter" : "BasisNothing") { Group = ".AddEndpointFilter(async (c, next) => c.Arguments.Count > 0 ? await next(c) : Results.Unauthorized())" },
        ["global filter"] = k => new("DecisionRequired", "BasisGlobalFilter") { Services = k.GlobalFilter },
        ["fallback policy"] = _ => new("DecisionRequired", "BasisFallback") { Services = "builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);" },
        ["fallback policy for everyone"] = k => new(k.Undecided.Decision, k.Undecided.Reason) { Services = "builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(null);" },
        ["default policy for everyone"] = k => new("DecisionOverridden", "BasisPolicy") { Attribute = k.Authorize, Services = "builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build());" },
        ["wrapper in source"] = _ => new("DecisionRequired", "BasisWrapper") { Call = ".RequireCareStaff()" },
        ["wrapper by option"] = _ => new("DecisionRequired", "BasisOption") { Call = ".Odd()" },
        ["anonymous attribute"] = k => new("DecisionAnonymous", "BasisExplicitAnonymous") { Attribute = k.AllowAnonymous },
        ["anonymous call"] = k => new("DecisionAnonymous", "BasisExplicitAnonymous") { Call = k.AnonymousCall },
        ["check in code"] = k => new("DecisionInCode", "BasisInCode") { Guard = k.Guard },
    };

    private static readonly Dictionary<string, (string Why, string[] Kinds)[]> Impossible = new()
    {
        ["attribute by interface"] = [("GraphQL and classic ASP.NET know only their own attributes", ["GraphQL", "MVC 5 action", "Web API 2 action"])],
        ["base class"] = [("a lambda has no base class", ["route", "Carter route"]), ("attributes of GraphQL base types are no part of the schema", ["GraphQL"])],
        ["call on the mapping"] = [("nothing maps it", ["function", "WCF", "MVC 5 action", "Web API 2 action", "ABP service"])],
        ["group"] = [("it is not mapped on a route builder", ["function", "FastEndpoints", "WCF", "MVC 5 action", "Web API 2 action", "ABP service"])],
        ["endpoint filter"] =
        [
            ("it is not mapped on a route builder", ["function", "FastEndpoints", "WCF", "MVC 5 action", "Web API 2 action", "ABP service"]),
        ],
        ["global filter"] = [("filters are for controllers and pages", ["route", "Carter route", "hub", "gRPC", "component", "function", "FastEndpoints", "GraphQL", "WCF"])],
        ["fallback policy"] = [("classic ASP.NET and Azure Functions have no policies", ["function", "MVC 5 action", "Web API 2 action"]), ("it asks for authorization itself", ["FastEndpoints"])],
        ["fallback policy for everyone"] = [("classic ASP.NET and Azure Functions have no policies", ["function", "MVC 5 action", "Web API 2 action"]), ("it asks for authorization itself", ["FastEndpoints"])],
        ["default policy for everyone"] = [("classic ASP.NET has no policies", ["MVC 5 action", "Web API 2 action"]), ("HotChocolate's attribute is not read for its policy", ["GraphQL"])],
        ["wrapper in source"] = [("nothing maps it", ["function", "FastEndpoints", "WCF", "MVC 5 action", "Web API 2 action", "ABP service"])],
        ["wrapper by option"] = [("nothing maps it", ["function", "FastEndpoints", "WCF", "MVC 5 action", "Web API 2 action", "ABP service"])],
        ["anonymous call"] = [("nothing maps it", ["function", "WCF", "MVC 5 action", "Web API 2 action", "ABP service"])],
        ["check in code"] = [("it renders and refuses nobody", ["component"]), ("its handler runs after authorization that it asks for itself", ["FastEndpoints"]), ("resolvers are not read", ["GraphQL"])],
    };

    public static TheoryData<string, string> Combinations()
    {
        var data = new TheoryData<string, string>();
        foreach (var decision in Decisions.Keys)
        {
            foreach (var kind in Kinds.Keys.Where(k => Why(k, decision) is null))
            {
                data.Add(kind, decision);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task Kind_by_decision(string kind, string decision)
    {
        var k = Kinds[kind];
        var written = Decisions[decision](k);
        var root = written.Group.Length > 0 ? "group" : "app";
        var code = $$"""
            var builder = WebApplication.CreateBuilder(args);
            {{written.Services}}
            var app = builder.Build();
            var group = app.MapGroup(""){{written.Group}};
            {{k.Map}}
            app.Run();
            {{k.Types}}
            {{(k.Base is null ? "" : $"{written.OnBase} public abstract class CareBase : {k.Base} {{ }}")}}
            public class CareOnlyAttribute : Attribute, IAuthorizeData { public string Policy { get; set; } public string Roles { get; set; } public string AuthenticationSchemes { get; set; } }
            static class Own
            {
                public static T RequireCareStaff<T>(this T b) where T : IEndpointConventionBuilder { b.RequireAuthorization("care"); return b; }
                public static T Odd<T>(this T b) where T : IEndpointConventionBuilder => b;
            }
            """
            .Replace("ROOT", root).Replace("CALL", written.Call).Replace("ATTR", written.Attribute).Replace("BASE", "CareBase").Replace("GUARD", written.Guard);
        var row = Assert.Single(await Of(code, ("kk.KK4501.authorizing_methods", "Own.Odd")));
        Assert.Equal((written.Decision, written.Reason), (row.Decision, row.Reason));
        Assert.Equal(written.Reason is "BasisNothing", row.By.Length == 0);
    }

    [Fact]
    public void Every_combination_is_tested_or_explained()
    {
        var explained = Impossible.SelectMany(d => d.Value.SelectMany(w => w.Kinds.Select(k => (Kind: k, Decision: d.Key, w.Why)))).ToArray();
        Assert.All(explained, e => Assert.True(Kinds.ContainsKey(e.Kind) && Decisions.ContainsKey(e.Decision) && e.Why.Length > 10, e.ToString()));
        Assert.Equal(explained.Length, explained.DistinctBy(e => (e.Kind, e.Decision)).Count());
        Assert.Equal(Kinds.Count * Decisions.Count, explained.Length + Combinations().Count);
    }

    private static string? Why(string kind, string decision) =>
        Impossible.TryGetValue(decision, out var reasons) ? reasons.FirstOrDefault(r => r.Kinds.Contains(kind)).Why : null;

    private sealed record Kind(string Map, string Types, string? Base, string? Guard, bool IsFiltered = true)
    {
        public string Authorize { get; init; } = "[Authorize]";

        public string AllowAnonymous { get; init; } = "[AllowAnonymous]";

        public string RequireCall { get; init; } = ".RequireAuthorization()";

        public string AnonymousCall { get; init; } = ".AllowAnonymous()";

        public string OnMapping { get; init; } = "BasisMapping";

        public string GlobalFilter { get; init; } = "builder.Services.AddControllers(o => o.Filters.Add(new AuthorizeFilter()));";

        public (string Decision, string Reason) Undecided { get; init; } = ("DecisionNone", "BasisNothing");
    }

    private sealed record Written(string Decision, string Reason)
    {
        public string Attribute { get; init; } = "";

        public string OnBase { get; init; } = "";

        public string Call { get; init; } = "";

        public string Group { get; init; } = "";

        public string Services { get; init; } = "";

        public string? Guard { get; init; } = "";
    }
}
