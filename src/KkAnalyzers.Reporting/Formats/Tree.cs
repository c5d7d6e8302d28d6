using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>
/// JSON of formats that others defined: members in the order in which they are written here, none without a value, and each element of
/// a long list on a line of its own, so that two files can be compared line by line.
/// </summary>
internal static class Tree
{
    private static readonly JsonSerializerOptions Compact = new(JsonFile.Options) { WriteIndented = false };

    /// <summary>An object without the members that have no value.</summary>
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Name, m.Value)));

    /// <summary>A list; null when it is empty, because most formats ask for at least one element.</summary>
    public static JsonArray? List(IEnumerable<JsonNode?> items) => items.Where(i => i is not null).ToArray() is { Length: > 0 } all ? new JsonArray(all) : null;

    /// <summary>A list of texts; null when it is empty.</summary>
    public static JsonArray? List(IEnumerable<string> items) => List(items.Select(i => (JsonNode?)i));

    /// <summary>A long list, one element a line. Elements are made while it is written, so that there is never more than one of them.</summary>
    public static JsonNode Lines(IEnumerable<JsonNode> items) => JsonValue.Create(new LineList(items))!;

    /// <summary>As <see cref="Lines"/>; null when it is empty.</summary>
    public static JsonNode? LinesOrNull(IEnumerable<JsonNode> items) => items.ToArray() is { Length: > 0 } all ? Lines(all) : null;

    /// <summary>UTF-8 without mark, <c>\n</c> line ends, on every machine.</summary>
    public static byte[] Bytes(JsonNode node)
    {
        using var stream = new MemoryStream();
        Write(stream, node);
        return stream.ToArray();
    }

    /// <summary>Writes <see cref="Bytes"/>.</summary>
    public static void Write(Stream stream, JsonNode node)
    {
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = Compact.Encoder }))
            node.WriteTo(writer, Compact);
        stream.WriteByte((byte)'\n');
    }

    [JsonConverter(typeof(LineConverter))]
    private sealed record LineList(IEnumerable<JsonNode> Items);

    private sealed class LineConverter : JsonConverter<LineList>
    {
        public override LineList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, LineList value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value.Items)
            {
                // Space before a value is JSON too; the writer's own indentation would depend on the machine.
                writer.WriteRawValue(Encoding.UTF8.GetBytes("\n" + item.ToJsonString(Compact)), skipInputValidation: true);
                writer.Flush();
            }

            writer.WriteEndArray();
        }
    }
}
