using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Trackers;

/// <summary>What a tracker is for, and so which rule speaks of it and how loudly.</summary>
internal static class TrackerCategory
{
    /// <summary>Shows advertisements, or reads the number by which advertisers know a device.</summary>
    public const string Ads = "ads";

    /// <summary>Asks people for consent. No tracker: it stands in the inventory only.</summary>
    public const string Consent = "consent";

    /// <summary>All categories, for people who write a list.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Ads, "attribution", "analytics", "session-replay", "social", "marketing", "tag-manager",
        "crash-reporting", "monitoring", "chat", "push", Consent,
    ];

    /// <summary>
    /// Information for what serves the program and not somebody's knowledge of people (hard case 58: crash reporting is a third
    /// party, and no advertising); the severity of the rule for the rest.
    /// </summary>
    public static DiagnosticSeverity? Severity(string category) =>
        category is "crash-reporting" or "monitoring" or "chat" or "push" or Consent ? DiagnosticSeverity.Info : null;

    /// <summary>The category as people call it.</summary>
    public static MessageArg Text(string category) => MessageArg.Text(category switch
    {
        Ads => Texts.TrackerAds,
        "attribution" => Texts.TrackerAttribution,
        "session-replay" => Texts.TrackerSessionReplay,
        "social" => Texts.TrackerSocial,
        "marketing" => Texts.TrackerMarketing,
        "tag-manager" => Texts.TrackerTagManager,
        "crash-reporting" => Texts.TrackerCrashReporting,
        "monitoring" => Texts.TrackerMonitoring,
        "chat" => Texts.TrackerChat,
        "push" => Texts.TrackerPush,
        Consent => Texts.TrackerConsent,
        _ => Texts.TrackerAnalytics,
    });
}
