using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Trackers;

/// <summary>A line of <c>KkAnalyzers.Trackers</c>.</summary>
/// <param name="Pattern">Id or name; a trailing <c>*</c> stands for any rest. For a namespace: with everything below it.</param>
/// <param name="Kind"><c>package</c>, <c>assembly</c> or <c>namespace</c>.</param>
/// <param name="Vendor">Who runs it.</param>
/// <param name="Category">What it does, such as <c>ads</c>.</param>
/// <param name="Source">Where the vendor documents it.</param>
internal sealed record Tracker(string Pattern, string Kind, string Vendor, string Category, string Source)
{
    /// <summary>True when the id or assembly name is this tracker's. Case does not count, as in NuGet.</summary>
    public bool Matches(string name) => Pattern[Pattern.Length - 1] == '*'
        ? name.Length >= Pattern.Length - 1 && string.Compare(name, 0, Pattern, 0, Pattern.Length - 1, StringComparison.OrdinalIgnoreCase) == 0
        : string.Equals(name, Pattern, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The tracker list of one compilation.</summary>
internal sealed class TrackerList
{
    /// <summary>pattern | kind | vendor | category | source.</summary>
    public static readonly KkList List = new("KkAnalyzers.Trackers", 4, 5, static line =>
        line[1] is not ("package" or "assembly" or "namespace") ? $"'{line[1]}' is not one of package, assembly, namespace"
        : line[2].Length == 0 || line[3].Length == 0 ? "vendor or category is empty"
        : null);

    private readonly ImmutableArray<Tracker> _packages;
    private readonly ImmutableArray<Tracker> _assemblies;
    private readonly ImmutableArray<Tracker> _namespaces;

    private TrackerList(ImmutableArray<Tracker> trackers)
    {
        _packages = trackers.Where(t => t.Kind == "package").ToImmutableArray();
        _assemblies = trackers.Where(t => t.Kind == "assembly").ToImmutableArray();
        _namespaces = trackers.Where(t => t.Kind == "namespace").ToImmutableArray();
    }

    public static TrackerList For(KkContext context, string category) =>
        new(List.Lines(context)
            .Where(l => l[3] == category)
            .Select(l => new Tracker(l[0], l[1], l[2], l[3], l[4].Length == 0 ? List.Name : l[4]))
            .ToImmutableArray());

    public Tracker? Package(string id) => _packages.FirstOrDefault(t => t.Matches(id));

    /// <summary>By name; a binding's assembly is usually called as its package.</summary>
    public Tracker? Assembly(string name) => _assemblies.FirstOrDefault(t => t.Matches(name)) ?? Package(name);

    /// <summary>The listed namespaces that referenced assemblies declare, with their real spelling, one per assembly.</summary>
    public IReadOnlyDictionary<IAssemblySymbol, (Tracker Tracker, INamespaceSymbol Namespace)> Namespaces(Compilation compilation)
    {
        // From the merged namespace down: one look per line of the list, not one per line and assembly.
        var found = new Dictionary<IAssemblySymbol, (Tracker, INamespaceSymbol)>(SymbolEqualityComparer.Default);
        foreach (var tracker in _namespaces)
        {
            foreach (var part in Find(compilation.GlobalNamespace, tracker.Pattern)?.ConstituentNamespaces ?? ImmutableArray<INamespaceSymbol>.Empty)
            {
                if (part.ContainingAssembly is { } assembly
                    && !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
                    && !found.ContainsKey(assembly))
                {
                    found.Add(assembly, (tracker, part));
                }
            }
        }

        return found;
    }

    private static INamespaceSymbol? Find(INamespaceSymbol root, string pattern)
    {
        var current = root;
        foreach (var part in pattern.Split('.'))
        {
            var next = current.GetNamespaceMembers().FirstOrDefault(n => string.Equals(n.Name, part, StringComparison.OrdinalIgnoreCase));
            if (next is null)
            {
                return null;
            }

            current = next;
        }

        return current;
    }
}
