using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Flow;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>
/// Log methods that a project makes for itself: partial methods with <c>[LoggerMessage]</c>, and delegates of
/// <c>LoggerMessage.Define</c>.
/// </summary>
internal sealed class LogMethods
{
    private readonly FlowBodies _bodies;
    private readonly Lazy<bool> _redacts;

    public LogMethods(Compilation compilation, FlowBodies bodies)
    {
        _bodies = bodies;

        // A library is started by somebody else; a program that redacts says so somewhere.
        _redacts = new Lazy<bool>(() => compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule
            || compilation.SyntaxTrees.Any(t => t.GetText().ToString().IndexOf("EnableRedaction", StringComparison.Ordinal) >= 0));
    }

    /// <summary>True for <c>Action&lt;ILogger, …, Exception&gt;</c>, which is what LoggerMessage.Define gives.</summary>
    public static bool IsDefined(IInvocationOperation invocation) =>
        invocation.TargetMethod.ContainingType is { Name: "Action", TypeArguments: { Length: > 2 } arguments }
        && arguments[0].Name == "ILogger"
        && arguments[arguments.Length - 1].Name == "Exception";

    /// <summary>The holes of the template that the delegate was made with; none when it cannot be found.</summary>
    public ImmutableArray<TemplateHole> Holes(IInvocationOperation invocation)
    {
        if (invocation.Instance is IMemberReferenceOperation { Member: { } member })
        {
            foreach (var definition in _bodies.OfMember(member))
            {
                if (definition.Value is { } value && value.Unwrap() is IInvocationOperation { TargetMethod.Name: "Define" } define
                    && define.Arguments.FirstOrDefault(a => a.Parameter?.Name == "formatString")?.Value.ConstantValue is { HasValue: true, Value: string template })
                {
                    return MessageTemplate.Holes(template);
                }
            }
        }

        return default;
    }

    /// <summary>True for a parameter of a class of data that the program's redaction knows.</summary>
    public bool IsRedacted(IParameterSymbol parameter) => parameter.GetAttributes().Any(a => SerialisedObject.IsClassifying(a.AttributeClass)) && _redacts.Value;

    /// <summary>How such a method writes the parameter.</summary>
    public static SlotRole Role(IParameterSymbol parameter) =>
        !parameter.GetAttributes().Any(a => a.AttributeClass?.Name is "LogPropertiesAttribute" or "TagProviderAttribute") ? SlotRole.Text

        // The generator redacts the properties of the object itself, not those of the elements of a list.
        : SymbolEqualityComparer.Default.Equals(ValueKindsOf.Unwrap(parameter.Type), parameter.Type) ? SlotRole.Tagged : SlotRole.Logged;

    /// <summary>True for a parameter of a Refit method that goes into the address: not the body, not a header.</summary>
    public static bool IsInAddress(IParameterSymbol parameter) =>
        (parameter.Type.SpecialType != SpecialType.None || parameter.Type.IsValueType)
        && !parameter.GetAttributes().Any(a => a.AttributeClass?.ContainingNamespace?.Name == "Refit" && a.AttributeClass.Name is not ("QueryAttribute" or "AliasAsAttribute"));
}
