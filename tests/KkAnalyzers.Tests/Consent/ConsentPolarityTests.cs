using System.Globalization;
using KkAnalyzers.Consent;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Tests.Consent;

/// <summary>The truth table of the polarity engine: what a yes of a name means, and which of its words say so.</summary>
public class ConsentPolarityTests
{
    private static readonly ConsentReader Reader = ConsentNamesTests.Reader;

    public static TheoryData<string> Agrees => [.. ConsentNamesTests.SaysYes.Select(r => (string)r[0])];

    [Theory]
    [MemberData(nameof(Agrees))]
    public void Every_name_that_says_yes_reads_as_given(string name)
    {
        var reading = Reader.Name(name)!;
        Assert.Equal(ConsentPolarity.Given, reading.Polarity);
        Assert.True(reading.Turns.Length % 2 == 0);
        Assert.Null(reading.Frame);
    }

    // Refusals: one negation.
    [Theory]
    [InlineData("TelemetryOptOut", "opt out")]
    [InlineData("EmailOptOut", "opt out")]
    [InlineData("OptedOut", "opted out")]
    [InlineData("Unsubscribed", "unsubscribed")]
    [InlineData("DoNotTrack", "do not track")]
    [InlineData("DoNotContact", "do not contact")]
    [InlineData("DisableAnalytics", "disable")]
    [InlineData("HideMarketing", "hide")]
    [InlineData("BlockThirdPartyCookies", "block")]
    [InlineData("NoMarketing", "no")]
    [InlineData("StopNewsletter", "stop")]
    [InlineData("WithoutTracking", "without")]
    [InlineData("LimitAdTracking", "limit")]
    [InlineData("WithdrawConsent", "withdraw")]
    [InlineData("ConsentWithdrawn", "withdrawn")]
    [InlineData("GeenNieuwsbrief", "geen")]
    [InlineData("NieuwsbriefUitgeschakeld", "uitgeschakeld")]
    [InlineData("ToestemmingIngetrokken", "ingetrokken")]
    [InlineData("NietContacteren", "niet contacteren")]
    [InlineData("RefusCookies", "refus")]
    [InlineData("SansTracking", "sans")]
    [InlineData("PasDePublicite", "pas")]
    [InlineData("ConsentementRetire", "retire")]
    public void One_negation_refuses(string name, string turn)
    {
        var reading = Reader.Name(name)!;
        Assert.Equal(ConsentPolarity.Refused, reading.Polarity);
        Assert.Equal(turn, Assert.Single(reading.Turns));
    }

    // Double negatives, and three.
    [Theory]
    [InlineData("DisableOptOut", nameof(ConsentPolarity.Given), "disable + opt out")]
    [InlineData("NoOptOut", nameof(ConsentPolarity.Given), "no + opt out")]
    [InlineData("DisableDoNotTrack", nameof(ConsentPolarity.Given), "disable + do not track")]
    [InlineData("IgnoreNothing", null, "")]
    [InlineData("DoNotDisableTracking", nameof(ConsentPolarity.Given), "do not + disable")]
    [InlineData("NietAfgemeldNieuwsbrief", nameof(ConsentPolarity.Given), "niet + afgemeld")]
    [InlineData("PasDesactiverPublicite", nameof(ConsentPolarity.Given), "pas + desactiver")]
    [InlineData("NeverDisableOptOut", nameof(ConsentPolarity.Refused), "never + disable + opt out")]
    public void Each_negation_turns_once(string name, string? polarity, string turns)
    {
        var reading = Reader.Name(name);
        Assert.Equal(polarity, reading?.Polarity.ToString());
        Assert.Equal(turns, string.Join(" + ", reading?.Turns.AsEnumerable() ?? []));
    }

