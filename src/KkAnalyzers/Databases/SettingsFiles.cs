using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Settings;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Databases;

/// <summary>The connection strings in the appsettings files among the additional files.</summary>
internal sealed class SettingsFiles
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    private readonly Lazy<Setting[]> _settings;

    public SettingsFiles(ImmutableArray<AdditionalText> files, CancellationToken cancellation) => _settings = new(() => files
        .Where(f => FilePaths.IsAppSettings(f.Path))

        // What holds everywhere comes before what holds in one environment.
        .OrderBy(f => FilePaths.Name(f.Path).Length).ThenBy(f => f.Path, StringComparer.Ordinal)
        .SelectMany(f => f.GetText(cancellation) is { } text ? JsonSettings.For(text).Settings : [])
        .Where(s => s.IsText).ToArray());

    /// <summary>The value of a key, whatever section it stands in; of a path <c>A:B</c> the last part. From the first file that has it.</summary>
    public string? Value(string key)
    {
        var last = ":" + key.Substring(key.LastIndexOf(':') + 1);
        return _settings.Value.FirstOrDefault(s => (":" + s.Path).EndsWith(last, StringComparison.OrdinalIgnoreCase)).Value?.Value;
    }

    /// <summary>True when one of the texts matches.</summary>
    public bool Matches(string pattern) => _settings.Value.Any(s => Regex.IsMatch(s.Value.Value, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit));
}
