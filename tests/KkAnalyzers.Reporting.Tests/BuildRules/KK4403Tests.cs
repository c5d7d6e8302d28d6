using KkAnalyzers.Reporting.BuildRules;

namespace KkAnalyzers.Reporting.Tests.BuildRules;

/// <summary>Security analysis that the project switches off, and what is nobody's doing.</summary>
public sealed class KK4403Tests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase) { ["AnalysisLevel"] = "10.0", ["EnableNETAnalyzers"] = "true" };
    private readonly List<BuildItem> _configs = [];
    private string _configuration = "Release";
    private string _mode = "recommended";
    private string? _noWarn;
    private string? _packages;
    private bool _run = true;

    public void Dispose() => _folder.Dispose();

    private void Project(string properties, string file = "src/App/App.csproj") => _folder.File(file, $"<Project>\n  <PropertyGroup>\n    {properties}\n  </PropertyGroup>\n</Project>");

    private void Config(string text, string file = ".editorconfig") => _configs.Add(new(_folder.File(file, text), null));

    private BuildRuleSet Run() => BuildRuleSet.Run(
        new ProjectFacts
        {
            ProjectPath = Path.Combine(_folder.Path, "src/App/App.csproj"),
            RootDirectory = _folder.Path,
            Configuration = _configuration,
            Mode = _mode,
            NoWarn = _noWarn,
            RunAnalyzers = _run,
            PackagesPath = _packages is null ? null : _folder.File("kk.packages.txt", _packages),
            Properties = _properties,
            Items = new Dictionary<string, IReadOnlyList<BuildItem>> { ["EditorConfigFiles"] = _configs },
        },
        new HashSet<string>(),
        [new SwitchedOffAnalysis()]);

    private Finding[] Findings() => [.. Run().Findings(new Paths(_folder.Path), ["App"])];

    private void Quiet()
    {
        Assert.Empty(Findings());
        Assert.Equal(State.CheckedClean, Run().Outcomes["KK4403"].State);
    }

    private Finding One(string level, string text)
    {
        var finding = Assert.Single(Findings());
        Assert.Equal(level, finding.Level);
        Assert.Contains(text, finding.Message.En, StringComparison.Ordinal);
        Assert.NotEqual(finding.Message.En, finding.Message.Nl);
        return finding;
    }

    [Fact]
    public void A_project_that_switches_nothing_off_is_quiet()
    {
        Project("<AnalysisMode>Recommended</AnalysisMode><NoWarn>$(NoWarn);CS1591;CA1062</NoWarn>");
        _noWarn = "1701;1702;CS1591;CA1062";
        Config("root = true\n[*.cs]\nindent_size = 4\ndotnet_diagnostic.CA5351.severity = error\ndotnet_diagnostic.CA1707.severity = none\n");
        Quiet();
    }

    [Theory]
    [InlineData("CA3147")] // only strict raises it
    [InlineData("CA5391")]
    [InlineData("S2077")] // not installed
    [InlineData("CA1031")] // no rule about security
    [InlineData("NU1903")] // KK4602
    public void A_rule_that_would_not_run_anyway_is_nobodys_doing(string id)
    {
        _noWarn = id;
        Config($"[*.cs]\ndotnet_diagnostic.{id}.severity = none\n");
        Quiet();
    }

    [Fact]
    public void RunAnalyzers_false_in_the_project()
    {
        _run = false;
        Project("<RunAnalyzers>false</RunAnalyzers>");
        var finding = One("warning", "RunAnalyzers=false; no analyzer runs");
        Assert.Equal(("src/App/App.csproj", 3), (finding.File, finding.Line));
    }

    [Fact]
    public void RunAnalyzersDuringBuild_false_for_the_whole_repository()
    {
        _run = false;
        Project("", "src/App/App.csproj");
        Project("<RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild>", "Directory.Build.props");
        Assert.Equal("Directory.Build.props", One("warning", "RunAnalyzersDuringBuild=false").File);
    }

    [Fact]
    public void A_fast_inner_loop_is_information()
    {
        _run = false;
        _configuration = "Debug";
        Project("<RunAnalyzers Condition=\"'$(Configuration)' == 'Debug'\">false</RunAnalyzers>");
        One("note", "in Debug at least");
        Project("");
        One("note", "RunAnalyzers=false");
    }

    [Fact]
    public void Without_a_condition_it_is_no_inner_loop()
    {
        _run = false;
        _configuration = "Debug";
        Project("<RunAnalyzers>false</RunAnalyzers>");
        One("warning", "no analyzer runs");
    }

    [Fact]
    public void The_sdk_leaves_its_rules_off_for_old_frameworks()
    {
        Project("<TargetFramework>netstandard2.0</TargetFramework>");
        _properties["EnableNETAnalyzers"] = "false";
        _noWarn = "CA5351";
        Quiet();
    }

    [Theory]
    [InlineData("EnableNETAnalyzers", "false")]
    [InlineData("AnalysisMode", "None")]
    [InlineData("AnalysisMode", "AllDisabledByDefault")]
    [InlineData("AnalysisModeSecurity", "None")]
    [InlineData("AnalysisLevel", "none")]
    [InlineData("AnalysisLevel", "latest-none")]
    [InlineData("AnalysisLevelSecurity", "none")]
    public void The_rules_of_the_sdk_are_off(string property, string value)
    {
        _properties[property] = value;
        Project($"<{property}>{value}</{property}>");
        Assert.Equal(3, One("warning", $"{property}={value}; the security rules of the SDK").Line);
    }

    [Fact]
    public void What_is_set_for_security_goes_before_what_is_set_for_all()
    {
        Project("<AnalysisMode>None</AnalysisMode>\n    <AnalysisModeSecurity>Recommended</AnalysisModeSecurity>");
        (_properties["AnalysisMode"], _properties["AnalysisModeSecurity"]) = ("None", "Recommended");
        Quiet();
    }

    [Fact]
    public void NoWarn_with_security_rules_names_them_and_their_place()
    {
        _noWarn = "1701;ca5351,KK4301\nCA1062";
        Project("<NoWarn>$(NoWarn);CA5351;KK4301</NoWarn>");
        var finding = One("warning", "KK4301, ca5351");
        Assert.Equal(("src/App/App.csproj", 3), (finding.File, finding.Line));
    }

    [Fact]
    public void NoWarn_from_the_command_line_points_to_the_project()
    {
        _noWarn = "CA5351";
        Project("");
        Assert.Equal(("src/App/App.csproj", 0), (One("warning", "CA5351").File, Findings()[0].Line));
    }

    [Fact]
    public void Rules_of_a_package_count_when_it_is_there()
    {
        _packages = "direct|SonarAnalyzer.CSharp|10.4.0|\n";
        _noWarn = "S2077;S1135";
        Project("");
        One("warning", "rules that do not run: S2077");
    }

    [Fact]
    public void Strict_and_AnalysisMode_All_expect_more()
    {
        _noWarn = "CA3147";
        Project("");
        _mode = "strict";
        One("warning", "CA3147");
        _mode = "recommended";
        _properties["AnalysisMode"] = "All";
        One("warning", "CA3147");
    }

    [Fact]
    public void Lines_of_editorconfig_stand_with_their_place()
    {
        Project("");
        Config("root = true\n\n[*.cs]\ndotnet_diagnostic.CA5351.severity = none # too loud\ndotnet_diagnostic.CA5350.severity = silent\n");
        var finding = One("warning", "rules that do not run: CA5350, CA5351");
        Assert.Equal((".editorconfig", 4), (finding.File, finding.Line));
    }

    [Theory]
    [InlineData("[*]")]
    [InlineData("[*.{cs,vb}]")]
    [InlineData("[**/*.cs]")]
    [InlineData("[{*.cs,*.vb}]")]
    public void Sections_for_all_files(string section)
    {
        Project("");
        Config($"{section}\ndotnet_diagnostic.CA5351.severity = none\n");
        One("warning", "CA5351");
    }

    [Theory]
    [InlineData("[Migrations/*.cs]", ".editorconfig")]
    [InlineData("[*Tests.cs]", ".editorconfig")]
    [InlineData("[*.cs]", "src/App/Legacy/.editorconfig")]
    public void A_part_of_the_files_is_information(string section, string file)
    {
        Project("");
        Config($"{section}\ndotnet_diagnostic.CA5351.severity = none\n", file);
        One("note", "CA5351");
    }

    [Fact]
    public void The_nearest_file_wins()
    {
        Project("");
        Config("is_global = true\ndotnet_diagnostic.CA5350.severity = none\n", ".globalconfig");
        Config("[*.cs]\ndotnet_diagnostic.CA5351.severity = none\ndotnet_diagnostic.CA5350.severity = error\n");
        Config("[*.cs]\ndotnet_diagnostic.CA5351.severity = warning\n", "src/App/.editorconfig");
        Quiet();
    }

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.severity = none", "all rules without a line")]
    [InlineData("dotnet_analyzer_diagnostic.category-Security.severity = none", "this category")]
    [InlineData("dotnet_analyzer_diagnostic.category-PersonalData.severity = silent", "this category")]
    public void Bulk_lines(string line, string text)
    {
        Project("");
        Config("is_global = true\n" + line + "\n", ".globalconfig");
        One("warning", text);
    }

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.category-Style.severity = none")]
    [InlineData("dotnet_analyzer_diagnostic.severity = suggestion")]
    [InlineData("# dotnet_diagnostic.CA5351.severity = none")]
    public void Other_lines_are_quiet(string line)
    {
        Project("");
        Config("[*.cs]\n" + line + "\n");
        Quiet();
    }

    [Fact]
    public void Files_of_packages_are_not_the_projects()
    {
        using var elsewhere = new Folder();
        Project("");
        _configs.Add(new(elsewhere.File("config/none.globalconfig", "is_global = true\ndotnet_diagnostic.CA5351.severity = none\n"), null));
        Quiet();
    }

    [Fact]
    public void A_rule_set_counts_too()
    {
        Project("<CodeAnalysisRuleSet>../care.ruleset</CodeAnalysisRuleSet>");
        _properties["CodeAnalysisRuleSet"] = "..\\care.ruleset";
        _folder.File("src/care.ruleset", "<RuleSet>\n  <Rules>\n    <Rule Id=\"CA1001\" Action=\"None\" />\n    <Rule Id=\"CA5351\" Action=\"None\" />\n  </Rules>\n</RuleSet>");
        Assert.Equal(("src/care.ruleset", 4), (One("warning", "CA5351").File, Findings()[0].Line));
    }
}
