using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>What is in the package, to the file; and whether the oldest host can load it.</summary>
public sealed class PackageContentTests
{
    private static readonly string[] Entries =
    [
        "README.md",
        "analyzers/dotnet/cs/KkAnalyzers.CodeFixes.dll",
        "analyzers/dotnet/cs/KkAnalyzers.dll",
        "analyzers/dotnet/cs/fr/KkAnalyzers.resources.dll",
        "analyzers/dotnet/cs/nl/KkAnalyzers.resources.dll",
        "build/KkAnalyzers.Report.targets",
        "build/KkAnalyzers.Settings.targets",
        "build/KkAnalyzers.props",
        "build/KkAnalyzers.targets",
        "buildMultiTargeting/KkAnalyzers.props",
        "buildMultiTargeting/KkAnalyzers.targets",
        "buildTransitive/KkAnalyzers.props",
        "buildTransitive/KkAnalyzers.targets",
        "config/inspection.globalconfig",
        "config/none.globalconfig",
        "config/recommended.globalconfig",
        "config/sdk-recommended.globalconfig",
        "config/sdk-strict.globalconfig",
        "config/strict.globalconfig",
        "icon.png",
        "schema/baseline.schema.json",
        "schema/kwaliteitskader.schema.json",
        "schema/manifest.schema.json",
        "schema/policy.schema.json",
        "schema/report.schema.json",
        "schema/statement.schema.json",
        "tasks/net8.0/KkAnalyzers.Build.dll",
        "tasks/net8.0/KkAnalyzers.Build.runtimeconfig.json",
        "tasks/net8.0/KkAnalyzers.Catalog.dll",
        "tasks/net8.0/KkAnalyzers.Reporting.dll",
        "tasks/netstandard2.0/KkAnalyzers.Build.ToolTask.dll",
    ];

    [Fact]
    public void Holds_these_files_and_no_other()
    {
        using var package = ZipFile.OpenRead(PackedPackage.File);
        var entries = package.Entries.Select(e => e.FullName)
            .Where(e => e is not ("KkAnalyzers.nuspec" or "[Content_Types].xml") && !e.StartsWith("_rels/", StringComparison.Ordinal) && !e.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(Entries.Order(StringComparer.Ordinal), entries);
    }

    [Fact]
    public void Brings_no_dependency_and_no_assembly_to_the_application()
    {
        using var package = ZipFile.OpenRead(PackedPackage.File);
        using var stream = package.GetEntry("KkAnalyzers.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;

        Assert.Equal("KkAnalyzers", Value("id"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Null(Value("dependencies"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        Assert.False(string.IsNullOrEmpty(Value("license")));
    }

    /// <summary>
    /// An analyzer that was compiled against a newer Roslyn than its host has is refused with a mere warning (CS9057); System.Text.Json
    /// beside a task breaks on version skew.
    /// </summary>
    [Fact]
    public void The_oldest_supported_hosts_can_load_it()
    {
        var limits = new Dictionary<string, Version>(StringComparer.Ordinal)
        {
            ["Microsoft.CodeAnalysis"] = new(4, 5, 0, 0),
            ["Microsoft.CodeAnalysis.CSharp"] = new(4, 5, 0, 0),
            ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 5, 0, 0),
            ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 5, 0, 0),
            ["System.Collections.Immutable"] = new(6, 0, 0, 0),
            ["System.Reflection.Metadata"] = new(6, 0, 0, 0),
            // What Roslyn 4.5.0 itself asks for.
            ["System.Memory"] = new(4, 0, 1, 2),
            ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
            ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
            ["Microsoft.Build.Framework"] = new(15, 1, 0, 0),
            ["Microsoft.Build.Utilities.Core"] = new(15, 1, 0, 0),
            ["netstandard"] = new(2, 0, 0, 0),
            // Of the shared framework of .NET 8, like System.*: the error of a program that is not there.
            ["Microsoft.Win32.Primitives"] = new(8, 0, 0, 0),
        };
        using var package = ZipFile.OpenRead(PackedPackage.File);
        foreach (var entry in package.Entries.Where(e => e.FullName.EndsWith(".dll", StringComparison.Ordinal)))
        {
            foreach (var (name, version) in References(entry))
            {
                // .NET 8 itself brings what a task needs; what an analyzer needs comes with its host.
                var ofTask = entry.FullName.StartsWith("tasks/net8.0/", StringComparison.Ordinal) && name.StartsWith("System.", StringComparison.Ordinal);
                if (ofTask || limits.ContainsKey(name))
                {
                    var limit = ofTask ? new Version(8, 0, 0, 0) : limits[name];
                    Assert.True(version <= limit, $"{entry.FullName} references {name} {version}, newer than {limit}");
                }
                else
                {
                    Assert.True(name.StartsWith("KkAnalyzers", StringComparison.Ordinal)
                        || (entry.FullName.Contains("CodeFixes", StringComparison.Ordinal) && name.StartsWith("System.Composition", StringComparison.Ordinal)),
                        $"{entry.FullName} references {name} {version}");
                }
            }
        }
    }

    [Fact]
    public void The_child_process_starts_where_only_a_newer_runtime_is()
    {
        using var package = ZipFile.OpenRead(PackedPackage.File);
        using var reader = new StreamReader(package.GetEntry("tasks/net8.0/KkAnalyzers.Build.runtimeconfig.json")!.Open());
        Assert.Contains("\"rollForward\": \"Major\"", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    private static List<(string Name, Version Version)> References(ZipArchiveEntry entry)
    {
        using var memory = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(memory);
        }

        memory.Position = 0;
        using var image = new PEReader(memory);
        var metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(r => (metadata.GetString(r.Name), r.Version)).ToList();
    }
}
