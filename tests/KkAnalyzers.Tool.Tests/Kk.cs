namespace KkAnalyzers.Tool.Tests;

/// <summary>One command line, as a pipeline runs it: what it printed and what it ended with.</summary>
internal sealed record Kk(int Code, string Out, string Error)
{
    public static Kk Run(params string[] args) => RunIn("en", args);

    public static Kk RunIn(string language, params string[] args) => RunOn(t => t with { Language = language }, args);

    /// <summary>On a terminal that differs from that of a pipeline.</summary>
    public static Kk RunOn(Func<Terminal, Terminal> change, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(output, error, Interactive: false, Colour: false, "en", new DateOnly(2026, 7, 1));
        return new(KkTool.Run(args, change(terminal)), output.ToString(), error.ToString());
    }

    /// <summary>Ended as expected; the message of a failed test shows what was said.</summary>
    public Kk Ends(int code)
    {
        Assert.True(Code == code, $"ended with {Code}:\n{Out}\n{Error}");
        return this;
    }

    /// <summary>Says it on standard error, and shows no inside of the tool.</summary>
    public Kk Says(params string[] texts)
    {
        foreach (var text in texts)
            Assert.Contains(text, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error + Out, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", Error + Out, StringComparison.Ordinal);
        return this;
    }
}
