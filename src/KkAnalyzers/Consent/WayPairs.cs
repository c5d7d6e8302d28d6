using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Consent;

/// <summary>What a name says about a way in or a way out. Several pairs may speak in one name.</summary>
/// <param name="Pair">One of <see cref="WayPairs.Names"/>.</param>
/// <param name="Role">in, out, noun, not.</param>
/// <param name="Alone">Needs no noun beside it.</param>
/// <param name="Start">First word.</param>
/// <param name="Length">Number of words.</param>
internal sealed record WayWord(string Pair, string Role, bool Alone, int Start, int Length);

/// <summary>The list KkAnalyzers.WaysOut with the user's changes: ways in, and what would lead out again.</summary>
internal sealed class WayPairs
{
    public const string In = "in";
    public const string Out = "out";
    public const string Noun = "noun";
    public const string Not = "not";
    private const string Neutral = "neutral";
    private const string Any = "any";
    private const string Alone = "alone";

    /// <summary>Longest term in words.</summary>
    private const int LongestTerm = 4;

    public static readonly KkList List = new("KkAnalyzers.WaysOut", 3, 4, Problem);

    public static ImmutableArray<string> Names { get; } = ImmutableArray.Create(
        "newsletter", "account", "consent", "sharing", "link", "location", "subscription", "photo");

    private readonly Dictionary<string, List<(string Pair, string Role, bool Alone)>> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _texts = new(StringComparer.Ordinal);

    public WayPairs(KkContext context)
    {
        foreach (var line in List.Lines(context).Where(l => !l.Removes))
        {
            var key = Tokenizer.Glue(line[0]);
            if (!_terms.TryGetValue(key, out var roles))
            {
                _terms.Add(key, roles = []);
            }

            roles.Add((line[1], line[2], line[3] == Alone));
            if (line[2] == Out && line[3] == Alone)
            {
                if (!_texts.TryGetValue(line[1], out var texts))
                {
                    _texts.Add(line[1], texts = []);
                }

                texts.Add(line[0]);
                texts.Add(key);
            }
        }
    }

    /// <summary>The pair in the reader's language.</summary>
    public static MessageArg Text(string pair) => MessageArg.Text(pair switch
    {
        "newsletter" => Texts.WayInNewsletter,
        "account" => Texts.WayInAccount,
        "consent" => Texts.WayInConsent,
        "sharing" => Texts.WayInSharing,
        "link" => Texts.WayInLink,
        "location" => Texts.WayInLocation,
        "subscription" => Texts.WayInSubscription,
        _ => Texts.WayInPhoto,
    });

    /// <summary>The terms in some words, wherever they begin.</summary>
    public List<WayWord> Words(IReadOnlyList<string> tokens)
    {
        var found = new List<WayWord>();
        for (var start = 0; start < tokens.Count; start++)
        {
            var glued = "";
            for (var length = 1; length <= LongestTerm && start + length <= tokens.Count; length++)
            {
                glued += tokens[start + length - 1];
                if (_terms.TryGetValue(glued, out var roles))
                {
                    foreach (var (pair, role, alone) in roles)
                    {
                        found.Add(new WayWord(pair, role, alone, start, length));
                    }
                }
            }
        }

        return found;
    }

    /// <summary>How a link, a label or a key calls a way out by itself.</summary>
    public IReadOnlyList<string> OutTexts(string pair) => _texts.TryGetValue(pair, out var texts) ? texts : [];

    /// <summary>Every word of the name is one of the pair, or says nothing: SubscribeToNewsletter, but not RegisterDevice.</summary>
    public static bool SaysNothingElse(IReadOnlyList<string> tokens, List<WayWord> words, string pair)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!words.Exists(w => w.Start <= i && i < w.Start + w.Length && (w.Role == Neutral || (w.Pair == pair && w.Role is In or Noun))))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Problem(ListLine line) =>
        line[2] == Neutral ? (line[1] == Any ? null : "a neutral word belongs to 'any' pair")
        : !Names.Contains(line[1]) ? $"'{line[1]}' is no pair ({string.Join(", ", Names)})"
        : line[2] is not (In or Out or Noun or Not) ? $"'{line[2]}' is not in, out, noun, not or neutral"
        : line[3] is "" or Alone ? null : $"the fourth field is 'alone', not '{line[3]}'";
}
