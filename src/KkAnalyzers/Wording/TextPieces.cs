using System.Net;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Wording;

/// <summary>
/// A text put together from places in a file. Places are kept by piece and not by character, and the text is made when it is
/// taken: of most texts no rule wants to know more than that they begin no phrase.
/// </summary>
internal sealed class TextPieces
{
    /// <summary>Entities of one character that is neither in a word nor joins two: a text is read over them as over a space.</summary>
    private static readonly string[] Separators = ["&amp;", "&nbsp;", "&lt;", "&gt;", "&quot;"];

    private readonly List<Piece> _pieces = [];

    public int Length { get; private set; }

    public override string ToString()
    {
        var text = new StringBuilder(Length);
        foreach (var piece in _pieces)
        {
            text.Append(' ', piece.Start - text.Length);
            if (piece.Source is null)
            {
                text.Append(WordReader.Hole);
            }
            else if (piece.Decoded is { } decoded)
            {
                text.Append(decoded);
            }
            else if (piece.Length != piece.Place.Length)
            {
                text.Append(WebUtility.HtmlDecode(piece.Source.Substring(piece.At, piece.Place.Length)));
            }
            else
            {
                text.Append(piece.Source, piece.At, piece.Length);
            }
        }

        return text.ToString();
    }

    /// <summary>Adds a text as it stands in the file, with entities.</summary>
    public void Add(string raw, int start) => Add(raw, new TextSpan(0, raw.Length), start);

    /// <summary>Adds a part of the file, with entities.</summary>
    public void Add(string file, TextSpan part) => Add(file, part, part.Start);

    /// <summary>Adds what the program fills in.</summary>
    public void AddHole(TextSpan place) => Add(new Piece(Next, 1, place, null, 0, null));

    /// <summary>False when no word of the text is one that a phrase needs; makes no text of what has no entities.</summary>
    public bool HasAnchor(PhraseSet phrases, WordReader reader)
    {
        foreach (var piece in _pieces)
        {
            if (piece.Source is not null)
            {
                reader.Begin(piece.Decoded ?? piece.Source, piece.Decoded is null ? piece.At : 0, piece.Decoded is null ? piece.Place.Length : piece.Length);
                if (phrases.HasAnchor(reader))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The text and the way back to the file.</summary>
    public (string Text, Func<TextSpan, TextSpan> Place) Take()
    {
        var text = ToString();
        var pieces = _pieces.ToArray();
        Clear();
        return (text, part => TextSpan.FromBounds(At(pieces, part.Start, isEnd: false), At(pieces, Math.Max(part.End - 1, part.Start), isEnd: true)));
    }

    public void Clear()
    {
        Length = 0;
        _pieces.Clear();
    }

    /// <summary>Where the next piece begins: a space separates it.</summary>
    private int Next => Length > 0 ? Length + 1 : 0;

    private void Add(string source, TextSpan raw, int start)
    {
        var length = DecodedLength(source, raw);
        var decoded = length >= 0 ? null : WebUtility.HtmlDecode(source.Substring(raw.Start, raw.Length));
        Add(new Piece(Next, decoded?.Length ?? length, new TextSpan(start, raw.Length), source, raw.Start, decoded));
    }

    /// <summary>Length with entities resolved; -1 when there are others than <see cref="Separators"/>.</summary>
    private static int DecodedLength(string source, TextSpan raw)
    {
        var length = raw.Length;
        for (var at = source.IndexOf('&', raw.Start, raw.Length); at >= 0; at = source.IndexOf('&', at + 1, raw.End - at - 1))
        {
            var shorter = 0;
            foreach (var entity in Separators)
            {
                if (at + entity.Length <= raw.End && string.CompareOrdinal(source, at, entity, 0, entity.Length) == 0)
                {
                    shorter = entity.Length - 1;
                }
            }

            if (shorter == 0)
            {
                return -1;
            }

            length -= shorter;
        }

        return length;
    }

    private void Add(Piece piece)
    {
        _pieces.Add(piece);
        Length = piece.Start + piece.Length;
    }

    /// <summary>Where the character stands: its first place, or the place behind it.</summary>
    private static int At(Piece[] pieces, int position, bool isEnd)
    {
        var piece = pieces.Last(p => p.Start <= position);
        var offset = Math.Min(position - piece.Start, piece.Length - 1);
        if (piece.Source is null)
        {
            return isEnd ? piece.Place.End : piece.Place.Start;
        }

        // Letter by letter the same, or as many of them.
        if (piece.Length == piece.Place.Length)
        {
            return piece.Place.Start + offset + (isEnd ? 1 : 0);
        }

        var raw = piece.Source.Substring(piece.At, piece.Place.Length);
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
    /// <param name="Source">Holds it; null for a hole.</param>
    /// <param name="At">Where it begins there.</param>
    /// <param name="Decoded">With entities resolved; null when there are none but separators.</param>
    private readonly record struct Piece(int Start, int Length, TextSpan Place, string? Source, int At, string? Decoded);
}
