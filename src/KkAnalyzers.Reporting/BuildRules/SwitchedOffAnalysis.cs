using System.Xml.Linq;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>
/// KK4403: the project switches analysis off that would otherwise look at security. Only what takes something away is
/// reported: a rule that would not run anyway is nobody's doing.
/// </summary>
internal sealed class SwitchedOffAnalysis : IBuildRule
{
    // Mapped rules about robustness, and those that another rule of ours passes on.
    private static readonly HashSet<string> NotSecurity = ["errors", "incident-logs", "load", "culture", "known-vulnerabilities"];

    // Package of an analyzer that a project must ask for.
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["sonar"] = "SonarAnalyzer.CSharp", ["scs"] = "SecurityCodeScan", ["meziantou"] = "Meziantou.Analyzer", ["banned"] = "Microsoft.CodeAnalysis.BannedApiAnalyzers",
    };

    public string Id => "KK4403";

    public void Check(BuildProject project, BuildInspection inspection)
    {
        Everything(project, inspection);
        OfTheSdk(project, inspection);
        var expected = Expected(project);
        NoWarn(project, inspection, expected);
        Files(project, inspection, expected);
        RuleSet(project, inspection, expected);
    }

    /// <summary>RunAnalyzers=false, and RunAnalyzersDuringBuild=false where RunAnalyzers says nothing.</summary>
    private static void Everything(BuildProject project, BuildInspection inspection)
    {
        inspection.Inspected();
        if (project.Facts.RunAnalyzers)
            return;

        var element = Setting(project, "false", "RunAnalyzers", "RunAnalyzersDuringBuild");
        var text = element is { } set ? $"{set.Element.Name.LocalName}={set.Element.Value.Trim()}" : "RunAnalyzers=false";
        // A fast inner loop is a choice of the developer; it leaves builds of other configurations alone.
        var debug = string.Equals(project.Facts.Configuration, "Debug", StringComparison.OrdinalIgnoreCase);
        if (debug && (element is null || IsConditional(element.Value.Element)))
            inspection.ReportInfo(element?.Place ?? Place.None, text, Texts.Get("analysis.debug"));
        else
            inspection.Report(element?.Place ?? Place.None, text, Texts.Get("analysis.whole"));
    }

    /// <summary>EnableNETAnalyzers, AnalysisMode and AnalysisLevel. What is set for the category Security goes before what is set for all.</summary>
    private static void OfTheSdk(BuildProject project, BuildInspection inspection)
    {
        static bool IsNone(string? mode) => mode is not null
            && (mode.Equals("None", StringComparison.OrdinalIgnoreCase) || mode.Equals("AllDisabledByDefault", StringComparison.OrdinalIgnoreCase) || mode.EndsWith("-none", StringComparison.OrdinalIgnoreCase));

        inspection.Inspected(2);
        // The SDK itself says false for frameworks before .NET 5: only what somebody wrote counts.
        var name = project.IsFalse("EnableNETAnalyzers") && Setting(project, "false", "EnableNETAnalyzers") is not null ? "EnableNETAnalyzers"
            : IsNone(project.Property("AnalysisModeSecurity")) ? FirstSet(project, "AnalysisModeSecurity", "AnalysisMode")
            : project.Property("AnalysisModeSecurity") is null && IsNone(project.Property("AnalysisMode")) ? "AnalysisMode"
            : IsNone(project.Property("AnalysisLevelSecurity")) ? FirstSet(project, "AnalysisLevelSecurity", "AnalysisLevel")
            : project.Property("AnalysisLevelSecurity") is null && IsNone(project.Property("AnalysisLevel")) ? "AnalysisLevel"
            : null;
        if (name is not null)
            inspection.Report(project.PropertyPlace(name), $"{name}={project.Property(name)}", Texts.Get("analysis.sdk"));
    }

    // The SDK fills in the one for a category from the one for all.
    private static string FirstSet(BuildProject project, string own, string all) => project.FindProperty(own) is null && project.FindProperty(all) is not null ? all : own;

    private static void NoWarn(BuildProject project, BuildInspection inspection, HashSet<string> expected)
    {
        inspection.Inspected();
        var hidden = Ids(project.Facts.NoWarn).Where(expected.Contains).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToArray();
        foreach (var place in hidden.GroupBy(id =>
            project.Find(e => e.Name.LocalName == "NoWarn" && e.Parent?.Name.LocalName == "PropertyGroup" && Ids(e.Value).Contains(id, StringComparer.OrdinalIgnoreCase)) ?? Place.None))
        {
            inspection.Report(place.Key, "NoWarn", Texts.Format("analysis.rules", string.Join(", ", place)));
        }
    }

    private static void Files(BuildProject project, BuildInspection inspection, HashSet<string> expected)
    {
        var root = project.Facts.RootDirectory is { Length: > 0 } path ? Path.GetFullPath(path).TrimEnd('/', '\\') + Path.DirectorySeparatorChar : null;
        // Packages and the SDK bring files too; what is below the root is the project's, and so is an .editorconfig above it.
        var files = project.Items("EditorConfigFiles").Select(i => i.Include)
            .Where(f => Path.GetFileName(f) is ".editorconfig" or ".globalconfig" || root is null || f.StartsWith(root, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal).ToArray();
        inspection.Inspected(files.Length);
        var severities = AnalyzerConfig.Severities(project, files).Where(s => IsAboutSecurity(s.Key, expected)).ToArray();

        // The last line that holds everywhere wins; what holds for some files stands beside it.
        var whole = severities.Where(s => s.Whole).GroupBy(s => s.Key, StringComparer.OrdinalIgnoreCase).Select(g => g.Last()).ToArray();
        foreach (var file in whole.Where(s => s.IsOff && !IsId(s.Key)).Concat(whole.Where(s => s.IsOff && IsId(s.Key)).GroupBy(s => s.Place.File).Select(g => g.First())))
        {
            var ids = whole.Where(s => s.IsOff && IsId(s.Key) && s.Place.File == file.Place.File).Select(s => s.Key).Order(StringComparer.Ordinal);
            inspection.Report(file.Place, file.Text, IsId(file.Key) ? Texts.Format("analysis.rules", string.Join(", ", ids)) : Texts.Get(file.Key == "*" ? "analysis.bulk" : "analysis.category"));
        }

        foreach (var part in severities.Where(s => !s.Whole && s.IsOff && !whole.Any(w => w.IsOff && w.Key == s.Key)).GroupBy(s => (s.Place.File, s.Section)))
        {
            var ids = part.Select(s => IsId(s.Key) ? s.Key : s.Text).Distinct().Order(StringComparer.Ordinal);
            inspection.ReportInfo(part.First().Place, part.First().Text, Texts.Format("analysis.rules-in", string.Join(", ", ids), part.Key.Section.Length > 0 ? part.Key.Section : Path.GetFileName(Path.GetDirectoryName(part.Key.File)) ?? ""));
        }
    }

    private static void RuleSet(BuildProject project, BuildInspection inspection, HashSet<string> expected)
    {
        if (project.Property("CodeAnalysisRuleSet") is not { } name || project.Facts.ProjectPath is not { } projectPath)
            return;
        var file = Path.GetFullPath(name.Replace('\\', '/'), Path.GetDirectoryName(projectPath)!);
        if (project.Xml(file) is not { } ruleSet)
            return;

        inspection.Inspected();
        static bool IsOff(XElement e) => e.Attribute("Action")?.Value is { } action && (action.Equals("None", StringComparison.OrdinalIgnoreCase) || action.Equals("Hidden", StringComparison.OrdinalIgnoreCase));
        if (ruleSet.Descendants("IncludeAll").FirstOrDefault(IsOff) is { } all)
            inspection.Report(BuildProject.PlaceOf(file, all), "IncludeAll", Texts.Get("analysis.bulk"));

        var rules = ruleSet.Descendants("Rule").Where(e => IsOff(e) && e.Attribute("Id")?.Value is { } id && expected.Contains(id)).ToArray();
        if (rules.Length > 0)
            inspection.Report(BuildProject.PlaceOf(file, rules[0]), Path.GetFileName(file), Texts.Format("analysis.rules", string.Join(", ", rules.Select(r => r.Attribute("Id")!.Value).Distinct().Order(StringComparer.Ordinal))));
    }

    private static bool IsId(string key) => key != "*" && !key.StartsWith("category-", StringComparison.Ordinal);

    private static bool IsAboutSecurity(string key, HashSet<string> expected) =>
        key == "*" || expected.Contains(key)
        || (key.StartsWith("category-", StringComparison.OrdinalIgnoreCase) && key["category-".Length..] is var category
            && (category.Equals("Security", StringComparison.OrdinalIgnoreCase) || Catalogue.Instance.Rules.Any(r => r.Category.Equals(category, StringComparison.OrdinalIgnoreCase) && ToolInfo.IsProductRule(r))));

    /// <summary>Rules about security that would run in this project if nobody touched them.</summary>
    private static HashSet<string> Expected(BuildProject project)
    {
        var facts = project.Facts;
        var strict = facts.Mode == "strict";
        var security = project.Property("AnalysisModeSecurity") ?? project.Property("AnalysisMode") ?? "";
        var all = security.Equals("All", StringComparison.OrdinalIgnoreCase) || security.Equals("AllEnabledByDefault", StringComparison.OrdinalIgnoreCase);
        var installed = facts.PackagesPath is { } packages ? project.Lines(packages) ?? [] : [];

        bool Runs(OtherRule rule) => rule.Analyzer switch
        {
            "sdk" when project.IsFalse("EnableNETAnalyzers") => false,
            "sdk" => all || rule.Raise <= (strict ? OtherMode.Strict : OtherMode.Recommended) || rule.ByDefault is OtherDefault.Warning or OtherDefault.Error,
            "aspnet" => rule.ByDefault is OtherDefault.Warning or OtherDefault.Error,
            _ => rule.ByDefault is OtherDefault.Warning or OtherDefault.Error && Packages.TryGetValue(rule.Analyzer, out var package)
                && installed.Any(l => l.Split('|') is [_, var id, ..] && id.StartsWith(package, StringComparison.OrdinalIgnoreCase)),
        };

        var own = Catalogue.Instance.Rules
            .Where(r => r.InCompiler && ToolInfo.IsProductRule(r) && r.Id.StartsWith("KK4", StringComparison.Ordinal) && (strict || r.Severity is RuleSeverity.Warning or RuleSeverity.Error))
            .Select(r => r.Id);
        return own.Concat(Catalogue.Instance.Others.Where(o => !NotSecurity.Contains(o.Topic) && Runs(o)).Select(o => o.Id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Ids(string? text) => (text ?? "").Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (XElement Element, Place Place)? Setting(BuildProject project, string value, params string[] names)
    {
        XElement? found = null;
        var place = project.Find(e =>
        {
            var matches = names.Contains(e.Name.LocalName, StringComparer.OrdinalIgnoreCase) && e.Parent?.Name.LocalName == "PropertyGroup" && e.Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);
            found = matches ? e : found;
            return matches;
        });
        return place is { } known ? (found!, known) : null;
    }

    /// <summary>It, or what is around it, holds under a condition about the configuration or the kind of build.</summary>
    private static bool IsConditional(XElement element) =>
        element.AncestorsAndSelf().Any(e => e.Attribute("Condition")?.Value is { } condition
            && (condition.Contains("Configuration", StringComparison.OrdinalIgnoreCase) || condition.Contains("Debug", StringComparison.OrdinalIgnoreCase)
                || condition.Contains("ContinuousIntegrationBuild", StringComparison.OrdinalIgnoreCase) || condition.Contains("$(CI)", StringComparison.OrdinalIgnoreCase)));
}
