using KkAnalyzers.Testing;
using KkAnalyzers.Tests.Verifier.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Verifier;

public class FilesTests
{
    private const string EditorConfig = "root = true\n[*.cs]\ntoy_key = tree\n";
    private const string GlobalConfig = "is_global = true\nbuild_property.ToyName = global\n";

    [Fact]
    public Task AdditionalFile() => new CSharpAnalyzerTest<TodoAnalyzer, DefaultVerifier>
    {
        TestState = { Sources = { "class C { }" }, AdditionalFiles = { ("folder/notes.txt", "one\nand [|TODO|]") } },
    }.RunAsync();

    [Fact]
    public Task AdditionalFileFails() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<TodoAnalyzer, DefaultVerifier> { TestState = { Sources = { "class C { }" }, AdditionalFiles = { ("notes.txt", "TODO") } } },
        "new DiagnosticResult(\"TOY005\", DiagnosticSeverity.Warning).WithSpan(\"notes.txt\", 1, 1, 1, 5)");

    [Fact]
    public Task OptionsOfConfigFiles() => OptionTest("build_property.toyname=global,toy_key=tree;build_property.toyname=global", ("/.editorconfig", EditorConfig), ("/.globalconfig", GlobalConfig)).RunAsync();

    [Fact]
    public Task OptionsOfNoConfigFiles() => OptionTest(";").RunAsync();

    [Fact]
    public Task OtherOptionsFail() => Failure.ContainsAsync(OptionTest("toy_key=other;", ("/.editorconfig", EditorConfig)), "toy_key=tree;");

    [Theory]
    [InlineData("/.editorconfig", "[*.cs]\ndotnet_diagnostic.TOY004.severity = none\n")]
    [InlineData("/.globalconfig", "is_global = true\ndotnet_diagnostic.TOY004.severity = none\n")]
    public Task ConfigFileTurnsARuleOff(string path, string content) => new CSharpAnalyzerTest<OffAnalyzer, DefaultVerifier>
    {
        TestState = { Sources = { "class C { }" }, AnalyzerConfigFiles = { (path, content) } },
    }.RunAsync();

    [Fact]
    public Task ConfigFileWithoutARootFails() => Failure.ContainsAsync(OptionTest("toy_key=tree;", (".editorconfig", EditorConfig)), "'.editorconfig' would apply to no file");

    [Fact]
    public Task ConfigFileChangesTheSeverity() => new CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class {|#0:loud|} { }" },
            AnalyzerConfigFiles = { ("/.editorconfig", "[*.cs]\ndotnet_diagnostic.TOY001.severity = error\n") },
            ExpectedDiagnostics = { new DiagnosticResult(ToyRules.TypeName).WithLocation(0).WithArguments("loud").WithSeverity(DiagnosticSeverity.Error) },
        },
    }.RunAsync();

    [Fact]
    public Task AnotherProject() => new CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class [|loud|] : Base { }" },
            AdditionalProjects = { ["Library"] = { Sources = { "public class Base { } class [|other|] { }" } } },
            AdditionalProjectReferences = { "Library" },
        },
    }.RunAsync();

    [Fact]
    public Task AnotherProjectThatIsMissingFails() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier> { TestState = { Sources = { "class A { }" }, AdditionalProjectReferences = { "Library" } } }, "'Library'");

    [Fact]
    public Task Executable() => new CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier>
    {
        TestState = { Sources = { "System.Console.WriteLine(); class [|loud|] { }" }, OutputKind = OutputKind.ConsoleApplication },
    }.RunAsync();

    [Fact]
    public async Task AspNetCoreReferences()
    {
        const string Source = "class A { Microsoft.AspNetCore.Http.HttpContext? c; Xunit.FactAttribute? f; }";
        var test = new CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier> { TestState = { Sources = { "#nullable enable\n" + Source }, AdditionalReferences = { typeof(FactAttribute).Assembly } } };
        await Failure.ContainsAsync(test, "CS0234");
        test.TestState.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        await test.RunAsync();
    }

    [Fact]
    public async Task FrameworksAreTheInstalledOne()
    {
        var references = await ReferenceAssemblies.Net.Net80.ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        Assert.Contains(references, reference => Path.GetFileName(reference.Display) == "System.Runtime.dll");
        Assert.Equal<MetadataReference>(references.AsEnumerable(), (await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None)).AsEnumerable(), ReferenceEqualityComparer.Instance);
        Assert.NotEqual(ReferenceAssemblies.Net.Net80, ReferenceAssemblies.Net.Net100);
    }

    [Fact]
    public async Task PackageThatIsNotRestoredFails()
    {
        var references = ReferenceAssemblies.Net.Net100.AddPackages([new PackageIdentity("No.Such.Package", "1.0.0")]);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => references.ResolveAsync(LanguageNames.CSharp, CancellationToken.None));
        Assert.Contains("No.Such.Package 1.0.0", exception.Message, StringComparison.Ordinal);
    }

    private static CSharpAnalyzerTest<OptionAnalyzer, DefaultVerifier> OptionTest(string expected, params (string Path, string Content)[] files)
    {
        var test = new CSharpAnalyzerTest<OptionAnalyzer, DefaultVerifier>
        {
            TestCode = "class C { }",
            ExpectedDiagnostics = { new DiagnosticResult(ToyRules.Option).WithSpan(1, 1, 1, 1).WithArguments(expected) },

            // At the start of a file no '#pragma' comes before the diagnostic.
            TestBehaviors = TestBehaviors.SkipSuppressionCheck,
        };
        foreach (var file in files)
        {
            test.TestState.AnalyzerConfigFiles.Add(file);
        }

        return test;
    }
}
