using System.CommandLine;
using System.Text;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk init</c>: a first declaration, filled in with what the projects say.</summary>
internal static class InitCommand
{
    public static Command Create(Terminal terminal)
    {
        var directory = new Option<string>("--directory") { Description = terminal[Texts.Get("tool.init.directory")], DefaultValueFactory = _ => "." };
        var language = new Option<string>("--language") { Description = terminal[Texts.Get("tool.init.language")], DefaultValueFactory = _ => terminal.Language };
        language.AcceptOnlyFromAmong("nl", "fr", "en");
        var force = new Option<bool>("--force") { Description = terminal[Texts.Get("tool.init.force")] };
        var command = new Command("init", terminal[Texts.Get("tool.init")]) { directory, language, force };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(directory), parsed.GetRequiredValue(language), parsed.GetValue(force), terminal));
        return command;
    }

    private static int Run(string directory, string language, bool force, Terminal terminal)
    {
        if (!Directory.Exists(directory))
        {
            terminal.Report(new ReportMessage("KK9002", "error", null, 0, 0, Texts.Format("tool.init.no-directory", directory)));
            return ExitCodes.Usage;
        }

        var path = Path.Combine(directory, DeclarationReader.FileName);
        if (!force && Path.Exists(path))
        {
            terminal.Report(new ReportMessage("KK9002", "error", path, 0, 0, Texts.Get("tool.init.exists")));
            return ExitCodes.Usage;
        }

        var scan = ProjectScan.Of(directory);
        foreach (var (file, line, column) in scan.Unreadable)
            terminal.Report(new ReportMessage("KK9002", "warning", file, line, column, Texts.Get("tool.init.unreadable")));
        JsonFile.WriteIfDifferent(path, Encoding.UTF8.GetBytes(DeclarationStarter.Write(scan, language, terminal.Today)));
        terminal.Out.WriteLine(Visible.Text(path));
        return ExitCodes.Success;
    }
}
