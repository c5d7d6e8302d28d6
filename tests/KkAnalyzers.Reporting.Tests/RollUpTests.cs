using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

public class RollUpTests
{
    private static FragmentResult Project(string name, Sarif sarif, bool head = false, bool test = false, string framework = "net8.0", params string[] missing) =>
        Build.Fragment(sarif, f => f with
        {
            ProjectName = name,
            ProjectPath = f.ProjectPath!.Replace("App", name, StringComparison.Ordinal),
            TargetFramework = framework,
            IsHead = head,
            IsTestProject = test,
            ReferencedProjectsWithoutFragment = [.. missing.Select(m => f.ProjectPath!.Replace("App", m, StringComparison.Ordinal))],
        });

    [Fact]
    public void Order_duplicates_and_order_of_the_log_do_not_matter()
    {
        Sarif Log() => new Sarif().Finding(line: 7).Finding(line: 3).Row(Sarif.Rule, "endpoints", "src/A.cs", 4, ("route", "=/b")).Row(Sarif.Rule, "endpoints", "src/A.cs", 4, ("route", "=/a"));
        var one = Build.Report(Project("A", Log(), head: true), Project("B", new Sarif()), Project("B", new Sarif().Finding(), framework: "net9.0")).ToJson();
        var other = Build.Report(
            Project("B", new Sarif().Finding(), framework: "net9.0"), Project("B", new Sarif()), Project("A", Log().Reverse(), head: true), Project("B", new Sarif())).ToJson();
        Assert.Equal(one, other);
    }

