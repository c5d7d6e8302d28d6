using System.Collections.Immutable;
using KkAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <content>What gives a variable, a parameter or a member its value.</content>
internal sealed partial class SqlTrace
{
    private sealed partial class Walk
    {
        /// <summary>What a body puts into a local, or into a parameter of its own.</summary>
        /// <returns>True when that is where its value comes from.</returns>
        private bool Definitions(Step step, IEnumerable<Definition> definitions, bool calls)
        {
            var made = false;
            var ordered = definitions.Where(d => d.Value is not null && (calls || !d.IsCall)).ToArray();
            foreach (var definition in ordered)
            {
                var value = definition.Value!;
                if (definition.Into is { } into)
                {
                    if (step.Member is not null && SymbolEqualityComparer.Default.Equals(into.OriginalDefinition, step.Member))
                    {
                        made = true;
                        Push(step with { Operation = value, Member = null });
                    }
                }
                else if (definition.IsGiven || value is IArgumentOperation)
                {
                    made |= !definition.IsGiven;
                    if (value is IArgumentOperation given)
                    {
                        Push(step with { Operation = given });
                    }
                }
                else if (definition.Adds)
                {
                    // The text before it is what was added last.
                    var last = ordered.Where(d => d.Value!.Syntax.SyntaxTree == value.Syntax.SyntaxTree && d.Value.Syntax.Span.End <= value.Syntax.SpanStart)
                        .OrderByDescending(d => d.Value!.Syntax.SpanStart).FirstOrDefault().Value;
                    var place = SqlText.After(SqlText.Chained(value) ?? SqlText.End(last), step.Place);
                    Composed(step with { Place = place, Hole = null, Composition = null }, value, value.Parent ?? value);
                }
                else
                {
                    made = true;
                    Same(step, value);
                }
            }

            return made;
        }

        private void Symbol(Step step, ISymbol symbol, string name)
        {
            if (step.Member is null && _trace.Checked(step.Operation).Contains(symbol))
            {
                return;
            }

            if (!Definitions(step, _bodies.Around(step.Operation).Of(symbol), calls: true))
            {
                Found(step, SqlSource.Unseen, name);
            }
        }

        private void Parameter(Step step, IParameterReferenceOperation reference)
        {
            var parameter = reference.Parameter;
            if (parameter.ContainingSymbol is not IMethodSymbol method || (_trace.Checked(reference).Contains(step.Member ?? parameter)))
            {
                return;
            }

            var inner = method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction;
            var made = Definitions(step, _bodies.Around(reference).Of(parameter), calls: inner && step.Call is null);
            var name = step.Member is null ? parameter.Name : parameter.Name + "." + step.Member.Name;
            for (var call = step.Call; call is not null; call = call.Outer)
            {
                if (SymbolEqualityComparer.Default.Equals(call.Method.OriginalDefinition, method.OriginalDefinition))
                {
                    foreach (var (value, _) in call.Call.Given(parameter))
                    {
                        Push(step with { Operation = value, Call = call.Outer });
                    }

                    return;
                }
            }

            if (SqlTypes.IsEndpoint(method, parameter, _bodies))
            {
                Found(step, SqlSource.Endpoint, method.MethodKind == MethodKind.AnonymousFunction ? SqlTypes.Mapping(method, reference) : $"{method.ContainingType.Name}.{method.Name}");
            }
            else if (inner)
            {
                if (!made)
                {
                    Found(step, SqlSource.Unseen, name);
                }
            }
            else
            {
                Callers(step, method, parameter, name);
            }
        }

        private void Callers(Step step, IMethodSymbol method, IParameterSymbol parameter, string name)
        {
            var callers = step.Depth < MaxDepth ? _bodies.Callers(method) : ImmutableArray<FlowCall>.Empty;
            _cut |= step.Depth >= MaxDepth;
            var any = false;
            foreach (var call in callers)
            {
                if (_callers++ >= MaxCallers)
                {
                    _cut = true;
                    return;
                }

                any = true;
                if (call.Site is IMethodReferenceOperation group && SqlTypes.IsMapped(group))
                {
                    Found(step, SqlSource.Endpoint, method.Name);
                    continue;
                }

                foreach (var (value, _) in call.Given(parameter))
                {
                    Push(step with { Operation = value, Call = null, Depth = step.Depth + 1 });
                }
            }

            if (any)
            {
                return;
            }

            // What others may call, they call with what they like. A constructor is given settings as often as not.
            var open = method.MethodKind != MethodKind.Constructor && method.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
                || !method.ExplicitInterfaceImplementations.IsEmpty;
            Found(step, open ? SqlSource.Parameter : SqlSource.Unseen, open ? $"{method.ContainingType.Name}.{method.Name}" : name);
        }

        private void Field(Step step, IFieldReferenceOperation reference)
        {
            var field = reference.Field;
            if (field.DeclaringSyntaxReferences.IsEmpty)
            {
                // Of a library: a separator, an empty text.
                if (!field.IsStatic)
                {
                    Unseen(step);
                }
            }
            else if (!_trace.Checked(reference).Contains(field))
            {
                Member(step, field, reference.Instance);
            }
        }

        private void Property(Step step, IPropertyReferenceOperation reference)
        {
            var property = reference.Property;
            if (SqlTypes.IsRequest(property.ContainingType))
            {
                Found(step, SqlSource.Request, property.Name);
            }
            else if (property.DeclaringSyntaxReferences.IsEmpty)
            {
                if (property.IsStatic || SqlTypes.IsModel(property.ContainingType))
                {
                    return;
                }

                // An element of a list, the value of a pair, the result of a task.
                if (reference.Instance is { } holder && (property.ContainingType.IsGenericType || property.IsIndexer) && !SqlTypes.IsSettings(property.ContainingType))
                {
                    Same(step, holder);
                }
                else if (property.ContainingType.IsAnonymousType && reference.Instance is { } anonymous)
                {
                    Push(step with { Operation = anonymous, Member = step.Member ?? property });
                }
                else
                {
                    Unseen(step);
                }
            }
            else if (!_trace.Checked(reference).Contains(property))
            {
                Member(step, property, reference.Instance);
            }
        }

        /// <summary>A field or property of this compilation.</summary>
        private void Member(Step step, ISymbol member, IOperation? instance)
        {
            if (SqlTypes.IsBound(member))
            {
                Found(step, SqlSource.Endpoint, $"{member.ContainingType.Name}.{member.Name}");
                return;
            }

            var made = false;
            if (member is IPropertySymbol { GetMethod: { } getter })
            {
                foreach (var method in _bodies.Run(getter))
                {
                    foreach (var value in _bodies.Of(method)?.Returns(null) ?? [])
                    {
                        made = true;
                        Same(step, value);
                    }
                }

                // What each class answers for itself stands in its code.
                made |= member.IsAbstract && member is IPropertySymbol { SetMethod: null };
            }

            var own = instance is null or IInstanceReferenceOperation;
            if (!made && !own && !member.IsStatic)
            {
                Push(step with { Operation = instance!, Member = step.Member ?? member.OriginalDefinition });
                return;
            }

            if (!made && !Definitions(step, _bodies.OfMember(member), calls: false))
            {
                Found(step, SqlSource.Unseen, member.Name);
            }
        }
    }
}
