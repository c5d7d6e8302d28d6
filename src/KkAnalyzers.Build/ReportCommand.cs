using System.Globalization;
using System.Text;
using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting;

namespace KkAnalyzers.Build;

/// <summary>Fragments in; <c>report.json</c>, an HTML page per language, <c>summary.md</c>, tables for spreadsheets and a few lines on the console out.</summary>
internal static class ReportCommand
{
    public const string Json = "report.json";

    private const string Summary = "summary.md";
    private static readonly (string File, Func<Report, string, string> Render)[] Tables =
    [
        ("personal-data.csv", PersonalDataCsv.Render), ("endpoints.csv", EndpointsCsv.Render), ("third-parties.csv", ThirdPartiesCsv.Render), ("consent.csv", ConsentCsv.Render),
    ];

    public static void Run(Arguments request, IOutput output)
    {
        var directory = request.Required("directory");
        Directory.CreateDirectory(directory);

        // A project whose build broke before it could write its fragment is named by the facts of its referrer.
        var fragments = request.All("fragment").Where(File.Exists).Select(Fragment.Read).ToArray();
        var report = RollUp.Merge(fragments, new RollUpOptions { Today = Day(request.Optional("today")) });

        report.WriteJson(Path.Combine(directory, Json));

        // KK9002 has named the others.
        var languages = request.All("language").Where(l => Localized.Languages.Contains(l)).ToArray();
        foreach (var language in languages)
        {
            Write(Path.Combine(directory, $"report.{language}.html"), HtmlRenderer.Render(report, language));
        }

        var first = languages.FirstOrDefault() ?? "en";
        Write(Path.Combine(directory, Summary), MarkdownRenderer.Render(report, first));
        foreach (var (file, render) in Tables)
        {
            Write(Path.Combine(directory, file), render(report, first));
        }

        // Newer than what they were made of, also when their content did not change: MSBuild compares times.
        foreach (var file in languages.Select(l => $"report.{l}.html").Concat([Json, Summary, .. Tables.Select(t => t.File)]))
        {
            File.SetLastWriteTimeUtc(Path.Combine(directory, file), DateTime.UtcNow);
        }

        output.Report(report.Messages, request.Optional("root"), request.Optional("project"));
        foreach (var line in ConsoleSummary.Lines(report, OutputExtensions.Language))
        {
            output.Line(line);
        }

        // As MSBuild says where an assembly went.
        var page = languages.Contains(OutputExtensions.Language) ? OutputExtensions.Language : languages.FirstOrDefault();
        output.Line($"KkAnalyzers -> {Path.Combine(directory, page is null ? Json : $"report.{page}.html")}");
    }

    private static DateOnly? Day(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static void Write(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            File.WriteAllBytes(path, bytes);
        }
    }
}
