using System.CommandLine;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk evidence check</c>: where the evidence of a declaration stands today.</summary>
internal static class EvidenceCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("path") { Description = terminal[Texts.Get("tool.evidence.path")], DefaultValueFactory = _ => "." };
        var check = new Command("check", terminal[Texts.Get("tool.evidence.check")]) { path };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(path), terminal));
        return new Command("evidence", terminal[Texts.Get("tool.evidence")]) { check };
    }

    private static int Check(string path, Terminal terminal)
    {
        if (EvidenceCheck.Find(path) is not { } file)
        {
            terminal.Report(new ReportMessage("KK9002", "error", null, 0, 0, Texts.Format("tool.evidence.no-declaration", path)));
            return ExitCodes.Usage;
        }

        var check = EvidenceCheck.Of(file, terminal.Today);
        foreach (var problem in check.Problems)
            terminal.Report(problem);
        if (!check.Readable)
            return ExitCodes.Usage;

        foreach (var evidence in check.Evidence)
            Show(evidence, terminal);
        var rows = check.Evidence.Select(e => e.Row).ToArray();
        terminal.Out.WriteLine(terminal[rows.Length == 0
            ? Texts.Get("evidence.none")
            : Texts.Format("tool.evidence.sum", rows.Length, rows.Count(r => r.Valid), rows.Count(r => r is { Valid: true, Expiring: true }), rows.Count(r => !r.Valid))]);
        if (!check.InOrder)
            return ExitCodes.Incomplete;
        // What has no effect may be the evidence that somebody counts on.
        return check.Problems.Any(p => p.Code == "KK9002") ? ExitCodes.Usage : ExitCodes.Success;
    }

    private static void Show(CheckedEvidence evidence, Terminal terminal)
    {
        var data = evidence.Row.Evidence;
        terminal.Out.WriteLine($"{evidence.Row.Criterion}  {Visible.Text(data.Title ?? "?")}");
        Line(Texts.Get("evidence.status." + (evidence.Row.Expired ? "expired" : data.Status)), Owner(data), End(evidence));
        Line(Texts.Same(data.File ?? data.Link ?? "?"));
        if (evidence.Sha256 is { } actual)
            Line(data.Sha256 is null ? Texts.Format("tool.evidence.suggest", actual) : data.Sha256 == actual ? Texts.Same("SHA-256 " + actual) : Texts.Format("tool.evidence.changed", actual));

        void Line(params Localized[] parts) => terminal.Out.WriteLine("       " + Visible.Text(terminal[Texts.Join("; ", parts)].ReplaceLineEndings(" ")));
    }

    private static Localized Owner(EvidenceData data) => string.IsNullOrWhiteSpace(data.Owner) ? Texts.Get("tool.evidence.no-owner") : Texts.Format("tool.evidence.owner", data.Owner);

    private static Localized End(CheckedEvidence evidence) => evidence.DaysLeft switch
    {
        null => Texts.Get("tool.evidence.no-end"),
        >= 0 and var left => Texts.Format("tool.evidence.left", evidence.Row.Evidence.ValidUntil!, left),
        var past => Texts.Format("tool.evidence.past", evidence.Row.Evidence.ValidUntil!, -past.Value),
    };
}
