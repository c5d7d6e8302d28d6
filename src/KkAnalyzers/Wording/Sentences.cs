using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Wording;

/// <summary>Cuts a text into sentences of words.</summary>
internal static class Sentences
{
    /// <summary>Characters of the longest sentence; what is longer is cut, so that no text makes the work grow faster than itself.</summary>
    public const int Longest = 400;

    /// <summary>The sentences one after another; the list is the same each time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="asOne">The whole text counts as one sentence, as that of a button does.</param>
    public static IEnumerable<List<Word>> Of(string text, bool asOne = false)
    {
        var reader = new WordReader(text);
        var words = new List<Word>();
        while (reader.Next())
        {
            if (words.Count > 0 && ((reader.BeginsSentence && !asOne) || reader.End - words[0].Span.Start > Longest))
            {
                yield return words;
                words.Clear();
            }

            words.Add(new Word(reader.Letters.ToString(), TextSpan.FromBounds(reader.Start, reader.End), reader.IsNumber));
        }

        if (words.Count > 0)
        {
            yield return words;
        }
    }

    /// <summary>Words of a name: acceptAllCookies, cookie-banner__reject.</summary>
    public static List<Word> OfName(string name) =>
        Consent.ConsentTokens.Split(name).Select(t => new Word(t, default, false)).ToList();
}
