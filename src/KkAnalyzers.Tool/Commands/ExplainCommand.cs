using System.CommandLine;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk explain KK4301</c>, <c>kk explain T4.09b</c>: what a rule or a criterion is about.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = terminal[Texts.Get("tool.explain.id")] };
        var command = new Command("explain", terminal[Texts.Get("tool.explain")]) { id };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(id), terminal));
        return command;
    }

    private static int Run(string id, Terminal terminal)
    {
        var rule = Catalogue.Instance.Rules.FirstOrDefault(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        if (rule is null)
        {
            terminal.Report(new ReportMessage("KK9002", "error", null, 0, 0, Texts.Format("tool.explain.unknown", id)));
            return ExitCodes.Usage;
        }

        terminal.Out.WriteLine($"{rule.Id}  {terminal[rule.Title]}");
        return ExitCodes.Success;
    }
}
