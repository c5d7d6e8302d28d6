using static KkAnalyzers.Tests.Rules.KK4501Host;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Policies by their content, justifications, and what runs before the policies.</summary>
public class KK4501PolicyTests
{
    private const string Open = "RequireAssertion(_ => true)";

    private static string Program(string services, string map, string types = "") =>
        $"var builder = WebApplication.CreateBuilder(args);\n{services}\nvar app = builder.Build();\n{map}\napp.Run();\n{types}";

    private static string Action(string attribute) => Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", $"[{attribute}, HttpGet");

    [Theory]
    [InlineData("builder.Services.AddAuthorization(o => o.AddPolicy(\"care\", p => p.RequireRole(\"nurse\")));", "Authorize(\"care\")")]
    [InlineData("builder.Services.AddAuthorization(o => o.AddPolicy(\"care\", p => p.RequireAssertion(_ => true).RequireRole(\"nurse\")));", "Authorize(\"care\")")]
    [InlineData("builder.Services.AddAuthorization(o => o.AddPolicy(\"other\", p => p.RequireAssertion(_ => true)));", "Authorize(\"care\")")]
    [InlineData("builder.Services.AddAuthorization(o => o.AddPolicy(\"care\", p => p.RequireAssertion(c => c.User.IsInRole(\"nurse\"))));", "Authorize(Policy = \"care\")")]
    [InlineData("builder.Services.AddAuthorization(o => o.AddPolicy(\"care\", p => p.RequireAssertion(_ => true)));", "Authorize(Policy = \"care\", Roles = \"nurse\")")]
    [InlineData("builder.Services.AddAuthorization(o => o.AddPolicy(\"care\", p => { p.RequireAssertion(_ => true); p.Requirements.Add(null); }));", "Authorize(Policy = \"care\")")]
    [InlineData("builder.Services.AddAuthorization(o => o.DefaultPolicy = new AuthorizationPolicyBuilder().RequireClaim(\"care\").Build());", "Authorize")]
    [InlineData("builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build());", "Authorize(\"care\")")]
    [InlineData("builder.Services.AddCors(o => o.AddPolicy(\"care\", p => p.AllowAnyOrigin()));", "Authorize(\"care\")")]
    public Task Policy_that_turns_somebody_away(string services, string attribute) => SilentProgram(Program(services, "app.MapControllers();", Action(attribute)));

    [Theory]
    [InlineData("builder.Services.AddAuthorization(o => o.AddPolicy(\"care\", p => p.RequireAssertion(_ => true)));", "Authorize(\"care\")")]
    [InlineData("builder.Services.AddAuthorization(o => o.AddPolicy(\"care\", p => p.RequireAssertion(async _ => { await Task.Yield(); return true; })));", "Authorize(Policy = \"care\")")]
    [InlineData("builder.Services.AddAuthorizationBuilder().AddPolicy(\"Care\", p => p.RequireAssertion(_ => true));", "Authorize(\"care\")")]
    [InlineData("var open = new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build(); builder.Services.AddAuthorization(o => o.AddPolicy(\"care\", open));", "Authorize(\"care\")")]
    [InlineData("builder.Services.AddAuthorization(o => o.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build());", "Authorize")]
    [InlineData("builder.Services.AddAuthorizationBuilder().AddDefaultPolicy(\"all\", p => p.RequireAssertion(_ => true));", "Authorize(AuthenticationSchemes = \"x\")")]
    public Task Policy_that_everyone_meets(string services, string attribute) =>
        FlagsProgram(Program(services, "app.MapControllers();", Controller.Replace("{|#0:Get|}", "Get").Replace("[HttpGet", $"[{{|#0:{attribute}|}}, HttpGet")));

    [Theory]
    [InlineData("app.MapGet(\"/d\", (CareDb db) => db.Find(1)).{|#0:RequireAuthorization|}(p => p.RequireAssertion(_ => true));")]
    [InlineData("app.MapGet(\"/d\", (CareDb db) => db.Find(1)).{|#0:RequireAuthorization|}(\"care\");")]
    [InlineData("app.MapGroup(\"/g\").{|#0:RequireAuthorization|}(\"care\", \"also\").MapGet(\"/d\", (CareDb db) => db.Find(1));")]
    [InlineData("app.MapRazorPages().{|#0:RequireAuthorization|}(\"care\"); public class DetailModel(CareDb db) : PageModel { public void OnGet() => db.Find(1); }")]
    public Task Policy_that_everyone_meets_on_a_mapping(string map) =>
        FlagsProgram(Program($"builder.Services.AddAuthorization(o => {{ o.AddPolicy(\"care\", p => p.{Open}); o.AddPolicy(\"also\", p => p.{Open}); }});", "", "").Replace("app.Run();\n", "") + map);

    [Theory]
    [InlineData("app.MapGet(\"/d\", (CareDb db) => db.Find(1)).RequireAuthorization(\"care\", \"real\");")]
    [InlineData("app.MapGroup(\"/g\").RequireAuthorization(\"care\").MapGet(\"/d\", (CareDb db) => db.Find(1)).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/d\", [Authorize] (CareDb db) => db.Find(1)).RequireAuthorization(\"care\");")]
    public Task One_real_policy_is_enough(string map) => SilentProgram(Program($"builder.Services.AddAuthorization(o => o.AddPolicy(\"care\", p => p.{Open}));", map));

    [Fact]
    public Task Global_filter_with_a_policy_that_everyone_meets() => FlagsProgram(Program(
        $"builder.Services.AddControllers(o => o.Filters.{{|#0:Add|}}(new AuthorizeFilter(new AuthorizationPolicyBuilder().{Open}.Build())));", "app.MapControllers();", Controller.Replace("{|#0:Get|}", "Get")));

    [Fact]
    public Task Fallback_that_is_the_open_default_policy() => FlagsProgram(Program(
        $"builder.Services.AddAuthorization(o => {{ o.DefaultPolicy = new AuthorizationPolicyBuilder().{Open}.Build(); o.FallbackPolicy = o.DefaultPolicy; }});", "app.MapControllers();", Controller));

    private const string Fallback = "builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);";

    [Fact]
    public Task ShortCircuit_passes_the_fallback_policy_by() => FlagsProgram(Program(Fallback, "app.{|#0:MapGet|}(\"/d\", (CareDb db) => db.Find(1)).ShortCircuit();"));

    [Theory]
    [InlineData("app.MapGet(\"/d\", (CareDb db) => db.Find(1));")]
    [InlineData("app.MapMethods(\"/d\", [\"GET\"], (CareDb db) => db.Find(1));")]
    [InlineData("app.MapGet(\"/d\", (CareDb db) => db.Find(1)).RequireAuthorization().ShortCircuit();")]
    [InlineData("app.MapShortCircuit(404, \"robots.txt\");")]
    public Task Fallback_policy_holds(string map) => SilentProgram(Program(Fallback, map));

    [Theory]
    [InlineData("app.{|#0:MapMethods|}(\"/d\", [\"GET\", \"HEAD\"], (CareDb db) => db.Find(1));")]
    [InlineData("app.{|#0:MapFallback|}((CareDb db) => db.Find(1));")]
    [InlineData("app.{|#0:MapConnections|}(\"/d\", c => { });")]
    public Task Other_ways_to_map(string map) => FlagsProgram(Program("builder.Services.AddAuthorization();", map));

    [Theory]
    [InlineData("[AllowAnonymous] // opening hours are public", "opening hours are public")]
    [InlineData("[AllowAnonymous] /* price list */", "price list")]
    [InlineData("[Open(Justification = \"the phone has no user\")]", "the phone has no user")]
    [InlineData("[AllowAnonymous]", "")]
    [InlineData("[AllowAnonymous] // [Authorize]", "")]
    [InlineData("// asked by nobody\n[AllowAnonymous]", "")]
    public async Task Justification(string attribute, string expected)
    {
        var rows = await KK4501Rows.OfApplication(
            "app.MapControllers();\napp.Run();\npublic class OpenAttribute : Attribute, IAllowAnonymous { public string Justification { get; set; } }\npublic class HoursController(CareDb db) : ControllerBase\n{\n"
            + attribute + "\n[HttpGet(\"d\")] public Dossier Get() => db.Find(1);\n}");
        Assert.Equal(expected, Assert.Single(rows).Justification);
    }

    [Fact]
    public async Task Justification_of_a_call()
    {
        var rows = await KK4501Rows.OfApplication("app.MapGet(\"/hours\", (CareDb db) => db.Find(1)).AllowAnonymous(); // opening hours\n");
        Assert.Equal("opening hours", Assert.Single(rows).Justification);
    }
}
