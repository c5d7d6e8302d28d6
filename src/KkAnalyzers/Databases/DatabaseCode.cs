using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Databases;

/// <summary>A conversion of a column.</summary>
/// <param name="Property">The property; null when it is chosen at run time, in a loop over the model.</param>
/// <param name="Of">For a convention: the type of the properties that it converts.</param>
/// <param name="Types">Type arguments.</param>
/// <param name="Call">The call.</param>
internal sealed record Conversion(IPropertySymbol? Property, ITypeSymbol? Of, ImmutableArray<ITypeSymbol> Types, SyntaxNode Call);

/// <summary>A place that opens a store.</summary>
/// <param name="Kind">What is opened.</param>
/// <param name="Name">As a reader knows it: UseSqlite, new LiteDatabase.</param>
/// <param name="Operation">The call or creation.</param>
/// <param name="Location">What a finding marks.</param>
/// <param name="In">The type that the code stands in.</param>
internal sealed record Opening(StoreKind Kind, string Name, IOperation Operation, Location Location, INamedTypeSymbol? In);

/// <summary>
/// What calls and creations say about databases, gathered while the compiler runs and read at its end. The name of a member is
/// asked before anything else: nearly all calls of a program are called otherwise.
/// </summary>
internal sealed class DatabaseCode(ImmutableArray<string> deletingMethods)
{
    private volatile bool _writes;

    private enum Kind
    {
        Entity,
        Ignore,
        Column,
        Convert,
        ConvertAll,
        Encrypted,
        View,
        Collection,
        Table,
        RealmAll,
        Sqlite,
        RealmOpen,
        Context,
        IdentityUi,
        Expires,
        Query,
        Save,
        CreateUser,
    }

    private static readonly Dictionary<string, Kind> Calls = new(StringComparer.Ordinal)
    {
        ["Entity"] = Kind.Entity,
        ["Owned"] = Kind.Entity,
        ["Ignore"] = Kind.Ignore,
        ["HasColumnName"] = Kind.Column,
        ["HasConversion"] = Kind.Convert,
        ["SetValueConverter"] = Kind.Convert,
        ["HaveConversion"] = Kind.ConvertAll,
        ["IsEncrypted"] = Kind.Encrypted,
        ["ToView"] = Kind.View,
        ["ToSqlQuery"] = Kind.View,
        ["ToFunction"] = Kind.View,
        ["HasNoKey"] = Kind.View,
        ["GetCollection"] = Kind.Collection,
        ["CreateTable"] = Kind.Table,
        ["CreateTableAsync"] = Kind.Table,
        ["Table"] = Kind.Table,
        ["All"] = Kind.RealmAll,
        ["UseSqlite"] = Kind.Sqlite,
        ["GetInstance"] = Kind.RealmOpen,
        ["GetInstanceAsync"] = Kind.RealmOpen,
        ["AddDbContext"] = Kind.Context,
        ["AddDbContextPool"] = Kind.Context,
        ["AddDbContextFactory"] = Kind.Context,
        ["AddPooledDbContextFactory"] = Kind.Context,
        ["AddDefaultIdentity"] = Kind.IdentityUi,
        ["AddDefaultUI"] = Kind.IdentityUi,
        ["HasDefaultTimeToLive"] = Kind.Expires,
        ["SaveChanges"] = Kind.Save,
        ["SaveChangesAsync"] = Kind.Save,
        ["CreateAsync"] = Kind.CreateUser,
        ["Query"] = Kind.Query,
        ["QueryAsync"] = Kind.Query,
        ["QueryFirst"] = Kind.Query,
        ["QueryFirstAsync"] = Kind.Query,
        ["QueryFirstOrDefault"] = Kind.Query,
        ["QueryFirstOrDefaultAsync"] = Kind.Query,
        ["QuerySingle"] = Kind.Query,
        ["QuerySingleAsync"] = Kind.Query,
        ["QuerySingleOrDefault"] = Kind.Query,
        ["QuerySingleOrDefaultAsync"] = Kind.Query,
    };

    private static readonly ImmutableHashSet<string> Opened = ImmutableHashSet.Create(
        "SqliteConnection", "SQLiteConnection", "SQLiteAsyncConnection", "SQLiteConnectionWithLock", "LiteDatabase", "LiteDatabaseAsync", "LiteRepository", "SqliteConnectionStringBuilder");

    public ConcurrentQueue<(INamedTypeSymbol Type, StoreKind Kind, Location Place)> Entities { get; } = new();

    public ConcurrentQueue<Conversion> Conversions { get; } = new();

    public ConcurrentQueue<Opening> Openings { get; } = new();

    /// <summary>Properties and types that the model leaves out, and types that are queries and no tables.</summary>
    public ConcurrentDictionary<ISymbol, bool> LeftOut { get; } = new(SymbolEqualityComparer.Default);

    public ConcurrentDictionary<ISymbol, bool> Encrypted { get; } = new(SymbolEqualityComparer.Default);

