using KkAnalyzers.Tests.Verifier.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Test = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerTest<KkAnalyzers.Tests.Verifier.Toys.TypeNameAnalyzer, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<KkAnalyzers.Tests.Verifier.Toys.TypeNameAnalyzer, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace KkAnalyzers.Tests.Verifier;

public class DiagnosticTests
{
    [Fact]
    public Task Quiet() => Verify.VerifyAnalyzerAsync("class Quiet { }");

    [Fact]
    public Task ExpectedByMarkup() => Verify.VerifyAnalyzerAsync("class [|loud|] { }");

    [Fact]
    public Task ExpectedById() => Verify.VerifyAnalyzerAsync("class {|TOY001:loud|} { }");

    [Fact]
    public Task ExpectedInFull() => Verify.VerifyAnalyzerAsync(
        "class {|#0:loud|} { } class {|#1:two|} { } class third { }",
        Verify.Diagnostic().WithLocation(0).WithArguments("loud"),
        Verify.Diagnostic("TOY001").WithLocation(1).WithMessage("Type name 'two' starts in lower case"),
        Verify.Diagnostic(ToyRules.TypeName).WithSpan(1, 36, 1, 41).WithSeverity(DiagnosticSeverity.Warning));

    [Fact]
    public Task ExpectedAtItsStart() => Verify.VerifyAnalyzerAsync("class $$loud { } class other { }", Verify.Diagnostic().WithLocation(1, 22));

    [Fact]
    public Task ExpectedCompilerError() => Verify.VerifyAnalyzerAsync(
        "class C { {|CS0246:Missing|} f; Other g; }",
        DiagnosticResult.CompilerError("CS0246").WithSpan(1, 22, 1, 27).WithArguments("Other"));

    [Fact]
    public Task MissingDiagnosticFails() => Failure.ContainsAsync(
        new Test { TestCode = "class [|Quiet|] { }" },
        "expected \"1\" actual \"0\"",
        "Expected but not reported:",
        "new DiagnosticResult(\"TOY001\", DiagnosticSeverity.Warning).WithSpan(1, 7, 1, 12)");

    [Fact]
    public Task ExtraDiagnosticFails() => Failure.ContainsAsync(
        new Test { TestCode = "class loud { }" },
        "expected \"0\" actual \"1\"",
        "Reported but not expected:",
        "// /0/Test0.cs(1,7): warning TOY001: Type name 'loud' starts in lower case",
        "new DiagnosticResult(\"TOY001\", DiagnosticSeverity.Warning).WithSpan(1, 7, 1, 11).WithArguments(\"loud\"),");

    [Theory]
    [InlineData("class l[|oud|] { }", "to start at line 1 column 8 was actually at line 1 column 7")]
    [InlineData("class [|loud |]{ }", "to end at line 1 column 12 was actually at line 1 column 11")]
    public Task WrongSpanFails(string source, string difference) => Failure.ContainsAsync(new Test { TestCode = source }, difference, "Expected diagnostic:", "Actual diagnostic:");

    [Fact]
    public Task WrongFileFails() => Failure.ContainsAsync(
        new Test { TestState = { Sources = { "class A { }", "class loud { }" }, ExpectedDiagnostics = { Verify.Diagnostic().WithSpan("/0/Test0.cs", 1, 7, 1, 11) } } },
        "to be in file \"/0/Test0.cs\" was actually in file \"/0/Test1.cs\"");

    [Fact]
    public Task WrongIdFails() => Failure.ContainsAsync(new Test { TestCode = "class {|TOY999:loud|} { }" }, "diagnostic id to be \"TOY999\" was \"TOY001\"");

    [Fact]
    public Task WrongSeverityFails() => Failure.ContainsAsync(
        new Test { TestCode = "class {|#0:loud|} { }", ExpectedDiagnostics = { Verify.Diagnostic().WithLocation(0).WithSeverity(DiagnosticSeverity.Error) } },
        "severity to be \"Error\" was \"Warning\"");

    [Fact]
    public Task IgnoredSeverityPasses() => Verify.VerifyAnalyzerAsync(
        "class {|#0:loud|} { }",
        Verify.Diagnostic().WithLocation(0).WithSeverity(DiagnosticSeverity.Error).WithOptions(DiagnosticOptions.IgnoreSeverity));

    [Fact]
    public Task WrongMessageFails() => Failure.ContainsAsync(
        new Test { TestCode = "class {|#0:loud|} { }", ExpectedDiagnostics = { Verify.Diagnostic().WithLocation(0).WithMessage("another") } },
        "message to be \"another\" was \"Type name 'loud' starts in lower case\"");

