using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// A test of code fixes: verifies the diagnostics of <see cref="AnalyzerTest{TVerifier}.TestState"/> and of
/// <see cref="FixedState"/>, then fixes one diagnostic after the other and compares the files with <see cref="FixedState"/>,
/// and fixes all in a document, in a project and in the solution and compares the files with <see cref="BatchFixedState"/>.
/// </summary>
/// <inheritdoc cref="AnalyzerTest{TVerifier}" path="/remarks"/>
public abstract partial class CodeFixTest<TVerifier> : CodeActionTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>Makes a test.</summary>
    protected CodeFixTest()
    {
        FixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
        BatchFixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
    }

    /// <summary>Adds the only, or the first, fixed source. The source of the test means that no fix is offered.</summary>
    [StringSyntax("c#-test")]
    public string FixedCode
    {
        set
        {
            if (value is not null)
            {
                FixedState.Sources.Add(value);
            }
        }
    }

    /// <summary>Adds the only, or the first, source as fix all makes it, if it differs from <see cref="FixedCode"/>.</summary>
    [StringSyntax("c#-test")]
    public string BatchFixedCode
    {
        set
        {
            if (value is not null)
            {
                BatchFixedState.Sources.Add(value);
            }
        }
    }

    /// <summary>What fixing one diagnostic after the other makes.</summary>
    public SolutionState FixedState { get; }

    /// <summary>What fix all makes; by default <see cref="FixedState"/>.</summary>
    public SolutionState BatchFixedState { get; }

    /// <summary>Which automatic checks are left out.</summary>
    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    /// <summary>
    /// How many times a single fix is applied: a number, or a negative number for at most that many. Null for none if the fixed
    /// state is the test state, else at most once for each expected diagnostic that has a fix.
    /// </summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>
    /// How many times fix all is applied: a number, or a negative number for at most that many. Null for none if the fixed state
    /// is the test state, else once.
    /// </summary>
    public int? NumberOfFixAllIterations { get; set; }

    /// <summary>The same for fix all in a document, which takes one iteration for each document with a diagnostic; null for <see cref="NumberOfFixAllIterations"/>.</summary>
    public int? NumberOfFixAllInDocumentIterations { get; set; }

    /// <summary>The same for fix all in a project; null for <see cref="NumberOfFixAllIterations"/>.</summary>
    public int? NumberOfFixAllInProjectIterations { get; set; }

    /// <summary>Chooses the diagnostic that is fixed with <see cref="CodeFixTestBehaviors.FixOne"/>; null for the first.</summary>
    public Func<ImmutableArray<Diagnostic>, Diagnostic?>? DiagnosticSelector { get; set; }

    /// <summary>The code fix providers.</summary>
    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    /// <inheritdoc/>
    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var fixableDiagnostics = GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds).Distinct().ToImmutableArray();
        var isFixExpected = CodeActionExpected(FixedState) || CodeActionExpected(BatchFixedState);
        var rawTestState = TestState.WithInheritedValuesApplied(null, fixableDiagnostics);
        var rawFixedState = FixedState.WithInheritedValuesApplied(rawTestState, fixableDiagnostics);
        var rawBatchFixedState = BatchFixedState.WithInheritedValuesApplied(rawFixedState, fixableDiagnostics);
        var testState = ProcessMarkup(rawTestState, fixableDiagnostics);
        await VerifyStateAsync(testState, "Diagnostics of test state", cancellationToken).ConfigureAwait(false);
        if (!isFixExpected)
        {
            return;
        }

        var fixedState = ProcessMarkup(rawFixedState, fixableDiagnostics);
        await VerifyStateAsync(fixedState, "Diagnostics of fixed state", cancellationToken).ConfigureAwait(false);
        var batchFixedState = ProcessMarkup(rawBatchFixedState, fixableDiagnostics);
        if (CodeActionExpected(BatchFixedState))
        {
            await VerifyStateAsync(batchFixedState, "Diagnostics of batch fixed state", cancellationToken).ConfigureAwait(false);
        }

        await VerifyFixAsync(testState, fixedState, batchFixedState, cancellationToken).ConfigureAwait(false);
    }
}
