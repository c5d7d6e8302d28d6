using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>How sure a name must be before a rule counts it. Each level counts what the ones below it in this list count too.</summary>
internal enum Sureness
{
    /// <summary>Everything on the word list.</summary>
    Review,

    /// <summary>Also weak words on a type that describes a person.</summary>
    Low,

    /// <summary>Also a name that is nothing but a word for a datum: <c>email</c>.</summary>
    Named,

    /// <summary>Strong words, medium words on a type that describes a person, attributes.</summary>
    High,
}

/// <summary>Personal data that reach a sink, and how.</summary>
/// <param name="Data">What they are.</param>
/// <param name="Source">Where they were found.</param>
/// <param name="Anchor">The value to report: what the sink is given, or what a helper with the sink is given.</param>
/// <param name="Through">Names of what they passed through, source first; at most <see cref="MaxThrough"/>.</param>
/// <param name="Locations">Places of the source and of the steps, source first.</param>
/// <param name="ByKey">Only the key says what the value is.</param>
/// <param name="Protected">They were protected on the way.</param>
internal sealed record FlowOrigin(
    DataClassification Data,
    IOperation Source,
    IOperation Anchor,
    ImmutableArray<string> Through,
    ImmutableArray<Location> Locations,
    bool ByKey,
    bool Protected)
{
    /// <summary>A message names so many steps; the locations have all of them.</summary>
    public const int MaxThrough = 4;
}

/// <summary>The outcome of one walk.</summary>
/// <param name="Origins">What was found.</param>
/// <param name="Cut">A budget ended the walk, so that an empty outcome says nothing.</param>
internal readonly record struct FlowResult(IReadOnlyList<FlowOrigin> Origins, bool Cut);
