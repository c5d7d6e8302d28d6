using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.SecureDevelopment;
using KkAnalyzers.Testing;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Hard case 41, in both directions, and what else of the inside gets out.</summary>
public class KK4404Tests
{
    private const string Usings = """
        global using System;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.EntityFrameworkCore;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.IdentityModel.Logging;
        """;

    [Theory]
    [InlineData("{|KK4404:IdentityModelEventSource.ShowPII = true|};")]
    [InlineData("options.{|KK4404:EnableSensitiveDataLogging|}();")]
    [InlineData("options.UseSqlServer(\"x\").{|KK4404:EnableSensitiveDataLogging|}().UseSqlServer(\"y\");")]
    [InlineData("options.{|KK4404:EnableSensitiveDataLogging|}(true);")]
    [InlineData("app.{|KK4404:UseDeveloperExceptionPage|}();")]
    [InlineData("app.{|KK4404:UseMigrationsEndPoint|}();")]
    [InlineData("services.AddServerSideBlazor(o => {|KK4404:o.DetailedErrors = true|});")]
    [InlineData("services.AddSignalR(o => { {|KK4404:o.EnableDetailedErrors = true|}; });")]
    [InlineData("host.{|KK4404:UseSetting|}(WebHostDefaults.DetailedErrorsKey, \"true\");")]
    [InlineData("if (env.IsDevelopment()) { } else { app.{|KK4404:UseDeveloperExceptionPage|}(); }")]
    [InlineData("if (!env.IsDevelopment()) app.{|KK4404:UseDeveloperExceptionPage|}();")]
    [InlineData("if (env.EnvironmentName == \"Production\") app.{|KK4404:UseDeveloperExceptionPage|}();")]
    [InlineData("if (env.IsDevelopment() || services is not null) app.{|KK4404:UseDeveloperExceptionPage|}();")]
    [InlineData("if (config.GetValue(\"ShowErrors\", true)) app.{|KK4404:UseDeveloperExceptionPage|}();")]
    public Task Case41_Unguarded_is_flagged(string statement) => Run(statement);

