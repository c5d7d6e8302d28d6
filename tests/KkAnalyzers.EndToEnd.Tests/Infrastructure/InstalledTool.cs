using System.Diagnostics;
using System.Text;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>Tests that share the packed tool.</summary>
[CollectionDefinition(Name)]
public sealed class ToolTests : ICollectionFixture<InstalledTool>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "kk";
}

/// <summary><c>kk</c>, packed once per run and installed from its package, as a pipeline gets it.</summary>
public sealed class InstalledTool
{
    private static readonly Lazy<string> Installed = new(Install);

    private static string Folder => Installed.Value;

    /// <summary>Full path of the nupkg.</summary>
    public string Package => Path.Combine(Folder, "feed", $"KkAnalyzers.Tool.{PackedPackage.Version}.nupkg");

    /// <summary>Folder that serves as NuGet source.</summary>
    public string Feed => Path.GetDirectoryName(Package)!;

    /// <summary>Runs the installed command.</summary>
    internal (int Code, string Out, string Error) Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "bin", OperatingSystem.IsWindows() ? "kk.exe" : "kk"), arguments)
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

    private static string Install()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"kk-tool-{Environment.ProcessId}");
        var feed = Path.Combine(folder, "feed");
        Directory.CreateDirectory(feed);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Dotnet.Run(
            PackedPackage.Repository, "pack", "src/KkAnalyzers.Tool/KkAnalyzers.Tool.csproj", "--no-build", "-c", PackedPackage.Configuration, "-o", feed,
            $"-p:PackageVersion={PackedPackage.Version}", "-nodeReuse:false", "-nologo", "-v:q").Succeeds();
        // No other source: the tool brings all it needs.
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""<configuration><packageSources><clear /><add key="kk" value="{feed}" /></packageSources></configuration>""");
        Dotnet.Run(
            folder, "tool", "install", "KkAnalyzers.Tool", "--tool-path", Path.Combine(folder, "bin"), "--version", PackedPackage.Version,
            "--configfile", Path.Combine(folder, "nuget.config"), "--no-cache").Succeeds();
        return folder;
    }
}
