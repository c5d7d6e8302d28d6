using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

public sealed class RenderTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly string _report;

    public RenderTests() => _report = _folder.File("report.json", System.Text.Encoding.UTF8.GetString(Samples.Report().ToJson()));

    public void Dispose() => _folder.Dispose();

    private string Out => Path.Combine(_folder.Path, "uit");

    private string[] Written() => [.. Directory.GetFiles(Out).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_report_gives_the_same_forms_as_when_it_was_made()
    {
        Kk.Run("render", _report, "-o", Out).Ends(ExitCodes.Success);
        foreach (var (file, bytes) in ReportFolder.Render(Samples.Report(), ["nl", "fr", "en"]))
            Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(Out, file)));
    }

    [Fact]
    public void Only_what_was_asked_for_is_written()
    {
        Kk.Run("render", _folder.Path, "-o", Out, "--format", "html,md", "--languages", "fr").Ends(ExitCodes.Success);
        Assert.Equal(["report.fr.html", "summary.md"], Written());
        Kk.Run("render", _report, "-o", Out, "--format", "pdf").Ends(ExitCodes.Usage).Says("'pdf'", "--format", "json, html, md, csv");
    }

    [Fact]
    public void One_file_can_go_to_standard_output()
    {
        Assert.Equal(MarkdownRenderer.Render(Samples.Report(), "nl"), Kk.Run("render", _report, "-o", "-", "--format", "md", "--languages", "nl").Ends(ExitCodes.Success).Out);
        Kk.Run("render", _report, "-o", "-", "--format", "html").Ends(ExitCodes.Usage).Says("Standard output takes one file");
    }

    [Fact]
    public void Formats_are_told_by_the_name_of_the_file()
    {
        Assert.Equal("json", ReportFolder.Format("report.json"));
        Assert.Equal("html", ReportFolder.Format("report.nl.html"));
        Assert.Equal("csv", ReportFolder.Format("personal-data.csv"));
        Assert.Equal("cdx", ReportFolder.Format("report.cdx.json"));
    }
}
