using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <content>Where the values of a body come from.</content>
internal sealed partial class HandlerWalk
{
    /// <summary>One body: the origins of its values, then what it does with them.</summary>
    private sealed partial class Body(HandlerWalk walk, HandlerTrace trace, Dictionary<ISymbol, Origin> known, IOperation[] operations, IMethodSymbol method, IMethodSymbol handler)
    {
        private readonly Dictionary<IOperation, Origin> _values = [];

        public void Read(Action<IMethodSymbol, bool> follow)
        {
            // What a later statement says about a variable holds for an earlier one too: loops, and simplicity.
            for (var round = 0; round < 4; round++)
            {
                for (var i = operations.Length - 1; i >= 0; i--)
                {
                    var value = Value(operations[i]);
                    if (value.From != Origins.None)
                    {
                        _values[operations[i]] = value;
                    }
                }

                if (!Bind() && round > 0)
                {
                    break;
                }
            }

            foreach (var operation in operations)
            {
                Names(operation);
                switch (operation)
                {
                    case IInvocationOperation call:
                        Call(call, follow);
                        break;
                    case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                        trace.Checks |= Relates(comparison.LeftOperand, comparison.RightOperand) || Relates(comparison.RightOperand, comparison.LeftOperand);
                        break;
                    case IConditionalOperation condition:
                        trace.Checks |= Refuses(condition);
                        break;
                    case IPropertyReferenceOperation property when walk.Records.IsStore(property.Type):
                        Use(property, property.Property.ContainingType);
                        break;
                }
            }
        }

        private Origin Get(IOperation? operation) => operation is not null && _values.TryGetValue(operation, out var value) ? value : default;

        private Origin Children(IOperation operation)
        {
            var all = default(Origin);
            foreach (var child in operation.ChildOperations)
            {
                all |= Get(child);
            }

            return all;
        }

        private Origin Value(IOperation operation)
        {
            switch (operation)
            {
                case ILiteralOperation or INameOfOperation or ITypeOfOperation or IDefaultValueOperation:
                    return default;
                case IParameterReferenceOperation parameter:
                    return Named(parameter.Parameter, parameter.Type);
                case ILocalReferenceOperation local:
                    return Named(local.Local, local.Type);
                case IFieldReferenceOperation field:
                    return walk._names.IsCaller(field.Field.Name) ? Caller : Named(field.Field, field.Type) | Get(field.Instance);
                case IPropertyReferenceOperation property:
                    return Property(property);
                case IInvocationOperation call:
                    return Result(call);
                case IObjectCreationOperation creation:
                    var inside = Children(creation);
                    return inside.Is(Origins.ClientId) && creation.Type is { } type && !IsScalar(type) ? inside with { From = inside.From | Origins.ClientObject } : inside;
                case IConditionalAccessInstanceOperation:
                    for (var o = operation.Parent; o is not null; o = o.Parent)
                    {
                        if (o is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(operation.Syntax.Span))
                        {
                            return Get(access.Operation);
                        }
                    }

                    return default;
                case IConditionalAccessOperation access:
                    return Get(access.WhenNotNull);
                default:
                    return Children(operation);
            }
        }

        private static Origin Caller => new(Origins.Caller, null);

        private Origin Named(ISymbol symbol, ITypeSymbol? type) =>
            walk.IsCallerType(type) ? Caller : known.TryGetValue(symbol, out var value) ? value : default;

        private Origin Property(IPropertyReferenceOperation property)
        {
            var symbol = property.Property;
            if (walk.IsCallerType(property.Type) || walk._names.IsCaller(symbol.Name) || symbol.Name == "UserIdentifier" || walk.IsCallerType(symbol.ContainingType))
            {
                return Caller;
            }

            if (symbol.IsIndexer && property.Arguments.Length == 1 && symbol.ContainingType.Name is "RouteValueDictionary" or "IQueryCollection" or "IFormCollection"
                && property.Arguments[0].Value.Constant() is { } key)
            {
                return walk._names.IsId(key) ? new(Origins.ClientId, key) : default;
            }

            var instance = Get(property.Instance);
            if (instance.From == Origins.None)
            {
                return known.TryGetValue(symbol, out var bound) ? bound
                    : walk._bodies.Has(symbol) && (property.Instance is IInstanceReferenceOperation || AccessNames.MayBeCaller(symbol.Name)) && walk.IsAboutCallerProperty(symbol) ? Caller
                    : Children(property);
            }

            if (!instance.Is(Origins.ClientObject))
            {
                return instance | Children(property);
            }

            var name = symbol.Name;
            if (instance.Is(Origins.Caller) && (AccessNames.MayBeCaller(name) || name.EndsWith("By", StringComparison.Ordinal)))
            {
                return Caller;
            }

            return IsScalar(property.Type!) ? (walk._names.IsId(name) || IsIdType(property.Type!) ? new(Origins.ClientId, Receiver(property) + name) : default)
                : WebSymbols.IsFramework(property.Type!) && property.Type!.TypeKind != TypeKind.Class ? default
                : new(Origins.ClientObject, null);
        }

