using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Databases;

/// <summary>The connection strings in the appsettings files among the additional files.</summary>
internal sealed class SettingsFiles
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    private readonly Lazy<string[]> _texts;

    public SettingsFiles(ImmutableArray<AdditionalText> files, CancellationToken cancellation) => _texts = new(() => files
        .Select(f => (Name: Path.GetFileName(f.Path), File: f))
        .Where(f => f.Name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && f.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))

        // What holds everywhere comes before what holds in one environment.
        .OrderBy(f => f.Name.Length).ThenBy(f => f.File.Path, StringComparer.Ordinal)
        .Select(f => f.File.GetText(cancellation)?.ToString()).OfType<string>().ToArray());

    /// <summary>The value of a key, whatever section it stands in; of a path <c>A:B</c> the last part. From the first file that has it.</summary>
    public string? Value(string key)
    {
        var pattern = "\"" + Regex.Escape(key.Substring(key.LastIndexOf(':') + 1)) + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"";
        foreach (var text in _texts.Value)
        {
            if (Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit) is { Success: true } match)
            {
                return match.Groups[1].Value.Replace("\\\"", "\"").Replace("\\\\", "\\");
            }
        }

        return null;
    }

    public bool Matches(string pattern) => _texts.Value.Any(t => Regex.IsMatch(t, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit));
}
