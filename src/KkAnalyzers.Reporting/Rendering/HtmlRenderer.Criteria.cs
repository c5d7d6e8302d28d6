using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>The matrix: every statement of the framework with its state, why, and what that rests on.</summary>
public static partial class HtmlRenderer
{
    private sealed partial class Page
    {
        private void Criteria()
        {
            Open("criteria");
            Lead(words["criteria.intro"]);
            if (report.Profile is not null)
                Lead(words["expected.ours"]);
            _html.Add($"<p class=\"lead small soft\">{words["references.intro"]}</p>");

            var themes = report.Criteria.GroupBy(c => (c.Pillar, c.Theme)).Select(g => (ThemeToken(g.First()), Value("theme", g.Key.Theme)));
            (string, string)[] yesNo = [("yes", words["value.yes"]), ("no", words["value.no"])];
            Filter(
                "criteria",
                [
                    Choice("criteria", "state", words["column.state"], Enum.GetValues<State>().Select(s => (Words.Name(s), words.State(s)))),
                    Choice("criteria", "theme", words["column.theme"], themes),
                    .. report.Profile is null ? Array.Empty<Markup>() : [Choice("criteria", "expected", words["expected"], yesNo)],
                    Choice("criteria", "findings", words["filter.has-findings"], yesNo),
                    .. report.Changes is null ? Array.Empty<Markup>() : [Choice("criteria", "changed", words["filter.changed"], yesNo)],
                ]);
            foreach (var pillar in report.Criteria.GroupBy(c => c.Pillar))
            {
                _html.Add($"<div data-group><h3>{words.Format("pillar.heading", Value("pillar", pillar.Key))}</h3>");
                foreach (var theme in pillar.GroupBy(c => c.Theme))
                {
                    _html.Add($"""
                        <div class="matrix" data-group><h4>{Value("theme", theme.Key)}</h4>
                        <table role="table"><caption class="soft small">{Value("pillar", pillar.Key)} – {Value("theme", theme.Key)}</caption>
                        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{words["column.criterion"]}</th><th role="columnheader" scope="col">{words["column.state"]}</th><th role="columnheader" scope="col">{words["column.reason"]}</th></tr></thead>
                        <tbody role="rowgroup">
                        """);
                    foreach (var criterion in theme)
                        Criterion(criterion);
                    _html.Add($"</tbody></table></div>");
                }

                _html.Add($"</div>");
            }

            _html.Add($"<h3>{words["principles"]}</h3><p class=\"lead\">{words["principles.intro"]}</p><ul class=\"plain\">{Markup.Join(Enumerable.Range(1, 8).Select(i => $"U.0{i}").Select(u => Piece($"<li><span class=\"id\">{u}</span> {words["principle." + u]}</li>")))}</ul>");
            Close();
        }

        private void Criterion(CriterionRow criterion)
        {
            string[] rules = [.. criterion.Rules.Select(r => r.Rule), .. criterion.OtherRules.Select(r => r.Rule)];
            var change = _changes.GetValueOrDefault(criterion.Id);
            static string YesNo(bool value) => value ? "yes" : "no";

            _html.Add($"""
                <tr role="row" id="{criterion.Id}" data-row data-state="{(criterion.State is { } s ? Words.Name(s) : "group")}" data-theme="{ThemeToken(criterion)}" data-expected="{YesNo(criterion.Expected == true)}" data-findings="{YesNo(rules.Any(_findings.Contains))}" data-changed="{YesNo(change is not null)}"><th role="rowheader" scope="row"><span class="id">{criterion.Id}</span> {words[criterion.Title]}<br><span class="small soft">{string.Join(" · ", Marks(criterion))}</span>{(criterion.Expected == true ? Piece($"<br><span class=\"mark\">{words["expected.mark"]}</span>") : default)}</th>
                <td role="cell">{(criterion.State is { } state ? Badge(state) : Piece($"<span class=\"soft small\">{words["group"]}</span>"))}{(change is null ? default : Piece($"<br><span class=\"small change\">{(change.From is { } from ? words.Format("changes.was", words.State(from)) : words["changes.new"])}</span>"))}</td>
                <td role="cell">{words[criterion.Reason]}{(criterion.NotApplicable is { } reason && criterion.State != State.NotApplicable ? " " + words.Format("criterion.declared-not-applicable", reason) : "")}{Markup.Join(_evidence[criterion.Id].Select(e => Piece($"<br><span class=\"small\">{words["evidence"]}{words.Colon}{Outside(e.Evidence.Title)} ({EvidenceStatus(e)})</span>")))}{Details(criterion, rules)}</td></tr>
                """);
        }

        private IEnumerable<string> Marks(CriterionRow criterion)
        {
            if (criterion.Page is { } page)
                yield return words.Format(criterion.PageInferred ? "page.inferred" : "page", page);
            if (criterion.State is not null)
            {
                yield return words["visibility." + criterion.Visibility.ToString().ToLowerInvariant()];
                yield return words["level." + (criterion.Level ?? "none")];
            }

            if (criterion.Recommendation)
                yield return words["recommendation"];
            if (criterion.AppliesIf is { } condition)
                yield return words.Format("applies", Value("applies", condition));
        }

        private Markup Details(CriterionRow criterion, string[] ids)
        {
            if (criterion.Rules.Count == 0 && criterion.OtherRules.Count == 0 && criterion.References.Count == 0)
                return default;

            var rules = Markup.Join(criterion.Rules.Select(m => Piece($"""
                <li><a href="#rule-{m.Rule}">{m.Rule}</a> {words[_rules[m.Rule].Title]} – {words.State(m.State)}; {words["column.inspected"].ToLowerInvariant()}{words.Colon}{m.Inspected} {words[_rules[m.Rule].Inspects]}.{(m.Relation == "partial" ? " " + words["relation.partial"] : "")}<br><span class="small soft">{words.Format("cannot-see", _rules[m.Rule].CannotSee)}</span></li>
                """)));
            var references = Markup.Join(
                criterion.References.GroupBy(r => r.Scheme).Select(scheme =>
                    Piece($"{scheme.Key}: {string.Join(", ", scheme.Select(r => r.Verified ? r.Ref : $"{r.Ref} ({words["reference.unverified"]})"))}")), "; ");
            var findings = FindingOrder.Of(ids.SelectMany(r => _findings[r].Take(NamesShown)));
            var exceptions = FindingOrder.Of(ids.SelectMany(r => _exceptions[r].Take(NamesShown)));
            return Piece($"""
                <details><summary>{words["details"]}<span class="soft"> {criterion.Id}</span></summary>{(criterion.Rules.Count == 0 ? default : Piece($"<ul class=\"plain\">{rules}</ul>"))}{OtherRules(criterion)}{Some("findings", ids.Sum(r => _findings[r].Count()), findings, f => f.Rule, f => Piece($"{words.Value("status", f.Status)}: <code>{MarkdownRenderer.Place(f.File, f.Line)}</code>"))}{Some("exceptions", ids.Sum(r => _exceptions[r].Count()), exceptions, e => e.Rule, e => Piece($"{words.Value("kind", e.Kind)}: {Reason(e)}"))}{(criterion.References.Count == 0 ? default : Piece($"<p class=\"small\">{words["details.references"]}{words.Colon}{references}</p>"))}</details>
                """);
        }

        /// <summary>The first findings or exceptions of a criterion, with the way to all of them.</summary>
        private Markup Some<T>(string section, int total, T[] first, Func<T, string> rule, Func<T, Markup> show) => total == 0 ? default : Piece($"""
            <p class="small">{words[section]}{words.Colon}{total}</p><ul class="plain small">{Markup.Join(first.Take(NamesShown).Select(a => Piece($"<li>{Show(section, "rule=" + rule(a), rule(a))} {show(a)}</li>")))}{(total > NamesShown ? Piece($"<li>{words.Format("and-more", total - NamesShown)}</li>") : default)}</ul>
            """);

        /// <summary>What other analyzers did for a criterion: id and number of findings where they ran, the ids where they did not.</summary>
        private Markup OtherRules(CriterionRow criterion)
        {
            if (criterion.OtherRules.Count == 0)
                return default;

            string Names(Func<CriterionOther, bool> which, Func<CriterionOther, string> show) => string.Join("; ", criterion.OtherRules.Where(which)
                .GroupBy(o => MappedRules.Find(o.Rule) is { } rule ? MappedRules.Analyzer(rule) : "?")
                .Select(g => $"{string.Join(", ", g.Select(show))} ({g.Key})"));
            var ran = Names(o => o.Ran || o.Findings > 0, o => $"{o.Rule}: {o.Findings}");
            var silent = Names(o => !o.Ran && o.Findings == 0, o => o.Rule);
            return Piece($"<p class=\"small\">{words.Format("other-rules.checked", ran.Length == 0 ? words["other-rules.none-ran"] : ran)}{(silent.Length == 0 ? "" : $" {words["other-rules.not-run"]} {silent}.")}</p>");
        }
    }
}
