using System.Globalization;
using static KkAnalyzers.Reporting.HtmlText;

namespace KkAnalyzers.Reporting;

/// <summary>The section about context and use: what is declared beside what the code shows.</summary>
public static partial class HtmlRenderer
{
    private sealed partial class Page
    {
        private void Context()
        {
            Open("context");
            Lead(words["context.intro"]);
            Table(words["context.caption"], [words["column.topic"], words["column.declared"], words["column.detected"]], [], report.Context, c =>
            [
                Piece($"{words["context." + c.Key]}"),
                c.Declared is null ? Declared(null) : Piece($"{string.Join(", ", c.Declared.Split(", ").Select(v => words.Value("value", v)))}"),
                c.Detected is null ? Undetected() : Piece($"{words[c.Detected]}"),
            ]);
            if (report.Profile is { } profile)
                Profile(profile);
            Use();
            AiSystems();
            DeclaredThirdParties();
            Close();
        }

        private void Profile(ProfileInfo profile) => _html.Add($"""
            <h3>{words["profile"]}</h3><p class="lead">{words[profile.Note]}</p>
            <ul class="plain lead"><li><strong>{words[profile.Title]}</strong> ({words[profile.Chosen ? "profile.chosen" : "profile.follows"]}). {words[profile.Reason]}</li>{Markup.Join(profile.Additions.Select(a => Piece($"<li><strong>{words[a.Title]}</strong>. {words[a.Reason]}</li>")))}</ul>
            <p>{Show("criteria", "expected=yes", words.Format("expected.show", profile.Expected))}</p>
            """);

        private Markup Undetected() => Piece($"<span class=\"soft\">{words["not-detected"]}</span>");

        private void Use()
        {
            var use = report.IntendedUse;
            _html.Add($"<h3>{words["use"]}</h3><dl class=\"facts\">");
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
        }

        private void AiSystems()
        {
            _html.Add($"<h3>{words["ai-systems"]}</h3>");
            if (report.AiSystems.Count == 0)
            {
                Lead(words["ai-systems.none"]);
                return;
            }

            Lead(words["ai-systems.intro"]);
            Table(words["ai-systems"], [.. new[] { "name", "purpose", "role", "risk", "oversight", "disclosure", "data" }.Select(c => words["ai-systems." + c]), words["column.detected"]], [], report.AiSystems, a =>
            [
                Piece($"{Declared(a.Name)}{(a.Provider is null ? default : Piece($"<br><span class=\"small soft\">{Outside(a.Provider)}</span>"))}"),
                Declared(a.Purpose),
                Declared(a.Role is null ? null : words.Value("ai-role", a.Role)),
                Declared(a.Risk is null ? null : words.Value("ai-risk", a.Risk)),
                Declared(a.Oversight),
                Declared(a.Disclosure),
                Declared(string.Join(", ", a.Data)),
                Seen(a.Name, a.Provider),
            ]);
        }

        private void DeclaredThirdParties()
        {
            _html.Add($"<h3>{words["declared-parties"]}</h3>");
            if (report.DeclaredThirdParties.Count == 0)
                Lead(words["declared-parties.none"]);
            else
            {
                Lead(words["declared-parties.intro"]);
                Table(words["declared-parties"], [.. new[] { "name", "role", "purpose", "ground", "country", "agreement", "data" }.Select(c => words["declared-parties." + c]), words["column.detected"]], [], report.DeclaredThirdParties, p =>
                [
                    Declared(p.Name),
                    Declared(p.Role is null ? null : words.Value("party-role", p.Role)),
                    Declared(p.Purpose),
                    Declared(p.Ground is null ? null : words.Value("ground", p.Ground)),
                    Declared(p.Country),
                    Declared(p.Agreement),
                    Declared(string.Join(", ", p.Data)),
                    Seen(p.Name),
                ]);
            }

            var unnamed = report.ThirdParties
                .Where(t => !report.DeclaredThirdParties.Any(p => p.Name is { } name && ThirdPartyRows.IsNamed(t, name)))
                .Select(t => t.Vendor ?? words[t.Name]).Distinct(StringComparer.Ordinal).ToArray();
            if (unnamed.Length > 0)
                _html.Add($"<p class=\"lead\">{words["declared-parties.unnamed"]} {Outside(Some(unnamed, 8))} <a href=\"#third-parties\">{words["third-parties"]}</a></p>");
        }

        /// <summary>What the code shows of somebody who is declared, by name.</summary>
        private Markup Seen(params string?[] names)
        {
            var seen = report.ThirdParties.Where(t => names.OfType<string>().Any(n => ThirdPartyRows.IsNamed(t, n))).Select(t => words[t.Name]).Distinct(StringComparer.Ordinal).ToArray();
            return seen.Length == 0 ? Undetected() : Piece($"{Some(seen)}");
        }
    }
}
