using System.CommandLine;
using System.Globalization;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk baseline create|prune</c>: the findings that a gate lets pass. What is legacy only shrinks.</summary>
internal static class BaselineCommand
{
    public static Command Create(Terminal terminal) => new("baseline", terminal[Texts.Get("tool.baseline")])
    {
        CreateCommand(terminal),
        PruneCommand(terminal),
    };

    private static Command CreateCommand(Terminal terminal)
    {
        var report = new Argument<string>("report") { Description = terminal[Texts.Get("tool.report")] };
        var output = Output(terminal);
        var force = new Option<bool>("--force") { Description = terminal[Texts.Get("tool.baseline.force")] };
        var command = new Command("create", terminal[Texts.Get("tool.baseline.create")]) { report, output, force };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(output);
            if (File.Exists(path) && !parsed.GetValue(force))
                return Problem(terminal, path, "tool.baseline.exists", path);

            var baseline = Baseline.Of(Report.Read(parsed.GetRequiredValue(report)), terminal.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            JsonFile.WriteIfDifferent(path, baseline.ToJson());
            terminal.Error.WriteLine(terminal[Texts.Format("tool.baseline.created", Visible.Text(path), baseline.Entries.Count)]);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command PruneCommand(Terminal terminal)
    {
        var report = new Argument<string>("report") { Description = terminal[Texts.Get("tool.report")] };
        var output = Output(terminal);
        var check = new Option<bool>("--check") { Description = terminal[Texts.Get("tool.baseline.check")] };
        var command = new Command("prune", terminal[Texts.Get("tool.baseline.prune")]) { report, output, check };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(output);
            var baseline = Baseline.Read(path);
            foreach (var problem in baseline.Problems)
                terminal.Report(problem with { Severity = "error" });
            // What could not be read would be lost.
            if (baseline.Problems.Count > 0)
                return ExitCodes.Usage;

            var made = Report.Read(parsed.GetRequiredValue(report));
            if (!made.Summary.Complete)
            {
                // A finding that nobody looked for is not gone.
                Problem(terminal, path, "tool.baseline.incomplete");
                return ExitCodes.Incomplete;
            }

            var pruned = baseline.Prune(made);
            var stale = baseline.Entries.Except(pruned.Entries).ToArray();
            foreach (var entry in stale)
                terminal.Out.WriteLine($"{Visible.Text(entry.Rule)}  {Visible.Text(entry.File)}  {entry.Fingerprint}");
            if (parsed.GetValue(check))
                return stale.Length == 0 ? ExitCodes.Success : ExitCodes.Gate;

            JsonFile.WriteIfDifferent(path, pruned.ToJson());
            terminal.Error.WriteLine(terminal[Texts.Format("tool.baseline.pruned", Visible.Text(path), stale.Length, pruned.Entries.Count)]);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Option<string> Output(Terminal terminal) =>
        new("--baseline", "-b") { Description = terminal[Texts.Get("tool.baseline.file")], DefaultValueFactory = _ => "kk.baseline.json" };

    private static int Problem(Terminal terminal, string file, string key, params object[] args)
    {
        terminal.Report(new ReportMessage("KK9002", "error", file, 0, 0, Texts.Format(key, args)));
        return ExitCodes.Usage;
    }
}
