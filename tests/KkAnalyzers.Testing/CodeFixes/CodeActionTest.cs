using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.CodeActions;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test that applies code actions.</summary>
public abstract class CodeActionTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>Which of the offered code actions is applied; null for the first.</summary>
    public int? CodeActionIndex { get; set; }

    /// <summary>The equivalence key of the code action that is applied; null for any.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>Looks at each code action that is applied.</summary>
    public Action<CodeAction, IVerifier>? CodeActionVerifier { get; set; }

    /// <summary>How the syntax trees that code actions make are compared with those their texts parse to.</summary>
    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    /// <summary>The type of the kinds of syntax.</summary>
    public abstract Type SyntaxKindType { get; }

    /// <summary>Tells whether the state describes what code actions make.</summary>
    protected static bool CodeActionExpected(SolutionState state)
        => state.InheritanceMode is not null || state.MarkupHandling is not null || state.HasAnyContent || state.AdditionalProjects.Count > 0;

    /// <summary>Tells whether the files of two states differ.</summary>
    protected static bool HasAnyChange(ProjectState oldState, ProjectState newState, bool recursive)
        => recursive && oldState is SolutionState oldSolution && newState is SolutionState newSolution
            ? StateChange.HasAny(oldSolution, newSolution, inherits: false)
            : StateChange.HasAny(oldState, newState, inherits: false);

    /// <summary>Leaves out, or puts in another order, code actions.</summary>
    protected virtual ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions) => actions;

    /// <summary>Chooses the code action to apply; null for none.</summary>
    protected static CodeAction? TryGetCodeActionToApply(int iteration, ImmutableArray<CodeAction> actions, int? codeActionIndex, string? codeActionEquivalenceKey, Action<CodeAction, IVerifier>? codeActionVerifier, IVerifier verifier)
    {
        CodeAction? chosen = null;
        if (codeActionIndex is { } index)
        {
            if (actions.Length <= index)
            {
                return null;
            }

            chosen = actions[index];
            if (codeActionEquivalenceKey is not null)
            {
                verifier.Equal(codeActionEquivalenceKey, chosen.EquivalenceKey, "The code action equivalence key and index must be consistent when both are specified.");
            }
        }
        else
        {
            chosen = codeActionEquivalenceKey is null ? actions.FirstOrDefault() : actions.FirstOrDefault(action => action.EquivalenceKey == codeActionEquivalenceKey);
        }

        if (chosen is not null)
        {
            codeActionVerifier?.Invoke(chosen, verifier);
        }

        return chosen;
    }

    /// <summary>Applies a code action. The error, if any, is that of the syntax trees it made.</summary>
    protected async Task<(Project updatedProject, ExceptionDispatchInfo? validationError)> ApplyCodeActionAsync(Project project, CodeAction codeAction, IVerifier verifier, CancellationToken cancellationToken)
    {
        var operations = await codeAction.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var applied = operations.OfType<ApplyChangesOperation>().ToList();
        verifier.True(applied.Count == 1, $"The code action '{codeAction.Title}' has {applied.Count} operations that change the solution; one is expected.");
        return await ParseAgain.ChangedDocumentsAsync(project, applied[0].ChangedSolution, CodeActionValidationMode, SyntaxKindType, verifier, cancellationToken).ConfigureAwait(false);
    }
}
