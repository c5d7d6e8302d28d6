using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

internal sealed partial class ValueFlow
{
    private sealed partial class Walk
    {
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

            // A line of a list may speak of a source type that derives from a listed one.
            inSource &= _flow._catalogue.Of(constructor).IsEmpty;
            if (inSource && Stringified(step, constructor.ContainingType))
            {
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

            var isSet = Initialised(step, creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty);
            if (!inSource)
            {
                Library(step, call);
            }
            else if (step.Path is { } path)
            {
                if (!isSet && !Made(step, path, call) && path.Own is not null && creation.Parent is not IVariableInitializerOperation)
                {
                    Unknown(step);
                }
            }
            else
            {
                foreach (var argument in creation.Arguments)
                {
                    Part(step, argument.Value);
                }
            }
        }

        /// <summary>An object of a library: what the lists say of its constructor, or the signature, or the names of its parameters.</summary>
        private void Library(FlowStep step, FlowCall call)
        {
            var entries = _flow._catalogue.Of(call.Method);
            foreach (var entry in entries.Where(e => e.Effect is FlowEffect.Carries or FlowEffect.Wraps))
            {
                foreach (var (slot, value) in call.Slots(entry))
                {
                    Carried(step, value, slot.Role);
                }
            }

            if (!entries.IsEmpty || call.Arguments.IsEmpty || (IsFramework(call.Method) && Promised(step, call, call.Method.ContainingType.OriginalDefinition)))
            {
                return;
            }

            if (step.Path is { } path && call.Arguments.FirstOrDefault(a => string.Equals(a.Parameter?.Name, path.Member, StringComparison.OrdinalIgnoreCase)) is { } named)
            {
                Same(step with { Path = path.Then }, named.Value);
                return;
            }

            Unknown(step);
        }

        /// <summary>What the constructors of a source type put into one of its members; false when they say nothing of it.</summary>
        private bool Made(FlowStep step, FlowPath path, FlowCall made)
        {
            var member = path.Own ?? Find(made.Method.ContainingType, path.Member);
            if (member is IPropertySymbol property && Getter(step with { Path = path.Then }, property, made.Site, null))
            {
                return true;
            }

            var found = false;
            var pending = new Stack<(FlowCall Call, CallFrame? Outer)>();
            pending.Push((made, step.Frame));
            while (pending.Count > 0)
            {
                var (call, outer) = pending.Pop();
                if (Frame(step with { Frame = outer }, call) is not { } frame)
                {
                    return true;
                }

                var inside = step with { Path = path.Then, Frame = frame };
                var body = _flow._bodies.Of(call.Method);
                foreach (var chained in body?.Chained ?? [])
                {
                    pending.Push((chained, frame));
                }

                if (member is not null && !SymbolEqualityComparer.Default.Equals(member.ContainingType.OriginalDefinition, call.Method.ContainingType.OriginalDefinition))
                {
                    continue;
                }

                if (member is not null && body?.Of(member) is { Count: > 0 } definitions)
                {
                    found = true;
                    Follow(inside, definitions, body, null, made.Method.ContainingType.Name);
                }

                if (member is not null && _flow._bodies.Initialiser(member) is { } initial)
                {
                    found = true;
                    Same(inside, initial);
                }
                else if (!found && call.Method.Parameters.FirstOrDefault(p => p.Name == path.Member) is { } parameter && call.Argument(parameter) is { } argument)
                {
                    // A positional record, or a parameter of the class that its methods use.
                    found = true;
                    Push(step with { Operation = argument, From = step, Path = path.Then, Frame = outer, Name = made.Method.ContainingType.Name });
                }
            }

            return found;
        }

        /// <summary>The values of an initialiser that go on; true when one of them is the very member that the path asks for.</summary>
        private bool Initialised(FlowStep step, IEnumerable<IOperation> initialisers)
        {
            var isSet = false;
            foreach (var initialiser in initialisers)
            {
                switch (initialiser)
                {
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: true } indexer, Arguments: var keys } } entry:
                        var isMap = indexer.ContainingType.Arity > 1;
                        Entry(step, entry.Value, isMap ? 1 : -1);
                        foreach (var key in keys)
                        {
                            Entry(step, key.Value, isMap ? 0 : -1);
                        }

                        break;
                    case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment:
                        isSet |= Set(step, target.Member, assignment.Value);
                        break;
                    case ISimpleAssignmentOperation assignment when step.IsWhole:
                        Part(step, assignment.Value);
                        break;
                    case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } nested:
                        isSet |= Set(step, target.Member, nested.Initializer);
                        break;
                    case IInvocationOperation add:
                        for (var i = 0; i < add.Arguments.Length; i++)
                        {
                            Entry(step, add.Arguments[i].Value, add.Arguments.Length > 1 ? i : -1);
                        }

