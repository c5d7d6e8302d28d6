using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Tool;

/// <summary>A command line that cannot be understood, in the language of the tool.</summary>
internal static class Misuse
{
    /// <summary>The parser takes an option that it does not know for one more file of a command that takes many.</summary>
    public static bool Is(ParseResult parsed) => parsed.Action is ParseErrorAction || (parsed.Action == parsed.CommandResult.Command.Action && Strays(parsed).Any());

    public static int Report(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        foreach (var problem in Problems(parsed, command).DistinctBy(p => p.En))
            terminal.Report(new ReportMessage("KK9002", "error", null, 0, 0, problem));
        terminal.Error.WriteLine(terminal[Texts.Format("tool.usage.help", Help.Path(command))]);
        return ExitCodes.Usage;
    }

    private static IEnumerable<string> Strays(ParseResult parsed) => parsed.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(r => r.Tokens).Select(t => t.Value).Where(v => v.Length > 1 && v[0] == '-');

    private static IEnumerable<Localized> Problems(ParseResult parsed, Command command)
    {
        var strays = parsed.UnmatchedTokens.Concat(Strays(parsed)).ToArray();
        foreach (var token in strays)
        {
            var near = Similar.To(token, command.Subcommands.Select(c => c.Name).Concat(Help.Options(command).Select(o => o.Name)));
            yield return near.Count > 0
                ? Texts.Format("tool.usage.unknown-similar", token, Help.Path(command), string.Join(", ", near))
                : Texts.Format("tool.usage.unknown", token, Help.Path(command));
        }

        if (strays.Length > 0)
            yield break;
        if (command.Subcommands.Count > 0)
            yield return Texts.Format("tool.usage.command", string.Join(", ", command.Subcommands.Select(c => c.Name)));
        foreach (var option in command.Options.Where(o => o.Required && parsed.GetResult(o) is not { Implicit: false }))
            yield return Texts.Format("tool.usage.required", Help.Label(option));
        foreach (var argument in command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 }))
            yield return Texts.Format("tool.usage.required", Help.Label(argument));
        foreach (var result in parsed.Errors.Select(e => e.SymbolResult).OfType<OptionResult>().Where(r => !r.Implicit))
        {
            yield return result.Tokens.Count == 0
                ? Texts.Format("tool.usage.value", Help.Label(result.Option))
                : Texts.Format("tool.usage.wrong-value", string.Join(" ", result.Tokens), Help.Label(result.Option));
        }

        // Something that this list does not know; the parser's own words are better than none.
        foreach (var error in parsed.Errors.Where(e => e.SymbolResult is not (OptionResult or ArgumentResult or CommandResult)))
            yield return Texts.Same(error.Message);
    }
}
