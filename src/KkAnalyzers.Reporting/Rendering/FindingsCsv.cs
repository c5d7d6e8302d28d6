namespace KkAnalyzers.Reporting;

/// <summary>All findings as a table for a spreadsheet: a page shows the first of a long list.</summary>
public static class FindingsCsv
{
    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static string Render(Report report, string language)
    {
        using var text = new StringWriter();
        Render(report, language, text);
        return text.ToString();
    }

    /// <inheritdoc cref="Render(Report, string)"/>
    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    /// <param name="text">Gets the lines one by one: there may be a hundred thousand.</param>
    public static void Render(Report report, string language, TextWriter text)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = new Words(language);
        var csv = new Csv(text);
        csv.Line(new[] { "rule", "status", "level", "baseline", "place", "message", "project", "fingerprint" }.Select(c => words["column." + c]));
        foreach (var f in FindingOrder.Of(report.Findings))
        {
            csv.Line([
                f.Rule, words.Value("status", f.Status), words.Value("level", f.Level), words.Value("in-baseline", f.Baseline),
                MarkdownRenderer.Place(f.File, f.Line), words[f.Message], string.Join(", ", f.Projects), f.Fingerprint ?? "",
            ]);
        }
    }
}
