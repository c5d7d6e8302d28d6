using System.Text;
using System.Text.Json;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>
/// A signed statement as DSSE (Dead Simple Signing Envelope, version 1) wraps it: the bytes that were signed, and one signature.
/// Whoever has one reads it, signed by this tool or by another.
/// </summary>
/// <param name="Payload">The statement, byte for byte as it was signed.</param>
/// <param name="KeyId">Which key the signer says it was; a hint that the signature does not cover.</param>
/// <param name="Signature">ECDSA in ASN.1 DER, over <see cref="Pae"/>.</param>
internal sealed record DsseEnvelope(byte[] Payload, string KeyId, byte[] Signature)
{
    /// <summary>The only kind of payload that is accepted: an in-toto statement.</summary>
    public const string PayloadType = "application/vnd.in-toto+json";

    /// <summary>What is signed: type and body, each behind its length, so that neither can be read as a part of the other.</summary>
    public static byte[] Pae(string type, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes($"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {body.Length} "), .. body];

    /// <summary>One line of JSON.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("payloadType", PayloadType);
            writer.WriteBase64String("payload", Payload);
            writer.WriteStartArray("signatures");
            writer.WriteStartObject();
            writer.WriteString("keyid", KeyId);
            writer.WriteBase64String("sig", Signature);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <exception cref="ProblemException">It is no envelope with one in-toto statement and one signature.</exception>
    public static DsseEnvelope Read(byte[] utf8, string name)
    {
        var root = StrictJson.Parse(utf8, name);
        var type = Text(root, "payloadType", name);
        if (type != PayloadType)
            throw new ProblemException("dsse.type", ProblemException.Shown(name), ProblemException.Shown(type), PayloadType);

        var signatures = Member(root, "signatures", JsonValueKind.Array, name);
        if (signatures.GetArrayLength() != 1)
            throw new ProblemException("dsse.signatures", ProblemException.Shown(name), signatures.GetArrayLength());
        return new DsseEnvelope(
            Bytes(root, "payload", name),
            Text(signatures[0], "keyid", name),
            Bytes(signatures[0], "sig", name));
    }

    private static JsonElement Member(JsonElement parent, string key, JsonValueKind kind, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out var value) && value.ValueKind == kind
            ? value
            : throw new ProblemException("dsse.member", ProblemException.Shown(name), key);

    private static string Text(JsonElement parent, string key, string name) => Member(parent, key, JsonValueKind.String, name).GetString()!;

    private static byte[] Bytes(JsonElement parent, string key, string name)
    {
        var text = Text(parent, key, name);
        var bytes = new byte[text.Length / 4 * 3 + 3];

        // Written again it must be the same: base64 has bits that decoders skip.
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : throw new ProblemException("dsse.base64", ProblemException.Shown(name), key);
    }
}
