using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Shows how two texts differ: '-' is expected only, '+' is actual only.</summary>
internal static class LineDiff
{
    public static string Describe(string expected, string actual)
    {
        var left = Split(expected);
        var right = Split(actual);
        var common = CommonLengths(left, right);
        var output = new StringBuilder();
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                Line(output, ' ', left[i++]);
                j++;
            }
            else if (i < left.Length && (j == right.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                Line(output, '-', left[i++]);
            }
            else
            {
                Line(output, '+', right[j++]);
            }
        }

        return output.ToString();
    }

    // Line ends are shown, since a text can differ in them alone.
    private static string[] Split(string text)
        => text.Replace("\r\n", "<CR><LF>\n", StringComparison.Ordinal).Replace("\r", "<CR>", StringComparison.Ordinal).Split('\n');

    private static int[,] CommonLengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static void Line(StringBuilder output, char mark, string text) => output.Append(mark).Append(text).Append(Environment.NewLine);
}
