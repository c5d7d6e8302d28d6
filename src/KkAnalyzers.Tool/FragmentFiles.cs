using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace KkAnalyzers.Tool;

/// <summary>Which files the arguments of <c>kk merge</c> mean. The tool expands patterns itself: not every shell does.</summary>
internal static class FragmentFiles
{
    private const string Name = "kk.fragment.json";

    /// <param name="inputs">
    /// Files; folders, which are searched for <c>kk.fragment.json</c> and for the copies that a report folder keeps; patterns with
    /// <c>*</c> and <c>**</c>.
    /// </param>
    /// <returns>Full paths, each once, sorted.</returns>
    /// <exception cref="UsageException">One of them means nothing: a part of the product would go missing in silence.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> inputs)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var problems = new List<ReportMessage>();
        foreach (var input in inputs)
        {
            var found = Directory.Exists(input) ? Below(Path.GetFullPath(input))
                : File.Exists(input) ? [Path.GetFullPath(input)]
                : input.Contains('*') ? Matching(input)
                : null;
            if (found is null)
                problems.Add(UsageException.Problem("tool.merge.missing", input));
            else if (found.Count == 0)
                problems.Add(UsageException.Problem("tool.merge.empty", input));
            files.UnionWith(found ?? []);
        }

        return problems.Count == 0 ? [.. files] : throw new UsageException(problems);
    }

    private static List<string> Below(string folder)
    {
        // Links can lead in circles; tools' folders hold thousands of files and none of ours.
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var found = new List<string>();
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var current))
        {
            var copies = Path.TrimEndingDirectorySeparator(current).Replace('\\', '/').EndsWith("/" + ReportFolder.Fragments, StringComparison.Ordinal);
            found.AddRange(Directory.EnumerateFiles(current, copies ? "*.json" : Name, options));
            foreach (var below in Directory.EnumerateDirectories(current, "*", options).Where(d => Path.GetFileName(d) is not (".git" or "node_modules")))
                folders.Push(below);
        }

        return found;
    }

    private static List<string> Matching(string pattern)
    {
        // The part without wildcards is where to look; "..", a drive and a root are no part of a pattern.
        var parts = pattern.Replace('\\', '/').Split('/');
        var plain = parts.TakeWhile(p => !p.Contains('*')).ToArray();
        var root = Path.GetFullPath(plain.Length == 0 ? "." : string.Join('/', plain) + "/");
        if (!Directory.Exists(root))
            return [];

        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(string.Join('/', parts[plain.Length..]));
        return [.. matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(root))).Files.Select(f => Path.GetFullPath(Path.Combine(root, f.Path)))];
    }
}
