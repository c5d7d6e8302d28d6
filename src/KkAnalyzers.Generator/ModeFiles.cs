using System.Text;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Generator;

/// <summary>
/// What <c>KkMode</c> switches: global analyzer configs with an unusual negative level, so that a user's own
/// .editorconfig and .globalconfig always win. <c>recommended</c> has no severity lines: the descriptors say it, and a
/// package's per-id line would beat a user's category-wide setting. What a mode makes of the SDK's own rules stands in
/// files of a still lower level than the SDK's, so that <c>AnalysisMode</c> and <c>AnalysisLevel</c> win.
/// </summary>
internal static class ModeFiles
{
    public static IEnumerable<Output> All(Catalogue catalogue)
    {
        var rules = catalogue.Rules.Where(r => r.InCompiler && !r.NotConfigurable).ToArray();
        yield return Mode("none", rules.Select(r => (r.Id, "none")));
        yield return Mode("recommended", []);
        yield return Mode("strict", rules
            .Where(r => r.Severity is RuleSeverity.Info or RuleSeverity.Off || r.Strict is not null)
            .Select(r => (r.Id, Name(r.Strict ?? RuleSeverity.Warning))));
        yield return Mode("sdk-recommended", Raised(catalogue, OtherMode.Recommended), -101);
        yield return Mode("sdk-strict", Raised(catalogue, OtherMode.Strict), -101);
    }

    private static IEnumerable<(string, string)> Raised(Catalogue catalogue, OtherMode mode) =>
        catalogue.Others.Where(o => o.Raise <= mode).Select(o => (o.Id, Name(RuleSeverity.Warning)));

    private static Output Mode(string mode, IEnumerable<(string Id, string Severity)> lines, int level = -99)
    {
        var text = new StringBuilder($"# KkMode={mode.Replace("sdk-", "", StringComparison.Ordinal)}. Written by KkAnalyzers.Generator.\nis_global = true\nglobal_level = {level}\n");
        foreach (var (id, severity) in lines)
        {
            text.Append($"dotnet_diagnostic.{id}.severity = {severity}\n");
        }

        return new($"src/KkAnalyzers.Package/config/{mode}.globalconfig", text.ToString());
    }

    private static string Name(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Off => "none",
        RuleSeverity.Info => "suggestion",
        RuleSeverity.Warning => "warning",
        _ => "error",
    };
}
