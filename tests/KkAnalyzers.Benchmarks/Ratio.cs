using System.Diagnostics;
using System.Globalization;

namespace KkAnalyzers.Benchmarks;

/// <summary>
/// Takes turns (empty, all, each rule) in one process, so that a machine whose speed drifts slows all of them alike, and
/// prints medians as a ratio. Times in milliseconds are printed for orientation only.
/// </summary>
internal static class Ratio
{
    public static async Task<int> RunAsync(int files, int rounds)
    {
        var compilation = CareCode.Create(files);
        string[] names = ["empty", "all", .. Analyzers.Rules.Select(r => r.GetType().Name)];
        var times = names.ToDictionary(n => n, _ => new List<double>());
        var bytes = new Dictionary<string, long>();
        var bind = new List<double>();
        for (var round = -2; round < rounds; round++)
        {
            var bound = Measure(() => CareCode.Fresh(compilation).GetDiagnostics());
            if (round >= 0)
            {
                bind.Add(bound);
            }

            foreach (var name in names)
            {
                var analyzers = Analyzers.Named(name);
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var clock = Stopwatch.StartNew();
                await Analyzers.RunAsync(compilation, analyzers);
                if (round >= 0)
                {
                    times[name].Add(clock.Elapsed.TotalMilliseconds);
                    bytes[name] = GC.GetTotalAllocatedBytes(precise: true) - before;
                }
            }
        }

        var bindTime = Median(bind);
        var empty = Median(times["empty"]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files, {rounds} rounds; bind alone {bindTime:0} ms, with the empty analyzer {empty:0} ms"));
        Console.WriteLine($"{"",-24}{"added / bind",14}{"KB per file",14}");
        foreach (var name in names)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24}{(Median(times[name]) - empty) / bindTime,14:+0.0%;-0.0%}{(bytes[name] - bytes["empty"]) / 1024.0 / files,14:0.0}"));
        }

        return 0;
    }

    private static double Measure(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
