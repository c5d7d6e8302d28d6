using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Stubs;

/// <summary>
/// SDKs of advertisers and trackers, as assemblies: what stands in the project's own source is no SDK. Real names; external,
/// unverified (2026-11).
/// </summary>
internal static class TrackerStubs
{
    /// <summary>Xamarin.GooglePlayServices.Ads.Lite.</summary>
    public const string GoogleAds = """
        namespace Android.Gms.Ads
        {
            public static class MobileAds { public static void Initialize(object context) { } }
            public class BaseAdView { public string AdUnitId { get; set; } public void LoadAd(AdRequest request) { } }
            public class AdView : BaseAdView { public AdView(object context) { } }
            public class AdRequest { public class Builder { public AdRequest Build() => null; } }
            public class AdListener { public virtual void OnAdLoaded() { } }
        }
        namespace Android.Gms.Ads.Initialization
        {
            public interface IOnInitializationCompleteListener { void OnInitializationComplete(object status); }
        }
        """;

    /// <summary>Plugin.MauiMTAdmob.</summary>
    public const string MauiAdmob = """
        namespace Plugin.MauiMTAdmob
        {
            public interface IMauiMTAdmob { void LoadInterstitial(string id); }
            public interface IAdConsentService { bool ShouldRequest { get; } }
            public static class CrossMauiMTAdmob { public static IMauiMTAdmob Current => null; }
        }
        namespace Plugin.MauiMTAdmob.Controls { public class MTAdView { } }
        """;

    /// <summary>Microsoft.iOS: the platform itself, of which a few types belong to advertising.</summary>
    public const string AppleFrameworks = """
        namespace AdSupport { public class ASIdentifierManager { public static ASIdentifierManager SharedManager => null; public object AdvertisingIdentifier => null; } }
        namespace StoreKit { public class SKAdNetwork { public static void RegisterAppForAdNetworkAttribution() { } } public class SKPaymentQueue { public static SKPaymentQueue DefaultQueue => null; } }
        namespace UIKit { public class UILabel { public string Text { get; set; } } }
        """;

    /// <summary>Xamarin.Firebase.Analytics (the binding's namespace).</summary>
    public const string FirebaseAnalytics = """
        namespace Firebase.Analytics
        {
            public class FirebaseAnalytics { public static FirebaseAnalytics GetInstance(object context) => null; public void LogEvent(string name, object parameters) { } }
        }
        """;

    /// <summary>Microsoft.AppCenter.Crashes with the core of App Center.</summary>
    public const string AppCenterCrashes = """
        namespace Microsoft.AppCenter { public class AppCenter { public static void Start(string secret, params System.Type[] services) { } } }
        namespace Microsoft.AppCenter.Crashes { public class Crashes { public static void TrackError(System.Exception e) { } } }
        """;

    /// <summary>Xamarin.Google.UserMessagingPlatform, with the third s that it really has.</summary>
    public const string ConsentPlatform = """
        namespace Xamarin.Google.UserMesssagingPlatform { public class UserMessagingPlatform { public static object GetConsentInformation(object context) => null; } }
        """;

    private static readonly Lazy<ImmutableArray<MetadataReference>> Net = new(() => Task.Run(() => ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, default)).GetAwaiter().GetResult());

    /// <summary>The source compiled to an assembly of that name.</summary>
    public static MetadataReference Assembly(string name, string source) =>
        CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            Net.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
}
