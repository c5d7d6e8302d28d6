using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>GitLab code quality: open findings, for the merge request. Nothing else of a report has a place there.</summary>
internal static class GitLabCodeQuality
{
    public static Exported Render(Report report, string language)
    {
        var words = new Words(language);
        var subject = new Subject(report);
        var open = report.Findings.Where(f => f.Status == "open").ToArray();
        var placed = open.Where(f => subject.FileOf(f) is not null).ToArray();

        // GitLab shows one of those that share a fingerprint, so that of an occurrence has its ordinal in it, and never its line.
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var issues = placed.Select(f =>
        {
            var identity = f.Fingerprint ?? string.Join('\u001F', f.Rule, f.File, f.Message.En);
            var ordinal = seen[identity] = seen.GetValueOrDefault(identity) + 1;
            return Tree.Object(
                ("description", Visible.Text(words[f.Message])),
                ("check_name", f.Rule),
                ("fingerprint", ordinal == 1 && f.Fingerprint is { } print ? print : Digest(string.Create(CultureInfo.InvariantCulture, $"{identity}\u001F{ordinal}"))),
                ("severity", Subject.Level(f) switch { "error" => "critical", "warning" => "major", _ => "info" }),
                ("location", Tree.Object(
                    ("path", Visible.Text(subject.FileOf(f)!.TrimStart('/'))),
                    ("lines", Tree.Object(("begin", Math.Max(f.Line, 1)))))));
        });
        var bytes = Tree.Bytes(Tree.Lines(issues));
        return new Exported(bytes, placed.Length < open.Length ? [Texts.Format("format.left-out", open.Length - placed.Length, open.Length)] : Array.Empty<Localized>());
    }

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32].ToLowerInvariant();
}
