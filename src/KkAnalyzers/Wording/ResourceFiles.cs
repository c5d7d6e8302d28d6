using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Settings;

namespace KkAnalyzers.Wording;

/// <summary>Texts in resources: .resx, the JSON files of localisation libraries, and why an Apple app asks for permissions.</summary>
internal static class ResourceFiles
{
    /// <summary>Folders whose JSON files hold texts by language.</summary>
    private static readonly ImmutableHashSet<string> Folders = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "i18n", "locale", "locales", "localization", "localisation", "lang", "langs", "languages", "translation", "translations", "resources", "vertalingen", "traductions");

    public static bool IsResx(string path) => path.EndsWith(".resx", StringComparison.OrdinalIgnoreCase);

    public static bool IsPropertyList(string path) => FilePaths.Name(path).Equals("Info.plist", StringComparison.OrdinalIgnoreCase);

    /// <summary>A JSON file in a folder for texts, or with a language in its name.</summary>
    public static bool IsJson(string path)
    {
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || FilePaths.IsAppSettings(path))
        {
            return false;
        }

        var folders = path.Split('/', '\\');
        return TextLanguage.OfPath(path) is not "" && folders.Take(folders.Length - 1).Any(Folders.Contains);
    }

    /// <summary>The strings of a .resx file; what the designer keeps there for controls, and values with a type, are none.</summary>
    public static IEnumerable<UiText> Resx(MarkupFile file)
    {
        var pieces = new TextPieces();
        foreach (var node in file.Document.Nodes)
        {
            if (node is MarkupText { Parent: { Name: "value", Parent: { Name: "data" } data } value }
                && data.Attribute("type") is null && data.Attribute("mimetype") is null
                && data.Attribute("name")?.Value is { Length: > 0 } key && !key.StartsWith(">>", StringComparison.Ordinal))
            {
                // CDATA has no entities; an ampersand in it is kept all the same when it is no entity.
                pieces.Add(file.Text.Substring(node.Span.Start, node.Span.Length), node.Span.Start);
                var (text, place) = pieces.Take();
                yield return new UiText(text, place, TextRole.Read, value, key);
            }
        }
    }

    public static IEnumerable<UiText> Json(string text)
    {
        foreach (var setting in JsonSettings.Read(text).Settings)
        {
            if (setting.IsText && setting.Value.Value.Length > 0)
            {
                yield return new UiText(setting.Value.Value, setting.Value.Place, TextRole.Read, null, setting.Path);
            }
        }
    }

    /// <summary>NSCameraUsageDescription and relatives.</summary>
    public static IEnumerable<UiText> PropertyList(MarkupFile file)
    {
        var pieces = new TextPieces();
        var key = "";
        foreach (var node in file.Document.Nodes)
        {
            if (node is not MarkupText { Parent: { } parent } text)
            {
                continue;
            }

            if (parent.Name == "key")
            {
                key = text.Text.Trim();
            }
            else if (parent.Name == "string" && key.StartsWith("NS", StringComparison.Ordinal) && key.EndsWith("UsageDescription", StringComparison.Ordinal))
            {
                pieces.Add(file.Text.Substring(node.Span.Start, node.Span.Length), node.Span.Start);
                var (value, place) = pieces.Take();
                yield return new UiText(value, place, TextRole.Permission, parent, key);
            }
        }
    }
}
