using System.Security.Cryptography;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>The kinds of PEM text in which keys come, and the one kind of key that signs: ECDSA on the curve P-256.</summary>
internal static class Pem
{
    /// <summary>SubjectPublicKeyInfo of every P-256 key begins so: id-ecPublicKey, prime256v1, an uncompressed point.</summary>
    private static readonly byte[] P256 = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    /// <summary>Labels of the PEM blocks, with the text of each block.</summary>
    public static IEnumerable<(string Label, string Block)> Blocks(string text)
    {
        for (var rest = text; PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End.Value..])
            yield return (rest[fields.Label], rest[fields.Location]);
    }

    /// <summary>SHA-256 of the public key (SubjectPublicKeyInfo, DER), lower-case hexadecimal.</summary>
    /// <exception cref="ProblemException">The key is none on P-256.</exception>
    public static string KeyId(ECDsa key, string source)
    {
        var info = key.ExportSubjectPublicKeyInfo();
        return info.AsSpan().StartsWith(P256)
            ? Convert.ToHexString(SHA256.HashData(info)).ToLowerInvariant()
            : throw new ProblemException("key.kind", ProblemException.Shown(source));
    }
}
