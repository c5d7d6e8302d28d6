using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>Page 1, in the order in which a buyer asks: what is this and who says so, what of it, which version, what came out, with what tool, what it is worth, how to verify.</summary>
public static partial class HtmlRenderer
{
    // Digests on page 1; those of all projects stand with the projects.
    private const int DigestsShown = 6;

    private sealed partial class Page
    {
        private void Overview()
        {
            _html.Add($"<section id=\"overview\" class=\"first\" aria-labelledby=\"overview-title\"><h2 id=\"overview-title\">{words["overview"]}</h2>");
            if (!report.Summary.Complete)
                _html.Add($"<div class=\"notice bad\"><p><strong>{words["incomplete"]}</strong></p></div>");
            if (report.Product is null)
                _html.Add($"<div class=\"notice bad\"><p><strong>{words["no-declaration"]}</strong></p></div>");

            Identity();
            Scope();
            States();
            LookFirst();
            Tool();
            Heading("method");
            _html.Add($"<ul class=\"plain lead\"><li><strong>{words["method.short"]}</strong></li><li>{words["method.1"]}</li><li>{words["method.2"]}</li><li>{words["method.3"]}</li><li><strong>{words["method.4"]}</strong></li></ul>");
            Verify();
            _html.Add($"</section>");
        }

        private void Heading(string key) => _html.Add($"<h3 id=\"{key}\">{words[key]}</h3>");

        private void Identity()
        {
            var product = report.Product;
            var provider = product?.Provider;
            Heading("identity");
            _html.Add($"<dl class=\"facts\">");
            Fact("product", Declared(string.Join(" ", new[] { product?.Name, product?.Version is { } version ? words.Format("product.in-version", version) : null }.OfType<string>())));
            Fact("provider", provider?.Name is null ? Declared(null) : Piece($"{Outside(string.Join(", ", new[] { provider.Name, provider.Address, provider.EnterpriseNumber }.OfType<string>()))}{(provider.Site is { } site ? Piece($", {Link(site, site)}") : default)}"));
            Fact("contact", Declared(string.Join("; ", [.. product?.Helpdesk?.Channels ?? [], .. new[] { product?.Helpdesk?.Hours }.OfType<string>()])));
            var details = new[]
            {
                product?.Languages is { Count: > 0 } languages ? $"{words["product.languages"]}{words.Colon}{string.Join(", ", languages)}" : null,
                product?.Licence is { } licence ? $"{words["licence"]}{words.Colon}{licence}" : null,
                product?.Price is { } price ? $"{words["price"]}{words.Colon}{price}" : null,
                product?.LastUpdate is { } update ? $"{words["last-update"]}{words.Colon}{update}" : null,
            }.OfType<string>().ToArray();
            if (details.Length > 0)
                Fact("product.more", Piece($"{string.Join("; ", details)}"));
            Fact("who", Who());
            _html.Add($"</dl>");
        }

        /// <summary>Who stands for the declaration, in what role. That nobody does is said, not left out.</summary>
        private Markup Who()
        {
            var tool = words.Format("who.tool", report.Tool.Name, report.Tool.Version);
            return PageOne.Speaker(report) is { } speaker
                ? Piece($"<strong>{Outside(speaker)}</strong>. {PageOne.Role(report, words)} {tool}")
                : Piece($"<strong>{PageOne.Role(report, words)}</strong> {tool}");
        }

        private void Scope()
        {
            var counted = report.Projects.Where(p => !p.IsTest).ToArray();
            Heading("scope");
            _html.Add($"<dl class=\"facts\">");
            Fact("scope.in", Piece($"""
                {words.Format("scope.text", counted.Select(p => p.Path).Distinct().Count(), Some([.. counted.Select(p => p.Framework).OfType<string>().Distinct().Order(StringComparer.Ordinal)]), report.Summary.SourceFiles, report.Projects.Where(p => p.IsTest).Select(p => p.Path).Distinct().Count())} <a href="#projects">{words["projects"]}</a>
                """));
            Fact("scope.out", report.OutOfScope.Count == 0 ? Piece($"{words["scope.out.none"]}") : Piece($"<ul class=\"plain\">{Markup.Join(report.OutOfScope.Take(NamesShown).Select(Left))}</ul>{(report.OutOfScope.Count > NamesShown ? Piece($"<a href=\"#projects\">{words.Format("and-more", report.OutOfScope.Count - NamesShown)}</a>") : default)}"));
            if (report.MissingProjects.Count > 0)
                Fact("projects.missing", Piece($"<strong>{Some(report.MissingProjects)}</strong>"));
            Fact("commit", Piece($"{(report.Commits.Count == 0 ? Piece($"{words["commit.unknown"]}") : Piece($"<code>{Some(report.Commits)}</code>"))}. {(PageOne.IsTreeChanged(report) ? Piece($"<strong>{PageOne.Tree(report, words)}</strong>") : Piece($"{PageOne.Tree(report, words)}"))}"));
            if (report.Repositories.Count > 0)
                Fact("repository", Markup.Join(report.Repositories.Take(NamesShown).Select(r => Link(r, r)), ", "));
            if (report.Timestamp is not null)
                Fact("timestamp", Piece($"{report.Timestamp}"));
            Fact("shipped", Shipped(counted));
            _html.Add($"</dl>");
        }

        /// <summary>What was built, the programs before their libraries.</summary>
        private Markup Shipped(ProjectInfo[] counted)
        {
            var built = counted.Where(p => p.Output is not null).OrderBy(p => !p.IsHead).ToArray();
            return built.Length == 0 ? Piece($"{words["no-output"]}") : Piece($"""
                <ul class="digests">{Markup.Join(built.Take(DigestsShown).Select(p => Piece($"<li>{p.Output} <span class=\"small soft\">{p.Label}</span><br>{(p.OutputSha256 is { } digest ? Piece($"<code>{digest}</code>") : Piece($"{words["no-output"]}"))}</li>")))}</ul>{(built.Length > DigestsShown ? Piece($"<a href=\"#projects\">{words.Format("shipped.more", built.Length - DigestsShown)}</a>") : default)}
                """);
        }

