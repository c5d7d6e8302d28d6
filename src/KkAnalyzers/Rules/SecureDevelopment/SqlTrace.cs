using System.Collections.Concurrent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>Who decides what the text of a part is.</summary>
internal enum SqlSource
{
    /// <summary>Whoever calls an endpoint.</summary>
    Endpoint,

    /// <summary>Whoever sends the request.</summary>
    Request,

    /// <summary>Code of other projects: nobody in this one calls the method.</summary>
    Parameter,

    /// <summary>A file or the console.</summary>
    File,

    /// <summary>It does not show.</summary>
    Unseen,
}

/// <summary>A part of the text of a command that is not constant.</summary>
/// <param name="Hole">The part; the whole text where nothing is put together.</param>
/// <param name="Composition">The expression that puts it into the text; null where nothing does.</param>
/// <param name="Place">What it stands for in the text.</param>
/// <param name="Source">Who decides what it is.</param>
/// <param name="Owner">The method or name that shows it.</param>
/// <param name="Escaped">Code doubles its quotes.</param>
/// <param name="At">Where it comes in.</param>
internal sealed record SqlPart(IOperation Hole, IOperation? Composition, SqlPlace Place, SqlSource Source, string Owner, bool Escaped, IOperation At);

/// <summary>
/// Walks from the text of a command back to what it is made of. It ends at constants and at types that cannot carry SQL, at
/// values that the code compares with what it allows, and at what comes from outside. A loop over a list of work, with a
/// budget, so that no expression is too long for it.
/// </summary>
internal sealed partial class SqlTrace
{
    private const int MaxSteps = 2_000;
    private const int MaxDepth = 5;
    private const int MaxCallers = 100;

    private readonly FlowCatalogue _catalogue;
    private readonly FlowBodies _bodies;
    private readonly ConcurrentDictionary<SyntaxNode, HashSet<ISymbol>> _checked = new();

    public SqlTrace(FlowCatalogue catalogue, FlowBodies bodies) => (_catalogue, _bodies) = (catalogue, bodies);

    /// <summary>The parts that somebody else may decide about, or of which nobody knows.</summary>
    /// <param name="text">The text of the command.</param>
    /// <param name="cut">True when something was not followed to its end.</param>
    public IReadOnlyList<SqlPart> Of(IOperation text, out bool cut)
    {
        var walk = new Walk(this);
        walk.Push(new Step(text, null, null, SqlPlace.Unknown, null, null, false, 0));
        return walk.Run(text, out cut);
    }

    /// <summary>What a body compares with a list, a pattern or several constants before it uses it.</summary>
    private HashSet<ISymbol> Checked(IOperation at) => _checked.GetOrAdd(at.Root().Syntax, _ => SqlChecks.In(at.Root()));

    /// <summary>A call that the walk went into.</summary>
    private sealed record Entered(IMethodSymbol Method, FlowCall Call, Entered? Outer, int Depth);

    /// <param name="Operation">The expression.</param>
    /// <param name="Hole">The part of the text that it is or decides; null for all of it.</param>
    /// <param name="Composition">What puts that part into the text.</param>
    /// <param name="Place">What the part stands for.</param>
    /// <param name="Call">The call that the walk is in.</param>
    /// <param name="Member">Only this member of the object.</param>
    /// <param name="Escaped">Quotes are doubled on the way.</param>
    /// <param name="Depth">Callers that the walk went out to.</param>
    private sealed record Step(IOperation Operation, IOperation? Hole, IOperation? Composition, SqlPlace Place, Entered? Call, ISymbol? Member, bool Escaped, int Depth);

    private sealed partial class Walk
    {
        private readonly SqlTrace _trace;
        private readonly FlowBodies _bodies;
        private readonly Queue<Step> _pending = new();
        private readonly HashSet<(SyntaxNode, OperationKind, Entered?, ISymbol?, SyntaxNode?)> _seen = [];
        private readonly List<SqlPart> _parts = [];
        private int _callers;
        private bool _cut;

        public Walk(SqlTrace trace) => (_trace, _bodies) = (trace, trace._bodies);

        public void Push(Step step) => _pending.Enqueue(step);

        public IReadOnlyList<SqlPart> Run(IOperation text, out bool cut)
        {
            while (_pending.Count > 0 && _seen.Count < MaxSteps)
            {
                var step = _pending.Dequeue();
                step = step with { Operation = step.Operation.Unwrap() };
                if (_seen.Add((step.Operation.Syntax, step.Operation.Kind, step.Call, step.Member, step.Hole?.Syntax)))
                {
                    Visit(step);
                }
            }

            cut = _cut || _pending.Count > 0;
            return _parts.Select(p => p.Hole is null ? p with { Hole = text } : p).ToArray();
        }

