using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>Small questions about operations.</summary>
internal static class Operations
{
    /// <summary>Without conversions, parentheses, awaits and delegate wrappers around it.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    break;
                case IDelegateCreationOperation delegated:
                    operation = delegated.Target;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>Without the conversions around it, and with everything else.</summary>
    public static IOperation Unconverted(this IOperation operation)
    {
        while (operation is IConversionOperation { Operand: var operand })
        {
            operation = operand;
        }

        return operation;
    }

    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The statements of a body, whatever way it is written.</summary>
    public static IEnumerable<IOperation> Statements(this IOperation body) => body switch
    {
        IMethodBodyBaseOperation method => new IOperation?[] { method.BlockBody, method.ExpressionBody }.OfType<IOperation>(),
        ILocalFunctionOperation local => new IOperation?[] { local.Body }.OfType<IOperation>(),
        IAnonymousFunctionOperation lambda => [lambda.Body],
        _ => [body],
    };

    /// <summary>The operation and what is in it, in the order of the code, without local functions and catch clauses; lambdas only when asked for. Uses no stack frames per level.</summary>
    public static IEnumerable<IOperation> Inside(this IOperation operation, bool lambdas = true)
    {
        var work = new Stack<IOperation>();
        work.Push(operation);
        while (work.Count > 0)
        {
            var current = work.Pop();
            yield return current;
            foreach (var child in current.ChildOperations.Reverse())
            {
                if (child is ILocalFunctionOperation or ICatchClauseOperation || (!lambdas && child is IAnonymousFunctionOperation))
                {
                    continue;
                }

                work.Push(child);
            }
        }
    }

    /// <summary>The receiver of an instance call, or the first argument of an extension method.</summary>
    public static IOperation? Receiver(this IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Argument(0) : null);

    /// <summary>The value for a parameter, in whatever order the arguments are written.</summary>
    public static IOperation? Argument(this IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value;

    public static IOperation? Argument(this IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value;

    /// <summary>The one value that a local ever gets; null when it gets several, or none that is written down.</summary>
    public static IOperation? OnlyValue(this ILocalReferenceOperation local)
    {
        bool Is(IOperation target) => target is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local);

        IOperation? value = null;
        foreach (var operation in local.Root().Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case IAssignmentOperation assignment when Is(assignment.Target):
                case IIncrementOrDecrementOperation count when Is(count.Target):
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when Is(argument.Value):
                    return null;
            }
        }

        return value;
    }

    public static string? Constant(this IOperation? operation) =>
        operation is { ConstantValue: { HasValue: true, Value: string text } } ? text : null;

    /// <summary>Where the name of the called method stands: the tightest place that shows the call.</summary>
    public static Location NameLocation(this IInvocationOperation call) => call.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax syntax
        ? (syntax.Expression switch
        {
            Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax member => member.Name,
            Microsoft.CodeAnalysis.CSharp.Syntax.MemberBindingExpressionSyntax binding => binding.Name,
            var other => other,
        }).GetLocation()
        : call.Syntax.GetLocation();
}
