using KkAnalyzers.Tests.Stubs;
using static KkAnalyzers.Tests.Rules.KK4501Host;

namespace KkAnalyzers.Tests.Rules;

/// <summary>What each library adds: routes by convention, endpoints that it maps itself, its own ways to ask for authorization.</summary>
public class KK4501LibraryTests
{
    [Theory]
    [InlineData("app.MapDefaultControllerRoute();", "", "/Dossiers/Get/{id?}")]
    [InlineData("app.MapControllerRoute(\"d\", \"care/{controller=Home}/{action}\");", "", "/care/Dossiers/Get")]
    [InlineData("app.MapControllerRoute(\"d\", \"dossier/{id}\", new { controller = \"Dossiers\", action = \"Get\" }); app.MapDefaultControllerRoute();", "", "/dossier/{id}")]
    [InlineData("app.MapControllerRoute(\"d\", \"bill/{id}\", new { controller = \"Bills\", action = \"Get\" }); app.MapDefaultControllerRoute();", "", "/Dossiers/Get/{id?}")]
    [InlineData("app.MapControllerRoute(\"areas\", \"{area:exists}/{controller=Home}/{action=Index}/{id?}\"); app.MapDefaultControllerRoute();", "[Area(\"Care\")]", "/Care/Dossiers/Get/{id?}")]
    [InlineData("app.MapAreaControllerRoute(\"a\", \"Admin\", \"admin/{controller}/{action}\"); app.MapAreaControllerRoute(\"c\", \"Care\", \"zorg/{controller}/{action}\");", "[Area(\"Care\")]", "/zorg/Dossiers/Get")]
    [InlineData("app.MapControllers();", "[Area(\"Care\"), Route(\"[area]/[controller]/[action]\")]", "/Care/Dossiers/Get")]
    public async Task Routes_of_actions(string map, string attributes, string route)
    {
        var rows = await KK4501Rows.OfApplication(map + "\napp.Run();\n" + attributes + " public class DossiersController(CareDb db) : Controller { public Dossier GetAsync() => db.Find(1); }");
        Assert.Equal(route, Assert.Single(rows).Route);
    }

    [Fact]
    public Task A_convention_holds_for_its_own_area() => Flags("""
        app.MapAreaControllerRoute("a", "Admin", "admin/{controller}/{action}").RequireAuthorization();
        app.MapAreaControllerRoute("c", "Care", "care/{controller}/{action}");
        app.Run();
        [Area("Admin")] public class UsersController(CareDb db) : Controller { public Dossier Get() => db.Find(1); }
        [Area("Care")] public class DossiersController(CareDb db) : Controller { public Dossier {|#0:Get|}() => db.Find(1); }
        """);

    [Fact]
    public async Task No_route_leads_to_an_action_without_an_attribute()
    {
        Assert.Empty(await KK4501Rows.OfApplication("app.MapControllers();\napp.Run();\npublic class DossiersController(CareDb db) : Controller { public Dossier Get() => db.Find(1); }"));
    }

    [Theory]
    [InlineData("app.MapDefaultControllerRoute();", 0)]
    [InlineData("app.MapDefaultControllerRoute(); app.MapRazorPages();", 1)]
    public async Task Pages_that_nothing_maps_are_no_endpoints(string map, int expected)
    {
        Assert.Equal(expected, (await KK4501Rows.OfApplication(map + "\napp.Run();\npublic class DetailModel(CareDb db) : PageModel { public void OnGet() => db.Find(1); }")).Count);
    }

