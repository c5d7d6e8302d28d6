using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// A fix that is one change of text. The analyzer read the file and knows the change; the fix only makes it. Works for C# and
/// for additional files alike.
/// </summary>
internal static class TextEdit
{
    private const string EditProperty = "edit";
    private const string TitleProperty = "editTitle";

    /// <summary>The properties of a diagnostic that carry the change.</summary>
    /// <param name="span">What goes.</param>
    /// <param name="text">What comes.</param>
    /// <param name="title">Key of a text without holes: what the change does.</param>
    public static ImmutableDictionary<string, string?> Properties(TextSpan span, string text, string title) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(EditProperty, string.Join(" ", span.Start.ToString(CultureInfo.InvariantCulture), span.Length.ToString(CultureInfo.InvariantCulture), text))
            .Add(TitleProperty, title);

    /// <summary>The change and the key of its title; null when the finding has none.</summary>
    public static (TextChange Change, string Title)? Read(ImmutableDictionary<string, string?> properties)
    {
        if (!properties.TryGetValue(EditProperty, out var edit) || edit is null || !properties.TryGetValue(TitleProperty, out var title) || title is null)
        {
            return null;
        }

        var parts = edit.Split([' '], 3);
        var span = new TextSpan(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        return (new TextChange(span, parts[2]), title);
    }
}
