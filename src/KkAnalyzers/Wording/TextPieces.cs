using System.Net;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Wording;

/// <summary>
/// A text put together from places in a file. Places are kept by piece and not by character: they are asked for only where
/// something was found.
/// </summary>
internal sealed class TextPieces
{
    private readonly StringBuilder _text = new();
    private readonly List<Piece> _pieces = [];

    public int Length => _text.Length;

    public override string ToString() => _text.ToString();

    /// <summary>Adds a text as it stands in the file, with entities.</summary>
    public void Add(string raw, int start)
    {
        if (_text.Length > 0)
        {
            _text.Append(' ');
        }

        var value = raw.IndexOf('&') < 0 ? raw : WebUtility.HtmlDecode(raw);
        _pieces.Add(new Piece(_text.Length, value.Length, new TextSpan(start, raw.Length), ReferenceEquals(value, raw) || value.Length == raw.Length ? null : raw));
        _text.Append(value);
    }

    /// <summary>Adds what the program fills in.</summary>
    public void AddHole(TextSpan place)
    {
        if (_text.Length > 0)
        {
            _text.Append(' ');
        }

        _pieces.Add(new Piece(_text.Length, 1, place, ""));
        _text.Append(WordReader.Hole);
    }

    /// <summary>The text and the way back to the file.</summary>
    public (string Text, Func<TextSpan, TextSpan> Place) Take()
    {
        var pieces = _pieces.ToArray();
        var text = _text.ToString();
        Clear();
        return (text, part => TextSpan.FromBounds(At(pieces, part.Start, isEnd: false), At(pieces, Math.Max(part.End - 1, part.Start), isEnd: true)));
    }

    public void Clear()
    {
        _text.Clear();
        _pieces.Clear();
    }

    /// <summary>Where the character stands: its first place, or the place behind it.</summary>
    private static int At(Piece[] pieces, int position, bool isEnd)
    {
        var piece = pieces.Last(p => p.Start <= position);
        var offset = Math.Min(position - piece.Start, piece.Length - 1);
        if (piece.Raw is not { Length: > 0 } raw)
        {
            return piece.Raw is null ? piece.Place.Start + offset + (isEnd ? 1 : 0)
                : isEnd ? piece.Place.End : piece.Place.Start;
        }

        var at = 0;
        for (var decoded = 0; at < raw.Length; decoded++)
        {
            var end = raw[at] == '&' ? raw.IndexOf(';', at) : -1;
            var next = end > at && end - at <= 10 && WebUtility.HtmlDecode(raw.Substring(at, end - at + 1)).Length == 1 ? end + 1 : at + 1;
            if (decoded == offset)
            {
                return piece.Place.Start + (isEnd ? next : at);
            }

            at = next;
        }

        return piece.Place.End;
    }

    /// <param name="Start">Where it begins in the text.</param>
    /// <param name="Length">Its length in the text.</param>
    /// <param name="Place">Where it stands in the file.</param>
    /// <param name="Raw">Null when text and file are the same letter by letter; empty for a hole.</param>
    private readonly record struct Piece(int Start, int Length, TextSpan Place, string? Raw);
}
