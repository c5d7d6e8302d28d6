using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Tells whether the files of one state differ from those of another.</summary>
internal static class StateChange
{
    public static bool HasAny(SolutionState oldState, SolutionState newState, bool inherits)
    {
        if (HasAny((ProjectState)oldState, newState, inherits))
        {
            return true;
        }

        if (inherits && newState.AdditionalProjects.Count == 0)
        {
            return false;
        }

        return oldState.AdditionalProjects.Count != newState.AdditionalProjects.Count
            || newState.AdditionalProjects.Any(pair => !oldState.AdditionalProjects.TryGetValue(pair.Key, out var old) || HasAny(old, pair.Value, inherits: false));
    }

    public static bool HasAny(ProjectState oldState, ProjectState newState, bool inherits)
        => Differ(oldState.Sources, newState.Sources, inherits)
            || Differ(oldState.GeneratedSources, newState.GeneratedSources, inherits)
            || Differ([.. oldState.AllAdditionalFiles], [.. newState.AllAdditionalFiles], inherits)
            || Differ(oldState.AnalyzerConfigFiles, newState.AnalyzerConfigFiles, inherits);

    private static bool Differ(
        List<(string filename, SourceText content)> oldFiles,
        List<(string filename, SourceText content)> newFiles,
        bool inherits)
        => !(inherits && newFiles.Count == 0)
            && !oldFiles.Select(Plain).SequenceEqual(newFiles.Select(Plain));

    private static (string Filename, string Content) Plain((string filename, SourceText content) file) => (file.filename, file.content.ToString());
}
