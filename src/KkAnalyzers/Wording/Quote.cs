namespace KkAnalyzers.Wording;

/// <summary>A text as a message repeats it.</summary>
internal static class Quote
{
    /// <summary>Longest piece that is repeated.</summary>
    private const int Longest = 80;

    public static string Of(string text)
    {
        var line = string.Join(" ", text.Replace(WordReader.Hole, '…').Split([' ', '\t', '\r', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > Longest ? line.Substring(0, Longest) + "…" : line;
    }
}
