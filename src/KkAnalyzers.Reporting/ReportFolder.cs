using System.Security.Cryptography;
using System.Text;

namespace KkAnalyzers.Reporting;

/// <summary>
/// The folder <c>kwaliteitskader</c>: the report in each of its forms, and below <c>inputs/</c> what it was made of, so that
/// somebody else can make it again and compare. A build and <c>kk merge</c> write the same folder.
/// </summary>
public static class ReportFolder
{
    /// <summary>Name of the source of truth.</summary>
    public const string Json = "report.json";

    /// <summary>Name of the short form: the label of a dossier.</summary>
    public const string Summary = "summary.md";

    /// <summary>Every finding, also where a page or a summary has no room for all.</summary>
    public const string Findings = "findings.csv";

    /// <summary>Folder of the copies of the fragments.</summary>
    public const string Fragments = "inputs/fragments";

    /// <summary>Copy of the baseline that was applied.</summary>
    public const string Baseline = "inputs/kk.baseline.json";

    /// <summary>Forms that do not depend on the language, and those in the first language.</summary>
    private static readonly (string File, Func<Report, string, string> Render)[] Forms =
    [
        (Summary, (r, l) => MarkdownRenderer.Render(r, l)),
        (Findings, FindingsCsv.Render),
        ("personal-data.csv", PersonalDataCsv.Render),
        ("endpoints.csv", EndpointsCsv.Render),
        ("third-parties.csv", ThirdPartiesCsv.Render),
        ("consent.csv", ConsentCsv.Render),
    ];

    /// <summary>File name of the page in one language.</summary>
    public static string Page(string language) => $"report.{language}.html";

    /// <summary>Every file that is made of the report alone, with its bytes, in a fixed order: one at a time, because a page can be large.</summary>
    /// <param name="report">The report.</param>
    /// <param name="languages">nl, fr, en; the first is that of the files that exist once. None: English, and no page.</param>
    public static IEnumerable<(string File, byte[] Bytes)> Render(Report report, IReadOnlyList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(languages);

        var digest = JsonFile.Sha256(report);
        yield return (Json, report.ToJson());
        foreach (var language in languages)
            yield return (Page(language), Page(report, language, digest));
        foreach (var (file, render) in Forms)
            yield return (file, Encoding.UTF8.GetBytes(render(report, languages.FirstOrDefault() ?? "en")));
    }

    private static byte[] Page(Report report, string language, string jsonSha256)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            HtmlRenderer.Render(report, language, jsonSha256, writer);
        return bytes.ToArray();
    }

    /// <summary>Writes the forms of a report; equal files stay as they are.</summary>
    /// <returns>Names of the files, relative to the folder.</returns>
    public static IReadOnlyList<string> Write(string directory, Report report, IReadOnlyList<string> languages)
    {
        var files = new List<string>();
        foreach (var (file, bytes) in Render(report, languages))
        {
            JsonFile.WriteIfDifferent(Path.Combine(directory, file), bytes);
            files.Add(file);
        }

        return files;
    }

    /// <summary>Copies the fragments that the report was made of, under names that do not depend on where they were; removes others.</summary>
    public static void CopyFragments(string directory, IEnumerable<string> fragments)
    {
        var folder = Path.Combine(directory, Fragments);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in fragments)
        {
            var bytes = File.ReadAllBytes(path);
            var name = Name(Fragment.Read(path), bytes);
            if (names.Add(name))
                JsonFile.WriteIfDifferent(Path.Combine(folder, name), bytes);
        }

        foreach (var old in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
        {
            if (!names.Contains(Path.GetFileName(old)))
                File.Delete(old);
        }
    }

    /// <summary>Copies the baseline that was applied; removes the one of an earlier report where none was.</summary>
    public static void CopyBaseline(string directory, string? baseline)
    {
        var copy = Path.Combine(directory, Baseline);
        if (baseline is not null && File.Exists(baseline))
            JsonFile.WriteIfDifferent(copy, File.ReadAllBytes(baseline));
        else
            File.Delete(copy);
    }

    private static string Name(Fragment fragment, byte[] bytes)
    {
        var label = string.Concat($"{fragment.Project.Name}.{fragment.Project.Framework}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
        return $"{(label.Length > 80 ? label[..80] : label)}.{Convert.ToHexString(SHA256.HashData(bytes))[..8].ToLowerInvariant()}.json";
    }
}
