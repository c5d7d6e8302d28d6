using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Wording;

/// <summary>The texts of pages and views, once each: blocks of text, attributes that are shown, and the whole text of actions.</summary>
internal sealed class MarkupTexts
{
    /// <summary>Longest text of an action, in characters.</summary>
    private const int LongestAction = 120;

    /// <summary>Nodes of an action that are read, so that one that never closes is not read for each in it.</summary>
    private const int LongestContent = 16;

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "strong", "i", "em", "u", "s", "span", "small", "big", "mark", "abbr", "code", "sub", "sup", "font", "time", "q", "cite", "bdi", "wbr", "text", "img", "svg",
        "Span", "Run", "Bold", "Italic", "Underline", "Hyperlink", "NavLink",
    };

    private static readonly Dictionary<string, Shown> ShownAttributes = Attributes();

    private static readonly string[] ActionAttributes = ["Text", "Content", "Label"];

    private readonly MarkupDocument _document;
    private readonly string _text;
    private readonly PhraseSet _phrases;
    private readonly Action<UiText> _found;
    private readonly TextPieces _pieces = new();
    private readonly TextPieces _other = new();
    private readonly WordReader _reader = new();
    private readonly Dictionary<string, NameFacts> _names = new(StringComparer.Ordinal);

    /// <summary>The element that begins the block around each element.</summary>
    private readonly MarkupElement?[] _blocks;

    private int _leftOut;

    private MarkupTexts(MarkupFile file, PhraseSet phrases, Action<UiText> found)
    {
        _document = file.Document;
        _text = file.Text;
        _phrases = phrases;
        _found = found;
        _blocks = new MarkupElement?[_document.Nodes.Length];
    }

    /// <summary>What an attribute is for.</summary>
    private enum Shown
    {
        Text,

        /// <summary>The text of a button, in a component or dialog.</summary>
        Action,

        /// <summary>That of the element itself, when it is a button.</summary>
        Value,
    }

    /// <summary>Gives every text with a word that one of the phrases needs.</summary>
    /// <returns>How many other texts there are that a person reads.</returns>
    public static int Read(MarkupFile file, PhraseSet phrases, Action<UiText> found)
    {
        var texts = new MarkupTexts(file, phrases, found);
        texts.All();
        return texts._leftOut;
    }

    /// <summary>True for a button, a link, a menu item: what a person presses.</summary>
    public static bool IsAction(MarkupElement element) => IsAction(element, new NameFacts(element.LocalName));

    private static bool IsAction(MarkupElement element, NameFacts name) => name.IsInput
        ? element.Attribute("type")?.Word is "submit" or "button" or "reset" or "image"
        : name.IsAction || element.Attribute("role")?.Word is "button" or "menuitem" or "link";

    /// <summary>What stands on an action: its content or its attribute; code is a hole.</summary>
    public static string ActionText(MarkupDocument document, MarkupElement action)
    {
        var pieces = new TextPieces();
        return Action(document, null, action, pieces) ? pieces.ToString() : "";
    }

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private void All()
    {
        MarkupElement? open = null;
        foreach (var node in _document.Nodes)
        {
            switch (node)
            {
                case MarkupElement element:
                    var name = Name(element.LocalName);
                    _blocks[element.Index] = name.IsInline ? Block(element.Parent) : element;
                    if (!name.IsInline)
                    {
                        Take(_pieces, TextRole.Read, open);
                    }

                    Attributes(element, name);
                    if ((name.IsChoice || IsAction(element, name)) && Action(_document, _text, element, _other))
                    {
                        Take(_other, TextRole.Action, element);
                    }

                    break;
                case MarkupText or MarkupCode when IsRead(node):
                    var block = Block(node.Parent);
                    if (block != open)
                    {
                        Take(_pieces, TextRole.Read, open);
                    }

                    open = block;
                    if (node is MarkupText)
                    {
                        _pieces.Add(_text, node.Span);
                    }
                    else
                    {
                        _pieces.AddHole(node.Span);
                        Literals(node.Span, node.Parent, isAction: false);
                    }

                    break;
            }
        }

        Take(_pieces, TextRole.Read, open);
    }

    private NameFacts Name(string name)
    {
        if (!_names.TryGetValue(name, out var facts))
        {
            _names.Add(name, facts = new NameFacts(name));
        }

        return facts;
    }

    private static bool IsRead(MarkupNode node) =>
        node.Parent is null || !(node.Parent.LocalName.Equals("script", StringComparison.OrdinalIgnoreCase) || node.Parent.LocalName.Equals("style", StringComparison.OrdinalIgnoreCase));

    private MarkupElement? Block(MarkupElement? element) => element is null ? null : _blocks[element.Index];

    /// <summary>Ends a text; one without a word of a phrase is only counted, and what stands on an action was counted as a text.</summary>
    private void Take(TextPieces pieces, TextRole role, MarkupElement? element, bool isAction = false)
    {
        if (pieces.Length == 0)
        {
            return;
        }

        if (!pieces.HasAnchor(_phrases, _reader))
        {
            pieces.Clear();
            _leftOut += role == TextRole.Read ? 1 : 0;
            return;
        }

        var (text, place) = pieces.Take();
        var found = new UiText(text, place, role, element);
        _found(found);
        if (isAction)
        {
            _found(found with { Role = TextRole.Action });
        }
    }

    private void Attributes(MarkupElement element, NameFacts name)
    {
        foreach (var attribute in element.Attributes)
        {
            var value = attribute.ValueSpan;
            if (!attribute.HasValue || value.Length <= 2 || _text[value.Start] == '{'
                || !ShownAttributes.TryGetValue(attribute.Name, out var shown) || (shown == Shown.Value && !IsAction(element, name)))
            {
                continue;
            }

            if (_text[value.Start] == '@')
            {
                Literals(value, element, shown == Shown.Action);
            }
            else
            {
                _other.Clear();
                _other.Add(_text, value);
                Take(_other, TextRole.Read, element, shown == Shown.Action);
            }
        }
    }

    /// <summary>Puts together what stands on an action; false when that is nothing, or too much.</summary>
    private static bool Action(MarkupDocument document, string? source, MarkupElement element, TextPieces pieces)
    {
        pieces.Clear();
        if ((element.Attribute("value") is { RawValue.Length: > 0 } value && element.LocalName.Equals("input", StringComparison.OrdinalIgnoreCase) ? value : null) is { } input)
        {
            Add(input);
        }

        foreach (var name in ActionAttributes)
        {
            if (pieces.Length == 0 && element.Attribute(name) is { RawValue: { Length: > 0 } raw } shown && raw[0] != '{')
            {
                Add(shown);
            }
        }

        var last = Math.Min(document.Nodes.Length, element.Index + 1 + LongestContent);
        for (var i = element.Index + 1; i < last && document.Nodes[i] is var node && node.Span.Start < element.Span.End; i++)
        {
            if (pieces.Length > LongestAction)
            {
                return false;
            }

            if (node is MarkupText text)
            {
                // The place is asked for only where the file's text is given.
                if (source is null)
                {
                    pieces.Add(text.Text, node.Span.Start);
                }
                else
                {
                    pieces.Add(source, node.Span);
                }
            }
            else if (node is MarkupCode code)
            {
                if (Literal(code.Code) is { } literal)
                {
                    pieces.Add(literal, node.Span.Start);
                }
                else
                {
                    pieces.AddHole(node.Span);
                }
            }
        }

        if (pieces.Length == 0 && element.Attribute("aria-label") is { RawValue.Length: > 0 } named)
        {
            Add(named);
        }

        return pieces.Length is > 0 and <= LongestAction;

        void Add(MarkupAttribute attribute)
        {
            if (attribute.RawValue![0] != '@')
            {
                pieces.Add(attribute.RawValue, attribute.ValueSpan.Start);
            }
            else if (Literal(attribute.RawValue) is { } literal)
            {
                pieces.Add(literal, attribute.ValueSpan.Start);
            }
        }
    }

    /// <summary>A text in code whose key is the text itself: <c>@Localizer["Reject all"]</c>.</summary>
    private static string? Literal(string code)
    {
        var open = code.IndexOf('"');
        var close = open < 0 ? -1 : code.IndexOf('"', open + 1);
        return close > open + 1 ? code.Substring(open + 1, close - open - 1) : null;
    }

    /// <summary>Texts between quotes in Razor code that have more than one word; a single one is a key or a name.</summary>
    private void Literals(TextSpan span, MarkupElement? element, bool isAction)
    {
        for (var at = span.Start; at < span.End;)
        {
            var open = _text.IndexOf('"', at, span.End - at);
            var close = open < 0 || open + 1 >= span.End ? -1 : _text.IndexOf('"', open + 1, span.End - open - 1);
            if (close < 0)
            {
                return;
            }

            if (_text.IndexOf(' ', open + 1, close - open - 1) >= 0)
            {
                Literal(open + 1, close - open - 1, element, isAction);
            }

            at = close + 1;
        }
    }

    private void Literal(int start, int length, MarkupElement? element, bool isAction)
    {
        _reader.Begin(_text, start, length);
        if (!_phrases.HasAnchor(_reader))
        {
            _leftOut++;
            return;
        }

        var found = new UiText(_text.Substring(start, length), part => new TextSpan(start + part.Start, part.Length), TextRole.Read, element);
        _found(found);
        if (isAction)
        {
            _found(found with { Role = TextRole.Action });
        }
    }

    private static Dictionary<string, Shown> Attributes()
    {
        var attributes = new Dictionary<string, Shown>(StringComparer.OrdinalIgnoreCase) { ["value"] = Shown.Value };
        foreach (var name in new[]
        {
            "title", "placeholder", "aria-label", "alt", "label", "text", "header", "content", "message", "description", "helpertext", "tooltip", "caption", "subtitle",
            "watermark", "placeholdertext", "tooltip.tip", "tooltipservice.tooltip", "automationproperties.name", "automationproperties.helptext",
            "semanticproperties.description", "semanticproperties.hint", "data-title", "data-bs-title", "data-original-title", "summary", "prompt",
        })
        {
            attributes.Add(name, Shown.Text);
        }

        foreach (var name in new[]
        {
            "canceltext", "cancelbuttontext", "notext", "closetext", "closebuttontext", "secondarybuttontext", "secondarytext", "primarybuttontext", "oktext", "yestext", "buttontext", "buttoncontent",
        })
        {
            attributes.Add(name, Shown.Action);
        }

        return attributes;
    }

    /// <summary>What the name of an element says; asked once for all elements of a page that have it.</summary>
    private sealed class NameFacts(string name)
    {
        public bool IsInline { get; } = Inline.Contains(name);

        public bool IsInput { get; } = name.Equals("input", StringComparison.OrdinalIgnoreCase);

        /// <summary>The label of a radio button, or an answer in a list.</summary>
        public bool IsChoice { get; } = name.Equals("label", StringComparison.OrdinalIgnoreCase) || name.Equals("option", StringComparison.OrdinalIgnoreCase) || EndsWith(name, "radio");

        public bool IsAction { get; } = name.Equals("a", StringComparison.OrdinalIgnoreCase) || name.Equals("Hyperlink", StringComparison.Ordinal)
            || EndsWith(name, "button") || EndsWith(name, "-btn") || EndsWith(name, "menuitem") || EndsWith(name, "toolbaritem") || EndsWith(name, "NavLink")
            || (EndsWith(name, "Link") && char.IsUpper(name[0]));
    }
}
