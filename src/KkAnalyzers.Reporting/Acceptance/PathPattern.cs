using System.Text;
using System.Text.RegularExpressions;

namespace KkAnalyzers.Reporting;

/// <summary>A path relative to the root with <c>*</c> (within a folder) and <c>**</c> (any folders); case matters, as it does in a report.</summary>
internal sealed class PathPattern
{
    private readonly Regex _regex;

    public PathPattern(string pattern)
    {
        var text = new StringBuilder("^");
        var rest = pattern.Replace('\\', '/');
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] != '*')
            {
                text.Append(Regex.Escape(rest[i].ToString()));
            }
            else if (string.CompareOrdinal(rest, i, "**/", 0, 3) == 0)
            {
                text.Append("(.*/)?");
                i += 2;
            }
            else if (string.CompareOrdinal(rest, i, "**", 0, 2) == 0)
            {
                text.Append(".*");
                i++;
            }
            else
            {
                text.Append("[^/]*");
            }
        }

        // No backtracking: a pattern comes from outside.
        _regex = new Regex(text.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    public bool Matches(string? path) => path is not null && _regex.IsMatch(path);
}
