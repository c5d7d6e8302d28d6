using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Wording;

/// <summary>The texts of all .resx files of one compilation by key, read when the first rule asks.</summary>
internal sealed class ResourceTexts
{
    // A cache, not state: the key is the compilation, and the entry dies with it.
    private static readonly ConditionalWeakTable<Compilation, ResourceTexts> Cache = new();

    private readonly Lazy<Dictionary<string, List<Entry>>> _entries;

    private ResourceTexts(ImmutableArray<AdditionalText> files) => _entries = new(() => Read(files));

    public static ResourceTexts For(KkContext context) => Cache.GetValue(context.Compilation, _ => new ResourceTexts(context.Options.AdditionalFiles));

    /// <summary>The text of the key in each language; none when two sets of resources have such a key, because then nobody can tell which.</summary>
    public IEnumerable<string> Of(string key) =>
        _entries.Value.TryGetValue(key, out var entries) && entries.TrueForAll(e => e.Set == entries[0].Set) ? entries.Select(e => e.Text) : [];

    /// <summary>The text of a key in another language of the same set of files: empty for the neutral one. Null when there is none.</summary>
    public string? Of(string key, string path, string language) =>
        _entries.Value.TryGetValue(key, out var entries) && SetOf(path) is var set
            ? entries.FirstOrDefault(e => e.Set == set && e.Language == language)?.Text
            : null;

    /// <summary>Path without language and extension.</summary>
    private static string SetOf(string path)
    {
        var end = path.LastIndexOf('.');
        var set = end < 0 ? path : path.Substring(0, end);
        var dot = set.LastIndexOf('.');
        return dot > set.LastIndexOfAny(['/', '\\']) && TextLanguage.OfPath(path).Length > 0 ? set.Substring(0, dot) : set;
    }

    private static Dictionary<string, List<Entry>> Read(ImmutableArray<AdditionalText> files)
    {
        var all = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!ResourceFiles.IsResx(file.Path) || MarkupFile.For(file, MarkupDialect.Xml, default) is not { } markup)
            {
                continue;
            }

            var set = SetOf(file.Path);
            var language = TextLanguage.OfPath(file.Path);
            foreach (var text in ResourceFiles.Resx(markup))
            {
                if (!all.TryGetValue(text.Key, out var entries))
                {
                    all.Add(text.Key, entries = []);
                }

                entries.Add(new Entry(set, language, text.Value));
            }
        }

        return all;
    }

    private sealed record Entry(string Set, string Language, string Text);
}
