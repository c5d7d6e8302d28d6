using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Testing.Model;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// A test of analyzers: compiles <see cref="TestState"/>, runs the analyzers and compares the diagnostics with the expected ones.
/// </summary>
/// <remarks>
/// As in the real library a test also proves, unless <see cref="TestBehaviors"/> leaves it out, that the diagnostics go away in
/// sources that start with <c>// &lt;auto-generated/&gt;</c> or with <c>#pragma warning disable</c>; here those two checks look at
/// the diagnostics of the analyzers alone. What differs from the real library: source generators are not run and
/// <see cref="ProjectState.GeneratedSources"/> are compiled as they are; an exception of an analyzer fails a test even if it
/// expects AD0001; <see cref="ReferenceAssemblies"/> are those installed.
/// </remarks>
public abstract partial class AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>Makes a test.</summary>
    protected AnalyzerTest()
    {
        TestState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
    }

    /// <summary>The language of the sources.</summary>
    public abstract string Language { get; }

    /// <summary>Adds the only, or the first, source.</summary>
    [StringSyntax("c#-test")]
    public string TestCode
    {
        set
        {
            if (value is not null)
            {
                TestState.Sources.Add(value);
            }
        }
    }

    /// <summary>What is analyzed.</summary>
    public SolutionState TestState { get; }

    /// <summary>The diagnostics expected in <see cref="TestState"/>, besides those of markup.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    /// <summary>Which diagnostics of the compiler have to be expected.</summary>
    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    /// <summary>Diagnostics that are turned off.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    /// <summary>How markup is read.</summary>
    public MarkupOptions MarkupOptions { get; set; }

    /// <summary>Which automatic checks are left out.</summary>
    public TestBehaviors TestBehaviors { get; set; }

    /// <summary>The framework.</summary>
    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Default;

    /// <summary>Changes of the workspace's options.</summary>
    public List<Func<OptionSet, OptionSet>> OptionsTransforms { get; } = [];

    /// <summary>Changes of the solution; the id is that of the primary project.</summary>
    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    /// <summary>Looks at each diagnostic that was expected.</summary>
    public Action<Diagnostic, DiagnosticResult, IVerifier>? DiagnosticVerifier { get; set; }

    /// <summary>In the real library how long diagnostics are paired; here pairing is never slow.</summary>
    public TimeSpan MatchDiagnosticsTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>What the names of the sources start with.</summary>
    protected virtual string DefaultFilePathPrefix => "/0/Test";

    /// <summary>The name of the primary project.</summary>
    protected virtual string DefaultTestProjectName => "TestProject";

    /// <summary>The name of the first source.</summary>
    protected virtual string DefaultFilePath => $"{DefaultFilePathPrefix}0.{DefaultFileExt}";

    /// <summary>What the names of the sources end with.</summary>
    protected abstract string DefaultFileExt { get; }

    /// <summary>The verifier without context.</summary>
    protected static TVerifier Verify { get; } = new();

    /// <summary>Runs the test.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        Verify.LanguageIsSupported(Language);
        Verify.True(TestState.HasAnyContent, $"{nameof(TestState)} has neither sources nor other files.");
        await RunImplAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the test.</summary>
    protected virtual async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var testState = ProcessMarkup(TestState.WithInheritedValuesApplied(null, []), []);
        await VerifyStateAsync(testState, "Diagnostics of test state", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The analyzers.</summary>
    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    /// <summary>Source generators, which are not run here.</summary>
    protected virtual IEnumerable<Type> GetSourceGenerators() => [];

    /// <summary>The options of the compiler.</summary>
    protected abstract CompilationOptions CreateCompilationOptions();

    /// <summary>The options of the parser.</summary>
    protected abstract ParseOptions CreateParseOptions();

    /// <summary>The diagnostic that markup without an id means.</summary>
    protected internal virtual DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers)
    {
        if (MarkupOptions.HasFlag(MarkupOptions.UseFirstDescriptor))
        {
            return analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).FirstOrDefault();
        }

        return analyzers is [var first, ..] && first.SupportedDiagnostics is [var only] ? only : null;
    }

    private protected SolutionState ProcessMarkup(SolutionState state, ImmutableArray<string> fixableDiagnostics)
    {
        var analyzers = GetDiagnosticAnalyzers().ToArray();
        return state.WithProcessedMarkup(
            MarkupOptions,
            GetDefaultDiagnostic(analyzers),
            [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)],
            fixableDiagnostics,
            DefaultFilePath);
    }

    private protected Task VerifyStateAsync(SolutionState state, string context, CancellationToken cancellationToken)
        => VerifyDiagnosticsAsync(
            new EvaluatedProjectState(state, ReferenceAssemblies),
            Evaluate(state),
            [.. state.ExpectedDiagnostics],
            Verify.PushContext(context),
            cancellationToken);

    private protected ImmutableArray<EvaluatedProjectState> Evaluate(SolutionState state)
        => [.. state.AdditionalProjects.Values.Select(project => new EvaluatedProjectState(project, ReferenceAssemblies))];
}
