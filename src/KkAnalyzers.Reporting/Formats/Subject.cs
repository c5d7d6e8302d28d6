using System.Globalization;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>What a report is about, as other formats name it.</summary>
internal sealed class Subject(Report report)
{
    private readonly Dictionary<string, string> _projects = report.Projects
        .GroupBy(p => p.Label, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Path, StringComparer.Ordinal);

    private readonly ProjectInfo? _head = report.Projects.FirstOrDefault(p => p.IsHead) ?? report.Projects.FirstOrDefault();

    /// <summary>The declared product; without one, the project that writes the report.</summary>
    public string Name => Visible.Text(report.Product?.Name ?? _head?.Name ?? "product");

    /// <summary>File of the project that writes the report.</summary>
    public string? Project => _head?.Path;

    /// <summary>Projects whose assembly is known by its digest.</summary>
    public IEnumerable<ProjectInfo> Built => report.Projects
        .Where(p => p is { IsTest: false, Output: not null, OutputSha256: not null }).DistinctBy(p => (p.Output, p.Label, p.OutputSha256));

    public string? Version => report.Product?.Version is { } version ? Visible.Text(version) : null;

    /// <summary>Name without the characters that mean something in an identifier.</summary>
    public string Slug => string.Concat(Name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-'));

    /// <summary>Where a finding stands. One without a file stands at the project it was seen in. Null: there is none either.</summary>
    public string? FileOf(Finding finding) =>
        finding.File ?? finding.Projects.Select(p => _projects.GetValueOrDefault(p)).FirstOrDefault(p => p is not null) ?? Project;

    /// <summary>A path as a relative URI: percent-encoded, and it leads nowhere but down.</summary>
    public static string Uri(string path) =>
        string.Join('/', path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Select(s => System.Uri.EscapeDataString(s is "." or ".." ? "…" : s)));

    /// <summary>False for a file outside the root, of which only the name is known.</summary>
    public static bool IsInside(string path) => !path.StartsWith('…');

    /// <summary>An http(s) address without what signs in; null for anything else.</summary>
    public static string? Web(string? address) =>
        System.Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri!.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
            : null;

    /// <summary><c>3 × KK4301, 1 × KK4304</c>.</summary>
    public static string PerRule(IEnumerable<string> rules) =>
        string.Join(", ", rules.GroupBy(r => r, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} × {g.Key}")));

    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public static string Level(Finding finding) => finding.Level is "error" or "warning" ? finding.Level : "note";

    /// <summary>0 for the most severe.</summary>
    public static int Rank(Finding finding) => Level(finding) switch { "error" => 0, "warning" => 1, _ => 2 };
}