    [Fact]
    public void Fragments_survive_the_disk_and_equal_bytes_are_not_written_again()
    {
        using var folder = new Folder();
        var fragment = Project("A", new Sarif().Finding(suppression: ("SuppressMessageAttribute", "é <reason>"))).Fragment;
        var path = Path.Combine(folder.Path, "deep/kk.fragment.json");
        Assert.True(fragment.Write(path));
        Assert.False(fragment.Write(path));
        var read = Fragment.Read(path);
        Assert.Equal(Build.Report(new FragmentResult(fragment, [], [])).ToJson(), Build.Report(new FragmentResult(read, [], [])).ToJson());
        Assert.DoesNotContain((byte)'\r', File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_fragment_that_is_none_says_so(string content)
    {
        using var folder = new Folder();
        Assert.Throws<UnreadableFileException>(() => Fragment.Read(folder.File("kk.fragment.json", content)));
        Assert.Throws<UnreadableFileException>(() => Report.Read(folder.File("report.json", content)));
    }

    [Fact]
    public void Two_checkouts_give_the_same_bytes()
    {
        string Log(string root) => new Sarif().Finding(file: "file://" + root.Replace(" ", "%20", StringComparison.Ordinal) + "/src/App/My%20File.cs").ToString();
        FragmentResult At(string root) => Build.Fragment(null, f => f with { RootDirectory = root, ProjectPath = root + "/src/App/App.csproj", OutputAssembly = null }, log: Log(root));
        var report = Build.Report(At("/home/one/product"));
        Assert.Equal(report.ToJson(), Build.Report(At("/srv/other place/product")).ToJson());
        Assert.Equal("src/App/My File.cs", report.Findings.Single().File);
    }

    [Fact]
    public void Paths_above_the_root_do_not_show()
    {
        var report = Build.Report(Build.Fragment(new Sarif().Finding(file: "file:///home/somebody/secret/Shared.cs")));
        Assert.Equal("…/Shared.cs", report.Findings.Single().File);
    }

    [Fact]
    public void Same_finding_in_two_frameworks_is_one_finding()
    {
        var report = Build.Report(Project("A", new Sarif().Finding()), Project("A", new Sarif().Finding(), framework: "net9.0"));
        Assert.Equal(["A (net8.0)", "A (net9.0)"], Assert.Single(report.Findings).Projects);
        Assert.Equal(1, report.Summary.OpenFindings);
    }

    [Fact]
    public void Worst_of_all_projects_wins_and_not_evaluated_beats_clean()
    {
        Assert.Equal(State.Finding, Build.Report(Project("A", new Sarif()), Project("B", new Sarif().Finding())).Criterion("T4.09b").State);
        Assert.Equal(State.NotEvaluated, Build.Report(Project("A", new Sarif()), Project("B", new Sarif().NoRecord(Sarif.Rule))).Criterion("T4.09b").State);
        Assert.Equal(State.CheckedClean, Build.Report(Project("A", new Sarif()), Project("B", new Sarif().Record(Sarif.Rule, 0))).Criterion("T4.09b").State);
    }

    [Fact]
    public void Tests_are_listed_and_do_not_count()
    {
        var report = Build.Report(Project("A", new Sarif()), Project("A.Tests", new Sarif().Finding(), test: true));
        Assert.Equal(2, report.Projects.Count);
        Assert.Empty(report.Findings);
        Assert.Equal(State.CheckedClean, report.Criterion("T4.09b").State);
    }

    [Fact]
    public void A_referenced_project_without_fragment_was_looked_at_by_nobody()
    {
        var report = Build.Report(Project("A", new Sarif(), head: true, missing: "B"));
        Assert.Equal(["src/B/B.csproj"], report.MissingProjects);
        Assert.Equal(State.NotEvaluated, report.Criterion("T4.09b").State);
        Assert.False(report.Summary.Complete);
        Assert.Contains(report.Messages, m => m.Code == "KK9003");

        // Its fragment comes from another build: nothing is missing any more.
        var merged = Build.Report(Project("A", new Sarif(), head: true, missing: "B"), Project("B", new Sarif()));
        Assert.Empty(merged.MissingProjects);
        Assert.Equal(State.CheckedClean, merged.Criterion("T4.09b").State);
    }

    [Fact]
    public void Nothing_at_all_is_not_evaluated()
    {
        var report = RollUp.Merge([]);
        Assert.All(report.Criteria.Where(c => c.State is not null), c => Assert.Equal(State.NotEvaluated, c.State));
        Assert.False(report.Summary.Complete);
    }

    [Fact]
    public void Counts_add_up()
    {
        var summary = Build.Report(Project("A", new Sarif().Finding())).Summary;
        Assert.Equal(Catalogue.Instance.Criteria.Count, summary.Statements);
        Assert.Equal(summary.Criteria, summary.States.Sum(s => s.Count));
        Assert.Equal(summary.Statements, summary.Criteria + summary.Groups);
    }

    [Fact]
    public void Groups_have_no_state() =>
        Assert.All(Build.Report(Project("A", new Sarif())).Criteria.Where(c => !Catalogue.Instance.Criteria.Single(k => k.Id == c.Id).Checkable), c => Assert.Null(c.State));

    [Fact]
    public void Clean_rules_never_make_a_partly_visible_criterion_clean() =>
        Assert.All(Build.Report(Project("A", new Sarif())).Criteria.Where(c => c.Visibility != Visibility.Code), c => Assert.NotEqual(State.CheckedClean, c.State));

    [Fact]
    public void Every_state_has_a_reason_in_three_languages() =>
        Assert.All(Build.Report(Project("A", new Sarif().Finding())).Criteria.Where(c => c.State is not null), c =>
        {
            Assert.False(string.IsNullOrWhiteSpace(c.Reason!.En));
            Assert.False(string.IsNullOrWhiteSpace(c.Reason.Nl));
            Assert.False(string.IsNullOrWhiteSpace(c.Reason.Fr));
        });

    [Fact]
    public void Messages_are_written_again_in_each_language()
    {
        var finding = Build.Report(Project("A", new Sarif().Finding())).Findings.Single();
        var format = Catalogue.Instance.Rules.Single(r => r.Id == Sarif.Rule).Message;
        Assert.All(Localized.Languages, l => Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, format[l], Sarif.DefaultArguments), finding.Message[l]));
        Assert.NotEqual(finding.Message.Nl, finding.Message.Fr);
        Assert.Contains("Diagnose", finding.Message.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Catalogue_texts_in_arguments_are_written_again_with_their_parts()
    {
        var (key, text) = Catalogue.Instance.Texts.First(t => t.Value.En.Contains("{0}", StringComparison.Ordinal) && !t.Value.En.Contains("{1}", StringComparison.Ordinal));
        var value = Messages.Value($"@{key}\u001FMy.Ads");
        Assert.Equal(text.Fr.Replace("{0}", "My.Ads", StringComparison.Ordinal), value.Fr);
        Assert.Equal(text.Nl.Replace("{0}", "My.Ads", StringComparison.Ordinal), value.Nl);
        Assert.Equal("NoSuchKey x", Messages.Value("@NoSuchKey\u001Fx").Nl);
        Assert.Equal("=a", Messages.Value("==a").Nl);
    }

    [Fact]
    public void A_message_with_too_few_arguments_keeps_its_own_words() =>
        Assert.Equal("message of KK4301", Build.Report(Project("A", new Sarif().Finding(args: ("arg0", "=x")))).Findings.Single().Message.Fr);

    [Fact]
    public void Mixed_commits_are_a_problem() =>
        Assert.Contains(
            Build.Report(Project("A", new Sarif()), Build.Fragment(new Sarif(), f => f with { Commit = "other", ProjectName = "B" })).Problems,
            p => p.Text.En.Contains("different commits", StringComparison.Ordinal));

    [Fact]
    public void Gate()
    {
        var clean = Build.Report(Project("A", new Sarif()));
        var open = Build.Report(Project("A", new Sarif().Finding()));
        var note = Build.Report(Project("A", new Sarif().Finding(level: "note")));
        var silenced = Build.Report(Project("A", new Sarif().Finding(suppression: ("Pragma Directive", null))));
        var excepted = Build.Report(Project("A", new Sarif().Finding(suppression: ("SuppressMessageAttribute", "reason"))));
        var crashed = Build.Report(Project("A", new Sarif().Record(Sarif.Rule, 1, failed: 1)));
        var broken = Build.Report(Project("A", new Sarif().Result("CS0103", "error", "", "A.cs", 1, 1, null)));
        var missing = Build.Report(Project("A", new Sarif(), missing: "B"));

        int Count(Report report, string gate) => Reporting.Gate.Evaluate(report, gate).Count(m => m is { Code: "KK9005", Severity: "error" });
        Assert.Equal([0, 0, 0], new[] { "none", "findings", "incomplete" }.Select(g => Count(clean, g)));
        Assert.Equal([0, 1, 1], new[] { "none", "findings", "incomplete" }.Select(g => Count(open, g)));
        Assert.Equal(0, Count(note, "findings"));
        Assert.Equal(1, Count(silenced, "findings"));
        Assert.Equal(0, Count(excepted, "findings"));
        Assert.Equal((0, 1), (Count(crashed, "findings"), Count(crashed, "incomplete")));
        Assert.Equal(0, Count(broken, "findings"));
        Assert.True(Count(broken, "incomplete") > 0);
        Assert.True(Count(missing, "incomplete") > 0);
        Assert.True(Count(RollUp.Merge([]), "incomplete") > 0);
        Assert.Equal(1, Count(clean, "finding"));
    }
}
