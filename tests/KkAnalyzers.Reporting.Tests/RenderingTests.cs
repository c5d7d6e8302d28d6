using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

public class RenderingTests
{
    private static readonly Report Sample = Samples.Report();
    private static readonly Report Whole = Samples.Whole();

    public static TheoryData<string> Languages => ["nl", "fr", "en"];

    [Fact]
    public void Every_text_exists_in_three_languages_with_the_same_holes() => Assert.All(Texts.Entries, entry =>
    {
        static string Holes(string text) => string.Join(' ', Regex.Matches(text, @"\{\d+\}").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Localized.Languages, l => Assert.False(string.IsNullOrWhiteSpace(entry.Value[l])));
        Assert.Equal(Holes(entry.Value.En), Holes(entry.Value.Nl));
        Assert.Equal(Holes(entry.Value.En), Holes(entry.Value.Fr));
    });

    [Fact]
    public void Every_heading_and_condition_of_the_framework_has_its_words()
    {
        Assert.All(Catalogue.Instance.Criteria.Select(c => c.Pillar).Distinct(), p => Assert.NotNull(Texts.Find("pillar." + p)));
        Assert.All(Catalogue.Instance.Criteria.Select(c => c.Theme).Distinct(), t => Assert.NotNull(Texts.Find("theme." + t)));
        Assert.All(Catalogue.Instance.Criteria.Select(c => c.AppliesIf).OfType<string>().Distinct(), a => Assert.NotNull(Texts.Find("applies." + a)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_criterion_rule_and_blind_spot_is_on_the_page(string language)
    {
        var text = Text(HtmlRenderer.Render(Sample, language));
        Assert.All(Sample.Criteria, c => Assert.Contains(c.Title[language], text, StringComparison.Ordinal));
        Assert.All(Sample.Criteria.Select(c => c.Reason).OfType<Localized>(), r => Assert.Contains(r[language], text, StringComparison.Ordinal));
        Assert.All(Sample.Rules, r => Assert.Contains(r.CannotSee[language], text, StringComparison.Ordinal));
        Assert.All(Sample.Problems, p => Assert.Contains(Visible.Text(p.Text[language]), text, StringComparison.Ordinal));
        Assert.Contains("Legacy.csproj", text, StringComparison.Ordinal);
        Assert.Contains(Sample.Tool.RuleSetSha256, text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_a_report_never_says(string language)
    {
        // Titles and blind spots of the catalogue may name such words ("states that it conforms"); a verdict never does.
        string Own(string text) => Sample.Criteria.SelectMany(c => c.References.Select(r => r.Scheme + " " + r.Ref).Append(c.Title[language]))
            .Concat(Sample.Rules.SelectMany(r => new[] { r.Title[language], r.CannotSee[language] }))
            .Aggregate(text, (t, own) => t.Replace(own, "", StringComparison.Ordinal));
        foreach (var text in new[] { Own(Text(HtmlRenderer.Render(Sample, language))), Own(Regex.Unescape(Regex.Replace(MarkdownRenderer.Render(Sample, language), @"\\(?=[^\w])", ""))), string.Join('\n', ConsoleSummary.Lines(Sample, language)) })
            Assert.DoesNotMatch("(?i)conform|complian|certified|gecertificeerd|certifié|[0-9] ?%", text);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Text_from_outside_stays_text(string language)
    {
        var html = HtmlRenderer.Render(Sample, language);
        Assert.Equal(1, Regex.Count(html, "<script"));
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain('\u0007', html);
        Assert.Contains("\\u202Egnp.exe\\u0007", html, StringComparison.Ordinal);

        var markdown = MarkdownRenderer.Render(Sample, language);
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', markdown);
        Assert.DoesNotContain("](https://evil", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("@team", markdown, StringComparison.Ordinal);
        Assert.All(markdown.Split('\n').Where(l => l.Contains("gnp.exe", StringComparison.Ordinal)), l => Assert.Contains("\\|", l, StringComparison.Ordinal));

        var hostile = Sample with { Product = new ProductData { Name = Samples.Hostile, Provider = new ProviderData { Site = "javascript:alert(1)", Name = "\u001b[31m" } } };
        Assert.DoesNotContain("href=\"javascript", HtmlRenderer.Render(hostile, language), StringComparison.OrdinalIgnoreCase);
        Assert.All(ConsoleSummary.Lines(hostile, language), l => Assert.DoesNotContain('\u001b', l));
    }

    [Fact]
    public void Same_report_same_bytes_and_the_json_read_back_gives_the_same_page()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "report.json");
        Assert.True(Sample.WriteJson(path));
        Assert.False(Sample.WriteJson(path));
        var read = Report.Read(path);
        Assert.Equal(File.ReadAllBytes(path), read.ToJson());
        Assert.All(new[] { "nl", "fr", "en" }, l => Assert.Equal(HtmlRenderer.Render(Sample, l), HtmlRenderer.Render(read, l)));
    }

    [Fact]
    public void Dates_appear_only_when_asked_for()
    {
        Assert.DoesNotContain("timestamp", Encoding.UTF8.GetString(Sample.ToJson()), StringComparison.Ordinal);
        Assert.Contains("2026-06-01T08:00:00Z", HtmlRenderer.Render(Sample with { Timestamp = "2026-06-01T08:00:00Z" }, "nl"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(8_000)]
    [InlineData(900_000)]
    public void Summary_stays_within_its_budget(int budget)
    {
        var many = Sample with { Findings = [.. Enumerable.Range(1, 20_000).Select(i => Sample.Findings[0] with { Line = i })] };
        var text = MarkdownRenderer.Render(many, "fr", budget);
        Assert.True(Encoding.UTF8.GetByteCount(text) <= budget);
        Assert.Contains("Encore", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Console_gets_three_lines() => Assert.All(new[] { "nl", "fr", "en" }, l => Assert.Equal(3, ConsoleSummary.Lines(Sample, l).Count));

    [Fact]
    public void Unknown_language_is_refused() => Assert.Throws<ArgumentException>(() => HtmlRenderer.Render(Sample, "de"));

    [Fact]
    public void Languages_link_to_each_other() => Assert.All(new[] { "nl", "fr", "en" }, l =>
    {
        var html = HtmlRenderer.Render(Sample, l);
        Assert.Contains($"<html lang=\"{l}\">", html, StringComparison.Ordinal);
        Assert.All(new[] { "nl", "fr", "en" }, other => Assert.Contains($"href=\"report.{other}.html\"", html, StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_whole_declaration_and_what_changed_are_on_the_page(string language)
    {
        var text = Text(HtmlRenderer.Render(Whole, language));
        Assert.All(
            new[]
            {
                "An Peeters", "kwaliteitsverantwoordelijke", "2026-05-30", "Beheerportaal", "wordt apart beoordeeld", Whole.Profile!.Title[language], Whole.Profile.Note[language], Whole.Profile.Reason[language], Whole.Profile.Additions[0].Title[language], Texts.Get("expected.ours")[language],
                "Samenvatter", "zorgverlener leest na", Texts.Get("ai-risk.limited")[language], "verwerkersovereenkomst 2026-01", Texts.Get("party-role.processor")[language],
                "4.1.0", new string('a', 64), Texts.Get("changes.other-rules")[language], Texts.Get("changes.now-finding")[language], Texts.Get("changes.no-longer-finding")[language], "T9.99",
                "Team Dagboek", Texts.Format("exception.until", "2026-07-01")[language], Texts.Get("exception.past")[language], Texts.Get("in-baseline.legacy")[language], "kk.baseline.json",
                Texts.Get("tree.project.changed")[language], Whole.Rules[0].Remedy[language],
            },
            t => Assert.Contains(t, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("provider", "who.role.provider")]
    [InlineData("third-party", "who.role.third-party")]
    [InlineData(null, "who.role.none")]
    public void Who_states_this_is_said_with_the_role(string? role, string key)
    {
        var report = Sample with { Statement = new StatementData { Name = "Keuringsdienst Zorg", Role = role } };
        foreach (var language in Localized.Languages)
        {
            Assert.Contains(Texts.Get(key)[language], Text(HtmlRenderer.Render(report, language)), StringComparison.Ordinal);
            Assert.Contains(Texts.Get(key)[language][..20], Regex.Unescape(MarkdownRenderer.Render(report, language)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_a_long_list_page_1_shows_the_first_and_the_rest_stands_with_the_projects()
    {
        var html = HtmlRenderer.Render(Sample with { OutOfScope = [.. Enumerable.Range(1, 40).Select(i => new OutOfScopeData($"Module {i:00}", "apart beoordeeld"))] }, "nl");
        Assert.Equal(5, Regex.Count(html[..html.IndexOf("id=\"contents-title\"", StringComparison.Ordinal)], "apart beoordeeld"));
        Assert.Equal(45, Regex.Count(html, "apart beoordeeld"));
    }

    [Fact]
    public void That_nobody_stands_for_it_and_that_nobody_looked_at_the_tree_is_said() => Assert.All(Localized.Languages, l =>
    {
        var bare = Sample with { Statement = null, Profile = null, Criteria = [.. Sample.Criteria.Select(c => c with { Expected = null })] };
        var text = Text(HtmlRenderer.Render(bare, l));
        Assert.Contains(Texts.Get("who.nobody")[l], text, StringComparison.Ordinal);
        Assert.Contains(Texts.Get("tree.unknown")[l], text, StringComparison.Ordinal);
        Assert.Contains(Texts.Get("changes.none-given")[l], text, StringComparison.Ordinal);
        Assert.DoesNotContain(Texts.Get("expected.mark")[l], text, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Hostile_text_in_every_declared_field_is_inert(string language)
    {
        var product = new ProductData { Name = Samples.Hostile, Version = Samples.Hostile, Licence = Samples.Hostile, Languages = [Samples.Hostile], Provider = new ProviderData { Name = Samples.Hostile, Site = "javascript:alert(1)" } };
        var report = Whole with
        {
            Product = product,
            IntendedUse = new IntendedUseData { Purpose = Samples.Hostile, Users = [Samples.Hostile] },
            MissingProjects = [Samples.Hostile],
            Repositories = ["data:text/html," + Samples.Hostile],
            Evidence = [new EvidenceRow("O1.02", new EvidenceData { Title = Samples.Hostile, Owner = Samples.Hostile, Link = "javascript:alert(1)", Status = "link", ValidUntil = Samples.Hostile }, true, false, true)],
            Projects = [.. Whole.Projects.Select(p => p with { Name = Samples.Hostile, Path = Samples.Hostile, Output = Samples.Hostile })],
        };

        var html = HtmlRenderer.Render(report, language);
        Assert.Equal(1, Regex.Count(html, "<script"));
        Assert.DoesNotMatch("[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]", html);
        Assert.DoesNotMatch("(?i)(href|src)=\"(javascript|data):", html);
        // What a strict policy would refuse is not there to begin with.
        Assert.DoesNotMatch("<[^>]*\\s(style|on[a-z]+)=", Regex.Replace(html, "(?s)<(style|script)>.*?</\\1>", ""));
        Assert.DoesNotContain("unsafe-inline", html, StringComparison.Ordinal);

        var markdown = MarkdownRenderer.Render(report, language);
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("](https://evil", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("@team", markdown, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u0000-\u0009\u000B-\u001F\u202A-\u202E]", markdown);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_hundred_thousand_findings_are_grouped_cut_and_counted(string language)
    {
        var large = Samples.Large();
        var html = HtmlRenderer.Render(large, language);
        Assert.InRange(html.Length, 500_000, 4_000_000);
        var text = Text(html);
        Assert.Contains(Texts.Format("more", 98_000, "report.json, findings.csv")[language], text, StringComparison.Ordinal);
        // The most severe first: a thousand errors, then warnings.
        Assert.Equal(1000, Regex.Count(html, "data-level=\"error\""));
        Assert.Contains(">50000<", html, StringComparison.Ordinal);
        // One row for the projects where nothing was seen, one that names those where the rule did not run.
        Assert.Equal(large.Rules.Count, Regex.Count(text, Regex.Escape(Texts.Format("projects.count", 997)[language])));
        Assert.Contains("Zorg.Module0008 (net8.0), Zorg.Module0009 (net8.0), Zorg.Module0010 (net8.0)", text, StringComparison.Ordinal);

        var csv = FindingsCsv.Render(large, language);
        Assert.Equal(100_001, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(Encoding.UTF8.GetByteCount(MarkdownRenderer.Render(large, language)) < 900_000);
    }

    [Fact]
    public void The_chart_holds_every_criterion_once_in_eight_patterns()
    {
        var html = HtmlRenderer.Render(Whole, "nl");
        var patterns = Regex.Matches(html, "<pattern id=\"p-[a-z-]+\"[^>]*>(.*?)</pattern>").Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(8, patterns.Length);
        Assert.Equal(8, patterns.Distinct().Count());

        var chart = Regex.Match(html, "(?s)<section id=\"themes\".*?</section>").Value;
        Assert.Equal(Whole.Summary.Criteria, Regex.Matches(chart, "<td class=\"n\">([0-9]+)</td>").Sum(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        var words = Regex.Matches(chart, "<span class=\"small\">([^<]*)</span></td>").SelectMany(m => m.Groups[1].Value.Split("; ")).Sum(p => int.Parse(p.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Whole.Summary.Criteria, words);
    }

    [Fact]
    public void Every_number_and_value_has_its_words() => Assert.All(Localized.Languages, l =>
    {
        foreach (var kind in new[] { "switched-off", "silenced", "crashed", "other" })
            Assert.NotNull(Texts.Find("health." + kind));
        foreach (var state in new[] { "legacy", "accepted" })
            Assert.NotNull(Texts.Find("in-baseline." + state));
        Assert.DoesNotMatch(@"\{[0-9]\}", Regex.Replace(Text(HtmlRenderer.Render(Whole, l)), "'[^']*'", ""));
    });

    /// <summary>What a reader reads, without style, script and tags.</summary>
    private static string Text(string html) =>
        WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(html, "(?s)<(style|script)>.*?</\\1>|<meta[^>]*>", ""), "<[^>]+>", ""));
}
