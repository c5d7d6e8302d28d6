using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Pages;

/// <summary>
/// KK4205: a page makes the browser of everybody who opens it talk to a tracker or an advertiser. One finding for a vendor in a
/// file. Every host of somebody else leaves a row for the inventory of external hosts, tracker or not.
/// </summary>
internal sealed class PageTrackers(KkContext context)
{
    private readonly Inspection _inspection = context.Inspection(RuleCatalog.KK4205);
    private readonly TrackerList _list = TrackerList.For(context);
    private readonly DeclaredTrackers _declared = DeclaredTrackers.For(context);
    private readonly ConsentMembers _members = new(context);

    public void Check(Page page, MarkupElement element)
    {
        foreach (var load in PageLoads.Of(element, page.File))
        {
            var tracker = _list.Host(load.Host, load.Path);
            if (load.Kind == PageLoads.InlineScript && tracker is null && !PageLoads.IsLoaded(load, page.File.Text))
            {
                // A text with an address, of which nothing says that it is loaded.
                continue;
            }

            _inspection.Inspected();
            var declared = tracker is null ? null : _declared.Find(tracker, load.Host);
            if (page.Listed.Add((load.Host, load.Kind)))
            {
                TrackerInventory.Host(_inspection, page.Location(load.Span), load.Host, tracker, load.Kind, declared);
            }

            if (tracker is null)
            {
                continue;
            }

            if (tracker.IsConsentManager)
            {
                page.ConsentManager ??= tracker.Vendor;
            }
            else if ((tracker.IsAdvertising || declared?.IsComplete != true) && !IsHeldBack(page, element))
            {
                page.Found.Add((load, tracker));
            }
        }

        if (PageLoads.IsHtml(element, "script", page.File.Dialect) && element.Attribute("src") is null)
        {
            ReadConsentMode(page, element);
        }
    }

    public void Report(Page page)
    {
        foreach (var vendor in page.Found.GroupBy(f => f.Tracker.Vendor, StringComparer.OrdinalIgnoreCase))
        {
            // What runs speaks for what only connects.
            var all = vendor.OrderBy(f => f.Load.Kind == "link").ToArray();
            var (load, tracker) = all[0];
            var (reason, lower) = load.Kind == "link" ? (MessageArg.Text(Texts.PageConnects, tracker.Source), DiagnosticSeverity.Info)
                : page.ConsentManager is { } manager ? (MessageArg.Text(Texts.PageConsentManager, manager), DiagnosticSeverity.Info)
                : page.DeniesFirst && tracker.Vendor.StartsWith("Google", StringComparison.Ordinal) ? (MessageArg.Text(Texts.PageConsentMode), DiagnosticSeverity.Info)
                : (MessageArg.Text(Texts.PageUnasked, tracker.Source), (DiagnosticSeverity?)null);
            page.Report(
                load.Span,
                lower ?? TrackerCategory.Severity(tracker.Category),
                all.Skip(1).Select(o => page.Location(o.Load.Span)),
                load.Host + Shown(load.Path),
                tracker.Vendor,
                TrackerCategory.Text(tracker.Category),
                reason);
        }

        foreach (var span in page.Granted)
        {
            page.Report(span, null, null, "gtag", "Google", TrackerCategory.Text("analytics"), MessageArg.Text(Texts.PageGranted));
        }
    }

    private bool IsHeldBack(Page page, MarkupElement element) =>
        PageGuards.IsNotRun(element) || PageGuards.IsForDevelopment(element) || PageGuards.AsksConsent(element, page.File, _members);

    /// <summary><c>gtag('consent', 'default', { analytics_storage: 'granted' })</c> answers for the person; 'denied' waits for the answer.</summary>
    private void ReadConsentMode(Page page, MarkupElement script)
    {
        if (page.File.Text.IndexOf("consent", script.StartTag.End, script.Span.End - script.StartTag.End, StringComparison.Ordinal) < 0)
        {
            return;
        }

        var step = 0;
        TextSpan? granted = null;
        var limit = 0;
        foreach (var (text, span) in PageLoads.Literals(script, page.File.Text))
        {
            if (step == 2 && span.Start > limit)
            {
                step = 0;
            }

            switch (text)
            {
                case "consent":
                    step = 1;
                    break;
                case "default" when step == 1:
                    step = 2;
                    limit = page.File.Text.IndexOf(')', span.End) is var close and >= 0 ? close : span.End;
                    break;
                case "granted" when step == 2:
                    granted ??= span;
                    break;
                case "denied" when step == 2:
                    page.DeniesFirst = true;
                    break;
                default:
                    step = step == 1 ? 0 : step;
                    break;
            }
        }

        if (granted is { } place && !IsHeldBack(page, script))
        {
            page.Granted.Add(place);
        }
    }

    private static string Shown(string path) => path.IndexOfAny(['?', '#']) is var query and >= 0 ? path.Substring(0, query) : path;

    /// <summary>A page that is being read, and what was found so far.</summary>
    internal sealed class Page(AdditionalFileAnalysisContext context, MarkupFile file)
    {
        public MarkupFile File => file;

        public List<(PageLoad Load, Tracker Tracker)> Found { get; } = [];

        public HashSet<(string Host, string Kind)> Listed { get; } = [];

        public List<TextSpan> Granted { get; } = [];

        /// <summary>The vendor of a consent manager on the page.</summary>
        public string? ConsentManager { get; set; }

        public bool DeniesFirst { get; set; }

        public Location Location(TextSpan span) => MarkupDocument.Location(context.AdditionalFile.Path, file.Source, span);

        public void Report(TextSpan span, DiagnosticSeverity? severity, IEnumerable<Location>? related, params MessageArg[] args) =>
            context.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK4205, Location(span), severity, related, null, args));
    }
}
