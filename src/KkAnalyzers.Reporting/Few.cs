using System.Globalization;

namespace KkAnalyzers.Reporting;

/// <summary>A list in a message, which stays a line also for a product of a thousand projects.</summary>
internal static class Few
{
    private const int Limit = 20;

    /// <summary>The first of them, and how many more there are.</summary>
    public static string Of(IEnumerable<string> items)
    {
        var all = items.Distinct(StringComparer.Ordinal).ToArray();
        return string.Join(", ", all.Take(Limit)) + (all.Length > Limit ? string.Create(CultureInfo.InvariantCulture, $", … (+{all.Length - Limit})") : "");
    }
}
