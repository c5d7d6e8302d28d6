namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Counts how often fixes are applied.</summary>
internal sealed class IterationCount(int expected)
{
    private readonly int _limit = Math.Abs(expected);

    public int Done { get; private set; }

    /// <summary>Counts one more. One above the limit is let happen, so that the files show what it made.</summary>
    public void Add(IVerifier verifier)
    {
        Done++;
        verifier.True(Done <= _limit + 1, $"The upper limit for the number of code fix iterations was exceeded: more than {_limit}.");
    }

    public void Verify(IVerifier verifier)
    {
        if (expected >= 0)
        {
            verifier.True(Done == expected, $"Expected '{expected}' iterations but found '{Done}' iterations.");
        }
        else
        {
            verifier.True(Done <= _limit, $"The upper limit for the number of code fix iterations was exceeded: expected at most '{_limit}' iterations but found '{Done}' iterations.");
        }
    }
}
