namespace KkAnalyzers.Reporting.Signing;

/// <summary>
/// How much of somebody else's dossier is read. Measured against what this tool writes: a product of 1,000 projects with 100,000
/// findings has files of some 200 MB and 1,020 entries, and repetitive text shrinks to a fiftieth.
/// </summary>
internal static class Limits
{
    /// <summary>Largest zip file, in bytes.</summary>
    public const long ZipBytes = 512L << 20;

    /// <summary>Most entries in a zip file, and most files in a report folder.</summary>
    public const int Entries = 20_000;

    /// <summary>Largest single file, in bytes.</summary>
    public const long FileBytes = 512L << 20;

    /// <summary>All files of a dossier together, in bytes.</summary>
    public const long TotalBytes = 2L << 30;

    /// <summary>How much smaller than its content an entry may be, once the content is over <see cref="FreeBytes"/>.</summary>
    public const int Ratio = 200;

    /// <summary>Content up to this size, in bytes, may be as small in the zip as it likes.</summary>
    public const long FreeBytes = 1L << 20;

    /// <summary>Largest signature file and largest manifest, in bytes.</summary>
    public const int EnvelopeBytes = 16 << 20;

    /// <summary>Deepest nesting of a signature file, a statement and a manifest.</summary>
    public const int Depth = 16;

    /// <summary>Longest name of a file in a dossier, in characters.</summary>
    public const int NameLength = 240;
}
