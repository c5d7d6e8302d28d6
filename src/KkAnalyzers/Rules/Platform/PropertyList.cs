using KkAnalyzers.Markup;

namespace KkAnalyzers.Rules.Platform;

/// <summary>Keys and values of a property list (Info.plist, entitlements), in which a dictionary alternates the two.</summary>
internal static class PropertyList
{
    /// <summary>Each key with the element of its value, in the order of the file.</summary>
    public static IEnumerable<(string Name, MarkupElement Key, MarkupElement Value)> Pairs(MarkupDocument document)
    {
        var keys = new Dictionary<MarkupElement, (string Name, MarkupElement Element)>();
        foreach (var node in document.Nodes)
        {
            switch (node)
            {
                case MarkupText { Parent: { Name: "key", Parent: { Name: "dict" } dictionary } key } text:
                    keys[dictionary] = (text.Text.Trim(), key);
                    break;
                case MarkupElement { Name: not "key", Parent: { Name: "dict" } dictionary } value when keys.TryGetValue(dictionary, out var own):
                    yield return (own.Name, own.Element, value);
                    keys.Remove(dictionary);
                    break;
            }
        }
    }

    /// <summary>True or false of a value; null for any other.</summary>
    public static bool? IsTrue(MarkupElement value) => value.Name switch { "true" => true, "false" => false, _ => null };
}
