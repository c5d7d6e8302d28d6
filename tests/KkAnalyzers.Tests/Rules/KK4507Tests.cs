using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.Access;
using KkAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Hard case 56, in both directions.</summary>
public class KK4507Tests
{
    private const string Cookie = "builder.Services.AddAuthentication().AddCookie();";
    private const string Mvc = "builder.Services.AddControllersWithViews();";

    [Theory]
    [InlineData(Cookie)]
    [InlineData("Microsoft.AspNetCore.Identity.IdentityCookieAuthenticationBuilderExtensions.AddIdentityCookies(builder.Services.AddAuthentication());")]
    public Task Case56_Cookie_authenticated_post_without_a_check_is_flagged(string signIn) => Run(
        signIn + Mvc, "[Authorize] public class DossiersController : Controller { [HttpPost] public IActionResult {|KK4507:Wijzig|}(string nota) => View(); [HttpGet] public IActionResult Toon() => View(); }");

    [Fact]
    public Task Case56_A_fallback_policy_asks_for_a_sign_in_too() => Run(
        Cookie + Mvc + "builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);", "public class DossiersController : Controller { [HttpPost] public IActionResult {|KK4507:Wijzig|}(string nota) => View(); }");

    [Theory]
    [InlineData("[ApiController, Route(\"api\"), Authorize] public class DossiersController : ControllerBase { [HttpPost] public IActionResult Wijzig(string nota) => Ok(); }")]
    [InlineData("[Authorize(AuthenticationSchemes = \"Bearer\")] public class DossiersController : Controller { [HttpPost] public IActionResult Wijzig(string nota) => Ok(); }")]
    [InlineData("[Authorize] public class DossiersController : Controller { [HttpPost, Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryToken] public IActionResult Wijzig(string nota) => Ok(); }")]
    [InlineData("[Authorize] public class DossiersController : Controller { [HttpPost, ValidateAntiForgeryToken] public IActionResult Wijzig(string nota) => Ok(); }")]
    [InlineData("[AutoValidateAntiforgeryToken] public abstract class Basis : Controller { } [Authorize] public class DossiersController : Basis { [HttpPost] public IActionResult Wijzig(string nota) => Ok(); }")]
    [InlineData("[Authorize] public class DossiersController : Controller { [HttpPost] public IActionResult Wijzig([FromBody] string nota) => Ok(); }")]
    [InlineData("public class AccountController : Controller { [HttpPost, AllowAnonymous] public IActionResult Login(string naam) => View(); }")]
    [InlineData("[Authorize] public class DossiersController(Microsoft.AspNetCore.Antiforgery.IAntiforgery check) : Controller { [HttpPost] public async Task<IActionResult> Wijzig(string nota) { await check.ValidateRequestAsync(HttpContext); return View(); } }")]
    [InlineData("[Authorize] public class DossiersController : Controller { [HttpDelete] public IActionResult Wis(int id) => Ok(); }")]
    [InlineData("[Authorize] public class DossierModel : PageModel { public IActionResult OnPost() => Page(); }")]
    public Task Case56_Checked_or_not_by_cookie_is_quiet(string code) => Run(Cookie + Mvc, code);

    [Theory]
    [InlineData("builder.Services.AddAuthentication();" + Mvc)]
    [InlineData(Cookie + "builder.Services.AddControllersWithViews(o => o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));")]
    [InlineData(Cookie + "builder.Services.AddControllersWithViews(o => o.Filters.Add<AutoValidateAntiforgeryTokenAttribute>());")]
    [InlineData("builder.Services.AddAuthentication().AddCookie(o => o.Cookie.SameSite = SameSiteMode.Strict);" + Mvc)]
    public Task Case56_Bearer_only_or_checked_for_all_is_quiet(string setup) => Run(
        setup, "[Authorize] public class DossiersController : Controller { [HttpPost] public IActionResult Wijzig(string nota) => View(); }");

    [Theory]
    [InlineData("[Authorize] public class DossiersController : Controller { [HttpPost, {|KK4507:IgnoreAntiforgeryToken|}] public IActionResult Wijzig(string nota) => View(); }")]
    [InlineData("[Authorize, {|KK4507:IgnoreAntiforgeryToken|}] public class DossierModel : PageModel { public IActionResult OnPost() => Page(); }")]
    public Task Case56_A_check_that_is_switched_off_is_flagged(string code) => Run(
        Cookie + "builder.Services.AddRazorPages(); builder.Services.AddControllersWithViews(o => o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));", code);

