using System.Text.Json;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>The part of JSON Schema that the two schemas use; an unknown keyword fails, so that nothing is believed unchecked.</summary>
internal sealed class MiniSchema(JsonElement root)
{
    public IEnumerable<string> Check(JsonElement value) => Check(root, value, "$");

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at) =>
        schema.EnumerateObject().SelectMany(k => Keyword(schema, k.Name, k.Value, value, at)).ToArray();

    private IEnumerable<string> Keyword(JsonElement schema, string name, JsonElement argument, JsonElement value, string at)
    {
        static IEnumerable<string> If(bool wrong, string message) => wrong ? [message] : [];
        switch (name)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description" or "examples":
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
