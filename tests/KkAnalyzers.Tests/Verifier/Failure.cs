using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Verifier;

internal static class Failure
{
    /// <summary>Proves that a test fails, and gives the text of its failure.</summary>
    public static async Task<string> OfAsync(AnalyzerTest<DefaultVerifier> test)
        => (await Assert.ThrowsAnyAsync<InvalidOperationException>(() => test.RunAsync())).Message;

    /// <summary>Proves that the failure contains all of the texts.</summary>
    public static async Task ContainsAsync(AnalyzerTest<DefaultVerifier> test, params string[] texts)
    {
        var message = await OfAsync(test);
        Assert.All(texts, text => Assert.Contains(text, message, StringComparison.Ordinal));
    }
}
