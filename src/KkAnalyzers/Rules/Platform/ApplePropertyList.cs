using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Transport;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.Platform;

/// <summary>Info.plist: exceptions from App Transport Security.</summary>
internal static class ApplePropertyList
{
    private const string Everything = "NSAllowsArbitraryLoads";

    /// <summary>Keys that make iOS 10 and later ignore <see cref="Everything"/> (Apple, NSAppTransportSecurity).</summary>
    private static readonly ImmutableHashSet<string> Narrower = ImmutableHashSet.Create(
        "NSAllowsArbitraryLoadsForMedia", "NSAllowsArbitraryLoadsInMedia", "NSAllowsArbitraryLoadsInWebContent", "NSAllowsLocalNetworking");

    private static readonly ImmutableHashSet<string> OfDomains = ImmutableHashSet.Create(
        "NSExceptionAllowsInsecureHTTPLoads", "NSTemporaryExceptionAllowsInsecureHTTPLoads", "NSThirdPartyExceptionAllowsInsecureHTTPLoads");

    public static void Read(ManifestFile file, Inspection inspection)
    {
        inspection.Inspected();

        // A dictionary alternates keys and values; this is the last key of each dictionary that was read.
        var keys = new Dictionary<MarkupElement, (string Name, MarkupElement Element)>();
        var all = new List<(string Name, MarkupElement Key, MarkupElement Value, string Domain)>();
        foreach (var node in file.Document.Nodes)
        {
            switch (node)
            {
                case MarkupText { Parent: { Name: "key", Parent: { Name: "dict" } dictionary } key } text:
                    keys[dictionary] = (text.Text.Trim(), key);
                    break;
                case MarkupElement { Name: "true", Parent: { Name: "dict", Parent: var outer } dictionary } value when keys.TryGetValue(dictionary, out var own):
                    all.Add((own.Name, own.Element, value, outer is not null && keys.TryGetValue(outer, out var domain) ? domain.Name : ""));
                    keys.Remove(dictionary);
                    break;
            }
        }

        foreach (var (name, key, value, domain) in all)
        {
            var edit = (value.Span, "<false/>", Texts.PlatformFixClearText);
            if (name == Everything || (Narrower.Contains(name) && name != "NSAllowsLocalNetworking"))
            {
                var isIgnored = name == Everything && all.Any(a => Narrower.Contains(a.Name));
                var what = name == Everything ? MessageArg.Text(Texts.PlatformApple) : MessageArg.Text(name == "NSAllowsArbitraryLoadsInWebContent" ? Texts.PlatformWebContent : Texts.PlatformMedia);
                file.Report(RuleCatalog.KK4312, key.Span, isIgnored ? DiagnosticSeverity.Info : null, edit, what, name);
            }
            else if (OfDomains.Contains(name) && ClearUrl.KindOf(domain) is not (HostKind.Nowhere or HostKind.LocalNetwork))
            {
                file.Report(RuleCatalog.KK4312, key.Span, null, edit, MessageArg.Text(Texts.PlatformDomains, domain), name);
            }
        }
    }
}
