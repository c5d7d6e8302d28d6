using System.Globalization;
using System.Text.Json;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>JSON of somebody else: bounded in size and depth, each key once.</summary>
internal static class StrictJson
{
    /// <param name="utf8">The JSON.</param>
    /// <param name="name">The file, for the message.</param>
    /// <exception cref="ProblemException">It is too large, too deep, no JSON, or has a key twice.</exception>
    public static JsonElement Parse(byte[] utf8, string name)
    {
        if (utf8.Length > Limits.EnvelopeBytes)
            throw new ProblemException("dossier.json-size", ProblemException.Shown(name), Limits.EnvelopeBytes >> 20);
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = Limits.Depth });
            if (Twice(document.RootElement) is { } key)
                throw new ProblemException("dossier.json-twice", ProblemException.Shown(name), ProblemException.Shown(key));
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not valid Unicode.
            throw new ProblemException("dossier.json-syntax", ProblemException.Shown(name), Place(e));
        }
    }

    /// <summary>The same as an object.</summary>
    /// <exception cref="ProblemException">As above, or it has another form.</exception>
    public static T Read<T>(byte[] utf8, string name)
    {
        var root = Parse(utf8, name);
        try
        {
            return root.Deserialize<T>(JsonFile.Options) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new ProblemException("dossier.json-syntax", ProblemException.Shown(name), Place(e));
        }
    }

    /// <summary>Where it is: what the parser says about it names types that tell a reader nothing.</summary>
    private static string Place(Exception exception) => exception switch
    {
        JsonException { Path: { Length: > 1 } path } => ProblemException.Shown(path),
        JsonException { LineNumber: { } line, BytePositionInLine: { } column } => string.Create(CultureInfo.InvariantCulture, $"({line + 1},{column + 1})"),
        _ => "$",
    };

    /// <summary>Where two JSON texts begin to differ, as a path and the two values; null when they say the same.</summary>
    public static (string Path, string Left, string Right)? Difference(JsonElement left, JsonElement right, string path = "$")
    {
        if (left.ValueKind != right.ValueKind)
            return (path, Short(left), Short(right));
        switch (left.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in left.EnumerateObject())
                {
                    if (!right.TryGetProperty(member.Name, out var other))
                        return ($"{path}.{member.Name}", Short(member.Value), "–");
                    if (Difference(member.Value, other, $"{path}.{member.Name}") is { } inside)
                        return inside;
                }

                foreach (var member in right.EnumerateObject())
                {
                    if (!left.TryGetProperty(member.Name, out _))
                        return ($"{path}.{member.Name}", "–", Short(member.Value));
                }

                return null;
            case JsonValueKind.Array:
                var (one, two) = (left.GetArrayLength(), right.GetArrayLength());
                for (var i = 0; i < Math.Min(one, two); i++)
                {
                    if (Difference(left[i], right[i], $"{path}[{i}]") is { } inside)
                        return inside;
                }

                return one == two ? null : ($"{path}[{Math.Min(one, two)}]", one > two ? Short(left[two]) : "–", one > two ? "–" : Short(right[one]));
            default:
                return left.GetRawText() == right.GetRawText() ? null : (path, Short(left), Short(right));
        }
    }

    private static string Short(JsonElement value)
    {
        var text = (value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()).ReplaceLineEndings(" ");
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    private static string? Twice(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                foreach (var member in value.EnumerateObject())
                {
                    if (!seen.Add(member.Name))
                        return member.Name;
                    if (Twice(member.Value) is { } inside)
                        return inside;
                }

                return null;
            case JsonValueKind.Array:
                return value.EnumerateArray().Select(Twice).FirstOrDefault(key => key is not null);
            case JsonValueKind.String:
                // Half a character is found here, and not where the text is used.
                _ = value.GetString();
                return null;
            default:
                return null;
        }
    }
}
