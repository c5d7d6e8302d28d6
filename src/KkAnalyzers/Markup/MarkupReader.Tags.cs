using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <content>Tags, attributes and comments.</content>
internal sealed partial class MarkupReader
{
    private static readonly char[] DoubleQuote = ['"'];
    private static readonly char[] SingleQuote = ['\''];
    private static readonly char[] DoubleQuoteOrCode = ['"', '@'];
    private static readonly char[] SingleQuoteOrCode = ['\'', '@'];

    /// <summary>Attributes of the tag at hand; one list for all tags.</summary>
    private readonly List<MarkupAttribute> _attributes = [];

    /// <summary>Whether something behind a <c>&lt;</c> makes it a tag; else it is text.</summary>
    private static bool IsTagMark(char c) => char.IsLetter(c) || c is '_' or '/' or '!' or '?';

    /// <summary>False when this <c>&lt;</c> is no tag.</summary>
    private bool ReadTag()
    {
        switch (Next())
        {
            case '!' when At("<!--"):
                SkipTo("-->");
                return true;
            case '!' when At("<![CDATA["):
                SkipUpTo(_at + 9);
                var start = _at;
                SkipTo("]]>");
                var isClosed = _at - 3 >= start && string.CompareOrdinal(_text, _at - 3, "]]>", 0, 3) == 0;
                AddText(start, isClosed ? _at - 3 : _at, MarkupTextKind.Literal);
                return true;
            case '!':
                SkipDeclaration();
                return true;
            case '?':
                SkipTo(_dialect == MarkupDialect.Xml ? "?>" : ">");
                return true;
            case '/':
                ReadEndTag();
                return true;
            case var first when IsTagMark(first):
                ReadStartTag();
                return true;
            default:
                return false;
        }
    }

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
        SkipUpTo(_at + 2);
        var name = ReadName();
        SkipTo('>');

        // What stands in a cell or in a branch does not end what is around it, whatever an end tag says.
        var outermost = (name.Html & HtmlKind.Table) != 0 ? Top.Base : Top.Scope;
        var open = name.Folded.LastOpen;
        if (_lineEnd != 0 || open < outermost)
        {
            return;
        }