        private static string Receiver(IPropertyReferenceOperation property) => property.Instance?.Unwrap() switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter.Name + ".",
            ILocalReferenceOperation local => local.Local.Name + ".",
            IPropertyReferenceOperation inner => inner.Property.Name + ".",
            _ => "",
        };

        private Origin Result(IInvocationOperation call)
        {
            var target = call.TargetMethod;
            var all = Children(call);
            if (walk.IsCallerType(target.ReturnType) || walk._names.IsCaller(target.Name) || walk.IsCallerType(target.ContainingType)
                || (AccessNames.MayBeCaller(target.Name) && (all.From == Origins.None || all.Is(Origins.Caller)) && (walk.IsAboutCaller(target) || target.Name is "GetUserId" or "GetUserName" or "GetUserEmail")))
            {
                return Caller;
            }

            if (!WebSymbols.IsFramework(target) && call.Arguments.Any(a => IsContext(a.Value.Unconverted().Type)))
            {
                all |= Caller;
            }

            if (target.Name is "GetRouteValue" or "Route" or "Query" && call.Arguments.Select(a => a.Value.Constant()).FirstOrDefault(v => v is not null) is { } key && walk._names.IsId(key))
            {
                return new(Origins.ClientId, key);
            }

            if (walk.Records.Of(call) is not null)
            {
                return all.Is(Origins.ClientId | Origins.ClientObject | Origins.Record) ? new((all.From & Origins.Caller) | Origins.Record, all.Id) : all;
            }

            // What comes back is another thing than what went in, unless it is a value, a condition or a message about it.
            return call.Type is { } type && !IsScalar(type) && type.SpecialType == SpecialType.None && all.Is(Origins.ClientId | Origins.ClientObject) && !IsCarrier(type.Name) && !IsMapping(target.Name)
                ? new((all.From & Origins.Caller) | Origins.Record, all.Id)
                : all;
        }

        private static bool IsCarrier(string type) =>
            Has(type, "Filter") || Has(type, "Spec") || Has(type, "Parameter") || Has(type, "Quer") || Has(type, "Criteria") || Has(type, "Key") || Has(type, "Request") || Has(type, "Command") || Has(type, "Expression");

        private static bool IsMapping(string name) => Has(name, "Map") || Has(name, "Adapt") || name.StartsWith("To", StringComparison.Ordinal) || name.StartsWith("From", StringComparison.Ordinal);

        private static bool Has(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;

        /// <summary>Gives variables what is assigned to them; true when something new was learnt.</summary>
        private bool Bind()
        {
            var changed = false;
            foreach (var operation in operations)
            {
                switch (operation)
                {
                    case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { Value: { } value }:
                        changed |= Learn(declarator.Symbol, Get(value));
                        break;
                    case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                        changed |= Learn(target.Local, Get(assignment.Value));
                        break;
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } target } assignment:
                        changed |= Learn(target.Property, Get(assignment.Value));
                        break;
                    case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation each } loop:
                        changed |= Learn(each.Symbol, Get(loop.Collection));
                        break;
                    case IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call } argument:
                        var local = argument.Value switch
                        {
                            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
                            ILocalReferenceOperation existing => existing.Local,
                            _ => null,
                        };
                        changed |= local is not null && Learn(local, Children(call));
                        break;
                }
            }

            return changed;
        }

        private bool Learn(ISymbol symbol, Origin value)
        {
            if (value.From == Origins.None)
            {
                return false;
            }

            known.TryGetValue(symbol, out var old);
            known[symbol] = old | value;
            return (old.From | value.From) != old.From;
        }
    }
}