    public ConcurrentDictionary<ISymbol, string> ColumnNames { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Contexts that the application registers.</summary>
    public ConcurrentDictionary<INamedTypeSymbol, bool> Contexts { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// True when code here, other than the contexts themselves, writes records. Where none does, the project is a description
    /// of the data, and what other projects do with them cannot be seen.
    /// </summary>
    public bool Writes => _writes;

    public Deletions Deletions { get; } = new(deletingMethods);

    public void Call(IInvocationOperation call, ISymbol containing)
    {
        var method = call.TargetMethod;
        if (!Calls.TryGetValue(method.Name, out var kind))
        {
            Deletions.Call(call);
            return;
        }

        var owner = method.ContainingType;
        switch (kind)
        {
            case Kind.Entity when owner.Name is "ModelBuilder" or "DbModelBuilder" && FluentConfiguration.TypeOf(call) is { } entity:
                Entities.Enqueue((entity, StoreKind.EntityFramework, call.NameLocation()));
                break;
            case Kind.Ignore when owner.Name.EndsWith("Builder", StringComparison.Ordinal) || owner.Name.EndsWith("Configuration", StringComparison.Ordinal):
                if ((method.IsGenericMethod ? FluentConfiguration.TypeOf(call) : null) is { } ignored && owner.Name.Contains("ModelBuilder"))
                {
                    LeftOut[ignored.OriginalDefinition] = true;
                }
                else if (FluentConfiguration.Named(call, call.Receiver()) is { } property)
                {
                    LeftOut[property.OriginalDefinition] = true;
                }

                break;
            case Kind.Column when FluentConfiguration.Property(call) is { } property && call.Arguments.Select(a => a.Value.Constant()).FirstOrDefault(v => v is not null) is { } column:
                ColumnNames[property.OriginalDefinition] = column;
                break;
            case Kind.Convert:
                Conversions.Enqueue(new Conversion(FluentConfiguration.Property(call), null, method.TypeArguments, call.Syntax));
                break;
            case Kind.ConvertAll when call.Receiver()?.Unwrap() is IInvocationOperation { TargetMethod: { Name: "Properties", TypeArguments: { Length: 1 } of } }:
                Conversions.Enqueue(new Conversion(null, of[0], method.TypeArguments, call.Syntax));
                break;
            case Kind.Encrypted when FluentConfiguration.Property(call) is { } property:
                Encrypted[property.OriginalDefinition] = true;
                break;
            case Kind.View when FluentConfiguration.Entity(call.Receiver()) is { } view:
                LeftOut[view.OriginalDefinition] = true;
                break;
            case Kind.Collection when Argument(method) is { } document && Library(owner) is StoreKind.LiteDb or StoreKind.MongoDb:
                Entities.Enqueue((document, Library(owner)!.Value, call.NameLocation()));
                break;
            case Kind.Table when Argument(method) is { } row && Library(owner) == StoreKind.SqliteNet:
                Entities.Enqueue((row, StoreKind.SqliteNet, call.NameLocation()));
                break;
            case Kind.RealmAll when Argument(method) is { } row && Library(owner) == StoreKind.Realm:
                Entities.Enqueue((row, StoreKind.Realm, call.NameLocation()));
                break;
            case Kind.Query when owner.Name == "SqlMapper" && Argument(method) is { } read:
                Entities.Enqueue((read, StoreKind.Sqlite, call.NameLocation()));
                break;
            case Kind.Sqlite when owner.Name == "SqliteDbContextOptionsBuilderExtensions":
                Openings.Enqueue(new Opening(StoreKind.EntityFramework, method.Name, call, call.NameLocation(), containing.ContainingType));
                break;
            case Kind.RealmOpen when owner.Name == "Realm" && Library(owner) == StoreKind.Realm:
                Openings.Enqueue(new Opening(StoreKind.Realm, "Realm." + method.Name, call, call.NameLocation(), containing.ContainingType));
                break;
            case Kind.Context when method.TypeArguments.Length > 0 && method.TypeArguments[method.TypeArguments.Length - 1] is INamedTypeSymbol context:
                Contexts[context] = true;
                break;
            case Kind.Save when !StoreModel.IsContext(containing.ContainingType):
            case Kind.CreateUser when owner.Name == "UserManager":
                _writes = true;
                break;
            case Kind.IdentityUi:
                Deletions.IdentityUi();
                break;
            case Kind.Expires when FluentConfiguration.Entity(call.Receiver()) is { } expiring:
                Deletions.Add(expiring);
                break;
        }
    }

    public void Creation(IObjectCreationOperation creation, ISymbol containing)
    {
        if (creation.Type is INamedTypeSymbol type && Opened.Contains(type.Name) && Library(type) is { } kind)
        {
            var place = creation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ObjectCreationExpressionSyntax { Type: { } name } ? name : creation.Syntax;
            Openings.Enqueue(new Opening(kind, "new " + type.Name, creation, place.GetLocation(), containing.ContainingType));
        }
    }

    private static INamedTypeSymbol? Argument(IMethodSymbol method) => method.TypeArguments.FirstOrDefault() as INamedTypeSymbol;

    /// <summary>The library that a type belongs to, by its namespace.</summary>
    private static StoreKind? Library(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false } && space.Name is not ("Sqlite" or "SQLite"))
        {
            space = space.ContainingNamespace;
        }

        return space?.Name switch
        {
            "SQLite" when space.ContainingNamespace is { IsGlobalNamespace: true } => StoreKind.SqliteNet,
            "Sqlite" or "SQLite" => StoreKind.Sqlite,
            "LiteDB" => StoreKind.LiteDb,
            "Realms" => StoreKind.Realm,
            "MongoDB" => StoreKind.MongoDb,
            _ => null,
        };
    }
}
