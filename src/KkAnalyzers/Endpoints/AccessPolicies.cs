using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>What policies contain. One whose only requirement is always met protects nothing, whoever asks for it.</summary>
internal sealed class AccessPolicies
{
    private const string Builder = "AuthorizationPolicyBuilder";

    private readonly WebCalls _calls;
    private Dictionary<string, bool>? _open;

    public AccessPolicies(WebCalls calls) => _calls = calls;

    /// <summary>Assignments and calls that set the policy for endpoints that say nothing.</summary>
    public IEnumerable<(IOperation Operation, IOperation Value, string Name)> Fallbacks => Set("FallbackPolicy", "SetFallbackPolicy", "AddFallbackPolicy");

    /// <summary>The policy's name when everyone meets it, empty for the default policy; null when it may turn somebody away.</summary>
    /// <param name="name">Null for the default policy.</param>
    public string? Open(string? name) => Policies.TryGetValue(name ?? "", out var open) && open ? name ?? "" : null;

    /// <summary>The same for the arguments of RequireAuthorization, AuthorizeFilter, AuthorizeFolder.</summary>
    public string? Open(IEnumerable<IArgumentOperation> arguments)
    {
        string? open = "";
        var any = false;
        foreach (var value in arguments.Where(IsPolicy).SelectMany(Values))
        {
            any = true;
            if (value.Type?.SpecialType == SpecialType.System_String)
            {
                open = value.Constant() is { } name ? Open(name) : null;
            }
            else
            {
                open = LetsEveryoneIn(value) ? "RequireAssertion(…)" : null;
            }

            if (open is null)
            {
                return null;
            }
        }

        return any ? open : Open((string?)null);
    }

    /// <summary>Null, the default policy when that is one, or a policy whose only requirement is always met.</summary>
    public bool LetsEveryoneIn(IOperation value)
    {
        value = Resolve(value.Unwrap());
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation:
                return true;
            case IPropertyReferenceOperation { Property: { Name: "DefaultPolicy", ContainingType.Name: "AuthorizationOptions" } }:
                return Open((string?)null) is not null;
        }

        var any = false;
        foreach (var operation in value.Inside(lambdas: false))
        {
            switch (operation)
            {
                case IPropertyReferenceOperation { Property: { Name: "Requirements", ContainingType.Name: Builder } }:
                    return false;
                case IInvocationOperation call when call.TargetMethod.Name is not ("Build" or "AddAuthenticationSchemes") && call.Receiver()?.Unwrap().Type?.Name == Builder:
                    any = true;
                    if (!IsAlwaysMet(call))
                    {
                        return false;
                    }

                    break;
            }
        }

        return any;
    }

    /// <summary>The initial value of a local.</summary>
    public static IOperation Resolve(IOperation value) => value is ILocalReferenceOperation local
        ? local.Root().Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local.Local))?.GetVariableInitializer()?.Value.Unwrap() ?? value
        : value;

    private Dictionary<string, bool> Policies
    {
        get
        {
            if (_open is null)
            {
                _open = new(StringComparer.OrdinalIgnoreCase);
                foreach (var (name, value) in Named().Concat(Set("DefaultPolicy", "SetDefaultPolicy", "AddDefaultPolicy").Select(s => ("", s.Value))))
                {
                    // Written twice: only when both let everyone in.
                    var open = value.ConstantValue is not { HasValue: true } && LetsEveryoneIn(value);
                    _open[name] = (!_open.TryGetValue(name, out var before) || before) && open;
                }
            }

            return _open;
        }
    }

    private IEnumerable<(string Name, IOperation Value)> Named()
    {
        foreach (var call in _calls.Setup("AddPolicy", "AddDefaultPolicy", "AddFallbackPolicy"))
        {
            if (IsAuthorization(call) && call.Argument("name").Constant() is { Length: > 0 } name && call.Arguments.Length == 2 && Value(call) is { } value)
            {
                yield return (name, value);
            }
        }
    }

    private IEnumerable<(IOperation Operation, IOperation Value, string Name)> Set(string property, string set, string add) =>
        _calls.PolicyAssignments.Where(a => a.Target is IPropertyReferenceOperation target && target.Property.Name == property).Select(a => ((IOperation)a, a.Value, property))
            .Concat(_calls.Setup(set, add).Where(IsAuthorization).Select(c => ((IOperation)c, Value(c), c.TargetMethod.Name)).Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!, c.Name)));

    private static bool IsAuthorization(IInvocationOperation call) => call.TargetMethod.ContainingType.Name is "AuthorizationOptions" or "AuthorizationBuilder";

    private static IOperation? Value(IInvocationOperation call) => call.Argument("policy") ?? call.Argument("configurePolicy");

    private static bool IsPolicy(IArgumentOperation argument) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Name is "policyNames" or "policy" or "configurePolicy" or "authorizeData";

    private static IEnumerable<IOperation> Values(IArgumentOperation argument) =>
        argument.Value.Unwrap() is IArrayCreationOperation array ? array.Initializer?.ElementValues.Select(v => v.Unwrap()) ?? [] : [argument.Value.Unwrap()];

    private static bool IsAlwaysMet(IInvocationOperation call) =>
        call.TargetMethod.Name == "RequireAssertion"
        && call.Arguments.LastOrDefault()?.Value.Unwrap() is IAnonymousFunctionOperation lambda
        && lambda.Body.Inside().OfType<IReturnOperation>().All(r => IsTrue(r.ReturnedValue?.Unwrap()));

    private static bool IsTrue(IOperation? value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: true } } => true,
        IInvocationOperation { TargetMethod.Name: "FromResult" } call => call.Arguments.Length == 1 && IsTrue(call.Arguments[0].Value),
        _ => false,
    };
}
