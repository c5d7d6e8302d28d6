using System.Text.Json.Serialization;

namespace KkAnalyzers.Catalog;

/// <summary>What a rule of another analyzer is without any setting.</summary>
public enum OtherDefault { Off, Hidden, Info, Warning, Error }

/// <summary>The first mode that makes a rule of the SDK a warning.</summary>
public enum OtherMode { Recommended, Strict }

/// <summary>An analyzer whose rules are mapped.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name as its users know it.</param>
/// <param name="State">Where the facts about it come from.</param>
public sealed record OtherAnalyzer(string Id, string Name, string State);

/// <summary>What mapped rules are about, and which criteria that sheds light on.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">The problem in a few words.</param>
/// <param name="Criteria">Criteria of its rules.</param>
public sealed record OtherTopic(string Id, Localized Title, IReadOnlyList<RuleCriterion> Criteria);

/// <summary>A rule of another analyzer.</summary>
/// <param name="Id">Its id, such as CA5350.</param>
/// <param name="Analyzer">Key of its analyzer.</param>
/// <param name="Topic">Key of its topic.</param>
/// <param name="ByDefault">What it is without any setting.</param>
/// <param name="Cwe">Weaknesses that it names.</param>
/// <param name="Relation"><c>partial</c> for a rule that only asks for a review; null: as its topic says.</param>
/// <param name="Raise">The first mode that makes it a warning; null: a mode leaves it alone.</param>
/// <param name="Through">The rule of ours that passes its findings on, because they are not in the compiler's log.</param>
public sealed record OtherRule(
    string Id,
    string Analyzer,
    string Topic,
    OtherDefault ByDefault,
    IReadOnlyList<int>? Cwe = null,
    string? Relation = null,
    OtherMode? Raise = null,
    string? Through = null)
{
    /// <summary>Criteria it sheds light on, with its own relation.</summary>
    [JsonIgnore]
    public IReadOnlyList<RuleCriterion> Criteria { get; init; } = [];
}
