using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.Platform;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Platform.PlatformManifestAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK4312Tests
{
    private const string Android = "Platforms/Android/AndroidManifest.xml";
    private const string Network = "Platforms/Android/Resources/xml/network_security_config.xml";
    private const string Plist = "Platforms/iOS/Info.plist";

    [Theory]
    [InlineData("<application android:label=\"Zorg\" android:allowBackup=\"false\" />")]
    [InlineData("<application android:allowBackup=\"false\" android:usesCleartextTraffic=\"false\"></application>")]
    [InlineData("<!-- <application android:usesCleartextTraffic=\"true\" /> -->")]
    [InlineData("<application android:allowBackup=\"false\"><application android:usesCleartextTraffic=\"true\" /></application>")]
    public Task Manifests_that_allow_nothing_are_quiet(string application) => Verify.Silent("", (Android, Manifest(application)), ("other.xml", Manifest("<application android:usesCleartextTraffic=\"true\" />")));

    [Fact]
    public Task A_manifest_for_debug_builds_is_quiet() =>
        Verify.Silent("", ("src/debug/AndroidManifest.xml", Manifest("<application android:usesCleartextTraffic=\"true\" />")));

    [Fact]
    public Task Case52_UsesCleartextTraffic() =>
        Verify.Flags("", (Android, Manifest("<application android:allowBackup=\"false\" [|android:usesCleartextTraffic=\"true\"|]>\n</application>")));

    [Fact]
    public Task Network_security_of_test_machines_is_quiet() => Verify.Silent("", (Network, """
        <?xml version="1.0" encoding="utf-8"?>
        <network-security-config>
          <base-config cleartextTrafficPermitted="false"><trust-anchors><certificates src="system" /></trust-anchors></base-config>
          <domain-config cleartextTrafficPermitted="true"><domain includeSubdomains="true">localhost</domain><domain>10.0.2.2</domain><domain>192.168.1.10</domain></domain-config>
          <debug-overrides><trust-anchors><certificates src="user" /></trust-anchors></debug-overrides>
        </network-security-config>
        """));

    [Fact]
    public Task Network_security_without_encryption_or_with_authorities_of_the_user() => Verify.Flags("", (Network, """
        <network-security-config>
          <base-config [|cleartextTrafficPermitted="true"|]><trust-anchors><certificates src="system" /><certificates [|src="user"|] /></trust-anchors></base-config>
          <domain-config [|cleartextTrafficPermitted="true"|]><domain includeSubdomains="true">zorg.be</domain><domain>10.0.2.2</domain></domain-config>
        </network-security-config>
        """));

    [Fact]
    public Task The_message_names_the_domains_that_count()
    {
        var test = Verify.Test("", (Network, "<network-security-config><domain-config {|#0:cleartextTrafficPermitted=\"true\"|}><domain>localhost</domain><domain>api.zorg.be</domain></domain-config></network-security-config>"));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("KK4312").WithLocation(0)
            .WithMessage("Connections without encryption are allowed to api.zorg.be: cleartextTrafficPermitted=\"true\""));
        return test.RunAsync();
    }

    [Fact]
    public Task Property_lists_of_test_machines_are_quiet() => Verify.Silent("", (Plist, Apple("""
        <key>NSAllowsArbitraryLoads</key><false/>
        <key>NSAllowsLocalNetworking</key><true/>
        <key>NSExceptionDomains</key>
        <dict>
          <key>localhost</key><dict><key>NSExceptionAllowsInsecureHTTPLoads</key><true/></dict>
          <key>zorg.be</key><dict><key>NSExceptionAllowsInsecureHTTPLoads</key><false/><key>NSIncludesSubdomains</key><true/></dict>
        </dict>
        """)));

    [Fact]
    public Task Case52_NSAllowsArbitraryLoads_and_domains() => Verify.Flags("", (Plist, Apple("""
        [|<key>NSAllowsArbitraryLoads</key>|]
        <!-- test -->
        <true/>
        <key>NSExceptionDomains</key>
        <dict>
          <key>zorg.be</key>
          <dict>[|<key>NSExceptionAllowsInsecureHTTPLoads</key>|]<true/></dict>
          <key>localhost</key>
          <dict><key>NSTemporaryExceptionAllowsInsecureHTTPLoads</key><true/></dict>
        </dict>
        """)), ("Platforms/MacCatalyst/Info.plist", Apple("[|<key>NSAllowsArbitraryLoadsInWebContent</key>|]<true />")));

    /// <summary>iOS 10 and later ignore the wide key when a narrow one is there.</summary>
    [Fact]
    public Task A_wide_exception_that_is_ignored_is_information()
    {
        var test = Verify.Test("", (Plist, Apple("{|#0:<key>NSAllowsArbitraryLoads</key>|}<true/><key>NSAllowsLocalNetworking</key><true/>")));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4312", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task Attributes_for_debugging_are_quiet() => WithAndroid("""
        using Android.App;
        #if DEBUG
        [Application(UsesCleartextTraffic = true, AllowBackup = true)]
        #else
        [Application(UsesCleartextTraffic = false, AllowBackup = false)]
        #endif
        public class MainApplication { }
        """);

    [Fact]
    public Task Attributes_become_the_manifest() => WithAndroid("""
        using Android.App;
        [assembly: Application([|UsesCleartextTraffic = true|], AllowBackup = false)]
        #if DEBUG
        #else
        [Application([|UsesCleartextTraffic = true|])]
        #endif
        public class MainApplication { }
        """);

    [Fact]
    public async Task A_compilation_for_another_platform_leaves_it_to_the_one_for_this()
    {
        await Verify.Test("", (Android, Manifest("<application android:usesCleartextTraffic=\"true\" />"))).Option("build_property.TargetFramework", "net10.0-ios").RunAsync();
        await Verify.Test("", (Android, Manifest("<application android:allowBackup=\"false\" [|android:usesCleartextTraffic=\"true\"|] />"))).Option("build_property.TargetFramework", "net10.0-android36.0").RunAsync();
        await Verify.Test("", (Plist, Apple("<key>NSAllowsArbitraryLoads</key><true/>"))).Option("build_property.TargetFramework", "net10.0-android").RunAsync();
        await Verify.Test("", (Plist, Apple("[|<key>NSAllowsArbitraryLoads</key>|]<true/>"))).Option("build_property.TargetFramework", "net10.0-maccatalyst").RunAsync();
    }

    [Fact]
    public Task A_manifest_that_is_no_xml_is_read_as_far_as_possible_and_counted()
    {
        var test = Verify.Test("", (Android, "<manifest><application android:allowBackup=\"false\" [|android:usesCleartextTraffic=\"true\"|]")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4312 inspected=1 failed=0 notFollowed=1"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4315 inspected=1 failed=0 notFollowed=1"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4203 inspected=1 failed=0 notFollowed=1"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData(Android, "")]
    [InlineData(Plist, "<plist><dict><key></dict></plist>")]
    [InlineData(Plist, "<true/><key>NSAllowsArbitraryLoads</key>")]
    [InlineData(Network, "<<<>")]
    public Task Nonsense_is_quiet(string path, string text) => Verify.Silent("", (path, text));

    [Theory]
    [InlineData(Android, "<manifest><application [|android:usesCleartextTraffic=\"true\"|] android:allowBackup=\"false\" /></manifest>", "<manifest><application android:usesCleartextTraffic=\"false\" android:allowBackup=\"false\" /></manifest>")]
    [InlineData(Plist, "<plist><dict>[|<key>NSAllowsArbitraryLoads</key>|]\n<true/></dict></plist>", "<plist><dict><key>NSAllowsArbitraryLoads</key>\n<false/></dict></plist>")]
    [InlineData(Network, "<network-security-config><base-config><certificates [|src=\"user\"|]/></base-config></network-security-config>", "<network-security-config><base-config></base-config></network-security-config>")]
    public Task The_fix_takes_the_exception_back(string path, string text, string mended)
    {
        var test = new CSharpCodeFixTest<PlatformManifestAnalyzer, FileEditFix, DefaultVerifier>
        {
            TestCode = "",
            FixedCode = "",
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        test.TestState.AdditionalFiles.Add((path, text));
        test.FixedState.AdditionalFiles.Add((path, mended));
        return test.RunAsync();
    }

    internal static string Manifest(string application) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\" package=\"be.zorg\">\n{application}\n</manifest>";

    private static string Apple(string transport) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0"><dict><key>UIDeviceFamily</key><array><integer>1</integer></array><key>NSAppTransportSecurity</key><dict>{transport}</dict></dict></plist>
        """;

    private static Task WithAndroid(string code)
    {
        var test = Verify.Test(code);
        test.TestState.Sources.Add(TransportStubs.Android);
        return test.RunAsync();
    }
}
