using System.CommandLine;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk merge</c>: the fragments of many builds, also of many machines, become one report of the product.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal terminal)
    {
        var inputs = new Argument<string[]>("inputs") { Description = terminal[Texts.Get("tool.merge.inputs")], HelpName = terminal[Texts.Get("tool.help.files")], Arity = ArgumentArity.OneOrMore };
        var output = SharedOptions.Output(terminal, "tool.merge.output", "tool.help.folder");
        output.Required = true;
        var languages = SharedOptions.Languages(terminal);
        var solution = Text("--solution", "tool.merge.solution", "X.sln|X.slnx");
        var root = Text("--root", "tool.merge.root", terminal[Texts.Get("tool.help.folder")]);
        var allowMixed = new Option<bool>("--allow-mixed") { Description = terminal[Texts.Get("tool.merge.allow-mixed")] };
        var previous = Text("--previous", "tool.merge.previous", "report.json");
        var baseline = Text("--baseline", "tool.baseline.file", "kk.baseline.json");
        var timestamp = Text("--timestamp", "tool.merge.timestamp", "2026-01-31T12:00:00Z");
        var asOf = SharedOptions.AsOf(terminal);

        var command = new Command("merge", terminal[Texts.Get("tool.merge")]) { inputs, output, languages, solution, root, allowMixed, previous, baseline, timestamp, asOf };
        command.SetAction(parsed => Run(
            FragmentFiles.Find(parsed.GetRequiredValue(inputs)),
            parsed.GetRequiredValue(output),
            SharedOptions.ReadLanguages(parsed.GetValue(languages)),
            parsed.GetValue(allowMixed),
            new RollUpOptions
            {
                Previous = parsed.GetValue(previous) is { } earlier ? EarlierReport.Read(earlier) : null,
                Baseline = parsed.GetValue(baseline) is { } file ? ReadBaseline(file) : null,
                Today = SharedOptions.Day(parsed.GetValue(asOf), terminal),
                Timestamp = SharedOptions.Timestamp(parsed.GetValue(timestamp)),
                ExpectedProjects = parsed.GetValue(solution) is { } sln ? SolutionProjects.Read(sln, parsed.GetValue(root)) : [],
            },
            terminal));
        return command;

        Option<string> Text(string name, string key, string help) => new(name) { Description = terminal[Texts.Get(key)], HelpName = help };
    }

    /// <summary>A baseline that somebody names must be readable: a gate would otherwise close for reasons that nobody sees.</summary>
    private static Baseline ReadBaseline(string path)
    {
        var baseline = Baseline.Read(path);
        return baseline.Problems.Count == 0 ? baseline : throw new UsageException([.. baseline.Problems.Select(p => p with { Severity = "error" })]);
    }

    private static int Run(IReadOnlyList<string> files, string directory, IReadOnlyList<string> languages, bool allowMixed, RollUpOptions options, Terminal terminal)
    {
        if (File.Exists(directory))
            throw new UsageException("tool.output.is-file", directory);

        var origins = new Origins();
        var report = RollUp.Merge(terminal.Watch(files, "tool.progress.read").Select(f => origins.Noted(Fragment.Read(f))), options);
        if (!allowMixed)
            origins.RefuseMixed();
        foreach (var doubt in origins.Doubts())
            terminal.Report(doubt);

        terminal.Stop.ThrowIfCancellationRequested();
        ReportFolder.Write(directory, report, languages);
        ReportFolder.CopyInputs(directory, terminal.Watch(files, "tool.progress.copy"), options);

        // What is missing is said below, as the gate says it.
        foreach (var message in report.Messages.Where(m => m.Code != "KK9003"))
            terminal.Report(message);
        var gaps = Gate.Gaps(report);
        foreach (var gap in gaps)
            terminal.Report(gap.Message with { Code = "KK9003", Severity = "warning" });
        foreach (var line in ConsoleSummary.Lines(report, terminal.Language))
            terminal.Out.WriteLine(line);
        var page = languages.Contains(terminal.Language) ? terminal.Language : languages[0];
        terminal.Out.WriteLine($"KkAnalyzers -> {Visible.Text(Path.GetFullPath(Path.Combine(directory, ReportFolder.Page(page))))}");
        return report.Summary.Complete && gaps.Count == 0 ? ExitCodes.Success : ExitCodes.Incomplete;
    }
}
