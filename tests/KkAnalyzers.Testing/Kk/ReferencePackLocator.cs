using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Testing;

/// <summary>Finds the newest installed reference pack of a framework. Needs nothing but the compiler's package.</summary>
internal static class ReferencePackLocator
{
    private static readonly ConcurrentDictionary<string, Lazy<ImmutableArray<MetadataReference>>> Cache = new(StringComparer.Ordinal);

    /// <summary>Gives the references of a pack such as Microsoft.NETCore.App.Ref, made once.</summary>
    public static ImmutableArray<MetadataReference> Find(string pack)
        => Cache.GetOrAdd(pack, static name => new Lazy<ImmutableArray<MetadataReference>>(() => Load(name))).Value;

    private static ImmutableArray<MetadataReference> Load(string pack)
    {
        var roots = DotNetRoots().Distinct(StringComparer.Ordinal).ToList();
        var folders = from parent in roots.Select(root => Path.Combine(root, "packs", pack)).Append(Path.Combine(NuGetFolder(), pack.ToLowerInvariant()))
                      where Directory.Exists(parent)
                      from version in Directory.GetDirectories(parent)
                      let reference = Path.Combine(version, "ref")
                      where Directory.Exists(reference)
                      from framework in Directory.GetDirectories(reference, "net*")
                      orderby Version(version) descending, Version(framework) descending
                      select framework;
        var folder = folders.FirstOrDefault()
            ?? throw new InvalidOperationException($"No reference pack {pack} is installed below: {string.Join(", ", roots)}.");
        return [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(file => MetadataReference.CreateFromFile(file))];
    }

    private static IEnumerable<string> DotNetRoots()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
        var candidates = new List<string?>
        {
            Ancestor(typeof(object).Assembly.Location, 4),
            Environment.GetEnvironmentVariable("DOTNET_ROOT"),
            Ancestor(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"), 1),
        };
        var executable = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var file = new FileInfo(Path.Combine(folder, executable));
            if (file.Exists)
            {
                candidates.Add((file.ResolveLinkTarget(returnFinalTarget: true) ?? file) is FileInfo target ? target.DirectoryName : null);
            }
        }

        return candidates.OfType<string>().Where(candidate => candidate.Length > 0);
    }

    private static string? Ancestor(string? path, int levels)
    {
        for (var i = 0; i < levels && !string.IsNullOrEmpty(path); i++)
        {
            path = Path.GetDirectoryName(path);
        }

        return path;
    }

    private static string NuGetFolder()
        => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static (Version Number, bool IsRelease, string Label) Version(string folder)
    {
        var name = Path.GetFileName(folder);
        name = name.StartsWith("net", StringComparison.Ordinal) ? name["net".Length..] : name;
        var parts = name.Split('-', 2);
        return (System.Version.TryParse(parts[0], out var number) ? number : new Version(0, 0), parts.Length == 1, parts[^1]);
    }
}
