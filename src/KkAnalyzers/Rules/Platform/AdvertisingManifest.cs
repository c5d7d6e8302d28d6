using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Platform;

/// <summary>
/// KK4203: what in a manifest serves advertising or a tracker, and switches that let an SDK collect before anybody is asked. The
/// switches stand here and not with KK4206, because this reads the manifests and KK4206 reads code.
/// </summary>
internal sealed class AdvertisingManifest
{
    private const string ToolsNamespace = "http://schemas.android.com/tools";

    /// <summary>Elements whose name is that of something of an SDK.</summary>
    private static readonly ImmutableHashSet<string> Named = ImmutableHashSet.Create(
        "uses-permission", "uses-permission-sdk-23", "meta-data", "activity", "service", "receiver", "provider", "property", "uses-library");

    private readonly Inspection _inspection;
    private readonly TrackerList _list;
    private readonly DeclaredTrackers _declared;
    private readonly ILookup<string, TrackerStart> _android;
    private readonly ILookup<string, TrackerStart> _apple;

    public AdvertisingManifest(KkContext context)
    {
        _inspection = context.Inspection(RuleCatalog.KK4203);
        _list = TrackerList.For(context);
        _declared = DeclaredTrackers.For(context);
        var switches = TrackerStarts.All(context).Where(s => !s.OffIsTrue).ToLookup(s => s.Effect);
        _android = switches[TrackerStarts.Android].ToLookup(s => s.Owner, StringComparer.Ordinal);
        _apple = switches[TrackerStarts.Apple].ToLookup(s => s.Owner, StringComparer.Ordinal);
    }

    public void Android(ManifestFile file)
    {
        if (AndroidManifest.IsForDebugging(file.Path))
        {
            return;
        }

        _inspection.Inspected();
        var hasTools = file.Document.Elements.Any(e => e.Parent is null && e.Attribute("xmlns:tools") is not null);
        foreach (var element in file.Document.Elements)
        {
            if (!Named.Contains(element.Name) || element.Attribute("android:name") is not { } name || element.Attribute("tools:node") is { Value: "remove" or "removeAll" })
            {
                continue;
            }

            var value = element.Attribute("android:value");
            if (_android[name.Value].FirstOrDefault() is { } start)
            {
                if (AndroidManifest.IsTrue(value?.Value ?? ""))
                {
                    Report(file, value!.Span, (value.ValueSpan, "false", Texts.ManifestFixSwitch), name.Value, start);
                }
                else if (value?.Value is { Length: > 0 } other && other[0] is '@' or '$')
                {
                    _inspection.NotFollowed();
                }
            }
            else if (_list.AndroidKey(name.Value) is { } tracker && Counts(tracker, name.Value))
            {
                // Also what packages bring along goes, when this manifest says so.
                var edit = element.Name.StartsWith("uses-permission", StringComparison.Ordinal) && element.Attribute("tools:node") is null
                    ? (new TextSpan(name.Span.End, 0), (hasTools ? "" : " xmlns:tools=\"" + ToolsNamespace + "\"") + " tools:node=\"remove\"", Texts.ManifestFixPermission)
                    : ((TextSpan, string, string)?)null;
                Report(file, name.Span, edit, name.Value, tracker);
            }
        }
    }

    public void Apple(ManifestFile file)
    {
        _inspection.Inspected();
        foreach (var (name, key, value) in PropertyList.Pairs(file.Document))
        {
            var isTrue = PropertyList.IsTrue(value);
            if (_apple[name].FirstOrDefault() is { } start)
            {
                if (isTrue == true)
                {
                    Report(file, key.Span, (value.Span, "<false/>", Texts.ManifestFixSwitch), name, start);
                }
            }
            else if (_list.AppleKey(name) is { } tracker && isTrue != false && !IsEmpty(file.Document, value)
                && !IsUnder(key, name) && Counts(tracker, name))
            {
                Report(file, key.Span, null, name, tracker);
            }
        }
    }

    /// <summary><c>[MetaData]</c> and <c>[UsesPermission]</c>, which the build writes into the manifest.</summary>
    public void Attribute(SyntaxNodeAnalysisContext context, DevelopmentGuard guard)
    {
        var written = (AttributeSyntax)context.Node;
        var name = written.Name is QualifiedNameSyntax { Right: var last } ? last : written.Name as SimpleNameSyntax;
        if (name?.Identifier.ValueText is not ("MetaData" or "MetaDataAttribute" or "UsesPermission" or "UsesPermissionAttribute") || written.ArgumentList is not { } list)
        {
            return;
        }

        _inspection.Inspected();
        var key = list.Arguments.FirstOrDefault(a => a.NameEquals is null || a.NameEquals.Name.Identifier.ValueText == "Name");
        if (key is null || context.SemanticModel.GetConstantValue(key.Expression, context.CancellationToken).Value is not string text
            || guard.IsDevelopment(written, context.SemanticModel, context.ContainingSymbol, context.CancellationToken))
        {
            return;
        }

        if (_android[text].FirstOrDefault() is { } start)
        {
            var value = list.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Value");
            if (value is not null && context.SemanticModel.GetConstantValue(value.Expression, context.CancellationToken).Value is string given && AndroidManifest.IsTrue(given))
            {
                Add(value.GetLocation(), MessageArg.Text(Texts.ManifestCollects, start.Vendor), TrackerCategory.Severity(start.Category));
            }
        }
        else if (_list.AndroidKey(text) is { } tracker && Counts(tracker, text))
        {
            Add(key.GetLocation(), What(tracker), null);
        }

        void Add(Location location, MessageArg what, DiagnosticSeverity? severity) =>
            context.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK4203, location, severity, null, null, text, what));
    }

    /// <summary>Advertising always; attribution and social networks unless they are declared. The rest is known by its packages (KK4204).</summary>
    private bool Counts(Tracker tracker, string name) =>
        tracker.IsAdvertising || (tracker.Category is "attribution" or "social" && _declared.Find(tracker, name)?.IsComplete != true);

    /// <summary>A list of networks is one finding, not one for each network in it.</summary>
    private bool IsUnder(MarkupElement key, string name) => name == "SKAdNetworkIdentifier" && key.Parent?.Parent?.Name == "array";

    private static bool IsEmpty(MarkupDocument document, MarkupElement value) =>
        value.Name is "array" or "dict" or "string" && !document.Within(value).Any(n => n is MarkupElement || n is MarkupText { Text: var text } && text.Trim().Length > 0);

    private static MessageArg What(Tracker tracker) => MessageArg.Text(tracker.IsAdvertising ? Texts.ManifestAds : Texts.ManifestTracker, tracker.Vendor, tracker.Source);

    private static void Report(ManifestFile file, TextSpan span, (TextSpan, string, string)? edit, string name, Tracker tracker) =>
        file.Report(RuleCatalog.KK4203, span, null, edit, name, What(tracker));

    private static void Report(ManifestFile file, TextSpan span, (TextSpan, string, string)? edit, string name, TrackerStart start) =>
        file.Report(RuleCatalog.KK4203, span, TrackerCategory.Severity(start.Category), edit, name, MessageArg.Text(Texts.ManifestCollects, start.Vendor));
}
