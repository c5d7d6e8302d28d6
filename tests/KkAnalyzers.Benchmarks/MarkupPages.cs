using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Globalization;
using System.Text;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Benchmarks;

/// <summary>
/// What pages cost: the reader alone on 64 KB and on 1 MB, and all rules about additional files on a generated page of 10 MB
/// beside reading it. Everything takes turns in one process; the text of the file is new each time, so that nothing is kept.
/// </summary>
internal static class MarkupPages
{
    private const int Small = 64 << 10;
    private const int Medium = 1 << 20;
    private const int Large = 10 << 20;

    public static async Task<int> RunAsync(Settings settings)
    {
        Console.WriteLine("| Reader | 64 KB, ns per character | 1 MB, ns per character | Growth per character | Steps per character | Nodes, bytes per character |\n|---|---|---|---|---|---|");
        foreach (var (name, make) in Kinds())
        {
            var dialect = MarkupDocument.DialectOf(name)!.Value;
            string small = make(Small), medium = make(Medium);
            var times = new double[2][] { new double[settings.Rounds], new double[settings.Rounds] };
            for (var round = -1; round < settings.Rounds; round++)
            {
                // As many characters of both.
                var ofSmall = Clock(() => Repeat(Medium / Small, () => MarkupDocument.Read(small, dialect)));
                var ofMedium = Clock(() => MarkupDocument.Read(medium, dialect));
                if (round >= 0)
                {
                    (times[0][round], times[1][round]) = (ofSmall * 1e6 / (small.Length * (Medium / Small)), ofMedium * 1e6 / medium.Length);
                }
            }

            var (a, b) = (Ratio.Median(times[0]), Ratio.Median(times[1]));
            var document = MarkupDocument.Read(medium, dialect);
            var bytes = Kept(medium, dialect);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {a:0.0} | {b:0.0} | {b / a:0.00} | {(double)document.Steps / medium.Length:0.00} | {(double)bytes / medium.Length:0.0} |"));
        }

        Console.WriteLine("\n| Page of 10 MB | Decoded from bytes, ms | Reader, ms | All rules over none, ms | All rules / (decoded + read) | Allocated by the reader, MB | by all rules, MB |\n|---|---|---|---|---|---|---|");
        foreach (var (name, make) in Kinds())
        {
            await RulesAsync(name, Encoding.UTF8.GetBytes(make(Large)), settings.Rounds);
        }

        if (settings.Each)
        {
            await EachAsync(settings.Rounds);
        }

        return 0;
    }

    private static async Task RulesAsync(string name, byte[] bytes, int rounds)
    {
        var dialect = MarkupDocument.DialectOf(name)!.Value;
        var (decode, read, rules) = (new double[rounds], new double[rounds], new double[rounds]);
        long ofReader = 0, ofRules = 0;
        for (var round = -1; round < rounds; round++)
        {
            var text = "";
            var decoded = Clock(() => text = Text(bytes).ToString());
            var start = GC.GetTotalAllocatedBytes(precise: true);
            var reader = Clock(() => MarkupDocument.Read(text, dialect));
            ofReader = GC.GetTotalAllocatedBytes(precise: true) - start;
            var none = await AnalyzeAsync([]);
            start = GC.GetTotalAllocatedBytes(precise: true);
            var all = await AnalyzeAsync([new Page("/zorg/" + name, Text(bytes))]);
            ofRules = GC.GetTotalAllocatedBytes(precise: true) - start;
            if (round >= 0)
            {
                (decode[round], read[round], rules[round]) = (decoded, reader, all - none);
            }
        }

        var (d, r, a) = (Ratio.Median(decode), Ratio.Median(read), Ratio.Median(rules));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {d:0} | {r:0} | {a:0} | {a / (d + r):0.00} | {ofReader >> 20} | {ofRules >> 20} |"));
    }

    /// <summary>Every rule by itself, which then reads the page by itself.</summary>
    private static async Task EachAsync(int rounds)
    {
        foreach (var (name, make) in Kinds())
        {
            var bytes = Encoding.UTF8.GetBytes(make(Large));
            Console.WriteLine($"\n| {name} | ms |\n|---|---|");
            foreach (var rule in Analyzers.Rules)
            {
                var times = new double[rounds];
                for (var round = 0; round < rounds; round++)
                {
                    times[round] = await AnalyzeAsync([new Page("/zorg/" + name, Text(bytes))], rule.GetType().Name) - await AnalyzeAsync([], rule.GetType().Name);
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rule.GetType().Name} | {Ratio.Median(times):0} |"));
            }
        }
    }

    /// <summary>The rules as an editor and a build run them, with a project that has nothing but this file.</summary>
    private static async Task<double> AnalyzeAsync(ImmutableArray<AdditionalText> files, string rules = "all")
    {
        var compilation = CSharpCompilation.Create("Page", [CSharpSyntaxTree.ParseText("class C { }")], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary));
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        var found = await compilation.WithAnalyzers(Analyzers.Named(rules), new AnalyzerOptions(files)).GetAnalyzerDiagnosticsAsync();
        var time = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        return found.FirstOrDefault(f => f.Id == "AD0001") is { } crash ? throw new InvalidOperationException(crash.ToString()) : time;
    }

    /// <summary>
    /// Processor time and not that of the clock: on a machine that does other things too, the two differ, and the rules use more
    /// than one processor.
    /// </summary>
    private static double Clock(Action action)
    {
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    /// <summary>What the nodes of a text hold, without the text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Kept(string text, MarkupDialect dialect)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var document = MarkupDocument.Read(text, dialect);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(document);
        return kept;
    }

    private static SourceText Text(byte[] bytes) => SourceText.From(new MemoryStream(bytes), Encoding.UTF8);

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }

    private static IEnumerable<(string Name, Func<int, string> Make)> Kinds() =>
    [
        ("report.html", size => Made(size, "<!doctype html><html lang=nl><head><title>Planning</title></head><body><table>\n", "</table></body></html>", i =>
            $"<tr class=\"r{i % 2}\"><td data-id=\"{i}\"><a href=\"https://zorg.example.be/client/{i}?x=1&amp;y=2\">Cli&euml;nt {i}</a><td>{i % 24:00}:00<td><label><input type=checkbox name=k{i}> Nazorg</label>\n")),
        ("Planning.cshtml", size => Made(size, "@model Zorg.Planning\n<table>\n", "</table>", i =>
            $"@if (Model.Is({i})) {{\n    <tr class=\"r @(Model.Even ? \"a\" : \"b\")\"><td>@Model.Naam[{i}]</td><td><label asp-for=\"Uur\">Uur {i}</label><input asp-for=\"Uur\" type=\"text\" /></td></tr>\n}}\n")),
        ("Planning.xaml", size => Made(size, "<ContentPage xmlns:x=\"http://schemas.microsoft.com/winfx/2009/xaml\"><StackLayout>\n", "</StackLayout></ContentPage>", i =>
            $"  <Grid RowDefinitions=\"Auto,Auto\"><Label Grid.Row=\"0\" Text=\"Afspraak {i} &amp; meer\" /><CheckBox Grid.Row=\"1\" IsChecked=\"{{Binding Rij{i % 50}}}\" x:Name=\"r{i}\" /></Grid>\n")),
    ];

    private static string Made(int size, string head, string tail, Func<int, string> row)
    {
        var text = new StringBuilder(head, size + 1024);
        for (var i = 0; text.Length < size - tail.Length; i++)
        {
            text.Append(row(i));
        }

        return text.Append(tail).ToString();
    }

    private sealed class Page(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
