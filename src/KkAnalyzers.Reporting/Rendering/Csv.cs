namespace KkAnalyzers.Reporting;

/// <summary>A table for a spreadsheet. Semicolons and a byte order mark: what spreadsheets in Belgium open without questions.</summary>
internal sealed class Csv
{
    private readonly TextWriter _text;

    /// <param name="text">Where the lines go; into memory without it.</param>
    public Csv(TextWriter? text = null)
    {
        _text = text ?? new StringWriter();
        _text.Write('\uFEFF');
    }

    public void Line(IEnumerable<string> cells) => _text.Write(string.Join(';', cells.Select(Cell)) + "\r\n");

    /// <summary>What went into memory.</summary>
    public override string ToString() => _text.ToString()!;

    /// <summary>Always quoted. A spreadsheet runs a cell that begins like a formula, also when it is quoted, unless a quote mark goes before it.</summary>
    private static string Cell(string value)
    {
        var shown = Visible.Text(value);
        var isFormula = shown.TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
        return $"\"{(isFormula ? "'" : "")}{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
