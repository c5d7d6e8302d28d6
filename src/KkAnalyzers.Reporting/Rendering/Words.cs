using System.Text.Json;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>The report's words in one language.</summary>
internal sealed class Words(string language)
{
    public string Language { get; } = language switch { "nl" or "fr" or "en" => language, _ => throw new ArgumentException($"'{language}' is not nl, fr or en.", nameof(language)) };

    public string this[string key] => Texts.Get(key)[Language];

    public string this[Localized? text] => text?[Language] ?? "";

    public string Format(string key, params object[] args) => Texts.Format(key, args)[Language];

    /// <summary>Between a label and what it is about; French puts a space before it, at which no line ends.</summary>
    public string Colon { get; } = language == "fr" ? "\u00A0: " : ": ";

    public string State(State state) => this["state." + Name(state)];

    /// <summary>A word for a value of a closed list; the value itself where there is none, nothing for null.</summary>
    public string Value(string group, string? value) => value is null ? "" : Texts.Find(group + "." + value)?[Language] ?? value;

    /// <summary>The state as report.json and style sheets write it.</summary>
    public static string Name(State state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
