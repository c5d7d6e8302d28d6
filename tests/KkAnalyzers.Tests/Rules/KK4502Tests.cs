using KkAnalyzers.Rules.Access;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Hard cases 8 and 23: what is open by choice, and what comes out of it.</summary>
public class KK4502Tests
{
    private const string Types = """

        #nullable disable
        public class Patient { public int Id { get; set; } public string Voornaam { get; set; } public string Familienaam { get; set; } public string Rijksregisternummer { get; set; } public string Diagnose { get; set; } }
        public class NewPatient { public string Voornaam { get; set; } public string Rijksregisternummer { get; set; } }
        public class LoginModel { public string Email { get; set; } public string Password { get; set; } }
        public class RegisterModel { public string Voornaam { get; set; } public string Email { get; set; } public string Password { get; set; } }
        public class Session { public string AccessToken { get; set; } public string Email { get; set; } public string Voornaam { get; set; } }
        public class Huisarts { public string Voornaam { get; set; } public string Familienaam { get; set; } public string Telefoonnummer { get; set; } public string Email { get; set; } }
        public class ArtsMetDossier { public string Voornaam { get; set; } public string Telefoonnummer { get; set; } public string Rijksregisternummer { get; set; } }
        public class Apotheek { public string Naam { get; set; } public string Telefoonnummer { get; set; } public string Email { get; set; } }
        public class Teamlid { public string Voornaam { get; set; } public string Familienaam { get; set; } public string Telefoonnummer { get; set; } }
        public class DiagnoseCode { public string Code { get; set; } public string Diagnose { get; set; } }
        public class ContactForm { public string Naam { get; set; } public string Email { get; set; } public string Telefoonnummer { get; set; } }
        public class Bestelling { public int Id { get; set; } public string CustomerEmail { get; set; } }
        public class Dienst { public string CustomerServiceEmail { get; set; } public string SupportEmail { get; set; } }
        public class Zoek { public string Naam { get; set; } }
        public class Artikel { public string Titel { get; set; } public string Tekst { get; set; } }
        public class PatientDb
        {
            public T Find<T>(object key) where T : new() => new T();
            public Task<T> FindAsync<T>(object key) where T : new() => Task.FromResult(new T());
            public IEnumerable<T> All<T>() => [];
            public void Add(object o) { }
            public Patient ByToken(string token) => new();
        }
        """;

    // Quiet.

    [Theory]
    [InlineData("[HttpPost(\"login\")] public Session Login(LoginModel model) => new();")]
    [InlineData("[HttpPost(\"signin\")] public Patient SignIn(LoginModel model) => new();")]
    [InlineData("[HttpPost(\"register\")] public IActionResult Register(RegisterModel model) => Ok(model);")]
    [InlineData("[HttpGet(\"account\")] public IActionResult Account() => Ok(new RegisterModel { Email = \"\" });")]
    [InlineData("[HttpPost(\"forgot-password\")] public IActionResult ForgotPassword(ContactForm model) => Ok();")]
    [InlineData("[HttpPost(\"token\")] public Session Token(string email) => new();")]
    [InlineData("[HttpPost(\"otp\")] public IActionResult Otp(ContactForm model) => Ok();")]
    [InlineData("[HttpPost(\"contact\")] public IActionResult Contact(ContactForm model) => Ok();")]
    [InlineData("[HttpPost(\"newsletter\")] public IActionResult Subscribe(ContactForm model) => Ok();")]
    [InlineData("[HttpPost(\"confirm-email\")] public Patient ConfirmEmail(string id) => new();")]
    public Task Case8_Signing_in_and_forms_for_everyone_are_quiet(string action) => Quiet(Controller(action));

    [Theory]
    [InlineData("[HttpGet(\"huisartsen\")] public IEnumerable<Huisarts> Huisartsen() => db.All<Huisarts>();")]
    [InlineData("[HttpGet(\"apotheken\")] public IActionResult Apotheken() => Ok(db.All<Apotheek>());")]
    [InlineData("[HttpGet(\"diensten\")] public IActionResult Diensten() => Ok(db.All<Dienst>());")]
    [InlineData("[HttpGet(\"artikels\")] public IActionResult Artikels() => Ok(db.All<Artikel>());")]
    public Task Published_data_are_quiet(string action) => Quiet(Controller(action));

