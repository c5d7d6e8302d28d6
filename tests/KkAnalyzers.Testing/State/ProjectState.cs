using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A project as a test describes it.</summary>
public class ProjectState
{
    /// <summary>Makes an empty project.</summary>
    public ProjectState(string name, string language, string defaultPrefix, string defaultExtension)
    {
        Name = name;
        Language = language;
        DefaultPrefix = defaultPrefix;
        DefaultExtension = defaultExtension;
        Sources = new SourceFileList(defaultPrefix, defaultExtension);
    }

    internal ProjectState(ProjectState other)
        : this(other.Name, other.Language, other.DefaultPrefix, other.DefaultExtension)
    {
        ReferenceAssemblies = other.ReferenceAssemblies;
        OutputKind = other.OutputKind;
        DocumentationMode = other.DocumentationMode;
        Sources.AddRange(other.Sources);
        GeneratedSources.AddRange(other.GeneratedSources);
        AdditionalFiles.AddRange(other.AdditionalFiles);
        AdditionalFilesFactories.AddRange(other.AdditionalFilesFactories);
        AnalyzerConfigFiles.AddRange(other.AnalyzerConfigFiles);
        AdditionalReferences.AddRange(other.AdditionalReferences);
        AdditionalProjectReferences.AddRange(other.AdditionalProjectReferences);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The name of its assembly.</summary>
    public string AssemblyName => Name;

    /// <summary>Its language.</summary>
    public string Language { get; }

    /// <summary>Its framework; null for that of the test.</summary>
    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    /// <summary>What it is compiled to; null for a library.</summary>
    public OutputKind? OutputKind { get; set; }

    /// <summary>How its documentation comments are read; null to report problems with them.</summary>
    public DocumentationMode? DocumentationMode { get; set; }

    /// <summary>Its source files.</summary>
    public SourceFileList Sources { get; }

    /// <summary>Its generated files. Here they are compiled as they are; no source generator is run.</summary>
    public SourceFileCollection GeneratedSources { get; } = [];

    /// <summary>Its additional files.</summary>
    public SourceFileCollection AdditionalFiles { get; } = [];

    /// <summary>Makers of additional files, called once the test runs.</summary>
    public List<Func<IEnumerable<(string filename, SourceText content)>>> AdditionalFilesFactories { get; } = [];

    /// <summary>Its .editorconfig and .globalconfig files. Their names need a rooted path.</summary>
    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    /// <summary>Its references besides those of its framework.</summary>
    public MetadataReferenceCollection AdditionalReferences { get; } = [];

    /// <summary>The names of the projects it refers to.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];

    internal string DefaultPrefix { get; }

    internal string DefaultExtension { get; }

    internal bool HasAnyContent
        => Sources.Count + GeneratedSources.Count + AdditionalFiles.Count + AdditionalFilesFactories.Count + AnalyzerConfigFiles.Count > 0;

    internal IEnumerable<(string filename, SourceText content)> AllAdditionalFiles
        => AdditionalFiles.Concat(AdditionalFilesFactories.SelectMany(factory => factory()));

    internal void Inherit(ProjectState other)
    {
        ReferenceAssemblies ??= other.ReferenceAssemblies;
        OutputKind ??= other.OutputKind;
        DocumentationMode ??= other.DocumentationMode;
        InheritList(Sources, other.Sources);
        InheritList(GeneratedSources, other.GeneratedSources);
        InheritList(AdditionalFiles, other.AdditionalFiles);
        InheritList(AdditionalFilesFactories, other.AdditionalFilesFactories);
        InheritList(AnalyzerConfigFiles, other.AnalyzerConfigFiles);
        InheritList(AdditionalReferences, other.AdditionalReferences);
        InheritList(AdditionalProjectReferences, other.AdditionalProjectReferences);
    }

    internal void ReadMarkup(MarkupReader reader)
    {
        var additionalFiles = AllAdditionalFiles.ToList();
        AdditionalFilesFactories.Clear();
        AdditionalFiles.Clear();
        AdditionalFiles.AddRange(additionalFiles);
        foreach (var files in new SourceFileCollection[] { Sources, GeneratedSources, AdditionalFiles })
        {
            for (var i = 0; i < files.Count; i++)
            {
                files[i] = reader.Read(files[i].filename, files[i].content);
            }
        }
    }

    private static void InheritList<T>(List<T> own, List<T> other)
    {
        if (own.Count == 0)
        {
            own.AddRange(other);
        }
    }
}
