using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>The sections about third parties and about how consent starts.</summary>
public static partial class HtmlRenderer
{
    private sealed partial class Page
    {
        private void ThirdParties()
        {
            Open("third-parties");
            Lead(ThirdPartyRows.Sentence(report.ThirdParties), "third-parties", ThirdPartyRows.Rules);
            foreach (var status in ThirdPartyRows.Statuses)
            {
                var rows = report.ThirdParties.Where(r => r.Status == status).ToArray();
                if (rows.Length == 0)
                    continue;

                var caption = words.Format("third-parties.count." + status, rows.Length);
                _html.Add($"<h3>{char.ToUpperInvariant(caption[0])}{caption[1..]}</h3>");
                Table(words["third-parties.meaning." + status], [.. new[] { "name", "vendor", "category", "surface", "ground", "purpose" }.Select(c => words["third-parties.column." + c])], [],
                    rows, r =>
                    [
                        Piece($"{words[r.Name]}{Places(r.Places)}{Small(Some(r.Projects))}"),
                        Piece($"{r.Vendor ?? words["third-parties.unknown"]}"),
                        Piece($"{words.Value("tracker-category", r.Category)}"),
                        Piece($"{words.Value("tracker-surface", r.Surface)}{Small(words[r.Reference])}"),
                        Piece($"{words.Value("ground", r.Ground)}"),
                        Outside(r.Purpose),
                    ],
                    more: $"{ReportFolder.Json}, third-parties.csv");
            }

            var unseen = report.DeclaredTrackers.Where(t => !t.Seen).ToArray();
            if (unseen.Length > 0)
                _html.Add($"<h3>{words["third-parties.unseen"]}</h3><ul class=\"plain\">{Markup.Join(unseen.Select(t => Piece($"<li>{Outside(t.Name)} ({words.Value("ground", t.Ground)}): {Outside(t.Purpose)}</li>")))}</ul>");
            Close();
        }

        private void Consent()
        {
            Open("consent");
            Lead(ConsentRows.Sentence(report.Consent), "consent", ConsentRows.Rules);
            if (report.Consent.Count > 0)
            {
                Table(words["consent"], [.. new[] { "member", "subject", "default", "where", "finding" }.Select(c => words["consent.column." + c]), words["column.place"]], [],
                    report.Consent, r =>
                    [
                        Piece($"{r.Member}{Small(words.Value("polarity", r.Polarity))}"),
                        Piece($"{words[r.Subject]}"),
                        Piece($"<code>{r.Default}</code>"),
                        Piece($"{words.Value("consent-where", r.Where)}"),
                        r.Finding is null ? default : RuleLink(r.Finding),
                        Place(r.File, r.Line, r.Projects),
                    ],
                    more: $"{ReportFolder.Json}, consent.csv");
            }

            Close();
        }

        /// <summary>The sentence that counts, or why there is none: nothing was seen, or nobody looked.</summary>
        private void Lead(Catalog.Localized? sentence, string section, string[] rules)
        {
            var stopped = report.Rules.Where(r => rules.Contains(r.Id) && !RollUp.Ran(r)).Select(r => r.Id).ToArray();
            var ran = report.Rules.Any(r => rules.Contains(r.Id) && RollUp.Ran(r));
            _html.Add($"""
                <p class="lead"><strong>{(sentence is null ? words[section + (ran ? ".none" : ".not-evaluated")] : words[sentence])}</strong></p>
                <p class="lead">{words[section + ".absence"]}{(stopped.Length == 0 ? "" : " " + words.Format("nobody.rules", string.Join(", ", stopped)))}</p>
                """);
        }
    }
}
