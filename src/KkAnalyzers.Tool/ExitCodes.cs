namespace KkAnalyzers.Tool;

/// <summary>What <c>kk</c> ends with, so that a pipeline can tell the cases apart.</summary>
internal static class ExitCodes
{
    /// <summary>Done; the gate is open; everything verified.</summary>
    public const int Success = 0;

    /// <summary>The gate is closed.</summary>
    public const int Gate = 1;

    /// <summary>Wrong arguments, or a file that cannot be read or written.</summary>
    public const int Usage = 2;

    /// <summary>Evidence is incomplete: analyzers that did not run, a project or a file that is missing.</summary>
    public const int Incomplete = 3;

    /// <summary>Something is not what was signed.</summary>
    public const int Verification = 4;

    /// <summary>Somebody pressed Ctrl+C, as shells count it.</summary>
    public const int Stopped = 130;
}
