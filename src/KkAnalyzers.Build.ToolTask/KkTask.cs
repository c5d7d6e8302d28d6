using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KkAnalyzers.Build;

/// <summary>
/// Runs the command in a child process: <c>dotnet exec KkAnalyzers.Build.dll command @file</c>. Its lines on standard output
/// have MSBuild's canonical form, which <see cref="ToolTask"/> turns into warnings and errors with file and line.
/// </summary>
public abstract class KkTask : ToolTask
{
    private const string Assembly = "KkAnalyzers.Build.dll";

    private protected abstract string Command { get; }

    /// <inheritdoc/>
    protected override string ToolName => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "dotnet.exe" : "dotnet";

    /// <inheritdoc/>
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.High;

    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override Encoding ResponseFileEncoding => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private protected abstract void Describe(Arguments arguments);

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool()
    {
        foreach (var candidate in Hosts())
        {
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        // Not found: the operating system looks for it once more and MSBuild says what is missing (MSB6003).
        return ToolName;
    }

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var here = Path.GetDirectoryName(typeof(KkTask).Assembly.Location)!;
        var program = Path.GetFullPath(Path.Combine(here, "..", "net8.0", Assembly));
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        line.AppendFileNameIfNotNull(program);
        line.AppendSwitch(Command);
        return line.ToString();
    }

    /// <inheritdoc/>
    protected override string GetResponseFileSwitch(string responseFilePath) => "\"@" + responseFilePath + "\"";

    /// <inheritdoc/>
    protected override string GenerateResponseFileCommands()
    {
        var arguments = new Arguments().Add("culture", CultureInfo.CurrentUICulture.Name);
        Describe(arguments);
        return arguments.ToString();
    }

    /// <summary>
    /// Where dotnet may be, in order: the host that runs this build (the dotnet CLI sets it, msbuild.exe does not), the
    /// search path, an installation that its variable points to, the place of the installer.
    /// </summary>
    private IEnumerable<string> Hosts()
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH");
        if (!string.IsNullOrEmpty(host))
        {
            yield return host;
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            var trimmed = folder.Trim().Trim('"');
            if (trimmed.Length > 0 && trimmed.IndexOfAny(Path.GetInvalidPathChars()) < 0)
            {
                yield return Path.Combine(trimmed, ToolName);
            }
        }

        foreach (var variable in new[] { "DOTNET_ROOT", "DOTNET_ROOT_X64" })
        {
            var root = Environment.GetEnvironmentVariable(variable);
            if (!string.IsNullOrEmpty(root))
            {
                yield return Path.Combine(root, ToolName);
            }
        }

        // A 32-bit msbuild.exe gets the 64-bit folder from ProgramW6432 only.
        foreach (var variable in new[] { "ProgramW6432", "ProgramFiles" })
        {
            var programs = Environment.GetEnvironmentVariable(variable);
            if (!string.IsNullOrEmpty(programs))
            {
                yield return Path.Combine(programs, "dotnet", ToolName);
            }
        }
    }
}
