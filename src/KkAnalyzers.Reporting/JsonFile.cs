using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>JSON with the same bytes on every machine: no clock, no order of a dictionary, no platform line ends.</summary>
internal static class JsonFile
{
    /// <summary>Version of the formats that are written and read here.</summary>
    public const int Version = 1;

    /// <summary>Largest file that is read, in bytes: a report with a hundred thousand findings takes a tenth of it.</summary>
    public const long MaxBytes = 1024L * 1024 * 1024;

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(Shown()),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new LocalizedConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>All letters as they are; what nobody sees on a console or in an editor, such as a mark that turns text around, as an escape.</summary>
    private static TextEncoderSettings Shown()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(Visible.IsHidden)]);
        return settings;
    }

    /// <summary>UTF-8 without mark, <c>\n</c> line ends.</summary>
    public static byte[] Bytes<T>(T value)
    {
        using var memory = new MemoryStream();
        Write(memory, value);
        return memory.ToArray();
    }

    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hexadecimal; no more of them in memory than a buffer.</summary>
    public static string Sha256<T>(T value)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
            Write(stream, value);
        return Convert.ToHexString(hash.Hash!).ToLowerInvariant();
    }

    /// <summary>Writes <see cref="Bytes"/>.</summary>
    public static void Write<T>(Stream stream, T value)
    {
        using var lines = new LineFeeds(stream);
        JsonSerializer.Serialize(lines, value, Options);
        lines.WriteByte((byte)'\n');
    }

    /// <summary>Opens a file that somebody named.</summary>
    /// <exception cref="UnreadableFileException">It is not there, no file, too big or not for us.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
            throw new UnreadableFileException(path, Texts.Get("file.is-folder"));
        if (!File.Exists(path))
            throw new UnreadableFileException(path, Texts.Get("file.missing"));
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length <= MaxBytes)
                return stream;
            stream.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UnreadableFileException(path, Texts.Get("file.unreadable"), inner: e);
        }

        throw new UnreadableFileException(path, Texts.Format("file.too-big", MaxBytes / 1024 / 1024));
    }

    /// <summary>Reads a file of ours.</summary>
    /// <exception cref="UnreadableFileException">It is none, or none that this version understands.</exception>
    public static T Read<T>(string path)
        where T : class, IVersioned
    {
        using var stream = Open(path);
        return Read<T>(stream, path);
    }

    /// <inheritdoc cref="Read{T}(string)"/>
    public static T Read<T>(Stream stream, string path)
        where T : class, IVersioned
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(stream, Options) ?? throw new JsonException(null, "$", 0, 0);
            if (value.FormatVersion != Version)
                throw Other(value.FormatVersion);
            if (MissingValues.First(value) is { } place)
                throw new UnreadableFileException(path, Texts.Format("file.not-ours", "$" + place));
            stream.Position = 0;
            return DuplicateKeys.First(stream) is { } twice
                ? throw new UnreadableFileException(path, Texts.Format("file.key-twice", twice.Name), twice.Line, twice.Column)
                : value;
        }
        catch (JsonException e)
        {
            // A newer format fails for reasons that say nothing to its reader.
            if (VersionOf(stream) is { } version && version != Version)
                throw Other(version);
            throw new UnreadableFileException(
                path, Texts.Format("file.not-ours", e.Path ?? "$"), (int)Math.Min((e.LineNumber ?? 0) + 1, int.MaxValue), (int)Math.Min((e.BytePositionInLine ?? 0) + 1, int.MaxValue), e);
        }

        UnreadableFileException Other(int version) => new(path, Texts.Format("file.other-version", version, Version));
    }

    private static int? VersionOf(Stream stream)
    {
        try
        {
            stream.Position = 0;
            return JsonSerializer.Deserialize<VersionOnly>(stream, Options)?.FormatVersion;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record VersionOnly(int FormatVersion = Version);

    /// <summary>As <see cref="WriteIfDifferent(string, byte[])"/>, without the bytes in memory.</summary>
    public static bool WriteIfDifferent<T>(string path, T value) => WriteIfDifferent(path, stream => Write(stream, value));

    /// <inheritdoc cref="WriteIfDifferent(string, byte[])"/>
    public static bool WriteIfDifferent(string path, byte[] bytes) => WriteIfDifferent(path, stream => stream.Write(bytes));

    /// <summary>Leaves an equal file alone, so that what depends on its time stamp is not built again.</summary>
    /// <returns>True when the file was written.</returns>
    public static bool WriteIfDifferent(string path, Action<Stream> write)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);

        // A reader of another process sees the old file or the new one, never half of it.
        var temporary = path + ".tmp";
        using (var stream = File.Create(temporary))
            write(stream);
        if (File.Exists(path) && Equal(path, temporary))
        {
            File.Delete(temporary);
            return false;
        }

        File.Move(temporary, path, overwrite: true);
        return true;
    }

    private static bool Equal(string one, string other)
    {
        using var a = File.OpenRead(one);
        using var b = File.OpenRead(other);
        if (a.Length != b.Length)
            return false;

        var (left, right) = (new byte[81920], new byte[81920]);
        for (var n = a.ReadAtLeast(left, left.Length, throwOnEndOfStream: false); n > 0; n = a.ReadAtLeast(left, left.Length, throwOnEndOfStream: false))
        {
            b.ReadExactly(right, 0, n);
            if (!left.AsSpan(0, n).SequenceEqual(right.AsSpan(0, n)))
                return false;
        }

        return true;
    }

    /// <summary>Drops carriage returns: one inside a value is always escaped, so those are the writer's line ends.</summary>
    private sealed class LineFeeds(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            for (var at = buffer.IndexOf((byte)'\r'); at >= 0; at = buffer.IndexOf((byte)'\r'))
            {
                inner.Write(buffer[..at]);
                buffer = buffer[(at + 1)..];
            }

            inner.Write(buffer);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }

    /// <summary>A text that is the same in all languages (a name, a path) is a plain string; otherwise an object.</summary>
    private sealed class LocalizedConverter : JsonConverter<Localized>
    {
        public override Localized Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return Texts.Same(reader.GetString()!);

            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!;
            return texts is not null && texts.TryGetValue("en", out var en) && texts.TryGetValue("nl", out var nl) && texts.TryGetValue("fr", out var fr)
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

/// <summary>A file of ours that says in which version of its format it is written.</summary>
internal interface IVersioned
{
    int FormatVersion { get; }
}
