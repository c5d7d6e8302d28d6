using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.WordingAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK3208Tests
{
    [Theory]
    [InlineData("a.html", """<div id="cookie-banner"><button>Alles aanvaarden</button><button>Alles weigeren</button></div>""")]
    [InlineData("a.html", """<div class="cookie-consent"><button>Accept all</button><button>Only necessary</button></div>""")]
    [InlineData("a.html", """<div class="cookie-consent"><button>Tout accepter</button><button>Continuer sans accepter</button></div>""")]
    [InlineData("a.html", """<div class="cookie-bar"><p>Wij gebruiken enkel strikt noodzakelijke cookies.</p><button>OK</button></div>""")]
    [InlineData("a.html", """<div class="cookie-bar"><p>Nous utilisons uniquement des cookies nécessaires.</p><button>J'accepte</button></div>""")]
    [InlineData("a.html", """<div class="privacy-modal"><h2>Privacyverklaring</h2><button>OK</button></div>""")]
    [InlineData("a.html", """<div class="modal"><h2>Bezoek bevestigen</h2><button>Aanvaarden</button></div>""")]
    [InlineData("a.html", """<div class="cookie-banner"><p>Meer over cookies</p><a href="/cookies">Cookiebeleid</a></div>""")]
    [InlineData("a.html", """<div id="cookie-banner"><label><input type="checkbox"> Statistieken</label><button>Accepteren</button></div>""")]
    [InlineData("a.razor", """<div class="cookie-banner"><button>Accept</button><RejectPart /></div>""")]
    [InlineData("a.razor", """<div class="cookie-banner"><button>Accept</button>@ChildContent</div>""")]
    [InlineData("a.razor", """<CookieBanner AcceptText="Accept" />""")]
    [InlineData("a.razor", """<div class="cookie-banner">@if (open) { <button @onclick="AcceptAll"><MudIcon /></button> } else { <button @onclick="RejectAll"><MudIcon /></button> }</div>""")]
    [InlineData("a.cshtml", """<div id="cookieConsent"><button>Accept</button><partial name="_Reject" /></div>""")]
    [InlineData("ConsentPage.xaml", """<ContentPage><Button Text="Ik ga akkoord"/><Button Text="Ik ga niet akkoord"/></ContentPage>""")]
    [InlineData("VisitPage.xaml", """<ContentPage><Button Text="Aanvaarden"/></ContentPage>""")]
    public Task Quiet(string path, string markup) => Verify.Silent("", (path, markup));

    [Theory]
    [InlineData("a.html", """<div id="cookie-banner"><p>Wij gebruiken cookies.</p>{|KK3208:<button>|}Alles aanvaarden</button></div>""")]
    [InlineData("a.html", """<div class="cookie-notice">Cookies {|KK3208:<a href="#" class="btn">|}Got it</a></div>""")]
    [InlineData("a.html", """<div class="bandeau-traceurs">{|KK3208:<button>|}J'accepte</button></div>""")]
    [InlineData("a.html", """<dialog><h2>Uw privacy en cookies</h2>{|KK3208:<button>|}Akkoord</button></dialog>""")]
    [InlineData("a.html", """<div role="dialog" aria-label="Consent">{|KK3208:<input type="submit" value="I agree">|}</div>""")]
    [InlineData("a.html", """<div id="gdpr-popup">{|KK3208:<button onclick="acceptAll()">|}<img src="x"></button></div>""")]
    [InlineData("_CookieConsentPartial.cshtml", """<div id="box" class="alert"><p>Use this space.</p>{|KK3208:<button type="button">|}Accept</button></div>""")]
    [InlineData("CookieBanner.razor", """<MudPaper><MudText>Cookies</MudText>{|KK3208:<MudButton OnClick="Accept">|}@L["AcceptAll"]</MudButton></MudPaper>""")]
    [InlineData("ConsentPage.xaml", """<ContentPage><Label Text="Gegevens delen"/>{|KK3208:<Button Text="Ik ga akkoord"/>|}</ContentPage>""")]
    [InlineData("Views/Start.xaml", """<ContentPage><Frame x:Name="ConsentPopup">{|KK3208:<Button Text="{x:Static res:Texts.AcceptAll}"/>|}</Frame></ContentPage>""")]
    public Task No_way_to_refuse(string path, string markup) => Verify.Flags("", (path, markup));

    [Fact]
    public async Task Refusing_behind_settings()
    {
        var test = Verify.Test("", ("a.html", """<div id="cookie-banner">{|#0:<button>|}Alles toestaan</button><button>Instellingen</button></div>"""));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3208", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "The consent dialog 'cookie-banner': one can press \"Alles toestaan\" here, but refusing is only possible behind \"Instellingen\""));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("a.html", """<div id="cookie-banner">{|KK3208:<button class="btn btn-primary">|}Accept</button><a href="#">Reject</a></div>""")]
    [InlineData("a.html", """<div id="cookie-banner">{|KK3208:<button class="btn btn-primary">|}Accepter</button><button class="btn btn-link">Refuser</button></div>""")]
    [InlineData("CookieDialog.razor", """<div>{|KK3208:<MudButton Variant="Variant.Filled">|}Aanvaarden</MudButton><MudButton Variant="Variant.Text">Weigeren</MudButton></div>""")]
    [InlineData("ConsentPage.xaml", """<ContentPage>{|KK3208:<Button Text="Akkoord" BackgroundColor="Green"/>|}<Button Text="Weigeren" BackgroundColor="Transparent"/></ContentPage>""")]
    [InlineData("ConsentPage.xaml", """<ContentPage>{|KK3208:<Button Text="Akkoord" FontSize="18"/>|}<Button Text="Weigeren" FontSize="11"/></ContentPage>""")]
    public Task Refusing_is_less_visible(string path, string markup) => Verify.Flags("", (path, markup));

    [Theory]
    [InlineData("""<div id="cookie-banner"><button class="btn btn-primary">Accept</button><button class="btn btn-secondary">Reject</button></div>""")]
    [InlineData("""<div id="cookie-banner"><a href="#">Accept</a><a href="#">Reject</a></div>""")]
    [InlineData("""<div id="cookie-banner"><button>Accept</button><a class="btn" href="#">Reject</a></div>""")]
    public Task Weights_that_are_equal_enough(string markup) => Verify.Silent("", ("a.html", markup));

    [Fact]
    public Task The_text_of_a_resource_says_what_the_button_does() => Verify.Flags(
        "",
        ("CookieBanner.razor", """<div>{|KK3208:<button>|}@L["Cookies_B1"]</button><a href="/p">@L["Cookies_B2"]</a></div>"""),
        ("Texts.resx", """<root><data name="Cookies_B1"><value>Accept all</value></data><data name="Cookies_B2"><value>Read more</value></data></root>"""));

    [Fact]
    public Task A_resource_that_refuses() => Verify.Silent(
        "",
        ("CookieBanner.razor", """<div><button>@L["Cookies_B1"]</button><button>@L["Cookies_B2"]</button></div>"""),
        ("Texts.resx", """<root><data name="Cookies_B1"><value>Accept all</value></data><data name="Cookies_B2"><value>Reject all</value></data></root>"""));

    [Fact]
    public Task Dialogs_in_code() => Verify.Flags(DialogStubs.All + """
        static class AppTexts { public static string Agree => "x"; }
        class Start : Microsoft.Maui.Controls.ContentPage
        {
            void Ask()
            {
                DisplayAlert("Toestemming", "We delen uw gegevens met partners.", {|KK3208:"Akkoord"|});
                DisplayAlert("Cookies", "We use cookies.", {|KK3208:AppTexts.Agree|});
                DisplayAlert("Toestemming", "We delen uw gegevens met partners.", "Akkoord", "Weigeren");
                DisplayAlert("Toestemming", "Uw toestemming is bewaard.", "OK");
                DisplayAlert("Bezoek", "Het bezoek is gepland.", "Akkoord");
                DisplayAlert("Cookies", "Wij gebruiken enkel noodzakelijke cookies.", "Akkoord");
            }
        }
        """);

    [Fact]
    public Task Names_that_the_user_ignores() =>
        Verify.Test("", ("a.html", """<div id="cookie-banner"><button>Accept</button></div><div id="consent-dialog">{|KK3208:<button>|}Accept</button></div>"""))
            .Option("kk.KK3208.ignored_names", "cookie-banner").RunAsync();

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK3208");
        await Verify.Flags("", ("a.html", rule.Violation!.Single().Replace("<button>", "{|KK3208:<button>|}", StringComparison.Ordinal)));
        await Verify.Silent("", ("a.html", rule.Clean!.Single()));
    }

    [Fact]
    public Task Counts_dialogs_and_those_it_does_not_see_whole()
    {
        var test = Verify.Test("", ("a.razor", """<div id="cookie-banner"><button>Accept</button><button>Reject</button></div><div id="consent-dialog"><button>Accept</button>@ChildContent</div>""")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3205 inspected=4 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3208 inspected=2 failed=0 notFollowed=1"));
        return test.RunAsync();
    }
}
