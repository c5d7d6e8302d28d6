using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static KkAnalyzers.Tests.Rules.KK4501Host;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Every kind of endpoint, the decisions that each knows, and the record they leave.</summary>
public class KK4501KindsTests
{
    private static readonly Dictionary<string, (string Map, string Type, string Stub)> Kinds = new()
    {
        ["action"] = ("app.MapControllers()CALL;", "ATTR public class DossiersController(CareDb db) : ControllerBase { [HttpGet(\"d\")] public Dossier {|#0:Get|}() => db.Find(1); }", ""),
        ["route"] = ("app.{|#0:MapGet|}(\"/d\", ATTR (CareDb db) => db.Find(1))CALL;", "", ""),
        ["hub"] = ("app.{|#0:MapHub<CareHub>|}(\"/d\")CALL;", "ATTR public class CareHub(CareDb db) : Hub { public Dossier Get() => db.Find(1); }", ""),
        ["grpc"] = ("app.{|#0:MapGrpcService<Dossiers>|}()CALL;", "ATTR public class Dossiers(CareDb db) : DossierBase { public override Task<string> Read(string id, Grpc.Core.ServerCallContext c) => Task.FromResult(db.Find(1).Diagnosis); }", WebStubs.Grpc),
        ["page"] = ("app.MapRazorPages()CALL;", "ATTR public class {|#0:DetailModel|}(CareDb db) : PageModel { public void OnGet() => db.Find(1); }", ""),
    };

