using System.Reflection;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>The package under test: packed once per run, under a version that no cache can know.</summary>
internal static class PackedPackage
{
    private static readonly Lazy<string> Packed = new(Pack);

    public static string Repository { get; } = Metadata("Repository");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Version { get; } = $"0.0.1-e2e.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

    /// <summary>Folder that serves as NuGet source.</summary>
    public static string Feed => Path.GetDirectoryName(Packed.Value)!;

    /// <summary>Full path of the nupkg.</summary>
    public static string File => Packed.Value;

    private static string Pack()
    {
        var feed = Path.Combine(Path.GetTempPath(), $"kk-feed-{Environment.ProcessId}");
        Directory.CreateDirectory(feed);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => CleanUp(feed);

        // PackageVersion and not Version: the assemblies stay as they were built together with these tests.
        Dotnet.Run(
            Repository, "pack", "src/KkAnalyzers.Package/KkAnalyzers.Package.csproj", "--no-build", "-c", Configuration, "-o", feed,
            $"-p:PackageVersion={Version}", "-nodeReuse:false", "-nologo", "-v:q").Succeeds();
        return Path.Combine(feed, $"KkAnalyzers.{Version}.nupkg");
    }

    /// <summary>Also out of NuGet's own folder, which would fill up with one package per run.</summary>
    private static void CleanUp(string feed)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var folder in new[] { feed, Path.Combine(packages, "kkanalyzers", Version) })
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static string Metadata(string key) =>
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
