using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// Reads options: <c>kk.KKnnnn.name</c>, else <c>kk.name</c>, per file or for the whole compilation; and MSBuild
/// properties. A value that cannot be read counts as not set (KK9002 says so once).
/// </summary>
internal sealed class KkOptions
{
    private readonly AnalyzerConfigOptionsProvider _provider;

    public KkOptions(AnalyzerOptions options)
    {
        _provider = options.AnalyzerConfigOptionsProvider;
        AdditionalFiles = options.AdditionalFiles;
    }

    public ImmutableArray<AdditionalText> AdditionalFiles { get; }

    /// <summary>True in a build that wants inspection records; false in an editor, where they would fill the list of messages.</summary>
    public bool RecordInspection => string.Equals(Property("KkInspection"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>An MSBuild property that the package makes visible to the compiler; null when empty or absent.</summary>
    public string? Property(string name) => Value(_provider.GlobalOptions, "build_property." + name);

    public bool Bool(string ruleId, string name, bool defaultValue, SyntaxTree? tree = null) =>
        bool.TryParse(Raw(ruleId, name, tree), out var value) ? value : defaultValue;

    /// <summary>A list; separators are <c>,</c> and <c>|</c> (a <c>;</c> starts a comment in these files).</summary>
    public ImmutableArray<string> List(string ruleId, string name, SyntaxTree? tree = null) =>
        Raw(ruleId, name, tree) is { } raw
            ? raw.Split([',', '|'], StringSplitOptions.RemoveEmptyEntries).Select(v => v.Trim()).Where(v => v.Length > 0).ToImmutableArray()
            : ImmutableArray<string>.Empty;

    public string? Raw(string ruleId, string name, SyntaxTree? tree = null)
    {
        var options = tree is null ? _provider.GlobalOptions : _provider.GetOptions(tree);
        return Value(options, $"kk.{ruleId}.{name}") ?? Value(options, "kk." + name)
            ?? (tree is null ? null : Raw(ruleId, name));
    }

    private static string? Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
