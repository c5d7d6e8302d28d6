using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>The state of each criterion, from its rules, the declaration and the evidence. The default is "not evaluated".</summary>
internal sealed class CriterionVerdicts(IReadOnlyList<Rule> catalogue, RuleRow[] rules, DeclarationData[] declarations, EvidenceRow[] evidence)
{
    private readonly Dictionary<string, RuleRow> _rules = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
    private readonly ILookup<string, CriterionDeclaration> _declared = declarations.SelectMany(d => d.Criteria).ToLookup(c => c.Id, StringComparer.Ordinal);
    private readonly ILookup<string, EvidenceRow> _evidence = evidence.ToLookup(e => e.Criterion, StringComparer.Ordinal);

    public IEnumerable<CriterionRow> All() => Catalogue.Instance.Criteria.Select(Row);

    private CriterionRow Row(Criterion criterion)
    {
        var mapped = catalogue
            .Where(r => _rules.ContainsKey(r.Id))
            .SelectMany(r => r.Criteria.Where(c => c.Id == criterion.Id).Select(c => Weighed(_rules[r.Id], c.Relation)))
            .ToArray();
        // Two declarations that do not agree make no "not applicable": somebody must decide first.
        var declared = _declared[criterion.Id].ToArray();
        var notApplicable = declared.Length > 0 && declared.All(d => d.NotApplicable is not null) ? declared[0].NotApplicable : null;

        var row = new CriterionRow
        {
            Id = criterion.Id,
            Kind = criterion.Kind,
            Pillar = criterion.Pillar,
            Theme = criterion.Theme,
            Subtheme = criterion.Subtheme,
            Title = criterion.Title,
            Page = criterion.Page,
            PageInferred = criterion.PageInferred,
            Recommendation = criterion.Recommendation,
            AppliesIf = criterion.AppliesIf,
            Visibility = criterion.Visibility,
            Level = declared.Select(d => d.Level).OfType<string>().FirstOrDefault(),
            Inspected = mapped.Sum(m => m.Inspected),
            Rules = mapped,
            NotApplicable = notApplicable,
            References = Catalogue.Instance.Crosswalk.TryGetValue(criterion.Id, out var references) ? references : [],
        };
        if (!criterion.Checkable)
            return row;

        var (state, reason) = Verdict(criterion, mapped, notApplicable);
        return row with { State = state, Reason = reason };
    }

    private (State State, Localized Reason) Verdict(Criterion criterion, CriterionRule[] mapped, string? notApplicable)
    {
        var valid = _evidence[criterion.Id].Where(e => e.Valid).ToArray();
        var vendor = (State.VendorEvidence, Texts.Format("criterion.vendor-evidence", string.Join("; ", valid.Select(e => e.Evidence.Title))));
        var declaredAway = (State.NotApplicable, Texts.Format("criterion.declared-not-applicable", notApplicable ?? ""));

        if (mapped.Length == 0)
        {
            if (notApplicable is not null)
                return declaredAway;
            if (valid.Length > 0)
                return vendor;
            return (State.NotEvaluated, Texts.Get(criterion.Visibility == Visibility.None ? "criterion.out-of-reach" : "criterion.no-rule"));
        }

        var worst = mapped.Min(m => m.State);
        if (worst is not (State.CheckedClean or State.NotApplicable))
            return (worst, Because(worst, mapped));
        if (notApplicable is not null)
            return declaredAway;
        if (criterion.Visibility != Visibility.Code)
        {
            // Silence of a rule that sees only a part is no verdict on the whole.
            return valid.Length > 0 ? vendor : (State.NeedsHuman, Texts.Format("criterion.partial", Counts(mapped)));
        }

        return worst == State.CheckedClean
            ? (worst, Texts.Format("criterion.clean", Counts(mapped)))
            : (worst, Texts.Format("criterion.nothing-to-inspect", Counts(mapped)));
    }

    /// <summary>A finding of a rule that only hints is for a human to weigh; one that was silenced without a reason stays a finding.</summary>
    private static State Weigh(RuleOutcome outcome, string relation) =>
        outcome.State == State.Finding && relation == "partial" && outcome.Unjustified == 0 ? State.NeedsHuman : outcome.State;

    private static CriterionRule Weighed(RuleRow rule, string relation) => new(
        rule.Id,
        relation,
        rule.Projects.Select(p => Weigh(p.Outcome, relation)).DefaultIfEmpty(State.NotEvaluated).Min(),
        rule.Projects.Sum(p => p.Outcome.Inspected));

    /// <summary>Names the rules that put the criterion in this state, with the reason and where.</summary>
    private Localized Because(State state, CriterionRule[] mapped)
    {
        var parts = mapped.Where(m => m.State == state).Select(m =>
        {
            var where = _rules[m.Rule].Projects.Where(p => Weigh(p.Outcome, m.Relation) == state).ToArray();
            if (where.Length == 0)
                return Texts.Format("criterion.rule-because", m.Rule, Texts.Get("reason.no-project"));
            var reasons = where.GroupBy(p => p.Outcome.Reason.En).Select(g => Texts.Format(
                "criterion.in-projects", g.First().Outcome.Reason, string.Join(", ", g.Select(p => p.Project).Distinct())));
            return Texts.Format("criterion.rule-because", m.Rule, Join("; ", reasons));
        });
        return Join(" ", parts);
    }

    private Localized Counts(CriterionRule[] mapped) =>
        Join(", ", mapped.Select(m => Texts.Format("criterion.count", m.Rule, m.Inspected, _rules[m.Rule].Inspects)));

    private static Localized Join(string separator, IEnumerable<Localized> texts)
    {
        var all = texts.ToArray();
        return new Localized(string.Join(separator, all.Select(t => t.En)), string.Join(separator, all.Select(t => t.Nl)), string.Join(separator, all.Select(t => t.Fr)));
    }
}
