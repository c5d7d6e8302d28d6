using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

public class BaselineTests
{
    private static string Report(Folder folder, params int[] lines)
    {
        var sarif = lines.Aggregate(new Sarif(), (s, line) => s.Finding(file: "src/Dagboek.cs", line: line));
        var path = Path.Combine(folder.Path, "report.json");
        Build.Report(Build.Fragment(sarif, prepare: f => f.File("src/Dagboek.cs", "een\ntwee\ndrie\n"))).WriteJson(path);
        return path;
    }

    [Fact]
    public void What_is_found_today_becomes_the_baseline()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "kk.baseline.json");
        var run = Kk.Run("baseline", "create", Report(folder, 1, 2), "--baseline", path);
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Out));
        var baseline = Baseline.Read(path);
        Assert.Equal(["legacy", "legacy"], baseline.Entries.Select(e => e.Kind));
        Assert.All(baseline.Entries, e => Assert.Equal("2026-07-01", e.Created));
    }

    [Fact]
    public void A_baseline_is_not_replaced_unless_somebody_says_so()
    {
        using var folder = new Folder();
        var path = folder.File("kk.baseline.json", "{ \"formatVersion\": 1, \"entries\": [] }");
        var report = Report(folder, 1);
        Assert.Equal(ExitCodes.Usage, Kk.Run("baseline", "create", report, "-b", path).Code);
        Assert.Equal(ExitCodes.Success, Kk.Run("baseline", "create", report, "-b", path, "--force").Code);
        Assert.Single(Baseline.Read(path).Entries);
    }

    [Fact]
    public void Prune_removes_what_is_gone_and_adds_nothing()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "kk.baseline.json");
        Kk.Run("baseline", "create", Report(folder, 1, 2), "-b", path);

        var report = Report(folder, 2, 3);
        var check = Kk.Run("baseline", "prune", report, "-b", path, "--check");
        Assert.Equal(ExitCodes.Gate, check.Code);
        Assert.Contains("src/Dagboek.cs", check.Out, StringComparison.Ordinal);
        Assert.Equal(2, Baseline.Read(path).Entries.Count);

        Assert.Equal(ExitCodes.Success, Kk.Run("baseline", "prune", report, "-b", path).Code);
        Assert.Single(Baseline.Read(path).Entries);
        Assert.Equal(ExitCodes.Success, Kk.Run("baseline", "prune", report, "-b", path, "--check").Code);
    }

    [Fact]
    public void An_incomplete_report_prunes_nothing()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "kk.baseline.json");
        Kk.Run("baseline", "create", Report(folder, 1), "-b", path);
        RollUp.Merge([]).WriteJson(Path.Combine(folder.Path, "report.json"));
        Assert.Equal(ExitCodes.Incomplete, Kk.Run("baseline", "prune", Path.Combine(folder.Path, "report.json"), "-b", path).Code);
        Assert.Single(Baseline.Read(path).Entries);
    }

    [Fact]
    public void A_baseline_that_cannot_be_read_is_left_as_it_is()
    {
        using var folder = new Folder();
        var path = folder.File("kk.baseline.json", "{ \"entries\": [\n {} ] }");
        var run = Kk.Run("baseline", "prune", Report(folder, 1), "-b", path);
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("kk.baseline.json(2,", run.Error, StringComparison.Ordinal);
        Assert.Equal("{ \"entries\": [\n {} ] }", File.ReadAllText(path));
    }
}
