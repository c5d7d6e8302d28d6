using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.Platform;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Platform.PlatformManifestAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK4203Tests
{
    private const string Path = "Platforms/Android/AndroidManifest.xml";
    private const string Plist = "Platforms/iOS/Info.plist";

    private const string AdId = "com.google.android.gms.permission.AD_ID";

    // The third descriptor of the analyzer.
    private static string Marked(string text) => text.Replace("[|", "{|KK4203:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);

    private static string Manifest(string content, string tools = " xmlns:tools=\"http://schemas.android.com/tools\"") =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\"{tools} package=\"be.zorg\">\n{content}\n</manifest>";

    private static string Apple(string content) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <plist version="1.0"><dict><key>UIDeviceFamily</key><array><integer>1</integer></array>{content}</dict></plist>
        """;

    [Theory]
    [InlineData($"<uses-permission android:name=\"{AdId}\" tools:node=\"remove\" />")]
    [InlineData("<uses-permission android:name=\"android.permission.INTERNET\" />")]
    [InlineData($"<!-- <uses-permission android:name=\"{AdId}\" /> -->")]
    [InlineData($"<queries><package android:name=\"{AdId}\" /></queries>")]
    [InlineData("<meta-data android:name=\"firebase_analytics_collection_enabled\" android:value=\"false\" />")]
    [InlineData("<meta-data android:name=\"firebase_analytics_collection_deactivated\" android:value=\"true\" />")]
    [InlineData("<meta-data android:name=\"com.google.firebase.messaging.default_notification_icon\" android:value=\"true\" />")]
    [InlineData("<application android:allowBackup=\"false\"><activity android:name=\"be.zorg.MainActivity\" /></application>")]
    public Task Manifests_without_advertising_are_quiet(string content) => Verify.Silent("", (Path, Manifest(content)));

    [Theory]
    [InlineData("<key>FIREBASE_ANALYTICS_COLLECTION_ENABLED</key><false/>")]
    [InlineData("<key>NSCameraUsageDescription</key><string>Foto van de wonde</string>")]
    [InlineData("<key>SKAdNetworkItems</key><array></array>")]
    [InlineData("<key>GADIsAdManagerApp</key><false/>")]
    public Task Property_lists_without_advertising_are_quiet(string content) => Verify.Silent("", (Plist, Apple(content)));

    [Theory]
    [InlineData("src/debug/AndroidManifest.xml")]
    [InlineData("Resources/values/other.xml")]
    public Task Other_files_are_quiet(string path) => Verify.Silent("", (path, Manifest($"<uses-permission android:name=\"{AdId}\" />")));

    [Theory]
    [InlineData($"<uses-permission [|android:name=\"{AdId}\"|] />")]
    [InlineData("<uses-permission [|android:name=\"android.permission.ACCESS_ADSERVICES_TOPICS\"|] />")]
    [InlineData("<application android:allowBackup=\"false\"><meta-data [|android:name=\"com.google.android.gms.ads.APPLICATION_ID\"|] android:value=\"ca-app-pub-1~1\" /></application>")]
    [InlineData("<application android:allowBackup=\"false\"><activity [|android:name=\"com.google.android.gms.ads.AdActivity\"|] /></application>")]
    [InlineData("<application android:allowBackup=\"false\"><meta-data android:name=\"firebase_analytics_collection_enabled\" [|android:value=\"true\"|] /></application>")]
    [InlineData("<application android:allowBackup=\"false\"><meta-data android:name=\"com.facebook.sdk.AdvertiserIDCollectionEnabled\" [|android:value=\"true\"|] /></application>")]
    [InlineData("<application android:allowBackup=\"false\"><meta-data [|android:name=\"com.facebook.sdk.ApplicationId\"|] android:value=\"@string/fb\" /></application>")]
    public Task Advertising_and_collection_on_Android(string content) => Verify.Flags("", (Path, Marked(Manifest(content))));

    [Theory]
    [InlineData("[|<key>GADApplicationIdentifier</key>|]<string>ca-app-pub-1~1</string>")]
    [InlineData("[|<key>SKAdNetworkItems</key>|]<array><dict><key>SKAdNetworkIdentifier</key><string>cstr6suwn9.skadnetwork</string></dict></array>")]
    [InlineData("[|<key>NSUserTrackingUsageDescription</key>|]<string>Voor reclame op maat</string>")]
    [InlineData("[|<key>NSAdvertisingAttributionReportEndpoint</key>|]<string>https://example.org</string>")]
    [InlineData("[|<key>GOOGLE_ANALYTICS_DEFAULT_ALLOW_AD_STORAGE</key>|]<true/>")]
    public Task Case58_advertising_and_collection_of_Apple(string content) => Verify.Flags("", (Plist, Marked(Apple(content))));

    [Fact]
    public Task A_privacy_manifest_that_says_the_app_tracks() => Verify.Flags(
        "",
        ("Platforms/iOS/PrivacyInfo.xcprivacy", Marked(Apple("[|<key>NSPrivacyTracking</key>|]<true/>"))),
        ("Platforms/MacCatalyst/PrivacyInfo.xcprivacy", Apple("<key>NSPrivacyTracking</key><false/><key>NSPrivacyTrackingDomains</key><array/>")));

    [Fact]
    public Task What_is_declared_is_quiet_unless_it_is_advertising() => Verify.Flags(
        "",
        ("kwaliteitskader.json", """{ "trackers": [ { "name": "Meta (Facebook)", "ground": "consent", "purpose": "aanmelden" }, { "name": "Google Mobile Ads", "ground": "consent", "purpose": "reclame" } ] }"""),
        (Path, Marked(Manifest("<application android:allowBackup=\"false\"><meta-data android:name=\"com.facebook.sdk.ApplicationId\" android:value=\"1\" /><meta-data [|android:name=\"com.google.android.gms.ads.APPLICATION_ID\"|] android:value=\"1\" /></application>"))));

    [Fact]
    public Task Crash_reports_that_are_left_on_are_information()
    {
        var test = Verify.Test("", (Path, Manifest("<application android:allowBackup=\"false\"><meta-data android:name=\"firebase_crashlytics_collection_enabled\" {|#0:android:value=\"true\"|} /></application>")));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4203", DiagnosticSeverity.Info).WithLocation(0)
            .WithMessage("'firebase_crashlytics_collection_enabled' lets Firebase Crashlytics collect as soon as the app starts, before anybody is asked"));
        return test.RunAsync();
    }

    [Fact]
    public Task The_message_names_the_vendor()
    {
        var test = Verify.Test("", (Path, Manifest($"<uses-permission {{|#0:android:name=\"{AdId}\"|}} />")));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK4203").WithLocation(0)
            .WithMessage($"'{AdId}' serves advertising: Google advertising id; source https://support.google.com/googleplay/android-developer/answer/6048248"));
        return test.RunAsync();
    }

    [Fact]
    public Task Attributes_that_become_part_of_the_manifest() => WithAndroid(Marked($$"""
        using Android.App;
        [assembly: MetaData([|"com.google.android.gms.ads.APPLICATION_ID"|], Value = "ca-app-pub-1~1")]
        [assembly: MetaData("firebase_analytics_collection_enabled", [|Value = "true"|])]
        [assembly: MetaData("firebase_analytics_collection_enabled", Value = "false")]
        [assembly: UsesPermission([|"{{AdId}}"|])]
        [assembly: UsesPermission([|Name = Keys.Id|])]
        [assembly: UsesPermission("android.permission.INTERNET")]
        static class Keys { public const string Id = "android.permission.ACCESS_ADSERVICES_AD_ID"; }
        """));

    [Fact]
    public Task Manifests_are_counted_and_values_elsewhere_too()
    {
        var test = Verify.Test("", (Path, Manifest("<meta-data android:name=\"firebase_analytics_collection_enabled\" android:value=\"@bool/collect\" />"))).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4203 inspected=1 failed=0 notFollowed=1"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4312 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4315 inspected=0 failed=0 notFollowed=0"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData($"<uses-permission [|android:name=\"{AdId}\"|] />", $"<uses-permission android:name=\"{AdId}\" tools:node=\"remove\" />", true)]
    [InlineData($"<uses-permission [|android:name=\"{AdId}\"|] />", $"<uses-permission android:name=\"{AdId}\" xmlns:tools=\"http://schemas.android.com/tools\" tools:node=\"remove\" />", false)]
    [InlineData("<meta-data android:name=\"firebase_analytics_collection_enabled\" [|android:value=\"true\"|] />", "<meta-data android:name=\"firebase_analytics_collection_enabled\" android:value=\"false\" />", true)]
    public Task The_fix_takes_it_out(string text, string mended, bool hasTools)
    {
        var tools = hasTools ? " xmlns:tools=\"http://schemas.android.com/tools\"" : "";
        return Fix(Path, Marked(Manifest(text, tools)), Manifest(mended, tools));
    }

    [Fact]
    public Task The_fix_switches_a_key_off() => Fix(
        Plist, Marked(Apple("[|<key>FIREBASE_ANALYTICS_COLLECTION_ENABLED</key>|]<true/>")), Apple("<key>FIREBASE_ANALYTICS_COLLECTION_ENABLED</key><false/>"));

    private static Task Fix(string path, string text, string mended)
    {
        var test = new CSharpCodeFixTest<PlatformManifestAnalyzer, FileEditFix, DefaultVerifier>
        {
            TestCode = "",
            FixedCode = "",
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        test.TestState.AdditionalFiles.Add((path, text));
        test.FixedState.AdditionalFiles.Add((path, mended));
        return test.RunAsync();
    }

    private static Task WithAndroid(string code)
    {
        var test = Verify.Test(code);
        test.TestState.Sources.Add(ConsentSdkStubs.Android);
        test.TestState.Sources.Add("namespace Android.App { public sealed class ApplicationAttribute : System.Attribute { } }");
        return test.RunAsync();
    }
}
