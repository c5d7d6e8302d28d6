namespace KkAnalyzers.Reporting;

/// <summary>The inventory of third parties as a table for a spreadsheet.</summary>
public static class ThirdPartiesCsv
{
    private static readonly string[] Columns = ["status", "name", "vendor", "category", "surface", "ground", "purpose"];

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static string Render(Report report, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = new Words(language);
        var csv = new Csv();
        csv.Line(Columns.Select(c => words["third-parties.column." + c]).Concat([words["column.place"], words["column.project"]]));
        foreach (var row in report.ThirdParties)
        {
            csv.Line([
                words["third-parties.status." + row.Status], words[row.Name], row.Vendor ?? "", words.Value("tracker-category", row.Category), words.Value("tracker-surface", row.Surface),
                words.Value("ground", row.Ground), row.Purpose ?? "", string.Join(", ", row.Places.Select(p => MarkdownRenderer.Place(p.File, p.Line))), string.Join(", ", row.Projects),
            ]);
        }

        return csv.ToString();
    }
}
