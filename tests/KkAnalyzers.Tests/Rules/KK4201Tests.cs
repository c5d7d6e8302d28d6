using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Advertising.KK4201Analyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK4201Tests
{
    private const string Code = "class MoodDiary;";

    [Fact]
    public Task Silent_without_advertising() => Verify.Silent(
        Code,
        ("/0/MoodDiary.csproj", """<Project><ItemGroup><PackageReference Include="CommunityToolkit.Mvvm" Version="8.4.0" /></ItemGroup></Project>"""),
        ("/0/obj/kk.packages.txt", "direct|CommunityToolkit.Mvvm|8.4.0|\n"));

    [Fact]
    public Task Case_58_crash_reporting_is_not_advertising() => Verify.Silent(
        Code,
        ("/0/MoodDiary.csproj", """<Project><PackageReference Include="Sentry.Maui" Version="5.0.0" /></Project>"""),
        ("/0/obj/kk.packages.txt", "direct|Sentry.Maui|5.0.0|\ndirect|Microsoft.ApplicationInsights|2.22.0|\ntransitive|Microsoft.AppCenter.Crashes|5.0.6|Sentry.Maui > Microsoft.AppCenter.Crashes\n"));

    [Fact]
    public Task Silent_on_a_name_that_merely_begins_alike() => Verify.Silent(
        Code,
        ("/0/obj/kk.packages.txt", "direct|Plugin.AdMobileAlarm|1.0.0|\ndirect|Huawei.Hms.Push|6.0.0|\n"));

    [Fact]
    public Task Case_58_package_reference_of_an_advertising_sdk() => Verify.Flags(
        Code,
        ("/0/MoodDiary.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <!-- <PackageReference Include="Plugin.MauiMTAdmob" Version="1.0.0" /> -->
                <PackageReference Include="[|Plugin.MauiMTAdmob|]" Version="2.0.4" />
              </ItemGroup>
            </Project>
            """),
        ("/0/obj/kk.packages.txt", "direct|Plugin.MauiMTAdmob|2.0.4|\n"));

    [Fact]
    public Task A_package_from_a_shared_props_file_is_shown_there() => Verify.Flags(
        Code,
        ("/0/MoodDiary.csproj", """<Project Sdk="Microsoft.NET.Sdk" />"""),
        ("/Directory.Build.props", """
            <Project>
              <ItemGroup>
                <PackageReference
                    Include="[|Xamarin.GooglePlayServices.Ads|]" />
              </ItemGroup>
            </Project>
            """),
        ("/0/obj/kk.packages.txt", "direct|Xamarin.GooglePlayServices.Ads|124.0.0|\n"));

    [Fact]
    public Task Case_59_transitive_package_is_information_with_its_path()
    {
        var test = Verify.Test(
            Code,
            ("/0/MoodDiary.csproj", """<Project><PackageReference Include="{|#0:Fun.Games.Kit|}" Version="1.0.0" /></Project>"""),
            ("/0/obj/kk.packages.txt", "direct|Fun.Games.Kit|1.0.0|\ntransitive|Plugin.AdMob|4.0.0|Fun.Games.Kit > Plugin.AdMob\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4201", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "Package Plugin.AdMob brings the advertising SDK of Google AdMob into the app "
            + "(nobody asked for it: it comes in as Fun.Games.Kit > Plugin.AdMob; source https://github.com/marius-bughiu/Plugin.AdMob)"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("MauiAds.Binding", "Com.AppLovin.Sdk", "AppLovin", "Com.AppLovin", "Com.Applovin", "https://developers.google.com/admob/android/mediation/applovin")]
    [InlineData("Own.Ads.Droid", "Com.IronSource.Mediationsdk", "ironSource LevelPlay", "Com.IronSource", "Com.Ironsource", "https://developers.google.com/admob/android/mediation/ironsource")]
    public Task A_binding_that_people_made_themselves_is_seen_by_its_namespace(string assembly, string declared, string vendor, string seen, string listed, string source)
    {
        var test = Verify.Test(Code);
        test.TestState.AdditionalReferences.Add(Reference(assembly, $"namespace {declared} {{ public class Sdk; }}"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4201", DiagnosticSeverity.Warning).WithNoLocation().WithMessage(
            $"Assembly {assembly} brings the advertising SDK of {vendor} into the app (its namespace {seen} matches '{listed}' of the tracker list; source {source})"));
        return test.RunAsync();
    }

    [Fact]
    public Task An_assembly_without_package_facts_is_seen_by_its_name()
    {
        var test = Verify.Test(Code, ("/0/MoodDiary.csproj", """<Project><Reference Include="{|#0:Huawei.Hms.AdsLite|}"><HintPath>lib/Huawei.Hms.AdsLite.dll</HintPath></Reference></Project>"""));
        test.TestState.AdditionalReferences.Add(Reference("Huawei.Hms.AdsLite", "public class Anything;"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4201", DiagnosticSeverity.Warning).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task The_projects_own_code_in_such_a_namespace_is_no_reference() =>
        Verify.Silent("namespace Com.Inmobi.Migration { class LeftOver; }");

    [Fact]
    public Task A_users_list_adds_and_takes_away() => Verify.Flags(
        Code,
        ("/0/KkAnalyzers.Trackers.txt", "! Plugin.AdMob\nAcme.Ads.* | package | Acme | ads | https://acme.example/ads\n"),
        ("/0/MoodDiary.csproj", """
            <Project>
              <PackageReference Include="Plugin.AdMob" Version="4.0.0" />
              <PackageReference Include="[|Acme.Ads.Maui|]" Version="1.0.0" />
            </Project>
            """),
        ("/0/obj/kk.packages.txt", "direct|Plugin.AdMob|4.0.0|\ndirect|Acme.Ads.Maui|1.0.0|\n"));

    [Fact]
    public Task A_tracker_that_is_no_advertising_is_left_to_KK4204()
    {
        var test = Verify.Test(Code, ("/0/obj/kk.packages.txt", "direct|Xamarin.Firebase.Analytics|122.0.0|\ndirect|OneSignalSDK.DotNet|5.0.0|\n"));
        test.TestState.AdditionalReferences.Add(Reference("Own.Firebase.Binding", TrackerStubs.FirebaseAnalytics));
        return test.RunAsync();
    }

    [Fact]
    public Task A_platform_that_has_advertising_types_is_no_advertising_sdk()
    {
        var test = Verify.Test(Code);
        test.TestState.AdditionalReferences.Add(Reference("Microsoft.iOS", TrackerStubs.AppleFrameworks));
        return test.RunAsync();
    }

    [Fact]
    public Task Declared_advertising_stays_advertising() => Verify.Flags(
        Code,
        ("/0/MoodDiary.csproj", """<Project><PackageReference Include="[|Plugin.AdMob|]" Version="4.0.0" /></Project>"""),
        ("/0/kwaliteitskader.json", """{ "trackers": [{ "name": "Plugin.AdMob", "ground": "consent", "purpose": "pays for the app" }] }"""),
        ("/0/obj/kk.packages.txt", "direct|Plugin.AdMob|4.0.0|\n"));

    private static MetadataReference Reference(string name, string source) => TrackerStubs.Assembly(name, source);
}
