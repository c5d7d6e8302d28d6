using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>What an endpoint accepts and returns: the worst personal datum that its signature or its answers show.</summary>
internal sealed class EndpointData(PersonalDataModel model, SourceBodies bodies)
{
    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        "Ok", "Json", "Created", "CreatedAtAction", "CreatedAtRoute", "Accepted", "AcceptedAtAction", "AcceptedAtRoute", "WriteAsJsonAsync",
    };

    /// <summary>Null when nothing that identifies a person or tells about health is seen; a user name and password are no such data.</summary>
    public DataClassification? Of(Endpoint endpoint)
    {
        DataClassification? worst = null;
        foreach (var method in Methods(endpoint))
        {
            foreach (var found in Accepted(method).Concat(Returned(method)))
            {
                if (found is { Confidence: Confidence.High, Tier: DataTier.DirectIdentifier or DataTier.Sensitive } && (worst is null || DataClassification.Harm.Compare(found, worst) > 0))
                {
                    worst = found;
                }
            }
        }

        return worst;
    }

    private static IEnumerable<IMethodSymbol> Methods(Endpoint endpoint) => endpoint.Symbol switch
    {
        IMethodSymbol method => [method],
        INamedTypeSymbol type => type.GetMembers().OfType<IMethodSymbol>().Where(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsImplicitlyDeclared: false }),
        _ => [],
    };

    private IEnumerable<DataClassification?> Accepted(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.GetAttributes().Any(a => a.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute"))
            {
                continue;
            }

            yield return IsPlain(parameter.Type) ? model.ClassifyObject(parameter.Type) : null;
            yield return parameter.Type.SpecialType != SpecialType.None ? model.Classify(parameter) : null;
        }
    }

    private IEnumerable<DataClassification?> Returned(IMethodSymbol method)
    {
        var types = new List<ITypeSymbol> { method.ReturnType };
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "ProducesResponseTypeAttribute")
            {
                types.AddRange(attribute.AttributeClass.TypeArguments);
                types.AddRange(attribute.ConstructorArguments.Where(a => a.Kind == TypedConstantKind.Type).Select(a => a.Value).OfType<ITypeSymbol>());
            }
        }

        if (bodies.Of(method) is { } body)
        {
            foreach (var call in body.Inside().OfType<IInvocationOperation>().Where(i => Answers.Contains(i.TargetMethod.Name) && WebSymbols.IsFramework(i.TargetMethod)))
            {
                types.AddRange(call.Arguments.Select(a => a.Value.Unwrap().Type).OfType<ITypeSymbol>());
            }
        }

        return types.SelectMany(Inner).Select(t => model.ClassifyObject(t, ObjectView.Serialised));
    }

    /// <summary>The type and what it wraps: tasks, results, unions of results.</summary>
    private static IEnumerable<ITypeSymbol> Inner(ITypeSymbol type)
    {
        var work = new Stack<ITypeSymbol>();
        work.Push(type);
        for (var steps = 0; work.Count > 0 && steps < 32; steps++)
        {
            var current = work.Pop();
            if (current is INamedTypeSymbol { TypeArguments.Length: > 0 } generic && WebSymbols.IsFramework(generic))
            {
                foreach (var argument in generic.TypeArguments)
                {
                    work.Push(argument);
                }
            }
            else if (current is IArrayTypeSymbol array)
            {
                work.Push(array.ElementType);
            }
            else if (!WebSymbols.IsFramework(current))
            {
                yield return current;
            }
        }
    }

    /// <summary>Something that is bound from the request, not a service: it has values to set and does nothing.</summary>
    private static bool IsPlain(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named
        && !WebSymbols.IsFramework(named)
        && (named.IsRecord || (named.GetMembers().OfType<IPropertySymbol>().Any(p => p.SetMethod is { DeclaredAccessibility: Accessibility.Public })
            && !named.GetMembers().OfType<IMethodSymbol>().Any(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false, IsImplicitlyDeclared: false })));
}
