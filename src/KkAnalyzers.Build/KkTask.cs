using Microsoft.Build.Utilities;

namespace KkAnalyzers.Build;

/// <summary>Runs the command in MSBuild's own process.</summary>
public abstract class KkTask : Microsoft.Build.Utilities.Task
{
    private protected abstract string Command { get; }

    private protected abstract void Describe(Arguments arguments);

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        var arguments = new Arguments();
        Describe(arguments);
        Commands.Run(Command, arguments, new BuildLog(Log));
        return !Log.HasLoggedErrors;
    }

    private sealed class BuildLog(TaskLoggingHelper log) : IOutput
    {
        public void Line(string text) => log.LogMessage(Microsoft.Build.Framework.MessageImportance.High, "{0}", text);

        public void Report(bool isError, string code, string? file, int line, int column, string text)
        {
            if (isError)
            {
                log.LogError(null, code, null, file, line, column, 0, 0, "{0}", text);
            }
            else
            {
                log.LogWarning(null, code, null, file, line, column, 0, 0, "{0}", text);
            }
        }
    }
}
