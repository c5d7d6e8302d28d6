using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Tests.Consent;

/// <summary>Names found in public code and names made up, with the type they stand in; what a "yes" of theirs means.</summary>
public class ConsentNamesTests
{
    internal static readonly ConsentReader Reader = new(new ConsentVocabulary(ConsentVocabulary.List.BuiltIn));

    public static TheoryData<string, string> SaysYes => new()
    {
        { "Newsletter", "NotificationPreferencesViewModel" },
        { "Promotions", "NotificationPreferencesViewModel" },
        { "SubscribeToNewsletter", "RegisterRequest" },
        { "SubscribeNewsletter", "" },
        { "IncludeNewsletter", "" },
        { "NewsLetter", "" },
        { "AllowNewsletter", "RegisterModel" },
        { "DailyNewsletter", "SubscribeEntity" },
        { "AdvertisingUpdates", "SubscribeEntity" },
        { "EventUpdates", "SubscribeEntity" },
        { "EmailPromotions", "UserNotificationSettings" },
        { "EmailNewsletter", "UserNotificationSettings" },
        { "EmailPriceDrops", "UserNotificationSettings" },
        { "ReceivePromotions", "UserPreferences" },
        { "ReceiveNewsletter", "UserPreferences" },
        { "AcceptTerms", "RegisterModel" },
        { "Consent", "FaceEmbedding" },
        { "consent", "newsletter_subscriptions" },
        { "GdprConsent", "Booking" },
        { "SignOfConsent", "Customer" },
        { "NotifyConsent", "" },
        { "HasConsented", "" },
        { "ConsentGiven", "" },
        { "IsConsentGiven", "" },
        { "MarketingConsent", "" },
        { "MarketingOptIn", "" },
        { "OptIn", "" },
        { "OptInNewsletter", "" },
        { "EmailOptIn", "" },
        { "AnalyticsEnabled", "UserSettings" },
        { "AllowAnalytics", "" },
        { "AllowTelemetry", "" },
        { "ShareUsageData", "" },
        { "ShareData", "" },
        { "ShareHealthData", "" },
        { "ShareWithCaregivers", "" },
        { "DataSharing", "" },
        { "ShareWithThirdParties", "" },
        { "AllowThirdPartyCookies", "" },
        { "AcceptAllCookies", "" },
        { "MarketingCookies", "" },
        { "AllowProfiling", "" },
        { "PersonalizedAds", "" },
        { "AllowPersonalisation", "" },
        { "ShareLocation", "" },
        { "LocationSharing", "" },
        { "EnableLocationTracking", "" },
        { "SyncContacts", "" },
        { "IsProfilePublic", "" },
        { "ProfileVisible", "" },
        { "VisibleToEveryone", "" },
        { "AddInsurance", "" },
        { "IncludeDonation", "" },
        { "UseDataForResearch", "" },
        { "ResearchParticipation", "" },
        { "AllowAiTraining", "" },
        { "AgreeToTerms", "" },
        { "AgreePrivacyPolicy", "" },
        { "Nieuwsbrief", "Gebruiker" },
        { "OntvangNieuwsbrief", "" },
        { "InteresseNieuwsbrief", "" },
        { "HeeftToestemming", "Client" },
        { "ToestemmingGegeven", "" },
        { "GeeftToestemming", "" },
        { "ToestemmingGegevensdeling", "" },
        { "DeelGegevens", "" },
        { "GegevensDelenMetDerden", "" },
        { "DelenMetMantelzorger", "" },
        { "DeelLocatie", "" },
        { "OntvangReclame", "" },
        { "AanbiedingenOntvangen", "" },
        { "AkkoordVoorwaarden", "" },
        { "VoorwaardenAanvaard", "" },
        { "ProfielOpenbaar", "" },
        { "DeelnameOnderzoek", "" },
        { "Consentement", "" },
        { "ConsentementDonne", "" },
        { "RecevoirNewsletter", "" },
        { "AccepteOffres", "" },
        { "PartageDonnees", "" },
        { "PartagerAvecTiers", "" },
        { "AccepterCookies", "" },
        { "Geolocalisation", "Utilisateur" },
        { "ProfilPublic", "" },
        { "AccepteConditions", "" },
        { "DisableOptOut", "" },
        { "NoOptOut", "" },
    };

