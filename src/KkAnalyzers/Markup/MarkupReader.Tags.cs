using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <content>Tags, attributes and comments.</content>
internal sealed partial class MarkupReader
{
    /// <summary>False when this <c>&lt;</c> is no tag.</summary>
    private bool ReadTag()
    {
        if (At("<!--"))
        {
            SkipTo("-->");
            return true;
        }

        if (At("<![CDATA["))
        {
            _at += 9;
            var start = _at;
            SkipTo("]]>");
            AddText(start, At(start, "]]>"));
            return true;
        }

        switch (Next())
        {
            case '!':
                SkipDeclaration();
                return true;
            case '?':
                SkipTo(_dialect == MarkupDialect.Xml ? "?>" : ">");
                return true;
            case '/':
                ReadEndTag();
                return true;
            default:
                if (!char.IsLetter(Next()) && Next() != '_')
                {
                    return false;
                }

                ReadStartTag();
                return true;
        }
    }

    /// <summary>End of a text that was skipped up to a mark: before the mark if it was there.</summary>
    private int At(int start, string mark) =>
        _at - mark.Length >= start && string.CompareOrdinal(_text, _at - mark.Length, mark, 0, mark.Length) == 0 ? _at - mark.Length : _at;

    /// <summary>A document type, with its internal subset in brackets.</summary>
    private void SkipDeclaration()
    {
        var depth = 0;
        for (; _at < _text.Length; Step())
        {
            switch (_text[_at])
            {
                case '[': depth++; break;
                case ']': depth--; break;
                case '>' when depth <= 0:
                    Step();
                    return;
            }
        }
    }

    private void ReadEndTag()
    {
        _at += 2;
        var name = ReadName();
        SkipTo(">");
        if (_lineEnd != 0 || !_frames.Peek().Open.TryGetValue(name, out var open) || open == 0)
        {
            return;
        }

        while (true)
        {
            var found = string.Equals(_frames.Peek().Element!.Name, name, StringComparison.OrdinalIgnoreCase);
            Pop(_at);
            if (found)
            {
                return;
            }
        }
    }

    private void ReadStartTag()
    {
        var start = _at;
        Step();
        var nameStart = _at;
        var name = ReadName();
        var nameSpan = TextSpan.FromBounds(nameStart, _at);
        var (attributes, unknown, selfClosing) = ReadAttributes();

        // Whatever the file says, an open paragraph or list item ends where the next begins.
        if (_dialect != MarkupDialect.Xml && _lineEnd == 0 && EndedByTheNext.Contains(name)
            && _frames.Peek() is { Kind: FrameKind.Element, Element: { } top } && string.Equals(top.Name, name, StringComparison.OrdinalIgnoreCase))
        {
            Pop(start);
        }

        var element = new MarkupElement(_nodes.Count, Parent, TextSpan.FromBounds(start, _at), IsConditional, name, nameSpan, attributes, unknown);
        _nodes.Add(element);
        if (selfClosing || _lineEnd != 0 || IsVoid(name))
        {
            return;
        }

        Push(FrameKind.Element, element, IsConditional);
        if (_dialect != MarkupDialect.Xml && IsHtmlName(name) && RawTextElements.Contains(name))
        {
            var contentStart = _at;
            var end = _text.IndexOf("</" + name, _at, StringComparison.OrdinalIgnoreCase);
            end = end < 0 ? _text.Length : end;
            _steps += end - _at;
            _at = end;
            if (char.ToLowerInvariant(name[0]) == 't')
            {
                AddText(contentStart, end);
            }
        }
    }

    private bool IsVoid(string name) => _dialect != MarkupDialect.Xml && IsHtmlName(name) && VoidElements.Contains(name);

    /// <summary>In Razor, <c>&lt;Link&gt;</c> is a component and <c>&lt;link&gt;</c> is HTML.</summary>
    private bool IsHtmlName(string name) => !IsRazor || !char.IsUpper(name[0]);

