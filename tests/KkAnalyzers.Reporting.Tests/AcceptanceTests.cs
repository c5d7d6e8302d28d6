using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>Findings that people accept: exceptions of the declaration, and the baseline.</summary>
public class AcceptanceTests
{
    private const string Diary = "class Dagboek\n{\n    void Bewaar() => File.WriteAllText(pad, notitie.Diagnose);\n    void Kopie() => File.WriteAllText(pad, notitie.Diagnose);\n}\n";

    private static readonly DateOnly Today = new(2026, 6, 1);

    private static ExceptionData Exception(string until = "2026-12-31", string? file = null, int? place = null, string rule = Sarif.Rule) =>
        new() { Rule = rule, File = file, Place = place, Reason = "versleutelde schijf, zie audit", Owner = "Veiligheidsconsulent", ApprovedBy = "Directie", Until = until, Line = 14 };

    /// <summary>A fragment of two findings in the same file.</summary>
    private static Fragment Fragment(Sarif? sarif = null, string source = Diary, params ExceptionData[] exceptions)
    {
        var fragment = Build.Fragment(sarif ?? new Sarif().Finding(file: "src/Dagboek.cs", line: 3).Finding(file: "src/Dagboek.cs", line: 4), prepare: f => f.File("src/Dagboek.cs", source)).Fragment;
        return fragment with { Declaration = new DeclarationData { File = "kwaliteitskader.json", Sha256 = new string('a', 64), Exceptions = exceptions } };
    }

    private static Report Merge(Fragment fragment, Baseline? baseline = null, DateOnly? today = null) => RollUp.Merge([fragment], new RollUpOptions { Today = today ?? Today, Baseline = baseline });

    [Fact]
    public void Without_exception_or_baseline_nothing_changes()
    {
        var report = Merge(Fragment());
        Assert.All(report.Findings, f => Assert.Equal("open", f.Status));
        Assert.Null(report.AsOf);
        Assert.Null(report.Baseline);
    }

    [Fact]
    public void A_declared_exception_accepts_findings_with_reason_owner_and_end()
    {
        var report = Merge(Fragment(exceptions: Exception()));
        Assert.All(report.Findings, f => Assert.Equal("excepted", f.Status));
        Assert.Equal(State.AcceptedException, report.Criterion("T4.09b").State);
        Assert.Equal(2, report.Exceptions.Count);
        Assert.All(report.Exceptions, e => Assert.Equal(("declaration", true, "Veiligheidsconsulent", "Directie", "2026-12-31", false), (e.Kind, e.Justified, e.Owner, e.ApprovedBy, e.Until, e.Expired)));
        Assert.Equal(("2026-12-31", "2026-06-01"), (report.Summary.NextExceptionEnd, report.AsOf));
        Assert.Empty(Gate.Evaluate(report, "findings"));
    }

    [Fact]
    public void On_its_last_day_an_exception_counts_and_after_it_no_more()
    {
        var fragment = Fragment(exceptions: Exception(until: "2026-06-01"));
        Assert.Equal(State.AcceptedException, Merge(fragment).Criterion("T4.09b").State);

        var after = Merge(fragment, today: Today.AddDays(1));
        Assert.Equal(State.Finding, after.Criterion("T4.09b").State);
        Assert.All(after.Findings, f => Assert.Equal("open", f.Status));
        var ended = Assert.Single(after.Exceptions);
        Assert.True(ended.Expired);
        Assert.Equal(1, after.Summary.ExpiredExceptions);
        Assert.Equal(("KK9004", 14), after.Messages.Where(m => m.File == "kwaliteitskader.json").Select(m => (m.Code, m.Line)).Single());
        Assert.NotEmpty(Gate.Evaluate(after, "findings"));
    }

    [Theory]
    [InlineData("src/Dagboek.cs", 2)]
    [InlineData("src/*.cs", 2)]
    [InlineData("**/Dagboek.cs", 2)]
    [InlineData("**", 2)]
    [InlineData("src\\Dagboek.cs", 2)]
    [InlineData("*.cs", 0)]
    [InlineData("Dagboek.cs", 0)]
    [InlineData("src/dagboek.cs", 0)]
    [InlineData("src/Dagboek.cs.bak", 0)]
    [InlineData("(a+)+$", 0)]
    public void A_pattern_says_which_files(string pattern, int excepted) =>
        Assert.Equal(excepted, Merge(Fragment(exceptions: Exception(file: pattern))).Findings.Count(f => f.Status == "excepted"));

    [Fact]
    public void A_line_says_which_place_and_the_other_finding_stays()
    {
        var report = Merge(Fragment(exceptions: Exception(file: "src/Dagboek.cs", place: 4)));
        Assert.Equal([("open", 3), ("excepted", 4)], report.Findings.Select(f => (f.Status, f.Line)));
        var outcome = report.Rules.Single(r => r.Id == Sarif.Rule).Projects.Single().Outcome;
        Assert.Equal((State.Finding, 1, 1), (outcome.State, outcome.Findings, outcome.Excepted));
    }

