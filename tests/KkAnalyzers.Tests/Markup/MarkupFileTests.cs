using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Tests.Markup;

/// <summary>A file between the compiler and the rules.</summary>
public class MarkupFileTests
{
    [Fact]
    public void What_is_no_text_is_skipped_and_counted()
    {
        var inspection = new Inspection("KK3204");
        Assert.Null(MarkupFile.For(new File("a.html", "\u0089PNG\0\0<input checked>"), default, inspection));
        Assert.Equal("1", inspection.ToDiagnostics().First().Properties["notFollowed"]);

        // Another kind of file is none of this rule's business.
        Assert.Null(MarkupFile.For(new File("a.png", "\0"), default, inspection));
        Assert.Equal("1", inspection.ToDiagnostics().First().Properties["notFollowed"]);
        Assert.NotNull(MarkupFile.For(new File("a.html", "<p>" + new string('x', 10_000) + "\0"), default, inspection));
    }

    [Fact]
    public void A_file_is_read_once_for_all_rules()
    {
        var file = new File("a.html", "<p>x");
        Assert.Same(MarkupFile.For(file, default)!.Document, MarkupFile.For(file, default)!.Document);
    }

    /// <summary>Each path has those of all levels around it: without a limit a megabyte of braces would be a terabyte of paths.</summary>
    [Fact]
    public void Settings_deeper_than_NET_reads_have_no_path_of_their_own()
    {
        var json = string.Concat(Enumerable.Repeat("{\"abc\":", 100_000)) + "1";
        var (settings, isWhole) = JsonSettings.Read(json);
        Assert.False(isWhole);
        Assert.InRange(Assert.Single(settings).Path.Length, 1, 300);
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
