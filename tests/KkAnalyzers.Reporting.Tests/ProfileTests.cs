using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>Which criteria are expected in which context.</summary>
public class ProfileTests
{
    private static Report Report(string context, string more = "") => Build.Report(Build.Fragment(new Sarif(), declaration: $$"""{ {{more}} "context": { {{context}} } }"""));

    private static string[] Expected(Report report) => [.. report.Criteria.Where(c => c.Expected == true).Select(c => c.Id)];

    [Theory]
    [InlineData("information")]
    [InlineData("active")]
    [InlineData("contact")]
    public void Interactivity_selects_the_profile(string level)
    {
        var report = Report($"\"interactivity\": \"{level}\"");
        Assert.Equal((level, false), (report.Profile!.Id, report.Profile.Chosen));
        Assert.Equal(Expected(report).Length, report.Profile.Expected);
        Assert.Equal(report.Criteria.Count(c => c.Expected == true && c.State is not (State.Finding or State.NotEvaluated or State.Undecided)), report.Profile.Answered);
        Assert.All(report.Criteria, c => Assert.Equal(c.State is null, c.Expected is null));
    }

    [Fact]
    public void More_interactivity_expects_more()
    {
        var (information, active, contact) = (Expected(Report("\"interactivity\": \"information\"")), Expected(Report("\"interactivity\": \"active\"")), Expected(Report("\"interactivity\": \"contact\"")));
        Assert.Empty(information.Except(active));
        Assert.Empty(active.Except(contact));
        Assert.True(information.Length < active.Length && active.Length < contact.Length);
        Assert.DoesNotContain("T4.09b", information);
        Assert.Contains("T4.09b", active);
        Assert.Contains("P2.06", contact);
    }

    [Theory]
    [InlineData("\"risk\": \"high\"", "risk-some risk-high", "T4.16")]
    [InlineData("\"risk\": \"some\"", "risk-some", "T4.05")]
    [InlineData("\"risk\": \"low\"", "", null)]
    [InlineData("\"vulnerableUsers\": [\"children\"]", "vulnerable", "O1.08c")]
    [InlineData("\"vulnerableUsers\": []", "", null)]
    [InlineData("\"autonomy\": \"alone\"", "alone", "P2.03")]
    [InlineData("\"medicalDevice\": true", "medicalDevice", "T2.02")]
    [InlineData("\"medicalDevice\": false", "", null)]
    [InlineData("\"ai\": true", "ai", "T2.03")]
    [InlineData("\"ads\": true", "ads", "T4.06b")]
    [InlineData("\"healthVault\": true", "healthVault", "T5.15")]
    [InlineData("\"personalData\": true", "personalData", "T4.08b")]
    [InlineData("\"signIn\": true", "signIn", "T4.17c")]
    public void Other_facts_add_to_it(string fact, string additions, string? criterion)
    {
        var plain = Expected(Report("\"interactivity\": \"information\""));
        var report = Report("\"interactivity\": \"information\", " + fact);
        Assert.Equal(additions, string.Join(' ', report.Profile!.Additions.Select(a => a.Id)));
        if (criterion is null)
        {
            Assert.Equal(plain, Expected(report));
        }
        else
        {
            Assert.DoesNotContain(criterion, plain);
            Assert.Contains(criterion, Expected(report));
        }
    }

    [Fact]
    public void A_declaration_may_choose_a_profile_itself()
    {
        var report = Report("\"interactivity\": \"information\"", "\"profile\": \"contact\",");
        Assert.Equal(("contact", true), (report.Profile!.Id, report.Profile.Chosen));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"risk\": \"high\"")]
    public void Without_interactivity_nothing_is_expected_on_a_guess(string context)
    {
        var report = Report(context);
        Assert.Null(report.Profile);
        Assert.All(report.Criteria, c => Assert.Null(c.Expected));
        Assert.Null(Build.Report(Build.Fragment(new Sarif())).Profile);
    }

    [Fact]
    public void A_profile_changes_no_state()
    {
        var with = Report("\"interactivity\": \"contact\", \"risk\": \"high\"");
        var without = Build.Report(Build.Fragment(new Sarif(), declaration: """{ "context": { "risk": "high" } }"""));
        Assert.Equal(without.Criteria.Where(c => !c.Rules.Any(r => r.Rule == "KK2007")).Select(c => (c.Id, c.State)), with.Criteria.Where(c => !c.Rules.Any(r => r.Rule == "KK2007")).Select(c => (c.Id, c.State)));
    }

    [Fact]
    public void Whose_selection_it_is_is_said_in_each_language()
    {
        var note = Report("\"interactivity\": \"active\"").Profile!.Note;
        Assert.All(Localized.Languages, l =>
        {
            Assert.Contains("KkAnalyzers", note[l], StringComparison.Ordinal);
            Assert.Matches("no table|tabel geeft ze niet|ne donne pas de tableau", note[l]);
        });
    }

    [Fact]
    public void Every_entry_names_criteria_that_exist()
    {
        var table = Catalogue.Instance.Profiles;
        foreach (var entry in table.Profiles.SelectMany(p => p.Criteria).Concat(table.Additions.SelectMany(a => a.Criteria)))
            Assert.True(Catalogue.Instance.Criteria.Any(c => c.Checkable && ProfileTable.Names(entry, c)), entry);
    }

    [Theory]
    [InlineData("T1", "T1.02a", true)]
    [InlineData("T1", "T1.01", true)]
    [InlineData("T4.09", "T4.09b", true)]
    [InlineData("T4.0", "T4.09b", false)]
    [InlineData("T3.02b", "T3.02b4", true)]
    [InlineData("T2", "T2.03", false)] // the framework makes it conditional
    [InlineData("T2.03", "T2.03", true)]
    public void How_an_entry_is_read(string entry, string criterion, bool names) =>
        Assert.Equal(names, ProfileTable.Names(entry, Catalogue.Instance.Criteria.Single(c => c.Id == criterion)));

    [Fact]
    public void Every_key_of_an_addition_is_one_of_the_context()
    {
        var keys = Report("\"risk\": \"low\"").Context.Select(c => c.Key).ToArray();
        Assert.All(Catalogue.Instance.Profiles.Additions, a => Assert.Contains(a.Key, keys));
    }
}
