using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

public sealed class MergeTests : IDisposable
{
    private readonly Product _product = new();

    public void Dispose() => _product.Dispose();

    private string Root => _product.Path;

    private string Out => _product["report"];

    private void ThreeProjects()
    {
        _product.Fragment("Zorgdagboek.App", new Sarif().Finding(file: "src/Zorgdagboek.App/Diary.cs", line: 42));
        _product.Fragment("Zorgdagboek.Core");
        _product.Fragment("Zorgdagboek.Core", framework: "net9.0");
    }

    [Fact]
    public void A_folder_is_searched_and_becomes_the_folder_of_a_report()
    {
        ThreeProjects();
        var run = Kk.Run("merge", Root, "-o", Out).Ends(ExitCodes.Success);
        Assert.Empty(run.Error);
        Assert.Contains("Open findings: 1", run.Out, StringComparison.Ordinal);
        Assert.EndsWith($"KkAnalyzers -> {Path.Combine(Out, "report.en.html")}{Environment.NewLine}", run.Out, StringComparison.Ordinal);

        var report = Report.Read(Path.Combine(Out, "report.json"));
        Assert.Equal(["Zorgdagboek.App (net8.0)", "Zorgdagboek.Core (net8.0)", "Zorgdagboek.Core (net9.0)"], report.Projects.Select(p => p.Label));
        var files = _product.Files("report").Keys;
        Assert.Equal(["report.en.html", "report.fr.html", "report.nl.html"], files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)));
        Assert.Equal(3, files.Count(f => f.StartsWith("inputs/fragments/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Patterns_are_expanded_by_the_tool_and_a_file_counts_once()
    {
        ThreeProjects();
        var pattern = _product.Merge($"{Root}/src/**/kk.fragment.json", _product["src/Zorgdagboek.Core/obj/Release/net8.0/kk.fragment.json"], "-o", Out);
        Assert.Equal(3, pattern.Projects.Count);
        Assert.Equal(2, _product.Merge($"{Root}/src/*.Core/obj/**/kk.fragment.json", "-o", _product["core"]).Projects.Count);
    }

    [Fact]
    public void Order_copies_and_grouping_do_not_matter()
    {
        ThreeProjects();
        string[] all = [.. Directory.EnumerateFiles(Root, "kk.fragment.json", SearchOption.AllDirectories)];
        _product.Merge([.. all, "-o", Out]);
        var expected = _product.Files("report");
        var n = 0;

        // Commutative, and idempotent: every order, each with a fragment that comes twice from two places.
        foreach (var order in Permutations(all))
        {
            var copy = _product.Write($"copies/{++n}.json", File.ReadAllText(order[0]));
            _product.Merge([.. order, copy, "-o", _product[$"order{n}"]]);
            Assert.Equal(expected, _product.Files($"order{n}"));
        }

        // Associative: parts are merged first, and then what their folders keep of their inputs.
        for (var split = 1; split < all.Length; split++)
        {
            _product.Merge([.. all[..split], "-o", _product[$"left{split}"]]);
            _product.Merge([.. all[split..], "-o", _product[$"right{split}"]]);
            _product.Merge(_product[$"right{split}"], _product[$"left{split}"], "-o", _product[$"both{split}"]);
            Assert.Equal(expected, _product.Files($"both{split}"));
        }

        // Again, into itself.
        _product.Merge(Out, "-o", Out);
        Assert.Equal(expected, _product.Files("report"));
    }

    private static IEnumerable<string[]> Permutations(string[] items) =>
        items.Length <= 1 ? [items] : items.SelectMany(i => Permutations([.. items.Where(o => o != i)]).Select(rest => (string[])[i, .. rest]));

    [Fact]
    public void Languages_are_those_that_were_asked_for()
    {
        ThreeProjects();
        var run = Kk.RunIn("nl", "merge", Root, "-o", Out, "--languages", "fr;nl").Ends(ExitCodes.Success);
        Assert.Contains("Open bevindingen: 1", run.Out, StringComparison.Ordinal);
        Assert.Contains("report.nl.html", run.Out, StringComparison.Ordinal);
        Assert.Equal(["report.fr.html", "report.nl.html"], _product.Files("report").Keys.Where(f => f.EndsWith(".html", StringComparison.Ordinal)));
        Kk.Run("merge", Root, "-o", Out, "--languages", "nl;de").Ends(ExitCodes.Usage).Says("'de'", "--languages", "nl, fr, en");
    }

    [Fact]
    public void Days_and_times_are_those_that_were_given()
    {
        _product.Fragment("Zorgdagboek.App", declaration: """{ "criteria": { "O1.02": { "evidence": [{ "title": "Handboek", "link": "https://voorbeeldzorg.example", "validUntil": "2026-07-31" }] } } }""");
        Assert.False(_product.Merge(Root, "-o", Out, "--as-of", "2026-07-31").Evidence.Single().Expired);
        var run = Kk.Run("merge", _product["src"], "-o", Out, "--as-of", "2026-08-01", "--timestamp", "2026-08-01T09:00:00Z").Ends(ExitCodes.Success).Says("KK9004");
        var report = Report.Read(Path.Combine(Out, "report.json"));
        Assert.True(report.Evidence.Single().Expired);
        Assert.Equal("2026-08-01T09:00:00Z", report.Timestamp);

        Kk.Run("merge", Root, "-o", Out, "--as-of", "31/7/2026").Ends(ExitCodes.Usage).Says("31/7/2026", "2027-03-31");
        Kk.Run("merge", Root, "-o", Out, "--timestamp", "yesterday").Ends(ExitCodes.Usage).Says("yesterday");
    }

    [Fact]
    public void Parts_of_two_commits_are_refused_with_who_has_what()
    {
        _product.Fragment("Zorgdagboek.App");
        _product.Fragment("Zorgdagboek.Core", change: f => f with { Project = f.Project with { Commit = "feedface" } });
        var run = Kk.Run("merge", Root, "-o", Out).Ends(ExitCodes.Usage)
            .Says("commit 0123456789abcdef0123456789abcdef01234567: Zorgdagboek.App (net8.0)", "commit feedface: Zorgdagboek.Core (net8.0)", "--allow-mixed");
        Assert.Empty(run.Out);
        Assert.False(Directory.Exists(Out));

        var report = _product.Merge(Root, "-o", Out, "--allow-mixed");
        Assert.Contains(report.Problems, p => p.Text.En.Contains("different commits", StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_of_two_rule_sets_are_refused_with_who_has_what()
    {
        _product.Fragment("Zorgdagboek.App");
        _product.Fragment("Zorgdagboek.Core", change: f => f with { Tool = f.Tool with { Version = "0.0.9", RuleSetSha256 = new string('a', 64) } });
        Kk.Run("merge", Root, "-o", Out).Ends(ExitCodes.Usage).Says("written by KkAnalyzers 0.0.9 (aaaaaaaaaaaa): Zorgdagboek.Core (net8.0)", $"written by KkAnalyzers {ToolInfo.Current.Version}");
        Assert.Contains(_product.Merge(Root, "-o", Out, "--allow-mixed").Problems, p => p.Text.En.Contains("another version", StringComparison.Ordinal));
    }

    [Fact]
    public void What_may_be_forgotten_is_said()
    {
        _product.Fragment("Zorgdagboek.App");
        _product.Fragment("Zorgdagboek.App", folder: "src/Zorgdagboek.App/obj/Debug/net8.0", change: f => f with { Project = f.Project with { Configuration = "Debug" } });
        _product.Fragment("Zorgdagboek.Core", change: f => f with { Project = f.Project with { Commit = null } });
        Kk.Run("merge", Root, "-o", Out).Ends(ExitCodes.Success).Says("warning KK9002: Of these nobody knows of which commit they are: Zorgdagboek.Core (net8.0)", "several different fragments of the same project and framework", "Zorgdagboek.App (net8.0)");
    }

    [Theory]
    [InlineData("Zorgdagboek.slnx", """<Solution><Folder Name="/src/"><Project Path="src/Zorgdagboek.App/Zorgdagboek.App.csproj" /></Folder><Project Path="src/Zorgdagboek.Legacy/Zorgdagboek.Legacy.vbproj" /></Solution>""")]
    [InlineData("Zorgdagboek.sln", """

        Microsoft Visual Studio Solution File, Format Version 12.00
        # Visual Studio Version 17
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Zorgdagboek.App", "src\Zorgdagboek.App\Zorgdagboek.App.csproj", "{11111111-1111-1111-1111-111111111111}"
        EndProject
        Project("{F184B08F-C81C-45F6-A57F-5ABD9991F28F}") = "Zorgdagboek.Legacy", "src\Zorgdagboek.Legacy\Zorgdagboek.Legacy.vbproj", "{22222222-2222-2222-2222-222222222222}"
        EndProject
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "docs", "docs", "{33333333-3333-3333-3333-333333333333}"
        EndProject
        Global
        EndGlobal
        """)]
    public void Projects_of_the_solution_without_a_fragment_are_named(string name, string content)
    {
        _product.Fragment("Zorgdagboek.App");
        _product.Write(".git/HEAD", "ref: refs/heads/main\n");
        var solution = _product.Write(name, content);
        Kk.Run("merge", Root, "-o", Out, "--solution", solution).Ends(ExitCodes.Incomplete).Says("warning KK9003: src/Zorgdagboek.Legacy/Zorgdagboek.Legacy.vbproj belongs to the product");
        var report = Report.Read(Path.Combine(Out, "report.json"));
        Assert.Equal(["src/Zorgdagboek.Legacy/Zorgdagboek.Legacy.vbproj"], report.MissingProjects);
        Assert.False(report.Summary.Complete);
        Assert.DoesNotContain(report.Criteria, c => c.State == State.CheckedClean);
    }

    [Fact]
    public void A_solution_whose_projects_all_delivered_is_complete_also_from_another_folder()
    {
        ThreeProjects();
        var solution = _product.Write("build/Zorgdagboek.slnx", """<Solution><Project Path="../src/Zorgdagboek.App/Zorgdagboek.App.csproj" /><Project Path="../src/Zorgdagboek.Core/Zorgdagboek.Core.csproj" /></Solution>""");
        Assert.True(_product.Merge(Root, "-o", Out, "--solution", solution, "--root", Root).Summary.Complete);
        _product.Write("Directory.Build.props", "<Project />");
        Assert.True(_product.Merge(_product["src"], "-o", Out, "--solution", solution).Summary.Complete);
    }

    [Theory]
    [InlineData("a.slnx", "<Solution><Project", 1)]
    [InlineData("a.slnx", "<Zorg />", 0)]
    [InlineData("a.slnx", """<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Solution>&b;</Solution>""", 1)]
    [InlineData("a.slnx", """<!DOCTYPE s SYSTEM "file:///etc/passwd"><Solution />""", 1)]
    [InlineData("a.sln", "this is no solution", 0)]
    [InlineData("a.txt", "", 0)]
    public void A_solution_that_is_none_is_refused_with_its_name(string name, string content, int line)
    {
        _product.Fragment("Zorgdagboek.App");
        var solution = _product.Write(name, content);
        Kk.Run("merge", Root, "-o", Out, "--solution", solution).Ends(ExitCodes.Usage).Says(line > 0 ? $"{solution}({line}," : solution, "error KK9002");
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Where_nobody_looked_the_report_is_written_and_says_so()
    {
        _product.Fragment("Zorgdagboek.App", new Sarif().Override("KK3201", enabled: false));
        Kk.Run("merge", Root, "-o", Out).Ends(ExitCodes.Incomplete).Says("warning KK9003: KK3201 did not do its work in Zorgdagboek.App (net8.0)");
        Assert.True(File.Exists(Path.Combine(Out, "report.json")));
    }

    [Fact]
    public void Test_projects_are_listed_and_do_not_count()
    {
        _product.Fragment("Zorgdagboek.App");
        _product.Fragment("Zorgdagboek.Tests", new Sarif().Finding(), test: true, change: f => f with { Project = f.Project with { Commit = "feedface" } });
        var report = _product.Merge(Root, "-o", Out);
        Assert.Equal(2, report.Projects.Count);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void The_earlier_report_is_compared_and_kept()
    {
        _product.Fragment("Zorgdagboek.App", new Sarif().Finding(file: "src/Zorgdagboek.App/Diary.cs", line: 42));
        _product.Merge(_product["src"], "-o", _product["old"]);
        _product.Fragment("Zorgdagboek.App");
        var report = _product.Merge(_product["src"], "-o", Out, "--previous", _product["old/report.json"]);
        Assert.Single(report.Changes!.GoneFindings);
        Assert.Equal(File.ReadAllBytes(_product["old/report.json"]), File.ReadAllBytes(Path.Combine(Out, "inputs/previous.report.json")));

        // Over itself, and without: no old copy stays behind.
        Assert.Empty(_product.Merge(_product["src"], "-o", Out, "--previous", Path.Combine(Out, "report.json")).Changes!.Criteria);
        Assert.Null(_product.Merge(_product["src"], "-o", Out).Changes);
        Assert.False(File.Exists(Path.Combine(Out, "inputs/previous.report.json")));
    }

    [Fact]
    public void Who_watches_sees_how_far_it_is_and_a_pipe_sees_nothing()
    {
        ThreeProjects();
        string[] command = ["merge", _product["src"], "-o", Out];
        Assert.Empty(Kk.Run(command).Ends(ExitCodes.Success).Error);
        var watched = Kk.RunOn(t => t with { Interactive = true, ProgressInterval = TimeSpan.Zero }, command).Ends(ExitCodes.Success).Error;
        Assert.Contains("\rReading fragments: 3 of 3", watched, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", watched, StringComparison.Ordinal);
        Assert.EndsWith(" \r", watched, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_leaves_nothing_half_written()
    {
        ThreeProjects();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Kk.RunOn(t => t with { Stop = stop.Token }, "merge", Root, "-o", Out).Ends(ExitCodes.Stopped).Says("Stopped");
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void What_is_not_there_is_named_and_nothing_is_written()
    {
        _product.Fragment("Zorgdagboek.App");
        var empty = Directory.CreateDirectory(_product["leeg"]).FullName;
        Kk.Run("merge", Root, _product["niets"], empty, $"{Root}/artifacts/**/kk.fragment.json", "-o", Out).Ends(ExitCodes.Usage)
            .Says($"'{_product["niets"]}' does not exist", $"no fragment in '{empty}'", "no fragment in '" + Root + "/artifacts/**/kk.fragment.json'");
        Assert.False(Directory.Exists(Out));
        Kk.Run("merge", Root, "-o", _product.Write("bestand", "")).Ends(ExitCodes.Usage).Says("is a file; name a folder");
    }

    [Fact]
    public void Tools_folders_and_links_are_not_searched()
    {
        _product.Fragment("Zorgdagboek.App");
        _product.Fragment("Vreemd", folder: "web/node_modules/vreemd");
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(_product["src/kring"], Root);
        Assert.Single(_product.Merge(Root, "-o", Out).Projects);
    }
}
