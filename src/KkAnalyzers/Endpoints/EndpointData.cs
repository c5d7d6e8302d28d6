using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// What endpoints accept and return, by their signatures, attributes and answers. One instance serves one compilation's end:
/// each type and each endpoint is looked at once.
/// </summary>
internal sealed class EndpointData(PersonalDataModel model, SourceBodies bodies)
{
    // Wrappers in wrappers: Task<Results<Ok<PagedList<T>>, NotFound>>.
    private const int MaxWrappers = 32;

    private const string Location = "geolocation";

    private static readonly string[] Names = ["Name", "Title", "Naam", "Titel", "Nom", "Titre"];

    private static readonly HashSet<string> Services = new(StringComparer.Ordinal) { "FromServicesAttribute", "FromKeyedServicesAttribute", "ServiceAttribute", "InjectAttribute" };

    private static readonly HashSet<string> Parameters = new(StringComparer.Ordinal)
    {
        "ParameterAttribute", "CascadingParameterAttribute", "SupplyParameterFromQueryAttribute", "SupplyParameterFromFormAttribute",
    };

    private readonly ConditionalWeakTable<Endpoint, EndpointTraffic> _traffic = new();
    private readonly Dictionary<(ITypeSymbol Type, bool Subtypes), ImmutableArray<Datum>> _types = [];

    /// <summary>
    /// The worst of both directions that identifies a person or tells about health; null when there is none. A user name and
    /// password are no such data.
    /// </summary>
    public DataClassification? Of(Endpoint endpoint)
    {
        var traffic = Traffic(endpoint);
        return new[] { traffic.Accepts, traffic.Returns }.OfType<DataClassification>().Where(d => d.Tier is not DataTier.Ordinary).OrderByDescending(d => d, DataClassification.Harm).FirstOrDefault();
    }

    /// <summary>Everything that goes in and out.</summary>
    public EndpointTraffic Traffic(Endpoint endpoint) => _traffic.GetValue(endpoint, Read);

    /// <summary>The code that answers.</summary>
    public IEnumerable<IOperation> Code(Endpoint endpoint) =>
        endpoint.Body is { } body ? [body] : endpoint.Kind is EndpointKind.Grpc or EndpointKind.Component ? [] : Methods(endpoint).Select(bodies.Of).OfType<IOperation>();

    /// <summary>The methods that answer.</summary>
    public static IEnumerable<IMethodSymbol> Methods(Endpoint endpoint) => endpoint.Symbol switch
    {
        IMethodSymbol method => [method],
        INamedTypeSymbol type => Methods(type, endpoint.Kind),
        _ => endpoint.Resolvers,
    };