    private string ReadName()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '_' or ':' or '.'))
        {
            Step();
        }

        return _text.Substring(start, _at - start);
    }

    private (ImmutableArray<MarkupAttribute> Attributes, bool HasUnknown, bool SelfClosing) ReadAttributes()
    {
        var attributes = ImmutableArray.CreateBuilder<MarkupAttribute>();
        var unknown = false;
        while (true)
        {
            SkipWhiteSpace();
            if (_at >= _text.Length || _text[_at] == '<')
            {
                // A tag that was never finished: the next one begins here.
                return (attributes.ToImmutable(), unknown, SelfClosing: false);
            }

            var c = _text[_at];
            if (c == '>')
            {
                Step();
                return (attributes.ToImmutable(), unknown, SelfClosing: false);
            }

            if (c == '/' && Next() == '>')
            {
                _at += 2;
                return (attributes.ToImmutable(), unknown, SelfClosing: true);
            }

            if (IsRazor && At("@*"))
            {
                SkipTo("*@");
                continue;
            }

            if (c is '/' or '"' or '\'' or '=')
            {
                Step();
                continue;
            }

            if (ReadAttribute() is not { } attribute)
            {
                unknown = true;
                continue;
            }

            attributes.Add(attribute);
            unknown |= attribute.Name.Equals("@attributes", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Null when Razor code stands where an attribute could.</summary>
    private MarkupAttribute? ReadAttribute()
    {
        var start = _at;
        Step();
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('=' or '>' or '/' or '"' or '\'' or '<' or '('))
        {
            Step();
        }

        var nameSpan = TextSpan.FromBounds(start, _at);
        var isCode = IsRazor && _text[start] == '@';
        if (isCode && _at < _text.Length && _text[_at] == '(')
        {
            SkipRazorCode(_text.Substring(start + 1, _at - start - 1));
            return null;
        }

        var name = _text.Substring(start, _at - start);
        var equals = _at;
        while (equals < _text.Length && char.IsWhiteSpace(_text[equals]))
        {
            equals++;
        }

        _steps += equals - _at;
        if (equals >= _text.Length || _text[equals] != '=')
        {
            if (isCode)
            {
                SkipRazorCode(name.Substring(1));
                return null;
            }

            return new MarkupAttribute(name, nameSpan, nameSpan, null, new TextSpan(nameSpan.End, 0));
        }

        _at = equals + 1;
        SkipWhiteSpace();
        var quote = _at < _text.Length ? _text[_at] : '\0';
        if (quote is '"' or '\'')
        {
            Step();
            var valueStart = _at;
            SkipValue(c => c == quote);
            var valueSpan = TextSpan.FromBounds(valueStart, _at);
            if (_at < _text.Length)
            {
                Step();
            }

            return new MarkupAttribute(name, TextSpan.FromBounds(start, _at), nameSpan, _text.Substring(valueSpan.Start, valueSpan.Length), valueSpan);
        }

        var bareStart = _at;
        SkipValue(c => c is '>' or '<' || char.IsWhiteSpace(c));
        if (_at > bareStart && _at < _text.Length && _text[_at] == '>' && _text[_at - 1] == '/')
        {
            _at--;
        }

        var bare = TextSpan.FromBounds(bareStart, _at);
        return new MarkupAttribute(name, TextSpan.FromBounds(start, _at), nameSpan, _text.Substring(bare.Start, bare.Length), bare);
    }

    private void SkipValue(Func<char, bool> ends)
    {
        while (_at < _text.Length && !ends(_text[_at]))
        {
            if (IsRazor && _text[_at] == '@')
            {
                if (Next() is '(' or '{')
                {
                    _at++;
                    SkipBalanced();
                    continue;
                }

                if (char.IsLetter(Next()) || Next() == '_')
                {
                    Step();
                    SkipImplicitExpression();
                    continue;
                }
            }

            Step();
        }
    }
}
