using System.Diagnostics;
using System.Text;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>Runs the dotnet command, or a script that calls it, to its end, without leaving a server behind.</summary>
internal static class Dotnet
{
    private static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static BuildResult Run(string directory, params string[] arguments) => Run(Host, directory, arguments, []);

    /// <summary>A script in bash, in which <c>dotnet</c> is the one that runs these tests.</summary>
    /// <param name="directory">Where it runs.</param>
    /// <param name="script">Its text.</param>
    /// <param name="options">How a service calls bash.</param>
    /// <param name="variables">What the service adds to the environment.</param>
    public static BuildResult Bash(string directory, string script, string[] options, IEnumerable<KeyValuePair<string, string?>> variables)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, script.ReplaceLineEndings("\n"));
            var path = Environment.GetEnvironmentVariable("PATH");
            return Run("bash", directory, [.. options, file], [.. variables, new("PATH", Path.IsPathRooted(Host) ? Path.GetDirectoryName(Host) + Path.PathSeparator + path : path)]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static BuildResult Run(string program, string directory, string[] arguments, IEnumerable<KeyValuePair<string, string?>> variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        // Texts are compared in English; servers would keep files of the temporary folder open.
        foreach (var (name, value) in new[]
        {
            ("DOTNET_CLI_UI_LANGUAGE", "en"), ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
            ("MSBUILDTERMINALLOGGER", "off"), ("DOTNET_NOLOGO", "1"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_GENERATE_ASPNET_CERTIFICATE", "false"),
        })
        {
            start.Environment[name] = value;
        }

        // What the test host's own build left behind must not reach the builds under test.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) && n is not ("MSBUILDDISABLENODEREUSE" or "MSBUILDTERMINALLOGGER")).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new BuildResult(process.ExitCode, output + error.Result);
    }
}
