using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Follows an id of the client from a handler to the records that it picks, and looks for anything that relates them to the
/// caller. Reads the handler and what it calls in source, by levels, so that what is near is known first. Order within a body
/// plays no part: a check after the record was read still refuses to hand it out.
/// </summary>
internal sealed class HandlerWalk
{
    /// <summary>How many calls deep code is followed.</summary>
    private const int MaxDepth = 3;

    /// <summary>Operations that are looked at for one handler; more is no handler that a person can judge either.</summary>
    private const int MaxOperations = 20_000;

    private readonly SourceBodies _bodies;
    private readonly ImmutableArray<string> _checkingMethods;
    private readonly AuditNames _audit;
    private readonly CancellationToken _cancellation;
    private readonly AccessNames _names = new();
    private readonly Dictionary<ISymbol, HandlerTrace> _traces = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _aboutCaller = new(SymbolEqualityComparer.Default);
    private ILookup<ISymbol?, IMethodSymbol>? _requestHandlers;

    public HandlerWalk(SourceBodies bodies, RecordCalls records, AuditNames audit, ImmutableArray<string> checkingMethods, CancellationToken cancellation)
    {
        _bodies = bodies;
        _audit = audit;
        _checkingMethods = checkingMethods;
        _cancellation = cancellation;
        Records = records;
    }

    public RecordCalls Records { get; }

