using KkAnalyzers.Wording;

namespace KkAnalyzers.Tests.Wording;

/// <summary>Sentences that steer and sentences that only look so, found in public texts and made up, in three languages.</summary>
public class TextExamplesTests
{
    private static readonly WordingList Words = new(WordingList.List.BuiltIn);

    public static TheoryData<string, string, string> Steers => new()
    {
        { "inverted", "en", "Untick this box if you do not want to receive our newsletter" },
        { "inverted", "en", "Please uncheck the box if you would rather not receive marketing e-mails" },
        { "inverted", "en", "if you do not wish to receive these updates, please tick this box" },
        { "inverted", "en", "Tick here if you don't want us to share your data with partners" },
        { "inverted", "en", "We will send you offers unless you tell us you DO NOT want to hear about them, by ticking here" },
        { "inverted", "nl", "Vink uit indien u geen nieuwsbrief wenst te ontvangen" },
        { "inverted", "nl", "Haal het vinkje weg als je niet wil dat we je gegevens delen met derden" },
        { "inverted", "nl", "Indien u geen aanbiedingen wenst te ontvangen, gelieve dit vakje aan te vinken" },
        { "inverted", "nl", "Vink dit vakje aan als je géén e-mails wil ontvangen" },
        { "inverted", "nl", "Wij delen uw gegevens met partners, tenzij u dit vakje aanvinkt" },
        { "inverted", "fr", "Décochez si vous ne souhaitez pas recevoir nos offres" },
        { "inverted", "fr", "Cochez cette case si vous ne voulez pas que vos données soient partagées" },
        { "inverted", "fr", "Si vous ne souhaitez plus être contacté par nos partenaires, cochez cette case" },
        { "inverted", "fr", "Vos données seront transmises à nos partenaires sauf opposition de votre part" },
        { "shaming", "en", "No thanks, I don't like saving money" },
        { "shaming", "en", "No thanks, I'd rather pay full price" },
        { "shaming", "en", "No thanks, I don't want a free gift." },
        { "shaming", "en", "I'll pay full price" },
        { "shaming", "en", "No, I prefer to stay ignorant" },
        { "shaming", "en", "No, I don't care about my health" },
        { "shaming", "nl", "Nee, ik wil geen optimale ervaring" },
        { "shaming", "nl", "Nee bedankt, ik betaal liever de volle prijs" },
        { "shaming", "nl", "Neen, ik hou niet van korting" },
        { "shaming", "nl", "Nee, ik wil mijn naaste niet helpen" },
        { "shaming", "nl", "Nee, ik neem liever het risico" },
        { "shaming", "nl", "Mijn gezondheid interesseert mij niet" },
        { "shaming", "fr", "Non merci, je préfère payer le plein tarif" },
        { "shaming", "fr", "Non, je renonce à mes avantages" },
        { "shaming", "fr", "Non, je n'aime pas les cadeaux" },
        { "shaming", "fr", "Ma santé ne m'intéresse pas" },
        { "urgency", "en", "Hurry! Sale ends in 10 minutes" },
        { "urgency", "en", "Your cart is reserved for 14:05 minutes!" },
        { "urgency", "en", "Only 2 left in stock" },
        { "urgency", "nl", "Wees snel, nog maar 3 plaatsen beschikbaar!" },
        { "urgency", "nl", "Laatste kans: aanbieding eindigt vandaag" },
        { "urgency", "fr", "Dépêchez-vous, offre limitée !" },
        { "urgency", "fr", "Il ne reste que 2 places" },
        { "popularity", "en", "57 people are viewing this right now" },
        { "popularity", "en", "{count} people bought this today" },
        { "popularity", "nl", "@kijkers mensen bekijken dit nu" },
        { "popularity", "fr", "12 personnes consultent cette offre" },
        { "implied", "en", "By continuing to browse you accept our cookies" },
        { "implied", "nl", "Door verder te surfen gaat u akkoord met onze cookies" },
        { "implied", "nl", "Door je te registreren geef je toestemming om je gegevens te delen" },
        { "implied", "fr", "En poursuivant votre navigation, vous acceptez l'utilisation de cookies" },
        { "bundled", "en", "I agree to the terms and to receive marketing emails" },
        { "bundled", "en", "I agree to receive marketing emails from us and agree to our Privacy Policy" },
        { "bundled", "nl", "Ik ga akkoord met de voorwaarden en ontvang graag aanbiedingen" },
        { "bundled", "fr", "J'accepte les conditions générales et de recevoir des offres" },
        { "obstructed", "en", "You may cancel your membership at any time by calling us" },
        { "obstructed", "en", "To delete your account, please contact customer support" },
        { "obstructed", "nl", "Opzeggen kan enkel telefonisch of per aangetekende brief" },
        { "obstructed", "nl", "Bel ons om uw abonnement op te zeggen" },
        { "obstructed", "fr", "Pour résilier, appelez notre service clientèle" },
        { "obstructed", "fr", "Contactez-nous pour supprimer votre compte" },
        { "postponed", "en", "Maybe later" },
        { "postponed", "nl", "Niet nu" },
        { "postponed", "fr", "Plus tard" },
        { "permission", "en", "You must allow location access to continue" },
        { "permission", "nl", "Je moet meldingen toestaan, anders werkt de app niet" },
        { "permission", "fr", "Vous devez autoriser la localisation" },
        // more of each kind, as care software could say it
        { "inverted", "en", "Deselect the box if you would prefer not to have your data shared with researchers or third parties" },
        { "inverted", "en", "We share your file with our partners unless you object" },
        { "inverted", "nl", "Uitvinken als u niet wenst dat uw gegevens voor onderzoek gebruikt worden" },
        { "inverted", "nl", "Vinkje weghalen indien u geen mailings wenst" },
        { "inverted", "nl", "Kruis dit vakje aan indien u niet gecontacteerd wil worden door onze partners" },
        { "inverted", "fr", "Décocher la case si vous refusez de recevoir nos courriels" },
        { "inverted", "fr", "Vos données sont partagées avec des tiers sauf si vous cochez cette case" },
        { "shaming", "en", "No thanks, I prefer to miss out on the benefits" },
        { "shaming", "nl", "Nee, ik mis liever alle voordelen" },
        { "shaming", "nl", "Nee, ik wil mijn moeder niet helpen" },
        { "shaming", "fr", "Non merci, je me passe de réductions" },
        { "shaming", "fr", "Non, je ne veux pas aider mes proches" },
        { "urgency", "en", "Offer expires at midnight, act now" },
        { "urgency", "nl", "Haast je: actie eindigt morgen" },
        { "urgency", "nl", "Nog slechts 2 plekken voor de infosessie! Wees snel" },
        { "urgency", "fr", "Plus que 3 places, dernière chance" },
        { "popularity", "nl", "{0} bezoekers bekijken dit aanbod" },
        { "popularity", "fr", "{nombre} clients ont acheté cet article" },
        { "implied", "en", "By using this app you consent to the processing of your data for marketing" },
        { "implied", "nl", "Door deze site te gebruiken aanvaardt u onze cookies" },
        { "implied", "fr", "En utilisant ce site, vous acceptez le traitement de vos données à des fins publicitaires" },
        { "bundled", "en", "Yes, I accept the privacy policy and agree to receive offers" },
        { "bundled", "nl", "Ik aanvaard het privacybeleid en geef toestemming om mijn gegevens te delen" },
        { "bundled", "fr", "J’accepte la politique de confidentialité et souhaite recevoir la newsletter" },
        { "obstructed", "en", "To close your account, call our help desk" },
        { "obstructed", "nl", "Wil je je account verwijderen, neem contact op met de klantendienst" },
        { "obstructed", "nl", "Uitschrijven doe je schriftelijk" },
        { "obstructed", "fr", "La résiliation se fait par lettre recommandée" },
        { "postponed", "en", "Ask me again later" },
        { "postponed", "nl", "Misschien later" },
        { "postponed", "fr", "Peut-être plus tard" },
        { "permission", "en", "You cannot use this app without sharing your location" },
        { "permission", "nl", "Zonder locatie werkt de app niet" },
        { "permission", "fr", "Sans accès à la localisation, l’application ne fonctionne pas" },
    };

