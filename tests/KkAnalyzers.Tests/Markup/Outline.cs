using System.Text;
using KkAnalyzers.Markup;

namespace KkAnalyzers.Tests.Markup;

/// <summary>What was read, in one line: <c>ul[li["een"],li[@item.Name]]</c>; a question mark behind what may not be there.</summary>
internal static class Outline
{
    public static string OfHtml(string text) => Of(text, MarkupDialect.Html);

    public static string OfRazor(string text) => Of(text, MarkupDialect.Razor);

    public static string OfXml(string text) => Of(text, MarkupDialect.Xml);

    private static string Of(string text, MarkupDialect dialect)
    {
        var document = MarkupDocument.Read(text, dialect);
        var children = document.Nodes.ToLookup(n => n.Parent);
        return Inside(null);

        string Inside(MarkupElement? parent) => string.Join(",", children[parent].Select(Shown));

        string Shown(MarkupNode node)
        {
            var shown = new StringBuilder(node switch
            {
                MarkupText said => '"' + said.Text.Trim() + '"',
                MarkupCode code => "@" + code.Code,
                _ => Element((MarkupElement)node),
            });
            if (node.IsConditional && node.Parent is not { IsConditional: true })
            {
                shown.Append('?');
            }

            return node is MarkupElement element && children[element].Any() ? $"{shown}[{Inside(element)}]" : shown.ToString();
        }

        static string Element(MarkupElement element) =>
            element.Name + string.Concat(element.Attributes.Select(a => " " + a.Name + (a.RawValue is null ? "" : "=" + a.Value))) + (element.HasUnknownAttributes ? " …" : "");
    }
}
