using System.Security.Cryptography;
using System.Text;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Identity of a finding that survives a move to another line: rule, path, text of its line without spaces, and its number among
/// equals. No line number, so that code above it may change; no message, so that a new version of the tool may word it otherwise.
/// </summary>
internal static class Fingerprints
{
    // A finding in a larger file keeps rule, path and number.
    private const long MaxBytes = 8 * 1024 * 1024;

    /// <param name="findings">Sorted by rule and place.</param>
    /// <param name="root">Folder that their paths are relative to; null when nothing can be read.</param>
    public static IEnumerable<Finding> Add(IEnumerable<Finding> findings, string? root)
    {
        var files = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var equals = new Dictionary<(string Rule, string? File, string Text), int>();
        foreach (var finding in findings)
        {
            var text = Text(finding, root, files);
            var number = equals[(finding.Rule, finding.File, text)] = equals.GetValueOrDefault((finding.Rule, finding.File, text)) + 1;
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', finding.Rule, finding.File, text, number)));
            yield return finding with { Fingerprint = Convert.ToHexString(hash.AsSpan(0, 16)).ToLowerInvariant() };
        }
    }

    private static string Text(Finding finding, string? root, Dictionary<string, string[]> files)
    {
        if (root is null || finding.File is null || finding.Line < 1 || finding.File.StartsWith('…'))
            return "";
        if (!files.TryGetValue(finding.File, out var lines))
            files[finding.File] = lines = Lines(Path.Combine(root, finding.File));
        return finding.Line <= lines.Length ? string.Concat(lines[finding.Line - 1].Where(c => !char.IsWhiteSpace(c))) : "";
    }

    private static string[] Lines(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MaxBytes } ? File.ReadAllLines(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return [];
        }
    }
}
