using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>One way in which a symbol gets data.</summary>
/// <param name="Value">What it gets; null when it gets what <paramref name="Wrapper"/> gets.</param>
/// <param name="Role">How it takes it.</param>
/// <param name="Path">Only this part of the value, or of what <paramref name="Out"/> gives.</param>
/// <param name="Adds">It is put into the symbol's object, which keeps what it had.</param>
/// <param name="Into">The member of the symbol's object that it is put into: <c>entry.Text = …</c>.</param>
/// <param name="Key">Like <paramref name="Into"/>, for one type argument of a collection: the keys of a dictionary are no values; -1 for all.</param>
/// <param name="Wrapper">A symbol whose object writes to this symbol's: a writer over a memory stream.</param>
/// <param name="Out">The out parameter of the value's Deconstruct method that gives it.</param>
/// <param name="IsCall">What a call, known to this body, gives a parameter: of no interest to who comes from another call.</param>
/// <param name="IsGiven">The symbol's object is given to this call or has it called on it, which may put something in.</param>
internal readonly record struct Definition(
    IOperation? Value,
    SlotRole Role = SlotRole.Value,
    FlowPath? Path = null,
    bool Adds = false,
    ISymbol? Into = null,
    int Key = -1,
    ISymbol? Wrapper = null,
    IParameterSymbol? Out = null,
    bool IsCall = false,
    bool IsGiven = false);
