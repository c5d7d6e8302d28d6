using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>What a body compares with what it allows. That it then does the right thing is taken for granted.</summary>
internal static class SqlChecks
{
    private static readonly string[] Verbs = ["Validate", "Ensure", "Guard", "Assert", "Check", "IsValid", "IsSafe", "IsAllowed", "Verify"];
    private static readonly string[] NoContent = ["Null", "Empty", "WhiteSpace", "Length"];

    /// <summary>The locals, parameters and members that are checked in the body.</summary>
    public static HashSet<ISymbol> In(IOperation body)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var compared = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IInvocationOperation call:
                    foreach (var value in Given(call))
                    {
                        if (Named(value) is { } symbol)
                        {
                            found.Add(symbol);
                        }
                    }

                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                    Compared(comparison.LeftOperand, Allowed(comparison.RightOperand));
                    Compared(comparison.RightOperand, Allowed(comparison.LeftOperand));
                    break;
                case IIsPatternOperation pattern:
                    Compared(pattern.Value, pattern.Pattern.DescendantsAndSelf().OfType<IConstantPatternOperation>().Count(p => p.Value.Constant() is { Length: > 0 }));
                    break;
                case ISwitchOperation choice:
                    Compared(choice.Value, choice.Cases.SelectMany(c => c.Clauses).OfType<ISingleValueCaseClauseOperation>().Count(c => c.Value.Constant() is not null));
                    break;
            }
        }

        // One comparison picks out a special case; a choice has at least two.
        found.UnionWith(compared.Where(c => c.Value > 1).Select(c => c.Key));
        return found;

        void Compared(IOperation value, int times)
        {
            if (times > 0 && Named(value) is { } symbol)
            {
                compared[symbol] = compared.TryGetValue(symbol, out var before) ? before + times : times;
            }
        }
    }

    /// <summary>The values that a call compares with a list or a pattern.</summary>
    private static IEnumerable<IOperation> Given(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Contains" when call.Receiver()?.Unwrap().Type?.SpecialType != SpecialType.System_String:
                return call.Arguments.Select(a => a.Value).Where(v => v != call.Receiver());
            case "ContainsKey" or "TryGetValue" or "IsMatch" or "IsDefined" or "TryParse":
                return call.Arguments.Where(a => a.Parameter?.RefKind != RefKind.Out).Select(a => a.Value);
            case "All" or "TrueForAll" or "Any" when call.Receiver() is { } receiver:
                return [receiver];
            case "Equals" when method.ContainingType.SpecialType == SpecialType.System_String:
                return [];
            default:
                return !WebSymbols.IsFramework(method) && Verbs.Any(v => method.Name.StartsWith(v, StringComparison.Ordinal)) && !NoContent.Any(n => method.Name.IndexOf(n, StringComparison.Ordinal) >= 0)
                    ? call.Arguments.Select(a => a.Value)
                    : [];
        }
    }

    private static int Allowed(IOperation value) => value.Unwrap().Constant() is { Length: > 0 } ? 1 : 0;

    private static ISymbol? Named(IOperation value) => value.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => member.Member.OriginalDefinition,
        IInvocationOperation { TargetMethod: { Name: "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Trim" } } call when call.Instance is { } instance => Named(instance),
        _ => null,
    };
}
