using System.Collections.Immutable;
using KkAnalyzers.Testing;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// The references of a framework. Unlike in the real library, nothing is downloaded: every framework means the newest
/// installed reference pack of .NET, and added packages have to be in the packages folder; what they depend on is not added.
/// </summary>
public sealed partial class ReferenceAssemblies : IEquatable<ReferenceAssemblies?>
{
    private const string ReferencePack = "Microsoft.NETCore.App.Ref";
    private readonly Lazy<ImmutableArray<MetadataReference>> _references;

    /// <summary>Names a framework.</summary>
    public ReferenceAssemblies(string targetFramework)
        : this(targetFramework, null, string.Empty, [], [])
    {
    }

    /// <summary>Names a framework and its package.</summary>
    public ReferenceAssemblies(string targetFramework, PackageIdentity? referenceAssemblyPackage, string referenceAssemblyPath)
        : this(targetFramework, referenceAssemblyPackage, referenceAssemblyPath, [], [])
    {
    }

    private ReferenceAssemblies(string targetFramework, PackageIdentity? package, string path, ImmutableArray<string> assemblies, ImmutableArray<PackageIdentity> packages)
    {
        TargetFramework = targetFramework;
        ReferenceAssemblyPackage = package;
        ReferenceAssemblyPath = path;
        Assemblies = assemblies;
        Packages = packages;
        _references = new Lazy<ImmutableArray<MetadataReference>>(Resolve);
    }

    /// <summary>The framework of a test that names none.</summary>
    public static ReferenceAssemblies Default => Net.Net100;

    /// <summary>The name of the framework.</summary>
    public string TargetFramework { get; }

    /// <summary>The package of the framework.</summary>
    public PackageIdentity? ReferenceAssemblyPackage { get; }

    /// <summary>The folder in the package of the framework.</summary>
    public string? ReferenceAssemblyPath { get; }

    /// <summary>Added assemblies: names in the framework, or paths.</summary>
    public ImmutableArray<string> Assemblies { get; }

    /// <summary>Added packages.</summary>
    public ImmutableArray<PackageIdentity> Packages { get; }

    /// <summary>With these assemblies.</summary>
    public ReferenceAssemblies WithAssemblies(ImmutableArray<string> assemblies)
        => new(TargetFramework, ReferenceAssemblyPackage, ReferenceAssemblyPath ?? string.Empty, assemblies, Packages);

    /// <summary>With more assemblies.</summary>
    public ReferenceAssemblies AddAssemblies(ImmutableArray<string> assemblies) => WithAssemblies(Assemblies.AddRange(assemblies));

    /// <summary>With these packages.</summary>
    public ReferenceAssemblies WithPackages(ImmutableArray<PackageIdentity> packages)
        => new(TargetFramework, ReferenceAssemblyPackage, ReferenceAssemblyPath ?? string.Empty, Assemblies, packages);

    /// <summary>With more packages.</summary>
    public ReferenceAssemblies AddPackages(ImmutableArray<PackageIdentity> packages) => WithPackages(Packages.AddRange(packages));

    /// <summary>Gives the references.</summary>
    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_references.Value);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReferenceAssemblies);

    /// <inheritdoc/>
    public bool Equals(ReferenceAssemblies? other)
        => other is not null
            && TargetFramework == other.TargetFramework
            && Equals(ReferenceAssemblyPackage, other.ReferenceAssemblyPackage)
            && ReferenceAssemblyPath == other.ReferenceAssemblyPath
            && Assemblies.SequenceEqual(other.Assemblies)
            && Packages.SequenceEqual(other.Packages);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TargetFramework, ReferenceAssemblyPackage, Assemblies.Length, Packages.Length);

    private ImmutableArray<MetadataReference> Resolve()
    {
        var framework = ReferencePackLocator.Find(ReferencePack);
        var names = framework.Select(reference => Path.GetFileNameWithoutExtension(reference.Display)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var result = framework.ToBuilder();
        foreach (var assembly in Assemblies)
        {
            var name = Path.GetFileName(assembly);
            if (names.Contains(name) || names.Contains(Path.GetFileNameWithoutExtension(name)))
            {
                continue;
            }

            result.Add(new[] { assembly, assembly + ".dll" }.FirstOrDefault(File.Exists) is { } file
                ? MetadataReferences.FromFile(file)
                : throw new InvalidOperationException($"The assembly '{assembly}' is neither in {ReferencePack} nor a file."));
        }

        result.AddRange(Packages.SelectMany(PackageResolver.Resolve));
        return result.ToImmutable();
    }
}
