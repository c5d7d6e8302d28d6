using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Flow;
using KkAnalyzers.PersonalData;
using KkAnalyzers.Rules.Incidents;
using KkAnalyzers.Rules.PersonalData;
using KkAnalyzers.Secrets;
using KkAnalyzers.Trackers;
using KkAnalyzers.Transport;
using KkAnalyzers.Wording;

namespace KkAnalyzers.Infrastructure;

/// <summary>All lists, so that one analyzer can check the user's files for all of them.</summary>
internal static class KkLists
{
    public static ImmutableArray<KkList> All { get; } = ImmutableArray.Create(
        PersonalDataLists.Terms,
        PersonalDataLists.Negatives,
        PersonalDataLists.PersonWords,
        PersonalDataLists.NameParts,
        PersonalDataLists.KnownTypes,
        FlowLists.Flow,
        FlowLists.Storage,
        FlowLists.Logs,
        FlowLists.Urls,
        FlowLists.Errors,
        FlowLists.ThirdParties,
        FlowLists.Screens,
        FlowLists.Browser,
        FlowLists.Sql,
        TrackerList.List,
        TrackerStarts.List,
        SampleNumbers.List,
        UnkeyedHashes.List,
        AnonymousEndpoints.List,
        AuditNames.List,
        CollectionNames.List,
        ConsentVocabulary.List,
        WayPairs.List,
        WordingList.List,
        SecretFormats.List,
        ClearTextHosts.List);
}
