using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Benchmarks;

/// <summary>
/// Whether cost grows with the code and no faster: N against 4N files, and three extreme shapes at a quarter of their size
/// and in full. Each against binding the same code; what the rules gave up on is counted.
/// </summary>
internal static class Scale
{
    public static async Task<int> RunAsync(Settings settings)
    {
        Console.WriteLine($"\n{Analyzers.PersonalData}, median of {settings.Rounds} rounds. \"Growth\" is the time of the second row of a pair divided by that of the first, for four times the code.\n");
        Console.WriteLine("| Code | Bind, ms | Added, ms | Added to bind time | Growth of bind | Growth of what is added | Findings | Not followed |\n|---|---|---|---|---|---|---|---|");
        await PairAsync(settings, n => Subject.Generated(n), settings.Files);
        await PairAsync(settings, n => Subject.Of($"expression of {n:N0} terms", Shapes.Expression(n)), 500);
        await PairAsync(settings, n => Subject.Of($"type with {n:N0} members", Shapes.Members(n)), 500);
        await PairAsync(settings, n => Subject.Of($"chain of {n:N0} methods", Shapes.Chain(n)), 75);
        return 0;
    }

    private static async Task PairAsync(Settings settings, Func<int, Subject> make, int size)
    {
        Subject[] subjects = [make(size), make(4 * size)];
        var bind = new double[2][];
        var added = new double[2][];
        var found = new Diagnostic[2][];
        for (var i = 0; i < 2; i++)
        {
            (bind[i], added[i]) = (new double[settings.Rounds], new double[settings.Rounds]);
        }

        var analyzers = Analyzers.Named(Analyzers.PersonalData);
        for (var round = -1; round < settings.Rounds; round++)
        {
            for (var i = 0; i < 2; i++)
            {
                var subject = subjects[i];
                var alone = Ratio.Clock(() => subject.Fresh().GetDiagnostics());
                var empty = await ClockAsync(() => Analyzers.RunAsync(subject, Analyzers.Named("empty")));
                var with = await ClockAsync(async () => found[i] = [.. await Analyzers.RunAsync(subject, analyzers, inspection: true)]);
                if (round >= 0)
                {
                    (bind[i][round], added[i][round]) = (alone, with - empty);
                }
            }
        }

        for (var i = 0; i < 2; i++)
        {
            var (b, a) = (Ratio.Median(bind[i]), Ratio.Median(added[i]));
            var growth = i == 0 ? "| |" : $"| {Times(b, Ratio.Median(bind[0]))} | {Times(a, Ratio.Median(added[0]))}";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {subjects[i].Name} | {b:0} | {a:0} | {a / b:+0 %;-0 %} {growth} | {found[i].Count(d => d.Id != "KK9001")} | {NotFollowed(found[i])} |"));
        }
    }

    /// <summary>From the inspection records: how many values the rules stopped following, for want of budget or otherwise.</summary>
    private static int NotFollowed(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(d => d.Id == "KK9001")
        .Sum(d => d.Properties.TryGetValue("notFollowed", out var n) && n is not null ? int.Parse(n, CultureInfo.InvariantCulture) : 0);

    /// <summary>A quotient, where there is one: what adds nothing that can be measured does not grow.</summary>
    private static string Times(double now, double before) =>
        now > 0 && before > 0 ? (now / before).ToString("0.0", CultureInfo.InvariantCulture) : "–";

    private static async Task<double> ClockAsync(Func<Task> action)
    {
        GC.Collect();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await action();
        return clock.Elapsed.TotalMilliseconds;
    }
}
