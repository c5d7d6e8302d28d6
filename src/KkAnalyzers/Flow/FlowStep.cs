using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>A call that the walk went into, so that a parameter in there gets the value of this call and of no other.</summary>
internal sealed record CallFrame(FlowCall Call, CallFrame? Outer, int Depth)
{
    // Not of the outer ones too: a step is looked up at every turn of the walk.
    public override int GetHashCode() => (Call.Site.GetHashCode() * 31) + Depth;
}

/// <summary>What a name on the way says, for when the value's own origin says nothing.</summary>
/// <param name="Data">What the name says.</param>
/// <param name="At">Where the name stands.</param>
/// <param name="ByKey">The name is the key of the store.</param>
internal sealed record NameSays(DataClassification Data, IOperation At, bool ByKey);

/// <summary>The value that is reported, with what its walk has used of its budget.</summary>
internal sealed class FlowAnchor
{
    public FlowAnchor(IOperation operation, int depth) => (Operation, Depth) = (operation, depth);

    public IOperation Operation { get; }

    /// <summary>Number of helpers between this value and the sink.</summary>
    public int Depth { get; }

    public int Hops { get; set; }
}

/// <summary>One expression on the way back from a sink.</summary>
/// <param name="Operation">The expression.</param>
/// <param name="From">The step that is one nearer to the sink.</param>
/// <param name="Anchor">Where a find is reported.</param>
/// <param name="Text">Only what <c>ToString</c> makes of the value goes on, not its members.</param>
/// <param name="Frame">The call that the walk is in.</param>
/// <param name="Path">Only this part of the value goes on; null for all of it.</param>
/// <param name="Says">What a name on the way says.</param>
/// <param name="Name">Name of what was passed to come here, for the reader.</param>
/// <param name="View">When the members go on: who writes them.</param>
/// <param name="Protected">Something nearer to the sink protects the value: no finding, but a line in the inventory.</param>
/// <param name="IsGiven">The expression is a call that may put something into the value, not the value itself.</param>
internal sealed record FlowStep(
    IOperation Operation,
    FlowStep? From,
    FlowAnchor Anchor,
    bool Text,
    CallFrame? Frame = null,
    FlowPath? Path = null,
    NameSays? Says = null,
    string? Name = null,
    ObjectView View = ObjectView.Serialised,
    bool Protected = false,
    bool IsGiven = false)
{
    /// <summary>What goes on when the value is taken in this role.</summary>
    public FlowStep As(SlotRole role) => role switch
    {
        SlotRole.Text or SlotRole.Name or SlotRole.Template => this with { Text = true },
        SlotRole.Members => this with { Text = false, View = ObjectView.Serialised },
        SlotRole.Logged => this with { Text = false, View = ObjectView.Logged },
        SlotRole.Tagged => this with { Text = false, View = ObjectView.Tagged },
        _ => this,
    };

    /// <summary>The whole value goes on.</summary>
    public bool IsWhole => Path is null;

    public FlowOrigin Origin(DataClassification data, IOperation source, bool byKey)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var locations = ImmutableArray.CreateBuilder<Location>();
        locations.Add(source.Syntax.GetLocation());
        for (var step = this; step is not null; step = step.From)
        {
            if (step.Name is not { } name)
            {
                continue;
            }

            if (name != data.Name && !names.Contains(name) && names.Count < FlowOrigin.MaxThrough)
            {
                names.Add(name);
            }

            if (step.From is { } nearer && !locations.Contains(nearer.Operation.Syntax.GetLocation()))
            {
                locations.Add(nearer.Operation.Syntax.GetLocation());
            }
        }

        return new FlowOrigin(data, source, Anchor.Operation, names.ToImmutable(), locations.ToImmutable(), byKey, Protected);
    }
}
