using System.IO.Compression;
using System.Text.Json.Nodes;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>
/// SARIF for upload to GitHub code scanning, which shows whatever it gets as an open alert, suppressed results and results about criteria
/// too: open findings only. What is over its limits is left out from the least severe on, and the file and the caller say how many.
/// </summary>
internal static class GitHubSarif
{
    /// <summary>Results that GitHub takes in a run.</summary>
    public const int MaxResults = 25_000;

    /// <summary>Of these it shows so many.</summary>
    public const int ShownResults = 5_000;

    /// <summary>Rules that stay below what GitHub and validators take.</summary>
    public const int MaxRules = 1_000;

    /// <summary>Size of the file after gzip: 10 MB, with room for what the upload adds.</summary>
    public const int MaxGzipBytes = 10_000_000;

    public static Exported Render(Report report, string language, int maxResults = MaxResults, int maxGzipBytes = MaxGzipBytes)
    {
        var words = new Words(language);
        var subject = new Subject(report);
        var all = report.Findings.Where(f => f.Status == "open").ToArray();
        // The sort is stable: within a level the order of the report stays.
        var placed = all.Where(f => subject.FileOf(f) is not null).OrderBy(Subject.Rank).ToArray();
        var rules = placed.Select(f => f.Rule).Distinct().Take(MaxRules).ToHashSet(StringComparer.Ordinal);
        var kept = placed.Where(f => rules.Contains(f.Rule)).Take(maxResults).ToArray();

        while (true)
        {
            var notes = Notes(all.Length, kept.Length);
            var bytes = Tree.Bytes(SarifDocument.Log(Run(report, words, subject, kept, notes)));
            var size = GzipSize(bytes);
            if (size <= maxGzipBytes || kept.Length == 0)
                return new Exported(bytes, notes);
            kept = kept[..(int)(kept.Length * Math.Min(0.95, 0.95 * maxGzipBytes / size))];
        }
    }

    private static JsonObject Run(Report report, Words words, Subject subject, Finding[] kept, Localized[] notes)
    {
        // A log without rules is refused, so one without findings names those that could have found something.
        var named = kept.Length > 0 ? kept.Select(f => f.Rule) : report.Rules.Select(r => r.Id).Take(MaxRules);
        var rules = new SarifRules(report, words, named.ToHashSet(StringComparer.Ordinal));
        return Tree.Object(
        [
            ("tool", rules.Tool()),
            ("invocations", new JsonArray(Tree.Object(
                ("executionSuccessful", report.Summary.Complete),
                ("toolExecutionNotifications", Tree.List(notes.Select(n => Tree.Object(
                    ("descriptor", rules.Code("KK9003")), ("level", "warning"), ("message", SarifRules.Message(words[n]))))))))),
            .. SarifDocument.Run(report, words),
            // GitHub wants a place for each: one that is about a whole file stands in its first line.
            ("results", Tree.Lines(kept.Select(f => Tree.Object(SarifDocument.Finding(f, rules, words, subject.FileOf(f), Math.Max(f.Line, 1)))))),
        ]);
    }

    private static Localized[] Notes(int all, int kept)
    {
        var notes = new List<Localized>();
        if (kept < all)
            notes.Add(Texts.Format("format.left-out", all - kept, all));
        if (kept > ShownResults)
            notes.Add(Texts.Format("format.github-shows", ShownResults, kept));
        return [.. notes];
    }

    private static long GzipSize(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return target.Length;
    }
}
