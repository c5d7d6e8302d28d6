using System.Text;
using System.Text.Json;

namespace KkAnalyzers.Reporting;

/// <summary>
/// A key that an object has twice: readers differ in which of the two they take, so a file with one says two things. The serializer
/// takes the last and compares without case. Reads a buffer at a time, so that a large report costs no memory.
/// </summary>
internal static class DuplicateKeys
{
    private const int BufferBytes = 64 * 1024;

    /// <param name="stream">JSON that the serializer accepted, from its beginning.</param>
    /// <returns>The first one with line and column, from 1; null when there is none.</returns>
    /// <exception cref="JsonException">It is no JSON after all.</exception>
    public static (string Name, int Line, int Column)? First(Stream stream)
    {
        var (buffer, filled, state, place) = (new byte[BufferBytes], 0, new JsonReaderState(), new Place(1, 1));
        var (open, free, first) = (new Stack<HashSet<string>?>(), new Stack<HashSet<string>>(), true);
        while (true)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            var from = first && buffer.AsSpan(0, filled).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            first = false;
            var text = buffer.AsSpan(from, filled - from);
            var reader = new Utf8JsonReader(text, isFinalBlock: read == 0, state);
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartArray:
                        open.Push(null);
                        break;
                    case JsonTokenType.StartObject:
                        open.Push(free.TryPop(out var used) ? used : new HashSet<string>(StringComparer.OrdinalIgnoreCase));
                        break;
                    case JsonTokenType.EndArray or JsonTokenType.EndObject:
                        if (open.Pop() is { } done)
                        {
                            done.Clear();
                            free.Push(done);
                        }

                        break;
                    case JsonTokenType.PropertyName when Name(reader) is var name && !open.Peek()!.Add(name):
                        var (line, column) = place.After(text[..(int)reader.TokenStartIndex]);
                        return (name, line, column);
                }
            }

            if (read == 0)
                return null;
            state = reader.CurrentState;
            var consumed = (int)reader.BytesConsumed;
            place = place.After(text[..consumed]);
            filled = text.Length - consumed;
            text[consumed..].CopyTo(buffer);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    private static string Name(Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("Half a character.", e);
        }
    }

    /// <summary>Where reading is, in lines and characters.</summary>
    private readonly record struct Place(int Line, int Column)
    {
        public Place After(ReadOnlySpan<byte> text)
        {
            var last = text.LastIndexOf((byte)'\n');
            return last < 0
                ? this with { Column = Column + Encoding.UTF8.GetCharCount(text) }
                : new(Line + text.Count((byte)'\n'), Encoding.UTF8.GetCharCount(text[(last + 1)..]) + 1);
        }
    }
}
