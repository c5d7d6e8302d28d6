using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using KkAnalyzers.Tool.Commands;

namespace KkAnalyzers.Tool;

/// <summary>The commands of <c>kk</c>.</summary>
internal static class KkTool
{
    /// <summary>Runs one command line. Bad input becomes a message and an exit code, never a stack trace.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        terminal = terminal with { Language = SharedOptions.LanguageOf(args) ?? terminal.Language };
        var root = Root(terminal);
        try
        {
            var parsed = root.Parse(args);
            if (Misuse.Is(parsed))
                return Misuse.Report(parsed, terminal);
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (UnreadableFileException e)
        {
            terminal.Report(e.Problem);
        }
        catch (UsageException e)
        {
            foreach (var message in e.Problems)
                terminal.Report(message);
        }
        catch (OperationCanceledException)
        {
            terminal.Report(UsageException.Problem("tool.stopped"));
            return ExitCodes.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            terminal.Report(new ReportMessage("KK9002", "error", null, 0, 0, Texts.Same(e.Message)));
        }
        catch (Exception e) when (terminal.HidesCrashes)
        {
            // Input that nobody thought of: who runs the tool gets a sentence, who works on it a stack trace.
            terminal.Report(UsageException.Problem("tool.crashed", e.GetType().Name, e.Message));
        }

        return ExitCodes.Usage;
    }

    /// <summary>The tree of commands, with texts in the language of the terminal.</summary>
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(terminal[Texts.Get("tool.description")])
        {
            MergeCommand.Create(terminal),
            RenderCommand.Create(terminal),
            DiffCommand.Create(terminal),
            GateCommand.Create(terminal),
            BaselineCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ExportCommand.Create(terminal),
            InitCommand.Create(terminal),
            EvidenceCommand.Create(terminal),
            KeyCommand.Create(terminal),
            SignCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            PackCommand.Create(terminal),
            SharedOptions.Language(terminal),
        };
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
                (help.Description, help.Action) = (terminal[Texts.Get("tool.option.help")], new Help(terminal));
            else if (option is VersionOption version)
                (version.Description, version.Action) = (terminal[Texts.Get("tool.option.version")], new ToolVersion(terminal));
        }

        return root;
    }

    /// <summary><c>kk --version</c>: the rule set belongs to it, because it decides what a report can say.</summary>
    private sealed class ToolVersion(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var tool = ToolInfo.Current;
            terminal.Out.WriteLine(terminal[Texts.Format("tool.version", tool.Version, tool.Rules, tool.RuleSetSha256[..12])]);
            return ExitCodes.Success;
        }
    }
}
