using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.Platform;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using static KkAnalyzers.Tests.Rules.KK4312Tests;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Platform.PlatformManifestAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK4315Tests
{
    private const string Path = "Platforms/Android/AndroidManifest.xml";

    // The second descriptor of the analyzer.
    private static string Marked(string text) => text.Replace("[|", "{|KK4315:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);

    [Theory]
    [InlineData("<application android:label=\"Zorg\" android:allowBackup=\"false\" />")]
    [InlineData("<application android:label=\"Zorg\" android:allowBackup=\"true\" android:dataExtractionRules=\"@xml/rules\" />")]
    [InlineData("<application android:label=\"Zorg\" android:fullBackupContent=\"@xml/backup\" />")]
    [InlineData("<application android:label=\"Zorg\" android:fullBackupContent=\"false\" />")]
    [InlineData("<application android:label=\"Zorg\" android:allowBackup=\"@bool/backup\" />")]
    [InlineData("<application />")]
    [InlineData("<application><provider android:name=\"x\" /></application>")]
    [InlineData("<uses-permission android:name=\"android.permission.INTERNET\" />")]
    public Task Excluded_data_and_manifests_of_libraries_are_quiet(string application) => Verify.Silent("", (Path, Manifest(application)));

    [Theory]
    [InlineData("<application android:label=\"Zorg\" [|android:allowBackup=\"true\"|] />")]
    [InlineData("<application [|android:allowBackup=\"true\"|] android:icon=\"@mipmap/appicon\" android:supportsRtl=\"true\"></application>")]
    [InlineData("<application [|android:allowBackup=\"true\"|] android:fullBackupContent=\"true\" />")]
    [InlineData("<[|application|] android:label=\"Zorg\" />")]
    [InlineData("<[|application|]><activity><intent-filter><category android:name=\"android.intent.category.LAUNCHER\" /></intent-filter></activity></application>")]
    public Task Data_that_goes_along(string application) => Verify.Flags("", (Path, Marked(Manifest(application))));

    [Fact]
    public Task An_attribute_decides_for_a_manifest_that_says_nothing() => WithAndroid(
        "[Android.App.Application(AllowBackup = false)] public class MainApplication { }", Manifest("<application android:label=\"Zorg\" />"));

    [Fact]
    public Task An_attribute_that_says_something_else_decides_nothing() => WithAndroid(
        "[Android.App.Application(Label = \"Zorg\")] public class MainApplication { }", Marked(Manifest("<[|application|] android:label=\"Zorg\" />")));

    [Fact]
    public Task An_attribute_that_allows_it() => WithAndroid(
        Marked("using Android.App; [Application([|AllowBackup = true|])] public class MainApplication { } [Application(AllowBackup = true, DataExtractionRules = \"@xml/rules\")] public class Andere { }"),
        Manifest("<application android:label=\"Zorg\" />"));

    [Fact]
    public Task The_message_says_what_is_missing()
    {
        var test = Verify.Test("", (Path, Manifest("<{|#0:application|} android:label=\"Zorg\" />")));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK4315").WithLocation(0)
            .WithMessage("Android copies the data of the app to backups: android:allowBackup is not set, which means true, and no rules leave anything out"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_value_that_stands_elsewhere_is_counted()
    {
        var test = Verify.Test("", (Path, Manifest("<application android:allowBackup=\"@bool/backup\" />"))).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4312 inspected=1 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4315 inspected=1 failed=0 notFollowed=1"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4203 inspected=1 failed=0 notFollowed=0"));
        return test.RunAsync();
    }

    [Fact]
    public async Task The_samples_of_the_pages_are_true()
    {
        foreach (var rule in KkAnalyzers.Catalog.Catalogue.Instance.Rules.Where(r => r.Id is "KK4312" or "KK4315"))
        {
            foreach (var clean in rule.Clean!)
            {
                await Verify.Silent("", (Path, Manifest(rule.Id == "KK4315" ? clean : clean.Replace("<application", "<application android:allowBackup=\"false\"", StringComparison.Ordinal))));
            }

            foreach (var violation in rule.Violation!)
            {
                var last = violation.LastIndexOf("android:", StringComparison.Ordinal);
                var marked = violation[..last] + "{|" + rule.Id + ":" + violation[last..].Replace(" />", "|} />", StringComparison.Ordinal);
                await Verify.Flags("", (Path, Manifest(rule.Id == "KK4315" ? marked : marked.Replace("<application", "<application android:allowBackup=\"false\"", StringComparison.Ordinal))));
            }
        }
    }

    [Theory]
    [InlineData("<application android:label=\"Zorg\" [|android:allowBackup=\"true\"|] />", "<application android:label=\"Zorg\" android:allowBackup=\"false\" />")]
    [InlineData("<[|application|] android:label=\"Zorg\">\n</application>", "<application android:allowBackup=\"false\" android:label=\"Zorg\">\n</application>")]
    public Task The_fix_keeps_data_out(string text, string mended)
    {
        var test = new CSharpCodeFixTest<PlatformManifestAnalyzer, FileEditFix, DefaultVerifier>
        {
            TestCode = "",
            FixedCode = "",
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        test.TestState.AdditionalFiles.Add((Path, Marked(Manifest(text))));
        test.FixedState.AdditionalFiles.Add((Path, Manifest(mended)));
        return test.RunAsync();
    }

    [Fact]
    public Task The_fix_changes_an_attribute()
    {
        var test = new CSharpCodeFixTest<PlatformManifestAnalyzer, TextEditFix, DefaultVerifier>
        {
            TestCode = Marked("using Android.App; [Application([|AllowBackup = true|])] public class MainApplication { }"),
            FixedCode = "using Android.App; [Application(AllowBackup = false)] public class MainApplication { }",
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        test.TestState.Sources.Add(TransportStubs.Android);
        test.FixedState.Sources.Add(TransportStubs.Android);
        return test.RunAsync();
    }

    private static Task WithAndroid(string code, string manifest)
    {
        var test = Verify.Test(code, (Path, manifest));
        test.TestState.Sources.Add(TransportStubs.Android);
        return test.RunAsync();
    }
}
