using System.Globalization;
using KkAnalyzers.Reporting.Signing;

namespace KkAnalyzers.Tool.Commands;

/// <summary>What signing, verifying and packing have in common: how they say what they saw, and how they read what they are given.</summary>
internal static class Verdicts
{
    private const string TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Runs a command; what cannot be worked with becomes a message and an exit code.</summary>
    public static int Guarded(this Terminal terminal, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (ProblemException e)
        {
            terminal.Report(new ReportMessage("KK9002", "error", null, 0, 0, e.Text));
            return e is RefusedException ? ExitCodes.Verification : ExitCodes.Usage;
        }
    }

    /// <summary>One line per check, its result first and in words.</summary>
    public static void Write(this Terminal terminal, TextWriter writer, IReadOnlyList<Check> checks)
    {
        var words = Enum.GetValues<CheckResult>().ToDictionary(r => r, r => terminal[Texts.Get("verify.result-" + Words(r))]);
        var width = words.Values.Max(w => w.Length);
        foreach (var check in checks)
            writer.WriteLine($"{words[check.Result].PadRight(width)}  {terminal[check.Text]}");
    }

    /// <summary>A time as <c>2026-07-01T12:00:00Z</c>.</summary>
    public static DateTime Time(string text) =>
        DateTime.TryParseExact(text, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new ProblemException("verify.timestamp-form", ProblemException.Shown(text));

    /// <summary>The value of an environment variable that somebody named.</summary>
    public static string? Variable(string? name) => name is null
        ? null
        : Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new ProblemException("key.variable", ProblemException.Shown(name));

    /// <summary>Files of folders (with all below), of patterns with <c>*</c> and <c>**</c>, and single ones.</summary>
    public static IEnumerable<string> Files(IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            var files = Expand(pattern.Replace('\\', '/')).ToArray();
            if (files.Length == 0)
                throw new ProblemException("sign.no-files", ProblemException.Shown(pattern));
            foreach (var file in files)
                yield return file;
        }
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        if (Directory.Exists(pattern))
            return Directory.EnumerateFiles(pattern, "*", SearchOption.AllDirectories);
        if (File.Exists(pattern))
            return [pattern];

        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var slash = star < 0 ? -1 : pattern.LastIndexOf('/', star);
        var folder = slash < 0 ? "." : pattern[..(slash + 1)];
        if (star < 0 || !Directory.Exists(folder))
            return [];
        var matcher = new PathPattern(pattern[(slash + 1)..]);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => matcher.Matches(Path.GetRelativePath(folder, f).Replace('\\', '/')));
    }

    private static string Words(CheckResult result) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(result.ToString());
}
