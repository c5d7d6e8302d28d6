using System.Security.Cryptography;

namespace KkAnalyzers.Reporting;

/// <summary>
/// <c>kk.baseline.json</c>: findings that existed when somebody began to use the tool (<c>legacy</c>), and findings that somebody
/// accepts until a day (<c>accepted</c>). It opens a gate and improves no state: what it names still counts against its criterion.
/// </summary>
public sealed record Baseline
{
    /// <summary>Version of this format; <c>schema/baseline.schema.json</c> describes it.</summary>
    public int FormatVersion { get; init; } = 1;

    /// <summary>Sorted by rule, file and fingerprint.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; init; } = [];

    /// <summary>The file it was read from; null when it was made here or could not be read.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public byte[]? Bytes { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Sha256 => Convert.ToHexString(SHA256.HashData(Bytes ?? ToJson())).ToLowerInvariant();

    /// <summary>The file as the report names it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? File { get; init; }

    /// <summary>What could not be read (KK9002).</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<ReportMessage> Problems { get; init; } = [];

    /// <summary>Reads a baseline. Never throws: entries that cannot be read are problems and have no effect.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownPath">As the report and problems name it; the path itself when null.</param>
    public static Baseline Read(string path, string? shownPath = null)
    {
        var (baseline, problems) = new BaselineReader(path).Read();
        return baseline with { File = shownPath ?? path, Problems = [.. problems.Select(p => p with { File = shownPath ?? path })] };
    }

    /// <summary>The bytes of the file: the same entries in any order give the same bytes.</summary>
    public byte[] ToJson() => JsonFile.Bytes(this with
    {
        Entries = [.. Entries.OrderBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Fingerprint, StringComparer.Ordinal)],
    });

    /// <summary>A baseline of every loud finding that is open: all are legacy. Entries of an earlier one that still match stay as they are.</summary>
    /// <param name="report">The report.</param>
    /// <param name="created">yyyy-MM-dd.</param>
    public static Baseline Of(Report report, string created)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new()
        {
            Entries = [.. report.Findings
                .Where(f => f is { Status: "open", Fingerprint: not null, Level: "error" or "warning" })
                .DistinctBy(f => f.Fingerprint)
                .Select(f => new BaselineEntry { Rule = f.Rule, Fingerprint = f.Fingerprint!, Kind = "legacy", File = f.File, Created = created })],
        };
    }

    /// <summary>Without the entries whose finding is gone. Never adds one.</summary>
    public Baseline Prune(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var present = report.Findings.Select(f => f.Fingerprint).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return this with { Entries = [.. Entries.Where(e => present.Contains(e.Fingerprint))] };
    }

    private sealed class BaselineReader(string path) : PositionedReader(path)
    {
        public (Baseline, IReadOnlyList<ReportMessage>) Read()
        {
            if (Load() is not var (root, bytes, _))
                return (new(), Problems);

            var entries = root is null ? [] : Object(new Value(root, "kk.baseline.json", ""), new Baseline(), new()
            {
                ["$schema"] = Schema,
                ["formatVersion"] = Version,
                ["entries"] = (d, v) => d with { Entries = Items(v, Entry) },
            }).Entries;
            foreach (var twice in entries.GroupBy(e => e.Fingerprint, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
                Problem(twice.Line, 1, "KK9002", "baseline.twice");
            return (new() { Entries = [.. entries.DistinctBy(e => e.Fingerprint)], Bytes = bytes }, Problems);
        }

        private Baseline Version(Baseline data, Value value)
        {
            if (value.Node.Text != "1")
                Problem(value.Node, "declaration.bad-value", value.Node.Text ?? "", value.Name, "1");
            return data;
        }

        private BaselineEntry? Entry(Value value)
        {
            var entry = Object(value, new BaselineEntry { Rule = "", Fingerprint = "", Kind = "", Line = value.Node.Line }, new()
            {
                ["rule"] = (d, v) => d with { Rule = Text(v) ?? "" },
                ["fingerprint"] = (d, v) => d with { Fingerprint = Fingerprint(v) },
                ["kind"] = (d, v) => d with { Kind = Choice(v, "legacy", "accepted") ?? "" },
                ["file"] = (d, v) => d with { File = Text(v) },
                ["reason"] = (d, v) => d with { Reason = Text(v) },
                ["owner"] = (d, v) => d with { Owner = Text(v) },
                ["approvedBy"] = (d, v) => d with { ApprovedBy = Text(v) },
                ["created"] = (d, v) => d with { Created = Date(v) },
                ["until"] = (d, v) => d with { Until = Date(v) },
            });
            var complete = Complete(value, ("rule", entry.Rule), ("fingerprint", entry.Fingerprint), ("kind", entry.Kind))
                && (entry.Kind != "accepted" || Complete(value, ("reason", entry.Reason), ("owner", entry.Owner), ("until", entry.Until)));
            return complete ? entry : null;
        }

        private string Fingerprint(Value value) => Checked(
            value, t => t.Length == 32 && t.All(char.IsAsciiHexDigit), t => Problem(value.Node, "baseline.bad-fingerprint", t))?.ToLowerInvariant() ?? "";
    }
}

/// <summary>One finding that the baseline names.</summary>
public sealed record BaselineEntry
{
    /// <summary>Rule id.</summary>
    public required string Rule { get; init; }

    /// <summary>Path relative to the root, for people; the fingerprint decides.</summary>
    public string? File { get; init; }

    /// <summary><see cref="Finding.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary><c>legacy</c> or <c>accepted</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Why it is accepted.</summary>
    public string? Reason { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>yyyy-MM-dd, since when it stands here.</summary>
    public string? Created { get; init; }

    /// <summary>yyyy-MM-dd, the last day on which it counts.</summary>
    public string? Until { get; init; }

    /// <summary>Line in the file.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Line { get; init; }
}
