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

    // Most texts stand in the file as they are: for them, the place of the first character says all.
    private readonly int _plainStart;
    private StringBuilder? _text;
    private List<TextSpan>? _places;
    private string? _value;

    public PlacedText()
        : this("", 0)
    {
    }

    private PlacedText(string text, int start)
    {
        _value = text;
        _plainStart = start;
    }

    /// <summary>The text; <see cref="Hole"/> where something unknown is put in.</summary>
    public string Value => _value ??= _text!.ToString();

    /// <summary>A text that stands in the file as it is.</summary>
    public static PlacedText Plain(string text, int start) => new(text, start);

    /// <summary>Adds a character that stands at a place.</summary>
    public void Add(char c, TextSpan place)
    {
        if (_text is null || _places is null)
        {
            var plain = Value;
            _text = new StringBuilder(plain);
            _places = new List<TextSpan>(plain.Length);
            for (var i = 0; i < plain.Length; i++)
            {
                _places.Add(new TextSpan(_plainStart + i, 1));
            }
        }

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
    public TextSpan Place(TextSpan part) => TextSpan.FromBounds(PlaceOf(part.Start).Start, PlaceOf(part.End - 1).End);

    /// <summary>True when the part comes from a constant that is named there, and is written somewhere else.</summary>
    public bool IsConstant(TextSpan part) => part.Length > 1 && PlaceOf(part.Start) == PlaceOf(part.End - 1);

    /// <summary>True when the part stands in the file letter by letter, so that an edit there changes only it.</summary>
    public bool IsWritten(TextSpan part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (PlaceOf(i).Length != 1 || PlaceOf(i).Start != PlaceOf(part.Start).Start + (i - part.Start))
            {
                return false;
            }
        }

        return part.Length > 0;
    }

    private TextSpan PlaceOf(int index) => _places is { } places ? places[index] : new TextSpan(_plainStart + index, 1);
}
