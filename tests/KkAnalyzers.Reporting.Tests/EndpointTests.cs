using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>From the rows that KK4501 records to "who gets in".</summary>
public class EndpointTests
{
    public static TheoryData<string> Languages => ["nl", "fr", "en"];

    private static Sarif Endpoint(Sarif log, string decision, string route = "/dossiers", int line = 10, params (string, string)[] more) => log.Row(
        "KK4501", "endpoints", "src/Api.cs", line,
        [("kind", "@EndpointAction"), ("route", "=" + route), ("handler", "=DossiersController.Get"), ("decision", "@" + decision), ("by", "=[Authorize] on DossiersController"), .. more]);

    private static Sarif Some() => Endpoint(Endpoint(Endpoint(Endpoint(new Sarif(), "DecisionRequired", "/a", 1), "DecisionInCode", "/b", 2), "DecisionAnonymous", "/aanmelden", 3), "DecisionNone", "/open", 4);

    private static Report Report(Sarif log) => Build.Report(Build.Fragment(log));

    private static string Html(Report report, string language = "en")
    {
        var html = HtmlRenderer.Render(report, language);
        var start = html.IndexOf("<section id=\"endpoints\"", StringComparison.Ordinal);
        return html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)];
    }

    private static string Section(Report report, string language = "en") =>
        Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(Html(report, language), "<[^>]+>", " ")), @"\s+", " ");

    [Fact]
    public void Analyzer_and_report_know_the_same_decisions() =>
        Assert.Equal(Catalogue.Instance.Texts.Keys.Where(k => Regex.IsMatch(k, "^Decision[A-Z]")).Order(), EndpointRows.DecisionKeys.Order());

    [Fact]
    public void A_row_is_typed_and_stands_in_one_place()
    {
        var report = Report(Endpoint(new Sarif(), "DecisionRequired", "/dossiers/{id}"));
        var row = Assert.Single(report.Endpoints);
        Assert.Equal(("required", "protected", "/dossiers/{id}", "DossiersController.Get"), (row.Decision, row.Access, row.Route, row.Handler));
        Assert.Equal(("Actie", "autorisatie vereist"), (row.Kind!.Nl, row.DecisionText.Nl));
        Assert.Equal(("src/Api.cs", 10), (row.File, row.Line));
        Assert.Null(row.Reason);
        Assert.Empty(report.Inventories);
    }

    [Fact]
    public void Open_ones_come_first()
    {
        var rows = Report(Some()).Endpoints;
        Assert.Equal(["open", "on-purpose", "protected", "protected"], rows.Select(r => r.Access));
        Assert.Equal("/open", rows[0].Route);
    }

    [Fact]
    public void The_sentence_counts_by_what_decides()
    {
        Assert.Equal(
            "Endpoints: 4; protected: 2 (authorization required: 1, checked in code: 1); open to everyone on purpose: 1; open without a decision: 1.",
            EndpointRows.Sentence(Report(Some()).Endpoints)!.En);
        Assert.Contains("Eindpunten: 4; beschermd: 2 (", Section(Report(Some()), "nl"), StringComparison.Ordinal);
        Assert.Null(EndpointRows.Sentence([]));
    }

    [Fact]
    public void The_reason_of_the_analyzer_goes_before_the_decision()
    {
        var log = new Sarif();
        for (var i = 0; i < 3; i++)
            Endpoint(log, "DecisionRequired", "/a" + i, i + 1, ("reason", "=attribute"));
        Endpoint(log, "DecisionRequired", "/b", 9, ("reason", "=group"));
        Assert.Contains("protected: 4 (attribute: 3, group: 1)", EndpointRows.Sentence(Report(log).Endpoints)!.En, StringComparison.Ordinal);
        Assert.Contains("attribute [Authorize] on DossiersController", Section(Report(log)), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_opens_an_endpoint_says_why_or_the_report_says_that_nobody_did()
    {
        Assert.DoesNotContain("Why everyone may enter", Section(Report(Endpoint(new Sarif(), "DecisionRequired"))), StringComparison.Ordinal);
        var report = Report(Endpoint(Endpoint(new Sarif(), "DecisionAnonymous", "/aanmelden", 3, ("justification", "=signing in <script>")), "DecisionAnonymous", "/wachtlijst", 4, ("justification", "=")));
        Assert.Equal("signing in <script>", report.Endpoints[0].Justification);
        Assert.Contains("signing in &lt;script&gt;", Html(report), StringComparison.Ordinal);
        Assert.Single(Regex.Matches(Section(report), "no justification"));
        Assert.Contains("signing in <script>", EndpointsCsv.Render(report, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_takes_in_and_hands_out_is_shown_where_it_is_known()
    {
        Assert.DoesNotContain("Hands out", Section(Report(Some())), StringComparison.Ordinal);
        var text = Section(Report(Endpoint(Some(), "DecisionNone", "/diagnose", 8, ("returns", "@DataDiagnosis"), ("returnsMember", "=Patient.Diagnose"), ("accepts", "="))));
        Assert.Contains("Takes in Hands out", text, StringComparison.Ordinal);
        Assert.Contains("health data: diagnosis Patient.Diagnose", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_cannot_be_read_stays_in_the_inventories()
    {
        var report = Report(Endpoint(new Sarif(), "DecisionOfTomorrow").Row("KK4501", "endpoints", "a.cs", 1, ("route", "=/x")).Row("KK4501", "endpoints", "a.cs", 2, ("decision", "=DecisionNone")));
        Assert.Empty(report.Endpoints);
        Assert.Equal(3, report.Inventories.Count);
        Assert.DoesNotContain("\"keys\"", System.Text.Encoding.UTF8.GetString(report.ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_endpoint_in_two_frameworks_counts_once()
    {
        var one = Build.Fragment(Some());
        var two = Build.Fragment(Some(), f => f with { TargetFramework = "net10.0" });
        var report = Build.Report(one, two);
        Assert.Equal(4, report.Endpoints.Count);
        Assert.Equal(["App (net10.0)", "App (net8.0)"], report.Endpoints[0].Projects);
    }

    [Fact]
    public void Tests_do_not_count() => Assert.Empty(Build.Report(Build.Fragment(Some(), f => f with { IsTestProject = true })).Endpoints);

    [Fact]
    public void Nothing_recorded_differs_from_nobody_looked()
    {
        Assert.Contains("No endpoint was recorded.", Section(Report(new Sarif())), StringComparison.Ordinal);
        var off = Section(Report(new Sarif().Override("KK4501", enabled: false)));
        Assert.Contains("Not evaluated", off, StringComparison.Ordinal);
        Assert.DoesNotContain("No endpoint was recorded.", off, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fragment_survives_its_file()
    {
        using var folder = new Folder();
        var fragment = Build.Fragment(Some()).Fragment;
        var path = Path.Combine(folder.Path, "kk.fragment.json");
        fragment.Write(path);
        Assert.Equal(RollUp.Merge([fragment]).ToJson(), RollUp.Merge([Fragment.Read(path)]).ToJson());
        Assert.Equal(4, RollUp.Merge([Fragment.Read(path)]).Endpoints.Count);
    }

    [Fact]
    public void Many_protected_endpoints_are_folded_up_and_open_ones_never()
    {
        var log = new Sarif();
        for (var i = 1; i <= 60; i++)
        {
            Endpoint(log, "DecisionRequired", "/a" + i, i);
            Endpoint(log, "DecisionNone", "/o" + i, 100 + i);
        }

        var html = Html(Report(log));
        Assert.Equal(1, Regex.Count(html, "<details class=\"data\" open>"));
        Assert.Equal(2, Regex.Count(html, "<details class=\"data\""));
        Assert.Equal(2, Regex.Count(html, "<caption>"));
        Assert.Equal(120, Regex.Count(html, "<th scope=\"row\">"));
        Assert.True(html.IndexOf("/o1", StringComparison.Ordinal) < html.IndexOf("/a1", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_from_outside_stays_text()
    {
        var report = Report(Endpoint(new Sarif(), "DecisionNone", Samples.Hostile, 1, ("reason", "=" + Samples.Hostile), ("returns", "=" + Samples.Hostile)));
        var html = Html(report);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", html, StringComparison.Ordinal);
        var markdown = MarkdownRenderer.Render(report, "en");
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_for_a_spreadsheet_runs_no_formula()
    {
        var csv = EndpointsCsv.Render(Report(Endpoint(Some(), "DecisionNone", "=cmd|'/c calc'!A1;\"x\"", 7)), "nl");
        Assert.StartsWith("\uFEFF\"Toegang\";\"Soort\";\"Route\";", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=cmd|'/c calc'!A1;\"\"x\"\"\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"open zonder beslissing\";\"Actie\";\"/open\"", csv, StringComparison.Ordinal);
        Assert.Equal(5 + 2, csv.Split("\r\n").Length);
        Assert.DoesNotMatch("(^|;)\"\\s*[=+@-]", csv);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Summary_and_page_speak_the_language(string language)
    {
        var report = Report(Some());
        var sentence = EndpointRows.Sentence(report.Endpoints)![language];
        Assert.Contains(sentence, Section(report, language), StringComparison.Ordinal);
        Assert.Contains(sentence, MarkdownRenderer.Render(report, language), StringComparison.Ordinal);
        Assert.Contains(Texts.Get("endpoints.meaning.open")[language], Section(report, language), StringComparison.Ordinal);
        Assert.DoesNotContain(Texts.Get("endpoints.count.protected")[language].Split('{')[0], MarkdownRenderer.Render(Report(new Sarif()), language), StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_has_no_empty_names()
    {
        var json = JsonDocument.Parse(Report(Endpoint(Some(), "DecisionNone", "", 20)).ToJson()).RootElement.GetProperty("endpoints");
        Assert.All(json.EnumerateArray(), row => Assert.All(row.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String), p => Assert.NotEqual("", p.Value.GetString())));
    }
}
