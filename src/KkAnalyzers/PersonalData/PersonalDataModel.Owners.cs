using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>What types say about their members: the head of the name, base types, and the members together.</summary>
internal sealed partial class PersonalDataModel
{
    // Two strong members that identify a person make the type a person; two about health make it a health record.
    private const int Enough = 2;

    // Types above a type: more than any real hierarchy has.
    private const int MaxBases = 16;

    private OwnerInfo Owner(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        return _owners.TryGetValue(type, out var known) ? known : _owners.GetOrAdd(type, ComputeOwner(type));
    }

    private OwnerInfo ComputeOwner(INamedTypeSymbol type)
    {
        var owner = _vocabulary.Owner(type.Name, type.ContainingType?.Name);
        if (owner.IsTechnical || owner.IsHolder || owner.IsAnimal || type.TypeKind is TypeKind.Enum || type.IsStatic)
        {
            return owner with { Person = PersonKind.None, IsHealthRecord = false };
        }

        if (owner.Person != PersonKind.Person && Bases(type).Any(IsPersonByName))
        {
            owner = owner with { Person = PersonKind.Person };
        }

        if (owner.Person == PersonKind.Person && owner.IsHealthRecord)
        {
            return owner;
        }

        var traits = Traits(Members(type).Select(m => (m.Symbol.Name, m.Type, m.Symbol)), owner);
        return owner with
        {
            Person = traits.Identity >= Enough ? PersonKind.Person
                : owner.Person == PersonKind.None && traits.HasCareId ? PersonKind.Associated
                : owner.Person,
            IsHealthRecord = owner.IsHealthRecord || traits.Health >= Enough,
        };
    }

    private bool IsPersonByName(INamedTypeSymbol type) =>
        _vocabulary.Known.Of(type) is "person"
        || (type.SpecialType == SpecialType.None && _vocabulary.IsPersonBase(type.Name));

    private bool BesidePersonalData(IMethodSymbol method) =>
        method.Parameters.Length > Enough
        && Traits(method.Parameters.Select(p => (p.Name, p.Type, (ISymbol)p)), null).Identity >= Enough;

    private (int Identity, bool HasCareId, int Health) Traits(IEnumerable<(string Name, ITypeSymbol Type, ISymbol Symbol)> members, OwnerInfo? owner)
    {
        var context = owner is null ? null : owner with { Person = PersonKind.None, IsHealthRecord = false };
        var (identity, health, hasCareId) = (0, 0, false);
        foreach (var (name, type, symbol) in members)
        {
            if (_options.Ignores(symbol) || Match(name, new NameContext(context, _values.Of(type))) is not { IsStrong: true, IsSafe: false } match)
            {
                continue;
            }

            switch (match.Category.Trait)
            {
                case DataTrait.Identity:
                    identity++;
                    break;
                case DataTrait.CareId:
                    identity++;
                    health++;
                    hasCareId = true;
                    break;
                case DataTrait.Health:
                    health++;
                    break;
            }

            if (identity >= Enough && health >= Enough)
            {
                break;
            }
        }

        return (identity, hasCareId, health);
    }

    /// <summary>The type, then what it derives from, without object.</summary>
    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        var depth = 0;
        for (var t = type; t is { SpecialType: not SpecialType.System_Object } && depth < MaxBases; t = t.BaseType, depth++)
        {
            yield return t;
        }
    }

    /// <summary>Instance properties and fields, also inherited ones, each with its type.</summary>
    private static IEnumerable<(ISymbol Symbol, ITypeSymbol Type)> Members(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
        {
            foreach (var element in type.TupleElements)
            {
                yield return (element, element.Type);
            }

            yield break;
        }

        foreach (var t in Bases(type))
        {
            foreach (var member in t.GetMembers())
            {
                switch (member)
                {
                    case IPropertySymbol { IsStatic: false, IsIndexer: false, Name: not "EqualityContract" } property:
                        yield return (property, property.Type);
                        break;
                    case IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field:
                        yield return (field, field.Type);
                        break;
                }
            }
        }
    }
}
