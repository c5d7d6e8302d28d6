using System.Xml.Linq;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>What stands between NuGet's audit and an answer. KK4602 reports it, KK4604 cannot be clean because of it.</summary>
internal static class Audit
{
    /// <summary>Advisories by severity. Low ones may be left out without a word; what hides others is a gap.</summary>
    public static readonly IReadOnlyList<(string Code, string Severity)> Codes = [("NU1901", "low"), ("NU1902", "moderate"), ("NU1903", "high"), ("NU1904", "critical")];

    /// <summary>The audit did not look: sources could not be reached, or gave no advisories.</summary>
    public static readonly IReadOnlyList<string> Unanswered = ["NU1900", "NU1905"];

    /// <summary>Ids whose silence hides advisories of moderate severity and above, or that there were none to compare with.</summary>
    public static readonly IReadOnlyList<string> Hiding = ["NU1900", "NU1902", "NU1903", "NU1904", "NU1905"];

    /// <summary>Severities below which nothing is reported, where that leaves a gap.</summary>
    public static bool HidesModerate(string level) => level.Equals("high", StringComparison.OrdinalIgnoreCase) || level.Equals("critical", StringComparison.OrdinalIgnoreCase);

    /// <summary>The project asks for packages that bring others, and nobody looks at those.</summary>
    public static bool MissesTransitive(AuditSettings audit, AssetsFile assets) =>
        !audit.Mode.Equals("all", StringComparison.OrdinalIgnoreCase)
        && assets.Resolved.Keys.Any(id => !assets.Direct.Any(d => d.Id.Equals(id, StringComparison.OrdinalIgnoreCase)));

    public static IEnumerable<string> Hidden(IEnumerable<string> noWarn) => Hiding.Where(h => noWarn.Contains(h, StringComparer.OrdinalIgnoreCase));
}

/// <summary>KK4602: NuGet's audit is off, looks at a part, or its answers are silenced.</summary>
internal sealed class AuditSwitches : IBuildRule
{
    public string Id => "KK4602";

    public void Check(BuildProject project, BuildInspection inspection)
    {
        var assets = project.Assets;
        if (assets.Problem is { } problem)
        {
            inspection.NotEvaluated(problem.Code, problem.Args);
            return;
        }

        // Nothing to audit.
        if (assets.Resolved.Count == 0)
            return;

        inspection.Inspected();
        if (assets.Audit is not { Enabled: true } audit)
        {
            if (assets.Audit is null)
                inspection.Report(Place.None, Texts.Format("supply.audit-unknown", project.Property("NETCoreSdkVersion") ?? "?"));
            else
                inspection.Report(project.PropertyPlace("NuGetAudit"), Texts.Get("supply.audit-off"));
            return;
        }

        inspection.Inspected();
        if (Audit.HidesModerate(audit.Level))
            inspection.Report(project.PropertyPlace("NuGetAuditLevel"), Texts.Format("supply.audit-level", audit.Level));

        inspection.Inspected();
        if (Audit.MissesTransitive(audit, assets))
        {
            // The default for frameworks before .NET 10 is nobody's decision.
            if (project.FindProperty("NuGetAuditMode") is { } place)
                inspection.Report(place, Texts.Get("supply.audit-direct"));
            else
                inspection.ReportInfo(Place.None, Texts.Get("supply.audit-direct"));
        }

        inspection.Inspected();
        foreach (var id in Audit.Hidden(assets.NoWarn))
            inspection.Report(NoWarnPlace(project, id), Texts.Format("supply.audit-nowarn", id));
        foreach (var package in assets.Direct)
        {
            foreach (var id in Audit.Hidden(package.NoWarn.Except(assets.NoWarn, StringComparer.OrdinalIgnoreCase)))
                inspection.Report(project.FindItem(package.Id, "PackageReference") ?? Place.None, Texts.Format("supply.audit-nowarn-package", id, package.Id));
        }

        inspection.Inspected();
        var configs = new NuGetConfigs(project);
        if (assets.Logs.Any(l => l.Code == "NU1905"))
            inspection.Report(configs.AuditSourcesPlace, Texts.Get("supply.audit-source-empty"));
        else if (!configs.HasKnownAdvisories)
            inspection.ReportInfo(Place.None, Texts.Get("supply.audit-source-unknown"));
    }

    private static Place NoWarnPlace(BuildProject project, string id) =>
        project.Find(e => e.Name.LocalName == "NoWarn" && e.Parent?.Name.LocalName == "PropertyGroup" && e.Value.Contains(id, StringComparison.OrdinalIgnoreCase)) ?? Place.None;
}

