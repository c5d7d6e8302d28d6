using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>Where a value comes from, as far as it matters for access to records.</summary>
[Flags]
internal enum Origins
{
    None = 0,

    /// <summary>The client chose it, and it picks a record.</summary>
    ClientId = 1,

    /// <summary>An object that the client filled, or one that carries its id.</summary>
    ClientObject = 2,

    /// <summary>It says who is signed in, or was found by that.</summary>
    Caller = 4,

    /// <summary>It was read by an id of the client.</summary>
    Record = 8,
}

/// <summary>Where a value comes from, with the name of the id for the message.</summary>
internal readonly record struct Origin(Origins From, string? Id)
{
    public bool Is(Origins any) => (From & any) != 0;

    public static Origin operator |(Origin a, Origin b) => new(a.From | b.From, a.Id ?? b.Id);
}

/// <summary>A record of a store that a handler reads or changes.</summary>
/// <param name="Type">Name of the record's type.</param>
/// <param name="Symbol">That type.</param>
/// <param name="Data">What makes it personal.</param>
/// <param name="Call">What reads or changes it, as it is written: <c>Dossiers.FirstOrDefaultAsync</c>.</param>
/// <param name="Place">Where that stands.</param>
/// <param name="Changes">It adds, changes or removes.</param>
/// <param name="Context">The type that has the set of records, where it is one of a context.</param>
/// <param name="Id">Name of the client's id that picks it; null when none does.</param>
internal sealed record RecordUse(string Type, INamedTypeSymbol Symbol, DataClassification Data, string Call, Location Place, bool Changes, INamedTypeSymbol? Context, string? Id);

/// <summary>What the code behind one endpoint does with records, followed through its own helpers and services.</summary>
internal sealed class HandlerTrace
{
    /// <summary>Every read or change of a record about somebody.</summary>
    public List<RecordUse> Uses { get; } = [];

    /// <summary>The first one that the client's id picks.</summary>
    public RecordUse? ByClientId => Uses.FirstOrDefault(u => u.Id is not null);

    /// <summary>Something on the way relates the record to the caller, or asks whether the caller may.</summary>
    public bool Checks { get; set; }

    /// <summary>Code that is not visible here gets the caller, or hands out the record: it may check.</summary>
    public bool MayCheckElsewhere { get; set; }

    /// <summary>Something with the name of an audit trail is called or filled, or a log line has the caller and the record.</summary>
    public bool Audits { get; set; }

    /// <summary>Named policies that the code asks for without the record.</summary>
    public HashSet<string> Policies { get; } = new(StringComparer.Ordinal);
}
