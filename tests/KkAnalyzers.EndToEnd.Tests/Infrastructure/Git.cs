using System.Diagnostics;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>Runs git in a workspace.</summary>
internal static class Git
{
    public static string Run(Workspace workspace, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = workspace.Root, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    /// <summary>Everything in the folder as the first commit.</summary>
    /// <returns>The commit.</returns>
    public static string Commit(Workspace workspace)
    {
        workspace.Write(".gitignore", "bin/\nobj/\n");
        Run(workspace, "init", "-q");
        Run(workspace, "add", "-A");
        Run(workspace, "-c", "user.name=Zorg", "-c", "user.email=zorg@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "first");
        return Run(workspace, "rev-parse", "HEAD").Trim();
    }
}
