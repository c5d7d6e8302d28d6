using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// The report: the source of truth that every other format is made from. Self-contained (each text in three languages), sorted,
/// with relative paths, without a clock.
/// </summary>
public sealed record Report : IVersioned
{
    /// <summary>Version of this format; <c>schema/report.schema.json</c> describes it.</summary>
    public int FormatVersion { get; init; } = JsonFile.Version;

    /// <summary>Tool and rule set.</summary>
    public required ToolInfo Tool { get; init; }

    /// <summary>The framework and this project's reading of it.</summary>
    public required FrameworkInfo Framework { get; init; }

    /// <summary>Time of making, only when somebody asked for one.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Day (yyyy-MM-dd) against which end dates were judged; null where nothing has an end date.</summary>
    public string? AsOf { get; init; }

    /// <summary>Who states what is declared.</summary>
    public StatementData? Statement { get; init; }

    /// <summary>Parts of the product that are declared out of scope.</summary>
    public IReadOnlyList<OutOfScopeData> OutOfScope { get; init; } = [];

    /// <summary>Selection of criteria for the declared context; null when no context is declared.</summary>
    public ProfileInfo? Profile { get; init; }

    /// <summary>The declared product; null when nothing was declared.</summary>
    public ProductData? Product { get; init; }

    /// <summary>Declared intended use.</summary>
    public IntendedUseData? IntendedUse { get; init; }

    /// <summary>Context, declared beside detected.</summary>
    public IReadOnlyList<ContextRow> Context { get; init; } = [];

    /// <summary>Declarations that were read.</summary>
    public IReadOnlyList<FileDigest> Declarations { get; init; } = [];

    /// <summary>Commits that were built; more than one is a problem.</summary>
    public IReadOnlyList<string> Commits { get; init; } = [];

    /// <summary>Public addresses of the repository.</summary>
    public IReadOnlyList<string> Repositories { get; init; } = [];

    /// <summary>Numbers for page 1.</summary>
    public required ReportSummary Summary { get; init; }

    /// <summary>Compilations, tests included.</summary>
    public IReadOnlyList<ProjectInfo> Projects { get; init; } = [];

    /// <summary>Projects that belong to the product and that nobody looked at.</summary>
    public IReadOnlyList<string> MissingProjects { get; init; } = [];

    /// <summary>All statements of the framework, in its order.</summary>
    public IReadOnlyList<CriterionRow> Criteria { get; init; } = [];

    /// <summary>Every rule about the product.</summary>
    public IReadOnlyList<RuleRow> Rules { get; init; } = [];

    /// <summary>Mapped rules of other analyzers, also those that did not run.</summary>
    public IReadOnlyList<OtherRuleRow> OtherRules { get; init; } = [];

    /// <summary>Findings, silenced ones included.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Exceptions.</summary>
    public IReadOnlyList<RuleException> Exceptions { get; init; } = [];

    /// <summary>Declared evidence.</summary>
    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];

    /// <summary>Personal data and where it was seen to go: the draft of a record of processing.</summary>
    public IReadOnlyList<PersonalDataRow> PersonalData { get; init; } = [];

    /// <summary>Ways into the product, those that nobody decided about first.</summary>
    public IReadOnlyList<EndpointRow> Endpoints { get; init; } = [];

    /// <summary>Third parties that code and pages bring in, advertising and undeclared trackers first.</summary>
    public IReadOnlyList<ThirdPartyRow> ThirdParties { get; init; } = [];

    /// <summary>Trackers that the vendor declares, and whether anything of them was seen.</summary>
    public IReadOnlyList<DeclaredTracker> DeclaredTrackers { get; init; } = [];

    /// <summary>The baseline that was applied; null without one.</summary>
    public BaselineInfo? Baseline { get; init; }

    /// <summary>Declared artificial intelligence.</summary>
    public IReadOnlyList<AiSystemData> AiSystems { get; init; } = [];

    /// <summary>Declared organisations that get personal data; what the code shows is in <see cref="ThirdParties"/>.</summary>
    public IReadOnlyList<DeclaredThirdPartyData> DeclaredThirdParties { get; init; } = [];

    /// <summary>What changed since an earlier report; null when none was given.</summary>
    public ReportChanges? Changes { get; init; }

    /// <summary>How members that say whether a person agrees start.</summary>
    public IReadOnlyList<ConsentRow> Consent { get; init; } = [];

    /// <summary>The other inventories.</summary>
    public IReadOnlyList<InventoryRow> Inventories { get; init; } = [];

    /// <summary>What the tool says about itself.</summary>
    public IReadOnlyList<ReportMessage> Problems { get; init; } = [];

    /// <summary>The problems that only the roll-up could see; the build passes them on as warnings.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<ReportMessage> Messages { get; init; } = [];

    /// <summary>Writes <c>report.json</c>; leaves an equal file alone.</summary>
    /// <returns>True when the file was written.</returns>
    public bool WriteJson(string path) => JsonFile.WriteIfDifferent(path, this);

    /// <summary>The bytes of <c>report.json</c>.</summary>
    public byte[] ToJson() => JsonFile.Bytes(this);

    /// <summary>Reads a <c>report.json</c>.</summary>
    /// <exception cref="UnreadableFileException">The file is no report that this version understands.</exception>
    public static Report Read(string path) => JsonFile.Read<Report>(path);
}