    /// <summary>The type of a parameter, or of its elements, that the framework fills from the request; null for a service and for a simple value.</summary>
    public static INamedTypeSymbol? Bound(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(a => a.AttributeClass is { } type && Services.Contains(type.Name)) ? null : Inner(parameter.Type).OfType<INamedTypeSymbol>().FirstOrDefault(IsPlain);

    private EndpointTraffic Read(Endpoint endpoint)
    {
        var found = new TrafficBuilder(model, this);
        if (endpoint.Symbol is INamedTypeSymbol type)
        {
            switch (endpoint.Kind)
            {
                case EndpointKind.Page:
                    Page(type, found);
                    break;
                case EndpointKind.Component:
                    Component(type, found);
                    return found.ToTraffic();
                case EndpointKind.Fast:
                    Fast(type, found);
                    break;
            }
        }

        foreach (var method in Methods(endpoint))
        {
            Signature(endpoint, method, found);
        }

        if (endpoint.Kind != EndpointKind.Grpc)
        {
            var answers = new EndpointAnswers(bodies, found, endpoint.Kind);
            foreach (var body in Code(endpoint))
            {
                answers.Read(body);
            }
        }

        return found.ToTraffic();
    }

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type, EndpointKind kind)
    {
        for (var t = type; t is { SpecialType: not SpecialType.System_Object } && !WebSymbols.IsFramework(t); t = t.BaseType)
        {
            foreach (var member in t.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsImplicitlyDeclared: false } method
                    && kind switch
                    {
                        EndpointKind.Page => method.Name.StartsWith("On", StringComparison.Ordinal),
                        EndpointKind.Fast => method.Name is "HandleAsync" or "ExecuteAsync",
                        EndpointKind.Grpc => method.IsOverride,
                        _ => !method.IsOverride,
                    })
                {
                    yield return method;
                }
            }
        }
    }

    private static void Signature(Endpoint endpoint, IMethodSymbol method, TrafficBuilder found)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.GetAttributes().Any(a => a.AttributeClass is { } type && Services.Contains(type.Name)))
            {
                continue;
            }

            if (parameter.Type is INamedTypeSymbol { Name: "IServerStreamWriter", TypeArguments: { Length: 1 } sent })
            {
                found.Returns(sent[0]);
                continue;
            }

            var inner = parameter.Type is INamedTypeSymbol { Name: "IAsyncStreamReader", TypeArguments: { Length: 1 } streamed } ? streamed[0] : parameter.Type;
            foreach (var type in Inner(inner))
            {
                // A message of gRPC has methods, and is nothing but data.
                if (endpoint.Kind == EndpointKind.Grpc ? type.TypeKind == TypeKind.Class : IsPlain(type))
                {
                    found.Accepts(type);
                }
            }

            if (IsSimple(parameter.Type))
            {
                found.Accepts(parameter);
            }
        }

        found.Returns(method.ReturnType);
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "ProducesResponseTypeAttribute" or "ProducesAttribute" or "SwaggerResponseAttribute" or "ResponseTypeAttribute" } produces)
            {
                foreach (var type in produces.TypeArguments.Concat(attribute.ConstructorArguments.Where(a => a.Kind == TypedConstantKind.Type).Select(a => a.Value).OfType<ITypeSymbol>()))
                {
                    found.Returns(type);
                }
            }
        }
    }

    /// <summary>What a page model binds comes in; its other public properties are there to be shown.</summary>
    private static void Page(INamedTypeSymbol type, TrafficBuilder found)
    {
        for (var t = type; t is { SpecialType: not SpecialType.System_Object } && !WebSymbols.IsFramework(t); t = t.BaseType)
        {
            var bindsAll = Has(t, "BindPropertiesAttribute");
            foreach (var property in t.GetMembers().OfType<IPropertySymbol>().Where(p => p is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false }))
            {
                if (bindsAll || Has(property, "BindPropertyAttribute"))
                {
                    found.Accepts(property, property.Type);
                }
                else
                {
                    found.Returns(property, property.Type);
                }
            }
        }
    }

    /// <summary>
    /// A component shows what it keeps. What it makes itself and is not a list (<c>Request model = new()</c>) is there for a
    /// form to fill.
    /// </summary>
    private void Component(INamedTypeSymbol type, TrafficBuilder found)
    {
        for (var t = type; t is not null && bodies.Has(t); t = t.BaseType)
        {
            foreach (var member in t.GetMembers().Where(m => m is { IsStatic: false, IsImplicitlyDeclared: false }))
            {
                var memberType = member is IPropertySymbol property ? property.Type : member is IFieldSymbol field ? field.Type : null;
                if (memberType is null || member.GetAttributes().Any(a => a.AttributeClass is { } c && Services.Contains(c.Name)))
                {
                    continue;
                }

                if (member.GetAttributes().Any(a => a.AttributeClass is { } c && Parameters.Contains(c.Name)) || (Inner(memberType).Contains(memberType, SymbolEqualityComparer.Default) && IsMadeHere(member)))
                {
                    found.Accepts(member, memberType);
                }
                else if (!IsSimple(memberType))
                {
                    found.Returns(member, memberType);
                }
            }
        }
    }

    private static bool IsMadeHere(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        VariableDeclaratorSyntax field => field.Initializer?.Value is BaseObjectCreationExpressionSyntax,
        PropertyDeclarationSyntax property => property.Initializer?.Value is BaseObjectCreationExpressionSyntax,
        _ => false,
    };

    /// <summary>Endpoint&lt;TRequest, TResponse&gt;, whatever shorter base class leads there.</summary>
    private static void Fast(INamedTypeSymbol type, TrafficBuilder found)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name is "Endpoint" && t.TypeArguments.Length > 0)
            {
                found.Accepts(t.TypeArguments[0]);
            }

            if (t.Name is "Endpoint" && t.TypeArguments.Length > 1)
            {
                found.Returns(t.TypeArguments[1]);
            }
            else if (t.Name is "EndpointWithoutRequest" && t.TypeArguments.Length > 0)
            {
                found.Returns(t.TypeArguments[0]);
            }
        }
    }

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);

    /// <summary>The data of a type as a serialiser sees it, once.</summary>
    /// <param name="type">Type of the object or collection.</param>
    /// <param name="subtypes">Also what travels in the place of a base type.</param>
    internal ImmutableArray<Datum> In(ITypeSymbol type, bool subtypes)
    {
        if (!_types.TryGetValue((type, subtypes), out var known))
        {
            var root = ValueKindsOf.Unwrap(type) as INamedTypeSymbol;
            var data = model.DataIn(type, ObjectView.Serialised, subtypes).Where(d => d.Data.Confidence == Confidence.High).Select(d => new Datum(d.Data, d.Member, root)).ToArray();
            _types[(type, subtypes)] = known = data.Where(d => !IsPlaceOfThing(d, data)).ToImmutableArray();
        }

        return known;
    }

    /// <summary>
    /// Where a thing is: latitude and longitude of something with a name or title that is no person, and about which nothing
    /// else is personal. A bare position has no name and may be anybody's.
    /// </summary>
    private bool IsPlaceOfThing(in Datum datum, Datum[] data)
    {
        if (datum.Data.Category != Location || datum.Owner is not { } owner || model.IsPersonType(owner))
        {
            return false;
        }

        foreach (var other in data)
        {
            if (other.Data.Category != Location && SymbolEqualityComparer.Default.Equals(other.Owner, owner))
            {
                return false;
            }
        }

        return !Names.All(n => owner.GetMembers(n).IsEmpty);
    }

    /// <summary>The type and what it wraps: tasks, results, unions of results, lists.</summary>
    internal static IEnumerable<ITypeSymbol> Inner(ITypeSymbol type)
    {
        var work = new Stack<ITypeSymbol>();
        work.Push(type);
        for (var steps = 0; work.Count > 0 && steps < MaxWrappers; steps++)
        {
            var current = work.Pop();
            if (current is IArrayTypeSymbol array)
            {
                work.Push(array.ElementType);
            }
            else if (current is INamedTypeSymbol { IsAnonymousType: true } or INamedTypeSymbol { IsTupleType: true })
            {
                yield return current;
            }
            else if (current is INamedTypeSymbol { TypeArguments.Length: > 0 } generic && WebSymbols.IsFramework(generic))
            {
                foreach (var argument in generic.TypeArguments)
                {
                    work.Push(argument);
                }
            }
            else if (!WebSymbols.IsFramework(current))
            {
                yield return current;
            }
        }
    }

    /// <summary>A value of the platform: text, number, date, key.</summary>
    internal static bool IsSimple(ITypeSymbol type)
    {
        type = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return type.SpecialType is not (SpecialType.None or SpecialType.System_Object or SpecialType.System_Void) || (type.IsValueType && type is INamedTypeSymbol { IsGenericType: false } && WebSymbols.Namespace(type) == "System");
    }

    /// <summary>Something that is bound from the request, not a service: it has values to set, and more of them than things to do.</summary>
    private static bool IsPlain(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named || WebSymbols.IsFramework(named))
        {
            return false;
        }

        if (named.IsRecord)
        {
            return true;
        }

        var (values, deeds) = (0, 0);
        for (var t = named; t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
        {
            if (t.Name is "DbContext" || (WebSymbols.IsFramework(t) && t.TypeKind == TypeKind.Class && WebSymbols.Namespace(t).StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)))
            {
                return false;
            }

            foreach (var member in t.GetMembers())
            {
                switch (member)
                {
                    case IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public, IsStatic: false }:
                        values++;
                        break;
                    case IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false, IsImplicitlyDeclared: false }:
                        deeds++;
                        break;
                    case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when constructor.Parameters.Any(p => p.Type.TypeKind == TypeKind.Interface && !IsList(p.Type)):
                        return false;
                }
            }
        }

        return values > deeds;
    }

    private static bool IsList(ITypeSymbol type) => type.SpecialType != SpecialType.None || WebSymbols.Namespace(type).StartsWith("System.Collections", StringComparison.Ordinal)
        || type.OriginalDefinition.SpecialType != SpecialType.None;
}
