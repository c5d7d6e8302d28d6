using System.Globalization;
using System.Security.Cryptography;
using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting.BuildRules;

namespace KkAnalyzers.Reporting;

/// <summary>Makes a fragment from the compiler's log, the build's facts and the declaration. Bad input becomes a state and a message.</summary>
public static class FragmentBuilder
{
    /// <summary>Never throws for bad input.</summary>
    public static FragmentResult Build(ProjectFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);

        var paths = new Paths(facts.RootDirectory ?? Path.GetDirectoryName(facts.ProjectPath));
        // A build that skips analyzers leaves an old log in place: it is about another build.
        var skipped = facts.AnalyzersSkipped ? "skipped" : !facts.RunAnalyzers ? "switched-off" : null;
        var log = skipped is null ? SarifLog.Read(facts.SarifPath) : new SarifLog();
        var evaluation = new RuleEvaluation(facts, log, skipped ?? log.Problem);
        var (output, digest) = Digest(facts.OutputAssembly);

        var project = new ProjectInfo
        {
            Path = paths.Relative(facts.ProjectPath) ?? facts.ProjectName ?? "?",
            Name = facts.ProjectName ?? Path.GetFileNameWithoutExtension(facts.ProjectPath) ?? "?",
            Assembly = Value(facts.AssemblyName),
            Framework = Value(facts.TargetFramework),
            Configuration = Value(facts.Configuration),
            OutputType = Value(facts.OutputType),
            Mode = Value(facts.Mode),
            CompilerApiVersion = Value(facts.CompilerApiVersion),
            Compiler = log.Compiler,
            Commit = Value(facts.Commit),
            TreeDirty = facts.TreeDirty,
            RepositoryUrl = Value(facts.RepositoryUrl),
            IsHead = facts.IsHead,
            IsTest = facts.IsTestProject,
            SourceFiles = facts.SourceFiles,
            Compiled = skipped is null && log.Problem is null && !evaluation.HasCompileErrors,
            Analysed = evaluation.AnyRecord,
            Output = output,
            OutputSha256 = digest,
        };
        var label = new[] { project.Label };

        // Rules of the build read files and properties: a compiler that did not run is no reason for them to be silent.
        var inventories = Inventories(log, paths, label);
        var declared = ThirdPartyRows.Declared(inventories, label).ToArray();
        var inCompiler = Catalogue.Instance.Rules.Where(r => r.InCompiler && ToolInfo.IsProductRule(r))
            .Select(r => evaluation.Evaluate(r, declared.Count(d => d.Rule == r.Id))).ToArray();
        var shown = Value(facts.DeclarationPath) is { } declarationPath ? paths.Relative(declarationPath) : null;
        var (declaration, problems) = shown is null ? (null, []) : DeclarationReader.Read(facts.DeclarationPath!, shown);
        var inBuild = BuildRuleSet.Run(facts, evaluation.NoWarn, null, inventories, declaration, inCompiler, label);
        var rules = Merged(inCompiler, inBuild);
        var messages = NotEvaluated(rules, project, facts).ToList();

        if (shown is not null)
        {
            declaration ??= new DeclarationData { File = shown, Sha256 = "" };
            declaration = declaration with { Problems = [.. problems.Select(p => p with { File = shown })] };
            project = project with { DeclarationSha256 = Value(declaration.Sha256) };

            // The declaration stands beside the solution as a rule, so every project reads the same one: one of them says so.
            if (facts.IsHead)
                messages.AddRange(problems);
        }

        var fragment = new Fragment
        {
            Tool = ToolInfo.Current,
            Project = project,
            Rules = rules,
            Findings = [.. Fingerprints.Add(Findings(log, inBuild, paths, label), facts.RootDirectory ?? Path.GetDirectoryName(facts.ProjectPath))],
            Exceptions = Exceptions(log, inBuild, evaluation, paths, label, declared),
            Inventories = SortedRows([.. inventories, .. inBuild.PackageSigns]),
            OtherRules = OtherRules(log, evaluation),
            Problems = Sorted([.. messages.Where(m => m.Code == "KK9003").Select(m => m with { File = project.Path }), .. ToolResults(log, paths)]),
            MissingProjects = [.. facts.ReferencedProjectsWithoutFragment.Select(p => paths.Relative(p)).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Declaration = declaration,
        };
        return new FragmentResult(fragment, [.. messages, .. inBuild.Messages()], inBuild.FilesRead);
    }

    /// <summary>One outcome per rule, by id, whoever ran it.</summary>
    private static RuleOutcome[] Merged(RuleOutcome[] inCompiler, BuildRuleSet inBuild)
    {
        var outcomes = new SortedDictionary<string, RuleOutcome>(inCompiler.ToDictionary(r => r.Rule), StringComparer.Ordinal);
        foreach (var (id, build) in inBuild.Outcomes)
            outcomes[id] = outcomes.TryGetValue(id, out var compiler) ? RuleStates.Both(Rules.Find(id)!, compiler, build) : build;
        return [.. outcomes.Values];
    }

