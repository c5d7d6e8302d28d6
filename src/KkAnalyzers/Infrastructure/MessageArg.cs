using System.Resources;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// One piece of evidence in a message: raw text (a name, a word, a path), or a text of the catalogue that exists in three
/// languages. It travels twice: as the compiler's message argument, and as a property from which the report writes the
/// message again in another language.
/// </summary>
internal readonly struct MessageArg
{
    private static readonly ResourceManager Resources = new("KkAnalyzers.Resources.Strings", typeof(MessageArg).Assembly);

    private MessageArg(object argument, string property)
    {
        Argument = argument;
        Property = property;
    }

    /// <summary>For the compiler: a string, or a localizable string that formats itself for the reader's culture.</summary>
    public object Argument { get; }

    /// <summary>
    /// For the report: <c>=raw</c>, or <c>@key</c> followed by the raw parts of that text, each behind a unit separator
    /// (U+001F).
    /// </summary>
    public string Property { get; }

    public static implicit operator MessageArg(string raw) => new(raw, "=" + raw);

    /// <summary>A text of the catalogue; <paramref name="parts"/> are its {0}, {1} …</summary>
    public static MessageArg Text(string key, params string[] parts) =>
        new(Localizable("Text_" + key, parts), parts.Length == 0 ? "@" + key : "@" + key + "\u001F" + string.Join("\u001F", parts));

    internal static LocalizableResourceString Localizable(string name, params string[] parts) =>
        new(name, Resources, typeof(MessageArg), parts);
}
