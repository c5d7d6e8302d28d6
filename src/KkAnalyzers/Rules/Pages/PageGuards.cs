using KkAnalyzers.Consent;
using KkAnalyzers.Markup;

namespace KkAnalyzers.Rules.Pages;

/// <summary>What keeps an element of a page from being loaded: development only, a type that no browser runs, a question around it.</summary>
internal static class PageGuards
{
    /// <summary>How far up is looked.</summary>
    private const int Surroundings = 16;

    /// <summary>Characters before an element in which the conditions around it are looked for.</summary>
    private const int LongestBlock = 20_000;

    /// <summary>Within <c>&lt;environment include="Development"&gt;</c>.</summary>
    public static bool IsForDevelopment(MarkupElement element)
    {
        var around = element.Parent;
        for (var i = 0; i < Surroundings && around is not null; i++, around = around.Parent)
        {
            if (around.Name.Equals("environment", StringComparison.OrdinalIgnoreCase)
                && (around.Attribute("include") ?? around.Attribute("names")) is { } names
                && names.Value.Split(',').All(n => n.Trim().Equals("Development", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>type="text/plain"</c>: a consent manager changes it once somebody agreed. Data in JSON does not run either.</summary>
    public static bool IsNotRun(MarkupElement element) =>
        element.Attribute("type")?.Value.Trim() is { Length: > 0 } type
        && element.Name.Equals("script", StringComparison.OrdinalIgnoreCase)
        && !type.Equals("module", StringComparison.OrdinalIgnoreCase) && type.IndexOf("javascript", StringComparison.OrdinalIgnoreCase) < 0 && type.IndexOf('@') < 0;

    /// <summary>The element or something around it is about consent: <c>data-cookieconsent="marketing"</c>, <c>&lt;CookieConsent&gt;</c>, <c>@if (consent.CanTrack)</c>.</summary>
    public static bool AsksConsent(MarkupElement element, MarkupFile file, ConsentMembers members)
    {
        MarkupElement? around = element;
        for (var i = 0; i < Surroundings && around is not null; i++, around = around.Parent)
        {
            if ((around != element && members.IsAboutConsent(around.Name)) || around.Attributes.Any(a => IsConsent(a.Name) || (a.Name is "if" or "asp-if" or "condition" or "class" && Speaks(a.Value, members))))
            {
                return true;
            }
        }

        return element.IsConditional && Conditions(file.Text, element.Span.Start).Any(c => Speaks(c, members) || IsDevelopment(c));
    }

    private static bool IsDevelopment(string condition) => condition.IndexOf("IsDevelopment()", StringComparison.Ordinal) >= 0 && condition.IndexOf('!') < 0;

    /// <summary>Attributes by which consent managers know what to hold back: data-cookieconsent, data-cookiecategory, data-category, data-usercentrics.</summary>
    private static bool IsConsent(string attribute) =>
        attribute.StartsWith("data-", StringComparison.OrdinalIgnoreCase)
        && (Has(attribute, "consent") || Has(attribute, "cookiecategory") || Has(attribute, "cookie-category") || Has(attribute, "cookieblock") || Has(attribute, "usercentrics")
            || attribute.Equals("data-category", StringComparison.OrdinalIgnoreCase));

    private static bool Has(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>One of the names in a condition asks about consent. "Analytics" alone does not: a key that is filled in is no answer of a person.</summary>
    private static bool Speaks(string condition, ConsentMembers members)
    {
        if (Has(condition, "CanTrack") || Has(condition, "optanon"))
        {
            return true;
        }

        for (var i = 0; i < condition.Length;)
        {
            var start = i;
            while (i < condition.Length && (char.IsLetterOrDigit(condition[i]) || condition[i] is '_' or '-'))
            {
                i++;
            }

            if (i > start)
            {
                var name = condition.Substring(start, i - start);
                if (members.IsAboutConsent(name) || members.Name(name) is { HasVerb: true } or { Subject: "cookies" })
                {
                    return true;
                }
            }
            else
            {
                i++;
            }
        }

        return false;
    }

    /// <summary>The conditions of the Razor blocks around a place, the nearest first; of an else that of its if.</summary>
    private static IEnumerable<string> Conditions(string text, int at)
    {
        var depth = 0;
        for (var i = at - 1; i >= 0 && at - i < LongestBlock; i--)
        {
            depth += text[i] == '}' ? 1 : text[i] == '{' ? -1 : 0;
            if (depth >= 0)
            {
                continue;
            }

            depth = 0;
            var before = Back(text, i);
            if (before >= 3 && string.CompareOrdinal(text, before - 3, "else", 0, 4) == 0)
            {
                // The block of the if that this is the else of: back over it, so that its condition is read next.
                before = Back(text, before - 3);
                if (before < 0 || text[before] != '}')
                {
                    continue;
                }

                before = Back(text, Opening(text, before, '{', '}'));
            }

            if (before > 0 && text[before] == ')' && Opening(text, before, '(', ')') is var open and >= 0)
            {
                yield return text.Substring(open, before - open);
            }
        }
    }

    /// <summary>The place of the last character before this one that is no space; -1 when there is none.</summary>
    private static int Back(string text, int at)
    {
        for (at--; at >= 0 && char.IsWhiteSpace(text[at]); at--)
        {
        }

        return at;
    }

    private static int Opening(string text, int close, char opens, char closes)
    {
        var depth = 0;
        for (var i = close; i >= 0 && close - i < LongestBlock; i--)
        {
            depth += text[i] == closes ? 1 : text[i] == opens ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
