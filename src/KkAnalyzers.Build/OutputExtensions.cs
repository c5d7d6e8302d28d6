using System.Globalization;
using KkAnalyzers.Reporting;

namespace KkAnalyzers.Build;

/// <summary>From the report's own messages to those of a build, in the language of the build.</summary>
internal static class OutputExtensions
{
    /// <summary>"nl", "fr" or "en": the language in which the rest of the build speaks, where we have it.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var language and ("nl" or "fr") ? language : "en";

    /// <param name="output">Where to say it.</param>
    /// <param name="messages">What to say.</param>
    /// <param name="root">Relative paths are relative to this folder.</param>
    /// <param name="project">The file to point to where a message has none.</param>
    public static void Report(this IOutput output, IEnumerable<ReportMessage> messages, string? root, string? project)
    {
        foreach (var message in messages)
        {
            // A name with hidden characters is no place to jump to, and what it hides would reach the console.
            var file = Visible.Text(message.File is null ? project : Path.GetFullPath(message.File, root ?? Environment.CurrentDirectory));
            output.Report(message.Severity == "error", message.Code, file.Length > 0 ? file : null, message.Line, message.Column, Visible.Text(message.Text[Language].ReplaceLineEndings(" ")));
        }
    }
}
