namespace KkAnalyzers.Tool.Tests;

public class ExplainTests
{
    [Fact]
    public void A_rule_is_explained() => Assert.StartsWith("KK4301", Kk.Run("explain", "kk4301").Out, StringComparison.Ordinal);

    [Fact]
    public void What_is_no_rule_is_an_error_of_use()
    {
        var run = Kk.Run("explain", "KK0000");
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("KK0000", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_does_not_exist_is_an_error_of_use() => Assert.Equal(ExitCodes.Usage, Kk.Run("explaim", "KK4301").Code);
}
