namespace KkAnalyzers.Tool.Tests;

/// <summary>One command line, as a pipeline runs it: what it printed and what it ended with.</summary>
internal sealed record Kk(int Code, string Out, string Error)
{
    public static Kk Run(params string[] args) => RunIn("en", args);

    public static Kk RunIn(string language, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = KkTool.Run(args, new Terminal(output, error, Interactive: false, Colour: false, language, new DateOnly(2026, 7, 1)));
        return new(code, output.ToString(), error.ToString());
    }
}
