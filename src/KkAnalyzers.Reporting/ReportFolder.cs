using System.Security.Cryptography;
using System.Text;
using KkAnalyzers.Reporting.Formats;
using KkAnalyzers.Reporting.Signing;

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

    /// <summary>Copy of the earlier report that this one was compared with.</summary>
    public const string Previous = "inputs/previous.report.json";

    /// <summary>Forms that do not depend on the language, and those in the first language.</summary>
    private static readonly (string File, Action<Report, string, Stream> Write)[] Forms =
    [
        (Summary, Text((r, l) => MarkdownRenderer.Render(r, l))),
        (Findings, Writer(FindingsCsv.Render)),
        ("personal-data.csv", Text(PersonalDataCsv.Render)),
        ("endpoints.csv", Text(EndpointsCsv.Render)),
        ("third-parties.csv", Text(ThirdPartiesCsv.Render)),
        ("consent.csv", Text(ConsentCsv.Render)),
        ("report.sarif", SarifDocument.Render),
        ("report.cdx.json", (r, l, stream) => stream.Write(CycloneDx.Render(r, l))),
    ];

    /// <summary>File name of the page in one language.</summary>
    public static string Page(string language) => $"report.{language}.html";

    /// <summary>What <see cref="Format"/> can say, in the order of the files.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. new[] { Json, Page("en") }.Concat(Forms.Select(f => f.File)).Select(Format).Distinct()];

    /// <summary>Which format a file of the folder has, by its name: json, html, md, csv; <c>report.x.json</c> has the format x.</summary>
    public static string Format(string file) => file.Split('.') is [_, var inner, "json"] ? inner : file[(file.LastIndexOf('.') + 1)..];

    /// <summary>Every file that is made of the report alone, in a fixed order. Nothing is rendered before somebody asks for its bytes.</summary>
    /// <param name="report">The report.</param>
    /// <param name="languages">nl, fr, en; the first is that of the files that exist once. None: English, and no page.</param>
    public static IEnumerable<ReportForm> Render(Report report, IReadOnlyList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(languages);

        yield return new(Json, stream => JsonFile.Write(stream, report));
        // Each page says it, and it takes as long as writing the report.
        var digest = new Lazy<string>(() => JsonFile.Sha256(report));
        foreach (var language in languages)
        {
            var page = Writer((r, l, text) => HtmlRenderer.Render(r, l, digest.Value, text));
            yield return new(Page(language), stream => page(report, language, stream));
        }

        foreach (var (file, write) in Forms)
            yield return new(file, stream => write(report, languages.FirstOrDefault() ?? "en", stream));
    }

    /// <summary>Writes the forms of a report; equal files stay as they are.</summary>
    /// <returns>Names of the files, relative to the folder.</returns>
    public static IReadOnlyList<string> Write(string directory, Report report, IReadOnlyList<string> languages) =>
    [
        .. Render(report, languages).Select(file =>
        {
            JsonFile.WriteIfDifferent(Path.Combine(directory, file.Name), file.Write);
            return file.Name;
        }),
    ];

    private static Action<Report, string, Stream> Text(Func<Report, string, string> render) => Writer((report, language, text) => text.Write(render(report, language)));

    private static Action<Report, string, Stream> Writer(Action<Report, string, TextWriter> render) => (report, language, stream) =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        render(report, language, text);
    };

    /// <summary>Copies what the report was made of, so that it can be made again; removes copies of an earlier one.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="fragments">Paths of the fragments.</param>
    /// <param name="options">The options that the roll-up got.</param>
    public static void CopyInputs(string directory, IEnumerable<string> fragments, RollUpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CopyFragments(directory, fragments);
        Copy(Path.Combine(directory, Baseline), options.Baseline?.Bytes);
        Copy(Path.Combine(directory, Previous), options.Previous?.Bytes);
    }

    private static void Copy(string path, byte[]? bytes)
    {
        if (bytes is not null)
            JsonFile.WriteIfDifferent(path, bytes);
        else if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>Under names that do not depend on where they were.</summary>
    private static void CopyFragments(string directory, IEnumerable<string> fragments)
    {
        var folder = Path.Combine(directory, Fragments);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in fragments)
        {
            var bytes = File.ReadAllBytes(path);
            var name = Name(JsonFile.Read<Fragment>(new MemoryStream(bytes), path), bytes);
            if (names.Add(name))
                JsonFile.WriteIfDifferent(Path.Combine(folder, name), bytes);
        }

        foreach (var old in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
        {
            if (!names.Contains(Path.GetFileName(old)))
                File.Delete(old);
        }
    }

    private static string Name(Fragment fragment, byte[] bytes)
    {
        var label = string.Concat($"{fragment.Project.Name}.{fragment.Project.Framework}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
        // A project may have the name of a device, under which some systems can write no file.
        label = SafePath.Problem(label) is null ? label : "_" + label;
        return $"{(label.Length > 80 ? label[..80] : label)}.{Convert.ToHexString(SHA256.HashData(bytes))[..8].ToLowerInvariant()}.json";
    }
}

/// <summary>One form of a report.</summary>
/// <param name="Name">Name of its file.</param>
/// <param name="Write">Writes its bytes, the same each time.</param>
public sealed record ReportForm(string Name, Action<Stream> Write)
{
    /// <summary>Its bytes.</summary>
    public byte[] Bytes()
    {
        using var memory = new MemoryStream();
        Write(memory);
        return memory.ToArray();
    }
}
