using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>How the state of a rule becomes the state of a criterion, for each kind of criterion and relation.</summary>
public class CriterionTests
{
    private const string Evidence = "\"evidence\": [ { \"title\": \"x\", \"link\": \"https://example.org\" } ]";

    private static readonly string Partly = Catalogue.Instance.Criteria.First(c => c is { Visibility: Visibility.Partial, Checkable: true }).Id;

    /// <summary>The state of a criterion to which one rule, <see cref="Sarif.Rule"/>, is mapped.</summary>
    private static State? State(string criterion, string relation, Sarif sarif, string? declared = null)
    {
        var rules = Catalogue.Instance.Rules.Select(r => r with { Criteria = r.Id == Sarif.Rule ? [new RuleCriterion(criterion, relation)] : [] }).ToArray();
        var declaration = declared is null ? null : $"{{ \"criteria\": {{ \"{criterion}\": {{ {declared} }} }} }}";
        var fragment = Build.Fragment(sarif, declaration: declaration).Fragment;
        return RollUp.Merge([fragment], new RollUpOptions { Today = new DateOnly(2026, 6, 1) }, rules).Criterion(criterion).State;
    }

    [Fact]
    public void Silence_of_a_rule_that_sees_a_part_needs_a_human_or_evidence()
    {
        Assert.Equal(Reporting.State.NeedsHuman, State(Partly, "violation", new Sarif()));
        Assert.Equal(Reporting.State.NeedsHuman, State(Partly, "violation", new Sarif().Record(Sarif.Rule, 0)));
        Assert.Equal(Reporting.State.VendorEvidence, State(Partly, "violation", new Sarif(), Evidence));
        Assert.Equal(Reporting.State.NotApplicable, State(Partly, "violation", new Sarif(), "\"notApplicable\": { \"reason\": \"x\" }"));
    }

    [Fact]
    public void A_finding_is_one_whatever_was_declared()
    {
        Assert.Equal(Reporting.State.Finding, State(Partly, "violation", new Sarif().Finding(), Evidence));
        Assert.Equal(Reporting.State.NotEvaluated, State(Partly, "violation", new Sarif().NoRecord(Sarif.Rule), Evidence));
        Assert.Equal(Reporting.State.AcceptedException, State(Partly, "violation", new Sarif().Finding(suppression: ("SuppressMessageAttribute", "reason")), Evidence));
    }

    [Theory]
    [InlineData("T4.09b")]
    [InlineData(null)]
    public void A_finding_of_a_rule_that_hints_is_for_a_human(string? criterion)
    {
        Assert.Equal(Reporting.State.NeedsHuman, State(criterion ?? Partly, "partial", new Sarif().Finding()));
        Assert.Equal(Reporting.State.Finding, State(criterion ?? Partly, "partial", new Sarif().Finding(suppression: ("Pragma Directive", null))));
    }

    [Fact]
    public void Without_a_rule_only_evidence_speaks()
    {
        var id = Catalogue.Instance.Criteria.First(c => c is { Visibility: Visibility.Code, Checkable: true }).Id;
        var none = Catalogue.Instance.Rules.Select(r => r with { Criteria = [] }).ToArray();
        Report Merge(string? declaration) => RollUp.Merge([Build.Fragment(new Sarif(), declaration: declaration).Fragment], new RollUpOptions(), none);
        Assert.Equal(Reporting.State.NotEvaluated, Merge(null).Criterion(id).State);
        Assert.Equal(Reporting.State.VendorEvidence, Merge($"{{ \"criteria\": {{ \"{id}\": {{ {Evidence} }} }} }}").Criterion(id).State);
    }
}
