using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using KkAnalyzers.Rules.Tool;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Tests.PersonalData;

/// <summary>Options and lists: what a project can add, take away and get wrong.</summary>
public class SettingsTests
{
    private const string Code = """
        namespace Shop
        {
            public class TeamOnlyAttribute : System.Attribute { }
            public class Order { public string Voornaam { get; set; } = ""; public string Rijksregisternummer { get; set; } = ""; [TeamOnly] public string Code { get; set; } = ""; public string Stamkaart { get; set; } = ""; public string BloeddrukEnkel { get; set; } = ""; }
            public class Kaartje { public string Naam { get; set; } = ""; }
            public class Kluis { }
            public class Uses { public Kluis? Thing { get; set; } public string EmailAddressKoe { get; set; } = ""; public string VoornaamKoe { get; set; } = ""; }
        }
        """;

    [Fact]
    public async Task Terms_can_be_ignored()
    {
        Assert.Equal("identity.name", await Category("Shop.Order.Voornaam"));
        Assert.Null(await Category("Shop.Order.Voornaam", ("kk.ignored_terms", "voor naam, iets anders")));
        Assert.Equal("national-id", await Category("Shop.Order.Rijksregisternummer", ("kk.ignored_terms", "voornaam")));
    }

    [Theory]
    [InlineData("Order.Voornaam", true)]
    [InlineData("Shop.Order.Voornaam", true)]
    [InlineData("Voornaam", true)]
    [InlineData("Order.*", true)]
    [InlineData("Shop.Order.*", true)]
    [InlineData("naam", false)]
    [InlineData("der.Voornaam", false)]
    [InlineData("Other.*", false)]
    public async Task Members_can_be_ignored(string option, bool isIgnored) =>
        Assert.Equal(isIgnored, await Category("Shop.Order.Voornaam", ("kk.ignored_members", option)) is null);

    [Fact]
    public async Task An_option_may_stand_in_the_section_for_code_files() =>
        Assert.Null(await Category("Shop.Order.Voornaam", (ModelProbe.PerFile + "kk.ignored_terms", "voornaam")));

    [Theory]
    [InlineData("TeamOnly")]
    [InlineData("TeamOnlyAttribute")]
    [InlineData("Shop.TeamOnlyAttribute")]
    [InlineData("Shop.TeamOnly | Other")]
    public async Task Own_attributes_declare_personal_data(string option)
    {
        Assert.Null(await Category("Shop.Order.Code"));
        Assert.Equal("declared", await Category("Shop.Order.Code", ("kk.personal_data_attributes", option)));
    }

    [Theory]
    [InlineData("KkAnalyzers.PersonalData.txt", "stamkaart | care-id | strong", "Shop.Order.Stamkaart", "care-id")]
    [InlineData("KkAnalyzers.PersonalData.team.txt", "stam kaart | care-id | strong | nl | exact", "Shop.Order.Stamkaart", "care-id")]
    [InlineData("KkAnalyzers.PersonalData.txt", "stamk | care-id | strong | nl | prefix", "Shop.Order.Stamkaart", "care-id")]
    [InlineData("KkAnalyzers.PersonalData.txt", "stamk | care-id | strong | nl | prefix | stamka", "Shop.Order.Stamkaart", null)]
    [InlineData("KkAnalyzers.PersonalData.txt", "mkaart | care-id | strong | nl | affix", "Shop.Order.Stamkaart", "care-id")]
    [InlineData("KkAnalyzers.PersonalData.txt", "! VOORNAAM", "Shop.Order.Voornaam", null)]
    [InlineData("KkAnalyzers.NotPersonalData.txt", "bloeddruk | enkel", "Shop.Order.BloeddrukEnkel", null)]
    [InlineData("KkAnalyzers.NotPersonalData.txt", "bloeddruk | ~order", "Shop.Order.BloeddrukEnkel", null)]
    [InlineData("KkAnalyzers.NotPersonalData.txt", "voornaam | = warboel", "Shop.Order.Voornaam", "identity.name")]
    [InlineData("KkAnalyzers.PersonWords.txt", "kaartje | noun", "Shop.Kaartje.Naam", "identity.name")]
    [InlineData("KkAnalyzers.PersonWords.txt", "order | holder", "Shop.Order.Voornaam", null)]
    [InlineData("KkAnalyzers.PersonWords.txt", "order | settings", "Shop.Order.Voornaam", null)]
    [InlineData("KkAnalyzers.PersonWords.txt", "order | animal", "Shop.Order.BloeddrukEnkel", null)]
    [InlineData("KkAnalyzers.NameParts.txt", "koe | tail", "Shop.Uses.EmailAddressKoe", null)]
    [InlineData("KkAnalyzers.NameParts.txt", "koe | tail | contact.email", "Shop.Uses.EmailAddressKoe", null)]
    [InlineData("KkAnalyzers.NameParts.txt", "koe | tail | contact.email", "Shop.Uses.VoornaamKoe", "identity.name")]
    [InlineData("KkAnalyzers.PersonalTypes.txt", "Shop.Kluis | credentials", "Shop.Uses.Thing", "credentials")]
    [InlineData("KkAnalyzers.PersonalTypes.txt", "Shop.Order.Voornaam | none", "Shop.Order.Voornaam", null)]
    [InlineData("KkAnalyzers.PersonalTypes.txt", "Shop.Kaartje | person", "Shop.Kaartje.Naam", "identity.name")]
    public async Task Lists_of_the_project_add_and_take_away(string file, string line, string member, string? category)
    {
        var (model, compilation) = await ModelProbe.Of(Code, null, ("/repo/" + file, "# ours\n\n" + line + "\n"));
        Assert.Equal(category, model.Classify(compilation.Member(member))?.Category);
    }

