using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>One way by which a route builder reaches the place where something is mapped on it.</summary>
/// <param name="Evidence">What its groups say about access.</param>
/// <param name="Prefix">The constant part of their routes.</param>
internal sealed record RoutePath(AccessEvidence Evidence, string Prefix);

/// <summary>
/// Follows builders through the code: up, to the groups that something is mapped on, and down, to the conventions that are
/// added to a result. Locals, fields, parameters, return values and the application's own extension methods are followed;
/// anything else leaves a doubt. Loops and recursion in the code are cut by <see cref="MaxSteps"/>.
/// </summary>
internal sealed class RouteFlow
{
    /// <summary>Steps for one endpoint: far beyond real code, and a bound for odd code.</summary>
    private const int MaxSteps = 2000;

    /// <summary>Calls deep.</summary>
    private const int MaxDepth = 12;

    private readonly WebSymbols _web;
    private readonly WebCalls _calls;
    private readonly SourceBodies _bodies;
    private readonly AttributeReader _attributes;
    private readonly HandlerCode _code;
    private readonly AccessPolicies _policies;
    private readonly Inspection _inspection;
    private readonly Dictionary<SyntaxNode, (ILookup<ISymbol, IOperation> References, ILookup<ISymbol, IOperation> Values)> _uses = [];
    private readonly Dictionary<ISymbol, AccessEvidence> _symbolEffects = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IParameterSymbol, AccessEvidence> _parameterEffects = new(SymbolEqualityComparer.Default);
    private ILookup<ISymbol, IOperation>? _memberReferences;

    public RouteFlow(WebSymbols web, WebCalls calls, SourceBodies bodies, AttributeReader attributes, HandlerCode code, AccessPolicies policies, Inspection inspection)
    {
        _policies = policies;
        _web = web;
        _calls = calls;
        _bodies = bodies;
        _attributes = attributes;
        _code = code;
        _inspection = inspection;
    }

    /// <summary>The conventions added to a value: chained on it, or through a local, field, return value or wrapper.</summary>
    /// <param name="value">What a call gives that maps something.</param>
    /// <param name="distance">Of what is added to it.</param>
    /// <param name="basis">What kind of decision that is.</param>
    public AccessEvidence Down(IOperation value, int distance, AccessBasis basis)
    {
        var evidence = new AccessEvidence();
        Down(value, distance, evidence, basis, 0, new(SymbolEqualityComparer.Default));
        return evidence;
    }

    /// <summary>All ways by which this builder gets here; at least one.</summary>
    /// <param name="builder">Where it is used.</param>
    /// <param name="call">The caller to assume for the method around it; null for all callers.</param>
    public IReadOnlyList<RoutePath> Up(IOperation builder, IInvocationOperation? call = null)
    {
        var found = new List<RoutePath>();
        var steps = 0;
        Up(builder, new AccessEvidence(), "", AccessEvidence.Level, call is null ? ImmutableStack<IInvocationOperation>.Empty : ImmutableStack.Create(call), found, 0, ref steps);
        return found;
    }

    /// <summary>Text of a constant route, with <c>…</c> for what is not constant.</summary>
    public static string Pattern(IOperation? operation) => operation is null ? "" : operation.Constant() ?? (operation.Unwrap() is IInterpolatedStringOperation text
        ? string.Concat(text.Parts.Select(p => p is IInterpolatedStringTextOperation t ? t.Text.Constant() : (p as IInterpolationOperation)?.Expression.Constant() ?? "…"))
        : "…");

    public static string Join(string prefix, string route) =>
        prefix.Length == 0 ? route : route.Length == 0 || route == "/" ? prefix : prefix.TrimEnd('/') + "/" + route.TrimStart('/');

