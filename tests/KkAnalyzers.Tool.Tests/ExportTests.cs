using System.Text.Json.Nodes;
using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly Folder _folder = new();

    public ExportTests() => (Samples.Report() with { AsOf = null }).WriteJson(Path.Combine(_folder.Path, "report.json"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sarif", "runs")]
    [InlineData("github", "runs")]
    [InlineData("cyclonedx", "declarations")]
    [InlineData("oscal", "assessment-results")]
    public void A_report_goes_to_the_standard_output_and_nothing_else_does(string format, string member)
    {
        var run = Kk.Run("export", format, _folder.Path, "--timestamp", "2026-06-01");
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        Assert.NotNull(JsonNode.Parse(run.Out)![member]);
    }

    [Fact]
    public void A_file_is_written_with_the_same_bytes_each_time()
    {
        var file = Path.Combine(_folder.Path, "gl-code-quality.json");
        var run = Kk.Run("export", "gitlab", Path.Combine(_folder.Path, "report.json"), "-o", file);
        Assert.Equal((ExitCodes.Success, "", ""), (run.Code, run.Out, run.Error));
        Assert.Equal(File.ReadAllText(file), Kk.Run("export", "gitlab", _folder.Path).Out);
    }

    [Fact]
    public void The_file_of_the_report_folder_and_the_export_are_the_same()
    {
        ReportFolder.Write(_folder.Path, Samples.Report(), ["nl"]);
        Assert.Equal(File.ReadAllText(Path.Combine(_folder.Path, "report.sarif")), Kk.Run("export", "sarif", _folder.Path, "--language", "nl").Out);
        Assert.Equal(File.ReadAllText(Path.Combine(_folder.Path, "report.cdx.json")), Kk.Run("export", "cyclonedx", _folder.Path, "--language", "nl").Out);
    }

    [Fact]
    public void Oscal_has_a_date_from_the_caller_or_from_the_report_and_never_from_the_clock()
    {
        var without = Kk.Run("export", "oscal", _folder.Path);
        Assert.Equal((ExitCodes.Usage, ""), (without.Code, without.Out));
        Assert.Contains("--timestamp", without.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, Kk.Run("export", "oscal", _folder.Path, "--timestamp", "gisteren").Code);

        static string? Start(Kk run) => (string?)JsonNode.Parse(run.Out)!["assessment-results"]!["results"]![0]!["start"];
        Assert.Equal("2026-06-01T12:30:00Z", Start(Kk.Run("export", "oscal", _folder.Path, "--timestamp", "2026-06-01T14:30:00+02:00")));
        (Samples.Report() with { AsOf = "2026-05-04" }).WriteJson(Path.Combine(_folder.Path, "report.json"));
        Assert.Equal("2026-05-04T00:00:00Z", Start(Kk.Run("export", "oscal", _folder.Path)));
    }

    [Fact]
    public void Messages_speak_the_language_of_the_user_and_the_file_that_of_its_reader()
    {
        Assert.Equal("en", (string?)JsonNode.Parse(Kk.RunIn("nl", "export", "sarif", _folder.Path).Out)!["runs"]![0]!["language"]);
        Assert.Contains("datum", Kk.RunIn("nl", "export", "oscal", _folder.Path).Error, StringComparison.Ordinal);
        Assert.Equal("fr", (string?)JsonNode.Parse(Kk.Run("export", "sarif", _folder.Path, "--language", "fr").Out)!["runs"]![0]!["language"]);
    }

    [Fact]
    public void What_is_no_format_no_language_or_no_report_is_an_error_of_use()
    {
        Assert.Equal(ExitCodes.Usage, Kk.Run("export", "pdf", _folder.Path).Code);
        Assert.Equal(ExitCodes.Usage, Kk.Run("export", "sarif", _folder.Path, "--language", "de").Code);
        Assert.Equal(ExitCodes.Usage, Kk.Run("export", "sarif", Path.Combine(_folder.Path, "absent")).Code);
        Assert.Equal(ExitCodes.Usage, Kk.Run("export", "sarif", _folder.File("other.json", "{}")).Code);
    }
}
