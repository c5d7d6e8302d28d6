using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

/// <summary>
/// Everything in one body that gives a symbol a value, without regard to order: locals, parameters, and the fields and
/// properties of the object itself. One pass, without recursion.
/// </summary>
internal sealed class BodyFacts
{
    private readonly Dictionary<ISymbol, List<Definition>> _definitions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _returns = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> _rootReturns = [];
    private readonly List<FlowCall> _chained = [];
    private readonly FlowCatalogue _catalogue;

    public BodyFacts(IOperation root, FlowCatalogue catalogue)
    {
        _catalogue = catalogue;
        var wrappers = new List<(ISymbol Wrapper, ISymbol Wrapped)>();
        var invoked = new List<IInvocationOperation>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            Visit(operation, wrappers, invoked);
        }

        foreach (var (wrapper, wrapped) in wrappers)
        {
            Add(wrapped, new Definition(null, Adds: true, Wrapper: wrapper));
        }

        foreach (var invocation in invoked)
        {
            Invoked(invocation);
        }
    }

    /// <summary>The calls of other constructors for the same object: <c>: base(x)</c>, <c>: this(x)</c>.</summary>
    public IReadOnlyList<FlowCall> Chained => _chained;

    /// <summary>What gives the symbol a value.</summary>
    public IReadOnlyList<Definition> Of(ISymbol symbol) => _definitions.TryGetValue(symbol.OriginalDefinition, out var found) ? found : [];

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
                case IConditionalAccessInstanceOperation instance:
                    operation = ValueFlow.Accessed(instance);
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

    private void Visit(IOperation operation, List<(ISymbol, ISymbol)> wrappers, List<IInvocationOperation> invoked)
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
                Change((IAssignmentOperation)operation);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value, deconstruction);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop:
                Add(variable.Symbol, new Definition(loop.Collection));
                break;
            case IForEachLoopOperation loop:
                Deconstruct(loop.LoopControlVariable, loop.Collection, loop);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } matched } pattern when Patterns.Matched(pattern) is { } value:
                Add(matched, value);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } matchedObject } recursive when Patterns.Matched(recursive) is { } value:
                Add(matchedObject, value);
                break;
            case IListPatternOperation { DeclaredSymbol: { } matchedList } list when Patterns.Matched(list) is { } value:
                Add(matchedList, value);
                break;
            case IReturnOperation { ReturnedValue: { } returned }:
                Return(operation, returned);
                break;
            case IAnonymousFunctionOperation lambda:
                Bind(lambda, lambda.Symbol);
                break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local }:
                Bind(operation, local);
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invocation:
                invoked.Add(invocation);
                break;
            case IInvocationOperation invocation:
                Call(new FlowCall(invocation, invocation.TargetMethod, invocation.Instance, invocation.Arguments));
                break;
            case IObjectCreationOperation { Arguments.IsEmpty: false } creation when FlowCall.From(creation) is { } made:
                Given(made);
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
                var isMap = indexer.Property.ContainingType.Arity > 1;
                Add(collection, new Definition(value, Adds: true, Key: isMap ? 1 : -1));
                foreach (var key in indexer.Arguments)
                {
                    Add(collection, new Definition(key.Value, Adds: true, Key: isMap ? 0 : -1));
                }

                break;
            case IArrayElementReferenceOperation element when Root(element.ArrayReference) is { } array:
                Add(array, new Definition(value, Adds: true));
                break;
            case IMemberReferenceOperation { Instance: { } instance } member when instance is not IInstanceReferenceOperation && Root(instance) is { } owner:
                Add(owner, new Definition(value, Adds: true, Into: member.Member));
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

    private void Change(IAssignmentOperation assignment)
    {
        if (assignment.Target is IMemberReferenceOperation { Instance: { } instance } member && instance is not IInstanceReferenceOperation)
        {
            if (Root(instance) is { } owner)
            {
                Add(owner, new Definition(assignment.Value, Adds: true, Into: member.Member));
            }
        }
        else if (Root(assignment.Target) is { } changed)
        {
            Add(changed, new Definition(assignment.Value, Adds: true));
        }
    }

    private void Deconstruct(IOperation target, IOperation value, IOperation site)
    {
        foreach (var (to, definition) in Patterns.Deconstructed(target, value, Patterns.Info(site)))
        {
            if (Root(to) is { } symbol)
            {
                Add(symbol, definition);
            }
        }
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

    /// <summary>The parameters of a lambda or local function get what the call it is given to is about: the elements of the list.</summary>
    private void Bind(IOperation given, IMethodSymbol function)
    {
        foreach (var parameter in function.Parameters)
        {
            foreach (var (value, path) in Generics.Given(given, parameter.Ordinal))
            {
                Add(parameter, new Definition(value, Path: path, IsCall: true));
            }
        }
    }

    /// <summary>The parameters of a lambda that is kept in a variable get what the variable is called with.</summary>
    private void Invoked(IInvocationOperation invocation)
    {
        if (Root(invocation.Instance) is not { } symbol)
        {
            return;
        }

        foreach (var definition in Of(symbol))
        {
            if (definition.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
            {
                foreach (var argument in invocation.Arguments)
                {
                    if (argument.Parameter is { } parameter && parameter.Ordinal < lambda.Symbol.Parameters.Length)
                    {
                        Add(lambda.Symbol.Parameters[parameter.Ordinal], new Definition(argument.Value, IsCall: true));
                    }
                }
            }
        }
    }

    private void Call(FlowCall call)
    {
        if (call.Method.MethodKind == MethodKind.LocalFunction)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter is { } parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)
                {
                    Add(parameter, new Definition(argument.Value, IsCall: true));
                }
            }
        }
        else if (call.Method.MethodKind == MethodKind.Constructor)
        {
            _chained.Add(call);
        }

        foreach (var entry in _catalogue.Of(call.Method))
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
                    Add(into, new Definition(value, slot.Role, Adds: true, Key: KeyOf(call.Method, slot.Name)));
                }
            }
        }

        Given(call);
    }

    /// <summary>Objects that a method gets or is called on, in which it may leave something.</summary>
    private void Given(FlowCall call)
    {
        var inSource = !call.Method.DeclaringSyntaxReferences.IsEmpty;
        foreach (var argument in call.Arguments)
        {
            var isReturned = argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref;
            if ((isReturned || (inSource && argument.Parameter is { } parameter && MayBeFilled(parameter.Type))) && Root(argument.Value) is { } given)
            {
                Add(given, new Definition(argument, Adds: !isReturned, IsGiven: !isReturned));
            }
        }

        if (inSource && call.Method.MethodKind == MethodKind.Ordinary && Root(call.Instance) is { } receiver)
        {
            Add(receiver, new Definition(call.Site, Adds: true, IsGiven: true));
        }
    }

    private static bool MayBeFilled(ITypeSymbol type) =>
        type.IsReferenceType && type.SpecialType == SpecialType.None && type.TypeKind is not (TypeKind.Delegate or TypeKind.TypeParameter);

    /// <summary>Which type argument of a map the parameter of its method is; -1 for no map.</summary>
    private static int KeyOf(IMethodSymbol method, string parameter) =>
        method.ContainingType.Arity > 1 && method.OriginalDefinition.Parameters.FirstOrDefault(p => p.Name == parameter)?.Type is ITypeParameterSymbol { Ordinal: var ordinal } ? ordinal : -1;

    private void Add(ISymbol symbol, Definition definition)
    {
        symbol = symbol.OriginalDefinition;
        if (!_definitions.TryGetValue(symbol, out var definitions))
        {
            _definitions.Add(symbol, definitions = []);
        }

        definitions.Add(definition);
    }
}
