using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Replaces the syntax trees a code action made by those their texts parse to, and compares both.</summary>
internal static class ParseAgain
{
    public static async Task<(Project Project, ExceptionDispatchInfo? Error)> ChangedDocumentsAsync(Project project, Solution changed, CodeActionValidationMode mode, Type kinds, IVerifier verifier, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? error = null;
        var result = changed;
        foreach (var change in changed.GetChanges(project.Solution).GetProjectChanges())
        {
            foreach (var id in change.GetChangedDocuments().Concat(change.GetAddedDocuments()))
            {
                var document = changed.GetDocument(id)!;
                var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                result = result.WithDocumentText(id, SourceText.From(text.ToString(), text.Encoding, text.ChecksumAlgorithm), PreservationMode.PreserveIdentity);
                var parsed = await result.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (error is null && mode != CodeActionValidationMode.None && root is not null && parsed is not null)
                {
                    error = Compare(parsed, root, document.Name, mode, kinds, verifier);
                }
            }
        }

        return (result.GetProject(project.Id)!, error);
    }

    private static ExceptionDispatchInfo? Compare(SyntaxNode parsed, SyntaxNode made, string name, CodeActionValidationMode mode, Type kinds, IVerifier verifier)
    {
        var expected = SyntaxText.Describe(parsed, mode == CodeActionValidationMode.Full, kinds);
        var actual = SyntaxText.Describe(made, mode == CodeActionValidationMode.Full, kinds);
        try
        {
            verifier.EqualOrDiff(expected, actual, $"The syntax tree the code action made of '{name}' is not the one its text parses to. The parsed tree is the baseline:");
            return null;
        }
#pragma warning disable CA1031 // It is thrown once the texts are compared, whatever the verifier throws.
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }
}
