using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing.Model;

namespace Microsoft.CodeAnalysis.Testing;

public abstract partial class AnalyzerTest<TVerifier>
{
    private readonly ConcurrentQueue<(DiagnosticAnalyzer Analyzer, Exception Exception)> _analyzerExceptions = new();

    /// <summary>Gives the diagnostics of all projects, in order.</summary>
    protected async Task<ImmutableArray<(Project project, Diagnostic diagnostic)>> GetSortedDiagnosticsAsync(
        Solution solution,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        ImmutableArray<(Project project, Diagnostic diagnostic)> additionalDiagnostics,
        CompilerDiagnostics compilerDiagnostics,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var found = additionalDiagnostics.ToBuilder();
        foreach (var project in solution.Projects)
        {
            var (compilation, generatorDiagnostics) = await GetProjectCompilationAsync(project, verifier, cancellationToken).ConfigureAwait(false);
            found.AddRange(generatorDiagnostics.Select(diagnostic => (project, diagnostic)));
            var diagnostics = analyzers.IsEmpty
                ? compilation.GetDiagnostics(cancellationToken)
                : await CreateCompilationWithAnalyzers(compilation, analyzers, GetAnalyzerOptions(project), cancellationToken)
                    .GetAllDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(diagnostics
                .Where(diagnostic => !IsCompilerDiagnostic(diagnostic) || IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics))
                .Select(diagnostic => (project, diagnostic)));
        }

        FailOnAnalyzerExceptions(found.Select(item => item.diagnostic), verifier);
        return SortDistinctDiagnostics(FilterDiagnostics(found.ToImmutable()));
    }

    /// <summary>Compiles a project.</summary>
    protected virtual async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        verifier.Empty("source generators (they are not run by this library)", GetSourceGenerators());
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        verifier.True(compilation is not null, $"The project {project.Name} cannot be compiled.");
        return (compilation, []);
    }

    /// <summary>Joins a compilation and the analyzers.</summary>
    protected virtual CompilationWithAnalyzers CreateCompilationWithAnalyzers(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options, CancellationToken cancellationToken)
        => compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: (exception, analyzer, _) => _analyzerExceptions.Enqueue((analyzer, exception)),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false));

    /// <summary>Gives what analyzers see besides the sources.</summary>
    protected virtual AnalyzerOptions GetAnalyzerOptions(Project project) => project.AnalyzerOptions;

    /// <summary>Tells whether a diagnostic of the compiler has to be expected.</summary>
    protected virtual bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics)
        => compilerDiagnostics switch
        {
            CompilerDiagnostics.None => false,
            CompilerDiagnostics.Errors => diagnostic.Severity >= DiagnosticSeverity.Error,
            CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
            CompilerDiagnostics.Suggestions => diagnostic.Severity >= DiagnosticSeverity.Info,
            _ => true,
        };

    /// <summary>Leaves out diagnostics.</summary>
    protected virtual ImmutableArray<(Project project, Diagnostic diagnostic)> FilterDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics)
        => diagnostics.RemoveAll(item => DisabledDiagnostics.Contains(item.diagnostic.Id));

    /// <summary>Orders diagnostics by place. A diagnostic that is reported twice stays twice.</summary>
    protected virtual ImmutableArray<(Project project, Diagnostic diagnostic)> SortDistinctDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics)
        => [.. diagnostics
            .OrderBy(item => item.diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(item => item.diagnostic.Location.SourceSpan.Start)
            .ThenBy(item => item.diagnostic.Location.SourceSpan.End)
            .ThenBy(item => item.diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(item => item.diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)];

    /// <summary>Compares the diagnostics of a solution with the expected ones, then makes the automatic checks.</summary>
    protected async Task VerifyDiagnosticsAsync(EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, DiagnosticResult[] expected, IVerifier verifier, CancellationToken cancellationToken)
    {
        await VerifyDiagnosticsAsync(primaryProject, additionalProjects, expected, CompilerDiagnostics, verifier, cancellationToken).ConfigureAwait(false);
        await VerifyExclusionsAsync(primaryProject, additionalProjects, expected, verifier, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsCompilerDiagnostic(Diagnostic diagnostic) => diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    private async Task VerifyDiagnosticsAsync(EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, DiagnosticResult[] expected, CompilerDiagnostics compilerDiagnostics, IVerifier verifier, CancellationToken cancellationToken)
    {
        var project = await CreateProjectAsync(primaryProject, additionalProjects, cancellationToken).ConfigureAwait(false);
        var additionalDiagnostics = primaryProject.AdditionalDiagnostics.Select(diagnostic => (project, diagnostic)).ToImmutableArray();
        var actual = await GetSortedDiagnosticsAsync(project.Solution, [.. GetDiagnosticAnalyzers()], additionalDiagnostics, compilerDiagnostics, verifier, cancellationToken).ConfigureAwait(false);
        VerifyDiagnosticResults([.. actual.Select(item => item.diagnostic)], [.. expected], verifier);
    }

    private void FailOnAnalyzerExceptions(IEnumerable<Diagnostic> diagnostics, IVerifier verifier)
    {
        var texts = diagnostics.Where(diagnostic => diagnostic.Id is "AD0001" or "AD0002").Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} {diagnostic.Descriptor.Description}").ToList();
        while (_analyzerExceptions.TryDequeue(out var item))
        {
            texts.Add($"AD0001: Analyzer '{item.Analyzer.GetType().FullName}' threw an exception of type '{item.Exception.GetType().FullName}': {item.Exception}");
        }

        if (texts.Count > 0)
        {
            verifier.Fail("An analyzer threw an exception." + Environment.NewLine + string.Join(Environment.NewLine, texts));
        }
    }

    private void VerifyDiagnosticResults(ImmutableArray<Diagnostic> actual, ImmutableArray<DiagnosticResult> expected, IVerifier verifier)
    {
        var pairs = DiagnosticMatcher.Match(actual, expected);
        if (actual.Length != expected.Length || pairs.Contains(-1))
        {
            verifier.Fail(DiagnosticMismatch.Describe(actual, expected, pairs));
        }

        for (var i = 0; DiagnosticVerifier is not null && i < pairs.Length; i++)
        {
            DiagnosticVerifier(actual[pairs[i]], expected[i], verifier);
        }
    }
}
