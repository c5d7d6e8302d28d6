namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Tells whether the texts of two solutions differ.</summary>
internal static class SolutionChange
{
    public static async Task<bool> HasAnyAsync(Solution oldSolution, Solution newSolution, CancellationToken cancellationToken)
    {
        var changes = newSolution.GetChanges(oldSolution);
        if (changes.GetAddedProjects().Any() || changes.GetRemovedProjects().Any())
        {
            return true;
        }

        foreach (var project in changes.GetProjectChanges())
        {
            if (Changed(project).Except(project.GetChangedDocuments()).Except(project.GetChangedAdditionalDocuments()).Except(project.GetChangedAnalyzerConfigDocuments()).Any())
            {
                return true;
            }

            foreach (var id in Changed(project))
            {
                var (oldDocument, newDocument) = (Find(oldSolution, id), Find(newSolution, id));
                var oldText = await oldDocument.GetTextAsync(cancellationToken).ConfigureAwait(false);
                var newText = await newDocument.GetTextAsync(cancellationToken).ConfigureAwait(false);
                if (oldDocument.Name != newDocument.Name || oldText.ToString() != newText.ToString())
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<DocumentId> Changed(ProjectChanges project)
        => project.GetChangedDocuments()
            .Concat(project.GetChangedAdditionalDocuments())
            .Concat(project.GetChangedAnalyzerConfigDocuments())
            .Concat(project.GetAddedDocuments())
            .Concat(project.GetRemovedDocuments())
            .Concat(project.GetAddedAdditionalDocuments())
            .Concat(project.GetRemovedAdditionalDocuments())
            .Concat(project.GetAddedAnalyzerConfigDocuments())
            .Concat(project.GetRemovedAnalyzerConfigDocuments());

    private static TextDocument Find(Solution solution, DocumentId id)
        => (TextDocument?)solution.GetDocument(id) ?? solution.GetAdditionalDocument(id) ?? solution.GetAnalyzerConfigDocument(id)!;
}
