using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Connections;

/// <summary>
/// A text as the program sees it, and where each of its characters stands in the file: between the two lie escapes, entities,
/// concatenations and the holes of interpolated strings. Made only for texts that may say something.
/// </summary>
internal sealed class PlacedText
{
    /// <summary>Stands for a value that is not known here.</summary>
    public const char Hole = '\uFFFC';

    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _places = [];
    private string? _value;

    /// <summary>The text; <see cref="Hole"/> where something unknown is put in.</summary>
    public string Value => _value ??= _text.ToString();

    /// <summary>A text that stands in the file as it is.</summary>
    public static PlacedText Plain(string text, int start)
    {
        var placed = new PlacedText();
        for (var i = 0; i < text.Length; i++)
        {
            placed.Add(text[i], new TextSpan(start + i, 1));
        }

        return placed;
    }

    /// <summary>Adds a character that stands at a place.</summary>
    public void Add(char c, TextSpan place)
    {
        _value = null;
        _text.Append(c);
        _places.Add(place);
    }

    /// <summary>Adds characters that share one place, such as the value of a constant that is named there.</summary>
    public void Add(string text, TextSpan place)
    {
        foreach (var c in text)
        {
            Add(c, place);
        }
    }

    /// <summary>The place in the file of a part of the text; the part is not empty.</summary>
    public TextSpan Place(TextSpan part) => TextSpan.FromBounds(_places[part.Start].Start, _places[part.End - 1].End);

    /// <summary>True when the part comes from a constant that is named there, and is written somewhere else.</summary>
    public bool IsConstant(TextSpan part) => part.Length > 1 && _places[part.Start] == _places[part.End - 1];

    /// <summary>True when the part stands in the file letter by letter, so that an edit there changes only it.</summary>
    public bool IsWritten(TextSpan part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (_places[i].Length != 1 || _places[i].Start != _places[part.Start].Start + (i - part.Start))
            {
                return false;
            }
        }

        return part.Length > 0;
    }
}
