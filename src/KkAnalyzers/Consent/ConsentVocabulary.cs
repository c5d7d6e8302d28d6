using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Consent;

/// <summary>One line of the list.</summary>
/// <param name="Term">As the list writes it, for messages.</param>
/// <param name="Role">A subject, or one of <see cref="ConsentRoles"/>.</param>
/// <param name="Needs">What it counts beside; most terms need nothing.</param>
/// <param name="NamesOnly">Counts in names, not in the text of a label.</param>
internal sealed record ConsentTerm(string Term, string Role, TermNeeds Needs, bool NamesOnly);

/// <summary>What a general term counts beside.</summary>
internal enum TermNeeds
{
    Nothing,

    /// <summary>A verb or noun of consent, or a type about a person.</summary>
    Support,

    /// <summary>A verb or noun of consent.</summary>
    Verb,
}

/// <summary>Roles of the list that are no subject; the list explains them.</summary>
internal static class ConsentRoles
{
    public const string Verb = "verb";
    public const string Channel = "channel";
    public const string No = "no";
    public const string OptOut = "opt-out";
    public const string Wish = "wish";
    public const string Rule = "rule";
    public const string Capability = "capability";
    public const string Service = "service";
    public const string State = "state";
    public const string About = "about";
    public const string SystemOwner = "owner-system";
    public const string PersonOwner = "owner-person";
    public const string AuthorityOwner = "owner-authority";
    public const string SwitchesOwner = "owner-switches";
    public const string OperationsOwner = "owner-operations";
    public const string FilterOwner = "owner-filter";
    public const string SampleOwner = "owner-sample";
    public const string Act = "act";
    public const string Create = "create";
    public const string Default = "default";
    public const string Yes = "yes";
    public const string Grant = "grant";
    public const string Implied = "implied";
    public const string Closing = "closing";
    public const string Opening = "opening";
    public const string PurchaseOwner = "owner-purchase";
    public const string ExtraOwner = "owner-extra";
    public const string Price = "price";
    public const string Checkout = "checkout";
    public const string Ending = "ending";

    /// <summary>Prefix of a role that takes a subject away.</summary>
    public const string Not = "not-";

    public static ImmutableArray<string> All { get; } = ImmutableArray.Create(
        Verb, Channel, No, OptOut, Wish, Rule, Capability, Service, State, About, SystemOwner, SwitchesOwner, PersonOwner, AuthorityOwner, OperationsOwner, FilterOwner, SampleOwner, Act, Create,
        Default, Yes, Grant, Implied, Closing, Opening, PurchaseOwner, ExtraOwner, Price, Checkout, Ending);
}

/// <summary>The list KkAnalyzers.Consent with the user's changes, ready for look-ups.</summary>
internal sealed class ConsentVocabulary
{
    /// <summary>Longest term in words.</summary>
    public const int LongestTerm = 5;

    public static readonly KkList List = new("KkAnalyzers.Consent", 2, 3, Problem);

    private static readonly ImmutableHashSet<string> StopWords = ImmutableHashSet.Create(
        "the", "a", "an", "to", "of", "my", "our", "your", "for", "by", "in", "on", "any", "all", "via", "per",
        "de", "het", "een", "van", "voor", "mijn", "onze", "uw", "je", "met", "over", "ook", "graag", "deze",
        "le", "la", "les", "l", "un", "une", "des", "du", "d", "mes", "mon", "ma", "nos", "vos", "votre", "par", "avec", "aux", "au");

    /// <summary>Letters of the first word of a term that <see cref="MayBegin"/> looks at.</summary>
    private const int BeginningLength = 3;

    // Constant data of this assembly, cut into words once per process: most projects change nothing in the list.
    private static readonly Lazy<ConsentVocabulary> BuiltIn = new(() => new ConsentVocabulary(List.BuiltIn));

    private readonly Dictionary<string, List<ConsentTerm>> _terms = new(StringComparer.Ordinal);

    /// <summary>Which beginnings the subjects and nouns have, by five bits of each letter: may say yes too often, never no.</summary>
    private readonly bool[] _beginnings = new bool[1 << (5 * BeginningLength)];

    /// <summary>Shorter ones, of terms that go on: a word of one or two letters needs another word behind it.</summary>
    private readonly bool[] _shortBeginnings = new bool[1 << (5 * (BeginningLength - 1))];

    /// <summary>The same of the words that begin the name of a method that gives consent.</summary>
    private readonly bool[] _grants = new bool[1 << (5 * BeginningLength)];

    /// <summary>A user's list may have terms with digits.</summary>
    private readonly bool _hasDigits;

