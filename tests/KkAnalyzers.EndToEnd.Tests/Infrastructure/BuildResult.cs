using System.Text.RegularExpressions;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>How a build ended and what it said.</summary>
internal sealed partial record BuildResult(int ExitCode, string Output)
{
    /// <summary>Ids of all warnings and errors.</summary>
    public IReadOnlySet<string> Ids { get; } = Id().Matches(Output).Select(m => m.Groups[1].Value).ToHashSet();

    /// <summary>Exit code 0, and none of the ways in which a compiler says that it did not run us.</summary>
    public BuildResult Succeeds()
    {
        Assert.True(ExitCode == 0, Output);
        return Healthy();
    }

    public BuildResult Fails(params string[] ids)
    {
        Assert.True(ExitCode != 0, Output);
        Shows(ids);
        return Healthy();
    }

    public BuildResult Shows(params string[] ids)
    {
        foreach (var id in ids)
        {
            Assert.True(Ids.Contains(id), $"{id} is missing from:\n{Output}");
        }

        return this;
    }

    public BuildResult IsSilentAbout(params string[] ids)
    {
        foreach (var id in ids)
        {
            Assert.False(Ids.Contains(id), $"{id} is in:\n{Output}");
        }

        return this;
    }

    /// <summary>Analyzer not loaded (CS8032, CS9057), analyzer crashed (AD0001), generator crashed (CS8785), task crashed (MSB4018, MSB4062).</summary>
    private BuildResult Healthy() => IsSilentAbout("CS8032", "CS9057", "AD0001", "CS8785", "MSB4018", "MSB4062", "MSB6003", "MSB6006");

    [GeneratedRegex(@"\b(?:warning|error) ([A-Z]+\d+)\b")]
    private static partial Regex Id();
}
