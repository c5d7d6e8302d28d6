using System.Text;

namespace KkAnalyzers.PersonalData;

/// <summary>
/// Cuts a name into words: <c>BSNNummer</c> is bsn + nummer, <c>HbA1c</c> hb + a + 1 + c, <c>Prénom</c> prenom. Accents go
/// first, because C# allows them in names; lower case is invariant.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Characters of the longest text that counts as a name.</summary>
    public const int MaxLength = 160;

    // What normalisation leaves alone but people write as two letters.
    private const string Ligatures = "œŒæÆßøØłŁ";
    private static readonly string[] LigatureLetters = ["oe", "Oe", "ae", "Ae", "ss", "o", "O", "l", "L"];

    private enum Kind : byte
    {
        Other,
        Lower,
        Upper,
        Digit,
    }

    /// <summary>The words of a name, in order.</summary>
    public static List<string> Tokens(string identifier)
    {
        Span<char> chars = stackalloc char[MaxLength];
        Span<int> ends = stackalloc int[MaxLength];
        var count = Split(identifier, chars, ends);
        var tokens = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var start = i == 0 ? 0 : ends[i - 1];
            tokens.Add(chars.Slice(start, ends[i] - start).ToString());
        }

        return tokens;
    }

    /// <summary>All words of a text as one: <c>numéro d'assuré</c> is numerodassure. The form in which terms are compared.</summary>
    public static string Glue(string text) => string.Concat(Tokens(text));

    /// <summary>
    /// Writes the words one behind the other, so that a run of words is one slice, and where each of them ends. Allocates
    /// nothing for ASCII. Returns the number of words; 0 also for a text that is too long to be a name.
    /// </summary>
    /// <param name="identifier">The name.</param>
    /// <param name="chars">Receives the letters; <see cref="MaxLength"/> long.</param>
    /// <param name="ends">Receives the index behind each word; <see cref="MaxLength"/> long.</param>
    public static int Split(string identifier, Span<char> chars, Span<int> ends)
    {
        // A ligature gives two letters, so the buffers hold what half their length can need at most.
        if (identifier.Length > MaxLength / 2)
        {
            return 0;
        }

        var writer = new Writer(chars, ends);
        for (var i = Start(identifier); i < identifier.Length; i++)
        {
            var c = identifier[i];
            if (c < 128)
            {
                writer.Add(c, Ascii(c));
            }
            else
            {
                Fold(c, ref writer);
            }
        }

        return writer.Finish();
    }

    // @, _ and the field prefixes m_, s_ and k_.
    private static int Start(string identifier)
    {
        var i = 0;
        while (i < identifier.Length && identifier[i] is '@' or '_')
        {
            i++;
        }

        return i + 2 < identifier.Length && identifier[i] is 'm' or 's' or 'k' && identifier[i + 1] == '_' ? i + 2 : i;
    }

    private static Kind Ascii(char c) => c switch
    {
        >= 'a' and <= 'z' => Kind.Lower,
        >= 'A' and <= 'Z' => Kind.Upper,
        >= '0' and <= '9' => Kind.Digit,
        _ => Kind.Other,
    };

    private static void Fold(char c, ref Writer writer)
    {
        var ligature = Ligatures.IndexOf(c);
        if (ligature >= 0)
        {
            var letters = LigatureLetters[ligature];
            writer.Add(letters[0], Ascii(letters[0]));
            if (letters.Length > 1)
            {
                writer.Continue(letters[1]);
            }

            return;
        }

        // A lone surrogate cannot be normalised; it separates words like any other sign.
        if (char.IsSurrogate(c))
        {
            writer.Add(c, Kind.Other);
            return;
        }

        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(part) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                writer.Add(part, part < 128 ? Ascii(part) : char.IsUpper(part) ? Kind.Upper : char.IsLower(part) ? Kind.Lower : char.IsDigit(part) ? Kind.Digit : Kind.Other);
            }
        }
    }

    private ref struct Writer(Span<char> chars, Span<int> ends)
    {
        private readonly Span<char> _chars = chars;
        private readonly Span<int> _ends = ends;
        private int _length;
        private int _count;
        private int _start;
        private int _lastStart;
        private Kind _last;

        public void Add(char c, Kind kind)
        {
            if (kind == Kind.Other || _length == _chars.Length)
            {
                EndToken(_length);
                _last = Kind.Other;
                return;
            }

            if (kind != _last)
            {
                if (kind == Kind.Lower && _last == Kind.Upper)
                {
                    // The capital before a small letter belongs to the new word: RRnr is r + rnr.
                    EndToken(_lastStart);
                }
                else
                {
                    EndToken(_length);
                }
            }

            _last = kind;
            _lastStart = _length;
            _chars[_length++] = kind == Kind.Upper ? char.ToLowerInvariant(c) : c;
        }

        /// <summary>The second letter of one sign: it never begins a word.</summary>
        public void Continue(char c)
        {
            if (_length < _chars.Length)
            {
                _chars[_length++] = c;
            }
        }

        public int Finish()
        {
            EndToken(_length);
            return _count;
        }

        private void EndToken(int end)
        {
            if (end > _start)
            {
                _ends[_count++] = end;
                _start = end;
            }
        }
    }
}
