using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

internal sealed partial class ValueFlow
{
    private sealed partial class Walk
    {
        private void Invocation(FlowStep step, IInvocationOperation invocation)
        {
            var method = invocation.TargetMethod;
            var call = new FlowCall(invocation, method, invocation.Instance, invocation.Arguments);
            if (_flow._catalogue.Protects(method))
            {
                Protects(step, call);
                return;
            }

            if (method is { Name: "ToString", MethodKind: MethodKind.Ordinary, IsStatic: false } && invocation.Instance is { } printed)
            {
                Part(step, printed, SlotRole.Text);
                return;
            }

            if (Listed(step, call))
            {
                return;
            }

            if (method.MethodKind == MethodKind.DelegateInvoke)
            {
                Unknown(step);
                return;
            }

            var inSource = !method.DeclaringSyntaxReferences.IsEmpty;
            if ((!inSource && IsNumber(method.ReturnType)) || Stringified(step, Result(method)) || Named(step, method, out var says))
            {
                return;
            }

            if (inSource && !method.IsAbstract && Into(step with { Says = says ?? step.Says }, method, call))
            {
                return;
            }

            if (says is not null)
            {
                Found(step, says.Data);
                return;
            }

            Unknown(step);
        }

        /// <summary>What the lists say about a call; false when they say nothing.</summary>
        private bool Listed(FlowStep step, FlowCall call)
        {
            var known = false;
            foreach (var entry in _flow._catalogue.Of(call.Method))
            {
                switch (entry.Effect)
                {
                    case FlowEffect.Reads when ReadKey(call.Arguments, entry) is { } key:
                        Found(step, key);
                        return true;
                    case FlowEffect.Carries or FlowEffect.Wraps:
                        known = true;
                        if (call.Method.ReturnType is { } result && IsNumber(result))
                        {
                            break;
                        }

                        foreach (var (slot, value) in call.Slots(entry))
                        {
                            // What a serialiser or formatter makes is a text of its own; a filter hands on what it got.
                            if (slot.Role == SlotRole.Value)
                            {
                                Same(step, value);
                            }
                            else
                            {
                                Part(step, value, slot.Role);
                            }
                        }

                        break;
                    case FlowEffect.Fills:
                        known = true;
                        Same(step, call.Receiver);
                        foreach (var (slot, value) in call.Slots(entry))
                        {
                            Part(step, value, slot.Role);
                        }

                        break;
                    default:
                        break;
                }
            }

            return known;
        }

        /// <summary>Goes into the body of a method in source; false when it gives nothing back there.</summary>
        private bool Into(FlowStep step, IMethodSymbol method, FlowCall? call)
        {
            var facts = method.MethodKind == MethodKind.LocalFunction ? _flow._bodies.Around(step.Operation) : _flow._bodies.Of(method);
            var values = facts?.Returns(method.MethodKind == MethodKind.LocalFunction ? method.OriginalDefinition : null);
            if (values is null || values.Count == 0)
            {
                return false;
            }

            var frame = step.Frame;
            if (call is { } entered)
            {
                frame = Frame(step, entered);
                if (frame is null)
                {
                    return true;
                }
            }

            if (Hop(step))
            {
                foreach (var value in values)
                {
                    Push(step with { Operation = value, From = step, Frame = frame, Name = step.Name ?? method.Name });
                }
            }

            return true;
        }

        private CallFrame? Frame(FlowStep step, FlowCall call)
        {
            var depth = (step.Frame?.Depth ?? 0) + 1;
            if (depth > MaxDepth)
            {
                _cut = true;
                return null;
            }

            return new CallFrame(call, step.Frame, depth);
        }

        /// <summary>What a method gives when it is awaited.</summary>
        private static ITypeSymbol Result(IMethodSymbol method) =>
            method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : method.ReturnType;
    }
}
