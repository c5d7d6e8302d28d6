using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>The state of each criterion, from its rules, the declaration and the evidence. The default is "not evaluated".</summary>
internal sealed class CriterionVerdicts(IReadOnlyList<Rule> catalogue, RuleRow[] rules, OtherRuleRow[] others, DeclarationData[] declarations, EvidenceRow[] evidence)
{
    private readonly Dictionary<string, RuleRow> _rules = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
    private readonly ILookup<string, CriterionDeclaration> _declared = declarations.SelectMany(d => d.Criteria).ToLookup(c => c.Id, StringComparer.Ordinal);
    private readonly ILookup<string, EvidenceRow> _evidence = evidence.ToLookup(e => e.Criterion, StringComparer.Ordinal);

    private readonly ILookup<string, (OtherRuleRow Row, string Relation)> _others = others
        .SelectMany(o => MappedRules.Find(o.Rule)!.Criteria.Select(c => (c.Id, Value: (o, c.Relation))))
        .ToLookup(o => o.Id, o => o.Value, StringComparer.Ordinal);

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
            OtherRules = [.. _others[criterion.Id].Select(o => new CriterionOther(o.Row.Rule, o.Relation, o.Row.Ran, o.Row.Findings + o.Row.Unjustified))],
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

        var found = Found(_others[criterion.Id]);
        var ran = _others[criterion.Id].Where(o => o.Row.Ran).ToArray();

        if (mapped.Length == 0)
        {
            if (found is { State: State.Finding or State.NeedsHuman })
                return found.Value;
            if (notApplicable is not null)
                return declaredAway;
            if (valid.Length > 0)
                return vendor;
            if (found is { })
                return found.Value;
            // Nobody counts what these rules looked at, so their silence is less than that of a rule of ours.
            if (ran.Any(o => o.Relation == "violation"))
                return (State.NeedsHuman, Texts.Format("criterion.others-only", Names(ran.Select(o => o.Row))));
            return (State.NotEvaluated, Texts.Get(criterion.Visibility == Visibility.None ? "criterion.out-of-reach" : "criterion.no-rule"));
        }

        var worst = mapped.Min(m => m.State);
        if (found is { } && found.Value.State <= worst)
            return found.Value.State == worst ? (worst, Texts.Join(" ", [Because(worst, mapped), found.Value.Reason])) : found.Value;
        if (worst is not (State.CheckedClean or State.NotApplicable))
            return (worst, Because(worst, mapped));
        if (notApplicable is not null)
            return declaredAway;
        if (criterion.Visibility != Visibility.Code)
        {
            // Silence of a rule that sees only a part is no verdict on the whole.
            return valid.Length > 0 ? vendor : (State.NeedsHuman, Also(Texts.Format("criterion.partial", Counts(mapped))));
        }

        return worst == State.CheckedClean
            ? (worst, Also(Texts.Format("criterion.clean", Counts(mapped))))
            : (worst, Also(Texts.Format("criterion.nothing-to-inspect", Counts(mapped))));

        Localized Also(Localized reason) =>
            ran.Length == 0 ? reason : Texts.Join(" ", [reason, Texts.Format("criterion.others-ran", Names(ran.Select(o => o.Row)))]);
    }

    /// <summary>What findings of other analyzers make of a criterion; null when there are none.</summary>
    private static (State State, Localized Reason)? Found(IEnumerable<(OtherRuleRow Row, string Relation)> mapped)
    {
        var all = mapped.ToArray();
        var states = new[]
        {
            (State: State.Finding, Text: "criterion.others-findings", Rows: all.Where(o => o.Relation == "violation" && o.Row.Findings + o.Row.Unjustified > 0)),
            (State: State.NeedsHuman, Text: "criterion.others-findings", Rows: all.Where(o => o.Relation != "violation" && o.Row.Findings + o.Row.Unjustified > 0)),
            (State: State.AcceptedException, Text: "criterion.others-excepted", Rows: all.Where(o => o.Row.Excepted > 0)),
        };
        foreach (var (state, text, rows) in states)
        {
            var parts = rows.Select(o => Texts.Format(text, o.Row.Rule, o.Row.Analyzer, state == State.AcceptedException ? o.Row.Excepted : o.Row.Findings + o.Row.Unjustified)).ToArray();
            if (parts.Length > 0)
                return (state, Texts.Join(" ", parts));
        }

        return null;
    }

    /// <summary><c>CA5350, CA5351 (.NET SDK); S4790 (SonarAnalyzer.CSharp)</c>.</summary>
    internal static string Names(IEnumerable<OtherRuleRow> rows) =>
        string.Join("; ", rows.GroupBy(r => r.Analyzer).Select(g => $"{string.Join(", ", g.Select(r => r.Rule))} ({g.Key})"));

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
                "criterion.in-projects", g.First().Outcome.Reason, Few.Of(g.Select(p => p.Project))));
            return Texts.Format("criterion.rule-because", m.Rule, Texts.Join("; ", reasons));
        });
        return Texts.Join(" ", parts);
    }

    private Localized Counts(CriterionRule[] mapped) =>
        Texts.Join(", ", mapped.Select(m => Texts.Format("criterion.count", m.Rule, m.Inspected, _rules[m.Rule].Inspects)));
}
