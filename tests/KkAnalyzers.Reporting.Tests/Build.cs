using KkAnalyzers.Reporting.Tests.BuildRules;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>One compilation of a test.</summary>
internal static class Build
{
    /// <summary>A restore that gives rules of the build nothing to complain about.</summary>
    private static readonly Lazy<string> Assets = new(() =>
    {
        using var project = new RestoredProject().Package("Serilog", "[4.3.0, )", "4.3.0");
        return project.Assets();
    });

    public static FragmentResult Fragment(Sarif? sarif, Func<ProjectFacts, ProjectFacts>? change = null, string? log = null, string? declaration = null, Action<Folder>? prepare = null)
    {
        using var folder = new Folder();
        prepare?.Invoke(folder);
        var facts = new ProjectFacts
        {
            ProjectPath = Path.Combine(folder.Path, "src/App/App.csproj"),
            ProjectName = "App",
            AssemblyName = "App",
            TargetFramework = "net8.0",
            Configuration = "Release",
            OutputType = "Exe",
            RootDirectory = folder.Path,
            SarifPath = sarif is null && log is null ? Path.Combine(folder.Path, "absent.sarif") : folder.File("obj/kk.compiler.sarif", log ?? sarif!.ToString()),
            AssetsPath = folder.File("src/App/obj/project.assets.json", Assets.Value),
            CompilerApiVersion = "roslyn5.0",
            Mode = "recommended",
            Commit = "0123456789abcdef0123456789abcdef01234567",
            IsHead = true,
            SourceFiles = 12,
            DeclarationPath = declaration is null ? null : folder.File("kwaliteitskader.json", declaration),
            OutputAssembly = folder.File("bin/App.dll", "built"),
        };
        return FragmentBuilder.Build(change?.Invoke(facts) ?? facts);
    }

    public static RuleOutcome Outcome(this FragmentResult result, string rule = Sarif.Rule) => result.Fragment.Rules.Single(r => r.Rule == rule);

    public static Report Report(params FragmentResult[] fragments) =>
        RollUp.Merge(fragments.Select(f => f.Fragment), new RollUpOptions { Today = new DateOnly(2026, 6, 1) });

    public static CriterionRow Criterion(this Report report, string id) => report.Criteria.Single(c => c.Id == id);
}
