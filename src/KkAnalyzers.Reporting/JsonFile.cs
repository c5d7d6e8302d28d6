using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>JSON with the same bytes on every machine: no clock, no order of a dictionary, no platform line ends.</summary>
internal static class JsonFile
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new LocalizedConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>UTF-8 without mark, <c>\n</c> line ends. A line end inside a value is always escaped, so replacing is safe.</summary>
    public static byte[] Bytes<T>(T value) =>
        System.Text.Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n");

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Sha256(byte[] bytes) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)).ToLowerInvariant();

    public static T Read<T>(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidDataException($"{path}: null");
    }

    /// <summary>Leaves an equal file alone, so that what depends on its time stamp is not built again.</summary>
    /// <returns>True when the file was written.</returns>
    public static bool WriteIfDifferent(string path, byte[] bytes)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return false;

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);

        // A reader of another process sees the old file or the new one, never half of it.
        var temporary = path + ".tmp";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
        return true;
    }

    /// <summary>A text that is the same in all languages (a name, a path) is a plain string; otherwise an object.</summary>
    private sealed class LocalizedConverter : JsonConverter<Localized>
    {
        public override Localized Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return Texts.Same(reader.GetString()!);

            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!;
            return texts.TryGetValue("en", out var en) && texts.TryGetValue("nl", out var nl) && texts.TryGetValue("fr", out var fr)
                ? new Localized(en, nl, fr)
                : throw new JsonException("A text needs en, nl and fr.");
        }

        public override void Write(Utf8JsonWriter writer, Localized value, JsonSerializerOptions options)
        {
            if (value.En == value.Nl && value.En == value.Fr)
            {
                writer.WriteStringValue(value.En);
                return;
            }

            writer.WriteStartObject();
            writer.WriteString("en", value.En);
            writer.WriteString("nl", value.Nl);
            writer.WriteString("fr", value.Fr);
            writer.WriteEndObject();
        }
    }
}
