using System.Xml.Linq;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>KK4603, the half of the build: what may lie between a package source and the restore. The half of markup is an analyzer.</summary>
internal sealed class PackageSources : IBuildRule
{
    public string Id => "KK4603";

    public void Check(BuildProject project, BuildInspection inspection)
    {
        var assets = project.Assets;
        if (assets.Problem is { } problem)
        {
            inspection.NotEvaluated(problem.Code, problem.Args);
            return;
        }

        var configs = new NuGetConfigs(project);
        var remote = new List<string>();
        foreach (var source in assets.Sources)
        {
            inspection.Inspected();
            if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.IsLoopback)
                continue;

            remote.Add(source);
            var entry = configs.Source(source);
            var place = entry?.Place ?? project.Find(e => !e.HasElements && e.Value.Contains(source, StringComparison.OrdinalIgnoreCase)) ?? Place.None;
            if (address.Scheme == "http")
                inspection.Report(place, Visible(source), Texts.Get("supply.clear-text"));
            else if (entry is { } found && IsTrue(found.Element, "allowInsecureConnections"))
                inspection.Report(place, Visible(source), Texts.Get("supply.insecure-allowed"));
            if (entry is { } listed && IsTrue(listed.Element, "disableTLSCertificateValidation"))
                inspection.Report(place, Visible(source), Texts.Get("supply.certificate-unchecked"));
        }

        if (remote.Count > 1 && !configs.HasMapping)
        {
            inspection.ReportInfo(
                configs.Source(remote[0])?.Place ?? Place.None, string.Join(", ", remote.Select(Visible)), Texts.Format("supply.no-mapping", remote.Count));
        }
    }

    /// <summary>Without what may be a password.</summary>
    private static string Visible(string source)
    {
        var at = source.IndexOf('@', StringComparison.Ordinal);
        var scheme = source.IndexOf("://", StringComparison.Ordinal);
        var query = source.IndexOf('?', StringComparison.Ordinal);
        var end = query < 0 ? source.Length : query;
        return at > scheme && at < end ? source[..(scheme + 3)] + "…" + source[at..end] : source[..end];
    }

    private static bool IsTrue(XElement element, string name) =>
        element.Attributes().Any(a => a.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) && a.Value.Equals("true", StringComparison.OrdinalIgnoreCase));
}