    [Fact]
    public async Task OData_routes_by_convention()
    {
        var rows = await KK4501Rows.OfApplication("""
            app.MapControllers();
            new Microsoft.AspNetCore.OData.ODataOptions().AddRouteComponents("zorg", null);
            app.Run();
            public class DossiersController(CareDb db) : Microsoft.AspNetCore.OData.Routing.Controllers.ODataController
            {
                [Microsoft.AspNetCore.OData.Query.EnableQuery] public Dossier Get() => db.Find(1);
                [Microsoft.AspNetCore.OData.Query.EnableQuery] public Dossier GetDossiers(int key) => db.Find(key);
                [Authorize] public Dossier Close(int key) => db.Find(key);
            }
            """);
        Assert.Equal(
            ["/zorg/Dossiers({key})/Close DecisionRequired", "/zorg/Dossiers DecisionNone", "/zorg/Dossiers({key}) DecisionNone"],
            rows.Select(r => $"{r.Route} {r.Decision}"));
    }

    [Fact]
    public async Task Identity_api()
    {
        var rows = await KK4501Rows.OfApplication("app.MapGroup(\"/account\").MapIdentityApi<Microsoft.AspNetCore.Identity.IdentityUser>();");
        Assert.Equal(9, rows.Count);
        Assert.Equal(["/account/manage/2fa", "/account/manage/info"], rows.Where(r => r is { Decision: "DecisionRequired", Reason: "BasisFramework" }).Select(r => r.Route));
        Assert.Equal(7, rows.Count(r => r is { Decision: "DecisionConvention", Reason: "BasisKnownOpen" }));
    }

    [Fact]
    public Task Identity_api_that_lets_everyone_manage() => Flags("app.{|#0:MapIdentityApi<Microsoft.AspNetCore.Identity.IdentityUser>|}().AllowAnonymous();");

    [Fact]
    public Task Identity_api_that_asks_for_more() => Silent("app.MapIdentityApi<Microsoft.AspNetCore.Identity.IdentityUser>().RequireAuthorization(\"care\");");

    private const string CareService = "[CoreWCF.ServiceContract] public interface ICare { Dossier Get(int id); } ATTR public class Care(CareDb db) : ICare { public Dossier Get(int id) => db.Find(id); }";

    [Theory]
    [InlineData("new CoreWCF.NetTcpBinding()", "DecisionRequired", "NetTcpBinding Transport Windows")]
    [InlineData("new CoreWCF.NetTcpBinding(CoreWCF.SecurityMode.None)", "DecisionNone", "")]
    [InlineData("new CoreWCF.BasicHttpBinding(CoreWCF.Channels.BasicHttpSecurityMode.Transport)", "DecisionNone", "")]
    [InlineData("new CoreWCF.BasicHttpBinding(CoreWCF.Channels.BasicHttpSecurityMode.TransportWithMessageCredential)", "DecisionRequired", "BasicHttpBinding TransportWithMessageCredential")]
    [InlineData("new CoreWCF.BasicHttpBinding { Security = new() { Mode = CoreWCF.Channels.BasicHttpSecurityMode.Transport, Transport = new() { ClientCredentialType = CoreWCF.HttpClientCredentialType.Certificate } } }", "DecisionRequired", "BasicHttpBinding Transport Certificate")]
    [InlineData("binding", "DecisionRequired", "BasicHttpBinding Transport InheritedFromHost")]
    [InlineData("Other()", "DecisionUnseen", "")]
    public async Task CoreWcf_bindings(string binding, string decision, string by)
    {
        var rows = await KK4501Rows.OfApplication($$"""
            var binding = new CoreWCF.BasicHttpBinding(CoreWCF.Channels.BasicHttpSecurityMode.Transport);
            binding.Security.Transport.ClientCredentialType = CoreWCF.HttpClientCredentialType.InheritedFromHost;
            CoreWCF.Configuration.Extensions.UseServiceModel(app, b => b.AddServiceEndpoint<Care, ICare>({{binding}}, "/care"));
            app.Run();
            static CoreWCF.Channels.Binding Other() => new();
            """ + CareService.Replace("ATTR", ""));
        var row = Assert.Single(rows);
        Assert.Equal(("EndpointWcf", "/care", "Care", decision), (row.Kind, row.Route, row.Handler, row.Decision));
        Assert.StartsWith(by, row.By, StringComparison.Ordinal);
        Assert.Equal(by.Length == 0, row.By.Length == 0);
    }

