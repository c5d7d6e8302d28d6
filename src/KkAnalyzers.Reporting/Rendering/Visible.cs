using System.Globalization;
using System.Text;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Text from outside (source, declaration, log) made safe to show: what a reader cannot see, such as a control character or a
/// mark that turns the direction of text, becomes a visible escape.
/// </summary>
internal static class Visible
{
    public static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        StringBuilder? builder = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (!pair && IsHidden(c))
            {
                builder ??= new StringBuilder(text, 0, i, text.Length + 16);
                builder.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                continue;
            }

            builder?.Append(c);
            if (pair)
            {
                i++;
                builder?.Append(text[i]);
            }
        }

        return builder?.ToString() ?? text;
    }

    /// <summary>Nobody sees it, or it changes how what is around it is seen.</summary>
    public static bool IsHidden(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
