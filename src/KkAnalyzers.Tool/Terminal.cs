using System.Globalization;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Tool;

/// <summary>
/// Where a command speaks. Results go to <see cref="Out"/>, everything about them to <see cref="Error"/>, so that a pipe gets
/// results only. Text from outside is made visible before it gets here (<see cref="Visible"/>).
/// </summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="Interactive">A person watches <paramref name="Error"/>: progress may be drawn and redrawn.</param>
/// <param name="Colour">Colours are wanted: interactive, and <c>NO_COLOR</c> is not set.</param>
/// <param name="Language">nl, fr or en.</param>
/// <param name="Today">The day against which end dates are judged.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool Interactive, bool Colour, string Language, DateOnly Today)
{
    /// <summary>The terminal of this process. <c>KK_TODAY</c> (yyyy-MM-dd) or <c>SOURCE_DATE_EPOCH</c> (seconds) replace the clock.</summary>
    public static Terminal System()
    {
        var interactive = !Console.IsErrorRedirected;
        return new(
            Console.Out, Console.Error, interactive,
            interactive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var language and ("nl" or "fr") ? language : "en",
            Day());
    }

    /// <summary>A text of the tool in the language of its user.</summary>
    public string this[Localized text] => text[Language];

    /// <summary>Says what is wrong, with the place where it is: <c>file(line,column): error KK9002: text</c>.</summary>
    public void Report(ReportMessage message)
    {
        var place = (message.File, message.Line) switch
        {
            (null, _) => "kk",
            (_, 0) => message.File,
            _ => string.Create(CultureInfo.InvariantCulture, $"{message.File}({message.Line},{Math.Max(message.Column, 1)})"),
        };
        Error.WriteLine($"{Visible.Text(place)}: {message.Severity} {message.Code}: {Visible.Text(message.Text[Language].ReplaceLineEndings(" "))}");
    }

    private static DateOnly Day()
    {
        if (DateOnly.TryParseExact(Environment.GetEnvironmentVariable("KK_TODAY"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800)
            return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);
        return DateOnly.FromDateTime(DateTime.UtcNow);
    }
}
