using KkAnalyzers.Catalog;

namespace KkAnalyzers.Tool.Tests;

public class ExplainTests
{
    [Fact]
    public void A_rule_is_explained_with_its_blind_spots()
    {
        var text = Kk.Run("explain", "kk4301").Ends(ExitCodes.Success).Out;
        Assert.StartsWith("KK4301  Personal data written to storage without encryption", text, StringComparison.Ordinal);
        foreach (var part in new[] { "warning", "T4.09b", "What it cannot see", "whole, storage behind libraries", "SecureStorage", "kk.KK4301.confidence (high|named|low|review; default high)", "CWE-312", "docs/rules/KK4301.md" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_criterion_is_explained_with_who_looks_at_it_and_what_was_checked_of_its_references()
    {
        var text = Kk.RunIn("nl", "explain", "T4.09b").Ends(ExitCodes.Success).Out;
        foreach (var part in new[] { "Identificeerbare gegevens worden veilig bewaard", "Technologie, Deontologie", "zichtbaar in code", "KK4301", "MA0153", "(in de bron gezien)", "niet geverifieerd", "docs/criteria/T4.md" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_criterion_that_no_rule_looks_at_says_so() => Assert.Contains("No rule of KkAnalyzers looks at it", Kk.Run("explain", "T1.02").Out, StringComparison.Ordinal);

    [Fact]
    public void A_mapped_rule_of_another_analyzer_is_explained() => Assert.Contains(".NET SDK", Kk.Run("explain", "CA5351").Ends(ExitCodes.Success).Out, StringComparison.Ordinal);

    [Fact]
    public void Everything_in_the_catalogue_can_be_explained_in_every_language()
    {
        foreach (var id in Catalogue.Instance.Rules.Select(r => r.Id).Concat(Catalogue.Instance.Criteria.Select(c => c.Id)).Concat(Catalogue.Instance.Others.Select(o => o.Id)))
        {
            foreach (var language in Localized.Languages)
                Assert.StartsWith(id, Kk.RunIn(language, "explain", id).Ends(ExitCodes.Success).Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("KK431", "KK4301")]
    [InlineData("T4.9b", "T4.09b")]
    [InlineData("KK4031", "KK4301")]
    public void A_typing_error_gets_what_may_be_meant(string typed, string meant) => Kk.Run("explain", typed).Ends(ExitCodes.Usage).Says($"'{typed}'", "Did you mean", meant);

    [Fact]
    public void What_is_no_rule_is_an_error_of_use() => Kk.Run("explain", "zorgdossier").Ends(ExitCodes.Usage).Says("'zorgdossier' is no rule and no criterion.");
}
