using System.Globalization;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>Dates of a report as other formats write them: RFC 3339, UTC.</summary>
internal static class Dates
{
    /// <summary>A day, or a day and a time with its zone; null for anything else.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    public static string Write(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Null for what is no date.</summary>
    public static string? Start(string? day) => Read(day) is { } date ? Write(date) : null;

    /// <summary>The last second of a last day; null for what is no date.</summary>
    public static string? End(string? day) => Read(day) is { } date && date.Date < DateTime.MaxValue.Date ? Write(date.AddDays(1).AddSeconds(-1)) : null;
}
