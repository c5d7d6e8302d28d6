using System.CommandLine;
using System.Globalization;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Tool;

/// <summary>Options that several commands have, and how their values are read.</summary>
internal static class SharedOptions
{
    private static readonly string[] ByHabit = ["nl", "fr", "en"];

    /// <summary>Of every command: the language in which the tool speaks.</summary>
    public static Option<string> Language(Terminal terminal)
    {
        var option = new Option<string>("--language") { Description = terminal[Texts.Get("tool.option.language")], HelpName = "nl|fr|en", Recursive = true };
        option.AcceptOnlyFromAmong(ByHabit);
        return option;
    }

    /// <summary>The language that a command line asks for, before anything is parsed: texts of the help depend on it.</summary>
    public static string? LanguageOf(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count && args[i] != "--"; i++)
        {
            var value = args[i] == "--language" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--language=", StringComparison.Ordinal) || args[i].StartsWith("--language:", StringComparison.Ordinal) ? args[i]["--language=".Length..]
                : null;
            if (value is not null && Localized.Languages.Contains(value))
                return value;
        }

        return null;
    }

    /// <summary>Languages of the pages; the first is that of the files that exist once.</summary>
    public static Option<string[]> Languages(Terminal terminal) => List("--languages", "nl;fr;en", terminal[Texts.Get("tool.option.languages")]);

    /// <summary>A list that is written with semicolons, commas, spaces or by giving the option again.</summary>
    public static Option<string[]> List(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help, AllowMultipleArgumentsPerToken = true };

    public static string[] Read(string[]? given, string name, IReadOnlyCollection<string> allowed, IReadOnlyList<string> byDefault)
    {
        var values = (given ?? []).SelectMany(v => v.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToArray();
        if (values.FirstOrDefault(v => !allowed.Contains(v)) is { } unknown)
            throw new UsageException("tool.usage.choice", unknown, name, string.Join(", ", allowed));
        return values.Length > 0 ? values : [.. byDefault];
    }

    public static string[] ReadLanguages(string[]? given) => Read(given, "--languages", ByHabit, ByHabit);

    /// <summary>The day against which end dates are judged.</summary>
    public static Option<string> AsOf(Terminal terminal) => new("--as-of") { Description = terminal[Texts.Get("tool.option.as-of")], HelpName = "yyyy-MM-dd" };

    public static DateOnly Day(string? given, Terminal terminal)
    {
        if (given is null)
            return terminal.Today;
        return DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException("tool.usage.day", given, "--as-of");
    }

    public static string? Timestamp(string? given) =>
        given is null || DateTimeOffset.TryParseExact(
            given, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? given
            : throw new UsageException("tool.usage.timestamp", given);

    public static Option<string> Output(Terminal terminal, string description, string help) => new("--output", "-o") { Description = terminal[Texts.Get(description)], HelpName = terminal[Texts.Get(help)] };
}