    public static TheoryData<string, string> SaysNothing => new()
    {
        { "NeedCookieConsent", "PageModel" },
        { "RequireConsent", "ClientSettings" },
        { "RequiresConsent", "CreatePhotoDto" },
        { "RequireExplicitConsent", "" },
        { "RememberConsent", "InputModel" },
        { "AllowRememberConsent", "Client" },
        { "ShowPhotoConsent", "" },
        { "IsConsentRequired", "" },
        { "ConsentRequired", "" },
        { "AskForConsent", "" },
        { "ShowConsentDialog", "" },
        { "CheckConsentNeeded", "CookiePolicyOptions" },
        { "ShowCookieBanner", "" },
        { "AllowOptOut", "" },
        { "AllowUserOptOut", "" },
        { "RespectOptOut", "" },
        { "RespectDoNotTrack", "" },
        { "ShowFooterOptOut", "" },
        { "TelemetryOptOut", "" },
        { "EmailOptOut", "" },
        { "SMSOptOut", "" },
        { "LoggingOptOut", "" },
        { "OptOut", "OptOutRequest" },
        { "OptedOut", "" },
        { "IsOptedOut", "" },
        { "MarketingOptOut", "" },
        { "Unsubscribed", "" },
        { "IsUnsubscribed", "" },
        { "DoNotTrack", "" },
        { "DoNotContact", "" },
        { "DoNotSell", "" },
        { "DisableAnalytics", "" },
        { "DisableTelemetry", "" },
        { "DisableTracking", "" },
        { "HideMarketing", "" },
        { "HideFromSearch", "" },
        { "HideProfile", "" },
        { "BlockThirdPartyCookies", "" },
        { "MutePromotions", "" },
        { "NoMarketing", "" },
        { "StopNewsletter", "" },
        { "WithoutTracking", "" },
        { "SuppressMarketingEmails", "" },
        { "LimitAdTracking", "" },
        { "AnonymizeAnalytics", "" },
        { "RejectCookies", "" },
        { "DeclineMarketing", "" },
        { "WithdrawConsent", "" },
        { "ConsentWithdrawn", "" },
        { "IsPrivate", "" },
        { "ShowNotifications", "AppConfig" },
        { "EnableNotifications", "AppConfig" },
        { "WindowsNotifications", "" },
        { "OrderUpdates", "NotificationPreferencesViewModel" },
        { "SecurityAlerts", "NotificationPreferencesViewModel" },
        { "AppointmentReminders", "" },
        { "MedicationReminderNotifications", "" },
        { "EmailEnabled", "SmtpOptions" },
        { "EnableNewsletter", "SiteSettings" },
        { "EnableAnalytics", "SiteSettings" },
        { "EnableChatbot", "SiteSettings" },
        { "RememberMe", "" },
        { "IsActive", "" },
        { "EnableSounds", "" },
        { "DarkMode", "" },
        { "AllowAnonymousOptOut", "" },
        { "RequirePkce", "" },
        { "AllowOfflineAccess", "" },
        { "NewsletterSent", "" },
        { "ConsentExists", "" },
        { "ConsentLoaded", "" },
        { "TermsUrl", "" },
        { "NewsletterTemplate", "" },
        { "CookieName", "" },
        { "LocationService", "" },
        { "SharedMemory", "" },
        { "ResearchLab", "" },
        { "GeenNieuwsbrief", "" },
        { "NieuwsbriefUitgeschakeld", "" },
        { "ToestemmingVereist", "" },
        { "ToestemmingGevraagd", "" },
        { "VraagToestemming", "" },
        { "ToestemmingIngetrokken", "" },
        { "WeigerCookies", "" },
        { "GeenReclame", "" },
        { "NietContacteren", "" },
        { "AfgemeldNieuwsbrief", "" },
        { "TrackingUitgeschakeld", "" },
        { "ProfielVerborgen", "" },
        { "AnoniemDelen", "" },
        { "ConsentementRequis", "" },
        { "DemanderConsentement", "" },
        { "ConsentementRetire", "" },
        { "RefusCookies", "" },
        { "SansTracking", "" },
        { "DesinscriptionNewsletter", "" },
        { "AfficherBanniereCookies", "" },
        { "PasDePublicite", "" },
        { "NePasContacter", "" },
    };

    /// <summary>A false here switches protection off. That is no default of a choice: it belongs to KK3206.</summary>
    public static TheoryData<string> Protects => new()
    {
        "RequireConsent",
        "IsConsentRequired",
        "ShowCookieBanner",
        "RespectDoNotTrack",
        "RespectOptOut",
        "AllowOptOut",
        "AskConsentBeforeTracking",
        "ToestemmingVereist",
        "ConsentementRequis",
    };

    [Theory]
    [MemberData(nameof(SaysYes))]
    public void A_yes_that_nobody_chose_is_a_warning(string name, string owner) =>
        Assert.Equal(DiagnosticSeverity.Warning, Weigh(name, owner));

    [Theory]
    [MemberData(nameof(SaysNothing))]
    public void A_yes_is_no_consent(string name, string owner) => Assert.Null(Weigh(name, owner));

    [Theory]
    [MemberData(nameof(Protects))]
    public void A_rule_or_a_way_out_is_no_choice(string name) =>
        Assert.True(Reader.Name(name) is { Polarity: ConsentPolarity.Rule or ConsentPolarity.WayOut });

    /// <summary>KK3209 reports what renews itself.</summary>
    [Theory]
    [InlineData("AutoRenew")]
    [InlineData("AutoRenewal")]
    [InlineData("IsRecurring")]
    [InlineData("AutomatischVerlengen")]
    [InlineData("StilzwijgendeVerlenging")]
    [InlineData("RenouvellementAutomatique")]
    public void Renewal_is_left_to_its_own_rule(string name)
    {
        Assert.Equal(ConsentSubjects.Renewal, Reader.Name(name)?.Subject);
        Assert.Null(Weigh(name, "UserSubscription"));
    }

    /// <summary>Words of care and of media players that look like consent; the first two were found in public code.</summary>
    [Theory]
    [InlineData("PlayDefaultAudioTrack", "User")]
    [InlineData("EnablePublicSharing", "UserPolicy")]
    [InlineData("KlinischOnderzoek", "Patient")]
    [InlineData("OnderzoekUitgevoerd", "Patient")]
    [InlineData("AccepteTiersPayant", "Patient")]
    [InlineData("Derdebetaler", "Patient")]
    [InlineData("SuiviActif", "Patient")]
    [InlineData("HasContacts", "Client")]
    [InlineData("EmailContacts", "Client")]
    [InlineData("HeeftActies", "Client")]
    [InlineData("Recherche", "UtilisateurPage")]
    [InlineData("IsLocationKnown", "Patient")]
    [InlineData("DiagnoseBevestigd", "Patient")]
    [InlineData("ZorgplanAkkoord", "Client")]
    public void Words_of_care_that_mean_something_else(string name, string owner) => Assert.Null(Weigh(name, owner));

    private static DiagnosticSeverity? Weigh(string name, string owner) =>
        Reader.Name(name) is { } reading ? ConsentReader.Weigh(reading, Reader.Owner(IdentifierTokens.Split(owner))) : null;
}
