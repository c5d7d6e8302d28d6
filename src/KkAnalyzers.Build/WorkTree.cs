using System.ComponentModel;
using System.Diagnostics;

namespace KkAnalyzers.Build;

/// <summary>
/// Whether the work tree held changes that are in no commit. Asked of git, once per compilation of the project that writes the
/// report; a build in which nothing is compiled asks nothing. Who knows better says so with <c>KkTreeState</c>.
/// </summary>
internal static class WorkTree
{
    /// <summary>A build does not wait longer for git, in milliseconds; then nobody looked.</summary>
    private const int Patience = 5000;

    /// <returns>Null when nobody looked.</returns>
    public static bool? IsDirty(Arguments facts) => facts.Optional("tree") switch
    {
        "clean" => false,
        "dirty" => true,
        { } => null,
        null => facts.Flag("head") && facts.Optional("root") is { } root ? Ask(root) : null,
    };

    private static bool? Ask(string root)
    {
        // A file in a work tree beside the main one.
        var git = Path.Combine(root, ".git");
        if (!Directory.Exists(git) && !File.Exists(git))
            return null;

        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // Takes no lock, starts no program that the repository names, and asks no question.
        foreach (var argument in new[] { "--no-optional-locks", "-c", "core.fsmonitor=false", "status", "--porcelain", "--untracked-files=normal" })
            start.ArgumentList.Add(argument);
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";

        // What is no repository after all must not become the one above it.
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(root)) ?? root;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            process.WaitForExit();
            return process.ExitCode == 0 ? output.Result.Length > 0 : null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException or AggregateException)
        {
            // No git on this machine.
            return null;
        }
    }
}
