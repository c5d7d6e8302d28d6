using System.Net;
using KkAnalyzers.Connections;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Settings;

/// <summary>
/// The texts of web.config, app.config and .resx with their places: attributes under their own name, <c>value</c> under what
/// <c>key</c> or <c>name</c> beside it says, and the text of an element under the name of the element around it that has one.
/// </summary>
internal static class XmlSettings
{
    /// <summary>With its mark and its semicolon.</summary>
    private const int LongestEntity = 11;

    public static IEnumerable<Setting> Read(string xml) => Read(MarkupDocument.Read(xml, MarkupDialect.Xml), xml);

    /// <summary>The same of a file that others read too.</summary>
    public static IEnumerable<Setting> Read(MarkupFile file) => Read(file.Document, file.Text);

    private static IEnumerable<Setting> Read(MarkupDocument document, string xml)
    {
        foreach (var node in document.Nodes)
        {
            if (node is MarkupElement element)
            {
                var name = Named(element);
                foreach (var attribute in element.Attributes)
                {
                    if (attribute.RawValue is { Length: > 0 } raw && attribute.Name is not ("key" or "name"))
                    {
                        var own = attribute.Name is "value" or "connectionString" && name is not null ? name : attribute.Name;
                        yield return new(own, element.LocalName, own, Place(raw, attribute.ValueSpan.Start), attribute.ValueSpan);
                    }
                }
            }
            else if (node is MarkupText { Parent: { } parent } text && text.Span.Length > 5)
            {
                var own = Named(parent) ?? (parent.Parent is { } around ? Named(around) : null) ?? parent.LocalName;
                yield return new(own, parent.LocalName, own, Place(xml.Substring(text.Span.Start, text.Span.Length), text.Span.Start), text.Span);
            }
        }
    }

    private static string? Named(MarkupElement element) => (element.Attribute("key") ?? element.Attribute("name"))?.Value;

    private static PlacedText Place(string raw, int start)
    {
        if (raw.IndexOf('&') < 0)
        {
            return PlacedText.Plain(raw, start);
        }

        var text = new PlacedText();
        for (var i = 0; i < raw.Length; i++)
        {
            // An entity is short: what is no entity must not be searched to the end of the file.
            var end = raw[i] == '&' ? raw.IndexOf(';', i, Math.Min(LongestEntity, raw.Length - i)) : -1;
            if (end > 0)
            {
                text.Add(WebUtility.HtmlDecode(raw.Substring(i, end - i + 1)), new TextSpan(start + i, end - i + 1));
                i = end;
            }
            else
            {
                text.Add(raw[i], new TextSpan(start + i, 1));
            }
        }

        return text;
    }
}
