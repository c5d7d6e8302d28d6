using KkAnalyzers.Tests.Verifier.Toys;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Test = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixTest<KkAnalyzers.Tests.Verifier.Toys.TypeNameAnalyzer, KkAnalyzers.Tests.Verifier.Toys.UpperFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<KkAnalyzers.Tests.Verifier.Toys.TypeNameAnalyzer, KkAnalyzers.Tests.Verifier.Toys.UpperFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace KkAnalyzers.Tests.Verifier;

public class CodeFixTests
{
    private const string Two = "class [|one|] { } class [|two|] { }";
    private const string TwoFixed = "class One { } class Two { }";

    [Fact]
    public Task FixesOne() => Verify.VerifyCodeFixAsync("class [|one|] { }", "class One { }");

    [Fact]
    public Task FixesExplicit() => Verify.VerifyCodeFixAsync("class one { }", Verify.Diagnostic().WithSpan(1, 7, 1, 10).WithArguments("one"), "class One { }");

    [Fact]
    public Task FixesTwo() => new Test { TestCode = Two, FixedCode = TwoFixed, NumberOfIncrementalIterations = 2, NumberOfFixAllIterations = 1 }.RunAsync();

    [Fact]
    public Task VerifierNeedsNoFixedCode() => new Test { TestCode = Two }.RunAsync();

    [Fact]
    public Task WrongFixedCodeFails() => Failure.ContainsAsync(
        new Test { TestCode = "class [|one|] { }", FixedCode = "class Won { }" }, "Iterative code fix application", "content of '/0/Test0.cs' did not match", "-class Won { }", "+class One { }");

    [Fact]
    public Task FixedCodeThatDoesNotCompileFails() => Failure.ContainsAsync(
        new Test { TestCode = "class [|one|] { }", FixedCode = "class One { Missing f; }" }, "Context: Diagnostics of fixed state", "CS0246");

    [Fact]
    public Task FixedCodeWithADiagnosticFails() => Failure.ContainsAsync(
        new Test { TestCode = Two, FixedCode = "class One { } class two { }" }, "Context: Diagnostics of fixed state", "TOY001");

    [Theory]
    [InlineData(1, "found '2' iterations")]
    [InlineData(3, "found '2' iterations")]
    [InlineData(-1, "at most '1' iterations but found '2' iterations")]
    public Task WrongNumberOfIncrementalIterationsFails(int count, string problem) => Failure.ContainsAsync(
        new Test { TestCode = Two, FixedCode = TwoFixed, NumberOfIncrementalIterations = count }, "Iterative code fix application", problem);

    [Fact]
    public Task WrongNumberOfFixAllIterationsFails() => Failure.ContainsAsync(
        new Test { TestCode = Two, FixedCode = TwoFixed, NumberOfFixAllIterations = 2 }, "Fix all in document", "Expected '2' iterations but found '1' iterations");

    [Fact]
    public async Task TwoDocumentsTakeTwoFixAllInDocument()
    {
        var test = new Test
        {
            TestState = { Sources = { "class [|one|] { }", "class [|two|] { }" } },
            FixedState = { Sources = { "class One { }", "class Two { }" } },
        };
        await Failure.ContainsAsync(test, "Fix all in document", "Expected '1' iterations but found '2' iterations");
        test.NumberOfFixAllInDocumentIterations = 2;
        await test.RunAsync();
    }

    [Fact]
    public async Task TwoProjectsTakeTwoFixAllInProject()
    {
        var test = new Test
        {
            TestState = { Sources = { "class [|one|] { }" }, AdditionalProjects = { ["Other"] = { Sources = { "class [|two|] { }" } } } },
            FixedState = { Sources = { "class One { }" }, AdditionalProjects = { ["Other"] = { Sources = { "class Two { }" } } } },
            NumberOfFixAllInDocumentIterations = 2,
        };
        await Failure.ContainsAsync(test, "Fix all in project", "Expected '1' iterations but found '2' iterations");
        test.NumberOfFixAllInProjectIterations = 2;
        await test.RunAsync();
    }

    [Fact]
    public async Task NoFixIsOffered()
    {
        await CSharpCodeFixVerifier<TypeNameAnalyzer, NeverFix, DefaultVerifier>.VerifyCodeFixAsync("class [|one|] { }", "class [|one|] { }");
        await CSharpCodeFixVerifier<TypeNameAnalyzer, NeverFix, DefaultVerifier>.VerifyCodeFixAsync("class one { }", Verify.Diagnostic().WithLocation(1, 7), "class one { }");
    }

    [Fact]
    public Task FixWhereNoneIsExpectedFails() => Failure.ContainsAsync(new Test { TestCode = "class [|one|] { }", FixedCode = "class [|one|] { }" }, "-class one { }", "+class One { }");

    [Fact]
    public Task NoFixWhereOneIsExpectedFails() => Failure.ContainsAsync(
        new CSharpCodeFixTest<TypeNameAnalyzer, NeverFix, DefaultVerifier> { TestCode = "class [|one|] { }", FixedCode = "class One { }" }, "-class One { }", "+class one { }");

    [Fact]
    public Task FixThatChangesNothingFails() => Failure.ContainsAsync(
        new CSharpCodeFixTest<TypeNameAnalyzer, IdleFix, DefaultVerifier> { TestCode = "class [|one|] { }", FixedCode = "class [|one|] { }" }, "Expected '0' iterations but found '1' iterations");

    [Fact]
    public Task ChoosesByKey() => new Test { TestCode = "class [|one|] { }", FixedCode = "class Tone { }", CodeActionEquivalenceKey = "prefix" }.RunAsync();

