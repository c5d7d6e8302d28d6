using System.Text.Json;

namespace KkAnalyzers.Reporting;

/// <summary>
/// What the report reads of the compiler's log. Every access tolerates another shape: the log may come from another compiler,
/// another tool, or a disk that was full.
/// </summary>
internal sealed class SarifLog
{
    /// <summary>Why nothing can be read: the end of a key in <c>texts/reasons.json</c>; null when the log is usable.</summary>
    public string? Problem { get; private init; }

    /// <summary>Name and version of the program that wrote the log.</summary>
    public string? Compiler { get; private init; }

    /// <summary>All rules of all loaded analyzers, also those that never fired.</summary>
    public IReadOnlyDictionary<string, SarifRule> Rules { get; private init; } = new Dictionary<string, SarifRule>();

    /// <summary>All results, in the order of the file, which differs from build to build.</summary>
    public IReadOnlyList<SarifResult> Results { get; private init; } = [];

    public static SarifLog Read(string? path)
    {
        if (string.IsNullOrEmpty(path) || !File.Exists(path))
            return new SarifLog { Problem = "log-missing" };

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or NotSupportedException)
        {
            return new SarifLog { Problem = "log-unreadable" };
        }
    }

    private static SarifLog Read(JsonElement root)
    {
        var version = root.Text("version");
        if (version is null)
            return new SarifLog { Problem = "log-unreadable" };
        if (!version.StartsWith("2.1", StringComparison.Ordinal))
            return new SarifLog { Problem = "log-version-1" };

        // The compiler writes one run. More than one means that somebody merged logs, after which coverage is lost.
        var runs = root.Items("runs").ToArray();
        if (runs.Length != 1)
            return new SarifLog { Problem = "log-unreadable" };

        var run = runs[0];
        var driver = run.Get("tool").Get("driver");
        var compiler = driver.Text("name") is { } name ? $"{name} {driver.Text("version")}".Trim() : null;
        if (driver.Get("rules").ValueKind != JsonValueKind.Array)
            return new SarifLog { Problem = "log-without-rules", Compiler = compiler };

        var overrides = run.Items("invocations")
            .SelectMany(i => i.Items("ruleConfigurationOverrides"))
            .Select(o => (Id: o.Get("descriptor").Text("id"), Configuration: o.Get("configuration")))
            .Where(o => o.Id is not null)
            .ToLookup(o => o.Id!, o => new SarifOverride(o.Configuration.Flag("enabled") ?? true, o.Configuration.Text("level")));

        var rules = new Dictionary<string, SarifRule>(StringComparer.Ordinal);
        foreach (var rule in driver.Items("rules"))
        {
            if (rule.Text("id") is not { } id)
                continue;
            var configuration = rule.Get("defaultConfiguration");
            rules[id] = new SarifRule(
                configuration.Flag("enabled") ?? true,
                configuration.Text("level") ?? "warning",
                rule.Get("properties").Items("suppressionKinds").Any(k => k.ValueKind == JsonValueKind.String && k.GetString() == "external"),
                [.. overrides[id]]);
        }

        return new SarifLog { Compiler = compiler, Rules = rules, Results = [.. run.Items("results").Select(ReadResult).Where(r => r.RuleId.Length > 0)] };
    }

    private static SarifResult ReadResult(JsonElement result)
    {
        var physical = result.Items("locations").FirstOrDefault().Get("physicalLocation");
        var region = physical.Get("region");
        var properties = result.Get("properties");
        var custom = new Dictionary<string, string>(StringComparer.Ordinal);
        if (properties.Get("customProperties") is { ValueKind: JsonValueKind.Object } bag)
        {
            foreach (var property in bag.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String)
                    custom[property.Name] = property.Value.GetString()!;
            }
        }

        return new SarifResult(
            result.Text("ruleId") ?? "",
            result.Text("level") ?? "warning",
            result.Get("message").Text("text") ?? "",
            physical.Get("artifactLocation").Text("uri"),
            region.Number("startLine"),
            region.Number("startColumn"),
            properties.Number("warningLevel"),
            custom,
            [.. result.Items("suppressions")
                .Where(s => s.Text("status") is null or "accepted")
                .Select(s => new SarifSuppression(s.Text("justification"), s.Get("properties").Text("suppressionType") ?? ""))]);
    }
}

/// <param name="Enabled">Enabled by default.</param>
/// <param name="Level">Default level.</param>
/// <param name="SuppressedExternally">The compiler noted that something outside the source silenced it somewhere.</param>
/// <param name="Overrides">Each severity other than the default that it had somewhere in the compilation.</param>
internal sealed record SarifRule(bool Enabled, string Level, bool SuppressedExternally, IReadOnlyList<SarifOverride> Overrides);

internal sealed record SarifOverride(bool Enabled, string? Level);

internal sealed record SarifResult(
    string RuleId,
    string Level,
    string Message,
    string? Uri,
    int Line,
    int Column,
    int WarningLevel,
    IReadOnlyDictionary<string, string> Custom,
    IReadOnlyList<SarifSuppression> Suppressions);

internal sealed record SarifSuppression(string? Justification, string Type)
{
    /// <summary>What the IDE writes for "somebody will fill this in" is no reason.</summary>
    public bool Justified => !string.IsNullOrWhiteSpace(Justification) && !Justification.Trim().Equals("<Pending>", StringComparison.OrdinalIgnoreCase);

    public string Kind =>
        Type.StartsWith("Pragma", StringComparison.OrdinalIgnoreCase) ? "pragma"
        : Type.StartsWith("DiagnosticSuppressor", StringComparison.OrdinalIgnoreCase) ? "suppressor"
        : "attribute";
}

/// <summary>Reading without assumptions about what is there.</summary>
internal static class JsonElements
{
    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static string? Text(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.Get(name).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    public static int Number(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : 0;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];
}
