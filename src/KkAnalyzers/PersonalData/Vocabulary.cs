using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.PersonalData;

/// <summary>How much a term says by itself.</summary>
internal enum Strength
{
    Weak,
    Medium,
    Strong,
}

/// <summary>A term, a stem or a word for a person, with what takes it back.</summary>
/// <param name="Text">As the list writes it; for messages.</param>
/// <param name="Category">What it names; null for a word for a person.</param>
/// <param name="Strength">How much it says by itself.</param>
/// <param name="Key">The term as one word.</param>
/// <param name="Exceptions">Words that begin so do not count.</param>
/// <param name="IsNamed">A name that is nothing but the term counts in logs, addresses and the like.</param>
internal sealed record Term(string Text, DataCategory? Category, Strength Strength, string Key, string[] Exceptions, bool IsNamed = false);

/// <summary>A stem: words that begin with it, and for an affix also words that end with it.</summary>
internal sealed record Stem(string Word, bool IsAffix, Term Term);

/// <summary>Words that take a term back.</summary>
/// <param name="Beside">In the same name.</param>
/// <param name="InOwner">In the name of the type that holds the member.</param>
/// <param name="Owners">That type's whole name.</param>
internal sealed record NotWith(WordTable<string> Beside, string[] InOwner, string[] Owners);

/// <summary>What a word means by its place in a name.</summary>
internal sealed class NamePart
{
    public bool IsTail { get; set; }

    /// <summary>Categories for which the word is a tail.</summary>
    public List<string> TailOf { get; } = [];

    public bool IsSafe { get; set; }

    public bool IsPrefix { get; set; }

    public bool IsControl { get; set; }

    public bool IsStop { get; set; }

    public bool IsGetter { get; set; }
}

/// <summary>Roles of a word in the name of a type.</summary>
[Flags]
internal enum TypeWord
{
    None = 0,
    Container = 1,
    Head = 2,
    Animal = 4,
    Holder = 8,
    Settings = 16,
}

/// <summary>
/// The word lists, ready for look-up. Immutable. The built-in one is made once per process; a compilation with lists of its
/// own or ignored terms makes another.
/// </summary>
internal sealed partial class Vocabulary
{
    private static readonly Lazy<Vocabulary> Default = new(() => new Vocabulary(l => l.BuiltIn, []));
    private static readonly KkList[] Lists =
        [PersonalDataLists.Terms, PersonalDataLists.Negatives, PersonalDataLists.PersonWords, PersonalDataLists.NameParts, PersonalDataLists.KnownTypes];

    private readonly WordTable<Term[]> _terms;
    private readonly Dictionary<char, Stem[]> _stemsByFirst;
    private readonly Dictionary<char, Stem[]> _stemsByLast;
    private readonly WordTable<NotWith> _negatives;
    private readonly WordTable<NamePart> _parts;
    private readonly WordTable<object> _nouns;
    private readonly WordTable<object> _typeWords;
    private readonly Stem[] _nounStems;
    private readonly WordTable<NotWith> _notNoun;

    private Vocabulary(Func<KkList, IEnumerable<ListLine>> lines, IEnumerable<string> ignoredTerms)
    {
        _parts = ReadParts(lines(PersonalDataLists.NameParts));
        _negatives = ReadNegatives(lines(PersonalDataLists.Negatives));

        var ignored = new HashSet<string>(ignoredTerms.Select(Tokenizer.Glue), StringComparer.Ordinal);
        var terms = new Dictionary<string, List<Term>>(StringComparer.Ordinal);
        var stems = new List<Stem>();
        foreach (var line in lines(PersonalDataLists.Terms))
        {
            var key = Tokenizer.Glue(line[0]);
            if (ignored.Contains(key))
            {
                continue;
            }

            var strength = line[2] switch { "strong" => Strength.Strong, "medium" or "named" => Strength.Medium, _ => Strength.Weak };
            var exceptions = PersonalDataLists.Split(line[5]).Select(Tokenizer.Glue).ToArray();
            var term = new Term(line[0], DataCategory.All[line[1]], strength, key, exceptions, IsNamed: line[2] == "named");
            if (line[4] is "prefix" or "affix")
            {
                stems.Add(new Stem(key, line[4] == "affix", term));
                continue;
            }

            Add(terms, key, term);
            var withoutStops = string.Concat(Tokenizer.Tokens(line[0]).Where(t => _parts.Find(t.AsSpan()) is not { IsStop: true }));
            if (withoutStops.Length > 1 && withoutStops != key)
            {
                Add(terms, withoutStops, term);
            }
        }

        _terms = new WordTable<Term[]>(terms.Select(t => new KeyValuePair<string, Term[]>(t.Key, t.Value.ToArray())).ToArray());
        _stemsByFirst = stems.GroupBy(s => s.Word[0]).ToDictionary(g => g.Key, g => g.ToArray());
        _stemsByLast = stems.Where(s => s.IsAffix).GroupBy(s => s.Word[s.Word.Length - 1]).ToDictionary(g => g.Key, g => g.ToArray());

        var words = lines(PersonalDataLists.PersonWords).Select(l => (Word: Tokenizer.Glue(l[0]), Role: l[1], Not: l[2])).ToArray();
        _nouns = new WordTable<object>(words.Where(w => w.Role == "noun").GroupBy(w => w.Word, StringComparer.Ordinal)
            .Select(g => new KeyValuePair<string, object>(g.Key, g.Key)).ToArray());
        _notNoun = ToTable(words.Where(w => w.Role == "noun" && w.Not.Length > 0).Select(w => (w.Word, PersonalDataLists.Split(w.Not))));
        _nounStems = words.Where(w => w.Role == "stem").Select(w => new Stem(
            w.Word, true, new Term(w.Word, null, Strength.Strong, w.Word, PersonalDataLists.Split(w.Not).Select(Tokenizer.Glue).ToArray()))).ToArray();
        _typeWords = new WordTable<object>(words.Where(w => w.Role is not ("noun" or "stem")).GroupBy(w => w.Word, StringComparer.Ordinal)
            .Select(g => new KeyValuePair<string, object>(g.Key, g.Aggregate(TypeWord.None, (roles, w) => roles | Role(w.Role)))).ToArray());
        Known = new KnownTypes(lines(PersonalDataLists.KnownTypes));
    }

