using System.Collections.Concurrent;
using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.Flow;

/// <summary>
/// Flow lists, ready for look-up by name. Immutable, and about no compilation: a line is compared with a type when one of its
/// members is met. So nothing is looked up for the many listed types that a project never uses.
/// </summary>
internal sealed class FlowTable
{
    // Made once per process from what ships with the rules: constant data, not state.
    private static readonly ConcurrentDictionary<string, FlowTable> BuiltIn = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<FlowEntry>> _byMember = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FlowEntry>> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowEffect> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sinkMembers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sinkTypes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);
    private readonly HashSet<string> _holders = new(StringComparer.Ordinal);
    private readonly List<string> _bases = [];

    private FlowTable(IEnumerable<FlowEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.IsWord)
            {
                _words[entry.Type] = entry.Effect;
                continue;
            }

            Add(_byType, entry.TypeName, entry);
            foreach (var member in entry.Members)
            {
                Add(_byMember, member, entry);
                HasMarks |= member == FlowEntry.Marked;
                if (entry.IsSink)
                {
                    AddSink(member, entry);
                }
            }
        }
    }

    /// <summary>A line speaks of an attribute on methods.</summary>
    public bool HasMarks { get; }

    /// <summary>A line speaks of an assignment to any property of a type.</summary>
    public bool HasSettings => _assigned.Contains("*");

    /// <summary>The lists with the user's lines.</summary>
    /// <param name="context">The compilation.</param>
    /// <param name="lists">Each list, and the rule whose sinks it names or an empty string.</param>
    public static FlowTable For(KkContext context, params (KkList List, string Rule)[] lists) =>
        lists.Any(l => l.List.UserFiles(context.Options.AdditionalFiles).Any())
            ? new FlowTable(lists.SelectMany(l => l.List.Lines(context).Select(line => FlowEntry.Parse(line, l.Rule))))
            : BuiltIn.GetOrAdd(
                string.Join("|", lists.Select(l => l.List.Name)),
                _ => new FlowTable(lists.SelectMany(l => l.List.BuiltIn.Select(line => FlowEntry.Parse(line, l.Rule)))));

    public bool MayBeSink(string member) => _sinkMembers.Contains(member);

    /// <summary>True when making an object of a type with this name may be a sink.</summary>
    public bool MayBeSinkType(string type)
    {
        if (_sinkTypes.Contains(type))
        {
            return true;
        }

        // What derives from Exception is nearly always called so, and a look at the base types of every new object is too much.
        foreach (var name in _bases)
        {
            if (type.EndsWith(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when an assignment to a property of this name may be a sink.</summary>
    public bool MayBeAssigned(string property) => _assigned.Contains(property);

    /// <summary>True when an entry put into what a property of this name gives may be a sink.</summary>
    public bool MayBeHolder(string property) => _holders.Contains(property);

    /// <summary>The lines that name the member, whatever their type.</summary>
    public IReadOnlyList<FlowEntry> OfMember(string member) => _byMember.TryGetValue(member, out var entries) ? entries : [];

    /// <summary>The lines about types of this name, in whatever namespace.</summary>
    public IReadOnlyList<FlowEntry> OfType(string type) => _byType.TryGetValue(type, out var entries) ? entries : [];

    /// <summary>What a word in a method name says; null for nothing.</summary>
    public FlowEffect? OfWord(string word) => _words.TryGetValue(word, out var effect) ? effect : null;

    private void AddSink(string member, FlowEntry entry)
    {
        if (member.EndsWith("[]", StringComparison.Ordinal) && member != "this[]")
        {
            _holders.Add(member.Substring(0, member.Length - 2));
        }
        else if (member.EndsWith("=", StringComparison.Ordinal))
        {
            _assigned.Add(member.Substring(0, member.Length - 1));
        }
        else
        {
            _sinkMembers.Add(member);
            if (member is FlowEntry.Constructor or FlowEntry.DerivedConstructor)
            {
                _sinkTypes.Add(entry.TypeName);
            }

            if (member == FlowEntry.DerivedConstructor)
            {
                _bases.Add(entry.TypeName);
            }
        }
    }

    private static void Add(Dictionary<string, List<FlowEntry>> index, string key, FlowEntry entry)
    {
        if (!index.TryGetValue(key, out var entries))
        {
            index.Add(key, entries = []);
        }

        entries.Add(entry);
    }
}
