using KkAnalyzers.Rules.Access;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

public class KK4406Tests
{
    private const string Types = """

        #nullable disable
        public class NewPatient { public string Voornaam { get; set; } public string Rijksregisternummer { get; set; } }
        public record Intake(string Rijksregisternummer, string Diagnose);
        public class Measured { [System.ComponentModel.DataAnnotations.StringLength(11)] public string Rijksregisternummer { get; set; } }
        public class Shown { [System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.Text)] public string Rijksregisternummer { get; set; } }
        public class Outer { public string Rijksregisternummer { get; set; } public Measured Inner { get; set; } }
        public class Self : System.ComponentModel.DataAnnotations.IValidatableObject { public string Rijksregisternummer { get; set; } public IEnumerable<System.ComponentModel.DataAnnotations.ValidationResult> Validate(System.ComponentModel.DataAnnotations.ValidationContext context) => []; }
        public class Fluent { public string Rijksregisternummer { get; set; } }
        public class FluentRules : FluentValidation.AbstractValidator<Fluent> { }
        public class Dated { public DateTime Geboortedatum { get; set; } public Insz Rijksregisternummer { get; set; } }
        public readonly struct Insz { }
        public class Artikel { public string Titel { get; set; } }
        public class LoginModel { public string Email { get; set; } public string Password { get; set; } }
        public class PatientEntity
        {
            public PatientEntity() { }
            public PatientEntity(string number) { if (number.Length != 11) throw new ArgumentException(number); }
            public string Rijksregisternummer { get; set; }
        }
        public class PatientDb { public void Add(object o) { } public void Save(string number) { if (number.Length > 11) return; } public void Keep(string number) { } }
        namespace FluentValidation { public abstract class AbstractValidator<T> { } }
        """;

    [Theory]
    [InlineData("Measured")]
    [InlineData("Outer")]
    [InlineData("Self")]
    [InlineData("Fluent")]
    [InlineData("Dated")]
    [InlineData("Artikel")]
    [InlineData("LoginModel")]
    public Task Types_with_rules_and_types_without_personal_text_are_quiet(string type) => Run(Controller($"[HttpPost] public IActionResult Add({type} patient) {{ db.Add(patient); return Ok(); }}"));

    [Theory]
    [InlineData("if (patient.Rijksregisternummer.Length != 11) return BadRequest(); db.Add(patient); return Ok();")]
    [InlineData("if (string.IsNullOrWhiteSpace(patient.Rijksregisternummer)) return BadRequest(); db.Add(patient); return Ok();")]
    [InlineData("var number = patient.Rijksregisternummer; if (number.Length != 11) return BadRequest(); db.Add(patient); return Ok();")]
    [InlineData("ArgumentException.ThrowIfNullOrEmpty(patient.Rijksregisternummer); db.Add(patient); return Ok();")]
    [InlineData("db.Save(patient.Rijksregisternummer); return Ok();")]
    [InlineData("db.Add(new PatientEntity(patient.Rijksregisternummer)); return Ok();")]
    [InlineData("if (!Check(patient)) return BadRequest(); db.Add(patient); return Ok(); } private static bool Check(NewPatient p) { return p.Voornaam != \"\";")]
    [InlineData("if (System.Text.RegularExpressions.Regex.IsMatch(patient.Rijksregisternummer, \"x\")) db.Add(patient); return Ok();")]
    public Task Checks_in_the_handler_and_behind_it_are_quiet(string body) => Run(Controller("[HttpPost] public IActionResult Add(NewPatient patient) { " + body + " }"));

    [Theory]
    [InlineData("[HttpGet] public IActionResult Find(NewPatient patient) { db.Add(patient); return Ok(); }")]
    [InlineData("[HttpPost] public IActionResult Find([FromQuery] NewPatient patient) { db.Add(patient); return Ok(); }")]
    [InlineData("[HttpPost, ValidateInput] public IActionResult Add(NewPatient patient) { db.Add(patient); return Ok(); } public class ValidateInputAttribute : ActionFilterAttribute { }")]
    public Task Reading_and_filters_are_quiet(string action) => Run(Controller(action));

    [Theory]
    [InlineData("app.MapPost(\"/p\", (Measured p, PatientDb db) => db.Add(p));", "builder.Services.AddValidation();")]
    [InlineData("app.MapPost(\"/p\", (NewPatient p, PatientDb db) => db.Add(p)).AddEndpointFilter<ValidationFilter>();", "")]
    [InlineData("app.MapPost(\"/p\", (Measured p, PatientDb db) => { if (!System.ComponentModel.DataAnnotations.Validator.TryValidateObject(p, new(p), null)) return; db.Add(p); });", "")]
    public Task What_reads_the_rules_of_a_minimal_api_is_quiet(string map, string services) => Run(
        "var builder = WebApplication.CreateBuilder(args);\n" + services + "\nvar app = builder.Build();\n" + map
        + "\napp.Run();\nclass ValidationFilter : IEndpointFilter { public ValueTask<object> InvokeAsync(EndpointFilterInvocationContext c, EndpointFilterDelegate next) => next(c); }\n"
        + "static class ValidationExtensions { public static IServiceCollection AddValidation(this IServiceCollection services) => services; }\n");

