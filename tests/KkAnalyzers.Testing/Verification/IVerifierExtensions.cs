namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Assertions made from those of <see cref="IVerifier"/>.</summary>
public static class IVerifierExtensions
{
    /// <summary>Fails with a line by line difference unless both texts are the same.</summary>
    public static void EqualOrDiff(this IVerifier verifier, string expected, string actual, string? message = null)
    {
        if (expected == actual)
        {
            return;
        }

        var heading = message ?? "Actual and expected values differ. Expected shown in baseline of diff:";
        verifier.Fail($"{heading}{Environment.NewLine}{LineDiff.Describe(expected, actual)}");
    }
}
