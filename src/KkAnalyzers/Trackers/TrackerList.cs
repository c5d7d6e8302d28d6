using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Trackers;

/// <summary>A line of <c>KkAnalyzers.Trackers</c>.</summary>
/// <param name="Pattern">Id, name, key or host; a trailing <c>*</c> stands for any rest. A namespace and a host count with everything below them.</param>
/// <param name="Kind">One of <see cref="TrackerList.Kinds"/>.</param>
/// <param name="Vendor">Who runs it.</param>
/// <param name="Category">What it does: one of <see cref="TrackerCategory.All"/>.</param>
/// <param name="Source">Where the vendor documents it.</param>
internal sealed record Tracker(string Pattern, string Kind, string Vendor, string Category, string Source)
{
    public bool IsAdvertising => Category == TrackerCategory.Ads;

    /// <summary>True for what is no tracker and is only listed.</summary>
    public bool IsConsentManager => Category == TrackerCategory.Consent;

    /// <summary>True when the id or name is this tracker's. Case does not count, as in NuGet.</summary>
    public bool Matches(string name) => Pattern[Pattern.Length - 1] == '*'
        ? name.Length >= Pattern.Length - 1 && string.Compare(name, 0, Pattern, 0, Pattern.Length - 1, StringComparison.OrdinalIgnoreCase) == 0
        : string.Equals(name, Pattern, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The tracker list of one compilation.</summary>
internal sealed class TrackerList
{
    /// <summary>The kinds of a line.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["package", "assembly", "namespace", "type", "android", "apple", "host"];

    /// <summary>pattern | kind | vendor | category | source.</summary>
    public static readonly KkList List = new("KkAnalyzers.Trackers", 4, 5, static line =>
        !Kinds.Contains(line[1]) ? $"'{line[1]}' is not one of {string.Join(", ", Kinds)}"
        : line[2].Length == 0 ? "the vendor is empty"
        : !TrackerCategory.All.Contains(line[3]) ? $"'{line[3]}' is not one of {string.Join(", ", TrackerCategory.All)}"
        : line[1] == "host" && !IsHost(line[0]) ? $"'{line[0]}' is no host, with or without a path behind it"
        : null);

    // Constant data of this assembly, sorted once per process: most projects change nothing in the list.
    private static readonly Lazy<TrackerList> BuiltIn = new(() => new TrackerList(List.BuiltIn));

    private readonly NameTable _packages;
    private readonly NameTable _assemblies;
    private readonly NameTable _types;
    private readonly NameTable _android;
    private readonly NameTable _apple;
    private readonly ILookup<string, (Tracker Tracker, ImmutableArray<string> Parts)> _namespaces;
    private readonly ILookup<string, (string Path, Tracker Tracker)> _hosts;

    private TrackerList(IEnumerable<ListLine> lines)
    {
        var trackers = lines.ToLookup(l => l[1], l => new Tracker(l[0], l[1], l[2], l[3], l[4].Length == 0 ? List.Name : l[4]));
        _packages = new NameTable(trackers["package"]);
        _assemblies = new NameTable(trackers["assembly"]);
        _types = new NameTable(trackers["type"]);
        Controls = trackers["type"].Where(t => !t.Pattern.Contains('.')).ToImmutableArray();
        _android = new NameTable(trackers["android"]);
        _apple = new NameTable(trackers["apple"]);
        _namespaces = trackers["namespace"].Concat(trackers["type"].Where(t => t.Pattern.Contains('.'))).Select(t => (Tracker: t, Parts: t.Pattern.Split('.').ToImmutableArray()))
            .ToLookup(n => n.Parts[0], StringComparer.OrdinalIgnoreCase);

        // The longest path first: "host/path" says more than "host".
        _hosts = trackers["host"].Select(t => (Host: HostOf(t.Pattern), Path: t.Pattern.Substring(HostOf(t.Pattern).Length), Tracker: t))
            .OrderByDescending(h => h.Path.Length)
            .ToLookup(h => h.Host, h => (h.Path, h.Tracker), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Names of controls: the types of the list without namespace.</summary>
    public ImmutableArray<Tracker> Controls { get; }

    /// <summary>The list that ships with the rules.</summary>
    public static TrackerList Default => BuiltIn.Value;

    public static TrackerList For(KkContext context) =>
        List.UserFiles(context.Options.AdditionalFiles).Any() ? new TrackerList(List.Lines(context)) : BuiltIn.Value;

    public Tracker? Package(string id) => _packages.Find(id);

    /// <summary>By name; a binding's assembly is usually called as its package.</summary>
    public Tracker? Assembly(string name) => _assemblies.Find(name) ?? Package(name);

    /// <summary>A type by its name with namespace, or a control of markup by its bare name.</summary>
    public Tracker? Type(string name) => _types.Find(name);

    /// <summary>A permission, component or name of meta-data in an Android manifest.</summary>
    public Tracker? AndroidKey(string name) => _android.Find(name);

    /// <summary>A key of Info.plist, of a privacy manifest or of entitlements.</summary>
    public Tracker? AppleKey(string name) => _apple.Find(name);

    /// <summary>The tracker of a host or of the nearest listed host above it.</summary>
    /// <param name="host">Without scheme and port.</param>
    /// <param name="path">What follows the host, with its slash: some lines count for a part of a site only.</param>
    public Tracker? Host(string host, string path = "")
    {
        for (var name = host; ;)
        {
            foreach (var (under, tracker) in _hosts[name])
            {
                if (path.StartsWith(under, StringComparison.OrdinalIgnoreCase)
                    && (path.Length == under.Length || under.Length == 0 || under[under.Length - 1] == '/' || path[under.Length] is '/' or '?' or '#'))
                {
                    return tracker;
                }
            }

            var dot = name.IndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            name = name.Substring(dot + 1);
        }
    }

    /// <summary>The listed namespace that a name with dots is or lies in, the longest; null when there is none.</summary>
    public Tracker? NamespaceOf(string name)
    {
        var dot = name.IndexOf('.');
        Tracker? longest = null;
        foreach (var (tracker, _) in _namespaces[dot < 0 ? name : name.Substring(0, dot)])
        {
            var pattern = tracker.Pattern;
            if (tracker.Kind == "namespace" && (longest is null || pattern.Length > longest.Pattern.Length)
                && name.StartsWith(pattern, StringComparison.OrdinalIgnoreCase) && (name.Length == pattern.Length || name[pattern.Length] == '.'))
            {
                longest = tracker;
            }
        }

        return longest;
    }

    /// <summary>
    /// The listed namespaces and types that the assembly declares, in their real spelling. Of namespaces within each other the
    /// longest: one that only holds another says nothing.
    /// </summary>
    public IEnumerable<(Tracker Tracker, INamespaceOrTypeSymbol Symbol)> Declared(IAssemblySymbol assembly)
    {
        // Within each assembly and never in the compilation's merged namespaces, which only this rule would build in full.
        List<(Tracker Tracker, INamespaceOrTypeSymbol Symbol)>? found = null;
        foreach (var top in assembly.GlobalNamespace.GetNamespaceMembers())
        {
            foreach (var (tracker, parts) in _namespaces[top.Name])
            {
                if (Find(top, parts, tracker.Kind == "type") is { } declared)
                {
                    (found ??= []).Add((tracker, declared));
                }
            }
        }

        return found is null ? [] : found.Where(f => f.Symbol is not INamespaceSymbol outer
            || !found.Any(other => Holds(outer, other.Symbol)) || outer.GetTypeMembers().Any());
    }

    private static bool Holds(INamespaceSymbol outer, INamespaceOrTypeSymbol inner)
    {
        for (var up = inner.ContainingNamespace; up is not null; up = up.ContainingNamespace)
        {
            if (SymbolEqualityComparer.Default.Equals(up, outer))
            {
                return true;
            }
        }

        return false;
    }

    private static INamespaceOrTypeSymbol? Find(INamespaceSymbol top, ImmutableArray<string> parts, bool isType)
    {
        var current = top;
        var namespaces = isType ? parts.Length - 1 : parts.Length;
        for (var i = 1; i < namespaces; i++)
        {
            var next = current.GetNamespaceMembers().FirstOrDefault(n => string.Equals(n.Name, parts[i], StringComparison.OrdinalIgnoreCase));
            if (next is null)
            {
                return null;
            }

            current = next;
        }

        return isType ? current.GetTypeMembers(parts[parts.Length - 1]).FirstOrDefault() : current;
    }

    private static string HostOf(string pattern) => pattern.IndexOf('/') is var slash and >= 0 ? pattern.Substring(0, slash) : pattern;

    private static bool IsHost(string pattern)
    {
        var host = HostOf(pattern);
        return host.IndexOf('.') > 0 && host[host.Length - 1] != '.' && host.All(c => char.IsLetterOrDigit(c) || c is '.' or '-');
    }

    /// <summary>Trackers by name; where several match, the first in the list.</summary>
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
