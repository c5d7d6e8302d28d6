namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How an expected diagnostic is compared.</summary>
[Flags]
public enum DiagnosticOptions
{
    /// <summary>In full.</summary>
    None = 0,

    /// <summary>Without its additional locations.</summary>
    IgnoreAdditionalLocations = 1,

    /// <summary>Without its severity.</summary>
    IgnoreSeverity = 2,
}
