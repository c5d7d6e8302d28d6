using System.Text.Json;
using KkAnalyzers.Build;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>From what restore resolved to one line per package.</summary>
public sealed class PackageListTests
{
    private const string Assets = """
        {
          "version": 3,
          "targets": {
            "net8.0": {
              "B/2.0.0": { "type": "package", "dependencies": { "D": "1.0.0" } },
              "A/1.0.0": { "type": "package", "dependencies": { "C": "1.0.0", "B": "2.0.0" } },
              "C/1.0.0": { "type": "package", "dependencies": { "D": "1.0.0", "A": "1.0.0" } },
              "D/1.2.0-beta": { "type": "package", "dependencies": { "E": "1.0.0" } },
              "E/1.0.0": { "type": "package" },
              "F/1.0.0": { "type": "package" },
              "Lib/1.0.0": { "type": "project", "dependencies": { "F": "1.0.0" } }
            },
            "net8.0/linux-x64": { "Only.Runtime/1.0.0": { "type": "package" } },
            ".NETStandard,Version=v2.0": { "A/1.0.0": { "type": "package" } }
          },
          "projectFileDependencyGroups": { "net8.0": [ "A >= 1.0.0", "Lib >= 1.0.0" ], ".NETStandard,Version=v2.0": [ "A >= 1.0.0" ] },
          "project": { "frameworks": {
            "net8.0": { "targetAlias": "net8.0", "dependencies": { "A": { "version": "[1.0.0, )" } } },
            "netstandard2.0": { "targetAlias": "netstandard2.0", "dependencies": { "a": { "version": "[1.0.0, )" } } }
          } }
        }
        """;

    [Fact]
    public void Names_a_shortest_way_also_in_a_circle_and_through_a_project() => Assert.Equal(
        """
        direct|A|1.0.0|
        transitive|B|2.0.0|A > B
        transitive|C|1.0.0|A > C
        transitive|D|1.2.0-beta|A > B > D
        transitive|E|1.0.0|A > B > D > E
        transitive|F|1.0.0|Lib > F

        """.ReplaceLineEndings("\n"), Text("net8.0", null));

    [Theory]
    [InlineData("netstandard2.0", ".NETStandard,Version=v2.0")]
    public void Finds_the_framework_under_its_long_name(string framework, string moniker) =>
        Assert.Equal("direct|A|1.0.0|\n", Text(framework, moniker));

    [Fact]
    public void Names_the_file_when_it_cannot_be_read()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "{");
            var arguments = new Arguments().Add("assets", path).Add("framework", "net8.0").Add("output", path + ".out");
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => PackageList.Write(arguments)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Text(string framework, string? moniker)
    {
        using var document = JsonDocument.Parse(Assets);
        return PackageList.Text(document.RootElement, framework, moniker);
    }
}
