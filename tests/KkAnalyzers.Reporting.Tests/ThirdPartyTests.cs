using System.Net;
using System.Text.RegularExpressions;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>From the rows that rules record to "who else is in the product", and from a declared tracker to an accepted exception.</summary>
public class ThirdPartyTests
{
    private const string Declared = """
        {
          "trackers": [
            { "name": "Matomo", "ground": "consent", "purpose": "bezoeken van de infopagina's tellen" }, // our own server
            { "name": "hotjar.com", "ground": "consent", "purpose": "schermen verbeteren" },
          ],
        }
        """;

    public static TheoryData<string> Languages => ["nl", "fr", "en"];

    private static Sarif Sdk(Sarif log, string id, string vendor, string category, string ground = "", string purpose = "", string file = "App.csproj", int line = 7) => log.Row(
        "KK4201", "third-party-sdks", file, line,
        ("sdk", "@SubjectPackage\u001F" + id), ("vendor", "=" + vendor), ("category", "=" + category), ("surface", "=package"), ("reference", "@ReferenceDirect"), ("ground", "=" + ground), ("purpose", "=" + purpose));

    private static Sarif Host(Sarif log, string host, string vendor, string category, string ground = "", string purpose = "", string file = "Pages/Index.cshtml", int line = 3) => log.Row(
        "KK4205", "external-hosts", file, line,
        ("host", "=" + host), ("vendor", "=" + vendor), ("category", "=" + category), ("element", "=script"), ("ground", "=" + ground), ("purpose", "=" + purpose));

    private static Sarif Some()
    {
        var log = Sdk(new Sarif(), "Plugin.AdMob", "Google AdMob", "ads");
        Sdk(log, "AppsFlyer.Binding", "AppsFlyer", "attribution");
        Sdk(log, "Matomo.Maui", "Matomo", "analytics", "consent", "bezoeken van de infopagina's tellen", line: 9);
        Host(log, "fonts.example", "", "");
        return Host(log, "fonts.example", "", "", file: "Pages/About.cshtml", line: 5);
    }

    private static Report Report(Sarif log, string? declaration = null) => Build.Report(Build.Fragment(log, declaration: declaration));

