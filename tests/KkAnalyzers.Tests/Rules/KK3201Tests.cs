using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.DarkPatterns;
using KkAnalyzers.Tests.Consent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.ConsentDefaultAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK3201Tests
{
    /// <summary>Without the one of hard case 64, which is information, and what people pay for, which is KK3209.</summary>
    [Fact]
    public Task Every_name_of_the_research_that_says_yes() =>
        Verify.Flags(Properties(ConsentNamesTests.SaysYes.Where(r => (string)r[0] is not ("DailyNewsletter" or "AddInsurance" or "IncludeDonation")).Select<object[], (string, string)>(r => ((string)r[0], (string)r[1])), "[|true|]"));

    [Fact]
    public Task Every_name_of_the_research_that_says_nothing() =>
        Verify.Silent(Properties(ConsentNamesTests.SaysNothing.Select<object[], (string, string)>(r => ((string)r[0], (string)r[1])), "true"));

    /// <summary>Where a rule is switched off that only asks or shows, it is information; where a refusal is ignored, a warning.</summary>
    [Fact]
    public async Task Every_name_of_the_research_that_protects_and_is_switched_off()
    {
        var names = ConsentNamesTests.Protects.Select<object[], string>(r => (string)r[0]).ToArray();
        var test = Verify.Test(string.Join('\n', names.Select((n, i) => $"namespace N{i} {{ public class Thing {{ public bool {n} {{ get; set; }} = {{|#{i}:false|}}; }} }}")));
        for (var i = 0; i < names.Length; i++)
        {
            var severity = names[i].Contains("OptOut", StringComparison.Ordinal) || names[i].Contains("DoNotTrack", StringComparison.Ordinal) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
            test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", severity).WithLocation(i));
        }

        await test.RunAsync();
    }

    [Fact]
    public Task Protection_that_is_on_or_only_state_of_a_page_is_silent() => Verify.Silent("""
        using Microsoft.AspNetCore.Builder;

        public class Page
        {
            private bool _showCookieBanner = false;
            public bool ShowCookieBanner { get; set; }
            public bool RespectDoNotTrack { get; set; } = true;
            public bool Shown => _showCookieBanner;
            public void Close() => ShowCookieBanner = false;
            public void Set(CookiePolicyOptions o) => o.CheckConsentNeeded = context => true;
            public void Ask(CookiePolicyOptions o) => o.CheckConsentNeeded = context => context.Request.Path != "/";
        }
        """);

    [Fact]
    public async Task Protection_that_options_switch_off()
    {
        var test = Verify.Test("""
            using System;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;

            public class TrackerOptions { public bool RespectDoNotTrack { get; set; } public bool AllowOptOut { get; set; } }
            public class OidcClient { public bool RequireConsent { get; set; } }

            public static class Start
            {
                public static void Add(IServiceCollection services)
                {
                    services.Configure<CookiePolicyOptions>(o => o.CheckConsentNeeded = {|#0:_ => false|});
                    services.Configure<TrackerOptions>(o => o.RespectDoNotTrack = {|#1:false|});
                    var options = new TrackerOptions { AllowOptOut = {|#2:false|} };
                    services.AddSingleton(options);
                }
            }
            """);
        for (var i = 0; i < 3; i++)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Warning).WithLocation(i));
        }

        await test.RunAsync();
    }

    /// <summary>bool, bool?, enum, string and int, with each answer.</summary>
    [Fact]
    public Task An_answer_that_cannot_be_read_is_no_yes() => Verify.Flags("""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        public class PatientConsent { public bool AllowAnalytics { get; set; } public bool Newsletter { get; set; } public static PatientConsent Parse(string text) => new(); }
        public class Request { public Dictionary<string, string> Cookies { get; } = new(); public bool Newsletter { get; set; } }

        public class CookieReader
        {
            public Task<PatientConsent> Read(Request request) => Cached(() =>
            {
                if (request.Cookies.TryGetValue("consent", out var text))
                {
                    try { return PatientConsent.Parse(text); }
                    catch { return new PatientConsent { AllowAnalytics = [|true|] }; }
                }

                return new PatientConsent { AllowAnalytics = false };
            });

            // What somebody chose, saved a second time.
            public PatientConsent Save(Request request)
            {
                if (request.Newsletter)
                {
                    try { return PatientConsent.Parse("1"); }
                    catch (TimeoutException) { return new PatientConsent { Newsletter = true }; }
                }

                return null;
            }

            public PatientConsent AcceptAll()
            {
                try { return PatientConsent.Parse("1"); }
                catch (TimeoutException) { return new PatientConsent { Newsletter = true }; }
            }

            private static Task<PatientConsent> Cached(Func<PatientConsent> read) => Task.FromResult(read());
        }
        """);

    [Fact]
    public Task The_truth_table_of_values() => Verify.Flags("""
        public class Client
        {
            public bool MarketingConsent1 { get; set; } = [|true|];
            public bool MarketingConsent2 { get; set; } = false;
            public bool? MarketingConsent3 { get; set; } = null;
            public bool? MarketingConsent4 { get; set; } = [|true|];
            public bool? MarketingConsent5 { get; set; } = false;
            public Answer MarketingConsent6 { get; set; } = [|Answer.OptedIn|];
            public Answer MarketingConsent7 { get; set; } = Answer.Refused;
            public Answer? MarketingConsent8 { get; set; } = [|Answer.Yes|];
            public Keuze MarketingConsent9 { get; set; } = [|Keuze.Ja|];
            public Keuze MarketingConsent10 { get; set; } = Keuze.Nee;
            public Choix MarketingConsent11 { get; set; } = [|Choix.Oui|];
            public Choix MarketingConsent12 { get; set; } = Choix.Non;
            public string MarketingConsent13 { get; set; } = [|"yes"|];
            public string MarketingConsent14 { get; set; } = "no";
            public string MarketingConsent15 { get; set; } = "";
            public int Toestemming { get; set; } = [|1|];
            public int Newsletter { get; set; } = 0;
            public int NewsletterYear { get; set; } = 1;
            public object GdprConsent { get; set; } = [|true|];
        }

        public enum Answer { Unknown, OptedIn, Refused, Yes }
        public enum Keuze { Onbekend, Ja, Nee }
        public enum Choix { Inconnu, Oui, Non }
        """);

    [Fact]
    public async Task The_message_shows_how_negations_cancel_out()
    {
        var test = Verify.Test("public class User { public bool DisableOptOut { get; set; } = {|#0:true|}; }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'DisableOptOut' takes a yes to consent for granted: it starts as true, and 'opt out' is on the word list Consent (disable + opt out: the negations cancel each other out, so that true means yes)"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Rows_of_the_inventory()
    {
        var test = Verify.Test("""
            using System.ComponentModel;

            public class User
            {
                public User() { ShareData = {|#3:true|}; }
                public bool Newsletter { get; set; } = {|#0:true|};
                public bool MarketingConsent { get; set; } = {|#1:false|};
                public bool? {|#2:LocationSharing|} { get; set; }
                public bool ShareData { get; set; }
                [DefaultValue({|#4:true|})] public bool AllowAnalytics { get; set; }
                public bool RequireConsent { get; set; } = {|#5:true|};
                public bool Active { get; set; } = true;
            }

            public record Registration(bool OptIn = {|#6:false|});

            // No consent: where a view lies, how a query of a database works.
            public class Engine { public bool EnableViewLocationCache { get; set; } = true; public int RecurringCycleLength { get; set; } }
            """).Records();
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck;
        foreach (var i in new[] { 0, 3, 4 })
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Warning).WithLocation(i));
        }

        Record("KK3201 inspected=9 failed=0 notFollowed=0");
        Record("KK3206 inspected=0 failed=0 notFollowed=0");
        Record("KK3209 inspected=1 failed=0 notFollowed=0");
        Record("KK3210 inspected=0 failed=0 notFollowed=0");
        Row(0, "User.Newsletter, a newsletter, given, true, initializer, KK3201");
        Row(1, "User.MarketingConsent, advertising messages, given, false, initializer, ");
        Row(2, "User.LocationSharing, following the location, given, none, initializer, ");
        Row(3, "User.ShareData, sharing data, given, true, constructor, KK3201");
        Row(4, "User.AllowAnalytics, measuring and tracking, given, true, attribute, KK3201");
        Row(5, "User.RequireConsent, consent, rule, true, initializer, ");
        Row(6, "Registration.OptIn, consent, given, false, parameter, ");
        await test.RunAsync();

        void Record(string text) => test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage(text));

        void Row(int place, string text) => test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithLocation(place).WithMessage("consent-members: " + text));
    }

    [Fact]
    public Task Hard_case_60_every_place_where_a_member_can_start_as_yes() => Verify.Flags("""
        using System.ComponentModel;

        public class Preferences
        {
            public bool WantsMarketingMail { get; set; } = [|true|];
            public bool? ShareHealthData { get; init; } = [|true|];
            public required bool Newsletter { get; set; } = [|true|];
            private bool _deelGegevens = [|true|];
            public bool Toestemming() => _deelGegevens;
            public bool MarketingConsent => [|true|];
            [DefaultValue([|true|])] public bool OntvangReclame { get; set; }
            [DefaultValue([|"true"|])] public bool PartageDonnees { get; set; }
            public string CookieConsent { get; set; } = [|"granted"|];
            public Answer Consentement { get; set; } = [|Answer.Given|];
            public int Nieuwsbrief { get; set; } = [|1|];
        }

        public enum Answer { Unknown, Given, Refused }

        public record Registration(string Email, bool Newsletter = [|true|]);

        public class Account(string email, bool marketingOptIn = [|true|])
        {
            public string Email => email + marketingOptIn;
        }
        """);

    [Fact]
    public Task Hard_case_60_constructors_and_factories() => Verify.Flags("""
        using System.Threading.Tasks;

        public class UserDto
        {
            public UserDto()
            {
                Newsletter = [|true|];
                this.ShareData = [|true|];
            }

            public bool Newsletter { get; set; }
            public bool ShareData { get; set; }
            public Settings Privacy { get; set; } = new();
        }

        public class Settings { public bool AllowAnalytics { get; set; } }

        public static class Users
        {
            public static UserDto Create(string name) => new UserDto { Newsletter = [|true|], Privacy = { AllowAnalytics = [|true|] } };

            public static async Task<UserDto> RegisterAsync(UserDto? stored)
            {
                await Task.Yield();
                var user = new UserDto();
                user.ShareData = [|true|];
                return stored ?? new() { Newsletter = [|true|] };
            }

            public static T Make<T>() where T : UserDto, new() => new T { Newsletter = [|true|] };

            public static void Register(string email, bool subscribe = [|true|], bool marketing = [|true|]) { }
        }
        """);

    [Fact]
    public Task Hard_case_60_the_handler_of_a_route_is_a_place_like_a_method() => Verify.Flags("""
        using System;
        using Microsoft.AspNetCore.Builder;

        public class User { public bool Newsletter { get; set; } }

        public static class Routes
        {
            public static void Add(WebApplication app)
            {
                app.MapPost("/register", (string name) => new User { Newsletter = [|true|] });
                app.MapPost("/newsletter/subscribe", (string name) => new User { Newsletter = true });
                Func<User> later = () => new User { Newsletter = true };
                later();
            }
        }
        """);

    [Fact]
    public Task No_answer_counts_as_yes() => Verify.Flags("""
        public class Preferences { public bool? Newsletter { get; set; } public bool? ShareData { get; set; } }

        public static class Mailing
        {
            public static bool A(Preferences p) => p.Newsletter ?? [|true|];
            public static bool B(Preferences? p) => p?.Newsletter ?? [|true|];
            public static void C(Preferences p) => p.ShareData ??= [|true|];
            public static bool D(Preferences p) => p.Newsletter.GetValueOrDefault([|true|]);
            public static bool E(Preferences p) => [|p.Newsletter != false|];
            public static bool F(Preferences p) => [|p.Newsletter is not false|];
            public static bool G(Preferences p) => p.Newsletter ?? false;
            public static bool H(Preferences p) => p.Newsletter == true;
            public static bool I(Preferences p) => p.Newsletter is true;
        }
        """);

    [Fact]
    public Task A_fallback_of_stored_preferences() => Verify.Flags("""
        namespace Microsoft.Maui.Storage
        {
            public static class Preferences { public static bool Get(string key, bool defaultValue) => defaultValue; }
        }

        namespace App
        {
            using Microsoft.Maui.Storage;

            public class Start
            {
                public bool A() => Preferences.Get("share_usage_data", [|true|]);
                public bool B() => Preferences.Get("dark_mode", true);
                public bool C() => Preferences.Get("newsletter", false);
            }
        }
        """);

    [Fact]
    public async Task A_fallback_of_the_configuration()
    {
        var test = Verify.Test("""
            using Microsoft.Extensions.Configuration;

            public class Start(IConfiguration configuration)
            {
                public bool A => configuration.GetValue("Privacy:ShareUsageData", {|#0:true|});
                public bool B => configuration.GetValue<bool>("Defaults:MarketingConsent", {|#1:true|});
                public bool C => configuration.GetValue("Site:EnableNewsletter", true);
                public bool D => configuration.GetValue("Privacy:RequireConsent", true);
                public bool E => configuration.GetValue("Privacy:ShareUsageData", false);
                public bool F => configuration.GetValue("MarketingOptIn", {|#2:true|});
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Warning).WithLocation(0));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Warning).WithLocation(1));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Info).WithLocation(2));
        await test.RunAsync();
    }

    [Fact]
    public Task Bindable_properties_of_MAUI_WPF_and_Avalonia() => Verify.Flags("""
        using System;

        public class BindableProperty { public static BindableProperty Create(string name, Type type, Type owner, object? defaultValue = null) => new(); }
        public class PropertyMetadata(object value) { public object Value => value; }
        public class DependencyProperty { public static DependencyProperty Register(string name, Type type, Type owner, PropertyMetadata metadata) => new(); }
        public class StyledProperty<T> { }
        public class AvaloniaProperty { public static StyledProperty<T> Register<TOwner, T>(string name, T defaultValue = default!) => new(); }

        public class PrivacyView
        {
            public static readonly BindableProperty NewsletterProperty = BindableProperty.Create("Newsletter", typeof(bool), typeof(PrivacyView), [|true|]);
            public static readonly DependencyProperty ShareDataProperty = DependencyProperty.Register("ShareData", typeof(bool), typeof(PrivacyView), new PropertyMetadata([|true|]));
            public static readonly StyledProperty<bool> AllowAnalyticsProperty = AvaloniaProperty.Register<PrivacyView, bool>("AllowAnalytics", [|true|]);
            public static readonly BindableProperty ExpandedProperty = BindableProperty.Create("Expanded", typeof(bool), typeof(PrivacyView), true);
        }
        """);

    [Fact]
    public Task A_component_fills_its_form_before_it_is_shown() => Verify.Flags("""
        public class Register
        {
            private bool newsletter;
            public bool Shown => newsletter;
            protected void OnInitialized() => newsletter = [|true|];
            protected void NewsletterClicked() => newsletter = true;
        }
        """);

    [Fact]
    public Task Hard_case_61_polarity() => Verify.Silent("""
        public class Preferences
        {
            public bool RequireExplicitConsent { get; set; } = true;
            public bool RequireConsent { get; set; } = true;
            public bool RespectDoNotTrack { get; set; } = true;
            public bool GeenNieuwsbrief { get; set; } = true;
            public bool RefusCookies { get; set; } = true;
        }
        """);

    [Fact]
    public async Task Hard_case_62_service_messages_are_silent_and_a_channel_is_information()
    {
        await Verify.Silent("""
            public class Preferences
            {
                public bool AppointmentReminders { get; set; } = true;
                public bool DeliveryUpdates { get; set; } = true;
                public bool PushNotifications { get; set; } = true;
            }
            """);
        var test = Verify.Test("""
            public class Preferences
            {
                public bool EmailNotifications { get; set; } = {|#0:true|};
                public bool SmsAlerts { get; set; } = {|#1:true|};
                /// <summary>The user wants to receive promotional e-mails.</summary>
                public bool ReceiveEmailNotifications { get; set; } = {|#2:true|};
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Info).WithLocation(0));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Info).WithLocation(1));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Warning).WithLocation(2));
        await test.RunAsync();
    }

    [Fact]
    public async Task Hard_case_63_a_switch_of_the_shop_is_a_feature_and_the_same_name_in_a_registration_is_not()
    {
        await Verify.Silent("""
            public class Settings
            {
                public bool AllowNewsletter { get; set; } = true;
                public bool EnableReviews { get; set; } = true;
                public bool ShowPrices { get; set; } = true;
            }

            public interface ISettings;
            public class CustomerSettings : ISettings { public bool NewsletterEnabled { get; set; } = true; }
            public class PrivacySettings : ISettings { public bool ModalCookieConsent { get; set; } = true; }
            public class ShopSettings { public bool AllowNewsletter { get; set; } = true; }
            public class TenantFeatures { public bool NewsletterEnabled { get; set; } = true; }
            """);
        await Verify.Flags("""
            public class RegisterDto
            {
                public bool AllowNewsletter { get; set; } = [|true|];
                public bool EnableReviews { get; set; } = true;
                public bool ShowPrices { get; set; } = true;
            }
            """);
    }

    [Fact]
    public async Task Hard_case_64_remembering_and_showing_are_silent_and_the_subject_of_the_form_itself_is_information()
    {
        await Verify.Silent("""
            public class ConsentInputModel
            {
                public bool RememberConsent { get; set; } = true;
                public bool ShowConsentForm { get; set; } = true;
            }
            """);
        var test = Verify.Test("""public class NewsletterSubscription { public bool WeeklyNewsletter { get; set; } = {|#0:true|}; }""");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public Task Hard_case_65_filters_form_values_handlers_and_samples() => Verify.Silent("""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        public class User { public bool MarketingConsent { get; set; } public bool Newsletter { get; set; } }
        public class UserFilter { public bool MarketingConsent { get; set; } }
        public class Form { public bool Newsletter { get; set; } }
        public record Choice(bool Newsletter);

        public class Service
        {
            private User _user = new();

            public IEnumerable<User> Reached(IEnumerable<User> users) => users.Where(u => u.MarketingConsent == true);
            public IEnumerable<User> Find(bool marketingConsent = true) => [];
            public UserFilter Ask() => new() { MarketingConsent = true };
            public User Register(Form form) => new() { Newsletter = form.Newsletter };
            public User Chosen(Form form) { if (form.Newsletter) { return new User { Newsletter = true }; } return new User(); }
            public User? Guarded(Form form) { if (!form.Newsletter) return null; return new User { Newsletter = true }; }
            public User Either(Form form) => form.Newsletter ? new User { Newsletter = true } : new User();
            public void AcceptAll() { _user.MarketingConsent = true; _user = new User { MarketingConsent = true }; }
            public void SubscribeToNewsletter(User user) => user.Newsletter = true;
            public void Button_Clicked(object sender, EventArgs e) => _user = new User { Newsletter = true };
            public void SetConsent(bool consent = true) { }
            public Choice Changed(Choice choice) => choice with { Newsletter = true };
        }

        public static class UserSeeder { public static User One() => new() { Newsletter = true }; }
        public static class SampleUsers { public static readonly User Ann = new() { MarketingConsent = true }; }
        """);

    [Fact]
    public Task Hard_case_67_an_opt_out_flag_belongs_to_its_own_rule() => Verify.Silent("""
        public class Thing
        {
            public bool OptOutOfMarketing { get; set; }
            public bool OptOutOfNewsletter { get; set; } = false;
        }
        """);

    [Fact]
    public async Task Hard_case_72_razor_code_is_seen_and_other_generated_code_is_not()
    {
        const string Razor = """
            // <auto-generated/>
            #pragma checksum "Register.razor" "{ff1816ec-aa5e-4d10-87f7-6f4963833460}" "00"
            namespace App
            {
                public partial class Register
                {
            #line (3,5)-(3,40) "Register.razor"
                    private bool newsletter = {|#0:true|};
            #line default
            #line hidden
                    private bool marketingConsent = true;
                    public bool Shown => newsletter && marketingConsent;
                }
            }
            """;
        var test = Verify.Test("public class Nothing;");
        test.TestState.GeneratedSources.Add(("/gen/Register_razor.g.cs", Razor));
        test.TestState.GeneratedSources.Add(("/gen/Client.g.cs", "// <auto-generated/>\npublic class Dto { public bool Newsletter { get; set; } = true; }"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Warning).WithLocation(0));
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        await test.RunAsync();
    }

    [Fact]
    public async Task An_enum_whose_zero_is_a_yes_is_information()
    {
        var test = Verify.Test("""
            public enum ConsentStatus { {|#0:Granted|}, Denied }
            public enum MarketingConsent { Unknown, Granted, Denied }
            public enum Colour { Yes, No }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public Task A_label_names_what_a_neutral_member_is_for() => Verify.Flags("""
        using System.ComponentModel.DataAnnotations;

        public class Model
        {
            [Display(Name = "Ik ontvang graag de nieuwsbrief")] public bool Option1 { get; set; } = [|true|];
            [Display(Name = "Toon afbeeldingen")] public bool Option2 { get; set; } = true;
            [Display(Name = "Ik wil geen nieuwsbrief ontvangen")] public bool Option3 { get; set; } = true;
        }
        """);

    [Fact]
    public Task Constants_and_words_for_values_are_no_defaults() => Verify.Silent("""
        public static class Keys
        {
            public const string ConsentGranted = "granted";
            public static readonly string Newsletter = "on";
            public const bool EnableTelemetry = true;
        }
        """);

    [Fact]
    public Task Migrations_and_HasData_belong_to_KK3202() => Verify.Silent("""
        namespace Microsoft.EntityFrameworkCore.Migrations { public abstract class Migration { } }

        public class User { public bool Newsletter { get; set; } }
        public class Builder { public void HasData(params User[] rows) { } }
        public class Init : Microsoft.EntityFrameworkCore.Migrations.Migration { public User Up() => new() { Newsletter = true }; }
        public class Model { public void OnModelCreating(Builder b) => b.HasData(new User { Newsletter = true }); }
        """);

    [Fact]
    public Task Members_that_the_user_ignores() =>
        Verify.Test("""
            public class User
            {
                public bool Newsletter { get; set; } = true;
                public bool MarketingConsent { get; set; } = true;
                public bool ShareData { get; set; } = [|true|];
            }
            """).Option("kk.KK3201.ignored_members", "User.Newsletter, MarketingConsent").RunAsync();

    [Fact]
    public Task A_word_that_the_user_adds_or_takes_away() => Verify.Flags(
        """
        public class User
        {
            public bool Buurtkrant { get; set; } = [|true|];
            public bool Newsletter { get; set; } = true;
        }
        """,
        ("/0/KkAnalyzers.Consent.txt", "buurtkrant | newsletter\n! newsletter\n"));

    [Fact]
    public async Task A_test_project_is_not_inspected()
    {
        var test = Verify.Test("public class User { public bool Newsletter { get; set; } = true; }");
        test.TestState.AdditionalReferences.Add(typeof(FactAttribute).Assembly);
        await test.RunAsync();
    }

    [Fact]
    public async Task The_message_says_which_word_and_why()
    {
        var test = Verify.Test("public class User { public bool WantsMarketingMail { get; set; } = {|#0:true|}; }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3201", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'WantsMarketingMail' takes a yes to advertising messages for granted: it starts as true, and 'marketing mail' is on the word list Consent"));
        await test.RunAsync();
    }

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK3201");
        await Verify.Flags($"public class User {{ {string.Join('\n', rule.Violation!).Replace("true", "[|true|]", StringComparison.Ordinal)} }}");
        await Verify.Silent($"public class User {{ {string.Join('\n', rule.Clean!)} }}");
    }

    [Fact]
    public Task Counts_the_members_about_consent()
    {
        var test = Verify.Test("public class User { public bool Newsletter { get; set; } public bool Active { get; set; } public bool RequireConsent { get; set; } }").Records();
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck;
        test.ExpectedDiagnostics.AddRange(
        [
            new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3201 inspected=2 failed=0 notFollowed=0"),
            new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3206 inspected=0 failed=0 notFollowed=0"),
            new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3209 inspected=0 failed=0 notFollowed=0"),
            new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3210 inspected=0 failed=0 notFollowed=0"),
            new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("consent-members: User.Newsletter, a newsletter, given, none, initializer, ").WithSpan(1, 33, 1, 43),
            new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("consent-members: User.RequireConsent, consent, rule, none, initializer, ").WithSpan(1, 103, 1, 117),
        ]);
        return test.RunAsync();
    }

    [Theory]
    [InlineData("public class U { public bool Newsletter { get; set; } = [|true|]; // kept\n}", "public class U { public bool Newsletter { get; set; } // kept\n}")]
    [InlineData("public class U { private bool _newsletter = [|true|]; public bool N => _newsletter; }", "public class U { private bool _newsletter = false; public bool N => _newsletter; }")]
    [InlineData("public class U { public U() { Newsletter = [|true|]; } public bool Newsletter { get; set; } }", "public class U { public U() { Newsletter = false; } public bool Newsletter { get; set; } }")]
    [InlineData("public record U(bool Newsletter = [|true|]);", "public record U(bool Newsletter = false);")]
    [InlineData("public class U { [System.ComponentModel.DefaultValue([|true|])] public bool Newsletter { get; set; } }", "public class U { [System.ComponentModel.DefaultValue(false)] public bool Newsletter { get; set; } }")]
    [InlineData("public class U { public bool MarketingConsent => [|true|]; }", "public class U { public bool MarketingConsent => false; }")]
    [InlineData("public class U { public bool? Newsletter { get; set; } public bool Mail() => Newsletter ?? [|true|]; }", "public class U { public bool? Newsletter { get; set; } public bool Mail() => Newsletter ?? false; }")]
    [InlineData("public class U { public bool? Newsletter { get; set; } public bool Mail() => [|Newsletter != false|]; }", "public class U { public bool? Newsletter { get; set; } public bool Mail() => Newsletter == true; }")]
    [InlineData("public class U { public bool? Newsletter { get; set; } public bool Mail() => [|Newsletter is not false|]; }", "public class U { public bool? Newsletter { get; set; } public bool Mail() => Newsletter is true; }")]
    public Task The_fix_lets_it_start_as_no(string code, string mended) =>
        new CSharpCodeFixTest<ConsentDefaultAnalyzer, ConsentDefaultFix, DefaultVerifier>
        {
            TestCode = code,
            FixedCode = mended,
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
        }.RunAsync();

    [Fact]
    public Task Two_thousand_terms_do_not_overflow_the_stack() => Verify.Silent(
        "public class U { public bool? Newsletter { get; set; } public string S => " + string.Join(" + ", Enumerable.Repeat("\"a\"", 2000)) + "; public bool B(bool x) => "
        + string.Join(" || ", Enumerable.Repeat("x", 1000)) + "; }");

    private static string Properties(IEnumerable<(string Name, string Owner)> rows, string value) =>
        string.Join('\n', rows.Select((r, i) => $"namespace N{i} {{ public class {(r.Owner.Length == 0 ? "Thing" : r.Owner)} {{ public bool {(r.Owner == r.Name ? r.Name + "_" : r.Name)} {{ get; set; }} = {value}; }} }}"));
}
