using System.Collections.Immutable;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Pages;

/// <summary>A host of somebody else that an element of a page makes a browser talk to.</summary>
/// <param name="Element">The element.</param>
/// <param name="Kind">script, img, iframe, link or inline-script, as the report names it.</param>
/// <param name="Host">In lower case, without port.</param>
/// <param name="Path">What follows the host, as far as it is the same for every request.</param>
/// <param name="Span">Where the address stands.</param>
internal sealed record PageLoad(MarkupElement Element, string Kind, string Host, string Path, TextSpan Span);

/// <summary>Reads what elements load.</summary>
internal static class PageLoads
{
    public const string InlineScript = "inline-script";

    /// <summary>Elements that make a browser load something by itself.</summary>
    public static readonly ImmutableArray<string> Names = ImmutableArray.Create("script", "img", "iframe", "link");

    /// <summary>Longest part of an inline script that is read, in characters: snippets of vendors are short.</summary>
    private const int LongestScript = 100_000;

    /// <summary>Characters before a text in a script that tell what becomes of it.</summary>
    private const int Before = 40;

    /// <summary>An element of HTML. In Razor, a component may have its name with a capital.</summary>
    public static bool IsHtml(MarkupElement element, string name, MarkupDialect dialect) =>
        element.Name == name || (dialect == MarkupDialect.Html && element.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What an element loads from other hosts; nothing for what a browser does not load by itself.</summary>
    public static IEnumerable<PageLoad> Of(MarkupElement element, MarkupFile file)
    {
        foreach (var name in Names)
        {
            if (!IsHtml(element, name, file.Dialect))
            {
                continue;
            }

            if (element.Attribute(name == "link" ? "href" : "src") is { } address)
            {
                if ((name != "link" || Connects(element)) && Parse(address.Value.Trim()) is var (host, path))
                {
                    yield return new PageLoad(element, name, host, path, address.ValueSpan.IsEmpty ? address.Span : address.ValueSpan);
                }
            }
            else if (name == "script")
            {
                foreach (var load in Inline(element, file))
                {
                    yield return load;
                }
            }
        }
    }

    /// <summary>The texts of an inline script with their places, without comments.</summary>
    public static IEnumerable<(string Text, TextSpan Span)> Literals(MarkupElement script, string text)
    {
        var end = Math.Min(script.Span.End, script.StartTag.End + LongestScript);
        for (var i = script.StartTag.End; i < end; i++)
        {
            var c = text[i];
            if (c == '/' && i + 1 < end && text[i + 1] is '/' or '*')
            {
                var close = text[i + 1] == '/' ? text.IndexOf('\n', i, end - i) : text.IndexOf("*/", i + 2, Math.Max(0, end - i - 2), StringComparison.Ordinal);
                i = close < 0 ? end : text[i + 1] == '/' ? close : close + 1;
            }
            else if (c is '"' or '\'' or '`')
            {
                var start = i + 1;
                for (i++; i < end && text[i] != c && (c == '`' || text[i] is not ('\n' or '\r')); i++)
                {
                    i += text[i] == '\\' ? 1 : 0;
                }

                if (i < end && text[i] == c)
                {
                    var span = TextSpan.FromBounds(start, i);
                    yield return (text.Substring(start, i - start), span);
                }
            }
        }
    }

    private static IEnumerable<PageLoad> Inline(MarkupElement script, MarkupFile file)
    {
        if (script.StartTag.End >= script.Span.End || file.Text.IndexOf("//", script.StartTag.End, script.Span.End - script.StartTag.End, StringComparison.Ordinal) < 0)
        {
            yield break;
        }

        foreach (var (text, span) in Literals(script, file.Text))
        {
            if (text.Length > 4 && Parse(text) is var (host, path) && !IsLink(script, file.Text, span.Start))
            {
                yield return new PageLoad(script, InlineScript, host, path, span);
            }
        }
    }

    /// <summary>True when a text in a script becomes the source of what is loaded: <c>s.src = "…"</c>, <c>import("…")</c>.</summary>
    public static bool IsLoaded(PageLoad load, string text)
    {
        var before = InFront(load.Element, text, load.Span.Start);
        return before.IndexOf("src", StringComparison.OrdinalIgnoreCase) >= 0 || before.IndexOf("import", StringComparison.Ordinal) >= 0
            || before.IndexOf("fetch", StringComparison.Ordinal) >= 0 || before.IndexOf("getScript", StringComparison.Ordinal) >= 0;
    }

    /// <summary>A place that somebody may go to: <c>location = "…"</c>, <c>window.open("…")</c>.</summary>
    private static bool IsLink(MarkupElement script, string text, int at)
    {
        var before = InFront(script, text, at);
        return before.IndexOf("location", StringComparison.Ordinal) >= 0 || before.IndexOf("open(", StringComparison.Ordinal) >= 0
            || before.IndexOf("href", StringComparison.OrdinalIgnoreCase) >= 0 || before.IndexOf("@context", StringComparison.Ordinal) >= 0
            || before.IndexOf("sameAs", StringComparison.Ordinal) >= 0;
    }

    private static string InFront(MarkupElement script, string text, int at)
    {
        var start = Math.Max(script.StartTag.End, at - Before);
        return text.Substring(start, at - start);
    }

    private static bool Connects(MarkupElement link) =>
        link.Attribute("rel")?.Value is { } rel && (Has(rel, "stylesheet") || Has(rel, "preconnect") || Has(rel, "dns-prefetch") || Has(rel, "load") || Has(rel, "prefetch") || Has(rel, "icon"));

    private static bool Has(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Host and path of an address on another host; null for all else, and for a host that code puts together.</summary>
    private static (string Host, string Path)? Parse(string address)
    {
        var start = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : address.StartsWith("//", StringComparison.Ordinal) ? 2
            : -1;
        if (start < 0)
        {
            return null;
        }

        var end = start;
        while (end < address.Length && (char.IsLetterOrDigit(address[end]) || address[end] is '.' or '-'))
        {
            end++;
        }

        var host = address.Substring(start, end - start).ToLowerInvariant();
        if (host.IndexOf('.') <= 0 || host[host.Length - 1] == '.' || char.IsDigit(host[host.Length - 1]) || (end < address.Length && address[end] is not ('/' or '?' or '#' or ':')))
        {
            return null;
        }

        var port = end;
        while (port < address.Length && (address[port] == ':' || (port > end && char.IsDigit(address[port]))))
        {
            port++;
        }

        var path = address.Substring(port);
        return (host, path.IndexOf('@') is var code and >= 0 ? path.Substring(0, code) : path);
    }
}
