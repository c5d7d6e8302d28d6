using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting.BuildRules;

namespace KkAnalyzers.Reporting.Tests.BuildRules;

/// <summary>What a rule of the build amounts to, with a rule of the test's own under an id that exists.</summary>
public class BuildRuleSetTests
{
    private const string Id = "KK4301";

    private static readonly object[] Args = ["a", "b", new Localized("c", "ç", "ć"), "d", "e", "f", "g", "h"];

    private static BuildRuleSet Run(Action<BuildInspection> check, ProjectFacts? facts = null, params string[] noWarn) =>
        BuildRuleSet.Run(facts ?? new ProjectFacts { ProjectPath = "/src/App/App.csproj", Mode = "recommended" }, noWarn.ToHashSet(), [new Own(check)]);

    private static void Is(BuildRuleSet set, State state, string reason)
    {
        var outcome = Assert.Single(set.Outcomes.Values);
        Assert.Equal((state, reason), (outcome.State, outcome.ReasonCode));
        Assert.All(Localized.Languages, l => Assert.False(string.IsNullOrWhiteSpace(outcome.Reason[l])));
    }

    [Fact]
    public void Each_way_to_end_has_its_state()
    {
        Is(Run(_ => { }), State.NotApplicable, "nothing-to-inspect");
        Is(Run(i => i.Inspected(3)), State.CheckedClean, "clean");
        Is(Run(i => { i.Inspected(); i.NotFollowed(); }), State.Undecided, "not-followed");
        Is(Run(i => { i.Inspected(); i.Undecided("lowered"); }), State.Undecided, "lowered");
        Is(Run(i => i.NotEvaluated("no-restore")), State.NotEvaluated, "no-restore");
        Is(Run(i => { i.Inspected(); i.Report(Place.None, Args); i.NotEvaluated("no-restore"); }), State.Finding, "findings");
        Is(Run(i => { i.Inspected(); i.Excepted(Place.None, "config", "agreed with the vendor", Args); }), State.AcceptedException, "excepted");
        Is(Run(i => { i.Inspected(); i.Excepted(Place.None, "config", " ", Args); }), State.Finding, "unjustified");
    }

    [Fact]
    public void A_crash_is_a_state_and_no_crash_of_the_build()
    {
        var set = Run(i => { i.Report(Place.None, Args); throw new InvalidOperationException(); });
        Is(set, State.NotEvaluated, "crashed-with");
        Assert.Equal(1, set.Outcomes[Id].Failed);
        Assert.Empty(set.Messages());
    }

    [Fact]
    public void Modes_and_NoWarn_switch_a_rule_off()
    {
        static void Never(BuildInspection _) => Assert.Fail("ran");
        Is(Run(Never, new ProjectFacts { Mode = "none" }), State.NotEvaluated, "mode-none");
        Is(Run(Never, null, Id), State.NotEvaluated, "no-warn");
    }

    [Fact]
    public void What_is_open_and_loud_is_said_in_the_build_and_points_to_its_place()
    {
        var set = Run(i =>
        {
            i.Report(new Place("/src/Directory.Packages.props", 4, 5), Args);
            i.Report(Place.None, Args);
            i.ReportInfo(new Place("/src/a.props", 1, 1), Args);
            i.Excepted(new Place("/src/b.props", 1, 1), "config", null, Args);
        });
        Assert.Equal([("/src/Directory.Packages.props", 4, 5), ("/src/App/App.csproj", 0, 0)], set.Messages().Select(m => (m.File, m.Line, m.Column)));
        Assert.All(set.Messages(), m => Assert.Contains("ç", m.Text.Nl, StringComparison.Ordinal));
        Assert.Equal(["warning", "warning", "note", "warning"], set.Findings(new Paths("/src"), ["App"]).Select(f => f.Level));
        Assert.Equal(["open", "open", "open", "unjustified"], set.Findings(new Paths("/src"), ["App"]).Select(f => f.Status));
        Assert.Equal("b.props", Assert.Single(set.Exceptions(new Paths("/src"), ["App"])).File);
    }

