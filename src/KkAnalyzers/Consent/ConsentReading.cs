using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.Consent;

/// <summary>What a "yes" means.</summary>
internal enum ConsentPolarity
{
    /// <summary>The person agrees.</summary>
    Given,

    /// <summary>The person refuses: OptOut, DoNotTrack, GeenReclame.</summary>
    Refused,

    /// <summary>A rule about consent: RequireConsent, ShowCookieBanner.</summary>
    Rule,

    /// <summary>A way out that is offered: AllowOptOut.</summary>
    WayOut,
}

/// <summary>Names of the subjects in the list, and their texts.</summary>
internal static class ConsentSubjects
{
    public const string Consent = "consent";
    public const string Marketing = "marketing";
    public const string Newsletter = "newsletter";
    public const string Renewal = "renewal";
    public const string Extras = "extras";
    public const string Notifications = "notifications";

    public static ImmutableArray<string> All { get; } = ImmutableArray.Create(
        Consent, Marketing, Newsletter, "tracking", "profiling", "ads", "sharing", "third-party", "research", "training",
        "location", "contacts", "cookies", "visibility", Renewal, Extras, Notifications, "terms");

    /// <summary>The subject in the reader's language.</summary>
    public static MessageArg Text(string subject) => MessageArg.Text(subject switch
    {
        Marketing => Texts.ConsentSubjectMarketing,
        Newsletter => Texts.ConsentSubjectNewsletter,
        "tracking" => Texts.ConsentSubjectTracking,
        "profiling" => Texts.ConsentSubjectProfiling,
        "ads" => Texts.ConsentSubjectAds,
        "sharing" => Texts.ConsentSubjectSharing,
        "third-party" => Texts.ConsentSubjectThirdParty,
        "research" => Texts.ConsentSubjectResearch,
        "training" => Texts.ConsentSubjectTraining,
        "location" => Texts.ConsentSubjectLocation,
        "contacts" => Texts.ConsentSubjectContacts,
        "cookies" => Texts.ConsentSubjectCookies,
        "visibility" => Texts.ConsentSubjectVisibility,
        Renewal => Texts.ConsentSubjectRenewal,
        Extras => Texts.ConsentSubjectExtras,
        Notifications => Texts.ConsentSubjectNotifications,
        "terms" => Texts.ConsentSubjectTerms,
        _ => Texts.ConsentSubjectConsent,
    });
}

/// <summary>What a name or a text says about consent.</summary>
/// <param name="Subject">One of <see cref="ConsentSubjects"/>.</param>
/// <param name="Polarity">What a yes means.</param>
/// <param name="Term">The term of the list that says so, for the message.</param>
/// <param name="HasNoun">A noun of consent is among the words, so that a type of the shop or tenant does not make it a feature switch.</param>
/// <param name="HasVerb">A verb of consent is among the words: receive, share, agree.</param>
/// <param name="Needs">What a subject that is too general by itself still lacks.</param>
internal sealed record ConsentReading(string Subject, ConsentPolarity Polarity, string Term, bool HasNoun, bool HasVerb, TermNeeds Needs)
{
    /// <summary>The negations, as the list writes them, in the order of the name.</summary>
    public ImmutableArray<string> Turns { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>A word of opting out is among them.</summary>
    public bool HasOptOut { get; init; }

    /// <summary>A command turns a rule round: DisableConsentCheck protects when it is false.</summary>
    public bool IsReversed { get; init; }

    /// <summary>The negation is a wish of the person (no, geen, do not), and no command to the program (disable, hide).</summary>
    public bool IsWish { get; init; }

    /// <summary>The word that makes it a rule or a way out; null when it is neither.</summary>
    public string? Frame { get; init; }

    /// <summary>Why a name that negates says yes all the same; empty where the name is plain.</summary>
    public MessageArg Reasoning => Polarity == ConsentPolarity.Given && Turns.Length > 1
        ? MessageArg.Text(Texts.ConsentTurned, string.Join(" + ", Turns))
        : "";
}

/// <summary>What kind of type, file or form a member or control belongs to.</summary>
internal enum ConsentOwner
{
    Unknown,
    Person,

    /// <summary>The shop, site or tenant: a yes is a feature that is on.</summary>
    System,

    /// <summary>Access rights, filters, sample data: a yes is no consent at all.</summary>
    Unrelated,
}
