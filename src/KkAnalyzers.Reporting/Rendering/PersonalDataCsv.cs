namespace KkAnalyzers.Reporting;

/// <summary>
/// The inventory of personal data as a table for a spreadsheet, with empty columns for what a record of processing asks and
/// code does not know.
/// </summary>
public static class PersonalDataCsv
{
    private static readonly string[] Known = ["type", "member", "category", "tier", "confidence", "reason", "pseudonymised", "use", "sink", "protected", "places", "projects"];
    private static readonly string[] ToFillIn = ["purpose", "legal-basis", "people", "recipients", "transfers", "retention", "measures"];

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static string Render(Report report, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = new Words(language);
        var csv = new Csv();
        string YesNo(bool? value) => value is { } known ? words[known ? "value.yes" : "value.no"] : "";

        var silence = PersonalDataRows.Looked(report, [.. PersonalDataRows.Kinds.Select(k => k.Use)]) ? words["personal-data.no-use"] : words.State(State.NotEvaluated);
        var asWhole = report.PersonalData.Where(r => r.Member is null && r.Uses.Count > 0).Select(r => r.Type).ToHashSet(StringComparer.Ordinal);
        csv.Line(Known.Concat(ToFillIn).Select(c => words["csv." + c]));
        foreach (var row in report.PersonalData)
        {
            string[] datum =
            [
                row.Type ?? "", row.Member ?? words["personal-data.whole"], words[row.Category], row.Tier is null ? "" : words["tier." + row.Tier],
                row.Confidence is null ? "" : words["confidence." + row.Confidence], words[row.Reason], YesNo(row.Pseudonymised),
            ];
            foreach (var use in row.Uses.DefaultIfEmpty())
            {
                csv.Line([
                    .. datum,
                    use is null ? asWhole.Contains(row.Type) ? words["personal-data.with-whole"] : silence : words["use." + use.Use], use?.Sink ?? "", YesNo(use?.Protected),
                    string.Join(", ", (use?.Places ?? row.Declared).Select(p => MarkdownRenderer.Place(p.File, p.Line))), string.Join(", ", row.Projects),
                    .. ToFillIn.Select(_ => ""),
                ]);
            }
        }

        return csv.ToString();
    }
}
