using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>A file that somebody named and that cannot be used, with what is wrong with it and where.</summary>
public sealed class UnreadableFileException : IOException
{
    internal UnreadableFileException(string path, Localized text, int line = 0, int column = 0, Exception? inner = null)
        : base($"{path}{(line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({line},{column})") : "")}: {text.En}", inner) =>
        Problem = new ReportMessage("KK9002", "error", path, line, column, text);

    /// <summary>The same as a message of the tool.</summary>
    public ReportMessage Problem { get; }
}