    [Fact]
    public Task CoreWcf_without_security() => Flags(
        "CoreWCF.Configuration.Extensions.UseServiceModel(app, b => b.{|#0:AddServiceEndpoint<Care, ICare>|}(new CoreWCF.BasicHttpBinding(), \"/care\"));\napp.Run();\n" + CareService.Replace("ATTR", ""), WebStubs.CoreWcf);

    [Fact]
    public Task CoreWcf_role_on_every_operation() => Silent(
        "CoreWCF.Configuration.Extensions.UseServiceModel(app, b => b.AddServiceEndpoint<Care, ICare>(new CoreWCF.BasicHttpBinding(), \"/care\"));\napp.Run();\n"
        + CareService.Replace("ATTR", "").Replace("public Dossier Get(int id) =>", "[CoreWCF.AuthorizeRole(\"nurse\")] public Dossier Get(int id) =>"), WebStubs.CoreWcf);

    [Theory]
    [InlineData("public class {|#0:DossiersController|}(CareDb db) : System.Web.Http.ApiController { [MVC] public object Get() => db.Find(1); [MVC] public object Post() => db.Find(2); }")]
    [InlineData("[API] public class DossiersController(CareDb db) : System.Web.Http.ApiController { [{|#1:System.Web.Http.OverrideAuthorization|}] public object Get() => db.Find(1); public object Post() => db.Find(2); }")]
    public async Task Web_api_2_asks_only_its_own_attributes(string type)
    {
        var code = type.Replace("MVC", "System.Web.Mvc.Authorize").Replace("API", "System.Web.Http.Authorize").Replace("{|#0:", "").Replace("{|#1:", "").Replace("|}", "");
        var rows = await KK4501Rows.OfApplication("app.Run();\n" + code);
        Assert.Equal(type.Contains("MVC") ? ["DecisionNone", "DecisionNone"] : ["DecisionOverridden", "DecisionRequired"], rows.Select(r => r.Decision));
        Assert.Equal(type.Contains("MVC") ? "BasisIneffective" : "BasisExplicitAnonymous", rows[0].Reason);
    }

    [Fact]
    public async Task Global_filters_of_mvc_5_mean_nothing_to_web_api_2()
    {
        var rows = await KK4501Rows.OfApplication("""
            new System.Web.Mvc.GlobalFilterCollection().Add(new System.Web.Mvc.AuthorizeAttribute());
            app.Run();
            public class DossiersController(CareDb db) : System.Web.Http.ApiController { public object Get() => db.Find(1); }
            public class PagesController(CareDb db) : System.Web.Mvc.Controller { public object Get() => db.Find(1); }
            """);
        Assert.Equal(["DecisionNone", "DecisionRequired"], rows.Select(r => r.Decision));
    }

    [Theory]
    [InlineData("ep => ep.AllowAnonymous()", "Get(\"/d\");", "DecisionAnonymous")]
    [InlineData("ep => ep.AllowAnonymous()", "Get(\"/d\"); Roles(\"nurse\");", "DecisionOverridden")]
    [InlineData("ep => { if (ep.Routes.Length > 1) ep.AllowAnonymous(); }", "Get(\"/d\");", "DecisionUnseen")]
    [InlineData("ep => { }", "Get(\"/d\");", "DecisionRequired")]
    [InlineData("ep => { }", "Get(\"/d\"); Roles(\"nurse\"); AllowAnonymous(\"GET\");", "DecisionAnonymous")]
    [InlineData("ep => { }", "Get(\"/d\"); Roles(\"nurse\"); AllowAnonymous();", "DecisionOverridden")]
    public async Task FastEndpoints_configurator(string configurator, string configure, string decision)
    {
        var rows = await KK4501Rows.OfApplication($$"""
            FastEndpoints.MainExtensions.UseFastEndpoints(app, c => c.Endpoints.Configurator = {{configurator}});
            app.Run();
            public class Read(CareDb db) : FastEndpoints.Endpoint<string, Dossier> { public override void Configure() { _ = db; {{configure}} } }
            """);
        var row = Assert.Single(rows);
        Assert.Equal(("/d", decision), (row.Route, row.Decision));
    }

