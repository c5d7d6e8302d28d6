using System.Collections.Immutable;
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
            var definitions = facts.Of(local);
            Follow(step, definitions, facts, says, local.Name);
            if (!IsMade(definitions))
            {
                Unknown(step with { Says = says ?? step.Says });
            }
        }

        private void Parameter(FlowStep step, IParameterReferenceOperation reference)
        {
            var parameter = reference.Parameter;
            if (Stringified(step, parameter.Type) || Named(step, parameter, out var says))
            {
                return;
            }

            var facts = _flow._bodies.Around(reference);
            var definitions = facts.Of(parameter);
            var method = parameter.ContainingSymbol as IMethodSymbol;
            for (var frame = step.Frame; frame is not null; frame = frame.Outer)
            {
                // The walk came in by this call and goes out by it. A parameter left to its default is a constant.
                if (SymbolEqualityComparer.Default.Equals(frame.Call.Method.OriginalDefinition, method?.OriginalDefinition))
                {
                    Follow(step, definitions.Where(d => !d.IsCall), facts, says, parameter.Name);
                    foreach (var (argument, path) in frame.Call.Given(parameter))
                    {
                        Push(step with { Operation = argument, From = step, Path = FlowPath.Join(path, step.Path), Frame = Leave(step.Frame, frame), Says = says ?? step.Says, Name = null });
                    }

                    return;
                }
            }

            Follow(step, definitions, facts, says, parameter.Name);
            if (method is not { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.ExplicitInterfaceImplementation })
            {
                // What a setter is given is what its property is called, also in a class that holds settings and no person.
                if (method is { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol set } && KeyMayDecide(parameter.Type)
                    && Counts(_flow._model.Classify(set) ?? _flow._model.ClassifyName(set.Name)) is { } data)
                {
                    Found(step, data);
                    return;
                }

                // Of a lambda or local function: its calls are definitions in the same body.
                if (!IsMade(definitions))
                {
                    Unknown(step with { Says = says ?? step.Says });
                }

                return;
            }

            // A parameter of the class itself, in one of its methods: this object was made with it.
            if (method.MethodKind == MethodKind.Constructor && Receiver(step.Frame, out var outer) is { } instance and not IInstanceReferenceOperation)
            {
                Of(step with { Says = says ?? step.Says }, instance, new FlowPath(parameter.Name, step.Path), outer);
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

            var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
            foreach (var call in calls)
            {
                if (_callSites++ >= MaxCallSites)
                {
                    _cut = true;
                    return;
                }

                // A call of something that is a sink by itself, such as a wrapper around a listed one, is looked at there.
                if (_flow._catalogue.Of(call.Method, FlowEffect.Sink) is not null)
                {
                    continue;
                }

                foreach (var (given, path) in call.Given(parameter))
                {
                    foreach (var value in Packed(given))
                    {
                        Push(step with
                        {
                            Operation = value,
                            From = step,
                            Frame = null,
                            Path = FlowPath.Join(path, step.Path),
                            Anchor = Anchor(value, step.Anchor.Depth + 1),
                            Name = name,
                        });
                    }
                }
            }
        }

        /// <summary>The values themselves where the compiler packs them into an array, so that a finding stands on one of them.</summary>
        private static ImmutableArray<IOperation> Packed(IOperation value) =>
            value is IArrayCreationOperation { Initializer: { } elements, Parent: IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray } } ? elements.ElementValues : ImmutableArray.Create(value);

        private void Field(FlowStep step, IFieldReferenceOperation reference)
        {
            var field = reference.Field;
            if (field.ContainingType.IsTupleType)
            {
                Of(step, reference.Instance, new FlowPath((field.CorrespondingTupleField ?? field).Name, step.Path), step.Frame);
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
                    case FlowEffect.Carries or FlowEffect.Fills:
                        known = true;
                        Same(step, entry.Slots.IsEmpty || IsNumber(property.Type) ? null : reference.Instance);
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
            if (!inSource && IsFramework(property))
            {
                if (IsNumber(property.Type))
                {
                    return;
                }

                if (reference.Instance is { } holder && Generics.IsHeld(property))
                {
                    Same(step with { Path = Generics.Part(property, step.Path) }, holder);
                    return;
                }
            }

            if (property.ContainingType.IsAnonymousType)
            {
                Of(step, reference.Instance, new FlowPath(property.Name, step.Path), step.Frame);
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

            if (!inSource || !Getter(step, property, reference.Instance, says))
            {
                Member(step, reference, inSource, says);
            }
        }

        /// <summary>True when the body says where the object comes from, and not only what is done with it.</summary>
        private static bool IsMade(IReadOnlyList<Definition> definitions) => definitions.Any(d => !d.IsGiven && d.Into is null);

        private void Follow(FlowStep step, IEnumerable<Definition> definitions, BodyFacts? facts, NameSays? says, string name)
        {
            var wrappers = new Queue<ISymbol>();
            var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            for (var next = definitions; next is not null; next = facts is not null && wrappers.Count > 0 ? facts.Of(wrappers.Dequeue()).Where(d => d.Adds) : null)
            {
                foreach (var definition in next)
                {
                    if (definition.Wrapper is not { } wrapper)
                    {
                        if (!Follow(step, definition, says, name))
                        {
                            return;
                        }
                    }
                    else if (seen.Add(wrapper))
                    {
                        wrappers.Enqueue(wrapper);
                    }
                }
            }
        }

        /// <summary>False when there is no budget left.</summary>
        private bool Follow(FlowStep step, Definition definition, NameSays? says, string name)
        {
            if (definition.IsGiven)
            {
                if (MayFill(step, definition.Value!))
                {
                    Push(step with { Operation = definition.Value!, From = step, Name = null, IsGiven = true });
                }

                return true;
            }

            if (!Reaches(step, definition, out var path))
            {
                return true;
            }

            if (!Hop(step))
            {
                return false;
            }

            var next = step with { Path = path, Says = definition.Into is null ? says ?? step.Says : null, Name = name.Length == 0 ? null : name };
            if (definition.Out is { } output)
            {
                Deconstructed(next, definition.Value!, output);
            }
            else
            {
                Push((next with { Operation = definition.Value!, From = step }).As(definition.Role));
            }

            return true;
        }

        /// <summary>True when the part of the symbol that goes on gets its data from this definition; and which part of that.</summary>
        private bool Reaches(FlowStep step, Definition definition, out FlowPath? path)
        {
            path = step.Path;
            if (definition.Into is { } into)
            {
                if (path is null ? step.Text || SerialisedObject.IsIgnored(into, step.View) : path.Member != into.Name)
                {
                    return false;
                }

                path = path?.Then;
            }
            else if (definition.Key >= 0 && path is { ArgumentIndex: >= 0 and var index })
            {
                if (index != definition.Key)
                {
                    return false;
                }

                path = path.Then;
            }

            path = FlowPath.Join(definition.Path, path);
            return path is not { IsShort: false };
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

            // An id or a count of no name of its own: who gave it is not worth a search through the program.
            return data is null && step.Says is null && IsKeyOrCount(TypeOf(symbol));
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
            data?.Category is "care-id" or "minors" && Tokenizer.Tokens(symbol.Name) is { Count: > 0 } words && words[words.Count - 1] == "id"
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
