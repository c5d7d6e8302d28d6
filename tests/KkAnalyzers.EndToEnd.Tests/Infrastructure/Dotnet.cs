using System.Diagnostics;
using System.Text;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>Runs the dotnet command to its end, without leaving a server behind.</summary>
internal static class Dotnet
{
    public static BuildResult Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

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

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new BuildResult(process.ExitCode, output + error.Result);
    }
}
