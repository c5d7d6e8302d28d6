using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Trackers;

/// <summary>A tracker that the provider declares in <c>kwaliteitskader.json</c>.</summary>
/// <param name="Name">Vendor of the list, package id or host.</param>
/// <param name="Ground">Ground of art. 6(1) GDPR: one of <see cref="DeclaredTrackers.Grounds"/> when it can be used.</param>
/// <param name="Purpose">What it is for, in the provider's words.</param>
internal sealed record DeclaredTracker(string Name, string Ground, string Purpose)
{
    public bool HasGround => DeclaredTrackers.Grounds.Contains(Ground);

    public bool HasPurpose => Purpose.Length > 0;

    public bool IsComplete => HasGround && HasPurpose;
}

/// <summary>The trackers that the provider declares: key <c>trackers</c> of the declaration.</summary>
internal sealed class DeclaredTrackers
{
    /// <summary>The grounds of art. 6(1) GDPR, (a) to (f).</summary>
    public static readonly ImmutableHashSet<string> Grounds = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests");

    private const string FileName = "kwaliteitskader.json";

    // A cache, not state: the key is the text of the file, which an editor replaces when somebody types in it.
    private static readonly ConditionalWeakTable<SourceText, DeclaredTrackers> Cache = new();

    private static readonly DeclaredTrackers None = new(ImmutableArray<DeclaredTracker>.Empty);

    private readonly ImmutableArray<DeclaredTracker> _declared;

    private DeclaredTrackers(ImmutableArray<DeclaredTracker> declared) => _declared = declared;

    public static DeclaredTrackers For(KkContext context)
    {
        // The build says which file it took, perhaps relative to the project; without the package's targets, the usual name.
        var path = context.Options.Property("KkDeclaration")?.Replace('\\', '/').TrimStart('.', '/');
        var files = context.Options.AdditionalFiles;
        var file = files.FirstOrDefault(f => path is not null && f.Path.Replace('\\', '/').EndsWith(path, StringComparison.OrdinalIgnoreCase))
            ?? files.FirstOrDefault(f => IsDeclaration(f.Path));
        return file?.GetText(context.CancellationToken) is { } text ? Cache.GetValue(text, static t => new(Read(t.ToString()))) : None;
    }

    /// <summary>True for a file with the usual name of a declaration, which holds words of the provider and no data.</summary>
    public static bool IsDeclaration(string path) => FilePaths.Name(path).Equals(FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is declared about a tracker, the complete before the incomplete; null when it is not declared.</summary>
    /// <param name="tracker">The vendor counts for all that it makes.</param>
    /// <param name="names">Package ids, assembly names or hosts by which the tracker was seen.</param>
    public DeclaredTracker? Find(Tracker tracker, params string[] names)
    {
        DeclaredTracker? found = null;
        foreach (var declared in _declared)
        {
            if (found?.IsComplete != true && (found is null || declared.IsComplete)
                && (Same(declared.Name, tracker.Vendor) || Array.Exists(names, n => Same(n, declared.Name) || IsUnder(n, declared.Name))))
            {
                found = declared;
            }
        }

        return found;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>A host that is declared speaks for the hosts below it.</summary>
    private static bool IsUnder(string host, string declared) =>
        declared.IndexOf('.') > 0 && host.Length > declared.Length && host[host.Length - declared.Length - 1] == '.' && host.EndsWith(declared, StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<DeclaredTracker> Read(string json)
    {
        var trackers = new SortedDictionary<int, DeclaredTracker>();
        foreach (var setting in JsonSettings.Read(json).Settings)
        {
            // trackers:0:name
            var path = setting.Path.Split(':');
            if (setting.IsText && path.Length == 3 && path[0] == "trackers" && int.TryParse(path[1], out var at))
            {
                var value = setting.Value.Value.Trim();
                var tracker = trackers.TryGetValue(at, out var known) ? known : new DeclaredTracker("", "", "");
                trackers[at] = path[2] switch
                {
                    "name" => tracker with { Name = value },
                    "ground" => tracker with { Ground = value },
                    "purpose" => tracker with { Purpose = value },
                    _ => tracker,
                };
            }
        }

        return trackers.Values.Where(t => t.Name.Length > 0).ToImmutableArray();
    }
}