    // Rules and ways out, whatever negation stands beside.
    [Theory]
    [InlineData("RequireConsent", nameof(ConsentPolarity.Rule), "require")]
    [InlineData("RequiresConsent", nameof(ConsentPolarity.Rule), "requires")]
    [InlineData("RequireExplicitConsent", nameof(ConsentPolarity.Rule), "require")]
    [InlineData("RememberConsent", nameof(ConsentPolarity.Rule), "remember")]
    [InlineData("IsConsentRequired", nameof(ConsentPolarity.Rule), "required")]
    [InlineData("AskConsentBeforeTracking", nameof(ConsentPolarity.Rule), "ask")]
    [InlineData("ShowCookieBanner", nameof(ConsentPolarity.Rule), "show")]
    [InlineData("CheckConsentNeeded", nameof(ConsentPolarity.Rule), "check")]
    [InlineData("RespectDoNotTrack", nameof(ConsentPolarity.Rule), "respect")]
    [InlineData("RespectOptOut", nameof(ConsentPolarity.Rule), "respect")]
    [InlineData("ToestemmingVereist", nameof(ConsentPolarity.Rule), "vereist")]
    [InlineData("VraagToestemming", nameof(ConsentPolarity.Rule), "vraag")]
    [InlineData("ConsentementRequis", nameof(ConsentPolarity.Rule), "requis")]
    [InlineData("DemanderConsentement", nameof(ConsentPolarity.Rule), "demander")]
    [InlineData("AllowOptOut", nameof(ConsentPolarity.WayOut), "allow")]
    [InlineData("AllowUserOptOut", nameof(ConsentPolarity.WayOut), "allow")]
    public void A_rule_or_a_way_out_is_no_answer(string name, string polarity, string frame)
    {
        var reading = Reader.Name(name)!;
        Assert.Equal(polarity, reading.Polarity.ToString());
        Assert.Equal(frame, reading.Frame);
    }

    /// <summary>To ignore a refusal is a claim, to ask nothing is information.</summary>
    [Theory]
    [InlineData("RespectDoNotTrack", DiagnosticSeverity.Warning)]
    [InlineData("RespectOptOut", DiagnosticSeverity.Warning)]
    [InlineData("AllowOptOut", DiagnosticSeverity.Warning)]
    [InlineData("RequireConsent", DiagnosticSeverity.Info)]
    [InlineData("IsConsentRequired", DiagnosticSeverity.Info)]
    [InlineData("ShowCookieBanner", DiagnosticSeverity.Info)]
    [InlineData("AskConsentBeforeTracking", DiagnosticSeverity.Info)]
    [InlineData("ToestemmingVereist", DiagnosticSeverity.Info)]
    [InlineData("ConsentementRequis", DiagnosticSeverity.Info)]
    [InlineData("ShowTerms", null)]
    [InlineData("DisableConsentCheck", null)]
    [InlineData("MarketingConsent", null)]
    [InlineData("DoNotTrack", null)]
    public void Protection_that_is_switched_off(string name, DiagnosticSeverity? severity) =>
        Assert.Equal(severity, Reader.Name(name) is { } reading ? ConsentReader.WeighOff(reading) : null);

    /// <summary>A wish of a person asks for a flag to opt out; a command to the program does not.</summary>
    [Theory]
    [InlineData("OptOutOfMarketing", true)]
    [InlineData("GeenReclame", true)]
    [InlineData("DoNotContact", true)]
    [InlineData("NoMarketing", true)]
    [InlineData("PasDePublicite", true)]
    [InlineData("DisableAnalytics", false)]
    [InlineData("HideMarketing", false)]
    [InlineData("TrackingUitgeschakeld", false)]
    public void Wishes_and_commands(string name, bool isWish) => Assert.Equal(isWish, Reader.Name(name)!.IsWish);

    [Theory]
    [InlineData("en", " (disable + opt out: the negations cancel each other out, so that true means yes)")]
    [InlineData("nl", " (disable + opt out: de ontkenningen heffen elkaar op, zodat true ja betekent)")]
    [InlineData("fr", " (disable + opt out : les négations s’annulent, si bien que true veut dire oui)")]
    public void The_reasoning_is_told_where_the_name_is_not_plain(string language, string text)
    {
        Assert.Equal(text, ((LocalizableString)Reader.Name("DisableOptOut")!.Reasoning.Argument).ToString(CultureInfo.GetCultureInfo(language)));
        Assert.Equal("", Reader.Name("MarketingOptIn")!.Reasoning.Argument);
    }
}
