using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.Access;
using KkAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Hard case 19, in both directions, and the order of the steps. What happens was measured: see the page of the rule.</summary>
public class KK4508Tests
{
    private const string Services = "builder.Services.AddAuthentication().AddCookie();\nbuilder.Services.AddAuthorization();\n";
    private const string Fallback = "builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);\n";
    private const string Endpoint = "app.MapGet(\"/dossiers\", (CareDb db) => db.Find(1)).RequireAuthorization();\n";

    // The host adds both steps where nobody does.
    [Theory]
    [InlineData(Services, "")]
    [InlineData(Services, "// app.UseAuthentication();\n// app.UseAuthorization();")]
    [InlineData(Services, "app.UseAuthorization();")]
    [InlineData(Services, "app.UseRouting();\napp.UseAuthorization();")]
    [InlineData(Services, "app.UseAuthentication();\napp.UseAuthorization();\napp.UseAntiforgery();")]
    [InlineData(Services, "app.UseAntiforgery();")]
    [InlineData(Services, "app.UseRouting();\napp.UseAuthentication();\napp.UseAuthorization();\napp.UseEndpoints(e => { });")]
    [InlineData(Services, "if (app.Environment.IsDevelopment()) { app.UseAuthorization(); } else { app.UseAuthentication(); app.UseAuthorization(); }")]
    [InlineData(Services, "app.UseCare();", "public static class Care { public static IApplicationBuilder UseCare(this IApplicationBuilder app) => app.UseAuthentication().UseAuthorization(); }")]
    [InlineData(Services, "app.UseMiddleware<TokenStep>();\napp.UseAuthorization();\napp.UseAuthentication();", "public class TokenStep(RequestDelegate next) { public Task InvokeAsync(HttpContext c) { c.User = new ClaimsPrincipal(); return next(c); } }")]
    [InlineData("builder.Services.AddAuthentication().AddCookie();\nbuilder.Services.AddAuthorization(o => o.AddPolicy(\"care\", new AuthorizationPolicyBuilder(\"Cookies\").RequireAuthenticatedUser().Build()));\n", "app.UseAuthorization();\napp.UseAuthentication();")]
    public Task Case19_What_the_host_or_the_right_order_does_is_quiet(string services, string pipeline, string code = "") => Run(services, pipeline, code);

    [Theory]
    [InlineData("app.{|KK4508:UseAuthorization|}();\napp.UseAuthentication();")]
    [InlineData("app.{|KK4508:UseAuthorization|}().UseAuthentication();")]
    [InlineData("app.UseRouting();\napp.{|KK4508:UseAuthorization|}();\nif (app.Environment.IsProduction()) { app.UseAuthentication(); }")]
    [InlineData("app.UseAuthentication();\napp.{|KK4508:UseAuthorization|}();\napp.UseRouting();")]
    [InlineData("app.UseRouting();\napp.UseEndpoints(e => { });\napp.UseAuthentication();\napp.{|KK4508:UseAuthorization|}();")]
    [InlineData("app.{|KK4508:UseAntiforgery|}();\napp.UseAuthentication();\napp.UseAuthorization();")]
    [InlineData("app.UseCare();\napp.UseAuthentication();", "public static class Care { public static IApplicationBuilder UseCare(this IApplicationBuilder app) => app.{|KK4508:UseAuthorization|}(); }")]
    [InlineData("app.Map(\"/api\", api => { api.UseRouting(); api.{|KK4508:UseAuthorization|}(); api.UseAuthentication(); api.UseEndpoints(e => { }); });")]
    [InlineData("app.{|KK4508:UseRouting|}();")]
    [InlineData("app.{|KK4508:UseRouting|}();\napp.UseAuthentication();")]
    [InlineData("app.{|KK4508:UseAuthentication|}();")]
    public Task Case19_A_step_in_the_wrong_place_is_flagged(string pipeline, string code = "") => Run(Services, pipeline, code);

    [Fact]
    public Task Case19_A_host_with_a_fallback_policy_needs_no_call() => Run(Fallback + "builder.Services.AddAuthentication().AddCookie();", "");

    private const string Controller = "[ApiController, Route(\"api\"), Authorize] public class DossiersController : ControllerBase { [HttpGet] public Dossier Get(CareDb db) => db.Find(1); }";
    private const string Open = "[ApiController, Route(\"api\")] public class DossiersController : ControllerBase { [HttpGet] public Dossier Get(CareDb db) => db.Find(1); }";

    [Theory]
    [InlineData("services.AddAuthorization();", "app.UseRouting();\n// app.UseAuthentication();\n// app.UseAuthorization();\napp.{|KK4508:UseEndpoints|}(e => e.MapControllers());", Controller)]
    [InlineData("services.AddAuthentication().AddCookie();", "app.UseRouting();\napp.{|KK4508:UseAuthorization|}();\napp.UseEndpoints(e => e.MapControllers());", Controller)]
    [InlineData("services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);", "app.UseRouting();\napp.{|KK4508:UseEndpoints|}(e => e.MapControllers());", Controller)]
    [InlineData("services.AddAuthentication().AddCookie();", "app.UseRouting();\napp.{|KK4508:UseAuthorization|}();\napp.UseAuthentication();\napp.UseEndpoints(e => e.MapControllers());", Controller)]
    public Task Case19_A_startup_class_without_the_step_is_flagged(string services, string pipeline, string code) => Startup(services, pipeline, code);

