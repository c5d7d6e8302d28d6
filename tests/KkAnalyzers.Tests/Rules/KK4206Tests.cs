using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Advertising.TrackerStartAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK4206Tests
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Threading.Tasks;
        using Android.App; using Android.Gms.Ads; using Android.OS; using Com.Appsflyer; using Firebase; using Firebase.Analytics;
        using Microsoft.AppCenter; using Microsoft.AppCenter.Analytics; using Microsoft.AppCenter.Crashes; using Microsoft.Maui.Hosting; using Microsoft.Maui.Storage;
        using Plugin.MauiMTAdmob; using Plugin.Firebase.Bundled.Shared; using Xamarin.Google.UserMesssagingPlatform; using AppTrackingTransparency;
        public interface IConsentService { Task<bool> GrantedAsync(); bool Analytics { get; } Task AskAsync(); event Action Granted; }

        """;

    private static string Activity(string statements, string members = "") => Usings + $$"""
        public class MainActivity : Activity
        {
            private IConsentService consent = null!;
            protected override async void OnCreate(Bundle state)
            {
                base.OnCreate(state);
                await Task.Yield();
                {{statements}}
            }
            {{members}}
        }
        """;

    private static string App(string statements, string members = "") => Usings + $$"""
        public class App : Microsoft.Maui.Controls.Application
        {
            public App(IConsentService consent) { {{statements}} }
            {{members}}
        }
        """;

    private static Task Run(string code, params (string Path, string Text)[] files) => Test(code, files).RunAsync();

    private static KkTest<KkAnalyzers.Rules.Advertising.TrackerStartAnalyzer> Test(string code, params (string Path, string Text)[] files)
    {
        var test = Verify.Test(code, files);
        test.TestState.Sources.Add(ConsentSdkStubs.Maui);
        test.TestState.Sources.Add(ConsentSdkStubs.Android);
        test.TestState.Sources.Add(ConsentSdkStubs.Apple);
        test.TestState.Sources.Add(ConsentSdkStubs.AppCenter);
        return test;
    }

    [Theory]
    [InlineData("if (await consent.GrantedAsync()) { MobileAds.Initialize(this); }")]
    [InlineData("if (Preferences.Get(\"analytics_consent\", false)) FirebaseAnalytics.GetInstance(this);")]
    [InlineData("var allowed = await consent.GrantedAsync(); if (allowed) { MobileAds.Initialize(this); }")]
    [InlineData("if (!await consent.GrantedAsync()) return; MobileAds.Initialize(this);")]
    [InlineData("if (!await consent.GrantedAsync()) { Console.WriteLine(1); return; } FirebaseAnalytics.GetInstance(this);")]
    [InlineData("_ = consent.Analytics ? FirebaseAnalytics.GetInstance(this) : null;")]
    [InlineData("var x = consent.Analytics && Start(); bool Start() { MobileAds.Initialize(this); return true; }")]
    [InlineData("switch (consent.Analytics) { case true: MobileAds.Initialize(this); break; }")]
    [InlineData("switch (1) { case 1 when consent.Analytics: MobileAds.Initialize(this); break; }")]
    [InlineData("_ = consent.Analytics switch { true => FirebaseAnalytics.GetInstance(this), _ => null };")]
    [InlineData("if (UserMessagingPlatform.GetConsentInformation(this).CanRequestAds()) MobileAds.Initialize(this);")]
    [InlineData("UserMessagingPlatform.LoadAndShowConsentFormIfRequired(this, _ => MobileAds.Initialize(this));")]
    [InlineData("ATTrackingManager.RequestTrackingAuthorization(status => { if (status == ATTrackingManagerAuthorizationStatus.Authorized) Google.MobileAds.MobileAds.SharedInstance.Start(null); });")]
    [InlineData("consent.Granted += () => MobileAds.Initialize(this);")]
    [InlineData("if (Preferences.Get(\"gdpr\", false)) MobileAds.Initialize(this);")]
    [InlineData("while (!await consent.GrantedAsync()) { await Task.Delay(9); } MobileAds.Initialize(this);")]
    public Task Case68_inside_the_question_is_quiet(string statements) => Run(Activity(statements));

    [Theory]
    [InlineData("if (MayTrack()) MobileAds.Initialize(this);", "bool MayTrack() => Preferences.Get(\"ads_consent\", false);")]
    [InlineData("if (Allowed) MobileAds.Initialize(this);", "bool Allowed => consent.Analytics;")]
    [InlineData("Begin();", "void Begin() { if (consent.Analytics) Ads(); } void Ads() => MobileAds.Initialize(this);")]
    [InlineData("", "void Accept_Clicked(object sender, EventArgs e) => MobileAds.Initialize(this);")]
    [InlineData("", "public void OnConsentGranted() => MobileAds.Initialize(this);")]
    [InlineData("", "private readonly Lazy<FirebaseAnalytics> _later = new(() => FirebaseAnalytics.GetInstance(null!));")]
    [InlineData("", "private FirebaseAnalytics? _a; FirebaseAnalytics Analytics => _a ??= FirebaseAnalytics.GetInstance(this);")]
    public Task Case68_questions_elsewhere_and_later_starts_are_quiet(string statements, string members) => Run(Activity(statements, members));

    /// <summary>The app decides by a setting of its own; TRViS, a public app, asks and stores the answer there.</summary>
    [Theory]
    [InlineData("if (!Settings.IsEnabled || _isConfigured) { return; } FirebaseApp.InitializeApp(this);")]
    [InlineData("if (Settings.IsAnalyticsEnabled) { AppCenter.Start(\"key\", typeof(Analytics)); }")]
    [InlineData("if (Patients.AdsAllowed) { MobileAds.Initialize(this); }")]
    public Task A_setting_of_the_app_that_is_named_after_the_tracker_is_quiet(string statements) => Run(Activity(
        statements,
        "private bool _isConfigured; } public class FirebaseSettings { public bool IsEnabled { get; set; } public bool IsAnalyticsEnabled { get; set; } } public class PatientChoices { public bool AdsAllowed { get; set; } ")
        .Replace("private IConsentService consent", "private FirebaseSettings Settings = new(); private PatientChoices Patients = new(); private IConsentService consent", StringComparison.Ordinal));

    [Theory]
    [InlineData("FirebaseAnalytics.GetInstance(this).SetAnalyticsCollectionEnabled(false);")]
    [InlineData("var analytics = FirebaseAnalytics.GetInstance(this); analytics.SetAnalyticsCollectionEnabled(consent.Analytics);")]
    [InlineData("FirebaseApp.InitializeApp(this); FirebaseAnalytics.GetInstance(this).SetAnalyticsCollectionEnabled(Preferences.Get(\"analytics_consent\", false));")]
    [InlineData("FirebaseAnalytics.GetInstance(this).SetConsent(new Dictionary<FirebaseAnalytics.ConsentType, FirebaseAnalytics.ConsentStatus> { [FirebaseAnalytics.ConsentType.AnalyticsStorage] = FirebaseAnalytics.ConsentStatus.Denied });")]
    [InlineData("Analytics.SetEnabledAsync(false); AppCenter.Start(\"key\", typeof(Analytics));")]
    [InlineData("AppsFlyerLib.Instance.Stop(true, this); AppsFlyerLib.Instance.Start(this);")]
    [InlineData("AppsFlyerLib.Instance.Init(\"key\");")]
    [InlineData("CrossMauiMTAdmob.Current.Init(this, \"ca-app\", initialiseConsentAtStartup: true);")]
    [InlineData("_ = new CrossFirebaseSettings(isAuthEnabled: true);")]
    [InlineData("AppCenter.Start(\"key\");")]
    public Task Collection_that_is_off_or_depends_on_the_answer_is_quiet(string statements) => Run(Activity(statements));

    [Theory]
    [InlineData("Platforms/Android/AndroidManifest.xml", """<manifest xmlns:android="http://schemas.android.com/apk/res/android"><application><meta-data android:name="firebase_analytics_collection_enabled" android:value="false" /></application></manifest>""")]
    [InlineData("Platforms/Android/AndroidManifest.xml", """<manifest xmlns:android="http://schemas.android.com/apk/res/android"><application><meta-data android:name="firebase_analytics_collection_deactivated" android:value="true" /></application></manifest>""")]
    [InlineData("Platforms/iOS/Info.plist", "<plist><dict><key>FIREBASE_ANALYTICS_COLLECTION_ENABLED</key><false/></dict></plist>")]
    public async Task A_manifest_that_switches_collection_off_is_quiet(string path, string manifest)
    {
        await Run(Activity("FirebaseAnalytics.GetInstance(this);"), (path, manifest));

        // For that vendor only, and for what starts by itself: not for a switch that the code throws.
        await Run(Activity("MobileAds.[|Initialize|](this);"), (path, manifest));
        await Run(Activity("FirebaseAnalytics.GetInstance(this).[|SetAnalyticsCollectionEnabled|](true);"), (path, manifest));
    }

    [Fact]
    public Task A_manifest_that_leaves_collection_on_says_nothing() => Run(
        Activity("FirebaseAnalytics.[|GetInstance|](this);"),
        ("AndroidManifest.xml", """<manifest xmlns:android="http://schemas.android.com/apk/res/android"><application><meta-data android:name="firebase_analytics_collection_enabled" android:value="true" /><meta-data android:name="google_analytics_adid_collection_enabled" android:value="false" /></application></manifest>"""));

    [Fact]
    public Task An_attribute_that_switches_collection_off_is_quiet() => Run(
        Activity("FirebaseAnalytics.GetInstance(this);").Replace("public interface", "[assembly: MetaData(\"firebase_analytics_collection_enabled\", Value = \"false\")] public interface", StringComparison.Ordinal));

    [Theory]
    [InlineData("MobileAds.[|Initialize|](this);", "")]
    [InlineData("try { await Task.Run(() => MobileAds.[|Initialize|](this)); } catch (Exception) { }", "")]
    [InlineData("RunOnUiThread(() => { MobileAds.[|Initialize|](this); });", "")]
    [InlineData("FirebaseAnalytics.[|GetInstance|](this);", "")]
    [InlineData("FirebaseApp.[|InitializeApp|](this);", "")]
    [InlineData("FirebaseAnalytics.GetInstance(this).[|SetAnalyticsCollectionEnabled|](true);", "")]
    [InlineData("FirebaseAnalytics.GetInstance(this).[|SetConsent|](new Dictionary<FirebaseAnalytics.ConsentType, FirebaseAnalytics.ConsentStatus> { [FirebaseAnalytics.ConsentType.AnalyticsStorage] = FirebaseAnalytics.ConsentStatus.Granted });", "")]
    [InlineData("AppsFlyerLib.Instance.Init(\"key\"); AppsFlyerLib.Instance.[|Start|](this);", "")]
    [InlineData("CrossMauiMTAdmob.Current.[|Init|](this, \"ca-app\");", "")]
    [InlineData("CrossMauiMTAdmob.Current.[|Init|](this, \"ca-app\", skipConsent: true);", "")]
    [InlineData("CrossMauiMTAdmob.Current.SkipConsent = true; CrossMauiMTAdmob.Current.[|Init|](this, \"ca-app\", initialiseConsentAtStartup: true);", "")]
    [InlineData("if (!_isFirebaseConfigured) { FirebaseApp.[|InitializeApp|](this); }", "private bool _isFirebaseConfigured;")]
    [InlineData("_ = [|new CrossFirebaseSettings(isAnalyticsEnabled: true)|];", "")]
    [InlineData("AppCenter.[|Start|](\"key\", typeof(Analytics), typeof(Crashes));", "")]
    [InlineData("Begin();", "private void Begin() => Ads(); private void Ads() { MobileAds.[|Initialize|](this); }")]
    [InlineData("Begin(); void Begin() { MobileAds.[|Initialize|](this); }", "")]
    [InlineData("Use(new Tracking(this));", "void Use(ITracking t) => t.Begin(); } public interface ITracking { void Begin(); } public class Tracking(Activity activity) : ITracking { public void Begin() => MobileAds.[|Initialize|](activity);")]
    [InlineData("_ = new Tracking(this);", "} public class Tracking { public Tracking(Activity activity) { MobileAds.[|Initialize|](activity); }")]
    [InlineData("if (_analytics == null) { _analytics = FirebaseAnalytics.[|GetInstance|](this); }", "private FirebaseAnalytics? _analytics;")]
    [InlineData("if (OperatingSystem.IsAndroid()) MobileAds.[|Initialize|](this);", "")]
    [InlineData("foreach (var x in new[] { 1 }) MobileAds.[|Initialize|](this);", "")]
    public Task Case68_at_the_start_of_an_activity(string statements, string members) => Run(Activity(statements, members));

    [Theory]
    [InlineData("MobileAds.[|Initialize|](null!);", "")]
    [InlineData("", "protected override void OnStart() { AppCenter.[|Start|](\"key\", typeof(Analytics)); }")]
    [InlineData("", "private readonly FirebaseAnalytics _analytics = FirebaseAnalytics.[|GetInstance|](null!);")]
    [InlineData("_ = Later();", "private async Task Later() { await Task.Delay(1); MobileAds.[|Initialize|](null!); }")]
    public Task Case68_in_the_constructor_or_start_of_App(string statements, string members) => Run(App(statements, members));

    [Fact]
    public Task Case68_in_MauiProgram_through_lifecycle_events() => Run(Usings + """
        public class App : Microsoft.Maui.Controls.Application { }
        public static class MauiProgram
        {
            public static MauiApp CreateMauiApp() => MauiApp.CreateBuilder().UseMauiApp<App>().RegisterAds().Build();
            private static MauiAppBuilder RegisterAds(this MauiAppBuilder builder)
            {
                builder.ConfigureLifecycleEvents(events => events.AddAndroid(android => android.OnCreate((activity, _) =>
                {
                    MobileAds.[|Initialize|](activity);
                    if (Preferences.Get("ads_consent", false)) MobileAds.Initialize(activity);
                })));
                builder.Services.AddSingleton(_ => FirebaseAnalytics.GetInstance(null!));
                return builder;
            }
        }
        """);

    [Fact]
    public Task Case68_in_the_delegate_of_an_Apple_app() => Run(Usings + """
        public class AppDelegate : UIKit.UIApplicationDelegate
        {
            public override bool FinishedLaunching(UIKit.UIApplication app, object options)
            {
                Google.MobileAds.MobileAds.SharedInstance.[|Start|](null);
                return true;
            }
        }
        """);

    [Fact]
    public Task Another_activity_than_the_first_is_no_start() => Run(
        Activity("MobileAds.Initialize(this);").Replace("class MainActivity", "class ContactActivity", StringComparison.Ordinal));

    [Fact]
    public Task The_launcher_activity_by_its_attribute() => Run(
        Activity("MobileAds.[|Initialize|](this);").Replace("public class MainActivity", "[Activity(MainLauncher = true)] public class CareActivity", StringComparison.Ordinal));

    [Theory]
    [InlineData("MobileAds.{|#0:Initialize|}(this);", "nothing before it asks for consent, and no manifest switches the collection off")]
    [InlineData("MobileAds.{|#0:Initialize|}(this); if (await consent.GrantedAsync()) { }", "consent is asked only after it")]
    [InlineData("await consent.AskAsync(); MobileAds.{|#0:Initialize|}(this);", "consent is asked before it, but whatever the answer is, the tracker starts")]
    public Task The_message_says_what_was_missing(string statements, string missing)
    {
        var test = Test(Activity("{|#1:Begin()|};", "async void Begin() { " + statements + " }"));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK4206").WithLocation(0).WithLocation(1)
            .WithMessage("'MobileAds.Initialize' starts Google Mobile Ads when the app starts (MainActivity.OnCreate > Begin): " + missing));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("if (!Preferences.Get(\"analytics_opt_out\", false)) FirebaseAnalytics.{|#0:GetInstance|}(this);")]
    [InlineData("if (Preferences.Get(\"analytics_consent\", true)) FirebaseAnalytics.{|#0:GetInstance|}(this);")]
    [InlineData("Sentry.SentrySdk.{|#0:Init|}(\"dsn\");")]
    [InlineData("AppCenter.{|#0:Start|}(\"key\", typeof(Crashes));")]
    public Task Unless_refused_and_crash_reports_are_information(string statements)
    {
        var test = Test(Activity(statements));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4206", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task An_extension_of_the_builder_is_information_for_crash_reports()
    {
        var test = Test(Usings + """
            public static class MauiProgram
            {
                public static MauiApp CreateMauiApp() => MauiApp.CreateBuilder().{|#0:UseSentry|}(o => o.Dsn = "dsn").Build();
                public static MauiApp Asked(bool consent) => MauiApp.CreateBuilder().UseSentry(o => o.Enabled = consent).Build();
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4206", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task Debug_builds_and_servers_are_quiet() => Task.WhenAll(
        Run(Activity("#if DEBUG\nMobileAds.Initialize(this);\n#endif\n")),
        Verify.Silent(
            """
            namespace Sentry { public static class SentrySdk { public static void Init(string dsn) { } } }
            public static class Program { public static void Main() => Sentry.SentrySdk.Init("dsn"); }
            """));

    [Fact]
    public Task A_tracker_of_your_own_list() => Run(
        """
        namespace Zorg.Meting { public static class Meter { public static void Begin() { } public static void Halt(bool on) { } } }
        public class App : Microsoft.Maui.Controls.Application { public App() { Zorg.Meting.Meter.[|Begin|](); } }
        """,
        ("KkAnalyzers.TrackerStart.txt", "Zorg.Meting.Meter.Begin | starts | Zorgmeter | analytics | https://zorg.example"));

    [Fact]
    public async Task Starts_are_counted()
    {
        var test = Test(Activity("if (await consent.GrantedAsync()) { MobileAds.Initialize(this); }")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4206 inspected=1 failed=0 notFollowed=0"));
        await test.RunAsync();
    }
}
