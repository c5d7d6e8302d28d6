using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>What a binding of WCF asks of the caller.</summary>
/// <param name="AsksWho">It asks who calls; encryption alone does not.</param>
/// <param name="Text">The binding and its mode, as the code names them.</param>
/// <param name="Place">Where the binding is made.</param>
internal sealed record WcfBinding(bool AsksWho, string Text, Location Place)
{
    /// <summary>Null when the binding or its mode cannot be read.</summary>
    public static WcfBinding? Read(IOperation value)
    {
        var created = AccessPolicies.Resolve(value.Unwrap());
        if (created is not IObjectCreationOperation { Type: { } type } creation)
        {
            return null;
        }

        var (mode, credential) = Defaults(type.Name);
        foreach (var argument in creation.Arguments)
        {
            if (Enum(argument.Value) is { } given && argument.Value.Unwrap().Type?.Name.EndsWith("SecurityMode", StringComparison.Ordinal) == true)
            {
                mode = given;
            }
        }

        foreach (var assignment in Assignments(creation, value.Unwrap() as ILocalReferenceOperation))
        {
            var name = ((IPropertyReferenceOperation)assignment.Target).Property.Name;
            if (name is not ("Mode" or "ClientCredentialType"))
            {
                continue;
            }

            if (Enum(assignment.Value) is not { } set)
            {
                return null; // set from a variable: nothing is known
            }

            if (name == "Mode")
            {
                mode = set;
            }
            else
            {
                credential = set;
            }
        }

        return mode is null ? null : new(Asks(mode, credential), credential is null ? $"{type.Name} {mode}" : $"{type.Name} {mode} {credential}", creation.Syntax.GetLocation());
    }

    /// <summary>The documented defaults of WCF and CoreWCF.</summary>
    private static (string? Mode, string? Credential) Defaults(string binding) => binding switch
    {
        "BasicHttpBinding" or "NetHttpBinding" or "WebHttpBinding" => ("None", null),
        "BasicHttpsBinding" or "NetHttpsBinding" => ("Transport", null),
        "NetTcpBinding" or "NetNamedPipeBinding" => ("Transport", "Windows"),
        "WSHttpBinding" or "WS2007HttpBinding" => ("Message", "Windows"),
        "WSFederationHttpBinding" or "WS2007FederationHttpBinding" => ("Message", "IssuedToken"),
        _ => default,
    };

    private static bool Asks(string mode, string? credential) => mode switch
    {
        "None" => false,
        "Message" or "TransportWithMessageCredential" => credential != "None",
        _ => credential is not (null or "None"),
    };

    private static IEnumerable<ISimpleAssignmentOperation> Assignments(IObjectCreationOperation creation, ILocalReferenceOperation? local)
    {
        var inside = creation.Inside().OfType<ISimpleAssignmentOperation>();
        var later = local is null ? [] : local.Root().Descendants().OfType<ISimpleAssignmentOperation>()
            .Where(a => a.Target.Inside().Any(o => o is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local)));
        return inside.Concat(later).Where(a => a.Target is IPropertyReferenceOperation);
    }

    private static string? Enum(IOperation value) => value.Unwrap() is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } field } ? field.Name : null;
}
