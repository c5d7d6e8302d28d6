using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Trackers;

/// <summary>The uses of one vendor in one file: the first, and on how many lines there are more.</summary>
internal sealed class SdkUse(Tracker tracker)
{
    private readonly HashSet<int> _lines = [];
    private (Location Location, string Shown)? _first;

    public Tracker Tracker { get; } = tracker;

    /// <summary>The first in the file, and how it reads: <c>new AdRequest</c>, <c>MobileAds.Initialize</c>.</summary>
    public (Location Location, string Shown) First
    {
        get
        {
            lock (_lines)
            {
                return _first!.Value;
            }
        }
    }

    /// <summary>Lines of the file with a use, without the first.</summary>
    public int MoreLines
    {
        get
        {
            lock (_lines)
            {
                return _lines.Count - 1;
            }
        }
    }

    public void Add(Location location, string shown)
    {
        lock (_lines)
        {
            _lines.Add(location.GetLineSpan().StartLinePosition.Line);
            if (_first is null || location.SourceSpan.CompareTo(_first.Value.Location.SourceSpan) < 0)
            {
                _first = (location, shown);
            }
        }
    }
}

/// <summary>Where the code of a compilation uses SDKs of the list. Called from several threads.</summary>
internal sealed class SdkUses
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, string Vendor), SdkUse> _uses = new();

    /// <summary>In the order of files and places.</summary>
    public IEnumerable<SdkUse> All => _uses.Values
        .OrderBy(u => u.First.Location.SourceTree!.FilePath, StringComparer.Ordinal)
        .ThenBy(u => u.First.Location.SourceSpan.Start)
        .ThenBy(u => u.Tracker.Vendor, StringComparer.Ordinal);

    public void Add(Tracker tracker, Location location, string shown) =>
        _uses.GetOrAdd((location.SourceTree!, tracker.Vendor), _ => new SdkUse(tracker)).Add(location, shown);
}