    [Theory]
    [InlineData("KkAnalyzers.PersonalData.txt", "[|stamkaart|]")]
    [InlineData("KkAnalyzers.PersonalData.txt", "[|stamkaart | care | strong|]")]
    [InlineData("KkAnalyzers.PersonalData.txt", "[|stamkaart | care-id | certain|]")]
    [InlineData("KkAnalyzers.PersonalData.txt", "[|stamkaart | care-id | strong | de|]")]
    [InlineData("KkAnalyzers.PersonalData.txt", "[|stamkaart | care-id | strong | nl | fuzzy|]")]
    [InlineData("KkAnalyzers.PersonalData.txt", "[|sta | care-id | strong | nl | prefix|]")]
    [InlineData("KkAnalyzers.PersonalData.txt", "[|? | care-id | strong|]")]
    [InlineData("KkAnalyzers.NotPersonalData.txt", "[|voornaam | |]")]
    [InlineData("KkAnalyzers.PersonWords.txt", "[|gast | somebody|]")]
    [InlineData("KkAnalyzers.NameParts.txt", "[|max | head|]")]
    [InlineData("KkAnalyzers.NameParts.txt", "[|max | tail | nothing|]")]
    [InlineData("KkAnalyzers.NameParts.txt", "[|max | safe | contact.email|]")]
    [InlineData("KkAnalyzers.PersonalTypes.txt", "[|Shop.Order | secret|]")]
    public Task A_line_that_cannot_be_used_is_named(string file, string line) =>
        KkVerifier<InputsAnalyzer>.Flags("class C { }", ("/repo/" + file, $"# ours\n{line}\n"));

    [Fact]
    public void Every_built_in_line_can_be_used()
    {
        foreach (var list in KkLists.All)
        {
            Assert.NotEmpty(list.BuiltIn);
            Assert.Equal([], list.BuiltIn.Select(l => list.Complaint(l) is { } complaint ? $"{list.Name}: {l[0]}: {complaint}" : null).OfType<string>());
        }
    }

    [Fact]
    public void Every_category_has_terms_in_three_languages()
    {
        var terms = PersonalDataLists.Terms.BuiltIn;
        foreach (var category in DataCategory.All.Keys)
        {
            foreach (var language in new[] { "en", "nl", "fr" })
            {
                Assert.Contains(terms, t => t[1] == category && PersonalDataLists.Split(t[3]).Contains(language));
            }
        }
    }

    private static async Task<string?> Category(string member, params (string Key, string Value)[] options)
    {
        var (model, compilation) = await ModelProbe.Of(Code, options.ToDictionary(o => o.Key, o => o.Value));
        return model.Classify(compilation.Member(member))?.Category;
    }
}