    [Fact]
    public void Tests_are_no_part_of_the_product() =>
        Assert.Empty(Run(i => i.Report(Place.None, Args), new ProjectFacts { ProjectPath = "/src/T.csproj", IsTestProject = true }).Messages());

    [Fact]
    public void Two_halves_of_a_rule_make_one_outcome()
    {
        var rule = Catalogue.Instance.Rules.First(r => r.Id == Id);
        RuleOutcome Half(Action<BuildInspection> check) => Run(check).Outcomes[Id];
        var both = RuleStates.Both(rule, Half(i => i.Inspected(2)), Half(i => i.Inspected(3)));
        Assert.Equal((State.CheckedClean, 5), (both.State, both.Inspected));
        Assert.Contains("5", both.Reason.Nl, StringComparison.Ordinal);
        Assert.Equal(State.CheckedClean, RuleStates.Both(rule, Half(_ => { }), Half(i => i.Inspected())).State);
        Assert.Equal(State.NotEvaluated, RuleStates.Both(rule, Half(i => i.Inspected()), Half(i => i.NotEvaluated("no-restore"))).State);
        both = RuleStates.Both(rule, Half(i => i.Report(Place.None, Args)), Half(i => i.Report(Place.None, Args)));
        Assert.Equal((State.Finding, 2), (both.State, both.Findings));
        Assert.StartsWith("2", both.Reason.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_of_the_build_has_a_class_and_a_test()
    {
        var expected = Catalogue.Instance.Rules.Where(r => r.InBuild && r.Category != "Tool").Select(r => r.Id);
        Assert.Equal(expected, BuildRuleSet.All.Select(r => r.Id).Order(StringComparer.Ordinal));
        var tests = typeof(BuildRuleSetTests).Assembly.GetTypes().Select(t => t.Name).ToHashSet();
        Assert.All(expected, id => Assert.Contains(id + "Tests", tests));
    }

    [Fact]
    public void The_project_knows_where_its_settings_and_items_stand()
    {
        using var folder = new Folder();
        var project = folder.File("src/App/App.csproj", "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"B;A\" />\n  </ItemGroup>\n</Project>");
        var props = folder.File("src/Directory.Build.props", "<Project>\n  <PropertyGroup>\n    <NuGetAudit>false</NuGetAudit>\n  </PropertyGroup>\n</Project>");
        folder.File("Directory.Build.props", "<Project><PropertyGroup><NuGetAudit>true</NuGetAudit></PropertyGroup></Project>");
        folder.File("src/App/Directory.Build.targets", "<Project><!-- not finished");
        var imported = folder.File("eng/packages.props", "<Project><ItemGroup><PackageReference Include=\"C\" Version=\"1.*\" /></ItemGroup></Project>");
        var facts = new ProjectFacts
        {
            ProjectPath = project,
            RootDirectory = folder.Path,
            Items = new Dictionary<string, IReadOnlyList<BuildItem>> { ["PackageReference"] = [new("C", imported), new("Sdk", "/usr/share/sdk.props")] },
        };
        var known = new BuildProject(facts);
        Assert.Equal(new Place(props, 3, 5), known.PropertyPlace("nugetaudit"));
        Assert.Equal(Place.None, known.PropertyPlace("NuGetAuditMode"));
        Assert.Equal(new Place(project, 3, 5), known.FindItem("a", "PackageVersion", "PackageReference"));
        Assert.Equal(imported, known.FindItem("C", "PackageReference")!.Value.File);
        Assert.Null(known.FindItem("D", "PackageReference"));
        Assert.Contains(Path.Combine(folder.Path, "Directory.Build.props"), known.FilesRead);
        Assert.DoesNotContain("/usr/share/sdk.props", known.ProjectFiles);
    }

    private sealed class Own(Action<BuildInspection> check) : IBuildRule
    {
        public string Id => BuildRuleSetTests.Id;

        public void Check(BuildProject project, BuildInspection inspection) => check(inspection);
    }
}
