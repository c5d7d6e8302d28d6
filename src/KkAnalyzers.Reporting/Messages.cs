using System.Globalization;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>Writes a finding's message again in each language, from the catalogue and the arguments that travelled with it.</summary>
internal static class Messages
{
    /// <summary>Longest text that is taken over from a log.</summary>
    private const int Limit = 2000;

    public static Localized Of(SarifResult result)
    {
        var raw = Texts.Same(Cut(result.Message));
        if (Rules.Find(result.RuleId) is not { } rule || !result.Custom.ContainsKey("arg0"))
            return raw;

        var args = new List<Localized>();
        for (var i = 0; result.Custom.TryGetValue("arg" + i.ToString(CultureInfo.InvariantCulture), out var property); i++)
            args.Add(Value(property));

        try
        {
            return Texts.Format(rule.Message, [.. args]);
        }
        catch (FormatException)
        {
            // A log of another version of the rule: its own words are better than none.
            return raw;
        }
    }

    /// <summary><c>=raw</c>, or <c>@Key</c> followed by its parts, each behind U+001F.</summary>
    public static Localized Value(string property)
    {
        if (property.StartsWith('='))
            return Texts.Same(Cut(property[1..]));
        if (!property.StartsWith('@'))
            return Texts.Same(Cut(property));

        var parts = property[1..].Split('\u001F');
        if (!Catalogue.Instance.Texts.TryGetValue(parts[0], out var text))
            return Texts.Same(Cut(string.Join(' ', parts)));

        try
        {
            return Texts.Format(text, [.. parts[1..].Select(Cut)]);
        }
        catch (FormatException)
        {
            return Texts.Same(Cut(string.Join(' ', parts)));
        }
    }

    /// <summary>The key in the catalogue of a value of the form <c>@Key…</c>; null for other values and unknown keys.</summary>
    public static string? Key(string property) =>
        property.StartsWith('@') && property[1..].Split('\u001F')[0] is var key && Catalogue.Instance.Texts.ContainsKey(key) ? key : null;

    private static string Cut(string text) => text.Length <= Limit ? text : text[..Limit] + "…";
}
