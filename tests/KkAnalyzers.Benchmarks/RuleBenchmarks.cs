using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Benchmarks;

/// <summary>Each rule and all of them against an analyzer that does nothing, on N and 4N files, with allocations.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private Subject _subject = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private int _expected;

    /// <summary>N and 4N.</summary>
    [Params(50, 200)]
    public int Files { get; set; }

    /// <summary>A rule's class, <c>KK43xx</c>, <c>all</c> or <c>empty</c>.</summary>
    [ParamsSource(nameof(Names))]
    public string Analyzer { get; set; } = "empty";

    /// <summary>What can be measured.</summary>
    public static IEnumerable<string> Names => [.. Analyzers.Rules.Select(r => r.GetType().Name), "empty", Analyzers.PersonalData, "all"];

    /// <summary>Parses once and says how many findings there must be: a dead rule looks fast.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _subject = Subject.Generated(Files);
        _analyzers = Analyzers.Named(Analyzer);
        _expected = Files / 10 * _analyzers.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id).Distinct().Count(CareCode.FoundInTenFiles.Contains);
    }

    /// <summary>Binds and analyses from scratch.</summary>
    [Benchmark]
    public async Task<int> Analyse()
    {
        var found = (await Analyzers.RunAsync(_subject, _analyzers)).Length;
        return found == _expected ? found : throw new InvalidOperationException($"{Analyzer}: {found} findings instead of {_expected}");
    }
}
