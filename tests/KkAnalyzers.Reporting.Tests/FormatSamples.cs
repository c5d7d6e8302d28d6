using System.Security.Cryptography;
using System.Text;
using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting.Formats;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>Reports that every format must be able to say, and the formats.</summary>
internal static class FormatSamples
{
    /// <summary>A day for the format that asks for one.</summary>
    public static readonly DateTimeOffset Day = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly IReadOnlyList<string> Formats = ["sarif", "github", "cyclonedx", "oscal", "gitlab"];

    /// <summary>Findings that are open, excepted and silenced without a reason; a declaration; a project that is missing.</summary>
    public static Report Product() => Samples.Report();

    /// <summary>Whatever a report can have: each state, who states it, baselines, exceptions past their day, fingerprints, dates.</summary>
    public static Report Everything()
    {
        var report = Product();
        var criteria = report.Criteria.Select((c, i) => c.State is null ? c : c with { State = (State)(i % 8) }).ToArray();
        var findings = report.Findings.Select((f, i) => f with { Fingerprint = Digest($"finding {i}")[..32], Baseline = f.Status == "open" && i % 2 == 0 ? "legacy" : null }).ToArray();
        var open = findings.First(f => f is { Status: "open", File: not null });
        return report with
        {
            Criteria = criteria,
            Summary = report.Summary with { States = [.. report.Summary.States.Select(s => s with { Count = criteria.Count(c => c.State == s.State) })] },
            Timestamp = "2026-06-01T08:30:00Z",
            AsOf = "2026-06-01",
            Statement = new StatementData { Name = "An Peeters", Function = "Kwaliteitscoördinator", Role = "provider", Date = "2026-05-30" },
            Repositories = ["https://git.example/zorgdagboek"],
            Projects = [.. report.Projects.Select(p => p with { RepositoryUrl = "https://user:secret@git.example/zorgdagboek" })],
            Findings = [.. findings.Append(open with { File = null, Line = 0, Column = 0, Fingerprint = Digest("no file")[..32] }).Append(open with { File = "…/Extern.cs", Fingerprint = Digest("outside")[..32] })],
            Exceptions =
            [
                .. report.Exceptions,
                new RuleException(open.Rule, "declaration", "tot de migratie klaar is", true, "src/**/" + Path.GetFileName(open.File), 0, open.Message, [], "Team Dagboek", "DPO", "2026-01-01", "2026-03-31", Expired: true),
                new RuleException(open.Rule, "baseline", "bestond al", true, open.File, open.Line, open.Message, open.Projects, "Team Dagboek", null, "2026-01-01"),
            ],
            Evidence = [.. report.Evidence.Select(e => e with { Evidence = e.Evidence with { Link = "https://voorbeeldzorg.example/audit?jaar=2026" } })],
        };
    }

    /// <summary>Nothing at all was built.</summary>
    public static Report Empty() => RollUp.Merge([]);

    /// <summary>The log of the compiler is not there.</summary>
    public static Report Incomplete() => Build.Report(Build.Fragment(null));

    /// <summary>Each text from outside tries to leave its place.</summary>
    public static Report Hostile()
    {
        const string Text = Samples.Hostile + "\r\n{0} \\ \"';--";
        var same = new Localized(Text, Text, Text);
        var report = Everything();
        return report with
        {
            Product = report.Product! with { Name = Text, Version = Text, Provider = new ProviderData { Name = Text, Site = "javascript:alert(1)" } },
            Statement = new StatementData { Name = Text, Function = Text, Role = "third-party", Date = Text },
            Commits = [Text],
            Repositories = ["javascript:alert(1)"],
            Projects = [.. report.Projects.Select(p => p with { Name = Text, Path = "../../" + Text, Output = Text + ".dll", RepositoryUrl = "file:///etc/passwd" })],
            MissingProjects = [Text],
            Findings = [.. report.Findings.Select(f => f with { File = f.File is null ? null : "/etc/../" + Text, Message = same, Projects = [Text] })],
            Exceptions = [.. report.Exceptions.Select(e => e with { File = e.File is null ? null : "/etc/../" + Text, Message = same, Justification = Text, Owner = Text })],
            Evidence = [.. report.Evidence.Select(e => e with { Evidence = e.Evidence with { Title = Text, Owner = Text, Link = null, File = "C:\\evil\\" + Text, Date = Text, ValidUntil = Text } })],
            Problems = [.. report.Problems.Select(p => p with { File = Text, Text = same })],
        };
    }

    public static IEnumerable<(string Name, Report Report)> All()
    {
        yield return ("product", Product());
        yield return ("everything", Everything());
        yield return ("empty", Empty());
        yield return ("incomplete", Incomplete());
        yield return ("hostile", Hostile());
    }

    public static byte[] Render(Report report, string format, string language = "en") =>
        ExportFormats.Render(report, Convert.ToHexString(SHA256.HashData(report.ToJson())).ToLowerInvariant(), format, language, Day).Bytes;

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
