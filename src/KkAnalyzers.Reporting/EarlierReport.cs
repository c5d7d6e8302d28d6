using System.Security.Cryptography;

namespace KkAnalyzers.Reporting;

/// <summary>A report of an earlier release, with the bytes that it was read from.</summary>
public sealed record EarlierReport
{
    private EarlierReport(Report report, byte[] bytes) => (Report, Bytes) = (report, bytes);

    /// <summary>What it says.</summary>
    public Report Report { get; }

    /// <summary>The file itself.</summary>
    public byte[] Bytes { get; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexString(SHA256.HashData(Bytes)).ToLowerInvariant();

    /// <summary>Reads a <c>report.json</c>.</summary>
    /// <exception cref="UnreadableFileException">The file is no report that this version understands.</exception>
    public static EarlierReport Read(string path)
    {
        using var stream = JsonFile.Open(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(JsonFile.Read<Report>(new MemoryStream(bytes), path), bytes);
    }
}
