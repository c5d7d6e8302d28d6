using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <summary>What kind of file is read.</summary>
internal enum MarkupDialect { Html, Razor, Xml }

/// <summary>A file that was read. Never wrong about positions: each lies in the file.</summary>
/// <param name="Dialect">How it was read.</param>
/// <param name="Nodes">All nodes in the order of the file.</param>
/// <param name="Directives">Razor directives of a line: <c>model Foo.Bar</c>, <c>page "/x"</c>.</param>
/// <param name="Steps">Characters that the reader looked at, for the test that this grows with the file and no faster.</param>
internal sealed record MarkupDocument(MarkupDialect Dialect, ImmutableArray<MarkupNode> Nodes, ImmutableArray<string> Directives, long Steps)
{
    public IEnumerable<MarkupElement> Elements
    {
        get
        {
            foreach (var node in Nodes)
            {
                if (node is MarkupElement element)
                {
                    yield return element;
                }
            }
        }
    }

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

    /// <summary>Value of the first directive such as <c>model</c>, or null.</summary>
    public string? Directive(string name) => DirectivesNamed(name).FirstOrDefault();

    /// <summary>Values of the directives such as <c>inject</c> or <c>using</c>, which a file may have more than once.</summary>
    public IEnumerable<string> DirectivesNamed(string name)
    {
        foreach (var directive in Directives)
        {
            if (directive.Length > name.Length && char.IsWhiteSpace(directive[name.Length]) && directive.StartsWith(name, StringComparison.Ordinal))
            {
                yield return directive.Substring(name.Length).Trim();
            }
        }
    }

    /// <summary>A place for a diagnostic.</summary>
    public static Location Location(string path, SourceText text, TextSpan span) =>
        Microsoft.CodeAnalysis.Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
}
