namespace KkAnalyzers.Reporting.Formats;

/// <summary>What <c>kk export</c> can write.</summary>
internal static class ExportFormats
{
    /// <summary>The one that needs a date.</summary>
    public const string Oscal = "oscal";

    public static readonly IReadOnlyList<string> Names = [Oscal, "gitlab", "github", "sarif", "cyclonedx"];

    /// <param name="report">The report.</param>
    /// <param name="sha256">SHA-256 of its report.json, for the format that refers to it.</param>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="language">nl, fr or en.</param>
    /// <param name="date">For OSCAL; the others have no date, or the report's.</param>
    public static Exported Render(Report report, string sha256, string format, string language, DateTimeOffset? date) => format switch
    {
        Oscal => OscalResults.Render(report, sha256, language, date ?? throw new ArgumentNullException(nameof(date))),
        "gitlab" => GitLabCodeQuality.Render(report, language),
        "github" => GitHubSarif.Render(report, language),
        "sarif" => new Exported(SarifDocument.Render(report, language), []),
        "cyclonedx" => new Exported(CycloneDx.Render(report, language), []),
        _ => throw new ArgumentException(format, nameof(format)),
    };
}