        while (_depth > open)
        {
            Pop(_at);
        }
    }

    private void ReadStartTag()
    {
        var start = _at;
        var isInCode = InCode;
        Step();
        var name = ReadName();
        var (attributes, unknown, selfClosing) = ReadAttributes();
        if (_lineEnd == 0)
        {
            EndBefore(name, start);
        }

        // Between statements, <text> says where text begins and is no element of the page; in a drawing it is one.
        var isRazorText = isInCode && name.Text == "text";
        var element = Parent;
        if (!isRazorText)
        {
            element = new MarkupElement(_nodes.Count, element, TextSpan.FromBounds(start, _at), IsConditional, name, attributes, unknown);
            _nodes.Add(element);
        }

        if (selfClosing || _lineEnd != 0 || (name.Html & HtmlKind.Void) != 0)
        {
            return;
        }

        Push(new Frame { Kind = FrameKind.Element, Element = element, Name = name, IsConditional = IsConditional, IsRazorText = isRazorText });
        if ((name.Html & HtmlKind.RawText) != 0)
        {
            SkipRawText(name.Text);
        }
    }

    /// <summary>Ends what ends where an element begins, whether the file says so or not: paragraphs, list items, cells.</summary>
    private void EndBefore(MarkupName name, int place)
    {
        if ((name.Html & HtmlKind.EndsParagraph) != 0 && Top.Name is { Text: "p" or "P", Html: not HtmlKind.None })
        {
            Pop(place);
        }

        if (name.Ends.Length == 0)
        {
            return;
        }

        if (Top.Name is { Text: "p" or "P", Html: not HtmlKind.None } && _depth > 2 && _frames[_depth - 2].Name is { } around && name.Ends.Contains(around.Folded.Text))
        {
            Pop(place);
        }

        while (Top.Name is { } open && name.Ends.Contains(open.Folded.Text) && (open.Text.Length == 0 || !IsComponent(open)))
        {
            Pop(place);
        }
    }

    private bool IsComponent(MarkupName name) => IsRazor && char.IsUpper(name.Text[0]);

    /// <summary>To the end tag, which is the only thing that counts in a script.</summary>
    private void SkipRawText(string name)
    {
        var end = "</" + name;
        for (var found = _at; (found = _text.IndexOf(end, found, StringComparison.OrdinalIgnoreCase)) >= 0; found += end.Length)
        {
            if (IsEndTagOf(found, name))
            {
                SkipUpTo(found);
                return;
            }
        }

        SkipUpTo(_text.Length);
    }

    private bool IsEndTagOf(int at, string name)
    {
        var end = at + 2 + name.Length;
        return end <= _text.Length && _text[at + 1] == '/'
            && string.Compare(_text, at + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (end == _text.Length || _text[end] is '>' or '/' or '<' || char.IsWhiteSpace(_text[end]));
    }

    private MarkupName ReadName()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '_' or ':' or '.'))
        {
            _at++;
        }

        _steps += _at - start;
        return _names.At(_text, start, _at - start);
    }

    private (ImmutableArray<MarkupAttribute> Attributes, bool HasUnknown, bool SelfClosing) ReadAttributes()
    {
        _attributes.Clear();
        var unknown = false;
        var selfClosing = false;
        while (true)
        {
            SkipWhiteSpace();

            // At the next tag, this one was never finished.
            if (_at >= _text.Length || _text[_at] == '<')
            {
                break;
            }

            var c = _text[_at];
            if (c == '>')
            {
                Step();
                break;
            }

            if (c == '/' && Next() == '>')
            {
                SkipUpTo(_at + 2);
                selfClosing = true;
                break;
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

            _attributes.Add(attribute);
            unknown |= attribute.Name.Equals("@attributes", StringComparison.OrdinalIgnoreCase);
        }

        return (_attributes.Count == 0 ? ImmutableArray<MarkupAttribute>.Empty : ImmutableArray.Create(_attributes.ToArray()), unknown, selfClosing);
    }

    /// <summary>Null when Razor code stands where an attribute could.</summary>
    private MarkupAttribute? ReadAttribute()
    {
        var start = _at;
        var isCode = IsRazor && _text[start] == '@';
        _at++;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('=' or '>' or '/' or '"' or '\'' or '<') && !(isCode && _text[_at] is '(' or '{' or '['))
        {
            _at++;
        }

        _steps += _at - start;
        if (isCode && _at < _text.Length && _text[_at] is '(' or '{' or '[')
        {
            SkipRazorCode(start + 1);
            return null;
        }

        var name = _names.At(_text, start, _at - start).Text;
        var equals = _at;
        while (equals < _text.Length && char.IsWhiteSpace(_text[equals]))
        {
            equals++;
        }

        _steps += equals - _at;
        if (equals >= _text.Length || _text[equals] != '=')
        {
            // @onclick:preventDefault stands without a value; @checked is an expression.
            if (isCode && name.IndexOf(':') < 0)
            {
                SkipRazorCode(start + 1);
                return null;
            }

            return new MarkupAttribute(_text, name, start, null, _at);
        }

        _at = equals + 1;
        SkipWhiteSpace();
        var quote = _at < _text.Length ? _text[_at] : '\0';
        if (quote is '"' or '\'')
        {
            Step();
            var valueStart = _at;
            SkipQuotedValue(quote);
            var value = TextSpan.FromBounds(valueStart, _at);
            SkipUpTo(_at + 1);
            return new MarkupAttribute(_text, name, start, value, _at);
        }

        var bareStart = _at;
        while (_at < _text.Length && _text[_at] is not ('>' or '<') && !char.IsWhiteSpace(_text[_at]))
        {
            if (!IsRazor || _text[_at] != '@' || !SkipCodeInValue())
            {
                Step();
            }
        }

        // For HTML the slash is of the value, for Razor of the tag.
        if (_dialect != MarkupDialect.Html && _at > bareStart && At('>') && _text[_at - 1] == '/')
        {
            _at--;
        }

        return new MarkupAttribute(_text, name, start, TextSpan.FromBounds(bareStart, _at), _at);
    }

    private void SkipQuotedValue(char quote)
    {
        var marks = quote == '"' ? IsRazor ? DoubleQuoteOrCode : DoubleQuote : IsRazor ? SingleQuoteOrCode : SingleQuote;
        while (_at < _text.Length)
        {
            var found = _text.IndexOfAny(marks, _at);
            SkipUpTo(found < 0 ? _text.Length : found);
            if (found < 0 || _text[_at] == quote)
            {
                return;
            }

            if (!SkipCodeInValue())
            {
                Step();
            }
        }
    }
}
