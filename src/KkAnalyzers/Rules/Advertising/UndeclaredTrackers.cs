using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Advertising;

/// <summary>
/// KK4204: attribution, analytics, session replay, social network or marketing that the provider does not declare with ground
/// and purpose. One finding per vendor: what matters is who gets to know people, not by how many packages. What serves the program
/// (crash reports, monitoring, chat, push) is information, and so is what only another package brings and no code uses (hard
/// cases 58, 59).
/// </summary>
internal sealed class UndeclaredTrackers(KkContext context, CompilationAnalysisContext end, SdkReferences references, SdkUses uses)
{
    private readonly Inspection _inspection = context.Inspection(RuleCatalog.KK4204);
    private readonly DeclaredTrackers _declared = DeclaredTrackers.For(context);
    private readonly ImmutableHashSet<string> _ignored = context.Options.List(RuleIds.KK4204, "ignored_vendors").ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    public void Report()
    {
        _inspection.Inspected(references.Inspected);
        var used = uses.All.Where(u => !u.Tracker.IsAdvertising).ToLookup(u => u.Tracker.Vendor, StringComparer.OrdinalIgnoreCase);
        var seen = references.All.Where(s => !s.Tracker.IsAdvertising)
            .Select(s => new Seen(s.Tracker, s.Name, s, used[s.Tracker.Vendor].FirstOrDefault()))
            .ToList();

        // Types of the platform itself: nothing but their use tells of them.
        var known = new HashSet<string>(seen.Select(s => s.Tracker.Vendor), StringComparer.OrdinalIgnoreCase);
        seen.AddRange(used.Where(v => !known.Contains(v.Key)).Select(v => new Seen(v.First().Tracker, v.First().First.Shown, null, v.First())));

        foreach (var vendor in seen.GroupBy(s => s.Tracker.Vendor, StringComparer.OrdinalIgnoreCase))
        {
            Report(vendor.ToArray());
        }
    }

    private void Report(Seen[] all)
    {
        foreach (var one in all)
        {
            TrackerInventory.Sdk(_inspection, Place(one), one.Reference?.Subject ?? one.Name, one.Tracker, one.Reference?.Surface ?? "type", one.IsDirect, one.Declared(_declared));
        }

        var open = all.Where(s => !s.Tracker.IsConsentManager && s.Declared(_declared)?.IsComplete != true && !_ignored.Contains(s.Tracker.Vendor)).ToArray();
        if (open.Length == 0)
        {
            return;
        }

        // The worst speaks for its vendor.
        var worst = open.FirstOrDefault(s => s.Severity is null) ?? open.FirstOrDefault(s => s.IsDirect) ?? open[0];
        end.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK4204,
            Place(worst),
            worst.Severity,
            null,
            null,
            worst.Tracker.Vendor,
            TrackerCategory.Text(worst.Tracker.Category),
            Subject(open),
            Evidence(worst),
            ToDo(worst)));
    }

    private Location Place(Seen seen) => seen.Reference is { } reference ? PackageFacts.Find(context, reference.Root) : seen.Use!.First.Location;

    private static MessageArg Subject(Seen[] seen)
    {
        var names = seen.Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var key = names.Length > 1 ? Texts.SubjectSeveral
            : seen[0].Reference is not { } reference ? Texts.SubjectUse
            : reference.Surface == "package" ? Texts.TrackerPackage
            : Texts.TrackerAssembly;
        return MessageArg.Text(key, string.Join(", ", names));
    }

    private static MessageArg Evidence(Seen seen) => seen switch
    {
        { Reference: null } => MessageArg.Text(Texts.TrackerUsed, seen.Use!.First.Shown, seen.Tracker.Source),
        { IsDirect: true, Reference: { Surface: "namespace" } reference } => MessageArg.Text(Texts.AdsByNamespace, reference.Namespace, seen.Tracker.Pattern, seen.Tracker.Source),
        { IsDirect: true } => MessageArg.Text(Texts.TrackerReferenced, seen.Tracker.Source),
        { Use: { } use } => MessageArg.Text(Texts.TrackerByPathAndUsed, seen.Reference!.Package!.Path, use.First.Shown, seen.Tracker.Source),
        _ => MessageArg.Text(Texts.AdsByPath, seen.Reference!.Package!.Path, seen.Tracker.Source),
    };

    private MessageArg ToDo(Seen seen) => seen.Declared(_declared) switch
    {
        null => MessageArg.Text(Texts.TrackerNotDeclared, seen.Tracker.Vendor),
        { HasGround: false, Ground.Length: > 0 } declared => MessageArg.Text(Texts.TrackerUnknownGround, declared.Name, declared.Ground),
        { HasGround: false, HasPurpose: false } declared => MessageArg.Text(Texts.TrackerNoGroundNoPurpose, declared.Name),
        { HasGround: false } declared => MessageArg.Text(Texts.TrackerNoGround, declared.Name),
        var declared => MessageArg.Text(Texts.TrackerNoPurpose, declared.Name),
    };

    /// <summary>One package, assembly or type of a vendor.</summary>
    private sealed record Seen(Tracker Tracker, string Name, SdkReference? Reference, SdkUse? Use)
    {
        public bool IsDirect => Reference?.IsDirect ?? true;

        /// <summary>Null for the rule's own.</summary>
        public DiagnosticSeverity? Severity => IsDirect || Use is not null ? TrackerCategory.Severity(Tracker.Category) : DiagnosticSeverity.Info;

        public DeclaredTracker? Declared(DeclaredTrackers declared) => declared.Find(Tracker, Name);
    }
}
