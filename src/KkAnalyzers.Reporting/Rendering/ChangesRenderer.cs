using System.Globalization;
using System.Text;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// What changed since an earlier release, for who buys or uses the product: what got better or worse and where nobody looks any
/// more comes before findings and files.
/// </summary>
public static class ChangesRenderer
{
    /// <summary>Longest list in one part; the JSON form has all of it.</summary>
    private const int Limit = 100;

    /// <summary>Plain text, for a console.</summary>
    /// <param name="report">The later report.</param>
    /// <param name="changes">What changed.</param>
    /// <param name="language">nl, fr or en.</param>
    public static string Text(Report report, ReportChanges changes, string language)
    {
        var page = new StringBuilder();
        var (title, lead, parts) = Model(report, changes, new Words(language));
        page.Append(Visible.Text(title)).Append('\n').Append('\n');
        foreach (var line in lead)
            page.Append(Visible.Text(line)).Append('\n');
        foreach (var part in parts)
        {
            page.Append('\n').Append(part.Title).Append('\n');
            foreach (var line in part.Lines)
                page.Append("  - ").Append(Visible.Text(line.ReplaceLineEndings(" "))).Append('\n');
        }

        return page.ToString();
    }

    /// <summary>Markdown, for a pull request or release notes.</summary>
    /// <inheritdoc cref="Text"/>
    public static string Markdown(Report report, ReportChanges changes, string language)
    {
        var page = new StringBuilder();
        var (title, lead, parts) = Model(report, changes, new Words(language));
        page.Append("# ").Append(MarkdownRenderer.Escape(title)).Append('\n').Append('\n');
        foreach (var line in lead)
            page.Append(MarkdownRenderer.Escape(line)).Append("\n\n");
        foreach (var part in parts)
        {
            page.Append("## ").Append(MarkdownRenderer.Escape(part.Title)).Append("\n\n");
            foreach (var line in part.Lines)
                page.Append("- ").Append(MarkdownRenderer.Escape(line)).Append('\n');
            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static (string Title, string[] Lead, Part[] Parts) Model(Report report, ReportChanges changes, Words words)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(changes);

        var unknown = words["diff.no-version"];
        var title = words.Format("diff.title", report.Product?.Name ?? words["diff.product"], changes.PreviousVersion ?? unknown, report.Product?.Version ?? unknown);
        var lead = new List<string> { words.Format("diff.commits", Commits(changes.PreviousCommits, words), Commits(report.Commits, words)) };
        if (changes.OtherRuleSet)
            lead.Add(words["diff.other-rules"]);

        Part[] parts =
        [
            .. Enum.GetValues<ChangeKind>().Select(kind => Part.Of(
                words["diff." + kind switch
                {
                    ChangeKind.Better => "better",
                    ChangeKind.Worse => "worse",
                    ChangeKind.NewlyLookedAt => "newly",
                    ChangeKind.NoLongerLookedAt => "no-longer",
                    _ => "otherwise",
                }],
                changes.Criteria.Where(c => ReportDiff.Kind(c) == kind).Select(c => Criterion(report, c, words)).Concat(Seen(changes, kind, words)),
                words)),
            Part.Of(words["diff.new-findings"], changes.NewFindings.Where(Counts).Select(f => Finding(f, words)), words),
            Part.Of(words["diff.gone-findings"], changes.GoneFindings.Where(Counts).Select(f => Finding(f, words)), words),
            Part.Of(words["diff.new-exceptions"], changes.NewExceptions.Select(e => Exception(e, words)), words),
            Part.Of(words["diff.gone-exceptions"], changes.GoneExceptions.Select(e => Exception(e, words)), words),
            Part.Of(words["diff.expired"], changes.ExpiredEvidence.Select(e => words.Format("diff.evidence", e.Criterion, e.Evidence.Title ?? "", e.Evidence.ValidUntil ?? "")), words),
        ];
        parts = [.. parts.Where(p => p.Lines.Count > 0)];
        if (parts.Length == 0)
            lead.Add(words["diff.nothing"]);
        lead.Add(words["diff.limits"]);
        return (title, [.. lead], parts);
    }

    // An excepted finding stands with the exceptions.
    private static bool Counts(Finding finding) => finding.Status != "excepted";

    private static string Commits(IReadOnlyList<string> commits, Words words) => commits.Count == 0 ? words["diff.no-commit"] : string.Join(", ", commits);

    private static IEnumerable<string> Seen(ReportChanges changes, ChangeKind kind, Words words) => kind switch
    {
        ChangeKind.NewlyLookedAt => [.. changes.NewProjects.Select(p => words.Format("diff.project", p)), .. Listed("diff.rules", changes.NewRules, words)],
        ChangeKind.NoLongerLookedAt => [.. changes.GoneProjects.Select(p => words.Format("diff.project", p)), .. Listed("diff.rules", changes.GoneRules, words)],
        _ => [],
    };

    private static string[] Listed(string key, IReadOnlyList<string> ids, Words words) => ids.Count == 0 ? [] : [words.Format(key, string.Join(", ", ids))];

    private static string Criterion(Report report, CriterionChange change, Words words)
    {
        var title = report.Criteria.FirstOrDefault(c => c.Id == change.Criterion)?.Title ?? Catalogue.Instance.Criteria.FirstOrDefault(c => c.Id == change.Criterion)?.Title;
        return words.Format("diff.criterion", change.Criterion, words[title], State(change.From, words), State(change.To, words));
    }

    private static string State(State? state, Words words) => state is { } known ? words.State(known) : words["diff.no-criterion"];

    private static string Finding(Finding finding, Words words) => words.Format(
        "diff.finding", finding.Rule, words.Value("level", finding.Level), MarkdownRenderer.Place(finding.File, finding.Line), words[finding.Message],
        finding.Status == "unjustified" ? $" ({words.Value("status", finding.Status)})" : "");

    private static string Exception(RuleException exception, Words words) => words.Format(
        "diff.exception", exception.Rule, words.Value("kind", exception.Kind), MarkdownRenderer.Place(exception.File, exception.Line),
        exception.Justified ? exception.Justification ?? "" : words["no-justification"]);

    private sealed record Part(string Title, IReadOnlyList<string> Lines)
    {
        public static Part Of(string title, IEnumerable<string> lines, Words words)
        {
            var all = lines.ToArray();
            return new(
                all.Length == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} ({all.Length})"),
                all.Length <= Limit ? all : [.. all[..Limit], words.Format("diff.more", all.Length - Limit)]);
        }
    }
}
