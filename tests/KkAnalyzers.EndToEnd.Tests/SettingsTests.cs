using System.Text.Json;
using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>What users set, and the surroundings they bring.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Mode_none_switches_rules_off_and_says_so()
    {
        _workspace.App(properties: "<KkMode>none</KkMode>").Build("App").Succeeds().IsSilentAbout("KK3201").Shows("KK9003");
        Assert.Equal(State.NotEvaluated, _workspace.Report().Rule("KK3201").State);

        // The default: rules as their descriptors say. A user's own file beats a mode.
        _workspace.Rebuild("App", "-p:KkMode=recommended").Succeeds().Shows("KK3201").IsSilentAbout("CA5351");
        _workspace.Write("App/Weak.cs", "public class Weak { public byte[] Hash(byte[] b) { using var md5 = System.Security.Cryptography.MD5.Create(); return md5.ComputeHash(b); } }");
        _workspace.Rebuild("App", "-p:KkMode=strict").Succeeds().Shows("KK3201", "CA5351");
        _workspace.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA5351.severity = none\n");
        _workspace.Rebuild("App", "-p:KkMode=strict").Succeeds().IsSilentAbout("CA5351");
    }

    /// <summary>The user's log is used where it is; one that cannot serve is named, with the change that mends it.</summary>
    [Fact]
    public void A_compiler_log_of_the_users_own()
    {
        _workspace.App(properties: "<ErrorLog>obj/mine.sarif,version=2.1</ErrorLog>").Build("App").Succeeds().Shows("KK3201").IsSilentAbout("KK9002", "KK9003");
        Assert.True(File.Exists(_workspace.PathOf("App/obj/mine.sarif")));
        Assert.False(File.Exists(_workspace.PathOf("App/obj/Debug/net10.0/kk.compiler.sarif")));
        _workspace.Report().Rule("KK3201").IsFinding();

        var build = _workspace.App(properties: "<ErrorLog>obj/old.sarif</ErrorLog>").Rebuild("App").Succeeds().Shows("KK9002");
        Assert.Contains("<ErrorLog>obj/old.sarif,version=2.1</ErrorLog>", build.Output, StringComparison.Ordinal);
        _workspace.Report().HasNothingClean();
    }

    [Fact]
    public void A_compiler_log_that_two_frameworks_share()
    {
        var build = _workspace.App(properties: "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><OutputType>Library</OutputType><LangVersion>latest</LangVersion><ErrorLog>obj/one.sarif,version=2.1</ErrorLog>")
            .Write("App/Program.cs", "").Build("App", "-m:1").Shows("KK9002");
        Assert.Contains("<ErrorLog>obj/one.$(TargetFramework).sarif,version=2.1</ErrorLog>", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_frameworks_have_a_report_each_and_one_together()
    {
        _workspace.App(properties: "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion><KkReport>true</KkReport><OutputType>Library</OutputType>")
            .Write("App/Program.cs", "").Build("App").Succeeds().Shows("KK3201");
        foreach (var framework in new[] { "net10.0", "netstandard2.0" })
        {
            var report = _workspace.Report($"App/bin/Debug/{framework}/kwaliteitskader");
            Assert.Equal($"App ({framework})", Assert.Single(report.Projects).Label);
            var outcome = report.Rule("KK3201", $"App ({framework})");
            outcome.IsFinding();
            Assert.Equal(2, outcome.Inspected);
        }

        var together = _workspace.Report("App/bin/Debug/kwaliteitskader");
        Assert.Equal(["App (net10.0)", "App (netstandard2.0)"], together.Projects.Select(p => p.Label).Order());
        Assert.Equal(2, Assert.Single(together.Findings, f => f.Rule == "KK3201").Projects.Count);
    }

    [Fact]
    public void One_folder_for_all_artifacts()
    {
        _workspace.App(items: """<ProjectReference Include="../Lib/Lib.csproj" />""").Library("Lib", "public class L { public bool MarketingConsent { get; set; } }")
            .Write("Directory.Build.targets", "<Project />");
        _workspace.Build("App", "--artifacts-path", _workspace.PathOf("out")).Succeeds();
        var report = _workspace.Report("out/bin/App/debug/kwaliteitskader");
        Assert.Equal(["App", "Lib"], report.Projects.Select(p => p.Name).Order());
        Assert.True(report.Summary.Complete);

        // Another folder, without a slash at its end; the report does not stay behind in the old one.
        _workspace.Rebuild("App", "--artifacts-path", _workspace.PathOf("out"), "-p:KkReportDirectory=" + _workspace.PathOf("dossier")).Succeeds();
        Assert.True(File.Exists(_workspace.PathOf("dossier/report.json")));
        Assert.False(File.Exists(_workspace.PathOf("out/bin/App/debug/kwaliteitskader/report.json")));
    }

    [Fact]
    public void Central_package_management_on_two_frameworks()
    {
        using var workspace = new Workspace(install: "global");
        workspace.App(properties: "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion><OutputType>Library</OutputType>").Write("App/Program.cs", "")
            .Build("App").Succeeds().Shows("KK3201");
        Assert.Contains($"direct|KkAnalyzers|{PackedPackage.Version}|", workspace.Read("App/obj/Debug/net10.0/kk.packages.txt"), StringComparison.Ordinal);
    }

    /// <summary>By default a package of this kind does not flow; without PrivateAssets it does, and referencing projects are checked too.</summary>
    [Fact]
    public void References_without_the_package_are_named_and_references_can_bring_it()
    {
        using var workspace = new Workspace(install: "none");
        var reference = $"""<PackageReference Include="KkAnalyzers" Version="{PackedPackage.Version}" """;
        workspace.App(items: $"""{reference} PrivateAssets="all" /><ProjectReference Include="../Lib/Lib.csproj" />""")
            .Library("Lib", "public class L { public bool MarketingConsent { get; set; } = true; }")
            .Build("App").Succeeds().Shows("KK3201", "KK9003");
        Assert.Equal("Lib/Lib.csproj", Assert.Single(workspace.Report().MissingProjects));
        Assert.False(workspace.Report().Summary.Complete);

        workspace.App(items: """<ProjectReference Include="../Lib/Lib.csproj" />""")
            .Library("Lib", "public class L { public bool MarketingConsent { get; set; } = true; }", items: $"{reference} />")
            .Build("App").Succeeds().Shows("KK3201").IsSilentAbout("KK9003");
        Assert.Equal(["App", "Lib"], workspace.Report().Projects.Select(p => p.Name).Order());
    }

    /// <summary>An editor's background build: rules run, nothing about a report is written.</summary>
    [Fact]
    public void A_design_time_build_writes_no_report()
    {
        _workspace.App();
        Dotnet.Run(_workspace.Root, "restore", "App", "-nodeReuse:false", "-nologo").Succeeds();
        Dotnet.Run(
            _workspace.Root, "msbuild", "App", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs",
            "-nodeReuse:false", "-nologo").Succeeds();
        // The list of packages is an input of rules that show while typing; everything else waits for a build.
        Assert.Equal(
            ["App/obj/Debug/net10.0/kk.packages.txt", "App/obj/Debug/net10.0/kk.packages.txt.stamp"],
            _workspace.Times().Keys.Where(f => f.Contains("/kk.", StringComparison.Ordinal) || f.Contains("kwaliteitskader", StringComparison.Ordinal)));

        // And it changes no input of the next real build.
        _workspace.Rebuild("App").Succeeds();
        var before = _workspace.Times();
        Dotnet.Run(_workspace.Root, "msbuild", "App", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-nodeReuse:false", "-nologo").Succeeds();
        Assert.Contains("Skipping target \"CoreCompile\"", _workspace.Rebuild("App", "-v:n").Succeeds().Output, StringComparison.Ordinal);
        Assert.Equal(before, _workspace.Times());
    }

    /// <summary>Two machines, or two checkouts, that build the same give the same bytes.</summary>
    [Fact]
    public void Two_checkouts_give_the_same_bytes()
    {
        Dictionary<string, byte[]> Build(string folder)
        {
            using var workspace = new Workspace(folder);
            workspace.App().Write("kwaliteitskader.json", """{ "product": { "name": "Care" } }""");
            workspace.Build("App", "-p:PathMap=" + workspace.Root + "=/_/", "-p:KkToday=2026-01-31").Succeeds();
            return Directory.EnumerateFiles(workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader"))
                .Append(workspace.PathOf("App/obj/Debug/net10.0/kk.fragment.json"))
                .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
        }

        var one = Build("checkout-one");
        var two = Build("another-checkout-of-it");
        Assert.Equal(one.Keys.Order(), two.Keys.Order());
        Assert.True(one.Count >= 6);
        foreach (var (file, bytes) in one)
        {
            Assert.True(bytes.AsSpan().SequenceEqual(two[file]), file);
        }
    }

    [Fact]
    public void Rules_get_the_files_that_are_no_csharp()
    {
        string[] wanted =
        [
            "App/appsettings.json", "App/appsettings.Production.json", "App/Platforms/Android/AndroidManifest.xml", "App/Platforms/iOS/Info.plist", "App/Platforms/iOS/Entitlements.entitlements",
            "App/Platforms/Android/Resources/xml/network_security_config.xml", "App/Views/Page.xaml", "App/Views/Page.axaml", "App/Strings.resx", "App/wwwroot/index.html", "App/Pages/Index.razor",
            "App/Pages/Old.cshtml", "App/KkAnalyzers.Consent.txt", "KkAnalyzers.Trackers.txt",
        ];
        string[] unwanted = ["App/bin/x.html", "App/obj/y.html", "App/node_modules/z.html", "App/wwwroot/lib/w.html", "App/other.json"];
        _workspace.App(items: """<AdditionalFiles Include="appsettings.json" Mine="yes" /><EmbeddedResource Remove="Strings.resx" />""");
        foreach (var file in wanted.Concat(unwanted))
        {
            _workspace.Write(file, file.EndsWith(".json", StringComparison.Ordinal) ? "{}" : file.EndsWith(".txt", StringComparison.Ordinal) ? "" : "<a />");
        }

        Dotnet.Run(_workspace.Root, "restore", "App", "-nodeReuse:false", "-nologo").Succeeds();
        var result = Dotnet.Run(_workspace.Root, "msbuild", "App", "-t:KkWritePackages", "-getItem:AdditionalFiles", "-nodeReuse:false", "-nologo").Succeeds();
        using var items = JsonDocument.Parse(result.Output);
        var files = items.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
            .Select(i => Path.GetRelativePath(_workspace.Root, i.GetProperty("FullPath").GetString()!).Replace('\\', '/')).ToArray();

        string[] always = ["App/App.csproj", "Directory.Build.props", "Directory.Packages.props", "App/obj/Debug/net10.0/kk.packages.txt"];
        Assert.Equal(wanted.Concat(always).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("true", 0, true)]
    [InlineData("false", 0, false)]
    [InlineData("true", 1001, false)]
    public void Rules_get_data_files_unless_there_are_too_many_of_them(string wanted, int more, bool areRead)
    {
        string[] data = ["App/Data/clients.csv", "App/Data/seed.sql", "App/Data/patient.json", "App/Data/kmehr.xml", "App/requests.http"];
        string[] unwanted = ["App/package-lock.json", "App/swagger.json", "App/bin/clients.csv", "App/node_modules/x.json", "App/App.xml"];
        _workspace.App(items: """<AdditionalFiles Include="Data/patient.json" Mine="yes" />""", properties: "<DocumentationFile>App.xml</DocumentationFile><NoWarn>CS1591</NoWarn>");
        foreach (var file in data.Concat(unwanted).Concat(Enumerable.Range(0, more).Select(n => $"App/Data/{n}.csv")))
        {
            _workspace.Write(file, file.EndsWith(".json", StringComparison.Ordinal) ? "{}" : "");
        }

        Dotnet.Run(_workspace.Root, "restore", "App", "-nodeReuse:false", "-nologo").Succeeds();
        var result = Dotnet.Run(_workspace.Root, "msbuild", "App", "-t:KkFindDataFiles", $"-p:KkDataFiles={wanted}", "-getItem:AdditionalFiles", "-nodeReuse:false", "-nologo").Succeeds();
        using var items = JsonDocument.Parse(result.Output);
        var files = items.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
            .Select(i => Path.GetRelativePath(_workspace.Root, i.GetProperty("FullPath").GetString()!).Replace('\\', '/')).ToArray();

        Assert.Equal(areRead ? data : ["App/Data/patient.json"], data.Where(d => files.Count(f => f == d) == 1));
        Assert.DoesNotContain(files, unwanted.Contains);
    }

    [Fact]
    public void Package_is_added_by_the_command_and_the_fix_is_applied_by_another()
    {
        using var workspace = new Workspace(install: "none");
        workspace.App();
        Dotnet.Run(workspace.Root, "add", "App/App.csproj", "package", "KkAnalyzers", "--version", PackedPackage.Version).Succeeds();
        Assert.Contains("PrivateAssets", workspace.Read("App/App.csproj"), StringComparison.Ordinal);
        workspace.Rebuild("App").Succeeds().Shows("KK3201");
        Dotnet.Run(workspace.Root, "format", "analyzers", "App/App.csproj", "--no-restore", "--diagnostics", "KK3201", "--severity", "info").Succeeds();
        Assert.Contains("public bool NewsletterOptIn { get; set; }", workspace.Read("App/Preferences.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("= true", workspace.Read("App/Preferences.cs"), StringComparison.Ordinal);
    }
}
