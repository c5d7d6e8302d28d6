using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Resolvers of HotChocolate. It has an [Authorize] of its own, which ASP.NET Core's does not replace: written on a
/// resolver, that one does nothing (hard case 25).
/// </summary>
internal sealed class GraphQlResolvers
{
    private readonly EndpointReader _reader;
    private readonly HashSet<ISymbol> _registered = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _roots = new(SymbolEqualityComparer.Default);

    public GraphQlResolvers(EndpointReader reader)
    {
        _reader = reader;
        foreach (var call in reader.Calls.Setup("AddQueryType", "AddMutationType", "AddSubscriptionType", "AddTypeExtension", "AddObjectType", "AddType").Where(IsHotChocolate))
        {
            foreach (var type in call.TargetMethod.TypeArguments)
            {
                _registered.Add(type.OriginalDefinition);
                if (call.TargetMethod.Name is "AddQueryType" or "AddMutationType" or "AddSubscriptionType")
                {
                    _roots.Add(type.OriginalDefinition);
                }
            }
        }
    }

    /// <summary>
    /// What the attributes of HotChocolate itself say about all that can be asked for. Null when there are none; information
    /// when fields are described in code too.
    /// </summary>
    public AccessDecision? Decision()
    {
        AccessDecision? first = null;
        ISymbol? undecided = null;
        foreach (var type in _reader.Bodies.SourceTypes())
        {
            var onType = Own(type, type);
            first = Stronger(first, onType);
            var isRoot = IsRoot(type);
            foreach (var member in type.GetMembers())
            {
                var own = Own(member, type);
                first = Stronger(first, own);
                if (isRoot && onType is null && own is null && IsField(member) && EndpointReader.Place(member) is not null)
                {
                    undecided ??= member;
                }
            }
        }

        if (first is null || undecided is null)
        {
            return first;
        }

        return _reader.Calls.Setup("Authorize").FirstOrDefault(IsHotChocolate) is { } described
            ? new(AccessOutcome.Unseen, "", described.NameLocation(), MessageArg.Text(Texts.AccessMay, "Authorize()"))
            : new(AccessOutcome.None, "", null, MessageArg.Text(Texts.AccessResolverOpen, $"{undecided.ContainingType.Name}.{undecided.Name}"));
    }

    /// <summary>The public methods of the types that make the schema.</summary>
    public ImmutableArray<IMethodSymbol> Methods() => _reader.Bodies.SourceTypes().Where(IsResolver).SelectMany(t => t.GetMembers()).OfType<IMethodSymbol>()
        .Where(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }).ToImmutableArray();

    private bool IsResolver(INamedTypeSymbol type) =>
        _registered.Contains(type.OriginalDefinition) || type.GetAttributes().Any(a => a.AttributeClass is { } c && WebSymbols.Namespace(c).StartsWith("HotChocolate.Types", StringComparison.Ordinal));

    public IEnumerable<Endpoint> Of(INamedTypeSymbol type)
    {
        if (!IsResolver(type))
        {
            yield break;
        }

        foreach (var symbol in type.GetMembers().Where(m => m is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol).Prepend(type))
        {
            foreach (var data in symbol.GetAttributes())
            {
                if (WebSymbols.IsAny(data.AttributeClass, _reader.Web.AuthorizeData) && data.ApplicationSyntaxReference is { } reference && EndpointReader.Place(symbol) is not null)
                {
                    var name = $"[{data.AttributeClass!.Name.Replace("Attribute", "")}]";
                    var place = Location.Create(reference.SyntaxTree, reference.Span);
                    yield return new(
                        EndpointKind.Resolver,
                        "",
                        symbol is ITypeSymbol ? type.Name : $"{type.Name}.{symbol.Name}",
                        place,
                        symbol,
                        new(AccessOutcome.Overridden, "", place, MessageArg.Text(Texts.AccessWrongAttribute, name)) { Basis = AccessBasis.Ineffective });
                }
            }
        }
    }

    /// <summary>One demand makes the whole guarded; the rest of the fields is looked at by itself.</summary>
    private static AccessDecision? Stronger(AccessDecision? one, AccessDecision? other) =>
        one is null || (one.Outcome == AccessOutcome.Anonymous && other is { Outcome: AccessOutcome.Required }) ? other : one;

    private static AccessDecision? Own(ISymbol symbol, INamedTypeSymbol type)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { Name: "AuthorizeAttribute" or "AllowAnonymousAttribute" } attribute && Starts(attribute, "HotChocolate"))
            {
                var name = attribute.Name.Replace("Attribute", "");
                var place = data.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : null;
                return new(
                    name == "Authorize" ? AccessOutcome.Required : AccessOutcome.Anonymous,
                    $"[{name}] on {(symbol is ITypeSymbol ? type.Name : $"{type.Name}.{symbol.Name}")}",
                    place);
            }
        }

        return null;
    }

    private bool IsRoot(INamedTypeSymbol type) => _roots.Contains(type.OriginalDefinition)
        || type.GetAttributes().Any(a => a.AttributeClass is { Name: "QueryTypeAttribute" or "MutationTypeAttribute" or "SubscriptionTypeAttribute" } c && Starts(c, "HotChocolate.Types"));

    private static bool IsField(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false, IsOverride: false }
        && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol { IsIndexer: false }
        && !member.GetAttributes().Any(a => a.AttributeClass?.Name == "GraphQLIgnoreAttribute");

    private static bool IsHotChocolate(IInvocationOperation call) =>
        call.TargetMethod.ContainingAssembly.Name.StartsWith("HotChocolate", StringComparison.Ordinal) || Starts(call.TargetMethod, "HotChocolate")
        || (call.TargetMethod.Parameters.FirstOrDefault()?.Type is { } first && Starts(first, "HotChocolate"));

    private static bool Starts(ISymbol symbol, string ns) => WebSymbols.Namespace(symbol).StartsWith(ns, StringComparison.Ordinal);
}
