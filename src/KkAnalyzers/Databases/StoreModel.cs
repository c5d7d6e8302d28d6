using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Databases;

/// <summary>
/// The types whose objects this compilation keeps, made at its end: from the contexts and their sets, the model builders, the
/// configuration classes, the attributes of the libraries, the calls that name a type, and what all these refer to.
/// </summary>
internal sealed class StoreModel
{
    // Types in one model. What comes after is counted as not followed.
    private const int MaxTypes = 4000;

    // Types above a type.
    private const int MaxBases = 16;

    private readonly DatabaseCode _code;
    private readonly Compilation _compilation;
    private readonly Dictionary<(INamedTypeSymbol Type, StoreKind Kind), StoredType> _types = new(new KeyComparer());
    private readonly Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> _owners = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _foreignContexts = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _converted = new(SymbolEqualityComparer.Default);

    public StoreModel(Compilation compilation, DatabaseCode code, CancellationToken cancellation)
    {
        _compilation = compilation;
        _code = code;
        foreach (var conversion in code.Conversions)
        {
            if (conversion.Property is { } property)
            {
                _converted.Add(property.OriginalDefinition);
            }
        }

        var work = new Queue<StoredType>();
        void Add(StoredType stored)
        {
            if (!_types.ContainsKey((stored.Type, stored.Kind)) && !code.LeftOut.ContainsKey(stored.Type) && CanBeStored(stored.Type) && !HasAttribute(stored.Type, "NotMappedAttribute", "KeylessAttribute"))
            {
                if (_types.Count >= MaxTypes)
                {
                    IsCut = true;
                    return;
                }

                _types.Add((stored.Type, stored.Kind), stored);
                work.Enqueue(stored);
            }
        }

        foreach (var type in SourceTypes.Of(compilation))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var root in Roots(type))
            {
                Add(root);
            }
        }

        foreach (var (type, kind, place) in code.Entities.OrderBy(e => e.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(e => e.Place.SourceSpan.Start))
        {
            Add(new StoredType(type.OriginalDefinition, kind, place, Holder(kind)));
        }

        while (work.Count > 0)
        {
            var stored = work.Dequeue();
            if (stored.Kind is StoreKind.SqliteNet or StoreKind.Sqlite or StoreKind.Realm)
            {
                continue; // flat, or each type says by itself that it is stored
            }

            foreach (var property in Properties(stored.Type))
            {
                if (IsMapped(property, stored.Kind) && !IsColumn(property.Type) && !_converted.Contains(property.OriginalDefinition)
                    && ValueKindsOf.Unwrap(property.Type) is INamedTypeSymbol { TypeKind: TypeKind.Class } to && CanBeStored(to))
                {
                    to = to.OriginalDefinition;
                    if (!_owners.TryGetValue(to, out var owners))
                    {
                        _owners[to] = owners = [];
                    }

                    owners.Add(stored.Type);
                    Add(stored with { Type = to, Owner = stored.Type });
                }
            }
        }

        _foreignContexts.UnionWith(code.Contexts.Keys.Where(c => !IsHere(c)));
        Types = [.. _types.Values.OrderBy(t => t.Type.ToDisplayString(), StringComparer.Ordinal).ThenBy(t => t.Kind)];
    }

    /// <summary>True when the model was larger than what is looked at.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Contexts that are written here.</summary>
    public List<INamedTypeSymbol> Contexts { get; } = [];

    /// <summary>The stored types, by name.</summary>
    public StoredType[] Types { get; }

    /// <summary>What contexts of other projects keep that this project registers.</summary>
    public IEnumerable<StoredType> ForeignTypes() =>
        _foreignContexts.SelectMany(c => Sets(c).Select(s => new StoredType(s.Type, StoreKind.EntityFramework, Location.None, c.Name)));

    /// <summary>The stored types that refer to this one.</summary>
    public IReadOnlyList<INamedTypeSymbol> Owners(INamedTypeSymbol type) => _owners.TryGetValue(type, out var owners) ? owners : [];

    /// <summary>True for a class that derives from a context of Entity Framework.</summary>
    public static bool IsContext(INamedTypeSymbol? type) => type is not null && BaseOf(type) == "DbContext";

    /// <summary>True when a record of the first type has a list of the second: they go with it.</summary>
    public bool HoldsMany(INamedTypeSymbol owner, INamedTypeSymbol type) =>
        Properties(owner).Any(p => !SymbolEqualityComparer.Default.Equals(ValueKindsOf.Unwrap(p.Type), p.Type)
            && SymbolEqualityComparer.Default.Equals(ValueKindsOf.Unwrap(p.Type).OriginalDefinition, type));

    /// <summary>The columns of a stored type, inherited ones too.</summary>
    public IEnumerable<StoredColumn> Columns(StoredType stored) =>
        Properties(stored.Type)
            .Where(p => IsMapped(p, stored.Kind) && (IsColumn(p.Type) || _converted.Contains(p.OriginalDefinition)))
            .Select(p => new StoredColumn(stored, p, ColumnName(p)));

    public bool IsHere(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    /// <summary>Where a finding about this symbol can be shown: its own name, or the place that brings the type in.</summary>
    public Location Place(ISymbol symbol, StoredType stored) =>
        symbol.Locations.FirstOrDefault(l => l.SourceTree is { } tree && _compilation.ContainsSyntaxTree(tree)) ?? stored.Place;

    private static string Holder(StoreKind kind) => kind switch
    {
        StoreKind.SqliteNet => "sqlite-net",
        StoreKind.LiteDb => "LiteDB",
        StoreKind.MongoDb => "MongoDB",
        StoreKind.Realm => "Realm",
        StoreKind.Sqlite => "SQLite",
        _ => "Entity Framework",
    };

    private IEnumerable<StoredType> Roots(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsStatic)
        {
            yield break;
        }

        switch (BaseOf(type))
        {
            case "DbContext":
                Contexts.Add(type);
                foreach (var (entity, place) in Sets(type))
                {
                    yield return new StoredType(entity, StoreKind.EntityFramework, place, type.Name);
                }

                break;
            case "RealmObject" or "EmbeddedObject" or "AsymmetricObject":
                yield return new StoredType(type, StoreKind.Realm, type.Locations[0], Holder(StoreKind.Realm));
                break;
            case "ModelSnapshot":
                foreach (var attribute in type.GetAttributes().Where(a => a.AttributeClass?.Name == "DbContextAttribute"))
                {
                    if (attribute.ConstructorArguments.FirstOrDefault().Value is INamedTypeSymbol context && !IsHere(context))
                    {
                        _foreignContexts.Add(context);
                    }
                }

                break;
            case "EntityTypeConfiguration" when type.BaseType?.TypeArguments.FirstOrDefault() is INamedTypeSymbol configured:
                yield return new StoredType(configured.OriginalDefinition, StoreKind.EntityFramework, type.Locations[0], Holder(StoreKind.EntityFramework));
                break;
        }

        foreach (var contract in type.Interfaces)
        {
            if (contract.Name == "IEntityTypeConfiguration" && contract.TypeArguments.FirstOrDefault() is INamedTypeSymbol entity)
            {
                yield return new StoredType(entity.OriginalDefinition, StoreKind.EntityFramework, type.Locations[0], Holder(StoreKind.EntityFramework));
            }
            else if (contract is { Name: "IRealmObject" or "IEmbeddedObject", ContainingNamespace.Name: "Realms" })
            {
                yield return new StoredType(type, StoreKind.Realm, type.Locations[0], Holder(StoreKind.Realm));
            }
        }

        if (ByAttribute(type) is { } kind)
        {
            yield return new StoredType(type, kind, type.Locations[0], Holder(kind));
        }
    }

    /// <summary>Name of the first base class that a library of databases brings.</summary>
    private static string? BaseOf(INamedTypeSymbol type)
    {
        var t = type.BaseType;
        for (var i = 0; t is { SpecialType: SpecialType.None } && i < MaxBases; t = t.BaseType, i++)
        {
            switch (t.Name)
            {
                case "DbContext" when t.ContainingNamespace is { Name: "EntityFrameworkCore" or "Entity" }:
                case "ModelSnapshot" when t.ContainingNamespace is { Name: "Infrastructure" }:
                case "RealmObject" or "EmbeddedObject" or "AsymmetricObject" when t.ContainingNamespace is { Name: "Realms" }:
                case "EntityTypeConfiguration" when t.ContainingNamespace is { Name: "ModelConfiguration" }:
                    return t.Name;
            }
        }

        return null;
    }

    /// <summary>The library whose attributes stand on the type or its members.</summary>
    private static StoreKind? ByAttribute(INamedTypeSymbol type)
    {
        foreach (var symbol in type.GetMembers().Where(m => m is IPropertySymbol).Prepend(type))
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                switch (attribute.AttributeClass)
                {
                    case { Name: "TableAttribute" or "PrimaryKeyAttribute" or "AutoIncrementAttribute", ContainingNamespace: { Name: "SQLite", ContainingNamespace.IsGlobalNamespace: true } }:
                        return StoreKind.SqliteNet;
                    case { Name: "BsonIdAttribute", ContainingNamespace: { Name: "LiteDB" } }:
                        return StoreKind.LiteDb;
                    case { Name: "BsonIdAttribute", ContainingNamespace: { Name: "Attributes", ContainingNamespace.ContainingNamespace.ContainingNamespace.Name: "MongoDB" } }:
                        return StoreKind.MongoDb;
                }
            }
        }

        return null;
    }

    /// <summary>The types of the sets of a context, inherited ones too: those of an IdentityDbContext are its users and roles.</summary>
    private IEnumerable<(INamedTypeSymbol Type, Location Place)> Sets(INamedTypeSymbol context)
    {
        var t = context;
        for (var i = 0; t is { SpecialType: SpecialType.None } && i < MaxBases; t = t.BaseType, i++)
        {
            foreach (var property in t.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, Type: INamedTypeSymbol { Name: "DbSet" or "IDbSet" } set } && set.TypeArguments.FirstOrDefault() is INamedTypeSymbol entity)
                {
                    var place = property.Locations.FirstOrDefault(l => l.SourceTree is { } tree && _compilation.ContainsSyntaxTree(tree)) ?? context.Locations[0];
                    yield return (entity.OriginalDefinition, place);
                }
            }
        }
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var t = type;
        for (var i = 0; t is { SpecialType: SpecialType.None } && i < MaxBases; t = t.BaseType, i++)
        {
            foreach (var member in t.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null, DeclaredAccessibility: Accessibility.Public } property && seen.Add(property.Name))
                {
                    yield return property;
                }
            }
        }
    }

    private bool IsMapped(IPropertySymbol property, StoreKind kind) =>
        (property.SetMethod is not null || _converted.Contains(property.OriginalDefinition) || _code.ColumnNames.ContainsKey(property.OriginalDefinition) || kind == StoreKind.MongoDb)
        && !_code.LeftOut.ContainsKey(property.OriginalDefinition)
        && !HasAttribute(property, "NotMappedAttribute", "IgnoreAttribute", "IgnoredAttribute", "BsonIgnoreAttribute");

    /// <summary>A value, or a list of values; a class is another record.</summary>
    private static bool IsColumn(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return IsColumn(array.ElementType);
            case { SpecialType: SpecialType.System_Object }:
                return false;
            case { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface }:
                var inner = ValueKindsOf.Unwrap(type);
                return !SymbolEqualityComparer.Default.Equals(inner, type) ? IsColumn(inner) : IsSystem(type);
            default:
                return type.TypeKind is TypeKind.Struct or TypeKind.Enum or TypeKind.Class;
        }
    }

    private static bool CanBeStored(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsStatic: false } && !IsSystem(type);

    private static bool IsSystem(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" };
    }

    private static bool HasAttribute(ISymbol symbol, params string[] names) =>
        symbol.GetAttributes().Any(a => a.AttributeClass is { } type && Array.IndexOf(names, type.Name) >= 0);

    private string ColumnName(IPropertySymbol property)
    {
        if (_code.ColumnNames.TryGetValue(property.OriginalDefinition, out var name))
        {
            return name;
        }

        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "ColumnAttribute" or "BsonElementAttribute" or "BsonFieldAttribute" or "MapToAttribute"
                && (attribute.ConstructorArguments.FirstOrDefault().Value ?? attribute.NamedArguments.FirstOrDefault(n => n.Key == "Name").Value.Value) is string given)
            {
                return given;
            }
        }

        return property.Name;
    }

    private sealed class KeyComparer : IEqualityComparer<(INamedTypeSymbol Type, StoreKind Kind)>
    {
        public bool Equals((INamedTypeSymbol Type, StoreKind Kind) x, (INamedTypeSymbol Type, StoreKind Kind) y) =>
            x.Kind == y.Kind && SymbolEqualityComparer.Default.Equals(x.Type, y.Type);

        public int GetHashCode((INamedTypeSymbol Type, StoreKind Kind) key) => SymbolEqualityComparer.Default.GetHashCode(key.Type) ^ (int)key.Kind;
    }
}