                        break;
                    default:
                        break;
                }
            }

            return isSet;
        }

        private bool Set(FlowStep step, ISymbol member, IOperation value)
        {
            if (step.Path is not { } path)
            {
                if (step.Text || !SerialisedObject.IsIgnored(member, step.Logged))
                {
                    Part(step, value);
                }

                return false;
            }

            if (path.Member != member.Name)
            {
                return false;
            }

            Same(step with { Path = path.Then }, value);
            return true;
        }

        /// <summary>Something that is put into a collection.</summary>
        /// <param name="step">The collection.</param>
        /// <param name="value">What is put in.</param>
        /// <param name="argument">Which type argument of a map it is; -1 for an element.</param>
        private void Entry(FlowStep step, IOperation value, int argument)
        {
            if (argument < 0 || step.Path is not { ArgumentIndex: >= 0 and var wanted } path)
            {
                Same(step, value);
            }
            else if (wanted == argument)
            {
                Same(step with { Path = path.Then }, value);
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

        /// <summary>A member of an object: what this very object was given, or what its own type puts into it.</summary>
        private void Member(FlowStep step, IMemberReferenceOperation reference, bool inSource, NameSays? says)
        {
            var named = step with { Says = says ?? step.Says };
            if (!inSource && named.Says is not null)
            {
                // A name has said enough: who made a library's object would only say it again, at every place that made one.
                Unknown(named);
            }
            else if (reference.Instance is { } instance)
            {
                var own = inSource && instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } ? reference.Member.OriginalDefinition : null;
                Of(named, instance, new FlowPath(reference.Member.Name, step.Path, own), step.Frame);
            }
            else if (inSource)
            {
                Stored(named, reference.Member);
            }
            else
            {
                Unknown(named);
            }
        }

        /// <summary>What the type of a field or property puts into it, whatever the object.</summary>
        private void Stored(FlowStep step, ISymbol member)
        {
            var definitions = _flow._bodies.OfMember(member);
            if (definitions.IsEmpty)
            {
                Unknown(step);
                return;
            }

            Follow(step with { Frame = null }, definitions, null, null, member.Name);
        }

        /// <summary>Goes into the body of a property; false when it has none and only holds a value.</summary>
        private bool Getter(FlowStep step, IPropertySymbol property, IOperation? instance, NameSays? says)
        {
            var entered = false;
            if (property.GetMethod is not { } getter || property.DeclaringSyntaxReferences.IsEmpty)
            {
                return false;
            }

            foreach (var run in _flow._bodies.Run(getter))
            {
                if (_flow._bodies.Of(run)?.Returns(null) is { Count: > 0 })
                {
                    entered |= Into(
                        step with { Says = says ?? step.Says, Name = property.Name },
                        run,
                        new FlowCall(step.Operation, run, instance, ImmutableArray<IArgumentOperation>.Empty));
                }
            }

            return entered;
        }

        private void This(FlowStep step, IInstanceReferenceOperation reference)
        {
            if (reference.ReferenceKind == InstanceReferenceKind.PatternInput)
            {
                if (Patterns.Matched(reference) is { } matched)
                {
                    Follow(step, [matched], null, null, "");
                }

                return;
            }

            if (Stringified(step, reference.Type))
            {
                return;
            }

            if (Whole(step, reference.Type) is { } whole)
            {
                Found(step, whole);
                return;
            }

            if (Receiver(step.Frame, out var outer) is { } instance && instance != reference)
            {
                Push(step with { Operation = instance, From = step, Frame = outer, Name = null });
            }
            else if (step.Path is { } path && (path.Own ?? Find(reference.Type, path.Member)) is { } member)
            {
                var inside = step with { Path = path.Then };
                if (member is not IPropertySymbol property || !Getter(inside, property, reference, null))
                {
                    Stored(inside, member);
                }
            }
        }

        /// <summary>The object that the method runs on which the walk is in; null when the walk did not come in by a call.</summary>
        private static IOperation? Receiver(CallFrame? frame, out CallFrame? outer)
        {
            // A lambda or local function has the object of the method around it.
            while (frame is not null && (frame.Call.Method.IsStatic || frame.Call.Method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke))
            {
                frame = frame.Outer;
            }

            outer = frame?.Outer;
            return frame?.Call is { } call ? call.Instance ?? (call.Method.MethodKind == MethodKind.Constructor ? call.Site : null) : null;
        }

        private static ISymbol? Find(ITypeSymbol? type, string name)
        {
            for (var t = type?.OriginalDefinition; t is not null; t = t.BaseType?.OriginalDefinition)
            {
                foreach (var member in t.GetMembers(name))
                {
                    if (member is IPropertySymbol or IFieldSymbol)
                    {
                        return member;
                    }
                }
            }

            return null;
        }
    }
}
