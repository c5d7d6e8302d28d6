using KkAnalyzers.Endpoints;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Databases;

/// <summary>The places that open a database on this machine, and whether they give it a key.</summary>
internal sealed class LocalDatabases
{
    private readonly List<(Opening Opening, KeyState State)> _openings = [];

    public LocalDatabases(DatabaseCode code, ValueSources sources, SettingsFiles settings, SourceMarks marks)
    {
        var reader = new ConnectionReader(sources, settings);

        // A connection that Entity Framework gets holds its entities.
        var ofEntities = new HashSet<SyntaxNode>();
        var all = code.Openings
            .Where(o => !MadeUpData.In(o.In) && !IsForTools(o.In))
            .OrderBy(o => o.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(o => o.Location.SourceSpan.Start)
            .ToArray();
        foreach (var opening in all.Where(o => o.Operation is IInvocationOperation))
        {
            var call = (IInvocationOperation)opening.Operation;
            if (opening.Kind == StoreKind.EntityFramework)
            {
                var connection = call.Argument("connectionString") ?? call.Argument("connection");
                if (connection is { Type.SpecialType: not SpecialType.System_String } && reader.Creation(connection) is { } made)
                {
                    ofEntities.Add(made.Syntax);
                    continue;
                }

                _openings.Add((opening, connection is { Type.SpecialType: SpecialType.System_String } ? reader.OfText(connection) : KeyState.Unknown));
            }
            else
            {
                _openings.Add((opening, Realm(call, reader, marks)));
            }
        }

        foreach (var opening in all)
        {
            if (opening.Operation is IObjectCreationOperation { Type.Name: not "SqliteConnectionStringBuilder" } creation)
            {
                var kind = ofEntities.Contains(creation.Syntax) ? StoreKind.EntityFramework : opening.Kind;
                _openings.Add((opening with { Kind = kind }, reader.OfObject(creation)));
            }
        }

        foreach (var opening in all)
        {
            if (opening.Operation is IObjectCreationOperation { Type.Name: "SqliteConnectionStringBuilder" } creation && !reader.WasRead(creation.Syntax)
                && reader.OfUnusedBuilder(creation) is not KeyState.Unknown and var state)
            {
                _openings.Add((opening, state));
            }
        }

        // The key may be given to an open connection: then it is not in what opens it.
        if (_openings.Any(o => o.State == KeyState.Open) && (marks.InText("pragma key") || marks.IsCalled("SetPassword")))
        {
            _openings = _openings.ConvertAll(o => o.State == KeyState.Open && o.Opening.Kind is not (StoreKind.LiteDb or StoreKind.Realm) ? (o.Opening, KeyState.Keyed) : o);
        }
    }

    public IReadOnlyList<(Opening Opening, KeyState State)> All => _openings;

    /// <summary>True when what opens this kind of store gives a key, each time as far as can be seen.</summary>
    public bool AreKeyed(StoreKind kind) =>
        _openings.Exists(o => o.Opening.Kind == kind && o.State == KeyState.Keyed) && !_openings.Exists(o => o.Opening.Kind == kind && o.State == KeyState.Open);

    private static KeyState Realm(IInvocationOperation call, ConnectionReader reader, SourceMarks marks)
    {
        var argument = call.Arguments.FirstOrDefault(a => a.ArgumentKind == ArgumentKind.Explicit)?.Value.Unwrap();
        return argument switch
        {
            // The default configuration may have been given a key elsewhere.
            null => marks.InCode("EncryptionKey") ? KeyState.Unknown : KeyState.Open,
            { Type.SpecialType: SpecialType.System_String } => KeyState.Open,
            _ => reader.OfObject(argument),
        };
    }

    /// <summary>What only the tools of Entity Framework run.</summary>
    private static bool IsForTools(INamedTypeSymbol? type) => type?.AllInterfaces.Any(i => i.Name == "IDesignTimeDbContextFactory") == true;
}
