using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

internal sealed partial class ValueFlow
{
    private sealed partial class Walk
    {
        private void Visit(FlowStep step)
        {
            if (step.IsGiven)
            {
                Filled(step);
                return;
            }

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
                    if (step.Path is { ElementIndex: >= 0 and var index } && index < o.Elements.Length)
                    {
                        Same(step with { Path = step.Path.Then }, o.Elements[index]);
                    }
                    else if (step.IsWhole)
                    {
                        Elements(step, o.Elements);
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
                    if (!Initialised(step, o.Initializer.Initializers) || step.IsWhole)
                    {
                        Same(step, o.Operand);
                    }

                    break;
                case IDelegateCreationOperation o:
                    Same(step, o.Target);
                    break;
                case IMethodReferenceOperation o:
                    Group(step, o);
                    break;
                case IAnonymousFunctionOperation o:
                    var inside = step with { Frame = Entered(step.Frame, o.Symbol, null) };
                    foreach (var value in _flow._bodies.Around(o).Returns(o.Symbol))
                    {
                        Same(inside, value);
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
    }
}
