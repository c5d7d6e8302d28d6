using System.CommandLine;
using System.Text;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk diff</c>: what changed from release to release, for who buys or uses the product.</summary>
internal static class DiffCommand
{
    private static readonly string[] Formats = ["text", "md", "json"];

    public static Command Create(Terminal terminal)
    {
        var older = new Argument<string>("old") { Description = terminal[Texts.Get("tool.diff.old")], HelpName = "old/report.json" };
        var newer = new Argument<string>("new") { Description = terminal[Texts.Get("tool.diff.new")], HelpName = "new/report.json" };
        var format = new Option<string>("--format") { Description = terminal[Texts.Get("tool.diff.format")], HelpName = "text|md|json" };
        format.AcceptOnlyFromAmong(Formats);
        var output = SharedOptions.Output(terminal, "tool.option.output-file", "tool.help.file");

        var command = new Command("diff", terminal[Texts.Get("tool.diff")]) { older, newer, format, output };
        command.SetAction(parsed =>
        {
            var previous = EarlierReport.Read(ReportFile.Path(parsed.GetRequiredValue(older)));
            var report = ReportFile.Read(parsed.GetRequiredValue(newer));
            var changes = ReportDiff.Of(previous, report);
            terminal.Write(parsed.GetValue(output), parsed.GetValue(format) switch
            {
                "json" => Encoding.UTF8.GetString(JsonFile.Bytes(changes)),
                "md" => ChangesRenderer.Markdown(report, changes, terminal.Language),
                _ => ChangesRenderer.Text(report, changes, terminal.Language),
            });
            return ExitCodes.Success;
        });
        return command;
    }
}
