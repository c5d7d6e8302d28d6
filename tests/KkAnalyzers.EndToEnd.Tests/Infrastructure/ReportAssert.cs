using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>What a report says about one rule in one project.</summary>
internal static class ReportAssert
{
    public static RuleOutcome Rule(this Report report, string rule, string project = "App (net10.0)") =>
        report.Rules.Single(r => r.Id == rule).Projects.Single(p => p.Project == project).Outcome;

    /// <summary>Not evaluated, for the reason with this stable name.</summary>
    public static void IsNotEvaluated(this RuleOutcome outcome, string reason)
    {
        Assert.Equal(State.NotEvaluated, outcome.State);
        Assert.Equal(reason, outcome.ReasonCode);
    }

    public static void IsFinding(this RuleOutcome outcome, int findings = 1)
    {
        Assert.Equal(State.Finding, outcome.State);
        Assert.Equal(findings, outcome.Findings);
    }

    /// <summary>No criterion that the compiler looks at may be clean: it did not. What the build reads is known all the same.</summary>
    public static void HasNothingClean(this Report report) => Assert.DoesNotContain(
        report.Criteria, c => c.State == State.CheckedClean && c.Rules.Any(r => Catalogue.Instance.Rules.Single(e => e.Id == r.Rule).InCompiler));
}
