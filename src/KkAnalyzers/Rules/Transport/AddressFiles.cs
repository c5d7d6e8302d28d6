using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Settings;
using KkAnalyzers.Transport;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Transport;

/// <summary>Addresses in settings files and in markup.</summary>
internal sealed class AddressFiles
{
    private readonly AdditionalFileAnalysisContext _context;
    private readonly SourceText _text;
    private readonly Func<ClearTextHosts> _hosts;
    private readonly Inspection _inspection;

    private AddressFiles(AdditionalFileAnalysisContext context, SourceText text, Func<ClearTextHosts> hosts, Inspection inspection) =>
        (_context, _text, _hosts, _inspection) = (context, text, hosts, inspection);

    public static void Read(AdditionalFileAnalysisContext context, Func<ClearTextHosts> hosts, Inspection inspection)
    {
        var path = context.AdditionalFile.Path;
        var isSettings = FilePaths.IsAppSettings(path);
        var markup = isSettings ? null : MarkupFile.For(context.AdditionalFile, context.CancellationToken, inspection);
        if ((!isSettings && markup is null) || (markup?.Source ?? context.AdditionalFile.GetText(context.CancellationToken)) is not { } text)
        {
            return;
        }

        var content = markup?.Text ?? text.ToString();
        if (content.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            return;
        }

        var files = new AddressFiles(context, text, hosts, inspection);
        if (isSettings)
        {
            files.Settings(IsForDevelopment(path));
        }
        else
        {
            files.Markup(markup!.Document);
        }
    }

    /// <summary>appsettings.Development.json and its like never leave the developer's machine.</summary>
    private static bool IsForDevelopment(string path) =>
        path.Split('.') is { Length: > 2 } parts && parts[parts.Length - 2].ToLowerInvariant() is "development" or "local" or "debug" or "dev" or "localhost";

    private void Settings(bool isForDevelopment)
    {
        var (settings, isWhole) = JsonSettings.For(_text);
        if (!isWhole)
        {
            // What is behind the mistake may not be read; .NET will not start with this file either.
            _inspection.NotFollowed();
        }

        foreach (var setting in settings)
        {
            var value = setting.Value.Value;
            if (value.IndexOf("://", StringComparison.Ordinal) < 0)
            {
                continue;
            }

            _inspection.Inspected();
            if (!isForDevelopment && ClearUrl.Parse(value) is { } url)
            {
                Report(url, setting.Value.Place(new(0, value.Length)), new AddressReading(AddressNames.OfPath(setting.Path), setting.Path, false));
            }
        }
    }

    private void Markup(MarkupDocument document)
    {
        foreach (var node in document.Nodes)
        {
            switch (node)
            {
                case MarkupElement element:
                    foreach (var attribute in element.Attributes)
                    {
                        if (attribute.HasValue && attribute.Contains("://") && !(attribute.StartsWith("https://") && IsCounted(attribute)))
                        {
                            Attribute(document.Dialect, element, attribute);
                        }
                    }

                    break;

                // <x:String x:Key="ApiUrl">http://…</x:String>
                case MarkupText { Parent: { LocalName: "String" or "Uri" } parent } text when document.Dialect == MarkupDialect.Xml && text.Text.IndexOf("://", StringComparison.Ordinal) >= 0:
                    _inspection.Inspected();
                    if (ClearUrl.Parse(text.Text) is { } url)
                    {
                        var key = parent.Attribute("x:Key")?.Value ?? parent.Name;
                        Report(url, text.Span, new AddressReading(AddressNames.Of(key), key, false));
                    }

                    break;
            }
        }
    }

