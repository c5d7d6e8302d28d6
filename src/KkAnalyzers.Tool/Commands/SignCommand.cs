using System.CommandLine;
using KkAnalyzers.Reporting.Signing;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk sign kwaliteitskader --key key.pem</c>: says with a signature which report belongs to which commit and which assemblies.</summary>
internal static class SignCommand
{
    public static Command Create(Terminal terminal)
    {
        var report = new Argument<string>("report") { Description = terminal[Texts.Get("sign.report")] };
        var key = new Option<string?>("--key") { Description = terminal[Texts.Get("sign.key")] };
        var variable = new Option<string?>("--key-env") { Description = terminal[Texts.Get("sign.key-env")] };
        var password = new Option<string?>("--password-env") { Description = terminal[Texts.Get("sign.password-env")] };
        var built = new Option<string[]>("--assemblies", "--bin") { Description = terminal[Texts.Get("sign.assemblies")], AllowMultipleArgumentsPerToken = true };
        var timestamp = new Option<string?>("--timestamp") { Description = terminal[Texts.Get("sign.timestamp")] };
        var command = new Command("sign", terminal[Texts.Get("sign.command")]) { report, key, variable, password, built, timestamp };
        command.SetAction(parsed => terminal.Guarded(() =>
        {
            if (parsed.GetValue(timestamp) is { } time)
                Verdicts.Time(time);
            using var signer = Key(parsed.GetValue(key), parsed.GetValue(variable), Verdicts.Variable(parsed.GetValue(password)));
            var files = parsed.GetValue(built) is { Length: > 0 } patterns ? Verdicts.Files(patterns).ToArray() : null;
            return Run(ReportSigner.Sign(parsed.GetRequiredValue(report), signer, files, parsed.GetValue(timestamp)), signer, terminal);
        }));
        return command;
    }

    private static SigningKey Key(string? file, string? variable, string? password) => (file, variable) switch
    {
        ({ } path, null) => SigningKey.FromFile(path, password),
        (null, { } name) => SigningKey.FromVariable(name, password),
        _ => throw new ProblemException("sign.which-key"),
    };

    private static int Run(SigningResult result, SigningKey key, Terminal terminal)
    {
        terminal.Write(terminal.Error, [.. result.Checks.Where(c => c.Result != CheckResult.Ok)]);
        if (result is not { Path: { } path, Statement: { } statement })
        {
            terminal.Error.WriteLine(terminal[Texts.Get("sign.refused")]);
            return ExitCodes.Verification;
        }

        terminal.Error.WriteLine(terminal[Texts.Format(
            "sign.signed", statement.Subject.Count(s => s.Commit is not null), statement.Predicate.Assemblies.Count, statement.Predicate.Reports.Count, key.KeyId)]);
        terminal.Out.WriteLine(Visible.Text(path));
        return ExitCodes.Success;
    }
}