    [Theory]
    [InlineData("[HttpGet(\"{token}\")] public Patient Get(string token) => db.ByToken(token);")]
    [InlineData("[HttpGet(\"{invitation}\")] public Patient Get(Guid invitation) => db.Find<Patient>(invitation);")]
    [InlineData("[HttpGet(\"{accessCode}\")] public Patient Get(string accessCode) => db.ByToken(accessCode);")]
    public Task A_secret_that_the_code_looks_at_is_quiet(string action) => Quiet(Controller(action));

    [Theory]
    [InlineData("[HttpGet(\"{id}\")] public IActionResult Get(int id) { if (!User.Identity.IsAuthenticated) return Unauthorized(); return Ok(db.Find<Patient>(id)); }")]
    [InlineData("[HttpGet(\"{id}\")] public IActionResult Get(int id) { if (Request.Headers[\"x-signature\"] != \"\") { } if (!User.IsInRole(\"arts\")) return Forbid(); return Ok(db.Find<Patient>(id)); }")]
    public Task A_check_in_the_code_is_quiet(string action) => Quiet(Controller(action));

    [Fact]
    public Task What_nobody_decided_is_KK4501s() => Quiet(Controller("[HttpGet(\"{id}\")] public Patient Get(int id) => db.Find<Patient>(id);", "Authorize"));

    [Fact]
    public Task Development_only_is_quiet() => Quiet(Program("if (app.Environment.IsDevelopment()) { app.MapGet(\"/patients/{id}\", (int id, PatientDb db) => db.Find<Patient>(id)).AllowAnonymous(); }"));

    [Theory]
    [InlineData("Artikel")]
    [InlineData("Teamlid", "Teamlid")]
    [InlineData("Teamlid", "Teamlid, Artikel")]
    public Task Types_named_public_are_quiet(string type, string names = "") => Run(Controller($"[HttpGet(\"x\")] public {type} Get() => db.Find<{type}>(1);"), null, names);

    // Warnings.

    [Theory]
    [InlineData("[HttpGet(\"{id}\")] public Patient {|#0:Get|}(int id) => db.Find<Patient>(id);")]
    [InlineData("[HttpGet(\"{id}\")] public ActionResult<Patient> {|#0:Get|}(int id) => db.Find<Patient>(id);")]
    [InlineData("[HttpGet(\"{id}\")] public async Task<IActionResult> {|#0:Get|}(int id) { var patient = await db.FindAsync<Patient>(id); return patient is null ? NotFound() : Ok(patient); }")]
    [InlineData("[HttpGet(\"{id}\")] public IActionResult {|#0:Get|}(int id) { var p = db.Find<Patient>(id); return Ok(new { p.Familienaam, p.Rijksregisternummer }); }")]
    [InlineData("[HttpGet] public IActionResult {|#0:All|}() => Ok(db.All<Patient>().Select(p => new { p.Diagnose, p.Rijksregisternummer }));")]
    [InlineData("[HttpGet, ProducesResponseType(typeof(Patient), 200)] public IActionResult {|#0:One|}() => StatusCode(200);")]
    [InlineData("[HttpGet] public IAsyncEnumerable<Patient> {|#0:Stream|}() => null;")]
    [InlineData("[HttpGet] public IActionResult {|#0:Helped|}() => Answer(db.Find<Patient>(1)); private IActionResult Answer(object o) => o is null ? NotFound() : Ok(o);")]
    [InlineData("[HttpGet] public IActionResult {|#0:Local|}() { object answer = db.Find<Patient>(1); return new JsonResult(answer); }")]
    [InlineData("[HttpGet] public IEnumerable<Teamlid> {|#0:Team|}() => db.All<Teamlid>();")]
    [InlineData("[HttpGet] public ArtsMetDossier {|#0:Arts|}() => db.Find<ArtsMetDossier>(1);")]
    [InlineData("[HttpGet] public Bestelling {|#0:Order|}() => db.Find<Bestelling>(1);")]
    [InlineData("[HttpGet] public IActionResult {|#0:Search|}(Zoek zoek) => Ok(db.All<Teamlid>().Select(t => new { FullName = t.Voornaam, Email = t.Telefoonnummer, PhoneNumber = t.Telefoonnummer }));")]
    public Task Case8_Anonymous_action_that_returns_a_patient(string action) => Run(Controller(action), DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("app.{|#0:MapGet|}(\"/patients/{id}\", (int id, PatientDb db) => db.Find<Patient>(id)).AllowAnonymous();")]
    [InlineData("app.{|#0:MapGet|}(\"/patients/{id}\", async (int id, PatientDb db) => TypedResults.Ok(await db.FindAsync<Patient>(id))).AllowAnonymous();")]
    [InlineData("app.MapGroup(\"/open\").AllowAnonymous().{|#0:MapGet|}(\"/patients/{id}\", Handlers.Get);", "static class Handlers { public static IResult Get(int id, PatientDb db) => Results.Ok(db.Find<Patient>(id)); }")]
    [InlineData("app.{|#0:MapHub<CareHub>|}(\"/hub\");", "[AllowAnonymous] public class CareHub(PatientDb db) : Hub { public Task Send(int id) => Clients.All.SendAsync(\"patient\", db.Find<Patient>(id)); }")]
    [InlineData("app.MapRazorPages();", "[AllowAnonymous] public class {|#0:DetailModel|}(PatientDb db) : PageModel { public Patient Patient { get; set; } public void OnGet(int id) => Patient = db.Find<Patient>(id); }")]
    public Task Case8_Other_kinds(string map, string type = "") => Run(Program(map, type), DiagnosticSeverity.Warning);

