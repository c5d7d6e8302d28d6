using System.Collections.Immutable;
using System.Net;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

// A generated page has hundreds of thousands of these. They keep places in the text of the file, which they share, and make a
// string when a rule asks for one.

/// <summary>Something in the file. Nodes stand in <see cref="MarkupDocument.Nodes"/> in the order of their first character.</summary>
internal abstract class MarkupNode
{
    private readonly int _start;
    private int _end;

    protected MarkupNode(int index, MarkupElement? parent, TextSpan span, bool isConditional)
    {
        Index = index;
        Parent = parent;
        _start = span.Start;
        _end = span.End;
        IsConditional = isConditional;
    }

    /// <summary>Place in <see cref="MarkupDocument.Nodes"/>.</summary>
    public int Index { get; }

    public MarkupElement? Parent { get; }

    /// <summary>From the first character to behind the last; of an element with its content and end tag.</summary>
    public TextSpan Span => TextSpan.FromBounds(_start, _end);

    /// <summary>Stands in a branch of a Razor statement (if, else, switch, loop), so that the page may not have it.</summary>
    public bool IsConditional { get; }

    /// <summary>Called once, when an element ends.</summary>
    protected void EndsAt(int end) => _end = Math.Max(end, _end);
}

/// <summary>How the characters of a text are meant.</summary>
internal enum MarkupTextKind
{
    /// <summary>With entities.</summary>
    Entities,

    /// <summary>With entities, and with two at signs for one.</summary>
    Razor,

    /// <summary>As they stand: CDATA.</summary>
    Literal,
}

/// <summary>Text between tags, as it stands in the file.</summary>
internal sealed class MarkupText(int index, MarkupElement? parent, TextSpan span, bool isConditional, string source, MarkupTextKind kind)
    : MarkupNode(index, parent, span, isConditional)
{
    private string? _text;

    /// <summary>With entities resolved.</summary>
    public string Text => _text ??= Decode();

    private string Decode()
    {
        var raw = source.Substring(Span.Start, Span.Length);
        return kind switch
        {
            MarkupTextKind.Literal => raw,
            MarkupTextKind.Razor when raw.IndexOf('@') >= 0 => WebUtility.HtmlDecode(raw.Replace("@@", "@")),
            _ => WebUtility.HtmlDecode(raw),
        };
    }
}

/// <summary>A Razor expression between tags, such as <c>@Localizer["Newsletter"]</c> or <c>@(a + b)</c>.</summary>
internal sealed class MarkupCode(int index, MarkupElement? parent, TextSpan span, bool isConditional, string source)
    : MarkupNode(index, parent, span, isConditional)
{
    private string? _code;

    /// <summary>The C# without the at sign.</summary>
    public string Code => _code ??= source.Substring(Span.Start + 1, Span.Length - 1);
}

/// <summary>An attribute; of a Razor directive the name begins with an at sign.</summary>
internal sealed class MarkupAttribute
{
    private static readonly string[] Words = ["checkbox", "radio", "text", "hidden", "button", "submit", "number", "date", "switch", "link"];

    private readonly string _source;
    private readonly int _start;
    private readonly int _end;
    private readonly int _valueStart;
    private readonly int _valueEnd;
    private string? _rawValue;

    /// <param name="source">All of the file.</param>
    /// <param name="name">As written, with its prefix.</param>
    /// <param name="start">Place of the name.</param>
    /// <param name="value">Between the quotes; default when there is only a name.</param>
    /// <param name="end">Behind the value with its quotes.</param>
    public MarkupAttribute(string source, string name, int start, TextSpan? value, int end)
    {
        _source = source;
        Name = name;
        _start = start;
        HasValue = value is not null;
        (_valueStart, _valueEnd) = value is { } span ? (span.Start, span.End) : (start + name.Length, start + name.Length);
        _end = end;
    }

    /// <summary>As written, with its prefix.</summary>
    public string Name { get; }

    /// <summary>False when there is only a name.</summary>
    public bool HasValue { get; }

