using System.Text.Json;
using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Tests;

public class SchemaTests
{
    internal static IEnumerable<string> Check(string schema, byte[] json) => new MiniSchema(Schema(schema)).Check(JsonDocument.Parse(json).RootElement);

    internal static JsonElement Schema(string name)
    {
        using var stream = typeof(Report).Assembly.GetManifestResourceStream($"schema/{name}.schema.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }

    [Fact]
    public void Reports_follow_their_schema()
    {
        foreach (var report in new[] { Samples.Report(), RollUp.Merge([]), Build.Report(Build.Fragment(null)), Build.Report(Build.Fragment(new Sarif(), f => f with { TargetFramework = null, OutputAssembly = null })) with { Timestamp = "2026-06-01T00:00:00Z" } })
            Assert.Empty(new MiniSchema(Schema("report")).Check(JsonDocument.Parse(report.ToJson()).RootElement));
    }

    [Fact]
    public void The_schema_of_the_report_refuses_what_is_missing_or_unknown()
    {
        var schema = new MiniSchema(Schema("report"));
        var report = JsonNode.Parse(Samples.Report().ToJson())!;
        report["surprise"] = 1;
        report["summary"]!.AsObject().Remove("complete");
        report["criteria"]![0]!["state"] = "fine";
        Assert.Equal(3, schema.Check(JsonSerializer.SerializeToElement(report)).Count());
    }

    [Fact]
    public void The_sample_declaration_follows_its_schema()
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        Assert.Empty(new MiniSchema(Schema("kwaliteitskader")).Check(JsonDocument.Parse(Samples.Declaration(new string('0', 64)), options).RootElement));
    }

    [Fact]
    public void Reader_and_schema_know_the_same_keys()
    {
        var root = Schema("kwaliteitskader");
        foreach (var (path, wrap) in new (string, string)[]
        {
            ("", "{0}"), ("product", "{{\"product\":{0}}}"), ("product/provider", "{{\"product\":{{\"provider\":{0}}}}}"), ("product/helpdesk", "{{\"product\":{{\"helpdesk\":{0}}}}}"),
            ("intendedUse", "{{\"intendedUse\":{0}}}"), ("context", "{{\"context\":{0}}}"), ("#criterion", "{{\"criteria\":{{\"O1.02\":{0}}}}}"), ("#tracker", "{{\"trackers\":[{0}]}}"), ("#evidence", "{{\"criteria\":{{\"O1.02\":{{\"evidence\":[{0}]}}}}}}"),
        })
        {
            var schema = path.StartsWith('#') ? root.GetProperty("$defs").GetProperty(path[1..]) : path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (s, p) => s.GetProperty("properties").GetProperty(p));
            var keys = schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).ToArray();
            var members = string.Join(",", keys.Append("notAKey").Select(k => $"\"{k}\":null"));
            var result = Build.Fragment(new Sarif(), declaration: string.Format(System.Globalization.CultureInfo.InvariantCulture, wrap, "{" + members + "}"));
            Assert.Single(result.Messages, m => m.Text.En.Contains("is no key", StringComparison.Ordinal));
        }
    }

    /// <summary>The part of JSON Schema that the two schemas use; an unknown keyword fails, so that nothing is believed unchecked.</summary>
    private sealed class MiniSchema(JsonElement root)
    {
        public IEnumerable<string> Check(JsonElement value) => Check(root, value, "$");

        private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at) =>
            schema.EnumerateObject().SelectMany(k => Keyword(schema, k.Name, k.Value, value, at)).ToArray();

        private IEnumerable<string> Keyword(JsonElement schema, string name, JsonElement argument, JsonElement value, string at)
        {
            static IEnumerable<string> If(bool wrong, string message) => wrong ? [message] : [];
            switch (name)
            {
                case "$schema" or "$defs" or "title" or "description":
                    return [];
                case "$ref":
                    return Check(root.GetProperty("$defs").GetProperty(argument.GetString()!["#/$defs/".Length..]), value, at);
                case "type":
                    return If(!Is(argument.GetString()!, value), $"{at}: no {argument}");
                case "const":
                    return If(!JsonElement.DeepEquals(argument, value), $"{at}: not {argument}");
                case "enum":
                    return If(!argument.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value)), $"{at}: {value} is not in the list");
                case "minimum":
                    return If(value.ValueKind == JsonValueKind.Number && value.GetDecimal() < argument.GetDecimal(), $"{at}: too small");
                case "maximum":
                    return If(value.ValueKind == JsonValueKind.Number && value.GetDecimal() > argument.GetDecimal(), $"{at}: too large");
                case "pattern":
                    return If(value.ValueKind == JsonValueKind.String && !System.Text.RegularExpressions.Regex.IsMatch(value.GetString()!, argument.GetString()!), $"{at}: {value} does not match");
                case "oneOf":
                    return If(argument.EnumerateArray().Count(a => !Check(a, value, at).Any()) != 1, $"{at}: not exactly one form");
                case "items":
                    return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((v, i) => Check(argument, v, $"{at}[{i}]")) : [];
                case "required":
                    return value.ValueKind == JsonValueKind.Object ? argument.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{at}: {r} is missing") : [];
                case "properties":
                    return value.ValueKind == JsonValueKind.Object ? argument.EnumerateObject().Where(p => value.TryGetProperty(p.Name, out _)).SelectMany(p => Check(p.Value, value.GetProperty(p.Name), $"{at}.{p.Name}")) : [];
                case "propertyNames":
                    return value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().SelectMany(p => Check(argument, JsonSerializer.SerializeToElement(p.Name), $"{at} key")) : [];
                case "additionalProperties":
                    var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(p => p.Name).ToHashSet() : [];
                    var others = value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Where(p => !known.Contains(p.Name)) : [];
                    return argument.ValueKind == JsonValueKind.False
                        ? others.Select(p => $"{at}: {p.Name} is unknown")
                        : others.SelectMany(p => Check(argument, p.Value, $"{at}.{p.Name}"));
                default:
                    return [$"{at}: the test does not know the keyword {name}"];
            }
        }

        private static bool Is(string type, JsonElement value) => type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => false,
        };
    }
}
