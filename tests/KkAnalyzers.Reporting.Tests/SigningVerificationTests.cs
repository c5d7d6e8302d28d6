using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KkAnalyzers.Reporting.Signing;

namespace KkAnalyzers.Reporting.Tests;

public class SigningVerificationTests
{
    [Fact]
    public void What_was_signed_and_not_changed_is_verified()
    {
        using var product = new SignedProduct();
        var result = product.Verify(o => o with { Bin = product.Bin, Commit = SignedProduct.Commit[..7], Declaration = product.Declaration });
        Assert.DoesNotContain(result.Checks, c => c.Result is CheckResult.NotOk or CheckResult.NotChecked);
        Assert.Equal(VerificationVerdict.Verified, result.Verdict);
        Assert.Equal(SignedProduct.Key.KeyId, result.KeyId);
        Assert.Equal(["signature", "file", "statement", "commit", "assembly", "report", "form", "declaration", "evidence"], result.Checks.Where(c => c.Result == CheckResult.Ok).Select(c => c.About));
    }

    [Fact]
    public void A_pack_is_verified_with_its_evidence()
    {
        using var product = new SignedProduct();
        var result = product.Verify(path: product.Pack());
        Assert.DoesNotContain(result.Checks, c => c.Result is CheckResult.NotOk or CheckResult.NotChecked);
        Assert.Equal(["manifest", "signature", "file", "statement", "report", "form", "declaration", "evidence"], result.Checks.Where(c => c.Result == CheckResult.Ok).Select(c => c.About));
    }

    [Fact]
    public void A_pack_that_was_unpacked_is_verified_too()
    {
        using var product = new SignedProduct();
        ZipFile.ExtractToDirectory(product.Pack(), product.At("unpacked"));
        Assert.Equal(VerificationVerdict.Verified, product.Verify(path: product.At("unpacked")).Verdict);
    }

    /// <summary>Pages in one language, and none: the files that exist once are in that language, and in English.</summary>
    [Theory]
    [InlineData("fr")]
    [InlineData("nl", "en")]
    [InlineData]
    public void The_languages_of_the_report_do_not_matter(params string[] languages)
    {
        using var product = new SignedProduct(signed: false);
        foreach (var file in Directory.GetFiles(product.Report, "report.*.html"))
            File.Delete(file);
        ReportFolder.Write(product.Report, Report.Read(Path.Combine(product.Report, ReportFolder.Json)), languages);
        Assert.NotNull(product.Sign().Path);
        Assert.Equal(VerificationVerdict.Verified, product.Verify().Verdict);
    }

    /// <summary>Everything that a roll-up can be given is there to make the report again; and a change of it is named.</summary>
    [Fact]
    public void Baseline_earlier_report_time_and_missing_projects_are_inputs_too()
    {
        using var product = new SignedProduct(signed: false);
        var first = Report.Read(Path.Combine(product.Report, ReportFolder.Json));
        var (baseline, earlier) = (product.At("kk.baseline.json"), product.At("earlier.json"));
        File.WriteAllBytes(baseline, Baseline.Of(first, "2026-01-01").ToJson());
        (first with { Findings = [] }).WriteJson(earlier);
        var fragments = ReportInputs.FragmentFiles(product.Report).ToArray();
        var options = new RollUpOptions
        {
            Today = new DateOnly(2026, 6, 1),
            Timestamp = "2026-06-01T00:00:00Z",
            Baseline = Baseline.Read(baseline, "kk.baseline.json"),
            Previous = EarlierReport.Read(earlier),
            ExpectedProjects = ["src/Legacy/Legacy.csproj"],
        };
        ReportFolder.Write(product.Report, RollUp.Merge(fragments.Select(Fragment.Read), options), ["nl", "fr", "en"]);
        ReportFolder.CopyInputs(product.Report, fragments, options);
        var signed = product.Sign();
        Assert.True(signed.Path is not null, string.Join('\n', signed.Checks));
        Assert.Equal(VerificationVerdict.Verified, product.Verify().Verdict);

        foreach (var name in new[] { ReportFolder.Baseline, ReportFolder.Previous })
        {
            var path = Path.Combine(product.Report, name);
            var bytes = File.ReadAllBytes(path);
            File.Delete(path);
            var about = product.Verify().Checks.Where(c => c.Result == CheckResult.NotOk).Select(c => c.About).ToArray();
            Assert.Equal(["file", "report"], about);
            File.WriteAllBytes(path, bytes);
        }
    }

