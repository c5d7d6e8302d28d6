using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>The last sections: inventories, what each rule looked at, projects, and what the tool says about itself.</summary>
public static partial class HtmlRenderer
{
    // With more projects than this, those with the same outcome share a row.
    private const int ProjectsApart = 10;

    private sealed partial class Page
    {
        private void Inventories()
        {
            Open("inventories");
            if (report.Inventories.Count == 0)
                Lead(words["inventories.none"]);
            foreach (var inventory in report.Inventories.GroupBy(i => i.Inventory).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var name = Value("inventory", inventory.Key);
                var columns = inventory.SelectMany(i => i.Columns.Keys).Distinct().Order(StringComparer.Ordinal).ToArray();
                _html.Add($"<h3>{name}</h3>");
                Table(name, [.. columns.Select(c => Value("inventory-column", c)), words["column.place"], words["column.rule"]], [], [.. inventory],
                    i => [.. columns.Select(c => Piece($"{words[i.Columns.GetValueOrDefault(c)]}")), Place(i.File, i.Line, i.Projects), RuleLink(i.Rule)]);
            }

            Close();
        }

        private void RuleSection()
        {
            Open("rules");
            if (report.Rules.Count == 0)
                Lead(words["rules.none"]);
            foreach (var rule in report.Rules)
            {
                _html.Add($"""
                    <h3 id="rule-{rule.Id}"><span class="id">{rule.Id}</span> {words[rule.Title]}</h3>
                    <p>{Badge(rule.State)} <a class="away" href="{rule.HelpLink}" hreflang="en" rel="noreferrer">{rule.Id}.md</a>{(rule.Standards.Count > 0 ? " · " + string.Join(", ", rule.Standards) : "")}</p>
                    <p class="lead small">{words.Format("cannot-see", rule.CannotSee)}</p>
                    <p class="lead small">{words.Format("remedy", rule.Remedy)}</p>
                    """);
                var groups = Groups(rule);
                if (groups.Length > 0)
                    Table($"{rule.Id}: {words["column.inspected"].ToLowerInvariant()} ({words[rule.Inspects]})", [words["column.project"], words["column.inspected"], words["column.not-followed"], words["column.reason"]], [1, 2], groups,
                        g => [Who(g), Piece($"{g.Sum(p => p.Outcome.Inspected)}"), Piece($"{g.Sum(p => p.Outcome.NotFollowed)}"), Why(g)]);
            }

            OtherRules();
            Close();
        }

        /// <summary>One row per project; with many projects one per outcome, the worst first.</summary>
        private static RuleInProject[][] Groups(RuleRow rule) => rule.Projects.Count <= ProjectsApart
            ? [.. rule.Projects.Select(p => new[] { p })]
            : [.. rule.Projects.GroupBy(p => (p.Outcome.State, p.Outcome.ReasonCode)).OrderBy(g => g.Key.State).Select(g => g.ToArray())];

        /// <summary>"997 projects" where nothing was seen; names wherever a reader will want to know which.</summary>
        private Markup Who(RuleInProject[] group)
        {
            if (group.Length == 1)
                return Piece($"{group[0].Project}");

            var number = words.Format("projects.count", group.Length);
            return group[0].Outcome.State is State.CheckedClean or State.NotApplicable
                ? Piece($"{number}")
                : Piece($"{number}<br><span class=\"small soft\">{Some([.. group.Select(p => p.Project)], 20)}</span>");
        }

        /// <summary>The reason; where projects of one row have different numbers in it, only their state.</summary>
        private Markup Why(RuleInProject[] group)
        {
            var reasons = group.Select(p => words[p.Outcome.Reason]).Distinct(StringComparer.Ordinal).Take(2).ToArray();
            return Piece($"{words.State(group[0].Outcome.State)}{(reasons.Length == 1 ? ": " + reasons[0] : "")}");
        }

        private void OtherRules()
        {
            static bool Spoke(OtherRuleRow o) => o.Ran || o.Findings + o.Excepted + o.Unjustified > 0;

            _html.Add($"<h3 id=\"other-rules\">{words["other-rules"]}</h3><p class=\"lead\">{words["other-rules.intro"]}</p>");
            if (report.OtherRules.Any(Spoke))
            {
                Table(words["other-rules"], [words["column.rule"], words["column.topic"], words["column.analyzer"], words["column.ran"], words["findings"], words["column.excepted"]], [4, 5], [.. report.OtherRules.Where(Spoke)], o =>
                [
                    Piece($"{o.Rule}"), Piece($"{words[o.Topic]}"), Piece($"{o.Analyzer}"), Piece($"{words[o.Ran ? "value.yes" : "value.no"]}"), Piece($"{o.Findings + o.Unjustified}"), Piece($"{o.Excepted}"),
                ]);
            }

            var silent = report.OtherRules.Where(o => !Spoke(o)).GroupBy(o => o.Analyzer).ToArray();
            if (silent.Length > 0)
                _html.Add($"<p class=\"lead\">{words["other-rules.not-run"]}</p><ul class=\"plain small\">{Markup.Join(silent.Select(g => Piece($"<li>{g.Key}: {string.Join(", ", g.Select(o => o.Rule))}</li>")))}</ul>");
        }

        private void Projects()
        {
            Open("projects");
            Table(words["projects"], [words["column.project"], words["column.framework"], words["column.status"], words["column.files"], words["column.mode"], words["column.compiler"], words["column.built"]], [3], report.Projects, p =>
            [
                Piece($"{p.Path}"),
                Piece($"{p.Framework}{(p.Configuration is null ? "" : " · " + p.Configuration)}"),
                Piece($"{string.Join("; ", ProjectStatus(p))}"),
                Piece($"{p.SourceFiles}"),
                Piece($"{p.Mode}"),
                Piece($"{p.Compiler}"),
                p.Output is null ? Piece($"{words["no-output"]}") : Piece($"{p.Output}<br><code>{p.OutputSha256 ?? words["no-output"]}</code>"),
            ]);
            if (report.OutOfScope.Count > NamesShown)
                _html.Add($"<h3>{words["scope.out"]}</h3><ul class=\"plain\">{Markup.Join(report.OutOfScope.Select(Left))}</ul>");
            if (report.MissingProjects.Count > 0)
                _html.Add($"<h3>{words["projects.missing"]}</h3><ul class=\"plain\">{Markup.Join(report.MissingProjects.Take(RowsShown).Select(m => Piece($"<li>{m}</li>")))}</ul>");
            More(report.MissingProjects.Count - RowsShown, ReportFolder.Json);
            Close();
        }

        private static Markup Left(OutOfScopeData part) => Piece($"<li>{Outside(part.Part)}: {Outside(part.Reason)}</li>");

        private IEnumerable<string> ProjectStatus(ProjectInfo project)
        {
            yield return words[project.IsTest ? "project.test" : "project.counted"];
            if (!project.Analysed)
                yield return words["project.not-analysed"];
            else if (!project.Compiled)
                yield return words["project.not-compiled"];
            if (project.TreeDirty is { } dirty)
                yield return words[dirty ? "tree.project.changed" : "tree.project.clean"];
        }

        private void Problems()
        {
            Open("problems");
            if (report.Problems.Count == 0)
                Lead(words["problems.none"]);
            else
                Table(words["problems"], [words["column.code"], words["column.place"], words["column.message"]], [], report.Problems,
                    p => [Piece($"{p.Code}"), Place(p.File, p.Line, []), Message(p.Text)]);
            Close();
        }
    }
}
