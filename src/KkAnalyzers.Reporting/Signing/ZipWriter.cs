using System.Buffers.Binary;
using System.Text;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>
/// Writes a zip file whose bytes depend on nothing but its content: entries stored and not compressed, because compressors differ
/// from version to version; one time for all; read for everybody, write for the owner; always as from Unix.
/// </summary>
internal sealed class ZipWriter(Stream output, DateTime time)
{
    private const int Version = 20;
    private const int Utf8Names = 0x0800;
    private const uint RegularFile0644 = 0x81A4u << 16;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Remainder)];

    // Seconds go in steps of two.
    private readonly uint _time = (uint)(((time.Year - 1980) << 25) | (time.Month << 21) | (time.Day << 16) | (time.Hour << 11) | (time.Minute << 5) | (time.Second / 2));
    private readonly List<(byte[] Name, uint Crc, uint Size, uint Offset)> _entries = [];
    private uint _position;

    /// <summary>Adds a file; the names come in the order in which they are wanted.</summary>
    /// <exception cref="ProblemException">The zip file would get larger than the format without extensions allows (4 GB).</exception>
    public void Add(string name, Func<Stream> open)
    {
        var (crc, size) = Measure(open);
        var utf8 = Encoding.UTF8.GetBytes(name);
        if (size + _position + utf8.Length + 30 > uint.MaxValue - (1 << 26) || _entries.Count == ushort.MaxValue - 1)
            throw new ProblemException("pack.too-big");

        _entries.Add((utf8, crc, (uint)size, _position));
        Write(Header(0x04034b50, 30, header => Common(header.AsSpan(4), utf8, crc, (uint)size)), utf8);
        using var content = open();
        content.CopyTo(output);
        _position += (uint)size;
    }

    /// <summary>Writes the directory at the end.</summary>
    public void Finish()
    {
        var start = _position;
        foreach (var (name, crc, size, offset) in _entries)
        {
            Write(
                Header(0x02014b50, 46, header =>
                {
                    // Made by: Unix.
                    BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), (3 << 8) | Version);
                    Common(header.AsSpan(6), name, crc, size);
                    BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(38), RegularFile0644);
                    BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), offset);
                }),
                name);
        }

        var length = _position - start;
        Write(
            Header(0x06054b50, 22, header =>
            {
                BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)_entries.Count);
                BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), (ushort)_entries.Count);
                BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), length);
                BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), start);
            }),
            []);
    }

    /// <summary>The fields that a local header and one of the directory share: version, flags, method (stored), time, CRC, sizes, length of the name.</summary>
    private void Common(Span<byte> at, byte[] name, uint crc, uint size)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], Utf8Names);
        BinaryPrimitives.WriteUInt32LittleEndian(at[6..], _time);
        BinaryPrimitives.WriteUInt32LittleEndian(at[10..], crc);
        BinaryPrimitives.WriteUInt32LittleEndian(at[14..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(at[18..], size);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], (ushort)name.Length);
    }

    private static byte[] Header(uint mark, int length, Action<byte[]> fill)
    {
        var header = new byte[length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, mark);
        fill(header);
        return header;
    }

    private void Write(byte[] header, byte[] name)
    {
        output.Write(header);
        output.Write(name);
        _position += (uint)(header.Length + name.Length);
    }

    private static (uint Crc, long Size) Measure(Func<Stream> open)
    {
        using var content = open();
        var buffer = new byte[81920];
        var (crc, size) = (uint.MaxValue, 0L);
        for (int read; (read = content.Read(buffer)) > 0; size += read)
        {
            foreach (var b in buffer.AsSpan(0, read))
                crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return (~crc, size);
    }

    /// <summary>CRC-32 of one byte, as zip files use it.</summary>
    private static uint Remainder(int index)
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        return value;
    }
}
