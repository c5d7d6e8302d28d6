namespace KkAnalyzers.Tests.Rules;

/// <summary>Hard case 57, in both directions.</summary>
public class KK4506Tests
{
    private const string Patients = """

        public class Patient { public int Id { get; set; } public string Voornaam { get; set; } public string Familienaam { get; set; } public string Rijksregisternummer { get; set; } public string Diagnose { get; set; } }
        [ApiController, Route("api/patients"), Authorize] public class PatientsController : ControllerBase { [HttpGet("{id}")] public Patient Get(int id) => new(); }
        """;

    private const string Terms = """

        public record Term(string Code, string Display);
        [ApiController, Route("terms"), Authorize] public class TermsController : ControllerBase { [HttpGet("{code}")] public Term Get(string code) => new(code, ""); }
        """;

    [Theory]
    [InlineData("o.AddDefaultPolicy(p => p.[|AllowAnyOrigin|]().AllowAnyMethod())")]
    [InlineData("o.AddDefaultPolicy(p => { p.AllowAnyHeader(); p.[|WithOrigins|](\"*\"); })")]
    [InlineData("o.AddDefaultPolicy(p => p.[|SetIsOriginAllowed|](_ => true))")]
    [InlineData("o.AddDefaultPolicy(p => p.[|SetIsOriginAllowed|](origin => { return true; }))")]
    [InlineData("o.AddPolicy(\"open\", p => p.[|AllowAnyOrigin|]())", "app.UseCors(\"open\");")]
    [InlineData("o.AddPolicy(\"open\", p => p.[|AllowAnyOrigin|]())", "app.MapControllers().RequireCors(\"open\");")]
    public Task Case57_Patient_api_is_flagged(string options, string use = "app.UseCors();") => Run(options, use, Patients);

    [Theory]
    [InlineData("o.AddDefaultPolicy(p => p.[|SetIsOriginAllowed|](_ => true).AllowCredentials())")]
    [InlineData("o.AddDefaultPolicy(p => { p.[|SetIsOriginAllowed|](_ => true); p.AllowCredentials(); })")]
    [InlineData("o.AddDefaultPolicy(p => p.[|AllowAnyOrigin|]().AllowCredentials())")]
    public Task Case57_Credentials_are_flagged_on_any_api(string options) => Run(options, "app.UseCors();", Terms);

    [Theory]
    [InlineData("o.AddDefaultPolicy(p => p.AllowAnyOrigin().AllowAnyMethod())")]
    [InlineData("o.AddDefaultPolicy(p => p.WithOrigins(\"*\"))")]
    [InlineData("o.AddDefaultPolicy(p => p.SetIsOriginAllowed(_ => true))")]
    public Task Case57_Public_terminology_server_is_quiet(string options) => Run(options, "app.UseCors();", Terms);

    [Theory]
    [InlineData("o.AddDefaultPolicy(p => p.WithOrigins(\"https://portaal.example\").AllowCredentials())")]
    [InlineData("o.AddDefaultPolicy(p => p.SetIsOriginAllowed(origin => origin.EndsWith(\".example\", StringComparison.Ordinal)).AllowCredentials())")]
    [InlineData("o.AddPolicy(\"open\", p => p.AllowAnyOrigin())", "app.UseCors(\"closed\");")]
    [InlineData("{ if (builder.Environment.IsDevelopment()) o.AddDefaultPolicy(p => p.AllowAnyOrigin()); }")]
    public Task Named_sites_other_policies_and_development_are_quiet(string options, string use = "app.UseCors();") => Run(options, use, Patients);

    [Fact]
    public Task Case57_A_policy_of_public_endpoints_only_is_quiet() => Run(
        "o.AddPolicy(\"open\", p => p.AllowAnyOrigin())", "app.UseCors();", Patients + Terms.Replace("Authorize]", "Authorize, Microsoft.AspNetCore.Cors.EnableCors(\"open\")]"));

    [Fact]
    public Task Case57_Endpoints_that_step_out_do_not_count() => Run(
        "o.AddDefaultPolicy(p => p.AllowAnyOrigin())", "app.UseCors();", Terms + Patients.Replace("Authorize]", "Authorize, Microsoft.AspNetCore.Cors.DisableCors]"));

    [Theory]
    [InlineData("[|context.Response.Headers[\"Access-Control-Allow-Origin\"] = \"*\"|];")]
    [InlineData("[|context.Response.Headers.AccessControlAllowOrigin = \"*\"|];")]
    [InlineData("[|context.Response.Headers.Append(\"Access-Control-Allow-Origin\", \"*\")|];")]
    [InlineData("[|context.Response.Headers[\"Access-Control-Allow-Origin\"] = context.Request.Headers[\"Origin\"]|];")]
    public Task Case57_A_header_written_by_hand_is_flagged(string statement) => Run(
        "{ }", "app.Use(async (context, next) => { " + statement + " await next(context); });", Patients);

    [Theory]
    [InlineData("context.Response.Headers[\"Access-Control-Allow-Origin\"] = \"https://portaal.example\";")]
    [InlineData("if (context.Request.Headers[\"Origin\"] == \"https://portaal.example\") context.Response.Headers[\"Access-Control-Allow-Origin\"] = context.Request.Headers[\"Origin\"];")]
    public Task A_header_for_named_sites_is_quiet(string statement) => Run(
        "{ }", "app.Use(async (context, next) => { " + statement + " await next(context); });", Patients);

    [Fact]
    public Task Branches_that_exclude_each_other_are_no_credentials() => Run(
        "o.AddDefaultPolicy(p => { if (args.Length == 0) p.AllowAnyOrigin(); else p.WithOrigins(args).AllowCredentials(); })", "app.UseCors();", Terms);

    private static Task Run(string options, string use, string controllers)
    {
        var code = "#nullable disable\nvar builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddControllers();\nbuilder.Services.AddCors(o => " + Marked(options)
            + ");\nvar app = builder.Build();\n" + Marked(use) + "\napp.MapControllers();\napp.Run();\n" + controllers;
        return KK4501Host.Test(code).RunAsync();
    }

    private static string Marked(string code) => code.Replace("[|", "{|KK4506:").Replace("|]", "|}");
}
