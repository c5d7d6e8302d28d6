namespace KkAnalyzers.Catalog;

/// <summary>Which criteria this project expects an answer to in which context. The framework gives examples and no table: the selection is ours.</summary>
/// <param name="Meaning">What the table says and how an entry is read.</param>
/// <param name="Note">Said beside every use of a profile: whose selection it is.</param>
/// <param name="Profiles">One per level of interactivity; the declaration may name one.</param>
/// <param name="Additions">What other facts of the context add.</param>
public sealed record ProfileTable(string Meaning, Localized Note, IReadOnlyList<Profile> Profiles, IReadOnlyList<ProfileAddition> Additions)
{
    /// <summary>The profile with this id; null when there is none.</summary>
    public Profile? Find(string? id) => Profiles.FirstOrDefault(p => p.Id == id);

    /// <summary>The additions that hold for what is declared.</summary>
    /// <param name="declared">The declared values of a key of the context.</param>
    public IReadOnlyList<ProfileAddition> AdditionsFor(Func<string, IReadOnlyCollection<string>> declared) =>
        [.. Additions.Where(a => declared(a.Key).Any(v => a.Values.Contains(v, StringComparer.Ordinal)))];

    /// <summary>The criteria of a profile, those of the profiles that it extends included, and of additions.</summary>
    public IReadOnlySet<string> Select(Profile profile, IEnumerable<ProfileAddition> additions, IReadOnlyList<Criterion> criteria)
    {
        var entries = additions.SelectMany(a => a.Criteria).ToList();
        for (var next = profile; next is not null; next = Find(next.Extends))
            entries.AddRange(next.Criteria);
        return criteria.Where(c => c.Checkable && entries.Any(e => Names(e, c))).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary><c>T1</c> names a theme, <c>T4.09</c> a statement with its parts. What the framework makes conditional is named by its own id only.</summary>
    public static bool Names(string entry, Criterion criterion)
    {
        if (criterion.Id == entry)
            return true;
        return criterion.AppliesIf is null && criterion.Id.StartsWith(entry, StringComparison.Ordinal)
            && (entry.Contains('.', StringComparison.Ordinal) ? !char.IsAsciiDigit(criterion.Id[entry.Length]) || char.IsAsciiLetter(entry[^1]) : criterion.Id[entry.Length] == '.');
    }
}

/// <summary>The criteria that a level of interactivity asks for.</summary>
/// <param name="Id">Also the level.</param>
/// <param name="Title">In words.</param>
/// <param name="Driver">What the framework names as a ground to choose: interactivity, risk, vulnerability or condition.</param>
/// <param name="Reason">What the framework says about it, in our words, and what we take from that.</param>
/// <param name="Criteria">Entries; see <see cref="ProfileTable.Names"/>.</param>
/// <param name="Extends">Id of the profile that it adds to.</param>
public sealed record Profile(string Id, Localized Title, string Driver, Localized Reason, IReadOnlyList<string> Criteria, string? Extends = null);

/// <summary>What a declared fact adds to any profile.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Key">Key of the context.</param>
/// <param name="Values">Declared values for which it holds; <c>yes</c> for true.</param>
/// <param name="Title">In words.</param>
/// <param name="Driver">As of a profile.</param>
/// <param name="Reason">As of a profile.</param>
/// <param name="Criteria">Entries; see <see cref="ProfileTable.Names"/>.</param>
public sealed record ProfileAddition(string Id, string Key, IReadOnlyList<string> Values, Localized Title, string Driver, Localized Reason, IReadOnlyList<string> Criteria);
