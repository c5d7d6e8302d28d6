using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares the files of a fixed solution with the expected ones.</summary>
internal static class SolutionComparison
{
    public static async Task VerifyAsync(Project primary, SolutionState expected, Func<string, string> projectFolder, IVerifier verifier, CancellationToken cancellationToken)
    {
        var projects = primary.Solution.Projects.ToDictionary(project => project.Name, StringComparer.Ordinal);
        foreach (var state in expected.AdditionalProjects.Values.Prepend((ProjectState)expected))
        {
            verifier.True(projects.Remove(state.Name, out var project), $"The fixed solution has no project '{state.Name}'.");
            var folder = projectFolder(state.Name);
            await VerifyAsync("source", folder, state.Sources.Concat(state.GeneratedSources), project.Documents, verifier, cancellationToken).ConfigureAwait(false);
            await VerifyAsync("additional file", folder, state.AllAdditionalFiles, project.AdditionalDocuments, verifier, cancellationToken).ConfigureAwait(false);
            await VerifyAsync("analyzer config file", folder, state.AnalyzerConfigFiles, project.AnalyzerConfigDocuments, verifier, cancellationToken).ConfigureAwait(false);
        }

        verifier.True(projects.Count == 0, $"The fixed solution has projects that are not expected: {string.Join(", ", projects.Keys)}.");
    }

    private static async Task VerifyAsync(string kind, string folder, IEnumerable<(string Filename, SourceText Content)> expected, IEnumerable<TextDocument> actual, IVerifier verifier, CancellationToken cancellationToken)
    {
        var remaining = new List<(string Key, TextDocument Document)>(actual.Select(document => (Key(document), document)));
        foreach (var (filename, content) in expected)
        {
            var (name, folders) = FilePaths.Split(folder, filename);
            var key = string.Join('/', folders.Append(name));
            var index = remaining.FindIndex(item => item.Key == key);
            verifier.True(index >= 0, $"Expected the {kind} '{filename}', which the fixed project does not have. It has: {List(actual)}.");
            var document = remaining[index].Document;
            remaining.RemoveAt(index);
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            verifier.EqualOrDiff(content.ToString(), text.ToString(), $"content of '{filename}' did not match. Diff shown with expected as baseline:");
            verifier.Equal(content.Encoding, text.Encoding, $"encoding of '{filename}' was expected to be '{content.Encoding?.WebName}' but was '{text.Encoding?.WebName}'");
            verifier.Equal(content.ChecksumAlgorithm, text.ChecksumAlgorithm, $"checksum algorithm of '{filename}' was expected to be '{content.ChecksumAlgorithm}' but was '{text.ChecksumAlgorithm}'");
        }

        verifier.True(remaining.Count == 0, $"The fixed project has a {kind} that is not expected: {List(remaining.Select(item => item.Document))}.");
    }

    private static string Key(TextDocument document) => string.Join('/', document.Folders.Append(document.Name));

    private static string List(IEnumerable<TextDocument> documents) => string.Join(", ", documents.Select(document => $"'{Key(document)}'"));
}
