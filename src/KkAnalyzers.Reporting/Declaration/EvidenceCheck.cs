using System.Globalization;

namespace KkAnalyzers.Reporting;

/// <summary>Where the evidence of a declaration stands today.</summary>
public sealed record EvidenceCheck
{
    /// <summary>False where the file is not there, too large, or no JSON to its end.</summary>
    public required bool Readable { get; init; }

    /// <summary>What could not be read, and evidence that is not in order; with the path that was asked for.</summary>
    public IReadOnlyList<ReportMessage> Problems { get; init; } = [];

    /// <summary>Each piece of evidence.</summary>
    public IReadOnlyList<CheckedEvidence> Evidence { get; init; } = [];

    /// <summary>Every piece counts.</summary>
    public bool InOrder => Evidence.All(e => e.Row.Valid);

    /// <param name="path">Full path of the declaration.</param>
    /// <param name="today">The day against which last days are judged.</param>
    public static EvidenceCheck Of(string path, DateOnly today)
    {
        var (data, problems) = DeclarationReader.Read(path, path);
        if (data is null)
            return new EvidenceCheck { Readable = false, Problems = problems };

        return new EvidenceCheck
        {
            Readable = data.ReadToTheEnd,
            Problems = problems,
            Evidence = [.. RollUp.Evidence([data], today).Select(r => new CheckedEvidence(
                r, r.Evidence.ActualSha256,
                DateOnly.TryParseExact(r.Evidence.ValidUntil, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) ? until.DayNumber - today.DayNumber : null))],
        };
    }

    /// <summary>The declaration at a path: the file itself, or the nearest one in a folder and above it, as a build finds it. Null when there is none.</summary>
    public static string? Find(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? Path.GetFullPath(path) : null;
        for (var folder = Path.GetFullPath(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, DeclarationReader.FileName) is var file && File.Exists(file))
                return file;
        }

        return null;
    }
}

/// <param name="Row">As the report shows it.</param>
/// <param name="Sha256">Of the file as it is; null for a link and for what was not read.</param>
/// <param name="DaysLeft">Days until the last day on which it counts, 0 on that day; null without one.</param>
public sealed record CheckedEvidence(EvidenceRow Row, string? Sha256, int? DaysLeft);
