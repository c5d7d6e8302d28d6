using System.Collections.Concurrent;
using System.Globalization;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>Whole objects: what leaves when a patient is serialised, logged or stored as one thing.</summary>
internal sealed partial class PersonalDataModel
{
    // Levels below the object, and types in all. Serialisers go deeper; nobody reads a finding that does.
    private const int MaxDepth = 5;
    private const int MaxTypes = 64;

    // By view.
    private static readonly ObjectView[] Views = (ObjectView[])Enum.GetValues(typeof(ObjectView));

    private readonly ConcurrentDictionary<ITypeSymbol, DataClassification?>[] _objects =
        [.. Views.Select(_ => new ConcurrentDictionary<ITypeSymbol, DataClassification?>(SymbolEqualityComparer.Default))];
    private readonly ConcurrentDictionary<INamedTypeSymbol, OwnData>[] _ownData =
        [.. Views.Select(_ => new ConcurrentDictionary<INamedTypeSymbol, OwnData>(SymbolEqualityComparer.Default))];

    /// <summary>
    /// The worst datum in an object of this type, or in the elements of a collection, however deep; null when there is none.
    /// The name is the type's, the reason counts the members and names the worst.
    /// </summary>
    /// <param name="type">Type of the object or collection.</param>
    /// <param name="view">Who looks at it: members that tell a serialiser or logger to leave them out are not seen by that one, at any depth.</param>
    public DataClassification? ClassifyObject(ITypeSymbol type, ObjectView view = ObjectView.All)
    {
        type = ValueKindsOf.Unwrap(type);
        var objects = _objects[(int)view];
        return objects.TryGetValue(type, out var known) ? known : objects.GetOrAdd(type, ComputeObject(type, view));
    }

    /// <summary>
    /// Every datum that <see cref="ClassifyObject"/> weighs, with the member that holds it, or the type where a list says
    /// what it is. Computed each time.
    /// </summary>
    /// <param name="type">Type of the object or collection.</param>
    /// <param name="view">Who looks at it.</param>
    /// <param name="subtypes">Also what the subtypes hold that a serialiser writes in the place of a base type.</param>
    public IEnumerable<(ISymbol Member, DataClassification Data)> DataIn(ITypeSymbol type, ObjectView view = ObjectView.All, bool subtypes = false)
    {
        type = ValueKindsOf.Unwrap(type);
        var whole = ClassifyObject(type, view);
        if (type is not INamedTypeSymbol named || (whole is null && !(subtypes && HoldsMembers(named))))
        {
            yield break;
        }

        if (_vocabulary.Known.Of(type) is not null and not "person")
        {
            if (whole is not null)
            {
                yield return (type, whole);
            }

            yield break;
        }

        foreach (var (holder, own) in TypesIn(named, view, subtypes))
        {
            if (own.Count == 0)
            {
                continue;
            }

            foreach (var (member, _) in Members(holder))
            {
                if (IsSeen(member, holder, view) && Classify(member) is { Category: not DataCategory.ServiceSecret } found)
                {
                    yield return (member, found);
                }
            }
        }
    }

    private DataClassification? ComputeObject(ITypeSymbol type, ObjectView view)
    {
        if (type is not INamedTypeSymbol named || !HoldsMembers(named))
        {
            return null;
        }

        if (_vocabulary.Known.Of(type) is { } meaning)
        {
            if (meaning == "none")
            {
                return null;
            }

            if (DataCategory.All.TryGetValue(meaning, out var category))
            {
                return new DataClassification(
                    category.Id, category.Tier, Confidence.High, type.Name, MessageArg.Text(category.TextKey), MessageArg.Text(Texts.ReasonType, type.Name));
            }
        }

        DataClassification? worst = null;
        var count = 0;
        foreach (var (_, own) in TypesIn(named, view))
        {
            count += own.Count;
            worst = own.Worst is not null && (worst is null || IsWorse(own.Worst, worst)) ? own.Worst : worst;
        }

        return worst is null
            ? null
            : worst with
            {
                Name = type.Name,
                Reason = MessageArg.Text(Texts.ReasonObject, type.Name, count.ToString(CultureInfo.InvariantCulture), worst.Name),
            };
    }

    /// <summary>The type and those of its members, level by level.</summary>
    private IEnumerable<(INamedTypeSymbol Type, OwnData Own)> TypesIn(INamedTypeSymbol root, ObjectView view, bool subtypes = false)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default) { root };
        var level = new List<INamedTypeSymbol> { root };
        for (var depth = 0; depth < MaxDepth && level.Count > 0; depth++)
        {
            var next = new List<INamedTypeSymbol>();

            // A subtype stands in the place of its base: it is no level deeper.
            for (var i = 0; subtypes && i < level.Count; i++)
            {
                foreach (var subtype in SerialisedObject.Subtypes(level[i]))
                {
                    if (seen.Count < MaxTypes && seen.Add(subtype))
                    {
                        level.Add(subtype);
                    }
                }
            }

            foreach (var t in level)
            {
                var own = _ownData[(int)view].TryGetValue(t, out var data) ? data : _ownData[(int)view].GetOrAdd(t, ComputeOwnData(t, view));
                yield return (t, own);
                foreach (var inner in own.Inner)
                {
                    if (seen.Count < MaxTypes && seen.Add(inner))
                    {
                        next.Add(inner);
                    }
                }
            }

            level = next;
        }
    }

    private OwnData ComputeOwnData(INamedTypeSymbol type, ObjectView view)
    {
        DataClassification? worst = null;
        var count = 0;
        var inner = new List<INamedTypeSymbol>();
        foreach (var (member, memberType) in Members(type))
        {
            if (!IsSeen(member, type, view))
            {
                continue;
            }

            if (Classify(member) is { Category: not DataCategory.ServiceSecret } found)
            {
                count++;
                worst = worst is null || IsWorse(found, worst) ? found : worst;
            }

            if (ValueKindsOf.Unwrap(memberType) is INamedTypeSymbol named && HoldsMembers(named) && _vocabulary.Known.Of(named) is null or "person")
            {
                inner.Add(named);
            }
        }

        return new OwnData(worst, count, inner);
    }

    /// <summary>What of the type that one sees: a private field is behind a property or stays inside.</summary>
    private static bool IsSeen(ISymbol member, INamedTypeSymbol type, ObjectView view) =>
        (type.IsTupleType || member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected))
        && (view == ObjectView.All || !SerialisedObject.IsIgnored(member, view));

    private static bool HoldsMembers(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
        && type.SpecialType == SpecialType.None
        && (type.IsTupleType || type.IsAnonymousType || !IsSystem(type));

    private static bool IsSystem(INamedTypeSymbol type)
    {
        INamespaceSymbol? outermost = null;
        for (var ns = type.ContainingNamespace; ns is { IsGlobalNamespace: false }; ns = ns.ContainingNamespace)
        {
            outermost = ns;
        }

        return outermost is { Name: "System" };
    }

    // Sure before unsure, plain before pseudonymised, then the worse tier; the first one wins a tie.
    private static bool IsWorse(DataClassification a, DataClassification b) =>
        a.Confidence != b.Confidence ? a.Confidence > b.Confidence
        : a.Pseudonymised != b.Pseudonymised ? b.Pseudonymised
        : a.Tier > b.Tier;

    /// <summary>What the members of one type hold by themselves, and the types to look into.</summary>
    private sealed record OwnData(DataClassification? Worst, int Count, IReadOnlyList<INamedTypeSymbol> Inner);
}
