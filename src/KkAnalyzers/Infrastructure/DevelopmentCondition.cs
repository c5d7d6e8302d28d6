using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Infrastructure;

/// <summary>What keeps code away from the people who use the product.</summary>
internal enum GuardKind
{
    /// <summary>Nothing: it runs for everyone.</summary>
    None,

    /// <summary>A setting that somebody can turn on in production too.</summary>
    Switch,

    /// <summary>It runs on a developer's or tester's machine only.</summary>
    Development,
}

/// <summary>Reads the condition of a branch: is it true on a developer's machine only?</summary>
internal sealed class DevelopmentCondition(SourceUses uses, CancellationToken cancellation)
{
    /// <summary>Parts within parts; a condition that is longer than a person writes guards nothing we can name.</summary>
    private const int MaxDepth = 24;

    private static readonly HashSet<string> Development = new(StringComparer.OrdinalIgnoreCase)
    {
        "development", "dev", "develop", "debug", "debugging", "debugger", "local", "localhost", "test", "testing", "tests", "ontwikkeling", "ontwikkel",
    };

    private static readonly HashSet<string> Production = new(StringComparer.OrdinalIgnoreCase) { "production", "prod", "prd", "release", "productie" };

    /// <param name="condition">The condition of an if, a ternary or one side of an &amp;&amp;.</param>
    /// <param name="truth">Which of its outcomes leads to the code in question.</param>
    public GuardKind Read(IOperation condition, bool truth) => Read(condition, truth, 0);

    /// <summary>True for a word that names a developer's or tester's environment, as a part of a name.</summary>
    public static bool NamesDevelopment(string name) => Words.Of(name).Any(Development.Contains);

    private static bool NamesProduction(string name) => Words.Of(name).Any(Production.Contains);

    private GuardKind Read(IOperation condition, bool truth, int depth)
    {
        if (depth > MaxDepth)
        {
            return GuardKind.None;
        }

        condition = condition.Unwrap();
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return Read(negation.Operand, !truth, depth + 1);

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both:
                return Combine(both, truth, every: !truth, depth);

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either:
                return Combine(either, truth, every: truth, depth);

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                return Equality(equality.LeftOperand, equality.RightOperand, truth == (equality.OperatorKind == BinaryOperatorKind.Equals), depth);

            case IIsPatternOperation pattern:
                return Pattern(pattern.Value, pattern.Pattern, truth, depth);

            case IInvocationOperation call:
                return Call(call, truth);

            case ILocalReferenceOperation local:
                return Named(local.Local.Name, truth) ?? (local.OnlyValue() is { } value && Read(value, truth, depth + 1) is not GuardKind.None and var read ? read : GuardKind.Switch);

            case IPropertyReferenceOperation { Property: { Name: "IsAttached", ContainingType.Name: "Debugger" } }:
                return truth ? GuardKind.Development : GuardKind.None;

            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member:
                return member.ConstantValue.HasValue
                    ? GuardKind.None
                    : Named(member.Member.Name, truth) ?? (uses.Initial(member.Member, cancellation) is { } initial && Read(initial, truth, depth + 1) is GuardKind.Development ? GuardKind.Development : GuardKind.Switch);

            case IParameterReferenceOperation parameter:
                return Named(parameter.Parameter.Name, truth) ?? GuardKind.Switch;

            case ICoalesceOperation coalesce:
                return Read(coalesce.Value, truth, depth + 1);

            default:
                return GuardKind.None;
        }
    }

    /// <summary>Both sides must guard (every), or one of them is enough.</summary>
    private GuardKind Combine(IBinaryOperation operation, bool truth, bool every, int depth)
    {
        var right = Read(operation.RightOperand, truth, depth + 1);
        var left = Read(operation.LeftOperand, truth, depth + 1);
        return every == left > right ? right : left;
    }

    private GuardKind Equality(IOperation left, IOperation right, bool equal, int depth)
    {
        left = left.Unwrap();
        right = right.Unwrap();
        if ((Name(right) ?? Name(left)) is { } name)
        {
            return Text(name, Name(right) is null ? right : left, equal);
        }

        var (value, other) = right.ConstantValue.HasValue ? (right, left) : (left, right);
        return value.ConstantValue switch
        {
            { HasValue: true, Value: bool flag } => Read(other, flag == equal, depth + 1),
            { HasValue: true, Value: null } when Environment(other) => GuardKind.Development,
            _ => GuardKind.None,
        };
    }

    /// <summary>A constant text, or one of the framework's names of environments, which are no constants.</summary>
    private static string? Name(IOperation? operation) => operation.Constant()
        ?? (operation is IFieldReferenceOperation { Field: { ContainingType.Name: "Environments" or "EnvironmentName" } field } ? field.Name : null);

    private GuardKind Pattern(IOperation value, IPatternOperation pattern, bool truth, int depth)
    {
        while (pattern is INegatedPatternOperation negated)
        {
            pattern = negated.Pattern;
            truth = !truth;
        }

        return pattern is IConstantPatternOperation constant ? Equality(value, constant.Value, truth, depth + 1) : GuardKind.None;
    }

    private static GuardKind Call(IInvocationOperation call, bool truth)
    {
        var name = call.TargetMethod.Name;
        var text = call.Arguments.Select(a => a.Value.Unwrap()).Append(call.Instance).Select(Name).FirstOrDefault(t => t is not null);
        switch (name)
        {
            case "IsEnvironment" when text is not null:
                return NamesProduction(text) != truth ? GuardKind.Development : GuardKind.None;
            case "IsStaging":
                return truth ? GuardKind.Development : GuardKind.None;
            case "Equals" or "StartsWith" or "EndsWith" or "Contains" when text is not null:
                return Text(text, call, truth);
            case "GetValue" or "GetBoolean" or "IsEnabled" or "IsEnabledAsync" or "Parse" or "TryParse" or "ToBoolean":
                // A switch that is on unless somebody turns it off keeps nothing away.
                return Environment(call) ? GuardKind.Development
                    : call.Arguments.Any(a => a.ArgumentKind == ArgumentKind.Explicit && a.Value.Unwrap().ConstantValue is { HasValue: true, Value: true }) ? GuardKind.None
                    : GuardKind.Switch;
        }

        return Named(name, truth) ?? (Environment(call) ? GuardKind.Development : GuardKind.None);
    }

    private static GuardKind Text(string text, IOperation other, bool equal)
    {
        if (NamesProduction(text))
        {
            return equal ? GuardKind.None : GuardKind.Development;
        }

        if (NamesDevelopment(text) || Environment(other))
        {
            return equal ? GuardKind.Development : GuardKind.None;
        }

        return GuardKind.Switch;
    }

    /// <summary>The environment's name, or a variable of the environment: what differs between a server and a developer's machine.</summary>
    private static bool Environment(IOperation operation) => operation.Inside().Any(o => o switch
    {
        IInvocationOperation call => call.TargetMethod.Name == "GetEnvironmentVariable",
        IPropertyReferenceOperation property => property.Property.Name == "EnvironmentName",
        _ => false,
    });

    private static GuardKind? Named(string name, bool truth) =>
        NamesProduction(name) ? truth ? GuardKind.None : GuardKind.Development
        : NamesDevelopment(name) ? truth ? GuardKind.Development : GuardKind.None
        : null;
}
