using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>Where the object that data are written to leads.</summary>
internal enum Destination
{
    /// <summary>Nothing is known, or it is memory.</summary>
    Unknown,

    /// <summary>A listed sink.</summary>
    Open,

    /// <summary>Something on the way protects.</summary>
    Protected,
}

/// <summary>Finds out whether a writer, stream or store is open or protected, from where it was made.</summary>
internal sealed class Destinations
{
    private const int MaxSteps = 100;
    private const int MaxCallers = 20;

    private readonly FlowCatalogue _catalogue;
    private readonly FlowBodies _bodies;

    public Destinations(FlowCatalogue catalogue, FlowBodies bodies) => (_catalogue, _bodies) = (catalogue, bodies);

    /// <summary>One protected way is enough to stay silent: code that chooses knows about protection.</summary>
    /// <param name="target">The writer, stream or store.</param>
    /// <param name="rule">The rule that it is open for; empty when it is not open.</param>
    public Destination Of(IOperation? target, out string rule)
    {
        rule = "";
        var result = Destination.Unknown;
        if (target is null)
        {
            return result;
        }

        var seen = new HashSet<SyntaxNode>();
        var pending = new Queue<IOperation>();
        pending.Enqueue(target);
        while (pending.Count > 0 && seen.Count < MaxSteps)
        {
            var operation = pending.Dequeue().Unconverted();
            if (!seen.Add(operation.Syntax))
            {
                continue;
            }

            var entry = Visit(operation, pending);
            if (entry?.Effect == FlowEffect.Protects)
            {
                rule = "";
                return Destination.Protected;
            }

            if (entry is not null && result != Destination.Open)
            {
                result = Destination.Open;
                rule = entry.Rule;
            }
        }

        return result;
    }

    /// <summary>The line that opens or protects the object; null where it only comes from elsewhere.</summary>
    private FlowEntry? Visit(IOperation operation, Queue<IOperation> pending)
    {
        switch (operation)
        {
            case IAwaitOperation await:
                pending.Enqueue(await.Operation);
                return null;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                pending.Enqueue(conditional.WhenTrue);
                pending.Enqueue(otherwise);
                return null;
            case ICoalesceOperation coalesce:
                pending.Enqueue(coalesce.Value);
                pending.Enqueue(coalesce.WhenNull);
                return null;
            case IAssignmentOperation assignment:
                pending.Enqueue(assignment.Value);
                return null;
            case IConditionalAccessOperation access:
                pending.Enqueue(access.WhenNotNull);
                return null;
            case IConditionalAccessInstanceOperation instance when ValueFlow.Accessed(instance) is { } accessed:
                pending.Enqueue(accessed);
                return null;
            case ILocalReferenceOperation local:
                return Follow(_bodies.Around(local).Of(local.Local), local, pending);
            case IFieldReferenceOperation { Field.DeclaringSyntaxReferences.IsEmpty: false } field:
                return Follow(_bodies.OfMember(field.Field), field, pending);
            case IPropertyReferenceOperation property:
                if ((_catalogue.Of(property.Property, FlowEffect.Protects) ?? _catalogue.Of(property.Property, FlowEffect.Opens)) is { } line)
                {
                    return line;
                }

                return property.Property.DeclaringSyntaxReferences.IsEmpty
                    ? Leaf(property)
                    : Follow(_bodies.OfMember(property.Property), property, pending);
            case IParameterReferenceOperation parameter:
                return Parameter(parameter, pending);
            default:
                return FlowCall.From(operation) is { } call ? Call(call, pending) : Leaf(operation);
        }
    }

    private FlowEntry? Follow(IReadOnlyList<Definition> definitions, IOperation reference, Queue<IOperation> pending)
    {
        foreach (var definition in definitions)
        {
            if (!definition.Adds && definition.Value is { } value and not IArgumentOperation)
            {
                pending.Enqueue(value);
            }
        }

        return Leaf(reference);
    }

    private FlowEntry? Parameter(IParameterReferenceOperation parameter, Queue<IOperation> pending)
    {
        Follow(_bodies.Around(parameter).Of(parameter.Parameter), parameter, pending);
        if (parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method)
        {
            foreach (var call in _bodies.Callers(method).Take(MaxCallers))
            {
                if (call.Argument(parameter.Parameter) is { } value)
                {
                    pending.Enqueue(value);
                }
            }
        }

        return Leaf(parameter);
    }

    private FlowEntry? Call(FlowCall call, Queue<IOperation> pending)
    {
        if (_catalogue.Protects(call.Method))
        {
            return FlowCatalogue.Protection;
        }

        var known = false;
        foreach (var entry in _catalogue.Of(call.Method))
        {
            switch (entry.Effect)
            {
                case FlowEffect.Opens:
                    return entry;
                case FlowEffect.Wraps:
                    known = true;
                    foreach (var (_, value) in call.Slots(entry))
                    {
                        pending.Enqueue(value);
                    }

                    break;
                case FlowEffect.Fills or FlowEffect.Carries when call.Receiver is { } receiver:
                    known = true;
                    pending.Enqueue(receiver);
                    break;
                default:
                    break;
            }
        }

        if (!known && call.Method.MethodKind != MethodKind.Constructor && !call.Method.DeclaringSyntaxReferences.IsEmpty)
        {
            foreach (var value in _bodies.Of(call.Method)?.Returns(null) ?? [])
            {
                pending.Enqueue(value);
            }
        }

        return Leaf(call.Site);
    }

    private FlowEntry? Leaf(IOperation operation) => _catalogue.OfObject(operation.Type);
}
