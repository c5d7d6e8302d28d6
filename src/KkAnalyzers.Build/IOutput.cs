namespace KkAnalyzers.Build;

/// <summary>Where a command says what it found: MSBuild's log, or standard output of the child process.</summary>
internal interface IOutput
{
    void Line(string text);

    /// <param name="isError">Errors fail the build; only the gate, and a report that cannot be written, use them.</param>
    /// <param name="code">Rule id.</param>
    /// <param name="file">Full path, or null when there is no place to point to.</param>
    /// <param name="line">One-based; 0 for the whole file.</param>
    /// <param name="column">One-based; 0 for the whole line.</param>
    /// <param name="text">The message.</param>
    void Report(bool isError, string code, string? file, int line, int column, string text);
}
