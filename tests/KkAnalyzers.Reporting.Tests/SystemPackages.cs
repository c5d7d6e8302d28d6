using System.Diagnostics;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>Programs that tests need besides the SDK.</summary>
internal static class SystemPackages
{
    /// <summary>A program on PATH, or null.</summary>
    public static string? Find(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(f => names.Select(n => Path.Combine(f, n))).FirstOrDefault(File.Exists);

    /// <summary>Installs with apt-get, as root on Debian and what is like it; does nothing elsewhere.</summary>
    public static void Install(params string[] packages)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
            return;
        Run("update", "-qq");
        Run(["install", "-y", "-qq", .. packages]);

        static void Run(params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/apt-get", arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
            process.WaitForExit(TimeSpan.FromMinutes(10));
        }
    }
}
