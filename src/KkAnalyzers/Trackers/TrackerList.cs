using System.Collections.Concurrent;
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

    // Constant data of this assembly, sorted once per process: most projects change nothing in the list.
    private static readonly ConcurrentDictionary<string, TrackerList> BuiltIn = new(StringComparer.Ordinal);

    private readonly NameTable _packages;
    private readonly NameTable _assemblies;
    private readonly ILookup<string, (int Order, Tracker Tracker, ImmutableArray<string> Parts)> _namespaces;

    private TrackerList(IEnumerable<ListLine> lines, string category)
    {
        var trackers = lines.Where(l => l[3] == category)
            .ToLookup(l => l[1], l => new Tracker(l[0], l[1], l[2], l[3], l[4].Length == 0 ? List.Name : l[4]));
        _packages = new NameTable(trackers["package"]);
        _assemblies = new NameTable(trackers["assembly"]);
        _namespaces = trackers["namespace"].Select((t, i) => (Order: i, Tracker: t, Parts: t.Pattern.Split('.').ToImmutableArray()))
            .ToLookup(n => n.Parts[0], StringComparer.OrdinalIgnoreCase);
    }

    public static TrackerList For(KkContext context, string category) =>
        List.UserFiles(context.Options.AdditionalFiles).Any()
            ? new TrackerList(List.Lines(context), category)
            : BuiltIn.GetOrAdd(category, static c => new TrackerList(List.BuiltIn, c));

    public Tracker? Package(string id) => _packages.Find(id);

    /// <summary>By name; a binding's assembly is usually called as its package.</summary>
    public Tracker? Assembly(string name) => _assemblies.Find(name) ?? Package(name);

    /// <summary>The first listed namespace that the assembly declares, with its real spelling; null when it declares none.</summary>
    public (Tracker Tracker, INamespaceSymbol Namespace)? Namespace(IAssemblySymbol assembly)
    {
        // Within each assembly and never in the compilation's merged namespaces, which only this rule would build in full.
        (int Order, Tracker Tracker, INamespaceSymbol Namespace)? first = null;
        foreach (var top in assembly.GlobalNamespace.GetNamespaceMembers())
        {
            foreach (var (order, tracker, parts) in _namespaces[top.Name])
            {
                if ((first is null || order < first.Value.Order) && Find(top, parts) is { } found)
                {
                    first = (order, tracker, found);
                }
            }
        }

        return first is var (_, by, declared) ? (by, declared) : null;
    }

    private static INamespaceSymbol? Find(INamespaceSymbol top, ImmutableArray<string> parts)
    {
        var current = top;
        for (var i = 1; i < parts.Length; i++)
        {
            var next = current.GetNamespaceMembers().FirstOrDefault(n => string.Equals(n.Name, parts[i], StringComparison.OrdinalIgnoreCase));
            if (next is null)
            {
                return null;
            }

            current = next;
        }

        return current;
    }

    /// <summary>Trackers by id or assembly name; where several match, the first in the list.</summary>
    private sealed class NameTable
    {
        private readonly Dictionary<string, (int Order, Tracker Tracker)> _exact = new(StringComparer.OrdinalIgnoreCase);
        private readonly List<(int Order, Tracker Tracker)> _patterns = [];

        public NameTable(IEnumerable<Tracker> trackers)
        {
            var order = 0;
            foreach (var tracker in trackers)
            {
                if (tracker.Pattern[tracker.Pattern.Length - 1] == '*')
                {
                    _patterns.Add((order++, tracker));
                }
                else if (!_exact.ContainsKey(tracker.Pattern))
                {
                    _exact.Add(tracker.Pattern, (order++, tracker));
                }
            }
        }

        public Tracker? Find(string name)
        {
            var isExact = _exact.TryGetValue(name, out var exact);
            foreach (var (order, tracker) in _patterns)
            {
                if (tracker.Matches(name))
                {
                    return isExact && exact.Order < order ? exact.Tracker : tracker;
                }
            }

            return isExact ? exact.Tracker : null;
        }
    }
}
