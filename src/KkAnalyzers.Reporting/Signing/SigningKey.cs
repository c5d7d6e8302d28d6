using System.Security.Cryptography;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>A private key. Comes from a file or an environment variable, never from a command line, and is never shown.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key, string source)
    {
        _key = key;
        KeyId = Pem.KeyId(key, source);
    }

    /// <summary>Names the key without giving anything away: <see cref="Pem.KeyId"/>.</summary>
    public string KeyId { get; }

    /// <summary>A new key.</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), "");

    /// <summary>Reads a PEM file that only its owner, and at most a group, can read.</summary>
    public static SigningKey FromFile(string path, string? password)
    {
        string text;
        try
        {
            if (!File.Exists(path))
                throw new ProblemException("key.missing", ProblemException.Shown(path));
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != 0)
                throw new ProblemException("key.open", ProblemException.Shown(path));
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException("key.unreadable", ProblemException.Shown(path), ProblemException.Shown(e.Message));
        }

        return FromText(text, path, password);
    }

    /// <summary>Reads an environment variable that holds PEM text; <c>\n</c> may stand for its line ends, as some build servers need.</summary>
    public static SigningKey FromVariable(string name, string? password) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? FromText(text.Replace("\\n", "\n", StringComparison.Ordinal), name, password)
            : throw new ProblemException("key.variable", ProblemException.Shown(name));

    /// <param name="text">PEM text.</param>
    /// <param name="source">Where it came from, for messages.</param>
    /// <param name="password">Password of an encrypted key.</param>
    public static SigningKey FromText(string text, string source, string? password)
    {
        var shown = ProblemException.Shown(source);
        if (text.Contains("Proc-Type:", StringComparison.Ordinal))
            throw new ProblemException("key.old-encryption", shown);

        var blocks = Pem.Blocks(text).ToArray();
        var block = blocks.FirstOrDefault(b => b.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal));
        if (block.Block is null)
        {
            throw new ProblemException(blocks.Any(b => b.Label is "PUBLIC KEY" or "CERTIFICATE") ? "key.public-only" : "key.none", shown);
        }

        var encrypted = block.Label == "ENCRYPTED PRIVATE KEY";
        if (encrypted && password is null)
            throw new ProblemException("key.encrypted", shown);
        if (!encrypted && block.Label is not ("PRIVATE KEY" or "EC PRIVATE KEY"))
            throw new ProblemException("key.kind", shown);

        var key = ECDsa.Create();
        try
        {
            if (encrypted)
                key.ImportFromEncryptedPem(block.Block, password);
            else
                key.ImportFromPem(block.Block);
            return new SigningKey(key, source);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or ProblemException)
        {
            key.Dispose();

            // What the platform says about a key is in its own language and may name bytes of it.
            throw new ProblemException(encrypted && e is not ProblemException ? "key.password" : "key.kind", shown);
        }
    }

    /// <summary>ECDSA with SHA-256, in ASN.1 DER, as other tools that verify DSSE expect it.</summary>
    public byte[] Sign(byte[] data) => _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>Wraps and signs a statement.</summary>
    public DsseEnvelope Sign(Statement statement)
    {
        var payload = JsonFile.Bytes(statement);
        return new DsseEnvelope(payload, KeyId, Sign(DsseEnvelope.Pae(DsseEnvelope.PayloadType, payload)));
    }

    /// <summary>PKCS#8 PEM, encrypted when there is a password.</summary>
    public string PrivatePem(string? password) => (password is null
        ? _key.ExportPkcs8PrivateKeyPem()
        : _key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 600_000))) + "\n";

    /// <summary>The public half.</summary>
    public string PublicPem() => _key.ExportSubjectPublicKeyInfoPem() + "\n";

    public void Dispose() => _key.Dispose();
}
