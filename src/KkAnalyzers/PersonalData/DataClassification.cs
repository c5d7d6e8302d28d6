using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.PersonalData;

/// <summary>How much harm a leak of the datum does, from low to high.</summary>
internal enum DataTier
{
    /// <summary>Personal data without more.</summary>
    Ordinary,

    /// <summary>Points at one person on its own: national number, e-mail address, full name with address.</summary>
    DirectIdentifier,

    /// <summary>GDPR art. 9(1) or 10: health and the other special categories.</summary>
    Sensitive,

    /// <summary>Gives access to an account or a device.</summary>
    Credential,
}

/// <summary>How sure the name says what the datum is (guides: strong counts by itself, the others need a person type).</summary>
internal enum Confidence
{
    /// <summary>A medium term without a person around it: for sinks in an audit mode only.</summary>
    Review,

    /// <summary>A weak term on a person type: counts in logs, URLs, telemetry and exceptions.</summary>
    Low,

    /// <summary>A strong term, a medium term on a person type, or an attribute.</summary>
    High,
}

/// <summary>Why something is personal data.</summary>
/// <param name="Category">Key of the category, such as <c>health</c> or <c>national-id</c>.</param>
/// <param name="Tier">Harm of a leak.</param>
/// <param name="Confidence">How sure this is.</param>
/// <param name="Name">Name of the classified symbol as a reader knows it: <c>Patient.Diagnose</c>.</param>
/// <param name="CategoryText">"health data", for a message.</param>
/// <param name="Reason">The evidence for a message: "word list: diagnose", "attribute PersonalData", "type Patient has 3 such members".</param>
/// <param name="Pseudonymised">The name says that the value was hashed, masked or pseudonymised.</param>
/// <param name="IsNamed">The name is nothing but a word for a datum that points at a person: <c>email</c>, not <c>emailSender</c>.</param>
/// <param name="IsWhole">The name is nothing but a word of the list.</param>
internal sealed record DataClassification(
    string Category,
    DataTier Tier,
    Confidence Confidence,
    string Name,
    MessageArg CategoryText,
    MessageArg Reason,
    bool Pseudonymised = false,
    bool IsNamed = false,
    bool IsWhole = false)
{
    /// <summary>
    /// From less to more harm of a leak, then from less to more sure. A number that a person keeps for life opens more than
    /// a name or an address does, so it is the worse of two identifiers.
    /// </summary>
    public static readonly IComparer<DataClassification> Harm = Comparer<DataClassification>.Create(static (a, b) => Rank(a).CompareTo(Rank(b)));

    private static (DataTier Tier, bool IsForLife, Confidence Confidence) Rank(DataClassification data) =>
        (data.Tier, data.Category == "national-id", data.Confidence);
}
