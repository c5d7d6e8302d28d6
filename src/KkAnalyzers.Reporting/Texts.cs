using System.Globalization;
using System.Text.Json;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>The report's own words, from <c>texts/*.json</c>. Words that analyzers also use are in the catalogue.</summary>
internal static class Texts
{
    private static readonly Dictionary<string, Localized> All = Load();

    /// <summary>Keys, for the test that each exists in three languages with the same holes.</summary>
    public static IReadOnlyDictionary<string, Localized> Entries => All;

    public static Localized Get(string key) => All[key];

    public static Localized? Find(string key) => All.GetValueOrDefault(key);

    public static Localized Same(string text) => new(text, text, text);

    /// <summary>The text with its holes filled; a <see cref="Localized"/> argument goes in in its own language.</summary>
    public static Localized Format(string key, params object[] args) => Format(All[key], args);

    public static Localized Join(string separator, IEnumerable<Localized> texts)
    {
        var all = texts.ToArray();
        return new Localized(string.Join(separator, all.Select(t => t.En)), string.Join(separator, all.Select(t => t.Nl)), string.Join(separator, all.Select(t => t.Fr)));
    }

    public static Localized Format(Localized format, params object[] args) =>
        new(Fill(format, "en", args), Fill(format, "nl", args), Fill(format, "fr", args));

    private static string Fill(Localized format, string language, object[] args) =>
        string.Format(CultureInfo.InvariantCulture, format[language], Array.ConvertAll(args, a => a is Localized l ? l[language] : a));

    private static Dictionary<string, Localized> Load()
    {
        var assembly = typeof(Texts).Assembly;
        var all = new Dictionary<string, Localized>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("texts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, Localized>>(stream, JsonFile.Options)!)
                all.Add(key, text);
        }

        return all;
    }
}
