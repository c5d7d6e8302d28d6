using KkAnalyzers.Reporting;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>Rules of the SDK, switches of the project and endpoints, through a real build.</summary>
public sealed class SecurityTests : IDisposable
{
    private const string Weak = """
        public class Weak
        {
            public byte[] Hash(byte[] bytes)
            {
                using var md5 = System.Security.Cryptography.MD5.Create();
                return md5.ComputeHash(bytes);
            }
        }
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    private OtherRuleRow Other(string id) => _workspace.Report().OtherRules.Single(o => o.Rule == id);

    [Fact]
    public void Rules_of_the_sdk_count_where_they_ran()
    {
        _workspace.App(Workspace.Clean).Write("App/Weak.cs", Weak).Build("App").Succeeds().Shows("CA5351").IsSilentAbout("KK4403", "CA5359");
        var report = _workspace.Report();
        Assert.Equal((true, 1), (Other("CA5351").Ran, Other("CA5351").Findings));
        Assert.True(Other("CA5350").Ran);
        Assert.False(Other("CA5359").Ran);
        Assert.False(Other("S4790").Ran);
        Assert.Equal(("App/Weak.cs", 5), (Assert.Single(report.Findings, f => f.Rule == "CA5351").File, report.Findings.Single(f => f.Rule == "CA5351").Line));
        Assert.Equal(State.Finding, report.Criteria.Single(c => c.Id == "T4.09c").State);

        // The SDK's own switch wins over the mode, and KK4403 says so with its place.
        _workspace.App(Workspace.Clean, properties: "\n<AnalysisMode>None</AnalysisMode>").Rebuild("App").Succeeds().IsSilentAbout("CA5351").Shows("KK4403");
        Assert.False(Other("CA5351").Ran);
        Assert.Equal(("App/App.csproj", 3), (Switch().File, Switch().Line));

        _workspace.App(Workspace.Clean).Rebuild("App", "-p:KkMode=none").Succeeds().IsSilentAbout("CA5351", "KK4403");
    }

    private Finding Switch() => Assert.Single(_workspace.Report().Findings, f => f.Rule == "KK4403");

    [Fact]
    public void Switches_of_the_project_are_seen_in_their_files()
    {
        _workspace.App(Workspace.Clean, properties: "\n<NoWarn>$(NoWarn);CA5351;CS1591</NoWarn>").Write("App/Weak.cs", Weak).Build("App").Succeeds().IsSilentAbout("CA5351").Shows("KK4403");
        Assert.Equal(("App/App.csproj", 3, "warning"), (Switch().File, Switch().Line, Switch().Level));

        _workspace.App(Workspace.Clean).Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA5351.severity = none\n").Rebuild("App").Succeeds().Shows("KK4403");
        Assert.Equal((".editorconfig", 3), (Switch().File, Switch().Line));

        _workspace.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA1707.severity = none\n").Rebuild("App").Succeeds().Shows("CA5351").IsSilentAbout("KK4403");

        // On the command line, in Debug: a fast inner loop.
        _workspace.Rebuild("App", "-p:RunAnalyzers=false").Succeeds().IsSilentAbout("KK4403");
        Assert.Equal("note", Switch().Level);
        _workspace.Rebuild("App", "-p:RunAnalyzers=false", "-c:Release").Shows("KK4403");
    }

    [Fact]
    public void Endpoints_of_a_web_application_and_its_security_policy()
    {
        _workspace.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
            </Project>
            """).Write("App/Program.cs", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthorization();
            var app = builder.Build();
            app.UseAuthorization();
            app.MapGet("/dossiers", (IConfiguration configuration) => configuration["dossiers"]).RequireAuthorization();
            app.MapGet("/aanmelden", (IConfiguration configuration) => configuration["tekst"]).AllowAnonymous();
            app.MapGet("/nota", (IConfiguration configuration) => configuration["nota"]);
            app.Run();
            """).Build("App").Succeeds().Shows("KK4501").IsSilentAbout("KK4407", "KK4408");
        var report = _workspace.Report();
        Assert.Equal([("/nota", "open"), ("/aanmelden", "on-purpose"), ("/dossiers", "protected")], report.Endpoints.Select(e => (e.Route, e.Access)));
        Assert.Contains("\"/nota\"", _workspace.Read("App/bin/Debug/net10.0/kwaliteitskader/endpoints.csv"), StringComparison.Ordinal);
        Assert.Contains("beschermd: 1", _workspace.Read("App/bin/Debug/net10.0/kwaliteitskader/summary.md"), StringComparison.Ordinal);

        report.Rule("KK4408").IsFinding();
        Assert.Contains(report.Findings, f => f.Rule == "KK4407" && f.Message.En.Contains("warnings do not stop", StringComparison.Ordinal));
        _workspace.Write("App/wwwroot/.well-known/security.txt", "Contact: mailto:veiligheid@voorbeeldzorg.example\nExpires: 2099-01-01T00:00:00Z\n").Rebuild("App").Succeeds();
        Assert.Equal(State.CheckedClean, _workspace.Report().Rule("KK4408").State);
        _workspace.Write("App/wwwroot/.well-known/security.txt", "Contact: mailto:veiligheid@voorbeeldzorg.example\nExpires: 2025-01-01T00:00:00Z\n").Rebuild("App").Succeeds();
        Assert.Equal("App/wwwroot/.well-known/security.txt", Assert.Single(_workspace.Report().Findings, f => f.Rule == "KK4408").File);
    }
}
