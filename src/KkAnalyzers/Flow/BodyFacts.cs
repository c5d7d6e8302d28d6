using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

/// <summary>One way in which a symbol gets data.</summary>
/// <param name="Value">What it gets; null when it gets what <paramref name="Wrapper"/> gets.</param>
/// <param name="Role">How it takes it.</param>
/// <param name="Ordinal">Only this element of the tuple that the value is; -1 for all of it.</param>
/// <param name="Adds">It is put into the symbol's object, which keeps what it had.</param>
/// <param name="Wrapper">A symbol whose object writes to this symbol's: a writer over a memory stream.</param>
internal readonly record struct Definition(IOperation? Value, SlotRole Role = SlotRole.Value, int Ordinal = -1, bool Adds = false, ISymbol? Wrapper = null);

/// <summary>
/// Everything in one body that gives a symbol a value, without regard to order: locals, parameters, and the fields and
/// properties of the object itself. One pass, without recursion.
/// </summary>
internal sealed class BodyFacts
{
    private readonly Dictionary<ISymbol, List<Definition>> _definitions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol Owner, string Member), List<IOperation>> _members = new(MemberComparer.Instance);
    private readonly Dictionary<ISymbol, List<IOperation>> _returns = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> _rootReturns = [];
    private readonly FlowCatalogue _catalogue;

    public BodyFacts(IOperation root, FlowCatalogue catalogue)
    {
        _catalogue = catalogue;
        var wrappers = new List<(ISymbol Wrapper, ISymbol Wrapped)>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            Visit(operation, wrappers);
        }

        foreach (var (wrapper, wrapped) in wrappers)
        {
            Add(wrapped, new Definition(null, Adds: true, Wrapper: wrapper));
        }
    }

    /// <summary>What gives the symbol a value.</summary>
    public IReadOnlyList<Definition> Of(ISymbol symbol) => _definitions.TryGetValue(symbol.OriginalDefinition, out var found) ? found : [];

    /// <summary>What is assigned to a member of the object in this symbol: <c>entry.Text = …</c>.</summary>
    public IReadOnlyList<IOperation> Of(ISymbol owner, string member) => _members.TryGetValue((owner, member), out var found) ? found : [];

    /// <summary>What a lambda or local function in the body returns; null for the body itself.</summary>
    public IReadOnlyList<IOperation> Returns(IMethodSymbol? function) =>
        function is null ? _rootReturns : _returns.TryGetValue(function, out var found) ? found : [];

    /// <summary>The symbol whose object an expression is or writes to.</summary>
    public ISymbol? Root(IOperation? operation)
    {
        while (operation is not null)
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    return local.Local;
                case IParameterReferenceOperation parameter:
                    return parameter.Parameter;
                case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field:
                    return field.Field.OriginalDefinition;
                case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property.IsIndexer: false } property:
                    return property.Property.OriginalDefinition;
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IDeclarationExpressionOperation declaration:
                    operation = declaration.Expression;
                    break;
                default:
                    if (FlowCall.From(operation) is not { } call)
                    {
                        return null;
                    }

                    operation = _catalogue.Of(call.Method, FlowEffect.Fills) is not null ? call.Receiver
                        : _catalogue.Of(call.Method, FlowEffect.Wraps) is { } wraps ? call.Slots(wraps).Select(s => s.Value).FirstOrDefault()
                        : null;
                    break;
            }
        }

        return null;
    }

    private void Visit(IOperation operation, List<(ISymbol, ISymbol)> wrappers)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Assign(declarator.Symbol, initializer.Value, wrappers);
                break;
            case ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } assignment:
                Assign(assignment.Target, assignment.Value, wrappers);
                break;
            case ICompoundAssignmentOperation or ICoalesceAssignmentOperation:
                var target = ((IAssignmentOperation)operation).Target;
                if (Root(target) is { } changed)
                {
                    Add(changed, new Definition(((IAssignmentOperation)operation).Value, Adds: true));
                }

                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in LoopVariables(loop.LoopControlVariable))
                {
                    Add(local, new Definition(loop.Collection));
                }

                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } matched } pattern when Matched(pattern) is { } value:
                Add(matched, new Definition(value));
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } matchedObject } recursive when Matched(recursive) is { } value:
                Add(matchedObject, new Definition(value));
                break;
            case IReturnOperation { ReturnedValue: { } returned }:
                Return(operation, returned);
                break;
            case IAnonymousFunctionOperation lambda:
                Bind(lambda);
                break;
            case IInvocationOperation invocation:
                Call(invocation);
                break;
            default:
                break;
        }
    }

    private void Assign(IOperation target, IOperation value, List<(ISymbol, ISymbol)> wrappers)
    {
        switch (target)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer when Root(indexer.Instance) is { } collection:
                Add(collection, new Definition(value, Adds: true));
                foreach (var key in indexer.Arguments)
                {
                    Add(collection, new Definition(key.Value, Adds: true));
                }

                break;
            case IArrayElementReferenceOperation element when Root(element.ArrayReference) is { } array:
                Add(array, new Definition(value, Adds: true));
                break;
            case IMemberReferenceOperation { Instance: { } instance } member when instance is not IInstanceReferenceOperation && Root(instance) is { } owner:
                if (!_members.TryGetValue((owner, member.Member.Name), out var values))
                {
                    _members.Add((owner, member.Member.Name), values = []);
                }

                values.Add(value);
                break;
            default:
                if (Root(target) is { } symbol)
                {
                    Assign(symbol, value, wrappers);
                }

                break;
        }
    }

    private void Assign(ISymbol symbol, IOperation value, List<(ISymbol, ISymbol)> wrappers)
    {
        Add(symbol, new Definition(value));

        // A writer over a memory stream that is kept in its own variable: what the writer gets, the stream gets.
        if (FlowCall.From(value) is { } call && _catalogue.Of(call.Method, FlowEffect.Wraps) is not null && Root(value) is { } wrapped
            && !SymbolEqualityComparer.Default.Equals(wrapped, symbol))
        {
            wrappers.Add((symbol, wrapped));
        }
    }

    private void Deconstruct(IOperation target, IOperation value)
    {
        var pending = new Stack<(IOperation Target, IOperation Value, int Ordinal)>();
        pending.Push((target, value, -1));
        while (pending.Count > 0)
        {
            var (to, from, ordinal) = pending.Pop();
            to = to is IDeclarationExpressionOperation declaration ? declaration.Expression : to;
            if (to is ITupleOperation targets)
            {
                var source = from is IConversionOperation { Operand: var operand } ? operand : from;
                for (var i = 0; i < targets.Elements.Length; i++)
                {
                    pending.Push(source is ITupleOperation values && values.Elements.Length == targets.Elements.Length
                        ? (targets.Elements[i], values.Elements[i], -1)
                        : (targets.Elements[i], from, i));
                }
            }
            else if (Root(to) is { } symbol)
            {
                Add(symbol, new Definition(from, Ordinal: ordinal));
            }
        }
    }

    private static IEnumerable<ISymbol> LoopVariables(IOperation variable) =>
        variable.DescendantsAndSelf().SelectMany(o => o switch
        {
            IVariableDeclaratorOperation declarator => new ISymbol[] { declarator.Symbol },
            ILocalReferenceOperation local => [local.Local],
            _ => [],
        });

    /// <summary>What a pattern is matched against: the member, where it stands in a property pattern.</summary>
    private static IOperation? Matched(IOperation pattern)
    {
        for (var parent = pattern.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IPropertySubpatternOperation subpattern:
                    return subpattern.Member;
                case IIsPatternOperation isPattern:
                    return isPattern.Value;
                case ISwitchExpressionOperation switchExpression:
                    return switchExpression.Value;
                case ISwitchOperation switchStatement:
                    return switchStatement.Value;
                case IPatternOperation or ISwitchExpressionArmOperation or ISwitchCaseOperation or ICaseClauseOperation:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    private void Return(IOperation operation, IOperation value)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            var function = parent switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null)
            {
                if (!_returns.TryGetValue(function, out var values))
                {
                    _returns.Add(function, values = []);
                }

                values.Add(value);
                return;
            }
        }

        _rootReturns.Add(value);
    }

    /// <summary>The parameters of a lambda get what the call it is given to is about: the elements of the list.</summary>
    private void Bind(IAnonymousFunctionOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
        {
            parent = parent.Parent;
        }

        if (parent is IArgumentOperation { Parent: IInvocationOperation call })
        {
            var about = new FlowCall(call, call.TargetMethod, call.Instance, call.Arguments).Receiver
                ?? call.Arguments.Select(a => a.Value).FirstOrDefault(v => v is not IDelegateCreationOperation);
            if (about is not null && about is not IInstanceReferenceOperation)
            {
                foreach (var parameter in lambda.Symbol.Parameters)
                {
                    Add(parameter, new Definition(about));
                }
            }
        }
    }

    private void Call(IInvocationOperation invocation)
    {
        var call = new FlowCall(invocation, invocation.TargetMethod, invocation.Instance, invocation.Arguments);
        if (invocation.TargetMethod.MethodKind == MethodKind.LocalFunction)
        {
            foreach (var argument in invocation.Arguments)
            {
                if (argument.Parameter is { } parameter)
                {
                    Add(parameter, new Definition(argument.Value));
                }
            }

            return;
        }

        foreach (var entry in _catalogue.Of(invocation.TargetMethod))
        {
            if (entry.Effect is not (FlowEffect.Fills or FlowEffect.Writes))
            {
                continue;
            }

            var slots = call.Slots(entry).ToArray();
            var to = slots.Where(s => s.Slot.Role == SlotRole.Destination).Select(s => s.Value).FirstOrDefault() ?? call.Receiver;

            // A path names a file and takes nothing in.
            if (to?.Type?.SpecialType != SpecialType.System_String && Root(to) is { } into)
            {
                foreach (var (slot, value) in slots.Where(s => s.Slot.Role is SlotRole.Value or SlotRole.Text or SlotRole.Members))
                {
                    Add(into, new Definition(value, slot.Role, Adds: true));
                }
            }
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && Root(argument.Value) is { } output)
            {
                Add(output, new Definition(argument));
            }
        }
    }

    private void Add(ISymbol symbol, Definition definition)
    {
        symbol = symbol.OriginalDefinition;
        if (!_definitions.TryGetValue(symbol, out var definitions))
        {
            _definitions.Add(symbol, definitions = []);
        }

        definitions.Add(definition);
    }

    private sealed class MemberComparer : IEqualityComparer<(ISymbol Owner, string Member)>
    {
        public static readonly MemberComparer Instance = new();

        public bool Equals((ISymbol Owner, string Member) x, (ISymbol Owner, string Member) y) =>
            x.Member == y.Member && SymbolEqualityComparer.Default.Equals(x.Owner, y.Owner);

        public int GetHashCode((ISymbol Owner, string Member) obj) =>
            SymbolEqualityComparer.Default.GetHashCode(obj.Owner) ^ StringComparer.Ordinal.GetHashCode(obj.Member);
    }
}
