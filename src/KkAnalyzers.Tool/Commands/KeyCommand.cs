using System.CommandLine;
using System.Text;
using KkAnalyzers.Reporting.Signing;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk key create -o key.pem</c>: a key to sign with, for who has no other tool that makes one.</summary>
internal static class KeyCommand
{
    public static Command Create(Terminal terminal) => new("key", terminal[Texts.Get("key.command")]) { CreateCommand(terminal) };

    private static Command CreateCommand(Terminal terminal)
    {
        var output = new Option<string>("--output", "-o") { Description = terminal[Texts.Get("key.output")], Required = true };
        var password = new Option<string?>("--password-env") { Description = terminal[Texts.Get("key.password-env")] };
        var command = new Command("create", terminal[Texts.Get("key.create")]) { output, password };
        command.SetAction(parsed => terminal.Guarded(() =>
        {
            var path = parsed.GetRequiredValue(output);
            var publicPath = Path.ChangeExtension(path, ".pub.pem");
            if (File.Exists(path) || File.Exists(publicPath))
                throw new ProblemException("key.exists", ProblemException.Shown(File.Exists(path) ? path : publicPath));

            using var key = SigningKey.Create();
            Write(path, key.PrivatePem(Verdicts.Variable(parsed.GetValue(password))), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Write(publicPath, key.PublicPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            terminal.Error.WriteLine(terminal[Texts.Format("key.created", ProblemException.Shown(path), ProblemException.Shown(publicPath))]);
            terminal.Out.WriteLine(key.KeyId);
            return ExitCodes.Success;
        }));
        return command;
    }

    /// <summary>The file is never there with wider permissions, nor over another key.</summary>
    private static void Write(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        using var stream = new FileStream(path, options);
        stream.Write(Encoding.ASCII.GetBytes(text));
    }
}