    public static TheoryData<string, string, string> Matrix()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var kind in Kinds.Keys)
        {
            foreach (var decision in new[] { "none", "[Authorize]", "[AllowAnonymous]", ".RequireAuthorization()", ".AllowAnonymous()", "fallback", "fallback null" })
            {
                data.Add(kind, decision, decision is "none" or "fallback null" ? "flag" : "silent");
            }

            data.Add(kind, "filter", kind is "action" or "page" ? "silent" : "flag");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public Task Kind_by_decision(string kind, string decision, string expected)
    {
        var (map, type, stub) = Kinds[kind];
        var services = decision switch
        {
            "fallback" => "builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);\n",
            "fallback null" => "builder.Services.AddAuthorization(o => o.FallbackPolicy = null);\n",
            "filter" => "builder.Services.AddRazorPages().AddMvcOptions(o => o.Filters.Add(new AuthorizeFilter()));\n",
            _ => "",
        };
        var code = "var builder = WebApplication.CreateBuilder(args);\n" + services + "var app = builder.Build();\n"
            + map.Replace("CALL", decision[0] == '.' ? decision : "") + "\napp.Run();\n" + type;
        code = code.Replace("ATTR", decision[0] == '[' ? decision : "");
        string[] more = stub.Length == 0 ? [] : [stub];
        return expected == "flag" ? FlagsProgram(code, more) : SilentProgram(code.Replace("{|#0:", "").Replace("|}", ""), more);
    }

    [Theory]
    [InlineData("[HttpTrigger(AuthorizationLevel.Anonymous, \"get\")] string r")]
    [InlineData("[HttpTrigger(\"get\", AuthLevel = AuthorizationLevel.Anonymous, Route = \"patients/{id}\")] string r")]
    public Task Case_23_anonymous_function(string parameter) => FlagsProgram(
        "public class PatientFunctions(CareDb db) { [Microsoft.Azure.Functions.Worker.Function(\"Patient\")] public Dossier {|#0:Run|}(PARAMETER) => db.Find(r.Length); public static void Main() { } }"
            .Replace("PARAMETER", parameter.Replace("HttpTrigger", "Microsoft.Azure.Functions.Worker.HttpTrigger").Replace("AuthorizationLevel", "Microsoft.Azure.Functions.Worker.AuthorizationLevel")),
        WebStubs.Functions);

    [Theory]
    [InlineData("[HttpTrigger(AuthorizationLevel.Function, \"get\")] string r")]
    [InlineData("[HttpTrigger(AuthorizationLevel.Admin)] string r")]
    [InlineData("[HttpTrigger(\"get\", Route = \"patients/{id}\")] string r")]
    [InlineData("string r")]
    public Task Case_23_function_with_a_key(string parameter) => SilentProgram(
        "public class PatientFunctions(CareDb db) { [Microsoft.Azure.Functions.Worker.Function(\"Patient\")] public Dossier Run(PARAMETER) => db.Find(r.Length); public static void Main() { } }"
            .Replace("PARAMETER", parameter.Replace("HttpTrigger", "Microsoft.Azure.Functions.Worker.HttpTrigger").Replace("AuthorizationLevel", "Microsoft.Azure.Functions.Worker.AuthorizationLevel")),
        WebStubs.Functions);

    [Theory]
    [InlineData("Get(\"/d\");")]
    [InlineData("Get(\"/d\"); AllowAnonymous();")]
    public Task FastEndpoints_is_guarded_unless_it_says_otherwise(string configure) => Silent(
        "public class Read(CareDb db) : FastEndpoints.Endpoint<string, Dossier> { public override void Configure() { _ = db; BODY } }".Replace("BODY", configure), WebStubs.FastEndpoints);

    [Theory]
    [InlineData("app.MapCarter();", "{|#0:MapGet|}", true)]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapCarter();", "MapGet", false)]
    public Task Carter_modules_are_mapped_by_MapCarter(string map, string name, bool flagged)
    {
        var code = "using Carter;\n" + Build + map + "\npublic class Dossiers : Carter.ICarterModule { public void AddRoutes(IEndpointRouteBuilder app) => app.NAME(\"/d\", (CareDb db) => db.Find(1)); }".Replace("NAME", name);
        return flagged ? FlagsProgram(code, WebStubs.Carter) : SilentProgram(code, WebStubs.Carter);
    }

    [Theory]
    [InlineData("[HotChocolate.Types.QueryType] public class Query { [{|#0:Authorize|}] public Dossier Get(CareDb db) => db.Find(1); }", true)]
    [InlineData("[HotChocolate.Types.QueryType] public class Query { [HotChocolate.Authorization.Authorize] public Dossier Get(CareDb db) => db.Find(1); }", false)]
    [InlineData("[HotChocolate.Types.QueryType, {|#0:Authorize(\"care\")|}] public class Query { public Dossier Get(CareDb db) => db.Find(1); }", true)]
    public Task Case_25_attribute_of_the_wrong_library(string type, bool flagged) => flagged ? Flags("app.Run();\n" + type, WebStubs.HotChocolate) : Silent("app.Run();\n" + type, WebStubs.HotChocolate);

    [Theory]
    [InlineData("public class {|#0:DossiersController|}(CareDb db) : System.Web.Mvc.Controller { public Dossier Get(int id) => db.Find(id); [System.Web.Mvc.ValidateAntiForgeryToken] public Dossier Post(int id) => db.Find(id); }", true)]
    [InlineData("[System.Web.Mvc.Authorize] public class DossiersController(CareDb db) : System.Web.Mvc.Controller { public Dossier Get(int id) => db.Find(id); }", false)]
    [InlineData("public class DossiersController(CareDb db) : System.Web.Mvc.Controller { public Dossier Get(int id) => db.Find(id); public static void Register(System.Web.Mvc.GlobalFilterCollection filters) => filters.Add(new System.Web.Mvc.AuthorizeAttribute()); }", false)]
    public Task Classic_mvc(string type, bool flagged) => flagged ? Flags("app.Run();\n" + type, WebStubs.ClassicMvc) : Silent("app.Run();\n" + type, WebStubs.ClassicMvc);

    [Fact]
    public Task A_library_only_informs_because_the_start_is_elsewhere()
    {
        var test = Test("public class DossiersController(CareDb db) : ControllerBase { [HttpGet(\"d\")] public Dossier {|#0:Get|}() => db.Find(1); }");
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        return Expect(test, DiagnosticSeverity.Info).RunAsync();
    }

    [Fact]
    public Task Middleware_that_refuses_makes_it_information() => Informs("""
        app.Use(async (context, next) => { if (context.Request.Headers["x-key"] != "1") { context.Response.StatusCode = 401; return; } await next(context); });
        app.{|#0:MapGet|}("/dossiers", (CareDb db) => db.Find(1));
        """);

    [Fact]
    public Task Middleware_that_turns_exceptions_into_statuses_decides_nothing() => Flags("""
        app.Use(async (context, next) => { try { await next(context); } catch (UnauthorizedAccessException) { context.Response.StatusCode = 401; } });
        app.{|#0:MapGet|}("/dossiers", (CareDb db) => db.Find(1));
        """);

    [Fact]
    public Task Endpoint_filter_that_refuses() => Silent("""
        app.MapGet("/dossiers", (CareDb db) => db.Find(1)).AddEndpointFilter<KeyFilter>();
        app.MapGroup("/d").AddEndpointFilter(async (c, next) => c.HttpContext.Request.Headers["k"] == "1" ? await next(c) : Results.Unauthorized()).MapGet("/", (CareDb db) => db.Find(1));
        class KeyFilter : IEndpointFilter { public async ValueTask<object> InvokeAsync(EndpointFilterInvocationContext c, EndpointFilterDelegate next) { if (c.Arguments.Count == 0) return Results.Unauthorized(); return await next(c); } }
        """);

    [Fact]
    public Task Endpoint_filter_that_only_logs() => Flags("""
        app.{|#0:MapGet|}("/dossiers", (CareDb db) => db.Find(1)).AddEndpointFilter(async (c, next) => await next(c));
        """);

    [Fact]
    public Task What_looks_like_an_endpoint_but_is_not() => Silent("""
        var router = new Other.Router(); router.MapGet("/dossiers", (CareDb db) => db.Find(1)); router.MapHub<int>("/x");
        namespace Other { public class Router { public void MapGet(string p, Delegate d) { } public void MapHub<T>(string p) { } } public class Hub { } public class CareHub : Hub { } public class PageModel { } public class DetailModel : PageModel { public void OnGet() { } } }
        """);

    [Fact]
    public Task Wrapper_around_MapGet_counts_each_call() => Flags("""
        app.Get((CareDb db) => db.Find(1), "/a").RequireAuthorization();
        app.{|#0:Get|}(pattern: "/b", handler: (CareDb db) => db.Find(2));
        static class E { public static RouteHandlerBuilder Get(this IEndpointRouteBuilder b, Delegate handler, string pattern) => b.MapGet(pattern, handler).WithName("x"); }
        """);

    [Fact]
    public Task An_application_without_any_authorization_and_without_data_gets_information() => Informs("""
        var summaries = new[] { "Cold", "Hot" };
        app.{|#0:MapGet|}("/weatherforecast", () => Enumerable.Range(1, 5).Select(i => new WeatherForecast(DateTime.Now.AddDays(i), summaries[Random.Shared.Next(2)])).ToArray());
        record WeatherForecast(DateTime Date, string Summary);
        """);

    private const string Tasks = """
        var todosApi = app.MapGroup("/todos");
        todosApi.{|#0:MapGet|}("/", () => tasks);
        todosApi.{|#1:MapGet|}("/{id}", (int id) => tasks.FirstOrDefault(t => t.Id == id) is { } task ? (object)task : 0);

        """;

    /// <summary>The web API of <c>dotnet new webapiaot</c>: the source spells out what everybody gets.</summary>
    [Theory]
    [InlineData("Todo[] tasks = [new(1, \"Walk the dog\"), new(2, \"Do the dishes\", DateTime.Now.AddDays(1))];")]
    [InlineData("var tasks = new[] { new Todo(1, \"Walk the dog\") }; Console.WriteLine(tasks.Length);")]
    [InlineData("var tasks = new[] { new Todo(1, \"Walk the dog\") }; foreach (var t in tasks) { Console.WriteLine(tasks[0].Title); }")]
    public Task Fixed_samples_of_the_source_get_information(string tasks) =>
        Informs(tasks + "\n" + Tasks + "public record Todo(int Id, string Title, DateTime? DueBy = null);");

    [Theory]
    [InlineData("var tasks = Stored.Read();")]
    [InlineData("var tasks = new[] { new Todo(1, Stored.Read()[0].Title) };")]
    [InlineData("var tasks = new Todo[1]; tasks[0] = Stored.Read()[0];")]
    [InlineData("var tasks = new Todo[1]; Stored.Fill(tasks);")]
    [InlineData("var tasks = new Todo[1]; Array.Copy(Stored.Read(), tasks, 1);")]
    [InlineData("var tasks = new Todo[1]; (tasks[0], _) = (Stored.Read()[0], 1);")]
    [InlineData("var tasks = new Todo[1]; var same = tasks; same[0] = Stored.Read()[0];")]
    [InlineData("var tasks = new Todo[1]; void Load() { tasks = Stored.Read(); } Load();")]
    [InlineData("Todo[] tasks = null; tasks = Stored.Of(() => tasks);")]
    [InlineData("Todo[] tasks = Stored.Read(); Todo[] Again() => tasks; tasks = Again();")]
    public Task What_the_application_fills_is_data(string tasks) => Flags(tasks + "\n" + Tasks + """
        public record Todo(int Id, string Title);
        public static class Stored
        {
            private static readonly Todo[] All = System.Text.Json.JsonSerializer.Deserialize<Todo[]>(System.IO.File.ReadAllText("todos.json"));
            public static Todo[] Read() => All;
            public static Todo[] Of(Func<Todo[]> value) => value();
            public static void Fill(Todo[] tasks) => tasks[0] = All[0];
        }
        """);

    [Theory]
    [InlineData("public record Todo(int Id, string Title, string PatientName = \"\");")]
    [InlineData("public record Todo(int Id, string Title) { public string Text { get; set; } }")]
    [InlineData("public class Todo(int id, string title) { public int Id => id; public string Title => title; }")]
    public Task Samples_about_people_or_that_change_are_data(string type) => Flags("var tasks = new[] { new Todo(1, \"Walk the dog\") };\n" + Tasks + type);

    [Fact]
    public Task Pages_without_data_are_silent() => Silent("app.MapDefaultControllerRoute(); app.MapRazorPages();\n" + """
        public class HomeController(ILogger<HomeController> logger) : Controller { public IActionResult Index() { logger.LogInformation("x"); return View(); } public IActionResult Go() => RedirectToAction("Index"); public IActionResult Error() => View(new Dossier(1, "")); }
        public class IndexModel : PageModel { public void OnGet() { } }
        """);

    [Fact]
    public Task A_page_with_data_is_not_static() => Flags("app.MapDefaultControllerRoute();\n" + """
        public class HomeController(CareDb db) : Controller { public IActionResult {|#0:Index|}() => View(db.Find(1)); }
        """);

    [Theory]
    [InlineData("", true)]
    [InlineData("[Authorize]", false)]
    [InlineData("[AllowAnonymous]", false)]
    public Task Components_with_data(string attribute, bool flagged)
    {
        var code = Build + "app.MapRazorComponents<Care.App>(); app.Run();\n" + """
            namespace Care
            {
                public class App : Microsoft.AspNetCore.Components.ComponentBase { }
                [Microsoft.AspNetCore.Components.Route("/dossiers")] ATTR public class {|#0:Dossiers|} : Microsoft.AspNetCore.Components.ComponentBase { [Microsoft.AspNetCore.Components.Inject] public CareDb Db { get; set; } }
                [Microsoft.AspNetCore.Components.Route("/counter")] public class Counter : Microsoft.AspNetCore.Components.ComponentBase { [Microsoft.AspNetCore.Components.Inject] public Microsoft.AspNetCore.Components.NavigationManager Nav { get; set; } }
            }
            """.Replace("ATTR", attribute).Replace("{|#0:", "").Replace("|}", "").Replace("Route(\"/dossiers\")", flagged ? "{|#0:Route(\"/dossiers\")|}" : "Route(\"/dossiers\")");
        code = code.Replace("Microsoft.AspNetCore.Components.{|#0:Route", "{|#0:Microsoft.AspNetCore.Components.Route");
        return flagged ? FlagsProgram(code) : SilentProgram(code);
    }

    [Fact]
    public async Task A_long_chain_of_calls_is_followed_without_recursion()
    {
        var chain = string.Concat(Enumerable.Repeat(".WithTags(\"x\")", 400));
        await Silent($"app.MapGroup(\"/d\").RequireAuthorization(){chain}.MapGet(\"/\", (CareDb db) => db.Find(1));");
    }

    [Fact]
    public Task Every_endpoint_leaves_a_row()
    {
        var test = Test(Build + "app.MapGet(\"/d\", (CareDb db) => db.Find(1)).{|#1:RequireAuthorization|}();\napp.{|#0:MapHealthChecks|}(\"/health\");\n").Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4501 inspected=2 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK3207 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4406 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4502 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4506 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4507 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4509 inspected=1 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4510 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4508 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithSpan(3, 5, 3, 11).WithArguments("endpoints: Endpoint, /d, MapGet, authorization required, call on the mapping, RequireAuthorization() (Test0.cs:3), , , , health data: diagnosis, Dossier.Diagnosis"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithLocation(0).WithArguments("endpoints: Endpoint, /health, MapHealthChecks, open by convention, open by its nature, MapHealthChecks (Test0.cs:4), , , , , "));
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck;
        return test.RunAsync();
    }
}
