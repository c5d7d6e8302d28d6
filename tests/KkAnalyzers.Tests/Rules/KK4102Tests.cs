using KkAnalyzers.Rules.Incidents;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Applications in which errors come together somewhere, and those in which they do not.</summary>
public class KK4102Tests
{
    private const string Dossier = """
        namespace Zorg
        {
            public class Zorgdossier { public System.Guid Id { get; set; } public System.Guid PatientId { get; set; } public string Diagnosis { get; set; } }
            public class Dossiers { public Zorgdossier Lees(System.Guid id) => null; }
        }
        """;

    private const string Web = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        var builder = WebApplication.{|#0:CreateBuilder|}(args);
        /*services*/
        var app = builder.Build();
        /*pipeline*/
        app.MapGet("/dossiers/{id}", (System.Guid id) => new Zorg.Dossiers().Lees(id));
        app.Run();
        """;

    [Theory]
    [InlineData("app.UseExceptionHandler(\"/fout\");")]
    [InlineData("app.UseExceptionHandler(e => { });")]
    [InlineData("System.AppDomain.CurrentDomain.UnhandledException += (_, e) => { };")]
    [InlineData("System.Threading.Tasks.TaskScheduler.UnobservedTaskException += (_, e) => { };")]
    [InlineData("app.Use(async (c, next) => { try { await next(c); } catch (System.Exception ex) { app.Logger.LogError(ex, \"fout\"); throw; } });")]
    [InlineData("Sentry.SentrySdk.Init(\"x\");")]
    public Task A_place_for_errors_in_the_start_is_quiet(string code) => Quiet(Web.Replace("/*pipeline*/", code, StringComparison.Ordinal));

    [Theory]
    [InlineData("builder.Services.AddExceptionHandler(o => { });")]
    [InlineData("builder.Services.AddSystemd();")]
    [InlineData("builder.Services.AddWindowsService();")]
    [InlineData("builder.AddServiceDefaults();")]
    [InlineData("var log = new Serilog.LoggerConfiguration();")]
    public Task A_service_that_takes_errors_is_quiet(string code) => Quiet(Web.Replace("/*services*/", code, StringComparison.Ordinal));

    [Theory]
    [InlineData("public class Fouten : Microsoft.AspNetCore.Diagnostics.IExceptionHandler { public System.Threading.Tasks.ValueTask<bool> TryHandleAsync(Microsoft.AspNetCore.Http.HttpContext c, System.Exception e, System.Threading.CancellationToken t) => new(false); }")]
    [InlineData("public class Fouten : Microsoft.AspNetCore.Mvc.Filters.IExceptionFilter { public void OnException(Microsoft.AspNetCore.Mvc.Filters.ExceptionContext c) { } }")]
    [InlineData("public class Fouten { public async System.Threading.Tasks.Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext c) { try { await System.Threading.Tasks.Task.Yield(); } catch (System.Exception e) { System.Console.Error.WriteLine(e); throw; } } }")]
    [InlineData("public class Meter { public void M(System.Exception e) => Microsoft.AppCenter.Crashes.Crashes.TrackError(e); }")]
    public Task A_place_for_errors_in_another_file_is_quiet(string type) => Quiet(Web, type);

    [Fact]
    public Task Without_personal_data_it_is_quiet() => Quiet("""
        using Microsoft.AspNetCore.Builder;
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => new Geneesmiddel());
        app.Run();
        public class Geneesmiddel { public int Id { get; set; } public string Naam { get; set; } }
        """, dossier: "");

    [Fact]
    public Task A_library_is_quiet() => Test("public class Bibliotheek { }", OutputKind.DynamicallyLinkedLibrary).RunAsync();

    [Fact]
    public Task A_test_project_is_quiet()
    {
        var test = Test(Web.Replace("{|#0:CreateBuilder|}", "CreateBuilder", StringComparison.Ordinal));
        test.Option("build_property.IsTestProject", "true");
        return test.RunAsync();
    }

    [Fact]
    public Task Made_up_people_are_no_personal_data() => Quiet("public class Program { public static void Main() { } } public class PatientFaker { public class Patient { public string Voornaam { get; set; } public string Diagnose { get; set; } } }", dossier: "");

    [Fact]
    public Task A_name_of_the_user_is_quiet()
    {
        var test = Test(Web.Replace("{|#0:CreateBuilder|}", "CreateBuilder", StringComparison.Ordinal).Replace("/*pipeline*/", "Zorg.Voorvallen.VangAlles();", StringComparison.Ordinal));
        test.TestState.Sources.Add("namespace Zorg { public static class Voorvallen { public static void VangAlles() { } } }");
        test.TestState.AdditionalFiles.Add(("/KkAnalyzers.Incidents.txt", "VangAlles\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task Web_application_without_any() => Reported(Web, "no UseExceptionHandler, exception filter, middleware with a catch, log that leaves the process, telemetry or crash reporting; the default log goes to the console");

    [Fact]
    public Task A_comment_or_a_text_is_no_evidence() => Reported(
        Web.Replace("/*pipeline*/", "// app.UseExceptionHandler(\"/fout\");\n#if NOOIT\napp.UseExceptionHandler();\n#endif\nvar x = \"UnhandledException\";", StringComparison.Ordinal),
        "no UseExceptionHandler, exception filter, middleware with a catch, log that leaves the process, telemetry or crash reporting; the default log goes to the console");

    [Fact]
    public Task A_name_taken_out_of_the_list_is_no_evidence()
    {
        var test = Test(Web.Replace("/*pipeline*/", "app.UseExceptionHandler(\"/fout\");", StringComparison.Ordinal));
        test.TestState.AdditionalFiles.Add(("/KkAnalyzers.Incidents.txt", "! UseExceptionHandler\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4102", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task Main_of_a_desktop_application() => Reported(
        "public static class Start { public static void {|#0:Main|}() => new Zorg.Dossiers().Lees(default); }",
        "no handler of UnhandledException or UnobservedTaskException, no crash reporting and no log that is kept",
        OutputKind.WindowsApplication);

    [Fact]
    public Task A_catch_in_Main_is_quiet() => Quiet("public static class Start { public static void Main() { try { new Zorg.Dossiers().Lees(default); } catch (System.Exception e) { System.Console.Error.WriteLine(e); } } }");

    [Fact]
    public Task A_catch_in_Main_that_loses_the_exception() => Reported(
        "public static class Start { public static int {|#0:Main|}() { try { new Zorg.Dossiers().Lees(default); return 0; } catch (System.Exception) { return -1; } } }",
        "no handler of UnhandledException or UnobservedTaskException, no crash reporting and no log that is kept",
        OutputKind.WindowsApplication);

    [Fact]
    public Task A_Maui_application_is_a_library_to_the_compiler() => Reported(
        "public static class MauiProgram { public static Microsoft.Maui.Hosting.MauiApp {|#0:CreateMauiApp|}() => Microsoft.Maui.Hosting.MauiApp.CreateBuilder().Build(); }",
        "no handler of UnhandledException or UnobservedTaskException, no crash reporting and no log that is kept",
        OutputKind.DynamicallyLinkedLibrary,
        IncidentStubs.Maui);

    [Fact]
    public Task A_Maui_library_is_quiet() => Test("public class Scherm { }", OutputKind.DynamicallyLinkedLibrary, IncidentStubs.Maui).RunAsync();

    [Fact]
    public Task An_application_that_was_looked_at_is_counted()
    {
        var test = Test(Web.Replace("{|#0:CreateBuilder|}", "CreateBuilder", StringComparison.Ordinal).Replace("/*pipeline*/", "app.UseExceptionHandler(\"/fout\");", StringComparison.Ordinal)).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4102 inspected=1 failed=0 notFollowed=0"));
        return test.RunAsync();
    }

    private static Task Quiet(string start, string more = "", string dossier = Dossier)
    {
        // Libraries that the tests cannot restore: their names stand in the code, and that is what counts.
        var test = Test(start.Replace("{|#0:CreateBuilder|}", "CreateBuilder", StringComparison.Ordinal), more: more, dossier: dossier);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    private static Task Reported(string start, string lookedFor, OutputKind kind = OutputKind.ConsoleApplication, string more = "")
    {
        var test = Test(start, kind, more);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4102", DiagnosticSeverity.Info).WithLocation(0).WithArguments("Zorgdossier", "health data: diagnosis", lookedFor));
        return test.RunAsync();
    }

    private static KkTest<ErrorCollectionAnalyzer> Test(string start, OutputKind kind = OutputKind.ConsoleApplication, string more = "", string dossier = Dossier)
    {
        var test = KkVerifier<ErrorCollectionAnalyzer>.Test("#nullable disable\n" + start);
        test.TestState.OutputKind = kind;

        // Names count where the application writes them: stubs that declare them would be evidence.
        foreach (var stub in new[] { dossier, more }.Where(s => s.Length > 0))
        {
            test.TestState.Sources.Add("#nullable disable\n" + stub);
        }

        return test;
    }
}
