using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.WordingAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK3205Tests
{
    [Theory]
    [InlineData("a.html", """<label><input type="checkbox" name="newsletter"> Ja, stuur mij de nieuwsbrief</label>""")]
    [InlineData("a.html", """<p>Uncheck the columns you want to hide</p><p>Untick to show all results</p>""")]
    [InlineData("a.html", """<button>No, thanks</button><button>Nee, ik wil geen nieuwsbrief ontvangen</button><a href="#">Non merci</a>""")]
    [InlineData("a.html", """<p>Nee, ik betaal liever de volle prijs</p>""")]
    [InlineData("a.html", """<script>var t = "Untick this box if you do not want to receive our newsletter";</script>""")]
    [InlineData("a.html", """<!-- Untick this box if you do not want to receive our newsletter -->""")]
    [InlineData("a.html", """<html lang="de"><p>Only 2 left in stock</p></html>""")]
    [InlineData("a.razor", """<p>@* Laatste kans: aanbieding eindigt vandaag *@ @Model.Text</p>""")]
    [InlineData("a.cshtml", """<h2>Vink dit vakje aan</h2><p>als u geen nieuwsbrief wilt ontvangen</p>""")]
    [InlineData("a.xaml", """<ContentPage><Label Text="{Binding Laatste_kans}"/><Button Content="Later"/></ContentPage>""")]
    [InlineData("Texts.resx", """<root><data name="Decline"><value>Nee, bedankt</value></data><data name="Help"><value>Nee, ik betaal liever de volle prijs</value></data></root>""")]
    [InlineData("Texts.de.resx", """<root><data name="A"><value>By continuing to browse you accept our cookies</value></data></root>""")]
    [InlineData("Form.resx", """<root><data name="img" type="System.Resources.ResXFileRef"><value>Only 2 left in stock</value></data><data name="&gt;&gt;a.Name"><value>Only 2 left in stock</value></data></root>""")]
    [InlineData("data/prices.json", """{ "a": "Only 2 left in stock" }""")]
    [InlineData("appsettings.json", """{ "a": "Only 2 left in stock" }""")]
    [InlineData("Info.plist", """<plist><dict><key>CFBundleName</key><string>You must allow location access to continue</string><key>NSCameraUsageDescription</key><string>Om een foto van uw wonde te maken</string></dict></plist>""")]
    public Task Quiet(string path, string text) => Verify.Silent("", (path, text));

    [Theory]
    [InlineData("""<label><input type="checkbox" name="c"> {|KK3205:Vink dit vakje aan als u geen nieuwsbrief|} wilt ontvangen</label>""")]
    [InlineData("""<p>Even lezen. {|KK3205:Untick <b>this box</b> if you do <em>not</em> want to receive our newsletter|}</p>""")]
    [InlineData("""<p>{|KK3205:D&eacute;cochez si vous ne souhaitez pas recevoir nos offres|}</p>""")]
    [InlineData("""<button>{|KK3205:Nee bedankt, ik betaal liever de volle prijs|}</button>""")]
    [InlineData("""<a href="#">{|KK3205:No thanks, I don't like saving|} money</a>""")]
    [InlineData("""<input type="submit" value="{|KK3205:Non merci, je préfère payer le plein tarif|}">""")]
    [InlineData("""<div role="button"><span>{|KK3205:Nee, ik wil geen optimale|} ervaring</span></div>""")]
    [InlineData("""<label><input type="radio"> {|KK3205:Non, je renonce à mes avantages|}</label>""")]
    [InlineData("""<div title="{|KK3205:Laatste kans|}"></div><input placeholder="{|KK3205:Only 2 left|} in stock">""")]
    [InlineData("""<p>Hello. {|KK3205:57 people are viewing|} this</p>""")]
    [InlineData("""<html lang="nl-BE"><p>{|KK3205:Door verder te surfen gaat u akkoord met onze cookies|}</p></html>""")]
    public Task Html(string markup) => Verify.Flags("", ("wwwroot/index.html", markup));

    [Theory]
    [InlineData("""<p>{|KK3205:@kijkers mensen bekijken|} dit nu</p>""")]
    [InlineData("""<p>{|KK3205:@(Model.Count + 1) people bought|} this today</p>""")]
    [InlineData("""<p>@Localizer["{|KK3205:By continuing to browse you accept our cookies|}"]</p>""")]
    [InlineData("""<MudButton>{|KK3205:Nee, ik neem liever het risico|}</MudButton>""")]
    [InlineData("""<MudDialog><MudText>Mogen we meldingen sturen over nieuwsbrieven?</MudText><MudButton>Ja, graag</MudButton><MudButton>{|KK3205:Later|}</MudButton></MudDialog>""")]
    [InlineData("""@if (true) { <span>{|KK3205:Haast je|}!</span> }""")]
    public Task Razor(string markup) => Verify.Flags("", ("Pages/Shop.razor", markup));

    [Theory]
    [InlineData("""<Label Text="{|KK3205:J'accepte les conditions générales et de recevoir|} des offres"/>""")]
    [InlineData("""<Button Content="{|KK3205:Nee, ik wil mijn naaste niet helpen|}"/>""")]
    [InlineData("""<TextBlock ToolTipService.ToolTip="{|KK3205:Bel ons om uw abonnement op te zeggen|}">tekst</TextBlock>""")]
    [InlineData("""<ContentDialog Title="Locatie delen met partners?" PrimaryButtonText="Ja" CloseButtonText="{|KK3205:Niet nu|}"/>""")]
    [InlineData("""<Label>{|KK3205:Opzeggen kan enkel telefonisch|}</Label>""")]
    public Task Xaml(string markup) => Verify.Flags("", ("Views/Shop.xaml", $"<ContentPage xmlns:x=\"x\">{markup}</ContentPage>"));

    [Theory]
    [InlineData("Resources/Texts.resx", """<root><data name="Cookies" xml:space="preserve"><value>{|KK3205:By continuing to browse you accept our cookies|}</value></data></root>""")]
    [InlineData("Resources/Texts.nl-BE.resx", """<root><data name="Popup_Decline"><value>{|KK3205:Nee, ik betaal liever de volle prijs|}</value></data></root>""")]
    [InlineData("Resources/Texts.fr.resx", """<root><data name="BoutonNon"><value>{|KK3205:Non, je n'aime pas les cadeaux|}</value></data></root>""")]
    [InlineData("wwwroot/i18n/nl.json", """{ "cookie": { "text": "{|KK3205:Door verder te surfen gaat u akkoord met onze cookies|}" } }""")]
    [InlineData("locales/fr/care.json", """{ "a": "{|KK3205:D\u00e9cochez si vous ne souhaitez pas recevoir nos offres|}" }""")]
    [InlineData("Platforms/iOS/Info.plist", """<plist><dict><key>NSLocationWhenInUseUsageDescription</key><string>{|KK3205:Je moet je locatie delen|}, anders werkt de app niet</string></dict></plist>""")]
    public Task Resources(string path, string text) => Verify.Flags("", (path, text));

    [Fact]
    public Task Texts_of_another_language_are_read_in_that_language_only() => Verify.Silent(
        "", ("Texts.nl.resx", """<root><data name="a"><value>By continuing to browse you accept our cookies</value></data></root>"""));

    [Fact]
    public Task A_consent_text_that_is_still_English() => Verify.Flags(
        "",
        ("Texts.resx", """<root><data name="a"><value>I give my consent to share my data with the hospital</value></data><data name="b"><value>OK</value></data></root>"""),
        ("Texts.nl.resx", """<root><data name="a"><value>{|KK3205:I give my consent to share my data with the hospital|}</value></data><data name="b"><value>OK</value></data></root>"""),
        ("Texts.fr.resx", """<root><data name="a"><value>Je consens au partage de mes données avec l'hôpital</value></data></root>"""));

    [Theory]
    [InlineData("""<div class="modal"><p>Mogen we u de nieuwsbrief sturen?</p><button>Ja</button><button>Nee, bedankt</button><button>Later</button></div>""")]
    [InlineData("""<div class="modal"><p>Er is een nieuwe versie.</p><button>Nu bijwerken</button><button>Later</button></div>""")]
    [InlineData("""<p>Mogen we u de nieuwsbrief sturen?</p><button>Ja</button><button>Later</button>""")]
    [InlineData("""<div class="modal"><p>Mogen we u de nieuwsbrief sturen?</p><button>Ja</button><button>Later</button><partial name="_Refuse"/></div>""")]
    public Task Postponing_is_fine_when_one_can_refuse_or_nothing_is_asked(string markup) => Verify.Silent("", ("a.cshtml", markup));

    [Fact]
    public Task A_dialog_that_only_postpones() => Verify.Flags(
        "", ("a.cshtml", """<div class="modal"><p>Mogen we u de nieuwsbrief sturen?</p><button>Ja</button><button>{|KK3205:Later|}</button></div>"""));

    [Theory]
    [InlineData("""<label><input type="checkbox" name="newsletter"> Nieuwsbrief ontvangen</label>""")]
    [InlineData("""<label><input type="checkbox" name="optOutNewsletter"> Ik wil geen nieuwsbrief</label>""")]
    [InlineData("""<label><input type="checkbox" name="newsletter"> Ja, ik ontvang graag de nieuwsbrief. U krijgt nooit meer dan één bericht.</label>""")]
    [InlineData("""<label><input type="checkbox" name="smoker"> Ik rook niet</label>""")]
    [InlineData("""<label><input type="radio" name="newsletter"> Ik wil geen nieuwsbrief</label>""")]
    public Task Names_and_labels_that_agree(string markup) => Verify.Silent("", ("a.html", markup));

    [Theory]
    [InlineData("a.html", """<label>{|KK3205:<input type="checkbox" name="newsletter">|} Ik wil geen nieuwsbrief ontvangen</label>""")]
    [InlineData("a.html", """{|KK3205:<input type="checkbox" id="shareData">|}<label for="shareData">Do not share my data</label>""")]
    [InlineData("a.html", """<label>{|KK3205:<input type="checkbox" name="optOutNewsletter">|} Je veux recevoir la newsletter</label>""")]
    [InlineData("a.cshtml", """<label><input {|KK3205:asp-for="Newsletter"|} type="checkbox" /> Je ne veux pas recevoir la newsletter</label>""")]
    [InlineData("a.xaml", """<CheckBox {|KK3205:IsChecked="{Binding Newsletter}"|} Content="Stuur mij geen nieuwsbrief"/>""")]
    public Task Case67_a_label_that_turns_the_name_round(string path, string markup) => Verify.Flags("", (path, markup));

    [Theory]
    [InlineData("a.cshtml", """<label>{|KK3205:<input type="checkbox" name="newsletter" />|} @Localizer["NewsletterLabel"]</label>""")]
    [InlineData("a.xaml", """{|KK3205:<CheckBox x:Name="newsletter" Content="{x:Static res:Texts.NewsletterLabel}"/>|}""")]
    public Task A_label_in_the_resources_of_any_language(string path, string markup) => Verify.Flags(
        "",
        (path, markup),
        ("Texts.resx", """<root><data name="NewsletterLabel"><value>Receive the newsletter</value></data></root>"""),
        ("Texts.nl.resx", """<root><data name="NewsletterLabel"><value>Ik wil geen nieuwsbrief</value></data></root>"""));

    [Fact]
    public Task Quiet_in_code() => Verify.Silent(DialogStubs.All + """
        class Visit : Microsoft.Maui.Controls.ContentPage
        {
            [System.ComponentModel.DataAnnotations.Display(Name = "Nieuwsbrief ontvangen")] public bool Newsletter { get; set; }
            [System.ComponentModel.DataAnnotations.Display(Name = "Ik rook niet")] public bool Smoker { get; set; }
            string log = "Only 2 left in stock";
            void Ask(MudBlazor.ISnackbar bar, System.Collections.Generic.List<string> list)
            {
                DisplayAlert("Nieuwsbrief", "Wilt u de nieuwsbrief ontvangen?", "Ja", "Nee, bedankt");
                DisplayAlert("Update", "Er is een nieuwe versie", "Installeren", "Later");
                list.Add("Only 2 left in stock");
                bar.Add("Opgeslagen");
            }
        }
        """);

    [Fact]
    public Task Texts_of_dialogs_and_labels_in_code() => Verify.Flags(DialogStubs.All + """
        class Visit : Microsoft.Maui.Controls.ContentPage
        {
            [System.ComponentModel.DataAnnotations.Display(Name = {|KK3205:"Ik wil geen nieuwsbrief ontvangen"|})] public bool Newsletter { get; set; }
            [System.ComponentModel.DataAnnotations.Display(Name = "x", Description = {|KK3205:"Vink dit vakje aan als u geen e-mails wil ontvangen"|})] public bool Option { get; set; }
            const string Text = "Je moet meldingen toestaan, anders werkt de app niet";
            void Ask(MudBlazor.ISnackbar bar, MudBlazor.IDialogService dialogs, int n)
            {
                DisplayAlert("Meldingen", {|KK3205:Text|}, "OK");
                DisplayAlert("Korting", "Wilt u korting?", "Ja", {|KK3205:"Nee bedankt, ik betaal liever de volle prijs"|});
                DisplayAlert("Nieuwsbrief", "Mogen we de nieuwsbrief sturen?", "Ja", {|KK3205:"Later"|});
                DisplayActionSheet("Korting", {|KK3205:"Non merci, je préfère payer le plein tarif"|}, null, "Oui");
                System.Windows.MessageBox.Show({|KK3205:$"Nog maar {n} plaatsen"|});
                bar.Add({|KK3205:$"{n} mensen bekijken dit nu"|});
                dialogs.ShowMessageBox("Abonnement", {|KK3205:"Opzeggen kan enkel per aangetekende brief"|});
                new Microsoft.UI.Xaml.Controls.ContentDialog { Title = {|KK3205:"Laatste kans"|}, PrimaryButtonText = "Ja", CloseButtonText = {|KK3205:"Nee, ik hou niet van korting"|} };
            }
        }
        """);

    [Fact]
    public async Task The_message_quotes_the_sentence_and_says_what_it_does()
    {
        var test = Verify.Test("", ("a.html", """<p>Welkom. {|#0:Laatste kans|}: de actie.</p>"""));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3205", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "The text \"Laatste kans: de actie\" presses with time or scarcity; only a real end date or a real stock may be shown"));
        await test.RunAsync();
    }

    [Fact]
    public Task Kinds_that_the_user_ignores() =>
        Verify.Test("", ("a.html", """<p>Laatste kans!</p><p>{|KK3205:Only 2 left|}</p>""".Replace("{|KK3205:Only 2 left|}", "{|KK3205:By using this site you accept our cookies|}", StringComparison.Ordinal)))
            .Option("kk.KK3205.ignored_kinds", "urgency").RunAsync();

    [Fact]
    public Task Phrases_of_the_user() => Verify.Flags(
        "",
        ("/0/KkAnalyzers.Wording.txt", "gouden kans | urgency | nl\n! laatste kans/kansen\nrekreatie | <topic> | nl\n"),
        ("a.html", """<p>{|KK3205:Gouden kans|}</p><p>Laatste kans</p><p>{|KK3205:Vink aan als u geen rekreatie|} wenst</p>"""));

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK3205");
        await Verify.Flags("", ("a.html", rule.Violation!.Single().Replace("Vink dit vakje aan als u geen nieuwsbrief", "{|KK3205:Vink dit vakje aan als u geen nieuwsbrief|}", StringComparison.Ordinal)));
        await Verify.Silent("", ("a.html", rule.Clean!.Single()));
    }

    [Fact]
    public Task Counts_the_texts_it_looked_at()
    {
        var test = Verify.Test("", ("a.html", """<p>Only the nurse</p><p>sees this</p><button title="Send">Save</button>""")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3205 inspected=4 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3208 inspected=0 failed=0 notFollowed=0"));
        return test.RunAsync();
    }

    [Fact]
    public async Task Deep_and_endless_markup_is_read_in_a_moment()
    {
        var test = Verify.Test(
            "",
            ("a.html", string.Concat(Enumerable.Repeat("<span><button>only x cookie ", 20_000))),
            ("cookie-banner.html", string.Concat(Enumerable.Repeat("<div class=\"cookie-banner\"><b>only ", 20_000))));
        await test.RunAsync();
    }
}
