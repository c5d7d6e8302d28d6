using KkAnalyzers.Rules.Advertising;
using KkAnalyzers.Tests.PersonalData;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Advertising.TrackerAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK4204Tests
{
    private const string Code = "class MoodDiary;";
    private const string Packages = "/0/obj/kk.packages.txt";
    private const string Declaration = "/0/kwaliteitskader.json";
    private const string Analytics = "direct|Xamarin.Firebase.Analytics|122.0.0|\n";
    private const string Project = """<Project><PackageReference Include="{|#0:Xamarin.Firebase.Analytics|}" Version="122.0.0" /></Project>""";
    private const string Ask = "Google Analytics for Firebase (analytics) comes into the app with package Xamarin.Firebase.Analytics (the project asks for it; source https://github.com/dotnet/android-libraries): ";

    [Fact]
    public Task Silent_without_trackers() => Verify.Silent(
        Code,
        (Packages, "direct|CommunityToolkit.Mvvm|8.4.0|\ndirect|Serilog.AspNetCore|9.0.0|\ndirect|OpenTelemetry.Exporter.OpenTelemetryProtocol|1.12.0|\ndirect|Exceptionless.DateTimeExtensions|3.4.0|\n"));

    [Fact]
    public Task Advertising_is_left_to_KK4201() => Verify.Silent(Code, (Packages, "direct|Plugin.AdMob|4.0.0|\n"));

    [Fact]
    public Task A_consent_manager_is_no_tracker()
    {
        var test = Verify.Test("class Start { object Ask() => Xamarin.Google.UserMesssagingPlatform.UserMessagingPlatform.GetConsentInformation(this); }", (Packages, "direct|Xamarin.Google.UserMessagingPlatform|3.0.0|\n"));
        test.TestState.AdditionalReferences.Add(TrackerStubs.Assembly("Xamarin.Google.UserMessagingPlatform", TrackerStubs.ConsentPlatform));
        return test.RunAsync();
    }

    [Fact]
    public Task Tests_of_the_product_follow_nobody() =>
        Verify.Test(Code, (Packages, Analytics)).Option("build_property.IsTestProject", "true").RunAsync();

    [Theory]
    [InlineData("Google Analytics for Firebase")]
    [InlineData("google analytics for firebase")]
    [InlineData("xamarin.firebase.analytics")]
    public Task Declared_by_vendor_or_package(string name) => Verify.Silent(
        Code,
        (Packages, Analytics),
        (Declaration, $$"""
            {
              // who else sees what people do
              "product": { "name": "Stemmingsdagboek" },
              "trackers": [
                { "name": "Someone else", "ground": "consent", "purpose": "x" },
                { "name": "{{name}}", "ground": "consent", "purpose": "tellen welke schermen gebruikt worden" }, /* reviewed */
              ],
            }
            """));

    [Theory]
    [InlineData("contract")]
    [InlineData("legal-obligation")]
    [InlineData("vital-interests")]
    [InlineData("public-task")]
    [InlineData("legitimate-interests")]
    public Task Every_ground_of_article_6(string ground) => Verify.Silent(
        Code, (Packages, Analytics), (Declaration, $$"""{ "trackers": [{ "purpose": "count", "ground": "{{ground}}", "name": "Xamarin.Firebase.Analytics" }] }"""));

    [Fact]
    public Task A_declaration_with_another_name_is_found_by_the_property() =>
        Verify.Test(Code, (Packages, Analytics), ("/0/Docs/aangifte.json", """{ "trackers": [{ "name": "Xamarin.Firebase.Analytics", "ground": "consent", "purpose": "count" }] }"""))
            .Option("build_property.KkDeclaration", "../0/Docs/aangifte.json").RunAsync();

    [Fact]
    public Task Ignored_vendor() =>
        Verify.Test(Code, (Packages, Analytics)).Option("kk.KK4204.ignored_vendors", "Sentry, google analytics for firebase").RunAsync();

    [Fact]
    public Task Not_declared() => Expect(
        DiagnosticSeverity.Warning,
        Ask + "not declared: remove it, or declare 'Google Analytics for Firebase' in kwaliteitskader.json under trackers, with ground and purpose",
        (Packages, Analytics), ("/0/MoodDiary.csproj", Project));

    [Theory]
    [InlineData("""{ "name": "Xamarin.Firebase.Analytics" }""", "the declaration of 'Xamarin.Firebase.Analytics' has no ground and no purpose")]
    [InlineData("""{ "name": "Xamarin.Firebase.Analytics", "purpose": "count" }""", "the declaration of 'Xamarin.Firebase.Analytics' has no ground")]
    [InlineData("""{ "name": "Xamarin.Firebase.Analytics", "ground": "consent", "purpose": " " }""", "the declaration of 'Xamarin.Firebase.Analytics' has no purpose")]
    [InlineData("""{ "name": "Xamarin.Firebase.Analytics", "ground": "habit", "purpose": "count" }""", "the declaration of 'Xamarin.Firebase.Analytics' has the ground 'habit', which is not one of consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests")]
    public Task An_incomplete_declaration_says_what_is_missing(string declared, string missing) => Expect(
        DiagnosticSeverity.Warning, Ask + missing, (Packages, Analytics), ("/0/MoodDiary.csproj", Project), (Declaration, $$"""{ "trackers": [{{declared}}] }"""));

    [Theory]
    [InlineData("""{ "trackers": "Xamarin.Firebase.Analytics" }""")]
    [InlineData("""{ "trackers": [ "Xamarin.Firebase.Analytics", { "name": 7, "ground": "consent", "purpose": "count" } ] }""")]
    [InlineData("""{ "others": [{ "name": "Xamarin.Firebase.Analytics", "ground": "consent", "purpose": "count" }] }""")]
    [InlineData("""{ "trackers": [{ "name": "Xamarin.Firebase", "ground": "consent", "purpose": "count" }] """)]
    [InlineData("not json")]
    [InlineData("")]
    public Task A_declaration_that_says_something_else(string declaration) => Expect(
        DiagnosticSeverity.Warning, null, (Packages, Analytics), ("/0/MoodDiary.csproj", Project), (Declaration, declaration));

    [Fact]
    public Task One_finding_per_vendor_names_all_packages() => Expect(
        DiagnosticSeverity.Warning,
        "Visual Studio App Center (analytics) comes into the app with packages or assemblies Microsoft.AppCenter.Crashes, Microsoft.AppCenter.Analytics (the project asks for it; source https://learn.microsoft.com/appcenter/sdk/analytics/xamarin): "
        + "not declared: remove it, or declare 'Visual Studio App Center' in kwaliteitskader.json under trackers, with ground and purpose",
        (Packages, "direct|Microsoft.AppCenter.Crashes|5.0.6|\ndirect|Microsoft.AppCenter.Analytics|5.0.6|\n"),
        ("/0/MoodDiary.csproj", """<Project><PackageReference Include="Microsoft.AppCenter.Crashes" Version="5" /><PackageReference Include="{|#0:Microsoft.AppCenter.Analytics|}" Version="5" /></Project>"""));

    [Theory]
    [InlineData("Microsoft.AppCenter.Crashes")]
    [InlineData("Microsoft.ApplicationInsights.AspNetCore")]
    [InlineData("Sentry.Maui")]
    [InlineData("Xamarin.Firebase.Messaging")]
    [InlineData("Plugin.Maui.Intercom")]
    public Task Case_58_what_serves_the_program_is_information(string package) => Expect(
        DiagnosticSeverity.Info, null, (Packages, $"direct|{package}|5.0.0|\n"), ("/0/MoodDiary.csproj", $$"""<Project><PackageReference Include="{|#0:{{package}}|}" Version="5.0.0" /></Project>"""));

    [Theory]
    [InlineData("AppsFlyerXamarinBindingAndroid")]
    [InlineData("Matomo.Maui")]
    [InlineData("Kebechet.Maui.MicrosoftClarity")]
    [InlineData("Xamarin.Facebook.Login.Android")]
    [InlineData("OneSignalSDK.DotNet")]
    [InlineData("Xamarin.GooglePlayServices.TagManager")]
    public Task What_follows_people_is_a_warning(string package) => Expect(
        DiagnosticSeverity.Warning, null, (Packages, $"direct|{package}|5.0.0|\n"), ("/0/MoodDiary.csproj", $$"""<Project><PackageReference Include="{|#0:{{package}}|}" Version="5.0.0" /></Project>"""));

    [Fact]
    public Task Case_59_transitive_and_not_used_is_information_with_its_path() => Expect(
        DiagnosticSeverity.Info,
        "Google Analytics for Firebase (analytics) comes into the app with package Xamarin.Firebase.Analytics (nobody asked for it: it comes in as Fun.Kit > Xamarin.Firebase.Analytics; source https://github.com/dotnet/android-libraries): "
        + "not declared: remove it, or declare 'Google Analytics for Firebase' in kwaliteitskader.json under trackers, with ground and purpose",
        (Packages, "direct|Fun.Kit|1.0.0|\ntransitive|Xamarin.Firebase.Analytics|122.0.0|Fun.Kit > Xamarin.Firebase.Analytics\n"),
        ("/0/MoodDiary.csproj", """<Project><PackageReference Include="{|#0:Fun.Kit|}" Version="1.0.0" /></Project>"""));

    [Fact]
    public Task Case_59_transitive_and_used_is_a_warning()
    {
        var test = Verify.Test(
            "class Page { void Open() => Firebase.Analytics.FirebaseAnalytics.GetInstance(this).LogEvent(\"mood\", null); }",
            (Packages, "direct|Fun.Kit|1.0.0|\ntransitive|Xamarin.Firebase.Analytics|122.0.0|Fun.Kit > Xamarin.Firebase.Analytics\n"),
            ("/0/MoodDiary.csproj", """<Project><PackageReference Include="{|#0:Fun.Kit|}" Version="1.0.0" /></Project>"""));
        test.TestState.AdditionalReferences.Add(TrackerStubs.Assembly("Xamarin.Firebase.Analytics", TrackerStubs.FirebaseAnalytics));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4204", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "Google Analytics for Firebase (analytics) comes into the app with package Xamarin.Firebase.Analytics (it comes in as Fun.Kit > Xamarin.Firebase.Analytics, and 'FirebaseAnalytics.GetInstance' is used; "
            + "source https://github.com/dotnet/android-libraries): not declared: remove it, or declare 'Google Analytics for Firebase' in kwaliteitskader.json under trackers, with ground and purpose"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_binding_of_ones_own_by_its_namespace()
    {
        var test = Verify.Test(Code);
        test.TestState.AdditionalReferences.Add(TrackerStubs.Assembly("Zorg.Droid.Bindings", TrackerStubs.FirebaseAnalytics));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4204", DiagnosticSeverity.Warning).WithNoLocation().WithMessage(
            "Google Analytics for Firebase (analytics) comes into the app with assembly Zorg.Droid.Bindings (its namespace Firebase.Analytics matches 'Firebase.Analytics' of the tracker list; source https://firebase.google.com/docs/analytics/get-started): "
            + "not declared: remove it, or declare 'Google Analytics for Firebase' in kwaliteitskader.json under trackers, with ground and purpose"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_type_of_the_platform()
    {
        var test = Verify.Test("class Start { void Go() => {|#0:StoreKit.SKAdNetwork.RegisterAppForAdNetworkAttribution()|}; }");
        test.TestState.AdditionalReferences.Add(TrackerStubs.Assembly("Microsoft.iOS", TrackerStubs.AppleFrameworks));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4204", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "Apple SKAdNetwork (attribution: which advertisement brought somebody here) comes into the app with 'SKAdNetwork.RegisterAppForAdNetworkAttribution' ('SKAdNetwork.RegisterAppForAdNetworkAttribution' is used; source https://developer.apple.com/documentation/storekit/skadnetwork): "
            + "not declared: remove it, or declare 'Apple SKAdNetwork' in kwaliteitskader.json under trackers, with ground and purpose"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_users_list_adds_and_takes_away() => Expect(
        DiagnosticSeverity.Warning,
        null,
        ("/0/KkAnalyzers.Trackers.txt", "! Xamarin.Firebase.Analytics*\nAcme.Stats | package | Acme | analytics | https://acme.example/stats\n"),
        (Packages, Analytics + "direct|Acme.Stats|1.0.0|\n"),
        ("/0/MoodDiary.csproj", """<Project><PackageReference Include="{|#0:Acme.Stats|}" Version="1.0.0" /></Project>"""));

    [Fact]
    public async Task The_inventory_lists_declared_and_undeclared()
    {
        var compilation = (await ModelProbe.Compile(Code))
            .AddReferences(TrackerStubs.Assembly("Zorg.Droid.Bindings", TrackerStubs.FirebaseAnalytics));
        var records = await ModelProbe.Records(
            compilation,
            new TrackerAnalyzer(),
            (Packages, "direct|Matomo.Maui|8.0.0|\ndirect|Xamarin.Google.UserMessagingPlatform|3.0.0|\ntransitive|Sentry|5.0.0|Fun.Kit > Sentry\n"),
            (Declaration, """{ "trackers": [{ "name": "Matomo", "ground": "consent", "purpose": "count" }] }"""),
            ("/0/Home.xaml", """<Page xmlns:c="clr-namespace:Plugin.AdMob"><c:BannerAd /></Page>"""));
        Assert.Equal(
            [
                "=<c:BannerAd>|=Google AdMob|=ads|=control|@ReferenceDirect|=|=",
                "@SubjectAssembly\u001FZorg.Droid.Bindings|=Google Analytics for Firebase|=analytics|=namespace|@ReferenceDirect|=|=",
                "@SubjectPackage\u001FMatomo.Maui|=Matomo|=analytics|=package|@ReferenceDirect|=consent|=count",
                "@SubjectPackage\u001FSentry|=Sentry|=crash-reporting|=package|@ReferenceTransitive|=|=",
                "@SubjectPackage\u001FXamarin.Google.UserMessagingPlatform|=Google User Messaging Platform|=consent|=package|@ReferenceDirect|=|=",
            ],
            records.Where(r => r.GetValueOrDefault("inventory") == "third-party-sdks")
                .Select(r => string.Join('|', new[] { "sdk", "vendor", "category", "surface", "reference", "ground", "purpose" }.Select(c => r["col." + c])))
                .Order(StringComparer.Ordinal));
    }

    private static Task Expect(DiagnosticSeverity severity, string? message, params (string Path, string Text)[] files)
    {
        var test = Verify.Test(Code, files);
        var result = new DiagnosticResult("KK4204", severity).WithLocation(0);
        test.ExpectedDiagnostics.Add(message is null ? result : result.WithMessage(message));
        return test.RunAsync();
    }
}
