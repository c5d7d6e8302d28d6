using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>A call that reads or changes records of one type in a store.</summary>
/// <param name="Call">The call.</param>
/// <param name="Type">The type of the record.</param>
/// <param name="Data">The worst personal datum in it.</param>
/// <param name="Adds">It makes a new record, so that there is none to ask an owner for.</param>
/// <param name="Changes">It changes or removes records.</param>
internal sealed record RecordCall(IInvocationOperation Call, INamedTypeSymbol Type, DataClassification Data, bool Adds, bool Changes);

/// <summary>
/// Which calls reach records about people: Entity Framework and other queries, Dapper, MongoDB, document sessions, and whatever
/// is called a repository or a store.
/// </summary>
internal sealed class RecordCalls(PersonalDataModel model)
{
    private static readonly ImmutableHashSet<string> Queries = ImmutableHashSet.Create(
        "Where", "First", "FirstAsync", "FirstOrDefault", "FirstOrDefaultAsync", "Single", "SingleAsync", "SingleOrDefault", "SingleOrDefaultAsync", "Last", "LastAsync", "LastOrDefault", "LastOrDefaultAsync");

    private static readonly string[] Stores = ["Repository", "Repo", "Store", "Dao", "DataAccess", "DbContext", "UnitOfWork", "UserManager", "Persister"];

    private static readonly ImmutableHashSet<string> KnownStores = ImmutableHashSet.Create(
        "DbSet", "IDbSet", "DbContext", "IMongoCollection", "IDbConnection", "DbConnection", "IDocumentSession", "IAsyncDocumentSession", "IQuerySession", "Container", "LiteCollection", "ILiteCollection",
        "SqlMapper", "ObjectSet", "TableClient");

    private static readonly string[] New = ["Add", "Insert", "Create"];

    private static readonly string[] Writes = ["Update", "Remove", "Delete", "Attach", "Save", "Replace", "Upsert", "Set", "Execute", "Change", "Patch", "Entry"];

    private static readonly string[] NoRecord = ["Count", "LongCount", "Any", "Exists", "Exist", "Is", "Has", "Contains", "SaveChanges", "Begin", "Commit", "Dispose", "Generate", "Check", "AsNoTracking", "Include"];

    private readonly Dictionary<ITypeSymbol, DataClassification?> _records = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, bool> _stores = new(SymbolEqualityComparer.Default);

    /// <summary>The personal data that a record of the type itself has; null for a type that is about nobody.</summary>
    public DataClassification? Record(ITypeSymbol? type)
    {
        if (type is null || ValueKindsOf.Unwrap(type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } named || WebSymbols.IsFramework(named))
        {
            return null;
        }

        if (!_records.TryGetValue(named, out var known))
        {
            _records[named] = known = Compute(named);
        }

        return known;
    }

    /// <summary>What a call of a store is about; null for any other call.</summary>
    public RecordCall? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { } owner)
        {
            return null;
        }

        if (owner.Name.EndsWith("Queryable", StringComparison.Ordinal) || owner.Name.EndsWith("QueryableExtensions", StringComparison.Ordinal))
        {
            return Queries.Contains(method.Name) && method.TypeArguments.Length > 0 ? Make(call, method.TypeArguments[0]) : null;
        }

        var receiver = call.Receiver()?.Unconverted().Type;
        if (!IsStore(receiver) && !IsStore(owner) || Starts(method.Name, NoRecord))
        {
            return null;
        }

        var types = method.TypeArguments.Cast<ITypeSymbol>().Append(method.ReturnType).Concat(owner.TypeArguments)
            .Concat((receiver as INamedTypeSymbol)?.TypeArguments ?? ImmutableArray<ITypeSymbol>.Empty)
            .Concat(call.Arguments.Select(a => a.Value.Unwrap().Type).OfType<ITypeSymbol>());
        foreach (var type in types)
        {
            if (Make(call, type) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>True for something that keeps records: a set of Entity Framework, a collection, a repository.</summary>
    public bool IsStore(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named || named.SpecialType != SpecialType.None)
        {
            return false;
        }

        if (!_stores.TryGetValue(named, out var known))
        {
            _stores[named] = known = ComputeStore(named);
        }

        return known;
    }

    private static bool ComputeStore(INamedTypeSymbol type)
    {
        for (var t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            if (KnownStores.Contains(t.Name) || Stores.Any(s => t.Name.EndsWith(s, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(i => i.Name is "IDbConnection" or "IMongoCollection" || Stores.Any(s => i.Name.EndsWith(s, StringComparison.Ordinal)));
    }

    private RecordCall? Make(IInvocationOperation call, ITypeSymbol type) =>
        Record(type) is { } data && ValueKindsOf.Unwrap(type) is INamedTypeSymbol named
            ? new(call, named, data, Starts(call.TargetMethod.Name, New), Starts(call.TargetMethod.Name, Writes))
            : null;

    private DataClassification? Compute(INamedTypeSymbol type)
    {
        DataClassification? worst = null;
        foreach (var property in Properties(type))
        {
            Take(model.Classify(property));
            if (ValueKindsOf.Unwrap(property.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } part || WebSymbols.IsFramework(part))
            {
                continue;
            }

            // A part without an id of its own, such as a name or an address, belongs to the record. Of notes and measurements
            // only what is about health does; and another person who is referred to is another record.
            var found = Properties(part).Select(p => model.Classify(p)).ToArray();
            var isPart = !HasId(part);
            if (isPart || !found.Any(f => f is { Confidence: Confidence.High, Tier: DataTier.DirectIdentifier }))
            {
                foreach (var inner in found.Where(f => isPart || f?.Tier == DataTier.Sensitive))
                {
                    Take(inner);
                }
            }
        }

        // A list of medicines or of clinics has such words too, and is about nobody.
        return model.IsAboutPerson(type) ? worst : null;

        void Take(DataClassification? found)
        {
            if (found is { Confidence: Confidence.High, Pseudonymised: false, Tier: DataTier.DirectIdentifier or DataTier.Sensitive } && (worst is null || DataClassification.Harm.Compare(found, worst) > 0))
            {
                worst = found;
            }
        }
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        for (var t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            foreach (var property in t.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public }))
            {
                yield return property;
            }
        }
    }

    private static bool HasId(INamedTypeSymbol type) => Properties(type).Any(p => string.Equals(p.Name, "Id", StringComparison.OrdinalIgnoreCase) || p.Name == type.Name + "Id");

    private static bool Starts(string name, string[] starts) => Array.Exists(starts, s => name.StartsWith(s, StringComparison.Ordinal) && (name.Length == s.Length || !char.IsLower(name[s.Length])));
}
