using System.Security.Cryptography;
using System.Text;

namespace KkAnalyzers.Reporting.Tests;

public class DeclarationTests
{
    private static readonly string Digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("evidence"))).ToLowerInvariant();

    private static FragmentResult Read(string declaration, Action<Folder>? prepare = null) =>
        Build.Fragment(new Sarif(), declaration: declaration, prepare: f =>
        {
            f.File("evidence/test.pdf", "evidence");
            prepare?.Invoke(f);
        });

    private static (int Line, int Column)[] Places(FragmentResult result, string code = "KK9002") =>
        [.. result.Messages.Where(m => m.Code == code).Select(m => (m.Line, m.Column))];

    private static string Evidence(string members) => $$"""{ "criteria": { "O1.02": { "evidence": [ { {{members}} } ] } } }""";

    private static EvidenceRow Row(string members) => Build.Report(Read(Evidence(members))).Evidence.Single();

    [Fact]
    public void Everything_is_read_with_comments_and_trailing_commas()
    {
        var result = Read(Samples.Declaration(Digest));
        Assert.Empty(result.Messages);
        var report = Build.Report(result);
        Assert.Equal(("Zorgdagboek", "4.2.0", "Voorbeeldzorg bv"), (report.Product!.Name, report.Product.Version, report.Product.Provider!.Name));
        Assert.Equal(16, report.IntendedUse!.MinimumAge);
        Assert.Equal("active", report.Context.Single(c => c.Key == "interactivity").Declared);
        Assert.Equal("yes", report.Context.Single(c => c.Key == "personalData").Declared);
        Assert.Equal(("An Peeters", "provider", "2026-05-12"), (report.Statement!.Name, report.Statement.Role, report.Statement.Date));
        Assert.Equal(new OutOfScopeData("het oude webportaal", "stopt op 31 december"), Assert.Single(report.OutOfScope));
        Assert.Equal(("samenvatting", "limited"), (report.AiSystems.Single().Name, report.AiSystems.Single().Risk));
        Assert.Equal(("Voorbeeld Hosting nv", "processor"), (report.DeclaredThirdParties.Single().Name, report.DeclaredThirdParties.Single().Role));
        var exception = Assert.Single(result.Fragment.Declaration!.Exceptions);
        Assert.Equal(("KK4317", "src/**/Oud*.cs", (int?)12, "CISO", "2027-03-31"), (exception.Rule, exception.File, exception.Place, exception.Owner, exception.Until));
        Assert.Equal("minimal", report.Criterion("O1.02").Level);
    }

    [Fact]
    public void No_declaration_is_a_gap_not_a_problem()
    {
        var result = Build.Fragment(new Sarif());
        Assert.Empty(result.Messages);
        Assert.Null(Build.Report(result).Product);
    }

    [Theory] // text with ^ before the place that the message must name
    [InlineData("{\n  ^\"naam\": 1\n}")]
    [InlineData("{\n  \"product\": { ^\"nmae\": \"x\" }\n}")]
    [InlineData("{\n  \"product\": { \"name\": ^7 }\n}")]
    [InlineData("{ \"product\": ^[] }")]
    [InlineData("{ \"product\": ^null }")]
    [InlineData("{ \"product\": { \"name\": \"é\", \"lastUpdate\": ^\"31/12/2026\" } }")]
    [InlineData("{ \"product\": { \"lastUpdate\": ^\"2026-02-30\" } }")]
    [InlineData("{ \"product\": { \"languages\": ^\"nl\" } }")]
    [InlineData("{ \"product\": { \"name\": \"a\", ^\"name\": \"b\" } }")]
    [InlineData("{ \"product\": { \"provider\": { \"site\": ^\"javascript:alert(1)\" } } }")]
    [InlineData("{ \"context\": { \"risk\": ^\"medium\" } }")]
    [InlineData("{ \"context\": { \"risk\": ^3 } }")]
    [InlineData("{ \"context\": { \"ai\": ^\"yes\" } }")]
    [InlineData("{ \"context\": { \"vulnerableUsers\": [\"children\", ^\"elderly\"] } }")]
    [InlineData("{ \"intendedUse\": { \"minimumAge\": ^-1 } }")]
    [InlineData("{ \"intendedUse\": { \"minimumAge\": ^1.5 } }")]
    [InlineData("{ \"criteria\": { ^\"T9.99\": {} } }")]
    [InlineData("{ \"criteria\": { ^\"T4.09\": {} } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"notApplicable\": ^{} } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"notApplicable\": ^{ \"reason\": \"  \" } } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ ^{ \"link\": \"https://example.org\" } ] } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ ^{ \"title\": \"x\" } ] } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ { \"title\": \"x\", \"file\": ^\"../secret.txt\" } ] } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ { \"title\": \"x\", \"file\": ^\"evidence/../../a\" } ] } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ { \"title\": \"x\", \"file\": ^\"/etc/passwd\" } ] } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ { \"title\": \"x\", \"file\": ^\"C:\\\\a\" } ] } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ ^{ \"title\": \"x\", \"file\": \"evidence/test.pdf\" } ] } } }")]
    [InlineData("{ \"product\": { \"name\": ^\"Zorg\\u0000dagboek\" } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ ^{ \"title\": ^\"a\\u001b[2J\", \"link\": \"https://example.org\" } ] } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ ^{ \"title\": \"x\", \"link\": ^\"file:///etc/passwd\" }, { \"title\": \"y\", \"link\": \"https://example.org\" } ] } } }")]
    [InlineData("{ \"criteria\": { \"O1.02\": { \"evidence\": [ { \"title\": \"x\", \"file\": ^\"evidence\\\\..\\\\..\\\\a\" } ] } } }")]
    [InlineData("{ \"statement\": { \"role\": ^\"vendor\" } }")]
    [InlineData("{ \"statement\": { \"name\": \"a\", ^\"name\": \"b\" } }")]
    [InlineData("{ \"profile\": ^\"everything\" }")]
    [InlineData("{ \"outOfScope\": [ ^{ \"part\": \"portaal\" } ] }")]
    [InlineData("{ \"outOfScope\": [ ^\"portaal\" ] }")]
    [InlineData("{ \"aiSystems\": [ ^{ \"purpose\": \"x\" } ] }")]
    [InlineData("{ \"aiSystems\": [ { \"name\": \"x\", \"risk\": ^\"unacceptable\" } ] }")]
    [InlineData("{ \"thirdParties\": [ ^{ \"role\": \"processor\" } ] }")]
    [InlineData("{ \"thirdParties\": [ { \"name\": \"x\", \"data\": [\"a\", ^1] } ] }")]
    [InlineData("{ \"exceptions\": ^{} }")]
    [InlineData("{ \"product\": { \"name\": \"a\" }, ^}, 3")]
    [InlineData("^")]
    public void A_problem_names_line_and_column(string marked)
    {
        var at = marked.IndexOf('^', StringComparison.Ordinal);
        // Two places: the value, and what it was needed for.
        if (marked.IndexOf('^', at + 1) is > 0 and var second)
        {
            var both = Places(Read(marked.Replace("^", "", StringComparison.Ordinal)));
            Assert.Equal([(1, second), (1, at + 1)], both);
            return;
        }

        var before = marked[..at];
        var result = Read(marked.Remove(at, 1));
        // After an error of syntax the parser's own idea of the place counts; the line is what a reader needs.
        var expected = (before.Count(c => c == '\n') + 1, at - before.LastIndexOf('\n'));
        if (marked.EndsWith('3'))
            Assert.Equal(expected.Item1, Assert.Single(Places(result)).Line);
        else
            Assert.Equal([expected], Places(result));
        Assert.All(result.Messages, m => Assert.EndsWith("kwaliteitskader.json", m.File, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_readable_still_counts()
    {
        var result = Read("{ \"product\": { \"name\": \"Dagboek\", \"version\": 4 }, \"what\": 1, \"context\": { \"risk\": \"high\" }, \"criteria\": { \"O1.02\": ");
        Assert.Equal(3, Places(result).Length);
        var report = Build.Report(result);
        Assert.Equal(("Dagboek", "high"), (report.Product!.Name, report.Context.Single(c => c.Key == "risk").Declared));
        Assert.Equal(3, report.Problems.Count(p => p.File == "kwaliteitskader.json"));
    }

    [Fact]
    public void First_of_two_equal_keys_counts() =>
        Assert.Equal("a", Build.Report(Read("{ \"product\": { \"name\": \"a\", \"name\": \"b\" } }")).Product!.Name);

    [Theory] // ^ before the place that the message must name; an exception that is not whole never silences anything
    [InlineData("^{ \"rule\": \"KK4301\", \"reason\": \"r\", \"owner\": \"o\" }")]
    [InlineData("^{ \"rule\": \"KK4301\", \"reason\": \" \", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("^{ \"rule\": \"KK4301\", \"reason\": \"r\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": \"KK4301\", \"reason\": \"r\", \"owner\": \"o\", \"until\": ^\"next year\" }")]
    [InlineData("{ \"rule\": ^\"KK9003\", \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": ^\"CS0168\", \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": \"KK4301\", \"file\": ^\"../a.cs\", \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": \"KK4301\", \"file\": ^\"src\\\\..\\\\a.cs\", \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": \"KK4301\", \"file\": ^\"/a.cs\", \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": \"KK4301\", \"file\": ^\"C:/a.cs\", \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": \"KK4301\", \"file\": ^\"\", \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": \"KK4301\", \"file\": \"a.cs\", \"line\": ^0, \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("^{ \"rule\": \"KK4301\", \"line\": 3, \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": \"KK4301\", \"reason\": \"r\", ^\"expires\": \"2027-01-01\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("{ \"rule\": \"KK4301\", \"reason\": ^\"r\\u0007\", \"owner\": \"o\", \"until\": \"2027-01-01\" }")]
    [InlineData("^\"KK4301\"")]
    public void An_exception_that_is_not_whole_has_no_effect(string marked)
    {
        var text = "{ \"exceptions\": [ " + marked + " ] }";
        var at = text.IndexOf('^', StringComparison.Ordinal);
        var result = Read(text.Remove(at, 1));
        Assert.Equal([(1, at + 1)], Places(result));
        Assert.Empty(result.Fragment.Declaration!.Exceptions);
    }

    [Theory]
    [InlineData("KK4301")]
    [InlineData("CA5351")]
    public void An_exception_names_a_rule_of_ours_or_a_mapped_one(string rule)
    {
        var result = Read($"{{ \"exceptions\": [ {{ \"rule\": \"{rule}\", \"reason\": \"r\", \"owner\": \"o\", \"until\": \"2027-01-01\" }} ] }}");
        Assert.Empty(result.Messages);
        Assert.Equal((rule, (string?)null, 1), (result.Fragment.Declaration!.Exceptions[0].Rule, result.Fragment.Declaration.Exceptions[0].File, result.Fragment.Declaration.Exceptions[0].Line));
    }

    [Fact]
    public void A_statement_of_nobody_is_none() => Assert.Null(Build.Report(Read("{ \"statement\": {} }")).Statement);

    [Fact]
    public void Line_ends_and_tabs_are_text() => Assert.Equal("Dorpsstraat 1\n9000\tGent", Build.Report(Read("{ \"product\": { \"provider\": { \"address\": \"Dorpsstraat 1\\n9000\\tGent\" } } }")).Product!.Provider!.Address);

    [Fact]
    public void Too_deep()
    {
        var message = Assert.Single(Read("{\n \"aiSystems\": " + new string('[', 5000)).Messages, m => m.Text.En.Contains("nested deeper", StringComparison.Ordinal));
        Assert.Equal((2, 14 + DeclarationReader.MaxDepth), (message.Line, message.Column));
    }

    [Fact]
    public void Too_big()
    {
        var result = Read("{ \"product\": { \"name\": \"" + new string('x', DeclarationReader.MaxBytes) + "\" } }");
        Assert.Single(Places(result));
        Assert.Null(Build.Report(result).Product);
    }

    [Fact]
    public void Half_a_character_is_a_problem_not_a_crash() => Assert.Single(Places(Read("{ \"product\": { \"name\": \"\\ud800\" } }")));

    [Fact]
    public void Missing_file_is_a_problem() =>
        Assert.Single(Places(Build.Fragment(new Sarif(), f => f with { DeclarationPath = Path.Combine(f.RootDirectory!, "absent.json") })));

    [Fact]
    public void Only_the_head_speaks_about_the_declaration_that_all_share()
    {
        var result = Build.Fragment(new Sarif(), f => f with { IsHead = false }, declaration: "{ \"naam\": 1 }");
        Assert.Empty(result.Messages);
        Assert.Single(Build.Report(result).Problems);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_outside()
    {
        if (OperatingSystem.IsWindows())
            return; // making a link asks for a privilege there

        using var elsewhere = new Folder();
        elsewhere.File("secret.txt", "evidence");
        var result = Read(Evidence($"\"title\": \"x\", \"file\": \"out/secret.txt\", \"sha256\": \"{Digest}\""), f => Directory.CreateSymbolicLink(Path.Combine(f.Path, "out"), elsewhere.Path));
        Assert.Single(Places(result));
        Assert.False(Build.Report(result).Evidence.Single().Valid);
    }

    [Fact]
    public void Links_that_go_round_in_circles_are_outside()
    {
        if (OperatingSystem.IsWindows())
            return;

        var result = Read(Evidence($"\"title\": \"x\", \"file\": \"a/x\", \"sha256\": \"{Digest}\"") , f =>
        {
            Directory.CreateSymbolicLink(Path.Combine(f.Path, "a"), Path.Combine(f.Path, "b"));
            Directory.CreateSymbolicLink(Path.Combine(f.Path, "b"), Path.Combine(f.Path, "a"));
        });
        Assert.Single(Places(result));
        Assert.False(Build.Report(result).Evidence.Single().Valid);
    }

    [Fact]
    public void Evidence_in_order_makes_vendor_evidence()
    {
        var report = Build.Report(Read(Evidence($"\"title\": \"Handbook\", \"file\": \"evidence/test.pdf\", \"sha256\": \"{Digest.ToUpperInvariant()}\", \"validUntil\": \"2026-06-01\"")));
        Assert.Equal(State.VendorEvidence, report.Criterion("O1.02").State);
        Assert.True(report.Evidence.Single() is { Valid: true, Expired: false, Expiring: true });
    }

    [Fact]
    public void Evidence_past_its_day_does_not_count()
    {
        var report = Build.Report(Read(Evidence("\"title\": \"Handbook\", \"link\": \"https://example.org\", \"validUntil\": \"2026-05-31\"")));
        Assert.Equal(State.NotEvaluated, report.Criterion("O1.02").State);
        Assert.True(report.Evidence.Single() is { Valid: false, Expired: true });
        Assert.Equal("KK9004", Assert.Single(report.Messages).Code);
    }

    [Fact]
    public void Evidence_with_an_unreadable_end_does_not_become_endless() =>
        Assert.False(Row("\"title\": \"Handbook\", \"link\": \"https://example.org\", \"validUntil\": \"soon\"").Valid);

    [Theory]
    [InlineData("\"file\": \"evidence/absent.pdf\"", "missing")]
    [InlineData("\"file\": \"evidence/test.pdf\", \"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\"", "digest-differs")]
    public void Evidence_file_that_is_not_there_or_is_another(string members, string status)
    {
        var result = Read(Evidence("\"title\": \"x\", " + members));
        Assert.Single(Places(result, "KK9004"));
        var row = Build.Report(result).Evidence.Single();
        Assert.Equal((status, false), (row.Evidence.Status, row.Valid));
    }

    [Fact]
    public void Not_applicable_with_a_reason()
    {
        Assert.Equal(State.NotApplicable, Build.Report(Read("{ \"criteria\": { \"O1.02\": { \"notApplicable\": { \"reason\": \"no staff\" } } } }")).Criterion("O1.02").State);
        Assert.Equal(State.NotApplicable, Build.Report(Read("{ \"criteria\": { \"T4.09b\": { \"notApplicable\": { \"reason\": \"no storage\" } } } }")).Criterion("T4.09b").State);
    }

    [Fact]
    public void Nobody_declares_a_finding_or_a_rule_that_did_not_run_away()
    {
        const string Declaration = "{ \"criteria\": { \"T4.09b\": { \"notApplicable\": { \"reason\": \"no\" }, \"evidence\": [ { \"title\": \"x\", \"link\": \"https://example.org\" } ] } } }";
        Assert.Equal(State.Finding, Build.Report(Build.Fragment(new Sarif().Finding(), declaration: Declaration)).Criterion("T4.09b").State);
        Assert.Equal(State.NotEvaluated, Build.Report(Build.Fragment(new Sarif().NoRecord(Sarif.Rule), declaration: Declaration)).Criterion("T4.09b").State);
    }

    [Fact]
    public void Evidence_does_not_replace_a_clean_check() =>
        Assert.Equal(State.CheckedClean, Build.Report(Read(Evidence("\"title\": \"x\", \"link\": \"https://example.org\"").Replace("O1.02", "T4.09b", StringComparison.Ordinal))).Criterion("T4.09b").State);
}
