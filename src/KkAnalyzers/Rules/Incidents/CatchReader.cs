using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Incidents;

/// <summary>
/// Says whether a catch block loses the exception. It knows the few things that do: nothing, a way out with an empty value, debug
/// output, cleaning up, waiting. Whatever else a block does may tell somebody, so that it is no finding.
/// </summary>
/// <param name="silentMethods">Methods that the user says record nothing.</param>
internal sealed class CatchReader(ImmutableArray<string> silentMethods)
{
    /// <summary>Words in the name of a call that tells somebody, for what stands behind the try statement.</summary>
    private static readonly string[] Telling = ["Log", "Error", "Fail", "Warn", "Track", "Capture", "Show", "Alert", "Display", "Notify", "Toast", "Problem", "Report", "Record", "Throw"];

    private static readonly string[] Questions = ["Is", "Has", "Have", "Can", "Should", "Needs", "Exists", "Heeft", "Mag", "Moet", "Kan", "Bestaat", "Est", "Peut", "Doit"];

    /// <summary>What becomes of the exception; null when somebody may hear of it.</summary>
    /// <param name="clause">The catch clause.</param>
    /// <param name="containing">The member that it stands in.</param>
    public LostException? Read(ICatchClauseOperation clause, ISymbol containing)
    {
        if (clause.Parent is not ITryOperation attempt)
        {
            return null;
        }

        var reading = new Reading(IsQuestion(containing.Name));
        if (!Block(clause.Handler, reading))
        {
            return null;
        }

        // The block ends and the code goes on behind the statement.
        if (!reading.Leaves)
        {
            if (Leaves(attempt.Body) ? !After(attempt, reading) : FailureIsUsed(attempt, clause))
            {
                return null;
            }
        }

        return reading.Loss;
    }

    /// <summary>True when a block of a lambda has nothing in it.</summary>
    public static bool IsEmpty(IBlockOperation block) => block.Operations.All(o => o is IReturnOperation { IsImplicit: true, ReturnedValue: null });

    /// <summary>True when all statements are of those that tell nobody.</summary>
    private bool Block(IBlockOperation block, Reading reading)
    {
        var work = new Stack<IOperation>();
        work.Push(block);
        while (work.Count > 0)
        {
            var current = work.Pop();
            if (current is IBlockOperation inner)
            {
                foreach (var statement in inner.Operations.Reverse())
                {
                    work.Push(statement);
                }
            }
            else if (!Statement(current, reading))
            {
                return false;
            }
        }

        return true;
    }