    /// <summary>The methods that answer the requests of an endpoint.</summary>
    public static IEnumerable<IMethodSymbol> Handlers(Endpoint endpoint) => endpoint switch
    {
        { Symbol: IMethodSymbol method } => [method],
        { Symbol: INamedTypeSymbol type } => type.GetMembers().OfType<IMethodSymbol>().Where(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsImplicitlyDeclared: false }
            && endpoint.Kind switch
            {
                EndpointKind.Page => m.Name.StartsWith("OnGet", StringComparison.Ordinal) || m.Name.StartsWith("OnPost", StringComparison.Ordinal) || m.Name.StartsWith("OnPut", StringComparison.Ordinal) || m.Name.StartsWith("OnDelete", StringComparison.Ordinal),
                EndpointKind.Hub => !m.IsOverride,
                EndpointKind.Grpc => m.IsOverride,
                EndpointKind.Fast => m.Name is "HandleAsync" or "ExecuteAsync",
                _ => false,
            }),
        _ => [],
    };

    public HandlerTrace Of(IMethodSymbol handler)
    {
        if (!_traces.TryGetValue(handler, out var trace))
        {
            _traces[handler] = trace = new HandlerTrace();
            Follow(handler, trace);
        }

        return trace;
    }

    private void Follow(IMethodSymbol handler, HandlerTrace trace)
    {
        if (_bodies.Of(handler) is not { } first)
        {
            return;
        }

        var known = new Dictionary<ISymbol, Origin>(SymbolEqualityComparer.Default);
        Seed(first is IAnonymousFunctionOperation lambda ? lambda.Symbol : handler.OriginalDefinition.PartialImplementationPart ?? handler.OriginalDefinition, known);
        var work = new Queue<(IMethodSymbol Method, int Depth)>();
        var visits = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        work.Enqueue((handler, 0));
        var budget = MaxOperations;
        while (work.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var (method, depth) = work.Dequeue();
            if (_bodies.Of(method) is not { } body)
            {
                continue;
            }

            var operations = body.Inside().Take(budget).ToArray();
            budget -= operations.Length;
            if (budget <= 0)
            {
                trace.MayCheckElsewhere = true;
                return;
            }

            new Body(this, trace, known, operations, method, handler).Read((target, changed) =>
            {
                visits.TryGetValue(target, out var count);
                if (depth < MaxDepth && (count == 0 || (changed && count < 3)))
                {
                    visits[target] = count + 1;
                    work.Enqueue((target, depth + 1));
                }
            });
        }
    }

    /// <summary>What the client chooses: parameters of the handler and bound properties of its class.</summary>
    private void Seed(IMethodSymbol handler, Dictionary<ISymbol, Origin> known)
    {
        foreach (var parameter in handler.Parameters)
        {
            if (!parameter.GetAttributes().Any(a => a.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute" or "InjectAttribute"))
            {
                Seed(parameter, parameter.Type, known);
            }
        }

        if (handler.ContainingType is { } type && handler.MethodKind != MethodKind.AnonymousFunction)
        {
            var all = type.GetAttributes().Any(a => a.AttributeClass?.Name == "BindPropertiesAttribute");
            for (var t = type; t is not null && _bodies.Has(t); t = t.BaseType)
            {
                foreach (var property in t.GetMembers().OfType<IPropertySymbol>())
                {
                    if (all || property.GetAttributes().Any(a => a.AttributeClass?.Name is "BindPropertyAttribute" or "FromRouteAttribute" or "FromQueryAttribute" or "FromFormAttribute" or "FromBodyAttribute"))
                    {
                        Seed(property, property.Type, known);
                    }
                }
            }
        }
    }

    private void Seed(ISymbol symbol, ITypeSymbol type, Dictionary<ISymbol, Origin> known)
    {
        if (IsScalar(type))
        {
            if (_names.IsId(symbol.Name) || IsIdType(type))
            {
                known[symbol] = new(Origins.ClientId, symbol.Name);
            }
        }
        else if (IsInput(type))
        {
            known[symbol] = new(Origins.ClientObject, null);
        }
    }

    /// <summary>A number, a text, a Guid, an id type of the application, or several of them.</summary>
    private static bool IsScalar(ITypeSymbol type)
    {
        type = PersonalData.ValueKindsOf.Unwrap(type);
        return type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_String || type.Name is "Guid" or "Ulid" or "StringValues" || IsIdType(type);
    }

    private static bool IsIdType(ITypeSymbol type) =>
        PersonalData.ValueKindsOf.Unwrap(type) is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Struct or TypeKind.Class } named && named.Name.Length > 2
        && named.Name.EndsWith("Id", StringComparison.Ordinal) && (named.IsRecord || named.TypeKind == TypeKind.Struct) && !WebSymbols.IsFramework(named);

    /// <summary>Something that is filled from the request, and no service: its members can be set from outside.</summary>
    private static bool IsInput(ITypeSymbol type) =>
        PersonalData.ValueKindsOf.Unwrap(type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named
        && !WebSymbols.IsFramework(named) && (named.BaseType is null || named.BaseType.SpecialType != SpecialType.None || !WebSymbols.IsFramework(named.BaseType))
        && (named.IsRecord || named.GetMembers().OfType<IPropertySymbol>().Any(p => p.SetMethod is { DeclaredAccessibility: Accessibility.Public }) || named.BaseType is { SpecialType: SpecialType.None });

    /// <summary>The code of a method or getter asks who is signed in.</summary>
    private bool IsAboutCaller(IMethodSymbol? method)
    {
        if (method is null || !AccessNames.MayBeCaller(method.Name))
        {
            return false;
        }

        method = method.OriginalDefinition;
        if (!_aboutCaller.TryGetValue(method, out var known))
        {
            _aboutCaller[method] = false; // for a method that calls itself
            _aboutCaller[method] = known = !WebSymbols.IsFramework(method) && _bodies.Targets(method).Any(b => b.Inside().Take(MaxOperations).Any(o =>
                IsCallerType(o.Type) || o switch
                {
                    IMemberReferenceOperation member => _names.IsCaller(member.Member.Name) || member.Member.Name == "UserIdentifier",
                    IInvocationOperation call => _names.IsCaller(call.TargetMethod.Name) || IsAboutCaller(call.TargetMethod),
                    _ => false,
                }));
        }

        return known;
    }

    private bool IsCallerType(ITypeSymbol? type) => type is INamedTypeSymbol { SpecialType: SpecialType.None } named
        && (named.Name is "IPrincipal" or "IIdentity" or "Claim" or "ClaimsPrincipal" or "ClaimsIdentity" or "GenericPrincipal" or "WindowsPrincipal" or "WindowsIdentity"
            || (named.Name == "ISession" && WebSymbols.Namespace(named) == "Microsoft.AspNetCore.Http")
            || (!WebSymbols.IsFramework(named) && _names.IsCaller(named.Name)));

    private static bool IsContext(ITypeSymbol? type) => type?.Name is "HttpContext" or "HttpRequest" or "IHttpContextAccessor" or "ServerCallContext" or "HubCallerContext" or "HttpRequestData" or "HttpContextBase";

    private bool IsChecking(IMethodSymbol method) => !_checkingMethods.IsEmpty && _checkingMethods.Any(name =>
        name == method.Name || (name.EndsWith("." + method.Name, StringComparison.Ordinal)
            && (name == $"{method.ContainingType?.Name}.{method.Name}" || name == $"{method.ContainingType?.ToDisplayString()}.{method.Name}")));

    /// <summary>What answers a request object that is sent to a mediator: any Handle of an interface called …Handler with this type.</summary>
    private IEnumerable<IMethodSymbol> RequestHandlers(ITypeSymbol? request)
    {
        _requestHandlers ??= _bodies.SourceTypes()
            .Where(t => t.TypeKind == TypeKind.Class && !t.IsAbstract)
            .SelectMany(t => t.AllInterfaces
                .Where(i => i.Name.EndsWith("Handler", StringComparison.Ordinal) && !i.TypeArguments.IsEmpty)
                .SelectMany(i => t.GetMembers().OfType<IMethodSymbol>().Where(m => m.Name.StartsWith("Handle", StringComparison.Ordinal) && !m.Parameters.IsEmpty && SymbolEqualityComparer.Default.Equals(m.Parameters[0].Type, i.TypeArguments[0]))))
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .ToLookup(m => (ISymbol?)m.Parameters[0].Type, SymbolEqualityComparer.Default);
        return request is null ? [] : _requestHandlers[request];
    }

    /// <summary>One body: the origins of its values, then what it does with them.</summary>
    private sealed class Body(HandlerWalk walk, HandlerTrace trace, Dictionary<ISymbol, Origin> known, IOperation[] operations, IMethodSymbol method, IMethodSymbol handler)
    {
        private readonly Dictionary<IOperation, Origin> _values = [];

        public void Read(Action<IMethodSymbol, bool> follow)
        {
            // What a later statement says about a variable holds for an earlier one too: loops, and simplicity.
            for (var round = 0; round < 4; round++)
            {
                for (var i = operations.Length - 1; i >= 0; i--)
                {
                    var value = Value(operations[i]);
                    if (value.From != Origins.None)
                    {
                        _values[operations[i]] = value;
                    }
                }

                if (!Bind() && round > 0)
                {
                    break;
                }
            }

            foreach (var operation in operations)
            {
                Names(operation);
                switch (operation)
                {
                    case IInvocationOperation call:
                        Call(call, follow);
                        break;
                    case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                        trace.Checks |= Relates(comparison.LeftOperand, comparison.RightOperand) || Relates(comparison.RightOperand, comparison.LeftOperand);
                        break;
                    case IConditionalOperation condition:
                        trace.Checks |= Refuses(condition);
                        break;
                    case IPropertyReferenceOperation property when walk.Records.IsStore(property.Type):
                        Use(property, property.Property.ContainingType);
                        break;
                }
            }
        }

        private Origin Get(IOperation? operation) => operation is not null && _values.TryGetValue(operation, out var value) ? value : default;

        private Origin Children(IOperation operation)
        {
            var all = default(Origin);
            foreach (var child in operation.ChildOperations)
            {
                all |= Get(child);
            }

            return all;
        }

        private Origin Value(IOperation operation)
        {
            switch (operation)
            {
                case ILiteralOperation or INameOfOperation or ITypeOfOperation or IDefaultValueOperation:
                    return default;
                case IParameterReferenceOperation parameter:
                    return Named(parameter.Parameter, parameter.Type);
                case ILocalReferenceOperation local:
                    return Named(local.Local, local.Type);
                case IFieldReferenceOperation field:
                    return walk._names.IsCaller(field.Field.Name) ? Caller : Named(field.Field, field.Type) | Get(field.Instance);
                case IPropertyReferenceOperation property:
                    return Property(property);
                case IInvocationOperation call:
                    return Result(call);
                case IObjectCreationOperation creation:
                    var inside = Children(creation);
                    return inside.Is(Origins.ClientId) && creation.Type is { } type && !IsScalar(type) ? inside with { From = inside.From | Origins.ClientObject } : inside;
                case IConditionalAccessInstanceOperation:
                    for (var o = operation.Parent; o is not null; o = o.Parent)
                    {
                        if (o is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(operation.Syntax.Span))
                        {
                            return Get(access.Operation);
                        }
                    }

                    return default;
                case IConditionalAccessOperation access:
                    return Get(access.WhenNotNull);
                default:
                    return Children(operation);
            }
        }

        private static Origin Caller => new(Origins.Caller, null);

        private Origin Named(ISymbol symbol, ITypeSymbol? type) =>
            walk.IsCallerType(type) ? Caller : known.TryGetValue(symbol, out var value) ? value : default;

        private Origin Property(IPropertyReferenceOperation property)
        {
            var symbol = property.Property;
            if (walk.IsCallerType(property.Type) || walk._names.IsCaller(symbol.Name) || symbol.Name == "UserIdentifier" || walk.IsCallerType(symbol.ContainingType))
            {
                return Caller;
            }

            if (symbol.IsIndexer && property.Arguments.Length == 1 && symbol.ContainingType.Name is "RouteValueDictionary" or "IQueryCollection" or "IFormCollection"
                && property.Arguments[0].Value.Constant() is { } key)
            {
                return walk._names.IsId(key) ? new(Origins.ClientId, key) : default;
            }

            var instance = Get(property.Instance);
            if (instance.From == Origins.None)
            {
                return known.TryGetValue(symbol, out var bound) ? bound
                    : walk._bodies.Has(symbol) && (property.Instance is IInstanceReferenceOperation || AccessNames.MayBeCaller(symbol.Name)) && walk.IsAboutCallerProperty(symbol) ? Caller
                    : Children(property);
            }

            if (!instance.Is(Origins.ClientObject))
            {
                return instance | Children(property);
            }

            var name = symbol.Name;
            if (instance.Is(Origins.Caller) && (AccessNames.MayBeCaller(name) || name.EndsWith("By", StringComparison.Ordinal)))
            {
                return Caller;
            }

            return IsScalar(property.Type!) ? (walk._names.IsId(name) || IsIdType(property.Type!) ? new(Origins.ClientId, Receiver(property) + name) : default)
                : WebSymbols.IsFramework(property.Type!) && property.Type!.TypeKind != TypeKind.Class ? default
                : new(Origins.ClientObject, null);
        }

        private static string Receiver(IPropertyReferenceOperation property) => property.Instance?.Unwrap() switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter.Name + ".",
            ILocalReferenceOperation local => local.Local.Name + ".",
            IPropertyReferenceOperation inner => inner.Property.Name + ".",
            _ => "",
        };

        private Origin Result(IInvocationOperation call)
        {
            var target = call.TargetMethod;
            var all = Children(call);
            if (walk.IsCallerType(target.ReturnType) || walk._names.IsCaller(target.Name) || walk.IsCallerType(target.ContainingType)
                || (AccessNames.MayBeCaller(target.Name) && (all.From == Origins.None || all.Is(Origins.Caller)) && (walk.IsAboutCaller(target) || target.Name is "GetUserId" or "GetUserName" or "GetUserEmail")))
            {
                return Caller;
            }

            if (!WebSymbols.IsFramework(target) && call.Arguments.Any(a => IsContext(a.Value.Unconverted().Type)))
            {
                all |= Caller;
            }

            if (target.Name is "GetRouteValue" or "Route" or "Query" && call.Arguments.Select(a => a.Value.Constant()).FirstOrDefault(v => v is not null) is { } key && walk._names.IsId(key))
            {
                return new(Origins.ClientId, key);
            }

            if (walk.Records.Of(call) is not null)
            {
                return all.Is(Origins.ClientId | Origins.ClientObject | Origins.Record) ? new((all.From & Origins.Caller) | Origins.Record, all.Id) : all;
            }

            // What comes back is another thing than what went in, unless it is a value, a condition or a message about it.
            return call.Type is { } type && !IsScalar(type) && type.SpecialType == SpecialType.None && all.Is(Origins.ClientId | Origins.ClientObject) && !IsCarrier(type.Name) && !IsMapping(target.Name)
                ? new((all.From & Origins.Caller) | Origins.Record, all.Id)
                : all;
        }

        private static bool IsCarrier(string type) =>
            Has(type, "Filter") || Has(type, "Spec") || Has(type, "Parameter") || Has(type, "Quer") || Has(type, "Criteria") || Has(type, "Key") || Has(type, "Request") || Has(type, "Command") || Has(type, "Expression");

        private static bool IsMapping(string name) => Has(name, "Map") || Has(name, "Adapt") || name.StartsWith("To", StringComparison.Ordinal) || name.StartsWith("From", StringComparison.Ordinal);

        private static bool Has(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;

        /// <summary>Gives variables what is assigned to them; true when something new was learnt.</summary>
        private bool Bind()
        {
            var changed = false;
            foreach (var operation in operations)
            {
                switch (operation)
                {
                    case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { Value: { } value }:
                        changed |= Learn(declarator.Symbol, Get(value));
                        break;
                    case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                        changed |= Learn(target.Local, Get(assignment.Value));
                        break;
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } target } assignment:
                        changed |= Learn(target.Property, Get(assignment.Value));
                        break;
                    case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation each } loop:
                        changed |= Learn(each.Symbol, Get(loop.Collection));
                        break;
                    case IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call } argument:
                        var local = argument.Value switch
                        {
                            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
                            ILocalReferenceOperation existing => existing.Local,
                            _ => null,
                        };
                        changed |= local is not null && Learn(local, Children(call));
                        break;
                }
            }

            return changed;
        }

        private bool Learn(ISymbol symbol, Origin value)
        {
            if (value.From == Origins.None)
            {
                return false;
            }

            known.TryGetValue(symbol, out var old);
            known[symbol] = old | value;
            return (old.From | value.From) != old.From;
        }

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

    private bool IsAboutCallerProperty(IPropertySymbol property)
    {
        if (!_aboutCaller.TryGetValue(property, out var known))
        {
            _aboutCaller[property] = false;
            _aboutCaller[property] = known = property.GetMethod is { } getter && _bodies.Targets(getter).Any(b => b.Inside().Take(MaxOperations).Any(o => IsCallerType(o.Type) || o is IInvocationOperation call && (_names.IsCaller(call.TargetMethod.Name) || IsAboutCaller(call.TargetMethod))));
        }

        return known;
    }
}
