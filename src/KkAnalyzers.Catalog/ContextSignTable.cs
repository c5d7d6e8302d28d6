namespace KkAnalyzers.Catalog;

/// <summary>Packages that tell something about the context of a product.</summary>
/// <param name="Meaning">What the table says.</param>
/// <param name="Source">Where its ids come from.</param>
/// <param name="Packages">The first line that fits a package counts.</param>
public sealed record ContextSignTable(string Meaning, string Source, IReadOnlyList<ContextPackage> Packages)
{
    /// <summary>The line about a package; null when it says nothing about the context.</summary>
    /// <param name="id">Package id.</param>
    /// <param name="direct">The project asks for it itself.</param>
    public ContextPackage? Find(string id, bool direct) => Packages.FirstOrDefault(p => p.Fits(id)) is { } package && (direct || !package.OnlyDirect) ? package : null;
}

/// <param name="Sign"><c>ai</c>, <c>vault</c>, <c>sign-in</c> or <c>contact</c>.</param>
/// <param name="Package">Package id; a trailing <c>*</c> stands for any rest.</param>
/// <param name="Shows">True where the package has no other use; false for a hint that contradicts nobody.</param>
/// <param name="OnlyDirect">Other packages bring it along for their own sake, so it only counts where the project asks for it.</param>
public sealed record ContextPackage(string Sign, string Package, bool Shows = true, bool OnlyDirect = false)
{
    /// <summary>True for an id that the line is about; case does not count.</summary>
    public bool Fits(string id) => Package.EndsWith('*')
        ? id.StartsWith(Package[..^1], StringComparison.OrdinalIgnoreCase)
        : id.Equals(Package, StringComparison.OrdinalIgnoreCase);
}
