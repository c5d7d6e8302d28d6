using System.Text.Json;
using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

public class SigningCommandTests
{
    [Fact]
    public void From_a_key_to_a_verified_dossier()
    {
        using var product = new SignedProduct(signed: false);
        var (key, dossier) = (product.At("sleutel.pem"), product.At("dossier.zip"));
        var id = Kk.Run("key", "create", "-o", key);
        Assert.Equal(0, id.Code);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));

        var sign = Kk.Run("sign", product.Report, "--key", key, "--assemblies", Path.Combine(product.Bin, "*.dll"), "--timestamp", "2026-07-01T12:00:00Z");
        Assert.True(sign.Code == 0, sign.Error);
        Assert.Equal(product.Signature, sign.Out.Trim());
        Assert.Contains(id.Out.Trim(), sign.Error, StringComparison.Ordinal);

        var pack = Kk.Run("pack", product.Report, "-o", dossier, "--evidence");
        Assert.True(pack.Code == 0, pack.Error);

        var verify = Kk.Run("verify", dossier, "--key", product.At("sleutel.pub.pem"), "--bin", product.Bin, "--commit", SignedProduct.Commit);
        Assert.True(verify.Code == 0, verify.Out);
        Assert.All(verify.Out.Split('\n')[..^3], line => Assert.Matches("^(ok|note) ", line));
        Assert.StartsWith("Conclusion: everything that was checked agrees. The holder of the key " + id.Out.Trim(), verify.Out.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "NIET IN ORDE", "Besluit:")]
    [InlineData("fr", "PAS EN ORDRE", "Conclusion :")]
    [InlineData("en", "NOT OK", "Conclusion:")]
    public void What_was_changed_is_said_in_the_language_of_the_reader(string language, string word, string conclusion)
    {
        using var product = new SignedProduct();
        File.AppendAllText(Path.Combine(product.Report, "summary.md"), "!");
        var run = Kk.RunIn(language, "verify", product.Report, "--key", PublicKey(product));
        Assert.Equal(ExitCodes.Verification, run.Code);
        Assert.Contains(run.Out.Split('\n'), l => l.StartsWith(word, StringComparison.Ordinal) && l.Contains("summary.md", StringComparison.Ordinal));
        Assert.StartsWith(conclusion, run.Out.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Unsigned_fails_unless_it_is_allowed()
    {
        using var product = new SignedProduct(signed: false);
        Assert.Equal(ExitCodes.Verification, Kk.Run("verify", product.Report).Code);
        var allowed = Kk.Run("verify", product.Report, "--allow-unsigned");
        Assert.Equal(0, allowed.Code);
        Assert.Contains("nobody signed", allowed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_the_verification_is_incomplete()
    {
        using var product = new SignedProduct();
        var run = Kk.Run("verify", product.Report);
        Assert.Equal(ExitCodes.Incomplete, run.Code);
        Assert.Contains(SignedProduct.Key.KeyId, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_gets_the_result_as_JSON()
    {
        using var product = new SignedProduct();
        var run = Kk.Run("verify", product.Report, "--key", PublicKey(product), "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("verified", json.RootElement.GetProperty("verdict").GetString());
        Assert.All(json.RootElement.GetProperty("checks").EnumerateArray(), c => Assert.NotEqual("not-ok", c.GetProperty("result").GetString()));
        Assert.StartsWith("Besluit", json.RootElement.GetProperty("conclusion").GetProperty("nl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_does_not_hold_together_is_not_signed()
    {
        using var product = new SignedProduct(signed: false);
        File.AppendAllText(Path.Combine(product.Report, "summary.md"), "!");
        var run = Kk.Run("sign", product.Report, "--key", PrivateKey(product));
        Assert.Equal(ExitCodes.Verification, run.Code);
        Assert.Contains("summary.md", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void A_key_from_the_environment_signs_and_is_never_shown()
    {
        using var product = new SignedProduct(signed: false);
        Environment.SetEnvironmentVariable("KK_SIGNING_KEY", SignedProduct.Key.PrivatePem("geheim"));
        Environment.SetEnvironmentVariable("KK_SIGNING_PASSWORD", "geheim");
        var run = Kk.Run("sign", product.Report, "--key-env", "KK_SIGNING_KEY", "--password-env", "KK_SIGNING_PASSWORD");
        Assert.True(run.Code == 0, run.Error);
        Assert.DoesNotContain("geheim", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign", "{report}")]
    [InlineData("sign", "{report}", "--key", "{key}", "--key-env", "KK")]
    [InlineData("sign", "{report}", "--key", "absent.pem")]
    [InlineData("sign", "{report}", "--key-env", "KK_ABSENT")]
    [InlineData("sign", "{report}", "--key", "{key}", "--timestamp", "yesterday")]
    [InlineData("sign", "{report}", "--key", "{key}", "--assemblies", "absent/*.dll")]
    [InlineData("sign", "{absent}", "--key", "{key}")]
    [InlineData("verify", "{absent}")]
    [InlineData("verify", "{report}", "--commit", "HEAD")]
    [InlineData("verify", "{report}", "--bin", "{absent}")]
    [InlineData("verify", "{report}", "--key", "{key}")]
    [InlineData("pack", "{report}")]
    [InlineData("pack", "{absent}", "-o", "a.zip")]
    [InlineData("key", "create", "-o", "{key}")]
    public void What_cannot_be_done_is_said(params string[] args)
    {
        using var product = new SignedProduct();
        var key = PrivateKey(product);
        var run = Kk.Run([.. args.Select(a => a.Replace("{report}", product.Report, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal).Replace("{absent}", product.At("absent"), StringComparison.Ordinal))]);
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void Evidence_that_is_gone_or_another_is_not_packed()
    {
        using var product = new SignedProduct();
        File.AppendAllText(product.Evidence, "!");
        Assert.Equal(ExitCodes.Verification, Kk.Run("pack", product.Report, "-o", product.At("a.zip"), "--evidence").Code);
        File.Delete(product.Evidence);
        Assert.Equal(ExitCodes.Incomplete, Kk.Run("pack", product.Report, "-o", product.At("a.zip"), "--declaration", product.Declaration).Code);
        Assert.False(File.Exists(product.At("a.zip")));
    }

    [Fact]
    public void Names_from_a_dossier_do_not_reach_the_terminal_as_they_are()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var product = new SignedProduct();
        File.WriteAllText(Path.Combine(product.Report, "\u001B[31m\u202Efdp.exe"), "x");
        var run = Kk.Run("verify", product.Report, "--key", PublicKey(product));
        Assert.Equal(ExitCodes.Verification, run.Code);
        Assert.DoesNotContain('\u001B', run.Out);
        Assert.DoesNotContain('\u202E', run.Out);
        Assert.Contains("\\u202Efdp.exe", run.Out, StringComparison.Ordinal);
    }

    private static string PrivateKey(SignedProduct product)
    {
        var path = product.At("key.pem");
        File.WriteAllText(path, SignedProduct.Key.PrivatePem(null));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    private static string PublicKey(SignedProduct product)
    {
        var path = product.At("key.pub.pem");
        File.WriteAllText(path, SignedProduct.Key.PublicPem());
        return path;
    }
}