    private static string Section(Report report, string language = "en")
    {
        var html = HtmlRenderer.Render(report, language);
        var start = html.IndexOf("<section id=\"third-parties\"", StringComparison.Ordinal);
        var section = html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)];
        Assert.DoesNotContain("<script", section, StringComparison.Ordinal);
        return Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(section, "<[^>]+>", " ")), @"\s+", " ");
    }

    [Fact]
    public void Advertising_comes_first_and_a_host_that_many_pages_load_stands_once()
    {
        var report = Report(Some());
        Assert.Equal(["advertising", "undeclared", "declared", "other"], report.ThirdParties.Select(r => r.Status));
        var host = report.ThirdParties[^1];
        Assert.Equal(("host", "fonts.example", "script", null), (host.Kind, host.Name.En, host.Surface, host.Vendor));
        Assert.Equal(["Pages/About.cshtml", "Pages/Index.cshtml"], host.Places.Select(p => p.File));
        Assert.Empty(report.Inventories);
        Assert.Contains(" Trackers without a declaration: 1 ", Section(report), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_sentence_counts(string language)
    {
        var report = Report(Some());
        var sentence = ThirdPartyRows.Sentence(report.ThirdParties)![language];
        Assert.Contains(sentence, Section(report, language), StringComparison.Ordinal);
        Assert.Contains(sentence, MarkdownRenderer.Render(report, language), StringComparison.Ordinal);
        Assert.Equal("Third parties: 4; advertising: 1; trackers without a declaration: 1; declared trackers: 1; other third parties: 1.", ThirdPartyRows.Sentence(report.ThirdParties)!.En);
        Assert.Null(ThirdPartyRows.Sentence([]));
    }

    [Fact]
    public void A_declared_tracker_is_an_accepted_exception()
    {
        var result = Build.Fragment(Sdk(new Sarif().Record("KK4204", 30), "Matomo.Maui", "Matomo", "analytics", "consent", "tellen"), declaration: Declared);
        Assert.Equal(State.AcceptedException, result.Outcome("KK4204").State);
        var exception = Assert.Single(result.Fragment.Exceptions, e => e.Kind == "declaration");
        Assert.Equal(("KK4204", "tellen", true, "App.csproj", 7), (exception.Rule, exception.Justification, exception.Justified, exception.File, exception.Line));
        Assert.Contains("Matomo", exception.Message.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_is_excepted_from_the_rule_about_pages() =>
        Assert.Equal(1, Build.Fragment(Host(new Sarif(), "static.hotjar.com", "Hotjar", "session-replay", "consent", "schermen")).Outcome("KK4205").Excepted);

    [Theory]
    [InlineData("ads", "consent", "geld")]
    [InlineData("analytics", "consent", "")]
    [InlineData("analytics", "", "tellen")]
    [InlineData("consent", "consent", "vragen")]
    public void Advertising_and_what_lacks_a_ground_or_purpose_is_no_exception(string category, string ground, string purpose) =>
        Assert.DoesNotContain(Build.Fragment(Sdk(new Sarif(), "X", "Y", category, ground, purpose)).Fragment.Exceptions, e => e.Kind == "declaration");

    [Fact]
    public void An_open_finding_weighs_more_than_what_is_declared() => Assert.Equal(
        State.Finding,
        Build.Fragment(Sdk(new Sarif().Record("KK4204", 3).Finding("KK4204"), "Matomo.Maui", "Matomo", "analytics", "consent", "tellen")).Outcome("KK4204").State);

    [Fact]
    public void What_is_declared_and_never_seen_is_said()
    {
        var report = Report(Some(), Declared);
        Assert.Equal([("Matomo", true), ("hotjar.com", false)], report.DeclaredTrackers.Select(t => (t.Name, t.Seen)));
        Assert.Contains("nothing of it seen in code or pages hotjar.com (consent): schermen verbeteren", Section(report), StringComparison.Ordinal);
        Assert.True(Report(Host(new Sarif(), "static.hotjar.com", "", ""), Declared).DeclaredTrackers.Single(t => t.Name == "hotjar.com").Seen);
    }

    [Theory]
    [InlineData("""{ "trackers": [ { "name": "Matomo", "ground": "consent" } ] }""", 1, "'Matomo' counts as undeclared")]
    [InlineData("{ \"trackers\": [\n  { \"name\": \"Matomo\", \"ground\": \"because\", \"purpose\": \"x\" } ] }", 2, "'because' is no value of 'ground'")]
    [InlineData("""{ "trackers": [ { "name": " ", "ground": "consent", "purpose": "x" } ] }""", 1, "counts as undeclared")]
    [InlineData("""{ "trackers": [ "Matomo" ] }""", 1, "must be")]
    [InlineData("""{ "trackers": { "name": "Matomo" } }""", 1, "must be")]
    [InlineData("""{ "trackers": [ { "vendor": "Matomo" } ] }""", 1, "'vendor' is no key of 'trackers'")]
    public void A_tracker_that_cannot_be_read_is_named_with_its_line(string declaration, int line, string what)
    {
        var result = Build.Fragment(new Sarif(), declaration: declaration);
        Assert.Empty(result.Fragment.Declaration!.Trackers);
        Assert.Contains(result.Messages, m => m.Code == "KK9002" && m.Line == line && m.Text.En.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_advertising_is_a_sign_of_advertising()
    {
        Assert.Null(Report(Sdk(new Sarif(), "AppsFlyer.Binding", "AppsFlyer", "attribution")).Context.Single(c => c.Key == "ads").Detected);
        Assert.NotNull(Report(Some()).Context.Single(c => c.Key == "ads").Detected);
    }

    [Fact]
    public void Nothing_recorded_differs_from_nobody_looked()
    {
        Assert.Contains("No third party was recorded.", Section(Report(new Sarif())), StringComparison.Ordinal);
        Assert.Contains("Not evaluated", Section(Report(new Sarif().Override("KK4201", enabled: false).Override("KK4204", enabled: false).Override("KK4205", enabled: false))), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_stays_text()
    {
        var report = Report(
            Host(Sdk(new Sarif(), Samples.Hostile, Samples.Hostile, Samples.Hostile, Samples.Hostile, Samples.Hostile), Samples.Hostile, "", ""),
            """{ "trackers": [ { "name": "</li><script>x", "ground": "consent", "purpose": "=cmd|' /c calc'!A1" } ] }""");
        Assert.DoesNotContain("\u202E", Section(report), StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|;)\"\\s*[=+@-]", ThirdPartiesCsv.Render(report, "nl"));
        Assert.DoesNotContain("<script", MarkdownRenderer.Render(report, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_name_stays_in_the_inventories() =>
        Assert.Single(Report(new Sarif().Row("KK4205", "external-hosts", "a.html", 1, ("vendor", "=x"))).Inventories);

    [Fact]
    public void The_table_speaks_the_language()
    {
        var csv = ThirdPartiesCsv.Render(Report(Some()), "nl");
        Assert.StartsWith("\uFEFF\"Status\";\"Wat\";\"Aanbieder\";", csv, StringComparison.Ordinal);
        Assert.Contains("\"tracker, verklaard\";\"Pakket Matomo.Maui\";\"Matomo\";\"bezoek- en gebruiksmeting\";\"pakket\";\"toestemming\"", csv, StringComparison.Ordinal);
        Assert.Equal(4 + 2, csv.Split("\r\n").Length);
    }
}
