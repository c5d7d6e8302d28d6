using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Trackers;

namespace KkAnalyzers.Infrastructure;

/// <summary>All lists, so that one analyzer can check the user's files for all of them.</summary>
internal static class KkLists
{
    public static ImmutableArray<KkList> All { get; } = ImmutableArray.Create(
        TrackerList.List,
        ConsentVocabulary.List);
}