    /// <summary>
    /// One KK9003 per reason. What is off by default is nobody's doing and gets none; what is the matter with NuGet's audit is said by KK4602.
    /// </summary>
    private static IEnumerable<ReportMessage> NotEvaluated(RuleOutcome[] all, ProjectInfo project, ProjectFacts facts)
    {
        var message = Catalogue.Instance.Rules.First(r => r.Id == "KK9003").Message;
        return all
            .Where(r => r.State is State.NotEvaluated or State.Undecided && r.ReasonCode is not ("off-by-default" or "not-followed") && !r.ReasonCode.StartsWith("audit-", StringComparison.Ordinal))
            .GroupBy(r => (r.ReasonCode, r.Reason.En))
            .OrderBy(g => g.Key.ReasonCode, StringComparer.Ordinal)
            .Select(g => new ReportMessage("KK9003", "warning", facts.ProjectPath, 0, 0, Texts.Format(
                message,
                Whole(g.Count(r => Rules.Find(r.Rule)!.InCompiler), g.Count()) is { } whole ? Texts.Format(whole, project.Label) : Texts.Format("problem.rules", string.Join(", ", g.Select(r => r.Rule)), project.Label),
                g.First().Reason)));

        string? Whole(int compilerRules, int rules) =>
            rules == all.Length ? "problem.all-rules"
            : rules == compilerRules && rules == all.Count(r => Rules.Find(r.Rule)!.InCompiler) ? "problem.compiler-rules"
            : null;
    }

