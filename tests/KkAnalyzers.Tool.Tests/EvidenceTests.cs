using System.Security.Cryptography;
using System.Text;
using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

/// <summary>Where the evidence stands on 1 July 2026.</summary>
public sealed class EvidenceTests : IDisposable
{
    private static readonly string Digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("rapport"))).ToLowerInvariant();

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Kk Check(string evidence, string language = "en")
    {
        _folder.File("evidence/pentest.md", "rapport");
        _folder.File("kwaliteitskader.json", "{ \"criteria\": { \"T4.11\": { \"evidence\": [ " + evidence + " ] } } }");
        return Kk.RunIn(language, "evidence", "check", _folder.Path);
    }

    private static string Item(string members, string title = "Penetratietest") => $"{{ \"title\": \"{title}\", {members} }}";

    [Fact]
    public void In_order()
    {
        var run = Check(Item($"\"file\": \"evidence/pentest.md\", \"sha256\": \"{Digest}\", \"owner\": \"CISO\", \"validUntil\": \"2028-03-01\"") + "," + Item("\"link\": \"https://zorgapp.example/audit\"", "Audit"));
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        Assert.Equal(
            $"""
            T4.11  Audit
                   link; content not judged; no owner; no last day
                   https://zorgapp.example/audit
            T4.11  Penetratietest
                   file present, SHA-256 as declared; owner: CISO; valid until 2028-03-01, days left: 609
                   evidence/pentest.md
                   SHA-256 {Digest}
            Evidence: 2; in order: 2; ends within 90 days: 0; does not count: 0

            """.ReplaceLineEndings(),
            run.Out.ReplaceLineEndings());
    }

    [Theory]
    [InlineData("\"file\": \"evidence/absent.md\"", "file missing")]
    [InlineData("\"file\": \"evidence/pentest.md\", \"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\"", "another file than declared")]
    [InlineData("\"link\": \"https://zorgapp.example\", \"validUntil\": \"2026-06-30\"", "days past: 1")]
    [InlineData("\"file\": \"../outside.md\"", "not in the folder")]
    [InlineData("\"link\": \"ftp://zorgapp.example\"", "no http or https address")]
    public void Not_in_order_is_incomplete(string members, string text)
    {
        var run = Check(Item(members));
        Assert.Equal(ExitCodes.Incomplete, run.Code);
        Assert.Contains(text, run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_digest_is_suggested()
    {
        var run = Check(Item("\"file\": \"evidence/pentest.md\""));
        Assert.Equal(ExitCodes.Incomplete, run.Code);
        Assert.Contains($"add: \"sha256\": \"{Digest}\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_day_counts()
    {
        var run = Check(Item("\"link\": \"https://zorgapp.example\", \"validUntil\": \"2026-07-01\""));
        Assert.Equal(ExitCodes.Success, run.Code);
        Assert.Contains("days left: 0", run.Out, StringComparison.Ordinal);
        Assert.Contains("ends within 90 days: 1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void No_evidence_is_in_order() => Assert.Equal((ExitCodes.Success, "No evidence was declared."), (Check("").Code, Check("").Out.Trim()));

    [Fact]
    public void What_cannot_be_read_to_its_end_is_an_error_of_use()
    {
        _folder.File("kwaliteitskader.json", "{ \"criteria\": ");
        var run = Kk.Run("evidence", "check", Path.Combine(_folder.Path, "kwaliteitskader.json"));
        Assert.Equal((ExitCodes.Usage, ""), (run.Code, run.Out));
        Assert.Contains("kwaliteitskader.json(1,", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_declaration_upwards_is_found()
    {
        Check("");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "src", "App"));
        Assert.Equal(ExitCodes.Success, Kk.Run("evidence", "check", Path.Combine(_folder.Path, "src", "App")).Code);
        Assert.Equal(ExitCodes.Usage, Kk.Run("evidence", "check", Path.Combine(_folder.Path, "absent.json")).Code);
    }

    [Theory]
    [InlineData("nl", "Bewijsstukken: 1")]
    [InlineData("fr", "Preuves : 1")]
    public void It_speaks_the_language_of_its_user(string language, string text) => Assert.Contains(text, Check(Item("\"link\": \"https://zorgapp.example\""), language).Out, StringComparison.Ordinal);

    [Fact]
    public void Hostile_text_is_made_visible()
    {
        var run = Check(Item("\"link\": \"https://zorgapp.example\", \"owner\": \"a\\nT9.99  vals\\u202Egnp\"", "Pen\\u202Etest"));
        Assert.Contains("Pen\\u202Etest", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', run.Out);
        Assert.DoesNotContain(run.Out.Split('\n'), l => l.StartsWith("T9.99", StringComparison.Ordinal));
    }
}
