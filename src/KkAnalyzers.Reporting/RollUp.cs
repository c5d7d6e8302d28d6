using System.Globalization;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>What a roll-up needs besides fragments.</summary>
public sealed record RollUpOptions
{
    /// <summary>The day against which evidence is judged. Null: no end date is judged.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Findings that existed before, or that somebody accepts.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>An earlier report of the product, to say what changed.</summary>
    public EarlierReport? Previous { get; init; }

    /// <summary>Printed as time of making. Null by default: same input, same bytes.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Projects that belong to the product, relative to the root: one without a fragment is missing.</summary>
    public IReadOnlyList<string> ExpectedProjects { get; init; } = [];
}

/// <summary>Makes a report of fragments: the order does not matter, the same fragment twice counts once, the worst state wins.</summary>
public static class RollUp
{
    private const int ExpiryWindowDays = 90;

    /// <summary>Rolls up.</summary>
    public static Report Merge(IEnumerable<Fragment> fragments, RollUpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fragments);
        return Merge(fragments, options ?? new RollUpOptions(), Catalogue.Instance.Rules);
    }

    internal static Report Merge(IEnumerable<Fragment> fragments, RollUpOptions options, IReadOnlyList<Rule> catalogue)
    {
        var pool = new Pool();

        // Fragments are equal when their bytes are; sorting by a digest of the bytes last makes the order total.
        var all = fragments
            .Select(f => (Fragment: f, Digest: JsonFile.Sha256(f)))
            .DistinctBy(f => f.Digest, StringComparer.Ordinal)
            .Select(f => (Fragment: pool.Share(f.Fragment), f.Digest))
            .OrderBy(f => f.Fragment.Project.Path, StringComparer.Ordinal)
            .ThenBy(f => f.Fragment.Project.Framework, StringComparer.Ordinal)
            .ThenBy(f => f.Digest, StringComparer.Ordinal)
            .Select(f => f.Fragment)
            .ToArray();
        var delivered = all.Where(f => !f.Project.IsTest).ToArray();

        var present = all.Select(f => f.Project.Path).ToHashSet(StringComparer.Ordinal);
        var missing = delivered.SelectMany(f => f.MissingProjects).Concat(options.ExpectedProjects).Where(p => !present.Contains(p)).Distinct().Order(StringComparer.Ordinal).ToArray();

        var declarations = Declarations(delivered);
        var acceptances = new Acceptances(declarations, options.Baseline, options.Today);
        var counted = Array.ConvertAll(delivered, acceptances.Apply);
        var evidence = Evidence(declarations, options.Today);
        var rules = catalogue.Where(ToolInfo.IsProductRule).Select(r => Row(r, counted, missing)).ToArray();
        var others = MappedRules.Rows(counted);
        var verdicts = new CriterionVerdicts(catalogue, rules, others, declarations, evidence).All().ToArray();
        var findings = Findings(counted);
        RuleException[] exceptions = [.. Exceptions(counted), .. acceptances.WithoutEffect()];
        var commits = counted.Select(f => f.Project.Commit).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        var messages = FragmentBuilder.Sorted(Messages(counted, declarations, evidence, missing, commits).Concat(acceptances.Messages()));
        var first = declarations.FirstOrDefault();
        var rows = Inventories(counted);
        var context = ContextRows.Of(first, rows);
        var (profile, criteria) = Profiles.Apply(first, verdicts);
        var (personalData, otherRows) = PersonalDataRows.Of(rows);
        var (endpoints, restRows) = EndpointRows.Of(otherRows);
        var (thirdParties, consentRows) = ThirdPartyRows.Of(restRows);
        var (consent, left) = ConsentRows.Of(consentRows);
        var inventories = Array.ConvertAll(left, i => i with { Keys = null });

        var report = new Report
        {
            Tool = ToolInfo.Current,
            Framework = new FrameworkInfo(Catalogue.Instance.FrameworkName, Catalogue.Instance.FrameworkPublisher, Catalogue.Instance.FrameworkReading),
            Timestamp = options.Timestamp,
            AsOf = acceptances.HasDates || evidence.Any(e => e.Evidence.ValidUntil is not null) ? options.Today?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            Product = first?.Product,
            IntendedUse = first?.IntendedUse,
            Context = context,
            Statement = first?.Statement,
            OutOfScope = [.. declarations.SelectMany(d => d.OutOfScope).Distinct()],
            Profile = profile,
            AiSystems = [.. declarations.SelectMany(d => d.AiSystems)],
            DeclaredThirdParties = [.. declarations.SelectMany(d => d.ThirdParties)],
            Declarations = [.. declarations.Select(d => new FileDigest(d.File, d.Sha256))],
            Commits = commits,
            Repositories = [.. counted.Select(f => f.Project.RepositoryUrl).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Summary = new ReportSummary
            {
                Statements = criteria.Length,
                Criteria = criteria.Count(c => c.State is not null),
                Groups = criteria.Count(c => c.State is null),
                States = [.. Enum.GetValues<State>().Select(s => new StateCount(s, criteria.Count(c => c.State == s)))],
                OpenFindings = findings.Count(f => f.Status == "open" && f.Level is "error" or "warning"),
                BaselinedFindings = findings.Count(f => f is { Status: "open", Level: "error" or "warning", Baseline: not null }),
                OpenNotes = findings.Count(f => f.Status == "open" && f.Level is not ("error" or "warning")),
                Exceptions = exceptions.Length,
                UnjustifiedExceptions = exceptions.Count(e => !e.Justified),
                ExpiredExceptions = exceptions.Count(e => e.Expired),
                OldestException = exceptions.Select(e => e.Created).OfType<string>().Min(StringComparer.Ordinal),
                NextExceptionEnd = exceptions.Where(e => !e.Expired).Select(e => e.Until).OfType<string>().Min(StringComparer.Ordinal),
                Evidence = evidence.Length,
                EvidenceExpiring = evidence.Count(e => e.Expiring),
                EvidenceInvalid = evidence.Count(e => !e.Valid),
                RulesExpected = rules.Length,
                RulesRan = rules.Count(Ran),
                RulesOffByDefault = rules.Count(OffByDefault),
                Complete = counted.Length > 0 && counted.All(f => f.Project.Compiled) && missing.Length == 0,
                SourceFiles = counted.GroupBy(f => f.Project.Path, StringComparer.Ordinal).Sum(g => g.Max(f => f.Project.SourceFiles)),
            },
            Projects = [.. all.Select(f => f.Project)],
            MissingProjects = missing,
            Criteria = criteria,
            Rules = rules,
            OtherRules = others,
            Findings = findings,
            Exceptions = exceptions,
            Baseline = acceptances.Info(),
            Evidence = evidence,
            PersonalData = personalData,
            Endpoints = endpoints,
            ThirdParties = thirdParties,
            DeclaredTrackers = DeclaredTrackers(declarations, thirdParties),
            Consent = consent,
            Inventories = inventories,
            Problems = FragmentBuilder.Sorted([.. counted.SelectMany(f => f.Problems), .. declarations.SelectMany(d => d.Problems), .. messages]),
            Messages = messages,
        };
        return options.Previous is null ? report : report with { Changes = ReportDiff.Of(options.Previous, report) };
    }

    internal static bool Ran(RuleRow rule) => rule.State is not State.NotEvaluated && rule.Projects.Count > 0 && rule.Projects.All(p => p.Outcome.State != State.NotEvaluated);

    internal static bool OffByDefault(RuleRow rule) => rule.Projects.Count > 0 && rule.Projects.All(p => p.Outcome.ReasonCode == "off-by-default");

    private static RuleRow Row(Rule rule, Fragment[] counted, string[] missing)
    {
        var here = counted.Select(f => new RuleInProject(f.Project.Label, f.Rules.FirstOrDefault(r => r.Rule == rule.Id) switch
        {
            null => Absent(rule, "not-in-fragment"),
            { Beneath: not null } outcome => outcome with { Beneath = null },
            var outcome => outcome,
        }));
        var nobody = missing.Select(m => new RuleInProject(m, Absent(rule, "project-missing")));
        RuleInProject[] projects = [.. here, .. nobody];
        return new RuleRow
        {
            Id = rule.Id,
            Title = rule.Title,
            Severity = rule.Severity,
            Inspects = rule.Inspects,
            CannotSee = rule.CannotSee,
            Remedy = rule.Remedy,
            HelpLink = Catalogue.Instance.Header.HelpLinkBase + rule.Id + ".md",
            Standards = rule.Standards ?? [],
            State = projects.Select(p => p.Outcome.State).DefaultIfEmpty(State.NotEvaluated).Min(),
            Projects = projects,
        };
    }

    private static RuleOutcome Absent(Rule rule, string code) => new(rule.Id, State.NotEvaluated, code, Texts.Get("reason." + code));

    /// <summary>Declarations of projects that write a report; of all projects when none does. The same file counts once.</summary>
    private static DeclarationData[] Declarations(Fragment[] counted)
    {
        var heads = counted.Where(f => f.Project.IsHead && f.Declaration is not null).ToArray();
        return
        [
            .. (heads.Length > 0 ? heads : counted).Select(f => f.Declaration).OfType<DeclarationData>()
                .OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Sha256, StringComparer.Ordinal)
                .DistinctBy(d => (d.File, d.Sha256, string.Join(',', d.Criteria.SelectMany(c => c.Evidence).Select(e => e.Status)))),
        ];
    }

    internal static EvidenceRow[] Evidence(DeclarationData[] declarations, DateOnly? today) =>
    [
        .. declarations.SelectMany(d => d.Criteria)
            .SelectMany(c => c.Evidence.Select(e => (c.Id, Evidence: e)))
            .Select(e =>
            {
                DateOnly? until = DateOnly.TryParseExact(e.Evidence.ValidUntil, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
                var expired = until < today;
                return new EvidenceRow(e.Id, e.Evidence, e.Evidence.Present && !expired, expired, !expired && today is { } day && until <= day.AddDays(ExpiryWindowDays));
            })
            .OrderBy(e => e.Criterion, StringComparer.Ordinal).ThenBy(e => e.Evidence.Title, StringComparer.Ordinal).ThenBy(e => e.Evidence.Line),
    ];

    private static Finding[] Findings(Fragment[] counted) =>
    [
        .. counted.SelectMany(f => f.Findings)
            .GroupBy(f => (f.Rule, f.Level, f.Status, f.File, f.Line, f.Column, f.Message.En, f.Baseline))
            .Select(g => g.First() with { Projects = Labels(g.SelectMany(f => f.Projects)) })
            .OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)
            .ThenBy(f => f.Message.En, StringComparer.Ordinal).ThenBy(f => f.Status, StringComparer.Ordinal).ThenBy(f => f.Level, StringComparer.Ordinal),
    ];

    private static RuleException[] Exceptions(Fragment[] counted) =>
    [
        .. counted.SelectMany(f => f.Exceptions)
            .GroupBy(e => (e.Rule, e.Kind, e.Justification, e.Justified, e.File, e.Line, e.Message.En, e.Expired))
            .Select(g => g.First() with { Projects = Labels(g.SelectMany(e => e.Projects)) })
            .OrderBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.File, StringComparer.Ordinal)
            .ThenBy(e => e.Line).ThenBy(e => e.Message.En, StringComparer.Ordinal).ThenBy(e => e.Justification, StringComparer.Ordinal),
    ];

    private static InventoryRow[] Inventories(Fragment[] counted) =>
    [
        .. counted.SelectMany(f => f.Inventories)
            .GroupBy(FragmentBuilder.RowKey, StringComparer.Ordinal)
            .Select(g => g.First() with { Projects = Labels(g.SelectMany(r => r.Projects)) })
            .OrderBy(r => r.Inventory, StringComparer.Ordinal).ThenBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Line).ThenBy(FragmentBuilder.RowKey, StringComparer.Ordinal),
    ];

    private static DeclaredTracker[] DeclaredTrackers(DeclarationData[] declarations, ThirdPartyRow[] seen) =>
    [
        .. declarations.SelectMany(d => d.Trackers).Distinct()
            .Select(t => new DeclaredTracker(t.Name, t.Ground, t.Purpose, seen.Any(r => ThirdPartyRows.IsNamed(r, t.Name))))
            .OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Ground, StringComparer.Ordinal).ThenBy(t => t.Purpose, StringComparer.Ordinal),
    ];

    private static string[] Labels(IEnumerable<string> labels) => [.. labels.Distinct().Order(StringComparer.Ordinal)];

    private static List<ReportMessage> Messages(Fragment[] counted, DeclarationData[] declarations, EvidenceRow[] evidence, string[] missing, string[] commits)
    {
        static ReportMessage Message(string code, string? file, int line, Localized text) =>
            new(code, "warning", file, line, 0, Texts.Format(Reporting.Rules.Find(code)!.Message, [text]));

        var messages = new List<ReportMessage>();
        var file = declarations.FirstOrDefault()?.File;
        messages.AddRange(evidence.Where(e => e.Expired).Select(e => new ReportMessage(
            "KK9004", "warning", file, e.Evidence.Line, 0,
            Texts.Format(Reporting.Rules.Find("KK9004")!.Message, e.Criterion, Texts.Format("evidence.expired", e.Evidence.Title ?? "", e.Evidence.ValidUntil!)))));
        messages.AddRange(missing.Select(m => new ReportMessage(
            "KK9003", "warning", m, 0, 0, Texts.Format(Reporting.Rules.Find("KK9003")!.Message, Texts.Format("problem.all-rules", m), Texts.Get("reason.project-missing")))));
        if (commits.Length > 1)
            messages.Add(Message("KK9002", null, 0, Texts.Format("problem.mixed-commits", string.Join(", ", commits))));
        if (declarations.Length > 1)
            messages.Add(Message("KK9002", file, 0, Texts.Format("problem.several-declarations", string.Join(", ", declarations.Select(d => d.File)))));
        if (counted.Any(f => f.Tool != ToolInfo.Current))
            messages.Add(Message("KK9002", null, 0, Texts.Get("problem.mixed-tools")));
        return messages;
    }
}