    public static TheoryData<string, string> IsPlain => new()
    {
        { "en", "Uncheck the columns you want to hide" },
        { "en", "Untick to show all results" },
        { "en", "No, thanks" },
        { "en", "No, I don't want to receive the newsletter" },
        { "en", "Decline" },
        { "en", "Reject all" },
        { "en", "Only 3 attempts left" },
        { "en", "Your session expires in 5 minutes" },
        { "en", "Appointment ends in 10 minutes" },
        { "en", "Limited access" },
        { "en", "3 people have access to this record" },
        { "en", "By clicking Save you confirm the entered data" },
        { "en", "To cancel the appointment, press Cancel" },
        { "en", "Call us in an emergency" },
        { "en", "I agree to the terms and conditions" },
        { "en", "You can withdraw your consent at any time in Settings" },
        { "nl", "Vink uit wat je niet wilt aanbieden" },
        { "nl", "Vink uit om een afwijkend factuuradres in te vullen" },
        { "nl", "Vink uit om waarschuwingen te tonen" },
        { "nl", "Nee, bedankt" },
        { "nl", "Nee, ik wil geen nieuwsbrief ontvangen" },
        { "nl", "Alles weigeren" },
        { "nl", "Nog 3 pogingen" },
        { "nl", "Uw sessie verloopt over 5 minuten" },
        { "nl", "Nog maar 2 tabletten in voorraad, bestel tijdig bij" },
        { "nl", "Neem uw medicatie tijdig in" },
        { "nl", "Bel bij nood 112" },
        { "nl", "4 personen hebben je dossier bekeken" },
        { "nl", "Ik ga akkoord met de gebruiksvoorwaarden" },
        { "nl", "Je kan je toestemming altijd intrekken" },
        { "nl", "Vink de symptomen aan die je niet meer hebt" },
        { "fr", "Décochez un poste pour le remplacer" },
        { "fr", "Décochez les articles que vous souhaitez ignorer" },
        { "fr", "Décochez pour figer la vue" },
        { "fr", "Non merci" },
        { "fr", "Non, je ne souhaite pas recevoir la newsletter" },
        { "fr", "Tout refuser" },
        { "fr", "Votre session expire dans 5 minutes" },
        { "fr", "J'accepte les conditions générales" },
        { "fr", "Vous pouvez retirer votre consentement à tout moment" },
        { "fr", "Il ne reste que 2 comprimés, pensez à renouveler" },
        { "fr", "Appelez le 112 en cas d'urgence" },
        // what care software says every day
        { "en", "No, I don't have health insurance" },
        { "en", "No, I do not feel safe at home" },
        { "en", "No, I need more time" },
        { "en", "Please check your spam folder if you do not receive the e-mail" },
        { "en", "Check this box if you do not have an e-mail address" },
        { "en", "Select the option if you do not know the blood group" },
        { "en", "You must enter a location" },
        { "en", "By clicking Accept all, you agree to the storing of cookies" },
        { "en", "The file could not be deleted, please contact support" },
        { "en", "Failed to delete your account, please contact our support" },
        { "en", "To cancel your visit, call us" },
        { "en", "Receive the newsletter" },
        { "en", "12 people work in this team" },
        { "en", "I agree to the terms and conditions of the care agreement" },
        { "nl", "Nee, ik heb geen gezondheidsproblemen" },
        { "nl", "Nee, ik wil geen zorg aan huis" },
        { "nl", "Nee, ik rook niet" },
        { "nl", "Vink aan als de cliënt geen allergieën heeft" },
        { "nl", "Vink dit aan als u geen e-mailadres hebt" },
        { "nl", "Door op 'Alles aanvaarden' te klikken, stem je in met alle cookies" },
        { "nl", "Neem contact op met uw huisarts" },
        { "nl", "Bel ons om een afspraak te verplaatsen" },
        { "nl", "U moet een locatie kiezen" },
        { "nl", "Nog 3 dagen te gaan in het revalidatieschema" },
        { "nl", "Opslaan mislukt, probeer later opnieuw" },
        { "nl", "3 gebruikers hebben toegang tot deze fiche" },
        { "fr", "Non, je ne fume pas" },
        { "fr", "Non, je n’ai pas d’allergie" },
        { "fr", "Cochez cette case si le patient n'a pas d'allergie" },
        { "fr", "Vous devez choisir un médecin" },
        { "fr", "Contactez votre médecin traitant" },
        { "fr", "Annuler le rendez-vous" },
        { "fr", "En cliquant sur « Tout accepter », vous acceptez les cookies" },
        { "fr", "Il reste 2 jours de traitement" },
        { "fr", "Erreur : impossible de supprimer votre compte, contactez le support" },
    };

