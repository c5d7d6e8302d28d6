using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Tests.BuildRules;

/// <summary>A restored project on disk, with an assets file of the shape that NuGet 7 writes. By default nothing is wrong with it.</summary>
internal sealed class RestoredProject : IDisposable
{
    public const string NuGetOrg = "https://api.nuget.org/v3/index.json";

    private readonly Folder _folder = new();
    private readonly JsonObject _dependencies = [];
    private readonly JsonObject _target = [];
    private readonly JsonArray _logs = [];
    private readonly List<string> _packages = [];
    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase) { ["NETCoreSdkVersion"] = "10.0.401" };
    private readonly List<BuildItem> _suppressions = [];
    private JsonObject? _audit = new() { ["enableAudit"] = "true", ["auditLevel"] = "low", ["auditMode"] = "all" };
    private JsonArray _noWarn = [];
    private string[] _sources = [NuGetOrg];
    private string? _config;
    private bool _lockFile;
    private bool _test;
    private string? _noWarnProperty;

    public string Path => _folder.Path;

    public RestoredProject Package(string id, string range, string resolved, string? noWarn = null, bool isImplicit = false)
    {
        var dependency = new JsonObject { ["target"] = "Package", ["version"] = range };
        if (noWarn is not null)
            dependency["noWarn"] = new JsonArray(noWarn);
        if (isImplicit)
            dependency["autoReferenced"] = true;
        _dependencies[id] = dependency;
        _target[$"{id}/{resolved}"] = new JsonObject { ["type"] = "package" };
        _packages.Add($"direct|{id}|{resolved}|");
        return this;
    }

    public RestoredProject Brought(string id, string resolved, string way)
    {
        _target[$"{id}/{resolved}"] = new JsonObject { ["type"] = "package" };
        _packages.Add($"transitive|{id}|{resolved}|{way}");
        return this;
    }

    public RestoredProject Log(string code, string message, string? library = null, string? graph = "net8.0")
    {
        var log = new JsonObject { ["code"] = code, ["level"] = "Warning", ["message"] = message };
        if (library is not null)
            log["libraryId"] = library;
        if (graph is not null)
            log["targetGraphs"] = new JsonArray(graph);
        _logs.Add(log);
        return this;
    }

    public RestoredProject Audit(string? enabled = "true", string level = "low", string mode = "all")
    {
        _audit = enabled is null ? null : new JsonObject { ["enableAudit"] = enabled, ["auditLevel"] = level, ["auditMode"] = mode };
        return this;
    }

    public RestoredProject NoWarn(params string[] ids)
    {
        _noWarn = [.. ids.Select(i => JsonValue.Create(i))];
        return this;
    }

    public RestoredProject Sources(params string[] sources)
    {
        _sources = sources;
        return this;
    }

    public RestoredProject Config(string content)
    {
        _config = content;
        return this;
    }

    public RestoredProject LockFile()
    {
        _lockFile = true;
        return this;
    }

    public RestoredProject Test()
    {
        _test = true;
        return this;
    }

    public RestoredProject Suppressed(string advisory)
    {
        _suppressions.Add(new BuildItem(advisory, null));
        return this;
    }

    public RestoredProject Property(string name, string value)
    {
        _properties[name] = value;
        return this;
    }

    public RestoredProject Off(string rules)
    {
        _noWarnProperty = rules;
        return this;
    }

    public RestoredProject File(string name, string content)
    {
        _folder.File(name, content);
        return this;
    }

    /// <summary>Builds with the assets file that was described.</summary>
    public FragmentResult Build() => Build(Assets());

    /// <summary>Builds with this as assets file; null for none.</summary>
    public FragmentResult Build(string? assets)
    {
        var project = System.IO.Path.Combine(Path, "src/App/App.csproj");
        if (!System.IO.File.Exists(project))
            _folder.File("src/App/App.csproj", "<Project>\n</Project>\n");
        return FragmentBuilder.Build(new ProjectFacts
        {
            ProjectPath = project,
            ProjectName = "App",
            TargetFramework = "net8.0",
            RootDirectory = Path,
            Mode = "recommended",
            NoWarn = _noWarnProperty,
            IsTestProject = _test,
            SarifPath = _folder.File("obj/kk.compiler.sarif", new Sarif().ToString()),
            AssetsPath = assets is null ? null : _folder.File("src/App/obj/project.assets.json", assets),
            PackagesPath = _folder.File("src/App/obj/kk.packages.txt", string.Join('\n', _packages)),
            Properties = _properties,
            Items = new Dictionary<string, IReadOnlyList<BuildItem>>(StringComparer.OrdinalIgnoreCase) { ["NuGetAuditSuppress"] = _suppressions },
        });
    }

    public string Assets()
    {
        var restore = new JsonObject
        {
            ["projectName"] = "App",
            ["sources"] = new JsonObject(_sources.Select(s => KeyValuePair.Create(s, (JsonNode?)new JsonObject()))),
            ["warningProperties"] = new JsonObject { ["noWarn"] = _noWarn.DeepClone() },
        };
        if (_config is not null)
            restore["configFilePaths"] = new JsonArray(_folder.File("nuget.config", _config));
        if (_audit is not null)
            restore["restoreAuditProperties"] = _audit.DeepClone();
        if (_lockFile)
            restore["restoreLockProperties"] = new JsonObject { ["restorePackagesWithLockFile"] = "true" };
        return new JsonObject
        {
            ["version"] = 3,
            ["targets"] = new JsonObject { ["net8.0"] = _target.DeepClone(), ["net8.0/linux-x64"] = new JsonObject { ["Only.Runtime/1.0.0"] = new JsonObject() } },
            ["project"] = new JsonObject
            {
                ["restore"] = restore,
                ["frameworks"] = new JsonObject { ["net8.0"] = new JsonObject { ["targetAlias"] = "net8.0", ["dependencies"] = _dependencies.DeepClone() } },
            },
            ["logs"] = _logs.DeepClone(),
        }.ToJsonString();
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>What a test asks of a fragment.</summary>
internal static class RuleResults
{
    public static IReadOnlyList<Finding> Of(this FragmentResult result, string rule) => [.. result.Fragment.Findings.Where(f => f.Rule == rule)];

    public static void Ends(this FragmentResult result, string rule, State state, string reason)
    {
        var outcome = result.Outcome(rule);
        Assert.Equal((state, reason), (outcome.State, outcome.ReasonCode));
        Assert.All(new[] { outcome.Reason.En, outcome.Reason.Nl, outcome.Reason.Fr }, t => Assert.False(string.IsNullOrWhiteSpace(t)));
    }
}
