using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Benchmarks.Comparison;

/// <summary>A diagnostic in a flow file.</summary>
internal sealed record Report(string Rule, string File, int Line);

/// <summary>Compiles tests/flows once with each tool, every rule of it switched on, and reads what the compiler logged.</summary>
internal static class Reports
{
    /// <returns>All reports of one tool; how many rules it has.</returns>
    public static async Task<(ImmutableArray<Report> Reports, int Rules)> OfAsync(Peer peer)
    {
        var descriptors = peer.Load().SelectMany(a => a.SupportedDiagnostics).DistinctBy(d => d.Id).OrderBy(d => d.Id, StringComparer.Ordinal).ToArray();
        var work = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Peer.Project)!, "obj", peer.Key)).FullName;
        var config = Path.Combine(work, "every-rule.globalconfig");
        await File.WriteAllTextAsync(config, EveryRule(descriptors));
        var log = Path.Combine(work, "log.sarif");
        File.Delete(log);
        await Dotnet.RunAsync(
            "build", Peer.Project, "-m:1", "-t:Rebuild", "-v:q", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false",
            "-p:FlowsPeer=" + peer.Key, "-p:FlowsConfig=" + config, $"-p:ErrorLog={log}%2Cversion=2.1");

        // A build with the SDK's rules has the SDK's analyzers only; what else it says comes from the compiler itself.
        var ids = descriptors.Select(d => d.Id).ToHashSet();
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(log));
        var results = document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(r => (Rule: r.GetProperty("ruleId").GetString()!, Place: Place(r)))
            .ToArray();
        if (results.FirstOrDefault(r => r.Rule == "AD0001") is { Rule: not null })
        {
            throw new InvalidOperationException($"an analyzer of {peer.Name} failed, see {log}");
        }

        return ([.. results.Where(r => r.Place is not null && ids.Contains(r.Rule)).Select(r => new Report(r.Rule, r.Place!.Value.File, r.Place.Value.Line))], ids.Count);
    }

    /// <summary>Every rule a warning, also one that is off or hidden by default: what a tool can say, it says.</summary>
    /// <remarks>Not KK9001, which is no finding but the record that our own report asks for.</remarks>
    private static string EveryRule(IEnumerable<DiagnosticDescriptor> descriptors)
    {
        var text = new StringBuilder("is_global = true\nglobal_level = 1000\n");
        foreach (var descriptor in descriptors.Where(d => !d.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) && d.Id != "KK9001"))
        {
            text.Append($"dotnet_diagnostic.{descriptor.Id}.severity = warning\n");
        }

        return text.ToString();
    }

    private static (string File, int Line)? Place(JsonElement result)
    {
        if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0)
        {
            return null;
        }

        var place = locations[0].GetProperty("physicalLocation");
        var file = Path.GetFileNameWithoutExtension(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!);
        return (file, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }
}
