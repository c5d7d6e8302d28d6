namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which automatic checks of a code fix test are left out.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    /// <summary>All are made.</summary>
    None = 0,

    /// <summary>No fix all in document.</summary>
    SkipFixAllInDocumentCheck = 1,

    /// <summary>No fix all in project.</summary>
    SkipFixAllInProjectCheck = 2,

    /// <summary>No fix all in solution.</summary>
    SkipFixAllInSolutionCheck = 4,

    /// <summary>No fix all.</summary>
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,

    /// <summary>One diagnostic is fixed, once.</summary>
    FixOne = 8,

    /// <summary>A diagnostic reported at the end of the compilation may be fixed.</summary>
    SkipLocalDiagnosticCheck = 16,
}
