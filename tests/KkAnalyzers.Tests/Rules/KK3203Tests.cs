using KkAnalyzers.Tests.Consent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.ConsentSettingsAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK3203Tests
{
    [Fact]
    public Task Settings_of_the_program_are_silent() => Silent("""
        {
          "Logging": { "LogLevel": { "Default": "Information" }, "IncludeScopes": true },
          "AllowedHosts": "*",
          "ApplicationInsights": { "EnableUsageTracking": true, "EnableAdaptiveSampling": true },
          "OpenTelemetry": { "Enabled": true, "ShareUsageData": true },
          "Telemetry": { "Enabled": true, "AllowAnalytics": true },
          "Metrics": { "AnalyticsEnabled": true },
          "Features": { "Newsletter": true, "Analytics": true, "Chat": true },
          "Modules": { "NewsletterEnabled": true },
          "FeatureManagement": { "Newsletter": true, "MarketingOptIn": true, "Tracking": { "EnabledFor": [ { "Name": "AlwaysOn" } ] } },
          "Site": { "EnableNewsletter": true },
          "Smtp": { "EmailEnabled": true },
          "Notifications": { "Email": true, "AppointmentReminders": true },
          "Payments": { "AcceptTerms": true },
          "ACCEPT_EULA": "yes",
          "Cookies": { "Enabled": true },
          "CookieConsent": { "Enabled": true },
          "Consent": { "Url": "https://zorg.example/consent", "TemplateId": 1 },
          "UseCookies": true,
          "Newsletter": { "Template": "yes", "SendOnMonday": true }
        }
        """);

    [Fact]
    public Task Case60_a_default_for_people() => Flags("""
        {
          // comments are allowed
          "Privacy": { "ShareUsageData": [|true|], "ShareLocation": false, },
          "Defaults": { "MarketingConsent": [|true|], "Nieuwsbrief": "[|on|]", "DataSharing": "[|granted|]", "ConsentementDonne": "[|oui|]", "OptIn": [|1|], "Theme": "dark" },
          "UserPreferences": { "Newsletter": [|true|], "AllowAnalytics": "[|yes|]" },
          "StandaardVoorkeuren": { "DeelGegevens": [|true|] },
          "Registration": { "SubscribeToNewsletter": { "Default": [|true|] } },
          "FeatureManagement": { "NewsletterOptInByDefault": [|true|], "ShareDataByDefault": { "EnabledFor": [ { "Name": "[|AlwaysOn|]" } ] } },
          "feature_management": { "feature_flags": [ { "id": "Chat", "enabled": true }, { "id": "NewsletterOptInByDefault", "enabled": [|true|] } ] }
        }
        """);

    [Fact]
    public Task Case61_polarity() => Silent("""
        {
          "Privacy": { "RequireConsent": true, "RespectDoNotTrack": true, "DoNotTrack": true, "DisableAnalytics": true, "AllowOptOut": true, "OptOutOfMarketing": false },
          "Defaults": { "RequireExplicitConsent": true, "GeenNieuwsbrief": true, "RefusCookies": true },
          "CookiePolicy": { "CheckConsentNeeded": true }
        }
        """);

    [Fact]
    public Task Case62_messages_of_the_service() => Silent("""{ "UserDefaults": { "AppointmentReminders": true, "DeliveryUpdates": true } }""");

    [Fact]
    public Task Case62_a_channel_is_information() => Information("""{ "UserDefaults": { "EmailNotifications": {|#0:true|} } }""");

    [Fact]
    public async Task Case63_a_switch_of_the_shop_is_a_feature_and_the_same_name_in_a_registration_is_not()
    {
        await Silent("""{ "Shop": { "AllowNewsletter": true, "EnableReviews": true }, "Tenant": { "AllowNewsletter": true } }""");
        await Flags("""{ "Registration": { "AllowNewsletter": [|true|] } }""");
    }

    [Fact]
    public Task Case64_remembering_and_showing_are_silent() => Silent("""{ "Privacy": { "RememberConsent": true, "ShowConsentForm": true } }""");

    [Fact]
    public Task A_noun_or_verb_of_consent_without_a_person_is_information() => Information("""{ "MarketingOptIn": {|#0:true|} }""");

    [Fact]
    public async Task Protection_that_is_switched_off()
    {
        await Flags("""{ "CookiePolicy": { "CheckConsentNeeded": [|false|] }, "Tracking": { "RespectDoNotTrack": [|false|], "AllowOptOut": "[|off|]" } }""");
        await Information("""{ "IdentityServer": { "Clients": [ { "ClientId": "portal", "RequireConsent": {|#0:false|} } ] } }""");
        await Information("""{ "Site": { "ShowCookieBanner": {|#0:false|} } }""");
        await Silent("""{ "Site": { "ShowTerms": false, "ShowNewsletter": false, "RequireLogin": false } }""");
    }

    [Fact]
    public async Task The_class_that_reads_the_section_tells_whom_it_is_about()
    {
        await Verify.Flags("public class ClientPreferenceOptions { public bool AllowProfiling { get; set; } }", ("/0/appsettings.json", """{ "Portal": { "AllowProfiling": [|true|] } }"""));
        await Verify.Silent("public class ServerOptions { public bool AllowProfiling { get; set; } }", ("/0/appsettings.json", """{ "Portal": { "AllowProfiling": true } }"""));
    }

    [Fact]
    public async Task Files_for_development_and_other_files_are_silent()
    {
        const string Yes = """{ "Privacy": { "ShareUsageData": true } }""";
        await Verify.Silent("", ("/0/appsettings.Development.json", Yes), ("/0/appsettings.Test.json", Yes), ("/0/data.json", Yes));
        await Verify.Flags("", ("/0/appsettings.Production.json", Yes.Replace("true", "[|true|]", StringComparison.Ordinal)));
    }

    [Fact]
    public Task Every_name_of_the_research_that_says_yes() =>
        Flags("{ \"Defaults\": { " + string.Join(", ", ConsentNamesTests.SaysYes.Select(r => (string)r[0]).Where(n => n is not ("AddInsurance" or "IncludeDonation")).Select(n => $"\"{n}\": [|true|]")) + " } }");

    [Fact]
    public Task Every_name_of_the_research_that_says_nothing() =>
        Silent("{ \"Defaults\": { " + string.Join(", ", ConsentNamesTests.SaysNothing.Where(r => !((string)r[1]).StartsWith("Site", StringComparison.Ordinal)).Select(r => $"\"{r[0]}\": true")) + " } }");

    [Fact]
    public Task A_file_that_ends_in_the_middle() => Silent("""{ "Privacy": { "ShareUsageData": """);

    [Fact]
    public async Task The_message_shows_how_negations_cancel_out()
    {
        var test = Verify.Test("", ("/0/appsettings.json", """{ "Privacy": { "DisableOptOut": {|#0:true|} } }"""));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3203", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "The setting 'Privacy:DisableOptOut' says yes to consent for people who chose nothing: it is true, and 'opt out' is on the word list Consent (disable + opt out: the negations cancel each other out, so that true means yes)"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Rows_of_the_inventory()
    {
        var test = Verify.Test("", ("/0/appsettings.json", """{ "Defaults": { "Newsletter": {|#0:true|}, "OptIn": {|#1:false|}, "Theme": "dark" } }""")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3203", DiagnosticSeverity.Warning).WithLocation(0));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3203 inspected=2 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithLocation(0).WithMessage("consent-members: Defaults:Newsletter, a newsletter, given, true, configuration, KK3203"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithLocation(1).WithMessage("consent-members: Defaults:OptIn, consent, given, false, configuration, "));
        await test.RunAsync();
    }

    [Fact]
    public async Task A_test_project_is_not_inspected()
    {
        var test = Verify.Test("", ("/0/appsettings.json", """{ "Privacy": { "ShareUsageData": true } }"""));
        test.TestState.AdditionalReferences.Add(typeof(FactAttribute).Assembly);
        await test.RunAsync();
    }

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK3203");
        await Flags("{ " + rule.Violation![0].Replace("true", "[|true|]", StringComparison.Ordinal) + " }");
        await Silent("{ " + rule.Clean![0] + " }");
    }

    private static Task Silent(string json) => Verify.Silent("", ("/0/appsettings.json", json));

    private static Task Flags(string json) => Verify.Flags("", ("/0/appsettings.json", json));

    private static Task Information(string json)
    {
        var test = Verify.Test("", ("/0/appsettings.json", json));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3203", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }
}
