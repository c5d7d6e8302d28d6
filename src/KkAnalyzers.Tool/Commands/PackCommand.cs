using System.CommandLine;
using KkAnalyzers.Reporting.Signing;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk pack kwaliteitskader -o dossier.zip --evidence</c>: everything that a buyer needs, in one file.</summary>
internal static class PackCommand
{
    private const string DeclarationName = "kwaliteitskader.json";

    public static Command Create(Terminal terminal)
    {
        var report = new Argument<string>("report") { Description = terminal[Texts.Get("pack.report")] };
        var output = new Option<string>("--output", "-o") { Description = terminal[Texts.Get("pack.output")], Required = true };
        var evidence = new Option<bool>("--evidence") { Description = terminal[Texts.Get("pack.evidence")] };
        var declaration = new Option<string?>("--declaration") { Description = terminal[Texts.Get("pack.declaration")] };
        var timestamp = new Option<string?>("--timestamp") { Description = terminal[Texts.Get("pack.timestamp")] };
        var command = new Command("pack", terminal[Texts.Get("pack.command")]) { report, output, evidence, declaration, timestamp };
        command.SetAction(parsed => terminal.Guarded(() =>
        {
            var folder = parsed.GetRequiredValue(report);
            var path = parsed.GetValue(declaration) ?? (parsed.GetValue(evidence) ? Above(folder) : null);
            var time = parsed.GetValue(timestamp) is { } text ? Verdicts.Time(text) : Packer.FirstDay;
            return Show(Packer.Pack(folder, parsed.GetRequiredValue(output), path, time), parsed.GetRequiredValue(output), terminal);
        }));
        return command;
    }

    /// <summary>The nearest declaration upwards from the report, as a build looks for it upwards from the project.</summary>
    private static string Above(string folder)
    {
        for (var directory = new DirectoryInfo(Path.GetFullPath(folder)); directory is not null; directory = directory.Parent)
        {
            if (Path.Combine(directory.FullName, DeclarationName) is var path && File.Exists(path))
                return path;
        }

        throw new ProblemException("pack.no-declaration", ProblemException.Shown(folder));
    }

    private static int Show(PackResult result, string target, Terminal terminal)
    {
        terminal.Write(terminal.Error, [.. result.Checks.Where(c => c.Result != CheckResult.Ok)]);
        if (result.Manifest is not { } manifest)
        {
            terminal.Error.WriteLine(terminal[Texts.Get("pack.refused")]);
            return result.Checks.All(c => c.Result != CheckResult.NotOk || c.About == EvidenceFiles.Missing) ? ExitCodes.Incomplete : ExitCodes.Verification;
        }

        terminal.Error.WriteLine(terminal[Texts.Format("pack.packed", manifest.Entries.Count, manifest.Entries.Count(e => e.Part == DossierPart.Evidence))]);
        terminal.Out.WriteLine(Visible.Text(target));
        return ExitCodes.Success;
    }
}
