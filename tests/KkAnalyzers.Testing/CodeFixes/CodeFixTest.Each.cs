using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

public abstract partial class CodeFixTest<TVerifier>
{
    private async Task<Project> FixEachAsync(Project project, IterationCount iterations, List<ExceptionDispatchInfo> errors, IVerifier verifier, CancellationToken cancellationToken)
    {
        for (var iteration = 0; ; iteration++)
        {
            var candidates = await FindFixableAsync(project, verifier, cancellationToken).ConfigureAwait(false);
            if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            {
                var selected = DiagnosticSelector is null
                    ? candidates.Select(item => item.Diagnostic).FirstOrDefault()
                    : DiagnosticSelector([.. candidates.Select(item => item.Diagnostic)]);
                candidates = [.. candidates.Where(item => ReferenceEquals(item.Diagnostic, selected)).Take(1)];
            }

            var isAnyOffered = false;
            Project? changed = null;
            foreach (var (document, diagnostic) in candidates)
            {
                if (await FindActionAsync(iteration, document, diagnostic, verifier, cancellationToken).ConfigureAwait(false) is not var (action, _))
                {
                    continue;
                }

                isAnyOffered = true;
                if (iteration == 0)
                {
                    await VerifyIsLocalAsync(document, diagnostic, verifier, cancellationToken).ConfigureAwait(false);
                }

                var (updated, error) = await ApplyCodeActionAsync(project, action, verifier, cancellationToken).ConfigureAwait(false);
                AddError(errors, error);
                if (await SolutionChange.HasAnyAsync(project.Solution, updated.Solution, cancellationToken).ConfigureAwait(false))
                {
                    changed = updated;
                    break;
                }
            }

            if (isAnyOffered)
            {
                iterations.Add(verifier);
            }

            if (changed is null)
            {
                return project;
            }

            project = changed;
            if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            {
                return project;
            }
        }
    }

    private static void AddError(List<ExceptionDispatchInfo> errors, ExceptionDispatchInfo? error)
    {
        if (error is not null)
        {
            errors.Add(error);
        }
    }

    private async Task<ImmutableArray<(TextDocument Document, Diagnostic Diagnostic)>> FindFixableAsync(Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        var all = await GetSortedDiagnosticsAsync(project.Solution, [.. GetDiagnosticAnalyzers()], [], CompilerDiagnostics, verifier, cancellationToken).ConfigureAwait(false);
        var ids = GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        return [.. all
            .Where(item => ids.Contains(item.diagnostic.Id) && !item.diagnostic.IsSuppressed)
            .Select(item => (Document: DocumentOf(item.project, item.diagnostic), item.diagnostic))
            .Where(item => item.Document is not null)
            .Select(item => (item.Document!, item.diagnostic))];
    }

    private static TextDocument? DocumentOf(Project project, Diagnostic diagnostic)
        => diagnostic.Location.SourceTree is { } tree
            ? project.Solution.GetDocument(tree)
            : diagnostic.Location.Kind == LocationKind.ExternalFile
                ? project.AdditionalDocuments.Concat(project.AnalyzerConfigDocuments).FirstOrDefault(document => (document.FilePath ?? document.Name) == diagnostic.Location.GetLineSpan().Path)
                : null;

    private async Task<(CodeAction Action, CodeFixProvider Provider)?> FindActionAsync(int iteration, TextDocument document, Diagnostic diagnostic, IVerifier verifier, CancellationToken cancellationToken)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var providers = new Dictionary<CodeAction, CodeFixProvider>(ReferenceEqualityComparer.Instance);
        foreach (var provider in GetCodeFixProviders().Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var context = new CodeFixContext(document, diagnostic, (action, _) => Register(action, provider), cancellationToken);
            await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }

        var chosen = TryGetCodeActionToApply(iteration, FilterCodeActions(actions.ToImmutable()), CodeActionIndex, CodeActionEquivalenceKey, CodeActionVerifier, verifier);
        return chosen is null ? null : (chosen, providers[chosen]);

        void Register(CodeAction action, CodeFixProvider provider)
        {
            // A group of code actions is not applied itself; those in it are.
            if (action.NestedActions.IsEmpty)
            {
                actions.Add(action);
                providers[action] = provider;
                return;
            }

            foreach (var nested in action.NestedActions)
            {
                Register(nested, provider);
            }
        }
    }

    private async Task VerifyIsLocalAsync(TextDocument document, Diagnostic diagnostic, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipLocalDiagnosticCheck)
            || GetDiagnosticAnalyzers().ToImmutableArray() is not { IsEmpty: false } analyzers
            || !diagnostic.Location.IsInSource)
        {
            return;
        }

        var (compilation, _) = await GetProjectCompilationAsync(document.Project, verifier, cancellationToken).ConfigureAwait(false);
        var result = await CreateCompilationWithAnalyzers(compilation, analyzers, GetAnalyzerOptions(document.Project), cancellationToken).GetAnalysisResultAsync(cancellationToken).ConfigureAwait(false);
        var isNonLocal = result.CompilationDiagnostics.Values.SelectMany(diagnostics => diagnostics)
            .Any(other => other.Id == diagnostic.Id && other.Location.GetLineSpan().Equals(diagnostic.Location.GetLineSpan()));
        verifier.False(isNonLocal, $"Code fix is attempting to provide a fix for a non-local analyzer diagnostic: {diagnostic}");
    }
}
