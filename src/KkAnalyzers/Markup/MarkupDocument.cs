using System.Collections.Immutable;
using System.Net;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <summary>What kind of file is read.</summary>
internal enum MarkupDialect { Html, Razor, Xml }

/// <summary>Something in the file. Nodes stand in <see cref="MarkupDocument.Nodes"/> in the order of their first character.</summary>
internal abstract class MarkupNode
{
    protected MarkupNode(int index, MarkupElement? parent, TextSpan span, bool isConditional)
    {
        Index = index;
        Parent = parent;
        Span = span;
        IsConditional = isConditional;
    }

    /// <summary>Place in <see cref="MarkupDocument.Nodes"/>.</summary>
    public int Index { get; }

    public MarkupElement? Parent { get; }

    /// <summary>From the first character to behind the last; of an element with its content and end tag.</summary>
    public TextSpan Span { get; protected set; }

    /// <summary>Stands in a branch of a Razor statement (if, else, switch, loop), so that the page may not have it.</summary>
    public bool IsConditional { get; }
}

/// <summary>Text between tags, as it stands in the file.</summary>
internal sealed class MarkupText(int index, MarkupElement? parent, TextSpan span, bool isConditional, string raw)
    : MarkupNode(index, parent, span, isConditional)
{
    /// <summary>With entities resolved.</summary>
    public string Text => WebUtility.HtmlDecode(raw);
}

/// <summary>A Razor expression between tags, such as <c>@Localizer["Newsletter"]</c> or <c>@(a + b)</c>.</summary>
internal sealed class MarkupCode(int index, MarkupElement? parent, TextSpan span, bool isConditional, string code)
    : MarkupNode(index, parent, span, isConditional)
{
    /// <summary>The C# without the at sign.</summary>
    public string Code { get; } = code;
}

/// <summary>An attribute; of a Razor directive the name begins with an at sign.</summary>
/// <param name="Name">As written, with its prefix.</param>
/// <param name="Span">Name and value with quotes.</param>
/// <param name="NameSpan">The name.</param>
/// <param name="RawValue">Between the quotes, entities unresolved; null when there is only a name.</param>
/// <param name="ValueSpan">Between the quotes; empty behind the name when there is no value.</param>
internal sealed record MarkupAttribute(string Name, TextSpan Span, TextSpan NameSpan, string? RawValue, TextSpan ValueSpan)
{
    /// <summary>The value with entities resolved; an empty string when there is none.</summary>
    public string Value => RawValue is null ? "" : WebUtility.HtmlDecode(RawValue);
}

/// <summary>An element with its attributes.</summary>
internal sealed class MarkupElement : MarkupNode
{
    public MarkupElement(
        int index,
        MarkupElement? parent,
        TextSpan startTag,
        bool isConditional,
        string name,
        TextSpan nameSpan,
        ImmutableArray<MarkupAttribute> attributes,
        bool hasUnknownAttributes)
        : base(index, parent, startTag, isConditional)
    {
        Name = name;
        LocalName = name.Substring(name.LastIndexOf(':') + 1);
        NameSpan = nameSpan;
        StartTag = startTag;
        Attributes = attributes;
        HasUnknownAttributes = hasUnknownAttributes;
    }

    /// <summary>As written, with its prefix.</summary>
    public string Name { get; }

    /// <summary>Without a prefix: <c>Switch</c> of <c>controls:Switch</c>.</summary>
    public string LocalName { get; }

    public TextSpan NameSpan { get; }

    /// <summary>From <c>&lt;</c> to behind <c>&gt;</c>.</summary>
    public TextSpan StartTag { get; }

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
    internal void EndAt(int position) => Span = TextSpan.FromBounds(StartTag.Start, Math.Max(position, StartTag.End));
}

/// <summary>A file that was read. Never wrong about positions: each lies in the file.</summary>
/// <param name="Dialect">How it was read.</param>
/// <param name="Nodes">All nodes in the order of the file.</param>
/// <param name="Directives">Razor directives of a line: <c>model Foo.Bar</c>, <c>page "/x"</c>.</param>
/// <param name="Steps">Characters that the reader looked at, for the test that this grows with the file and no faster.</param>
internal sealed record MarkupDocument(MarkupDialect Dialect, ImmutableArray<MarkupNode> Nodes, ImmutableArray<string> Directives, long Steps)
{
    public IEnumerable<MarkupElement> Elements => Nodes.OfType<MarkupElement>();

    /// <summary>How a file is read, by its extension; null when it is no markup.</summary>
    public static MarkupDialect? DialectOf(string path)
    {
        bool Ends(string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
        return Ends(".razor") || Ends(".cshtml") ? MarkupDialect.Razor
            : Ends(".html") || Ends(".htm") ? MarkupDialect.Html
            : Ends(".xaml") || Ends(".axaml") ? MarkupDialect.Xml
            : null;
    }

    public static MarkupDocument Read(string text, MarkupDialect dialect) => new MarkupReader(text, dialect).Read();

    /// <summary>The nodes within an element, in order.</summary>
    public IEnumerable<MarkupNode> Within(MarkupElement element)
    {
        for (var i = element.Index + 1; i < Nodes.Length && Nodes[i].Span.Start < element.Span.End; i++)
        {
            yield return Nodes[i];
        }
    }

    /// <summary>Value of a directive such as <c>model</c>, or null.</summary>
    public string? Directive(string name) =>
        Directives.FirstOrDefault(d => d.StartsWith(name + " ", StringComparison.Ordinal))?.Substring(name.Length + 1).Trim();

    /// <summary>A place for a diagnostic.</summary>
    public static Location Location(string path, SourceText text, TextSpan span) =>
        Microsoft.CodeAnalysis.Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
}
