namespace KkAnalyzers.Tests.Stubs;

/// <summary>The shape of app platforms, trackers and consent libraries, with their real names.</summary>
internal static class ConsentSdkStubs
{
    public const string Maui = """
        namespace Microsoft.Maui.Controls { public class Application { protected virtual void OnStart() { } } }
        namespace Microsoft.Maui.Hosting
        {
            public sealed class MauiApp { public static MauiAppBuilder CreateBuilder() => new(); }
            public sealed class MauiAppBuilder { public MauiApp Build() => new(); public Services Services { get; } = new(); }
            public sealed class Services { public void AddSingleton<T>(System.Func<Services, T> make) { } public T Get<T>() => default!; }
            public static class Lifecycle
            {
                public static MauiAppBuilder UseMauiApp<T>(this MauiAppBuilder builder) => builder;
                public static MauiAppBuilder ConfigureLifecycleEvents(this MauiAppBuilder builder, System.Action<Events> configure) => builder;
            }
            public sealed class Events { public Events AddAndroid(System.Action<AndroidEvents> configure) => this; }
            public sealed class AndroidEvents { public AndroidEvents OnCreate(System.Action<Android.App.Activity, object> run) => this; }
            public static class SentryMauiAppBuilderExtensions { public static MauiAppBuilder UseSentry(this MauiAppBuilder builder, System.Action<Sentry.SentryOptions> configure) => builder; }
        }
        namespace Microsoft.Maui.Storage { public static class Preferences { public static bool Get(string key, bool fallback) => fallback; } }
        namespace Sentry { public class SentryOptions { public string Dsn { get; set; } = ""; public bool Enabled { get; set; } } public static class SentrySdk { public static void Init(string dsn) { } } }
        """;

    public const string Android = """
        namespace Android.Content { public class Context { } }
        namespace Android.OS { public class Bundle { } }
        namespace Android.App
        {
            public class Application : Android.Content.Context { public virtual void OnCreate() { } }
            public class Activity : Android.Content.Context { protected virtual void OnCreate(Android.OS.Bundle state) { } public void RunOnUiThread(System.Action run) { } }
            [System.AttributeUsage(System.AttributeTargets.Class)] public sealed class ActivityAttribute : System.Attribute { public bool MainLauncher { get; set; } }
            [System.AttributeUsage(System.AttributeTargets.All, AllowMultiple = true)] public sealed class MetaDataAttribute : System.Attribute { public MetaDataAttribute(string name) { } public string Value { get; set; } = ""; }
            [System.AttributeUsage(System.AttributeTargets.Assembly, AllowMultiple = true)] public sealed class UsesPermissionAttribute : System.Attribute { public UsesPermissionAttribute() { } public UsesPermissionAttribute(string name) { } public string Name { get; set; } = ""; }
        }
        namespace Android.Gms.Ads { public static class MobileAds { public static void Initialize(Android.Content.Context context) { } } }
        namespace Plugin.MauiMTAdmob
        {
            public interface IMauiMTAdmob { void Init(Android.App.Activity activity, string appId, bool initialiseConsentAtStartup = false, bool skipConsent = false); bool SkipConsent { get; set; } }
            public static class CrossMauiMTAdmob { public static IMauiMTAdmob Current => null!; }
        }
        namespace Firebase
        {
            public class FirebaseApp { public static FirebaseApp InitializeApp(Android.Content.Context context) => new(); }
        }
        namespace Firebase.Analytics
        {
            public class FirebaseAnalytics
            {
                public static FirebaseAnalytics GetInstance(Android.Content.Context context) => new();
                public void SetAnalyticsCollectionEnabled(bool enabled) { }
                public void SetConsent(System.Collections.Generic.IDictionary<ConsentType, ConsentStatus> answers) { }
                public sealed class ConsentType { public static ConsentType AnalyticsStorage { get; } = new(); }
                public sealed class ConsentStatus { public static ConsentStatus Granted { get; } = new(); public static ConsentStatus Denied { get; } = new(); }
            }
        }
        namespace Com.Appsflyer { public class AppsFlyerLib { public static AppsFlyerLib Instance { get; } = new(); public void Init(string key) { } public void Start(Android.Content.Context context) { } public void Stop(bool stop, Android.Content.Context context) { } } }
        namespace Plugin.Firebase.Bundled.Shared { public class CrossFirebaseSettings { public CrossFirebaseSettings(bool isAnalyticsEnabled = false, bool isAuthEnabled = false) { } } }
        namespace Xamarin.Google.UserMesssagingPlatform
        {
            public interface IConsentInformation { bool CanRequestAds(); }
            public static class UserMessagingPlatform
            {
                public static IConsentInformation GetConsentInformation(Android.Content.Context context) => null!;
                public static void LoadAndShowConsentFormIfRequired(Android.App.Activity activity, System.Action<object> dismissed) { }
            }
        }
        """;

    public const string Apple = """
        namespace UIKit { public class UIApplication { } public class UIApplicationDelegate { public virtual bool FinishedLaunching(UIApplication app, object options) => true; } }
        namespace AppTrackingTransparency
        {
            public enum ATTrackingManagerAuthorizationStatus { NotDetermined, Denied, Authorized }
            public static class ATTrackingManager { public static void RequestTrackingAuthorization(System.Action<ATTrackingManagerAuthorizationStatus> answered) { } }
        }
        namespace Google.MobileAds { public class MobileAds { public static MobileAds SharedInstance { get; } = new(); public void Start(System.Action<object>? completed) { } } }
        """;

    public const string AppCenter = """
        namespace Microsoft.AppCenter { public static class AppCenter { public static void Start(string secret, params System.Type[] services) { } } }
        namespace Microsoft.AppCenter.Analytics { public static class Analytics { public static System.Threading.Tasks.Task SetEnabledAsync(bool enabled) => System.Threading.Tasks.Task.CompletedTask; } }
        namespace Microsoft.AppCenter.Crashes { public static class Crashes { } }
        """;
}
