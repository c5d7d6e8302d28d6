using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.Wording;

/// <summary>Kinds of phrases in the list; the list explains them.</summary>
internal static class WordingKinds
{
    public const string Inverted = "inverted";
    public const string Shaming = "shaming";
    public const string Urgency = "urgency";
    public const string Popularity = "popularity";
    public const string Implied = "implied";
    public const string Bundled = "bundled";
    public const string Obstructed = "obstructed";
    public const string Postponed = "postponed";
    public const string Permission = "permission";

    /// <summary>A name and a label that say the opposite; found without phrases.</summary>
    public const string Mismatch = "mismatch";

    /// <summary>A text that is still in another language; found without phrases.</summary>
    public const string Language = "language";

    public const string Accept = "accept";
    public const string Acknowledge = "acknowledge";
    public const string Reject = "reject";
    public const string Settings = "settings";
    public const string About = "about";
    public const string Surface = "surface";
    public const string Necessary = "necessary";

    /// <summary>Prefix of a kind that takes a sentence out of the kind behind it.</summary>
    public const string Not = "not-";

    public static ImmutableArray<string> OfTexts { get; } = ImmutableArray.Create(
        Inverted, Shaming, Urgency, Popularity, Implied, Bundled, Obstructed, Postponed, Permission);

    public static ImmutableArray<string> OfDialogs { get; } = ImmutableArray.Create(
        Accept, Acknowledge, Reject, Settings, About, Surface, Necessary);

    /// <summary>What the message says about a text of this kind.</summary>
    public static string TextKey(string kind) => kind switch
    {
        Inverted => Texts.WordingInverted,
        Shaming => Texts.WordingShaming,
        Urgency => Texts.WordingUrgency,
        Popularity => Texts.WordingPopularity,
        Implied => Texts.WordingImplied,
        Bundled => Texts.WordingBundled,
        Obstructed => Texts.WordingObstructed,
        Postponed => Texts.WordingPostponed,
        _ => Texts.WordingPermission,
    };
}

/// <summary>The list KkAnalyzers.Wording with the user's changes.</summary>
internal sealed class WordingList
{
    /// <summary>phrase | kind | language.</summary>
    public static readonly KkList List = new("KkAnalyzers.Wording", 3, 3, Problem);

    private static readonly ImmutableArray<string> Languages = ImmutableArray.Create("nl", "fr", "en");

    // Constant data of this assembly, made once per process: most projects change nothing in the list.
    private static readonly Lazy<WordingList> BuiltIn = new(() => new WordingList(List.BuiltIn));

    private readonly PhraseSet _exceptions;
    private readonly ImmutableDictionary<string, PhraseSet> _dialogs;

    public WordingList(IEnumerable<ListLine> lines)
    {
        var all = lines.ToArray();
        var groups = all.Where(l => IsGroup(l[1])).ToLookup(l => (l[1], l[2]), l => l[0].Split([' '], StringSplitOptions.RemoveEmptyEntries));
        var phrases = all.Where(l => !IsGroup(l[1]))
            .Select(l => Phrase.Parse(l[0], l[1], l[2], name => groups[(name, l[2])].SelectMany(w => w)).Phrase)
            .OfType<Phrase>().ToArray();
        Texts = new PhraseSet(phrases.Where(p => WordingKinds.OfTexts.Contains(p.Kind)));
        _exceptions = new PhraseSet(phrases.Where(p => p.Kind.StartsWith(WordingKinds.Not, StringComparison.Ordinal)));
        _dialogs = WordingKinds.OfDialogs.ToImmutableDictionary(k => k, k => new PhraseSet(phrases.Where(p => p.Kind == k)));
    }

    /// <summary>The phrases about texts.</summary>
    public PhraseSet Texts { get; }

    public static WordingList For(KkContext context) =>
        List.UserFiles(context.Options.AdditionalFiles).Any() ? new WordingList(List.Lines(context)) : BuiltIn.Value;

    /// <summary>What the sentence steers with: at most one match of each kind.</summary>
    /// <param name="words">A sentence.</param>
    /// <param name="language">nl, fr or en; empty for all.</param>
    public IEnumerable<(Phrase Phrase, Microsoft.CodeAnalysis.Text.TextSpan Span)> Matches(List<Word> words, string language)
    {
        string? done = null;
        foreach (var (phrase, span) in Texts.Matches(words, language))
        {
            if (done?.Contains(phrase.Kind) != true && !_exceptions.Matches(words, phrase.Language).Any(e => e.Phrase.Kind == WordingKinds.Not + phrase.Kind))
            {
                done += phrase.Kind + " ";
                yield return (phrase, span);
            }
        }
    }

    /// <summary>True when the words are those of an action, name or text of a dialog of this kind.</summary>
    public bool Is(string kind, List<Word> words) => _dialogs[kind].Matches(words, "").Any();

    private static bool IsGroup(string kind) => kind.Length > 2 && kind[0] == '<' && kind[kind.Length - 1] == '>';

    private static string? Problem(ListLine line)
    {
        if (!Languages.Contains(line[2]))
        {
            return $"'{line[2]}' is not one of {string.Join(", ", Languages)}";
        }

        if (IsGroup(line[1]))
        {
            var words = line[0].Split([' '], StringSplitOptions.RemoveEmptyEntries);
            return words.Select(Phrase.Choice.Problem).FirstOrDefault(p => p is not null);
        }

        var kind = line[1].StartsWith(WordingKinds.Not, StringComparison.Ordinal) ? line[1].Substring(WordingKinds.Not.Length) : line[1];
        if (!WordingKinds.OfTexts.Contains(kind) && (kind != line[1] || !WordingKinds.OfDialogs.Contains(kind)))
        {
            return $"'{line[1]}' is not one of {string.Join(", ", WordingKinds.OfTexts.Concat(WordingKinds.OfDialogs))}";
        }

        return Phrase.Parse(line[0], line[1], line[2], _ => ["group"]).Problem;
    }
}
