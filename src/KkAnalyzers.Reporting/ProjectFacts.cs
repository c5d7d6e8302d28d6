namespace KkAnalyzers.Reporting;

/// <summary>What MSBuild knows about one project in one target framework; the compiler's log knows none of it.</summary>
public sealed record ProjectFacts
{
    /// <summary>Full path of the project file.</summary>
    public string? ProjectPath { get; init; }

    /// <summary><c>MSBuildProjectName</c>.</summary>
    public string? ProjectName { get; init; }

    /// <summary><c>AssemblyName</c>.</summary>
    public string? AssemblyName { get; init; }

    /// <summary><c>TargetFramework</c>, such as <c>net8.0-android</c>.</summary>
    public string? TargetFramework { get; init; }

    /// <summary><c>Configuration</c>.</summary>
    public string? Configuration { get; init; }

    /// <summary><c>OutputType</c>.</summary>
    public string? OutputType { get; init; }

    /// <summary>
    /// Folder that paths in the report are relative to: the nearest folder upwards with <c>.git</c>, else the solution's, else
    /// the project's.
    /// </summary>
    public string? RootDirectory { get; init; }

    /// <summary>Full path of the compiler's SARIF 2.1 log.</summary>
    public string? SarifPath { get; init; }

    /// <summary>False where the project switched analyzers off for this build (<c>RunAnalyzers</c>, <c>RunAnalyzersDuringBuild</c>).</summary>
    public bool RunAnalyzers { get; init; } = true;

    /// <summary>True where the SDK skipped them by itself (Visual Studio's implicit builds: <c>_SkipAnalyzers</c>).</summary>
    public bool AnalyzersSkipped { get; init; }

    /// <summary><c>NoWarn</c>: ids with <c>;</c>, <c>,</c> or spaces between them.</summary>
    public string? NoWarn { get; init; }

    /// <summary><c>CompilerApiVersion</c>, such as <c>roslyn5.0</c>: which analyzers the compiler can load depends on it.</summary>
    public string? CompilerApiVersion { get; init; }

    /// <summary><c>KkMode</c>: none, recommended or strict.</summary>
    public string? Mode { get; init; }

    /// <summary><c>SourceRevisionId</c>.</summary>
    public string? Commit { get; init; }

    /// <summary>The work tree held changes that are in no commit; null when nobody looked.</summary>
    public bool? TreeDirty { get; init; }

    /// <summary><c>RepositoryUrl</c>, only where the project publishes it.</summary>
    public string? RepositoryUrl { get; init; }

    /// <summary>Full path of <c>kwaliteitskader.json</c>, when one was found.</summary>
    public string? DeclarationPath { get; init; }

    /// <summary>True for the project that writes the product report.</summary>
    public bool IsHead { get; init; }

    /// <summary>True for a project of tests: listed, but it does not count.</summary>
    public bool IsTestProject { get; init; }

    /// <summary>Number of C# files that the compiler got.</summary>
    public int SourceFiles { get; init; }

    /// <summary>Full paths of referenced projects that delivered no fragment: nobody looked at them.</summary>
    public IReadOnlyList<string> ReferencedProjectsWithoutFragment { get; init; } = [];

    /// <summary>Full path of <c>project.assets.json</c>; null for a project that does not restore.</summary>
    public string? AssetsPath { get; init; }

    /// <summary>Full path of <c>kk.packages.txt</c>: the resolved packages, each with how it came in.</summary>
    public string? PackagesPath { get; init; }

    /// <summary>Properties that rules of the build look at, by name in any case.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Items that rules of the build look at, by type in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<BuildItem>> Items { get; init; } = new Dictionary<string, IReadOnlyList<BuildItem>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The day against which end dates are judged. Null: none is judged.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Full path of the built assembly; its digest goes into the report when the file exists.</summary>
    public string? OutputAssembly { get; init; }
}

/// <summary>An item of the project.</summary>
/// <param name="Include">Its identity.</param>
/// <param name="DefinedIn">Full path of the file that includes it.</param>
public sealed record BuildItem(string Include, string? DefinedIn);
