using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Pages.PageLoadsAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK4205Tests
{
    private const string Gtag = "https://www.googletagmanager.com/gtag/js?id=G-1";

    // KK4603 looks at the same elements; a hash that nobody could know keeps it out of these tests.
    private const string Hash = "integrity=\"sha384-a\"";

    // The second descriptor of the analyzer.
    private static string Marked(string text) => text.Replace("[|", "{|KK4205:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);

    [Theory]
    [InlineData("""<script src="/js/zorg.js"></script><img src="/logo.png"><script>var a = 1; // https://www.googletagmanager.com/gtm.js</script>""")]
    [InlineData($"""<script type="text/plain" data-category="analytics" src="{Gtag}" {Hash}></script>""")]
    [InlineData($"""<script type="text/plain" data-cookieconsent="statistics" src="{Gtag}" {Hash}></script>""")]
    [InlineData($"""<script data-cookieconsent="statistics" src="{Gtag}" {Hash}></script>""")]
    [InlineData($"""<script data-usercentrics="Google Analytics" src="{Gtag}" {Hash}></script>""")]
    [InlineData($"""<cookie-consent><script src="{Gtag}" {Hash}></script></cookie-consent>""")]
    [InlineData($"""<!-- <script src="{Gtag}"></script> -->""")]
    [InlineData($"""<a href="{Gtag}">meten</a><img data-src="{Gtag}">""")]
    [InlineData("""<script type="application/ld+json">{ "@context": "https://schema.org", "sameAs": ["https://www.facebook.com/tr"] }</script>""")]
    [InlineData("""<script>/* https://static.hotjar.com/c/hotjar-1.js */ window.open('https://www.facebook.com/tr');</script>""")]
    [InlineData($"""<script src="https://cdn.example.org/1.2.3/a.js" {Hash}></script><link rel="stylesheet" href="https://cdn.example.org/zorg.css">""")]
    [InlineData("""<iframe src="https://zorg.example.org/kaart"></iframe><img src="https://localhost:5001/a.png"><img src="//">""")]
    public Task Quiet(string markup) => Verify.Silent("", ("wwwroot/index.html", markup));

    [Theory]
    [InlineData($$"""@if (Context.Features.Get<ITrackingConsentFeature>()?.CanTrack == true) { <script src="{{Gtag}}" {{Hash}}></script> }""")]
    [InlineData($$"""@if (Model.HasConsent) { <script src="{{Gtag}}" {{Hash}}></script> }""")]
    [InlineData($$"""@if (x) { <p>{ }</p> } else if (cookies.AnalyticsConsent) { <div><script src="{{Gtag}}" {{Hash}}></script></div> }""")]
    [InlineData($$"""@if (!Model.AnalyticsConsent) { <p>Geen meting</p> } else { <script src="{{Gtag}}" {{Hash}}></script> }""")]
    [InlineData($$"""@if (Env.IsDevelopment()) { <script src="{{Gtag}}" {{Hash}}></script> }""")]
    [InlineData($"""<environment include="Development"><script src="{Gtag}" {Hash}></script></environment>""")]
    [InlineData($"""@* <script src="{Gtag}"></script> *@""")]
    [InlineData($"""<Script src="{Gtag}" />""")]
    public Task Quiet_razor(string markup) => Verify.Silent("", ("Pages/Shared/_Layout.cshtml", markup));

    [Theory]
    [InlineData($"""<script async src="[|{Gtag}|]" {Hash}></script>""")]
    [InlineData($"""<SCRIPT SRC='[|//connect.facebook.net/en_US/fbevents.js|]' {Hash}></SCRIPT>""")]
    [InlineData("""<img height="1" width="1" src="[|https://www.facebook.com/tr?id=1&ev=PageView&noscript=1|]">""")]
    [InlineData("""<iframe src="[|https://www.googletagmanager.com/ns.html?id=GTM-1|]"></iframe>""")]
    [InlineData($"""<script async src="[|https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js|]" {Hash}></script>""")]
    [InlineData("""<script>(function(w,d,s,l,i){var j=d.createElement(s);j.async=true;j.src='[|https://www.googletagmanager.com/gtm.js?id=|]'+i;})(window,document,'script','dataLayer','GTM-1');</script>""")]
    [InlineData("""<script>!function(f,b,e,v,n,t,s){t=b.createElement(e);t.src=v}(window, document,'script','[|https://connect.facebook.net/en_US/fbevents.js|]'); fbq('init', '1');</script>""")]
    [InlineData("""<script>(function(h,o,t,j,a,r){a=o.getElementsByTagName('head')[0];})(window,document,'[|https://static.hotjar.com/c/hotjar-|]','.js?sv=');</script>""")]
    [InlineData("""<script>(function(c,l,a,r,i,t,y){t=l.createElement(r);t.src="[|https://www.clarity.ms/tag/|]"+i;})(window, document, "clarity", "script", "abc");</script>""")]
    public Task Trackers_that_a_page_loads(string markup) => Verify.Flags("", ("wwwroot/index.html", Marked(markup)));

    [Theory]
    [InlineData($$"""<script src="[|https://www.googletagmanager.com/gtag/js?id=@Model.Id|]" {{Hash}}></script>""")]
    [InlineData($$"""@if (!string.IsNullOrEmpty(Configuration["GoogleAnalytics:Id"])) { <script src="[|{{Gtag}}|]" {{Hash}}></script> }""")]
    [InlineData($$"""<environment exclude="Development"><script src="[|{{Gtag}}|]" {{Hash}}></script></environment>""")]
    [InlineData($$"""@if (Model.HasConsent) { <p>ja</p> } <script src="[|{{Gtag}}|]" {{Hash}}></script>""")]
    public Task Razor(string markup) => Verify.Flags("", ("Pages/Shared/_Layout.cshtml", Marked(markup)));

    [Fact]
    public Task One_finding_for_a_vendor_in_a_file()
    {
        var test = Verify.Test("", ("Pages/_Layout.cshtml", """
            <script>var j=document.createElement('script');j.src='{|#0:https://www.googletagmanager.com/gtm.js?id=|}'+i;</script>
            <noscript><iframe src="{|#1:https://www.googletagmanager.com/ns.html?id=GTM-1|}"></iframe></noscript>
            """));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK4205").WithLocation(0).WithLocation(1));
        return test.RunAsync();
    }

    [Fact]
    public Task The_message_names_vendor_and_purpose()
    {
        var test = Verify.Test("", ("a.html", """<script>t.src="{|#0:https://www.clarity.ms/tag/|}"+i;</script>"""));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK4205").WithLocation(0)
            .WithMessage("'www.clarity.ms/tag/' brings Microsoft Clarity (session replay: records what people see and do) to everybody who opens the page: nothing around it asks for consent; source https://learn.microsoft.com/clarity/setup-and-installation/clarity-csp"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("""<link rel="preconnect" href="{|#0:https://www.googletagmanager.com|}">""")]
    [InlineData("""<script src="https://consent.cookiebot.com/uc.js" data-cbid="1" integrity="sha384-a"></script><iframe src="{|#0:https://www.googletagmanager.com/ns.html|}"></iframe>""")]
    [InlineData("""<script>gtag('consent', 'default', { 'analytics_storage': 'denied' });</script><script src="{|#0:https://www.googletagmanager.com/gtag/js|}" integrity="sha384-a"></script>""")]
    public Task Connections_consent_managers_and_consent_mode_are_information(string markup)
    {
        var test = Verify.Test("", ("a.html", markup));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4205", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("""<script>gtag('consent', 'default', { ad_storage: '[|granted|]', analytics_storage: 'granted' });</script>""")]
    [InlineData("""<script>gtag("consent","default",{"ad_user_data":"denied","analytics_storage":"[|granted|]"});</script>""")]
    public Task Consent_mode_that_answers_for_the_person(string markup) => Verify.Flags("", ("a.html", Marked(markup)));

    [Theory]
    [InlineData("""<script>gtag('consent', 'default', { ad_storage: 'denied' }); function yes() { gtag('consent', 'update', { ad_storage: 'granted' }); }</script>""")]
    [InlineData("""<script>var consent = 'default'; state = 'granted';</script>""")]
    public Task Consent_mode_that_waits_is_quiet(string markup) => Verify.Silent("", ("a.html", markup));

    [Fact]
    public async Task What_is_declared_is_quiet_unless_it_is_advertising()
    {
        const string Declaration = """{ "trackers": [ { "name": "Microsoft Clarity", "ground": "consent", "purpose": "verbeteren" }, { "name": "doubleclick.net", "ground": "consent", "purpose": "reclame" } ] }""";
        await Verify.Silent("", ("kwaliteitskader.json", Declaration), ("a.html", """<script>t.src="https://www.clarity.ms/tag/"+i;</script>"""));
        await Verify.Flags("", ("kwaliteitskader.json", Declaration), ("a.html", Marked("""<img src="[|https://ad.doubleclick.net/activity|]">""")));
    }

    [Fact]
    public async Task External_hosts_are_listed()
    {
        var test = Verify.Test("", ("a.html", """
            <script src="https://cdn.example.org/1.2.3/a.js" integrity="sha384-a"></script><script src="https://cdn.example.org/1.2.3/b.js" integrity="sha384-b"></script>
            <script type="text/plain" src="https://www.googletagmanager.com/gtag/js" integrity="sha384-c"></script><img src="/eigen.png"><script>var x = "https://zorg.example.org/api";</script>
            """)).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4205 inspected=3 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4603 inspected=3 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithSpan("a.html", 1, 14, 1, 48).WithMessage("external-hosts: cdn.example.org, , , script, , "));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithSpan("a.html", 2, 32, 2, 72).WithMessage("external-hosts: www.googletagmanager.com, Google Analytics, analytics, script, , "));
        await test.RunAsync();
    }
}
