using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A solution as a test describes it, and the diagnostics expected in it. It is itself the primary project.</summary>
public class SolutionState : ProjectState
{
    /// <summary>Makes an empty solution.</summary>
    public SolutionState(string name, string language, string defaultPrefix, string defaultExtension)
        : base(name, language, defaultPrefix, defaultExtension)
    {
        AdditionalProjects = new ProjectCollection(language, defaultExtension);
    }

    private SolutionState(SolutionState other)
        : base(other)
    {
        AdditionalProjects = new ProjectCollection(other.Language, other.DefaultExtension);
        CopyProjects(other);
        InheritanceMode = other.InheritanceMode;
        MarkupHandling = other.MarkupHandling;
        ExpectedDiagnostics.AddRange(other.ExpectedDiagnostics);
    }

    /// <summary>What is taken over from the state before; null for <see cref="StateInheritanceMode.AutoInherit"/>, or, where no file differs from that state, <see cref="StateInheritanceMode.AutoInheritAll"/>.</summary>
    public StateInheritanceMode? InheritanceMode { get; set; }

    /// <summary>What markup means; null for <see cref="MarkupMode.Allow"/>, or, where files differ from the state before, <see cref="MarkupMode.IgnoreFixable"/>.</summary>
    public MarkupMode? MarkupHandling { get; set; }

    /// <summary>The other projects.</summary>
    public ProjectCollection AdditionalProjects { get; }

    /// <summary>The expected diagnostics, besides those of markup.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Gives a copy with what it does not set itself taken from the state before.</summary>
    public SolutionState WithInheritedValuesApplied(SolutionState? baseState, ImmutableArray<string> fixableDiagnostics)
    {
        var result = new SolutionState(this);
        var changed = baseState is not null && HasAnyContentChange(baseState);
        result.InheritanceMode ??= changed || baseState is null ? StateInheritanceMode.AutoInherit : StateInheritanceMode.AutoInheritAll;
        result.MarkupHandling ??= changed ? MarkupMode.IgnoreFixable : baseState?.MarkupHandling ?? MarkupMode.Allow;
        if (baseState is null || result.InheritanceMode == StateInheritanceMode.Explicit)
        {
            return result;
        }

        result.Inherit(baseState);
        if (result.AdditionalProjects.Count == 0)
        {
            result.CopyProjects(baseState);
        }

        if (result.ExpectedDiagnostics.Count == 0)
        {
            result.ExpectedDiagnostics.AddRange(result.InheritanceMode == StateInheritanceMode.AutoInheritAll
                ? baseState.ExpectedDiagnostics
                : baseState.ExpectedDiagnostics.Where(diagnostic => !fixableDiagnostics.Contains(diagnostic.Id)));
        }

        return result;
    }

    /// <summary>Gives a copy without markup, with the diagnostics it means added to <see cref="ExpectedDiagnostics"/>.</summary>
    public SolutionState WithProcessedMarkup(
        MarkupOptions markupOptions,
        DiagnosticDescriptor? defaultDiagnostic,
        ImmutableArray<DiagnosticDescriptor> supportedDiagnostics,
        ImmutableArray<string> fixableDiagnostics,
        string defaultPath)
    {
        var mode = MarkupHandling ?? throw new InvalidOperationException($"{nameof(MarkupHandling)} has to be set before markup is read.");
        var result = new SolutionState(this) { MarkupHandling = MarkupMode.None };
        var reader = new MarkupReader(markupOptions, mode, defaultDiagnostic, supportedDiagnostics, fixableDiagnostics);
        if (mode != MarkupMode.None)
        {
            result.ReadMarkup(reader);
            foreach (var project in result.AdditionalProjects.Values)
            {
                project.ReadMarkup(reader);
            }
        }

        result.ExpectedDiagnostics.Clear();
        result.ExpectedDiagnostics.AddRange(ExpectedDiagnostics.Select(diagnostic => reader.Resolve(diagnostic, defaultPath)));
        result.ExpectedDiagnostics.AddRange(reader.Found);
        return result;
    }

    internal bool HasAnyContentChange(SolutionState baseState)
        => StateChange.HasAny(baseState, this, InheritanceMode != StateInheritanceMode.Explicit);

    private void CopyProjects(SolutionState other)
    {
        foreach (var (name, project) in other.AdditionalProjects)
        {
            AdditionalProjects.Add(name, new ProjectState(project));
        }
    }
}
