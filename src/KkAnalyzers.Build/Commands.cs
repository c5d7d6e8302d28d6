using KkAnalyzers.Reporting;

namespace KkAnalyzers.Build;

/// <summary>What the tasks do, by name. The same code in MSBuild's process and in a child process.</summary>
internal static class Commands
{
    public static void Run(string command, Arguments arguments, IOutput output)
    {
        try
        {
            switch (command)
            {
                case "packages":
                    PackageList.Write(arguments);
                    break;
                case "fragment":
                    FragmentCommand.Run(new Arguments().Read(arguments.Required("facts")), output);
                    break;
                case "report":
                    ReportCommand.Run(new Arguments().Read(arguments.Required("request")), output);
                    break;
                case "gate":
                    GateCommand.Run(new Arguments().Read(arguments.Required("request")), arguments.Required("gate"), output);
                    break;
                default:
                    throw new ArgumentException($"unknown command {command}");
            }
        }
        catch (UnreadableFileException e)
        {
            output.Report([e.Problem], root: null, project: null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // A report that cannot be written or read is no reason for a stack trace, and none to pass either.
            output.Report(isError: true, "KK9002", file: null, 0, 0, Visible.Text(e.Message.ReplaceLineEndings(" ")));
        }
    }
}