    [Theory]
    [InlineData("services.AddAuthentication().AddCookie();", "app.UseRouting();\napp.UseAuthentication();\napp.UseAuthorization();\napp.UseEndpoints(e => e.MapControllers());", Controller)]
    [InlineData("services.AddAuthentication();", "app.UseRouting();\napp.UseAuthorization();\napp.UseEndpoints(e => e.MapControllers());", Controller + "public class Step(RequestDelegate next) { public Task Invoke(HttpContext c) { c.User = null; return next(c); } } public static class Steps { public static IApplicationBuilder UseToken(this IApplicationBuilder app) => app.UseAuthentication(); }")]
    [InlineData("services.AddControllers(o => o.Filters.Add(new AuthorizeFilter()));", "app.UseRouting();\napp.UseEndpoints(e => e.MapControllers());", Open)]

    // ASP0001 of the framework reports these.
    [InlineData("services.AddAuthorization();", "app.UseAuthentication();\napp.UseAuthorization();\napp.UseRouting();\napp.UseEndpoints(e => e.MapControllers());", Controller)]
    [InlineData("services.AddAuthorization();", "app.UseRouting();\napp.UseEndpoints(e => e.MapControllers());\napp.UseAuthentication();\napp.UseAuthorization();", Controller)]
    public Task Case19_A_startup_class_that_is_right_or_reported_by_the_framework_is_quiet(string services, string pipeline, string code) => Startup(services, pipeline, code);

    [Fact]
    public Task Case19_A_step_of_a_library_may_have_it() => Startup("services.AddAuthorization();", "app.UseRouting();\nExternal.UseCareDefaults(app);\napp.UseEndpoints(e => e.MapControllers());", Controller, external: true);

    [Theory]
    [InlineData("app.{|KK4508:UseAuthorization|}();\napp.UseAuthentication();", "app.UseAuthentication();\napp.UseAuthorization();")]
    [InlineData("app.UseAuthentication(); // who\napp.{|KK4508:UseAuthorization|}();\napp.UseRouting();", "app.UseAuthentication(); // who\napp.UseRouting();\napp.UseAuthorization();")]
    [InlineData("app.{|KK4508:UseAntiforgery|}();\napp.UseAuthentication();\napp.UseAuthorization();", "app.UseAuthentication();\napp.UseAuthorization();\napp.UseAntiforgery();")]
    [InlineData("app.{|KK4508:UseAuthentication|}();", "app.UseAuthentication();\napp.UseAuthorization();")]
    [InlineData("app.{|KK4508:UseRouting|}();\napp.UseAuthentication();", "app.UseRouting();\napp.UseAuthentication();\napp.UseAuthorization();")]
    [InlineData("app.UseRouting();\napp.UseEndpoints(e => { });\napp.UseAuthentication();\napp.{|KK4508:UseAuthorization|}();", "app.UseRouting();\napp.UseAuthentication();\napp.UseAuthorization();\napp.UseEndpoints(e => { });", 2)]
    public Task Fixed(string before, string after, int times = 1) => Fix(before, after, times);

    [Theory]
    [InlineData("app.{|KK4508:UseAuthorization|}().UseAuthentication();")]
    [InlineData("app.{|KK4508:UseAuthorization|}(); app.UseAuthentication();")]
    public Task Not_fixed(string code) => Fix(code, code, 0);

    private static string Program(string services, string pipeline, string code) =>
        ("var builder = WebApplication.CreateBuilder(args);\n" + services + "\nvar app = builder.Build();\n" + pipeline + "\n" + Endpoint + "app.Run();\n\n" + code).Replace("\r", "", StringComparison.Ordinal);

    private static Task Run(string services, string pipeline, string code = "") => Only(KK4501Host.Test(Program(services, pipeline, code))).RunAsync();

    private static Task Startup(string services, string pipeline, string code, bool external = false)
    {
        var test = Only(KK4501Host.Test($$"""
            Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(w => Microsoft.AspNetCore.Hosting.WebHostBuilderExtensions.UseStartup<Startup>(w)).Build().Run();

            public class Startup
            {
                public void ConfigureServices(IServiceCollection services) { services.AddControllers(); {{services}} }
                public void Configure(IApplicationBuilder app)
                {
                    {{pipeline}}
                }
            }

            {{code}}
            """));
        if (external)
        {
            test.TestState.AdditionalProjects["External"].Sources.Add("public static class External { public static void UseCareDefaults(Microsoft.AspNetCore.Builder.IApplicationBuilder app) { } }");
            test.TestState.AdditionalProjects["External"].AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
            test.TestState.AdditionalProjectReferences.Add("External");
        }

        return test.RunAsync();
    }

    /// <summary>The other rules of the same analyzer have tests of their own.</summary>
    private static KkTest<EndpointAnalyzer> Only(KkTest<EndpointAnalyzer> test)
    {
        test.DisabledDiagnostics.Remove("KK4508");
        test.DisabledDiagnostics.Add("KK4501");
        test.DisabledDiagnostics.Add("KK4507");
        return test;
    }

    private static Task Fix(string before, string after, int times)
    {
        var test = new CSharpCodeFixTest<EndpointAnalyzer, CodeEditFix, DefaultVerifier>
        {
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            TestCode = Program(Services, before, ""),
            FixedCode = Program(Services, after, ""),
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
            NumberOfIncrementalIterations = times,
            NumberOfFixAllIterations = times,
        };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            state.Sources.Add(("/0/Usings.cs", KK4501Host.Usings));
            state.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        }

        return test.RunAsync();
    }
}
