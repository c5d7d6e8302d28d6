using System.Collections.Immutable;
using System.Text.Json;

namespace KkAnalyzers.Benchmarks.Comparison;

/// <summary>tests/flows/rules.json: which rules speak of a leak, and which are merely near one.</summary>
/// <param name="Counts">Per kind of sink and per tool, the rules that are about that leak.</param>
/// <param name="Related">Rules that look at the same call for another reason, and the reason.</param>
internal sealed record Verdicts(
    ImmutableDictionary<string, ImmutableDictionary<string, ImmutableArray<string>>> Counts,
    ImmutableSortedDictionary<string, string> Related)
{
    public static Verdicts Read(string path) =>
        JsonSerializer.Deserialize<Verdicts>(File.ReadAllText(path), new JsonSerializerOptions(JsonSerializerDefaults.Web))
        ?? throw new InvalidDataException(path);

    /// <summary>True for a rule that is about personal data reaching that kind of place.</summary>
    public bool Count(string sink, string peer, string rule) =>
        Counts.TryGetValue(sink, out var peers)
            ? peers.TryGetValue(peer, out var rules) && rules.Contains(rule)
            : throw new InvalidDataException("rules.json has no kind of sink named " + sink);

    /// <summary>True for a rule of that tool that counts for some kind of sink.</summary>
    public bool CountsSomewhere(string peer, string rule) =>
        Counts.Values.Any(peers => peers.TryGetValue(peer, out var rules) && rules.Contains(rule));
}
