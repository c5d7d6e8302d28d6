using System.CommandLine;
using System.Text;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk render</c>: the forms of a report again, from its <c>report.json</c>.</summary>
internal static class RenderCommand
{
    public static Command Create(Terminal terminal)
    {
        var report = new Argument<string>("report") { Description = terminal[Texts.Get("tool.argument.report")], HelpName = "report.json" };
        var output = SharedOptions.Output(terminal, "tool.render.output", "tool.help.folder");
        output.Required = true;
        var languages = SharedOptions.Languages(terminal);
        var format = SharedOptions.List("--format", string.Join('|', ReportFolder.Formats), terminal[Texts.Get("tool.render.format")]);

        var command = new Command("render", terminal[Texts.Get("tool.render")]) { report, output, languages, format };
        command.SetAction(parsed => Run(
            ReportFile.Read(parsed.GetRequiredValue(report)),
            parsed.GetRequiredValue(output),
            SharedOptions.ReadLanguages(parsed.GetValue(languages)),
            SharedOptions.Read(parsed.GetValue(format), "--format", ReportFolder.Formats, ReportFolder.Formats),
            terminal));
        return command;
    }

    private static int Run(Report report, string output, IReadOnlyList<string> languages, IReadOnlyCollection<string> formats, Terminal terminal)
    {
        var files = ReportFolder.Render(report, languages, file => formats.Contains(ReportFolder.Format(file)));
        if (output == "-")
        {
            var all = files.Take(2).ToArray();
            if (all.Length != 1)
                throw new UsageException("tool.render.one-file");
            terminal.Out.Write(Encoding.UTF8.GetString(all[0].Bytes));
            return ExitCodes.Success;
        }

        if (File.Exists(output))
            throw new UsageException("tool.output.is-file", output);
        foreach (var (file, bytes) in files)
        {
            terminal.Stop.ThrowIfCancellationRequested();
            var path = Path.Combine(output, file);
            JsonFile.WriteIfDifferent(path, bytes);
            terminal.Out.WriteLine(Visible.Text(path));
        }

        return ExitCodes.Success;
    }
}
