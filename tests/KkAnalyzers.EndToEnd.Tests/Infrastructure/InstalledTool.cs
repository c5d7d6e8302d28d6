using System.Diagnostics;
using System.Text;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary><c>kk</c>, packed once per run and installed from its package, as a pipeline gets it.</summary>
public sealed class InstalledTool : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"kk-tool-{Environment.ProcessId}");

    public InstalledTool()
    {
        var feed = Path.Combine(_folder, "feed");
        Directory.CreateDirectory(feed);
        Dotnet.Run(
            PackedPackage.Repository, "pack", "src/KkAnalyzers.Tool/KkAnalyzers.Tool.csproj", "--no-build", "-c", PackedPackage.Configuration, "-o", feed,
            $"-p:PackageVersion={PackedPackage.Version}", "-nodeReuse:false", "-nologo", "-v:q").Succeeds();
        Package = Path.Combine(feed, $"KkAnalyzers.Tool.{PackedPackage.Version}.nupkg");
        // No other source: the tool brings all it needs.
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""<configuration><packageSources><clear /><add key="kk" value="{feed}" /></packageSources></configuration>""");
        Dotnet.Run(
            _folder, "tool", "install", "KkAnalyzers.Tool", "--tool-path", Path.Combine(_folder, "bin"), "--version", PackedPackage.Version,
            "--configfile", Path.Combine(_folder, "nuget.config"), "--no-cache").Succeeds();
    }

    /// <summary>Full path of the nupkg.</summary>
    public string Package { get; }

    /// <summary>Runs the installed command.</summary>
    internal (int Code, string Out, string Error) Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(_folder, "bin", OperatingSystem.IsWindows() ? "kk.exe" : "kk"), arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LANG"] = "en_US.UTF-8";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
