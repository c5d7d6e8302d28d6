using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KkAnalyzers.Benchmarks;
using KkAnalyzers.Benchmarks.Comparison;

if (args is ["compare"])
{
    return await ComparisonPage.RunAsync();
}

// `-- ratio [files] [rounds]`: the figures of docs/performance.md. Anything else goes to BenchmarkDotNet (`-- --filter *`).
if (args is ["ratio", ..])
{
    return await Ratio.RunAsync(
        args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 200,
        args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 15);
}

// In-process: the analyzers and Roslyn are loaded once, as in a compiler server.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(RuleBenchmarks).Assembly).Run(args, config);
return 0;
