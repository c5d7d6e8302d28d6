using KkAnalyzers.Tests.Verifier.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Test = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerTest<KkAnalyzers.Tests.Verifier.Toys.TypeNameAnalyzer, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace KkAnalyzers.Tests.Verifier;

public class SetupTests
{
    [Fact]
    public Task NothingToAnalyzeFails() => Failure.ContainsAsync(new Test(), "neither sources nor other files");

    [Fact]
    public Task SourceGeneratorFails() => Failure.ContainsAsync(new GeneratorTest { TestCode = "class C { }" }, "source generators");

    [Fact]
    public async Task SolutionTransformIsApplied()
    {
        const string Source = "class C { void M() { string s = null; s.ToString(); } }";
        await new Test { TestCode = Source, CompilerDiagnostics = CompilerDiagnostics.Warnings }.RunAsync();
        await new Test
        {
            TestCode = Source,
            CompilerDiagnostics = CompilerDiagnostics.Warnings,
            ExpectedDiagnostics = { DiagnosticResult.CompilerWarning("CS8600").WithSpan(1, 33, 1, 37), DiagnosticResult.CompilerWarning("CS8602").WithLocation(1, 39) },
            SolutionTransforms =
            {
                (solution, id) => solution.WithProjectCompilationOptions(id, ((CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!).WithNullableContextOptions(NullableContextOptions.Enable)),
            },
        }.RunAsync();
    }

    [Fact]
    public async Task OptionsTransformIsCalled()
    {
        var calls = 0;
        var test = new Test { TestCode = "class C { }" };
        test.OptionsTransforms.Add(options =>
        {
            calls++;
            return options.WithChangedOption(Microsoft.CodeAnalysis.Formatting.FormattingOptions.IndentationSize, LanguageNames.CSharp, 2);
        });
        await test.RunAsync();
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task SourcesHaveTheirDefaultPaths()
    {
        var test = new Test { TestState = { Sources = { "class A { }", ("/0/Folder/Own.cs", "class B { }"), "class C { }" } } };
        Assert.Equal(["/0/Test0.cs", "/0/Folder/Own.cs", "/0/Test2.cs"], test.TestState.Sources.Select(file => file.filename));
        await test.RunAsync();
    }

    [Fact]
    public async Task ManyDiagnosticsInAnyOrder()
    {
        var names = Enumerable.Range(0, 60).Select(number => $"type{number:D2}").ToList();
        var test = new Test { TestCode = string.Join("\n", names.Select(name => $"class {name} {{ }}")) };
        test.ExpectedDiagnostics.AddRange(names.Select((name, line) => new DiagnosticResult(ToyRules.TypeName).WithLocation(line + 1, 7).WithArguments(name)).Reverse());
        await test.RunAsync();
    }

    private sealed class GeneratorTest : Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier>
    {
        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(GeneratorTest)];
    }
}