    [Fact]
    public void A_finding_that_was_silenced_without_reason_gets_one()
    {
        var report = Merge(Fragment(new Sarif().Finding(file: "src/Dagboek.cs", line: 3, suppression: ("Pragma Directive", null)), exceptions: Exception()));
        Assert.Equal("excepted", Assert.Single(report.Findings).Status);
        Assert.Equal("declaration", Assert.Single(report.Exceptions).Kind);
        Assert.Equal(0, report.Summary.UnjustifiedExceptions);
        Assert.Equal(State.AcceptedException, report.Criterion("T4.09b").State);
    }

    [Fact]
    public void The_same_result_twice_in_the_log_is_accepted_as_one() =>
        Assert.Equal(State.AcceptedException, Merge(Fragment(new Sarif().Finding(file: "src/Dagboek.cs", line: 3).Finding(file: "src/Dagboek.cs", line: 3), exceptions: Exception())).Criterion("T4.09b").State);

    [Fact]
    public void What_did_not_run_to_its_end_is_not_evaluated_also_when_its_findings_are_accepted()
    {
        var crashed = Fragment(new Sarif().Record(Sarif.Rule, 3, failed: 1).Finding(file: "src/Dagboek.cs", line: 3), exceptions: Exception());
        Assert.Equal(State.NotEvaluated, Merge(crashed).Criterion("T4.09b").State);

        var half = Fragment(new Sarif().Record(Sarif.Rule, 3, notFollowed: 2).Finding(file: "src/Dagboek.cs", line: 3), exceptions: Exception());
        Assert.Equal(State.Undecided, Merge(half).Criterion("T4.09b").State);
    }

    [Fact]
    public void Findings_of_other_analyzers_can_be_excepted_too()
    {
        var log = new Sarif().Load("CA5351", new() { ["level"] = "note" }).Override("CA5351", level: "warning").Result("CA5351", "warning", "MD5", "src/Hash.cs", 3, 1, null);
        Assert.Equal(1, Merge(Fragment(log)).OtherRules.Single(o => o.Rule == "CA5351").Findings);
        var row = Merge(Fragment(log, exceptions: Exception(rule: "CA5351"))).OtherRules.Single(o => o.Rule == "CA5351");
        Assert.Equal((0, 1), (row.Findings, row.Excepted));
    }

    [Fact]
    public void An_exception_that_excepts_nothing_is_shown_as_such()
    {
        var unused = Assert.Single(Merge(Fragment(exceptions: Exception(file: "src/Weg.cs"))).Exceptions);
        Assert.Equal((Texts.Get("exception.unused"), false), (unused.Message, unused.Expired));
    }

    [Fact]
    public void A_fragment_holds_no_day_so_that_it_can_be_kept() =>
        Assert.Equal(JsonFile.Bytes(Fragment(exceptions: Exception())), JsonFile.Bytes(Fragment(exceptions: Exception())));

    [Fact]
    public void A_fingerprint_survives_a_move_and_tells_equal_lines_apart()
    {
        var before = Merge(Fragment()).Findings;
        Assert.Equal(2, before.Select(f => f.Fingerprint).Distinct().Count());

        var moved = Merge(Fragment(new Sarif().Finding(file: "src/Dagboek.cs", line: 5).Finding(file: "src/Dagboek.cs", line: 6), "// een\n// twee\n" + Diary.Replace("    ", "\t", StringComparison.Ordinal))).Findings;
        Assert.Equal(before.Select(f => f.Fingerprint), moved.Select(f => f.Fingerprint));

        var changed = Merge(Fragment(source: Diary.Replace("Diagnose", "Allergie", StringComparison.Ordinal))).Findings;
        Assert.Empty(before.Select(f => f.Fingerprint).Intersect(changed.Select(f => f.Fingerprint)));
    }

