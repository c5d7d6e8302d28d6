namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What is done with markup in the files of a state.</summary>
public enum MarkupMode
{
    /// <summary>Markup is code.</summary>
    None = 0,

    /// <summary>Markup is removed.</summary>
    Ignore = 1,

    /// <summary>Markup is removed; only that of diagnostics without a code fix is expected.</summary>
    IgnoreFixable = 2,

    /// <summary>Markup is removed and gives expected diagnostics.</summary>
    Allow = 3,
}
