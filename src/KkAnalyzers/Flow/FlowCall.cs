using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

/// <summary>A call or creation in one form.</summary>
/// <param name="Site">The operation itself.</param>
/// <param name="Method">What is called.</param>
/// <param name="Instance">What it is called on; null for a static or extension method and for a constructor.</param>
/// <param name="Arguments">Its arguments.</param>
internal readonly record struct FlowCall(IOperation Site, IMethodSymbol Method, IOperation? Instance, ImmutableArray<IArgumentOperation> Arguments)
{
    /// <summary>What it is called on, also for an extension method.</summary>
    public IOperation? Receiver => Instance ?? (Method.IsExtensionMethod && Arguments.Length > 0 ? Arguments[0].Value : null);

    public static FlowCall? From(IOperation operation) => operation switch
    {
        IInvocationOperation i => new FlowCall(i, i.TargetMethod, i.Instance, i.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } c => new FlowCall(c, constructor, null, c.Arguments),
        IDelegateCreationOperation { Target: IMethodReferenceOperation group } => From(group),
        IMethodReferenceOperation r => new FlowCall(r, r.Method, r.Instance, ImmutableArray<IArgumentOperation>.Empty),
        _ => null,
    };

    /// <summary>True unless a condition of the line fails.</summary>
    public bool Meets(FlowEntry entry)
    {
        foreach (var slot in entry.Slots)
        {
            if (slot.Role == SlotRole.Condition && !Arguments.Any(a => a.Parameter?.Name == slot.Name && a.Value.ConstantValue is { HasValue: true, Value: string text } && slot.Accepts(text)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The values in the parameters that the line speaks of.</summary>
    public IEnumerable<(FlowSlot Slot, IOperation Value)> Slots(FlowEntry entry)
    {
        foreach (var slot in entry.Slots)
        {
            if (slot.Name == FlowSlot.This)
            {
                if (Receiver is { } receiver)
                {
                    yield return (slot, receiver);
                }

                continue;
            }

            foreach (var argument in Arguments)
            {
                if (argument.ArgumentKind != ArgumentKind.DefaultValue && (slot.Name == FlowSlot.Every || argument.Parameter?.Name == slot.Name))
                {
                    yield return (slot, argument.Value);
                }
            }
        }
    }

    /// <summary>The values that the call gives a parameter of its method; none when it is left to its default.</summary>
    public IEnumerable<(IOperation Value, FlowPath? Path)> Given(IParameterSymbol parameter) =>
        Site is IMethodReferenceOperation group ? Generics.Given(group, parameter.Ordinal)
        : Argument(parameter) is { } value ? [(value, null)]
        : [];

    /// <summary>The value that the call binds to a parameter of its method; null when it is left to its default.</summary>
    public IOperation? Argument(IParameterSymbol parameter)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Parameter is { } p && p.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
