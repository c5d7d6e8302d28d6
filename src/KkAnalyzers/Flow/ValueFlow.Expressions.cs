using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

internal sealed partial class ValueFlow
{
    private sealed partial class Walk
    {
        private void Visit(FlowStep step)
        {
            var operation = step.Operation;
            if (operation.ConstantValue.HasValue || (operation.Type is { } type && SaysNothing(type)))
            {
                return;
            }

            switch (operation)
            {
                case ILocalReferenceOperation local:
                    Local(step, local);
                    break;
                case IParameterReferenceOperation parameter:
                    Parameter(step, parameter);
                    break;
                case IFieldReferenceOperation field:
                    Field(step, field);
                    break;
                case IPropertyReferenceOperation property:
                    Property(step, property);
                    break;
                case IInvocationOperation invocation:
                    Invocation(step, invocation);
                    break;
                case IObjectCreationOperation creation:
                    Creation(step, creation);
                    break;
                case IInstanceReferenceOperation instance:
                    This(step, instance);
                    break;
                case IArgumentOperation argument:
                    Output(step, argument);
                    break;
                default:
                    Combination(step, operation);
                    break;
            }
        }

        /// <summary>Expressions that are made of other expressions of the same body.</summary>
        private void Combination(FlowStep step, IOperation operation)
        {
            switch (operation)
            {
                case IAwaitOperation o:
                    Same(step, o.Operation);
                    break;
                case IConditionalOperation o:
                    Same(step, o.WhenTrue);
                    Same(step, o.WhenFalse);
                    break;
                case ICoalesceOperation o:
                    Same(step, o.Value);
                    Same(step, o.WhenNull);
                    break;
                case IConditionalAccessOperation o:
                    Same(step, o.WhenNotNull);
                    break;
                case IConditionalAccessInstanceOperation o:
                    Same(step, Accessed(o));
                    break;
                case ISwitchExpressionOperation o:
                    foreach (var arm in o.Arms)
                    {
                        Same(step, arm.Value);
                    }

                    break;
                case ISimpleAssignmentOperation o:
                    Same(step, o.Value);
                    break;
                case IAssignmentOperation o:
                    Same(step, o.Target);
                    Same(step, o.Value);
                    break;
                case IDeclarationExpressionOperation o:
                    Same(step, o.Expression);
                    break;
                case ITranslatedQueryOperation o:
                    Same(step, o.Operation);
                    break;
                case IArrayElementReferenceOperation o:
                    Same(step, o.ArrayReference);
                    break;
                case IImplicitIndexerReferenceOperation o:
                    Same(step, o.Instance);
                    break;
                case IUnaryOperation o:
                    Same(step, o.Operand);
                    break;
                case IBinaryOperation o:
                    var operands = o.Type?.SpecialType == SpecialType.System_String ? SlotRole.Text : SlotRole.Value;
                    Part(step, o.LeftOperand, operands);
                    Part(step, o.RightOperand, operands);
                    break;
                case IInterpolatedStringOperation o:
                    foreach (var part in o.Parts)
                    {
                        Part(step, part switch
                        {
                            IInterpolationOperation interpolation => interpolation.Expression,
                            IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments.IsEmpty: false } append } => append.Arguments[0].Value,
                            _ => null,
                        }, SlotRole.Text);
                    }

                    break;
                case IInterpolatedStringHandlerCreationOperation o:
                    Same(step, o.Content);
                    break;
                case IInterpolatedStringAdditionOperation o:
                    Part(step, o.Left, SlotRole.Text);
                    Part(step, o.Right, SlotRole.Text);
                    break;
                case ITupleOperation o:
                    if (step.Ordinal >= 0 && step.Ordinal < o.Elements.Length)
                    {
                        Push(step with { Operation = o.Elements[step.Ordinal], From = step, Ordinal = -1, Name = null });
                    }
                    else
                    {
                        Parts(step, o.Elements);
                    }

                    break;
                case IArrayCreationOperation o:
                    Elements(step, o.Initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty);
                    break;
                case IAnonymousObjectCreationOperation o:
                    Initialised(step, o.Initializers);
                    break;
                case IObjectOrCollectionInitializerOperation o:
                    Initialised(step, o.Initializers);
                    break;
                case IWithOperation o:
                    Same(step, o.Operand);
                    Initialised(step, o.Initializer.Initializers);
                    break;
                case IDelegateCreationOperation o:
                    Same(step, o.Target);
                    break;
                case IAnonymousFunctionOperation o:
                    foreach (var value in _flow._bodies.Around(o).Returns(o.Symbol))
                    {
                        Same(step, value);
                    }

                    break;
                case IMethodReferenceOperation { Method.DeclaringSyntaxReferences.IsEmpty: false } o:
                    foreach (var value in _flow._bodies.Of(o.Method)?.Returns(null) ?? [])
                    {
                        Same(step, value);
                    }

                    break;
                case IThrowOperation or IDefaultValueOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation or IIncrementOrDecrementOperation:
                    break;
                default:
                    // Younger than the Roslyn this is compiled against, such as [a, b]: made of its parts.
                    if (operation.Kind > OperationKind.Attribute)
                    {
                        Elements(step, operation.ChildOperations);
                    }
                    else
                    {
                        Unknown(step);
                    }