/// <param name="Name">Name of the framework.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Reading">Version of this project's machine-readable reading.</param>
public sealed record FrameworkInfo(Localized Name, string Publisher, string Reading);

/// <param name="File">Path relative to the root.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record FileDigest(string File, string Sha256);

/// <param name="Name">As declared.</param>
/// <param name="Ground">Ground of GDPR art. 6(1).</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Seen">Code or a page brings it in.</param>
public sealed record DeclaredTracker(string Name, string Ground, string Purpose, bool Seen);

/// <param name="Key">Key in the declaration.</param>
/// <param name="Declared">Declared value; null when nothing was declared.</param>
/// <param name="Detected">What the code shows; null where nothing looks at it.</param>
public sealed record ContextRow(string Key, string? Declared, Localized? Detected);

/// <param name="State">The state.</param>
/// <param name="Count">Number of criteria in it.</param>
public sealed record StateCount(State State, int Count);

/// <summary>Counts; those per state add up to <see cref="Criteria"/>.</summary>
public sealed record ReportSummary
{
    /// <summary>All statements: criteria and groups.</summary>
    public int Statements { get; init; }

    /// <summary>Statements that can be checked on their own.</summary>
    public int Criteria { get; init; }

    /// <summary>Headings that hold other statements and have no state.</summary>
    public int Groups { get; init; }

    /// <summary>Per state, in the order worst to best.</summary>
    public IReadOnlyList<StateCount> States { get; init; } = [];

    /// <summary>Open findings of level error and warning.</summary>
    public int OpenFindings { get; init; }

    /// <summary>Open findings of level note.</summary>
    public int OpenNotes { get; init; }

    /// <summary>Exceptions of any kind.</summary>
    public int Exceptions { get; init; }

    /// <summary>Exceptions without a reason.</summary>
    public int UnjustifiedExceptions { get; init; }

    /// <summary>Open findings of level error and warning that the baseline names.</summary>
    public int BaselinedFindings { get; init; }

    /// <summary>Exceptions whose last day has passed.</summary>
    public int ExpiredExceptions { get; init; }

    /// <summary>yyyy-MM-dd: since when the oldest dated exception exists.</summary>
    public string? OldestException { get; init; }

    /// <summary>yyyy-MM-dd: the first day on which an exception that counts ends.</summary>
    public string? NextExceptionEnd { get; init; }

    /// <summary>Pieces of evidence.</summary>
    public int Evidence { get; init; }

    /// <summary>Evidence that ends within 90 days.</summary>
    public int EvidenceExpiring { get; init; }

    /// <summary>Evidence that does not count: past its date, missing, changed or unreadable.</summary>
    public int EvidenceInvalid { get; init; }

    /// <summary>Product rules that the compiler was expected to run.</summary>
    public int RulesExpected { get; init; }

    /// <summary>Of these: ran everywhere.</summary>
    public int RulesRan { get; init; }

