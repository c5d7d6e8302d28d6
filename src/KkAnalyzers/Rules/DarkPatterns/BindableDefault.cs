using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>
/// The default of a bindable property that is true: <c>BindableProperty.Create</c> (MAUI), <c>DependencyProperty.Register</c>
/// with its metadata (WPF, WinUI), <c>AvaloniaProperty.Register</c>.
/// </summary>
/// <param name="Property">Name of the property.</param>
/// <param name="Value">The <c>true</c>.</param>
internal sealed record BindableDefault(string Property, IOperation Value)
{
    /// <summary>Reads the value of a field; null when it is no bindable property or its default is not true.</summary>
    public static BindableDefault? Find(IOperation value)
    {
        if (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        if (value is not IInvocationOperation { TargetMethod: { Name: "Create" or "Register" or "RegisterAttached" or "CreateAttached", ContainingType: { } type } } call
            || !type.Name.EndsWith("Property", StringComparison.Ordinal)
            || call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value.ConstantValue.Value is not string name)
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.IsImplicit || argument.Parameter?.Ordinal == 0)
            {
                continue;
            }

            if (DefaultIn(argument) is { } found)
            {
                return new BindableDefault(name, found);
            }
        }

        return null;
    }

    private static IOperation? DefaultIn(IArgumentOperation argument)
    {
        var value = argument.Value.Unconverted();
        if (IsTrue(value))
        {
            return argument.Parameter?.Name is "defaultValue" or "value" ? value : null;
        }

        return value is IObjectCreationOperation { Type.Name: var name, Arguments.Length: > 0 } metadata
            && name.EndsWith("Metadata", StringComparison.Ordinal) && metadata.Arguments[0].Value.Unconverted() is var first && IsTrue(first)
                ? first
                : null;
    }

    private static bool IsTrue(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: true };
}
