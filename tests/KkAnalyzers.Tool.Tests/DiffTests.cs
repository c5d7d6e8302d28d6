using System.Text.Json;
using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

public sealed class DiffTests : IDisposable
{
    private readonly Product _product = new();

    public void Dispose() => _product.Dispose();

    private static string Declaration(string version) => $$"""
        { "product": { "name": "Zorgdagboek", "version": "{{version}}" },
          "criteria": { "O1.02": { "evidence": [{ "title": "Handboek", "link": "https://voorbeeldzorg.example", "validUntil": "2026-06-30" }] } } }
        """;

    private void TwoReleases(Sarif old, Sarif now)
    {
        _product.Fragment("Zorgdagboek.App", old, declaration: Declaration("4.1.0"));
        Kk.Run("merge", _product["src"], "-o", _product["old"], "--as-of", "2026-06-01");
        _product.Fragment("Zorgdagboek.App", now, declaration: Declaration("4.2.0"), change: f => f with { Project = f.Project with { Commit = "feedface" } });
        Kk.Run("merge", _product["src"], "-o", _product["new"], "--as-of", "2026-07-01");
    }

    private Kk Diff(params string[] args) => Kk.Run(["diff", _product["old"], _product["new/report.json"], .. args]);

    [Fact]
    public void Two_equal_reports_differ_in_nothing()
    {
        TwoReleases(new Sarif(), new Sarif());
        Assert.Contains("Nothing changed that the reports show.", Kk.Run("diff", _product["new"], _product["new"]).Ends(ExitCodes.Success).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_matters_to_the_buyer_comes_first()
    {
        TwoReleases(
            new Sarif().Finding(file: "src/Dagboek.cs", line: 42).Override("KK3201", enabled: false),
            new Sarif().Finding(file: "src/Dagboek.cs", line: 57, suppression: ("SuppressMessageAttribute", "enkel op de testserver")).Override("KK4501", enabled: false));
        var text = Diff().Ends(ExitCodes.Success).Out;
        string[] expected =
        [
            "Zorgdagboek: from 4.1.0 to 4.2.0", "Commit: from 0123456789abcdef0123456789abcdef01234567 to feedface", "O1.02", "Newly looked at", "No longer looked at",
            "Changed otherwise", "T4.09b", "finding → accepted exception", "New exceptions (2)", "enkel op de testserver", "Exceptions that are gone or ended (1)", "Evidence past its last day (1)", "O1.02 Handboek: valid until 2026-06-30",
        ];
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("New findings", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("No longer looked at", StringComparison.Ordinal) < text.IndexOf("New exceptions", StringComparison.Ordinal));

        var dutch = Kk.RunIn("nl", "diff", _product["old"], _product["new"]).Out;
        Assert.Contains("Niet langer bekeken", dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_is_what_the_report_holds()
    {
        TwoReleases(new Sarif().Finding(), new Sarif());
        var json = JsonDocument.Parse(Diff("--format", "json").Ends(ExitCodes.Success).Out).RootElement;
        Assert.Equal("4.1.0", json.GetProperty("previousVersion").GetString());
        Assert.Equal(1, json.GetProperty("goneFindings").GetArrayLength());

        Kk.Run("merge", _product["src"], "-o", _product["with"], "--as-of", "2026-07-01", "--previous", _product["old/report.json"]);
        Assert.Equal(JsonFile.Bytes(Report.Read(_product["with/report.json"]).Changes), System.Text.Encoding.UTF8.GetBytes(Diff("--format", "json").Out));
    }

    [Fact]
    public void Output_can_be_a_file()
    {
        TwoReleases(new Sarif(), new Sarif());
        Assert.Empty(Diff("-o", _product["uit/diff.md"], "--format", "md").Ends(ExitCodes.Success).Out);
        Assert.StartsWith("# Zorgdagboek: from 4.1.0 to 4.2.0\n", File.ReadAllText(_product["uit/diff.md"]), StringComparison.Ordinal);
        Assert.StartsWith("# Zorgdagboek", Diff("-o", "-", "--format", "md").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_stays_text()
    {
        TwoReleases(new Sarif(), new Sarif().Finding(suppression: ("SuppressMessageAttribute", Samples.Hostile)));
        var text = Diff().Out;
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\u0007', text);
        var markdown = Diff("--format", "md").Out;
        Assert.DoesNotContain("<script>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("](https:", markdown, StringComparison.Ordinal);
    }
}
