using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>All rules of the build, and what they amount to in one project.</summary>
internal sealed class BuildRuleSet
{
    /// <summary>Every rule of the catalogue with the source <c>build</c>, except the tool's own (a test checks that).</summary>
    public static readonly IReadOnlyList<IBuildRule> All =
    [
        new ContradictedContext(), new SwitchedOffAnalysis(), new SupportedTools(), new SecurityPolicy(),
        new FloatingVersions(), new AuditSwitches(), new PackageSources(), new KnownVulnerabilities(),
    ];

    private readonly ProjectFacts _facts;
    private readonly List<(Rule Rule, BuildInspection Inspection, RuleOutcome Outcome)> _results = [];

    private readonly BuildProject _project;

    private BuildRuleSet(ProjectFacts facts, BuildProject project) => (_facts, _project, Places) = (facts, project, new(project));

    /// <summary>Outcomes by rule id.</summary>
    public IReadOnlyDictionary<string, RuleOutcome> Outcomes => _results.ToDictionary(r => r.Rule.Id, r => r.Outcome, StringComparer.Ordinal);

    /// <summary>Where whole rules were switched off.</summary>
    public SwitchOffPlaces Places { get; }

    /// <summary>Files that the rules read: the next build need not run them while these and the facts stay the same.</summary>
    public IReadOnlyList<string> FilesRead => _project.FilesRead;

    /// <summary>Packages that tell about the context.</summary>
    public IReadOnlyList<InventoryRow> PackageSigns { get; private set; } = [];

    /// <summary>Runs the rules.</summary>
    /// <param name="facts">What the build knows.</param>
    /// <param name="noWarn">Ids in <c>NoWarn</c>.</param>
    /// <param name="rules">The rules; all of them but for tests.</param>
    /// <param name="inventories">What rules of the compiler recorded.</param>
    /// <param name="declaration">What the provider declared.</param>
    /// <param name="compiler">What rules of the compiler came to.</param>
    /// <param name="label">Name of the compilation, for rows of inventories.</param>
    public static BuildRuleSet Run(
        ProjectFacts facts, IReadOnlySet<string> noWarn, IReadOnlyList<IBuildRule>? rules = null, IReadOnlyList<InventoryRow>? inventories = null, DeclarationData? declaration = null,
        IReadOnlyList<RuleOutcome>? compiler = null, string[]? label = null)
    {
        var project = new BuildProject(facts, inventories, declaration, compiler);
        var set = new BuildRuleSet(facts, project);
        project.Add(BuildRules.PackageSigns.Of(project, new Paths(facts.RootDirectory ?? Path.GetDirectoryName(facts.ProjectPath)), label ?? []));
        set.PackageSigns = project.PackageSigns ?? [];
        foreach (var rule in rules ?? All)
        {
            var entry = Rules.Find(rule.Id)!;
            var inspection = new BuildInspection();
            if (facts.Mode == "none")
                inspection.NotEvaluated("mode-none");
            else if (noWarn.Contains(rule.Id))
                inspection.NotEvaluated("no-warn");
            else if (entry.Severity == RuleSeverity.Off && facts.Mode != "strict")
                inspection.NotEvaluated("off-by-default");
            else
                Check(rule, project, ref inspection);
            set._results.Add((entry, inspection, Outcome(entry, inspection)));
        }

        return set;
    }

    /// <summary>Findings, silenced ones included.</summary>
    public IEnumerable<Finding> Findings(Paths paths, string[] label) =>
        from r in _results
        from f in r.Inspection.Findings
        select new Finding(
            r.Rule.Id, Level(r.Rule, f), f.Status, paths.Relative(f.Place.File ?? _facts.ProjectPath), f.Place.Line, f.Place.Column,
            Texts.Format(r.Rule.Message, f.Args), label);

    /// <summary>What silences single findings.</summary>
    public IEnumerable<RuleException> Exceptions(Paths paths, string[] label) =>
        from r in _results
        from f in r.Inspection.Findings
        where f.SilencedBy is not null
        select new RuleException(
            r.Rule.Id, f.SilencedBy!, f.Justification, f.Justification is not null, paths.Relative(f.Place.File ?? _facts.ProjectPath), f.Place.Line,
            Texts.Format(r.Rule.Message, f.Args), label);

    /// <summary>What the build says aloud: open warnings. Information is for the report, as it is with the compiler's.</summary>
    public IEnumerable<ReportMessage> Messages() =>
        from r in _results
        from f in r.Inspection.Findings
        where f.SilencedBy is null && Level(r.Rule, f) != "note"
        select new ReportMessage(r.Rule.Id, "warning", f.Place.File ?? _facts.ProjectPath, f.Place.Line, f.Place.Column, Texts.Format(r.Rule.Message, f.Args));

    private static void Check(IBuildRule rule, BuildProject project, ref BuildInspection inspection)
    {
        try
        {
            rule.Check(project, inspection);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What it had seen by then may be half of it.
            inspection = new BuildInspection();
            inspection.NotEvaluated("crashed-with", e.GetType().Name);
        }
    }

    private static RuleOutcome Outcome(Rule rule, BuildInspection inspection)
    {
        int Count(string status) => inspection.Findings.Count(f => f.Status == status);
        var outcome = new RuleOutcome(
            rule.Id, State.NotEvaluated, "", Texts.Same(""), inspection.Count, inspection.NotFollowedCount, inspection.WhyNotEvaluated?.Code == "crashed-with" ? 1 : 0,
            Count("open"), Count("excepted"), Count("unjustified"));

        return RuleStates.Of(rule, outcome, inspection.WhyNotEvaluated, inspection.WhyUndecided ?? (outcome.NotFollowed > 0 ? ("not-followed", [outcome.Inspected, rule.Inspects, outcome.NotFollowed]) : null));
    }

    /// <summary>As <c>KkMode</c> does for the compiler; in a project of tests, which is no part of the product, nothing is loud.</summary>
    private string Level(Rule rule, BuildFinding finding)
    {
        var severity = _facts.Mode == "strict" && (rule.Strict is not null || rule.Severity is RuleSeverity.Info or RuleSeverity.Off)
            ? rule.Strict ?? RuleSeverity.Warning
            : finding.Severity ?? rule.Severity;
        return _facts.IsTestProject || severity is RuleSeverity.Info or RuleSeverity.Off ? "note" : "warning";
    }
}
