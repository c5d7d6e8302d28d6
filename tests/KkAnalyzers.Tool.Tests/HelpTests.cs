using KkAnalyzers.Catalog;

namespace KkAnalyzers.Tool.Tests;

public class HelpTests
{
    private static readonly string[] Commands = ["merge", "render", "diff", "gate", "explain"];

    [Theory]
    [InlineData("en", "Usage", "Commands", "Exit codes", "language in which")]
    [InlineData("nl", "Gebruik", "Opdrachten", "Eindcodes", "Taal waarin")]
    [InlineData("fr", "Utilisation", "Commandes", "Codes de sortie", "Langue dans laquelle")]
    public void Help_speaks_the_language_of_its_reader(string language, params string[] texts)
    {
        foreach (var run in new[] { Kk.RunIn(language, "--help"), Kk.Run("--language", language, "-h"), Kk.Run("--help", $"--language={language}") })
        {
            run.Ends(ExitCodes.Success);
            foreach (var text in texts.Concat(Commands))
                Assert.Contains(text, run.Out, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(run.Error);
        }
    }

    [Fact]
    public void Every_command_has_help_in_every_language_that_fits_a_screen()
    {
        foreach (var language in Localized.Languages)
        {
            foreach (var command in Commands)
            {
                var help = Kk.RunIn(language, command, "--help").Ends(ExitCodes.Success).Out;
                Assert.Contains($"  kk {command} <", help, StringComparison.Ordinal);
                Assert.All(help.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
                Assert.DoesNotContain("{0}", help, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_version_names_the_rule_set() =>
        Assert.Equal($"kk {ToolInfo.Current.Version} ({ToolInfo.Current.Rules} rules, rule set {ToolInfo.Current.RuleSetSha256[..12]}){Environment.NewLine}", Kk.Run("--version").Ends(ExitCodes.Success).Out);

    [Theory]
    [InlineData("", "Name a command: merge")]
    [InlineData("mrege", "Did you mean merge?")]
    [InlineData("vlieg", "'vlieg' is no command")]
    [InlineData("merge", "<file, folder or pattern>… is missing")]
    [InlineData("merge map", "--output <folder> is missing")]
    [InlineData("merge map -o", "--output <folder> needs one value")]
    [InlineData("merge map -o uit --solutoin a.sln", "Did you mean --solution?")]
    [InlineData("gate", "<report.json> is missing")]
    [InlineData("gate a.json --policy", "--policy <kk.policy.json> needs one value")]
    [InlineData("gate a.json b.json", "'b.json' is no command, argument or option of 'kk gate'")]
    [InlineData("diff a b --format xml", "'xml' is no value of --format <text|md|json>")]
    [InlineData("gate a.json --language de", "'de' is no value of --language <nl|fr|en>")]
    [InlineData("render a.json -o uit --format pdf", "does not exist")]
    public void A_command_line_that_cannot_be_understood_says_why(string line, string why) =>
        Kk.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Ends(ExitCodes.Usage).Says("error KK9002", why);

    [Fact]
    public void Misuse_is_explained_in_the_language_of_its_user()
    {
        Kk.RunIn("nl", "mrege").Ends(ExitCodes.Usage).Says("Bedoelde u merge?", "'kk --help' toont wat mogelijk is.");
        Kk.RunIn("fr", "gate").Ends(ExitCodes.Usage).Says("<report.json> manque.");
    }

    [Fact]
    public void Shells_can_complete_commands_and_ids()
    {
        Assert.Equal("merge", Kk.Run("[suggest:5]", "kk me").Ends(ExitCodes.Success).Out.Trim());
        Assert.Contains("KK4301", Kk.Run("[suggest:14]", "kk explain KK43").Ends(ExitCodes.Success).Out, StringComparison.Ordinal);
    }
}
