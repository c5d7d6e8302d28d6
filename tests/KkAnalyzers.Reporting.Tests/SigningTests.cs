using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KkAnalyzers.Reporting.Signing;

namespace KkAnalyzers.Reporting.Tests;

public class SigningTests
{
    private static SigningKey Key => SignedProduct.Key;

    /// <summary>The example of the DSSE protocol.</summary>
    [Fact]
    public void What_is_signed_is_what_the_protocol_says() => Assert.Equal(
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
        Encoding.UTF8.GetString(DsseEnvelope.Pae("http://example.com/HelloWorld", "hello world"u8)));

    [Fact]
    public void Lengths_are_in_bytes() => Assert.Equal("DSSEv1 2 é 5 één", Encoding.UTF8.GetString(DsseEnvelope.Pae("é", "één"u8)));

    [Fact]
    public void A_statement_names_the_commit_the_assemblies_and_every_file_of_the_report()
    {
        using var product = new SignedProduct();
        var statement = Statement.Read(Envelope(product).Payload, "");
        Assert.Equal(SignedProduct.Commit, statement.Subject.Single(s => s.Name == "git+https://git.voorbeeldzorg.example/zorgdagboek").Commit);
        Assert.Equal(SignedProduct.Sha256("built"), statement.Subject.Single(s => s.Name == "net8.0/Zorgdagboek.dll").Sha256);
        Assert.Equal(["net8.0/Zorgdagboek.Core.dll", "net8.0/Zorgdagboek.dll"], statement.Predicate.Assemblies.Select(a => a.Name));
        var files = Directory.EnumerateFiles(product.Report, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(product.Report, f).Replace('\\', '/')).Where(f => f != Dossier.Signature).Order(StringComparer.Ordinal);
        Assert.Equal(files, statement.Predicate.Reports.Select(r => r.Name));
        Assert.Equal("text/html", statement.Predicate.Reports.Single(r => r.Name == "report.nl.html").MediaType);
        Assert.Equal(3, statement.Predicate.Reports.Count(r => r.Name.StartsWith("inputs/fragments/", StringComparison.Ordinal)));
        Assert.Equal(("Zorgdagboek", "4.2.0", "clean", "2026-06-01", "2026-07-01T12:00:00Z"), (statement.Predicate.Product, statement.Predicate.ProductVersion, statement.Predicate.Tree, statement.Predicate.AsOf, statement.Predicate.Timestamp));
    }