    /// <summary>Of these: off by default and not switched on.</summary>
    public int RulesOffByDefault { get; init; }

    /// <summary>Every counted project compiled and delivered its fragment.</summary>
    public bool Complete { get; init; }

    /// <summary>C# files of the counted projects, each project counted once.</summary>
    public int SourceFiles { get; init; }
}

/// <summary>One statement of the framework.</summary>
public sealed record CriterionRow
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required string Pillar { get; init; }
    public required string Theme { get; init; }
    public string? Subtheme { get; init; }
    public required Localized Title { get; init; }
    public int? Page { get; init; }
    public bool PageInferred { get; init; }
    public bool Recommendation { get; init; }
    public string? AppliesIf { get; init; }
    public Visibility Visibility { get; init; }

    /// <summary>Level that the organisation set; null is "level not established".</summary>
    public string? Level { get; init; }

    /// <summary>The profile expects it; null without a profile.</summary>
    public bool? Expected { get; init; }

    /// <summary>Null for a group.</summary>
    public State? State { get; init; }

    /// <summary>Why it is in that state.</summary>
    public Localized? Reason { get; init; }

    /// <summary>What its rules looked at, over all compilations.</summary>
    public int Inspected { get; init; }

    /// <summary>Its rules.</summary>
    public IReadOnlyList<CriterionRule> Rules { get; init; } = [];

    /// <summary>Rules of other analyzers that are mapped to it.</summary>
    public IReadOnlyList<CriterionOther> OtherRules { get; init; } = [];

    /// <summary>Declared reason why it does not apply.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>Clauses of law and standards about the same subject.</summary>
    public IReadOnlyList<CrosswalkReference> References { get; init; } = [];
}

/// <param name="Rule">Rule id.</param>
/// <param name="Relation">violation or partial.</param>
/// <param name="State">Worst over the counted compilations, as this criterion weighs it.</param>
/// <param name="Inspected">Over the counted compilations.</param>
public sealed record CriterionRule(string Rule, string Relation, State State, int Inspected);

/// <param name="Rule">Rule id.</param>
/// <param name="Relation">violation or partial.</param>
/// <param name="Ran">In every counted compilation; without that it is not evaluated.</param>
/// <param name="Findings">Findings that are not excepted with a reason.</param>
public sealed record CriterionOther(string Rule, string Relation, bool Ran, int Findings);

/// <summary>A mapped rule of another analyzer over the whole product.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Analyzer">The analyzer that has it.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Ran">In every counted compilation; without that it is not evaluated.</param>
/// <param name="Findings">Open findings.</param>
/// <param name="Excepted">Findings that are excepted with a reason.</param>
/// <param name="Unjustified">Findings that are silenced without a reason.</param>
public sealed record OtherRuleRow(string Rule, string Analyzer, Localized Topic, bool Ran, int Findings, int Excepted, int Unjustified);

/// <summary>One rule over the whole product.</summary>
public sealed record RuleRow
{
    public required string Id { get; init; }
    public required Localized Title { get; init; }
    public required RuleSeverity Severity { get; init; }
    public required Localized Inspects { get; init; }

    /// <summary>Its blind spots.</summary>
    public required Localized CannotSee { get; init; }
    public required Localized Remedy { get; init; }
    public required string HelpLink { get; init; }
    public IReadOnlyList<string> Standards { get; init; } = [];

    /// <summary>Worst over the counted compilations.</summary>
    public State State { get; init; }

    /// <summary>Per counted compilation.</summary>
    public IReadOnlyList<RuleInProject> Projects { get; init; } = [];
}

/// <param name="Project">Name and framework.</param>
/// <param name="Outcome">What the rule did there.</param>
public sealed record RuleInProject(string Project, RuleOutcome Outcome);

/// <summary>One piece of evidence with the verdict on it.</summary>
/// <param name="Criterion">Criterion id.</param>
/// <param name="Evidence">As declared.</param>
/// <param name="Valid">It counts.</param>
/// <param name="Expired">Past its last day.</param>
/// <param name="Expiring">Its last day is within 90 days.</param>
public sealed record EvidenceRow(string Criterion, EvidenceData Evidence, bool Valid, bool Expired, bool Expiring);
