using System.Collections.Immutable;
using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Consent;

/// <summary>The words of a name or of a sentence: <c>EmailOptIn</c>, <c>email_opt_in</c> and <c>E-mail: opt-in</c> alike.</summary>
internal static class ConsentTokens
{
    private static readonly char[] Spaces = [' ', '\t', '\r', '\n', '\u00A0'];

    private static readonly char[] SpacesAndApostrophes = [.. Spaces, '\'', '\u2019'];

    /// <summary>True for a text that goes to the tokenizer as it stands.</summary>
    public static bool IsOneName(string text) => text.IndexOfAny(SpacesAndApostrophes) < 0;

    /// <summary>A sentence is cut at its spaces first, for the tokenizer takes no text longer than a name.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        // "don't" is one word of the list; an apostrophe elsewhere separates: l'infolettre.
        if (IsOneName(text))
        {
            return Tokenizer.Tokens(text).ToImmutableArray();
        }

        var plain = text.IndexOf('\'') < 0 && text.IndexOf('\u2019') < 0 ? text : text.Replace('\u2019', '\'').Replace("n't", "nt");
        return plain.IndexOfAny(Spaces) < 0
            ? Tokenizer.Tokens(plain).ToImmutableArray()
            : plain.Split(Spaces, StringSplitOptions.RemoveEmptyEntries).SelectMany(Tokenizer.Tokens).ToImmutableArray();
    }
}
