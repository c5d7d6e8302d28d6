using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Trackers;

/// <summary>The rows from which the report lists third parties: one place for the names of their columns.</summary>
internal static class TrackerInventory
{
    /// <summary>An SDK in the program.</summary>
    /// <param name="inspection">The rule that saw it.</param>
    /// <param name="location">Where it is asked for or used.</param>
    /// <param name="sdk">How it is called here.</param>
    /// <param name="tracker">Its line of the list.</param>
    /// <param name="surface">What it was seen as: package, assembly, namespace, type or control.</param>
    /// <param name="isDirect">The project asks for it itself.</param>
    /// <param name="declared">What the provider declares about it.</param>
    public static void Sdk(Inspection inspection, Location location, MessageArg sdk, Tracker tracker, string surface, bool isDirect, DeclaredTracker? declared) =>
        inspection.Row(
            "third-party-sdks",
            location,
            ("sdk", sdk),
            ("vendor", tracker.Vendor),
            ("category", tracker.Category),
            ("surface", surface),
            ("reference", MessageArg.Text(isDirect ? Texts.ReferenceDirect : Texts.ReferenceTransitive)),
            ("ground", declared?.Ground ?? ""),
            ("purpose", declared?.Purpose ?? ""));

    /// <summary>A host of somebody else that a page or the program loads from or talks to.</summary>
    /// <param name="inspection">The rule that saw it.</param>
    /// <param name="location">Where it is named.</param>
    /// <param name="host">Without scheme.</param>
    /// <param name="tracker">Its line of the list; null for a host that is no tracker.</param>
    /// <param name="element">What loads it: <c>script</c>, <c>img</c>, <c>iframe</c>, <c>link</c> or <c>inline-script</c>.</param>
    /// <param name="declared">What the provider declares about it.</param>
    public static void Host(Inspection inspection, Location location, string host, Tracker? tracker, string element, DeclaredTracker? declared) =>
        inspection.Row(
            "external-hosts",
            location,
            ("host", host),
            ("vendor", tracker?.Vendor ?? ""),
            ("category", tracker?.Category ?? ""),
            ("element", element),
            ("ground", declared?.Ground ?? ""),
            ("purpose", declared?.Purpose ?? ""));
}
