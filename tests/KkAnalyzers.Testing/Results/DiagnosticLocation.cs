namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An expected location of a diagnostic.</summary>
public readonly struct DiagnosticLocation
{
    /// <summary>Makes a location.</summary>
    public DiagnosticLocation(FileLinePositionSpan span, DiagnosticLocationOptions options)
    {
        Span = span;
        Options = options;
    }

    /// <summary>Its file, start and end.</summary>
    public FileLinePositionSpan Span { get; }

    /// <summary>How it is compared.</summary>
    public DiagnosticLocationOptions Options { get; }
}
