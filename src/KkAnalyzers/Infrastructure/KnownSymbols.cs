using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// Types by metadata name, looked up once per compilation and shared by all rules. A type that is absent is null and only
/// switches off what needs it.
/// </summary>
internal sealed class KnownSymbols
{
    // A cache, not state: the key is the compilation, and the entry dies with it.
    private static readonly ConditionalWeakTable<Compilation, KnownSymbols> Cache = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);

    private KnownSymbols(Compilation compilation) => _compilation = compilation;

    public static KnownSymbols For(Compilation compilation) => Cache.GetValue(compilation, c => new KnownSymbols(c));

    /// <summary>The type with this metadata name (<c>Namespace.Outer+Inner`1</c>), or null.</summary>
    public INamedTypeSymbol? Type(string metadataName) => _types.GetOrAdd(metadataName, Find);

    private INamedTypeSymbol? Find(string metadataName)
    {
#pragma warning disable RS0030 // this is the wrapper that the ban points to
        if (_compilation.GetTypeByMetadataName(metadataName) is { } type)
        {
            return type;
        }

        // Null also means "several". The one in source wins, then the one that this compilation may use.
        INamedTypeSymbol? best = null;
        foreach (var candidate in _compilation.GetTypesByMetadataName(metadataName))
#pragma warning restore RS0030
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.ContainingAssembly, _compilation.Assembly))
            {
                return candidate;
            }

            if (best is null && candidate.DeclaredAccessibility == Accessibility.Public)
            {
                best = candidate;
            }
        }

        return best;
    }
}
