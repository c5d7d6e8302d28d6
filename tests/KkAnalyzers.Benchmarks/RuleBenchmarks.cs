using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Benchmarks;

/// <summary>Each rule and all of them against an analyzer that does nothing, on N and 4N files, with allocations.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private int _expected;

    /// <summary>N and 4N.</summary>
    [Params(50, 200)]
    public int Files { get; set; }

    /// <summary>A rule's class, <c>all</c> or <c>empty</c>.</summary>
    [ParamsSource(nameof(Names))]
    public string Analyzer { get; set; } = "empty";

    /// <summary>What can be measured.</summary>
    public static IEnumerable<string> Names => [.. Analyzers.Rules.Select(r => r.GetType().Name), "empty", "all"];

    /// <summary>Parses once and says how many findings there must be: a dead rule looks fast.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _compilation = CareCode.Create(Files);
        _analyzers = Analyzers.Named(Analyzer);
        _expected = Analyzer switch
        {
            "all" => Files / 10 * CareCode.FindingsPerTenFiles,
            "KK3201Analyzer" or "PersonalDataFlowAnalyzer" or "KK4501Analyzer" => Files / 10,
            _ => 0,
        };
    }

    /// <summary>Binds and analyses from scratch.</summary>
    [Benchmark]
    public async Task<int> Analyse()
    {
        var found = await Analyzers.RunAsync(_compilation, _analyzers);
        return found == _expected ? found : throw new InvalidOperationException($"{Analyzer}: {found} findings instead of {_expected}");
    }
}