    [Fact]
    public Task WrongArgumentsFail() => Failure.ContainsAsync(
        new Test { TestCode = "class {|#0:loud|} { }", ExpectedDiagnostics = { new DiagnosticResult("TOY001", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("another") } },
        "message arguments to be [another] was [loud]");

    [Fact]
    public Task CompilerErrorFails() => Failure.ContainsAsync(
        new Test { TestCode = "class C { Missing f; }" },
        "DiagnosticResult.CompilerError(\"CS0246\").WithSpan(1, 11, 1, 18).WithArguments(\"Missing\")");

    [Fact]
    public async Task CompilerWarningsAreExpectedOnlyIfAskedFor()
    {
        const string Source = "class C { int f; }";
        await new Test { TestCode = Source }.RunAsync();
        await Failure.ContainsAsync(new Test { TestCode = Source, CompilerDiagnostics = CompilerDiagnostics.Warnings }, "CS0169");
        await new Test { TestCode = Source, CompilerDiagnostics = CompilerDiagnostics.Warnings, DisabledDiagnostics = { "CS0169" } }.RunAsync();
        await new Test { TestCode = "class C { Missing f; }", CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();
    }

    [Fact]
    public Task ThrowingAnalyzerFails() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<ThrowingAnalyzer, DefaultVerifier> { TestCode = "class C { }" }, "AD0001", "thrown by a toy", nameof(NotSupportedException));

    [Fact]
    public Task ThrowingAnalyzerFailsThoughAD0001IsDisabled() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<ThrowingAnalyzer, DefaultVerifier> { TestCode = "class C { }", DisabledDiagnostics = { "AD0001" } }, "thrown by a toy");

    [Fact]
    public Task RuleThatIsOffByDefaultIsOn() => CSharpAnalyzerVerifier<OffAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("class [|C|] { }");

    [Fact]
    public Task RuleThatIsOffByDefaultFails() => Failure.ContainsAsync(new CSharpAnalyzerTest<OffAnalyzer, DefaultVerifier> { TestCode = "class C { }" }, "TOY004");

    [Fact]
    public Task NoLocation() => CSharpAnalyzerVerifier<NoPlaceAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(
        "class A { } class B { }", CSharpAnalyzerVerifier<NoPlaceAnalyzer, DefaultVerifier>.Diagnostic().WithNoLocation().WithArguments(2));

    [Fact]
    public Task LocationWhereThereIsNoneFails() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<NoPlaceAnalyzer, DefaultVerifier> { TestCode = "class [|A|] { }" }, "to have a location, but it has none");

    [Fact]
    public Task NoLocationWhereThereIsOneFails() => Failure.ContainsAsync(
        new Test { TestCode = "class loud { }", ExpectedDiagnostics = { Verify.Diagnostic() } }, "Expected a project diagnostic with no location");

    [Fact]
    public async Task AdditionalLocations()
    {
        const string Source = "partial class {|#0:A|} { } partial class {|#1:A|} { }";
        var expected = new DiagnosticResult(ToyRules.Partial).WithLocation(0).WithArguments("A");
        await new CSharpAnalyzerTest<PartialAnalyzer, DefaultVerifier> { TestCode = Source, ExpectedDiagnostics = { expected.WithLocation(1) } }.RunAsync();
        await new CSharpAnalyzerTest<PartialAnalyzer, DefaultVerifier> { TestCode = Source, ExpectedDiagnostics = { expected.WithOptions(DiagnosticOptions.IgnoreAdditionalLocations) } }.RunAsync();
        await Failure.ContainsAsync(
            new CSharpAnalyzerTest<PartialAnalyzer, DefaultVerifier> { TestCode = Source, ExpectedDiagnostics = { expected } }, "Expected 0 additional locations but got 1");
        await Failure.ContainsAsync(
            new CSharpAnalyzerTest<PartialAnalyzer, DefaultVerifier> { TestCode = Source, ExpectedDiagnostics = { expected.WithLocation(0) } }, "additional diagnostic location to start at");
    }

    [Fact]
    public Task GeneratedCodeThatIsReportedFails() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<GeneratedCodeAnalyzer, DefaultVerifier> { TestCode = "class [|loud|] { }" }, "Context: Verifying exclusions in <auto-generated> code", "(2,7)");

    [Fact]
    public Task GeneratedCodeCheckCanBeSkipped() => new CSharpAnalyzerTest<GeneratedCodeAnalyzer, DefaultVerifier>
    {
        TestCode = "class [|loud|] { }",
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck,
    }.RunAsync();

    [Fact]
    public Task DiagnosticVerifierIsCalled() => Failure.ContainsAsync(
        new Test { TestCode = "class [|loud|] { }", DiagnosticVerifier = (actual, _, verifier) => verifier.Fail("looked at " + actual.Id) }, "looked at TOY001");

    [Fact]
    public void ShortFormNeedsOneRule()
        => Assert.Throws<InvalidOperationException>(() => CSharpAnalyzerVerifier<TwoRulesAnalyzer, DefaultVerifier>.Diagnostic());
}
