using static KkAnalyzers.Tests.Rules.KK4501Host;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The hard cases 1 to 26, by number, in both directions.</summary>
public class KK4501Tests
{
    private const string Map = "app.MapControllers();\napp.Run();\n";

    [Fact]
    public Task Case_01_attribute_on_a_generic_base() => Silent(Map + """
        [Authorize] public abstract class CareController<T> : ControllerBase { }
        public class DossiersController(CareDb db) : CareController<Dossier> { [HttpGet("x/{id}")] public Dossier Get(int id) => db.Find(id); }
        """);

    [Fact]
    public Task Case_01_a_base_without_attribute_decides_nothing() => Flags(Map + """
        public abstract class CareController<T> : ControllerBase { }
        public class DossiersController(CareDb db) : CareController<Dossier> { [HttpGet("x/{id}")] public Dossier {|#0:Get|}(int id) => db.Find(id); }
        """);

    [Theory]
    [InlineData("AddControllers(options => options.Filters.Add(new AuthorizeFilter()))")]
    [InlineData("AddMvc(o => { var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(); o.Filters.Add(new AuthorizeFilter(policy)); })")]
    [InlineData("AddControllersWithViews(o => o.Filters.Add<AuthorizeFilter>())")]
    [InlineData("AddControllers(o => o.Filters.Add(typeof(AuthorizeFilter)))")]
    [InlineData("Configure<MvcOptions>(o => o.Filters.Add(item: new AuthorizeFilter()))")]
    public Task Case_02_global_filter(string call) => SilentProgram(
        $"var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.{call};\nvar app = builder.Build();\n" + Map + Controller.Replace("{|#0:Get|}", "Get"));

    [Theory]
    [InlineData("AddControllers(options => options.Filters.Add(new ProducesAttribute(\"application/json\")))")]
    [InlineData("AddControllers(options => options.Filters.Add(new RequireHttpsAttribute()))")]
    [InlineData("AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()))")]
    public Task Case_02_another_global_filter_decides_nothing(string call) => FlagsProgram(
        $"var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.{call};\nvar app = builder.Build();\n" + Map + Controller);

    [Fact]
    public Task Case_03_mapping_with_authorization() => Silent("app.MapControllers().RequireAuthorization();\napp.Run();\n" + Controller.Replace("{|#0:Get|}", "Get"));

    [Fact]
    public Task Case_03_mapping_without() => Flags(Map + Controller);

    [Theory]
    [InlineData("AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())")]
    [InlineData("AddAuthorization(o => { o.FallbackPolicy = o.DefaultPolicy; })")]
    [InlineData("AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(\"care\").Build())")]
    [InlineData("Configure<AuthorizationOptions>(o => { var p = new AuthorizationPolicyBuilder().RequireClaim(\"care\").Build(); o.FallbackPolicy = p; })")]
    public Task Case_04_fallback_policy(string call) => SilentProgram(
        $"var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.{call};\nvar app = builder.Build();\n" + Map + Controller.Replace("{|#0:Get|}", "Get"));

    [Theory]
    [InlineData("AddAuthorization(o => o.FallbackPolicy = null)")]
    [InlineData("AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build())")]
    [InlineData("AddAuthorizationBuilder().SetFallbackPolicy(null)")]
    [InlineData("AddAuthorization(o => o.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())")]
    [InlineData("AddAuthorization()")]
    public Task Case_04_no_fallback_policy(string call) => FlagsProgram(
        $"var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.{call};\nvar app = builder.Build();\n" + Map + Controller);

