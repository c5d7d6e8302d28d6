using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>Looks at an assignment to a property with a name that it asked for.</summary>
internal delegate void PropertyCheck(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property);

/// <summary>Looks at a call of a method with a name that it asked for.</summary>
internal delegate void CallCheck(OperationAnalysisContext c, IInvocationOperation call);

/// <summary>
/// Who looks at which name. One look-up decides for all rules about options; a name belongs to one rule, because the properties
/// are those of known libraries.
/// </summary>
internal sealed class OptionChecks
{
    public Dictionary<string, PropertyCheck> Properties { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CallCheck> Calls { get; } = new(StringComparer.Ordinal);

    public void OnSet(PropertyCheck check, params string[] names) => OnSet(check, (IEnumerable<string>)names);

    public void OnSet(PropertyCheck check, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Properties.Add(name, check);
        }
    }

    public void OnCall(CallCheck check, params string[] names) => OnCall(check, (IEnumerable<string>)names);

    public void OnCall(CallCheck check, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Calls.Add(name, check);
        }
    }
}
