namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A package and its version.</summary>
public sealed class PackageIdentity(string id, string version) : IEquatable<PackageIdentity?>
{
    /// <summary>Its name.</summary>
    public string Id { get; } = id ?? throw new ArgumentNullException(nameof(id));

    /// <summary>Its version.</summary>
    public string Version { get; } = version ?? throw new ArgumentNullException(nameof(version));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PackageIdentity);

    /// <inheritdoc/>
    public bool Equals(PackageIdentity? other) => other is not null && Id == other.Id && Version == other.Version;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version);
}
