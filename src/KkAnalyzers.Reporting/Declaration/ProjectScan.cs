using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>What the projects of a folder already say about their product: for a first declaration, never for a report.</summary>
public sealed partial record ProjectScan
{
    private const int MaxFiles = 5000;
    private const long MaxFileBytes = 1024 * 1024;

    private static readonly HashSet<string> NotLooked = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", "packages", "artifacts", "TestResults" };

    /// <summary>Name of the product.</summary>
    public string? Name { get; private init; }

    /// <summary>Its version.</summary>
    public string? Version { get; private init; }

    /// <summary>Company or authors.</summary>
    public string? Provider { get; private init; }

    /// <summary>Site of the product or of its repository.</summary>
    public string? Site { get; private init; }

    /// <summary>SPDX expression.</summary>
    public string? Licence { get; private init; }

    /// <summary>Languages of its resources, as codes.</summary>
    public IReadOnlyList<string> Languages { get; private init; } = [];

    /// <summary>Packages that tell about the context, and packages of the tracker list.</summary>
    public IReadOnlyList<ScannedPackage> Packages { get; private init; } = [];

    /// <summary>Files that are no XML, or XML that asks for other files, with the place where that shows: left out.</summary>
    public IReadOnlyList<(string File, int Line, int Column)> Unreadable { get; private init; } = [];

    /// <summary>Reads the project files below a folder. Links are not followed.</summary>
    public static ProjectScan Of(string directory)
    {
        var root = Path.GetFullPath(directory);
        var files = Files(root).Take(MaxFiles).Order(StringComparer.Ordinal).ToArray();
        var unreadable = new List<(string File, int Line, int Column)>();
        var documents = files.Where(f => IsProject(f) || IsShared(f))
            .Select(f => (File: f, Xml: Read(f, unreadable))).Where(f => f.Xml is not null).ToDictionary(f => f.File, f => f.Xml!, StringComparer.Ordinal);

        // The product is what starts; a library says less about it, and tests nothing.
        var projects = documents.Where(d => IsProject(d.Key) && !IsTest(d.Value)).OrderByDescending(d => Starts(d.Value)).ThenBy(d => d.Key, StringComparer.Ordinal).ToArray();
        var head = projects.Length > 0 ? projects[0].Key : null;
        var tests = documents.Where(d => IsProject(d.Key) && IsTest(d.Value)).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);

        string? Value(params string[] names) => names.Select(n => Property(documents, head, n)).FirstOrDefault(v => v is not null);

        return new ProjectScan
        {
            Name = Value("Product", "AssemblyTitle", "ApplicationTitle", "Title") ?? Path.GetFileNameWithoutExtension(head),
            Version = Value("Version", "VersionPrefix", "ApplicationDisplayVersion"),
            Provider = Value("Company", "Authors"),
            Site = new[] { Value("PackageProjectUrl"), Value("RepositoryUrl") }.FirstOrDefault(v => Uri.TryCreate(v, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"),
            Licence = Value("PackageLicenseExpression"),
            Languages = [.. files.Select(f => Culture(f, files)).OfType<string>().Append(Value("NeutralLanguage")).OfType<string>().Select(c => c.Split('-')[0].ToLowerInvariant()).Where(c => Code().IsMatch(c)).Distinct().Order(StringComparer.Ordinal)],
            Packages =
            [
                .. documents.Where(d => !tests.Contains(d.Key)).SelectMany(d => References(d.Value).Select(id => (Id: id, File: Path.GetRelativePath(root, d.Key).Replace('\\', '/'))))
                    .Select(p => Package(p.Id, p.File)).OfType<ScannedPackage>()
                    .OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.File, StringComparer.Ordinal).DistinctBy(p => p.Id.ToUpperInvariant()),
            ],
            Unreadable = [.. unreadable.Select(f => (Path.GetRelativePath(root, f.File).Replace('\\', '/'), f.Line, f.Column))],
        };
    }

    private static IEnumerable<string> Files(string root)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var folders = new Queue<string>([root]);
        while (folders.TryDequeue(out var folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
            {
                if (IsProject(file) || IsShared(file) || file.EndsWith(".resx", StringComparison.OrdinalIgnoreCase))
                    yield return file;
            }

            foreach (var below in Directory.EnumerateDirectories(folder, "*", options).Order(StringComparer.Ordinal))
            {
                if (Path.GetFileName(below) is var name && !NotLooked.Contains(name) && !name.StartsWith('.'))
                    folders.Enqueue(below);
            }
        }
    }

    private static bool IsProject(string file) => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    private static bool IsShared(string file) => Path.GetFileName(file) is "Directory.Build.props" or "Directory.Build.targets" or "Directory.Packages.props";

