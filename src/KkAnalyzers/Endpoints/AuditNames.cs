using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Endpoints;

/// <summary>Which names speak about an audit trail: who saw or changed what, about whom, when. Whole words, in their order.</summary>
internal sealed class AuditNames
{
    /// <summary>word or words | nothing else.</summary>
    public static readonly KkList List = new("KkAnalyzers.Audit", 1, 1);

    private readonly KkContext _context;
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private string[][]? _entries;

    public AuditNames(KkContext context) => _context = context;

    private string[][] Entries => _entries ??= List.Lines(_context).Where(l => !l.Removes).Select(l => l[0].ToLowerInvariant().Split([' '], StringSplitOptions.RemoveEmptyEntries)).ToArray();

    /// <summary>True for AuditLog, IAuditTrail, Toegangslog, JournalAcces.</summary>
    public bool Say(string name)
    {
        if (name.Length < 4)
        {
            return false;
        }

        if (!_known.TryGetValue(name, out var known))
        {
            _known[name] = known = Compute(name);
        }

        return known;
    }

    private bool Compute(string name)
    {
        var words = Tokenizer.Tokens(name);
        foreach (var entry in Entries)
        {
            for (var start = 0; start + entry.Length <= words.Count; start++)
            {
                var i = 0;
                while (i < entry.Length && words[start + i] == entry[i])
                {
                    i++;
                }

                if (i == entry.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
