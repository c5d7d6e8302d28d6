using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Benchmarks;

/// <summary>
/// A tool we compare with, or ours: the analyzer files that the SDK takes from it for tests/flows. Which versions is said in
/// Directory.Packages.props only.
/// </summary>
/// <param name="Key">The value of <c>FlowsPeer</c> in tests/flows/Flows.csproj.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Version">Version of the package, or of the SDK.</param>
/// <param name="Files">Paths of its assemblies.</param>
internal sealed record Peer(string Key, string Name, string Version, ImmutableArray<string> Files)
{
    public const string Sdk = "sdk";
    public const string Ours = "kkanalyzers";

    private static readonly (string Key, string Package)[] Packages =
    [
        ("sonar", "SonarAnalyzer.CSharp"),
        ("securitycodescan", "SecurityCodeScan.VS2019"),
        ("meziantou", "Meziantou.Analyzer"),
    ];

    /// <summary>Restores tests/flows and asks it for its analyzers: the SDK's first, ours last.</summary>
    public static async Task<IReadOnlyList<Peer>> AllAsync()
    {
        var json = await Dotnet.RunAsync("msbuild", Project, "-restore", "-m:1", "-t:FlowsAnalyzers", "-p:FlowsPeer=all", "-getItem:Analyzer", "-getProperty:NETCoreSdkVersion", "-getProperty:Version");
        using var document = JsonDocument.Parse(json);
        var analyzers = document.RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray()
            .Select(i => (Path: i.GetProperty("FullPath").GetString()!, Package: Text(i, "NuGetPackageId"), Version: Text(i, "NuGetPackageVersion")))
            .ToArray();
        var properties = document.RootElement.GetProperty("Properties");

        var sdk = analyzers.Where(a => Packages.All(p => p.Package != a.Package) && !IsOurs(a.Path)).Select(a => a.Path);
        var peers = new List<Peer> { new(Sdk, ".NET SDK", properties.GetProperty("NETCoreSdkVersion").GetString()!, [.. sdk]) };
        foreach (var (key, package) in Packages)
        {
            var files = analyzers.Where(a => a.Package == package).ToArray();
            peers.Add(files.Length > 0
                ? new Peer(key, package, files[0].Version!, [.. files.Select(f => f.Path)])
                : throw new InvalidOperationException(package + " has no analyzer files after the restore"));
        }

        peers.Add(new Peer(Ours, "KkAnalyzers", properties.GetProperty("Version").GetString()!, [.. analyzers.Select(a => a.Path).Where(IsOurs)]));
        return peers;
    }

    /// <summary>The project that compiles the flows.</summary>
    public static string Project { get; } = Repository.PathOf("tests", "flows", "Flows.csproj");

    /// <summary>One instance of each of its analyzers for C#. What does not load is an exception: a tool that is not there is quiet too.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Load() => [.. References().SelectMany(r => r.GetAnalyzers(LanguageNames.CSharp))];

    /// <summary>Its source generators for C#.</summary>
    public ImmutableArray<ISourceGenerator> Generators() => [.. References().SelectMany(r => r.GetGenerators(LanguageNames.CSharp))];

    private List<AnalyzerFileReference> References()
    {
        var loader = new Loader();
        foreach (var file in Files)
        {
            loader.AddDependencyLocation(file);
        }

        var references = Files.Select(f => new AnalyzerFileReference(f, loader)).ToList();
        foreach (var reference in references)
        {
            reference.AnalyzerLoadFailed += (_, e) =>
            {
                if (e.ErrorCode != AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers)
                {
                    throw new InvalidOperationException($"{reference.FullPath}: {e.ErrorCode} {e.TypeName} {e.Message}", e.Exception);
                }
            };
        }

        return references;
    }

    private static bool IsOurs(string path) => Path.GetFileNameWithoutExtension(path) == "KkAnalyzers";

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>Loads beside this program: Roslyn comes from here, everything else from the files of the tool.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        private readonly AssemblyLoadContext _context = new("peer");
        private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

        public Loader() => _context.Resolving += (context, name) =>
            name.Name is { } simple && _paths.TryGetValue(simple, out var path) ? context.LoadFromAssemblyPath(path) : null;

        public void AddDependencyLocation(string fullPath) => _paths.TryAdd(Path.GetFileNameWithoutExtension(fullPath), fullPath);

        public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);
    }
}
