namespace KkAnalyzers.Tool;

/// <summary>What somebody asked for cannot be done; ends the command with <see cref="ExitCodes.Usage"/>.</summary>
internal sealed class UsageException(IReadOnlyList<ReportMessage> problems) : Exception(problems[0].Text.En)
{
    public UsageException(string key, params object[] args)
        : this([Problem(key, args)])
    {
    }

    /// <summary>Each on its own line.</summary>
    public IReadOnlyList<ReportMessage> Problems { get; } = problems;

    /// <summary>A problem that has no place in a file.</summary>
    public static ReportMessage Problem(string key, params object[] args) => new("KK9002", "error", null, 0, 0, Texts.Format(key, args));
}
