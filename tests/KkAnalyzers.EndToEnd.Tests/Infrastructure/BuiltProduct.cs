using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KkAnalyzers.Reporting.Signing;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>
/// A product of an application and two libraries in a repository of git, with a declaration, evidence and a baseline, built once and
/// signed. Every text in it that somebody outside chose tries to leave its place.
/// </summary>
public sealed class BuiltProduct : IDisposable
{
    /// <summary>As HTML, Markdown, a formula's neighbour, a mark that turns text around, a command for a terminal.</summary>
    public const string Hostile = "</td><script>alert(1)</script> | [x](https://evil.example) \u202Egnp.exe\u001B[31m @team";

    /// <summary>A declaration takes no control characters.</summary>
    private static readonly string Declared = Hostile.Replace("\u001B[31m", "", StringComparison.Ordinal);

    private const string Handbook = "Who does what.";

    private static readonly string[] Arguments = ["-p:ContinuousIntegrationBuild=true", "-p:KkToday=2026-06-01"];

    private readonly SigningKey _key = SigningKey.Create();

    public BuiltProduct()
    {
        Workspace = new Workspace("zorgdagboek")
            .App(Workspace.Newsletter, items: $"""<ProjectReference Include="../{Xml(Core)}/{Xml(Core)}.csproj" /><ProjectReference Include="../Delen/Delen.csproj" />""")
            .Library(Core, "namespace Kern; public class Voorkeuren { public bool MarketingConsent { get; set; } = true; }")
            .Library("Delen", "namespace Delen; public class Voorkeuren { public bool Nieuwsbrief { get; set; } }")
            .Write($"App/{Source}", $$"""
                using System.Diagnostics.CodeAnalysis;
                namespace Care;
                public class Meer
                {
                    [SuppressMessage("DarkPatterns", "KK3201", Justification = {{Literal(Hostile)}})]
                    public bool MarketingConsent { get; set; } = true;
                    public bool TrackingConsent { get; set; } = true;
                }
                """)
            .Write("evidence/handboek.md", Handbook)
            .Write("kwaliteitskader.json", Declaration())
            .Write("kk.policy.json", """{ "requireComplete": true }""")
            .Write("Alles.slnx", $"""<Solution><Project Path="App/App.csproj" /><Project Path="{Xml(Core)}/{Xml(Core)}.csproj" /><Project Path="Delen/Delen.csproj" /></Solution>""");
        Commit = Git.Commit(Workspace);
        Output = Build(Workspace, "App").Succeeds().Output;
        CopyFolder(Report, Signed);
        Assert.NotNull(ReportSigner.Sign(Signed, _key, null, null).Path);
        File.WriteAllText(PublicKey, _key.PublicPem());
    }

    /// <summary>Name of a library, and of its folder and assembly.</summary>
    public static string Core => OperatingSystem.IsWindows() ? "Kern [x](y)" : "Kern <script>alert(1) [x](y)";

    /// <summary>Name of a source file; Windows has no such names.</summary>
    public static string Source => OperatingSystem.IsWindows() ? "Meer [x](y).cs" : "Meer <script>alert(1) [x](y)\u202Egnp.cs";

    internal Workspace Workspace { get; }

    public string Commit { get; }

    /// <summary>What the build said.</summary>
    public string Output { get; }

    /// <summary>The report of the build.</summary>
    public string Report => ReportOf(Workspace);

    /// <summary>A copy of it, signed.</summary>
    public string Signed => Workspace.PathOf("App/bin/signed/kwaliteitskader");

    /// <summary>Where the application was built to.</summary>
    public string Bin => Workspace.PathOf("App/bin/Debug/net10.0");

    /// <summary>The vendor's public key.</summary>
    public string PublicKey => Workspace.PathOf("App/bin/vendor.pem");

    /// <summary>The same repository in another folder, as another machine has it: no outputs.</summary>
    internal Workspace Checkout(string folder)
    {
        var other = new Workspace(folder);
        foreach (var file in FolderAssert.Files(Workspace.Root).Where(f => !f.Split('/').Any(p => p is "bin" or "obj")))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(other.PathOf(file))!);
            File.Copy(Workspace.PathOf(file), other.PathOf(file), overwrite: true);
        }

        return other;
    }

    internal static BuildResult Build(Workspace workspace, string project) => workspace.Build(project, Arguments);

    internal static BuildResult Rebuild(Workspace workspace, string project) => workspace.Rebuild(project, Arguments);

    internal static string ReportOf(Workspace workspace) => workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader");

    internal static void CopyFolder(string from, string to)
    {
        foreach (var file in FolderAssert.Files(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
        }
    }

    public void Dispose()
    {
        _key.Dispose();
        Workspace.Dispose();
    }

    private static string Declaration()
    {
        var text = JsonSerializer.Serialize(Declared);
        return $$"""
            {
              "product": { "name": {{text}}, "version": {{text}}, "provider": { "name": {{text}}, "site": "https://voorbeeldzorg.example" } },
              "statement": { "name": {{text}}, "function": {{text}}, "role": "provider", "date": "2026-05-30" },
              "outOfScope": [{ "part": {{text}}, "reason": {{text}} }],
              "criteria": {
                "O1.02": { "evidence": [
                  { "title": {{text}}, "owner": {{text}}, "file": "evidence/handboek.md", "sha256": "{{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Handbook))).ToLowerInvariant()}}", "validUntil": "2026-08-01" },
                  { "title": {{text}}, "file": "../../../../etc/passwd" }
                ] }
              },
              "exceptions": [{ "rule": "KK3201", "file": "Kern*/**", "reason": {{text}}, "owner": {{text}}, "approvedBy": {{text}}, "until": "2026-12-31" }],
              "trackers": [{ "name": {{text}}, "ground": "consent", "purpose": {{text}} }],
              "aiSystems": [{ "name": {{text}}, "purpose": {{text}} }],
              "thirdParties": [{ "name": {{text}}, "purpose": {{text}} }],
              {{JsonSerializer.Serialize(Hostile)}}: 1
            }
            """;
    }

    private static string Literal(string text) => "\"" + string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"\\u{(int)c:X4}")) + "\"";

    private static string Xml(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}

/// <summary>Tests that share the product.</summary>
[CollectionDefinition(Name)]
public sealed class BuiltProductTests : ICollectionFixture<BuiltProduct>, ICollectionFixture<InstalledTool>
{
    public const string Name = "built product";
}