    [Theory]
    [MemberData(nameof(IsPlain))]
    public void Plain_texts_are_silent_in_every_language(string language, string text)
    {
        Assert.Contains(language, new[] { "nl", "fr", "en" });
        Assert.Empty(Kinds(text, ""));
    }

    [Theory]
    [MemberData(nameof(Steers))]
    public void Texts_that_steer_are_found_with_and_without_the_language(string kind, string language, string text)
    {
        Assert.Contains(kind, Kinds(text, language));
        Assert.Contains(kind, Kinds(text, ""));
        Assert.Contains(kind, Kinds("  " + text.Replace("'", "\u2019").Replace(" ", "\n  "), language));
    }

    /// <summary>No text makes a phrase slow: the work is words times steps.</summary>
    [Fact]
    public void A_text_of_a_megabyte_that_nearly_matches_is_read_in_a_moment()
    {
        var text = string.Concat(Enumerable.Repeat("vink dit vakje uit indien u tick this box if you do not ", 20_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var sentence in Sentences.Of(text))
        {
            Words.Matches(sentence, "").Count();
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData("don't won’t", "dont", "wont")]
    [InlineData("n'aime l’offre", "n", "aime", "l", "offre")]
    [InlineData("Décochez géén e-mail", "decochez", "geen", "email")]
    [InlineData("œuvre re\u00ADclame", "oeuvre", "reclame")]
    [InlineData("{0} 14:05 @kijkers %d a", "", "", "", "", "a")]
    [InlineData("me@example.org", "me", "example", "org")]
    public void Words_of_a_text(string text, params string[] words) =>
        Assert.Equal(words, Sentences.Of(text, asOne: true).SelectMany(s => s).Select(w => w.Text));

    [Theory]
    [InlineData("tick ...", "a phrase does not end with a gap")]
    [InlineData("tick ^ box", "'^' stands at the beginning of a phrase")]
    [InlineData("ti* box", "'ti*' has fewer than 4 letters before the star")]
    [InlineData("<number>", "the phrase has no word")]
    [InlineData("tick// box", "'' is not one word")]
    public void Phrases_that_cannot_be_read_say_why(string phrase, string problem) =>
        Assert.Equal(problem, Phrase.Parse(phrase, "inverted", "en", _ => []).Problem);

    private static IEnumerable<string> Kinds(string text, string language) =>
        Sentences.Of(text).SelectMany(s => Words.Matches(s, language).Select(m => m.Phrase.Kind).ToArray())
            .Concat(Sentences.Of(text, asOne: true).SelectMany(s => Words.Matches(s, language).Select(m => m.Phrase.Kind).Where(k => k is "shaming" or "postponed").ToArray()));
}
