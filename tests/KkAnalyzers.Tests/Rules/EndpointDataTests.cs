using KkAnalyzers.Rules.Access;
using KkAnalyzers.Tests.PersonalData;
using KkAnalyzers.Tests.Stubs;
using KkAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>What the row of an endpoint says about the data that go in and out, for each kind of endpoint.</summary>
public class EndpointDataTests
{
    private const string Nothing = "=";
    private const string Niss = "@DataNationalId";
    private const string Diagnosis = "@DataDiagnosis";

    private const string Types = """

        #nullable disable
        public class Patient { public string Voornaam { get; set; } public string Diagnose { get; set; } }
        public class NewPatient { public string Voornaam { get; set; } public string Rijksregisternummer { get; set; } public Patient ToPatient() => new(); }
        public class Page<T> { public IReadOnlyList<T> Items { get; set; } public int Total { get; set; } }
        public record Wrapped<T>(T Value);
        public class LoginModel { public string Email { get; set; } public string Password { get; set; } }
        public class Artikel { public string Titel { get; set; } }
        public interface IPatients { Patient Find(int id); void Add(NewPatient p); }
        public class PatientContext : Microsoft.EntityFrameworkCore.DbContext { public List<Patient> Patients { get; set; } }
        namespace Microsoft.EntityFrameworkCore { public class DbContext { } }
        """;

