using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

public sealed class ReportDiffTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ReportChanges Changes(Report old, Report now)
    {
        var path = Path.Combine(_folder.Path, "old.json");
        old.WriteJson(path);
        return ReportDiff.Of(EarlierReport.Read(path), now);
    }

    private static Finding At(string file, int line, string message = "'Diagnose' reaches File.WriteAllText", string? fingerprint = null, string rule = "KK4301") =>
        new(rule, "warning", "open", file, line, 1, Texts.Same(message), ["Zorgdagboek.App (net8.0)"], fingerprint);

    private static Report With(params Finding[] findings) => Build.Report(Build.Fragment(new Sarif())) with { Findings = findings };

    [Fact]
    public void A_report_differs_in_nothing_from_itself()
    {
        var changes = Changes(Samples.Report(), Samples.Report());
        Assert.Equal(64, changes.PreviousSha256.Length);
        Assert.False(changes.OtherRuleSet);
        Assert.Empty(changes.Criteria);
        Assert.Empty(changes.NewFindings.Concat(changes.GoneFindings));
        Assert.Empty(changes.NewExceptions.Concat(changes.GoneExceptions));
        Assert.Empty(changes.NewRules.Concat(changes.GoneRules).Concat(changes.NewProjects).Concat(changes.GoneProjects));
        Assert.Empty(changes.ExpiredEvidence);
    }

    [Fact]
    public void A_finding_that_moves_is_the_same_finding()
    {
        var changes = Changes(With(At("src/Dagboek.cs", 42)), With(At("src/Dagboek.cs", 57)));
        Assert.Empty(changes.NewFindings);
        Assert.Empty(changes.GoneFindings);

        // Also into other words, when the fingerprint is the same.
        changes = Changes(With(At("src/Dagboek.cs", 42, "one", "f1")), With(At("src/Dagboek.cs", 57, "two", "f1")));
        Assert.Empty(changes.NewFindings.Concat(changes.GoneFindings));
    }

    [Fact]
    public void Fingerprints_that_only_one_report_has_do_not_make_everything_new()
    {
        var changes = Changes(With(At("src/Dagboek.cs", 42), At("src/Profiel.cs", 3)), With(At("src/Dagboek.cs", 42, fingerprint: "f1"), At("src/Nieuw.cs", 1, fingerprint: "f2")));
        Assert.Equal(["src/Nieuw.cs"], changes.NewFindings.Select(f => f.File));
        Assert.Equal(["src/Profiel.cs"], changes.GoneFindings.Select(f => f.File));
    }

    [Fact]
    public void Two_equal_findings_and_one_differ_by_one()
    {
        var changes = Changes(With(At("src/Dagboek.cs", 42), At("src/Dagboek.cs", 43)), With(At("src/Dagboek.cs", 42)));
        Assert.Single(changes.GoneFindings);
        Assert.Empty(changes.NewFindings);
    }

    [Theory]
    [InlineData(State.Finding, State.CheckedClean, ChangeKind.Better)]
    [InlineData(State.NeedsHuman, State.VendorEvidence, ChangeKind.Better)]
    [InlineData(State.AcceptedException, State.CheckedClean, ChangeKind.Better)]
    [InlineData(State.CheckedClean, State.Finding, ChangeKind.Worse)]
    [InlineData(State.NotApplicable, State.Finding, ChangeKind.Worse)]
    [InlineData(State.CheckedClean, State.Undecided, ChangeKind.Worse)]
    [InlineData(State.NotEvaluated, State.CheckedClean, ChangeKind.NewlyLookedAt)]
    [InlineData(State.NotEvaluated, State.Finding, ChangeKind.NewlyLookedAt)]
    [InlineData(null, State.VendorEvidence, ChangeKind.NewlyLookedAt)]
    [InlineData(State.Finding, State.NotEvaluated, ChangeKind.NoLongerLookedAt)]
    [InlineData(State.CheckedClean, null, ChangeKind.NoLongerLookedAt)]
    [InlineData(State.Finding, State.AcceptedException, ChangeKind.Otherwise)]
    [InlineData(State.Finding, State.NotApplicable, ChangeKind.Otherwise)]
    [InlineData(State.VendorEvidence, State.CheckedClean, ChangeKind.Otherwise)]
    internal void A_breach_that_is_excepted_or_looked_away_from_did_not_get_better(State? from, State? to, ChangeKind kind) =>
        Assert.Equal(kind, ReportDiff.Kind(new CriterionChange("T4.09b", from, to)));

    [Fact]
    public void Other_rules_and_projects_are_named()
    {
        var now = Build.Report(Build.Fragment(new Sarif(), f => f with { ProjectName = "Nieuw" }));
        var old = Build.Report(Build.Fragment(new Sarif(), f => f with { ProjectName = "Oud" }));
        old = old with { Tool = old.Tool with { Version = "0.0.9" }, Rules = [.. old.Rules.Where(r => r.Id != "KK4301"), old.Rules[0] with { Id = "KK0001" }] };
        var changes = Changes(old, now);
        Assert.True(changes.OtherRuleSet);
        Assert.Equal(["KK4301"], changes.NewRules);
        Assert.Equal(["KK0001"], changes.GoneRules);
        Assert.Equal(["Nieuw (net8.0)"], changes.NewProjects);
        Assert.Equal(["Oud (net8.0)"], changes.GoneProjects);
        foreach (var language in Localized.Languages)
            Assert.Contains("KK0001", ChangesRenderer.Text(now, changes, language), StringComparison.Ordinal);
        Assert.Contains("states may change although the product did not", ChangesRenderer.Text(now, changes, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_that_ended_is_gone()
    {
        static RuleException Exception(bool expired) => new("KK4301", "declaration", "enkel op de testserver", true, "src/Dagboek.cs", 0, Texts.Same("Diagnose"), [], Until: "2026-06-30", Expired: expired);
        Assert.Single(Changes(With() with { Exceptions = [Exception(false)] }, With() with { Exceptions = [Exception(true)] }).GoneExceptions);
    }

    [Fact]
    public void A_report_with_changes_follows_its_schema_and_survives_the_disk()
    {
        var report = Samples.Report();
        report = report with { Changes = Changes(With(At("src/Weg.cs", 1)), report) };
        var path = Path.Combine(_folder.Path, "report.json");
        report.WriteJson(path);
        Assert.Equal(report.ToJson(), Report.Read(path).ToJson());
        Assert.Empty(SchemaTests.Check("report", report.ToJson()));
    }

    [Fact]
    public void Long_lists_end_with_how_many_more_there_are()
    {
        var changes = Changes(With(), With([.. Enumerable.Range(1, 250).Select(i => At($"src/{i}.cs", 1))]));
        Assert.Equal(250, changes.NewFindings.Count);
        var text = ChangesRenderer.Text(With(), changes, "nl");
        Assert.Contains("Nieuwe bevindingen (250)", text, StringComparison.Ordinal);
        Assert.Contains("… en nog 150", text, StringComparison.Ordinal);
    }
}
