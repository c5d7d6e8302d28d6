using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

internal sealed partial class ValueFlow
{
    private sealed partial class Walk
    {
        private void Local(FlowStep step, ILocalReferenceOperation reference)
        {
            var local = reference.Local;
            if (Stringified(step, local.Type) || Named(step, local, out var says))
            {
                return;
            }

            var facts = _flow._bodies.Around(reference);
            if (Members(step, facts, local))
            {
                return;
            }

            var definitions = facts.Of(local);
            if (definitions.Count == 0)
            {
                Unknown(step with { Says = says ?? step.Says });
                return;
            }

            Follow(step, definitions, facts, says, local.Name);
        }

        private void Parameter(FlowStep step, IParameterReferenceOperation reference)
        {
            var parameter = reference.Parameter;
            if (Stringified(step, parameter.Type) || Named(step, parameter, out var says))
            {
                return;
            }

            var facts = _flow._bodies.Around(reference);
            if (Members(step, facts, parameter))
            {
                return;
            }

            var definitions = facts.Of(parameter);
            Follow(step, definitions, facts, says, parameter.Name);
            if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.ExplicitInterfaceImplementation } method)
            {
                // What a setter is given is what its property is called, also in a class that holds settings and no person.
                if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol set } && KeyMayDecide(parameter.Type)
                    && Counts(_flow._model.Classify(set) ?? _flow._model.ClassifyName(set.Name)) is { } data)
                {
                    Found(step, data);
                    return;
                }

                // Of a lambda or local function: its calls are definitions in the same body.
                if (definitions.Count == 0)
                {
                    Unknown(step with { Says = says ?? step.Says });
                }

                return;
            }

            if (step.Frame is { } frame && SymbolEqualityComparer.Default.Equals(frame.Call.Method.OriginalDefinition, method.OriginalDefinition))
            {
                // The walk came in by this call and goes out by it. A parameter left to its default is a constant.
                if (frame.Call.Argument(parameter) is { } argument)
                {
                    Push(step with { Operation = argument, From = step, Frame = frame.Outer, Says = says ?? step.Says, Name = null });
                }

                return;
            }

            if (says is not null)
            {
                Found(step, says.Data);
                return;
            }

            Callers(step, method, parameter);
        }

        /// <summary>A helper is given something of no name of its own: its callers know what. They are reported, each for itself.</summary>
        private void Callers(FlowStep step, IMethodSymbol method, IParameterSymbol parameter)
        {
            if (step.Anchor.Depth >= MaxDepth)
            {
                _cut = true;
                return;
            }

            var calls = _flow._bodies.Callers(method);
            if (calls.IsEmpty)
            {
                Unknown(step);
            }

            foreach (var call in calls)
            {
                if (_callSites++ >= MaxCallSites)
                {
                    _cut = true;
                    return;
                }

                // A call of something that is a sink by itself, such as a wrapper around a listed one, is looked at there.
                if (call.Argument(parameter) is { } argument && _flow._catalogue.Of(call.Method, FlowEffect.Sink) is null)
                {
                    Push(step with
                    {
                        Operation = argument,
                        From = step,
                        Frame = null,
                        Anchor = new FlowAnchor(argument, step.Anchor.Depth + 1),
                        Name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name,
                    });
                }
            }
        }

        private void Field(FlowStep step, IFieldReferenceOperation reference)
        {
            var field = reference.Field;
            if (field.ContainingType.IsTupleType)
            {
                var element = (field.CorrespondingTupleField ?? field).Name;
                if (element.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(element.Substring(4), out var number) && reference.Instance is { } tuple)
                {
                    Push(step with { Operation = tuple, From = step, Ordinal = number - 1, Name = null });
                }

                return;
            }

            var inSource = !field.DeclaringSyntaxReferences.IsEmpty;
            if ((!inSource && field is { IsStatic: true, IsReadOnly: true }) || Stringified(step, field.Type) || Named(step, field, out var says))
            {
                return;
            }

            Member(step, reference, inSource, says);
        }

        private void Property(FlowStep step, IPropertyReferenceOperation reference)
        {
            var property = reference.Property;
            var known = false;
            foreach (var entry in _flow._catalogue.Of(property))
            {
                switch (entry.Effect)
                {
                    case FlowEffect.Protects:
                        return;
                    case FlowEffect.Reads when ReadKey(reference.Arguments, entry) is { } key:
                        Found(step, key);
                        return;
                    case FlowEffect.Carries or FlowEffect.Fills when reference.Instance is { } instance && !IsNumber(property.Type):
                        known = true;
                        Same(step, instance);
                        break;
                    default:
                        break;
                }
            }

            if (known || IsLabel(property))
            {
                return;
            }

            var inSource = !property.DeclaringSyntaxReferences.IsEmpty;
            if (!inSource && IsNumber(property.Type) && IsFramework(property))
            {
                return;
            }

            if (property.ContainingType.IsAnonymousType && reference.Instance is { } anonymous)
            {
                Push(step with { Operation = anonymous, From = step, Member = property.Name, Ordinal = -1, Name = null });
                return;
            }

            if (Stringified(step, property.Type) || Named(step, property, out var says))
            {
                return;
            }

            // A public property is a name that others rely on; a private one is as good as what was put into it.
            if (says is not null && property.DeclaredAccessibility != Accessibility.Private)
            {
                Found(step, says.Data);
                return;
            }

            if (inSource && property.GetMethod is { } getter && _flow._bodies.Of(getter) is { } body && body.Returns(null).Count > 0)
            {
                if (Hop(step))
                {
                    foreach (var value in body.Returns(null))
                    {
                        Push(step with { Operation = value, From = step, Says = says ?? step.Says, Name = property.Name });
                    }
                }

                return;
            }

            Member(step, reference, inSource, says);
        }

        /// <summary>A field or stored property: what its own type puts into it, or what the object it belongs to was made with.</summary>
        private void Member(FlowStep step, IMemberReferenceOperation reference, bool inSource, NameSays? says)
        {
            var named = step with { Says = says ?? step.Says };
            if (!inSource)
            {
                Unknown(named);
                return;
            }

            if (reference.Instance is not (null or IInstanceReferenceOperation))
            {
                // entry.Text: look at how this entry was made, not at every entry there is.
                if (step.IsWhole)
                {
                    Push(named with { Operation = reference.Instance, From = step, Member = reference.Member.Name, Name = null });
                }

                return;
            }

            var definitions = _flow._bodies.OfMember(reference.Member);
            if (definitions.IsEmpty)
            {
                Unknown(named);
                return;
            }

            Follow(step, definitions, null, says, reference.Member.Name);
        }

        /// <summary>True when one member goes on and the body assigns it on this very object.</summary>
        private bool Members(FlowStep step, BodyFacts facts, ISymbol owner)
        {
            if (step.Member is not { } member)
            {
                return false;
            }

            var values = facts.Of(owner, member);
            foreach (var value in values)
            {
                Push(step with { Operation = value, From = step, Member = null, Name = owner.Name + "." + member });
            }

            return false;
        }

        private void Follow(FlowStep step, IReadOnlyList<Definition> definitions, BodyFacts? facts, NameSays? says, string name)
        {
            var pending = new Stack<Definition>(definitions.Reverse());
            var wrappers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            while (pending.Count > 0)
            {
                var definition = pending.Pop();
                if (definition.Wrapper is { } wrapper)
                {
                    if (facts is not null && wrappers.Add(wrapper))
                    {
                        foreach (var inner in facts.Of(wrapper).Where(d => d.Adds))
                        {
                            pending.Push(inner);
                        }
                    }

                    continue;
                }

                if (!Hop(step))
                {
                    return;
                }

                // What is put into an object is not what the object is called: only a value that replaces it is.
                Push((step with
                {
                    Operation = definition.Value!,
                    From = step,
                    Ordinal = definition.Ordinal >= 0 ? definition.Ordinal : step.Ordinal,
                    Says = says ?? step.Says,
                    Name = name,
                }).As(definition.Role));
            }
        }

        /// <summary>What a name says. True when that ends the way: it says that the value is protected.</summary>
        private bool Named(FlowStep step, ISymbol symbol, out NameSays? says)
        {
            says = null;
            if (!step.IsWhole)
            {
                return false;
            }

            var data = IsFramework(symbol) ? null : _flow._model.Classify(symbol);
            if (data?.Pseudonymised == true)
            {
                return true;
            }

            if (IsSurrogate(symbol, data) || IsOfMachine(symbol, data))
            {
                return true;
            }

            data = Counts(data) ?? Whole(step, TypeOf(symbol));
            says = data is null ? null : new NameSays(data, step.Operation, ByKey: false);
            return false;
        }

        private void This(FlowStep step, IInstanceReferenceOperation reference)
        {
            if (Stringified(step, reference.Type))
            {
                return;
            }

            if (Whole(step, reference.Type) is { } whole)
            {
                Found(step, whole);
            }
        }

        /// <summary>A value that a call gives through an out parameter.</summary>
        private void Output(FlowStep step, IArgumentOperation argument)
        {
            if (argument.Parent is not { } parent || FlowCall.From(parent) is not { } call)
            {
                return;
            }

            if (_flow._catalogue.Protects(call.Method))
            {
                Protects(step, call);
                return;
            }

            var known = false;
            foreach (var entry in _flow._catalogue.Of(call.Method))
            {
                if (entry.Effect == FlowEffect.Reads && ReadKey(call.Arguments, entry) is { } key)
                {
                    Found(step, key);
                    return;
                }

                if (entry.Effect == FlowEffect.Carries)
                {
                    known = true;
                    foreach (var (slot, value) in call.Slots(entry))
                    {
                        Part(step, value, slot.Role);
                    }
                }
            }

            if (known)
            {
                return;
            }

            if (argument.Parameter is { } parameter && _flow._bodies.Of(call.Method) is { } body && body.Of(parameter.OriginalDefinition) is { Count: > 0 } definitions
                && Frame(step, call) is { } frame)
            {
                Follow(step with { Frame = frame }, definitions, body, step.Says, call.Method.Name);
                return;
            }

            Unknown(step);
        }

        private DataClassification? ReadKey(IEnumerable<IArgumentOperation> arguments, FlowEntry entry)
        {
            foreach (var slot in entry.Slots.Where(s => s.Role == SlotRole.Key))
            {
                if (arguments.FirstOrDefault(a => a.Parameter?.Name == slot.Name)?.Value is { } key && Counts(_flow.Key(key)) is { } data)
                {
                    return data;
                }
            }

            return null;
        }

        /// <summary>PatientId as a Guid or a number of a database: it leads to a person only for who has the database (hard case 28).</summary>
        private static bool IsSurrogate(ISymbol symbol, DataClassification? data) =>
            data?.Category == "care-id" && Tokenizer.Tokens(symbol.Name) is { Count: > 0 } words && words[words.Count - 1] == "id"
            && TypeOf(symbol) is { } type && (type.Name == "Guid" || IsNumber(type) || (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T));

        /// <summary>A secret in a configuration, such as the password of the server's certificate: nobody's datum.</summary>
        private static bool IsOfMachine(ISymbol symbol, DataClassification? data) =>
            data?.Category == "credentials" && symbol is (IPropertySymbol or IFieldSymbol)
            && Tokenizer.Tokens(symbol.ContainingType.Name) is { Count: > 0 } words && words[words.Count - 1] is ("configuration" or "config" or "options");

        private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IMethodSymbol method => method.ReturnType,
            _ => null,
        };

        /// <summary>A text of a resource file, for a screen: the label "E-mail", not an address.</summary>
        private static bool IsLabel(IPropertySymbol property) =>
            property.IsStatic && property.ContainingType.GetMembers("ResourceManager").Any(m => m is IPropertySymbol { IsStatic: true });

        /// <summary>Names of the base library say what the library does, not whose data it handles.</summary>
        private static bool IsFramework(ISymbol symbol)
        {
            if (!symbol.DeclaringSyntaxReferences.IsEmpty || symbol is ILocalSymbol or IParameterSymbol)
            {
                return false;
            }

            var space = symbol.ContainingNamespace;
            while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            {
                space = space.ContainingNamespace;
            }

            return space?.Name == "System";
        }
    }
}