        private void Visit(Step step)
        {
            var operation = step.Operation;
            if (operation.ConstantValue.HasValue || (step.Member is null && !SqlTypes.MayCarry(operation.Type) && operation is not (IArgumentOperation or IAnonymousFunctionOperation or IMethodReferenceOperation)))
            {
                return;
            }

            if (SqlText.Parts(operation) is { } parts)
            {
                foreach (var (part, before) in parts)
                {
                    Push(step with { Operation = part, Hole = part.Unwrap(), Composition = operation, Place = SqlText.After(before, step.Place) });
                }

                return;
            }

            switch (operation)
            {
                case ILocalReferenceOperation local:
                    Symbol(step, local.Local, local.Local.Name);
                    break;
                case IParameterReferenceOperation parameter:
                    Parameter(step, parameter);
                    break;
                case IPropertyReferenceOperation property:
                    Property(step, property);
                    break;
                case IFieldReferenceOperation field:
                    Field(step, field);
                    break;
                case IArrayElementReferenceOperation element:
                    Same(step, element.ArrayReference);
                    break;
                case IInvocationOperation call:
                    Call(step, call);
                    break;
                case IArgumentOperation argument:
                    Filled(step, argument);
                    break;
                case IConditionalOperation choice:
                    Same(step, choice.WhenTrue);
                    Same(step, choice.WhenFalse);
                    break;
                case ICoalesceOperation coalesce:
                    Same(step, coalesce.Value);
                    Same(step, coalesce.WhenNull);
                    break;
                case ISwitchExpressionOperation choice:
                    foreach (var arm in choice.Arms)
                    {
                        Same(step, arm.Value);
                    }

                    break;
                case IAssignmentOperation assignment:
                    Same(step, assignment.Value);
                    break;
                case IConditionalAccessOperation access:
                    Same(step, access.WhenNotNull);
                    break;
                case IConditionalAccessInstanceOperation instance:
                    Same(step, ValueFlow.Accessed(instance));
                    break;
                case IInterpolatedStringHandlerCreationOperation handler:
                    Same(step, handler.Content);
                    break;
                case IArrayCreationOperation array:
                    Parts(step, array.Initializer is { } elements ? elements.ElementValues : Enumerable.Empty<IOperation>());
                    break;
                case IObjectCreationOperation creation:
                    Created(step, creation);
                    break;
                case ITupleOperation tuple:
                    Parts(step, tuple.Elements);
                    break;
                case IAnonymousFunctionOperation lambda:
                    Parts(step, _bodies.Around(lambda).Returns(lambda.Symbol));
                    break;
                case IMethodReferenceOperation group when _bodies.Of(group.Method) is { } facts:
                    Parts(step, facts.Returns(group.Method.MethodKind == MethodKind.LocalFunction ? group.Method : null));
                    break;
                case IInstanceReferenceOperation or IDefaultValueOperation or INameOfOperation or ITypeOfOperation or IThrowOperation:
                    break;
                default:
                    // Younger than the Roslyn this is compiled against, such as [a, b]: made of its parts.
                    if (operation.Kind > OperationKind.Attribute)
                    {
                        Parts(step, operation.ChildOperations);
                    }
                    else
                    {
                        Unseen(step);
                    }

                    break;
            }
        }

        private void Same(Step step, IOperation? operation)
        {
            if (operation is not null)
            {
                Push(step with { Operation = operation });
            }
        }

        private void Parts(Step step, IEnumerable<IOperation> operations)
        {
            foreach (var operation in operations)
            {
                Same(step, operation);
            }
        }

        /// <summary>The operation is part of a text that a call makes.</summary>
        private void Composed(Step step, IOperation? operation, IOperation composition)
        {
            if (operation is not null)
            {
                Push(step with { Operation = operation, Hole = step.Hole ?? operation.Unwrap(), Composition = step.Composition ?? composition });
            }
        }

        private void Found(Step step, SqlSource source, string owner)
        {
            // A text that comes as a whole is not built here: a script, or what a helper is given.
            if (step.Composition is null && source is not (SqlSource.Endpoint or SqlSource.Request))
            {
                _cut = true;
                return;
            }

            _parts.Add(new SqlPart(step.Hole!, step.Composition, step.Place, source, owner, step.Escaped, step.Operation));
        }

        private void Unseen(Step step) => Found(step, SqlSource.Unseen, Shown(step.Operation));

        private static string Shown(IOperation operation) => operation switch
        {
            IInvocationOperation call => call.TargetMethod.Name + "()",
            IMemberReferenceOperation member => member.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            _ => operation.Syntax.ToString(),
        };
    }
}
