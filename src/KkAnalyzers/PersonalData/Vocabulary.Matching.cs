namespace KkAnalyzers.PersonalData;

/// <summary>What stands around a name.</summary>
/// <param name="Owner">The type that holds the member; null for a local or a key.</param>
/// <param name="Values">The kind of value behind the name; <see cref="ValueKinds.Any"/> when unknown.</param>
/// <param name="IsMethod">A method's name: begins with a verb that gets something, or is the term itself.</param>
/// <param name="BesidePersonalData">The other parameters of the method describe a person.</param>
internal readonly record struct NameContext(OwnerInfo? Owner, ValueKinds Values, bool IsMethod = false, bool BesidePersonalData = false);

/// <summary>The best hit in a name.</summary>
/// <param name="Term">The term.</param>
/// <param name="Confidence">How sure it is in this context.</param>
/// <param name="IsSafe">The name says that the value was hashed, masked or pseudonymised.</param>
/// <param name="IsWhole">The name is nothing but the term.</param>
internal sealed record NameMatch(Term Term, Confidence Confidence, bool IsSafe, bool IsWhole = false)
{
    public DataCategory Category => Term.Category!;

    public bool IsStrong => Term.Strength == Strength.Strong && Confidence == Confidence.High;
}

internal sealed partial class Vocabulary
{
    private const int LongestRun = 5;
    private const int ShortestStem = 4;

    // Endings of a plural, and how much of the word has to remain.
    private const int ShortestSingular = 4;

    /// <summary>
    /// The best hit in the name, or null. Every run of up to five words is looked up as one word, with and without stop
    /// words, so that FirstName, first_name and firstname, TelefoonNummer and Telefoonnummer are the same; stems are tried
    /// on single words and on the whole of a short name. Never a substring: Message has no age.
    /// </summary>
    public NameMatch? Match(string name, in NameContext context)
    {
        if (context.Values == ValueKinds.None)
        {
            return null;
        }

        Span<char> chars = stackalloc char[Tokenizer.MaxLength];
        Span<int> ends = stackalloc int[Tokenizer.MaxLength];
        var count = Tokenizer.Split(name, chars, ends);
        if (count == 0)
        {
            return null;
        }

        var words = new Words(chars, ends.Slice(0, count));
        if (words.Count > 1 && _parts.Find(words[0]) is { IsPrefix: true } prefix)
        {
            if (prefix.IsControl)
            {
                return null;
            }

            words = words.From(1);
        }

        var hits = Find(words);
        return hits is null ? null : Best(hits, words, context);
    }

    /// <summary>The words of a name without the leftover of a control's type, and without stop words: how a list entry sees the name.</summary>
    public IReadOnlyList<string> WordsWithoutStops(string name)
    {
        var words = Tokenizer.Tokens(name);
        if (words.Count > 1 && _parts.Find(words[0].AsSpan()) is { IsPrefix: true })
        {
            words.RemoveAt(0);
        }

        words.RemoveAll(w => _parts.Find(w.AsSpan()) is { IsStop: true });
        return words;
    }

    private List<Hit>? Find(Words words)
    {
        List<Hit>? hits = null;
        var hasStops = false;
        for (var i = 0; i < words.Count; i++)
        {
            hasStops |= _parts.Find(words[i]) is { IsStop: true };
            for (var j = i; j < words.Count && j < i + LongestRun; j++)
            {
                var run = words.Run(i, j);
                if (run.Length > _terms.LongestWord + 2)
                {
                    break;
                }

                FindRun(run, i, j, ref hits);
            }

            FindStems(words[i], i, i, words, ref hits);
        }

        if (words.Count is 2 or 3)
        {
            FindStems(words.Run(0, words.Count - 1), 0, words.Count - 1, words, ref hits);
        }

        if (hasStops)
        {
            FindWithoutStops(words, ref hits);
        }

        return hits;
    }

    private void FindWithoutStops(Words words, ref List<Hit>? hits)
    {
        Span<char> chars = stackalloc char[Tokenizer.MaxLength];
        Span<int> ends = stackalloc int[words.Count];
        Span<int> original = stackalloc int[words.Count];
        var count = 0;
        var length = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (_parts.Find(words[i]) is not { IsStop: true })
            {
                words[i].CopyTo(chars.Slice(length));
                length += words[i].Length;
                ends[count] = length;
                original[count++] = i;
            }
        }

