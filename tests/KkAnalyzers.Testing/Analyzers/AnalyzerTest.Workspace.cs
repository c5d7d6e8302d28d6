using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Testing.Model;

namespace Microsoft.CodeAnalysis.Testing;

public abstract partial class AnalyzerTest<TVerifier>
{
    /// <summary>Makes the workspace of one solution.</summary>
    public Task<Workspace> CreateWorkspaceAsync() => CreateWorkspaceImplAsync();

    /// <summary>Makes the workspace of one solution.</summary>
    protected virtual Task<Workspace> CreateWorkspaceImplAsync() => Task.FromResult<Workspace>(new AdhocWorkspace(MefHostServices.DefaultHost));

    /// <summary>Makes the primary project and its solution, with the rules under test turned on.</summary>
    protected async Task<Project> CreateProjectAsync(EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, CancellationToken cancellationToken)
    {
        var project = await CreateProjectImplAsync(primaryProject, additionalProjects, cancellationToken).ConfigureAwait(false);
        foreach (var id in project.Solution.ProjectIds)
        {
            project = ApplyCompilationOptions(project.Solution.GetProject(id)!).Solution.GetProject(project.Id)!;
        }

        return project;
    }

    /// <summary>Makes the primary project and its solution.</summary>
    protected virtual async Task<Project> CreateProjectImplAsync(EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, CancellationToken cancellationToken)
    {
        var primaryId = ProjectId.CreateNewId(primaryProject.Name);
        var solution = await CreateSolutionAsync(primaryId, primaryProject, cancellationToken).ConfigureAwait(false);
        var all = new Dictionary<string, (ProjectId Id, EvaluatedProjectState State)>(StringComparer.Ordinal) { [primaryProject.Name] = (primaryId, primaryProject) };
        foreach (var state in additionalProjects)
        {
            var id = ProjectId.CreateNewId(state.Name);
            all.Add(state.Name, (id, state));
            solution = await AddProjectAsync(solution, id, state, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (id, state) in all.Values)
        {
            foreach (var name in state.AdditionalProjectReferences)
            {
                if (!all.TryGetValue(name, out var referenced))
                {
                    throw new InvalidOperationException($"The project '{state.Name}' refers to the project '{name}', which the test does not have.");
                }

                solution = solution.AddProjectReference(id, new ProjectReference(referenced.Id));
            }
        }

        foreach (var transform in SolutionTransforms)
        {
            solution = transform(solution, primaryId);
        }

        return solution.GetProject(primaryId)!;
    }

    /// <summary>Makes a solution with the primary project.</summary>
    protected virtual async Task<Solution> CreateSolutionAsync(ProjectId projectId, EvaluatedProjectState projectState, CancellationToken cancellationToken)
    {
        var workspace = await CreateWorkspaceAsync().ConfigureAwait(false);
        var solution = workspace.CurrentSolution;
        var options = solution.Options;
        foreach (var transform in OptionsTransforms)
        {
            options = transform(options);
        }

        if (OptionsTransforms.Count > 0)
        {
            solution = solution.WithOptions(options);
        }

        return await AddProjectAsync(solution, projectId, projectState, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Turns on the rules under test, also those that are off by default, and turns off <see cref="DisabledDiagnostics"/>.</summary>
    protected virtual Project ApplyCompilationOptions(Project project)
    {
        var options = project.CompilationOptions!;
        var changes = new Dictionary<string, ReportDiagnostic>(StringComparer.Ordinal);
        foreach (var descriptor in GetDiagnosticAnalyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics))
        {
            if (!descriptor.IsEnabledByDefault && !options.SpecificDiagnosticOptions.ContainsKey(descriptor.Id))
            {
                // ReportDiagnostic.Default would leave it off.
                changes[descriptor.Id] = ToReportDiagnostic(descriptor.DefaultSeverity);
            }
        }

        foreach (var id in DisabledDiagnostics)
        {
            changes[id] = ReportDiagnostic.Suppress;
        }

        // Exceptions of analyzers are never to be missed.
        changes["AD0001"] = ReportDiagnostic.Error;

        return project.WithCompilationOptions(options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItems(changes)));
    }

    /// <summary>Splits a path into a name and the folders below the prefix.</summary>
    protected (string fileName, IEnumerable<string> folders) GetNameAndFoldersFromPath(string projectPathPrefix, string path)
        => FilePaths.Split(projectPathPrefix, path);

    private protected string ProjectFolder(string projectName)
    {
        var prefix = projectName == DefaultTestProjectName ? DefaultFilePathPrefix : $"/{projectName}/Test";
        return prefix[..(prefix.LastIndexOf('/') + 1)];
    }

    private static ReportDiagnostic ToReportDiagnostic(DiagnosticSeverity severity)
        => severity switch
        {
            DiagnosticSeverity.Hidden => ReportDiagnostic.Hidden,
            DiagnosticSeverity.Info => ReportDiagnostic.Info,
            DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
            _ => ReportDiagnostic.Error,
        };

    private async Task<Solution> AddProjectAsync(Solution solution, ProjectId id, EvaluatedProjectState state, CancellationToken cancellationToken)
    {
        var isOwnLanguage = state.Language == Language;
        if (!isOwnLanguage)
        {
            throw new NotSupportedException($"The project '{state.Name}' is written in {state.Language}; this library builds {Language} only.");
        }

        var references = await state.ReferenceAssemblies.ResolveAsync(state.Language, cancellationToken).ConfigureAwait(false);
        solution = solution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Create(),
            state.Name,
            state.AssemblyName,
            state.Language,
            compilationOptions: CreateCompilationOptions().WithOutputKind(state.OutputKind),
            parseOptions: CreateParseOptions().WithDocumentationMode(state.DocumentationMode),
            metadataReferences: references.Concat(state.AdditionalReferences).Distinct()));
        foreach (var (filename, content) in state.Sources.Concat(state.GeneratedSources))
        {
            var (document, name, folders) = Place(filename);
            solution = solution.AddDocument(document, name, content, folders, filename);
        }

        foreach (var (filename, content) in state.AdditionalFiles)
        {
            var (document, name, folders) = Place(filename);
            solution = solution.AddAdditionalDocument(document, name, content, folders, filename);
        }

        foreach (var (filename, content) in state.AnalyzerConfigFiles)
        {
            if (!filename.StartsWith('/') && !Path.IsPathRooted(filename))
            {
                throw new InvalidOperationException($"The analyzer config file '{filename}' would apply to no file: give it a rooted path, such as '/.editorconfig'.");
            }

            var (document, name, folders) = Place(filename);
            solution = solution.AddAnalyzerConfigDocument(document, name, content, folders, filename);
        }

        return solution;

        (DocumentId Id, string Name, IEnumerable<string> Folders) Place(string filename)
        {
            var (name, folders) = GetNameAndFoldersFromPath(ProjectFolder(state.Name), filename);
            return (DocumentId.CreateNewId(id, filename), name, folders);
        }
    }
}
