using System.Collections.Immutable;

namespace KkAnalyzers.Benchmarks.Comparison;

/// <summary>A file of tests/flows: a flow that leaks, or its quiet twin.</summary>
/// <param name="Id">F01 or Q01: the name of the file.</param>
/// <param name="Shape">How the value travels.</param>
/// <param name="What">What leaks, or why nothing does.</param>
/// <param name="Sink">Kind of place that the value reaches; a key of rules.json.</param>
/// <param name="Depth">Calls between the place where the value is read and the place that leaks it.</param>
/// <param name="Leaks">True for a flow, false for a quiet twin.</param>
/// <param name="Marked">Lines (from 1) that end in <c>// source</c>, <c>// step</c> or <c>// sink</c>.</param>
internal sealed record FlowFile(string Id, string Shape, string What, string Sink, int Depth, bool Leaks, ImmutableSortedSet<int> Marked)
{
    public static IReadOnlyList<FlowFile> All(string folder) =>
    [
        .. Directory.GetFiles(folder, "?*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) is "leaks" or "quiet")
            .Select(Read)
            .OrderBy(f => f.Id, StringComparer.Ordinal),
    ];

    private static FlowFile Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var head = lines.TakeWhile(l => l.StartsWith("// ", StringComparison.Ordinal))
            .Select(l => l[3..].Split(": ", 2))
            .ToDictionary(p => p[0], p => p[1]);
        var id = Path.GetFileNameWithoutExtension(path);
        var leaks = head["expected"] switch { "leak" => true, "quiet" => false, var other => throw new InvalidDataException($"{path}: expected: {other}") };
        var marked = lines.Select((l, i) => (Text: l, Number: i + 1)).Where(l => IsMark(l.Text)).Select(l => l.Number).ToImmutableSortedSet();
        return !head["flow"].StartsWith(id[1..] + " ", StringComparison.Ordinal) || leaks != id.StartsWith('F') || leaks == marked.IsEmpty
            ? throw new InvalidDataException($"{path}: the head, the name and the marks do not agree")
            : new FlowFile(id, head["flow"][3..], head[leaks ? "leaks" : "why quiet"], head["sink"], int.Parse(head["depth"], System.Globalization.CultureInfo.InvariantCulture), leaks, marked);
    }

    private static bool IsMark(string line) =>
        line.LastIndexOf("// ", StringComparison.Ordinal) is > 0 and var start
        && line[(start + 3)..].Split(", ").All(w => w is "source" or "step" or "sink");
}
