using System.Collections.Immutable;
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
                if (Frame(step, call) is { } frame && invocation.Instance is { } function)
                {
                    Push(step with { Operation = function, From = step, Frame = frame, Name = null });
                }

                return;
            }

            if (invocation.Instance is { Type: { } handler } made && IsHandler(handler))
            {
                Part(step, made, SlotRole.Text);
                return;
            }

            var inSource = !method.DeclaringSyntaxReferences.IsEmpty;
            if ((!inSource && IsNumber(method.ReturnType)) || Stringified(step, Result(method)) || Named(step, method, out var says))
            {
                return;
            }

            if (inSource ? Run(step with { Says = says ?? step.Says }, call) : IsFramework(method) && Promised(step, call, method.OriginalDefinition.ReturnType))
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
                            Carried(step, value, slot.Role);
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

        /// <summary>What a serialiser or formatter makes is a text of its own; a filter hands on what it got.</summary>
        private void Carried(FlowStep step, IOperation value, SlotRole role)
        {
            if (role == SlotRole.Value)
            {
                Same(step, value);
            }
            else
            {
                Part(step, value, role);
            }
        }

        /// <summary>What the signature of a library's generic method says is in the result; false when it says nothing.</summary>
        private bool Promised(FlowStep step, FlowCall call, ITypeSymbol result)
        {
            var any = false;
            foreach (var (value, path) in Generics.Carried(call, result, step.Path))
            {
                any = true;
                Same(step with { Path = path }, value);
            }

            return any;
        }

        /// <summary>Goes into every body that a call may run; false when none gives anything back.</summary>
        private bool Run(FlowStep step, FlowCall call)
        {
            var entered = false;
            foreach (var method in _flow._bodies.Run(call.Method))
            {
                entered |= Into(step, method, call with { Method = method });
            }

            return entered;
        }

        /// <summary>Goes into the body of a method in source; false when it gives nothing back there.</summary>
        private bool Into(FlowStep step, IMethodSymbol method, FlowCall call)
        {
            var isLocal = method.MethodKind == MethodKind.LocalFunction;
            var facts = isLocal ? _flow._bodies.Around(call.Site) : _flow._bodies.Of(method);
            var values = facts?.Returns(isLocal ? method.OriginalDefinition : null);
            if (values is null || values.Count == 0)
            {
                return false;
            }

            if (Frame(step, call) is { } frame && Hop(step))
            {
                foreach (var value in values)
                {
                    Push(step with { Operation = value, From = step, Frame = frame, Name = step.Name ?? method.Name });
                }
            }

            return true;
        }

        /// <summary>A method that is handed over by its name.</summary>
        private void Group(FlowStep step, IMethodReferenceOperation group)
        {
            var call = new FlowCall(group, group.Method, group.Instance, ImmutableArray<IArgumentOperation>.Empty);
            if (_flow._catalogue.Protects(group.Method))
            {
                Protects(step, call);
            }
            else if (group.Method.DeclaringSyntaxReferences.IsEmpty)
            {
                foreach (var (value, path) in SaysNothing(group.Method.ReturnType) || IsNumber(group.Method.ReturnType) ? [] : Generics.Given(group, 0))
                {
                    Push(step with { Operation = value, From = step, Path = path, Name = null });
                }
            }
            else if (Invoked(step.Frame) is { } invoked)
            {
                var facts = group.Method.MethodKind == MethodKind.LocalFunction ? _flow._bodies.Around(group) : _flow._bodies.Of(group.Method);
                foreach (var value in facts?.Returns(group.Method.MethodKind == MethodKind.LocalFunction ? group.Method : null) ?? [])
                {
                    Push(step with { Operation = value, From = step, Frame = Entered(step.Frame, group.Method, group.Instance), Name = group.Method.Name });
                }
            }
            else
            {
                Run(step, call);
            }
        }

        /// <summary>A call that is given the object, or runs on it, and may put something into it.</summary>
        private void Filled(FlowStep step)
        {
            step = step with { IsGiven = false };
            var argument = step.Operation as IArgumentOperation;
            if (FlowCall.From(argument?.Parent ?? step.Operation) is not { } call)
            {
                return;
            }

            foreach (var method in _flow._bodies.Run(call.Method))
            {
                var body = _flow._bodies.Of(method);
                var definitions = argument is { Parameter: { } parameter } ? body?.Of(method.Parameters[parameter.Ordinal]).Where(d => d.Adds).ToArray()
                    : step.Path is { } path && Find(method.ContainingType, path.Member) is { } member ? body?.Of(member)
                    : null;
                if (definitions is { Count: > 0 } && Frame(step, call with { Method = method }) is { } frame)
                {
                    Follow(step with { Frame = frame, Path = argument is null ? step.Path?.Then : step.Path }, definitions, body, null, method.Name);
                }
            }
        }

        /// <summary>
        /// True when a call may put into the object what goes on: a member of it, or anything into a collection or writer. What
        /// a method does to a whole object of a source type shows in its members.
        /// </summary>
        private static bool MayFill(FlowStep step, IOperation call) =>
            !step.IsWhole || call is IArgumentOperation { Parameter.Type: { DeclaringSyntaxReferences.IsEmpty: true } };

        /// <summary>A value that a call gives through an out parameter.</summary>
        private void Output(FlowStep step, IArgumentOperation argument)
        {
            if (argument is not { Parent: { } parent, Parameter: { } parameter } || FlowCall.From(parent) is not { } call)
            {
                return;
            }

            if (_flow._catalogue.Protects(call.Method))
            {
                Protects(step, call);
                return;
            }

            if (Listed(step, call) || (IsFramework(call.Method) && Promised(step, call, parameter.OriginalDefinition.Type)))
            {
                return;
            }

            var known = false;
            foreach (var method in _flow._bodies.Run(call.Method))
            {
                if (_flow._bodies.Of(method) is { } body && body.Of(method.Parameters[parameter.Ordinal]) is { Count: > 0 } definitions)
                {
                    known = true;
                    if (Frame(step, call with { Method = method }) is { } frame)
                    {
                        Follow(step with { Frame = frame }, definitions, body, step.Says, method.Name);
                    }
                }
            }

            if (!known)
            {
                Unknown(step);
            }
        }

        /// <summary>What a Deconstruct method gives through one of its parameters.</summary>
        private void Deconstructed(FlowStep step, IOperation value, IParameterSymbol output)
        {
            var method = (IMethodSymbol)output.ContainingSymbol;
            if (!method.IsImplicitlyDeclared)
            {
                if (_flow._bodies.Of(method) is { } body && Frame(step, new FlowCall(value, method, value, ImmutableArray<IArgumentOperation>.Empty)) is { } frame)
                {
                    Follow(step with { Frame = frame }, body.Of(output), body, step.Says, method.Name);
                }
            }
            else if (step.IsWhole && Find(method.ContainingType, output.Name) is { } member && Counts(_flow._model.Classify(member)) is { } data)
            {
                // A record's own: the parameter is the property of that name.
                Found(step with { Operation = value }, data);
            }
            else
            {
                Of(step, value, new FlowPath(output.Name, step.Path), step.Frame);
            }
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

        /// <summary>The nearest call of a delegate whose body is not found yet.</summary>
        private static CallFrame? Invoked(CallFrame? frame)
        {
            while (frame is not null && frame.Call.Method.MethodKind != MethodKind.DelegateInvoke)
            {
                frame = frame.Outer;
            }

            return frame;
        }

        /// <summary>The call of a delegate turns out to be a call of this lambda or method.</summary>
        private static CallFrame? Entered(CallFrame? frame, IMethodSymbol method, IOperation? instance) =>
            Invoked(frame) is null ? frame
            : frame!.Call.Method.MethodKind == MethodKind.DelegateInvoke ? frame with { Call = frame.Call with { Method = method, Instance = instance } }
            : frame with { Outer = Entered(frame.Outer, method, instance) };

        /// <summary>Where the arguments of a call stand; the call of a delegate goes along until its body is found.</summary>
        private static CallFrame? Leave(CallFrame? current, CallFrame left) =>
            current != left && current?.Call.Method.MethodKind == MethodKind.DelegateInvoke ? current : left.Outer;

        /// <summary>What a method gives when it is awaited.</summary>
        private static ITypeSymbol Result(IMethodSymbol method) =>
            method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : method.ReturnType;
    }
}
