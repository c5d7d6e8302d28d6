namespace KkAnalyzers.Tool;

/// <summary>Of which commit and by which tool each fragment is. Parts of two releases together are no product that anybody has.</summary>
internal sealed class Origins
{
    private readonly List<Origin> _all = [];

    /// <summary>Notes a fragment on its way through.</summary>
    public Fragment Noted(Fragment fragment)
    {
        _all.Add(new(fragment.Project, fragment.Tool));
        return fragment;
    }

    /// <exception cref="UsageException">With who has what, a line for each commit or tool.</exception>
    public void RefuseMixed()
    {
        var counted = _all.Where(o => !o.Project.IsTest).ToArray();
        var commits = counted.Where(o => o.Project.Commit is not null).GroupBy(o => o.Project.Commit!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var tools = counted.GroupBy(o => o.Tool).OrderBy(g => g.Key.Version, StringComparer.Ordinal).ThenBy(g => g.Key.RuleSetSha256, StringComparer.Ordinal).ToArray();

        var problems = new List<ReportMessage>();
        if (commits.Length > 1)
        {
            problems.Add(UsageException.Problem("tool.merge.mixed-commits"));
            problems.AddRange(commits.Select(g => UsageException.Problem("tool.merge.has-commit", g.Key, Labels(g))));
        }

        if (tools.Any(g => g.Key != ToolInfo.Current))
        {
            problems.Add(UsageException.Problem("tool.merge.mixed-tools", Describe(ToolInfo.Current)));
            problems.AddRange(tools.Select(g => UsageException.Problem("tool.merge.has-tool", Describe(g.Key), Labels(g))));
        }

        if (problems.Count > 0)
            throw new UsageException(problems);
    }

    /// <summary>What is allowed, and may still be a file that somebody forgot to delete.</summary>
    public IEnumerable<ReportMessage> Doubts()
    {
        var counted = _all.Where(o => !o.Project.IsTest).ToArray();
        var without = counted.Where(o => o.Project.Commit is null).ToArray();
        if (without.Length > 0 && without.Length < counted.Length)
            yield return Warning("tool.merge.no-commit", Labels(without));

        // A copy is equal; what differs was built twice, in another configuration or at another time.
        var twice = counted.GroupBy(o => (o.Project.Path, o.Project.Framework)).Where(g => g.Select(o => o.Project).Distinct().Skip(1).Any()).SelectMany(g => g).ToArray();
        if (twice.Length > 0)
            yield return Warning("tool.merge.twice", Labels(twice));
    }

    private static ReportMessage Warning(string key, params object[] args) => UsageException.Problem(key, args) with { Severity = "warning" };

    private static string Describe(ToolInfo tool) => $"{tool.Name} {tool.Version} ({(tool.RuleSetSha256.Length > 12 ? tool.RuleSetSha256[..12] : tool.RuleSetSha256)})";

    private static string Labels(IEnumerable<Origin> origins) => string.Join(", ", origins.Select(o => o.Project.Label).Distinct().Order(StringComparer.Ordinal));

    private sealed record Origin(ProjectInfo Project, ToolInfo Tool);
}
