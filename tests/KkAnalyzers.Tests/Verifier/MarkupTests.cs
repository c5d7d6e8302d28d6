using System.Collections.Immutable;
using KkAnalyzers.Tests.Verifier.Toys;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Tests.Verifier;

public class MarkupTests
{
    [Fact]
    public void ReadsAllKinds()
    {
        TestFileMarkupParser.GetPositionsAndSpans("a$$[|b{|X1:c{|#0:d|}e|}[||]|]", out var output, out var positions, out var spans);
        Assert.Equal("abcde", output);
        Assert.Equal([1], positions.ToArray());
        Assert.Equal([new TextSpan(1, 4), new TextSpan(5, 0)], spans[string.Empty].ToArray());
        Assert.Equal([new TextSpan(2, 3)], spans["X1"].ToArray());
        Assert.Equal([new TextSpan(3, 1)], spans["#0"].ToArray());
    }

    [Fact]
    public void LeavesCodeAlone()
    {
        const string Code = "var a = x switch { { A: 1 } => b || c[d] | e, _ => $\"{f}\" };";
        TestFileMarkupParser.GetPositionsAndSpans(Code, out var output, out var positions, out var spans);
        Assert.Equal(Code, output);
        Assert.Empty(positions);
        Assert.Empty(spans);
    }

    [Theory]
    [InlineData("a |] b", "'|]' without matching")]
    [InlineData("a [| b", "'[|' without matching")]
    [InlineData("a {|X1: b", "'{|X1:' without matching")]
    [InlineData("a |} b", "'|}' without matching")]
    public void BadMarkupFails(string input, string problem)
    {
        var exception = Assert.Throws<ArgumentException>(() => TestFileMarkupParser.GetSpans(input, out _, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task BadMarkupFailsTheTest() => Assert.ThrowsAsync<ArgumentException>(
        () => CSharpAnalyzerVerifier<TypeNameAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("class [|C { }"));

    [Fact]
    public Task AmbiguousMarkupFails() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<TwoRulesAnalyzer, DefaultVerifier> { TestCode = "class C { int [|a|]; }" },
        "Markup syntax can only omit the diagnostic ID if the first analyzer only supports a single diagnostic");

    [Fact]
    public Task FirstDescriptorCanBeMeant() => new CSharpAnalyzerTest<TwoRulesAnalyzer, DefaultVerifier>
    {
        TestCode = "class C { int [|a|]; void {|TOY003:m|}() { } }",
        MarkupOptions = MarkupOptions.UseFirstDescriptor,
    }.RunAsync();

    [Fact]
    public Task SameKeyTwiceFails() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier> { TestCode = "class {|#0:A|} { } class {|#0:B|} { }" }, "multiple markup locations with key '#0'");

    [Fact]
    public Task UnknownKeyFails() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier> { TestCode = "class A { }", ExpectedDiagnostics = { new DiagnosticResult(ToyRules.TypeName).WithLocation(3) } },
        "The markup location '#3' was not found in the input.");

    [Fact]
    public Task PositionsCanBeCode() => new CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier>
    {
        TestCode = "class [|loud|] { const int A = 1; string s = $$\"\"\"{{{A}}}\"\"\"; }",
        MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode,
    }.RunAsync();

    [Fact]
    public Task MarkupCanBeIgnored() => new CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier>
    {
        TestState = { Sources = { "class [|Quiet|] { }" }, MarkupHandling = MarkupMode.Ignore },
    }.RunAsync();
}
