using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KkAnalyzers.Benchmarks;
using KkAnalyzers.Benchmarks.Comparison;

// docs/performance.md and docs/comparison.md say what each is for. Anything else goes to BenchmarkDotNet (`-- --filter *`).
switch (args)
{
    case ["compare"]:
        return await ComparisonPage.RunAsync();
    case ["ratio", .. var rest]:
        return await Ratio.RunAsync(Settings.Parse(rest, files: 80, rounds: 5));
    case ["memory", .. var rest]:
        return await Memory.RunAsync(Settings.Parse(rest, files: 60, rounds: 3), rest);
    case [Memory.Child, var key, .. var rest]:
        return await Memory.MeasureAsync(key, Settings.Parse(rest, files: 60, rounds: 3));
    case ["report", .. var rest]:
        return await Merging.RunAsync(rest);
    case [Merging.Child, var fragments, var output]:
        return Merging.Measure(fragments, output);
    case ["markup", .. var rest]:
        return await MarkupPages.RunAsync(Settings.Parse(rest, files: 0, rounds: 5));
    case ["scale", .. var rest]:
        return await Scale.RunAsync(Settings.Parse(rest, files: 30, rounds: 5));
}

// In-process: the analyzers and Roslyn are loaded once, as in a compiler server.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(RuleBenchmarks).Assembly).Run(args, config);
return 0;
