using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.ConsentDefaultAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK3206Tests
{
    private const string Types = """

        public class Patient { public bool MarketingConsent { get; set; } public bool Newsletter { get; set; } public bool ShareData { get; set; } public bool AcceptTerms { get; set; } public string Name { get; set; } }
        public class Form { public bool Newsletter { get; set; } public bool AcceptTerms { get; set; } public bool MarketingConsent { get; set; } }
        public interface IConsentService { void GrantAll(); void AcceptAllCookies(); void SetConsent(bool granted); void GiveConsent(string purpose, bool granted); void GrantConsent(); bool HasConsent { get; } }
        """;

    [Fact]
    public Task Case65_What_a_person_does_is_quiet() => Verify.Silent("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Http.Features;

        public class PrivacyModel : PageModel
        {
            [BindProperty] public Form Input { get; set; }
            private readonly Patient _patient = new();
            private readonly IConsentService _consent;
            public PrivacyModel(IConsentService consent) => _consent = consent;

            public IEnumerable<Patient> Reached(IEnumerable<Patient> all) => all.Where(u => u.MarketingConsent == true);
            public void OnPost() { _patient.MarketingConsent = Input.MarketingConsent; _patient.Newsletter = Input.Newsletter; }
            public void OnPostAcceptAll() { _patient.MarketingConsent = true; _patient.Newsletter = true; _consent.GrantAll(); HttpContext.Features.Get<ITrackingConsentFeature>()?.GrantConsent(); }
            public void AcceptAll() { _patient.MarketingConsent = true; _consent.AcceptAllCookies(); }
            public void Accept_Clicked(object sender, EventArgs e) { _patient.MarketingConsent = true; _consent.SetConsent(true); }
            public void CloseAndAccept(object sender, EventArgs e) => _patient.MarketingConsent = true;
            public void OnDialogClosed(bool confirmed) { if (confirmed) { _patient.MarketingConsent = true; } }
            public void SetChoice(bool value) { _patient.MarketingConsent = value; _consent.SetConsent(value); _consent.GiveConsent("mail", value); }
            public IActionResult Accept() { HttpContext.Features.Get<ITrackingConsentFeature>().GrantConsent(); return Page(); }
        }
        """ + Types);

    [Fact]
    public Task When_a_window_opens() => Verify.Flags("""
        public class Window { }
        public class Application { protected virtual Window CreateWindow(object state) => new(); }
        public interface IAds { bool UserPersonalizedAds { get; set; } }
        public static class Ads { public static IAds Current => null; }
        public class App : Application
        {
            protected override Window CreateWindow(object state) { Ads.Current.UserPersonalizedAds = {|KK3206:true|}; return new Window(); }
        }
        """);

    [Fact]
    public Task Case65_Restoring_a_stored_answer_is_quiet() => Verify.Silent("""
        using System;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Http.Features;

        public class HomeModel : PageModel
        {
            private readonly Patient _patient = new();
            private readonly IConsentService _consent = null;
            public bool Stored(string key) => key.Length > 2;

            public void OnGet()
            {
                if (Request.Cookies["marketing-consent"] == "1") { _patient.MarketingConsent = true; }
                if (Stored("a")) { _patient.Newsletter = true; _consent.GrantAll(); }
                if (!Stored("a")) { return; }
                _patient.ShareData = true;
            }

            public void OnGetAccept() => HttpContext.Features.Get<ITrackingConsentFeature>().GrantConsent();

            public void OnScroll(int y) { if (_consent.HasConsent) { _patient.MarketingConsent = true; } }
        }
        """ + Types);

    [Fact]
    public Task Access_rights_are_no_consent() => Verify.Silent("""
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;

        public interface IPermissionManager { Task GrantAsync(string name); void GrantAll(); void GeefToestemming(string rol); }
        public interface IAutorisatieBeheer { void VerleenToestemming(string rol); void AccorderAutorisation(string role); }

        public class RoleMiddleware
        {
            private readonly IPermissionManager _permissions = null;
            private readonly IAutorisatieBeheer _autorisatie = null;
            public Task InvokeAsync(HttpContext context)
            {
                _permissions.GrantAll();
                _permissions.GeefToestemming("arts");
                _autorisatie.VerleenToestemming("arts");
                _autorisatie.AccorderAutorisation("medecin");
                return _permissions.GrantAsync("read");
            }
        }

        public class DossierHandler : AuthorizationHandler<DossierRequirement>
        {
            private bool _toestemming;
            protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DossierRequirement requirement) { _toestemming = true; OnLoaded(); return Task.CompletedTask; }
            private void OnLoaded() { _toestemming = true; _ = _toestemming; }
        }

        public class DossierRequirement : IAuthorizationRequirement { }
        """);

    [Fact]
    public Task Case65_Samples_migrations_and_answers_to_the_question_itself_are_quiet() => Verify.Silent("""
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Hosting;

        public class DemoSeeder : BackgroundService
        {
            private readonly Patient _patient = new();
            protected override Task ExecuteAsync(CancellationToken stoppingToken) { _patient.Newsletter = true; return Task.CompletedTask; }
        }

        public class Mapper
        {
            public void Map(Patient patient, Form form, bool marketingConsent, bool consent)
            {
                patient.Newsletter = form.Newsletter;
                patient.MarketingConsent = form.Newsletter;
                patient.MarketingConsent = marketingConsent;
                patient.Newsletter = consent;
                patient.AcceptTerms = form.AcceptTerms;
            }
        }
        """ + Types);

    [Fact]
    public Task The_state_of_a_screen_that_asks_is_quiet() => Verify.Silent("""
        using System;
        public class Banner
        {
            private readonly State _state = new();
            public void OnClosed(object sender, EventArgs e) { _state.ConsentSeen = true; _state.ConsentDismissed = true; _state.CookieBannerClosed = true; }
            public void OnLoaded() { _state.ConsentAsked = true; _state.ConsentDialogOpen = true; _state.ConsentVisible = true; _state.ToestemmingGevraagd = true; }
        }
        public class State { public bool ConsentSeen; public bool ConsentDismissed; public bool CookieBannerClosed; public bool ConsentAsked; public bool ConsentDialogOpen; public bool ConsentVisible; public bool ToestemmingGevraagd; }
        """);

    [Fact]
    public Task Implied_consent_is_flagged() => Verify.Flags("""
        using System;
        using System.Threading;

        public class Banner
        {
            private readonly Patient _patient = new();
            private readonly IConsentService _consent = null;
            public event EventHandler Scrolled;
            public Banner()
            {
                Scrolled += (s, e) => _patient.MarketingConsent = {|KK3206:true|};
                _ = new Timer(_ => _patient.Newsletter = {|KK3206:true|}, null, 0, 5000);
                Scrolled?.Invoke(this, EventArgs.Empty);
            }

            public void OnScroll(int y) { if (y > 300) { _patient.MarketingConsent = {|KK3206:true|}; } }
            public void OnNavigated(object sender, EventArgs e) => {|KK3206:_consent.GrantAll()|};
            public void OnTimeout() => {|KK3206:_consent.SetConsent(true)|};
            public void CloseButton_Clicked(object sender, EventArgs e) => _patient.MarketingConsent = {|KK3206:true|};
            public void OnDismissed() => {|KK3206:_consent.AcceptAllCookies()|};
            public void OnBannerGesloten() => _patient.ShareData = {|KK3206:true|};
            public void OnFermeture() => _patient.Newsletter = {|KK3206:true|};
            public void Page_Loaded(object sender, EventArgs e) => _patient.Newsletter = {|KK3206:true|};
        }
        """ + Types);

    [Fact]
    public Task Tracking_consent_of_ASP_NET_Core() => Verify.Flags("""
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.Features;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        public class ConsentMiddleware
        {
            private readonly RequestDelegate _next;
            public ConsentMiddleware(RequestDelegate next) => _next = next;

            public Task InvokeAsync(HttpContext context)
            {
                var feature = context.Features.Get<ITrackingConsentFeature>();
                if (feature != null && !feature.CanTrack)
                {
                    {|KK3206:feature.GrantConsent()|};
                }

                return _next(context);
            }
        }

        public class IndexModel : PageModel
        {
            public void OnGet() => HttpContext.Features.Get<ITrackingConsentFeature>()?{|KK3206:.GrantConsent()|};
            public void OnPost() => HttpContext.Features.Get<ITrackingConsentFeature>()?.GrantConsent();
        }

        public class CookiesController : Controller
        {
            [HttpGet] public IActionResult Index() { {|KK3206:HttpContext.Features.Get<ITrackingConsentFeature>().GrantConsent()|}; return Ok(); }
            [HttpPost] public IActionResult Accept() { HttpContext.Features.Get<ITrackingConsentFeature>().GrantConsent(); return Ok(); }
        }

        public static class Setup
        {
            public static void Add(WebApplication app)
            {
                app.Use(async (context, next) =>
                {
                    {|KK3206:context.Features.Get<ITrackingConsentFeature>().GrantConsent()|};
                    await next(context);
                });
                app.MapGet("/consent/accept", (HttpContext context) => context.Features.Get<ITrackingConsentFeature>().GrantConsent());
                app.MapPost("/privacy", (HttpContext context) => context.Features.Get<ITrackingConsentFeature>().GrantConsent());
            }
        }
        """);

    [Fact]
    public Task Work_in_the_background() => Verify.Flags("""
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Hosting;

        public class ImportService : BackgroundService
        {
            private readonly List<Patient> _patients = [];
            protected override Task ExecuteAsync(CancellationToken stoppingToken)
            {
                foreach (var patient in _patients)
                {
                    if (!patient.MarketingConsent) { patient.MarketingConsent = {|KK3206:true|}; }
                    if (patient.Name == "x") { patient.Newsletter = true; }
                }

                _patients.ForEach(p => p.ShareData = {|KK3206:true|});
                return Task.CompletedTask;
            }
        }
        """ + Types);

    [Fact]
    public Task What_starts_as_yes_is_said_once_by_KK3201() => Verify.Flags("""
        public class RegisterModel
        {
            public RegisterModel() => Newsletter = [|true|];
            public bool Newsletter { get; set; }
            public void OnGet() => Newsletter = [|true|];
            public Patient Create() => new() { ShareData = [|true|] };
        }
        """ + Types);

    [Fact]
    public Task The_answer_to_another_question() => Verify.Flags("""
        public class Register
        {
            private readonly Patient _patient = new();

            public void OnPost(Form form, bool acceptTerms)
            {
                _patient.Newsletter = {|KK3206:form.AcceptTerms|};
                _patient.MarketingConsent = {|KK3206:acceptTerms|};
                if (form.AcceptTerms) { _patient.ShareData = {|KK3206:true|}; }
                if (form.AcceptTerms && form.Newsletter) { _patient.Newsletter = true; }
            }

            public void AcceptTerms() { _patient.AcceptTerms = true; _patient.MarketingConsent = {|KK3206:true|}; }
            public void AkkoordVoorwaarden_Clicked(object sender, System.EventArgs e) => _patient.Newsletter = {|KK3206:true|};
            public void AccepterConditions() => _patient.Newsletter = {|KK3206:true|};
        }
        """ + Types);

    [Fact]
    public async Task Another_purpose_is_information()
    {
        var test = Verify.Test("""
            public class Mapper { public void Map(Patient patient, Form form) => patient.ShareData = {|#0:form.Newsletter|}; }
            """ + Types);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3206", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public Task One_answer_for_several_purposes() => Verify.Flags("""
        public class Registration
        {
            public bool {|KK3206:AcceptTermsAndMarketing|} { get; set; }
            public bool {|KK3206:AgreeTermsAndNewsletter|} { get; set; }
            public bool {|KK3206:ToestemmingEnVoorwaarden|} { get; set; }
            public bool {|KK3206:AccepteConditionsEtOffres|} { get; set; }
            public bool AcceptTermsAndConditions { get; set; }
            public bool AgreeTermsAndPrivacyPolicy { get; set; }
            public bool ShowTermsAndOffers { get; set; }
            public bool MarketingAndNewsletter { get; set; }
            public bool EmailAndSmsConsent { get; set; }
            public bool TermsAndMarketingPage { get; set; }
            public bool Consentement { get; set; }
        }

        public record Choice(bool {|KK3206:AcceptTermsAndOffers|});
        """);

    [Fact]
    public Task Validators_that_force_a_yes() => Verify.Flags("""
        using System;
        using System.ComponentModel.DataAnnotations;
        using FluentValidation;

        public class MustBeTrueAttribute : ValidationAttribute { }

        public class Registration
        {
            [{|KK3206:Range(typeof(bool), "true", "true")|}] public bool MarketingConsent { get; set; }
            [{|KK3206:MustBeTrue|}] public bool Nieuwsbrief { get; set; }
            [{|KK3206:AllowedValues(true)|}] public bool PartageDonnees { get; set; }
            [Range(typeof(bool), "true", "true")] public bool AcceptTerms { get; set; }
            [MustBeTrue] public bool AkkoordVoorwaarden { get; set; }
            [Required] public bool Newsletter { get; set; }
            [Range(typeof(bool), "false", "true")] public bool ShareData { get; set; }
        }

        public class RegistrationValidator : AbstractValidator<Registration>
        {
            public RegistrationValidator()
            {
                RuleFor(x => x.MarketingConsent).{|KK3206:Equal|}(true);
                RuleFor(x => x.Nieuwsbrief).NotNull().{|KK3206:Must|}(x => x).WithMessage("verplicht");
                RuleFor(x => x.AcceptTerms).Equal(true);
                RuleFor(x => x.Newsletter).NotNull();
                RuleFor(x => x.ShareData).Equal(false);
                RuleFor(x => x.ShareData).Must(x => x || !x);
            }
        }

        """ + PurchaseStubs.FluentValidation);

    [Fact]
    public async Task A_forced_consent_in_general_is_information()
    {
        var test = Verify.Test("""
            using System.ComponentModel.DataAnnotations;
            public class Contact { [{|#0:Range(typeof(bool), "true", "true")|}] public bool GdprConsent { get; set; } }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3206", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public Task Cookies_that_pass_without_asking() => Verify.Flags("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        public static class Cookies
        {
            public static void Add(HttpResponse response)
            {
                                        response.Cookies.Append("_ga", "1", new CookieOptions { {|KK3206:IsEssential = true|} });
                response.Cookies.Append("_pk_id.1", "1", new CookieOptions { IsEssential = false });
                response.Cookies.Append("session", "1", new CookieOptions { IsEssential = true });
                var options = new CookieOptions();
                {|KK3206:options.IsEssential = true|};
                response.Cookies.Append("_fbp", "1", options);
                _ = new CookieBuilder { Name = "_hjSession", {|KK3206:IsEssential = true|} };
                _ = new CookieBuilder { Name = ".care.session", IsEssential = true };
            }
        }
        """);

    [Fact]
    public async Task The_message_names_the_place()
    {
        var test = Verify.Test("public class Banner { private readonly Patient _patient = new(); public void OnScroll() => _patient.MarketingConsent = {|#0:true|}; }" + Types);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3206", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'MarketingConsent' says yes to advertising messages without a choice of the person: 'OnScroll' sets it on scrolling, moving on or waiting, which is no choice"));
        await test.RunAsync();
    }

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK3206");
        const string Around = "public class Page {{ private readonly Patient user = new(); public Form Input {{ get; set; }} {0} void Save(Form form) {{ {1} }} }}";
        await Verify.Flags(string.Format(Around, rule.Violation![0].Replace("true", "{|KK3206:true|}", StringComparison.Ordinal), rule.Violation[1].Replace("form.AcceptTerms", "{|KK3206:form.AcceptTerms|}", StringComparison.Ordinal)) + Types);
        await Verify.Silent(string.Format(Around, rule.Clean![0], "") + Types);
    }
}
