using System.Globalization;
using KkAnalyzers.Reporting;

namespace KkAnalyzers.Build;

/// <summary>Facts of one project in one target framework in, <c>kk.fragment.json</c> out.</summary>
internal static class FragmentCommand
{
    public static void Run(Arguments facts, IOutput output)
    {
        var project = facts.Required("project");
        var result = FragmentBuilder.Build(Facts(facts));
        var fragment = facts.Required("fragment");
        result.Fragment.Write(fragment);
        File.WriteAllLines(fragment + ".inputs", result.FilesRead);

        // Newer than what it was made of, also when its content did not change: MSBuild compares times.
        File.SetLastWriteTimeUtc(fragment, DateTime.UtcNow);

        output.Report(BuildChecks.Of(facts), root: null, project);
        output.Report(result.Messages, facts.Optional("root"), project);
    }

    private static ProjectFacts Facts(Arguments facts) => new()
    {
        ProjectPath = facts.Required("project"),
        ProjectName = facts.Optional("name"),
        AssemblyName = facts.Optional("assemblyName"),
        TargetFramework = facts.Optional("targetFramework"),
        Configuration = facts.Optional("configuration"),
        OutputType = facts.Optional("outputType"),
        RootDirectory = facts.Optional("root"),
        SarifPath = facts.Optional("sarif"),
        RunAnalyzers = !IsFalse(facts.Optional("runAnalyzers")) && !(facts.Optional("runAnalyzers") is null && IsFalse(facts.Optional("runAnalyzersDuringBuild"))),
        AnalyzersSkipped = facts.Flag("skipAnalyzers") && !IsFalse(facts.Optional("runAnalyzers")) && !IsFalse(facts.Optional("runAnalyzersDuringBuild")),
        NoWarn = facts.Optional("noWarn"),
        CompilerApiVersion = facts.Optional("compilerApi"),
        Mode = facts.Optional("mode"),
        Commit = facts.Optional("commit"),
        TreeDirty = WorkTree.IsDirty(facts),
        RepositoryUrl = facts.Optional("repository"),
        DeclarationPath = facts.Optional("declaration"),
        IsHead = facts.Flag("head"),
        IsTestProject = facts.Flag("test"),
        SourceFiles = int.TryParse(facts.Optional("sourceFiles"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0,
        ReferencedProjectsWithoutFragment = facts.All("unseen"),
        OutputAssembly = facts.Optional("assembly"),
        Today = DateOnly.TryParseExact(facts.Optional("today"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var today) ? today : null,
        AssetsPath = facts.Optional("assets"),
        PackagesPath = facts.Optional("packages"),
        Properties = facts.Below("property.").ToDictionary(p => p.Key, p => p.Last(), StringComparer.OrdinalIgnoreCase),
        Items = facts.Below("item.").ToDictionary(i => i.Key, i => (IReadOnlyList<BuildItem>)[.. i.Select(Item)], StringComparer.OrdinalIgnoreCase),
    };

    /// <summary><c>identity|file that includes it</c>.</summary>
    private static BuildItem Item(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? new(text, null) : new(text[..bar], bar + 1 < text.Length ? text[(bar + 1)..] : null);
    }

    private static bool IsFalse(string? value) => string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
}
