using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing.Model;

namespace Microsoft.CodeAnalysis.Testing;

public abstract partial class CodeFixTest<TVerifier>
{
    private delegate Task<Project> FixAction(Project project, IterationCount iterations, List<ExceptionDispatchInfo> errors, IVerifier verifier, CancellationToken cancellationToken);

    private async Task VerifyFixAsync(SolutionState testState, SolutionState fixedState, SolutionState batchFixedState, CancellationToken cancellationToken)
    {
        var fixableIds = GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        var incremental = NumberOfIncrementalIterations
            ?? (HasAnyChange(testState, fixedState, recursive: true) ? -testState.ExpectedDiagnostics.Count(diagnostic => fixableIds.Contains(diagnostic.Id)) : 0);
        var fixAll = NumberOfFixAllIterations ?? (HasAnyChange(testState, batchFixedState, recursive: true) ? 1 : 0);

        await VerifyFixAsync(testState, fixedState, incremental, FixEachAsync, "Iterative code fix application", cancellationToken).ConfigureAwait(false);
        if (GetCodeFixProviders().All(provider => provider.GetFixAllProvider() is null))
        {
            return;
        }

        var scopes = new[]
        {
            (Scope: FixAllScope.Document, Skip: CodeFixTestBehaviors.SkipFixAllInDocumentCheck, Count: NumberOfFixAllInDocumentIterations ?? fixAll, Context: "Fix all in document"),
            (Scope: FixAllScope.Project, Skip: CodeFixTestBehaviors.SkipFixAllInProjectCheck, Count: NumberOfFixAllInProjectIterations ?? fixAll, Context: "Fix all in project"),
            (Scope: FixAllScope.Solution, Skip: CodeFixTestBehaviors.SkipFixAllInSolutionCheck, Count: fixAll, Context: "Fix all in solution"),
        };
        foreach (var (scope, skip, count, context) in scopes)
        {
            if (!CodeFixTestBehaviors.HasFlag(skip))
            {
                await VerifyFixAsync(testState, batchFixedState, count, FixAll, context, cancellationToken).ConfigureAwait(false);
            }

            Task<Project> FixAll(Project project, IterationCount iterations, List<ExceptionDispatchInfo> errors, IVerifier verifier, CancellationToken token)
                => FixAllAsync(scope, project, iterations, errors, verifier, token);
        }
    }

    private async Task VerifyFixAsync(SolutionState testState, SolutionState newState, int numberOfIterations, FixAction fix, string context, CancellationToken cancellationToken)
    {
        var verifier = Verify.PushContext(context);
        var project = await CreateProjectAsync(new EvaluatedProjectState(testState, ReferenceAssemblies), Evaluate(testState), cancellationToken).ConfigureAwait(false);
        var iterations = new IterationCount(numberOfIterations);
        var errors = new List<ExceptionDispatchInfo>();
        project = await fix(project, iterations, errors, verifier, cancellationToken).ConfigureAwait(false);

        await SolutionComparison.VerifyAsync(project, newState, ProjectFolder, verifier, cancellationToken).ConfigureAwait(false);
        errors.FirstOrDefault()?.Throw();
        iterations.Verify(verifier);
    }
}
