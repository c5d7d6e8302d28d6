using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>The eight states, from worst to best: a roll-up takes the first that occurs.</summary>
public enum State
{
    /// <summary>A breach was seen, or a finding was silenced without a reason.</summary>
    Finding,

    /// <summary>Nobody looked: switched off, crashed, skipped, not loaded, or no rule exists. The default.</summary>
    NotEvaluated,

    /// <summary>A rule ran, but its silence says nothing.</summary>
    Undecided,

    /// <summary>A human must weigh it.</summary>
    NeedsHuman,

    /// <summary>Breaches exist and each is excepted with a reason.</summary>
    AcceptedException,

    /// <summary>The vendor declares evidence that is present and in date.</summary>
    VendorEvidence,

    /// <summary>Rules ran over the listed inputs and saw nothing.</summary>
    CheckedClean,

    /// <summary>There is nothing of the kind in the inputs, or the vendor declares so with a reason.</summary>
    NotApplicable,
}

/// <summary>Something the build says to its user: KK9002 … KK9005.</summary>
/// <param name="Code">Rule id.</param>
/// <param name="Severity"><c>warning</c> or <c>error</c>.</param>
/// <param name="File">File it is about: a full path in what a build gets, relative to the root inside a report; null when there is none.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
/// <param name="Text">What is the matter.</param>
public sealed record ReportMessage(string Code, string Severity, string? File, int Line, int Column, Localized Text);

/// <summary>One project in one target framework.</summary>
public sealed record ProjectInfo
{
    /// <summary>Path of the project file, relative to the root, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the project.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the built assembly.</summary>
    public string? Assembly { get; init; }

    /// <summary>Target framework.</summary>
    public string? Framework { get; init; }

    /// <summary>Build configuration.</summary>
    public string? Configuration { get; init; }

    /// <summary>Kind of output: Exe, Library …</summary>
    public string? OutputType { get; init; }

    /// <summary>Mode of the rules: none, recommended, strict.</summary>
    public string? Mode { get; init; }

    /// <summary>Version of the compiler's analyzer interface.</summary>
    public string? CompilerApiVersion { get; init; }

    /// <summary>Name and version of the compiler that wrote the log.</summary>
    public string? Compiler { get; init; }

    /// <summary>Commit that was built.</summary>
    public string? Commit { get; init; }

    /// <summary>The work tree held changes that are in no commit; null when nobody looked.</summary>
    public bool? TreeDirty { get; init; }

    /// <summary>Public address of the repository.</summary>
    public string? RepositoryUrl { get; init; }

    /// <summary>It writes the product report.</summary>
    public bool IsHead { get; init; }

    /// <summary>Tests: listed, does not count.</summary>
    public bool IsTest { get; init; }

    /// <summary>Number of C# files.</summary>
    public int SourceFiles { get; init; }

    /// <summary>The compilation had no error.</summary>
    public bool Compiled { get; init; }

    /// <summary>At least one of our rules left a record in this compilation.</summary>
    public bool Analysed { get; init; }

    /// <summary>File name of the built assembly.</summary>
    public string? Output { get; init; }

    /// <summary>SHA-256 of the built assembly, lower-case hexadecimal.</summary>
    public string? OutputSha256 { get; init; }

    /// <summary>SHA-256 of the declaration that this project read.</summary>
    public string? DeclarationSha256 { get; init; }

    /// <summary>Name and target framework, as people read it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Label => Framework is null ? Name : $"{Name} ({Framework})";
}

/// <summary>What one rule did in one compilation.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="State">What its record, findings and silence amount to.</param>
/// <param name="ReasonCode">Stable name of the reason.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Inspected">How many things it looked at.</param>
/// <param name="NotFollowed">How many it gave up on.</param>
/// <param name="Failed">How many of its callbacks crashed.</param>
/// <param name="Findings">Open findings.</param>
/// <param name="Excepted">Findings that are excepted with a reason.</param>
/// <param name="Unjustified">Findings that are silenced without a reason.</param>
/// <param name="Beneath">In fragments: what would hold if its findings were accepted, where that is neither clean nor accepted.</param>
public sealed record RuleOutcome(
    string Rule,
    State State,
    string ReasonCode,
    Localized Reason,
    int Inspected = 0,
    int NotFollowed = 0,
    int Failed = 0,
    int Findings = 0,
    int Excepted = 0,
    int Unjustified = 0,
    OutcomeReason? Beneath = null);

/// <param name="State">not-evaluated or undecided.</param>
/// <param name="Code">Stable name of the reason.</param>
/// <param name="Text">The reason in words.</param>
public sealed record OutcomeReason(State State, string Code, Localized Text);

/// <summary>A place where a rule reports.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Level">SARIF level: error, warning or note.</param>
/// <param name="Status"><c>open</c>, <c>excepted</c> (silenced with a reason) or <c>unjustified</c> (silenced without one).</param>
/// <param name="File">Path relative to the root.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
/// <param name="Message">The message, written again in each language.</param>
/// <param name="Projects">Compilations it was seen in.</param>
/// <param name="Fingerprint">Identity that survives a move to another line: SHA-256 over rule, path, normalised text of the line and ordinal; 32 hexadecimal digits.</param>
/// <param name="Baseline"><c>legacy</c> or <c>accepted</c> where the baseline names it; it still counts against its criterion.</param>
public sealed record Finding(
    string Rule, string Level, string Status, string? File, int Line, int Column, Localized Message, IReadOnlyList<string> Projects,
    string? Fingerprint = null, string? Baseline = null);

/// <summary>Something that keeps a rule, or one finding of it, from showing.</summary>
/// <param name="Rule">Rule id, or AD0001 for the compiler's report of a crashed analyzer.</param>
/// <param name="Kind"><c>attribute</c>, <c>pragma</c>, <c>suppressor</c>, <c>config</c>, <c>no-warn</c>, <c>nuget-audit</c>, <c>declaration</c> or <c>baseline</c>.</param>
/// <param name="Justification">The reason that was written, if any.</param>
/// <param name="Justified">False where no real reason was written.</param>
/// <param name="File">Place of the silenced finding, for a single one.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Message">The silenced finding, or what was switched off.</param>
/// <param name="Projects">Compilations it holds for.</param>
/// <param name="Owner">Who answers for it; only a declaration and a baseline say so.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="Created">yyyy-MM-dd, since when it exists.</param>
/// <param name="Until">yyyy-MM-dd, the last day on which it counts.</param>
/// <param name="Expired">That day has passed: it has no effect any more.</param>
public sealed record RuleException(
    string Rule, string Kind, string? Justification, bool Justified, string? File, int Line, Localized Message, IReadOnlyList<string> Projects,
    string? Owner = null, string? ApprovedBy = null, string? Created = null, string? Until = null, bool Expired = false);

/// <summary>A row of an inventory, such as an endpoint.</summary>
/// <param name="Inventory">Name of the inventory.</param>
/// <param name="Rule">Rule that saw it.</param>
/// <param name="File">Path relative to the root.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Columns">Value of each column.</param>
/// <param name="Projects">Compilations it was seen in.</param>
/// <param name="Keys">In fragments: key of the catalogue's text of each column that is such a text, to count on. Null when there is none.</param>
public sealed record InventoryRow(
    string Inventory, string Rule, string? File, int Line, IReadOnlyDictionary<string, Localized> Columns, IReadOnlyList<string> Projects,
    IReadOnlyDictionary<string, string>? Keys = null)
{
    /// <summary>A column that is the same in every language; null when it is empty or not there.</summary>
    internal string? Text(string column) => Columns.TryGetValue(column, out var value) && value.En.Length > 0 ? value.En : null;
}
