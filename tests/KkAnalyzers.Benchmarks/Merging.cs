using System.Diagnostics;
using System.Globalization;
using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting;
using KkAnalyzers.Tool;

namespace KkAnalyzers.Benchmarks;

/// <summary>
/// What a report of many projects costs: fragments with 100 findings each are merged and rendered in three languages by <c>kk merge</c>, in
/// a process of its own, in turns of a quarter and of all.
/// </summary>
internal static class Merging
{
    public const string Child = "report-of";

    private const int FindingsPerFragment = 100;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 1000;
        var rounds = args is [_, var times, ..] ? int.Parse(times, CultureInfo.InvariantCulture) : 3;
        var folder = Directory.CreateTempSubdirectory("kk-reports-").FullName;
        try
        {
            int[] sizes = [count / 4, count];
            foreach (var size in sizes)
                Write(Path.Combine(folder, $"{size}"), size);

            var results = sizes.Select(_ => new List<(double Seconds, double Peak)>()).ToArray();
            for (var round = 0; round < rounds; round++)
            {
                for (var i = 0; i < sizes.Length; i++)
                {
                    var watch = Stopwatch.StartNew();
                    var output = await Dotnet.RunAsync([typeof(Merging).Assembly.Location, Child, Path.Combine(folder, $"{sizes[i]}"), Path.Combine(folder, "out")]);
                    results[i].Add((watch.Elapsed.TotalSeconds, double.Parse(output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture)));
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nMerge and render in three languages, {FindingsPerFragment} findings per fragment; median of {rounds} processes each\n\n| Fragments | Seconds | Peak, MB |\n|---|---|---|"));
            var seconds = results.Select(r => Ratio.Median([.. r.Select(x => x.Seconds)])).ToArray();
            for (var i = 0; i < sizes.Length; i++)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {sizes[i]} | {seconds[i]:0.0} | {Ratio.Median([.. results[i].Select(x => x.Peak)]):0} |"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nRatio of time: {seconds[1] / seconds[0]:0.00}. Files of the report: {string.Join(", ", Directory.GetFiles(Path.Combine(folder, "out")).Order().Select(f => $"{Path.GetFileName(f)} {new FileInfo(f).Length / 1048576.0:0.0} MB"))}"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>In the child: one merge; prints its own peak in MB as the last line.</summary>
    public static int Measure(string fragments, string output)
    {
        var code = KkTool.Run(["merge", Path.Combine(fragments, "*.json"), "-o", output], Terminal.System());
        if (code != ExitCodes.Success)
            return code;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine((process.PeakWorkingSet64 / 1024.0 / 1024.0).ToString("0.0", CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Write(string folder, int count)
    {
        var rules = Catalogue.Instance.Rules.Where(r => r.Category != "Tool").ToArray();
        for (var p = 0; p < count; p++)
        {
            var name = $"Zorgdagboek.Module{p:0000}";
            var findings = Enumerable.Range(0, FindingsPerFragment).Select(i => new Finding(
                rules[i % rules.Length].Id, "warning", "open", $"src/{name}/Blad{i:000}.cs", 10 + i, 9,
                new Localized($"'Notitie{i}.Diagnose' (health data, by its name) is written to 'File.WriteAllText' of {name} without encryption", $"'Notitie{i}.Diagnose' (gezondheidsgegevens, aan de naam) wordt zonder versleuteling geschreven naar 'File.WriteAllText' van {name}", $"« Notitie{i}.Diagnose » (données de santé, d’après son nom) est écrit sans chiffrement vers « File.WriteAllText » de {name}"),
                [$"{name} (net8.0)"], $"{p:x8}{i:x8}{p:x8}{i:x8}")).ToArray();
            new Fragment
            {
                Tool = ToolInfo.Current,
                Project = new ProjectInfo { Path = $"src/{name}/{name}.csproj", Name = name, Assembly = name, Framework = "net8.0", Configuration = "Release", SourceFiles = 120, Compiled = true, Analysed = true, IsHead = p == 0, Commit = "0123456789abcdef0123456789abcdef01234567", Output = name + ".dll", OutputSha256 = $"{p:x64}" },
                Rules = [.. rules.Select(r => findings.Count(f => f.Rule == r.Id) is var n and > 0
                    ? new RuleOutcome(r.Id, State.Finding, "findings", new($"{n} found", $"{n} gevonden", $"{n} trouvés"), 40, Findings: n)
                    : new RuleOutcome(r.Id, State.CheckedClean, "clean", new($"nothing found in 40 {r.Inspects.En}", $"niets gevonden in 40 {r.Inspects.Nl}", $"rien trouvé dans 40 {r.Inspects.Fr}"), 40))],
                Findings = findings,
            }.Write(Path.Combine(folder, $"{p:0000}.json"));
        }
    }
}
