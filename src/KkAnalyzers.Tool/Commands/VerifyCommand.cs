using System.CommandLine;
using System.Text;
using KkAnalyzers.Reporting.Signing;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk verify dossier.zip --key vendor.pem</c>: whether a dossier is what its vendor signed, and what its inputs give.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var dossier = new Argument<string>("dossier") { Description = terminal[Texts.Get("verify.dossier")] };
        var key = new Option<string?>("--key") { Description = terminal[Texts.Get("verify.key")] };
        var bin = new Option<string?>("--bin") { Description = terminal[Texts.Get("verify.bin")] };
        var commit = new Option<string?>("--commit") { Description = terminal[Texts.Get("verify.commit-option")] };
        var declaration = new Option<string?>("--declaration") { Description = terminal[Texts.Get("verify.declaration-option")] };
        var unsigned = new Option<bool>("--allow-unsigned") { Description = terminal[Texts.Get("verify.allow-unsigned")] };
        var json = new Option<bool>("--json") { Description = terminal[Texts.Get("verify.json")] };
        var command = new Command("verify", terminal[Texts.Get("verify.command")]) { dossier, key, bin, commit, declaration, unsigned, json };
        command.SetAction(parsed => terminal.Guarded(() =>
        {
            using var publicKey = parsed.GetValue(key) is { } path ? VerificationKey.FromFile(path) : null;
            var result = Verifier.Run(parsed.GetRequiredValue(dossier), new VerificationOptions
            {
                Key = publicKey,
                Bin = parsed.GetValue(bin),
                Commit = Commit(parsed.GetValue(commit)),
                Declaration = parsed.GetValue(declaration),
                AllowUnsigned = parsed.GetValue(unsigned),
                Today = terminal.Today,
            });
            return Show(result, parsed.GetValue(json), terminal);
        }));
        return command;
    }

    private static string? Commit(string? commit) =>
        commit is null || (commit.Length >= 7 && commit.All(char.IsAsciiHexDigit)) ? commit : throw new ProblemException("verify.commit-form", ProblemException.Shown(commit));

    private static int Show(VerificationResult result, bool json, Terminal terminal)
    {
        if (json)
        {
            terminal.Out.Write(Encoding.UTF8.GetString(JsonFile.Bytes(result)));
        }
        else
        {
            terminal.Write(terminal.Out, result.Checks);
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(terminal[result.Conclusion]);
        }

        return result.Verdict switch
        {
            VerificationVerdict.Verified => ExitCodes.Success,
            VerificationVerdict.Incomplete => ExitCodes.Incomplete,
            _ => ExitCodes.Verification,
        };
    }
}
