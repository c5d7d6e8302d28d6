using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KkAnalyzers.Reporting.Signing;
using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

/// <summary>
/// Each file that somebody else may have made, spoiled in each way that has broken a reader of JSON or XML before: a sentence that names
/// the file, and the line where there is one, exit code 2 or 4, and nothing written.
/// </summary>
public sealed partial class HostileInputTests : IDisposable
{
    private static readonly string[] Kinds = ["report", "fragment", "declaration", "baseline", "policy", "signature", "statement", "manifest"];

    private static readonly string[] Unreadable =
        ["half of it", "no JSON", "nothing", "null", "a list", "deep", "a key twice", "not a number", "a huge number", "half a character in a key", "half a character in a value", "twice over"];

    private readonly Product _product = new();

    public void Dispose() => _product.Dispose();

    public static TheoryData<string, string> Matrix()
    {
        var all = new TheoryData<string, string>();
        foreach (var kind in Kinds)
        {
            // A signature file holds no numbers.
            foreach (var fault in Unreadable.Where(f => kind != "signature" || f != "a huge number"))
                all.Add(kind, fault);
            if (kind is not ("report" or "fragment"))
                all.Add(kind, "too large");
        }

        return all;
    }

    [Theory, MemberData(nameof(Matrix))]
    public void It_is_named_and_refused(string kind, string fault)
    {
        var (run, name) = Read(kind, text => Encoding.UTF8.GetBytes(Spoil(text, fault)));
        Assert.True(run.Code is ExitCodes.Usage or ExitCodes.Verification, $"{run.Code}\n{run.Out}{run.Error}");
        Assert.Contains(name, run.Out + run.Error, StringComparison.Ordinal);
        run.Says();
        if (fault != "too large" && kind is not ("signature" or "statement" or "manifest"))
            Assert.Matches(Regex.Escape(name) + @"(\(\d+,\d+\))?: (error|warning) KK9002: ", run.Error);
        if (fault is "half of it" or "no JSON" or "deep" or "a key twice" or "not a number" && kind is not ("signature" or "statement" or "manifest"))
            Assert.Matches(Regex.Escape(name) + @"\(\d+,\d+\): ", run.Error);
        Assert.False(Directory.Exists(_product["uit"]));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("fragment")]
    [InlineData("declaration")]
    [InlineData("baseline")]
    [InlineData("policy")]
    public void A_byte_order_mark_is_no_fault(string kind)
    {
        var (run, _) = Read(kind, text => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);
        run.Ends(ExitCodes.Success);
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("statement")]
    [InlineData("manifest")]
    public void What_was_signed_or_counted_has_no_mark(string kind) =>
        Assert.Equal(ExitCodes.Verification, Read(kind, text => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]).Run.Code);

    [Theory]
    [InlineData("report")]
    [InlineData("fragment")]
    [InlineData("declaration")]
    [InlineData("baseline")]
    [InlineData("policy")]
    [InlineData("signature")]
    [InlineData("statement")]
    [InlineData("manifest")]
    public void And_as_it_was_it_is_accepted(string kind) => Read(kind, Encoding.UTF8.GetBytes).Run.Ends(ExitCodes.Success);

    /// <summary>A key that is deep inside, and one that differs in case only: the serializer takes both for one.</summary>
    [Theory]
    [InlineData("\"openFindings\":", "\"openFindings\": 0, \"openFindings\":")]
    [InlineData("\"openFindings\":", "\"OPENFINDINGS\": 0, \"openFindings\":")]
    [InlineData("\"openFindings\":", "\"open\\u0046indings\": 0, \"openFindings\":")]
    public void A_second_key_of_the_same_name_is_found_wherever_it_is(string key, string twice)
    {
        var (run, name) = Read("report", text => Encoding.UTF8.GetBytes(text.Replace(key, twice, StringComparison.Ordinal)));
        run.Ends(ExitCodes.Usage).Says("second time", "openFindings");
        Assert.Matches(Regex.Escape(name) + @"\(\d+,\d+\): error KK9002", run.Error);
    }

    [Theory]
    [InlineData("""<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]><Solution><Project Path="&x;/A.csproj" /></Solution>""")]
    [InlineData("""<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><Solution><Project Path="&c;.csproj" /></Solution>""")]
    [InlineData("""<!DOCTYPE s SYSTEM "http://evil.example/s.dtd"><Solution />""")]
    [InlineData("<Solution><Project Path=\"&undefined;\" /></Solution>")]
    [InlineData("<Solution><Project Path=\"a\u0001.csproj\" /></Solution>")]
    public void A_solution_that_asks_for_more_than_it_holds_is_refused_with_its_line(string xml)
    {
        Fragment();
        var solution = _product.Write("Alles.slnx", xml);
        var run = Run("merge", _product["src"], "-o", _product["uit"], "--solution", solution).Ends(ExitCodes.Usage).Says();
        Assert.Matches(Regex.Escape(solution) + @"\(1,\d+\): error KK9002", run.Error);
        Assert.False(Directory.Exists(_product["uit"]));
    }

    [Fact]
    public void Projects_of_a_solution_outside_its_folder_are_shown_without_what_is_above()
    {
        Fragment();
        var solution = _product.Write("Alles.slnx", """<Solution><Project Path="../../../../etc/Evil&#x202E;&lt;script&gt;.csproj" /></Solution>""");
        var run = Run("merge", _product["src"], "-o", _product["uit"], "--solution", solution, "--root", _product.Path).Ends(ExitCodes.Incomplete);
        Assert.DoesNotContain('\u202E', run.Error + run.Out);
        Assert.DoesNotContain(_product.Path + "/../", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>.csproj", File.ReadAllText(_product["uit/report.nl.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zorg.csproj", """<!DOCTYPE p [<!ENTITY x SYSTEM "secret.txt">]><Project><PropertyGroup><Product>&x;</Product></PropertyGroup></Project>""")]
    [InlineData("Directory.Build.props", """<!DOCTYPE p [<!ENTITY a "geheim"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Project><PropertyGroup><Product>&b;</Product></PropertyGroup></Project>""")]
    [InlineData("Directory.Packages.props", "<Project>\n<ItemGroup>\n<PackageReference Include=\"&geheim;\" />")]
    [InlineData("Directory.Build.targets", "<Project>\n\n<\u0001")]
    public void A_project_file_that_is_no_plain_XML_is_named_with_its_line_and_left_out(string name, string xml)
    {
        _product.Write("secret.txt", "geheim");
        _product.Write(name, xml);
        var run = Run("init", "--directory", _product.Path).Ends(ExitCodes.Success).Says();
        Assert.Matches(Regex.Escape(name) + @"\(\d+,\d+\): warning KK9002", run.Error);
        Assert.DoesNotContain("geheim", File.ReadAllText(_product["kwaliteitskader.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../buiten.md")]
    [InlineData("evidence/../../buiten.md")]
    [InlineData("/etc/hostname")]
    [InlineData("C:\\\\Windows\\\\win.ini")]
    [InlineData("..\\\\buiten.md")]
    [InlineData("file:///etc/hostname")]
    [InlineData("evidence/a\\u0000.md")]
    public void Evidence_outside_the_folder_is_not_read(string path)
    {
        var outside = _product.Write("buiten.md", "geheim");
        var declaration = _product.Write("in/kwaliteitskader.json", $$"""
            { "criteria": { "O1.02": { "evidence": [
              { "title": "Handboek", "file": "{{path}}" }
            ] } } }
            """);
        var run = Run("evidence", "check", declaration);
        Assert.True(run.Code is ExitCodes.Usage or ExitCodes.Incomplete, run.Out + run.Error);
        run.Says($"{declaration}(2,", "KK900");
        Assert.DoesNotContain(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(outside))), run.Out, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name of a fragment's project is part of the name of the copy that a report folder keeps.</summary>
    [Theory]
    [InlineData("../../../buiten")]
    [InlineData("/tmp/kk-buiten")]
    [InlineData("a\u0000b")]
    [InlineData("..\\..\\buiten")]
    [InlineData("CON")]
    [InlineData("naam\u202E\u001B[2J<script>")]
    public void A_fragment_of_another_machine_writes_nothing_outside_the_report(string name)
    {
        var path = Fragment(f => f with { Project = f.Project with { Name = name, Path = name + "/x.csproj", Output = name + ".dll" } });
        var before = Directory.GetFileSystemEntries(_product.Path, "*", SearchOption.AllDirectories);
        var run = Run("merge", path, "-o", _product["uit/kwaliteitskader"]);
        Assert.True(run.Code is ExitCodes.Success or ExitCodes.Incomplete, run.Out + run.Error);
        Assert.All(
            Directory.GetFileSystemEntries(_product.Path, "*", SearchOption.AllDirectories).Except(before),
            f => Assert.StartsWith(_product["uit"], f, StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(_product["uit/kwaliteitskader/inputs/fragments"]));
        Assert.DoesNotMatch("[\u0000\u001B\u202E]", run.Out + run.Error);
        Assert.Equal(ExitCodes.Success, Run("verify", _product["uit/kwaliteitskader"], "--allow-unsigned").Code);
    }

    private static Kk Run(params string[] args) => Kk.RunOn(t => t with { HidesCrashes = false }, args);

    private string Fragment(Func<Fragment, Fragment>? change = null) => _product.Fragment("Zorgdagboek.App", change: change);

    /// <summary>Writes a file of this kind and gives it to the command that reads it.</summary>
    private (Kk Run, string Name) Read(string kind, Func<string, byte[]> spoil)
    {
        string Spoiled(string name, string text)
        {
            var path = _product.Write(name, "");
            File.WriteAllBytes(path, spoil(text));
            return path;
        }

        string[] Merge(params string[] more) => ["merge", Fragment(), "-o", _product["uit"], .. more];
        switch (kind)
        {
            case "report":
                var report = Spoiled("anders/report.json", Report());
                return (Run("gate", report), report);
            case "fragment":
                var fragment = Spoiled("anders/kk.fragment.json", File.ReadAllText(Fragment()));
                return (Kept(Run("merge", fragment, "-o", _product["uit"])), fragment);
            case "declaration":
                var declaration = Spoiled("kwaliteitskader.json", """{ "product": { "name": "Zorgdagboek" }, "intendedUse": { "minimumAge": 16 } }""");
                return (Run("evidence", "check", declaration), declaration);
            case "baseline":
                var baseline = Spoiled("kk.baseline.json", """{ "$schema": "baseline.schema.json", "formatVersion": 1, "entries": [] }""");
                return (Kept(Run(Merge("--baseline", baseline))), baseline);
            case "policy":
                var good = _product.Write("goed/report.json", Report());
                var policy = Spoiled("kk.policy.json", """{ "$schema": "policy.schema.json", "newOnly": true, "maximum": { "findings": 3 } }""");
                return (Run("gate", good, "--policy", policy), policy);
            case "signature" or "statement":
                using (var product = new SignedProduct())
                {
                    var bytes = File.ReadAllBytes(product.Signature);
                    if (kind == "signature")
                    {
                        bytes = spoil(Encoding.UTF8.GetString(bytes));
                    }
                    else
                    {
                        // Signed as it is: who holds a key can sign anything.
                        var payload = spoil(Encoding.UTF8.GetString(DsseEnvelope.Read(bytes, "").Payload));
                        bytes = new DsseEnvelope(payload, SignedProduct.Key.KeyId, SignedProduct.Key.Sign(DsseEnvelope.Pae(DsseEnvelope.PayloadType, payload))).ToBytes();
                    }

                    File.WriteAllBytes(product.Signature, bytes);
                    return (Run("verify", product.Report, "--key", _product.Write("vendor.pem", SignedProduct.Key.PublicPem())), Dossier.Signature);
                }

            default:
                using (var product = new SignedProduct())
                {
                    var pack = product.Pack();
                    using (var zip = ZipFile.Open(pack, ZipArchiveMode.Update))
                    {
                        var entry = zip.GetEntry(Dossier.Manifest)!;
                        string text;
                        using (var reader = new StreamReader(entry.Open()))
                            text = reader.ReadToEnd();
                        entry.Delete();
                        using var stream = zip.CreateEntry(Dossier.Manifest).Open();
                        stream.Write(spoil(text));
                    }

                    return (Run("verify", pack, "--key", _product.Write("vendor.pem", SignedProduct.Key.PublicPem())), Dossier.Manifest);
                }
        }
    }

    /// <summary>A merge that succeeded leaves its folder; the test looks for one that should not be there.</summary>
    private Kk Kept(Kk run)
    {
        if (run.Code == ExitCodes.Success)
            Directory.Delete(_product["uit"], recursive: true);
        return run;
    }

    private string Report()
    {
        var made = _product["gemaakt"];
        Run("merge", Fragment(), "-o", made).Ends(ExitCodes.Success);
        return File.ReadAllText(Path.Combine(made, "report.json"));
    }

    private static string Spoil(string text, string fault)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal) + 1;
        string Insert(string members) => text[..open] + members + text[open..];
        switch (fault)
        {
            case "half of it": return text[..(text.Length / 2)];
            case "no JSON": return "oeps";
            case "nothing": return "";
            case "null": return "null";
            case "a list": return "[]";
            case "deep": return Insert("\"x\": " + new string('[', 100_000) + new string(']', 100_000) + ",");
            case "a key twice":
                using (var document = JsonDocument.Parse(text))
                {
                    var first = document.RootElement.EnumerateObject().First();
                    return Insert($"\"{first.Name}\": {first.Value.GetRawText()},");
                }

            case "not a number": return Insert("\"x\": NaN,");
            case "a huge number":
                var huge = Number().Replace(text, "$1 1e999", 1);
                return huge == text ? Insert("\"x\": 1e999999999999999999999,").Replace("\"x\"", "\"formatVersion\"", StringComparison.Ordinal) : huge;
            case "half a character in a key": return Insert("\"\\ud800\": 1,");
            case "half a character in a value": return Value().Replace(text, "$1\\udc00", 1);
            case "twice over": return text + text;
            case "too large": return text + new string(' ', 17 << 20);
            default: throw new ArgumentException(fault);
        }
    }

    [GeneratedRegex(@"(:)\s*\d+(?=[\s,}])")]
    private static partial Regex Number();

    [GeneratedRegex("(: ?\")(?=[A-Za-z])")]
    private static partial Regex Value();
}