    /// <summary>Name and value with quotes.</summary>
    public TextSpan Span => TextSpan.FromBounds(_start, _end);

    /// <summary>The name.</summary>
    public TextSpan NameSpan => new(_start, Name.Length);

    /// <summary>Between the quotes; empty behind the name when there is no value.</summary>
    public TextSpan ValueSpan => TextSpan.FromBounds(_valueStart, _valueEnd);

    /// <summary>Between the quotes, entities unresolved; null when there is only a name.</summary>
    public string? RawValue => HasValue ? _rawValue ??= _source.Substring(_valueStart, _valueEnd - _valueStart) : null;

    /// <summary>The value with entities resolved; an empty string when there is none.</summary>
    public string Value => RawValue is { } raw ? raw.IndexOf('&') < 0 ? raw : WebUtility.HtmlDecode(raw) : "";

    /// <summary>The value in small letters, one string for the words that stand in most pages.</summary>
    public string Word
    {
        get
        {
            foreach (var word in Words)
            {
                if (word.Length == _valueEnd - _valueStart && string.Compare(_source, _valueStart, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    return word;
                }
            }

            return Value.ToLowerInvariant();
        }
    }

    /// <summary>The path of the plainest binding of XAML, <c>{Binding A.B}</c>, as most are; null for all other values.</summary>
    public string? PlainBinding
    {
        get
        {
            const string start = "{Binding ";
            var from = _valueStart + start.Length;
            if (!StartsWith(start) || from + 1 >= _valueEnd || !char.IsLetter(_source[from]) || _source[_valueEnd - 1] != '}')
            {
                return null;
            }

            for (var i = from; i < _valueEnd - 1; i++)
            {
                if (!char.IsLetterOrDigit(_source[i]) && _source[i] is not ('_' or '.'))
                {
                    return null;
                }
            }

            return _source.Substring(from, _valueEnd - 1 - from);
        }
    }

    /// <summary>Whether the value begins so, as it stands in the file.</summary>
    public bool StartsWith(string piece) =>
        _valueEnd - _valueStart >= piece.Length && string.CompareOrdinal(_source, _valueStart, piece, 0, piece.Length) == 0;

    /// <summary>Whether the value has a piece of text, as it stands in the file: asked before a string is made of it.</summary>
    public bool Contains(string piece, StringComparison comparison = StringComparison.Ordinal) =>
        _source.IndexOf(piece, _valueStart, _valueEnd - _valueStart, comparison) >= 0;
}

/// <summary>An element with its attributes.</summary>
internal sealed class MarkupElement : MarkupNode
{
    private readonly MarkupName _name;
    private readonly int _startTagEnd;

    public MarkupElement(int index, MarkupElement? parent, TextSpan startTag, bool isConditional, MarkupName name, ImmutableArray<MarkupAttribute> attributes, bool hasUnknownAttributes)
        : base(index, parent, startTag, isConditional)
    {
        _name = name;
        _startTagEnd = startTag.End;
        Attributes = attributes;
        HasUnknownAttributes = hasUnknownAttributes;
    }

    /// <summary>As written, with its prefix.</summary>
    public string Name => _name.Text;

    /// <summary>Without a prefix: <c>Switch</c> of <c>controls:Switch</c>.</summary>
    public string LocalName => _name.LocalName;

    public TextSpan NameSpan => new(Span.Start + 1, Name.Length);

    /// <summary>From <c>&lt;</c> to behind <c>&gt;</c>.</summary>
    public TextSpan StartTag => TextSpan.FromBounds(Span.Start, _startTagEnd);

    public ImmutableArray<MarkupAttribute> Attributes { get; }

    /// <summary>Attributes may come from elsewhere: <c>@attributes</c>, or Razor code between the attributes.</summary>
    public bool HasUnknownAttributes { get; }

    /// <summary>The first attribute with this name, or null. HTML does not mind capitals; names in XAML are unique either way.</summary>
    public MarkupAttribute? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Called once, when the element ends.</summary>
    internal void EndAt(int position) => EndsAt(position);
}