    [Theory]
    [InlineData("if (env.IsDevelopment()) IdentityModelEventSource.ShowPII = true;")]
    [InlineData("if (env.IsDevelopment()) { options.EnableSensitiveDataLogging(); }")]
    [InlineData("if (env.IsEnvironment(\"Local\") || env.IsDevelopment()) { app.UseDeveloperExceptionPage(); app.UseMigrationsEndPoint(); }")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == Environments.Development) options.EnableSensitiveDataLogging();")]
    [InlineData("if (string.Equals(Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\"), \"Development\", StringComparison.OrdinalIgnoreCase)) options.EnableSensitiveDataLogging();")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"CARE_SHOW_SQL\") is not null) options.EnableSensitiveDataLogging();")]
    [InlineData("var isDevelopment = env.IsDevelopment(); if (isDevelopment) options.EnableSensitiveDataLogging();")]
    [InlineData("var here = env.IsDevelopment(); if (here) options.EnableSensitiveDataLogging();")]
    [InlineData("if (env is { EnvironmentName: \"Development\" } && env.EnvironmentName is \"Development\") options.EnableSensitiveDataLogging();")]
    [InlineData("options.EnableSensitiveDataLogging(env.IsDevelopment());")]
    [InlineData("options.EnableSensitiveDataLogging(false);")]
    [InlineData("IdentityModelEventSource.ShowPII = env.IsDevelopment();")]
    [InlineData("services.AddServerSideBlazor(o => o.DetailedErrors = env.IsDevelopment());")]
    [InlineData("services.AddSignalR(o => { if (!env.IsProduction()) o.EnableDetailedErrors = true; });")]
    [InlineData("if (env.IsProduction()) { app.UseExceptionHandler(\"/fout\"); return; } app.UseDeveloperExceptionPage();")]
    [InlineData("if (!env.IsDevelopment()) { throw new InvalidOperationException(); } app.UseDeveloperExceptionPage();")]
    [InlineData("app.UseWhen(_ => env.IsDevelopment(), branch => branch.UseDeveloperExceptionPage());")]
    [InlineData("if (System.Diagnostics.Debugger.IsAttached) options.EnableSensitiveDataLogging();")]
    [InlineData("// IdentityModelEventSource.ShowPII = true;")]
    [InlineData("\n#if DEBUG\n        IdentityModelEventSource.ShowPII = true;\n#endif\n")]
    public Task Case41_Guarded_is_quiet(string statement) => Run(statement);

    [Theory]
    [InlineData("if (config.GetValue<bool>(\"ShowPii\")) {|#0:IdentityModelEventSource.ShowPII = true|};")]
    [InlineData("if (config.GetValue(\"ShowPii\", false)) {|#0:IdentityModelEventSource.ShowPII = true|};")]
    [InlineData("if (config[\"ShowPii\"] == \"true\") {|#0:IdentityModelEventSource.ShowPII = true|};")]
    [InlineData("options.{|#0:EnableSensitiveDataLogging|}(config.GetValue<bool>(\"Sql\"));")]
    public Task Case41_A_setting_that_is_off_by_default_is_information(string statement)
    {
        var test = Test(statement);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4404", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task Case41_Test_projects_are_quiet() => Test("IdentityModelEventSource.ShowPII = true;").Option("build_property.IsTestProject", "true").RunAsync();

    [Fact]
    public Task Case41_A_method_that_only_guarded_code_calls_is_quiet() => Code("""
        class Startup
        {
            public void ConfigureDevelopment(IApplicationBuilder app) => app.UseDeveloperExceptionPage();
            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                if (env.IsDevelopment()) Pages(app);
            }
            private static void Pages(IApplicationBuilder app) { app.UseDeveloperExceptionPage(); }
        }
        class Design : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<object>
        {
            DbContextOptionsBuilder Create() => new DbContextOptionsBuilder().EnableSensitiveDataLogging();
        }
        class CareSettings { public bool DetailedErrors { get; set; } }
        class Defaults { CareSettings settings = new() { DetailedErrors = true }; }
        """);

    [Theory]
    [InlineData("catch (Exception ex) { return Problem({|KK4404:ex.ToString()|}); }")]
    [InlineData("catch (Exception ex) { return StatusCode(500, {|KK4404:ex.StackTrace|}); }")]
    [InlineData("catch (Exception ex) { return StatusCode(500, {|KK4404:ex|}); }")]
    [InlineData("catch (Exception ex) { return BadRequest($\"Fout: {{|KK4404:ex|}}\"); }")]
    [InlineData("catch (Exception ex) { return Content(\"Fout: \" + {|KK4404:ex|}); }")]
    [InlineData("catch (Exception ex) { var fout = {|KK4404:ex.ToString()|}; return Content(fout); }")]
    [InlineData("catch (Exception ex) { return new JsonResult(new { error = ex.Message, stackTrace = {|KK4404:ex.StackTrace|} }); }")]
    [InlineData("catch (Exception ex) { return new ObjectResult(new ProblemDetails { Detail = {|KK4404:ex.InnerException.ToString()|} }); }")]
    [InlineData("catch (Exception ex) { var problem = new ProblemDetails(); problem.Extensions[\"trace\"] = {|KK4404:ex.StackTrace|}; return Ok(problem); }")]
    [InlineData("catch (Exception ex) { var answer = new Answer { Trace = {|KK4404:ex.ToString()|} }; return Json(answer); }")]
    public Task Text_of_an_exception_in_an_answer_is_flagged(string handler) => Action(handler);

    [Theory]
    [InlineData("catch (Exception ex) { return Problem(ex.Message); }")]
    [InlineData("catch (Exception ex) { Console.WriteLine(ex.ToString()); return Problem(); }")]
    [InlineData("catch (Exception ex) { var trace = ex.StackTrace; Console.WriteLine(trace); return StatusCode(500); }")]
    [InlineData("catch (Exception ex) { throw new InvalidOperationException(ex.ToString()); }")]
    [InlineData("catch (Exception ex) { return Problem(_env.IsDevelopment() ? ex.ToString() : null); }")]
    [InlineData("catch (Exception ex) { if (_env.IsDevelopment()) return Problem(ex.ToString()); return Problem(); }")]
    [InlineData("catch (Exception ex) when (ex.ToString().Length > 3) { return Ok(ex.HResult); }")]
    [InlineData("catch { return Problem(); }")]
    public Task Other_uses_of_an_exception_are_quiet(string handler) => Action(handler);

    [Fact]
    public Task Handlers_of_exceptions() => Code("""
        class Filter : Microsoft.AspNetCore.Mvc.Filters.IExceptionFilter
        {
            public void OnException(Microsoft.AspNetCore.Mvc.Filters.ExceptionContext context) => context.Result = new ContentResult { Content = {|KK4404:context.Exception.ToString()|} };
        }
        class Handler : Microsoft.AspNetCore.Diagnostics.IExceptionHandler
        {
            public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, System.Threading.CancellationToken token)
            {
                await context.Response.WriteAsync({|KK4404:exception.ToString()|}, token);
                return true;
            }
        }
        class Startup
        {
            void Configure(IApplicationBuilder app) => app.UseExceptionHandler(a => a.Run(async context =>
            {
                var error = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Error;
                await context.Response.WriteAsync({|KK4404:error.StackTrace|});
            }));
        }
        """);

    [Theory]
    [InlineData("/app/appsettings.json", "{ // log\n \"Logging\": { \"DetailedErrors\": true }, {|KK4404:\"DetailedErrors\": true|} }")]
    [InlineData("/app/appsettings.Production.json", "{ {|KK4404:\"detailedErrors\" : \"True\"|} }")]
    [InlineData("/app/Web.config", "<configuration><system.web><!-- <customErrors mode=\"Off\" /> --><customErrors defaultRedirect=\"fout\" {|KK4404:mode=\"Off\"|} /></system.web></configuration>")]
    [InlineData("/app/web.config", "<environmentVariables><environmentVariable {|KK4404:name=\"ASPNETCORE_ENVIRONMENT\" value=\"Development\"|} /></environmentVariables>")]
    public Task Settings_that_are_deployed_are_flagged(string path, string text) => Files(path, text);

    [Theory]
    [InlineData("/app/appsettings.Development.json", "{ \"DetailedErrors\": true }")]
    [InlineData("/app/appsettings.json", "{ \"DetailedErrors\": false, \"Blazor\": { \"DetailedErrors\": true } /* \"DetailedErrors\": true */ }")]
    [InlineData("/app/web.Debug.config", "<customErrors mode=\"Off\" />")]
    [InlineData("/app/web.config", "<customErrors mode=\"RemoteOnly\" /><environmentVariable name=\"ASPNETCORE_ENVIRONMENT\" value=\"Production\" />")]
    [InlineData("/app/other.json", "{ \"DetailedErrors\": true }")]
    public Task Other_settings_are_quiet(string path, string text) => Files(path, text);

    [Theory]
    [InlineData("options.{|KK4404:EnableSensitiveDataLogging|}();", "options.EnableSensitiveDataLogging(env.IsDevelopment());")]
    [InlineData("{|KK4404:IdentityModelEventSource.ShowPII = true|};", "IdentityModelEventSource.ShowPII = env.IsDevelopment();")]
    public Task Fix_asks_the_environment(string before, string after) => Fix(before, after);

    [Fact]
    public Task Fix_puts_a_page_behind_the_environment() => Fix(
        "app.{|KK4404:UseDeveloperExceptionPage|}();",
        "if (env.IsDevelopment())\n        {\n            app.UseDeveloperExceptionPage();\n        }");

    [Fact]
    public Task Fix_without_an_environment_switches_off_and_leaves_pages() => FixCode(
        """
        class Startup
        {
            void Configure(IApplicationBuilder app, DbContextOptionsBuilder options)
            {
                options.{|KK4404:EnableSensitiveDataLogging|}();
                app.{|KK4404:UseDeveloperExceptionPage|}();
            }
        }
        """,
        """
        class Startup
        {
            void Configure(IApplicationBuilder app, DbContextOptionsBuilder options)
            {
                options.EnableSensitiveDataLogging(false);
                app.{|KK4404:UseDeveloperExceptionPage|}();
            }
        }
        """);

    private static Task Run(string statement) => Test(statement).RunAsync();

    private static KkTest<UnsafeSettingsAnalyzer> Test(string statement) => With(Body(statement));

    private static string Body(string statement) => $$"""
        class Startup
        {
            void Configure(WebApplicationLike app0, IApplicationBuilder app, IServiceCollection services, IWebHostEnvironment env, IConfiguration config, IWebHostBuilder host, DbContextOptionsBuilder options)
            {
                {{statement}}
            }
        }
        class WebApplicationLike { }
        """;

    private static Task Code(string code) => With(code).RunAsync();

    private static Task Action(string handler) => Code($$"""
        public class Answer { public string Trace { get; set; } }
        public class DossiersController(IHostEnvironment _env) : Controller
        {
            public IActionResult Get(int id)
            {
                try { return Ok(id); }
                {{handler}}
            }
            bool Use => _env is null;
        }
        """);

    private static Task Files(string path, string text)
    {
        var test = With("class Care { }");
        test.TestState.AdditionalFiles.Add((path, text));
        return test.RunAsync();
    }

    private static KkTest<UnsafeSettingsAnalyzer> With(string code)
    {
        var test = KkVerifier<UnsafeSettingsAnalyzer>.Test("#define DEBUG\n#nullable disable\n" + code);
        foreach (var (path, text) in Sources)
        {
            test.TestState.Sources.Add((path, text));
        }

        return test;
    }

    private static (string Path, string Text)[] Sources =>
    [
        ("/0/Usings.cs", Usings),
        ("/0/Ef.cs", "#nullable disable\n" + TlsStubs.EntityFramework),
        ("/0/Identity.cs", "#nullable disable\n" + TlsStubs.IdentityModel),
        ("/0/Pages.cs", "#nullable disable\n" + TlsStubs.MigrationsPage),
    ];

    private static Task Fix(string before, string after) => FixCode(Body(before), Body(after));

    private static Task FixCode(string before, string after)
    {
        var test = new CSharpCodeFixTest<UnsafeSettingsAnalyzer, KK4404CodeFix, DefaultVerifier>
        {
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            TestCode = before,
            FixedCode = after,
        };
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        test.TestState.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        foreach (var (path, text) in Sources)
        {
            test.TestState.Sources.Add((path, text));
            test.FixedState.Sources.Add((path, text));
        }

        return test.RunAsync();
    }
}
