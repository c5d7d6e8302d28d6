namespace KkAnalyzers.Reporting;

/// <summary>
/// What one compilation contributes to a report. Holds facts, not verdicts on criteria, so that fragments can be rolled up in
/// any order and grouping.
/// </summary>
public sealed record Fragment : IVersioned
{
    /// <summary>Version of this format.</summary>
    public int FormatVersion { get; init; } = JsonFile.Version;

    /// <summary>Tool that wrote it.</summary>
    public required ToolInfo Tool { get; init; }

    /// <summary>The compilation.</summary>
    public required ProjectInfo Project { get; init; }

    /// <summary>Every rule that the compiler or the build was expected to run, by id.</summary>
    public IReadOnlyList<RuleOutcome> Rules { get; init; } = [];

    /// <summary>Findings, silenced ones included.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What keeps rules or findings from showing.</summary>
    public IReadOnlyList<RuleException> Exceptions { get; init; } = [];

    /// <summary>Inventory rows.</summary>
    public IReadOnlyList<InventoryRow> Inventories { get; init; } = [];

    /// <summary>Mapped rules of other analyzers that ran or found something.</summary>
    public IReadOnlyList<OtherRuleCount> OtherRules { get; init; } = [];

    /// <summary>What the tool says about itself.</summary>
    public IReadOnlyList<ReportMessage> Problems { get; init; } = [];

    /// <summary>Referenced projects that delivered no fragment, relative to the root.</summary>
    public IReadOnlyList<string> MissingProjects { get; init; } = [];

    /// <summary>The declaration, when there is one.</summary>
    public DeclarationData? Declaration { get; init; }

    /// <summary>Writes the fragment; leaves an equal file alone.</summary>
    /// <returns>True when the file was written.</returns>
    public bool Write(string path) => JsonFile.WriteIfDifferent(path, this);

    /// <summary>Reads a fragment.</summary>
    /// <exception cref="UnreadableFileException">The file is no fragment that this version understands.</exception>
    public static Fragment Read(string path) => JsonFile.Read<Fragment>(path);
}

/// <summary>A mapped rule of another analyzer in this compilation.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Ran">It was loaded, on, and the compilation had no error.</param>
/// <param name="Findings">Results that are not silenced.</param>
/// <param name="Excepted">Results that are excepted with a reason.</param>
/// <param name="Unjustified">Results that are silenced without a reason.</param>
public sealed record OtherRuleCount(string Rule, bool Ran, int Findings, int Excepted = 0, int Unjustified = 0);

/// <summary>A fragment, and what the build has to tell its user about it.</summary>
/// <param name="Fragment">The fragment.</param>
/// <param name="Messages">Warnings; their files are full paths.</param>
/// <param name="FilesRead">Full paths of the files that rules of the build read: while none of them changes, the fragment holds.</param>
public sealed record FragmentResult(Fragment Fragment, IReadOnlyList<ReportMessage> Messages, IReadOnlyList<string> FilesRead);