    // Information.

    [Theory]
    [InlineData("[HttpPost] public IActionResult {|#0:Add|}(NewPatient patient) { db.Add(patient); return NoContent(); }")]
    [InlineData("[HttpPost] public IActionResult {|#0:Add|}(NewPatient patient) { db.Add(patient); return Ok(db.Find<Patient>(1).Rijksregisternummer); }")]
    [InlineData("[HttpGet] public IActionResult {|#0:Mine|}() => Ok(db.Find<Patient>(User.Identity.Name));")]
    [InlineData("[HttpGet] public IEnumerable<DiagnoseCode> {|#0:Codes|}() => db.All<DiagnoseCode>();")]
    [InlineData("[HttpGet] public IActionResult {|#0:Exists|}(string rijksregisternummer) => Ok();")]
    public Task Case8_What_may_be_meant_is_information(string action) => Run(Controller(action), DiagnosticSeverity.Info);

    [Theory]
    [InlineData("Function")]
    [InlineData("Admin")]
    public Task Case23_A_key_says_nothing_about_who_calls(string level) => Run(
        Function(level).Replace("RETURN", "Patient"), DiagnosticSeverity.Info, "", WebStubs.Functions);

    [Fact]
    public Task Case23_A_key_for_what_is_not_about_health_is_quiet() => Run(Function("Function").Replace("RETURN", "Teamlid").Replace("{|#0:", "").Replace("|}", ""), null, "", WebStubs.Functions);

    [Fact]
    public Task The_message_names_what_and_who()
    {
        var test = Test(Controller("[HttpGet(\"{id}\")] public Patient {|#0:Get|}(int id) => db.Find<Patient>(id);"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4502", DiagnosticSeverity.Warning).WithLocation(0)
            .WithArguments("Action", "PatientsController.Get", "returns", "health data: diagnosis", "Patient.Diagnose", "[AllowAnonymous] on PatientsController lets everyone in").WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    private static string Function(string level) => "public class PatientFunctions(PatientDb db) { [Microsoft.Azure.Functions.Worker.Function(\"Patient\")] public RETURN {|#0:Run|}([Microsoft.Azure.Functions.Worker.HttpTrigger(Microsoft.Azure.Functions.Worker.AuthorizationLevel."
        + level + ", \"get\")] string r) => db.Find<RETURN>(r.Length); public static void Main() { } }";

    private static string Controller(string actions, string attribute = "AllowAnonymous") =>
        KK4501Host.Build + "app.MapControllers();\napp.Run();\n[ApiController, Route(\"api/patients\"), " + attribute + "] public class PatientsController(PatientDb db) : ControllerBase { " + actions + " }\n";

    private static string Program(string map, string types = "") => KK4501Host.Build + map + "\napp.Run();\n" + types;

    private static Task Quiet(string code) => Run(code, null);

    private static Task Run(string code, DiagnosticSeverity? severity, string publicTypes = "", params string[] more)
    {
        var test = Test(code, more);
        if (publicTypes.Length > 0)
        {
            test.Option("kk.KK4502.public_types", publicTypes);
        }

        if (severity is { } expected)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4502", expected).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        }

        return test.RunAsync();
    }

    private static KkTest<EndpointAnalyzer> Test(string code, params string[] more)
    {
        var test = KK4501Host.Test(code, more);
        test.TestState.Sources.Add(("/0/Types.cs", Types));
        test.DisabledDiagnostics.Remove("KK4502");
        return test;
    }
}
