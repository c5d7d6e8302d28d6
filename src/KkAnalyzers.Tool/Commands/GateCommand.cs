using System.CommandLine;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk gate</c>: may this report pass? The same judgement as that of a build.</summary>
internal static class GateCommand
{
    public static Command Create(Terminal terminal)
    {
        var report = new Argument<string>("report") { Description = terminal[Texts.Get("tool.argument.report")], HelpName = "report.json" };
        var policy = new Option<string>("--policy") { Description = terminal[Texts.Get("tool.gate.policy")], HelpName = "kk.policy.json" };
        var command = new Command("gate", terminal[Texts.Get("tool.gate")]) { report, policy };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(report), parsed.GetValue(policy), terminal));
        return command;
    }

    private static int Run(string file, string? policyFile, Terminal terminal)
    {
        var policy = GatePolicy.Findings;
        if (policyFile is not null)
        {
            var (read, problems) = GatePolicy.Read(policyFile);
            policy = read ?? throw new UsageException([.. problems, Gate.Refused with { Code = "KK9002" }]);
        }

        var report = ReportFile.Read(file);
        var reasons = Gate.Reasons(report, policy);
        foreach (var reason in reasons)
            terminal.Report(reason.Message with { File = file });
        if (reasons.Count > 0)
        {
            terminal.Out.WriteLine(terminal[Texts.Format("tool.gate.closed", reasons.Count)]);
            return reasons.All(r => r.Incomplete) ? ExitCodes.Incomplete : ExitCodes.Gate;
        }

        // An open gate says only as much as the report does.
        foreach (var gap in Gate.Gaps(report))
            terminal.Report(gap.Message with { Code = "KK9003", Severity = "warning", File = file });
        terminal.Out.WriteLine(terminal[Texts.Get("tool.gate.open")]);
        return ExitCodes.Success;
    }
}
