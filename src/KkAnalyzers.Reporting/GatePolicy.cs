namespace KkAnalyzers.Reporting;

/// <summary>What a gate does not accept: <c>kk.policy.json</c>, see <c>schema/policy.schema.json</c>.</summary>
public sealed record GatePolicy
{
    /// <summary>
    /// Without a policy file, and what a file says that leaves everything out: a warning or an error that is open, or silenced
    /// without a reason, closes the gate.
    /// </summary>
    public static readonly GatePolicy Findings = new();

    /// <summary>Reads a policy. One problem is enough to refuse the file: a gate that was misread would be open where it was meant to be closed.</summary>
    /// <returns>Null when there is a problem; each with line and column.</returns>
    public static (GatePolicy? Policy, IReadOnlyList<ReportMessage> Problems) Read(string path) => GatePolicyReader.Read(path);

    /// <summary>States in which no criterion may be.</summary>
    public IReadOnlyList<State> States { get; init; } = [];

    /// <summary>By theme (T4), instead of <see cref="States"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<State>> Themes { get; init; } = new Dictionary<string, IReadOnlyList<State>>();

    /// <summary>By criterion (T4.09b), instead of everything else.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<State>> Criteria { get; init; } = new Dictionary<string, IReadOnlyList<State>>();

    /// <summary>On top of states and themes, for the criteria that the profile of the declared context expects; null: none.</summary>
    public IReadOnlyList<State>? Expected { get; init; }

    /// <summary>Levels (error, warning, note) of findings that close the gate.</summary>
    public IReadOnlyList<string> Severities { get; init; } = ["error", "warning"];

    /// <summary>What the baseline names is accepted. It still counts against its criterion in the report.</summary>
    public bool NewOnly { get; init; } = true;

    /// <summary>The report must be whole: every project compiled and was looked at, every rule that was expected ran.</summary>
    public bool RequireComplete { get; init; }

    /// <summary>Highest numbers, by the names in <see cref="Counts"/>.</summary>
    public IReadOnlyDictionary<string, int> Maximum { get; init; } = new Dictionary<string, int>();

    /// <summary>What can be counted, and whether too much of it only says that evidence is incomplete.</summary>
    internal static readonly IReadOnlyDictionary<string, (Func<Report, int> Count, bool Incomplete)> Counts = new SortedDictionary<string, (Func<Report, int>, bool)>(StringComparer.Ordinal)
    {
        ["findings"] = (r => r.Summary.OpenFindings, false),
        ["baselinedFindings"] = (r => r.Summary.BaselinedFindings, false),
        ["exceptions"] = (r => r.Summary.Exceptions, false),
        ["unjustifiedExceptions"] = (r => r.Summary.UnjustifiedExceptions, false),
        ["expiredExceptions"] = (r => r.Summary.ExpiredExceptions, false),
        ["expiredEvidence"] = (r => r.Evidence.Count(e => e.Expired), false),
        ["invalidEvidence"] = (r => r.Summary.EvidenceInvalid, false),
        ["notEvaluated"] = (r => r.Criteria.Count(c => c.State == State.NotEvaluated), true),
        ["undecided"] = (r => r.Criteria.Count(c => c.State == State.Undecided), true),
    };

    /// <summary>Theme of a criterion: what stands before the point in its id.</summary>
    internal static string Theme(string criterion) => criterion.Split('.')[0];

    /// <summary>States that are not accepted for a criterion.</summary>
    internal IReadOnlyList<State> NotAccepted(CriterionRow criterion)
    {
        if (Criteria.TryGetValue(criterion.Id, out var own))
            return own;
        var states = Themes.TryGetValue(Theme(criterion.Id), out var theme) ? theme : States;
        return criterion.Expected == true && Expected is not null ? [.. states.Union(Expected)] : states;
    }
}
