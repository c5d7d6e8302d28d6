using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Pairs expected and actual diagnostics; each is used at most once and as many as can be are paired.</summary>
internal static class DiagnosticMatcher
{
    /// <summary>Gives for each expected diagnostic the index of its actual one, or -1.</summary>
    public static int[] Match(ImmutableArray<Diagnostic> actual, ImmutableArray<DiagnosticResult> expected)
    {
        var actualOf = Enumerable.Repeat(-1, expected.Length).ToArray();
        var expectedOf = Enumerable.Repeat(-1, actual.Length).ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            TryPair(i, new bool[actual.Length]);
        }

        return actualOf;

        bool TryPair(int wanted, bool[] seen)
        {
            for (var j = 0; j < actual.Length; j++)
            {
                if (seen[j] || DiagnosticComparison.FirstDifference(actual[j], expected[wanted]) is not null)
                {
                    continue;
                }

                seen[j] = true;
                if (expectedOf[j] < 0 || TryPair(expectedOf[j], seen))
                {
                    expectedOf[j] = wanted;
                    actualOf[wanted] = j;
                    return true;
                }
            }

            return false;
        }
    }
}
