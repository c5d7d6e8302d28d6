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

    private FlowTable(IEnumerable<ListLine> lines)
    {
        foreach (var entry in lines.Select(FlowEntry.Parse))
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
                if (entry.Effect is not (FlowEffect.Sink or FlowEffect.Writes) && !(entry.Effect == FlowEffect.Opens && entry.Has(SlotRole.Name)))
                {
                    continue;
                }

                _sinkMembers.Add(member);
                if (member == FlowEntry.Constructor)
                {
                    _sinkTypes.Add(entry.TypeName);
                }
            }
        }
    }

    /// <summary>False for lists without a sink.</summary>
    public bool HasSinks => _sinkMembers.Count > 0;

    /// <summary>The lists with the user's lines.</summary>
    public static FlowTable For(KkContext context, params KkList[] lists) =>
        lists.Any(l => l.UserFiles(context.Options.AdditionalFiles).Any())
            ? new FlowTable(lists.SelectMany(l => l.Lines(context)))
            : BuiltIn.GetOrAdd(string.Join("|", lists.Select(l => l.Name)), _ => new FlowTable(lists.SelectMany(l => l.BuiltIn)));

    public bool MayBeSink(string member) => _sinkMembers.Contains(member);

    /// <summary>True when making an object of a type with this name may be a sink.</summary>
    public bool MayBeSinkType(string type) => _sinkTypes.Contains(type);

    /// <summary>The lines that name the member, whatever their type.</summary>
    public IReadOnlyList<FlowEntry> OfMember(string member) => _byMember.TryGetValue(member, out var entries) ? entries : [];

    /// <summary>The lines about types of this name, in whatever namespace.</summary>
    public IReadOnlyList<FlowEntry> OfType(string type) => _byType.TryGetValue(type, out var entries) ? entries : [];

    /// <summary>What a word in a method name says; null for nothing.</summary>
    public FlowEffect? OfWord(string word) => _words.TryGetValue(word, out var effect) ? effect : null;

    private static void Add(Dictionary<string, List<FlowEntry>> index, string key, FlowEntry entry)
    {
        if (!index.TryGetValue(key, out var entries))
        {
            index.Add(key, entries = []);
        }

        entries.Add(entry);
    }
}
