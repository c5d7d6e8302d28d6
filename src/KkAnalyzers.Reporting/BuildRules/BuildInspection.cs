using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>What a rule of the build saw in one project: the counterpart of an analyzer's inspection record and diagnostics.</summary>
internal sealed class BuildInspection
{
    private readonly List<BuildFinding> _findings = [];

    /// <summary>How many things the rule looked at. None means that there is nothing of the kind: not applicable.</summary>
    public int Count { get; private set; }

    /// <summary>How many things the rule met and could not judge.</summary>
    public int NotFollowedCount { get; private set; }

    /// <summary>Why the rule could not look; null when it could.</summary>
    public (string Code, object[] Args)? WhyNotEvaluated { get; private set; }

    /// <summary>Why its silence says nothing; null when it does.</summary>
    public (string Code, object[] Args)? WhyUndecided { get; private set; }

    public IReadOnlyList<BuildFinding> Findings => _findings;

    /// <summary>The rule looked at something.</summary>
    public void Inspected(int count = 1) => Count += count;

    /// <summary>The rule met something that it cannot judge.</summary>
    public void NotFollowed() => NotFollowedCount++;

    /// <param name="place">Where; <see cref="Place.None"/> points to the project file.</param>
    /// <param name="args">Arguments of the catalogue's message: texts that are the same in each language, or <see cref="Localized"/> ones (see <see cref="Texts"/>).</param>
    public void Report(Place place, params object[] args) => _findings.Add(new(place, null, null, null, args));

    /// <summary>A finding that weighs less than the rule's default.</summary>
    public void ReportInfo(Place place, params object[] args) => _findings.Add(new(place, RuleSeverity.Info, null, null, args));

    /// <summary>A finding that the project itself silenced by means that the rule understands.</summary>
    /// <param name="place">Where.</param>
    /// <param name="kind">Kind of <see cref="RuleException"/>: what silenced it.</param>
    /// <param name="justification">The reason that was written beside it; null makes it an exception without justification.</param>
    /// <param name="args">Arguments of the catalogue's message.</param>
    public void Excepted(Place place, string kind, string? justification, params object[] args) =>
        _findings.Add(new(place, null, kind, string.IsNullOrWhiteSpace(justification) ? null : justification, args));

    /// <summary>Nobody could look.</summary>
    /// <param name="reason">The end of a key <c>reason.…</c> in <c>texts/*.json</c>.</param>
    /// <param name="args">What fills its holes.</param>
    public void NotEvaluated(string reason, params object[] args) => WhyNotEvaluated ??= (reason, args);

    /// <summary>The rule looked, but where it is silent that says nothing.</summary>
    public void Undecided(string reason, params object[] args) => WhyUndecided ??= (reason, args);
}

/// <param name="Place">Where.</param>
/// <param name="Severity">Other than the rule's default.</param>
/// <param name="SilencedBy">Kind of exception; null for an open finding.</param>
/// <param name="Justification">Reason of the exception.</param>
/// <param name="Args">Arguments of the message.</param>
internal sealed record BuildFinding(Place Place, RuleSeverity? Severity, string? SilencedBy, string? Justification, object[] Args)
{
    public string Status => SilencedBy is null ? "open" : Justification is null ? "unjustified" : "excepted";
}

/// <summary>A place in a file.</summary>
/// <param name="File">Full path; null for the project file as a whole.</param>
/// <param name="Line">From 1; 0 for the whole file.</param>
/// <param name="Column">From 1; 0 for the whole line.</param>
internal readonly record struct Place(string? File, int Line = 0, int Column = 0)
{
    public static readonly Place None;
}
