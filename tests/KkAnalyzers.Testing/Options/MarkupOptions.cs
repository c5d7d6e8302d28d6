namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How markup is read.</summary>
[Flags]
public enum MarkupOptions
{
    /// <summary>The default.</summary>
    None = 0,

    /// <summary>Markup without a diagnostic id means the first descriptor of the first analyzer that has any.</summary>
    UseFirstDescriptor = 1,

    /// <summary>'$$' is code.</summary>
    TreatPositionIndicatorsAsCode = 2,
}
