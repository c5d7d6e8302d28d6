using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Wording;

/// <summary>Phrases by the beginnings of their rarest words.</summary>
internal sealed class PhraseSet
{
    /// <summary>Letters that are looked at first.</summary>
    private const int BeginningLength = 4;

    private readonly Dictionary<int, List<(Phrase Phrase, Phrase.Choice Anchor)>> _byBeginning = [];

    public PhraseSet(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var anchor in phrase.Anchors)
            {
                var key = Key(anchor.Text.AsSpan());
                if (!_byBeginning.TryGetValue(key, out var list))
                {
                    _byBeginning.Add(key, list = []);
                }

                list.Add((phrase, anchor));
            }
        }
    }

    /// <summary>False when no word of the text begins as a phrase needs it; allocates next to nothing, so that files can be asked.</summary>
    public bool MayMatch(string text)
    {
        var reader = new WordReader(text);
        while (reader.Next())
        {
            if (_byBeginning.ContainsKey(Key(reader.Letters)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>False when no word of the text is one that a phrase needs; allocates nothing.</summary>
    public bool HasAnchor(WordReader reader)
    {
        while (reader.Next())
        {
            if (_byBeginning.TryGetValue(Key(reader.Letters), out var phrases))
            {
                foreach (var (_, anchor) in phrases)
                {
                    if (anchor.Matches(reader.Letters))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Phrases that match, with the part of the text.</summary>
    public IEnumerable<(Phrase Phrase, TextSpan Span)> Matches(List<Word> words, string language)
    {
        HashSet<Phrase>? tried = null;
        foreach (var word in words)
        {
            if (word.IsNumber || !_byBeginning.TryGetValue(Key(word.Text.AsSpan()), out var phrases))
            {
                continue;
            }

            foreach (var (phrase, anchor) in phrases)
            {
                if ((language.Length == 0 || phrase.Language == language) && anchor.Matches(word) && (tried ??= []).Add(phrase) && phrase.Match(words) is { } span)
                {
                    yield return (phrase, span);
                }
            }
        }
    }

    /// <summary>The first letters in five bits each; a shorter word has its own key.</summary>
    private static int Key(ReadOnlySpan<char> letters)
    {
        var key = 0;
        for (var i = 0; i < BeginningLength; i++)
        {
            key = (key << 5) | (i < letters.Length ? letters[i] & 31 : 0);
        }

        return key;
    }
}
