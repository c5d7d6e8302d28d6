using System.Globalization;
using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting;

namespace KkAnalyzers.Build;

/// <summary>Fragments in; the folder of the report and a few lines on the console out.</summary>
internal static class ReportCommand
{
    public const string Json = ReportFolder.Json;

    public static void Run(Arguments request, IOutput output)
    {
        var directory = request.Required("directory");
        Directory.CreateDirectory(directory);

        // A project whose build broke before it could write its fragment is named by the facts of its referrer.
        var fragments = request.All("fragment").Where(File.Exists).ToArray();
        var root = request.Optional("root");
        var baseline = request.Optional("baseline");
        var options = new RollUpOptions
        {
            Today = Day(request.Optional("today")),
            Baseline = baseline is null ? null : Baseline.Read(baseline, Path.GetRelativePath(root ?? directory, baseline).Replace('\\', '/')),
            Previous = Previous(request.Optional("previous"), output),
        };
        var report = RollUp.Merge(fragments.Select(Fragment.Read), options);

        // KK9002 has named the others.
        var languages = request.All("language").Where(l => Localized.Languages.Contains(l)).ToArray();
        foreach (var file in ReportFolder.Write(directory, report, languages))
        {
            // Newer than what it was made of, also when its content did not change: MSBuild compares times.
            File.SetLastWriteTimeUtc(Path.Combine(directory, file), DateTime.UtcNow);
        }

        ReportFolder.CopyInputs(directory, fragments, options);

        output.Report(report.Messages, root, request.Optional("project"));
        foreach (var line in ConsoleSummary.Lines(report, OutputExtensions.Language))
        {
            output.Line(line);
        }

        // As MSBuild says where an assembly went.
        var page = languages.Contains(OutputExtensions.Language) ? OutputExtensions.Language : languages.FirstOrDefault();
        output.Line($"KkAnalyzers -> {Visible.Text(Path.Combine(directory, page is null ? Json : ReportFolder.Page(page)))}");
    }

    /// <summary>A report to compare with that cannot be read is no reason to have none.</summary>
    private static EarlierReport? Previous(string? path, IOutput output)
    {
        try
        {
            return path is null ? null : EarlierReport.Read(path);
        }
        catch (UnreadableFileException e)
        {
            output.Report([e.Problem with { Severity = "warning" }], root: null, project: null);
            return null;
        }
    }

    private static DateOnly? Day(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