    [Theory]
    [InlineData("app.MapPost(\"/foto\", (IFormFile foto) => Results.Ok()).RequireAuthorization().{|KK4507:DisableAntiforgery|}();")]
    [InlineData("var groep = app.MapGroup(\"/fotos\").RequireAuthorization().{|KK4507:DisableAntiforgery|}(); groep.MapPost(\"/\", ([FromForm] string naam) => Results.Ok());")]
    public Task Case56_DisableAntiforgery_is_flagged(string map) => Run(Cookie, "", map);

    [Theory]
    [InlineData("app.MapPost(\"/nota\", (Dossier d) => Results.Ok()).RequireAuthorization().DisableAntiforgery();")]
    [InlineData("app.MapPost(\"/melding\", (IFormFile f) => Results.Ok()).AllowAnonymous().DisableAntiforgery();")]
    [InlineData("app.MapPost(\"/foto\", (IFormFile f) => Results.Ok()).RequireAuthorization();")]
    public Task Case56_Other_routes_are_quiet(string map) => Run(Cookie, "", map);

    [Fact]
    public Task Fix_adds_the_check() => Fix(
        """
        [Authorize]
        public class DossiersController : Controller
        {
            // Wijzigt.
            [HttpPost]
            public IActionResult {|KK4507:Wijzig|}(string nota) => View();

            [HttpPost]
            public IActionResult {|KK4507:Wis|}(int id) => View();
        }
        """,
        """
        [Authorize]
        public class DossiersController : Controller
        {
            // Wijzigt.
            [ValidateAntiForgeryToken]
            [HttpPost]
            public IActionResult Wijzig(string nota) => View();

            [ValidateAntiForgeryToken]
            [HttpPost]
            public IActionResult Wis(int id) => View();
        }
        """);

    [Fact]
    public Task Fix_takes_away_what_switches_it_off() => Fix(
        """
        [Authorize]
        public class DossiersController : Controller
        {
            [HttpPost, ValidateAntiForgeryToken]
            public IActionResult Wis(int id) => View();
        }

        [Authorize, {|KK4507:IgnoreAntiforgeryToken|}]
        public class DossierModel : PageModel { public IActionResult OnPost() => Page(); }
        """,
        """
        [Authorize]
        public class DossiersController : Controller
        {
            [HttpPost, ValidateAntiForgeryToken]
            public IActionResult Wis(int id) => View();
        }

        [Authorize]
        public class DossierModel : PageModel { public IActionResult OnPost() => Page(); }
        """);

    [Fact]
    public Task Fix_takes_the_call_away() => Fix(
        "",
        "",
        "app.MapPost(\"/foto\", (IFormFile foto) => Results.Ok()).RequireAuthorization().{|KK4507:DisableAntiforgery|}();",
        "app.MapPost(\"/foto\", (IFormFile foto) => Results.Ok()).RequireAuthorization();");

    private static string Program(string setup, string map, string code) =>
        "var builder = WebApplication.CreateBuilder(args);\n" + setup + "\nvar app = builder.Build();\n" + map + "\napp.MapDefaultControllerRoute(); app.MapRazorPages();\napp.Run();\n\n" + code;

    private static Task Run(string setup, string code, string map = "") => KK4501Host.Test(Program(setup, map, code)).RunAsync();

    private static Task Fix(string before, string after, string map = "", string fixedMap = "")
    {
        var test = new CSharpCodeFixTest<EndpointAnalyzer, KK4507CodeFix, DefaultVerifier>
        {
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            TestCode = Program(Cookie + Mvc, map, before),
            FixedCode = Program(Cookie + Mvc, fixedMap, after),
            // Findings of the end of the compilation have no tree of their own.
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        test.TestState.Sources.Add(("/0/Usings.cs", KK4501Host.Usings));
        test.FixedState.Sources.Add(("/0/Usings.cs", KK4501Host.Usings));
        return test.RunAsync();
    }
}
