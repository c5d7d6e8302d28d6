using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Tests.PersonalData;

public class TokenizerTests
{
    [Theory]
    [InlineData("FirstName", "first name")]
    [InlineData("first_name", "first name")]
    [InlineData("firstname", "firstname")]
    [InlineData("BSNNummer", "bsn nummer")]
    [InlineData("RRnr", "r rnr")]
    [InlineData("HbA1c", "hb a 1 c")]
    [InlineData("SpO2", "sp o 2")]
    [InlineData("EMailAdres", "e mail adres")]
    [InlineData("INSZ", "insz")]
    [InlineData("insz_nummer", "insz nummer")]
    [InlineData("_firstName", "first name")]
    [InlineData("@class", "class")]
    [InlineData("m_voornaam", "voornaam")]
    [InlineData("s_patients", "patients")]
    [InlineData("k_Naam", "naam")]
    [InlineData("mPrénom", "m prenom")]
    [InlineData("mNuméroTéléphone", "m numero telephone")]
    [InlineData("Allergieën", "allergieen")]
    [InlineData("Cliënt", "client")]
    [InlineData("Suïciderisico", "suiciderisico")]
    [InlineData("CœurMaladie", "coeur maladie")]
    [InlineData("ŒuvreÆther", "oeuvre aether")]
    [InlineData("ŒUVRE_ABŒuf", "oeuvre ab oeuf")]
    [InlineData("Straße", "strasse")]
    [InlineData("ĳsberg", "ijsberg")]
    [InlineData("pre\u0301nom", "prenom")] // decomposed: e and its accent are two characters
    [InlineData("İstanbul", "istanbul")]
    [InlineData("TITLE", "title")]
    [InlineData("AddressLine2", "address line 2")]
    [InlineData("patient-id", "patient id")]
    [InlineData("numéro d’assuré", "numero d assure")]
    [InlineData("Имя", "имя")]
    [InlineData("名前", "")]
    [InlineData("\uD83D\uDE00smile", "smile")]
    [InlineData("", "")]
    [InlineData("___", "")]
    public void A_name_is_cut_into_words(string name, string words) => Assert.Equal(words, string.Join(' ', Tokenizer.Tokens(name)));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("nl-BE")]
    public void The_culture_of_the_machine_says_nothing(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo(culture);
            Assert.Equal(["insz", "id"], Tokenizer.Tokens("INSZ_ID"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("DateDeNaissance", "date naissance")]
    [InlineData("DatumVanOverlijden", "datum overlijden")]
    [InlineData("txtVoornaam", "voornaam")]
    [InlineData("lblVoornaam", "voornaam")]
    [InlineData("Entry", "entry")]
    public void Stop_words_and_leftovers_of_controls_go(string name, string words) =>
        Assert.Equal(words, string.Join(' ', Vocabulary.BuiltIn.WordsWithoutStops(name)));

    [Fact]
    public void A_text_that_is_too_long_is_no_name() => Assert.Empty(Tokenizer.Tokens(new string('a', Tokenizer.MaxLength)));

    [Fact]
    public void Every_letter_of_the_longest_name_has_a_place() =>
        Assert.Equal(Tokenizer.MaxLength, Tokenizer.Glue(new string('œ', Tokenizer.MaxLength / 2)).Length);

    [Fact]
    public void A_name_without_personal_data_allocates_nothing()
    {
        var context = new NameContext(null, ValueKinds.Text);
        string[] names = ["_serviceProvider", "MaximumNumberOfRetries", "IsEnabled", "HandleRequestAsync", "loggerFactory"];
        foreach (var name in names)
        {
            Vocabulary.BuiltIn.Match(name, context);
        }

        // A collection that another test causes counts what is left of this thread's share as used: the best of a few rounds.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                foreach (var name in names)
                {
                    Vocabulary.BuiltIn.Match(name, context);
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));
    }
}
