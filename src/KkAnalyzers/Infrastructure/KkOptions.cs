using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// Reads options, <c>kk.KKnnnn.name</c>, else <c>kk.name</c>, and MSBuild properties. They hold for the whole compilation.
/// A value that cannot be read counts as not set (KK9002 says so once).
/// </summary>
internal sealed class KkOptions
{
    private readonly AnalyzerConfigOptions _global;
    private readonly AnalyzerConfigOptions _files;

    public KkOptions(AnalyzerOptions options, Compilation compilation)
    {
        _global = options.AnalyzerConfigOptionsProvider.GlobalOptions;

        // An .editorconfig has sections for files only. Options hold for the whole compilation, so one file stands for all.
        _files = compilation.SyntaxTrees.FirstOrDefault() is { } first ? options.AnalyzerConfigOptionsProvider.GetOptions(first) : _global;
        AdditionalFiles = options.AdditionalFiles;
    }

    public ImmutableArray<AdditionalText> AdditionalFiles { get; }

    /// <summary>True in a build that wants inspection records; false in an editor, where they would fill the list of messages.</summary>
    public bool RecordInspection => string.Equals(Property("KkInspection"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>An MSBuild property that the package makes visible to the compiler; null when empty or absent.</summary>
    public string? Property(string name) => Value(_global, "build_property." + name);

    /// <summary>A list; separators are <c>,</c> and <c>|</c> (a <c>;</c> starts a comment in these files).</summary>
    public ImmutableArray<string> List(string ruleId, string name) =>
        Raw(ruleId, name) is { } raw
            ? raw.Split([',', '|'], StringSplitOptions.RemoveEmptyEntries).Select(v => v.Trim()).Where(v => v.Length > 0).ToImmutableArray()
            : ImmutableArray<string>.Empty;

    public string? Raw(string ruleId, string name) => Value($"kk.{ruleId}.{name}") ?? Value("kk." + name);

    /// <summary>The keys that begin with <c>kk.</c>, in the order of their names.</summary>
    public IEnumerable<string> Keys() =>
        KeysOf(_global).Concat(KeysOf(_files)).Where(k => k.StartsWith("kk.", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(k => k, StringComparer.Ordinal);

    /// <summary>A host that knows no more than how to look a key up, such as a test of somebody else's, has none to list.</summary>
    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return [];
        }
    }

    /// <summary>The value of a whole key, from a global file or from the section for C# files; null when not set.</summary>
    public string? Value(string key) => Value(_global, key) ?? Value(_files, key);

    private static string? Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
