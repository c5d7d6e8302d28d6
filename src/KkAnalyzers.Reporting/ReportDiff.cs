namespace KkAnalyzers.Reporting;

/// <summary>What a change of state means to somebody who buys or uses the product.</summary>
internal enum ChangeKind
{
    /// <summary>Closer to an answer: a breach is gone, a doubt became an answer.</summary>
    Better,

    /// <summary>A breach came, or an answer became a doubt.</summary>
    Worse,

    /// <summary>Nobody looked before.</summary>
    NewlyLookedAt,

    /// <summary>Nobody looks any more.</summary>
    NoLongerLookedAt,

    /// <summary>Neither: an excepted breach is still one, and what is declared not to apply was not mended.</summary>
    Otherwise,
}

/// <summary>Compares two reports of one product, release to release.</summary>
public static class ReportDiff
{
    /// <summary>What the later report has that the earlier one has not, and the other way round.</summary>
    public static ReportChanges Of(EarlierReport previous, Report report)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(report);

        var old = previous.Report;
        var (newFindings, goneFindings) = Findings(old.Findings, report.Findings);
        var (newExceptions, goneExceptions) = Surplus(InForce(old), InForce(report), e => (e.Rule, e.Kind, e.Justification, e.Justified, e.File, e.Message.En));
        var (newRules, goneRules) = Surplus(old.Rules.Select(r => r.Id), report.Rules.Select(r => r.Id), r => r);
        var (newProjects, goneProjects) = Surplus(LookedAt(old), LookedAt(report), p => p);
        var counted = old.Evidence.Where(e => e.Valid).Select(EvidenceKey).ToHashSet();
        return new ReportChanges
        {
            PreviousVersion = old.Product?.Version,
            PreviousCommits = old.Commits,
            PreviousSha256 = previous.Sha256,
            OtherRuleSet = old.Tool != report.Tool || old.Framework.Reading != report.Framework.Reading,
            Criteria = Criteria(old, report),
            NewFindings = newFindings,
            GoneFindings = goneFindings,
            NewExceptions = newExceptions,
            GoneExceptions = goneExceptions,
            NewRules = newRules,
            GoneRules = goneRules,
            NewProjects = newProjects,
            GoneProjects = goneProjects,
            ExpiredEvidence = [.. report.Evidence.Where(e => e.Expired && counted.Contains(EvidenceKey(e)))],
        };
    }

    /// <summary>What a change of state means. The order of the states alone does not say it.</summary>
    internal static ChangeKind Kind(CriterionChange change) => (change.From ?? State.NotEvaluated, change.To ?? State.NotEvaluated) switch
    {
        (State.NotEvaluated, _) => ChangeKind.NewlyLookedAt,
        (_, State.NotEvaluated) => ChangeKind.NoLongerLookedAt,
        (_, State.Finding) => ChangeKind.Worse,
        (State.Finding, State.AcceptedException or State.NotApplicable) => ChangeKind.Otherwise,
        (State.NotApplicable, _) or (_, State.NotApplicable) => ChangeKind.Otherwise,
        var (from, to) => Math.Sign(Rank(to) - Rank(from)) switch { > 0 => ChangeKind.Better, < 0 => ChangeKind.Worse, _ => ChangeKind.Otherwise },
    };

    private static int Rank(State state) => state switch
    {
        State.Finding => 0,
        State.Undecided => 1,
        State.NeedsHuman or State.AcceptedException => 2,
        _ => 3,
    };

    private static CriterionChange[] Criteria(Report old, Report report)
    {
        static Dictionary<string, State> States(Report report) =>
            report.Criteria.Where(c => c.State is not null).DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.State!.Value, StringComparer.Ordinal);

        static State? Of(Dictionary<string, State> states, string id) => states.TryGetValue(id, out var state) ? state : null;

        var (before, after) = (States(old), States(report));
        return
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => new CriterionChange(id, Of(before, id), Of(after, id)))
                .Where(c => c.From != c.To),
        ];
    }

    /// <summary>By fingerprint first, which survives a move to another line; what is left by rule, file and message.</summary>
    private static (Finding[] New, Finding[] Gone) Findings(IReadOnlyList<Finding> old, IReadOnlyList<Finding> now)
    {
        var (added, gone) = Surplus(old.Where(f => f.Fingerprint is not null), now.Where(f => f.Fingerprint is not null), f => f.Fingerprint!);
        return Surplus(
            gone.Concat(old.Where(f => f.Fingerprint is null)), added.Concat(now.Where(f => f.Fingerprint is null)), f => (f.Rule, f.File, f.Message.En));
    }

    private static (T[] New, T[] Gone) Surplus<T, TKey>(IEnumerable<T> old, IEnumerable<T> now, Func<T, TKey> key)
        where TKey : notnull
    {
        var (before, after) = (old.ToArray(), now.ToArray());
        return (Without(after, before), Without(before, after));

        // Two equal findings and one equal finding differ by one.
        T[] Without(T[] all, T[] others)
        {
            var left = others.GroupBy(key).ToDictionary(g => g.Key, g => g.Count());
            var surplus = new List<T>();
            foreach (var item in all)
            {
                if (left.TryGetValue(key(item), out var count) && count > 0)
                    left[key(item)] = count - 1;
                else
                    surplus.Add(item);
            }

            return [.. surplus];
        }
    }

    private static IEnumerable<RuleException> InForce(Report report) => report.Exceptions.Where(e => !e.Expired);

    private static IEnumerable<string> LookedAt(Report report) => report.Projects.Where(p => !p.IsTest && p.Analysed).Select(p => p.Label).Distinct(StringComparer.Ordinal);

    private static (string, string?, string?, string?) EvidenceKey(EvidenceRow row) => (row.Criterion, row.Evidence.Title, row.Evidence.File, row.Evidence.Link);
}
