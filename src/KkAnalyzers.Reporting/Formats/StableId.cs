using System.Security.Cryptography;
using System.Text;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>Identifiers that formats ask for, the same for the same content: UUID version 5 (RFC 9562, 5.5).</summary>
internal static class StableId
{
    // The name space of this project, drawn once.
    private static readonly byte[] Space = Convert.FromHexString("b0a3d7f25d5e4c0e9a4f3c1b7e86d241");

    public static string Of(params string[] parts) => Of(Encoding.UTF8.GetBytes(string.Join('\u001F', parts)));

    public static string Of(byte[] content)
    {
        // SHA-1 is what the version prescribes. An identifier protects nothing.
        var hash = SHA1.HashData([.. Space, .. content]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString("D");
    }
}