    /// <summary>What somebody without the key can do to a dossier, and what the reader is told about it.</summary>
    public static TheoryData<string, string, string> Tamperings() => new()
    {
        { "byte in report.json", "file", "report.json" },
        { "byte in report.json", "report", "report.json is not what its inputs give" },
        { "byte in the page", "file", "report.nl.html" },
        { "byte in the page", "form", "report.nl.html" },
        { "byte in the summary", "form", "summary.md" },
        { "byte in a table", "form", "endpoints.csv" },
        { "page gone", "file", "'report.fr.html' was signed and is missing" },
        { "table gone", "form", "'consent.csv' is missing" },
        { "fragment dropped", "file", "Zorgdagboek.Core" },
        { "fragment dropped", "inputs", "Zorgdagboek.Core (net8.0)" },
        { "fragment dropped", "report", "report.json is not what its inputs give" },
        { "fragment added", "file", "added later" },
        { "baseline added", "file", "inputs/kk.baseline.json" },
        { "file added", "file", "'certificate.pdf' was not signed" },
        { "commit swapped in report", "commit", "ffffffffffffffffffffffffffffffffffffffff" },
        { "commit swapped in statement", "signature", "changed after signing" },
        { "commit swapped in statement", "commit", "ffffffffffffffffffffffffffffffffffffffff" },
        { "assembly swapped in statement", "assembly", "net8.0/Zorgdagboek.dll" },
        { "numbers changed in statement", "statement", "$.summary.openFindings" },
        { "file dropped from statement", "file", "'report.nl.html' was not signed" },
        { "signature of nothing", "signature", "changed after signing" },
        { "key id changed", "signature", "names another one" },
        { "signature gone", "signature", "unsigned" },
        { "signature twice", "signature", "2 signatures" },
        { "other payload type", "signature", "text/plain" },
        { "damaged base64", "signature", "base64" },
        { "base64 that decoders forgive", "signature", "base64" },
        { "key twice in envelope", "signature", "twice" },
        { "deep envelope", "signature", "cannot be read" },
        { "other predicate", "signature", "does not know" },
        { "report is no JSON", "report", "report.json" },
        { "deep report", "report", "'report.json' cannot be read" },
        { "deep fragment", "inputs", "cannot be read" },
        { "report without projects", "report", "" },
        { "fragment of nulls", "inputs", "" },
        { "key twice in fragment", "inputs", "second time" },
        { "key added to fragment", "inputs", "not written as this tool writes it" },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void Every_change_is_named(string tampering, string about, string named)
    {
        using var product = new SignedProduct();
        Tamper(product, tampering);
        var result = product.Verify();
        Assert.Equal(VerificationVerdict.Failed, result.Verdict);
        Assert.Contains(result.Checks, c => c.Result == CheckResult.NotOk && c.About == about && c.Text.En.Contains(named, StringComparison.Ordinal));
    }

    /// <summary>Whoever makes a report again with other inputs and signs it with a key of his own.</summary>
    [Fact]
    public void Another_key_is_another_signer()
    {
        using var product = new SignedProduct();
        using var other = SigningKey.Create();
        ReportSigner.Sign(product.Report, other, null, null);
        var result = product.Verify();
        Assert.Equal(VerificationVerdict.Failed, result.Verdict);
        var check = Assert.Single(result.Checks, c => c.Result == CheckResult.NotOk);
        Assert.Equal(Texts.Format("verify.other-key", other.KeyId, SignedProduct.Key.KeyId), check.Text);
    }

    /// <summary>Not one bit of a signature file, line ends apart, can change without notice.</summary>
    [Fact]
    public void Every_byte_of_the_signature_counts()
    {
        using var product = new SignedProduct();
        var bytes = File.ReadAllBytes(product.Signature);
        for (var i = 0; i < bytes.Length - 1; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            Assert.False(Accepts(changed), $"byte {i}");
        }

        static bool Accepts(byte[] bytes)
        {
            try
            {
                var envelope = DsseEnvelope.Read(bytes, "");
                return SignedProduct.PublicKey.Verifies(envelope) && envelope.KeyId == SignedProduct.PublicKey.KeyId;
            }
            catch (ProblemException)
            {
                return false;
            }
        }
    }

    [Fact]
    public void Assemblies_are_named_when_they_are_changed_or_missing()
    {
        using var product = new SignedProduct();
        File.WriteAllText(Path.Combine(product.Bin, "Zorgdagboek.dll"), "buIlt");
        File.Delete(Path.Combine(product.Bin, "Zorgdagboek.Core.dll"));
        var wrong = product.Verify(o => o with { Bin = product.Bin }).Checks.Where(c => c.Result == CheckResult.NotOk).ToArray();
        Assert.Equal(2, wrong.Length);
        Assert.Contains(wrong, c => c.Text.En.Contains("Zorgdagboek.dll' is not the assembly", StringComparison.Ordinal) && c.Text.En.Contains(SignedProduct.Sha256("built"), StringComparison.Ordinal));
        Assert.Contains(wrong, c => c.Text.En.Contains("net8.0/Zorgdagboek.Core.dll' belongs to the product", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_commit_than_the_reader_expects_is_named()
    {
        using var product = new SignedProduct();
        var result = product.Verify(o => o with { Commit = "fedcba9876" });
        Assert.Contains("fedcba9876", Assert.Single(result.Checks, c => c.Result == CheckResult.NotOk).Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_and_declaration_are_named_when_they_are_others()
    {
        using var product = new SignedProduct();
        File.AppendAllText(product.Evidence, "!");
        File.AppendAllText(product.Declaration, " ");
        Assert.Equal(["declaration", "evidence"], Wrong());
        File.Delete(product.Evidence);
        Assert.Equal(["declaration", EvidenceFiles.Missing], Wrong());

        IEnumerable<string> Wrong() => product.Verify(o => o with { Declaration = product.Declaration }).Checks.Where(c => c.Result == CheckResult.NotOk).Select(c => c.About);
    }

    [Fact]
    public void Unsigned_is_never_valid()
    {
        using var product = new SignedProduct(signed: false);
        var result = product.Verify();
        Assert.Equal(VerificationVerdict.Failed, result.Verdict);
        Assert.Contains("unsigned", Assert.Single(result.Checks, c => c.Result == CheckResult.NotOk).Text.En, StringComparison.Ordinal);

        var allowed = product.Verify(o => o with { AllowUnsigned = true });
        Assert.Equal(VerificationVerdict.Verified, allowed.Verdict);
        Assert.Equal(Texts.Get("verify.conclusion-unsigned"), allowed.Conclusion);
        Assert.Null(allowed.KeyId);
    }

    [Fact]
    public void Without_a_key_the_signer_is_unknown()
    {
        using var product = new SignedProduct();
        var result = product.Verify(o => o with { Key = null });
        Assert.Equal(VerificationVerdict.Incomplete, result.Verdict);
        Assert.Equal(Texts.Format("verify.no-key", SignedProduct.Key.KeyId), Assert.Single(result.Checks, c => c.Result == CheckResult.NotChecked).Text);
    }

    [Fact]
    public void The_report_of_another_tool_is_compared_by_digest_only()
    {
        using var product = new SignedProduct(signed: false);
        var path = Path.Combine(product.Report, ReportFolder.Json);
        var report = Report.Read(path);
        (report with { Tool = report.Tool with { Version = "9.9.9" } }).WriteJson(path);
        product.Sign();
        var result = product.Verify();
        Assert.Equal(VerificationVerdict.Incomplete, result.Verdict);
        Assert.Contains("9.9.9", Assert.Single(result.Checks, c => c.Result == CheckResult.NotChecked).Text.En, StringComparison.Ordinal);

        File.AppendAllText(Path.Combine(product.Report, "summary.md"), "!");
        Assert.Equal(VerificationVerdict.Failed, product.Verify().Verdict);
    }

    [Theory]
    [InlineData(-1, 30, "holds from")]
    [InlineData(-60, -30, "not today")]
    public void A_certificate_is_shown_and_not_judged(int from, int until, string expected)
    {
        using var product = new SignedProduct();
        var today = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        using var key = ECDsa.Create();
        key.ImportFromPem(SignedProduct.Key.PrivatePem(null));
        using var certificate = new CertificateRequest("CN=Voorbeeldzorg bv\u202E, C=BE", key, HashAlgorithmName.SHA256).CreateSelfSigned(today.AddDays(from), today.AddDays(until));
        using var certified = VerificationKey.FromText(certificate.ExportCertificatePem(), "vendor.pem");
        var result = product.Verify(o => o with { Key = certified });
        Assert.Equal(VerificationVerdict.Verified, result.Verdict);
        var note = Assert.Single(result.Checks, c => c.About == "certificate");
        Assert.Contains(expected, note.Text.En, StringComparison.Ordinal);
        Assert.Contains("Voorbeeldzorg bv\\u202E", note.Text.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_with_another_kind_of_key_is_refused()
    {
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=x", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(99));
        Assert.Equal(Texts.Format("key.kind", "c"), Assert.Throws<ProblemException>(() => VerificationKey.FromText(certificate.ExportCertificatePem(), "c")).Text);
    }

    [Fact]
    public void A_link_in_a_report_folder_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var product = new SignedProduct();
        File.CreateSymbolicLink(Path.Combine(product.Report, "extra.json"), "/etc/passwd");
        var check = Assert.Single(product.Verify().Checks);
        Assert.Equal((CheckResult.NotOk, Texts.Format("dossier.link", "extra.json")), (check.Result, check.Text));
    }

    [Fact]
    public void What_is_no_report_is_said_to_be_none()
    {
        using var folder = new Folder();
        Assert.Throws<ProblemException>(() => Verifier.Run(folder.Path, new()));
        Assert.Throws<ProblemException>(() => Verifier.Run(folder.File("a.zip", "PK"), new()));
        Assert.Throws<ProblemException>(() => Verifier.Run(Path.Combine(folder.Path, "absent"), new()));
    }

    public static TheoryData<string, string> Names() => new()
    {
        { "../evil.txt", "dossier.name-outside" },
        { "kwaliteitskader/../../evil.txt", "dossier.name-outside" },
        { "/evil.txt", "dossier.name-outside" },
        { "C:/evil.txt", "dossier.name-outside" },
        { "..\\evil.txt", "dossier.name-outside" },
        { "kwaliteitskader//evil.txt", "dossier.name-outside" },
        { "report\u202Efdp.exe", "dossier.name-hidden" },
        { "report\u001B[2J.json", "dossier.name-hidden" },
        { "report\u200B.json", "dossier.name-hidden" },
        { "kwaliteitskader/report.json.", "dossier.name-portable" },
        { "kwaliteitskader/NUL.txt", "dossier.name-portable" },
        { "kwaliteitskader/a?.txt", "dossier.name-portable" },
        { new string('a', 300), "dossier.name-length" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_that_lead_elsewhere_or_hide_something_are_refused(string name, string reason)
    {
        using var product = new SignedProduct();
        IsRefused(product, zip => Add(zip, name, "x"), Texts.Format(reason, ProblemException.Shown(name)));
        Assert.False(File.Exists(Path.Combine(Path.GetTempPath(), "evil.txt")));
    }

    [Theory]
    [InlineData("kwaliteitskader/report.json")]
    [InlineData("kwaliteitskader/REPORT.json")]
    public void A_name_that_is_there_twice_is_refused(string name)
    {
        using var product = new SignedProduct();
        IsRefused(product, zip => Add(zip, name, "{}"), Texts.Format("dossier.name-twice", name));
    }

    [Fact]
    public void A_name_that_is_a_file_and_a_folder_is_refused()
    {
        using var product = new SignedProduct();
        var path = product.Pack();
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
            Add(zip, "kwaliteitskader/report.json/x", "x");
        Assert.Throws<ProblemException>(() => product.Verify(path: path));
        Assert.Empty(Leftovers());
    }

    [Fact]
    public void A_link_in_a_pack_is_refused()
    {
        using var product = new SignedProduct();
        IsRefused(product, zip => Add(zip, "kwaliteitskader/x", "/etc/passwd").ExternalAttributes = 0xA1FF << 16, Texts.Format("dossier.link", "kwaliteitskader/x"));
    }

    [Fact]
    public void An_entry_that_grows_beyond_measure_is_refused()
    {
        using var product = new SignedProduct();
        IsRefused(product, zip => Add(zip, "kwaliteitskader/zeros", new string('0', 4 << 20)), Texts.Format("dossier.ratio", "kwaliteitskader/zeros", Limits.Ratio));
    }

    [Fact]
    public void An_entry_that_lies_about_its_size_is_refused()
    {
        using var product = new SignedProduct();
        var path = product.Pack();
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
            Add(zip, "kwaliteitskader/liar", new string('0', 100_000));

        // The uncompressed size in the directory, behind the name's header: 24 bytes into the entry.
        var bytes = File.ReadAllBytes(path);
        var name = Encoding.ASCII.GetBytes("kwaliteitskader/liar");
        var entry = bytes.AsSpan().LastIndexOf(name) - 46;
        BitConverter.TryWriteBytes(bytes.AsSpan(entry + 24), 10);
        File.WriteAllBytes(path, bytes);
        try
        {
            Assert.Equal(VerificationVerdict.Failed, product.Verify(path: path).Verdict);
        }
        catch (ProblemException e)
        {
            // Newer runtimes see it themselves.
            Assert.Contains("cannot be read", e.Text.En, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(Leftovers());
    }

    [Fact]
    public void Every_byte_of_a_pack_counts()
    {
        using var product = new SignedProduct();
        var path = product.Pack();
        var bytes = File.ReadAllBytes(path);
        foreach (var file in new[] { "kwaliteitskader/report.fr.html", "evidence/test.pdf", "manifest.json" })
        {
            var changed = bytes.ToArray();
            changed[changed.AsSpan().IndexOf(Encoding.ASCII.GetBytes(file)) + file.Length + 3] ^= 1;
            File.WriteAllBytes(path, changed);
            var result = product.Verify(path: path);
            Assert.Equal(VerificationVerdict.Failed, result.Verdict);
            Assert.Contains(result.Checks, c => c.Result == CheckResult.NotOk && c.Text.En.Contains(file, StringComparison.Ordinal));
        }
    }

    /// <summary>The second time in the manifest as well: that is not signed.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_was_added_to_a_pack_is_named(bool listed)
    {
        const string Added = "evidence/evidence/certificaat.pdf";
        using var product = new SignedProduct();
        var path = product.Pack();
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            Add(zip, Added, "x");
            if (listed)
            {
                var entry = zip.GetEntry(Dossier.Manifest)!;
                JsonNode manifest;
                using (var stream = entry.Open())
                    manifest = JsonNode.Parse(stream)!;
                manifest["entries"]!.AsArray().Add(new JsonObject { ["name"] = Added, ["part"] = "evidence", ["mediaType"] = "application/pdf", ["bytes"] = 1, ["sha256"] = SignedProduct.Sha256("x") });
                entry.Delete();
                Add(zip, Dossier.Manifest, manifest.ToJsonString());
            }
        }

        var wrong = product.Verify(path: path).Checks.Where(c => c.Result == CheckResult.NotOk).Select(c => c.Text).ToArray();
        Assert.Contains(Texts.Format("verify.file-extra", Added), wrong);
        Assert.Equal(listed ? 1 : 2, wrong.Length);
    }

    private static void IsRefused(SignedProduct product, Action<ZipArchive> add, Catalog.Localized reason)
    {
        var path = product.Pack();
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
            add(zip);
        var result = product.Verify(path: path);
        var check = Assert.Single(result.Checks);
        Assert.Equal((VerificationVerdict.Failed, reason), (result.Verdict, check.Text));
        Assert.Empty(Leftovers());
    }

    private static string[] Leftovers() => Directory.GetDirectories(Path.GetTempPath(), $"kk-verify-{Environment.ProcessId}-*");

    private static ZipArchiveEntry Add(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        using var writer = new StreamWriter(entry.Open());
        writer.Write(content);
        return entry;
    }

    private static void Tamper(SignedProduct product, string tampering)
    {
        const string Other = "ffffffffffffffffffffffffffffffffffffffff";
        string File_(string name) => Path.Combine(product.Report, name);
        string Deep(string json) => "{ \"deep\": " + new string('[', 5000) + new string(']', 5000) + "," + json.TrimStart()[1..];
        string Fragment(string name) => Directory.GetFiles(File_("inputs/fragments"), name + "*").Single();
        void Replace(string path, string what, string by) => File.WriteAllText(path, File.ReadAllText(path).Replace(what, by, StringComparison.Ordinal));
        void Envelope(Action<JsonNode> change)
        {
            var envelope = JsonNode.Parse(File.ReadAllText(product.Signature))!;
            change(envelope);
            File.WriteAllText(product.Signature, envelope.ToJsonString() + "\n");
        }

        void Payload(Func<string, string> change) => Envelope(e =>
        {
            var before = Encoding.UTF8.GetString(Convert.FromBase64String((string)e["payload"]!));
            var after = change(before);
            Assert.NotEqual(before, after);
            e["payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(after));
        });

        switch (tampering)
        {
            case "byte in report.json": Replace(File_("report.json"), "\"openFindings\": 1", "\"openFindings\": 0"); break;
            case "byte in the page": Replace(File_("report.nl.html"), "Zorgdagboek", "Zorgdagboeg"); break;
            case "byte in the summary": Replace(File_("summary.md"), "# ", "#\t"); break;
            case "byte in a table": File.AppendAllText(File_("endpoints.csv"), " "); break;
            case "page gone": File.Delete(File_("report.fr.html")); break;
            case "table gone": File.Delete(File_("consent.csv")); break;
            case "fragment dropped": File.Delete(Fragment("Zorgdagboek.Core")); break;
            case "fragment added": File.Copy(Fragment("Zorgdagboek.Core"), File_("inputs/fragments/Other.json")); break;
            case "baseline added": File.WriteAllText(File_("inputs/kk.baseline.json"), "{}"); break;
            case "file added": File.WriteAllText(File_("certificate.pdf"), "x"); break;
            case "commit swapped in report": Replace(File_("report.json"), SignedProduct.Commit, Other); break;
            case "commit swapped in statement": Payload(p => p.Replace(SignedProduct.Commit, Other, StringComparison.Ordinal)); break;
            case "assembly swapped in statement": Payload(p => p.Replace(SignedProduct.Sha256("built"), SignedProduct.Sha256("other"), StringComparison.Ordinal)); break;
            case "numbers changed in statement": Payload(p => p.Replace("\"openFindings\": 1", "\"openFindings\": 0", StringComparison.Ordinal)); break;
            case "file dropped from statement": Payload(p => p.Replace("\"name\": \"report.nl.html\"", "\"name\": \"report.xx.html\"", StringComparison.Ordinal)); break;
            case "other predicate": Payload(p => p.Replace("statement-v1.md", "statement-v2.md", StringComparison.Ordinal)); break;
            case "signature of nothing": Envelope(e => e["signatures"]![0]!["sig"] = "AAAA"); break;
            case "key id changed": Envelope(e => e["signatures"]![0]!["keyid"] = new string('0', 64)); break;
            case "signature gone": File.Delete(product.Signature); break;
            case "signature twice": Envelope(e => e["signatures"]!.AsArray().Add(e["signatures"]![0]!.DeepClone())); break;
            case "other payload type": Envelope(e => e["payloadType"] = "text/plain"); break;
            case "damaged base64": Envelope(e => e["payload"] = "%%%%"); break;
            case "base64 that decoders forgive": Envelope(e => e["payload"] = (string)e["payload"]! + "\n"); break;
            case "key twice in envelope": Replace(product.Signature, "{\"payloadType\"", "{\"payloadType\":\"text/plain\",\"payloadType\""); break;
            case "deep envelope": File.WriteAllText(product.Signature, new string('[', 100_000)); break;
            case "deep report": File.WriteAllText(File_("report.json"), Deep(File.ReadAllText(File_("report.json")))); break;
            case "deep fragment": File.WriteAllText(Fragment("Zorgdagboek.Core"), Deep(File.ReadAllText(Fragment("Zorgdagboek.Core")))); break;
            case "report is no JSON": File.WriteAllText(File_("report.json"), "{"); break;
            case "report without projects":
                var report = JsonNode.Parse(File.ReadAllText(File_("report.json")))!;
                report["projects"] = null;
                File.WriteAllText(File_("report.json"), report.ToJsonString());
                break;
            case "fragment of nulls":
                var fragment = JsonNode.Parse(File.ReadAllText(Fragment("Zorgdagboek.Core")))!;
                (fragment["rules"], fragment["project"]!["path"]) = (new JsonArray(null, null), null);
                File.WriteAllText(Fragment("Zorgdagboek.Core"), fragment.ToJsonString());
                break;
            case "key twice in fragment": Replace(Fragment("Zorgdagboek.Core"), "{\n  \"formatVersion\": 1,", "{\n  \"formatVersion\": 1,\n  \"formatVersion\": 1,"); break;
            case "key added to fragment": Replace(Fragment("Zorgdagboek.Core"), "{\n  \"formatVersion\": 1,", "{\n  \"formatVersion\": 1,\n  \"more\": 1,"); break;
            default: throw new ArgumentException(tampering);
        }
    }
}

public class PackTests
{
    [Fact]
    public void Packing_twice_gives_equal_bytes()
    {
        using var product = new SignedProduct();
        var first = File.ReadAllBytes(product.Pack());
        foreach (var file in Directory.EnumerateFiles(product.Report, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-3));
        Assert.Equal(first, File.ReadAllBytes(product.Pack()));
    }

    [Fact]
    public void A_pack_holds_label_report_inputs_signature_and_evidence()
    {
        using var product = new SignedProduct();
        using var zip = ZipFile.OpenRead(product.Pack());
        var names = zip.Entries.Select(e => e.FullName).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(zip.Entries, e => Assert.Equal((new DateTime(1980, 1, 1), 0x81A4), (e.LastWriteTime.DateTime, e.ExternalAttributes >>> 16)));

        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        Assert.Empty(new MiniSchema(SchemaTests.Schema("manifest")).Check(manifest.RootElement));
        var parts = manifest.RootElement.GetProperty("entries").EnumerateArray().ToLookup(e => e.GetProperty("part").GetString(), e => e.GetProperty("name").GetString());
        Assert.Equal(["kwaliteitskader/summary.md"], parts["label"]);
        Assert.Contains("kwaliteitskader/report.nl.html", parts["report"]);
        Assert.Equal(3, parts["inputs"].Count());
        Assert.Equal(["kwaliteitskader/report.intoto.jsonl"], parts["signature"]);
        Assert.Equal(["evidence/kwaliteitskader.json"], parts["declaration"]);
        Assert.Equal(["evidence/evidence/test.pdf"], parts["evidence"]);
        Assert.Equal(names.Where(n => n != "manifest.json"), parts.SelectMany(p => p).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Evidence_that_is_another_than_that_of_the_report_is_not_packed()
    {
        using var product = new SignedProduct();
        File.AppendAllText(product.Evidence, "!");
        Assert.Null(Packer.Pack(product.Report, product.At("a.zip"), product.Declaration, Packer.FirstDay).Manifest);
        Assert.False(File.Exists(product.At("a.zip")));
    }

    [Fact]
    public void Evidence_outside_the_folder_of_the_declaration_is_not_packed()
    {
        using var product = new SignedProduct();
        var outside = product.At("../geheim-" + Guid.NewGuid().ToString("N"));
        File.WriteAllText(outside, "evidence");
        try
        {
            var report = Report.Read(Path.Combine(product.Report, ReportFolder.Json));
            foreach (var name in new[] { "../" + Path.GetFileName(outside), Path.GetFullPath(outside), "evidence/link.pdf" })
            {
                File.Delete(product.At("evidence/link.pdf"));
                File.CreateSymbolicLink(product.At("evidence/link.pdf"), Path.GetFullPath(outside));
                (report with { Evidence = [.. report.Evidence.Select(e => e with { Evidence = e.Evidence with { File = e.Evidence.File is null ? null : name } })] }).WriteJson(Path.Combine(product.Report, ReportFolder.Json));
                var result = Packer.Pack(product.Report, product.At("a.zip"), product.Declaration, Packer.FirstDay);
                Assert.Null(result.Manifest);
                Assert.Contains(result.Checks, c => c.Text == Texts.Format("verify.evidence-outside", ProblemException.Shown(name)));
            }
        }
        finally
        {
            File.Delete(outside);
        }
    }

    [Fact]
    public void A_pack_does_not_hold_itself()
    {
        using var product = new SignedProduct();
        Assert.Throws<ProblemException>(() => Packer.Pack(product.Report, Path.Combine(product.Report, "dossier.zip"), null, Packer.FirstDay));
    }

    [Fact]
    public void An_unsigned_report_can_be_packed_and_that_is_said()
    {
        using var product = new SignedProduct(signed: false);
        Assert.Equal(CheckResult.Note, Assert.Single(Packer.Pack(product.Report, product.At("a.zip"), null, Packer.FirstDay).Checks).Result);
    }
}