    [Theory]
    [InlineData("[HttpPost] public IActionResult Add(NewPatient {|#0:patient|}) { db.Add(patient); return Ok(); }")]
    [InlineData("[HttpPost] public IActionResult Add(Shown {|#0:patient|}) { db.Add(patient); return Ok(); }")]
    [InlineData("[HttpPut] public IActionResult Add([FromBody] List<NewPatient> {|#0:patients|}) { foreach (var p in patients) db.Add(p); return Ok(); }")]
    [InlineData("[HttpPost] public IActionResult Add(Intake {|#0:intake|}) { if (!ModelState.IsValid) return BadRequest(); db.Add(intake); return Ok(); }")]
    [InlineData("[HttpPost] public IActionResult Add(NewPatient {|#0:patient|}) { if (patient is null) return BadRequest(); db.Add(new PatientEntity { Rijksregisternummer = patient.Rijksregisternummer }); return Ok(); }")]
    [InlineData("[HttpPost] public IActionResult Add(NewPatient {|#0:patient|}) { db.Keep(patient.Rijksregisternummer); return Ok(); }")]
    [InlineData("[HttpPost] public IActionResult Add(NewPatient {|#0:patient|}) { db.Add(patient); return Ok(); } [HttpPut] public IActionResult Change(NewPatient patient) { db.Add(patient); return Ok(); }")]
    public Task Nothing_checks(string actions) => Run(Controller(actions), flagged: true);

    [Theory]
    [InlineData("app.MapPost(\"/p\", (NewPatient {|#0:p|}, PatientDb db) => db.Add(p));")]
    [InlineData("app.MapHub<CareHub>(\"/h\");", "public class CareHub(PatientDb db) : Hub { public void Add(NewPatient {|#0:p|}) => db.Add(p); }")]
    [InlineData("app.MapRazorPages();", "public class AddModel(PatientDb db) : PageModel { [BindProperty] public NewPatient {|#0:Input|} { get; set; } public void OnPost() => db.Add(Input); }")]
    public Task Nothing_checks_in_other_kinds(string map, string type = "") => Run(KK4501Host.Build + map + "\napp.Run();\n" + type, flagged: true);

    [Theory]
    [InlineData("app.MapPost(\"/p\", (Measured {|#0:p|}, PatientDb db) => db.Add(p));", "it has validation attributes, but no AddValidation(), filter, validator or check in the handler that reads them was found")]
    [InlineData("app.MapPost(\"/p\", (NewPatient {|#0:p|}, PatientDb db) => db.Add(p));", "no validation attribute, IValidatableObject, validator, filter or check in the handler was found")]
    public Task The_message_says_what_was_looked_for(string map, string reason)
    {
        var type = map.Contains("Measured", StringComparison.Ordinal) ? "Measured" : "NewPatient";
        var test = Test(KK4501Host.Build + map + "\napp.Run();\n");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4406", DiagnosticSeverity.Info).WithLocation(0).WithArguments("Endpoint", "/p", type, "national identification number", type + ".Rijksregisternummer", reason));
        return test.RunAsync();
    }

    [Fact]
    public Task A_function_that_reads_the_body() => Run(
        "public class PatientFunctions(PatientDb db) { [Microsoft.Azure.Functions.Worker.Function(\"Patient\")] public async Task {|#0:Run|}([Microsoft.Azure.Functions.Worker.HttpTrigger(Microsoft.Azure.Functions.Worker.AuthorizationLevel.Function, \"post\")] HttpRequest r) { var p = await r.ReadFromJsonAsync<NewPatient>(); db.Add(p); } public static void Main() { } }",
        true,
        WebStubs.Functions);

    private static string Controller(string actions) =>
        KK4501Host.Build + "app.MapControllers();\napp.Run();\n[ApiController, Route(\"api/patients\"), Authorize] public class PatientsController(PatientDb db) : ControllerBase { " + actions + " }\n";

    private static Task Run(string code, bool flagged = false, params string[] more)
    {
        var test = Test(code, more);
        if (flagged)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4406", DiagnosticSeverity.Info).WithLocation(0));
        }

        return test.RunAsync();
    }

    private static KkTest<EndpointAnalyzer> Test(string code, params string[] more)
    {
        var test = KK4501Host.Test(code, more);
        test.TestState.Sources.Add(("/0/Types.cs", Types));
        test.DisabledDiagnostics.Remove("KK4406");
        test.DisabledDiagnostics.Add("KK4501");
        return test;
    }
}
