using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>
/// One page per language: one file, no request, readable without script, on paper, by keyboard and by screen reader. Page 1 is
/// for a buyer who is no developer and has five minutes.
/// </summary>
public static partial class HtmlRenderer
{
    // Rows of one table: more make a browser slow and nobody reads them. What is left out is counted, with where it stands.
    private const int RowsShown = 2000;

    // Names in one cell.
    private const int NamesShown = 5;

    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static string Render(Report report, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Render(report, language, JsonFile.Sha256(report), writer);
        return writer.ToString();
    }

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    /// <param name="jsonSha256">SHA-256 of <c>report.json</c>: asked for, so that it is made once for all languages.</param>
    /// <param name="writer">Gets the page, piece by piece.</param>
    public static void Render(Report report, string language, string jsonSha256, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        new Page(report, new Words(language), jsonSha256, new HtmlText(writer)).Render();
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlRenderer).Assembly.GetManifestResourceStream("rendering/" + name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "'";

    private sealed partial class Page(Report report, Words words, string jsonSha256, HtmlText html)
    {
        private static readonly string[] Sections =
        [
            "themes", "changes", "context", "criteria", "findings", "exceptions", "evidence", "endpoints", "personal-data", "third-parties", "consent",
            "inventories", "rules", "projects", "problems",
        ];

        private readonly HtmlText _html = html;

        // Looked up per criterion and per rule; a search through the whole report each time would grow with its square.
        private readonly Dictionary<string, RuleRow> _rules = report.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        private readonly Dictionary<string, CriterionRow> _criteria = report.Criteria.ToDictionary(c => c.Id, StringComparer.Ordinal);
        private readonly ILookup<string, EvidenceRow> _evidence = report.Evidence.ToLookup(e => e.Criterion, StringComparer.Ordinal);
        private readonly ILookup<string, Finding> _findings = FindingOrder.Of(report.Findings.Where(f => f.Status != "excepted")).ToLookup(f => f.Rule, StringComparer.Ordinal);
        private readonly ILookup<string, RuleException> _exceptions = FindingOrder.Of(report.Exceptions).ToLookup(e => e.Rule, StringComparer.Ordinal);
        private readonly Dictionary<string, CriterionChange> _changes =
            (report.Changes?.Criteria ?? []).GroupBy(c => c.Criterion, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

        public void Render()
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
                <h1>{words["title"]}{(product is null ? default : Piece($"{words.Colon}{Outside(product)}"))}</h1>
                </div></header>
                <main id="main" class="wrap" tabindex="-1">
                """);
            Overview();
            Contents();
            Themes();
            Changes();
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
        }

        private Markup Languages() => Markup.Join(new[] { ("nl", "Nederlands"), ("fr", "Français"), ("en", "English") }.Select(l =>
            l.Item1 == words.Language
                ? Piece($"<li><a href=\"report.{l.Item1}.html\" lang=\"{l.Item1}\" hreflang=\"{l.Item1}\" aria-current=\"page\">{l.Item2}</a></li>")
                : Piece($"<li><a href=\"report.{l.Item1}.html\" lang=\"{l.Item1}\" hreflang=\"{l.Item1}\">{l.Item2}</a></li>")));

        private void Contents() => _html.Add(
            $"<nav class=\"toc\" aria-labelledby=\"contents-title\"><h2 id=\"contents-title\">{words["contents"]}</h2><ul>{Markup.Join(Sections.Select(s => Piece($"<li><a href=\"#{s}\">{words[s]}</a></li>")))}</ul></nav>");

        private void Open(string section) => _html.Add($"<section id=\"{section}\" aria-labelledby=\"{section}-title\"><h2 id=\"{section}-title\">{words[section]}</h2>");

        private void Close() => _html.Add($"</section>");

        private void Lead(string text) => _html.Add($"<p class=\"lead\">{text}</p>");
    }
}
