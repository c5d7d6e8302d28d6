using System.Net;
using System.Text.RegularExpressions;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>From the rows that rules record to "how consent starts".</summary>
public class ConsentTests
{
    public static TheoryData<string> Languages => ["nl", "fr", "en"];

    private static Sarif Member(Sarif log, string member, string value, string where = "initializer", string finding = "", int line = 5, string polarity = "given") => log.Row(
        "KK3201", "consent-members", "src/Voorkeuren.cs", line,
        ("member", "=" + member), ("subject", "@ConsentSubjectNewsletter"), ("polarity", "=" + polarity), ("default", "=" + value), ("where", "=" + where), ("finding", "=" + finding));

    private static Sarif Some()
    {
        var log = Member(new Sarif(), "Voorkeuren.DelenMetDerden", "false");
        Member(log, "Voorkeuren.Nieuwsbrief", "true", finding: "KK3201", line: 8);
        return Member(log, "Voorkeuren.Nieuwsbrief", "false", "database", line: 30);
    }

    private static Report Report(Sarif log) => Build.Report(Build.Fragment(log));

    private static string Section(Report report, string language = "en")
    {
        var html = HtmlRenderer.Render(report, language);
        var start = html.IndexOf("<section id=\"consent\"", StringComparison.Ordinal);
        var section = html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)];
        Assert.DoesNotContain("<script", section, StringComparison.Ordinal);
        return Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(section, "<[^>]+>", " ")), @"\s+", " ");
    }

    [Fact]
    public void What_starts_as_yes_comes_first()
    {
        var report = Report(Some());
        Assert.Equal(["KK3201", null, null], report.Consent.Select(r => r.Finding));
        var row = report.Consent[0];
        Assert.Equal(("Voorkeuren.Nieuwsbrief", "given", "true", "initializer", "src/Voorkeuren.cs", 8), (row.Member, row.Polarity, row.Default, row.Where, row.File, row.Line));
        Assert.Empty(report.Inventories);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Members_are_counted_and_not_places(string language)
    {
        var report = Report(Some());
        var sentence = ConsentRows.Sentence(report.Consent)!;
        Assert.Equal("Places where consent is kept: 2; on before anybody chose: 1.", sentence.En);
        Assert.Contains(sentence[language], Section(report, language), StringComparison.Ordinal);
        Assert.Contains(sentence[language], MarkdownRenderer.Render(report, language), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_says_what_a_true_means_and_where_it_is_set()
    {
        Assert.Contains("Voorkeuren.Nieuwsbrief true means yes", Section(Report(Some())), StringComparison.Ordinal);
        Assert.Contains("standaardwaarde in de databank", Section(Report(Some()), "nl"), StringComparison.Ordinal);
        var csv = ConsentCsv.Render(Report(Some()), "fr");
        Assert.StartsWith("\uFEFF\"Membre\";\"À propos de\";", csv, StringComparison.Ordinal);
        Assert.Equal(3 + 2, csv.Split("\r\n").Length);
    }

    [Fact]
    public void Nothing_recorded_differs_from_nobody_looked()
    {
        Assert.Contains("No member about consent was recorded.", Section(Report(new Sarif())), StringComparison.Ordinal);
        var off = ConsentRows.Rules.Aggregate(new Sarif(), (log, rule) => log.Override(rule, enabled: false));
        Assert.Contains("Not evaluated", Section(Report(off)), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_stays_text()
    {
        var report = Report(Member(new Sarif(), Samples.Hostile, Samples.Hostile, Samples.Hostile, "KK3201", polarity: Samples.Hostile).Row("KK3201", "consent-members", "a.cs", 1, ("member", "=@SUM(A1)")));
        Assert.DoesNotContain("\u202E", Section(report), StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|;)\"\\s*[=+@-]", ConsentCsv.Render(report, "nl"));
    }

    [Fact]
    public void A_row_without_a_member_stays_in_the_inventories() =>
        Assert.Single(Report(new Sarif().Row("KK3201", "consent-members", "a.cs", 1, ("default", "=true"))).Inventories);
}
