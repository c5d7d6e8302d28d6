using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <content>What a call or a new object makes of its arguments.</content>
internal sealed partial class SqlTrace
{
    private sealed partial class Walk
    {
        private void Created(Step step, IObjectCreationOperation creation)
        {
            var initializers = creation.Initializer is { } initialised ? initialised.Initializers : ImmutableArray<IOperation>.Empty;
            if (step.Member is not { } member)
            {
                // A builder of text, a list, a text of parts.
                Parts(step, creation.Arguments.Select(a => a.Value));
                foreach (var initializer in initializers)
                {
                    Parts(step, initializer is IInvocationOperation add ? add.Arguments.Select(a => a.Value) : [initializer]);
                }

                return;
            }

            foreach (var initializer in initializers)
            {
                if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member))
                {
                    Push(step with { Operation = assignment.Value, Member = null });
                    return;
                }
            }

            // A record: the parameter with the name of the property.
            foreach (var argument in creation.Arguments)
            {
                if (string.Equals(argument.Parameter?.Name, member.Name, StringComparison.OrdinalIgnoreCase))
                {
                    Push(step with { Operation = argument.Value, Member = null });
                }
            }
        }

        private void Call(Step step, IInvocationOperation call)
        {
            var method = call.TargetMethod;
            var type = method.ContainingType;
            var receiver = call.Receiver();
            if (SqlTypes.IsModel(type) || _trace._catalogue.Protects(method) || (method.Name == "ToString" && receiver is not null && step.Member is null && !SqlTypes.MayCarry(receiver.Unwrap().Type)))
            {
                return;
            }

            if (method.MethodKind == MethodKind.DelegateInvoke)
            {
                Same(step, call.Instance);
                return;
            }

            if (SqlTypes.IsRequest(type) || (receiver?.Unwrap().Type is INamedTypeSymbol request && SqlTypes.IsRequest(request)))
            {
                Found(step, SqlSource.Request, method.Name);
                return;
            }

            if (step.Member is null && Entered(step, call))
            {
                return;
            }

            if (SqlTypes.Reads(method))
            {
                // Lines of a script, unless they are values of something else.
                if (step.Place is SqlPlace.Value or SqlPlace.Quoted)
                {
                    Found(step, SqlSource.File, $"{type.Name}.{method.Name}");
                }

                _cut = true;
                return;
            }

            if (method.Name == "ToString" && receiver is not null)
            {
                Same(step, receiver);
                return;
            }

            switch (type.Name)
            {
                case "String" when method.Name is "Join" or "Concat" or "Format" or "Create":
                    foreach (var argument in call.Arguments.Where(a => a.Parameter?.Name is not ("separator" or "provider")))
                    {
                        Composed(step, argument.Value, call);
                    }

                    break;
                case "String" or "StringBuilder" when method.Name == "Replace":
                    var doubles = call.Arguments.Length > 1 && call.Arguments[0].Value.Constant() == "'" && call.Arguments[1].Value.Constant() == "''";
                    Push(step with { Operation = receiver!, Escaped = step.Escaped || doubles });
                    Composed(step with { Hole = null, Composition = null }, call.Arguments[1].Value, call);
                    break;
                case "String" or "StringBuilder":
                    Same(step, receiver);
                    foreach (var argument in type.Name == "StringBuilder" || method.Name == "Insert" ? call.Arguments : ImmutableArray<IArgumentOperation>.Empty)
                    {
                        Composed(step with { Place = SqlText.After(SqlText.Chained(argument.Value) ?? "", step.Place), Hole = null, Composition = null }, argument.Value, call);
                    }

                    break;
                case "Enumerable" when method.Name is "Select" or "SelectMany":
                    Same(step, call.Arguments[1].Value);
                    break;
                case "Convert" or "WebUtility" or "HttpUtility" or "Uri" or "Encoding" or "UTF8Encoding" or "Path" or "Regex" or "FormattableString":
                    Parts(step, call.Arguments.Select(a => a.Value));
                    break;
                default:
                    // Lists, tasks and what asks them: what comes out was in there.
                    if (receiver is not null && WebSymbols.IsFramework(method) && !SqlTypes.IsSettings(type) && (method.IsGenericMethod || type.IsGenericType) && WebSymbols.Namespace(type).StartsWith("System", StringComparison.Ordinal))
                    {
                        Same(step, receiver);
                    }
                    else
                    {
                        Unseen(step);
                    }

                    break;
            }
        }

        /// <summary>Goes into the methods of this compilation that the call may run.</summary>
        private bool Entered(Step step, IInvocationOperation call)
        {
            var depth = (step.Call?.Depth ?? 0) + 1;
            if (depth > MaxDepth)
            {
                _cut = true;
                return true;
            }

            var any = false;
            foreach (var method in _bodies.Run(call.TargetMethod))
            {
                if (_bodies.Of(method) is not { } facts)
                {
                    continue;
                }

                var entered = new Entered(method, FlowCall.From(call)!.Value, step.Call, depth);
                foreach (var value in facts.Returns(method.MethodKind == MethodKind.LocalFunction ? method : null))
                {
                    any = true;
                    Push(step with { Operation = value, Call = entered });
                }
            }

            return any;
        }

        /// <summary>What a method leaves in something that it is given, such as a builder of text; or in an out parameter.</summary>
        private void Filled(Step step, IArgumentOperation argument)
        {
            var call = argument.Parent is { } site ? FlowCall.From(site) : null;
            var depth = (step.Call?.Depth ?? 0) + 1;
            if (call is not { } known || argument.Parameter is not { } parameter || depth > MaxDepth)
            {
                return;
            }

            if (SqlTypes.IsRequest(known.Method.ContainingType))
            {
                Found(step, SqlSource.Request, known.Method.Name);
                return;
            }

            if (_bodies.Of(known.Method) is { } facts)
            {
                var target = known.Method.OriginalDefinition.Parameters.FirstOrDefault(p => p.Ordinal == parameter.Ordinal);
                Definitions(step with { Call = new Entered(known.Method, known, step.Call, depth) }, target is null ? [] : facts.Of(target), calls: false);
            }
            else if (parameter.RefKind == RefKind.Out && known.Method.Name is not ("TryGetValue" or "TryParse"))
            {
                Unseen(step);
            }
        }
    }
}
