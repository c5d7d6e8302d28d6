using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <summary>
/// One pass over HTML, Razor or XML, from left to right and never back, with a stack of its own instead of recursion. It
/// takes what people type: tags that never close, quotes that never end. It reads no DTD and expands no entity.
/// </summary>
internal sealed partial class MarkupReader
{
    private static readonly char[] BeforeTags = ['<'];
    private static readonly char[] BeforeTagsAndCode = ['<', '@'];
    private static readonly char[] BeforeTagsCodeAndBraces = ['<', '@', '}'];

    private readonly string _text;
    private readonly MarkupDialect _dialect;
    private readonly MarkupNames _names;
    private readonly ImmutableArray<MarkupNode>.Builder _nodes = ImmutableArray.CreateBuilder<MarkupNode>();
    private readonly ImmutableArray<string>.Builder _directives = ImmutableArray.CreateBuilder<string>();
    private Frame[] _frames = new Frame[32];
    private int _depth;
    private int _at;
    private long _steps;

    /// <summary>Behind the last character of a Razor <c>@:</c> line that is being read; 0 when there is none.</summary>
    private int _lineEnd;

    public MarkupReader(string text, MarkupDialect dialect)
    {
        _text = text;
        _dialect = dialect;
        _names = new MarkupNames(dialect);
        _frames[_depth++] = new Frame { Kind = FrameKind.Markup };
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

    private bool InCode => Top.Kind == FrameKind.Code && _lineEnd == 0;

    private ref Frame Top => ref _frames[_depth - 1];

    private MarkupElement? Parent => Top.Element;

    private bool IsConditional => Top.IsConditional;

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

        while (_depth > 0)
        {
            Pop(_text.Length);
        }

        _nodes.Capacity = _nodes.Count;
        return new MarkupDocument(_dialect, _nodes.MoveToImmutable(), _directives.ToImmutable(), _steps);
    }

    private void ReadMarkup()
    {
        var c = _text[_at];
        var isPlain = Top.Name is { } name && (name.Html & HtmlKind.PlainText) != 0;
        if (c == '<' && (isPlain ? IsEndTagOf(_at, Top.Name!.Text) : true) && ReadTag())
        {
            return;
        }

        if (IsRazor && c == '@' && ReadRazor())
        {
            return;
        }

        if (c == '}' && _depth > 1 && Top.Kind == FrameKind.Markup)
        {
            Step();
            Pop(_at);
            return;
        }

        ReadText(isPlain);
    }

    /// <summary>Up to what begins something else; the first character is text whatever it is.</summary>
    private void ReadText(bool isPlain)
    {
        var start = _at;
        var end = _lineEnd != 0 ? _lineEnd : _text.Length;
        var marks = !IsRazor ? BeforeTags : _depth > 1 && Top.Kind == FrameKind.Markup ? BeforeTagsCodeAndBraces : BeforeTagsAndCode;

        // Two at signs are text.
        _at += IsRazor && _text[_at] == '@' && Next() == '@' ? 2 : 1;
        while (_at < end)
        {
            _at = _text.IndexOfAny(marks, _at, end - _at);
            if (_at < 0)
            {
                _at = end;
            }
            else if (_text[_at] == '@')
            {
                if (IsCodeMark())
                {
                    break;
                }

                _at += Next() == '@' ? 2 : 1;
            }
            else if (_text[_at] == '<' && (isPlain ? !IsEndTagOf(_at, Top.Name!.Text) : !IsTagMark(Next())))
            {
                _at++;
            }
            else
            {
                break;
            }
        }

        _at = Math.Min(_at, _text.Length);
        _steps += _at - start;
        AddText(start, _at, IsRazor ? MarkupTextKind.Razor : MarkupTextKind.Entities);
    }

    private void AddText(int start, int end, MarkupTextKind kind)
    {
        for (var i = start; i < end; i++)
        {
            // The mark of the encoding, which some editors leave in, is no text.
            if (!char.IsWhiteSpace(_text[i]) && !(i == 0 && _text[i] == '\uFEFF'))
            {
                _nodes.Add(new MarkupText(_nodes.Count, Parent, TextSpan.FromBounds(start, end), IsConditional, _text, kind));
                return;
            }
        }
    }

    private void Step()
    {
        _at++;
        _steps++;
    }

    /// <summary>Goes on to a place, at most to the end of the file.</summary>
    private void SkipUpTo(int place)
    {
        place = Math.Min(place, _text.Length);
        _steps += place - _at;
        _at = place;
    }

    private void SkipWhiteSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            Step();
        }
    }

    /// <summary>To behind the mark, or to the end of the file.</summary>
    private void SkipTo(string mark)
    {
        var found = _at >= _text.Length ? -1 : _text.IndexOf(mark, _at, StringComparison.Ordinal);
        SkipUpTo(found < 0 ? _text.Length : found + mark.Length);
    }

    /// <summary>To behind the mark, or to the end of the file.</summary>
    private void SkipTo(char mark)
    {
        var found = _at >= _text.Length ? -1 : _text.IndexOf(mark, _at);
        SkipUpTo(found < 0 ? _text.Length : found + 1);
    }

    private bool At(string mark) => string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0;

    private bool At(char mark) => _at < _text.Length && _text[_at] == mark;

    private char Next(int offset = 1) => _at + offset < _text.Length ? _text[_at + offset] : '\0';

    private void Push(Frame frame)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, 2 * _depth);
        }

        if (frame.Name is { } name)
        {
            // What is open of a name is a list through the stack: an end tag finds its element without a walk.
            frame.Previous = name.Folded.LastOpen;
            frame.Base = Top.Base;
            frame.Scope = (name.Html & HtmlKind.Scope) != 0 ? _depth : Top.Scope;
            name.Folded.LastOpen = _depth;
        }
        else
        {
            frame.Base = frame.Scope = _depth;
        }

        _frames[_depth++] = frame;
    }

    private void Pop(int end)
    {
        ref var frame = ref _frames[--_depth];
        if (frame.Name is { } name)
        {
            name.Folded.LastOpen = frame.Previous;
            if (!frame.IsRazorText)
            {
                frame.Element!.EndAt(end);
            }
        }

        frame = default;
    }

    private struct Frame
    {
        public FrameKind Kind;

        /// <summary>The element around what is read.</summary>
        public MarkupElement? Element;

        /// <summary>What ends it; null for what ends at a brace.</summary>
        public MarkupName? Name;

        /// <summary>Place of the next open element of this name further out, or -1.</summary>
        public int Previous;

        /// <summary>Place of the nearest brace: no end tag reaches beyond it.</summary>
        public int Base;

        /// <summary>Place of the nearest brace or cell: only the end tags of tables reach beyond it.</summary>
        public int Scope;

        public bool IsConditional;

        /// <summary>Razor's own <c>&lt;text&gt;</c>, which is not in the page.</summary>
        public bool IsRazorText;

        /// <summary>The statement whose branch this is.</summary>
        public RazorStatement Statement;
    }
}