    public ConsentVocabulary(IEnumerable<ListLine> lines)
    {
        foreach (var line in lines)
        {
            var key = string.Concat(ConsentTokens.Split(line[0]));
            if (!_terms.TryGetValue(key, out var entries))
            {
                _terms.Add(key, entries = []);
            }

            entries.Add(new ConsentTerm(line[0], line[1], line[2] switch { "support" => TermNeeds.Support, "verb" => TermNeeds.Verb, _ => TermNeeds.Nothing }, line[2] == "name"));
            if (line[1] == ConsentRoles.Grant && key.Length > 0)
            {
                // Of a shorter word, whatever comes behind it.
                var length = Math.Min(BeginningLength, key.Length);
                var first = Beginning(key.AsSpan(0, length)) << (5 * (BeginningLength - length));
                for (var i = 0; i < 1 << (5 * (BeginningLength - length)); i++)
                {
                    _grants[first + i] = true;
                }
            }

            if (IsSubject(line[1]))
            {
                _beginnings[Beginning(key.AsSpan(0, Math.Min(BeginningLength, key.Length)))] = true;
                _hasDigits |= key.Any(char.IsDigit);
                for (var length = 1; length < Math.Min(BeginningLength, key.Length); length++)
                {
                    _shortBeginnings[Beginning(key.AsSpan(0, length))] = true;
                }
            }
        }
    }

    /// <summary>The list as this compilation has it.</summary>
    public static ConsentVocabulary For(KkContext context) =>
        List.UserFiles(context.Options.AdditionalFiles).Any() ? new ConsentVocabulary(List.Lines(context)) : BuiltIn.Value;

    /// <summary>True for a role without which nothing is about consent.</summary>
    public static bool IsSubject(string role) => role == ConsentRoles.OptOut || ConsentSubjects.All.Contains(role);

    /// <summary>
    /// False when no word of the name begins as a term about consent does: true of nearly all names, and found out without
    /// allocating anything.
    /// </summary>
    public bool MayBegin(string name)
    {
        if (!ConsentTokens.IsOneName(name))
        {
            return true;
        }

        Span<char> chars = stackalloc char[Tokenizer.MaxLength];
        Span<int> ends = stackalloc int[Tokenizer.MaxLength];
        var count = Tokenizer.Split(name, chars, ends);
        for (int i = 0, start = 0; i < count; start = ends[i], i++)
        {
            // A term may go on in the next word, so that only the letters of this one count.
            var length = Math.Min(BeginningLength, ends[i] - start);
            var beginning = Beginning(chars.Slice(start, length));
            if (_beginnings[beginning]
                || (length < BeginningLength && i + 1 < count && _shortBeginnings[beginning] && (_hasDigits || !char.IsDigit(chars[ends[i]]))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>False when the first word of the name of a method does not begin as one for giving consent does.</summary>
    public bool MayGrant(string name)
    {
        if (name.Length < BeginningLength)
        {
            return true;
        }

        for (var i = 0; i < BeginningLength; i++)
        {
            // Other characters are cut or folded first.
            if (name[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
            {
                return true;
            }
        }

        return _grants[Beginning(name.AsSpan(0, BeginningLength))];
    }

    public static bool IsStopWord(string token) => StopWords.Contains(token);

    /// <summary>True when a word has the role.</summary>
    public bool Has(string token, string role) =>
        _terms.TryGetValue(token, out var entries) && entries.Any(e => e.Role == role);

    /// <summary>The lines for some words written as one.</summary>
    public IReadOnlyList<ConsentTerm> Find(string glued) =>
        _terms.TryGetValue(glued, out var entries)
        || (glued.Length > 5 && glued[glued.Length - 1] == 's' && _terms.TryGetValue(glued.Substring(0, glued.Length - 1), out entries))
            ? entries
            : [];

    /// <summary>True when one of the words of the name has the role.</summary>
    public bool AnyHas(ImmutableArray<string> tokens, string role)
    {
        foreach (var token in tokens)
        {
            if (Has(token, role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a value such as Granted, "yes" or OptedIn.</summary>
    public bool IsYes(string value) => Has(string.Concat(ConsentTokens.Split(value)), ConsentRoles.Yes);

    private static int Beginning(ReadOnlySpan<char> letters)
    {
        var key = 0;
        foreach (var letter in letters)
        {
            key = (key << 5) | (letter & 31);
        }

        return key;
    }

    private static string? Problem(ListLine line)
    {
        var role = line[1].StartsWith(ConsentRoles.Not, StringComparison.Ordinal) ? line[1].Substring(ConsentRoles.Not.Length) : line[1];
        if (!ConsentRoles.All.Contains(role) && !ConsentSubjects.All.Contains(role))
        {
            return $"'{line[1]}' is neither a subject ({string.Join(", ", ConsentSubjects.All)}) nor a role ({string.Join(", ", ConsentRoles.All)})";
        }

        return line[2] is "" or "support" or "verb" or "name" ? null : $"the third field is 'support', 'verb' or 'name', not '{line[2]}'";
    }
}
