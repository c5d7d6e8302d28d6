using KkAnalyzers.Infrastructure;
using KkAnalyzers.Tests.Stubs;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KkAnalyzers.Tests.Trackers;

/// <summary>The built-in list and how it is asked.</summary>
public class TrackerListTests
{
    private static readonly TrackerList List = TrackerList.Default;

    [Fact]
    public void Every_line_can_be_used_and_names_its_source()
    {
        foreach (var line in TrackerList.List.BuiltIn)
        {
            Assert.Null(TrackerList.List.Complaint(line));
            Assert.Equal(5, line.Fields.Length);
            Assert.True(Uri.TryCreate(line[4], UriKind.Absolute, out var source) && source.Scheme == Uri.UriSchemeHttps, line[0] + ": " + line[4]);
            Assert.DoesNotContain(' ', line[0]);
            Assert.DoesNotContain('*', line[0].TrimEnd('*'));
        }
    }

    [Fact]
    public void No_pattern_stands_twice_in_its_kind() =>
        Assert.Empty(TrackerList.List.BuiltIn.GroupBy(l => l[1] + " " + l[0], StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_kind_and_category_is_used()
    {
        Assert.Equal(TrackerList.Kinds.Order(), TrackerList.List.BuiltIn.Select(l => l[1]).Distinct().Order());
        Assert.Equal(TrackerCategory.All.Order(), TrackerList.List.BuiltIn.Select(l => l[3]).Distinct().Order());
    }

    /// <summary>A vendor is declared once: it must be written in one way.</summary>
    [Fact]
    public void A_vendor_has_one_spelling() =>
        Assert.Empty(TrackerList.List.BuiltIn.Select(l => l[2]).Distinct().GroupBy(v => v, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [InlineData("www.google-analytics.com", "/analytics.js", "Google Analytics", "analytics")]
    [InlineData("WWW.GOOGLETAGMANAGER.COM", "/gtm.js", "Google Tag Manager", "tag-manager")]
    [InlineData("www.googletagmanager.com", "/gtag/js?id=G-1", "Google Analytics", "analytics")]
    [InlineData("www.facebook.com", "/tr?id=1&ev=PageView", "Meta Pixel", "ads")]
    [InlineData("connect.facebook.net", "/nl_BE/sdk.js", "Meta (Facebook)", "social")]
    [InlineData("zorg.containers.piwik.pro", "/1.js", "Piwik PRO", "analytics")]
    [InlineData("cdn.matomo.cloud", "/zorg.matomo.cloud/matomo.js", "Matomo", "analytics")]
    [InlineData("siteimproveanalytics.com", "/js/siteanalyze_1.js", "Siteimprove", "analytics")]
    [InlineData("static.hotjar.com", "/c/hotjar-1.js", "Hotjar", "session-replay")]
    [InlineData("www.clarity.ms", "/tag/x", "Microsoft Clarity", "session-replay")]
    [InlineData("cdn.mouseflow.com", "/projects/x.js", "Mouseflow", "session-replay")]
    [InlineData("dynamic.criteo.com", "/js/ld/ld.js", "Criteo", "ads")]
    [InlineData("track.adform.net", "/serving/scripts/trackpoint", "Adform", "ads")]
    [InlineData("snap.licdn.com", "/li.lms-analytics/insight.min.js", "LinkedIn Ads", "ads")]
    [InlineData("analytics.tiktok.com", "/i18n/pixel/events.js", "TikTok Ads", "ads")]
    [InlineData("s.pinimg.com", "/ct/core.js", "Pinterest Ads", "ads")]
    [InlineData("static.ads-twitter.com", "/uwt.js", "X Ads", "ads")]
    [InlineData("sc-static.net", "/scevent.min.js", "Snapchat Ads", "ads")]
    [InlineData("browser.sentry-cdn.com", "/8/bundle.js", "Sentry", "crash-reporting")]
    [InlineData("consent.cookiebot.com", "/uc.js", "Cookiebot", "consent")]
    public void A_host_is_known(string host, string path, string vendor, string category)
    {
        var found = List.Host(host, path);
        Assert.Equal((vendor, category), (found?.Vendor, found?.Category));
    }

    [Theory]
    [InlineData("mycriteo.com", "")]
    [InlineData("criteo.com.example", "")]
    [InlineData("www.facebook.com", "/zorgpunt")]
    [InlineData("www.facebook.com", "/trainers")]
    [InlineData("s.pinimg.com", "/images/x.png")]
    [InlineData("fonts.googleapis.com", "/css")]
    [InlineData("www.google.com", "/recaptcha/api.js")]
    [InlineData("maps.googleapis.com", "/maps/api/js")]
    [InlineData("localhost", "")]
    [InlineData("", "")]
    public void Another_host_is_not(string host, string path) => Assert.Null(List.Host(host, path));

    [Theory]
    [InlineData("com.google.android.gms.ads.APPLICATION_ID", "ads")]
    [InlineData("com.google.android.gms.permission.AD_ID", "ads")]
    [InlineData("com.applovin.adview.AppLovinInterstitialActivity", "ads")]
    [InlineData("com.appsflyer.SingleInstallBroadcastReceiver", "attribution")]
    [InlineData("com.facebook.sdk.ApplicationId", "social")]
    [InlineData("android.permission.INTERNET", null)]
    [InlineData("firebase_analytics_collection_deactivated", null)]
    public void An_android_key(string key, string? category) => Assert.Equal(category, List.AndroidKey(key)?.Category);

    [Theory]
    [InlineData("GADApplicationIdentifier", "ads")]
    [InlineData("NSUserTrackingUsageDescription", "ads")]
    [InlineData("SKAdNetworkItems", "ads")]
    [InlineData("NSCameraUsageDescription", null)]
    public void An_apple_key(string key, string? category) => Assert.Equal(category, List.AppleKey(key)?.Category);

    [Theory]
    [InlineData("Com.IronSource.Mediationsdk", "ironSource LevelPlay")]
    [InlineData("Xamarin.Facebook.Ads.Internal", "Meta Audience Network")]
    [InlineData("Xamarin.Facebook.AppEvents", "Meta (Facebook)")]
    [InlineData("Android.Gms.AdsOfOthers", null)]
    [InlineData("Firebase", null)]
    public void A_namespace_by_its_longest_line(string name, string? vendor) => Assert.Equal(vendor, List.NamespaceOf(name)?.Vendor);

    [Fact]
    public void Of_namespaces_within_each_other_the_inner_one_counts()
    {
        var compilation = CSharpCompilation.Create("App", references: [TrackerStubs.Assembly("Binding", "namespace Xamarin.Facebook.Ads { public class AdView; }")]);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(compilation.References.Single())!;
        Assert.Equal("Meta Audience Network", Assert.Single(List.Declared(assembly)).Tracker.Vendor);
    }

    [Theory]
    [InlineData("x | site | V | ads", "site")]
    [InlineData("x | package | V | spy", "spy")]
    [InlineData("x | package | | ads", "vendor")]
    [InlineData("https://x.example | host | V | ads", "host")]
    [InlineData("example | host | V | ads", "host")]
    public void A_line_that_cannot_be_used_says_why(string line, string word)
    {
        var parsed = KkList.Parse(Microsoft.CodeAnalysis.Text.SourceText.From(line), null).Single();
        Assert.Contains(word, TrackerList.List.Complaint(parsed), StringComparison.Ordinal);
    }
}
