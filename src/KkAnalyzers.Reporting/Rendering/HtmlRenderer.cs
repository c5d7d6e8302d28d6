using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KkAnalyzers.Catalog;
using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>
/// One page per language: one file, no request, readable without script, on paper, by keyboard and by screen reader. Page 1 is
/// for a buyer who is no developer and has five minutes.
/// </summary>
public static partial class HtmlRenderer
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static string Render(Report report, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Page(report, new Words(language)).Render();
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlRenderer).Assembly.GetManifestResourceStream("rendering/" + name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "'";

    private sealed partial class Page(Report report, Words words)
    {
        private readonly HtmlText _html = new();

        public string Render()
        {
            var product = report.Product?.Name is { } name ? string.Join(" ", new[] { name, report.Product.Version }.OfType<string>()) : null;
            var policy = $"default-src 'none'; style-src {Hash(Style)}; script-src {Hash(Script)}; base-uri 'none'; form-action 'none'";

            _html.Add($"""
                <!DOCTYPE html>
                <html lang="{words.Language}">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{new Markup(policy)}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <title>{words["title"]}{(product is null ? "" : " – " + product)}</title>
                <style>{new Markup(Style)}</style>
                </head>
                <body>
                <a class="skip" href="#main">{words["skip"]}</a>
                <header class="top"><div class="wrap">
                <div class="bar"><p class="kicker">{words[report.Framework.Name]}</p>
                <nav class="languages" aria-label="{words["languages"]}"><ul>{Languages()}</ul></nav></div>
                <h1>{words["title"]}{(product is null ? "" : ": " + product)}</h1>
                </div></header>
                <main id="main" class="wrap" tabindex="-1">
                """);
            Overview();
            Contents();
            Context();
            Criteria();
            Findings();
            Exceptions();
            Evidence();
            Endpoints();
            PersonalData();
            ThirdParties();
            Consent();
            Inventories();
            RuleSection();
            Projects();
            Problems();
            _html.Add($"""
                </main>
                <footer><div class="wrap"><p>{words.Format("footer", report.Tool.Name, report.Tool.Version)}</p></div></footer>
                <script>{new Markup(Script)}</script>
                </body>
                </html>
                """);
            return _html.ToString().ReplaceLineEndings("\n");
        }

        private Markup Languages() => Markup.Join(new[] { ("nl", "Nederlands"), ("fr", "Français"), ("en", "English") }.Select(l =>
            l.Item1 == words.Language
                ? Piece($"<li><a href=\"report.{l.Item1}.html\" lang=\"{l.Item1}\" hreflang=\"{l.Item1}\" aria-current=\"page\">{l.Item2}</a></li>")
                : Piece($"<li><a href=\"report.{l.Item1}.html\" lang=\"{l.Item1}\" hreflang=\"{l.Item1}\">{l.Item2}</a></li>")));

        private void Overview()
        {
            var summary = report.Summary;
            _html.Add($"<section id=\"overview\" aria-labelledby=\"overview-title\"><h2 id=\"overview-title\">{words["overview"]}</h2>");
            if (!summary.Complete)
                _html.Add($"<div class=\"notice bad\"><p><strong>{words["incomplete"]}</strong></p></div>");
            if (report.Product is null)
                _html.Add($"<div class=\"notice bad\"><p><strong>{words["no-declaration"]}</strong></p></div>");

            Identity();

            _html.Add($"<h3>{words["states"]}</h3><p class=\"lead\">{words["method.short"]} {words.Format("statements", summary.Statements, summary.Criteria, summary.Groups)}</p>");
            Table(words["states.caption"], [words["column.state"], words["column.count"], words["column.meaning"]], [1],
                summary.States.Select(s => new[] { Badge(s.State), Piece($"{s.Count}"), Piece($"{words["meaning." + Words.Name(s.State)]}") }),
                [Piece($"{words["total"]}"), Piece($"{summary.Criteria}"), default]);

            _html.Add($"<h3>{words["figures"]}</h3><ul class=\"figures\">");
            Figure("findings", summary.OpenFindings, summary.OpenNotes);
            Figure("exceptions", summary.Exceptions, summary.UnjustifiedExceptions);
            Figure("evidence", summary.Evidence, summary.EvidenceInvalid, summary.EvidenceExpiring);
            Figure("rules", summary.RulesRan, summary.RulesExpected, summary.RulesOffByDefault);
            _html.Add($"</ul>");

            var nobody = report.Criteria.Where(c => c.State == State.NotEvaluated).ToArray();
            var stopped = report.Rules.Where(r => !RollUp.Ran(r)).Select(r => r.Id).ToArray();
            _html.Add($"<h3>{words["nobody"]}</h3><p class=\"lead\">{words.Format("nobody.text", nobody.Length, nobody.Count(c => c.Visibility == Visibility.None))}</p>");
            if (stopped.Length > 0)
                _html.Add($"<p class=\"lead\">{words.Format("nobody.rules", string.Join(", ", stopped))} <a href=\"#rules\">{words["rules"]}</a></p>");
            if (report.MissingProjects.Count > 0)
                _html.Add($"<p class=\"lead\">{words.Format("scope.missing", string.Join(", ", report.MissingProjects))}</p>");

            _html.Add($"<h3>{words["method"]}</h3><ul class=\"plain lead\"><li>{words["method.1"]}</li><li>{words["method.2"]}</li><li>{words["method.3"]}</li><li><strong>{words["method.4"]}</strong></li></ul>");
            Verify();
            _html.Add($"</section>");
        }

        private void Identity()
        {
            var product = report.Product;
            var provider = product?.Provider;
            var counted = report.Projects.Where(p => !p.IsTest).ToArray();
            _html.Add($"<h3>{words["identity"]}</h3><dl class=\"facts\">");
            Fact("product", Declared(product?.Name));
            Fact("product.version", Declared(product?.Version));
            Fact("provider", Declared(string.Join(", ", new[] { provider?.Name, provider?.Address }.OfType<string>())));
            if (provider?.EnterpriseNumber is { } number)
                Fact("enterprise-number", Piece($"{number}"));
            if (provider?.Site is { } site)
                Fact("site", Link(site, site));
            Fact("helpdesk", Declared(string.Join("; ", [.. product?.Helpdesk?.Channels ?? [], .. new[] { product?.Helpdesk?.Hours }.OfType<string>()])));
            if (product?.Languages is { Count: > 0 } languages)
                Fact("product.languages", Piece($"{string.Join(", ", languages)}"));
            if (product?.Licence is { } licence)
                Fact("licence", Piece($"{licence}"));
            if (product?.Price is { } price)
                Fact("price", Piece($"{price}"));
            if (product?.LastUpdate is { } update)
                Fact("last-update", Piece($"{update}"));
            Fact("who", Piece($"{(provider?.Name is { } who ? words.Format("who.declared", who, report.Tool.Name, report.Tool.Version) : words.Format("who.unknown", report.Tool.Name, report.Tool.Version))}"));
            Fact("scope", Piece($"""
                {words.Format("scope.text", counted.Select(p => p.Path).Distinct().Count(), string.Join(", ", counted.Select(p => p.Framework).OfType<string>().Distinct().Order(StringComparer.Ordinal)), report.Summary.SourceFiles, report.Projects.Where(p => p.IsTest).Select(p => p.Path).Distinct().Count())}{(report.MissingProjects.Count > 0 ? " " + words.Format("scope.missing", report.MissingProjects.Count) : "")}
                """));
            Fact("commit", report.Commits.Count == 0 ? Piece($"{words["commit.unknown"]}") : Piece($"<code>{string.Join(", ", report.Commits)}</code>"));
            foreach (var repository in report.Repositories)
                Fact("repository", Link(repository, repository));
            if (report.Timestamp is not null)
                Fact("timestamp", Piece($"{report.Timestamp}"));
            Fact("framework", Piece($"{words.Format("framework.reading", report.Framework.Name, report.Framework.Publisher, report.Framework.Reading)}"));
            Fact("tool", Piece($"{words.Format("tool.text", report.Tool.Name, report.Tool.Version, report.Tool.Rules)}<code>{report.Tool.RuleSetSha256}</code>"));
            _html.Add($"</dl>");
        }

        private void Verify()
        {
            _html.Add($"<h3 id=\"verify\">{words["verify"]}</h3><ol class=\"plain lead\"><li>{words["verify.1"]}</li><li>{words["verify.2"]}</li><li>{words["verify.3"]}</li></ol>");
            var json = Convert.ToHexString(SHA256.HashData(report.ToJson())).ToLowerInvariant();
            IEnumerable<(string File, string? Sha256)> files =
            [
                ("report.json", json),
                .. report.Projects.Where(p => !p.IsTest && p.Output is not null).Select(p => ($"{p.Output} – {p.Label}", p.OutputSha256)),
                .. report.Declarations.Where(d => d.Sha256.Length > 0).Select(d => (d.File, (string?)d.Sha256)),
            ];
            Table(words["verify.caption"], [words["column.file"], "SHA-256"], [],
                files.Select(f => new[] { Piece($"{f.File}"), f.Sha256 is null ? Piece($"{words["no-output"]}") : Piece($"<code>{f.Sha256}</code>") }));
        }

        private void Contents()
        {
            string[] sections = ["context", "criteria", "findings", "exceptions", "evidence", "endpoints", "personal-data", "third-parties", "consent", "inventories", "rules", "projects", "problems"];
            _html.Add($"<nav class=\"toc\" aria-labelledby=\"contents-title\"><h2 id=\"contents-title\">{words["contents"]}</h2><ul>{Markup.Join(sections.Select(s => Piece($"<li><a href=\"#{s}\">{words[s]}</a></li>")))}</ul></nav>");
        }

        private void Context()
        {
            Open("context");
            _html.Add($"<p class=\"lead\">{words["context.intro"]}</p>");
            Table(words["context.caption"], [words["column.topic"], words["column.declared"], words["column.detected"]], [],
                report.Context.Select(c => new[]
                {
                    Piece($"{words["context." + c.Key]}"),
                    c.Declared is null ? Piece($"<span class=\"soft\">{words["not-declared"]}</span>") : Piece($"{string.Join(", ", c.Declared.Split(", ").Select(v => words.Value("value", v)))}"),
                    c.Detected is null ? Piece($"<span class=\"soft\">{words["not-detected"]}</span>") : Piece($"{words[c.Detected]}"),
                }));
            var use = report.IntendedUse;
            _html.Add($"<dl class=\"facts\">");
            (string Key, string? Value)[] facts =
            [
                ("users", use is { Users.Count: > 0 } ? string.Join("; ", use.Users) : null),
                ("professionals", use is { Professionals.Count: > 0 } ? string.Join("; ", use.Professionals) : null),
                ("minimumAge", use?.MinimumAge?.ToString(CultureInfo.InvariantCulture)),
                ("maximumAge", use?.MaximumAge?.ToString(CultureInfo.InvariantCulture)),
                ("restrictions", use is { Restrictions.Count: > 0 } ? string.Join("; ", use.Restrictions) : null),
                ("purpose", use?.Purpose),
                ("instructions", use?.Instructions),
            ];
            foreach (var (key, value) in facts)
                Fact("use." + key, Declared(value));
            _html.Add($"</dl>");
            Close();
        }

        private void Criteria()
        {
            Open("criteria");
            _html.Add($"""
                <p class="lead">{words["criteria.intro"]}</p>
                <p class="lead small soft">{words["references.intro"]}</p>
                <form hidden id="filter"><fieldset class="filter"><legend>{words["filter.legend"]}</legend>
                <div><label for="filter-state">{words["filter.state"]}</label><select id="filter-state"><option value="">{words["filter.all"]}</option>{Markup.Join(Enum.GetValues<State>().Select(s => Piece($"<option value=\"{Words.Name(s)}\">{words.State(s)}</option>")))}</select></div>
                <div><label for="filter-text">{words["filter.text"]}</label><input id="filter-text" type="search" autocomplete="off"></div>
                <div><button type="reset">{words["filter.reset"]}</button></div>
                <output id="filter-count" data-format="{words["filter.count"]}"></output>
                </fieldset></form>
                """);
            foreach (var pillar in report.Criteria.GroupBy(c => c.Pillar))
            {
                _html.Add($"<div class=\"pillar\"><h3>{words.Format("pillar.heading", Value("pillar", pillar.Key))}</h3>");
                foreach (var theme in pillar.GroupBy(c => c.Theme))
                {
                    _html.Add($"""
                        <div class="theme matrix"><h4>{Value("theme", theme.Key)}</h4>
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
            var marks = new List<string>();
            if (criterion.Page is { } page)
                marks.Add(words.Format(criterion.PageInferred ? "page.inferred" : "page", page));
            if (criterion.State is not null)
            {
                marks.Add(words["visibility." + criterion.Visibility.ToString().ToLowerInvariant()]);
                marks.Add(words["level." + (criterion.Level ?? "none")]);
            }

            if (criterion.Recommendation)
                marks.Add(words["recommendation"]);
            if (criterion.AppliesIf is { } condition)
                marks.Add(words.Format("applies", Value("applies", condition)));

            var evidence = report.Evidence.Where(e => e.Criterion == criterion.Id).ToArray();
            _html.Add($"""
                <tr role="row" id="{criterion.Id}" data-state="{(criterion.State is { } s ? Words.Name(s) : "group")}"><th role="rowheader" scope="row"><span class="id">{criterion.Id}</span> {words[criterion.Title]}<br><span class="small soft">{string.Join(" · ", marks)}</span></th>
                <td role="cell">{(criterion.State is { } state ? Badge(state) : Piece($"<span class=\"soft small\">{words["group"]}</span>"))}</td>
                <td role="cell">{words[criterion.Reason]}{(criterion.NotApplicable is { } reason && criterion.State != State.NotApplicable ? " " + words.Format("criterion.declared-not-applicable", reason) : "")}{Markup.Join(evidence.Select(e => Piece($"<br><span class=\"small\">{words["evidence"]}: {e.Evidence.Title} ({EvidenceStatus(e)})</span>")))}{Details(criterion)}</td></tr>
                """);
        }

        private Markup Details(CriterionRow criterion)
        {
            if (criterion.Rules.Count == 0 && criterion.OtherRules.Count == 0 && criterion.References.Count == 0)
                return default;

            var rules = Markup.Join(criterion.Rules.Select(m =>
            {
                var rule = report.Rules.First(r => r.Id == m.Rule);
                return Piece($"""
                    <li><a href="#rule-{m.Rule}">{m.Rule}</a> {words[rule.Title]} – {words.State(m.State)}; {words["column.inspected"].ToLowerInvariant()}: {m.Inspected} {words[rule.Inspects]}.{(m.Relation == "partial" ? " " + words["relation.partial"] : "")}<br><span class="small soft">{words.Format("cannot-see", rule.CannotSee)}</span></li>
                    """);
            }));
            var references = Markup.Join(
                criterion.References.GroupBy(r => r.Scheme).Select(scheme =>
                    Piece($"{scheme.Key}: {string.Join(", ", scheme.Select(r => r.Verified ? r.Ref : $"{r.Ref} ({words["reference.unverified"]})"))}")), "; ");
            return Piece($"""
                <details><summary>{words["details"]}<span class="soft"> {criterion.Id}</span></summary>{(criterion.Rules.Count == 0 ? default : Piece($"<ul class=\"plain\">{rules}</ul>"))}{OtherRules(criterion)}{(criterion.References.Count == 0 ? default : Piece($"<p class=\"small\">{words["details.references"]}: {references}</p>"))}</details>
                """);
        }

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

        private void Findings()
        {
            Open("findings");
            if (report.Findings.Count == 0)
                _html.Add($"<p>{words["findings.none"]}</p>");
            else
                Table(words["findings"], [words["column.rule"], words["column.status"], words["column.place"], words["column.message"]], [],
                    report.Findings.OrderBy(f => f.Status switch { "open" => 0, "unjustified" => 1, _ => 2 }).ThenBy(f => f.Level switch { "error" => 0, "warning" => 1, _ => 2 })
                        .Select(f => new[] { RuleLink(f.Rule), Piece($"{words.Value("status", f.Status)}<br><span class=\"small soft\">{words.Value("level", f.Level)}</span>"), Place(f.File, f.Line, f.Projects), Piece($"{words[f.Message]}") }));
            Close();
        }

        private void Exceptions()
        {
            Open("exceptions");
            if (report.Exceptions.Count == 0)
                _html.Add($"<p>{words["exceptions.none"]}</p>");
            else
                Table(words["exceptions"], [words["column.rule"], words["column.kind"], words["column.justification"], words["column.place"], words["column.what"]], [],
                    report.Exceptions.OrderBy(e => e.Justified).Select(e => new[]
                    {
                        RuleLink(e.Rule),
                        Piece($"{words.Value("kind", e.Kind)}"),
                        e.Justified ? Piece($"{e.Justification}") : Piece($"<strong>{words["no-justification"]}</strong>{(e.Justification is null ? "" : " (" + e.Justification + ")")}"),
                        Place(e.File, e.Line, e.Projects),
                        Piece($"{words[e.Message]}"),
                    }));
            Close();
        }

        private void Evidence()
        {
            Open("evidence");
            if (report.Evidence.Count == 0)
                _html.Add($"<p>{words["evidence.none"]}</p>");
            else
                Table(words["evidence"], [words["column.criterion"], words["column.title"], words["column.status"], words["column.owner"], words["column.date"], words["column.until"], words["column.source"]], [],
                    report.Evidence.Select(e => new[]
                    {
                        Piece($"<a href=\"#{e.Criterion}\">{e.Criterion}</a>"),
                        Piece($"{e.Evidence.Title}{(e.Evidence.Kind is null ? "" : " (" + e.Evidence.Kind + ")")}"),
                        Piece($"{EvidenceStatus(e)}"),
                        Declared(e.Evidence.Owner),
                        Declared(e.Evidence.Date),
                        Piece($"{e.Evidence.ValidUntil ?? words["no-end-date"]}"),
                        e.Evidence.File is { } file ? Piece($"{file}<br><code>{e.Evidence.Sha256}</code>") : e.Evidence.Link is { } link ? Link(link, link) : default,
                    }));
            Close();
        }

        private string EvidenceStatus(EvidenceRow row) =>
            row.Expired ? words["evidence.status.expired"]
            : words["evidence.status." + row.Evidence.Status] + (row.Valid && row.Expiring ? "; " + words["evidence.status.expiring"] : "");

        private void Inventories()
        {
            Open("inventories");
            if (report.Inventories.Count == 0)
                _html.Add($"<p>{words["inventories.none"]}</p>");
            foreach (var inventory in report.Inventories.GroupBy(i => i.Inventory).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var name = Value("inventory", inventory.Key);
                var columns = inventory.SelectMany(i => i.Columns.Keys).Distinct().Order(StringComparer.Ordinal).ToArray();
                _html.Add($"<h3>{name}</h3>");
                Table(name, [.. columns.Select(c => Value("inventory-column", c)), words["column.place"], words["column.rule"]], [],
                    inventory.Select(i => (Markup[])[.. columns.Select(c => Piece($"{words[i.Columns.GetValueOrDefault(c)]}")), Place(i.File, i.Line, i.Projects), RuleLink(i.Rule)]));
            }

            Close();
        }

        private void RuleSection()
        {
            Open("rules");
            if (report.Rules.Count == 0)
                _html.Add($"<p>{words["rules.none"]}</p>");
            foreach (var rule in report.Rules)
            {
                _html.Add($"""
                    <h3 id="rule-{rule.Id}"><span class="id">{rule.Id}</span> {words[rule.Title]}</h3>
                    <p>{Badge(rule.State)} <a href="{rule.HelpLink}">{rule.Id}.md</a>{(rule.Standards.Count > 0 ? " · " + string.Join(", ", rule.Standards) : "")}</p>
                    <p class="lead small">{words.Format("cannot-see", rule.CannotSee)}</p>
                    """);
                if (rule.Projects.Count > 0)
                    Table($"{rule.Id}: {words["column.inspected"].ToLowerInvariant()} ({words[rule.Inspects]})", [words["column.project"], words["column.inspected"], words["column.not-followed"], words["column.reason"]], [1, 2],
                        rule.Projects.Select(p => new[] { Piece($"{p.Project}"), Piece($"{p.Outcome.Inspected}"), Piece($"{p.Outcome.NotFollowed}"), Piece($"{words.State(p.Outcome.State)}: {words[p.Outcome.Reason]}") }));
            }

            OtherRules();
            Close();
        }

        private void OtherRules()
        {
            static bool Spoke(OtherRuleRow o) => o.Ran || o.Findings + o.Excepted + o.Unjustified > 0;

            _html.Add($"<h3 id=\"other-rules\">{words["other-rules"]}</h3><p class=\"lead\">{words["other-rules.intro"]}</p>");
            if (report.OtherRules.Any(Spoke))
            {
                Table(words["other-rules"], [words["column.rule"], words["column.topic"], words["column.analyzer"], words["column.ran"], words["findings"], words["column.excepted"]], [4, 5],
                    report.OtherRules.Where(Spoke).Select(o => new[]
                    {
                        Piece($"{o.Rule}"), Piece($"{words[o.Topic]}"), Piece($"{o.Analyzer}"), Piece($"{words[o.Ran ? "value.yes" : "value.no"]}"), Piece($"{o.Findings + o.Unjustified}"), Piece($"{o.Excepted}"),
                    }));
            }

            var silent = report.OtherRules.Where(o => !Spoke(o)).GroupBy(o => o.Analyzer).ToArray();
            if (silent.Length > 0)
                _html.Add($"<p class=\"lead\">{words["other-rules.not-run"]}</p><ul class=\"plain small\">{Markup.Join(silent.Select(g => Piece($"<li>{g.Key}: {string.Join(", ", g.Select(o => o.Rule))}</li>")))}</ul>");
        }

        private void Projects()
        {
            Open("projects");
            Table(words["projects"], [words["column.project"], words["column.framework"], words["column.status"], words["column.files"], words["column.mode"], words["column.compiler"]], [3],
                report.Projects.Select(p => new[]
                {
                    Piece($"{p.Path}"),
                    Piece($"{p.Framework}{(p.Configuration is null ? "" : " · " + p.Configuration)}"),
                    Piece($"{string.Join("; ", ProjectStatus(p))}"),
                    Piece($"{p.SourceFiles}"),
                    Piece($"{p.Mode}"),
                    Piece($"{p.Compiler}"),
                }));
            if (report.MissingProjects.Count > 0)
                _html.Add($"<h3>{words["projects.missing"]}</h3><ul class=\"plain\">{Markup.Join(report.MissingProjects.Select(m => Piece($"<li>{m}</li>")))}</ul>");
            Close();
        }

        private IEnumerable<string> ProjectStatus(ProjectInfo project)
        {
            yield return words[project.IsTest ? "project.test" : "project.counted"];
            if (!project.Analysed)
                yield return words["project.not-analysed"];
            else if (!project.Compiled)
                yield return words["project.not-compiled"];
        }

        private void Problems()
        {
            Open("problems");
            if (report.Problems.Count == 0)
                _html.Add($"<p>{words["problems.none"]}</p>");
            else
                Table(words["problems"], [words["column.code"], words["column.place"], words["column.message"]], [],
                    report.Problems.Select(p => new[] { Piece($"{p.Code}"), Place(p.File, p.Line, []), Piece($"{words[p.Text]}") }));
            Close();
        }

        private void Open(string section) => _html.Add($"<section id=\"{section}\" aria-labelledby=\"{section}-title\"><h2 id=\"{section}-title\">{words[section]}</h2>");

        private void Close() => _html.Add($"</section>");

        private void Fact(string key, Markup value) => _html.Add($"<dt>{words[key]}</dt><dd>{value}</dd>");

        private void Figure(string key, int number, params object[] note) => _html.Add(
            $"<li><span class=\"name\">{words["figure." + key]}</span><span class=\"number\">{number}</span><span class=\"small soft\">{words.Format("figure." + key + ".note", note)}</span></li>");

        private void Table(string caption, string[] columns, int[] numbers, IEnumerable<Markup[]> rows, Markup[]? foot = null)
        {
            Markup Cell(Markup content, int index, string tag = "td") => numbers.Contains(index)
                ? Piece($"<{new Markup(tag)} class=\"n\">{content}</{new Markup(tag)}>")
                : Piece($"<{new Markup(tag)}>{content}</{new Markup(tag)}>");

            // Can be scrolled with the keyboard where the table is wider than the screen. A group and no region: the sections
            // are landmarks enough.
            _html.Add($"""
                <div class="scroll" role="group" tabindex="0" aria-label="{caption}"><table><caption>{caption}</caption>
                <thead><tr>{Markup.Join(columns.Select((c, i) => numbers.Contains(i) ? Piece($"<th scope=\"col\" class=\"n\">{c}</th>") : Piece($"<th scope=\"col\">{c}</th>")))}</tr></thead>
                <tbody>
                """);
            foreach (var row in rows)
                _html.Add($"<tr>{Markup.Join(row.Select((c, i) => i == 0 ? Piece($"<th scope=\"row\">{c}</th>") : Cell(c, i)))}</tr>");
            _html.Add($"</tbody>");
            if (foot is not null)
                _html.Add($"<tfoot><tr>{Markup.Join(foot.Select((c, i) => i == 0 ? Piece($"<th scope=\"row\">{c}</th>") : Cell(c, i)))}</tr></tfoot>");
            _html.Add($"</table></div>");
        }

        private Markup Badge(State state) =>
            Piece($"<span class=\"state state-{Words.Name(state)}\">{StateShapes.Of(state)}{words.State(state)}</span>");

        private Markup Declared(string? value) =>
            string.IsNullOrWhiteSpace(value) ? Piece($"<span class=\"soft\">{words["not-declared"]}</span>") : Piece($"{value}");

        private static Markup RuleLink(string rule) => Reporting.Rules.Find(rule) is { } known && ToolInfo.IsProductRule(known)
            ? Piece($"<a href=\"#rule-{rule}\">{rule}</a>")
            : Piece($"{rule}");

        private static Markup Place(string? file, int line, IReadOnlyList<string> projects) =>
            Piece($"<code>{MarkdownRenderer.Place(file, line)}</code>{(projects.Count == 0 ? default : Piece($"<br><span class=\"small soft\">{string.Join(", ", projects)}</span>"))}");

        private static Markup Link(string address, string text) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? Piece($"<a href=\"{address}\" rel=\"noreferrer\">{text}</a>")
            : Piece($"{text}");

        private string Value(string group, string value) => words.Value(group, value);
    }
}