    [Theory]
    [InlineData("[HttpGet] public Artikel A(int id) => null;", Nothing, Nothing)]
    [InlineData("[HttpPost] public void A(LoginModel m) { }", Nothing, Nothing)]
    [InlineData("[HttpGet] public int A([FromServices] NewPatient m) => 1;", Nothing, Nothing)]
    [InlineData("[HttpGet] public int A(IPatients patients, PatientContext db) => 1;", Nothing, Nothing)]
    [InlineData("[HttpGet] public Patient A(int id) => null;", Nothing, Diagnosis)]
    [InlineData("[HttpPost] public void A(NewPatient m) { }", Niss, Nothing)]
    [InlineData("[HttpPost] public Patient A([FromBody] List<NewPatient> m) => null;", Niss, Diagnosis)]
    [InlineData("[HttpGet(\"{rijksregisternummer}\")] public void A(string rijksregisternummer) { }", Niss, Nothing)]
    [InlineData("[HttpGet] public Task<ActionResult<IEnumerable<Patient>>> A() => null;", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public async ValueTask<ActionResult<Page<Patient>>> A() { await Task.Yield(); return null; }", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IAsyncEnumerable<Wrapped<Patient>> A() => null;", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IQueryable<Patient> A() => null;", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public (int Id, Patient Patient) A() => default;", Nothing, Diagnosis)]
    [InlineData("[HttpGet, ProducesResponseType<Patient>(200)] public IActionResult A() => NoContent();", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IActionResult A(IPatients p) => Ok(p.Find(1));", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IActionResult A(IPatients p) { var x = p.Find(1); return x is null ? NotFound() : Json(x); }", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IActionResult A(IPatients p) { object x = p.Find(1); return Ok(x); }", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IActionResult A(IPatients p) => Ok(new { Tekst = p.Find(1).Diagnose });", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IActionResult A(IPatients p) => View(\"Detail\", p.Find(1));", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IActionResult A() => View(new Patient());", Nothing, Nothing)]
    [InlineData("[HttpGet] public IActionResult A() { var form = new Patient(); Fill(form); return View(form); } private void Fill(Patient p) { }", Nothing, Nothing)]
    [InlineData("[HttpGet] public IActionResult A() { var form = new Patient { Voornaam = \"\" }; return View(form); }", Nothing, "@DataName")]
    [InlineData("[HttpGet] public IActionResult A(IPatients p) { var form = new Patient(); form.Diagnose = p.Find(1).Diagnose; return View(form); }", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IActionResult A(IPatients p) { var form = new Patient(); Copy(p.Find(1), form); return View(form); } private void Copy(Patient from, Patient to) { }", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IActionResult A(IPatients p) => Done(p.Find(1)); private IActionResult Done(object o) => Ok(o);", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public IActionResult A(IPatients p) => new OkObjectResult(p.Find(1));", Nothing, Diagnosis)]
    [InlineData("[HttpGet] public string A(IPatients p) => p.Find(1).Diagnose;", Nothing, Diagnosis)]
    [InlineData("[HttpPost] public async Task A() { var p = new NewPatient(); await TryUpdateModelAsync(p); }", Niss, Nothing)]
    [InlineData("[HttpPost] public void A(IFormCollection f) { _ = f[\"rijksregisternummer\"]; }", Niss, Nothing)]
    public Task Actions(string action, string accepts, string returns) => Rows("app.MapControllers();", "[Route(\"p\"), Authorize] public class PatientsController : Controller { " + action + " }", accepts, returns);

    [Theory]
    [InlineData("(int id, IPatients p) => p.Find(id)", Nothing, Diagnosis)]
    [InlineData("(NewPatient n, IPatients p) => p.Add(n)", Niss, Nothing)]
    [InlineData("([FromForm] NewPatient n) => TypedResults.Ok(n.ToPatient())", Niss, Diagnosis)]
    [InlineData("([AsParameters] Wrapped<NewPatient> n) => Results.Json(n.Value.ToPatient())", Niss, Diagnosis)]
    [InlineData("async Task<Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<Patient>, Microsoft.AspNetCore.Http.HttpResults.NotFound>> (IPatients p) => { await Task.Yield(); return TypedResults.NotFound(); }", Nothing, Diagnosis)]
    [InlineData("Handlers.Get", Nothing, Diagnosis)]
    [InlineData("async (HttpContext c, IPatients p) => { var n = await c.Request.ReadFromJsonAsync<NewPatient>(); await c.Response.WriteAsJsonAsync(p.Find(1)); }", Niss, Diagnosis)]
    [InlineData("(IPatients p) => Enumerable.Range(1, 2).Select(i => new { p.Find(i).Diagnose })", Nothing, Diagnosis)]
    public Task Minimal_apis(string handler, string accepts, string returns) =>
        Rows("app.Map(\"/p\", " + handler + ").RequireAuthorization();", "static class Handlers { public static IResult Get(IPatients p) => Results.Ok(p.Find(1)); }", accepts, returns);

    [Theory]
    [InlineData("[BindProperty] public NewPatient Input { get; set; } public void OnPost() { }", Niss, Nothing)]
    [InlineData("[BindProperty(SupportsGet = true)] public string Rijksregisternummer { get; set; } public void OnGet() { }", Niss, Nothing)]
    [InlineData("public List<Patient> Patients { get; set; } public void OnGet() { }", Nothing, Diagnosis)]
    [InlineData("public void OnPost(NewPatient n) { } public IActionResult OnGet() => new JsonResult(new NewPatient().ToPatient());", Niss, Diagnosis)]
    [InlineData("private Patient _patient; public void OnGet() => _patient = null; public Patient Hidden() => _patient;", Nothing, Nothing)]
    public Task Razor_pages(string members, string accepts, string returns) => Rows("app.MapRazorPages();", "[Authorize] public class DetailModel : PageModel { " + members + " }", accepts, returns);

    [Theory]
    [InlineData("public Patient Get(int id) => null;", Nothing, Diagnosis)]
    [InlineData("public Task Send(NewPatient n) => Clients.All.SendAsync(\"patient\", 1, n.ToPatient());", Niss, Diagnosis)]
    [InlineData("public IAsyncEnumerable<Patient> Stream() => null;", Nothing, Diagnosis)]
    public Task Hubs(string members, string accepts, string returns) => Rows("app.MapHub<CareHub>(\"/hub\");", "[Authorize] public class CareHub : Hub { " + members + " }", accepts, returns);

    [Fact]
    public Task Typed_hubs() => Rows(
        "app.MapHub<CareHub>(\"/hub\");", "public interface ICare { Task Changed(Patient p); } [Authorize] public class CareHub : Hub<ICare> { public Task Send(NewPatient n) => Clients.Others.Changed(n.ToPatient()); }", Niss, Diagnosis);

    [Fact]
    public Task Grpc_services() => Rows(
        "app.MapGrpcService<Patients>();",
        "[Grpc.Core.BindServiceMethod(typeof(PatientsBase), \"Bind\")] public abstract class PatientsBase { public virtual Task<Patient> Read(NewPatient request, Grpc.Core.ServerCallContext c) => null; }"
        + "[Authorize] public class Patients : PatientsBase { public override Task<Patient> Read(NewPatient request, Grpc.Core.ServerCallContext c) => null; }",
        Niss,
        Diagnosis,
        WebStubs.Grpc);

    [Fact]
    public Task FastEndpoints_classes() => Rows("", "public class Read : FastEndpoints.Endpoint<NewPatient, Patient> { public override void Configure() => Get(\"/d\"); }", Niss, Diagnosis, WebStubs.FastEndpoints);

    [Theory]
    [InlineData("public Patient Run(TRIGGER HttpRequest r) => null;", Nothing, Diagnosis)]
    [InlineData("public async Task<IActionResult> Run(TRIGGER HttpRequest r) { var n = await r.ReadFromJsonAsync<NewPatient>(); return new OkObjectResult(n.ToPatient()); }", Niss, Diagnosis)]
    [InlineData("public void Run(TRIGGER HttpRequest r, string body) { _ = System.Text.Json.JsonSerializer.Deserialize<NewPatient>(body); }", Niss, Nothing)]
    public Task Functions(string method, string accepts, string returns) => Rows(
        "",
        "public class PatientFunctions { [Microsoft.Azure.Functions.Worker.Function(\"Patient\")] " + method.Replace("TRIGGER", "[Microsoft.Azure.Functions.Worker.HttpTrigger(Microsoft.Azure.Functions.Worker.AuthorizationLevel.Function, \"get\")]") + " }",
        accepts,
        returns,
        WebStubs.Functions);

    [Theory]
    [InlineData("private Patient _patient;", Nothing, Diagnosis)]
    [InlineData("private NewPatient _model = new();", Niss, Nothing)]
    [InlineData("private List<Patient> _patients = new();", Nothing, Diagnosis)]
    [InlineData("[Microsoft.AspNetCore.Components.Parameter] public string Rijksregisternummer { get; set; }", Niss, Nothing)]
    [InlineData("[Microsoft.AspNetCore.Components.Inject] public IPatients Service { get; set; }", Nothing, Nothing)]
    public Task Components(string members, string accepts, string returns) => Rows(
        "app.MapRazorComponents<Care.App>();",
        "namespace Care { public class App : Microsoft.AspNetCore.Components.ComponentBase { } [Microsoft.AspNetCore.Components.Route(\"/p\"), Authorize] public class Patients : Microsoft.AspNetCore.Components.ComponentBase { " + members + " } }",
        accepts,
        returns);

    [Fact]
    public Task GraphQl_resolvers() => Row(
        "app.MapGraphQL().RequireAuthorization();",
        "[HotChocolate.Types.QueryType] public class Query { public Patient Get(string rijksregisternummer) => null; }",
        Niss,
        Diagnosis,
        "HotChocolate.AspNetCore",
        WebStubs.HotChocolate,
        "public static class GraphQl { public static Microsoft.AspNetCore.Builder.RouteHandlerBuilder MapGraphQL(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder b) => null; }");

    [Fact]
    public Task What_a_token_is_given_for_is_not_counted_and_a_stored_user_is() => Rows(
        "app.MapControllers();",
        "public class Signed { public string AccessToken { get; set; } public string Email { get; set; } } public class Gebruiker { public string PasswordHash { get; set; } public string RefreshTokenHash { get; set; } public string Email { get; set; } }"
        + "[Route(\"p\"), Authorize] public class UsersController : Controller { [HttpPost] public Gebruiker A(Signed s) => null; }",
        Nothing,
        "@DataEmail");

    private static Task Rows(string map, string types, string accepts, string returns, params string[] more) => Row(map, types, accepts, returns, null, more);

    /// <summary>Exactly one endpoint, whose row ends with these two kinds of data.</summary>
    private static async Task Row(string map, string types, string accepts, string returns, string? library, params string[] more)
    {
        // What a library declares must not stand in this compilation when the rule asks for its code.
        var references = (await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, default)).Concat(KkReferenceAssemblies.AspNetCore).ToList();
        if (library is not null)
        {
            references.Add(Compile(library, OutputKind.DynamicallyLinkedLibrary, references, more).ToMetadataReference());
            more = [];
        }

        var compilation = Compile("Care", OutputKind.ConsoleApplication, references, [KK4501Host.Build + map + "\napp.Run();\n" + types, KK4501Host.Usings, Types, .. more]);
        var row = Assert.Single(await ModelProbe.Records(compilation, new EndpointAnalyzer()), r => r.GetValueOrDefault("inventory") == "endpoints");
        Assert.Equal((accepts, returns), (row["col.accepts"], row["col.returns"]));
        Assert.Equal((accepts == Nothing, returns == Nothing), (row["col.acceptsMember"] == "=", row["col.returnsMember"] == "="));
    }

    private static CSharpCompilation Compile(string name, OutputKind kind, IEnumerable<MetadataReference> references, string[] sources)
    {
        var compilation = CSharpCompilation.Create(name, sources.Select((c, i) => CSharpSyntaxTree.ParseText(c, path: $"/src/{name}{i}.cs")), references, new CSharpCompilationOptions(kind));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
