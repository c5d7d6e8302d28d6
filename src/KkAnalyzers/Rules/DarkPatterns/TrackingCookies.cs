using System.Collections.Immutable;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>Names of cookies that measure or follow people, as their makers document them.</summary>
internal static class TrackingCookies
{
    private static readonly ImmutableArray<string> Beginnings = ImmutableArray.Create(
        "_ga", "_gid", "_gat", // Google Analytics: https://support.google.com/analytics/answer/11397207
        "_gcl_", // Google Ads: https://business.safety.google/adscookies/
        "_fbp", "_fbc", // Meta: https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc
        "_hj", // Hotjar: https://help.hotjar.com/hc/en-us/articles/6952777582999
        "_pk_", // Matomo: https://matomo.org/faq/general/faq_146/
        "amplitude_", "AMP_", // Amplitude: https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management
        "mp_", // Mixpanel: https://docs.mixpanel.com/docs/privacy/protecting-user-data
        "_clck", "_clsk", // Microsoft Clarity: https://learn.microsoft.com/clarity/setup-and-installation/clarity-cookies
        "_uet"); // Microsoft Advertising: https://help.ads.microsoft.com/#apex/ads/en/53056

    public static bool Has(string name)
    {
        foreach (var beginning in Beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.Ordinal))
            {
                return beginning != "mp_" || name.EndsWith("_mixpanel", StringComparison.Ordinal);
            }
        }

        return false;
    }
}
