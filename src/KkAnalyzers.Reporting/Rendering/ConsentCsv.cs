namespace KkAnalyzers.Reporting;

/// <summary>The inventory of consent members as a table for a spreadsheet.</summary>
public static class ConsentCsv
{
    private static readonly string[] Columns = ["member", "subject", "polarity", "default", "where", "finding"];

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static string Render(Report report, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = new Words(language);
        var csv = new Csv();
        csv.Line(Columns.Select(c => words["consent.column." + c]).Concat([words["column.place"], words["column.project"]]));
        foreach (var row in report.Consent)
        {
            csv.Line([
                row.Member, words[row.Subject], words.Value("polarity", row.Polarity), row.Default ?? "", words.Value("consent-where", row.Where), row.Finding ?? "",
                MarkdownRenderer.Place(row.File, row.Line), string.Join(", ", row.Projects),
            ]);
        }

        return csv.ToString();
    }
}