    [Theory]
    [InlineData("[A] public Dossier Get(CareDb db) => db.Find(1); [A] public Dossier Find(CareDb db) => db.Find(1);", "DecisionRequired")]
    [InlineData("[A] public Dossier Get(CareDb db) => db.Find(1); [O] public Dossier Find(CareDb db) => db.Find(1);", "DecisionRequired")]
    [InlineData("[A] public Dossier Get(CareDb db) => db.Find(1); public Dossier Find(CareDb db) => db.Find(1);", "DecisionNone")]
    [InlineData("[O] public Dossier Get(CareDb db) => db.Find(1);", "DecisionAnonymous")]
    [InlineData("public Dossier Get(CareDb db) => db.Find(1);", "DecisionNone")]
    public async Task GraphQL_fields(string fields, string decision)
    {
        var rows = await KK4501Rows.OfApplication("app.MapGraphQL();\napp.Run();\n[HotChocolate.Types.QueryType] public class Query { "
            + fields.Replace("[A]", "[HotChocolate.Authorization.Authorize]").Replace("[O]", "[HotChocolate.Authorization.AllowAnonymous]") + " }");
        Assert.Equal(decision, Assert.Single(rows).Decision);
    }

    [Fact]
    public async Task Abp_services()
    {
        var rows = await KK4501Rows.OfApplication("""
            app.MapControllers();
            app.Run();
            public class DossierAppService(CareDb db) : Volo.Abp.Application.Services.ApplicationService
            {
                [Authorize("care")] public Dossier Get(int id) => db.Find(id);
                public Dossier Open(int id) => db.Find(id);
                [Volo.Abp.RemoteService(false)] public Dossier Inner(int id) => db.Find(id);
                protected Dossier Own(int id) => db.Find(id);
            }
            [Volo.Abp.RemoteService(false)] public class InnerAppService(CareDb db) : Volo.Abp.Application.Services.ApplicationService { public Dossier Get(int id) => db.Find(id); }
            """);
        Assert.Equal(["DossierAppService.Get DecisionRequired", "DossierAppService.Open DecisionNone"], rows.Select(r => $"{r.Handler} {r.Decision}"));
    }

    private const string Router = "public class App : Microsoft.AspNetCore.Components.ComponentBase { protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder b) { b.OpenComponent<Microsoft.AspNetCore.Components.VIEW>(0); b.CloseComponent(); } }";

    private const string Page = "[Microsoft.AspNetCore.Components.Route(\"/d\"), Authorize] public class Dossiers : Microsoft.AspNetCore.Components.ComponentBase { [Microsoft.AspNetCore.Components.Inject] public CareDb Db { get; set; } }";

    [Theory]
    [InlineData("app.MapBlazorHub(); app.MapFallbackToPage(\"/_Host\");", "RouteView", "DecisionOverridden")]
    [InlineData("app.MapBlazorHub(); app.MapFallbackToPage(\"/_Host\");", "Authorization.AuthorizeRouteView", "DecisionRequired")]
    [InlineData("app.MapBlazorHub(); app.MapFallbackToPage(\"/_Host\").RequireAuthorization();", "RouteView", "DecisionRequired")]
    [InlineData("app.MapRazorComponents<App>();", "RouteView", "DecisionRequired")]
    public async Task Blazor_router(string map, string view, string decision)
    {
        var rows = await KK4501Rows.OfApplication(map + "\napp.Run();\n" + Router.Replace("VIEW", view) + Page);
        Assert.Equal(decision, Assert.Single(rows).Decision);
    }
}
