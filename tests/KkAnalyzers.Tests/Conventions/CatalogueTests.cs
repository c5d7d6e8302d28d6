using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using KkAnalyzers.Catalog;
using KkAnalyzers.Generator;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Tests.Conventions;

/// <summary>What must be true of every rule, so that a new one cannot forget it.</summary>
public class CatalogueTests
{
    private static readonly Catalogue Catalogue = Catalogue.Instance;

    private static readonly string Root = Output.FindRoot(AppContext.BaseDirectory)!;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(KkDiagnosticAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    public static TheoryData<string> RuleIds => [.. Catalogue.Rules.Select(r => r.Id)];

    public static TheoryData<string> CompilerRuleIds => [.. Catalogue.Rules.Where(r => r.InCompiler).Select(r => r.Id)];

    [Fact]
    public void Nothing_generated_is_out_of_date() =>
        Assert.Empty(Output.All(Catalogue, Root).Where(o => o.Differs(Root)).Select(o => o.Path));

    [Fact]
    public void The_catalogue_has_no_problems() => Assert.Empty(Validation.Problems(Catalogue));

    [Fact]
    public void All_216_statements_are_there()
    {
        Assert.Equal(216, Catalogue.Criteria.Count);
        Assert.Equal(137, Catalogue.Criteria.Count(c => c.Pillar == "Technologie"));
        Assert.Equal(10, Catalogue.Criteria.Count(c => !c.Checkable));
        Assert.Equal(947, Catalogue.Crosswalk.Values.Sum(r => r.Count));
        Assert.Equal(804, Catalogue.Crosswalk.Values.SelectMany(r => r).Count(r => r.Verified));
    }

    [Theory]
    [MemberData(nameof(CompilerRuleIds))]
    public void An_exported_analyzer_reports_the_rule(string id)
    {
        var reporting = Analyzers.Where(a => a.SupportedDiagnostics.Any(d => d.Id == id)).ToArray();
        Assert.NotEmpty(reporting);
        Assert.All(reporting, a => Assert.NotNull(a.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()));
        if (id != "KK9001")
        {
            Assert.Single(reporting);
        }
    }

    [Fact]
    public void Every_analyzer_leaves_an_inspection_record_and_keeps_no_state()
    {
        Assert.All(Analyzers, a => Assert.Contains(a.SupportedDiagnostics, d => d.Id == "KK9001"));
        Assert.All(Analyzers, a => Assert.DoesNotContain(
            a.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            f => !f.IsInitOnly || f.FieldType.Name.Contains("Dictionary", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(CompilerRuleIds))]
    public void Title_and_message_speak_three_languages(string id)
    {
        var descriptor = Analyzers.SelectMany(a => a.SupportedDiagnostics).First(d => d.Id == id);
        var rule = Catalogue.Rules.First(r => r.Id == id);
        foreach (var language in Localized.Languages)
        {
            var culture = CultureInfo.GetCultureInfo(language);
            Assert.Equal(rule.Title[language], descriptor.Title.ToString(culture));
            Assert.Equal(rule.Message[language], descriptor.MessageFormat.ToString(culture));
        }
    }

    [Fact]
    public void Every_argument_text_exists_in_three_languages()
    {
        foreach (var (key, text) in Catalogue.Texts)
        {
            foreach (var language in Localized.Languages)
            {
                Assert.Equal(text[language], MessageArg.Localizable("Text_" + key).ToString(CultureInfo.GetCultureInfo(language)));
            }
        }
    }

    [Fact]
    public void Fixes_are_exported_and_the_catalogue_knows_them()
    {
        var fixes = Assembly.Load("KkAnalyzers.CodeFixes").GetTypes().Where(t => !t.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(t)).ToArray();
        Assert.All(fixes, t => Assert.NotNull(t.GetCustomAttribute<ExportCodeFixProviderAttribute>()));
        var fixable = fixes.SelectMany(t => ((CodeFixProvider)Activator.CreateInstance(t)!).FixableDiagnosticIds).Order().Distinct();
        Assert.Equal(Catalogue.Rules.Where(r => r.HasFix).Select(r => r.Id), fixable);
    }

    [Theory]
    [MemberData(nameof(CompilerRuleIds))]
    public void Every_option_is_set_by_a_test_and_documented(string id)
    {
        var tests = string.Join('\n', Directory.GetFiles(Path.Combine(Root, "tests", "KkAnalyzers.Tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        foreach (var option in Catalogue.Rules.First(r => r.Id == id).Options ?? [])
        {
            Assert.Contains($"kk.{id}.{option.Name}", tests, StringComparison.Ordinal);
            Assert.Contains($"kk.{id}.{option.Name}", File.ReadAllText(Path.Combine(Root, "docs", "rules", id + ".md")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Every_rule_has_a_page_and_a_test_file(string id)
    {
        Assert.True(File.Exists(Path.Combine(Root, "docs", "rules", id + ".md")));
        if (Catalogue.Rules.First(r => r.Id == id) is { InCompiler: true, Category: not "Tool" })
        {
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(Root, "tests", "KkAnalyzers.Tests", "Rules"), id + "*Tests*.cs", SearchOption.AllDirectories));
        }
    }

    [Fact]
    public void Every_list_is_registered_and_every_built_in_line_can_be_used()
    {
        var shipped = Directory.GetFiles(Path.Combine(Root, "src", "KkAnalyzers.Catalog", "lists"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f));
        Assert.Equal(shipped.Order(StringComparer.Ordinal), KkLists.All.Select(l => l.Name).Order(StringComparer.Ordinal));
        foreach (var list in KkLists.All)
        {
            Assert.All(list.BuiltIn, line => Assert.Null(list.Complaint(line)));
        }

        var named = Catalogue.Rules.SelectMany(r => r.Lists ?? []).Distinct();
        Assert.Subset(KkLists.All.Select(l => l.Name).ToHashSet(), named.ToHashSet());
    }

    [Fact]
    public void No_page_names_a_machine()
    {
        var suspicious = new Regex(@"(?<![\w./-])(/home/|/work/|/tmp/|C:\\Users\\)", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories), f => suspicious.IsMatch(File.ReadAllText(f)));
    }
}
