namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How an expected location is compared.</summary>
[Flags]
public enum DiagnosticLocationOptions
{
    /// <summary>In full.</summary>
    None = 0,

    /// <summary>Its start alone.</summary>
    IgnoreLength = 1,

    /// <summary>The line is the number of a markup location such as '{|#0:code|}'.</summary>
    InterpretAsMarkupKey = 2,

    /// <summary>It has to be marked as unnecessary code.</summary>
    UnnecessaryCode = 4,
}
