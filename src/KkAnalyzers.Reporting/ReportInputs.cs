using System.Globalization;

namespace KkAnalyzers.Reporting;

/// <summary>
/// What a report folder says that its report was made of: the fragments, the baseline and the earlier report below <c>inputs/</c>, and from
/// <c>report.json</c> the day and the time that were given. The one way from a folder back to a report; who merges and who verifies both take it.
/// </summary>
public sealed record ReportInputs
{
    /// <summary>The fragments, in the order of their file names.</summary>
    public required IReadOnlyList<Fragment> Fragments { get; init; }

    /// <summary>The rest.</summary>
    public required RollUpOptions Options { get; init; }

    /// <summary>Reads them.</summary>
    /// <param name="folder">A report folder.</param>
    /// <exception cref="InvalidDataException">A file cannot be read as what it should be.</exception>
    public static ReportInputs Read(string folder) => Read(folder, Report.Read(Path.Combine(folder, ReportFolder.Json)));

    /// <summary>Reads them for a report that was read before.</summary>
    public static ReportInputs Read(string folder, Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var baseline = Path.Combine(folder, ReportFolder.Baseline);
        var previous = Path.Combine(folder, ReportFolder.Previous);
        return new ReportInputs
        {
            Fragments = [.. FragmentFiles(folder).Select(Fragment.Read)],
            Options = new RollUpOptions
            {
                Today = DateOnly.TryParseExact(report.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
                Timestamp = report.Timestamp,
                // Missing then and missing now: who merged knew of them from a solution.
                ExpectedProjects = report.MissingProjects,
                Previous = File.Exists(previous) ? EarlierReport.Read(previous) : null,
                Baseline = File.Exists(baseline) ? Baseline.Read(baseline, report.Baseline?.File) : null,
            },
        };
    }

    /// <summary>Full paths of the fragments of a report folder, in the order of their names.</summary>
    public static IReadOnlyList<string> FragmentFiles(string folder)
    {
        var fragments = Path.Combine(folder, ReportFolder.Fragments);
        return Directory.Exists(fragments) ? [.. Directory.GetFiles(fragments, "*.json").Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Makes the report again.</summary>
    public Report RollUp() => Reporting.RollUp.Merge(Fragments, Options);
}