    private bool Statement(IOperation statement, Reading reading)
    {
        switch (statement)
        {
            case IEmptyOperation or ILocalFunctionOperation:
                return true;
            case IReturnOperation { ReturnedValue: null }:
                reading.Leave(LostException.GoesOn);
                return true;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                if (Nothing(value) is not var (text, callerKnows))
                {
                    return false;
                }

                reading.Leave(LostException.Returns(text, callerKnows && !(reading.Asked && text == "false")));
                return true;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue }:
                reading.Leave(LostException.GoesOn);
                return true;
            case IExpressionStatementOperation { Operation: var expression }:
                return Tells(expression) is { } loss && reading.Take(loss);
            case IVariableDeclarationGroupOperation group:
                return group.Declarations.SelectMany(d => d.Declarators).All(d => d.GetVariableInitializer()?.Value is not { } value || IsException(value) || Nothing(value) is not null);
            default:
                return false;
        }
    }

    /// <summary>What the expression makes of the exception; null when it may tell somebody.</summary>
    private LostException? Tells(IOperation expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IAwaitOperation awaited:
                    expression = awaited.Operation;
                    continue;
                case IConditionalAccessOperation access:
                    expression = access.WhenNotNull;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    expression = task;
                    continue;
                case ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var dropped }:
                    dropped = dropped.Unconverted();
                    if (IsException(dropped) || Nothing(dropped) is not null)
                    {
                        return LostException.Empty;
                    }

                    expression = dropped;
                    continue;
                case ISimpleAssignmentOperation assignment:
                    return Assignment(assignment);
                case IInvocationOperation call:
                    return Call(call);
                default:
                    return IsException(expression) ? LostException.Empty : null;
            }
        }
    }

    private static LostException? Assignment(ISimpleAssignmentOperation assignment)
    {
        var name = assignment.Target switch
        {
            IMemberReferenceOperation member => member.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            _ => null,
        };
        if (name is null)
        {
            return null;
        }

        if (assignment.Target.Type is { SpecialType: SpecialType.System_Boolean } || assignment.Value.Unconverted().Type is { SpecialType: SpecialType.System_Boolean })
        {
            // A flag that something went wrong is a state; a turning wheel that stops is none.
            return name.TrimStart('_').ToLowerInvariant() is "isbusy" or "busy" or "isloading" or "loading" or "isrefreshing" or "isrunning" or "bezig" or "laden" ? LostException.Empty : null;
        }

        return Nothing(assignment.Value) is var (text, callerKnows) && !callerKnows ? LostException.Sets(name, text) : null;
    }

    private LostException? Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.GetAttributes().Any(a => a.AttributeClass?.Name == "ConditionalAttribute" && a.ConstructorArguments.FirstOrDefault().Value is "DEBUG"))
        {
            return LostException.DebugOnly;
        }

        switch (method.Name)
        {
            case "Delay" when method.ContainingType.Name == "Task":
            case "Sleep" when method.ContainingType.Name == "Thread":
                return LostException.Waits;
            case "Rollback" or "RollbackAsync" or "RollbackToSavepoint" or "RollbackToSavepointAsync":
            case "Dispose" or "DisposeAsync" when method.Parameters.IsEmpty:
            case "Close" or "CloseAsync" when call.Receiver()?.Unconverted().Type is { } type && (type.Name.EndsWith("Connection", StringComparison.Ordinal) || type.Name.EndsWith("Stream", StringComparison.Ordinal)):
                return LostException.Cleans(method.Name);
            case "ToString" when call.Instance is { } text && IsException(text):
                return LostException.Empty;
        }

        return MethodNames.Have(silentMethods, method) || HasEmptyBody(method) ? LostException.Calls(method.Name) : null;
    }

    /// <summary><c>static void Ignore(this Exception e) { }</c>, written in this compilation.</summary>
    private static bool HasEmptyBody(IMethodSymbol method) =>
        method is { IsVirtual: false, IsOverride: false, IsAbstract: false, IsPartialDefinition: false, ContainingType.TypeKind: not TypeKind.Interface }
        && method.DeclaringSyntaxReferences.Length == 1
        && method.DeclaringSyntaxReferences[0].GetSyntax() is MethodDeclarationSyntax { Body.Statements.Count: 0 } or LocalFunctionStatementSyntax { Body.Statements.Count: 0 };

    private static bool IsException(IOperation value)
    {
        value = value.Unconverted();
        while (value is IPropertyReferenceOperation { Property.Name: "Message" or "InnerException" or "StackTrace", Instance: { } inner })
        {
            value = inner;
        }

        if (value is not ILocalReferenceOperation { Local: var local })
        {
            return false;
        }

        for (IOperation? o = value; o is not null; o = o.Parent)
        {
            if (o is ICatchClauseOperation { ExceptionDeclarationOrExpression: IVariableDeclaratorOperation { Symbol: var caught } })
            {
                return SymbolEqualityComparer.Default.Equals(caught, local);
            }
        }

        return false;
    }

    /// <summary>A value that looks as if all went well and there is nothing, or that only says that it failed; null for every other value.</summary>
    private static (string Text, bool CallerKnows)? Nothing(IOperation value)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            value = value.Unwrap();
            switch (value)
            {
                case IDefaultValueOperation:
                    return (value.Type?.SpecialType == SpecialType.System_Boolean ? "false" : "default", value.Type?.SpecialType == SpecialType.System_Boolean);
                case { ConstantValue: { HasValue: true, Value: var constant } }:
                    return constant switch
                    {
                        null => ("null", false),
                        _ when value.Type?.TypeKind == TypeKind.Enum => null,
                        false => ("false", true),
                        true => ("true", false),
                        "" => ("\"\"", false),
                        -1 or -1L or -1.0 or -1f => ("-1", true),
                        0 or 0L or 0.0 or 0f or (byte)0 or (short)0 => ("0", false),
                        _ => null,
                    };
                case IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty" } field }:
                    return (field.ContainingType.Name + ".Empty", false);
                case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Empty" or "CompletedTask" } property }:
                    return (property.ContainingType.Name + "." + property.Name, false);
                case IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true, Parameters.IsEmpty: true } empty }:
                    return (empty.ContainingType.Name + ".Empty<" + (empty.TypeArguments.FirstOrDefault()?.Name ?? "") + ">()", false);
                case IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true, ContainingType.Name: "Task" or "ValueTask" }, Arguments: { Length: 1 } arguments }:
                    value = arguments[0].Value;
                    continue;
                case IObjectCreationOperation { Type.Name: "ValueTask", Arguments: { Length: 1 } given }:
                    value = given[0].Value;
                    continue;

                // The client hears that all went well, or that there is no such thing.
                case IInvocationOperation { TargetMethod: { Name: "Ok" or "NoContent" or "Accepted" or "NotFound", ContainingType.Name: "ControllerBase" or "Results" or "TypedResults" } answer } answered
                    when answered.Arguments.All(a => a.ArgumentKind == ArgumentKind.DefaultValue):
                    return (answer.Name + "()", answer.Name == "NotFound");
                case IObjectCreationOperation { Type: INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type, Initializer: null or { Initializers.IsEmpty: true } } creation
                    when creation.Arguments.All(a => a.ArgumentKind == ArgumentKind.DefaultValue) && IsCollection(type):
                    return ("new " + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "()", false);
                case IArrayCreationOperation { Initializer: null or { ElementValues.IsEmpty: true }, DimensionSizes: { Length: 1 } sizes } when sizes[0].ConstantValue is { HasValue: true, Value: 0 }:
                    return (value.Syntax.ToString(), false);

                // A collection expression, which the oldest compiler that we support has no operation for.
                case not null when value.Syntax.ToString() == "[]":
                    return ("[]", false);
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.SpecialType != SpecialType.System_String && type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary>True when the guarded code itself never comes to the end of the statement: what follows is for failures only.</summary>
    private static bool Leaves(IBlockOperation body) => body.Operations.LastOrDefault() is IReturnOperation or IBranchOperation or IThrowOperation;

    /// <summary>Reads what follows the statement, block after block; false when somebody hears of it there.</summary>
    private bool After(IOperation statement, Reading reading)
    {
        for (var o = statement; o.Parent is { } parent && !reading.Leaves; o = parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation or ICatchClauseOperation)
            {
                break;
            }

            if (parent is IBlockOperation block)
            {
                foreach (var next in Following(block, o))
                {
                    if (next is IBlockOperation inner ? !Block(inner, reading) : !Statement(next, reading))
                    {
                        return false;
                    }

                    if (reading.Leaves)
                    {
                        break;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Behind the statement, something that the guarded code or the catch block sets is looked at, and somebody is told.</summary>
    private static bool FailureIsUsed(ITryOperation attempt, ICatchClauseOperation clause)
    {
        var set = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var assignment in attempt.Body.Descendants().Concat(clause.Handler.Descendants()).OfType<IAssignmentOperation>())
        {
            if (Symbol(assignment.Target) is { } target)
            {
                set.Add(target);
            }
        }

        if (set.Count == 0)
        {
            return false;
        }

        for (IOperation o = attempt; o.Parent is { } parent && parent is not (IAnonymousFunctionOperation or ILocalFunctionOperation); o = parent)
        {
            if (parent is IBlockOperation block && Following(block, o).SelectMany(n => n.DescendantsAndSelf()).Any(n =>
                n switch
                {
                    IConditionalOperation choice => Mentions(choice.Condition) && (ToldIn(choice.WhenTrue) || ToldIn(choice.WhenFalse)),
                    ICoalesceOperation either => Mentions(either.Value) && ToldIn(either.WhenNull),
                    _ => false,
                }))
            {
                return true;
            }
        }

        return false;

        bool Mentions(IOperation condition) => condition.DescendantsAndSelf().Any(c => Symbol(c) is { } symbol && set.Contains(symbol));

        static ISymbol? Symbol(IOperation operation) => operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IMemberReferenceOperation { Member: not IMethodSymbol } member => member.Member,
            _ => null,
        };

        static bool ToldIn(IOperation? branch) => branch is not null && branch.DescendantsAndSelf().Any(o => o is IThrowOperation || (o is IInvocationOperation call && Tell(call.TargetMethod.Name)));
    }

    private static bool IsQuestion(string name) =>
        Array.Exists(Questions, q => name.StartsWith(q, StringComparison.Ordinal) && name.Length > q.Length && char.IsUpper(name[q.Length]));

    private static bool Tell(string name) => Array.Exists(Telling, w => name.IndexOf(w, StringComparison.Ordinal) >= 0);

    private static IEnumerable<IOperation> Following(IBlockOperation block, IOperation statement) => block.Operations.SkipWhile(o => o != statement).Skip(1);

    /// <summary>What was found so far in one catch block.</summary>
    private sealed class Reading(bool asked)
    {
        /// <summary>The method answers a question, so that false is an answer: no allergy.</summary>
        public bool Asked { get; } = asked;

        public LostException Loss { get; private set; } = LostException.Empty;

        /// <summary>The code does not go on behind this point.</summary>
        public bool Leaves { get; private set; }

        public bool Take(LostException loss)
        {
            Loss = loss.Weight > Loss.Weight || (loss.CallerKnows && !Loss.CallerKnows) ? loss : Loss;
            return true;
        }

        public void Leave(LostException loss)
        {
            Take(loss);
            Leaves = true;
        }
    }
}