    [Theory]
    [InlineData("public class CareOnlyAttribute : Attribute, IAuthorizeData { public string Policy { get; set; } public string Roles { get; set; } public string AuthenticationSchemes { get; set; } }")]
    [InlineData("public class CareOnlyAttribute : AuthorizeAttribute { public CareOnlyAttribute() : base(\"care\") { } }")]
    [InlineData("public class CareOnlyAttribute : Attribute, IAuthorizationRequirementData { public IEnumerable<IAuthorizationRequirement> GetRequirements() => []; }")]
    public Task Case_05_own_attribute(string attribute) => Silent(Map + Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", "[CareOnly, HttpGet") + attribute);

    [Fact]
    public Task Case_05_a_look_alike_decides_nothing() => Flags(Map + Controller.Replace("[HttpGet", "[Look.Authorize, HttpGet")
        + "namespace Look { public class AuthorizeAttribute : Attribute { } }");

    [Theory]
    [InlineData("public class CareOnlyAttribute : Attribute, IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext c) { } }")]
    [InlineData("public class CareOnlyAttribute : Attribute, IAsyncAuthorizationFilter { public Task OnAuthorizationAsync(AuthorizationFilterContext c) => Task.CompletedTask; }")]
    [InlineData("public class CareOnlyAttribute : ActionFilterAttribute { public override void OnActionExecuting(ActionExecutingContext c) { if (c.HttpContext.Request.Headers[\"k\"] != \"v\") c.Result = new UnauthorizedResult(); } }")]
    [InlineData("public class CareOnlyAttribute : TypeFilterAttribute { public CareOnlyAttribute() : base(typeof(CareFilter)) { } } public class CareFilter : IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext c) { } }")]
    public Task Case_06_own_authorization_filter(string attribute) => Silent(Map + Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", "[CareOnly, HttpGet") + attribute);

    [Fact]
    public Task Case_06_filter_by_type() => Silent(Map + Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", "[TypeFilter(typeof(CareFilter)), HttpGet")
        + "public class CareFilter : IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext c) { } }");

    [Theory]
    [InlineData("public class FunctionAttribute : Attribute { public FunctionAttribute(string name) { } }")]
    [InlineData("public class FunctionAttribute : ActionFilterAttribute { public FunctionAttribute(string name) { } }")]
    public Task Case_06_other_attribute_decides_nothing(string attribute) => Flags(Map + Controller.Replace("[HttpGet", "[Function(\"read\"), HttpGet") + attribute);

    [Fact]
    public Task Case_06_unless_the_option_names_it() => Test(
        Build + Map + Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", "[Function(\"read\"), HttpGet") + "public class FunctionAttribute : Attribute { public FunctionAttribute(string name) { } }")
        .Option("kk.KK4501.authorizing_attributes", "Other | Function").RunAsync();

    [Theory]
    [InlineData("Authorize(AuthenticationSchemes = \"Basic\")")]
    [InlineData("Authorize(Roles = \"nurse,doctor\")")]
    [InlineData("Authorize(policy: \"care\", Roles = \"nurse\")")]
    public Task Case_07_any_form_of_authorize(string attribute) => Silent(Map + Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", $"[{attribute}, HttpGet"));

    [Fact]
    public Task Case_08_open_by_choice() => Silent(Map + Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", "[AllowAnonymous, HttpGet"));

    [Fact]
    public Task Case_09_left_to_ASP0026_which_this_framework_has() => Silent(Map + Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", "[Authorize, HttpGet").Replace("[ApiController,", "[AllowAnonymous, ApiController,"));

    [Fact]
    public Task Case_09_mapping_that_admits_everyone_undoes_an_attribute() => Flags(
        "app.MapControllers().AllowAnonymous();\n" + Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", "[{|#0:Authorize|}, HttpGet"));

    [Fact]
    public Task Case_10_exception_beside_the_rule() => Silent(Map + Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", "[Authorize(AuthenticationSchemes = \"x\"), AllowAnonymous, HttpGet"));

    [Fact]
    public Task Case_10_permission_that_is_not_inherited() => Silent(Map + """
        [AttributeUsage(AttributeTargets.Class, Inherited = false)] public class OpenAttribute : Attribute, IAllowAnonymous { }
        [Open] public abstract class CareController : ControllerBase { }
        [Authorize] public class DossiersController(CareDb db) : CareController { [HttpGet("x/{id}")] public Dossier Get(int id) => db.Find(id); }
        """);

    [Fact]
    public Task Case_11_minimal_api_without_policy() => Flags("app.{|#0:MapGet|}(\"/dossiers/{id}\", async (int id, CareDb db) => await db.FindAsync(id));");

    [Theory]
    [InlineData("app.MapGet(\"/dossiers/{id}\", (int id, CareDb db) => db.Find(id)).RequireAuthorization();")]
    [InlineData("app.MapGet(handler: (int id, CareDb db) => db.Find(id), pattern: \"/dossiers/{id}\").WithName(\"x\").RequireAuthorization(\"care\");")]
    [InlineData("var e = app.MapGet(\"/dossiers/{id}\", (int id, CareDb db) => db.Find(id)); e.WithName(\"x\"); e.RequireAuthorization();")]
    [InlineData("app.MapGet(\"/dossiers/{id}\", (int id, CareDb db) => db.Find(id)).WithMetadata(new AuthorizeAttribute(\"care\"));")]
    [InlineData("app.MapGet(\"/dossiers/{id}\", (int id, CareDb db) => db.Find(id)).Add(b => b.Metadata.Add(new AuthorizeAttribute()));")]
    [InlineData("app.MapGet(\"/dossiers/{id}\", (int id, CareDb db) => db.Find(id)).AllowAnonymous();")]
    public Task Case_11_minimal_api_with_a_decision(string code) => Silent(code);

    [Theory]
    [InlineData("var g = app.MapGroup(\"/api/dossiers\").RequireAuthorization(); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("var g = app.MapGroup(\"/api/dossiers\"); g.RequireAuthorization(); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("var g = app.MapGroup(\"/api/dossiers\"); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)); g.WithTags(\"x\").RequireAuthorization();")]
    [InlineData("var g = app.MapGroup(\"/api\"); g = g.RequireAuthorization(); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("var g = app.MapGroup(\"/api\").RequireAuthorization(); var h = g.MapGroup(\"/dossiers\").WithTags(\"x\"); h.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapGroup(\"/dossiers\").MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapDossiers(); static class E { public static void MapDossiers(this IEndpointRouteBuilder g) => g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)); }")]
    [InlineData("app.MapCare().MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)); static class E { public static RouteGroupBuilder MapCare(this IEndpointRouteBuilder b) => b.MapGroup(\"/api\").RequireAuthorization(); }")]
    [InlineData("app.MapDossiers().RequireAuthorization(); static class E { public static RouteGroupBuilder MapDossiers(this IEndpointRouteBuilder b) { var g = b.MapGroup(\"/d\"); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)); return g; } }")]
    [InlineData("app.MapDossier().RequireAuthorization(); static class E { public static RouteHandlerBuilder MapDossier(this IEndpointRouteBuilder b) => b.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)); }")]
    [InlineData("new Modules(app).Map(); class Modules { private readonly RouteGroupBuilder _group; public Modules(WebApplication app) { _group = app.MapGroup(\"/d\").RequireAuthorization(); } public void Map() => _group.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)); }")]
    [InlineData("IModule m = new Dossiers(); m.Map(app.MapGroup(\"/d\").RequireAuthorization()); interface IModule { void Map(IEndpointRouteBuilder b); } class Dossiers : IModule { public void Map(IEndpointRouteBuilder b) => b.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)); }")]
    public Task Case_12_group_with_authorization(string code) => Silent(code);

    [Theory]
    [InlineData("var g = app.MapGroup(\"/api/dossiers\").WithTags(\"Dossiers\"); // .RequireAuthorization();\ng.{|#0:MapGet|}(\"/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("var g = app.MapGroup(\"/api/dossiers\"); g.{|#0:MapGet|}(\"/\", () => \"x\");")]
    [InlineData("var g = app.MapGroup(\"/a\").RequireAuthorization(); var h = app.MapGroup(\"/dossiers\"); h.{|#0:MapGet|}(\"/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("var g = app.MapGroup(\"/a\"); var h = g.MapGroup(\"/b\").RequireAuthorization(); g.{|#0:MapGet|}(\"/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("app.MapGroup(\"/a\").RequireAuthorization().MapDossiers(); app.MapGroup(\"/b\").MapDossiers(); static class E { public static void MapDossiers(this IEndpointRouteBuilder g) => g.{|#0:MapGet|}(\"/{id}\", (int id, CareDb db) => db.Find(id)); }")]
    public Task Case_13_group_without(string code) => Flags(code);

    [Theory]
    [InlineData("public static RouteGroupBuilder RequireCareStaff(this RouteGroupBuilder g) => g.RequireAuthorization(\"care\");")]
    [InlineData("public static T RequireCareStaff<T>(this T b) where T : IEndpointConventionBuilder { b.RequireAuthorization(\"care\"); return b; }")]
    [InlineData("public static T RequireCareStaff<T>(this T b) where T : IEndpointConventionBuilder => b.RequireStaff(); static T RequireStaff<T>(this T b) where T : IEndpointConventionBuilder => b.RequireAuthorization(p => p.RequireRole(\"x\"));")]
    public Task Case_14_own_wrapper(string wrapper) => Silent(
        "var g = app.MapGroup(\"/d\").RequireCareStaff(); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)); static class E { " + wrapper + " }");

    [Fact]
    public Task Case_14_wrapper_that_only_sounds_like_it() => Flags(
        "var g = app.MapGroup(\"/d\").RequireCareStaff(); g.{|#0:MapGet|}(\"/{id}\", (int id, CareDb db) => db.Find(id)); static class E { public static RouteGroupBuilder RequireCareStaff(this RouteGroupBuilder g) => g.WithTags(\"x\"); }");

    [Fact]
    public Task Case_14_wrapper_named_by_the_option() => Test(
        Build + "var g = app.MapGroup(\"/d\").Odd(); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)); static class E { public static RouteGroupBuilder Odd(this RouteGroupBuilder g) => g.WithTags(\"x\"); }")
        .Option("kk.KK4501.authorizing_methods", "E.Odd").RunAsync();

    [Theory]
    [InlineData("app.MapGet(\"/d/{id}\", (int id, CareDb db) => db.Find(id)).{|#0:RequireAuthorization|}().AllowAnonymous();")]
    [InlineData("app.MapGet(\"/d/{id}\", (int id, CareDb db) => db.Find(id)).AllowAnonymous().{|#0:RequireAuthorization|}();")]
    [InlineData("var g = app.MapGroup(\"/d\").{|#0:RequireAuthorization|}().AllowAnonymous(); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("var g = app.MapGroup(\"/d\").AllowAnonymous(); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)).{|#0:RequireAuthorization|}();")]
    public Task Case_15_permission_undoes_a_demand(string code) => Flags(code);

    [Fact]
    public Task Case_15_exception_inside_a_guarded_group() => Silent(
        "var g = app.MapGroup(\"/d\").RequireAuthorization(); g.MapGet(\"/{id}\", (int id, CareDb db) => db.Find(id)).AllowAnonymous();");

    [Fact]
    public Task Case_16_unknown_caller_is_information() => Informs(
        "public static class E { public static void MapDossiers(this IEndpointRouteBuilder app) => app.{|#0:MapGet|}(\"/d/{id}\", (int id, CareDb db) => db.Find(id)); }");

    [Fact]
    public Task Case_16_known_caller_is_a_warning() => Flags(
        "app.MapDossiers(); public static class E { public static void MapDossiers(this IEndpointRouteBuilder app) => app.{|#0:MapGet|}(\"/d/{id}\", (int id, CareDb db) => db.Find(id)); }");

    [Fact]
    public Task Case_17_attribute_on_a_method_that_the_handler_calls() => Flags("app.{|#0:Map|}(\"/\", () => Hello()); [Authorize] string Hello() => \"hello\";");

    [Theory]
    [InlineData("app.MapGet(\"/x\", [Authorize] (CareDb db) => db.Find(1));")]
    [InlineData("app.MapGet(\"/x\", Hello); [Authorize] Dossier Hello(CareDb db) => db.Find(1);")]
    [InlineData("app.MapGet(\"/x\", Handlers.Hello); static class Handlers { [Authorize] public static Dossier Hello(CareDb db) => db.Find(1); }")]
    [InlineData("var handler = [Authorize] (CareDb db) => db.Find(1); app.MapGet(\"/x\", handler);")]
    [InlineData("RequestDelegate handler = [Authorize] (HttpContext c) => c.Response.WriteAsync(\"x\"); app.MapGet(\"/x\", handler);")]
    public Task Case_17_attribute_on_the_handler_itself(string code) => Silent(code);

    [Fact]
    public Task Case_17_attribute_on_the_class_of_a_handler_does_nothing() => Flags(
        "app.{|#0:MapGet|}(\"/x\", Handlers.Hello); [Authorize] static class Handlers { public static Dossier Hello(CareDb db) => db.Find(1); }");

    [Theory]
    [InlineData("app.{|#0:MapHub<CareHub>|}(\"/hub\"); public class CareHub : Hub { public Task Send(string m) => Clients.All.SendAsync(\"m\", m); }")]
    [InlineData("app.{|#0:MapHub<CareHub>|}(\"/hub\"); public class CareHub : Hub { }")]
    public Task Case_18_hub_without(string code) => Flags(code);

    [Theory]
    [InlineData("app.MapHub<CareHub>(\"/hub\"); [Authorize] public class CareHub : Hub { }")]
    [InlineData("app.MapHub<CareHub>(\"/hub\").RequireAuthorization(); public class CareHub : Hub { }")]
    [InlineData("app.MapHub<CareHub>(\"/hub\"); public class CareHub : Hub { [Authorize] public Task Send(string m) => Clients.All.SendAsync(\"m\", m); }")]
    public Task Case_18_hub_with_a_decision(string code) => Silent(code);

    private const string Startup = """
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(w => w.UseStartup<Startup>()).Build().Run();
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services.AddControllers().Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);
            public void Configure(IApplicationBuilder app)
            {
                app.UseRouting();
                MIDDLEWARE
                app.UseEndpoints(endpoints => endpoints.MapControllers());
            }
        }
        """;

    private const string HostUsing = "global using Microsoft.AspNetCore.Hosting;";

    [Fact]
    public Task Case_19_fallback_policy_that_nothing_enforces() => FlagsProgram(Startup.Replace("MIDDLEWARE", "// app.UseAuthorization();") + Controller, HostUsing);

    [Fact]
    public Task Case_19_with_the_middleware() => SilentProgram(Startup.Replace("MIDDLEWARE", "app.UseAuthorization();") + Controller.Replace("{|#0:Get|}", "Get"), HostUsing);

    [Fact]
    public Task Case_19_mapping_in_a_comment_is_no_endpoint() => Silent("// app.MapHub<CareHub>(\"/hub\");\n// app.MapGet(\"/dossiers\", (CareDb db) => db.Find(1));\napp.Run();");

    [Theory]
    [InlineData("app.MapHealthChecks(\"/health\");")]
    [InlineData("app.MapGet(\"/.well-known/openid-configuration\", (CareDb db) => db.Find(1));")]
    [InlineData("app.MapGet(\"/fhir/metadata\", (CareDb db) => db.Find(1));")]
    [InlineData("app.MapStaticAssets(); app.MapFallbackToFile(\"index.html\");")]
    [InlineData("app.MapPost(\"/api/v1/auth/login\", (CareDb db) => db.Find(1));")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.MapGet(\"/debug\", (CareDb db) => db.Find(1)); }")]
    [InlineData("app.MapGet(\"/\", () => \"Hello World!\");")]
    public Task Case_20_open_by_convention(string code) => Silent(code);

    [Theory]
    [InlineData("app.{|#0:MapGet|}(\"/patients/{id}/metadata\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("app.{|#0:MapPost|}(\"/patients/register\", (CareDb db) => db.Find(1));")]
    [InlineData("app.{|#0:MapGet|}(\"/health/{id}\", (int id, CareDb db) => db.Find(id));")]
    [InlineData("app.{|#0:MapGet|}(\"/loginhistory\", (CareDb db) => db.Find(1));")]
    public Task Case_20_what_only_resembles_it(string code) => Flags(code);

    private const string Page = "namespace Care.Pages.Dossiers { public class DetailModel(CareDb db) : PageModel { public Dossier Dossier { get; private set; } public void OnGet(int id) => Dossier = db.Find(id); } }";

    [Theory]
    [InlineData("AuthorizeFolder(\"/\")")]
    [InlineData("AuthorizeFolder(\"/Dossiers\")")]
    [InlineData("AuthorizePage(\"/Dossiers/Detail\")")]
    [InlineData("AuthorizePage(policy: \"care\", pageName: \"/dossiers/detail\")")]
    [InlineData("AllowAnonymousToPage(\"/Dossiers/Detail\")")]
    [InlineData("AuthorizeFolder(\"/\").AllowAnonymousToPage(\"/Dossiers/Detail\")")]
    public Task Case_21_page_conventions(string convention) => SilentProgram(
        $"var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddRazorPages(o => o.Conventions.{convention});\nvar app = builder.Build();\napp.MapRazorPages();\napp.Run();\n" + Page);

    [Theory]
    [InlineData("AuthorizeFolder(\"/Admin\")")]
    [InlineData("AuthorizeFolder(\"/Dos\")")]
    [InlineData("AuthorizeAreaFolder(\"Staff\", \"/\")")]
    public Task Case_21_page_without(string convention) => FlagsProgram(
        $"var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddRazorPages(o => o.Conventions.{convention});\nvar app = builder.Build();\napp.MapRazorPages();\napp.Run();\n" + Page.Replace("class DetailModel", "class {|#0:DetailModel|}"));

    [Theory]
    [InlineData("if (!await access.CanViewAsync(id)) return Forbid(); return Ok(db.Find(id));")]
    [InlineData("var r = await auth.AuthorizeAsync(User, id, \"view\"); if (!r.Succeeded) { return NotFound(); } return Ok(db.Find(id));")]
    [InlineData("var d = db.Find(id); if (d is null) return NotFound(); if (!User.Identity.IsAuthenticated) return Unauthorized(); return Ok(d);")]
    [InlineData("return await access.CanViewAsync(id) ? Ok(db.Find(id)) : Forbid();")]
    [InlineData("try { if (!await access.CanViewAsync(id)) throw new UnauthorizedAccessException(); return Ok(db.Find(id)); } catch (ArgumentException) { return BadRequest(); }")]
    [InlineData("await access.DemandAsync(id); return Ok(db.Find(id));")]
    [InlineData("return await access.CanViewAsync(id) switch { true => Ok(db.Find(id)), _ => StatusCode(StatusCodes.Status403Forbidden) };")]
    [InlineData("string known = null; var me = known ?? User.Identity.Name; if (me is null) return NotFound(); return Ok(db.Find(id));")]
    public Task Case_22_check_in_code(string body) => Silent(Map + """
        public interface IAccess { Task<bool> CanViewAsync(int id); Task DemandAsync(int id); }
        public class Access : IAccess { public Task<bool> CanViewAsync(int id) => Task.FromResult(id > 0); public async Task DemandAsync(int id) { if (!await CanViewAsync(id)) throw new UnauthorizedAccessException(); } }
        [ApiController] public class DossiersController(CareDb db, IAccess access, IAuthorizationService auth) : ControllerBase
        {
            [HttpGet("d/{id}")] public async Task<IActionResult> Get(int id) { await Task.Yield(); _ = auth; BODY }
        }
        """.Replace("BODY", body));

    [Theory]
    [InlineData("return Ok(db.Find(id)); Forbid();")]
    [InlineData("if (id > 0) return Ok(db.Find(id)); return await access.CanViewAsync(id) ? Ok(db.Find(id)) : Forbid();")]
    [InlineData("await access.CanViewAsync(id); return Ok(db.Find(id));")]
    [InlineData("try { return Ok(db.Find(id)); } catch (InvalidOperationException) { return Forbid(); }")]
    [InlineData("if (id < 0) return BadRequest(); return Ok(db.Find(id));")]
    [InlineData("var who = person ?? int.Parse(User.Identity.Name); if (who == 0) return BadRequest(); return Ok(db.Find(who));")]
    public Task Case_22_too_late_or_without_effect(string body) => Flags("#pragma warning disable CS0162\n" + Map + """
        public interface IAccess { Task<bool> CanViewAsync(int id); }
        [ApiController] public class DossiersController(CareDb db, IAccess access) : ControllerBase
        {
            [HttpGet("d/{id}")] public async Task<IActionResult> {|#0:Get|}(int id, int? person) { await Task.Yield(); _ = access; BODY }
        }
        """.Replace("BODY", body));

    [Fact]
    public Task Case_24_what_is_no_action() => Silent("app.MapDefaultControllerRoute();\napp.Run();\n" + """
        public abstract class BaseController(CareDb db) : Controller { protected Dossier Get(int id) => db.Find(id); }
        public class DossiersController(CareDb db) : BaseController(db), IDisposable
        {
            [NonAction] public Dossier Helper(int id) => db.Find(id);
            private Dossier Own(int id) => Get(id);
            public static Dossier Shared(CareDb db) => db.Find(1);
            public Dossier Generic<T>(int id) => Own(id);
            void IDisposable.Dispose() { }
            public override string ToString() => "x";
        }
        [NonController] public class OldController(CareDb db) { public Dossier Get(int id) => db.Find(id); }
        internal class HiddenController(CareDb db) : Controller { public Dossier Get(int id) => db.Find(id); }
        """);

    [Fact]
    public Task Case_24_actions_are_found_where_they_are_inherited() => Flags("app.MapDefaultControllerRoute();\napp.Run();\n" + """
        public abstract class CrudController(CareDb db) : Controller { public Dossier Get(int id) => db.Find(id); }
        public class {|#0:DossiersController|}(CareDb db) : CrudController(db);
        """);

    [Fact]
    public Task Case_24_test_project() => Test(Build + Map + Controller.Replace("{|#0:Get|}", "Get")).Option("build_property.IsTestProject", "true").RunAsync();

    [Fact]
    public Task Case_26_a_name_is_not_matched_by_a_piece_of_it() => Flags("app.MapDefaultControllerRoute();\napp.Run();\n" + """
        [Authorize] public class OtherController : Controller { public IActionResult Index() => View(); }
        public class CareController(CareDb db) : Controller { public Dossier {|#0:TestEditionAsync|}(int id) => db.Find(id); [Authorize] public Dossier Edit(int id) => db.Find(id); public Dossier {|#1:PreLogin|}(int id) => db.Find(id); }
        """);
}
