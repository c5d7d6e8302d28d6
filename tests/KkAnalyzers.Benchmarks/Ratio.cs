using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Benchmarks;

/// <summary>
/// Everything takes turns in one process, so that a machine whose speed drifts slows all of it alike. Each round compares
/// with its own empty analyzer and its own bind time; the median of the rounds is printed, as a table for docs/performance.md.
/// </summary>
internal static class Ratio
{
    public static async Task<int> RunAsync(Settings settings)
    {
        var measured = await MeasuredAsync(settings);
        foreach (var subject in settings.Subjects())
        {
            await MeasureAsync(subject, measured, settings);
        }

        return 0;
    }

    /// <summary>What is compared, in the order of the table: the empty analyzer first.</summary>
    public static async Task<IReadOnlyList<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)>> MeasuredAsync(Settings settings)
    {
        List<string> names = ["empty", Analyzers.PersonalData, "all", .. settings.Each ? Analyzers.Rules.Select(r => r.GetType().Name) : []];
        var measured = names.Select(n => (n, Analyzers.Named(n))).ToList();
        if (settings.Peers)
        {
            measured.AddRange((await Peer.AllAsync()).Where(p => p.Key is not Peer.Ours and not Peer.Sdk).Select(p => ($"{p.Name} {p.Version}", p.Load())));
        }

        return measured;
    }

    private static async Task MeasureAsync(Subject subject, IReadOnlyList<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)> measured, Settings settings)
    {
        var rounds = settings.Rounds;
        var bind = new double[rounds];
        var times = measured.Select(_ => new double[rounds]).ToArray();
        var bytes = new long[measured.Count];
        var found = new int[measured.Count];

        // One turn more than is counted: the first one compiles our code, and theirs.
        for (var round = -1; round < rounds; round++)
        {
            var bound = Clock(() => subject.Fresh().GetDiagnostics());
            if (round >= 0)
            {
                bind[round] = bound;
            }

            // Each round starts with another one, so that none always comes after the one that leaves most behind.
            for (var n = 0; n < measured.Count; n++)
            {
                var i = (n + round + 1) % measured.Count;
                GC.Collect();
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var clock = Stopwatch.StartNew();
                var diagnostics = await Analyzers.RunAsync(subject, measured[i].Analyzers, inspection: !settings.Editor);
                if (round >= 0)
                {
                    times[i][round] = clock.Elapsed.TotalMilliseconds;
                    bytes[i] = GC.GetTotalAllocatedBytes(precise: true) - before;
                    found[i] = diagnostics.Length;
                }
            }
        }

        var errors = subject.Fresh().GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{subject.Name}: {subject.Files} files, {subject.Lines:N0} lines{(errors > 0 ? $", {errors} compile errors" : "")}; median of {rounds} rounds; bind alone {Median(bind):0} ms, with the empty analyzer {Median(times[0]):0} ms\n"));
        Console.WriteLine("| Analyzers | Added to bind time | Allocated, KB per file | Findings |\n|---|---|---|---|");
        for (var i = 1; i < measured.Count; i++)
        {
            var added = Median([.. Enumerable.Range(0, rounds).Select(r => (times[i][r] - times[0][r]) / bind[r])]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {measured[i].Name} | {added:+0.0 %;-0.0 %} | {(bytes[i] - bytes[0]) / 1024.0 / subject.Files:0.0} | {found[i]} |"));
        }
    }

    public static double Clock(Action action)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    public static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