    private void Up(IOperation start, AccessEvidence evidence, string prefix, int distance, ImmutableStack<IInvocationOperation> bound, List<RoutePath> found, int depth, ref int steps)
    {
        var current = start;
        while (true)
        {
            current = current.Unwrap();
            if (++steps > MaxSteps || depth > MaxDepth)
            {
                _inspection.NotFollowed();
                Unknown();
                return;
            }

            // An application is always the outermost builder, wherever it comes from.
            if (WebSymbols.Is(current.Type, _web.WebApplication) && current is not IInvocationOperation)
            {
                found.Add(new(evidence, prefix));
                return;
            }

            switch (current)
            {
                case IInvocationOperation call:
                    if (BuilderArgument(call) is not { } receiver)
                    {
                        if (!FromReturns(call))
                        {
                            Root(call);
                        }

                        return;
                    }

                    Effect(call, distance, evidence, AccessBasis.Group, depth);
                    if (IsFluent(call))
                    {
                        current = receiver;
                        continue;
                    }

                    if (_bodies.Has(call.TargetMethod))
                    {
                        if (!FromReturns(call))
                        {
                            current = receiver;
                            continue;
                        }

                        return;
                    }

                    if (call.TargetMethod.Name == "MapGroup")
                    {
                        prefix = Join(Pattern(call.Argument("prefix")), prefix);
                    }

                    distance += AccessEvidence.Level;
                    current = receiver;
                    continue;

                case ILocalReferenceOperation local:
                    OnSymbol(local, local.Local, distance, evidence, depth);
                    if (Initial(local) is not { } initial)
                    {
                        Unknown();
                        return;
                    }

                    current = initial;
                    continue;

                case IParameterReferenceOperation parameter:
                    OnSymbol(parameter, parameter.Parameter, distance, evidence, depth);
                    FromParameter(parameter, ref steps);
                    return;

                case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member:
                    MemberReferences(member.Member, distance, evidence, AccessBasis.Group, depth, new(SymbolEqualityComparer.Default));
                    var values = Values(member.Member).Take(2).ToArray();
                    if (values.Length != 1)
                    {
                        Unknown();
                        return;
                    }

                    current = values[0];
                    depth++;
                    continue;

                case IConditionalOperation { WhenFalse: { } other } choice:
                    Up(other, new(evidence), prefix, distance, bound, found, depth + 1, ref steps);
                    current = choice.WhenTrue;
                    continue;

                default:
                    Unknown();
                    return;
            }
        }

        void Unknown()
        {
            evidence.Doubts(MessageArg.Text(Texts.AccessNotFollowed));
            found.Add(new(evidence, prefix));
        }

        void Root(IInvocationOperation call)
        {
            if (!WebSymbols.Is(call.Type, _web.WebApplication) && !WebSymbols.IsFramework(call.TargetMethod))
            {
                evidence.Doubts(MessageArg.Text(Texts.AccessMay, call.TargetMethod.Name));
            }

            found.Add(new(evidence, prefix));
        }

        // What a source method returns, with this call for its parameters.
        bool FromReturns(IInvocationOperation call)
        {
            if (_bodies.Of(call.TargetMethod) is not { } body)
            {
                return false;
            }

            var any = false;
            foreach (var returned in body.Inside(lambdas: false).OfType<IReturnOperation>())
            {
                if (returned.ReturnedValue is { } value && _web.IsBuilder(value.Unwrap().Type))
                {
                    any = true;
                    var count = 0;
                    Up(value, new(evidence), prefix, distance, bound.Push(call), found, depth + 1, ref count);
                }
            }

            return any;
        }

        void FromParameter(IParameterReferenceOperation parameter, ref int count)
        {
            if (parameter.Parameter.ContainingSymbol is not IMethodSymbol owner)
            {
                Unknown();
                return;
            }

            if (owner.MethodKind == MethodKind.AnonymousFunction)
            {
                var taker = LambdaTaker(parameter, owner);
                if (taker is null)
                {
                    Unknown();
                }
                else if (taker.TargetMethod.Name is "UseEndpoints" && WebSymbols.IsFramework(taker.TargetMethod))
                {
                    found.Add(new(evidence, prefix));
                }
                else
                {
                    evidence.Doubts(MessageArg.Text(Texts.AccessMay, taker.TargetMethod.Name));
                    found.Add(new(evidence, prefix));
                }

                return;
            }

            if (!bound.IsEmpty && IsCallOf(bound.Peek(), owner))
            {
                if (bound.Peek().Argument(parameter.Parameter.Ordinal) is { } argument)
                {
                    Up(argument, evidence, prefix, distance, bound.Pop(), found, depth + 1, ref count);
                }
                else
                {
                    Unknown();
                }

                return;
            }

            var any = false;
            foreach (var caller in CallersOrCarter(owner))
            {
                any = true;
                if (BuilderArgument(caller, parameter.Parameter.Ordinal) is { } argument)
                {
                    Up(argument, new(evidence), prefix, distance, bound.IsEmpty ? bound : bound.Pop(), found, depth + 1, ref count);
                }
            }

            if (_calls.MethodReferences.Any(r => SymbolEqualityComparer.Default.Equals(r.Method.OriginalDefinition, owner.OriginalDefinition)
                && r.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "UseEndpoints" } } }))
            {
                any = true;
                found.Add(new(new(evidence), prefix));
            }

            if (!any)
            {
                evidence.Doubts(MessageArg.Text(Texts.AccessCallerUnknown, $"{owner.ContainingType?.Name}.{owner.Name}"));
                found.Add(new(evidence, prefix));
            }
        }
    }

    /// <summary>Carter finds its modules itself; MapCarter is the caller of AddRoutes.</summary>
    private IEnumerable<IInvocationOperation> CallersOrCarter(IMethodSymbol owner) =>
        owner.Name == "AddRoutes" && owner.ContainingType.AllInterfaces.Any(i => i.Name == "ICarterModule" && WebSymbols.Namespace(i) == "Carter")
            ? _calls.BuilderCalls.Where(c => c.TargetMethod.Name == "MapCarter")
            : _calls.Callers(owner);

    private static bool IsCallOf(IInvocationOperation call, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition);

    private IEnumerable<IOperation> Values(ISymbol member)
    {
        foreach (var assigned in _calls.Assigned(member))
        {
            yield return assigned;
        }

        foreach (var syntax in member.DeclaringSyntaxReferences.Where(_ => _bodies.Has(member)).Select(r => r.GetSyntax()))
        {
            var initializer = syntax switch
            {
                Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax field => field.Initializer?.Value,
                Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (initializer is not null && _bodies.Model(initializer.SyntaxTree).GetOperation(initializer) is { } value)
            {
                yield return value;
            }
        }
    }

    private void Down(IOperation value, int distance, AccessEvidence evidence, AccessBasis basis, int depth, HashSet<ISymbol> visited)
    {
        var current = value;
        while (current.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation or IConditionalOperation or ICoalesceOperation:
                    current = parent;
                    continue;

                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (!Follow(call, argument.Parameter?.Ordinal ?? -1))
                    {
                        return;
                    }

                    current = call;
                    continue;

                case IInvocationOperation call when call.Instance == current:
                    if (!Follow(call, -1))
                    {
                        return;
                    }

                    current = call;
                    continue;

                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    References(declarator, declarator.Symbol, distance, evidence, basis, depth + 1, visited);
                    return;

                case ISimpleAssignmentOperation assignment when assignment.Value == current:
                    switch (assignment.Target)
                    {
                        case ILocalReferenceOperation local:
                            References(local, local.Local, distance, evidence, basis, depth + 1, visited);
                            return;
                        case IMemberReferenceOperation member:
                            MemberReferences(member.Member, distance, evidence, basis, depth + 1, visited);
                            return;
                        case IDiscardOperation:
                            return;
                        default:
                            evidence.Doubts(MessageArg.Text(Texts.AccessNotFollowed));
                            return;
                    }

                case IReturnOperation:
                    Returned(parent, distance, evidence, basis, depth, visited);
                    return;

                case IExpressionStatementOperation:
                    return;

                default:
                    if (_web.ConventionBuilder is not null && WebSymbols.Is(current.Type, _web.ConventionBuilder))
                    {
                        // An array, a tuple, an object: conventions may be added there.
                        evidence.Doubts(MessageArg.Text(Texts.AccessNotFollowed));
                    }

                    return;
            }
        }

        bool Follow(IInvocationOperation call, int ordinal)
        {
            Effect(call, distance, evidence, basis, depth);
            return IsFluent(call) && (ordinal < 0 || call.Argument(ordinal) is { } passed && BuilderArgument(call) is { } receiver && passed.Syntax == receiver.Syntax);
        }
    }

    /// <summary>A value that a method returns gets what all its callers add to the result.</summary>
    private void Returned(IOperation returned, int distance, AccessEvidence evidence, AccessBasis basis, int depth, HashSet<ISymbol> visited)
    {
        for (var o = returned.Parent; o is not null; o = o.Parent)
        {
            if (o is IAnonymousFunctionOperation)
            {
                return;
            }
        }

        var root = returned.Root();
        if (depth > MaxDepth || _bodies.Model(root.Syntax.SyntaxTree).GetDeclaredSymbol(Enclosing(returned)) is not IMethodSymbol method)
        {
            return;
        }

        var each = _calls.Callers(method).Select(caller =>
        {
            var one = new AccessEvidence();
            Down(caller, distance, one, basis, depth + 1, visited);
            return one;
        }).ToArray();
        if (each.Length > 0 && each.All(e => e.Any))
        {
            evidence.AddAll(each[0]);
        }

        static SyntaxNode Enclosing(IOperation operation)
        {
            for (var o = operation; ; o = o.Parent)
            {
                if (o is ILocalFunctionOperation || o.Parent is null)
                {
                    return o is IBlockOperation { Syntax.Parent: { } declaration } ? declaration : o.Syntax;
                }
            }
        }
    }

    /// <summary>What one call does to the builder it is made on.</summary>
    private void Effect(IInvocationOperation call, int distance, AccessEvidence evidence, AccessBasis basis, int depth)
    {
        var method = call.TargetMethod;
        if (_code.IsAuthorizing(method))
        {
            evidence.Requires(distance, method.Name + "()", call.NameLocation(), AccessBasis.Option);
            return;
        }

        if (_bodies.Has(method))
        {
            if (depth < MaxDepth)
            {
                foreach (var parameter in method.OriginalDefinition.Parameters.Where(p => _web.ConventionBuilder is not null && IsConvention(p.Type)))
                {
                    Wrapped(method.OriginalDefinition, parameter, call, distance, evidence, depth);
                }
            }

            return;
        }

        switch (method.Name)
        {
            case "RequireAuthorization":
                evidence.Requires(distance, "RequireAuthorization()", call.NameLocation(), basis, _policies.Open(call.Arguments));
                break;
            case "AllowAnonymous" when IsDevelopmentOnly(call):
                break;
            case "AllowAnonymous":
                evidence.Admits(distance, "AllowAnonymous()", call.NameLocation(), basis);
                break;
            case "ShortCircuit" when WebSymbols.IsFramework(method):
                evidence.ShortCircuits = true;
                break;
            case "WithMetadata" or "Add" or "Finally":
                foreach (var created in call.Arguments.SelectMany(a => a.Value.Inside()).Where(o => o is IObjectCreationOperation or ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation))
                {
                    if (WebSymbols.IsAny(created.Type, _web.AuthorizeData) || WebSymbols.IsAny(created.Type, _web.AllowAnonymous))
                    {
                        _attributes.Instance(created.Type, distance, created.Syntax.GetLocation(), evidence, basis);
                    }
                }

                break;
            case "AddEndpointFilter" or "AddEndpointFilterFactory":
                EndpointFilter(call, distance, evidence);
                break;
            default:
                // Only what sounds like a demand is a doubt; WithTags of some library is none.
                if (!WebSymbols.IsFramework(method) && IsConvention(method.Parameters.FirstOrDefault()?.Type) && method.Name.StartsWith("Require", StringComparison.Ordinal))
                {
                    evidence.Doubts(MessageArg.Text(Texts.AccessMay, method.Name));
                }

                break;
        }
    }

    /// <summary>The code runs on a developer's machine only: it stands in "if (env.IsDevelopment())".</summary>
    public static bool IsDevelopmentOnly(IOperation operation)
    {
        for (var o = operation; o.Parent is { } parent; o = parent)
        {
            if (parent is IConditionalOperation condition && condition.WhenTrue == o
                && condition.Condition.Unwrap() is IInvocationOperation { TargetMethod: { Name: "IsDevelopment", ContainingAssembly: not null } method } && WebSymbols.IsFramework(method))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsConvention(ITypeSymbol? type) => type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.Any(IsConvention) : WebSymbols.Is(type, _web.ConventionBuilder);

    private void Wrapped(IMethodSymbol method, IParameterSymbol parameter, IInvocationOperation call, int distance, AccessEvidence evidence, int depth)
    {
        if (!_parameterEffects.TryGetValue(parameter, out var effects))
        {
            _parameterEffects[parameter] = effects = new AccessEvidence(); // also ends a wrapper that calls itself
            if (_bodies.Of(method) is { } body)
            {
                foreach (var reference in body.Inside().OfType<IParameterReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Parameter, parameter)))
                {
                    Down(reference, distance, effects, AccessBasis.Wrapper, depth + 1, new(SymbolEqualityComparer.Default));
                }
            }
        }

        evidence.AddAt(distance, effects, method.Name);
    }

    private void EndpointFilter(IInvocationOperation call, int distance, AccessEvidence evidence)
    {
        var types = call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>()
            .Concat(call.Arguments.Select(a => a.Value.Unwrap()).OfType<IObjectCreationOperation>().Select(c => c.Type).OfType<INamedTypeSymbol>())
            .Where(t => t.AllInterfaces.Any(i => i.Name == "IEndpointFilter"));
        foreach (var type in types)
        {
            if (_code.Refuses(type) is not null)
            {
                evidence.Filter(distance, type.Name, call.NameLocation());
            }
            else if (!_bodies.Has(type))
            {
                evidence.Doubts(MessageArg.Text(Texts.AccessMay, type.Name));
            }
        }

        foreach (var value in call.Arguments.Select(a => a.Value.Unwrap()))
        {
            var refuses = value switch
            {
                IAnonymousFunctionOperation lambda => _code.Refuses(lambda),
                IMethodReferenceOperation reference => _bodies.Of(reference.Method) is { } body ? _code.Refuses(body) : null,
                _ => null,
            };
            if (refuses is not null)
            {
                evidence.Filter(distance, "AddEndpointFilter()", refuses);
            }
        }
    }

    /// <summary>The builder that a call works on: its receiver, or its first argument that is a builder.</summary>
    private IOperation? BuilderArgument(IInvocationOperation call, int preferred = -1)
    {
        if (preferred >= 0 && call.TargetMethod.Name != "MapCarter")
        {
            return call.Argument(preferred);
        }

        if (call.Instance is { } instance && _web.IsBuilder(instance.Type))
        {
            return instance;
        }

        return call.Arguments.Where(a => a.Parameter is { } p && _web.IsBuilder(p.OriginalDefinition.Type)).OrderBy(a => a.Parameter!.Ordinal).FirstOrDefault()?.Value;
    }

    /// <summary>The call gives back the builder it works on, so that conventions go on being added to the same thing.</summary>
    private bool IsFluent(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (!_web.IsBuilder(method.ReturnType))
        {
            return false;
        }

        if (method.Parameters.FirstOrDefault(p => _web.IsBuilder(p.Type)) is not { } parameter)
        {
            return call.Instance is not null && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType);
        }

        return SymbolEqualityComparer.Default.Equals(method.ReturnType, parameter.Type)
            ? !_bodies.Has(method) ? method.Name != "MapGroup" : ReturnsParameter(method, parameter)
            : IsConvention(parameter.Type) && !_web.IsRouteBuilder(parameter.Type);
    }

    /// <summary>A source method with the same type in and out may still return a new group.</summary>
    private bool ReturnsParameter(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (!_web.IsRouteBuilder(parameter.Type) || _bodies.Of(method) is not { } body)
        {
            return true;
        }

        return body.Inside(lambdas: false).OfType<IReturnOperation>().All(r =>
        {
            var value = r.ReturnedValue?.Unwrap();
            while (value is IInvocationOperation call && IsFluent(call) && BuilderArgument(call) is { } receiver && !_bodies.Has(call.TargetMethod))
            {
                value = receiver.Unwrap();
            }

            return value is null || (value is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));
        });
    }

    private static IInvocationOperation? LambdaTaker(IOperation inside, IMethodSymbol lambda)
    {
        for (var o = inside.Parent; o is not null; o = o.Parent)
        {
            if (o is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
            {
                var parent = function.Parent;
                while (parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IArgumentOperation)
                {
                    parent = parent.Parent;
                }

                return parent as IInvocationOperation;
            }
        }

        return null;
    }

    /// <summary>The same for a group that several endpoints are mapped on: asked once.</summary>
    private void OnSymbol(IOperation inside, ISymbol symbol, int distance, AccessEvidence evidence, int depth)
    {
        if (!_symbolEffects.TryGetValue(symbol, out var effects))
        {
            _symbolEffects[symbol] = effects = new AccessEvidence();
            References(inside, symbol, distance, effects, AccessBasis.Group, depth, new(SymbolEqualityComparer.Default));
        }

        evidence.AddAt(distance, effects);
    }

    /// <summary>Conventions added wherever the local or parameter is used. An application takes none.</summary>
    private void References(IOperation inside, ISymbol symbol, int distance, AccessEvidence evidence, AccessBasis basis, int depth, HashSet<ISymbol> visited)
    {
        var type = symbol is ILocalSymbol local ? local.Type : ((IParameterSymbol)symbol).Type;
        if (depth > MaxDepth || !IsConvention(type) || !visited.Add(symbol))
        {
            return;
        }

        foreach (var reference in Uses(inside.Root()).References[symbol])
        {
            Down(reference, distance, evidence, basis, depth + 1, visited);
        }
    }

    /// <summary>Where a method uses and sets its builders: one walk per method, not one per endpoint.</summary>
    private (ILookup<ISymbol, IOperation> References, ILookup<ISymbol, IOperation> Values) Uses(IOperation root)
    {
        if (!_uses.TryGetValue(root.Syntax, out var uses))
        {
            var all = root.Descendants().ToArray();
            _uses[root.Syntax] = uses = (
                all.Where(o => (o is ILocalReferenceOperation { IsDeclaration: false } or IParameterReferenceOperation) && IsConvention(o.Type))
                    .ToLookup(o => o is ILocalReferenceOperation l ? (ISymbol)l.Local : ((IParameterReferenceOperation)o).Parameter, SymbolEqualityComparer.Default),
                all.Select(LocalValue).Where(v => v.Value is not null && _web.IsBuilder(v.Local!.Type))
                    .ToLookup(v => (ISymbol)v.Local!, v => v.Value!, SymbolEqualityComparer.Default));
        }

        return uses;
    }

    private static (ILocalSymbol? Local, IOperation? Value) LocalValue(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator => (declarator.Symbol, declarator.GetVariableInitializer()?.Value),

        // "group = group.RequireAuthorization()" is not where the group comes from.
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment
            when !assignment.Value.Inside().Any(o => o is ILocalReferenceOperation self && SymbolEqualityComparer.Default.Equals(self.Local, target.Local)) => (target.Local, assignment.Value),
        _ => default,
    };

    private void MemberReferences(ISymbol member, int distance, AccessEvidence evidence, AccessBasis basis, int depth, HashSet<ISymbol> visited)
    {
        _memberReferences ??= _calls.BuilderCalls.Select(c => BuilderArgument(c)?.Unwrap()).OfType<IMemberReferenceOperation>()
            .ToLookup(r => r.Member, r => (IOperation)r, SymbolEqualityComparer.Default);
        if (depth > MaxDepth || !visited.Add(member))
        {
            return;
        }

        foreach (var reference in _memberReferences[member])
        {
            Down(reference, distance, evidence, basis, depth + 1, visited);
        }
    }

    /// <summary>The only value a local gets; null when there are several, or when it gets one in another way.</summary>
    private IOperation? Initial(ILocalReferenceOperation local)
    {
        var values = Uses(local.Root()).Values[local.Local].Take(2).ToArray();
        return values.Length == 1 ? values[0] : null;
    }
}
