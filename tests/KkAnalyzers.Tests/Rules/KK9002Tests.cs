using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Tool.InputsAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK9002Tests
{
    private const string Code = "class Care;";

    [Fact]
    public Task Good_lists_and_other_files_are_silent() => Verify.Silent(
        Code,
        ("/0/KkAnalyzers.Trackers.txt", "# ours\n\nAcme.Ads | package | Acme | ads | https://acme.example\n! Plugin.AdMob\n"),
        ("/0/KkAnalyzers.Trackers.team.txt", "Acme.Ads.More | package | Acme | ads\n"),
        ("/0/notes.txt", "a | b"));

    [Fact]
    public Task A_bad_line_is_named_and_the_rest_counts() => Verify.Flags(
        Code,
        ("/0/KkAnalyzers.Trackers.txt", "[|Acme.Ads | package|]\n[|Acme | nuget | Acme | ads|]\n[|! Plugin.AdMob | package|]\nFine.Ads | package | Fine | ads\n"));

    [Fact]
    public Task The_message_says_what_is_wrong()
    {
        var test = Verify.Test(Code, ("/0/KkAnalyzers.Trackers.txt", "{|#0:Acme.Ads | package|}\n"));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK9002").WithLocation(0)
            .WithMessage("KkAnalyzers.Trackers: the line has 2 fields instead of 4 to 5, separated by |"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_list_with_an_unknown_name_is_said_once()
    {
        var test = Verify.Test(Code, ("/0/KkAnalyzers.Tracker.txt", "Acme.Ads | package | Acme | ads\n"));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK9002").WithSpan("/0/KkAnalyzers.Tracker.txt", 1, 1, 1, 1));
        return test.RunAsync();
    }

    [Fact]
    public Task Options_that_exist_are_silent() => Verify.Test(Code)
        .Option("kk.KK4301.confidence", "low").Option("kk.ignored_terms", "dossier").Option("kk.ignored_members", "Shop.*").RunAsync();

    [Theory]
    [InlineData("kk.KK4301.confidance", "low", "no rule has this option")]
    [InlineData("kk.KK9999.confidence", "low", "no rule has this option")]
    [InlineData("kk.KK4301.confidence", "loud", "'loud' is not one of high, named, low, review")]
    public Task An_option_that_does_not_exist_or_cannot_be_read(string key, string value, string complaint)
    {
        var test = Verify.Test(Code).Option(key, value);
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK9002").WithNoLocation().WithMessage($"option {key.ToLowerInvariant()}: {complaint}"));
        return test.RunAsync();
    }

    [Fact]
    public Task An_option_in_the_section_for_csharp_files_is_read()
    {
        var test = Verify.Test(Code);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nkk.KK4301.confidence = loud\n"));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK9002").WithNoLocation());
        return test.RunAsync();
    }
}