    /// <summary>The lists as they ship.</summary>
    public static Vocabulary BuiltIn => Default.Value;

    /// <summary>Types and members of which the lists say the meaning.</summary>
    public KnownTypes Known { get; }

    /// <summary>The lists with the user's lines, without the terms that <c>kk.ignored_terms</c> names.</summary>
    public static Vocabulary For(KkContext context, IReadOnlyCollection<string> ignoredTerms) =>
        ignoredTerms.Count == 0 && !Lists.Any(l => l.UserFiles(context.Options.AdditionalFiles).Any())
            ? BuiltIn
            : new Vocabulary(l => l.Lines(context), ignoredTerms);

    /// <summary>True for an additional file that changes the vocabulary.</summary>
    public static bool IsOwnFile(string path) => Lists.Any(l => l.Matches(path));

    private static void Add(Dictionary<string, List<Term>> terms, string key, Term term)
    {
        if (!terms.TryGetValue(key, out var same))
        {
            terms[key] = same = [];
        }

        same.Add(term);
    }

    private static TypeWord Role(string role) => role switch
    {
        "container" => TypeWord.Container,
        "head" => TypeWord.Head,
        "animal" => TypeWord.Animal,
        "settings" => TypeWord.Settings,
        _ => TypeWord.Holder,
    };

    private static WordTable<NamePart> ReadParts(IEnumerable<ListLine> lines)
    {
        var parts = new Dictionary<string, NamePart>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var word = Tokenizer.Glue(line[0]);
            if (!parts.TryGetValue(word, out var part))
            {
                parts[word] = part = new NamePart();
            }

            switch (line[1])
            {
                case "tail" when line[2].Length > 0: part.TailOf.Add(line[2]); break;
                case "tail": part.IsTail = true; break;
                case "safe": part.IsSafe = true; break;
                case "prefix": part.IsPrefix = true; break;
                case "control": part.IsPrefix = part.IsControl = true; break;
                case "stop": part.IsStop = true; break;
                case "getter": part.IsGetter = true; break;
            }
        }

        return new WordTable<NamePart>(parts);
    }

    private static WordTable<NotWith> ReadNegatives(IEnumerable<ListLine> lines)
    {
        // "= other" copies the words of another line. One step: a line that copies a copy gets nothing more.
        var all = lines.ToArray();
        var own = all.Where(l => !l[1].StartsWith("=", StringComparison.Ordinal)).ToLookup(l => Tokenizer.Glue(l[0]), StringComparer.Ordinal);
        return ToTable(all.Select(l => (
            Tokenizer.Glue(l[0]),
            l[1].StartsWith("=", StringComparison.Ordinal)
                ? own[Tokenizer.Glue(l[1])].SelectMany(o => PersonalDataLists.Split(o[1]))
                : PersonalDataLists.Split(l[1]))));
    }

    private static WordTable<NotWith> ToTable(IEnumerable<(string Term, IEnumerable<string> Words)> lines) =>
        new(lines.GroupBy(l => l.Term, l => l.Words, StringComparer.Ordinal).Select(g =>
        {
            var words = g.SelectMany(w => w).Distinct(StringComparer.Ordinal).ToArray();
            var beside = words.Where(w => w[0] is not ('~' or '^')).Select(Tokenizer.Glue).Distinct(StringComparer.Ordinal)
                .Select(w => new KeyValuePair<string, string>(w, w)).ToArray();
            return new KeyValuePair<string, NotWith>(g.Key, new NotWith(
                new WordTable<string>(beside),
                words.Where(w => w[0] == '~').Select(Tokenizer.Glue).ToArray(),
                words.Where(w => w[0] == '^').Select(w => w.Substring(1)).ToArray()));
        }).ToArray());
}
