using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;

namespace KkAnalyzers.Wording;

/// <summary>In which language a file is.</summary>
internal static class TextLanguage
{
    /// <summary>A language for which there are no phrases.</summary>
    public const string Other = "other";

    // ISO 639-1, official languages of Europe and those that apps are often translated into.
    private static readonly ImmutableHashSet<string> Known = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "af", "ar", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gsw", "he", "hi", "hr", "hu", "hy", "id",
        "is", "it", "ja", "ka", "kk", "ko", "lb", "lt", "lv", "mk", "mn", "mr", "ms", "mt", "nb", "ne", "nl", "nn", "no", "pa", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr",
        "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "vi", "zh");

    /// <summary>nl, fr or en; <see cref="Other"/>; empty when the path does not say. <c>Texts.nl-BE.resx</c>, <c>fr.json</c>, <c>locales/nl/care.json</c>.</summary>
    public static string OfPath(string path)
    {
        var file = FilePaths.Name(path);
        var parts = file.Split('.');
        for (var i = parts.Length - 2; i >= 0; i--)
        {
            if (Of(parts[i]) is { Length: > 0 } language)
            {
                return language;
            }
        }

        var folders = path.Split('/', '\\');
        return folders.Length > 1 && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Of(folders[folders.Length - 2]) : "";
    }

    /// <summary>What <c>&lt;html lang&gt;</c> says; empty when there is none or code makes it.</summary>
    public static string OfPage(MarkupDocument document)
    {
        foreach (var element in document.Elements.Take(4))
        {
            if (element.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase))
            {
                return element.Attribute("lang") is { Value: { Length: > 1 } value } ? Of(value) : "";
            }
        }

        return "";
    }

    private static string Of(string tag)
    {
        var end = tag.IndexOfAny(['-', '_']);
        var language = (end < 0 ? tag : tag.Substring(0, end)).ToLowerInvariant();
        return !Known.Contains(language) || (end >= 0 && tag.Length - end - 1 is < 2 or > 10) ? ""
            : language is "nl" or "fr" or "en" ? language : Other;
    }
}
