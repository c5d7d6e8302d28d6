using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

public abstract partial class CodeFixTest<TVerifier>
{
    private async Task<Project> FixAllAsync(FixAllScope scope, Project project, IterationCount iterations, List<ExceptionDispatchInfo> errors, IVerifier verifier, CancellationToken cancellationToken)
    {
        for (var iteration = 0; ; iteration++)
        {
            var candidates = await FindFixableAsync(project, verifier, cancellationToken).ConfigureAwait(false);
            var action = await FindFixAllActionAsync(scope, iteration, candidates, verifier, cancellationToken).ConfigureAwait(false);
            if (action is null)
            {
                return project;
            }

            iterations.Add(verifier);
            var (updated, error) = await ApplyCodeActionAsync(project, action, verifier, cancellationToken).ConfigureAwait(false);
            AddError(errors, error);
            if (!await SolutionChange.HasAnyAsync(project.Solution, updated.Solution, cancellationToken).ConfigureAwait(false))
            {
                return project;
            }

            project = updated;
            if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            {
                return project;
            }
        }
    }

    private async Task<CodeAction?> FindFixAllActionAsync(FixAllScope scope, int iteration, ImmutableArray<(TextDocument Document, Diagnostic Diagnostic)> candidates, IVerifier verifier, CancellationToken cancellationToken)
    {
        foreach (var (document, diagnostic) in candidates)
        {
            if (await FindActionAsync(iteration, document, diagnostic, verifier, cancellationToken).ConfigureAwait(false) is not var (action, provider)
                || provider.GetFixAllProvider() is not { } fixAllProvider
                || !fixAllProvider.GetSupportedFixAllScopes().Contains(scope))
            {
                continue;
            }

            var ids = fixAllProvider.GetSupportedFixAllDiagnosticIds(provider).ToImmutableHashSet();
            var diagnostics = new FixAllDiagnostics(candidates);
            var context = document is Document source
                ? new FixAllContext(source, provider, scope, action.EquivalenceKey!, ids, diagnostics, cancellationToken)
                : new FixAllContext(document.Project, provider, scope, action.EquivalenceKey!, ids, diagnostics, cancellationToken);
            return await fixAllProvider.GetFixAsync(context).ConfigureAwait(false);
        }

        return null;
    }
}
