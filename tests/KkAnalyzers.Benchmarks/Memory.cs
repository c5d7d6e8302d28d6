using System.Diagnostics;
using System.Globalization;

namespace KkAnalyzers.Benchmarks;

/// <summary>
/// Peak memory of a process that compiles with one set of analyzers and then ends: reading, binding, analysing, emitting. A
/// process each, because a peak never goes down; in turns, and the median of the rounds.
/// </summary>
internal static class Memory
{
    public const string Child = "memory-of";

    public static async Task<int> RunAsync(Settings settings, string[] args)
    {
        List<(string Name, string Key)> measured = [("no analyzer", "none"), ("empty", "empty"), (Analyzers.PersonalData, Analyzers.PersonalData), ("all", "all")];
        if (settings.Peers)
        {
            measured.AddRange((await Peer.AllAsync()).Where(p => p.Key is not Peer.Ours and not Peer.Sdk).Select(p => ($"{p.Name} {p.Version}", string.Join(Path.PathSeparator, p.Files))));
        }

        var peaks = measured.Select(_ => new double[settings.Rounds]).ToArray();
        for (var round = 0; round < settings.Rounds; round++)
        {
            for (var i = 0; i < measured.Count; i++)
            {
                var output = await Dotnet.RunAsync([typeof(Memory).Assembly.Location, Child, measured[i].Key, .. args]);
                peaks[i][round] = double.Parse(output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture);
            }
        }

        var none = Ratio.Median(peaks[0]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nPeak memory, median of {settings.Rounds} processes each; {(settings.ArgsFiles.Count == 0 ? $"generated care back end, {settings.Files} files" : string.Join(", ", settings.ArgsFiles.Select(Path.GetFileNameWithoutExtension)))}\n"));
        Console.WriteLine("| Analyzers | Peak, MB | Ratio to no analyzer |\n|---|---|---|");
        foreach (var ((name, _), values) in measured.Zip(peaks))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Ratio.Median(values):0} | {Ratio.Median(values) / none:0.00} |"));
        }

        return 0;
    }

    /// <summary>In the child: compiles once and prints its own peak in MB, as the last line.</summary>
    public static async Task<int> MeasureAsync(string key, Settings settings)
    {
        var analyzers = key.Contains(Path.DirectorySeparatorChar) ? new Peer("peer", key, "", [.. key.Split(Path.PathSeparator)]).Load() : Analyzers.Named(key);
        foreach (var subject in settings.Subjects())
        {
            await Analyzers.RunAsync(subject, analyzers, emit: true);
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine((process.PeakWorkingSet64 / 1024.0 / 1024.0).ToString("0.0", CultureInfo.InvariantCulture));
        return 0;
    }
}
