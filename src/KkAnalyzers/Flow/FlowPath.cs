using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>Which part of a value goes on: <c>dto.Address.Street</c> asks of <c>dto</c> for Address, and of that for Street.</summary>
/// <param name="Member">Name of the member; <c>Item1</c> of a tuple; see <see cref="Argument"/> for a library's generic type.</param>
/// <param name="Then">The part of that member; null for all of it.</param>
/// <param name="Own">The member itself, when code of its own type asks for it: what that type puts into it may answer.</param>
internal sealed record FlowPath(string Member, FlowPath? Then = null, ISymbol? Own = null)
{
    // A list that is linked through Next would make it grow for ever.
    private const int MaxLength = 6;

    /// <summary>False for more than anybody writes.</summary>
    public bool IsShort { get; } = (Then?.Length ?? 0) < MaxLength;

    private int Length { get; } = 1 + (Then?.Length ?? 0);

    // Not of all parts: a step is looked up at every turn of the walk.
    public override int GetHashCode() => (Member.GetHashCode() * 31) + Length;

    /// <summary>The element of a tuple.</summary>
    public static FlowPath Element(int index, FlowPath? then = null) => new("Item" + (index + 1), then);

    /// <summary>What a generic type holds as one of its type arguments: the keys or the values of a dictionary.</summary>
    public static FlowPath Argument(int index, FlowPath? then = null) => new("!" + index, then);

    /// <summary>Which type argument, see <see cref="Argument"/>; -1 for a member.</summary>
    public int ArgumentIndex => Member[0] == '!' ? Member[1] - '0' : -1;

    /// <summary>Which element of a tuple; -1 for another member.</summary>
    public int ElementIndex => Member.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(Member.Substring("Item".Length), out var number) ? number - 1 : -1;

    /// <summary>The second part of the first.</summary>
    public static FlowPath? Join(FlowPath? first, FlowPath? second) => first is null ? second : first with { Then = Join(first.Then, second) };
}
