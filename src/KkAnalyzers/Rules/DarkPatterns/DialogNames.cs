using KkAnalyzers.Markup;
using KkAnalyzers.Wording;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>Which elements of one file are dialogs by their names; classes come back so often that each is read once.</summary>
internal sealed class DialogNames(WordingList words)
{
    private static readonly string[] Attributes = ["class", "id", "x:Name", "x:Class"];

    private readonly Dictionary<string, bool> _surfaces = new(StringComparer.Ordinal);

    /// <summary>A dialog element, role or component, or a class that says so.</summary>
    public bool IsDialog(MarkupElement element)
    {
        if (IsSurface(element.LocalName) || element.Attribute("role")?.Value.ToLowerInvariant() is "dialog" or "alertdialog")
        {
            return true;
        }

        foreach (var name in Attributes)
        {
            if (element.Attribute(name) is { RawValue: { Length: > 2 and < 200 } raw } && IsSurface(raw))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSurface(string name)
    {
        if (!_surfaces.TryGetValue(name, out var known))
        {
            known = words.Is(WordingKinds.Surface, Sentences.OfName(name));
            _surfaces.Add(name, known);
        }

        return known;
    }
}
