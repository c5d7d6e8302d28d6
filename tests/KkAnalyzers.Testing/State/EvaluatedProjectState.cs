using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing.Model;

/// <summary>A project of a state with all defaults filled in.</summary>
public sealed class EvaluatedProjectState
{
    /// <summary>Fills in the defaults.</summary>
    public EvaluatedProjectState(ProjectState state, ReferenceAssemblies defaultReferenceAssemblies)
        : this(state, state.ReferenceAssemblies ?? defaultReferenceAssemblies, [.. state.Sources], [])
    {
    }

    private EvaluatedProjectState(ProjectState state, ReferenceAssemblies referenceAssemblies, ImmutableArray<(string, SourceText)> sources, ImmutableArray<Diagnostic> additionalDiagnostics)
    {
        State = state;
        ReferenceAssemblies = referenceAssemblies;
        Sources = sources;
        AdditionalDiagnostics = additionalDiagnostics;
    }

    /// <summary>Its name.</summary>
    public string Name => State.Name;

    /// <summary>The name of its assembly.</summary>
    public string AssemblyName => State.AssemblyName;

    /// <summary>Its language.</summary>
    public string Language => State.Language;

    /// <summary>Its framework.</summary>
    public ReferenceAssemblies ReferenceAssemblies { get; }

    /// <summary>What it is compiled to.</summary>
    public OutputKind OutputKind => State.OutputKind ?? OutputKind.DynamicallyLinkedLibrary;

    /// <summary>How its documentation comments are read.</summary>
    public DocumentationMode DocumentationMode => State.DocumentationMode ?? DocumentationMode.Diagnose;

    /// <summary>Its source files.</summary>
    public ImmutableArray<(string filename, SourceText content)> Sources { get; }

    /// <summary>Its generated files.</summary>
    public ImmutableArray<(string filename, SourceText content)> GeneratedSources => [.. State.GeneratedSources];

    /// <summary>Its additional files.</summary>
    public ImmutableArray<(string filename, SourceText content)> AdditionalFiles => [.. State.AllAdditionalFiles];

    /// <summary>Its analyzer configuration files.</summary>
    public ImmutableArray<(string filename, SourceText content)> AnalyzerConfigFiles => [.. State.AnalyzerConfigFiles];

    /// <summary>The names of the projects it refers to.</summary>
    public ImmutableArray<string> AdditionalProjectReferences => [.. State.AdditionalProjectReferences];

    /// <summary>Its references besides those of its framework.</summary>
    public ImmutableArray<MetadataReference> AdditionalReferences => [.. State.AdditionalReferences];

    /// <summary>Diagnostics that come from elsewhere.</summary>
    public ImmutableArray<Diagnostic> AdditionalDiagnostics { get; }

    private ProjectState State { get; }

    /// <summary>With other source files.</summary>
    public EvaluatedProjectState WithSources(ImmutableArray<(string filename, SourceText content)> sources)
        => new(State, ReferenceAssemblies, sources, AdditionalDiagnostics);

    /// <summary>With diagnostics that come from elsewhere.</summary>
    public EvaluatedProjectState WithAdditionalDiagnostics(ImmutableArray<Diagnostic> additionalDiagnostics)
        => new(State, ReferenceAssemblies, Sources, additionalDiagnostics);
}