/// <summary>KK4604: packages with a known vulnerability, from what restore wrote down when it audited.</summary>
internal sealed class KnownVulnerabilities : IBuildRule
{
    public string Id => "KK4604";

    public void Check(BuildProject project, BuildInspection inspection)
    {
        var assets = project.Assets;
        if (assets.Problem is { } problem)
        {
            inspection.NotEvaluated(problem.Code, problem.Args);
            return;
        }

        Suppressed(project, inspection);
        if (assets.Resolved.Count == 0)
            return;

        if (assets.Audit is not { Enabled: true } audit)
        {
            inspection.NotEvaluated("audit-off");
            return;
        }

        inspection.Inspected(assets.Resolved.Count);
        var ways = Ways(project);
        foreach (var log in assets.Logs)
        {
            if (Audit.Codes.FirstOrDefault(c => c.Code == log.Code) is not { Code: not null } code)
                continue;

            var id = log.Library ?? Quoted(log.Message) ?? "?";
            var way = ways.GetValueOrDefault(id, "");
            var top = way.Length == 0 ? id : way.Split(" > ")[0];
            var place = project.FindItem(top, "PackageVersion", "GlobalPackageReference") ?? project.FindItem(top, "PackageReference") ?? Place.None;
            object[] args =
            [
                $"{id} {assets.Resolved.GetValueOrDefault(id, "")}".TrimEnd(),
                Texts.Format(
                    "supply.vulnerable", Texts.Get("supply.severity-" + code.Severity), Address(log.Message) ?? log.Code,
                    way.Length == 0 ? Texts.Get("supply.direct") : Texts.Format("supply.through", way)),
            ];
            if (code.Severity == "low")
                inspection.ReportInfo(place, args);
            else
                inspection.Report(place, args);
        }

        if (assets.Logs.Any(l => Audit.Unanswered.Contains(l.Code)))
            inspection.Undecided("audit-no-answer");
        else if (Audit.Hidden([.. assets.NoWarn, .. assets.Direct.SelectMany(d => d.NoWarn)]).FirstOrDefault() is { } hidden)
            inspection.Undecided("audit-silenced", hidden);
        else if (Audit.HidesModerate(audit.Level))
            inspection.Undecided("audit-level", audit.Level);
        else if (!new NuGetConfigs(project).HasKnownAdvisories)
            inspection.Undecided("audit-source-unknown");
        else if (Audit.MissesTransitive(audit, assets))
            inspection.Undecided("audit-direct");
    }

    /// <summary>An advisory that the project decided to live with: an exception, with a reason where one is written beside it.</summary>
    private static void Suppressed(BuildProject project, BuildInspection inspection)
    {
        foreach (var item in project.Items("NuGetAuditSuppress"))
        {
            XElement? element = null;
            var place = project.Find(e =>
            {
                var found = e.Name.LocalName == "NuGetAuditSuppress" && ((string?)e.Attribute("Include"))?.Split(';').Any(i => i.Trim() == item.Include) == true;
                element = found ? e : element;
                return found;
            });
            inspection.Excepted(
                place ?? Place.None, "nuget-audit", Reason(element), Texts.Get("supply.some-package"), Texts.Format("supply.suppressed", item.Include));
        }
    }

    /// <summary>The item's own Justification, or the comment right before it.</summary>
    private static string? Reason(XElement? element)
    {
        if (element is null)
            return null;
        var written = (string?)element.Attribute("Justification") ?? element.Elements().FirstOrDefault(e => e.Name.LocalName == "Justification")?.Value;
        if (!string.IsNullOrWhiteSpace(written))
            return written.Trim();
        var before = element.PreviousNode;
        while (before is XText text && string.IsNullOrWhiteSpace(text.Value))
            before = before.PreviousNode;
        return (before as XComment)?.Value.Trim();
    }

    /// <summary>Of each package that others bring, the way in: the task writes that before the compiler runs.</summary>
    private static Dictionary<string, string> Ways(BuildProject project)
    {
        var ways = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in project.Facts.PackagesPath is { Length: > 0 } path ? project.Lines(path) ?? [] : [])
        {
            var parts = line.Split('|');
            if (parts.Length >= 4)
                ways[parts[1]] = parts[0] == "transitive" ? parts[3] : "";
        }

        return ways;
    }

    /// <summary>NuGet's message is in the language of the restore; the address of the advisory is the same in each.</summary>
    private static string? Address(string message)
    {
        var start = message.IndexOf("http", StringComparison.Ordinal);
        return start < 0 ? null : message[start..].Split(' ', '\t', '\r', '\n')[0].TrimEnd('.', ',', ')');
    }

    private static string? Quoted(string message) => message.Split('\'') is [_, var id, ..] ? id : null;
}
