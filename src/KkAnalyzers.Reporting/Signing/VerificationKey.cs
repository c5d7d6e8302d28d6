using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>A public key, bare or in a certificate. A certificate is shown, not judged: no chain is built and nobody is asked.</summary>
internal sealed class VerificationKey : IDisposable
{
    private readonly ECDsa _key;

    private VerificationKey(ECDsa key, string source, X509Certificate2? certificate)
    {
        _key = key;
        KeyId = Pem.KeyId(key, source);
        if (certificate is not null)
            Certificate = (certificate.Subject, DateOnly.FromDateTime(certificate.NotBefore.ToUniversalTime()), DateOnly.FromDateTime(certificate.NotAfter.ToUniversalTime()));
    }

    public string KeyId { get; }

    /// <summary>Whom the certificate names, and its first and last day; null for a bare key.</summary>
    public (string Subject, DateOnly From, DateOnly Until)? Certificate { get; }

    /// <exception cref="ProblemException">There is no such file, or no P-256 key in it.</exception>
    public static VerificationKey FromFile(string path)
    {
        try
        {
            return File.Exists(path) ? FromText(File.ReadAllText(path), path) : throw new ProblemException("key.missing", ProblemException.Shown(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException("key.unreadable", ProblemException.Shown(path), ProblemException.Shown(e.Message));
        }
    }

    public static VerificationKey FromText(string text, string source)
    {
        var (label, block) = Pem.Blocks(text).FirstOrDefault(b => b.Label is "PUBLIC KEY" or "CERTIFICATE");
        if (block is null)
            throw new ProblemException(text.Contains("PRIVATE KEY", StringComparison.Ordinal) ? "key.private" : "key.none-public", ProblemException.Shown(source));

        ECDsa? key = null;
        try
        {
            if (label == "CERTIFICATE")
            {
                using var certificate = X509Certificate2.CreateFromPem(block);
                key = certificate.GetECDsaPublicKey() ?? throw new CryptographicException();
                return new VerificationKey(key, source, certificate);
            }

            key = ECDsa.Create();
            key.ImportFromPem(block);
            return new VerificationKey(key, source, null);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or ProblemException)
        {
            key?.Dispose();
            throw new ProblemException("key.kind", ProblemException.Shown(source));
        }
    }

    /// <summary>The envelope was signed with this key, and its payload is what was signed.</summary>
    public bool Verifies(DsseEnvelope envelope)
    {
        try
        {
            return _key.VerifyData(
                DsseEnvelope.Pae(DsseEnvelope.PayloadType, envelope.Payload), envelope.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            // Bytes that are no signature at all.
            return false;
        }
    }

    public void Dispose() => _key.Dispose();
}