    /// <summary>Counts an address; false for the name of a vocabulary, which is none.</summary>
    private bool IsCounted(MarkupAttribute attribute)
    {
        var name = attribute.Name;
        if (name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xsi:", StringComparison.Ordinal))
        {
            return false;
        }

        _inspection.Inspected();
        return true;
    }

    private void Attribute(MarkupDialect dialect, MarkupElement element, MarkupAttribute attribute)
    {
        if (!IsCounted(attribute))
        {
            return;
        }

        // A Razor expression in the value: what it gives is not known.
        if (ClearUrl.Parse(dialect == MarkupDialect.Razor ? Holes(attribute.Value) : attribute.Value) is not { } url)
        {
            return;
        }

        var name = attribute.Name;
        var use = dialect == MarkupDialect.Xml ? OfXaml(element, name) : OfHtml(dialect, element, name);
        Report(url, attribute.ValueSpan, new AddressReading(use, name + " <" + element.Name + ">", false));
    }

    private static string Holes(string value) =>
        value.IndexOf('@') is var at && at >= 0 && value.IndexOf("://", StringComparison.Ordinal) < at
            ? value.Substring(0, at) + ClearUrl.Hole + (value.IndexOf('/', at) is var slash && slash >= 0 ? value.Substring(slash) : "")
            : value;

    private static AddressUse OfXaml(MarkupElement element, string attribute)
    {
        var kind = element.LocalName;
        return attribute is "Text" or "Content" or "Title" or "Placeholder" or "ToolTip" or "x:Key" or "FormattedText" ? AddressUse.Name
            : attribute is "NavigateUri" or "CommandParameter" or "Href" || kind.IndexOf("Image", StringComparison.Ordinal) >= 0 || kind.IndexOf("Hyperlink", StringComparison.Ordinal) >= 0 || kind.IndexOf("Icon", StringComparison.Ordinal) >= 0 ? AddressUse.Link
            : kind.EndsWith("WebView", StringComparison.Ordinal) ? AddressUse.Connection
            : AddressNames.Of(attribute);
    }

    private static AddressUse OfHtml(MarkupDialect dialect, MarkupElement element, string attribute) => (element.Name.ToLowerInvariant(), attribute.ToLowerInvariant()) switch
    {
        ("form", "action") or ("button" or "input", "formaction") or ("iframe" or "frame" or "script" or "embed", "src") or ("object", "data") or ("base", "href") => AddressUse.Connection,
        ("img" or "source" or "video" or "audio" or "track" or "image", "src" or "srcset" or "poster" or "href") => AddressUse.Link,
        ("link", "href") when element.Attribute("rel")?.Value.ToLowerInvariant() is "stylesheet" or "icon" or "preload" or "manifest" => AddressUse.Link,

        // A component of the application gets an address; what it does with it, its parameter says.
        _ when dialect == MarkupDialect.Razor && char.IsUpper(element.Name[0]) => Component(attribute),

        // A link that a person follows, data for a script, text.
        _ => AddressUse.Name,
    };

    private static AddressUse Component(string parameter) =>
        AddressNames.Of(parameter) is AddressUse.Connection ? AddressUse.Connection
        : parameter is "Url" or "Uri" or "HubUrl" or "ApiUrl" ? AddressUse.Unknown
        : AddressUse.Name;

    private void Report(ClearUrl url, TextSpan value, AddressReading reading)
    {
        if (url.Kind == HostKind.Nowhere || _hosts().HasHost(url) || !AddressVerdict.IsAddress(url, reading.Use, _hosts()))
        {
            return;
        }

        var (severity, evidence) = AddressVerdict.Weigh(url, reading, reading.Where);
        var scheme = new TextSpan(value.Start + url.Start, url.Scheme.Length);
        var properties = url.SecureScheme is { } secure && _text.ToString(scheme).Equals(url.Scheme, StringComparison.OrdinalIgnoreCase)
            ? TextEdit.Properties(scheme, secure, Texts.ClearTextFixScheme)
            : null;
        _context.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK4311,
            MarkupDocument.Location(_context.AdditionalFile.Path, _text, value),
            severity,
            null,
            properties,
            url.Quote,
            evidence));
    }
}
