using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>From the rows that rules record to the draft of a record of processing.</summary>
public class PersonalDataTests
{
    private const string Patient = "Zorg.Patient";

    public static TheoryData<string> Languages => ["nl", "fr", "en"];

    private static Report Report(params Sarif[] logs) => Build.Report([.. logs.Select((log, i) => Build.Fragment(log, f => f with { ProjectName = "P" + i }))]);

    private static Sarif Diagnose() => new Sarif().Member(Patient, "Diagnose", "health.diagnosis", "sensitive", "src/Patient.cs", 9);

    /// <summary>What a reader reads of the section, without tags, one space between words.</summary>
    private static string Section(Report report, string language = "en")
    {
        var html = HtmlRenderer.Render(report, language);
        var start = html.IndexOf("<section id=\"personal-data\"", StringComparison.Ordinal);
        var section = html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)];
        return Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(section, "<[^>]+>", " ")), @"\s+", " ");
    }

    [Fact]
    public void A_member_and_its_uses_become_one_row()
    {
        var row = Assert.Single(Report(Diagnose()
            .Use(Patient, "Diagnose", "logged", "ILogger.LogInformation", "yes", "src/B.cs", 7)
            .Use(Patient, "Diagnose", "stored", "File.WriteAllText", "no", "src/B.cs", 30)
            .Use(Patient, "Diagnose", "stored", "File.WriteAllText", "no", "src/A.cs", 4)).PersonalData);
        Assert.Equal((Patient, "Diagnose", "health.diagnosis", "sensitive", "high", false), (row.Type, row.Member, row.CategoryId, row.Tier, row.Confidence, row.Pseudonymised!.Value));
        Assert.Equal(("health data: diagnosis", "gezondheidsgegevens: diagnose"), (row.Category!.En, row.Category.Nl));
        Assert.Equal("woordenlijst: Diagnose", row.Reason!.Nl);
        Assert.Equal([new SourcePlace("src/Patient.cs", 9)], row.Declared);
        Assert.Equal(["stored File.WriteAllText False", "logged ILogger.LogInformation True"], row.Uses.Select(u => $"{u.Use} {u.Sink} {u.Protected}"));
        Assert.Equal([new SourcePlace("src/A.cs", 4), new SourcePlace("src/B.cs", 30)], row.Uses[0].Places);
    }

    [Fact]
    public void Projects_and_frameworks_are_merged_and_the_worst_tier_counts()
    {
        var other = new Sarif().Member(Patient, "Diagnose", "declared", "ordinary", "src/Patient.cs", 9, confidence: "low", pseudonymised: "yes");
        var report = Report(other, Diagnose(), Diagnose());
        var row = Assert.Single(report.PersonalData);
        Assert.Equal(("sensitive", "high", false), (row.Tier, row.Confidence, row.Pseudonymised!.Value));
        Assert.Equal(["P0 (net8.0)", "P1 (net8.0)", "P2 (net8.0)"], row.Projects);
        Assert.Single(row.Declared);
        Assert.Equal(report.ToJson(), Report(other.Reverse(), Diagnose(), Diagnose()).ToJson());
    }

    [Fact]
    public void Each_row_stands_in_one_place_of_the_report()
    {
        var report = Report(Diagnose().Use(Patient, "Diagnose", "shown", "Clipboard.SetTextAsync", "no", "a.cs", 1).Row("KK4501", "endpoints", "a.cs", 2, ("route", "=/d")));
        Assert.Equal(["endpoints"], report.Inventories.Select(i => i.Inventory));
        Assert.StartsWith("personal data: 1, for instance", report.Context.Single(c => c.Key == "personalData").Detected!.En, StringComparison.Ordinal);
        Assert.Null(Report(new Sarif()).Context.Single(c => c.Key == "personalData").Detected);
    }

    [Fact]
    public void A_row_that_cannot_be_read_stays_in_the_inventories()
    {
        var report = Report(new Sarif()
            .Row("KK4301", "personalData", "a.cs", 1, ("type", "=Zorg.Patient"))
            .Use(Patient, "Diagnose", "teleported", "Beam.Up", "no", "a.cs", 2)
            .Use("", "*", "stored", "File.WriteAllText", "no", "a.cs", 3));
        Assert.Empty(report.PersonalData);
        Assert.Equal(3, report.Inventories.Count);
    }

    [Fact]
    public void Tests_do_not_count() => Assert.Empty(Build.Report(Build.Fragment(Diagnose(), f => f with { IsTestProject = true })).PersonalData);

    [Fact]
    public void The_page_says_protected_and_not_protected_in_words()
    {
        var text = Section(Report(Diagnose()
            .Use(Patient, "Diagnose", "stored", "File.WriteAllText", "no", "src/B.cs", 30)
            .Use(Patient, "Diagnose", "browser", "ILocalStorageService.SetItemAsync", "yes", "src/B.cs", 31)));
        Assert.Contains("Types with personal data: 1; data fields: 1, of which special categories such as health: 1. Places where they are used: 2, without protection: 1.", text, StringComparison.Ordinal);
        Assert.Contains("not protected : File.WriteAllText src/B.cs:30", text, StringComparison.Ordinal);
        Assert.Contains("protected: ILocalStorageService.SetItemAsync (storage of the browser) src/B.cs:31", text, StringComparison.Ordinal);
        Assert.Contains("special category (GDPR art. 9 or 10)", text, StringComparison.Ordinal);
        Assert.Contains("record of processing activities (GDPR art. 30)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_of_a_rule_that_ran_differs_from_a_rule_that_did_not()
    {
        Assert.Contains("no use seen", Section(Report(Diagnose())), StringComparison.Ordinal);
        var stopped = Diagnose();
        foreach (var (_, rule) in PersonalDataRows.Kinds)
        {
            stopped.Override(rule, enabled: false);
        }

        var text = Section(Report(stopped));
        Assert.DoesNotContain("no use seen", text, StringComparison.Ordinal);
        Assert.Contains("not evaluated", text, StringComparison.Ordinal);
        Assert.Contains("did not run everywhere: KK4301", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_use_of_the_whole_object_is_one_of_its_members_too()
    {
        var text = Section(Report(Diagnose().Use(Patient, "*", "stored", "File.WriteAllText", "no", "src/B.cs", 30)));
        Assert.Contains("the whole object", text, StringComparison.Ordinal);
        Assert.Contains("with the whole object", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_a_name_tells_has_a_table_of_its_own()
    {
        var report = Report(new Sarif().Use("", "rijksregisternummer", "url", "HttpClient.GetAsync", "no", "a.cs", 5));
        var row = Assert.Single(report.PersonalData);
        Assert.Equal((null, "rijksregisternummer", "national-id", "directIdentifier"), (row.Type, row.Member, row.CategoryId, row.Tier));
        Assert.Contains("Known by a name only", Section(report), StringComparison.Ordinal);
        Assert.Contains("Values that only a name tells about: 1.", Section(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_recorded_is_no_proof()
    {
        var text = Section(Report(new Sarif().Record("KK4301", 5, notFollowed: 2)));
        Assert.Contains("No personal data was recorded. Absence is no evidence", text, StringComparison.Ordinal);
        Assert.Contains("could not be followed to the end: 2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("draft", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_declared_purpose_stands_beside_the_draft()
    {
        Assert.Contains("dagelijkse opvolging", Section(Samples.Report()), StringComparison.Ordinal);
        Assert.Contains("declared no purpose", Section(Report(Diagnose())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_product_is_folded_up_by_type_and_stays_readable()
    {
        var log = new Sarif();
        for (var i = 0; i < 3_000; i++)
        {
            log.Member($"Zorg.Type{i / 10}", $"Veld{i}", "identity.name", "directIdentifier", "src/A.cs", i + 1);
        }

        for (var line = 1; line <= 40; line++)
        {
            log.Use("Zorg.Type7", "Veld70", "logged", "ILogger.LogInformation", "no", "src/B.cs", line);
        }

        var html = HtmlRenderer.Render(Report(log), "fr");
        Assert.Equal(300, Regex.Count(html, "<details class=\"data\""));
        Assert.Equal(1, Regex.Count(html, "<details class=\"data\" open>"));
        Assert.Contains("et encore 35 dans report.json", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_of_the_section_is_in_the_language(string language)
    {
        var sample = Samples.Report();
        var text = Section(sample, language);
        Assert.Contains(Texts.Get("personal-data")[language], text, StringComparison.Ordinal);
        Assert.All(sample.PersonalData.Select(r => r.Tier).OfType<string>(), t => Assert.Contains(Texts.Get("tier." + t)[language], text, StringComparison.Ordinal));
        Assert.All(sample.PersonalData.Select(r => r.Category!), c => Assert.Contains(c[language], text, StringComparison.Ordinal));
        Assert.Contains(Texts.Get("personal-data.line")[language].Split(':')[0], MarkdownRenderer.Render(sample, language), StringComparison.Ordinal);
        Assert.DoesNotContain(Texts.Get("personal-data.line")[language].Split('{')[0], MarkdownRenderer.Render(Report(new Sarif()), language), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_for_a_spreadsheet_runs_no_formula()
    {
        var csv = PersonalDataCsv.Render(
            Report(new Sarif()
                .Member("=cmd|'/c calc'!A1", "+Naam", "identity.name", "directIdentifier", "src/A.cs", 1)
                .Use("@Zorg", "-Insz", "stored", "a;\"b\"\n=c", "no", "src/A.cs", 2)
                .Use("Zorg.Patient", " =Insz", "sent", "\t=x", "yes", "src/A.cs", 3)),
            "nl");
        Assert.StartsWith("\uFEFF\"Type\";\"Gegevensveld\";", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=cmd|'/c calc'!A1\";\"'+Naam\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"'@Zorg\";\"'-Insz\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"' =Insz\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"a;\"\"b\"\"\\u000A=c\"", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|;)\"\\s*[=+@-]", csv);
        Assert.Equal(4 + 1, csv.Split("\r\n").Length);
        Assert.Single(csv.Split("\r\n").Take(4).Select(l => Regex.Count(Regex.Replace(l, "\"([^\"]|\"\")*\"", ""), ";")).Distinct());
    }

    [Fact]
    public void The_table_for_a_spreadsheet_says_what_silence_means()
    {
        static string Csv(Sarif log) => PersonalDataCsv.Render(Report(log), "en");
        Assert.Contains("\"no use seen\"", Csv(Diagnose()), StringComparison.Ordinal);
        Assert.Contains("\"with the whole object\"", Csv(Diagnose().Use(Patient, "*", "stored", "File.WriteAllText", "no", "a.cs", 1)), StringComparison.Ordinal);
        var stopped = Diagnose();
        foreach (var (_, rule) in PersonalDataRows.Kinds)
        {
            stopped.Override(rule, enabled: false);
        }

        Assert.Contains("\"not evaluated\"", Csv(stopped), StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_has_no_empty_names()
    {
        var json = JsonDocument.Parse(Samples.Report().ToJson()).RootElement.GetProperty("personalData");
        Assert.All(json.EnumerateArray(), row => Assert.All(row.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String), p => Assert.NotEqual("", p.Value.GetString())));
    }
}