    private static Finding[] Findings(SarifLog log, BuildRuleSet inBuild, Paths paths, string[] label) =>
    [
        .. log.Results
            .Where(r => Rules.Find(r.RuleId) is { } rule ? ToolInfo.IsProductRule(rule) : MappedRules.Find(r.RuleId) is not null)
            .Select(r => new Finding(r.RuleId, r.Level, Status(r), paths.Relative(r.Uri), r.Line, r.Column, Messages.Of(r), label))
            .Concat(inBuild.Findings(paths, label))
            .DistinctBy(f => (f.Rule, f.Status, f.File, f.Line, f.Column, f.Message.En))
            .OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)
            .ThenBy(f => f.Message.En, StringComparer.Ordinal).ThenBy(f => f.Status, StringComparer.Ordinal),
    ];

    internal static string Status(SarifResult result) =>
        result.Suppressions.Count == 0 ? "open" : result.Suppressions.Any(s => s.Justified) ? "excepted" : "unjustified";

    private static RuleException[] Exceptions(SarifLog log, BuildRuleSet inBuild, RuleEvaluation evaluation, Paths paths, string[] label, RuleException[] declared)
    {
        var single = log.Results
            .Where(r => r.Suppressions.Count > 0 && (Rules.Find(r.RuleId) is not null || MappedRules.Find(r.RuleId) is not null || r.RuleId == "AD0001"))
            .Select(r =>
            {
                var suppression = r.Suppressions.FirstOrDefault(s => s.Justified) ?? r.Suppressions[0];
                var message = r.RuleId == "KK9001" && r.Custom.TryGetValue("rule", out var rule) ? Texts.Format("exception.record", rule) : Messages.Of(r);
                return new RuleException(
                    r.RuleId, suppression.Kind, string.IsNullOrWhiteSpace(suppression.Justification) ? null : suppression.Justification,
                    suppression.Justified, paths.Relative(r.Uri), r.Line, message, label);
            });
        var whole = evaluation.SwitchedOff.Select(s =>
        {
            var place = inBuild.Places.Of(s.Rule, Rules.Find(s.Rule)?.Category, s.Kind);
            return new RuleException(s.Rule, s.Kind, null, false, paths.Relative(place.File), place.Line, Texts.Get("exception.whole-rule"), label);
        });

        return
        [
            .. single.Concat(inBuild.Exceptions(paths, label)).Concat(whole).Concat(declared)
                .DistinctBy(e => (e.Rule, e.Kind, e.File, e.Line, e.Message.En, e.Justification))
                .OrderBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.File, StringComparer.Ordinal)
                .ThenBy(e => e.Line).ThenBy(e => e.Message.En, StringComparer.Ordinal).ThenBy(e => e.Justification, StringComparer.Ordinal),
        ];
    }

    private static InventoryRow[] Inventories(SarifLog log, Paths paths, string[] label) => SortedRows(
        log.Results
            .Where(r => r.RuleId == "KK9001" && r.Custom.ContainsKey("inventory"))
            .Select(r => new InventoryRow(
                r.Custom["inventory"],
                r.Custom.GetValueOrDefault("rule", ""),
                paths.Relative(r.Uri),
                r.Line,
                new SortedDictionary<string, Localized>(
                    r.Custom.Where(c => c.Key.StartsWith("col.", StringComparison.Ordinal)).ToDictionary(c => c.Key[4..], c => Messages.Value(c.Value)),
                    StringComparer.Ordinal),
                label,
                Keys(r))));

    private static InventoryRow[] SortedRows(IEnumerable<InventoryRow> rows) =>
    [
        .. rows.DistinctBy(RowKey)
            .OrderBy(r => r.Inventory, StringComparer.Ordinal).ThenBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Line).ThenBy(RowKey, StringComparer.Ordinal),
    ];

    private static SortedDictionary<string, string>? Keys(SarifResult row)
    {
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in row.Custom)
        {
            if (name.StartsWith("col.", StringComparison.Ordinal) && Messages.Key(value) is { } key)
                keys[name[4..]] = key;
        }

        return keys.Count == 0 ? null : keys;
    }

    internal static string RowKey(InventoryRow row) =>
        string.Join('\u001F', [row.Inventory, row.Rule, row.File, row.Line.ToString(CultureInfo.InvariantCulture), .. row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => new[] { c.Key, c.Value.En })]);

    private static OtherRuleCount[] OtherRules(SarifLog log, RuleEvaluation evaluation) =>
    [
        .. Catalogue.Instance.Others
            .GroupJoin(log.Results, o => o.Id, r => r.RuleId, (o, results) => (o.Id, Statuses: results.Select(Status).ToArray()))
            .Select(o => new OtherRuleCount(
                o.Id, evaluation.OtherRan(o.Id), o.Statuses.Count(s => s == "open"), o.Statuses.Count(s => s == "excepted"), o.Statuses.Count(s => s == "unjustified")))
            .Where(o => o.Ran || o.Findings + o.Excepted + o.Unjustified > 0)
            .OrderBy(o => o.Rule, StringComparer.Ordinal),
    ];

    /// <summary>What analyzers said about lists and options (KK9002).</summary>
    private static IEnumerable<ReportMessage> ToolResults(SarifLog log, Paths paths) =>
        log.Results
            .Where(r => r.RuleId != "KK9001" && Rules.Find(r.RuleId) is { } rule && !ToolInfo.IsProductRule(rule))
            .Select(r => new ReportMessage(r.RuleId, "warning", paths.Relative(r.Uri), r.Line, r.Column, Messages.Of(r)));

    internal static ReportMessage[] Sorted(IEnumerable<ReportMessage> messages) =>
    [
        .. messages.Distinct()
            .OrderBy(m => m.Code, StringComparer.Ordinal).ThenBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line).ThenBy(m => m.Column)
            .ThenBy(m => m.Text.En, StringComparer.Ordinal),
    ];

    private static (string? Name, string? Sha256) Digest(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return (null, null);

        try
        {
            using var stream = File.OpenRead(path);
            return (Path.GetFileName(path), Convert.ToHexString(SHA256.HashData(stream)).ToLowerInvariant());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (Path.GetFileName(path), null);
        }
    }

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The mapped rules of other analyzers by id.</summary>
internal static class MappedRules
{
    private static readonly Dictionary<string, OtherRule> ById = Catalogue.Instance.Others.ToDictionary(o => o.Id, StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Analyzers = Catalogue.Instance.OtherAnalyzers.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
    private static readonly Dictionary<string, Localized> Topics = Catalogue.Instance.OtherTopics.ToDictionary(t => t.Id, t => t.Title, StringComparer.Ordinal);

    public static OtherRule? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>A finding is a breach of at least one criterion, and not only a sign for a human.</summary>
    public static bool IsViolation(string id) => Find(id) is { } rule && rule.Criteria.Any(c => c.Relation == "violation");

    public static string Analyzer(OtherRule rule) => Analyzers[rule.Analyzer];

    public static Localized Topic(OtherRule rule) => Topics[rule.Topic];

    /// <summary>Every mapped rule with what it did: <c>CA5350</c> ran only when it ran in every counted compilation.</summary>
    public static OtherRuleRow[] Rows(Fragment[] counted)
    {
        var seen = counted.SelectMany(f => f.OtherRules).ToLookup(o => o.Rule, StringComparer.Ordinal);
        return
        [
            // What another rule passes on stands with that rule.
            .. Catalogue.Instance.Others.Where(o => o.Through is null).Select(o => new OtherRuleRow(
                o.Id, Analyzer(o), Topic(o), counted.Length > 0 && seen[o.Id].Count(c => c.Ran) == counted.Length,
                seen[o.Id].Sum(c => c.Findings), seen[o.Id].Sum(c => c.Excepted), seen[o.Id].Sum(c => c.Unjustified))),
        ];
    }
}

/// <summary>The catalogue's rules by id.</summary>
internal static class Rules
{
    private static readonly Dictionary<string, Rule> ById = Catalogue.Instance.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);

    public static Rule? Find(string id) => ById.GetValueOrDefault(id);
}