        var rest = new Words(chars, ends.Slice(0, count));
        for (var i = 0; i < count; i++)
        {
            // Single words and runs without a gap were found before.
            for (var j = i + 1; j < count && j < i + LongestRun; j++)
            {
                if (original[j] - original[i] != j - i)
                {
                    FindRun(rest.Run(i, j), original[i], original[j], ref hits);
                }
            }
        }
    }

    private void FindRun(ReadOnlySpan<char> run, int first, int last, ref List<Hit>? hits)
    {
        AddTerms(_terms.Find(run), run, first, last, ref hits);

        // Plurals: s, n, x, e; en, es.
        var length = run.Length;
        if (length <= ShortestSingular || run[length - 1] is not ('s' or 'n' or 'x' or 'e'))
        {
            return;
        }

        AddTerms(_terms.Find(run.Slice(0, length - 1)), run, first, last, ref hits);
        if (length > ShortestSingular + 1 && run[length - 2] == 'e' && run[length - 1] is 's' or 'n')
        {
            AddTerms(_terms.Find(run.Slice(0, length - 2)), run, first, last, ref hits);
        }
    }

    private static void AddTerms(Term[]? terms, ReadOnlySpan<char> run, int first, int last, ref List<Hit>? hits)
    {
        if (terms is null)
        {
            return;
        }

        foreach (var term in terms)
        {
            if (!IsException(term, run))
            {
                (hits ??= []).Add(new Hit(term, first, last, IsExact: true));
            }
        }
    }

    private void FindStems(ReadOnlySpan<char> word, int first, int last, Words words, ref List<Hit>? hits)
    {
        if (word.Length < ShortestStem)
        {
            return;
        }

        if (_stemsByFirst.TryGetValue(word[0], out var stems))
        {
            foreach (var stem in stems)
            {
                if (word.StartsWith(stem.Word.AsSpan()) && !IsException(stem.Term, word))
                {
                    (hits ??= []).Add(new Hit(stem.Term, first, first == last ? last : words.WordAt(stem.Word.Length - 1), IsExact: false));
                }
            }
        }

        if (_stemsByLast.TryGetValue(word[word.Length - 1], out stems))
        {
            foreach (var stem in stems)
            {
                if (word.EndsWith(stem.Word.AsSpan()) && !IsException(stem.Term, word))
                {
                    (hits ??= []).Add(new Hit(stem.Term, first == last ? first : words.WordAt(word.Length - stem.Word.Length), last, IsExact: false));
                }
            }
        }
    }

    private static bool IsException(Term term, ReadOnlySpan<char> word)
    {
        foreach (var exception in term.Exceptions)
        {
            if (word.StartsWith(exception.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    private NameMatch? Best(List<Hit> hits, Words words, in NameContext context)
    {
        NameMatch? best = null;
        var bestHit = default(Hit);
        foreach (var hit in hits)
        {
            if (Judge(hit, hits, words, context) is { } match && (best is null || IsBetter(match, hit, best, bestHit)))
            {
                (best, bestHit) = (match, hit);
            }
        }

        return best;
    }

    // A flag before a mere review, then the stronger term, the longer run, the worse tier.
    private static bool IsBetter(NameMatch a, Hit hitA, NameMatch b, Hit hitB)
    {
        if ((a.Confidence == Confidence.Review) != (b.Confidence == Confidence.Review))
        {
            return b.Confidence == Confidence.Review;
        }

        var order = a.Term.Strength.CompareTo(b.Term.Strength);
        order = order != 0 ? order : hitA.Words.CompareTo(hitB.Words);
        order = order != 0 ? order : a.Category.Tier.CompareTo(b.Category.Tier);
        return order > 0;
    }

    private NameMatch? Judge(Hit hit, List<Hit> hits, Words words, in NameContext context)
    {
        var category = hit.Term.Category!;
        var owner = context.Owner;
        if ((category.Values & context.Values) == 0
            || (owner is { IsAnimal: true } && (category.Trait is DataTrait.Health || category.Id is "birth-age" or "demographics"))
            || (owner is { IsSettings: true } && category.Tier != DataTier.Credential)
            || (context.IsMethod && !IsGetter(hit, words))
            || HasTail(hit, words, category)

            // A branch, a room, a place in a text: an object called location is a person's only by a strong term.
            || (category.Id == "geolocation" && context.Values == ValueKinds.Object && hit.Term.Strength != Strength.Strong)
            || IsTakenBack(hit, words, owner))
        {
            return null;
        }

        var confidence = Confident(hit, hits, words, category, context);
        return confidence is null ? null : new NameMatch(hit.Term, confidence.Value, IsSafe(hit, words), hit.Words == words.Count);
    }

    private Confidence? Confident(Hit hit, List<Hit> hits, Words words, DataCategory category, in NameContext context)
    {
        var owner = context.Owner;
        var inHealthRecord = category.Trait is DataTrait.Health && owner is { IsHealthRecord: true };
        switch (hit.Term.Strength)
        {
            case Strength.Strong:
                return Confidence.High;
            case Strength.Medium:
                return context.BesidePersonalData || inHealthRecord || owner is { Person: not PersonKind.None } || HasPerson(hit, hits, words, mustTouch: false)
                    ? Confidence.High
                    : Confidence.Review;
            default:
                return context.BesidePersonalData || inHealthRecord || owner is { Person: PersonKind.Person } || HasPerson(hit, hits, words, mustTouch: true)
                    ? Confidence.Low
                    : null;
        }
    }

    private bool IsGetter(Hit hit, Words words)
    {
        var last = words.Count - 1;
        if (last > hit.Last && words[last].SequenceEqual("async".AsSpan()))
        {
            last--;
        }

        return (hit.First == 0 && hit.Last == last) || _parts.Find(words[0]) is { IsGetter: true };
    }

    private bool HasTail(Hit hit, Words words, DataCategory category)
    {
        var last = words.Count - 1;
        while (last > hit.Last && (char.IsDigit(words[last][0]) || words[last].SequenceEqual("async".AsSpan())))
        {
            last--;
        }

        return last > hit.Last && _parts.Find(words[last]) is { } part && (part.IsTail || part.TailOf.Contains(category.Id));
    }

    private bool IsSafe(Hit hit, Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((i < hit.First || i > hit.Last) && IsSafe(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    // Also inflected: gepseudonimiseerd(e), anonymisé(e)(s).
    private bool IsSafe(ReadOnlySpan<char> word)
    {
        while (_parts.Find(word) is not { IsSafe: true })
        {
            if (word.Length <= ShortestSingular || word[word.Length - 1] is not ('e' or 's'))
            {
                return false;
            }

            word = word.Slice(0, word.Length - 1);
        }

        return true;
    }

    private bool IsTakenBack(Hit hit, Words words, OwnerInfo? owner)
    {
        // By the term of the list, and by the words as they stand: diagnose takes back what the stem diagnos finds.
        return IsTakenBack(_negatives.Find(hit.Term.Key.AsSpan()), hit, words, owner)
            || IsTakenBack(_negatives.Find(words.Run(hit.First, hit.Last)), hit, words, owner);
    }

    private static bool IsTakenBack(NotWith? not, Hit hit, Words words, OwnerInfo? owner)
    {
        if (not is null)
        {
            return false;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if ((i < hit.First || i > hit.Last) && not.Beside.Find(words[i]) is not null)
            {
                return true;
            }
        }

        return owner is not null
            && (not.InOwner.Any(w => owner.Words.Contains(w, StringComparer.Ordinal)) || not.Owners.Contains(owner.Name, StringComparer.Ordinal));
    }

    /// <summary>
    /// A word for a person outside the hit, for a weak term directly beside it. A word inside a longer term does not count:
    /// UserName is a login name and not the name of a user.
    /// </summary>
    private bool HasPerson(Hit hit, List<Hit> hits, Words words, bool mustTouch)
    {
        var (first, last) = (hit.First, hit.Last);
        foreach (var other in hits)
        {
            if (other.IsExact && other.First <= hit.First && other.Last >= hit.Last)
            {
                first = Math.Min(first, other.First);
                last = Math.Max(last, other.Last);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            for (var j = i; j < words.Count && j < i + 3; j++)
            {
                if ((j < first || i > last)
                    && (!mustTouch || Touches(words, i, j, hit))
                    && IsPerson(words, i, j))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Touches(Words words, int i, int j, Hit hit)
    {
        var (from, to) = j < hit.First ? (j + 1, hit.First) : (hit.Last + 1, i);
        for (; from < to; from++)
        {
            if (_parts.Find(words[from]) is not { IsStop: true })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when these words name a person and no other word of the name says otherwise (HttpClient).</summary>
    private bool IsPerson(Words words, int first, int last)
    {
        var run = words.Run(first, last);
        if (_nouns.Find(run) is not null)
        {
            return !IsTakenBack(_notNoun.Find(run), new Hit(null!, first, last, true), words, null);
        }

        return first == last && IsPersonStem(run);
    }

    private bool IsPersonStem(ReadOnlySpan<char> word)
    {
        foreach (var stem in _nounStems)
        {
            if ((word.StartsWith(stem.Word.AsSpan()) || word.EndsWith(stem.Word.AsSpan())) && !IsException(stem.Term, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A term at a place in the name, as indexes of words.</summary>
    private readonly record struct Hit(Term Term, int First, int Last, bool IsExact)
    {
        public int Words => Last - First + 1;
    }

    /// <summary>The words of a name; they stand one behind the other, so that a run of them is a slice.</summary>
    private readonly ref struct Words(ReadOnlySpan<char> chars, ReadOnlySpan<int> ends, int start = 0)
    {
        private readonly ReadOnlySpan<char> _chars = chars;
        private readonly ReadOnlySpan<int> _ends = ends;
        private readonly int _start = start;

        public int Count => _ends.Length;

        public ReadOnlySpan<char> this[int index] => Run(index, index);

        public ReadOnlySpan<char> Run(int first, int last)
        {
            var from = first == 0 ? _start : _ends[first - 1];
            return _chars.Slice(from, _ends[last] - from);
        }

        public Words From(int word) => new(_chars, _ends.Slice(word), _ends[word - 1]);

        /// <summary>The word that holds this letter of the whole name.</summary>
        public int WordAt(int letter)
        {
            var word = 0;
            while (_ends[word] - _start <= letter)
            {
                word++;
            }

            return word;
        }
    }
}
