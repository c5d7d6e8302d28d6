using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>
/// What rules of the build look at: the facts, and files that are read once and remembered. Every file goes through here, so
/// that the next build knows which files its result depends on.
/// </summary>
internal sealed class BuildProject(
    ProjectFacts facts, IReadOnlyList<InventoryRow>? inventories = null, DeclarationData? declaration = null, IReadOnlyList<RuleOutcome>? compiler = null)
{
    private readonly Dictionary<string, XDocument?> _xml = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _read = new(StringComparer.Ordinal);
    private AssetsFile? _assets;

    /// <summary>What MSBuild knows.</summary>
    public ProjectFacts Facts => facts;

    /// <summary>What rules of the compiler recorded, and packages that tell about the context; empty where nobody looked.</summary>
    public IReadOnlyList<InventoryRow> Inventories { get; private set; } = inventories ?? [];

    /// <summary>Packages that tell about the context; null when the build left no list of packages.</summary>
    public IReadOnlyList<InventoryRow>? PackageSigns { get; private set; }

    /// <summary>Adds the packages that tell about the context.</summary>
    public void Add(IReadOnlyList<InventoryRow>? packageSigns)
    {
        PackageSigns = packageSigns;
        Inventories = [.. Inventories, .. packageSigns ?? []];
    }

    /// <summary>True when this rule of the compiler ran here, so that an empty inventory of it says something.</summary>
    public bool Looked(string rule) => compiler?.FirstOrDefault(o => o.Rule == rule) is { State: not State.NotEvaluated };

    /// <summary>What the provider declared.</summary>
    public DeclarationData? Declaration => declaration;

    /// <summary>Full paths of the files that were read.</summary>
    public IReadOnlyList<string> FilesRead => [.. _read];

    /// <summary>What restore wrote; with a problem in it where there is none or it cannot be read.</summary>
    public AssetsFile Assets => _assets ??= AssetsFile.Read(this);

    /// <summary>
    /// Files in which the project may say something, nearest first: its own, those in which its packages stand, and
    /// Directory.Build.props, Directory.Build.targets and Directory.Packages.props in its folder and above, up to the root.
    /// </summary>
    public IReadOnlyList<string> ProjectFiles { get; } = [.. Files(facts).Distinct(StringComparer.Ordinal)];

    /// <summary>A property; null when it is empty.</summary>
    public string? Property(string name) => facts.Properties.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>True for "true", in any case.</summary>
    public bool IsTrue(string property) => string.Equals(Property(property), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for "false", in any case; an empty property is neither.</summary>
    public bool IsFalse(string property) => string.Equals(Property(property), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Items of a type that the targets pass on.</summary>
    public IReadOnlyList<BuildItem> Items(string type) => facts.Items.GetValueOrDefault(type) ?? [];

    /// <summary>Where the property is set: in the nearest file that sets it; the project file as a whole when none of them does.</summary>
    public Place PropertyPlace(string name) => FindProperty(name) ?? Place.None;

    /// <summary>Where one of the project's files sets the property; null when none does (a default, the command line, the environment).</summary>
    public Place? FindProperty(string name) =>
        Find(e => e.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) && e.Parent?.Name.LocalName == "PropertyGroup" && !string.IsNullOrWhiteSpace(e.Value));

    /// <summary>Where an item stands, by type and the text of its Include or Update.</summary>
    public Place? FindItem(string include, params string[] types) =>
        Find(e => types.Contains(e.Name.LocalName) && e.Parent?.Name.LocalName == "ItemGroup" && (Names(e, "Include", include) || Names(e, "Update", include)));

    /// <summary>The nearest element that answers, in the project's files.</summary>
    public Place? Find(Func<XElement, bool> matches)
    {
        foreach (var file in ProjectFiles)
        {
            if (Xml(file)?.Descendants().FirstOrDefault(matches) is { } element)
                return PlaceOf(file, element);
        }

        return null;
    }

    public static Place PlaceOf(string file, XObject element) =>
        element is IXmlLineInfo info && info.HasLineInfo() ? new(file, info.LineNumber, Math.Max(1, info.LinePosition - 1)) : new(file);

    /// <summary>A file as XML with positions; null when it does not exist or is none.</summary>
    public XDocument? Xml(string path)
    {
        if (_xml.TryGetValue(path, out var document))
            return document;

        try
        {
            if (Exists(path))
            {
                using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
                document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            document = null;
        }

        return _xml[path] = document;
    }

    /// <summary>A file as JSON.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public JsonDocument? Json(string path) =>
        Exists(path) ? JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 128 }) : null;

    /// <summary>A file as lines; null when it does not exist or cannot be read.</summary>
    public string[]? Lines(string path)
    {
        try
        {
            return Exists(path) ? File.ReadAllLines(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool Exists(string path)
    {
        if (!File.Exists(path))
            return false;
        _read.Add(Path.GetFullPath(path));
        return true;
    }

    private static bool Names(XElement element, string attribute, string include) =>
        element.Attribute(attribute)?.Value.Split(';').Any(v => v.Trim().Equals(include, StringComparison.OrdinalIgnoreCase)) == true;

    private static IEnumerable<string> Files(ProjectFacts facts)
    {
        if (string.IsNullOrEmpty(facts.ProjectPath))
            yield break;
        yield return facts.ProjectPath;

        // The SDK and packages bring items too; what is below the root is the project's.
        var root = facts.RootDirectory is { Length: > 0 } path ? Path.GetFullPath(path).TrimEnd('/', '\\') + Path.DirectorySeparatorChar : null;
        foreach (var file in facts.Items.Values.SelectMany(i => i).Select(i => i.DefinedIn).OfType<string>())
        {
            if (root is null || file.StartsWith(root, StringComparison.OrdinalIgnoreCase))
                yield return file;
        }

        for (var folder = Path.GetDirectoryName(Path.GetFullPath(facts.ProjectPath)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var name in new[] { "Directory.Build.props", "Directory.Packages.props", "Directory.Build.targets" })
            {
                if (File.Exists(Path.Combine(folder, name)))
                    yield return Path.Combine(folder, name);
            }

            if (root is null || !folder.StartsWith(root, StringComparison.OrdinalIgnoreCase))
                yield break;
        }
    }
}
