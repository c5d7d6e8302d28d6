using System.CommandLine;
using KkAnalyzers.Tool.Commands;

namespace KkAnalyzers.Tool;

/// <summary>The commands of <c>kk</c>.</summary>
internal static class KkTool
{
    /// <summary>Runs one command line. Bad input becomes a message and an exit code, never a stack trace.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        var root = new RootCommand(terminal[Texts.Get("tool.description")])
        {
            BaselineCommand.Create(terminal),
            EvidenceCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            InitCommand.Create(terminal),
            KeyCommand.Create(terminal),
            PackCommand.Create(terminal),
            SignCommand.Create(terminal),
            VerifyCommand.Create(terminal),
        };
        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            var code = parsed.Invoke(configuration);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            terminal.Report(new ReportMessage("KK9002", "error", null, 0, 0, Texts.Same(e.Message)));
            return ExitCodes.Usage;
        }
    }
}
