using System.CommandLine;
using System.CommandLine.Invocation;

namespace KkAnalyzers.Tool;

/// <summary><c>--help</c> in the language of the tool; the parser's own knows no Dutch.</summary>
internal sealed class Help(Terminal terminal) : SynchronousCommandLineAction
{
    private const int Width = 100;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var text = terminal.Out;
        foreach (var line in Wrap(command.Description ?? "", Width))
            text.WriteLine(line);

        Heading("tool.help.usage");
        var parts = new List<string> { Path(command) };
        if (command.Subcommands.Count > 0)
            parts.Add($"<{terminal[Texts.Get("tool.help.command")]}>");
        parts.AddRange(command.Arguments.Where(a => !a.Hidden).Select(Label));
        parts.AddRange(command.Options.Where(o => o is { Hidden: false, Required: true }).Select(Label));
        parts.Add($"[{terminal[Texts.Get("tool.help.option")]}]");
        text.WriteLine("  " + string.Join(' ', parts));

        Table("tool.help.commands", command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description)));
        Table("tool.help.arguments", command.Arguments.Where(a => !a.Hidden).Select(a => (Label(a), a.Description)));
        Table("tool.help.options", Options(command).Where(o => !o.Hidden).Select(o => (string.Join(", ", [.. o.Aliases.Where(a => a is not ("/?" or "/h")).Order(StringComparer.Ordinal), Label(o)]), o.Description)));
        if (command is RootCommand)
            Table("tool.help.exit", Enumerable.Range(0, 5).Select(code => ($"{code}", (string?)terminal[Texts.Get($"tool.exit.{code}")])));
        return ExitCodes.Success;
    }

    /// <summary><c>kk merge</c>.</summary>
    public static string Path(Command command) =>
        command is RootCommand ? "kk" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Path(parent) : "kk")} {command.Name}";

    /// <summary>Options of the command and those that hold for all commands.</summary>
    public static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(Options).Where(o => o.Recursive));

    /// <summary><c>--output &lt;folder&gt;</c>.</summary>
    public static string Label(Option option) => option.ValueType == typeof(bool) || option.HelpName is null ? option.Name : $"{option.Name} <{option.HelpName}>";

    /// <summary><c>&lt;input&gt;…</c>.</summary>
    public static string Label(Argument argument) => $"<{argument.HelpName ?? argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "…" : "")}";

    /// <summary>Breaks at spaces.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
            yield return line;
    }

    private void Heading(string key)
    {
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(terminal[Texts.Get(key)]);
    }

    private void Table(string heading, IEnumerable<(string Left, string? Right)> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
            return;

        Heading(heading);
        var left = all.Max(r => r.Left.Length) + 2;
        foreach (var row in all)
        {
            var first = row.Left;
            foreach (var line in Wrap(row.Right ?? "", Math.Max(40, Width - left - 2)).DefaultIfEmpty(""))
            {
                terminal.Out.WriteLine($"  {first.PadRight(left)}{line}".TrimEnd());
                first = "";
            }
        }
    }
}
