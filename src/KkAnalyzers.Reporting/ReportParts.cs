using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>Which criteria are expected in the declared context. The selection is this project's reading, never the framework's.</summary>
public sealed record ProfileInfo
{
    /// <summary>Id in the catalogue's list of profiles.</summary>
    public required string Id { get; init; }

    public required Localized Title { get; init; }

    /// <summary>Who made the selection, and on which grounds.</summary>
    public required Localized Note { get; init; }

    /// <summary>Why the profile selects what it selects.</summary>
    public required Localized Reason { get; init; }

    /// <summary>What the framework names as a ground: interactivity, risk, vulnerability or condition.</summary>
    public required string Driver { get; init; }

    /// <summary>The declaration names the profile itself; otherwise it follows from the declared interactivity.</summary>
    public bool Chosen { get; init; }

    /// <summary>What other declared facts add.</summary>
    public IReadOnlyList<ProfileAdditionInfo> Additions { get; init; } = [];

    /// <summary>Criteria that it expects.</summary>
    public int Expected { get; init; }

    /// <summary>Of these: in a state other than finding, not-evaluated and undecided.</summary>
    public int Answered { get; init; }
}

/// <param name="Id">Stable name.</param>
/// <param name="Title">In words.</param>
/// <param name="Driver">What the framework names as a ground: risk, vulnerability or condition.</param>
/// <param name="Reason">Why it adds what it adds.</param>
public sealed record ProfileAdditionInfo(string Id, Localized Title, string Driver, Localized Reason);

/// <summary>What changed since an earlier report of the same product, for its buyer.</summary>
public sealed record ReportChanges
{
    /// <summary>Version that the earlier report names.</summary>
    public string? PreviousVersion { get; init; }

    /// <summary>Commits of the earlier report.</summary>
    public IReadOnlyList<string> PreviousCommits { get; init; } = [];

    /// <summary>SHA-256 of the earlier report.json.</summary>
    public required string PreviousSha256 { get; init; }

    /// <summary>The earlier report was made with another tool or rule set: then states can change although the product did not.</summary>
    public bool OtherRuleSet { get; init; }

    /// <summary>Criteria whose state changed.</summary>
    public IReadOnlyList<CriterionChange> Criteria { get; init; } = [];

    /// <summary>Findings that the earlier report did not have.</summary>
    public IReadOnlyList<Finding> NewFindings { get; init; } = [];

    /// <summary>Findings of the earlier report that are gone.</summary>
    public IReadOnlyList<Finding> GoneFindings { get; init; } = [];

    /// <summary>Exceptions that the earlier report did not have.</summary>
    public IReadOnlyList<RuleException> NewExceptions { get; init; } = [];

    /// <summary>Exceptions of the earlier report that are gone.</summary>
    public IReadOnlyList<RuleException> GoneExceptions { get; init; } = [];

    /// <summary>Rules that the earlier report did not have.</summary>
    public IReadOnlyList<string> NewRules { get; init; } = [];

    /// <summary>Rules that only the earlier report had.</summary>
    public IReadOnlyList<string> GoneRules { get; init; } = [];

    /// <summary>Projects (name and framework) that are looked at now and were not.</summary>
    public IReadOnlyList<string> NewProjects { get; init; } = [];

    /// <summary>Projects that were looked at and no longer are.</summary>
    public IReadOnlyList<string> GoneProjects { get; init; } = [];

    /// <summary>Evidence that counted in the earlier report and is past its last day now.</summary>
    public IReadOnlyList<EvidenceRow> ExpiredEvidence { get; init; } = [];
}

/// <param name="Criterion">Criterion id.</param>
/// <param name="From">State in the earlier report; null when it did not have the criterion.</param>
/// <param name="To">State now; null when the criterion is gone.</param>
public sealed record CriterionChange(string Criterion, State? From, State? To);

/// <param name="File">Name of the file.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Legacy">Entries that were there when the baseline was made.</param>
/// <param name="Accepted">Entries that somebody accepts with a reason until a day.</param>
/// <param name="Stale">Entries whose finding is gone.</param>
public sealed record BaselineInfo(string File, string Sha256, int Legacy, int Accepted, int Stale);
