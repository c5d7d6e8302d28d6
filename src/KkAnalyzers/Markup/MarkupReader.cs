using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <summary>
/// One pass over HTML, Razor or XML, from left to right and never back, with a stack of its own instead of recursion. It
/// takes what people type: tags that never close, quotes that never end. It reads no DTD and expands no entity.
/// </summary>
internal sealed partial class MarkupReader
{
    private static readonly ImmutableHashSet<string> VoidElements = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    private static readonly ImmutableHashSet<string> RawTextElements = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "script", "style", "textarea", "title", "xmp", "iframe", "noframes");

    /// <summary>Elements that the next of their kind ends: <c>&lt;li&gt;a&lt;li&gt;b</c>.</summary>
    private static readonly ImmutableHashSet<string> EndedByTheNext = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "li", "option", "p", "tr", "td", "th", "dt", "dd");

    private readonly string _text;
    private readonly MarkupDialect _dialect;
    private readonly ImmutableArray<MarkupNode>.Builder _nodes = ImmutableArray.CreateBuilder<MarkupNode>();
    private readonly ImmutableArray<string>.Builder _directives = ImmutableArray.CreateBuilder<string>();
    private readonly Stack<Frame> _frames = new();
    private int _at;
    private long _steps;

    /// <summary>Behind the last character of a Razor <c>@:</c> line that is being read; 0 when there is none.</summary>
    private int _lineEnd;

    public MarkupReader(string text, MarkupDialect dialect)
    {
        _text = text;
        _dialect = dialect;
        _frames.Push(new Frame(FrameKind.Markup, null, IsConditional: false));
    }

    private enum FrameKind
    {
        /// <summary>Ends at an end tag.</summary>
        Element,

        /// <summary>The file, or <c>@section X { … }</c>: markup that ends at a brace.</summary>
        Markup,

        /// <summary>C# in braces, with markup where a statement can begin.</summary>
        Code,
    }

    private bool IsRazor => _dialect == MarkupDialect.Razor;

    private bool InCode => _frames.Peek().Kind == FrameKind.Code && _lineEnd == 0;

    private MarkupElement? Parent => _frames.Peek().Element;

    private bool IsConditional => _frames.Peek().IsConditional;

    public MarkupDocument Read()
    {
        while (_at < _text.Length)
        {
            if (_lineEnd != 0 && _at >= _lineEnd)
            {
                _lineEnd = 0;
            }

            if (InCode)
            {
                ReadCode();
            }
            else
            {
                ReadMarkup();
            }
        }

        while (_frames.Count > 0)
        {
            Pop(_text.Length);
        }

        return new MarkupDocument(_dialect, _nodes.ToImmutable(), _directives.ToImmutable(), _steps);
    }

    private void ReadMarkup()
    {
        var c = _text[_at];
        if (c == '<' && ReadTag())
        {
            return;
        }

        if (IsRazor && c == '@' && ReadRazor())
        {
            return;
        }

        if (c == '}' && _frames.Count > 1 && _frames.Peek().Kind == FrameKind.Markup)
        {
            _at++;
            Pop(_at);
            return;
        }

        ReadText();
    }

    private void ReadText()
    {
        var start = _at;
        var end = _lineEnd != 0 ? _lineEnd : _text.Length;
        var endsAtBrace = _frames.Count > 1 && _frames.Peek().Kind == FrameKind.Markup;
        do
        {
            Step();
        }
        while (_at < end && _text[_at] != '<' && !(IsRazor && (_text[_at] == '@' || (endsAtBrace && _text[_at] == '}'))));

        AddText(start, _at);
    }

    private void AddText(int start, int end)
    {
        if (end > start)
        {
            var raw = _text.Substring(start, end - start);
            if (!string.IsNullOrWhiteSpace(raw))
            {
                _nodes.Add(new MarkupText(_nodes.Count, Parent, TextSpan.FromBounds(start, end), IsConditional, raw));
            }
        }
    }

    private void Step()
    {
        _at++;
        _steps++;
    }

    private void SkipWhiteSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            Step();
        }
    }

    /// <summary>To behind the mark, or to the end of the file.</summary>
    private void SkipTo(string mark, StringComparison comparison = StringComparison.Ordinal)
    {
        var found = _at >= _text.Length ? -1 : _text.IndexOf(mark, _at, comparison);
        var end = found < 0 ? _text.Length : found + mark.Length;
        _steps += end - _at;
        _at = end;
    }

    private bool At(string mark) => string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0;

    private char Next(int offset = 1) => _at + offset < _text.Length ? _text[_at + offset] : '\0';

    private void Push(FrameKind kind, MarkupElement? element, bool isConditional)
    {
        if (kind == FrameKind.Element)
        {
            var open = _frames.Peek().Open;
            open[element!.Name] = open.TryGetValue(element.Name, out var count) ? count + 1 : 1;
            _frames.Push(new Frame(kind, element, isConditional) { Open = open });
        }
        else
        {
            _frames.Push(new Frame(kind, element, isConditional));
        }
    }

    private void Pop(int end)
    {
        var frame = _frames.Pop();
        if (frame.Kind == FrameKind.Element)
        {
            frame.Open[frame.Element!.Name]--;
            frame.Element.EndAt(end);
        }
    }

    private sealed record Frame(FrameKind Kind, MarkupElement? Element, bool IsConditional)
    {
        /// <summary>
        /// How many elements of each name are open down to the nearest brace: an end tag without a start costs one look-up
        /// and not a walk through the stack.
        /// </summary>
        public Dictionary<string, int> Open { get; init; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
