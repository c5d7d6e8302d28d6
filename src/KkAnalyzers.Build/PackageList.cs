using System.Text;
using System.Text.Json;

namespace KkAnalyzers.Build;

/// <summary>
/// Reads what restore resolved (<c>project.assets.json</c>) and writes one line per package, sorted by id:
/// <c>direct|Id|version|</c> or <c>transitive|Id|version|A &gt; B &gt; Id</c> with one shortest way in. A project in between is
/// named as such a step too.
/// </summary>
internal static class PackageList
{
    public static void Write(Arguments arguments)
    {
        var assets = arguments.Required("assets");
        using var stream = File.OpenRead(assets);
        string text;
        try
        {
            using var document = JsonDocument.Parse(stream);
            text = Text(document.RootElement, arguments.Required("framework"), arguments.Optional("moniker"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{assets}: {e.Message}", e);
        }

        // Left alone when nothing changed: the compiler reads this file, and a newer time would compile again.
        var output = arguments.Required("output");
        if (!File.Exists(output) || File.ReadAllText(output) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            File.WriteAllText(output, text);
        }
    }

    /// <param name="assets">The root of the assets file.</param>
    /// <param name="framework">The project's own name of the target framework.</param>
    /// <param name="moniker">The long name of the target framework, if known.</param>
    internal static string Text(JsonElement assets, string framework, string? moniker)
    {
        var direct = DirectDependencies(assets, framework);
        var resolved = Resolved(assets, framework, moniker, direct.ShortName);

        // Breadth first, in order of the alphabet: the first way to reach a package is one of the shortest, always the same.
        var ways = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var queue = new Queue<string>();
        foreach (var id in direct.Ids.Concat(direct.Projects).Where(resolved.ContainsKey).Order(StringComparer.OrdinalIgnoreCase))
        {
            if (ways.TryAdd(id, resolved[id].Id))
            {
                queue.Enqueue(id);
            }
        }

        while (queue.TryDequeue(out var id))
        {
            foreach (var next in resolved[id].Dependencies.Where(resolved.ContainsKey))
            {
                if (ways.TryAdd(next, $"{ways[id]} > {resolved[next].Id}"))
                {
                    queue.Enqueue(next);
                }
            }
        }

        var text = new StringBuilder();
        foreach (var package in resolved.Values.Where(p => p.IsPackage).OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase))
        {
            text.Append(direct.Ids.Contains(package.Id)
                ? $"direct|{package.Id}|{package.Version}|\n"
                : $"transitive|{package.Id}|{package.Version}|{ways.GetValueOrDefault(package.Id, package.Id)}\n");
        }

        return text.ToString();
    }

    private static (HashSet<string> Ids, List<string> Projects, string ShortName) DirectDependencies(JsonElement assets, string framework)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var shortName = framework;
        foreach (var entry in assets.GetProperty("project").GetProperty("frameworks").EnumerateObject())
        {
            var alias = entry.Value.TryGetProperty("targetAlias", out var value) ? value.GetString() : entry.Name;
            if (!Same(alias, framework) && !Same(entry.Name, framework))
            {
                continue;
            }

            shortName = entry.Name;
            if (entry.Value.TryGetProperty("dependencies", out var dependencies))
            {
                ids.UnionWith(dependencies.EnumerateObject().Select(d => d.Name));
            }
        }

        // Project references stand apart, by path; their names are those of the libraries of type "project".
        var projects = assets.TryGetProperty("projectFileDependencyGroups", out var groups)
            ? groups.EnumerateObject()
                .SelectMany(g => g.Value.EnumerateArray())
                .Select(d => (d.GetString() ?? "").Split(' ')[0])
                .Where(d => d.Length > 0 && !ids.Contains(d))
                .ToList()
            : [];
        return (ids, projects, shortName);
    }

    private static Dictionary<string, Library> Resolved(JsonElement assets, string framework, string? moniker, string shortName)
    {
        // "net8.0", or ".NETStandard,Version=v2.0" before version 4 of the file; "net8.0/linux-x64" repeats it for a runtime.
        var targets = assets.GetProperty("targets").EnumerateObject().Where(t => !t.Name.Contains('/')).ToArray();
        var target = targets.FirstOrDefault(t => Same(t.Name, framework) || Same(t.Name, shortName) || Same(t.Name, moniker));
        if (target.Value.ValueKind == JsonValueKind.Undefined)
        {
            target = targets.Length == 1 ? targets[0] : throw new KeyNotFoundException($"no target for {framework}");
        }

        var libraries = new Dictionary<string, Library>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in target.Value.EnumerateObject())
        {
            var slash = entry.Name.IndexOf('/', StringComparison.Ordinal);
            var id = slash < 0 ? entry.Name : entry.Name[..slash];
            var dependencies = entry.Value.TryGetProperty("dependencies", out var value)
                ? value.EnumerateObject().Select(d => d.Name).Order(StringComparer.OrdinalIgnoreCase).ToArray()
                : [];
            var isPackage = !entry.Value.TryGetProperty("type", out var type) || type.GetString() == "package";
            libraries[id] = new(id, slash < 0 ? "" : entry.Name[(slash + 1)..], isPackage, dependencies);
        }

        return libraries;
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private sealed record Library(string Id, string Version, bool IsPackage, IReadOnlyList<string> Dependencies);
}
