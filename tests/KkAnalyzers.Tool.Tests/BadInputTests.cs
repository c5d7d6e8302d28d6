using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

/// <summary>Whatever is given, kk answers with a sentence that names the file, and with exit code 2.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Product _product = new();

    public void Dispose() => _product.Dispose();

    public static TheoryData<string> Commands => ["gate {0}", "render {0} -o {1}", "diff {0} {0}", "merge {0} -o {1}"];

    private Kk Run(string command, string file) => Kk.Run([.. command.Split(' ').Select(p => p.Replace("{0}", file, StringComparison.Ordinal).Replace("{1}", _product["uit"], StringComparison.Ordinal))]);

    [Theory, MemberData(nameof(Commands))]
    public void A_file_that_is_missing(string command) => Run(command, _product["er/is/niets.json"]).Ends(ExitCodes.Usage).Says(_product["er/is/niets.json"], "does not exist");

    [Theory, MemberData(nameof(Commands))]
    public void A_file_that_is_a_folder(string command)
    {
        var folder = Directory.CreateDirectory(_product["map"]).FullName;
        Run(command, folder).Ends(ExitCodes.Usage).Says(folder);
    }

    [Theory, MemberData(nameof(Commands))]
    public void A_file_that_is_no_JSON_is_named_with_line_and_column(string command)
    {
        var file = _product.Write("report.json", "{\n  \"formatVersion\": 1,\n  \"tool\": oeps\n}");
        Run(command, file).Ends(ExitCodes.Usage).Says($"{file}(3,11): error KK9002");
    }

    [Theory, MemberData(nameof(Commands))]
    public void A_file_of_a_newer_version_says_so(string command)
    {
        var file = _product.Write("report.json", """{ "formatVersion": 7, "nieuw": { "veld": [1, 2, 3] } }""");
        Run(command, file).Ends(ExitCodes.Usage).Says(file, "version 7", "version 1");
    }

    [Theory]
    [InlineData("\"findings\": [", "\"findings\": [null, ")]
    [InlineData("\"rule\": \"KK4301\"", "\"rule\": null")]
    [InlineData("\"state\": \"finding\"", "\"state\": \"fantastisch\"")]
    [InlineData("\"state\": \"finding\"", "\"state\": 99")]
    [InlineData("\"projects\": [", "\"projects\": null, \"x\": [")]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": \"een\"")]
    public void A_report_that_somebody_changed_says_where(string from, string to)
    {
        _product.Fragment("Zorgdagboek.App", new Sarif().Finding());
        _product.Merge(_product.Path, "-o", _product["uit"]);
        var text = File.ReadAllText(_product["uit/report.json"]);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{from} is not in the report");
        var file = _product.Write("anders/report.json", text[..at] + to + text[(at + from.Length)..]);
        foreach (var command in new[] { "gate {0}", "render {0} -o {1}", "diff {0} {0}" })
            Run(command, file).Ends(ExitCodes.Usage).Says(file, "at $");
    }

    [Theory, MemberData(nameof(Commands))]
    public void Deep_nesting_is_refused(string command)
    {
        var file = _product.Write("report.json", "{\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}");
        Run(command, file).Ends(ExitCodes.Usage).Says(file);
    }

    [Theory, MemberData(nameof(Commands))]
    public void A_file_that_is_far_too_big_is_not_read(string command)
    {
        // Holes take no room on disk.
        var file = _product["report.json"];
        using (var stream = File.Create(file))
            stream.SetLength(JsonFile.MaxBytes + 1);
        Run(command, file).Ends(ExitCodes.Usage).Says(file, "1024 MiB");
    }

    [Fact]
    public void A_file_without_permission_is_named()
    {
        var file = _product.Write("report.json", "{}");
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(file, UnixFileMode.None);
        // Root may read everything; then the content is refused.
        Run("gate {0}", file).Ends(ExitCodes.Usage).Says(file, "error KK9002");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_an_error_of_use()
    {
        _product.Fragment("Zorgdagboek.App");
        var file = _product.Write("bestand", "");
        Kk.Run("merge", _product["src"], "-o", Path.Combine(file, "map")).Ends(ExitCodes.Usage).Says("error KK9002");
    }

    [Fact]
    public void Control_characters_of_a_file_name_reach_no_console()
    {
        var run = Kk.Run("gate", "a\u001B[2J\u202Eb.json").Ends(ExitCodes.Usage);
        Assert.DoesNotContain('\u001B', run.Error);
        Assert.Contains("\\u001B[2J\\u202E", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_no_system_can_have_is_an_error_of_use() => Kk.Run("gate", "a\0b").Ends(ExitCodes.Usage).Says("error KK9002");

    [Fact]
    public void Colours_are_for_people_only()
    {
        Assert.DoesNotContain('\u001B', Kk.Run("gate", "niets.json").Error);
        Assert.Contains("\u001B[31merror\u001B[0m KK9002", Kk.RunOn(t => t with { Colour = true }, "gate", "niets.json").Error, StringComparison.Ordinal);
    }
}
