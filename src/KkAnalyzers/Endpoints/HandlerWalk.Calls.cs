using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <content>What a body does with its values: checks, records, calls.</content>
internal sealed partial class HandlerWalk
{
    private sealed partial class Body
    {
        /// <summary>The caller is compared with something that is no fixed value: with the record, or with the id.</summary>
        private bool Relates(IOperation caller, IOperation other) => Get(caller).Is(Origins.Caller) && !other.Unconverted().ConstantValue.HasValue && other.Unconverted() is not IDefaultValueOperation;

        /// <summary>Callers are sent away after a question about the record, and not only because there is none.</summary>
        private bool Refuses(IConditionalOperation condition)
        {
            if (!condition.Condition.Inside().Any(IsQuestion))
            {
                return false;
            }

            return condition.WhenTrue.Inside().Any(Refusals.IsRefusal) || condition.WhenFalse?.Inside().Any(Refusals.IsRefusal) == true;

            bool IsQuestion(IOperation o) => o switch
            {
                IInvocationOperation call => Get(call).From != Origins.None && call.TargetMethod.Name is not ("IsNullOrEmpty" or "IsNullOrWhiteSpace" or "TryParse" or "IsInRole" or "ToString" or "HasValue")
                    && call.Type?.SpecialType == SpecialType.System_Boolean,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } b => Get(b).Is(Origins.ClientId | Origins.ClientObject | Origins.Record)
                    && !b.LeftOperand.Unconverted().ConstantValue.HasValue && !b.RightOperand.Unconverted().ConstantValue.HasValue,
                _ => false,
            };
        }

        /// <summary>A name of the audit list, wherever it is used.</summary>
        private void Names(IOperation operation)
        {
            if (trace.Audits)
            {
                return;
            }

            trace.Audits = operation switch
            {
                IInvocationOperation call => walk._audit.Say(call.TargetMethod.Name) || (call.TargetMethod.ContainingType is { } type && walk._audit.Say(type.Name)) || call.TargetMethod.TypeArguments.Any(t => walk._audit.Say(t.Name)),
                IObjectCreationOperation { Type: { } type } => walk._audit.Say(type.Name),
                IMemberReferenceOperation { Member: not IMethodSymbol } member => walk._audit.Say(member.Member.Name),
                _ => false,
            };
        }

        private void Call(IInvocationOperation call, Action<IMethodSymbol, bool> follow)
        {
            var target = call.TargetMethod;
            var operands = call.Instance is null ? call.Arguments.Select(a => a.Value) : call.Arguments.Select(a => a.Value).Prepend(call.Instance);
            var all = default(Origin);
            var caller = false;
            var separate = false;
            foreach (var operand in operands)
            {
                var value = Get(operand);
                separate |= (caller && value.Is(Origins.ClientId | Origins.ClientObject | Origins.Record)) || (value.From == Origins.Caller && all.Is(Origins.ClientId | Origins.ClientObject | Origins.Record));
                caller |= value.Is(Origins.Caller);
                all |= value;
            }

            if (IsLogging(call))
            {
                trace.Audits |= caller && all.Is(Origins.ClientId | Origins.Record);
                return;
            }

            if (walk.IsChecking(target))
            {
                trace.Checks = true;
                return;
            }

            if (target is { Name: "AuthorizeAsync", ContainingType.Name: "IAuthorizationService" or "AuthorizationServiceExtensions" })
            {
                Authorize(call);
                return;
            }

            if (target.Name == "IsInRole" && call.Arguments.Any(a => a.Value.Constant() is { } role && AccessNames.IsAdministrator(role)))
            {
                trace.Checks = true;
                return;
            }

            if (walk.Records.Of(call) is { } record)
            {
                trace.Checks |= separate;
                Use(call, record, all);
            }

            if (WebSymbols.IsFramework(target))
            {
                var compares = target.Name is "Equals" or "Contains" or "SequenceEqual" && operands.Count() > 1 && operands.All(o => !o.Unconverted().ConstantValue.HasValue);
                trace.Checks |= (caller && compares) || (separate && target.ContainingType.Name == "Enumerable");
                return;
            }

            if (AccessNames.IsCheck(target) && all.Is(Origins.ClientId | Origins.ClientObject | Origins.Record) && Decides(call))
            {
                trace.Checks = true;
                return;
            }

            var sent = false;
            foreach (var argument in call.Arguments)
            {
                foreach (var answer in walk.RequestHandlers(argument.Value.Unconverted().Type))
                {
                    sent = true;
                    follow(answer, Learn(answer.Parameters[0], Get(argument.Value)));
                }
            }

            if (sent || (all.From == Origins.None && !IsNear(target) && walk.Records.Record(target.ReturnType) is null))
            {
                return;
            }

            var targets = walk._bodies.TargetMethods(target).ToArray();
            if (targets.Length == 0)
            {
                Unseen(call, all, caller);
            }

            foreach (var body in targets)
            {
                var changed = false;
                foreach (var argument in call.Arguments)
                {
                    if (argument.Parameter is { } parameter && parameter.Ordinal < body.Parameters.Length)
                    {
                        changed |= Learn(body.Parameters[parameter.Ordinal], Get(argument.Value));
                    }
                }

                follow(body, changed);
            }
        }