        private void States()
        {
            var summary = report.Summary;
            Heading("states");
            _html.Add($"<p class=\"lead\">{words.Format("framework.reading", report.Framework.Name, report.Framework.Publisher, report.Framework.Reading)} {words.Format("statements", summary.Statements, summary.Criteria, summary.Groups)}</p>");
            _html.Add($"{Patterns()}{Bar(summary.States, summary.Criteria)}");
            Table(words["states.caption"], [$"{words["column.state"]}, {words["column.meaning"].ToLowerInvariant()}", words["column.count"]], [1],
                summary.States, s => [Piece($"<div class=\"stated\"><span class=\"pair\">{Swatch(s.State)}{Badge(s.State)}</span> <span>{words["meaning." + Words.Name(s.State)]}</span></div>"), Piece($"{s.Count}")],
                [Piece($"{words["total"]}"), Piece($"{summary.Criteria}")]);
            if (report.Profile is { } profile)
                _html.Add($"<p class=\"lead\">{words.Format("expected.count", profile.Expected, profile.Title, profile.Answered)} {words["expected.ours"]}</p>");

            var nobody = report.Criteria.Where(c => c.State == State.NotEvaluated).ToArray();
            _html.Add($"<p class=\"lead\">{words.Format("nobody.text", nobody.Length, nobody.Count(c => c.Visibility == Catalog.Visibility.None))}</p>");
        }

        private void LookFirst()
        {
            var summary = report.Summary;
            Heading("figures");
            _html.Add($"<ul class=\"figures\">");
            Figure("findings", summary.OpenFindings, [words.Format("figure.findings.notes", summary.OpenNotes), words.Format("figure.findings.baseline", summary.BaselinedFindings)]);
            Figure("exceptions", summary.Exceptions,
            [
                words.Format("figure.exceptions.unjustified", summary.UnjustifiedExceptions),
                words.Format("figure.exceptions.expired", summary.ExpiredExceptions),
                words.Format("figure.exceptions.oldest", summary.OldestException ?? words["no-date"]),
                words.Format("figure.exceptions.next", summary.NextExceptionEnd ?? words["no-end-date"]),
            ]);
            Figure("evidence", summary.EvidenceExpiring, [words.Format("figure.evidence.all", summary.Evidence), words.Format("figure.evidence.invalid", summary.EvidenceInvalid)]);
            _html.Add($"</ul>");
            var expiring = report.Evidence.Where(e => e.Expiring).OrderBy(e => e.Evidence.ValidUntil, StringComparer.Ordinal).ToArray();
            if (expiring.Length > 0)
                _html.Add($"<p class=\"lead\">{words["expiring"]} {Markup.Join(expiring.Take(NamesShown).Select(e => Piece($"<a href=\"#{e.Criterion}\">{e.Criterion}</a> {Outside(e.Evidence.Title)} ({e.Evidence.ValidUntil})")), "; ")}{(expiring.Length > NamesShown ? " " + words.Format("and-more", expiring.Length - NamesShown) : "")}.</p>");
            if (report.AsOf is { } day)
                _html.Add($"<p class=\"lead small soft\">{words.Format("as-of", day)}</p>");
        }

        private void Figure(string key, int number, string[] notes) => _html.Add(
            $"<li><span class=\"name\"><a href=\"#{key}\">{words["figure." + key]}</a></span><span class=\"number\">{number}</span>{Markup.Join(notes.Select(n => Piece($"<span class=\"note\">{n}</span>")))}</li>");

        private void Tool()
        {
            var health = RuleHealth.Of(report);
            Heading("tool");
            _html.Add($"<dl class=\"facts\">");
            Fact("toolset.version", Piece($"{words.Format("tool.text", report.Tool.Name, report.Tool.Version, report.Tool.Rules)}<code>{report.Tool.RuleSetSha256}</code>"));
            Fact("toolset.ran", Piece($"{words.Format("toolset.ran.text", report.Summary.RulesRan, report.Summary.RulesExpected, report.Summary.RulesOffByDefault)} <a href=\"#rules\">{words["rules"]}</a>"));
            foreach (var (kind, rules) in health)
                Fact("health." + kind, rules.Count == 0 ? Piece($"{words["value.none"]}") : Piece($"<strong>{Some(rules, 8)}</strong>"));
            _html.Add($"</dl>");
        }

        private void Verify()
        {
            Heading("verify");
            _html.Add($"""
                <ol class="plain lead"><li>{words["verify.1"]} <code>kk verify kwaliteitskader --key provider.pub.pem</code></li><li>{words["verify.2"]}</li><li>{words["verify.3"]}</li><li>{words["verify.4"]}</li></ol>
                """);
            (string File, string Sha256)[] files = [(ReportFolder.Json, jsonSha256), .. report.Declarations.Where(d => d.Sha256.Length > 0).Select(d => (d.File, d.Sha256)), .. report.Baseline is { } baseline ? new[] { (baseline.File, baseline.Sha256) } : []];
            _html.Add($"<p class=\"lead\">{words["verify.caption"]} (SHA-256):</p><ul class=\"digests\">{Markup.Join(files.Take(DigestsShown).Select(f => Piece($"<li>{f.File}<br><code>{f.Sha256}</code></li>")))}</ul>");
            More(files.Length - DigestsShown, ReportFolder.Json);
        }
    }
}
