using System.Collections.Immutable;
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

    private static readonly ImmutableHashSet<string> Inline = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "b", "strong", "i", "em", "u", "s", "span", "small", "big", "mark", "abbr", "code", "sub", "sup", "font", "time", "q", "cite", "bdi", "wbr", "text", "img", "svg",
        "Span", "Run", "Bold", "Italic", "Underline", "Hyperlink", "NavLink");

    private static readonly ImmutableHashSet<string> Shown = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "title", "placeholder", "aria-label", "alt", "label", "text", "header", "content", "message", "description", "helpertext", "tooltip", "caption", "subtitle",
        "watermark", "placeholdertext", "tooltip.tip", "tooltipservice.tooltip", "automationproperties.name", "automationproperties.helptext",
        "semanticproperties.description", "semanticproperties.hint", "data-title", "data-bs-title", "data-original-title", "summary", "prompt");

    /// <summary>Attributes of components and dialogs that hold the text of a button.</summary>
    private static readonly ImmutableHashSet<string> ShownAction = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "canceltext", "cancelbuttontext", "notext", "closetext", "closebuttontext", "secondarybuttontext", "secondarytext", "primarybuttontext", "oktext", "yestext", "buttontext", "buttoncontent");

    private readonly MarkupDocument _document;
    private readonly string _text;
    private readonly TextPieces _pieces = new();

    /// <summary>The element that begins the block around each element.</summary>
    private readonly MarkupElement?[] _blocks;

    private MarkupTexts(MarkupFile file)
    {
        _document = file.Document;
        _text = file.Text;
        _blocks = new MarkupElement?[_document.Nodes.Length];
    }

    public static IEnumerable<UiText> Of(MarkupFile file) => new MarkupTexts(file).All();

    /// <summary>True for a button, a link, a menu item: what a person presses.</summary>
    public static bool IsAction(MarkupElement element)
    {
        var name = element.LocalName;
        if (name.Equals("input", StringComparison.OrdinalIgnoreCase))
        {
            return element.Attribute("type")?.Value.ToLowerInvariant() is "submit" or "button" or "reset" or "image";
        }

        return name.Equals("a", StringComparison.OrdinalIgnoreCase) || name.Equals("Hyperlink", StringComparison.Ordinal)
            || EndsWith(name, "button") || EndsWith(name, "-btn") || EndsWith(name, "menuitem") || EndsWith(name, "toolbaritem") || EndsWith(name, "NavLink")
            || (EndsWith(name, "Link") && char.IsUpper(name[0]))
            || element.Attribute("role")?.Value.ToLowerInvariant() is "button" or "menuitem" or "link";
    }

    /// <summary>What stands on an action: its content or its attribute; code is a hole.</summary>
    public static string ActionText(MarkupDocument document, MarkupElement action) => Action(document, null, action)?.Value ?? "";

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<UiText> All()
    {
        MarkupElement? open = null;
        foreach (var node in _document.Nodes)
        {
            switch (node)
            {
                case MarkupElement element:
                    var isInline = Inline.Contains(element.LocalName);
                    _blocks[element.Index] = isInline ? Block(element.Parent) : element;
                    if (!isInline && Taken(open) is { } before)
                    {
                        yield return before;
                    }

                    foreach (var text in Attributes(element))
                    {
                        yield return text;
                    }

                    if ((IsAction(element) || IsChoice(element)) && Action(_document, _text, element) is { } action)
                    {
                        yield return action;
                    }

                    break;
                case MarkupText or MarkupCode when IsRead(node):
                    var block = Block(node.Parent);
                    if (block != open && Taken(open) is { } last)
                    {
                        yield return last;
                    }

                    open = block;
                    if (node is MarkupText)
                    {
                        _pieces.Add(_text.Substring(node.Span.Start, node.Span.Length), node.Span.Start);
                    }
                    else
                    {
                        _pieces.AddHole(node.Span);
                        foreach (var text in Literals(_text, node.Span, node.Parent))
                        {
                            yield return text;
                        }
                    }

                    break;
            }
        }

        if (Taken(open) is { } rest)
        {
            yield return rest;
        }
    }

    private static bool IsRead(MarkupNode node) =>
        node.Parent is null || !(node.Parent.LocalName.Equals("script", StringComparison.OrdinalIgnoreCase) || node.Parent.LocalName.Equals("style", StringComparison.OrdinalIgnoreCase));

    private MarkupElement? Block(MarkupElement? element) => element is null ? null : _blocks[element.Index];

    private UiText? Taken(MarkupElement? block)
    {
        if (_pieces.Length == 0)
        {
            return null;
        }

        var (text, place) = _pieces.Take();
        return new UiText(text, place, TextRole.Read, block);
    }

    private IEnumerable<UiText> Attributes(MarkupElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.RawValue is not { Length: > 2 } raw || raw[0] == '{')
            {
                continue;
            }

            var isAction = ShownAction.Contains(attribute.Name);
            if (!isAction && !Shown.Contains(attribute.Name) && !(attribute.Name.Equals("value", StringComparison.OrdinalIgnoreCase) && IsAction(element)))
            {
                continue;
            }

            foreach (var text in raw[0] == '@' ? Literals(_text, attribute.ValueSpan, element) : Whole(raw, attribute.ValueSpan.Start, element))
            {
                yield return text;
                if (isAction)
                {
                    yield return text with { Role = TextRole.Action };
                }
            }
        }
    }

    private static IEnumerable<UiText> Whole(string raw, int start, MarkupElement element)
    {
        var pieces = new TextPieces();
        pieces.Add(raw, start);
        var (value, place) = pieces.Take();
        yield return new UiText(value, place, TextRole.Read, element);
    }

    /// <summary>The label of a radio button, or an answer in a list.</summary>
    private static bool IsChoice(MarkupElement element) =>
        element.LocalName.Equals("label", StringComparison.OrdinalIgnoreCase) || element.LocalName.Equals("option", StringComparison.OrdinalIgnoreCase)
        || EndsWith(element.LocalName, "radio");

    private static UiText? Action(MarkupDocument document, string? source, MarkupElement element)
    {
        var pieces = new TextPieces();
        if ((element.Attribute("value") is { RawValue.Length: > 0 } value && element.LocalName.Equals("input", StringComparison.OrdinalIgnoreCase) ? value : null) is { } input)
        {
            Add(input);
        }

        foreach (var name in new[] { "Text", "Content", "Label" })
        {
            if (pieces.Length == 0 && element.Attribute(name) is { RawValue: { Length: > 0 } raw } shown && raw[0] != '{')
            {
                Add(shown);
            }
        }

        foreach (var node in document.Within(element).Take(LongestContent))
        {
            if (pieces.Length > LongestAction)
            {
                return null;
            }

            if (node is MarkupText text)
            {
                // The place is asked for only where the file's text is given.
                pieces.Add(source is null ? text.Text : source.Substring(node.Span.Start, node.Span.Length), node.Span.Start);
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

        if (pieces.Length is 0 or > LongestAction)
        {
            return null;
        }

        var (all, place) = pieces.Take();
        return new UiText(all, place, TextRole.Action, element);

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
    private static IEnumerable<UiText> Literals(string source, TextSpan span, MarkupElement? element)
    {
        for (var at = span.Start; at < span.End;)
        {
            var open = source.IndexOf('"', at, span.End - at);
            var close = open < 0 || open + 1 >= span.End ? -1 : source.IndexOf('"', open + 1, span.End - open - 1);
            if (close < 0)
            {
                yield break;
            }

            var value = source.Substring(open + 1, close - open - 1);
            if (value.Contains(' '))
            {
                var start = open + 1;
                yield return new UiText(value, part => new TextSpan(start + part.Start, part.Length), TextRole.Read, element);
            }

            at = close + 1;
        }
    }
}
