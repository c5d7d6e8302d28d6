using System.Text.Json;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>
/// What restore wrote down (<c>project.assets.json</c>), for one target framework. Every access tolerates another shape: the file
/// is NuGet's own and differs between its versions.
/// </summary>
internal sealed record AssetsFile
{
    /// <summary>Why nothing can be read: the end of a key <c>reason.…</c>; null when the file is usable.</summary>
    public (string Code, object[] Args)? Problem { get; init; }

    /// <summary>Packages that the project asks for itself in this framework.</summary>
    public IReadOnlyList<PackageRequest> Direct { get; init; } = [];

    /// <summary>Resolved version of each package, by id.</summary>
    public IReadOnlyDictionary<string, string> Resolved { get; init; } = new Dictionary<string, string>();

    /// <summary>Sources that restore used: addresses and folders.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Full paths of the NuGet configuration files that restore used, strongest first.</summary>
    public IReadOnlyList<string> ConfigFiles { get; init; } = [];

    /// <summary>How restore audited; null where it was a restore that cannot (before NuGet 6.8).</summary>
    public AuditSettings? Audit { get; init; }

    /// <summary>Restore wrote or checked a lock file.</summary>
    public bool LockFile { get; init; }

    /// <summary>Ids that <c>NoWarn</c> kept out of <see cref="Logs"/>.</summary>
    public IReadOnlyList<string> NoWarn { get; init; } = [];

    /// <summary>Warnings and errors of restore that are about this framework.</summary>
    public IReadOnlyList<RestoreLog> Logs { get; init; } = [];

    public static AssetsFile Read(BuildProject project)
    {
        if (project.Facts.AssetsPath is not { Length: > 0 } path)
            return new AssetsFile { Problem = ("no-restore", []) };

        try
        {
            using var document = project.Json(path);
            return document is null ? new AssetsFile { Problem = ("no-restore", []) } : Read(document.RootElement, project.Facts.TargetFramework ?? "");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new AssetsFile { Problem = ("assets-unreadable", [System.IO.Path.GetFileName(path)]) };
        }
    }

    private static AssetsFile Read(JsonElement root, string framework)
    {
        var project = root.Get("project");
        var restore = project.Get("restore");
        var frameworks = Members(project.Get("frameworks")).ToArray();
        var mine = frameworks.FirstOrDefault(f => Same(f.Value.Text("targetAlias") ?? f.Name, framework));
        if (mine.Value.ValueKind != JsonValueKind.Object && frameworks.Length == 1)
            mine = frameworks[0];
        if (mine.Value.ValueKind != JsonValueKind.Object)
            return new AssetsFile { Problem = ("assets-unreadable", ["project.assets.json"]) };

        var targets = Members(root.Get("targets")).Where(t => !t.Name.Contains('/', StringComparison.Ordinal)).ToArray();
        var target = targets.FirstOrDefault(t => Same(t.Name, framework) || Same(t.Name, mine.Name) || Same(t.Name, mine.Value.Text("framework")));
        if (target.Value.ValueKind != JsonValueKind.Object && targets.Length == 1)
            target = targets[0];

        var direct = Members(mine.Value.Get("dependencies"))
            .Select(d => new PackageRequest(d.Name, d.Value.Text("version") ?? "", d.Value.Flag("autoReferenced") ?? false, Texts(d.Value, "noWarn")))
            .OrderBy(d => d.Id, StringComparer.OrdinalIgnoreCase);
        var audit = restore.Get("restoreAuditProperties");
        return new AssetsFile
        {
            Direct = [.. direct],
            Resolved = Members(target.Value)
                .Where(l => l.Value.Text("type") is null or "package" && l.Name.Contains('/', StringComparison.Ordinal))
                .GroupBy(l => l.Name[..l.Name.IndexOf('/', StringComparison.Ordinal)], StringComparer.OrdinalIgnoreCase)
                .ToDictionary(g => g.Key, g => g.First().Name[(g.Key.Length + 1)..], StringComparer.OrdinalIgnoreCase),
            Sources = [.. Members(restore.Get("sources")).Select(s => s.Name)],
            ConfigFiles = Texts(restore, "configFilePaths"),
            Audit = audit.ValueKind != JsonValueKind.Object ? null : new AuditSettings(
                !Same(audit.Text("enableAudit"), "false"), audit.Text("auditLevel") ?? "low", audit.Text("auditMode") ?? "direct",
                [.. Members(audit.Get("suppressedAdvisories")).Select(s => s.Name)]),
            LockFile = Same(restore.Get("restoreLockProperties").Text("restorePackagesWithLockFile"), "true"),
            NoWarn = [.. Texts(restore.Get("warningProperties"), "noWarn")],
            Logs =
            [
                .. root.Items("logs")
                    .Select(l => new RestoreLog(l.Text("code") ?? "", l.Text("message") ?? "", l.Text("libraryId"), Texts(l, "targetGraphs")))
                    .Where(l => l.TargetGraphs.Count == 0 || l.TargetGraphs.Any(g => IsMine(g.Split('/')[0], framework, mine.Name, mine.Value.Text("framework"), target.Name))),
            ],
        };
    }

    private static bool IsMine(string graph, params string?[] names) => names.Any(n => n is { Length: > 0 } && Same(graph, n)) || graph.StartsWith('.');

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(p => (p.Name, p.Value)) : [];

    private static IReadOnlyList<string> Texts(JsonElement element, string name) =>
        [.. element.Items(name).Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)];

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Id">Package id.</param>
/// <param name="Range">NuGet's range, such as <c>[1.0.0, )</c>.</param>
/// <param name="Implicit">The SDK asks for it, not the project.</param>
/// <param name="NoWarn">Ids that are silenced for this package.</param>
internal sealed record PackageRequest(string Id, string Range, bool Implicit, IReadOnlyList<string> NoWarn);

/// <param name="Enabled">Restore asked the sources for known vulnerabilities.</param>
/// <param name="Level">Lowest severity that it reports: low, moderate, high or critical.</param>
/// <param name="Mode"><c>direct</c> or <c>all</c>.</param>
/// <param name="Suppressed">Addresses of advisories that the project silenced.</param>
internal sealed record AuditSettings(bool Enabled, string Level, string Mode, IReadOnlyList<string> Suppressed);

/// <param name="Code">Such as NU1903.</param>
/// <param name="Message">In the language of the restore.</param>
/// <param name="Library">Package that it is about.</param>
/// <param name="TargetGraphs">Frameworks that it is about; none means all.</param>
internal sealed record RestoreLog(string Code, string Message, string? Library, IReadOnlyList<string> TargetGraphs);
