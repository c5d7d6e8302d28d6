namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How the syntax tree a code action made is compared with the one its text parses to.</summary>
public enum CodeActionValidationMode
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Nodes and tokens.</summary>
    SemanticStructure = 1,

    /// <summary>Nodes, tokens and trivia.</summary>
    Full = 2,
}