    /// <summary>No DTD, no entities, no other files; null, and a place on the list, for what is no such XML.</summary>
    private static XDocument? Read(string file, List<(string File, int Line, int Column)> unreadable)
    {
        var (line, column) = (0, 0);
        try
        {
            if (new FileInfo(file).Length <= MaxFileBytes)
            {
                using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxFileBytes });
                try
                {
                    return XDocument.Load(reader);
                }
                catch (XmlException e)
                {
                    // For a document type it names no place: that is where the reader stands.
                    var at = (IXmlLineInfo)reader;
                    (line, column) = e.LineNumber > 0 ? (e.LineNumber, e.LinePosition) : (Math.Max(at.LineNumber, 1), Math.Max(at.LinePosition, 1));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Named below.
        }

        unreadable.Add((file, line, column));
        return null;
    }

    private static bool IsTest(XDocument project) =>
        Elements(project, "IsTestProject").Any(e => e.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase)) || References(project).Contains("Microsoft.NET.Test.Sdk", StringComparer.OrdinalIgnoreCase);

    private static bool Starts(XDocument project) =>
        project.Root?.Attribute("Sdk")?.Value is { } sdk && (sdk.StartsWith("Microsoft.NET.Sdk.Web", StringComparison.OrdinalIgnoreCase) || sdk.StartsWith("Microsoft.NET.Sdk.BlazorWebAssembly", StringComparison.OrdinalIgnoreCase))
        || Elements(project, "OutputType").Any(e => e.Value.Trim() is "Exe" or "WinExe");

    /// <summary>A literal value in the project, or in the files above it that hold for it. What asks for another property is none.</summary>
    private static string? Property(Dictionary<string, XDocument> documents, string? project, string name)
    {
        if (project is null)
            return null;

        static string? In(XDocument document, string name) => Elements(document, name).Select(e => e.Value.Trim())
            .FirstOrDefault(v => v.Length > 0 && !v.Contains("$(", StringComparison.Ordinal) && !v.Any(char.IsControl));

        if (In(documents[project], name) is { } own)
            return own;
        for (var folder = Path.GetDirectoryName(project); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var file in new[] { "Directory.Build.targets", "Directory.Build.props" })
            {
                if (documents.TryGetValue(Path.Combine(folder, file), out var shared) && In(shared, name) is { } value)
                    return value;
            }
        }

        return null;
    }

    private static IEnumerable<XElement> Elements(XDocument document, string name) =>
        document.Descendants().Where(e => e.Name.LocalName == name && e.Parent?.Name.LocalName == "PropertyGroup");

    private static IEnumerable<string> References(XDocument document) =>
        document.Descendants().Where(e => e.Name.LocalName is "PackageReference" or "GlobalPackageReference")
            .SelectMany(e => (e.Attribute("Include")?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(id => !id.Contains("$(", StringComparison.Ordinal));

    private static ScannedPackage? Package(string id, string file) =>
        Catalogue.Instance.ContextSigns.Find(id, direct: true) is { Shows: true } sign ? new ScannedPackage(id, sign.Sign, null, file)
        : TrackerPackages.Find(id) is { } tracker ? new ScannedPackage(id, tracker.Category == "ads" ? "ads" : "tracker", tracker.Vendor, file)
        : null;

    /// <summary><c>Strings.fr-BE.resx</c> beside <c>Strings.resx</c> is French.</summary>
    private static string? Culture(string file, string[] all) =>
        Resource().Match(file) is { Success: true } match && all.Contains(match.Groups["neutral"].Value + ".resx", StringComparer.OrdinalIgnoreCase) ? match.Groups["culture"].Value : null;

    [GeneratedRegex(@"^(?<neutral>.+)\.(?<culture>[A-Za-z]{2}(-[A-Za-z]{2,4})?)\.resx$")]
    private static partial Regex Resource();

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex Code();
}

/// <param name="Id">Package id.</param>
/// <param name="Sign">ai, vault, sign-in, ads or tracker.</param>
/// <param name="Vendor">Vendor, for those of the tracker list.</param>
/// <param name="File">File that asks for it, relative to the folder.</param>
public sealed record ScannedPackage(string Id, string Sign, string? Vendor, string File);

/// <summary>The packages of the tracker list; the analyzer reads the same list.</summary>
internal static class TrackerPackages
{
    private static readonly (string Pattern, string Vendor, string Category)[] All = Load();

    /// <summary>The line about a package; null for one that is no tracker.</summary>
    public static (string Vendor, string Category)? Find(string id) =>
        All.Where(p => p.Pattern.EndsWith('*') ? id.StartsWith(p.Pattern[..^1], StringComparison.OrdinalIgnoreCase) : id.Equals(p.Pattern, StringComparison.OrdinalIgnoreCase))
            .Select(p => ((string, string)?)(p.Vendor, p.Category)).FirstOrDefault();

    private static (string, string, string)[] Load()
    {
        using var stream = typeof(TrackerPackages).Assembly.GetManifestResourceStream("lists/KkAnalyzers.Trackers.txt")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n').Where(l => !l.StartsWith('#')).Select(l => l.Split('|', StringSplitOptions.TrimEntries))
                .Where(f => f.Length >= 4 && f[1] == "package" && f[3] != "consent").Select(f => (f[0], f[2], f[3])),
        ];
    }
}
