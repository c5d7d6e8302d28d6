using System.Text;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Generator;

/// <summary>Ids, descriptors and text keys for the analyzers, and the release notes that the compiler's own analyzers ask for.</summary>
internal static class CSharpFiles
{
    private const string Head = "// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.\n";

    public static IEnumerable<Output> All(Catalogue catalogue)
    {
        var rules = catalogue.Rules.Where(r => r.InCompiler).ToArray();
        yield return new("src/KkAnalyzers/Generated/RuleIds.cs", RuleIds(rules));
        yield return new("src/KkAnalyzers/Generated/RuleCatalog.cs", Descriptors(catalogue, rules));
        yield return new("src/KkAnalyzers/Generated/RuleOptions.cs", Options(rules));
        yield return new("src/KkAnalyzers/Generated/Texts.cs", Texts(catalogue));
        yield return new("src/KkAnalyzers/AnalyzerReleases.Unshipped.md", Releases(rules));
    }

    private static string RuleIds(IEnumerable<Rule> rules)
    {
        var text = new StringBuilder(Head).Append("namespace KkAnalyzers;\n\ninternal static class RuleIds\n{\n");
        foreach (var rule in rules)
        {
            text.Append($"    /// <summary>{Xml(rule.Title.En)}.</summary>\n    public const string {rule.Id} = \"{rule.Id}\";\n\n");
        }

        return Close(text);
    }

    private static string Descriptors(Catalogue catalogue, IEnumerable<Rule> rules)
    {
        var text = new StringBuilder(Head)
            .Append("using KkAnalyzers.Infrastructure;\nusing Microsoft.CodeAnalysis;\n\nnamespace KkAnalyzers;\n\ninternal static class RuleCatalog\n{\n");
        foreach (var rule in rules)
        {
            var tags = rule.Criteria.Select(c => $"\"criterion:{c.Id}\"")
                .Concat(rule.ReportedAtEnd ? ["WellKnownDiagnosticTags.CompilationEnd"] : [])
                .Concat(rule.NotConfigurable ? ["WellKnownDiagnosticTags.NotConfigurable"] : []);
            text.Append($"""
                    /// <summary>{Xml(rule.Title.En)}.</summary>
                    public static readonly DiagnosticDescriptor {rule.Id} = new(
                        "{rule.Id}",
                        MessageArg.Localizable("{rule.Id}_Title"),
                        MessageArg.Localizable("{rule.Id}_Message"),
                        "{rule.Category}",
                        DiagnosticSeverity.{(rule.Severity == RuleSeverity.Off ? RuleSeverity.Warning : rule.Severity)},
                        isEnabledByDefault: {(rule.Severity == RuleSeverity.Off ? "false" : "true")},
                        MessageArg.Localizable("{rule.Id}_Description"),
                        "{catalogue.Header.HelpLinkBase}{rule.Id}.md",
                        [{string.Join(", ", tags)}]);


                """.ReplaceLineEndings("\n"));
        }

        return Close(text);
    }

    private static string Options(IEnumerable<Rule> rules)
    {
        var text = new StringBuilder(Head)
            .Append("using System.Collections.Immutable;\nusing KkAnalyzers.Infrastructure;\n\nnamespace KkAnalyzers;\n\ninternal static class RuleOptions\n{\n")
            .Append("    public static readonly ImmutableArray<RuleOption> All = ImmutableArray.Create(new[]\n    {\n");
        foreach (var (rule, option) in rules.SelectMany(r => (r.Options ?? []).Select(o => (r, o))))
        {
            text.Append($"        new RuleOption(\"{rule.Id}\", \"{option.Name}\", \"{option.Type}\", \"{string.Join(' ', option.Values ?? [])}\"),\n");
        }

        return text.Append("    });\n}\n").ToString();
    }

    private static string Texts(Catalogue catalogue)
    {
        var text = new StringBuilder(Head).Append("namespace KkAnalyzers;\n\n/// <summary>Keys for MessageArg.Text.</summary>\ninternal static class Texts\n{\n");
        foreach (var (key, value) in catalogue.Texts)
        {
            text.Append($"    /// <summary>{Xml(value.En)}</summary>\n    public const string {key} = \"{key}\";\n\n");
        }

        return Close(text);
    }

    private static string Releases(IEnumerable<Rule> rules)
    {
        var text = new StringBuilder("""
            ; Unshipped analyzer release
            ; https://github.com/dotnet/roslyn-analyzers/blob/main/src/Microsoft.CodeAnalysis.Analyzers/ReleaseTrackingAnalyzers.Help.md

            ### New Rules

            Rule ID | Category | Severity | Notes
            --------|----------|----------|-------

            """.ReplaceLineEndings("\n"));
        foreach (var rule in rules)
        {
            text.Append($"{rule.Id} | {rule.Category} | {(rule.Severity == RuleSeverity.Off ? "Disabled" : rule.Severity)} | {rule.Title.En}\n");
        }

        return text.ToString();
    }

    private static string Close(StringBuilder text) => text.ToString().TrimEnd('\n') + "\n}\n";

    private static string Xml(string text) => System.Security.SecurityElement.Escape(text).Replace("&apos;", "'", StringComparison.Ordinal);
}
