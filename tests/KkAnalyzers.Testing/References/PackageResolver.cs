namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Finds the assemblies of a package that is already in the packages folder; nothing is downloaded.</summary>
internal static class PackageResolver
{
    private static readonly string[] Frameworks =
    [
        "net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0", "netcoreapp3.1", "netcoreapp3.0", "netstandard2.1", "netstandard2.0",
        "netstandard1.6", "netstandard1.5", "netstandard1.4", "netstandard1.3", "netstandard1.2", "netstandard1.1", "netstandard1.0",
    ];

    private static readonly string[] Kinds = ["ref", "lib"];

    public static IEnumerable<MetadataReference> Resolve(PackageIdentity package)
    {
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var folder = Path.Combine(root, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());
        var files = from kind in Kinds
                    from framework in Frameworks
                    let candidate = Path.Combine(folder, kind, framework)
                    where Directory.Exists(candidate)
                    select Directory.GetFiles(candidate, "*.dll");
        var found = files.FirstOrDefault()
            ?? throw new InvalidOperationException($"The package {package.Id} {package.Version} is not in {root}, and this library downloads nothing: restore it in the test project first.");
        return found.Select(MetadataReferences.FromFile);
    }
}
