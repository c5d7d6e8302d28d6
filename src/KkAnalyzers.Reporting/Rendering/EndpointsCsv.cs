namespace KkAnalyzers.Reporting;

/// <summary>The inventory of endpoints as a table for a spreadsheet.</summary>
public static class EndpointsCsv
{
    private static readonly string[] Columns = ["access", "kind", "route", "handler", "decision", "reason", "by", "justification", "accepts", "returns"];

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static string Render(Report report, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = new Words(language);
        var csv = new Csv();
        csv.Line(Columns.Select(c => words["endpoints.column." + c]).Concat([words["column.place"], words["column.project"]]));
        foreach (var row in report.Endpoints)
        {
            csv.Line([
                words["endpoints.access." + row.Access], words[row.Kind], row.Route ?? "", row.Handler ?? "", words[row.DecisionText], words[row.Reason], words[row.By], row.Justification ?? "",
                With(words[row.Accepts], row.AcceptsMember), With(words[row.Returns], row.ReturnsMember), MarkdownRenderer.Place(row.File, row.Line), string.Join(", ", row.Projects),
            ]);
        }

        return csv.ToString();
    }

    private static string With(string category, string? member) => member is null ? category : $"{category} ({member})";
}
