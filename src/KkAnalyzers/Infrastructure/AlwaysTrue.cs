using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Infrastructure;

/// <summary>Recognises a check that lets everything through: a function of which every path returns true.</summary>
internal sealed class AlwaysTrue(SourceUses uses, CancellationToken cancellation)
{
    private const int MaxDepth = 16;

    /// <summary>True when the lambda or method returns true whatever it gets. False for one whose code is not here, and for one that may throw.</summary>
    public bool Function(IOperation target) => Function(target.Unwrap(), 0);

    /// <summary>The lambda, or the code of the method that a reference names; null when it is not in this compilation.</summary>
    public IOperation? Body(IOperation target) => target.Unwrap() switch
    {
        IAnonymousFunctionOperation lambda => lambda.Body,
        IMethodReferenceOperation { Method: { IsAbstract: false, IsVirtual: false } method } => uses.Body(method, cancellation),
        _ => null,
    };

    private bool Function(IOperation target, int depth) => Body(target) is { } body && Code(body, depth);

    private bool Code(IOperation body, int depth)
    {
        var any = false;
        foreach (var operation in Within(body))
        {
            switch (operation)
            {
                case IThrowOperation:
                case IInvocationOperation call when MayRefuse(call):
                    return false;
                case IReturnOperation { ReturnedValue: { } value }:
                    if (!Value(value, body, depth))
                    {
                        return false;
                    }

                    any = true;
                    break;
            }
        }

        return any;
    }

    private bool Value(IOperation value, IOperation body, int depth)
    {
        value = value.Unwrap();
        if (value.ConstantValue is { HasValue: true } constant)
        {
            return constant.Value is true;
        }

        if (++depth > MaxDepth)
        {
            return false;
        }

        switch (value)
        {
            case ILocalReferenceOperation local:
                var values = Assigned(local.Local, body).ToArray();
                return values.Length > 0 && values.All(v => v is not null && Value(v, body, depth));
            case IConditionalOperation { WhenFalse: { } other } choice:
                return Value(choice.WhenTrue, body, depth) && Value(other, body, depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either:
                return Value(either.RightOperand, body, depth) || Value(either.LeftOperand, body, depth) || IsTautology(either);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both:
                return Value(both.RightOperand, body, depth) && Value(both.LeftOperand, body, depth);
            case IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field }:
                return uses.Initial(field, cancellation)?.Unwrap() is { ConstantValue: { HasValue: true, Value: true } };
            case IInvocationOperation { TargetMethod: { IsAbstract: false, IsVirtual: false } method }:
                return depth < 4 && uses.Body(method, cancellation) is { } called && Code(called, depth + 4);
            default:
                return false;
        }
    }

    /// <summary><c>errors == None || errors != None</c>.</summary>
    private static bool IsTautology(IBinaryOperation either) =>
        either.LeftOperand.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } left
        && either.RightOperand.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } right
        && left.OperatorKind != right.OperatorKind
        && left.LeftOperand.Syntax.IsEquivalentTo(right.LeftOperand.Syntax) && left.RightOperand.Syntax.IsEquivalentTo(right.RightOperand.Syntax);

    /// <summary>A helper that may throw instead of returning false.</summary>
    private bool MayRefuse(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        return name.StartsWith("Throw", StringComparison.Ordinal) || name.StartsWith("Ensure", StringComparison.Ordinal) || name.StartsWith("Assert", StringComparison.Ordinal)
            || (uses.Body(call.TargetMethod, cancellation) is { } body && Within(body).Any(o => o is IThrowOperation));
    }

    /// <summary>The values a local gets; null for one that it gets in another way.</summary>
    private static IEnumerable<IOperation?> Assigned(ILocalSymbol local, IOperation body)
    {
        bool Is(IOperation target) => target is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

        foreach (var operation in body.Root().Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    if (declarator.GetVariableInitializer() is { } initializer)
                    {
                        yield return initializer.Value;
                    }

                    break;
                case ISimpleAssignmentOperation assignment when Is(assignment.Target):
                    yield return assignment.Value;
                    break;
                case ICompoundAssignmentOperation compound when Is(compound.Target):
                case IArgumentOperation { Parameter.RefKind: not RefKind.None } argument when Is(argument.Value):
                    yield return null;
                    break;
            }
        }
    }

    /// <summary>All of it but the code of other functions.</summary>
    public static IEnumerable<IOperation> Within(IOperation body)
    {
        var work = new Stack<IOperation>();
        work.Push(body);
        while (work.Count > 0)
        {
            var current = work.Pop();
            yield return current;
            foreach (var child in current.ChildOperations)
            {
                if (child is not (ILocalFunctionOperation or IAnonymousFunctionOperation))
                {
                    work.Push(child);
                }
            }
        }
    }
}
