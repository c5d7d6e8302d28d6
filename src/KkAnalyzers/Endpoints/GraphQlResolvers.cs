using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Resolvers of HotChocolate. It has an [Authorize] of its own, which ASP.NET Core's does not replace: written on a
/// resolver, that one does nothing (hard case 25).
/// </summary>
internal sealed class GraphQlResolvers
{
    private readonly EndpointReader _reader;
    private readonly HashSet<ISymbol> _registered = new(SymbolEqualityComparer.Default);

    public GraphQlResolvers(EndpointReader reader)
    {
        _reader = reader;
        foreach (var type in reader.Calls.Setup("AddQueryType", "AddMutationType", "AddSubscriptionType", "AddTypeExtension", "AddObjectType", "AddType")
            .Where(c => c.TargetMethod.ContainingAssembly.Name.StartsWith("HotChocolate", StringComparison.Ordinal) || WebSymbols.Namespace(c.TargetMethod).StartsWith("HotChocolate", StringComparison.Ordinal)
                || c.TargetMethod.Parameters.FirstOrDefault()?.Type is { } first && WebSymbols.Namespace(first).StartsWith("HotChocolate", StringComparison.Ordinal))
            .SelectMany(c => c.TargetMethod.TypeArguments))
        {
            _registered.Add(type.OriginalDefinition);
        }
    }

    /// <summary>The first authorization attribute of HotChocolate itself.</summary>
    public AccessDecision? FirstDecision() => (
        from type in _reader.Bodies.SourceTypes()
        from symbol in type.GetMembers().Prepend(type)
        from data in symbol.GetAttributes()
        where data.AttributeClass is { Name: "AuthorizeAttribute" } attribute && WebSymbols.Namespace(attribute).StartsWith("HotChocolate", StringComparison.Ordinal)
        select new AccessDecision(AccessOutcome.Required, $"[Authorize] on {symbol.Name}", data.ApplicationSyntaxReference?.GetSyntax().GetLocation())).FirstOrDefault();

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
                        new(AccessOutcome.Overridden, "", place, MessageArg.Text(Texts.AccessWrongAttribute, name)));
                }
            }
        }
    }
}
