using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Wording;

/// <summary>A word of a sentence.</summary>
/// <param name="Text">In small letters, without accents and hyphens; empty for a number.</param>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="IsNumber">A number, or a hole that the program fills: 3, 14:05, {count}, @Model.Count.</param>
internal readonly record struct Word(string Text, TextSpan Span, bool IsNumber);

/// <summary>
/// The words of a text from left to right, without allocation, so that a whole file can be asked whether a word is in it.
/// Capitals, accents and hyphens within a word do not count. An apostrophe separates behind the short words of French
/// (l'offre, n'aime) and joins elsewhere (don't).
/// </summary>
internal sealed class WordReader
{
    /// <summary>Stands for what a program puts in a text.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>Letters of a word that are kept; no word of a list is longer.</summary>
    private const int LongestWord = 40;

    /// <summary>Longest <c>{name:format}</c>.</summary>
    private const int LongestHole = 40;

    /// <summary>From À to ſ; a dot is no letter.</summary>
    private const string WithoutAccents =
        "aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypy"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private readonly char[] _letters = new char[LongestWord];
    private string _text = "";
    private int _start;
    private int _end;
    private int _at;

    public WordReader()
    {
    }

    public WordReader(string text) => Begin(text, 0, text.Length);

    /// <summary>Letters of the word, at most as many as are kept; 0 for a number.</summary>
    public int Length { get; private set; }

    public int Start { get; private set; }

    public int End => _at;

    public bool IsNumber { get; private set; }

    /// <summary>A sentence ended somewhere before this word.</summary>
    public bool BeginsSentence { get; private set; }

    public ReadOnlySpan<char> Letters => _letters.AsSpan(0, Length);

    /// <summary>Another text, or a part of one: a page has more texts than it needs readers.</summary>
    public void Begin(string text, int start, int length) => (_text, _start, _at, _end) = (text, start, start, start + length);

    /// <summary>To the next word; false at the end of the text.</summary>
    public bool Next()
    {
        BeginsSentence = false;
        for (; _at < _end; _at++)
        {
            var c = _text[_at];
            if (Fold(c) != '\0')
            {
                ReadWord();
                return true;
            }

            if (c is >= '0' and <= '9' or Hole || HoleLength(c) > 0)
            {
                ReadNumber(c);
                return true;
            }

            BeginsSentence |= c is '\u2022' or '|' || (c is '.' or '!' or '?' or '\u2026' && (_at + 1 == _end || !char.IsLetterOrDigit(_text[_at + 1])));
        }

        return false;
    }

    private void ReadWord()
    {
        Start = _at;
        Length = 0;
        IsNumber = false;
        while (_at < _end)
        {
            var c = _text[_at];
            var letter = Fold(c);
            if (letter != '\0')
            {
                Add(letter);
                if (c is 'œ' or 'Œ' or 'æ' or 'Æ')
                {
                    Add('e');
                }
            }
            else if (c is >= '0' and <= '9')
            {
                Add(c);
            }
            else if (!Joins(c))
            {
                return;
            }

            _at++;
        }
    }

    private void Add(char letter)
    {
        if (Length < LongestWord)
        {
            _letters[Length++] = letter;
        }
    }

    /// <summary>A hyphen or an apostrophe within a word.</summary>
    private bool Joins(char c)
    {
        if (c == '\u00AD')
        {
            return true;
        }

        if (_at + 1 >= _end || Fold(_text[_at + 1]) == '\0')
        {
            return false;
        }

        return c is '-' or '\u2010' or '\u2011' || (c is '\'' or '\u2019' or '\u02BC' && !Separates());
    }

    private bool Separates() => Length switch
    {
        1 => _letters[0] is 'l' or 'd' or 'j' or 'n' or 'm' or 's' or 'c' or 't',
        2 => _letters[0] == 'q' && _letters[1] == 'u',
        _ => false,
    };

    private void ReadNumber(char first)
    {
        Start = _at;
        Length = 0;
        IsNumber = true;
        var hole = first == Hole ? 1 : HoleLength(first);
        if (hole > 0)
        {
            _at += hole;
            return;
        }

        while (_at < _end && (char.IsDigit(_text[_at]) || (_text[_at] is '.' or ',' or ':' && _at + 1 < _end && char.IsDigit(_text[_at + 1]))))
        {
            _at++;
        }
    }

    /// <summary>Length of <c>{0}</c>, <c>{{count}}</c>, <c>@name</c> or <c>%d</c> that begins here; 0 when none does.</summary>
    private int HoleLength(char c)
    {
        if (c == '{')
        {
            // Braces of code hold anything else.
            var close = _at + 1;
            while (close < _end && close - _at < LongestHole && (char.IsLetterOrDigit(_text[close]) || _text[close] is ' ' or '_' or '.' or ':' or ',' or '{' or '#'))
            {
                close++;
            }

            return close > _at + 1 && close < _end && _text[close] == '}' ? close - _at + 1 : 0;
        }

        if (c is '@' or '%' && _at + 1 < _end && (_at == _start || !char.IsLetterOrDigit(_text[_at - 1])) && char.IsLetter(_text[_at + 1]))
        {
            var end = _at + 1;
            while (end < _end && end - _at < LongestHole && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '$'))
            {
                end++;
            }

            return end - _at;
        }

        return 0;
    }

    /// <summary>The letter in its plain form; a zero character when it is none.</summary>
    private static char Fold(char c)
    {
        if (c < 128)
        {
            return c is >= 'a' and <= 'z' ? c : c is >= 'A' and <= 'Z' ? (char)(c | 32) : '\0';
        }

        if (c is 'œ' or 'Œ')
        {
            return 'o';
        }

        if (c is >= '\u00C0' and <= '\u017F')
        {
            var plain = c - '\u00C0' < WithoutAccents.Length ? WithoutAccents[c - '\u00C0'] : 'x';
            return plain == '.' ? '\0' : plain;
        }

        return char.IsLetter(c) ? c : '\0';
    }
}