    [Fact]
    public void The_baseline_opens_the_gate_and_improves_no_state()
    {
        var fragment = Fragment();
        var baseline = Baseline.Of(Merge(fragment), "2026-05-01");
        var report = Merge(fragment, baseline);

        Assert.Equal(State.Finding, report.Criterion("T4.09b").State);
        Assert.All(report.Findings, f => Assert.Equal(("open", "legacy"), (f.Status, f.Baseline)));
        Assert.Equal((2, 2), (report.Summary.OpenFindings, report.Summary.BaselinedFindings));
        Assert.All(report.Exceptions, e => Assert.Equal(("baseline", false, "2026-05-01"), (e.Kind, e.Justified, e.Created)));
        Assert.Equal("2026-05-01", report.Summary.OldestException);
        Assert.Equal((2, 0, 0), (report.Baseline!.Legacy, report.Baseline.Accepted, report.Baseline.Stale));
        Assert.Empty(Gate.Evaluate(report, "findings"));

        // A new finding closes it again.
        var worse = Fragment(new Sarif().Finding(file: "src/Dagboek.cs", line: 3).Finding(file: "src/Dagboek.cs", line: 4).Finding(file: "src/Nieuw.cs", line: 1));
        Assert.Contains("1", Assert.Single(Gate.Evaluate(Merge(worse, baseline), "findings")).Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_shrinks_and_never_grows()
    {
        var baseline = Baseline.Of(Merge(Fragment()), "2026-05-01");
        var one = Fragment(new Sarif().Finding(file: "src/Dagboek.cs", line: 3).Finding(file: "src/Nieuw.cs", line: 1));
        var report = Merge(one, baseline);
        Assert.Equal(1, report.Baseline!.Stale);
        Assert.Contains(report.Messages, m => m.Code == "KK9004");

        var pruned = baseline.Prune(report);
        Assert.Equal(baseline.Entries[0], Assert.Single(pruned.Entries));
        Assert.Equal(0, Merge(one, pruned).Baseline!.Stale);
    }

    [Fact]
    public void An_accepted_entry_ends()
    {
        var report = Merge(Fragment());
        var accepted = new Baseline
        {
            File = "kk.baseline.json",
            Entries = [.. Baseline.Of(report, "2026-05-01").Entries.Select(e => e with { Kind = "accepted", Reason = "wordt vervangen", Owner = "Team", Until = "2026-06-01" })],
        };
        Assert.All(Merge(Fragment(), accepted).Findings, f => Assert.Equal("accepted", f.Baseline));

        var after = Merge(Fragment(), accepted, Today.AddDays(1));
        Assert.All(after.Findings, f => Assert.Null(f.Baseline));
        Assert.All(after.Exceptions, e => Assert.True(e.Expired));
        Assert.NotEmpty(Gate.Evaluate(after, "findings"));
    }

    [Fact]
    public void A_baseline_survives_the_disk_in_any_order()
    {
        using var folder = new Folder();
        var baseline = Baseline.Of(Merge(Fragment()), "2026-05-01");
        var path = Path.Combine(folder.Path, "kk.baseline.json");
        File.WriteAllBytes(path, baseline.ToJson());
        var read = Baseline.Read(path);
        Assert.Empty(read.Problems);
        Assert.Equal(baseline.ToJson(), (read with { Entries = [.. read.Entries.Reverse()] }).ToJson());
        Assert.Equal(64, read.Sha256.Length);
    }

    [Theory]
    [InlineData("{ \"entries\": [\n { \"rule\": \"KK4301\", \"fingerprint\": \"zz\", \"kind\": \"legacy\" } ] }", 2, "is no fingerprint")]
    [InlineData("{ \"entries\": [\n { \"rule\": \"KK4301\", \"fingerprint\": \"0123456789abcdef0123456789abcdef\", \"kind\": \"accepted\", \"reason\": \"x\" } ] }", 2, "is needed")]
    [InlineData("{ \"entries\": [\n { \"rule\": \"KK4301\", \"fingerprint\": \"0123456789abcdef0123456789abcdef\", \"kind\": \"forever\" } ] }", 2, "is no value of 'kind'")]
    [InlineData("{ \"entries\": [ { \"rule\": \"KK4301\",\n \"until\": \"31-12-2026\" } ] }", 2, "is no date")]
    [InlineData("{ \"formatVersion\": 1,\n \"enties\": [] }", 2, "is no key")]
    [InlineData("{ \"formatVersion\": 2 }", 1, "is no value")]
    [InlineData("[\n", 2, "no JSON")]
    public void What_cannot_be_read_is_said_with_its_place_and_has_no_effect(string json, int line, string message)
    {
        using var folder = new Folder();
        var baseline = Baseline.Read(folder.File("kk.baseline.json", json), "kk.baseline.json");
        Assert.Empty(baseline.Entries);
        Assert.Contains(Merge(Fragment(), baseline).Problems, p => p.File == "kk.baseline.json" && p.Line == line);
        Assert.Contains(baseline.Problems, p => p.Line == line && p.Text.En.Contains(message, StringComparison.Ordinal));
        Assert.All(baseline.Problems, p => Assert.All(Localized.Languages, l => Assert.NotEmpty(p.Text[l])));
    }

    [Fact]
    public void A_baseline_that_is_not_there_is_a_problem() =>
        Assert.Single(Baseline.Read(Path.Combine(Path.GetTempPath(), "kk-absent", "kk.baseline.json")).Problems);
}
