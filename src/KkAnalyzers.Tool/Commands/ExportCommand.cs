using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting.Formats;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk export gitlab kwaliteitskader -o gl-code-quality.json</c>: a report in a format of others.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = new Argument<string>("format") { Description = terminal[Texts.Get("tool.export.format")] };
        format.AcceptOnlyFromAmong([.. ExportFormats.Names]);
        var report = new Argument<string>("report") { Description = terminal[Texts.Get("tool.export.report")] };
        var output = new Option<string>("--output", "-o") { Description = terminal[Texts.Get("tool.export.output")], DefaultValueFactory = _ => "-" };
        // That of the file: by default the same on every machine, whatever language its user speaks.
        var language = new Option<string>("--language") { Description = terminal[Texts.Get("tool.export.language")], HelpName = "nl|fr|en", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Localized.Languages]);
        var timestamp = new Option<string?>("--timestamp") { Description = terminal[Texts.Get("tool.export.timestamp")] };
        var command = new Command("export", terminal[Texts.Get("tool.export")]) { format, report, output, language, timestamp };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(format), parsed.GetRequiredValue(report), parsed.GetRequiredValue(output), parsed.GetRequiredValue(language), parsed.GetValue(timestamp), terminal));
        return command;
    }

    private static int Run(string format, string path, string output, string language, string? timestamp, Terminal terminal)
    {
        var file = ReportFile.Path(path);
        var report = Report.Read(file);
        var date = Dates.Read(SharedOptions.Timestamp(timestamp)) ?? Epoch() ?? Dates.Read(report.Timestamp) ?? Dates.Read(report.AsOf);
        if (format == ExportFormats.Oscal && date is null)
            throw new UsageException("tool.export.no-date");

        var sha256 = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))).ToLowerInvariant();
        var exported = ExportFormats.Render(report, sha256, format, language, date);
        if (output == "-")
            terminal.Out.Write(Encoding.UTF8.GetString(exported.Bytes));
        else
            JsonFile.WriteIfDifferent(output, exported.Bytes);
        foreach (var note in exported.Notes)
            terminal.Report(new ReportMessage("KK9003", "warning", output == "-" ? null : output, 0, 0, note));
        return ExitCodes.Success;
    }

    private static DateTimeOffset? Epoch() =>
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