    [Fact]
    public void A_statement_judges_nothing()
    {
        using var product = new SignedProduct();
        var text = Encoding.UTF8.GetString(Envelope(product).Payload);
        Assert.All(["passed", "failed", "compliant", "conform", "certified", "percent"], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_statement_follows_its_schema()
    {
        using var product = new SignedProduct();
        foreach (var timestamp in new[] { "2026-07-01T12:00:00Z", null })
        {
            product.Sign(timestamp);
            using var payload = JsonDocument.Parse(Envelope(product).Payload);
            Assert.Empty(new MiniSchema(SchemaTests.Schema("statement")).Check(payload.RootElement));
        }
    }

    [Fact]
    public void The_same_report_gives_the_same_statement()
    {
        using var product = new SignedProduct();
        var first = Envelope(product).Payload;
        product.Sign();
        Assert.Equal(first, Envelope(product).Payload);
    }

    [Fact]
    public void Nothing_is_signed_that_does_not_hold_together()
    {
        using var product = new SignedProduct(signed: false);
        File.AppendAllText(Path.Combine(product.Report, "report.nl.html"), "<p>alles in orde</p>");
        var result = product.Sign();
        Assert.Null(result.Path);
        Assert.Contains(result.Checks, c => c.Result == CheckResult.NotOk && c.Text.En.Contains("report.nl.html", StringComparison.Ordinal));
        Assert.False(File.Exists(product.Signature));
    }

    [Fact]
    public void Assemblies_that_are_not_those_of_the_report_are_not_signed()
    {
        using var product = new SignedProduct(signed: false);
        var files = Directory.GetFiles(product.Bin);
        Assert.NotNull(ReportSigner.Sign(product.Report, Key, files, null).Path);
        File.WriteAllText(Path.Combine(product.Bin, "Zorgdagboek.Core.dll"), "other");
        Assert.Null(ReportSigner.Sign(product.Report, Key, files, null).Path);
    }

    [Fact]
    public void The_key_id_is_the_digest_of_the_public_key() => Assert.Equal(
        Convert.ToHexString(SHA256.HashData(PemEncodingOf(Key.PublicPem()))).ToLowerInvariant(), Key.KeyId);

    /// <summary>Tools of others verify it: openssl and node.</summary>
    [Theory]
    [InlineData("openssl", "dgst -sha256 -verify key.pub.pem -signature sig pae")]
    [InlineData("node", "-e \"const c=require('crypto'),f=require('fs');process.exit(c.verify('sha256',f.readFileSync('pae'),f.readFileSync('key.pub.pem'),f.readFileSync('sig'))?0:1)\"")]
    public void Others_verify_the_signature(string tool, string arguments)
    {
        using var product = new SignedProduct();
        var envelope = Envelope(product);
        File.WriteAllText(product.At("key.pub.pem"), Key.PublicPem());
        File.WriteAllBytes(product.At("sig"), envelope.Signature);
        var pae = DsseEnvelope.Pae(DsseEnvelope.PayloadType, envelope.Payload);
        File.WriteAllBytes(product.At("pae"), pae);
        Assert.Equal(0, Run());
        pae[^1] ^= 1;
        File.WriteAllBytes(product.At("pae"), pae);
        Assert.NotEqual(0, Run());

        int Run()
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = product.At("."), RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
    }

    [Fact]
    public void Keys_come_in_the_forms_that_tools_write()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var expected = Id(SigningKey.FromText(key.ExportPkcs8PrivateKeyPem(), "", null));
        Assert.Equal(expected, Id(SigningKey.FromText(key.ExportECPrivateKeyPem(), "", null)));
        Assert.Equal(expected, Id(SigningKey.FromText("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + key.ExportECPrivateKeyPem(), "", null)));
        Assert.Equal(expected, Id(SigningKey.FromText(Encrypted(key), "", "geheim")));
        Environment.SetEnvironmentVariable("KK_TEST_KEY", key.ExportPkcs8PrivateKeyPem().Replace("\n", "\\n", StringComparison.Ordinal));
        Assert.Equal(expected, Id(SigningKey.FromVariable("KK_TEST_KEY", null)));

        static string Id(SigningKey key)
        {
            using (key)
                return key.KeyId;
        }
    }

    public static TheoryData<string, string> BadKeys()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        return new()
        {
            { p384.ExportPkcs8PrivateKeyPem(), "key.kind" },
            { rsa.ExportPkcs8PrivateKeyPem(), "key.kind" },
            { rsa.ExportRSAPrivateKeyPem(), "key.kind" },
            { p256.ExportPkcs8PrivateKeyPem().Replace("M", "A", StringComparison.Ordinal), "key.kind" },
            { p256.ExportSubjectPublicKeyInfoPem(), "key.public-only" },
            { Encrypted(p256), "key.encrypted" },
            { "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END EC PRIVATE KEY-----", "key.old-encryption" },
            { "hello", "key.none" },
            { "", "key.none" },
        };
    }

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void Other_keys_are_refused_with_the_reason_and_without_the_key(string pem, string expected)
    {
        var problem = Assert.Throws<ProblemException>(() => SigningKey.FromText(pem, "key.pem", null));
        Assert.Equal(Texts.Format(expected, "key.pem"), problem.Text);
    }

    [Fact]
    public void A_wrong_password_is_named()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(Texts.Format("key.password", "k"), Assert.Throws<ProblemException>(() => SigningKey.FromText(Encrypted(key), "k", "verkeerd")).Text);
    }

    [Fact]
    public void Files_that_are_missing_or_open_to_everybody_are_named()
    {
        using var folder = new Folder();
        var path = folder.File("key.pem", Key.PrivatePem(null));
        Assert.Equal(Texts.Format("key.missing", path + "x"), Assert.Throws<ProblemException>(() => SigningKey.FromFile(path + "x", null)).Text);
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Equal(Texts.Format("key.open", path), Assert.Throws<ProblemException>(() => SigningKey.FromFile(path, null)).Text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        using var key = SigningKey.FromFile(path, null);
        Assert.Equal(Key.KeyId, key.KeyId);
    }

    [Fact]
    public void A_private_key_is_no_key_to_verify_with() =>
        Assert.Equal(Texts.Format("key.private", "k"), Assert.Throws<ProblemException>(() => VerificationKey.FromText(Key.PrivatePem(null), "k")).Text);

    private static string Encrypted(ECDsa key) =>
        key.ExportEncryptedPkcs8PrivateKeyPem("geheim", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

    private static byte[] PemEncodingOf(string pem) => Convert.FromBase64String(string.Concat(pem.Split('\n').Where(l => !l.StartsWith('-'))));

    private static DsseEnvelope Envelope(SignedProduct product) => DsseEnvelope.Read(File.ReadAllBytes(product.Signature), "");
}
