using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.Access;
using KkAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

public class KK4501CodeFixTests
{
    private const string Data = "public class CareDb { public string Find(int id) => \"\"; }\n";

    [Fact]
    public Task Authorize_on_the_action_with_a_using() => Fix(
        """
        using Microsoft.AspNetCore.Mvc;

        public static class Program { public static void Main(string[] args) => Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build(); }

        public class DossiersController(CareDb db) : ControllerBase
        {
            // A dossier.
            [HttpGet("d/{id}")]
            public string [|Get|](int id) => db.Find(id);
        }
        """,
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        public static class Program { public static void Main(string[] args) => Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build(); }

        public class DossiersController(CareDb db) : ControllerBase
        {
            // A dossier.
            [Authorize]
            [HttpGet("d/{id}")]
            public string Get(int id) => db.Find(id);
        }
        """);

    [Fact]
    public Task Authorize_on_the_controller_and_on_another_all_at_once() => Fix(
        """
        // Care.
        using System;
        using Microsoft.AspNetCore.Mvc;

        public static class Program { public static void Main(string[] args) => Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build(); }

        public class {|#0:DossiersController|}(CareDb db) : ControllerBase
        {
            [HttpGet("d/{id}")] public string Get(int id) => db.Find(id);
            [HttpGet("e/{id}")] public string Edit(int id) => db.Find(id);
        }

        public class PlansController(CareDb db) : ControllerBase
        {
            [HttpGet("p/{id}")] public string {|#1:Get|}(int id) => db.Find(id);
        }
        """,
        """
        // Care.
        using System;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        public static class Program { public static void Main(string[] args) => Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build(); }

        [Authorize]
        public class DossiersController(CareDb db) : ControllerBase
        {
            [HttpGet("d/{id}")] public string Get(int id) => db.Find(id);
            [HttpGet("e/{id}")] public string Edit(int id) => db.Find(id);
        }

        public class PlansController(CareDb db) : ControllerBase
        {
            [Authorize]
            [HttpGet("p/{id}")] public string Get(int id) => db.Find(id);
        }
        """,
        2);

    [Fact]
    public Task RequireAuthorization_behind_the_mapping() => Fix(
        """
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.CreateBuilder(args).Build();
        app.[|MapGet|]("/dossiers/{id}", (int id, CareDb db) => db.Find(id));
        app.MapGroup("/plans").[|MapPost|]("/", (CareDb db) => db.Find(1)); // here
        app.Run();
        """,
        """
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/dossiers/{id}", (int id, CareDb db) => db.Find(id)).RequireAuthorization();
        app.MapGroup("/plans").MapPost("/", (CareDb db) => db.Find(1)).RequireAuthorization(); // here
        app.Run();
        """);

    [Fact]
    public Task No_fix_where_a_demand_is_undone() => Fix(
        """
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/dossiers/{id}", (int id, CareDb db) => db.Find(id)).{|#0:RequireAuthorization|}().AllowAnonymous();
        app.Run();
        """,
        null,
        1);

    private static Task Fix(string code, string? fixedCode, int located = 0)
    {
        var test = new CSharpCodeFixTest<EndpointAnalyzer, KK4501CodeFix, DefaultVerifier>
        {
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestCode = code,
            // Findings of the end of the compilation have no tree of their own.
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        test.TestState.Sources.Add(("/0/Data.cs", Data));
        test.FixedState.Sources.Add(fixedCode ?? code.Replace("{|#0:", "").Replace("|}", ""));
        test.FixedState.Sources.Add(("/0/Data.cs", Data));
        for (var i = 0; i < located; i++)
        {
            var expected = new DiagnosticResult("KK4501", DiagnosticSeverity.Warning).WithLocation(i).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
            test.TestState.ExpectedDiagnostics.Add(expected);
        }

        if (fixedCode is null)
        {
            // Nothing changes, so the finding stays.
            test.FixedState.Sources.Clear();
            test.FixedState.Sources.Add(code);
            test.FixedState.Sources.Add(("/0/Data.cs", Data));
            test.FixedState.ExpectedDiagnostics.AddRange(test.TestState.ExpectedDiagnostics);
        }

        return test.RunAsync();
    }
}
