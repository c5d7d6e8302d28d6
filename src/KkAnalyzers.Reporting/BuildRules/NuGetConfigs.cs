using System.Xml.Linq;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>The NuGet configuration files that restore used, read for what the assets file does not say.</summary>
internal sealed class NuGetConfigs
{
    private const string NuGetOrg = "api.nuget.org";

    private readonly List<(string File, XDocument Document)> _files = [];
    private readonly IReadOnlyList<string> _sources;

    public NuGetConfigs(BuildProject project)
    {
        _sources = project.Assets.Sources;
        foreach (var file in project.Assets.ConfigFiles)
        {
            if (project.Xml(file) is { } document)
                _files.Add((file, document));
        }
    }

    /// <summary>Sources say which packages they may deliver.</summary>
    public bool HasMapping => Elements("packageSourceMapping", "packageSource").Any();

    /// <summary>Advisories come from sources of their own. NuGet says NU1905 when one of them has none.</summary>
    public bool HasAuditSources => Elements("auditSources", "add").Any();

    /// <summary>Where the audit sources stand.</summary>
    public Place AuditSourcesPlace => Elements("auditSources", "add").Select(e => BuildProject.PlaceOf(e.File, e.Element)).FirstOrDefault();

    /// <summary>
    /// Some source is known to publish advisories: an audit source, of which NuGet checks that, or nuget.org. Of other sources
    /// NuGet does not say whether they have any, and an audit without advisories finds nothing.
    /// </summary>
    public bool HasKnownAdvisories => HasAuditSources || _sources.Any(s => Uri.TryCreate(s, UriKind.Absolute, out var uri) && uri.Host.Equals(NuGetOrg, StringComparison.OrdinalIgnoreCase));

    /// <summary>The strongest entry of a source, by its address.</summary>
    public (Place Place, XElement Element)? Source(string address) =>
        Elements("packageSources", "add")
            .Where(e => string.Equals((string?)e.Element.Attribute("value"), address, StringComparison.OrdinalIgnoreCase))
            .Select(e => ((Place, XElement)?)(BuildProject.PlaceOf(e.File, e.Element), e.Element))
            .FirstOrDefault();

    private IEnumerable<(string File, XElement Element)> Elements(string section, string name) =>
        from f in _files
        from s in f.Document.Root?.Elements() ?? []
        where s.Name.LocalName.Equals(section, StringComparison.OrdinalIgnoreCase)
        from e in s.Elements()
        where e.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)
        select (f.File, e);
}
