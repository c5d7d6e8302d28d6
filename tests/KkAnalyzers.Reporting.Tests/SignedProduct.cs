using System.Security.Cryptography;
using System.Text;
using KkAnalyzers.Reporting.Signing;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>
/// A product on disk as its vendor has it after a build: declaration with an evidence file, built assemblies, and a report folder,
/// signed unless a test says otherwise.
/// </summary>
internal sealed class SignedProduct : IDisposable
{
    public const string Timestamp = "2026-07-01T12:00:00Z";

    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    /// <summary>Made once and copied: rendering takes longer than all the rest.</summary>
    private static readonly Lazy<(string Name, byte[] Bytes)[]> Made = new(Make);

    private readonly Folder _folder = new();

    public SignedProduct(bool signed = true)
    {
        foreach (var (name, bytes) in Made.Value)
            File.WriteAllBytes(_folder.File(name, ""), bytes);
        if (!signed)
            File.Delete(Signature);
    }

    /// <summary>The report folder.</summary>
    public string Report => Path.Combine(_folder.Path, "kwaliteitskader");

    public string Bin => Path.Combine(_folder.Path, "bin");

    public string Declaration => Path.Combine(_folder.Path, "kwaliteitskader.json");

    public string Evidence => Path.Combine(_folder.Path, "evidence/test.pdf");

    public string Signature => Path.Combine(Report, Dossier.Signature);

    /// <summary>The vendor's key, one for all tests.</summary>
    public static SigningKey Key { get; } = SigningKey.Create();

    public static VerificationKey PublicKey { get; } = VerificationKey.FromText(Key.PublicPem(), "vendor.pub.pem");

    public static string Sha256(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();

    public string At(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Signs what is there.</summary>
    public SigningResult Sign(string? timestamp = Timestamp) => ReportSigner.Sign(Report, Key, null, timestamp);

    public VerificationResult Verify(Func<VerificationOptions, VerificationOptions>? change = null, string? path = null)
    {
        var options = new VerificationOptions { Key = PublicKey, Today = new DateOnly(2026, 7, 1) };
        return Verifier.Run(path ?? Report, change?.Invoke(options) ?? options);
    }

    /// <summary>Writes the zip file.</summary>
    public string Pack(bool evidence = true)
    {
        var path = At("dossier.zip");
        Assert.NotNull(Packer.Pack(Report, path, evidence ? Declaration : null, Packer.FirstDay).Manifest);
        return path;
    }

    public void Dispose() => _folder.Dispose();

    private static (string, byte[])[] Make()
    {
        using var folder = new Folder();
        folder.File("kwaliteitskader.json", Samples.Declaration(Sha256("evidence")));
        folder.File("evidence/test.pdf", "evidence");
        folder.File("bin/Zorgdagboek.dll", "built");
        folder.File("bin/Zorgdagboek.Core.dll", "core");
        folder.File("bin/Serilog.dll", "of a package");
        var directory = Path.Combine(folder.Path, "kwaliteitskader");
        var fragments = Fragments().Select((f, i) =>
        {
            var path = Path.Combine(folder.Path, "obj", $"{i}.json");
            f.Write(path);
            return path;
        }).ToArray();
        var options = new RollUpOptions { Today = new DateOnly(2026, 6, 1) };
        ReportFolder.Write(directory, RollUp.Merge(fragments.Select(Fragment.Read), options), ["nl", "fr", "en"]);
        ReportFolder.CopyInputs(directory, fragments, options);
        Assert.NotNull(ReportSigner.Sign(directory, Key, null, Timestamp).Path);
        return
        [
            .. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
                .Select(f => (Path.GetRelativePath(folder.Path, f), File.ReadAllBytes(f)))
                .Where(f => !f.Item1.StartsWith("obj", StringComparison.Ordinal)),
        ];
    }

    private static Fragment[] Fragments()
    {
        static ProjectFacts Output(ProjectFacts facts, string name, string content)
        {
            var path = Path.Combine(facts.RootDirectory!, "bin", name);
            File.WriteAllText(path, content);
            return facts with { OutputAssembly = path, RepositoryUrl = "https://git.voorbeeldzorg.example/zorgdagboek" };
        }

        var app = Build.Fragment(
            new Sarif().Finding(file: "src/App/Diary.cs", line: 42),
            f => Output(f, "Zorgdagboek.dll", "built") with { ProjectName = "Zorgdagboek", TreeDirty = false },
            declaration: Samples.Declaration(Sha256("evidence")),
            prepare: f => f.File("evidence/test.pdf", "evidence"));
        var core = Build.Fragment(
            new Sarif(),
            f => Output(f, "Zorgdagboek.Core.dll", "core") with { ProjectName = "Zorgdagboek.Core", IsHead = false, ProjectPath = Path.Combine(f.RootDirectory!, "src/Core/Core.csproj") });
        var tests = Build.Fragment(
            new Sarif(),
            f => Output(f, "Zorgdagboek.Tests.dll", "tests") with { ProjectName = "Zorgdagboek.Tests", IsHead = false, IsTestProject = true, ProjectPath = Path.Combine(f.RootDirectory!, "tests/T.csproj") });
        return [app.Fragment, core.Fragment, tests.Fragment];
    }
}
