namespace KkAnalyzers.Catalog;

/// <summary>When security updates of frameworks end.</summary>
/// <param name="Meaning">What the table says.</param>
/// <param name="Source">Where its dates come from.</param>
/// <param name="Frameworks">Versions with a known end.</param>
public sealed record SupportTable(string Meaning, string Source, IReadOnlyList<SupportedFramework> Frameworks)
{
    /// <summary>The entry of a framework; null when its end is not known.</summary>
    /// <param name="identifier"><c>TargetFrameworkIdentifier</c>, such as <c>.NETCoreApp</c>.</param>
    /// <param name="version">Version without <c>v</c>.</param>
    public SupportedFramework? Find(string? identifier, string? version) => Frameworks.FirstOrDefault(f =>
        string.Equals(f.Identifier, identifier, StringComparison.OrdinalIgnoreCase) && (f.Version is null || f.Version == version));
}

/// <param name="Identifier"><c>TargetFrameworkIdentifier</c>.</param>
/// <param name="Name">As people know it.</param>
/// <param name="Ends">Last day with security updates.</param>
/// <param name="Version">Version; null for all of them.</param>
public sealed record SupportedFramework(string Identifier, string Name, DateOnly Ends, string? Version = null);
