namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Projects by name; asking for one makes it.</summary>
public class ProjectCollection(string defaultLanguage, string defaultExtension) : Dictionary<string, ProjectState>
{
    /// <summary>The project of that name.</summary>
    public new ProjectState this[string projectName] => this[projectName, defaultLanguage];

    /// <summary>The project of that name and language.</summary>
    public ProjectState this[string projectName, string language]
    {
        get
        {
            if (!TryGetValue(projectName, out var project))
            {
                var extension = language == defaultLanguage ? defaultExtension : language == LanguageNames.VisualBasic ? "vb" : "cs";
                project = new ProjectState(projectName, language, $"/{projectName}/Test", extension);
                Add(projectName, project);
            }

            return project.Language == language
                ? project
                : throw new InvalidOperationException($"The project '{projectName}' is written in {project.Language}, not {language}.");
        }
    }
}