    [Fact]
    public Task ChoosesInAGroup() => CSharpCodeFixVerifier<TypeNameAnalyzer, NestedFix, DefaultVerifier>.VerifyCodeFixAsync("class [|one|] { }", "class One { }");

    [Fact]
    public Task ChoosesByIndex() => new Test { TestCode = "class [|one|] { }", FixedCode = "class Tone { }", CodeActionIndex = 1 }.RunAsync();

    [Fact]
    public Task KeyAndIndexThatDifferFail() => Failure.ContainsAsync(
        new Test { TestCode = "class [|one|] { }", FixedCode = "class Tone { }", CodeActionIndex = 0, CodeActionEquivalenceKey = "prefix" }, "must be consistent");

    [Fact]
    public Task CodeActionVerifierIsCalled() => Failure.ContainsAsync(
        new Test { TestCode = "class [|one|] { }", FixedCode = "class One { }", CodeActionVerifier = (action, verifier) => verifier.Equal("Lower", action.Title) }, "expected:'Lower' actual:'Upper'");

    [Fact]
    public Task FixOne() => new Test
    {
        TestCode = Two,
        FixedState = { Sources = { "class One { } class [|two|] { }" }, MarkupHandling = MarkupMode.Allow },
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck,
    }.RunAsync();

    [Fact]
    public Task MarkupOfFixableDiagnosticsIsIgnoredInFixedCode() => Failure.ContainsAsync(
        new Test
        {
            TestCode = Two,
            FixedCode = "class One { } class [|two|] { }",
            CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck,
        },
        "Context: Diagnostics of fixed state",
        "expected \"0\" actual \"1\"");

    [Fact]
    public Task FixOneThatIsSelected() => new Test
    {
        TestCode = Two,
        FixedState = { Sources = { "class [|one|] { } class Two { }" }, MarkupHandling = MarkupMode.Allow },
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck,
        DiagnosticSelector = diagnostics => diagnostics[1],
    }.RunAsync();

    [Fact]
    public async Task BatchFixedCodeIsCompared()
    {
        await new Test { TestCode = Two, FixedCode = TwoFixed, BatchFixedCode = TwoFixed }.RunAsync();
        await Failure.ContainsAsync(new Test { TestCode = Two, FixedCode = TwoFixed, BatchFixedCode = "class One { }" }, "Fix all in document", "-class One { }");
        await new Test { TestCode = Two, FixedCode = TwoFixed, BatchFixedCode = "class One { }", CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck }.RunAsync();
    }

    [Fact]
    public async Task TreeThatItsTextDoesNotParseToFails()
    {
        static CSharpCodeFixTest<TypeNameAnalyzer, BadTreeFix, DefaultVerifier> Make() => new() { TestCode = "class [|one|] { } class B { }", FixedCode = "class A : B { } class B { }" };
        await Failure.ContainsAsync(Make(), "The syntax tree the code action made of 'Test0.cs' is not the one its text parses to", "BaseList");
        var test = Make();
        test.CodeActionValidationMode = CodeActionValidationMode.None;
        await test.RunAsync();
    }

    [Fact]
    public async Task AddsADocument()
    {
        static CSharpCodeFixTest<TypeNameAnalyzer, AddDocumentFix, DefaultVerifier> Make(params (string Filename, string Content)[] added)
        {
            var test = new CSharpCodeFixTest<TypeNameAnalyzer, AddDocumentFix, DefaultVerifier> { TestCode = "class [|one|] { }", FixedCode = "class One { }" };
            test.FixedState.Sources.AddRange(added.Select(file => (file.Filename, Microsoft.CodeAnalysis.Text.SourceText.From(file.Content))));
            return test;
        }

        await Make(("/0/Notes/Note.cs", "class Note { }")).RunAsync();
        await Failure.ContainsAsync(Make(), "has a source that is not expected: 'Notes/Note.cs'");
        await Failure.ContainsAsync(Make(("/0/Note.cs", "class Note { }")), "Expected the source '/0/Note.cs'");
        await Failure.ContainsAsync(Make(("/0/Notes/Note.cs", "class Other { }")), "content of '/0/Notes/Note.cs' did not match");
    }

    [Fact]
    public async Task ChangesAnAdditionalFile()
    {
        static CSharpCodeFixTest<TodoAnalyzer, TodoFix, DefaultVerifier> Make(string content) => new()
        {
            TestState = { Sources = { "class C { }" }, AdditionalFiles = { ("notes.txt", "[|TODO|]") } },
            FixedState = { AdditionalFiles = { ("notes.txt", content) } },
        };
        await Make("DONE").RunAsync();
        await Failure.ContainsAsync(Make("LATER"), "content of 'notes.txt' did not match", "-LATER", "+DONE");
    }

    [Fact]
    public async Task DiagnosticAtTheEndOfTheCompilationFails()
    {
        var test = new CSharpCodeFixTest<AtEndAnalyzer, UpperFix, DefaultVerifier> { TestCode = "class [|one|] { }", FixedCode = "class One { }" };
        await Failure.ContainsAsync(test, "non-local analyzer diagnostic");
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
        await test.RunAsync();
    }

    [Fact]
    public Task EmptyProviderAndAnalyzer() => new CSharpCodeFixTest<EmptyDiagnosticAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
    {
        TestCode = "class C { {|CS0246:Missing|} f; }",
        FixedCode = "class C { {|CS0246:Missing|} f; }",
    }.RunAsync();
}
