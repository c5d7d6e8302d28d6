using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>A pipeline of docs/ci: its scripts, as they stand there.</summary>
internal static class Pipeline
{
    public static YamlNode Read(string name)
    {
        using var text = File.OpenText(Path.Combine(PackedPackage.Repository, "docs", "ci", name));
        var yaml = new YamlStream();
        yaml.Load(text);
        return yaml.Documents.Single().RootNode;
    }

    /// <summary>The value of a key, null without it.</summary>
    public static YamlNode? Get(this YamlNode node, string key) => ((YamlMappingNode)node).Children.TryGetValue(key, out var value) ? value : null;

    public static IReadOnlyList<string> Texts(this YamlNode? list) => list is null ? [] : [.. ((YamlSequenceNode)list).Select(n => n.ToString())];

    /// <summary>The steps with a script, in order: what is called, and the script.</summary>
    public static IReadOnlyList<(YamlNode Step, string Script)> Scripts(this YamlNode job, string key) =>
        [.. from step in (YamlSequenceNode)job["steps"] let script = step.Get(key)?.ToString() where script is not null select (step, script)];

    /// <summary>The only step that uses this action.</summary>
    public static YamlNode Uses(this YamlNode job, string action) =>
        Assert.Single((YamlSequenceNode)job["steps"], s => s.Get("uses")?.ToString().StartsWith(action + "@", StringComparison.Ordinal) == true);

    /// <summary>Brings files to another machine, as services do with artifacts. A pattern means files, or folders with all below.</summary>
    public static void Move(Workspace from, Workspace to, params IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            var glob = new Regex("^" + Regex.Escape(pattern).Replace(@"\*\*/", "(.*/)?").Replace(@"\*", "[^/]*") + "(/.*)?$");
            foreach (var file in Directory.EnumerateFiles(from.Root, "*", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(from.Root, file).Replace('\\', '/');
                if (glob.IsMatch(path))
                    Copy(file, to.PathOf(path));
            }
        }
    }

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}
