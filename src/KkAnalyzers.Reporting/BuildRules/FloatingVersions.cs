using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>
/// KK4601: a version that is decided by what the sources hold on the day of the build. <c>1.0.0</c> and <c>[1.0.0, 2.0.0)</c> are
/// none: NuGet takes the lowest that fits, so the same one each time. A lock file ends the matter, whatever was asked for.
/// </summary>
internal sealed class FloatingVersions : IBuildRule
{
    public string Id => "KK4601";

    public void Check(BuildProject project, BuildInspection inspection)
    {
        var assets = project.Assets;
        if (assets.Problem is { } problem)
        {
            inspection.NotEvaluated(problem.Code, problem.Args);
            return;
        }

        foreach (var package in assets.Direct.Where(p => !p.Implicit))
        {
            inspection.Inspected();
            if (!assets.LockFile && Why(package, assets) is { } why)
            {
                inspection.Report(Place(project, package.Id), package.Id, Shown(package.Range), why);
            }
        }
    }

    private static Localized? Why(PackageRequest package, AssetsFile assets)
    {
        var range = package.Range.Trim();
        var comma = range.IndexOf(',', StringComparison.Ordinal);
        var lowest = (comma < 0 ? range : range[..comma]).Trim('[', '(', ']', ')', ' ');
        if (lowest.Contains('*', StringComparison.Ordinal))
            return Texts.Format("supply.floating", assets.Resolved.GetValueOrDefault(package.Id, "?"));
        if (comma >= 0 && (lowest.Length == 0 || range.StartsWith('(')))
            return Texts.Format("supply.no-lowest", assets.Resolved.GetValueOrDefault(package.Id, "?"));
        return null;
    }

    /// <summary>As people write it: restore turns <c>1.*</c> into <c>[1.*, )</c>.</summary>
    private static string Shown(string range) => range.StartsWith('[') && range.EndsWith(", )", StringComparison.Ordinal) ? range[1..^3] : range;

    /// <summary>Where the version stands: with central versions, apart from the reference.</summary>
    private static Place Place(BuildProject project, string id) =>
        project.FindItem(id, "PackageVersion", "GlobalPackageReference") ?? project.FindItem(id, "PackageReference") ?? BuildRules.Place.None;
}
