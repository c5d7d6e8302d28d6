using System.Collections.Immutable;
using KkAnalyzers.Tests.Verifier.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Verifier;

public class SuppressionTests
{
    private const string Source = "#pragma warning disable TOY001\nclass {|#0:loud|} { }";
    private static readonly DiagnosticResult Expected = new DiagnosticResult(ToyRules.TypeName).WithLocation(0).WithArguments("loud");

    [Fact]
    public Task SuppressedIsNotReported() => CSharpAnalyzerVerifier<TypeNameAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(Source);

    [Fact]
    public Task SuppressedIsExpected() => new SuppressedTest { TestCode = Source, ExpectedDiagnostics = { Expected.WithIsSuppressed(true) } }.RunAsync();

    [Fact]
    public Task OtherSuppressionFails() => Failure.ContainsAsync(
        new SuppressedTest { TestCode = Source, ExpectedDiagnostics = { Expected.WithIsSuppressed(false) } }, "suppression state to be \"False\" was \"True\"");

    [Fact]
    public Task DiagnosticThatNoPragmaSuppressesFails() => Failure.ContainsAsync(
        new CSharpAnalyzerTest<OptionAnalyzer, DefaultVerifier> { TestCode = "[||]class C { }" }, "Context: Verifying exclusions in #pragma warning disable code", "TOY006");

    private sealed class SuppressedTest : CSharpAnalyzerTest<TypeNameAnalyzer, DefaultVerifier>
    {
        protected override CompilationWithAnalyzers CreateCompilationWithAnalyzers(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options, CancellationToken cancellationToken)
            => compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));
    }
}
