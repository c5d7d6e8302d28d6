using KkAnalyzers.Reporting.Signing;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>What somebody can do to the signed report of a real build, and what <c>kk verify</c> says about it.</summary>
[Collection(BuiltProductTests.Name)]
public sealed class VerificationTests(BuiltProduct product, InstalledTool kk) : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kk-" + Guid.NewGuid().ToString("N"));

    private string Report => Path.Combine(_folder, "kwaliteitskader");

    private string Bin => Path.Combine(_folder, "bin");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int Code, string Out, string Error) Verify(string? key = null, string? commit = null)
    {
        return kk.Run(_folder, "verify", Report, "--key", key ?? product.PublicKey, "--bin", Bin, "--commit", commit ?? product.Commit);
    }

    private void Take()
    {
        BuiltProduct.CopyFolder(product.Signed, Report);
        Directory.CreateDirectory(Bin);
        foreach (var file in Directory.EnumerateFiles(product.Bin, "*.dll"))
        {
            File.Copy(file, Path.Combine(Bin, Path.GetFileName(file)));
        }
    }

    [Fact]
    public void What_was_built_and_signed_is_verified()
    {
        Take();
        var (code, output, error) = Verify();
        Assert.True(code == 0, output + error);
    }

    public static TheoryData<string, string> Changes() => new()
    {
        { "a byte of report.json", "report.json" },
        { "a byte of a page", "report.fr.html" },
        { "a byte of a table", "findings.csv" },
        { "a byte of the SARIF log", "report.sarif" },
        { "a byte of the bill of materials", "report.cdx.json" },
        { "a byte of a fragment", "inputs/fragments/Delen" },
        { "a byte of the statement", "signature" },
        { "a byte of an assembly", "App.dll" },
        { "a dropped fragment", "Delen" },
        { "a swapped commit", "ffffffffffffffffffffffffffffffffffffffff" },
        { "another commit than expected", "fedcba9876543210" },
        { "a wrong key", "key" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_change_is_named(string change, string named)
    {
        Take();
        string? key = null, commit = null;
        var fragment = Directory.GetFiles(Path.Combine(Report, "inputs/fragments"), "Delen*").Single();
        switch (change)
        {
            case "a byte of report.json": Flip("report.json"); break;
            case "a byte of a page": Flip("report.fr.html"); break;
            case "a byte of a table": Flip("findings.csv"); break;
            case "a byte of the SARIF log": Flip("report.sarif"); break;
            case "a byte of the bill of materials": Flip("report.cdx.json"); break;
            case "a byte of a fragment": Flip(Path.GetRelativePath(Report, fragment)); break;
            case "a byte of the statement": Flip("report.intoto.jsonl"); break;
            case "a byte of an assembly": Flip("../bin/App.dll"); break;
            case "a dropped fragment": File.Delete(fragment); break;
            case "a swapped commit":
                var report = Path.Combine(Report, "report.json");
                File.WriteAllText(report, File.ReadAllText(report).Replace(product.Commit, new string('f', 40), StringComparison.Ordinal));
                break;
            case "another commit than expected": commit = "fedcba9876543210"; break;
            case "a wrong key":
                using (var other = SigningKey.Create())
                {
                    File.WriteAllText(key = Path.Combine(_folder, "other.pem"), other.PublicPem());
                    named = other.KeyId;
                }

                break;
            default: throw new ArgumentException(change);
        }

        var (code, output, error) = Verify(key, commit);
        Assert.True(code == 4, $"{code}\n{output}{error}");
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    /// <summary>One bit, in the middle.</summary>
    private void Flip(string file)
    {
        var path = Path.Combine(Report, file);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
