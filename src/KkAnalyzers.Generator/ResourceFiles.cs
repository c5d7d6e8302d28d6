using System.Text;
using System.Xml.Linq;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Generator;

/// <summary>The texts of descriptors and messages: neutral English, and satellites for Dutch and French.</summary>
internal static class ResourceFiles
{
    public static IEnumerable<Output> All(Catalogue catalogue) =>
        Localized.Languages.Select(l => new Output($"src/KkAnalyzers/Resources/Strings{(l == "en" ? "" : "." + l)}.resx", Resx(catalogue, l)));

    private static string Resx(Catalogue catalogue, string language)
    {
        var root = new XElement("root",
            Header("resmimetype", "text/microsoft-resx"),
            Header("version", "2.0"),
            Header("reader", "System.Resources.ResXResourceReader, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089"),
            Header("writer", "System.Resources.ResXResourceWriter, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089"));
        foreach (var rule in catalogue.Rules.Where(r => r.InCompiler))
        {
            root.Add(
                Data($"{rule.Id}_Title", rule.Title[language]),
                Data($"{rule.Id}_Message", rule.Message[language]),
                Data($"{rule.Id}_Description", $"{rule.Description[language]} {rule.Remedy[language]}"));
        }

        foreach (var (key, text) in catalogue.Texts)
        {
            root.Add(Data("Text_" + key, text[language]));
        }

        return new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").Append(root.ToString().ReplaceLineEndings("\n")).Append('\n').ToString();
    }

    private static XElement Header(string name, string value) => new("resheader", new XAttribute("name", name), new XElement("value", value));

    private static XElement Data(string name, string value) =>
        new("data", new XAttribute("name", name), new XAttribute(XNamespace.Xml + "space", "preserve"), new XElement("value", value));
}
