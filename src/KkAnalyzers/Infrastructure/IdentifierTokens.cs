using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// The words of a name or a sentence: <c>EmailOptIn</c>, <c>email_opt_in</c> and <c>E-mail: opt-in</c>. Lower case and
/// without accents, because developers write Prénom and Prenom, and by the invariant culture, because of the Turkish i.
/// </summary>
internal static class IdentifierTokens
{
    private enum Kind { Other, Upper, Lower, Digit }

    /// <summary>The words in order. Capitals that run into a word belong apart: <c>SMSOptOut</c> is sms, opt, out.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        var folded = Fold(text);
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            var kind = KindOf(folded[i]);
            var previous = i == start ? Kind.Other : KindOf(folded[i - 1]);
            var next = i + 1 < folded.Length ? KindOf(folded[i + 1]) : Kind.Other;
            var begins = kind == Kind.Other
                || (previous != Kind.Other && (
                    (kind == Kind.Upper && (previous != Kind.Upper || next == Kind.Lower))
                    || (kind == Kind.Lower && previous == Kind.Digit)
                    || (kind == Kind.Digit && previous != Kind.Digit)));
            if (!begins)
            {
                continue;
            }

            Add(start, i);
            start = kind == Kind.Other ? i + 1 : i;
        }

        Add(start, folded.Length);
        return words.ToImmutable();

        void Add(int from, int to)
        {
            if (to > from)
            {
                words.Add(folded.Substring(from, to - from).ToLowerInvariant());
            }
        }
    }

    /// <summary>The text without accents and ligatures; the capitals stay.</summary>
    public static string Fold(string text)
    {
        if (text.All(c => c < '\u0080'))
        {
            return text.Replace("n't", "nt");
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in Normalized(text.Replace('\u2019', '\'').Replace("n't", "nt")))
        {
            switch (c)
            {
                case 'œ': folded.Append("oe"); break;
                case 'Œ': folded.Append("Oe"); break;
                case 'æ': folded.Append("ae"); break;
                case 'Æ': folded.Append("Ae"); break;
                case 'ß': folded.Append("ss"); break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                    {
                        folded.Append(c);
                    }

                    break;
            }
        }

        return folded.ToString();
    }

    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate, as half-typed files have them.
            return text;
        }
    }

    private static Kind KindOf(char c) =>
        char.IsUpper(c) ? Kind.Upper : char.IsLetter(c) ? Kind.Lower : char.IsDigit(c) ? Kind.Digit : Kind.Other;
}
