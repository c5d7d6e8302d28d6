using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// From counts to a state: one ladder for rules of the compiler, rules of the build, and findings that somebody accepts when
/// fragments are rolled up.
/// </summary>
internal static class RuleStates
{
    /// <param name="rule">The rule.</param>
    /// <param name="counts">What it counted; its state and reason are not read.</param>
    /// <param name="notEvaluated">Why it did not look; null when it did.</param>
    /// <param name="undecided">Why its silence says nothing; null when it does.</param>
    public static RuleOutcome Of(Rule rule, RuleOutcome counts, (string Code, object[] Args)? notEvaluated, (string Code, object[] Args)? undecided)
    {
        var doubt = notEvaluated is { } why ? new OutcomeReason(State.NotEvaluated, why.Code, Texts.Format("reason." + why.Code, why.Args))
            : undecided is { } silent ? new OutcomeReason(State.Undecided, silent.Code, Texts.Format("reason." + silent.Code, silent.Args))
            : null;
        return Decide(rule.Inspects, counts with { Beneath = doubt });
    }

    /// <summary>The same rule after people accepted some of its findings.</summary>
    /// <param name="outcome">What the rule did.</param>
    /// <param name="inspects">What the rule looks at.</param>
    /// <param name="open">Open findings that are left; a log may hold one twice, so accepted ones are not subtracted.</param>
    /// <param name="unjustified">Findings that are left silenced without a reason.</param>
    public static RuleOutcome Accept(RuleOutcome outcome, Localized inspects, int open, int unjustified) => Decide(inspects, outcome with
    {
        Findings = open,
        Unjustified = unjustified,
        Excepted = outcome.Excepted + Math.Max(0, outcome.Findings - open) + Math.Max(0, outcome.Unjustified - unjustified),
    });

    /// <summary>A rule that the compiler and the build each see a half of: the worse half says how it stands, the counts are of both.</summary>
    public static RuleOutcome Both(Rule rule, RuleOutcome compiler, RuleOutcome build)
    {
        var worse = compiler.State <= build.State ? compiler : build;
        var doubts = new[] { compiler, build }.Select(o => o.Beneath ?? (o.State is State.NotEvaluated or State.Undecided ? new(o.State, o.ReasonCode, o.Reason) : null));
        return Decide(rule.Inspects, worse with
        {
            Inspected = compiler.Inspected + build.Inspected,
            NotFollowed = compiler.NotFollowed + build.NotFollowed,
            Failed = compiler.Failed + build.Failed,
            Findings = compiler.Findings + build.Findings,
            Excepted = compiler.Excepted + build.Excepted,
            Unjustified = compiler.Unjustified + build.Unjustified,
            Beneath = doubts.OfType<OutcomeReason>().MinBy(d => d.State),
        });
    }

    private static RuleOutcome Decide(Localized inspects, RuleOutcome o)
    {
        if (o.Findings > 0)
            return With(State.Finding, "findings", o.Findings);
        if (o.Unjustified > 0)
            return With(State.Finding, "unjustified", o.Unjustified);
        if (o.Beneath is { } doubt)
            // What both halves of a rule did not follow is counted together.
            return doubt.Code == "not-followed" ? With(doubt.State, doubt.Code, o.Inspected, inspects, o.NotFollowed) : o with { State = doubt.State, ReasonCode = doubt.Code, Reason = doubt.Text, Beneath = null };
        if (o.Excepted > 0)
            return With(State.AcceptedException, "excepted", o.Excepted);
        return o.Inspected == 0 ? With(State.NotApplicable, "nothing-to-inspect", inspects) : With(State.CheckedClean, "clean", o.Inspected, inspects);

        RuleOutcome With(State state, string code, params object[] args) => o with
        {
            State = state, ReasonCode = code, Reason = Texts.Format("reason." + code, args), Beneath = state == State.Finding ? o.Beneath : null,
        };
    }
}
