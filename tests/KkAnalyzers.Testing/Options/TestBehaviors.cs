namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which automatic checks of a test are left out.</summary>
[Flags]
public enum TestBehaviors
{
    /// <summary>All are made.</summary>
    None = 0,

    /// <summary>Diagnostics may be reported in generated code.</summary>
    SkipGeneratedCodeCheck = 1,

    /// <summary>Diagnostics need not be suppressible by '#pragma warning disable'.</summary>
    SkipSuppressionCheck = 2,

    /// <summary>Generated sources are not compared.</summary>
    SkipGeneratedSourcesCheck = 4,
}
