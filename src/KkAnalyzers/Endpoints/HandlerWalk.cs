using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Follows an id of the client from a handler to the records that it picks, and looks for anything that relates them to the
/// caller. Reads the handler and what it calls in source, by levels, so that what is near is known first. Order within a body
/// plays no part: a check after the record was read still refuses to hand it out.
/// </summary>
internal sealed partial class HandlerWalk
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

    private bool IsChecking(IMethodSymbol method) => MethodNames.Have(_checkingMethods, method);

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
