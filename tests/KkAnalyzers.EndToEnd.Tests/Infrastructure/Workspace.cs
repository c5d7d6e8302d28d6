using KkAnalyzers.Reporting;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>
/// A consumer's repository in a temporary folder, shut off from this one: its own Directory.Build files, the packed package as
/// the only source of KkAnalyzers, the usual sources for the rest.
/// </summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>Breaks KK3201 once, and leaves a member alone that the rule looks at.</summary>
    public const string Newsletter = """
        namespace Care;

        public class Preferences
        {
            public bool NewsletterOptIn { get; set; } = true;
            public bool MarketingConsent { get; set; }
        }
        """;

    /// <summary>Looked at by KK3201, nothing to find.</summary>
    public const string Clean = """
        namespace Care;

        public class Preferences
        {
            public bool NewsletterOptIn { get; set; }
        }
        """;

    public const string Main = """
        System.Console.WriteLine(new Care.Preferences().NewsletterOptIn);
        """;

    /// <param name="folder">Name of the folder, for a test that compares two; null for one of its own.</param>
    /// <param name="install">How the projects get the package: "reference" in Directory.Build.props, "global" by central management, "none".</param>
    public Workspace(string? folder = null, string install = "reference")
    {
        Root = Path.Combine(Path.GetTempPath(), $"kk-e2e-{Environment.ProcessId}", folder ?? Guid.NewGuid().ToString("N")[..8]);
        var reference = $"""<ItemGroup><PackageReference Include="KkAnalyzers" Version="{PackedPackage.Version}" PrivateAssets="all" /></ItemGroup>""";
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <Nullable>enable</Nullable>
                <RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>
              </PropertyGroup>
              {(install == "reference" ? reference : "")}
            </Project>
            """);
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", install != "global" ? "<Project />" : $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="KkAnalyzers" Version="{PackedPackage.Version}" /></ItemGroup>
            </Project>
            """);
        Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="kk-e2e" value="{PackedPackage.Feed}" /></packageSources>
            </configuration>
            """);
        Write(".editorconfig", "root = true\n");
    }

    public string Root { get; }

    /// <summary>An application with one source file and a main program.</summary>
    public Workspace App(string code = Newsletter, string properties = "", string items = "", string name = "App") => Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><ImplicitUsings>disable</ImplicitUsings>{Framework(properties)}{properties}</PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """).Write($"{name}/Program.cs", Main).Write($"{name}/Preferences.cs", code);

    private static string Framework(string properties) =>
        properties.Contains("<TargetFrameworks>", StringComparison.Ordinal) ? "" : "<TargetFramework>net10.0</TargetFramework>";

    /// <summary>A library.</summary>
    public Workspace Library(string name, string code, string properties = "", string items = "") => Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{Framework(properties)}{properties}</PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """).Write($"{name}/Code.cs", code);

    public Workspace Write(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public string PathOf(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>`dotnet build`, with restore.</summary>
    public BuildResult Build(string project, params string[] arguments) =>
        Dotnet.Run(Root, ["build", project, "-nodeReuse:false", "-nologo", .. arguments]);

    /// <summary>The same without restore: a third of the time.</summary>
    public BuildResult Rebuild(string project, params string[] arguments) => Build(project, ["--no-restore", .. arguments]);

    /// <summary>The product report of an application.</summary>
    public Report Report(string directory = "App/bin/Debug/net10.0/kwaliteitskader") => Reporting.Report.Read(PathOf(directory + "/report.json"));

    /// <summary>All files with their times, to see what a build touched.</summary>
    public SortedDictionary<string, DateTime> Times() => new(
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(Root, f).Replace('\\', '/'), File.GetLastWriteTimeUtc),
        StringComparer.Ordinal);

    public void Dispose()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }

        var parent = Path.GetDirectoryName(Root)!;
        if (Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any())
        {
            try
            {
                Directory.Delete(parent);
            }
            catch (IOException)
            {
                // Another test has just put its workspace there.
            }
        }
    }
}
