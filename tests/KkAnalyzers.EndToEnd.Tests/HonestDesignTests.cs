using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>Pages, settings and the declaration of a real project, through the packed package.</summary>
public sealed class HonestDesignTests : IDisposable
{
    private const string Declaration = """
        {
          // the vendor's own words
          "trackers": [{ "name": "Hotjar", "ground": "consent", "purpose": "schermen verbeteren" }],
        }
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_tracker_in_a_page_is_a_finding_until_the_vendor_declares_it()
    {
        _workspace.App(Workspace.Clean).Write("App/wwwroot/index.html", """
            <!DOCTYPE html>
            <html lang="nl"><head><title>Dagboek</title>
            <script src="https://static.hotjar.com/c/hotjar-12345.js?sv=6"></script>
            <link rel="stylesheet" href="https://stijl.example/zorg.css">
            </head><body></body></html>
            """).Build("App").Succeeds().Shows("KK4205");
        var report = _workspace.Report();
        report.Rule("KK4205").IsFinding();
        Assert.Equal([("static.hotjar.com", "undeclared"), ("stijl.example", "other")], report.ThirdParties.Select(t => (t.Name.En, t.Status)));
        Assert.Equal("App/wwwroot/index.html", report.ThirdParties[0].Places[0].File);

        // The compiler reads the declaration: a change of it is a change of its input.
        _workspace.Write("App/kwaliteitskader.json", Declaration).Rebuild("App").Succeeds().IsSilentAbout("KK4205", "KK9002");
        report = _workspace.Report();
        Assert.Equal(State.AcceptedException, report.Rule("KK4205").State);
        Assert.Equal("schermen verbeteren", Assert.Single(report.Exceptions, e => e.Kind == "declaration").Justification);
        Assert.Contains("\"schermen verbeteren\"", _workspace.Read("App/bin/Debug/net10.0/kwaliteitskader/third-parties.csv"), StringComparison.Ordinal);

        _workspace.Write("App/kwaliteitskader.json", Declaration.Replace("consent", "because", StringComparison.Ordinal)).Rebuild("App").Succeeds().Shows("KK4205", "KK9002");
        Assert.Empty(_workspace.Report().DeclaredTrackers);
    }

    [Fact]
    public void How_consent_starts_is_listed_with_where_it_is_set()
    {
        _workspace.App().Write("App/appsettings.json", """{ "Privacy": { "ShareUsageData": true } }""").Build("App").Succeeds().Shows("KK3201");
        var report = _workspace.Report();
        Assert.Contains(report.Consent, c => c is { Member: "Preferences.NewsletterOptIn", Default: "true", Where: "initializer", Finding: "KK3201" });
        Assert.Contains(report.Consent, c => c is { Member: "Preferences.MarketingConsent", Finding: null });
        Assert.Contains("NewsletterOptIn", _workspace.Read("App/bin/Debug/net10.0/kwaliteitskader/consent.csv"), StringComparison.Ordinal);
    }
}
