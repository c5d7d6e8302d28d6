using System.Collections.Concurrent;
using System.Collections.Immutable;
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
internal sealed class SqlTrace
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

    private sealed class Walk
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

        /// <summary>What a body puts into a local, or into a parameter of its own.</summary>
        /// <returns>True when that is where its value comes from.</returns>
        private bool Definitions(Step step, IEnumerable<Definition> definitions, bool calls)
        {
            var made = false;
            var ordered = definitions.Where(d => d.Value is not null && (calls || !d.IsCall)).ToArray();
            foreach (var definition in ordered)
            {
                var value = definition.Value!;
                if (definition.Into is { } into)
                {
                    if (step.Member is not null && SymbolEqualityComparer.Default.Equals(into.OriginalDefinition, step.Member))
                    {
                        made = true;
                        Push(step with { Operation = value, Member = null });
                    }
                }
                else if (definition.IsGiven || value is IArgumentOperation)
                {
                    made |= !definition.IsGiven;
                    if (value is IArgumentOperation given)
                    {
                        Push(step with { Operation = given });
                    }
                }
                else if (definition.Adds)
                {
                    // The text before it is what was added last.
                    var last = ordered.Where(d => d.Value!.Syntax.SyntaxTree == value.Syntax.SyntaxTree && d.Value.Syntax.Span.End <= value.Syntax.SpanStart)
                        .OrderByDescending(d => d.Value!.Syntax.SpanStart).FirstOrDefault().Value;
                    var place = SqlText.After(SqlText.Chained(value) ?? SqlText.End(last), step.Place);
                    Composed(step with { Place = place, Hole = null, Composition = null }, value, value.Parent ?? value);
                }
                else
                {
                    made = true;
                    Same(step, value);
                }
            }

            return made;
        }

        private void Symbol(Step step, ISymbol symbol, string name)
        {
            if (step.Member is null && _trace.Checked(step.Operation).Contains(symbol))
            {
                return;
            }

            if (!Definitions(step, _bodies.Around(step.Operation).Of(symbol), calls: true))
            {
                Found(step, SqlSource.Unseen, name);
            }
        }

        private void Parameter(Step step, IParameterReferenceOperation reference)
        {
            var parameter = reference.Parameter;
            if (parameter.ContainingSymbol is not IMethodSymbol method || (_trace.Checked(reference).Contains(step.Member ?? parameter)))
            {
                return;
            }

            var inner = method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction;
            var made = Definitions(step, _bodies.Around(reference).Of(parameter), calls: inner && step.Call is null);
            var name = step.Member is null ? parameter.Name : parameter.Name + "." + step.Member.Name;
            for (var call = step.Call; call is not null; call = call.Outer)
            {
                if (SymbolEqualityComparer.Default.Equals(call.Method.OriginalDefinition, method.OriginalDefinition))
                {
                    foreach (var (value, _) in call.Call.Given(parameter))
                    {
                        Push(step with { Operation = value, Call = call.Outer });
                    }

                    return;
                }
            }

            if (SqlTypes.IsEndpoint(method, parameter, _bodies))
            {
                Found(step, SqlSource.Endpoint, method.MethodKind == MethodKind.AnonymousFunction ? SqlTypes.Mapping(method, reference) : $"{method.ContainingType.Name}.{method.Name}");
            }
            else if (inner)
            {
                if (!made)
                {
                    Found(step, SqlSource.Unseen, name);
                }
            }
            else
            {
                Callers(step, method, parameter, name);
            }
        }

        private void Callers(Step step, IMethodSymbol method, IParameterSymbol parameter, string name)
        {
            var callers = step.Depth < MaxDepth ? _bodies.Callers(method) : ImmutableArray<FlowCall>.Empty;
            _cut |= step.Depth >= MaxDepth;
            var any = false;
            foreach (var call in callers)
            {
                if (_callers++ >= MaxCallers)
                {
                    _cut = true;
                    return;
                }

                any = true;
                if (call.Site is IMethodReferenceOperation group && SqlTypes.IsMapped(group))
                {
                    Found(step, SqlSource.Endpoint, method.Name);
                    continue;
                }

                foreach (var (value, _) in call.Given(parameter))
                {
                    Push(step with { Operation = value, Call = null, Depth = step.Depth + 1 });
                }
            }

            if (any)
            {
                return;
            }

            // What others may call, they call with what they like. A constructor is given settings as often as not.
            var open = method.MethodKind != MethodKind.Constructor && method.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
                || !method.ExplicitInterfaceImplementations.IsEmpty;
            Found(step, open ? SqlSource.Parameter : SqlSource.Unseen, open ? $"{method.ContainingType.Name}.{method.Name}" : name);
        }

        private void Field(Step step, IFieldReferenceOperation reference)
        {
            var field = reference.Field;
            if (field.DeclaringSyntaxReferences.IsEmpty)
            {
                // Of a library: a separator, an empty text.
                if (!field.IsStatic)
                {
                    Unseen(step);
                }
            }
            else if (!_trace.Checked(reference).Contains(field))
            {
                Member(step, field, reference.Instance);
            }
        }

        private void Property(Step step, IPropertyReferenceOperation reference)
        {
            var property = reference.Property;
            if (SqlTypes.IsRequest(property.ContainingType))
            {
                Found(step, SqlSource.Request, property.Name);
            }
            else if (property.DeclaringSyntaxReferences.IsEmpty)
            {
                if (property.IsStatic || SqlTypes.IsModel(property.ContainingType))
                {
                    return;
                }

                // An element of a list, the value of a pair, the result of a task.
                if (reference.Instance is { } holder && (property.ContainingType.IsGenericType || property.IsIndexer) && !SqlTypes.IsSettings(property.ContainingType))
                {
                    Same(step, holder);
                }
                else if (property.ContainingType.IsAnonymousType && reference.Instance is { } anonymous)
                {
                    Push(step with { Operation = anonymous, Member = step.Member ?? property });
                }
                else
                {
                    Unseen(step);
                }
            }
            else if (!_trace.Checked(reference).Contains(property))
            {
                Member(step, property, reference.Instance);
            }
        }

        /// <summary>A field or property of this compilation.</summary>
        private void Member(Step step, ISymbol member, IOperation? instance)
        {
            if (SqlTypes.IsBound(member))
            {
                Found(step, SqlSource.Endpoint, $"{member.ContainingType.Name}.{member.Name}");
                return;
            }

            var made = false;
            if (member is IPropertySymbol { GetMethod: { } getter })
            {
                foreach (var method in _bodies.Run(getter))
                {
                    foreach (var value in _bodies.Of(method)?.Returns(null) ?? [])
                    {
                        made = true;
                        Same(step, value);
                    }
                }

                // What each class answers for itself stands in its code.
                made |= member.IsAbstract && member is IPropertySymbol { SetMethod: null };
            }

            var own = instance is null or IInstanceReferenceOperation;
            if (!made && !own && !member.IsStatic)
            {
                Push(step with { Operation = instance!, Member = step.Member ?? member.OriginalDefinition });
                return;
            }

            if (!made && !Definitions(step, _bodies.OfMember(member), calls: false))
            {
                Found(step, SqlSource.Unseen, member.Name);
            }
        }

        private void Created(Step step, IObjectCreationOperation creation)
        {
            var initializers = creation.Initializer is { } initialised ? initialised.Initializers : ImmutableArray<IOperation>.Empty;
            if (step.Member is not { } member)
            {
                // A builder of text, a list, a text of parts.
                Parts(step, creation.Arguments.Select(a => a.Value));
                foreach (var initializer in initializers)
                {
                    Parts(step, initializer is IInvocationOperation add ? add.Arguments.Select(a => a.Value) : [initializer]);
                }

                return;
            }

            foreach (var initializer in initializers)
            {
                if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member))
                {
                    Push(step with { Operation = assignment.Value, Member = null });
                    return;
                }
            }

            // A record: the parameter with the name of the property.
            foreach (var argument in creation.Arguments)
            {
                if (string.Equals(argument.Parameter?.Name, member.Name, StringComparison.OrdinalIgnoreCase))
                {
                    Push(step with { Operation = argument.Value, Member = null });
                }
            }
        }

        private void Call(Step step, IInvocationOperation call)
        {
            var method = call.TargetMethod;
            var type = method.ContainingType;
            var receiver = call.Receiver();
            if (SqlTypes.IsModel(type) || _trace._catalogue.Protects(method) || (method.Name == "ToString" && receiver is not null && step.Member is null && !SqlTypes.MayCarry(receiver.Unwrap().Type)))
            {
                return;
            }

            if (method.MethodKind == MethodKind.DelegateInvoke)
            {
                Same(step, call.Instance);
                return;
            }

            if (SqlTypes.IsRequest(type) || (receiver?.Unwrap().Type is INamedTypeSymbol request && SqlTypes.IsRequest(request)))
            {
                Found(step, SqlSource.Request, method.Name);
                return;
            }

            if (step.Member is null && Entered(step, call))
            {
                return;
            }

            if (SqlTypes.Reads(method))
            {
                // Lines of a script, unless they are values of something else.
                if (step.Place is SqlPlace.Value or SqlPlace.Quoted)
                {
                    Found(step, SqlSource.File, $"{type.Name}.{method.Name}");
                }

                _cut = true;
                return;
            }

            if (method.Name == "ToString" && receiver is not null)
            {
                Same(step, receiver);
                return;
            }

            switch (type.Name)
            {
                case "String" when method.Name is "Join" or "Concat" or "Format" or "Create":
                    foreach (var argument in call.Arguments.Where(a => a.Parameter?.Name is not ("separator" or "provider")))
                    {
                        Composed(step, argument.Value, call);
                    }

                    break;
                case "String" or "StringBuilder" when method.Name == "Replace":
                    var doubles = call.Arguments.Length > 1 && call.Arguments[0].Value.Constant() == "'" && call.Arguments[1].Value.Constant() == "''";
                    Push(step with { Operation = receiver!, Escaped = step.Escaped || doubles });
                    Composed(step with { Hole = null, Composition = null }, call.Arguments[1].Value, call);
                    break;
                case "String" or "StringBuilder":
                    Same(step, receiver);
                    foreach (var argument in type.Name == "StringBuilder" || method.Name == "Insert" ? call.Arguments : ImmutableArray<IArgumentOperation>.Empty)
                    {
                        Composed(step with { Place = SqlText.After(SqlText.Chained(argument.Value) ?? "", step.Place), Hole = null, Composition = null }, argument.Value, call);
                    }

                    break;
                case "Enumerable" when method.Name is "Select" or "SelectMany":
                    Same(step, call.Arguments[1].Value);
                    break;
                case "Convert" or "WebUtility" or "HttpUtility" or "Uri" or "Encoding" or "UTF8Encoding" or "Path" or "Regex" or "FormattableString":
                    Parts(step, call.Arguments.Select(a => a.Value));
                    break;
                default:
                    // Lists, tasks and what asks them: what comes out was in there.
                    if (receiver is not null && WebSymbols.IsFramework(method) && !SqlTypes.IsSettings(type) && (method.IsGenericMethod || type.IsGenericType) && WebSymbols.Namespace(type).StartsWith("System", StringComparison.Ordinal))
                    {
                        Same(step, receiver);
                    }
                    else
                    {
                        Unseen(step);
                    }

                    break;
            }
        }

        /// <summary>Goes into the methods of this compilation that the call may run.</summary>
        private bool Entered(Step step, IInvocationOperation call)
        {
            var depth = (step.Call?.Depth ?? 0) + 1;
            if (depth > MaxDepth)
            {
                _cut = true;
                return true;
            }

            var any = false;
            foreach (var method in _bodies.Run(call.TargetMethod))
            {
                if (_bodies.Of(method) is not { } facts)
                {
                    continue;
                }

                var entered = new Entered(method, FlowCall.From(call)!.Value, step.Call, depth);
                foreach (var value in facts.Returns(method.MethodKind == MethodKind.LocalFunction ? method : null))
                {
                    any = true;
                    Push(step with { Operation = value, Call = entered });
                }
            }

            return any;
        }

        /// <summary>What a method leaves in something that it is given, such as a builder of text; or in an out parameter.</summary>
        private void Filled(Step step, IArgumentOperation argument)
        {
            var call = argument.Parent is { } site ? FlowCall.From(site) : null;
            var depth = (step.Call?.Depth ?? 0) + 1;
            if (call is not { } known || argument.Parameter is not { } parameter || depth > MaxDepth)
            {
                return;
            }

            if (SqlTypes.IsRequest(known.Method.ContainingType))
            {
                Found(step, SqlSource.Request, known.Method.Name);
                return;
            }

            if (_bodies.Of(known.Method) is { } facts)
            {
                var target = known.Method.OriginalDefinition.Parameters.FirstOrDefault(p => p.Ordinal == parameter.Ordinal);
                Definitions(step with { Call = new Entered(known.Method, known, step.Call, depth) }, target is null ? [] : facts.Of(target), calls: false);
            }
            else if (parameter.RefKind == RefKind.Out && known.Method.Name is not ("TryGetValue" or "TryParse"))
            {
                Unseen(step);
            }
        }
    }
}
