using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Infrastructure;

/// <summary>What a setting gets, when the code says so: constants, and names and choices of constants. What a settings file decides is not written here.</summary>
internal static class WrittenValues
{
    /// <summary>Names for names, and choices within choices; a person writes one or two.</summary>
    private const int MaxSteps = 16;

    /// <summary>Each value that the expression can have, behind locals, fields and <c>?:</c>. A value that stays unknown is given back as it is.</summary>
    public static List<IOperation> Of(IOperation value, SourceUses uses, CancellationToken cancellation)
    {
        var found = new List<IOperation>();
        var work = new Stack<IOperation>();
        work.Push(value);
        for (var steps = 0; work.Count > 0; steps++)
        {
            var current = work.Pop().Unwrap();
            if (current.ConstantValue.HasValue || steps >= MaxSteps)
            {
                found.Add(current);
                continue;
            }

            switch (current)
            {
                case IConditionalOperation { WhenFalse: { } other } choice:
                    work.Push(other);
                    work.Push(choice.WhenTrue);
                    break;
                case ILocalReferenceOperation local when local.OnlyValue() is { } only:
                    work.Push(only);
                    break;
                case IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } when uses.Initial(field, cancellation) is { } initial:
                    work.Push(initial);
                    break;
                case IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } when uses.Initial(property, cancellation) is { } initial:
                    work.Push(initial);
                    break;
                default:
                    found.Add(current);
                    break;
            }
        }

        return found;
    }

    public static bool IsFalse(IOperation value) => value.ConstantValue is { HasValue: true, Value: false };

    public static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

    /// <summary>A whole number, also an enum's; null for anything else.</summary>
    public static decimal? Number(IOperation value) => value.ConstantValue is { HasValue: true } constant
        ? constant.Value switch
        {
            int number => number,
            uint number => number,
            long number => number,
            ulong number => number,
            short number => number,
            ushort number => number,
            byte number => number,
            sbyte number => number,
            _ => null,
        }
        : null;

    /// <summary>The length of a <c>TimeSpan</c> that is written out; null when it depends on something else.</summary>
    public static TimeSpan? Duration(IOperation value, SourceUses uses, CancellationToken cancellation)
    {
        switch (value)
        {
            case IFieldReferenceOperation { Field: { ContainingType.Name: "TimeSpan" } field }:
                return field.Name switch
                {
                    "MaxValue" => TimeSpan.MaxValue,
                    "Zero" => TimeSpan.Zero,
                    _ => null,
                };
            case IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "TimeSpan", IsStatic: true } } call when name.StartsWith("From", StringComparison.Ordinal):
                return Sum(call.Arguments, name.Substring("From".Length), uses, cancellation);
            case IObjectCreationOperation { Type.Name: "TimeSpan" } creation:
                return Sum(creation.Arguments, "", uses, cancellation);
            default:
                return null;
        }
    }

    private static TimeSpan? Sum(IEnumerable<IArgumentOperation> arguments, string unit, SourceUses uses, CancellationToken cancellation)
    {
        var ticks = 0d;
        foreach (var argument in arguments)
        {
            var values = Of(argument.Value, uses, cancellation);
            var name = argument.Parameter?.Name is { } parameter && parameter != "value" ? parameter : unit;
            if (values.Count != 1 || Factor(name) is not { } factor || (Number(values[0]) is { } whole ? (double)whole : values[0].ConstantValue.Value as double?) is not { } number)
            {
                return null;
            }

            ticks += number * factor;
        }

        return ticks >= TimeSpan.MaxValue.Ticks ? TimeSpan.MaxValue : TimeSpan.FromTicks((long)ticks);
    }

    private static double? Factor(string unit) => unit.ToLowerInvariant() switch
    {
        "days" => TimeSpan.TicksPerDay,
        "hours" => TimeSpan.TicksPerHour,
        "minutes" => TimeSpan.TicksPerMinute,
        "seconds" => TimeSpan.TicksPerSecond,
        "milliseconds" => TimeSpan.TicksPerMillisecond,
        "microseconds" => 10,
        "ticks" => 1,
        _ => null,
    };
}
