using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

/// <summary>What the documentation says about <c>kk</c>, against the tool itself; and that what it points at is there.</summary>
public partial class DocsTests
{
    private const int MostBytesOfAPicture = 150 * 1024;

    private static readonly string Root = typeof(DocsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    private static readonly RootCommand Tool = KkTool.Root(new Terminal(TextWriter.Null, TextWriter.Null, false, false, "en", new DateOnly(2026, 7, 1)));

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Append(Path.Combine(Root, "README.md")).Append(Path.Combine(Root, "CONTRIBUTING.md")).Order(StringComparer.Ordinal);

    public static TheoryData<string, string> Walks => new() { { "nl", "nagaan.md" }, { "fr", "verifier.md" } };

    [Fact]
    public void Every_command_line_is_one_that_the_tool_understands()
    {
        var lines = Pages.Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs", "ci"), "*.yml")).SelectMany(CommandLines).Distinct().ToArray();
        Assert.True(lines.Length > 50, $"found {lines.Length} command lines");
        var wrong = (
            from l in lines
            let parsed = Tool.Parse(Words(l.Line))
            from problem in l.Whole ? [.. Misuse.Unknown(parsed), .. parsed.Errors.Select(e => e.Message)] : Misuse.Unknown(parsed)
            select $"{l.Page}: kk {l.Line}: {problem}").ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_page_of_kk_names_every_command_and_option_and_no_other()
    {
        var sections = Regex.Split(File.ReadAllText(Path.Combine(Root, "docs", "kk.md")), "^## ", RegexOptions.Multiline)
            .Skip(1).ToDictionary(s => s[..s.IndexOf('\n', StringComparison.Ordinal)].Trim());
        Assert.Equal(Tool.Subcommands.Select(c => c.Name).Append("For all commands").Order(StringComparer.Ordinal), sections.Keys.Order(StringComparer.Ordinal));

        foreach (var command in Tool.Subcommands)
        {
            var text = sections[command.Name];
            Assert.All(command.Subcommands, c => Assert.Contains($"kk {command.Name} {c.Name}", text, StringComparison.Ordinal));
            var options = command.Subcommands.Append(command).SelectMany(c => c.Options).ToArray();
            Assert.Empty(options.Select(o => o.Name).Except(OptionName().Matches(text).Select(m => m.Value)));
            Assert.Empty(OptionName().Matches(text).Select(m => m.Value).Except(options.Concat(Tool.Options).SelectMany(o => o.Aliases.Append(o.Name))));
        }

        Assert.All(Tool.Options, o => Assert.Contains(o.Name, sections["For all commands"], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_relative_link_and_picture_leads_somewhere()
    {
        foreach (var page in Pages)
        {
            foreach (Match link in Link().Matches(Fence().Replace(File.ReadAllText(page), "")))
            {
                var target = link.Groups["target"].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains(':', StringComparison.Ordinal))
                    continue;
                Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)), $"{Path.GetRelativePath(Root, page)}: {target}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void A_walk_shows_each_of_its_pictures_once_and_says_in_words_what_is_on_it(string language, string page)
    {
        var pictures = Picture().Matches(Walk(language, page));
        Assert.All(pictures, p => Assert.InRange(p.Groups["alt"].Length, 40, 250));
        var files = Directory.GetFiles(Path.Combine(Root, "docs", language, "images"));
        Assert.Equal(files.Select(f => "images/" + Path.GetFileName(f)).Order(), pictures.Select(p => p.Groups["target"].Value).Order());
        Assert.All(files, f => Assert.InRange(new FileInfo(f).Length, 1, MostBytesOfAPicture));
    }

    [Fact]
    public void The_walks_in_two_languages_take_the_same_steps()
    {
        var walks = Walks.Select(w => Walk((string)w[0], (string)w[1])).ToArray();
        Assert.Equal(Regex.Count(walks[0], "^#+ ", RegexOptions.Multiline), Regex.Count(walks[1], "^#+ ", RegexOptions.Multiline));
        Assert.Equal(Picture().Matches(walks[0]).Select(p => p.Groups["target"].Value), Picture().Matches(walks[1]).Select(p => p.Groups["target"].Value));
        Assert.Equal(Fence().Count(walks[0]), Fence().Count(walks[1]));
    }

    [Fact]
    public void The_policy_to_copy_is_one()
    {
        var file = Path.Combine(Root, "docs", "ci", "kk.policy.json");
        Assert.Empty(GatePolicyReader.Read(file).Problems);
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src", "KkAnalyzers.Reporting", "schema", "policy.schema.json")));
        using var policy = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        Assert.Empty(new MiniSchema(schema.RootElement).Check(policy.RootElement));
    }

    private static string Walk(string language, string page) => File.ReadAllText(Path.Combine(Root, "docs", language, page));

    /// <summary>
    /// What stands after <c>kk</c>: whole command lines in blocks and scripts, and what a sentence names between backticks, which
    /// may leave out arguments.
    /// </summary>
    private static IEnumerable<(string Page, string Line, bool Whole)> CommandLines(string file)
    {
        var page = Path.GetRelativePath(Root, file);
        // What the tool answered is no command.
        foreach (var line in Answer().Replace(File.ReadAllText(file), "").Split('\n'))
        {
            foreach (Match match in Script().Matches(line))
                yield return (page, match.Groups["line"].Value, true);
            foreach (Match match in Named().Matches(line))
                yield return (page, match.Groups["line"].Value, false);
        }
    }

    /// <summary>Words as a shell makes them, up to where another command begins. Of a choice the first; brackets are left out.</summary>
    private static string[] Words(string line) =>
        [.. Word().Matches(line).Select(m => m.Value).TakeWhile(w => w is not ("|" or "||" or "&&" or ">" or ">>" or "#") && !w.StartsWith("//", StringComparison.Ordinal))
            .Select(w => w.Trim('[', ']').TrimEnd(';').Trim('\'', '"')).Select(w => w.Split('|')[0])];

    [GeneratedRegex(@"(?:^(?:    |\s*-\s+(?:run:\s+)?|\s{2,})?|then |; )(?:\.kk/)?kk (?<line>[^;]*)")]
    private static partial Regex Script();

    [GeneratedRegex(@"`kk (?<line>[^`]+)`")]
    private static partial Regex Named();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|\S)+""")]
    private static partial Regex Word();

    [GeneratedRegex(@"--[a-z][a-z-]+")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^!\[(?<alt>[^\]]*)\]\((?<target>[^)]+)\)", RegexOptions.Multiline)]
    private static partial Regex Picture();

    [GeneratedRegex(@"^```text.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
