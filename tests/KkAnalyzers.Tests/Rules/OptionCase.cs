using KkAnalyzers.Rules.SecureDevelopment;
using KkAnalyzers.Testing;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The host of the tests of KK4405, KK4503, KK4504 and KK4505: an application that sets itself up.</summary>
internal static class OptionCase
{
    private const string Usings = """
        global using System;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Authentication;
        global using Microsoft.AspNetCore.Authentication.Cookies;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Identity;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.IdentityModel.Tokens;
        """;

    private static (string Path, SourceText Text)[] Sources =>
    [
        ("/0/Usings.cs", SourceText.From(Usings)),
        ("/0/Tokens.cs", SourceText.From("#nullable disable\n" + TokenStubs.IdentityModel)),
        ("/0/Classic.cs", SourceText.From("#nullable disable\n" + TokenStubs.ClassicIdentity)),
        ("/0/Grpc.cs", SourceText.From("#nullable disable\n" + TokenStubs.Grpc)),
    ];

    /// <summary>A statement in the method that sets the application up; further types can stand behind it.</summary>
    public static KkTest<UnsafeSettingsAnalyzer> Setup(string statement, string code = "") => Code(Body(statement, code));

    public static KkTest<UnsafeSettingsAnalyzer> Code(string code)
    {
        var test = KkVerifier<UnsafeSettingsAnalyzer>.Test("#define DEBUG\n#nullable disable\n" + code);
        test.TestState.Sources.AddRange(Sources);
        return test;
    }

    /// <summary>One finding at <c>{|#0:…|}</c> that is information.</summary>
    public static Task Information(string rule, KkTest<UnsafeSettingsAnalyzer> test)
    {
        test.ExpectedDiagnostics.Add(new DiagnosticResult(rule, DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    public static Task Fix<TFix>(string before, string after)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<UnsafeSettingsAnalyzer, TFix, DefaultVerifier>
        {
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            TestCode = Body(before, ""),
            FixedCode = Body(after, ""),
        };
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        test.TestState.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        test.TestState.Sources.AddRange(Sources);
        test.FixedState.Sources.AddRange(Sources);
        return test.RunAsync();
    }

    private static string Body(string statement, string code) => $$"""
        class Startup
        {
            void Configure(IServiceCollection services, IHostEnvironment env, IConfiguration config, HttpContext context, string token)
            {
                {{statement}}
            }
        }
        {{code}}
        """;
}
