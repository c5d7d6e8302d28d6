using System.Globalization;
using System.Text.Json.Nodes;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>Writes logs with the shape of the C# compiler's. By default every rule of the catalogue is loaded, on, and left its record.</summary>
internal sealed class Sarif
{
    public const string Rule = "KK4301";

    /// <summary>More than any message has holes.</summary>
    public static readonly string[] DefaultArguments = ["Diagnose", "health data", "Preferences", "the word list", "four", "five", "six", "seven"];

    private readonly SortedDictionary<string, JsonObject> _rules = new(StringComparer.Ordinal);
    private readonly List<(string Id, JsonObject Configuration)> _overrides = [];
    private readonly List<JsonObject> _results = [];
    private string _version = "2.1.0";
    private bool _withoutRules;

    public Sarif()
    {
        foreach (var rule in Expected)
            Load(rule.Id, rule.Severity == RuleSeverity.Off ? new JsonObject { ["enabled"] = false } : null).Record(rule.Id, 3);
        Load("KK9001", new JsonObject { ["level"] = "note" });
    }

    public static IReadOnlyList<Rule> Expected { get; } = [.. Catalogue.Instance.Rules.Where(r => r.InCompiler && r.Category != "Tool")];

    public Sarif Load(string id, JsonObject? configuration = null)
    {
        var rule = new JsonObject { ["id"] = id, ["properties"] = new JsonObject { ["category"] = "X" } };
        if (configuration is not null)
            rule["defaultConfiguration"] = configuration;
        _rules[id] = rule;
        return this;
    }

    public Sarif Unload(Func<string, bool> which)
    {
        foreach (var id in _rules.Keys.Where(which).ToArray())
            _rules.Remove(id);
        _results.RemoveAll(r => (string?)r["ruleId"] == "KK9001" && r["properties"]?["customProperties"]?["rule"] is { } rule && which((string)rule!));
        return this;
    }

    public Sarif NoRecord(string id)
    {
        _results.RemoveAll(r => (string?)r["ruleId"] == "KK9001" && (string?)r["properties"]?["customProperties"]?["rule"] == id);
        return this;
    }

    public Sarif Record(string id, int inspected, int failed = 0, int notFollowed = 0, string? silencedBecause = null)
    {
        NoRecord(id);
        static string N(int n) => n.ToString(CultureInfo.InvariantCulture);
        return Result("KK9001", "note", "record", null, 0, 0, silencedBecause is null ? null : ("SuppressMessageAttribute", silencedBecause),
            ("rule", id), ("inspected", N(inspected)), ("failed", N(failed)), ("notFollowed", N(notFollowed)));
    }

    public Sarif Row(string rule, string inventory, string file, int line, params (string, string)[] columns) =>
        Result("KK9001", "note", "row", file, line, 1, null, [("rule", rule), ("inventory", inventory), .. columns.Select(c => ("col." + c.Item1, c.Item2))]);

    /// <summary>A member that is personal data, as an analyzer records it.</summary>
    public Sarif Member(string type, string member, string category, string tier, string file, int line, string confidence = "high", string pseudonymised = "no") => Row(
        Rule, "personalData", file, line, ("type", "=" + type), ("member", "=" + member), ("category", "@DataDiagnosis"), ("categoryId", "=" + category),
        ("tier", "=" + tier), ("confidence", "=" + confidence), ("reason", "@ReasonWord\u001F" + member), ("pseudonymised", "=" + pseudonymised));

    /// <summary>A use of a datum, as an analyzer records it.</summary>
    public Sarif Use(string type, string member, string use, string sink, string isProtected, string file, int line) => Row(
        Rule, "personalDataUses", file, line, ("type", "=" + type), ("member", "=" + member), ("category", "@DataNationalId"), ("categoryId", "=national-id"),
        ("tier", "=directIdentifier"), ("use", "=" + use), ("sink", "=" + sink), ("protected", "=" + isProtected));

    public Sarif Finding(string id = Rule, string file = "src/A.cs", int line = 5, string level = "warning", (string Type, string? Justification)? suppression = null, params (string, string)[] args) =>
        Result(id, level, "message of " + id, file, line, 9, suppression,
            args.Length > 0 ? args : [.. DefaultArguments.Select((a, i) => ($"arg{i}", "=" + a))]);

    public Sarif Result(string id, string level, string message, string? file, int line, int column, (string Type, string? Justification)? suppression, params (string Key, string Value)[] properties)
    {
        var custom = new JsonObject();
        foreach (var (key, value) in properties)
            custom[key] = value;
        var result = new JsonObject
        {
            ["ruleId"] = id,
            ["level"] = level,
            ["message"] = new JsonObject { ["text"] = message },
            ["properties"] = new JsonObject { ["warningLevel"] = level == "error" && id.StartsWith("CS", StringComparison.Ordinal) ? 0 : 1, ["customProperties"] = custom },
        };
        if (file is not null)
        {
            result["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = file },
                    ["region"] = new JsonObject { ["startLine"] = line, ["startColumn"] = column },
                },
            });
        }

        if (suppression is { } s)
        {
            var entry = new JsonObject { ["kind"] = "inSource", ["properties"] = new JsonObject { ["suppressionType"] = s.Type } };
            if (s.Justification is not null)
                entry["justification"] = s.Justification;
            result["suppressions"] = new JsonArray(entry);
        }

        _results.Add(result);
        return this;
    }

    public Sarif Override(string id, bool? enabled = null, string? level = null)
    {
        var configuration = new JsonObject();
        if (enabled is { } e)
            configuration["enabled"] = e;
        if (level is not null)
            configuration["level"] = level;
        _overrides.Add((id, configuration));
        return this;
    }

    public Sarif Reverse()
    {
        _results.Reverse();
        return this;
    }

    public Sarif Version(string version)
    {
        _version = version;
        return this;
    }

    public Sarif WithoutRules()
    {
        _withoutRules = true;
        return this;
    }

    public override string ToString()
    {
        var driver = new JsonObject { ["name"] = "Microsoft (R) Visual C# Compiler", ["version"] = "5.9.0" };
        if (!_withoutRules)
            driver["rules"] = new JsonArray([.. _rules.Values.Select(r => r.DeepClone())]);
        var run = new JsonObject { ["results"] = new JsonArray([.. _results.Select(r => r.DeepClone())]), ["tool"] = new JsonObject { ["driver"] = driver } };
        if (_overrides.Count > 0)
        {
            run["invocations"] = new JsonArray(new JsonObject
            {
                ["executionSuccessful"] = true,
                ["ruleConfigurationOverrides"] = new JsonArray([.. _overrides.Select(o => new JsonObject
                {
                    ["descriptor"] = new JsonObject { ["id"] = o.Id },
                    ["configuration"] = o.Configuration.DeepClone(),
                })]),
            });
        }

        return new JsonObject { ["version"] = _version, ["runs"] = new JsonArray(run) }.ToJsonString();
    }
}
