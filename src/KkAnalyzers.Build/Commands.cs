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
                default:
                    throw new ArgumentException($"unknown command {command}");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            output.Report(isError: true, "KK9002", file: null, 0, 0, e.Message);
        }
    }
}
