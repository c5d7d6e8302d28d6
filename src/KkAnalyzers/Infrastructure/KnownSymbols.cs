using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
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

    private readonly ConcurrentDictionary<string, INamespaceSymbol?> _namespaces = new(StringComparer.Ordinal);
    private readonly Func<string, INamespaceSymbol?> _findNamespace;
    private readonly Func<string, INamedTypeSymbol?> _find;
    private readonly bool _hasExternAliases;

    private KnownSymbols(Compilation compilation)
    {
        _compilation = compilation;
        _find = Find;
        _findNamespace = FindNamespace;
        _hasExternAliases = compilation.References.Any(r => r.Properties.Aliases is { IsDefaultOrEmpty: false } aliases && !aliases.Contains(MetadataReferenceProperties.GlobalAlias));
    }

    public static KnownSymbols For(Compilation compilation) => Cache.GetValue(compilation, c => new KnownSymbols(c));

    /// <summary>The type with this metadata name (<c>Namespace.Outer+Inner`1</c>), or null.</summary>
    public INamedTypeSymbol? Type(string metadataName) => _types.GetOrAdd(metadataName, _find);

    private INamedTypeSymbol? Find(string metadataName)
    {
        if (!_hasExternAliases)
        {
            var candidates = Candidates(metadataName);
            if (candidates.IsEmpty)
            {
                return null;
            }

            if (candidates.Length == 1 && metadataName.IndexOf('+') < 0)
            {
                return candidates[0];
            }
        }

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

    /// <summary>
    /// The top-level types with this name, through the namespaces that the compiler keeps for using directives anyway. A look-up
    /// by metadata name asks each of some three hundred references instead, and most types that rules know are absent. Types
    /// behind an extern alias are not in these namespaces.
    /// </summary>
    private ImmutableArray<INamedTypeSymbol> Candidates(string metadataName)
    {
        var nested = metadataName.IndexOf('+');
        var top = nested < 0 ? metadataName : metadataName.Substring(0, nested);
        var dot = top.LastIndexOf('.');
        if (Namespace(dot < 0 ? "" : top.Substring(0, dot)) is not { } container)
        {
            return ImmutableArray<INamedTypeSymbol>.Empty;
        }

        var name = top.Substring(dot + 1);
        var tick = name.IndexOf('`');
        return tick < 0
            ? container.GetTypeMembers(name, 0)
            : container.GetTypeMembers(name.Substring(0, tick), int.Parse(name.Substring(tick + 1), CultureInfo.InvariantCulture));
    }

    private INamespaceSymbol? Namespace(string name) => name.Length == 0 ? _compilation.GlobalNamespace : _namespaces.GetOrAdd(name, _findNamespace);

    private INamespaceSymbol? FindNamespace(string name)
    {
        var dot = name.LastIndexOf('.');
        return Namespace(dot < 0 ? "" : name.Substring(0, dot))?.GetMembers(name.Substring(dot + 1)).OfType<INamespaceSymbol>().FirstOrDefault();
    }
}
