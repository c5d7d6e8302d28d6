using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

/// <summary>What patterns and deconstructions take a value apart into.</summary>
internal static class Patterns
{
    /// <summary>What a pattern is matched against; null when it cannot be told.</summary>
    public static Definition? Matched(IOperation pattern)
    {
        FlowPath? path = null;
        IOperation child = pattern;
        for (var parent = pattern.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IPropertySubpatternOperation subpattern:
                    return new Definition(subpattern.Member, Path: path);
                case IIsPatternOperation isPattern:
                    return new Definition(isPattern.Value, Path: path);
                case ISwitchExpressionOperation switchExpression:
                    return new Definition(switchExpression.Value, Path: path);
                case ISwitchOperation switchStatement:
                    return new Definition(switchStatement.Value, Path: path);
                case IRecursivePatternOperation positional when positional.DeconstructionSubpatterns.IndexOf((IPatternOperation)child) is >= 0 and var index:
                    var method = positional.DeconstructSymbol as IMethodSymbol;
                    if (IsInSource(method) && Matched(positional) is { Path: null, Out: null } whole)
                    {
                        return whole with { Out = Parameter(method!, index), Path = path };
                    }

                    path = Part(method, index, path);
                    break;
                case IPatternOperation or ISwitchExpressionArmOperation or ISwitchCaseOperation or ICaseClauseOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What a property pattern asks for a member; null when it cannot be told.</summary>
    public static Definition? Matched(IInstanceReferenceOperation input)
    {
        IOperation? at = input;
        while (at is not (null or IPropertySubpatternOperation))
        {
            at = at.Parent;
        }

        return at?.Parent is { } pattern ? Matched(pattern) : null;
    }

    /// <summary>The values that a deconstruction gives to each of its targets.</summary>
    public static IEnumerable<(IOperation Target, Definition Definition)> Deconstructed(IOperation target, IOperation value, DeconstructionInfo info)
    {
        var pending = new Stack<(IOperation Target, Definition Source, DeconstructionInfo Info)>();
        pending.Push((target, new Definition(value), info));
        while (pending.Count > 0)
        {
            var (to, source, how) = pending.Pop();
            to = to is IDeclarationExpressionOperation declaration ? declaration.Expression : to;
            if (to is not ITupleOperation targets)
            {
                yield return (to, source);
                continue;
            }

            var values = source is { Path: null, Value: { } whole } ? (whole is IConversionOperation { Operand: var operand } ? operand : whole) as ITupleOperation : null;
            for (var i = 0; i < targets.Elements.Length; i++)
            {
                var nested = i < how.Nested.Length ? how.Nested[i] : default;
                pending.Push((targets.Elements[i], values?.Elements.Length == targets.Elements.Length ? new Definition(values.Elements[i])
                    : IsInSource(how.Method) && source is { Path: null, Out: null } ? source with { Out = Parameter(how.Method!, i) }
                    : source with { Path = FlowPath.Join(source.Path, Part(how.Method, i, null)) }, nested));
            }
        }
    }

    /// <summary>How an assignment or loop takes its value apart.</summary>
    public static DeconstructionInfo Info(IOperation operation) => operation switch
    {
        { SemanticModel: { } model, Syntax: AssignmentExpressionSyntax assignment } => model.GetDeconstructionInfo(assignment),
        { SemanticModel: { } model, Syntax: ForEachVariableStatementSyntax loop } => model.GetDeconstructionInfo(loop),
        _ => default,
    };

    private static bool IsInSource(IMethodSymbol? method) =>
        method is not null && !(method.IsImplicitlyDeclared ? method.ContainingType.DeclaringSyntaxReferences : method.DeclaringSyntaxReferences).IsEmpty;

    // An extension method's first parameter is the value itself.
    private static IParameterSymbol Parameter(IMethodSymbol method, int index) =>
        method.Parameters[method is { IsExtensionMethod: true, ReducedFrom: null } ? index + 1 : index];

    /// <summary>The part with this number: of a tuple, of a record, of a pair.</summary>
    private static FlowPath? Part(IMethodSymbol? method, int index, FlowPath? then) =>
        method is null ? FlowPath.Element(index, then)
        : IsInSource(method) || method.ContainingType.IsRecord ? new FlowPath(Parameter(method, index).Name, then)
        : method.ContainingType.Arity > 1 ? FlowPath.Argument(index, then)
        : then;
}
