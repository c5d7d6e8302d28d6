using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Databases;

/// <summary>The library that keeps an object.</summary>
internal enum StoreKind
{
    /// <summary>Entity Framework, on whatever database.</summary>
    EntityFramework,

    /// <summary>SQLite by connection and SQL, with or without Dapper.</summary>
    Sqlite,

    /// <summary>sqlite-net, the library for mobile apps.</summary>
    SqliteNet,
    LiteDb,
    Realm,
    MongoDb,
}

/// <summary>A type whose objects are kept.</summary>
/// <param name="Type">The definition.</param>
/// <param name="Kind">What keeps them.</param>
/// <param name="Place">Where the type becomes part of the store in this compilation.</param>
/// <param name="Holder">Name of the context or store, for a message.</param>
/// <param name="Owner">The stored type that leads here by a navigation; null for one that is named itself.</param>
internal sealed record StoredType(INamedTypeSymbol Type, StoreKind Kind, Location Place, string Holder, INamedTypeSymbol? Owner = null);

/// <summary>A column, or a field of a document.</summary>
internal sealed record StoredColumn(StoredType In, IPropertySymbol Property, string Name);

/// <summary>Personal data that a store keeps, for a message.</summary>
internal sealed record KeptData(string Name, DataClassification Data, bool IsOwn);