                    break;
            }
        }

        private void Creation(FlowStep step, IObjectCreationOperation creation)
        {
            if (creation.Constructor is not { } constructor)
            {
                return;
            }

            var call = new FlowCall(creation, constructor, null, creation.Arguments);
            var inSource = !constructor.ContainingType.DeclaringSyntaxReferences.IsEmpty;
            if (_flow._catalogue.Protects(constructor))
            {
                Protects(step, call);
                return;
            }

            var entries = _flow._catalogue.Of(constructor);
            if (inSource && entries.IsEmpty && Stringified(step, constructor.ContainingType))
            {
                return;
            }

            if (step.Member is { } member)
            {
                // Only this member goes on: what the initialiser or the constructor parameter of that name gives it.
                Initialised(step, creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty);
                Same(
                    step with { Member = null },
                    creation.Arguments.FirstOrDefault(a => string.Equals(a.Parameter?.Name, member, StringComparison.OrdinalIgnoreCase))?.Value);
                return;
            }

            if (Whole(step, creation.Type) is { } whole)
            {
                if (!OnlyConstants(creation))
                {
                    Found(step, whole);
                }

                return;
            }

            Initialised(step, creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty);
            if (inSource && entries.IsEmpty)
            {
                Parts(step, creation.Arguments.Select(a => a.Value));
                return;
            }

            foreach (var entry in entries.Where(e => e.Effect is FlowEffect.Carries or FlowEffect.Wraps))
            {
                foreach (var (slot, value) in call.Slots(entry))
                {
                    Part(step, value, slot.Role);
                }
            }

            if (entries.IsEmpty && creation.Arguments.Length > 0)
            {
                Unknown(step);
            }
        }

        /// <summary>The values of an initialiser; of one member when only that goes on.</summary>
        private void Initialised(FlowStep step, IEnumerable<IOperation> initialisers)
        {
            foreach (var initialiser in initialisers)
            {
                switch (initialiser)
                {
                    case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment:
                        if (step.Member is null ? step.Text || !SerialisedObject.IsIgnored(target.Member, step.Logged) : step.Member == target.Member.Name)
                        {
                            Part(step, assignment.Value);
                        }

                        break;
                    case ISimpleAssignmentOperation assignment when step.Member is null:
                        Part(step, assignment.Value);
                        break;
                    case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } nested when step.Member is null || step.Member == target.Member.Name:
                        Part(step, nested.Initializer);
                        break;
                    case IInvocationOperation add:
                        Elements(step, add.Arguments.Select(a => a.Value));
                        break;
                    default:
                        break;
                }
            }
        }

        /// <summary>Every part goes in, and none of them is the value itself.</summary>
        private void Parts(FlowStep step, IEnumerable<IOperation> parts)
        {
            if (step.IsWhole)
            {
                foreach (var part in parts)
                {
                    Part(step, part);
                }
            }
        }

        /// <summary>The elements of a collection: a member that goes on is a member of the element.</summary>
        private void Elements(FlowStep step, IEnumerable<IOperation> elements)
        {
            foreach (var element in elements)
            {
                Same(step, element);
            }
        }

        /// <summary>The object as a whole: what a serialiser writes, or what a record prints of itself.</summary>
        private DataClassification? Whole(FlowStep step, ITypeSymbol? type)
        {
            if (!step.IsWhole || type is null || type.SpecialType != SpecialType.None || type.IsAnonymousType || type.IsTupleType)
            {
                return null;
            }

            // Nobody wrote the member's name here, so the sure words alone count: a film has a cast, which is people with names.
            var whole = !step.Text ? SerialisedObject.Classify(_flow._model, type, step.Logged) : type.IsRecord ? _flow._model.ClassifyObject(type) : null;

            // The password of a certificate in a configuration is a secret, but nobody's datum.
            return whole is { Pseudonymised: false } && (whole.Confidence == Confidence.High || (_least < Sureness.Named && Counts(whole) is not null))
                && (whole.Category != "credentials" || _flow._model.IsPersonType(type)) ? whole : null;
        }

        /// <summary>
        /// True when only the text of an object goes on and that is settled here: by its own ToString, or because it has none
        /// and prints the name of its type.
        /// </summary>
        private bool Stringified(FlowStep step, ITypeSymbol? type)
        {
            if (!step.Text || !step.IsWhole || type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || named.DeclaringSyntaxReferences.IsEmpty)
            {
                return false;
            }

            for (var t = named; t is not null && !t.DeclaringSyntaxReferences.IsEmpty; t = t.BaseType)
            {
                foreach (var member in t.GetMembers("ToString"))
                {
                    if (member is IMethodSymbol { Parameters.IsEmpty: true, IsImplicitlyDeclared: false } method)
                    {
                        Into(step with { Name = t.Name + ".ToString" }, method, null);
                        return true;
                    }
                }
            }

            return !named.IsRecord;
        }

        /// <summary>A yes or no, a delegate or nothing at all holds no datum that this walk looks for.</summary>
        private static bool SaysNothing(ITypeSymbol type) =>
            type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Void
            || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && nullable.TypeArguments[0].SpecialType == SpecialType.System_Boolean);

        /// <summary>Numbers that a library works out (a length, a count, a position) are not the data they are about.</summary>
        private static bool IsNumber(ITypeSymbol? type) => type?.TypeKind == TypeKind.Enum
            || type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

        private static bool OnlyConstants(IObjectCreationOperation creation) =>
            creation.Descendants().All(o => o is not (ILocalReferenceOperation or IParameterReferenceOperation or IInvocationOperation or IFieldReferenceOperation { ConstantValue.HasValue: false })
                && (o is not IPropertyReferenceOperation property || property.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }));
    }
}
