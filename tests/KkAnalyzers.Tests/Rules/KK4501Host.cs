using KkAnalyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Small applications for KK4501: the lines of a Program.cs with what every one of them needs around it.</summary>
internal static class KK4501Host
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Security.Claims;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Authorization;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.AspNetCore.Mvc.Authorization;
        global using Microsoft.AspNetCore.Mvc.Filters;
        global using Microsoft.AspNetCore.Mvc.RazorPages;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.AspNetCore.SignalR;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;

        public record Dossier(int Id, string Diagnosis);

        public class CareDb
        {
            public Dossier Find(int id) => new(id, "");
            public Task<Dossier> FindAsync(int id) => Task.FromResult(Find(id));
        }
        """;

    public const string Build = "var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\n";

    /// <summary>A controller without any decision, to be mapped by the lines before it.</summary>
    public const string Controller = """

        [ApiController, Route("api/dossiers")]
        public class DossiersController : ControllerBase
        {
            private readonly CareDb _db;
            public DossiersController(CareDb db) => _db = db;
            [HttpGet("{id}")] public Dossier {|#0:Get|}(int id) => _db.Find(id);
        }
        """;

    public static KkTest<EndpointAnalyzer> Test(string code, params string[] more)
    {
        var test = KkVerifier<EndpointAnalyzer>.Test(code);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("/0/Usings.cs", Usings));

        // Data in and out have tests of their own; these applications return dossiers to show who may come in.
        // The order of the pipeline has too.
        test.DisabledDiagnostics.AddRange(["KK3207", "KK4406", "KK4502", "KK4508"]);
        foreach (var source in more)
        {
            test.TestState.Sources.Add(source);
        }

        return test;
    }

    /// <summary>Program.cs after the application was built.</summary>
    public static Task Silent(string code, params string[] more) => Test(Build + code, more).RunAsync();

    /// <summary>All of Program.cs.</summary>
    public static Task SilentProgram(string code, params string[] more) => Test(code, more).RunAsync();

    public static Task Flags(string code, params string[] more) => FlagsProgram(Build + code, more);

    public static Task FlagsProgram(string code, params string[] more) => Expect(Test(code, more), DiagnosticSeverity.Warning).RunAsync();

    public static Task Informs(string code, params string[] more) => InformsProgram(Build + code, more);

    public static Task InformsProgram(string code, params string[] more) => Expect(Test(code, more), DiagnosticSeverity.Info).RunAsync();

    /// <summary>One expected finding per {|#n:…|} of the code.</summary>
    public static KkTest<EndpointAnalyzer> Expect(KkTest<EndpointAnalyzer> test, DiagnosticSeverity severity)
    {
        var text = string.Concat(test.TestState.Sources.Select(s => s.content.ToString()));
        for (var i = 0; text.Contains("{|#" + i + ":", StringComparison.Ordinal); i++)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4501", severity).WithLocation(i).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        }

        Xunit.Assert.NotEmpty(test.ExpectedDiagnostics);
        return test;
    }

}
