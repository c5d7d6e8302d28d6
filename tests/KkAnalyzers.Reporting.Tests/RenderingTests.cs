using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

public class RenderingTests
{
    private static readonly Report Sample = Samples.Report();

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

    /// <summary>What a reader reads, without style, script and tags.</summary>
    private static string Text(string html) =>
        WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(html, "(?s)<(style|script)>.*?</\\1>|<meta[^>]*>", ""), "<[^>]+>", ""));
}
