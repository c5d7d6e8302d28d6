using System.Diagnostics;
using System.Globalization;
using System.Text;
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
    /// <summary>Somebody asked to stop (Ctrl+C): no further file is begun.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>How often progress is drawn.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A failure that nobody thought of becomes a sentence. Off where a developer wants the stack trace.</summary>
    public bool HidesCrashes { get; init; } = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("KK_DEBUG"));

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
        var severity = (Colour, message.Severity) switch
        {
            (true, "error") => "\u001B[31merror\u001B[0m",
            (true, "warning") => "\u001B[33mwarning\u001B[0m",
            _ => message.Severity,
        };
        Error.WriteLine($"{Visible.Text(place)}: {severity} {message.Code}: {Visible.Text(message.Text[Language].ReplaceLineEndings(" "))}");
    }

    /// <summary>Results of a command that writes one file: into that file, or to <see cref="Out"/> for <c>-</c> and null.</summary>
    public void Write(string? path, string text)
    {
        if (path is null or "-")
            Out.Write(text);
        else
            JsonFile.WriteIfDifferent(path, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>
    /// The items, one at a time. While they pass, one line that is redrawn says how far they are, when a person watches; Ctrl+C
    /// ends between two of them.
    /// </summary>
    /// <param name="items">What is worked on.</param>
    /// <param name="key">Text with the holes {0} (done) and {1} (all).</param>
    public IEnumerable<T> Watch<T>(IReadOnlyCollection<T> items, string key)
    {
        var (done, drawn, clock) = (0, 0, Stopwatch.StartNew());
        try
        {
            foreach (var item in items)
            {
                Stop.ThrowIfCancellationRequested();
                yield return item;
                done++;
                if (Interactive && clock.Elapsed >= ProgressInterval)
                {
                    clock.Restart();
                    var line = this[Texts.Format(key, done, items.Count)];
                    Error.Write("\r" + line.PadRight(drawn));
                    drawn = Math.Max(drawn, line.Length);
                }
            }
        }
        finally
        {
            if (drawn > 0)
                Error.Write("\r" + new string(' ', drawn) + "\r");
        }
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