        /// <summary>A helper of the handler's own class, or of the class that is being read.</summary>
        private bool IsNear(IMethodSymbol target) => target.MethodKind == MethodKind.LocalFunction
            || SymbolEqualityComparer.Default.Equals(target.ContainingType, method.ContainingType) || SymbolEqualityComparer.Default.Equals(target.ContainingType, handler.ContainingType)
            || SymbolEqualityComparer.Default.Equals(target.ContainingType, handler.ContainingType?.BaseType);

        /// <summary>With the record, or with the id as a resource; else the policy's name is remembered.</summary>
        private void Authorize(IInvocationOperation call)
        {
            var resource = call.Argument("resource");
            if (resource is not null && resource.Unconverted() is { ConstantValue.HasValue: false })
            {
                trace.Checks = true;
            }
            else if (call.Argument("policyName").Constant() is { } policy)
            {
                trace.Policies.Add(policy);
            }
            else
            {
                trace.MayCheckElsewhere = true;
            }
        }

        /// <summary>The answer of a check is used, or it has none and throws.</summary>
        private static bool Decides(IInvocationOperation call)
        {
            if (call.TargetMethod.ReturnsVoid || call.TargetMethod.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true })
            {
                return true;
            }

            for (IOperation o = call; o.Parent is { } parent; o = parent)
            {
                switch (parent)
                {
                    case IExpressionStatementOperation:
                        return false;
                    case IAwaitOperation or IConversionOperation or IParenthesizedOperation:
                        continue;
                    default:
                        return true;
                }
            }

            return true;
        }

        /// <summary>Code that this compilation does not have gets the caller, or gives the record back.</summary>
        private void Unseen(IInvocationOperation call, Origin all, bool caller)
        {
            var withContext = call.Arguments.Any(a => IsContext(a.Value.Unconverted().Type));
            if (!all.Is(Origins.ClientId | Origins.ClientObject | Origins.Record) || (walk.Records.IsStore(call.Receiver()?.Type) && !withContext))
            {
                return;
            }

            if (caller || withContext)
            {
                trace.MayCheckElsewhere = true;
            }
        }

        private static bool IsLogging(IInvocationOperation call) =>
            (call.Receiver()?.Unconverted().Type ?? call.TargetMethod.ContainingType) is { Name: "ILogger" or "Logger" or "Log" or "ILog" };

        private void Use(IInvocationOperation call, RecordCall record, Origin all)
        {
            var picked = all.Is(Origins.ClientId) ? Picks(call) : record.Changes && all.Is(Origins.ClientObject) && call.Arguments.Any(a => Get(a.Value).Is(Origins.ClientObject) && walk.Records.Record(a.Value.Unwrap().Type) is not null);
            var id = picked && !record.Adds ? all.Id ?? record.Type.Name : null;
            trace.Uses.Add(new(record.Type.Name, record.Type, record.Data, Shown(call), call.NameLocation(), record.Adds || record.Changes, null, id));
        }

        /// <summary>A condition of a query picks a record only where it compares with the id.</summary>
        private bool Picks(IInvocationOperation call)
        {
            var conditions = call.Arguments.Select(a => a.Value.Unwrap()).OfType<IAnonymousFunctionOperation>().ToArray();
            return conditions.Length == 0 || conditions.Any(c => c.Inside().Any(o => o switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } b => Get(b.LeftOperand).Is(Origins.ClientId) != Get(b.RightOperand).Is(Origins.ClientId),
                IInvocationOperation { TargetMethod.Name: "Equals" or "Contains" } inner => Get(inner).Is(Origins.ClientId),
                _ => false,
            })) || call.Arguments.Any(a => a.Value.Unwrap() is not IAnonymousFunctionOperation && Get(a.Value).Is(Origins.ClientId) && a.Parameter?.Ordinal > 0);
        }

        /// <summary>A set of records, for the question who uses them at all.</summary>
        private void Use(IPropertyReferenceOperation set, INamedTypeSymbol context)
        {
            if (set.Type is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } && arguments[0] is INamedTypeSymbol type && walk.Records.Record(type) is { } data)
            {
                var call = set.Parent as IInvocationOperation ?? (set.Parent is IArgumentOperation { Parent: IInvocationOperation extension } ? extension : null);
                var name = call?.TargetMethod.Name ?? "";
                var changes = name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("Update", StringComparison.Ordinal) || name.StartsWith("Remove", StringComparison.Ordinal) || name.StartsWith("Attach", StringComparison.Ordinal);
                trace.Uses.Add(new(type.Name, type, data, set.Property.Name, set.Syntax.GetLocation(), changes, context, null));
            }
        }

        private static string Shown(IInvocationOperation call)
        {
            var receiver = call.Receiver()?.Unwrap();
            while (receiver is IInvocationOperation inner)
            {
                receiver = inner.Receiver()?.Unwrap();
            }

            return receiver is IMemberReferenceOperation member ? $"{member.Member.Name}.{call.TargetMethod.Name}"
                : receiver is IParameterReferenceOperation parameter ? $"{parameter.Parameter.Name}.{call.TargetMethod.Name}"
                : call.TargetMethod.Name;
        }
    }
}
