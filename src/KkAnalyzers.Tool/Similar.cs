namespace KkAnalyzers.Tool;

/// <summary>What somebody may have meant.</summary>
internal static class Similar
{
    /// <returns>At most five of the candidates, nearest first: at most two letters differ, in a short word fewer.</returns>
    public static IReadOnlyList<string> To(string typed, IEnumerable<string> candidates)
    {
        var limit = Math.Min(2, Math.Max(1, typed.Length / 2));
        return
        [
            .. candidates.Distinct()
                .Select(c => (Text: c, Distance: Distance(typed.ToUpperInvariant(), c.ToUpperInvariant(), limit)))
                .Where(c => c.Distance <= limit)
                .OrderBy(c => c.Distance).ThenBy(c => c.Text, StringComparer.Ordinal)
                .Select(c => c.Text).Take(5),
        ];
    }

    /// <summary>Letters to add, leave out or change.</summary>
    private static int Distance(string from, string to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) > limit)
            return limit + 1;

        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
