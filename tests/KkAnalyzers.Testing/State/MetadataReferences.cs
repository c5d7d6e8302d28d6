using System.Collections.Concurrent;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>References to files, each made once.</summary>
internal static class MetadataReferences
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Cache = new(StringComparer.Ordinal);

    public static MetadataReference FromFile(string path)
        => Cache.GetOrAdd(Path.GetFullPath(path), static file => MetadataReference.CreateFromFile(file));
}
