using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Advertising;

/// <summary>
/// KK4202 in markup: a control of an advertising SDK in XAML, by the namespace or assembly that its prefix stands for or by its
/// name; an advertising place in HTML and Razor, by its element or class. One finding per file and vendor.
/// </summary>
internal sealed class AdvertisingControls(KkContext context)
{
    private static readonly string[] Namespaces = ["clr-namespace:", "using:"];

    private readonly TrackerList _list = TrackerList.For(context);
    private readonly DeclaredTrackers _declared = DeclaredTrackers.For(context);
    private readonly Inspection _inspection = context.Inspection(RuleCatalog.KK4202);
    private readonly Tracker[] _controls = TrackerList.For(context).Controls.Where(c => c.IsAdvertising).ToArray();

    public void Check(AdditionalFileAnalysisContext file)
    {
        if (MarkupFile.For(file.AdditionalFile, file.CancellationToken) is not { } markup)
        {
            return;
        }

        _inspection.Inspected();
        if (!NamesOne(markup.Text) && !(markup.Dialect == MarkupDialect.Xml && HasListedNamespace(markup.Text)))
        {
            return;
        }

        var prefixes = new Dictionary<string, Tracker?>(StringComparer.Ordinal);
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in markup.Document.Elements)
        {
            if (Of(element, markup.Dialect) is var (tracker, evidence) && said.Add(tracker.Vendor))
            {
                var span = TextSpan.FromBounds(element.StartTag.Start, element.NameSpan.End);
                var location = MarkupDocument.Location(file.AdditionalFile.Path, markup.Source, span);
                var shown = "<" + element.Name + ">";
                file.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK4202, location, shown, tracker.Vendor, evidence));
                TrackerInventory.Sdk(_inspection, location, shown, tracker, "control", isDirect: true, _declared.Find(tracker));
            }
        }

        (Tracker Tracker, MessageArg Evidence)? Of(MarkupElement element, MarkupDialect dialect)
        {
            if (dialect == MarkupDialect.Xml)
            {
                // <controls:MTAdView>, and not the property <controls:MTAdView.Name> or <x:Type>.
                var colon = element.Name.IndexOf(':');
                if (colon < 0 || element.LocalName.IndexOf('.') >= 0)
                {
                    return null;
                }

                var prefix = element.Name.Substring(0, colon);
                if (!prefixes.TryGetValue(prefix, out var byNamespace))
                {
                    prefixes[prefix] = byNamespace = OfPrefix(element, prefix);
                }

                if (byNamespace is { IsAdvertising: true } listed)
                {
                    return (listed, MessageArg.Text(Texts.AdControlNamespace, listed.Pattern, listed.Source));
                }

                return ByName(element.LocalName);
            }

            if (ByName(element.Name) is { } named)
            {
                return named;
            }

            foreach (var word in (element.Attribute("class")?.RawValue ?? "").Split(' '))
            {
                if (word.Length > 0 && ByName(word) is { } styled)
                {
                    return styled;
                }
            }

            return null;
        }

        (Tracker, MessageArg)? ByName(string name)
        {
            foreach (var control in _controls)
            {
                if (control.Matches(name))
                {
                    return (control, MessageArg.Text(Texts.AdControlName, name, control.Source));
                }
            }

            return null;
        }
    }

    /// <summary>The listed tracker that a prefix stands for, by the nearest declaration of it around the element.</summary>
    private Tracker? OfPrefix(MarkupElement element, string prefix)
    {
        for (var around = element; around is not null; around = around.Parent)
        {
            if (around.Attribute("xmlns:" + prefix)?.Value is { } declared)
            {
                var (ns, assembly) = Parts(declared);
                return ns.Length == 0 ? null : _list.NamespaceOf(ns) ?? (assembly.Length == 0 ? null : _list.Assembly(assembly));
            }
        }

        return null;
    }

    /// <summary>Namespace and assembly of <c>clr-namespace:A.B;assembly=C</c> or <c>using:A.B</c>; empty for a name of another kind.</summary>
    private static (string Namespace, string Assembly) Parts(string declared)
    {
        var start = Array.Find(Namespaces, n => declared.StartsWith(n, StringComparison.Ordinal));
        if (start is null)
        {
            return ("", "");
        }

        var semicolon = declared.IndexOf(';');
        var equals = declared.IndexOf('=', Math.Max(semicolon, 0));
        return (
            (semicolon < 0 ? declared.Substring(start.Length) : declared.Substring(start.Length, semicolon - start.Length)).Trim(),
            semicolon < 0 || equals < 0 ? "" : declared.Substring(equals + 1).Trim());
    }

    /// <summary>False when no name of a control or class of the list is in the text, so that it need not be read.</summary>
    private bool NamesOne(string text) =>
        Array.Exists(_controls, c => text.IndexOf(c.Pattern.TrimEnd('*'), StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>True when the text declares a prefix for a listed namespace or assembly, before any element is read.</summary>
    private bool HasListedNamespace(string text)
    {
        foreach (var start in Namespaces)
        {
            for (var at = text.IndexOf(start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(start, at + start.Length, StringComparison.Ordinal))
            {
                var end = text.IndexOfAny(['"', '\''], at);
                if (end > at)
                {
                    var (ns, assembly) = Parts(text.Substring(at, end - at));
                    if ((_list.NamespaceOf(ns) ?? (assembly.Length == 0 ? null : _list.Assembly(assembly))) is { IsAdvertising: true })
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
