using System.Text;
using System.Text.Json;

namespace KkAnalyzers.Reporting;

/// <summary>A JSON value that knows where it stands, so that a message about it can name line and column.</summary>
internal sealed class PositionedJson
{
    private PositionedJson(JsonTokenType kind, int line, int column, string? text)
    {
        Kind = kind;
        Line = line;
        Column = column;
        Text = text;
    }

    public JsonTokenType Kind { get; }

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>From 1, in characters.</summary>
    public int Column { get; }

    /// <summary>A string's value or a number's digits.</summary>
    public string? Text { get; }

    /// <summary>Of an object, in the order of the file, duplicates included.</summary>
    public List<(string Name, int Line, int Column, PositionedJson Value)> Members { get; } = [];

    /// <summary>Of an array.</summary>
    public List<PositionedJson> Items { get; } = [];

    /// <summary>Reads as far as the text is JSON. Comments and trailing commas are allowed.</summary>
    /// <returns>The root as far as it was read, and the place of the first error.</returns>
    public static (PositionedJson? Root, (int Line, int Column)? Error) Parse(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];

        var lines = new Lines(utf8);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = maxDepth,
        });

        PositionedJson? root = null;
        var open = new Stack<PositionedJson>();
        (string Name, int Line, int Column) member = ("", 0, 0);
        try
        {
            while (reader.Read())
            {
                var (line, column) = lines.At(utf8, (int)reader.TokenStartIndex);
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        member = (reader.GetString()!, line, column);
                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        continue;
                }

                var text = reader.TokenType switch
                {
                    JsonTokenType.String => reader.GetString(),
                    JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                    _ => null,
                };
                var value = new PositionedJson(reader.TokenType, line, column, text);
                root ??= value;
                if (open.TryPeek(out var parent))
                {
                    if (parent.Kind == JsonTokenType.StartObject)
                        parent.Members.Add((member.Name, member.Line, member.Column, value));
                    else
                        parent.Items.Add(value);
                }

                if (value.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    open.Push(value);
            }

            return (root, null);
        }
        catch (JsonException e)
        {
            var line = (int)Math.Min(e.LineNumber ?? 0, int.MaxValue - 1);
            return (root, (line + 1, lines.Column(utf8, line, (int)(e.BytePositionInLine ?? 0))));
        }
        catch (InvalidOperationException)
        {
            // A string that is not valid Unicode.
            return (root, lines.At(utf8, (int)reader.TokenStartIndex));
        }
    }

    private sealed class Lines
    {
        private readonly List<int> _starts = [0];

        public Lines(ReadOnlySpan<byte> utf8)
        {
            for (var i = 0; i < utf8.Length; i++)
            {
                if (utf8[i] == (byte)'\n')
                    _starts.Add(i + 1);
            }
        }

        public (int Line, int Column) At(ReadOnlySpan<byte> utf8, int index)
        {
            var found = _starts.BinarySearch(index);
            var line = found >= 0 ? found : ~found - 1;
            return (line + 1, Column(utf8, line, index - _starts[line]));
        }

        public int Column(ReadOnlySpan<byte> utf8, int line, int bytes)
        {
            if (line >= _starts.Count)
                return 1;
            var start = _starts[line];
            return Encoding.UTF8.GetCharCount(utf8.Slice(start, Math.Clamp(bytes, 0, utf8.Length - start))) + 1;
        }
    }
}
