namespace KkAnalyzers.PersonalData;

/// <summary>A read-only dictionary that is asked with a slice of letters, so that looking up a run of words allocates nothing.</summary>
internal sealed class WordTable<T>
    where T : class
{
    private readonly int[] _buckets;
    private readonly (string Word, T Value, int Next)[] _entries;

    public WordTable(IReadOnlyCollection<KeyValuePair<string, T>> words)
    {
        // A power of two, at most half full.
        var size = 4;
        while (size < words.Count * 2)
        {
            size *= 2;
        }

        _buckets = new int[size];
        _entries = new (string, T, int)[words.Count + 1]; // entry 0 means "none"
        var next = 1;
        foreach (var word in words)
        {
            ref var bucket = ref _buckets[Hash(word.Key.AsSpan()) & (size - 1)];
            _entries[next] = (word.Key, word.Value, bucket);
            bucket = next++;
            LongestWord = Math.Max(LongestWord, word.Key.Length);
        }
    }

    /// <summary>Letters in the longest word: longer runs need no look-up.</summary>
    public int LongestWord { get; }

    public T? Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        for (var i = _buckets[Hash(word) & (_buckets.Length - 1)]; i != 0; i = _entries[i].Next)
        {
            if (word.SequenceEqual(_entries[i].Word.AsSpan()))
            {
                return _entries[i].Value;
            }
        }

        return null;
    }

    // FNV-1a: the words come from lists, not from somebody who wants collisions.
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)(hash ^ (hash >> 15));
    }
}
