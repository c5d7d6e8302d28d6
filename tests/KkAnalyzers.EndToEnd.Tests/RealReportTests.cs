using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using KkAnalyzers.Reporting.Tests;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>
/// The files of a real build's report, whose texts from outside all try to leave their place: valid for the validators of others,
/// inert, accessible, and at rest in a browser.
/// </summary>
[Collection(BuiltProductTests.Name)]
public sealed partial class RealReportTests(BuiltProduct product, InstalledTool kk, BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public void Validators_of_others_accept_every_format()
    {
        byte[] Export(string format)
        {
            var file = product.Workspace.PathOf($"App/bin/export.{format}.json");
            var (code, output, error) = kk.Run(product.Workspace.Root, "export", format, product.Report, "-o", file, "--timestamp", "2026-06-01T12:00:00Z");
            Assert.True(code == 0, output + error);
            return File.ReadAllBytes(file);
        }

        byte[] Written(string name) => File.ReadAllBytes(Path.Combine(product.Report, name));
        var oscal = Path.Combine(Validators.Root, "tests/validators/schemas/oscal-assessment-results.schema.json");
        var jobs = new List<Job>
        {
            new("report.json", "schema", Written("report.json"), Path.Combine(Validators.Root, "src/KkAnalyzers.Reporting/schema/report.schema.json")),
            new("report.cdx.json", "cyclonedx", Written("report.cdx.json")),
            new("oscal", "schema", Export("oscal"), oscal),
        };
        if (Validators.HasMultitool)
        {
            jobs.Add(new("report.sarif", "sarif", Written("report.sarif")));
            jobs.Add(new("github", "sarif", Export("github")));
        }

        var verdicts = Validators.Run(jobs);
        Assert.Equal(jobs.Count, verdicts.Count);
        Assert.Empty(verdicts.SelectMany(v => v.Value.Errors.Select(e => $"{v.Key}: {e}")));

        // GitLab has no validator: a list with exactly these members, and no fingerprint twice.
        using var gitlab = JsonDocument.Parse(Export("gitlab"));
        var fingerprints = gitlab.RootElement.EnumerateArray().Select(e =>
        {
            Assert.Equal(["check_name", "description", "fingerprint", "location", "severity"], e.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
            Assert.DoesNotMatch(@"^(\./|/)|\.\.", e.GetProperty("location").GetProperty("path").GetString());
            return e.GetProperty("fingerprint").GetString();
        }).ToArray();
        Assert.NotEmpty(fingerprints);
        Assert.Distinct(fingerprints);
    }

    [Fact]
    public void No_text_from_outside_leaves_its_place_in_any_file()
    {
        foreach (var name in FolderAssert.Files(product.Report))
        {
            var text = File.ReadAllText(Path.Combine(product.Report, name));
            Assert.False(Hidden().IsMatch(text), $"{name} has a character that nobody sees");
            switch (Path.GetExtension(name))
            {
                case ".html":
                    Assert.Equal(1, Regex.Count(text, "<script", RegexOptions.IgnoreCase));
                    Assert.DoesNotContain("href=\"https://evil", text, StringComparison.OrdinalIgnoreCase);
                    break;
                case ".md":
                    Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("[x](", text, StringComparison.Ordinal);
                    break;
                case ".csv":
                    Assert.DoesNotMatch("(^|;)\"[=+@-]", text);
                    break;
                case ".json" or ".sarif":
                    JsonDocument.Parse(text).Dispose();
                    break;
            }
        }

        Assert.Contains("\\u202E", File.ReadAllText(Path.Combine(product.Report, "report.json")), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Lines of the compiler and of MSBuild name files as they are; these are ours.</summary>
    [Fact]
    public void The_build_says_it_visibly()
    {
        var ours = product.Output.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Contains(" KK9", StringComparison.Ordinal) || l.Contains("KkAnalyzers ->", StringComparison.Ordinal)).ToArray();
        Assert.Contains(ours, l => l.Contains("KK9002", StringComparison.Ordinal) && l.Contains("kwaliteitskader.json(", StringComparison.Ordinal) && l.Contains("\\u202Egnp.exe\\u001B[31m", StringComparison.Ordinal));
        Assert.Contains(ours, l => l.Contains("KK900", StringComparison.Ordinal) && l.Contains("etc/passwd", StringComparison.Ordinal));
        Assert.All(ours, l => Assert.DoesNotMatch(Hidden(), l));
    }

    [Fact]
    public void Every_command_says_it_visibly()
    {
        var folder = product.Workspace.PathOf("App/bin/commands");
        string[][] commands =
        [
            ["gate", product.Report, "--policy", product.Workspace.PathOf("kk.policy.json")],
            ["diff", product.Report, product.Report],
            ["diff", product.Report, product.Report, "--format", "md"],
            ["diff", product.Report, product.Report, "--format", "json"],
            ["render", product.Report, "-o", Path.Combine(folder, "rendered")],
            ["render", product.Report, "--format", "md", "--languages", "en", "-o", "-"],
            ["export", "gitlab", product.Report],
            ["export", "github", product.Report],
            ["export", "oscal", product.Report, "--timestamp", "2026-06-01T12:00:00Z"],
            ["merge", product.Report, "-o", Path.Combine(folder, "merged"), "--as-of", "2026-06-01"],
            ["evidence", "check", product.Workspace.PathOf("kwaliteitskader.json")],
            ["baseline", "create", Path.Combine(product.Report, "report.json"), "-b", Path.Combine(folder, "kk.baseline.json")],
            ["baseline", "prune", Path.Combine(product.Report, "report.json"), "-b", Path.Combine(folder, "kk.baseline.json")],
            ["verify", product.Signed, "--key", product.PublicKey],
            ["verify", product.Signed, "--key", product.PublicKey, "--json"],
            ["pack", product.Signed, "-o", Path.Combine(folder, "dossier.zip"), "--declaration", product.Workspace.PathOf("kwaliteitskader.json")],
            ["explain", BuiltProduct.Hostile],
            [BuiltProduct.Hostile],
            ["gate", BuiltProduct.Hostile],
        ];
        foreach (var command in commands)
        {
            var (code, output, error) = kk.Run(product.Workspace.Root, command);
            Assert.True(code is >= 0 and <= 4, $"{string.Join(' ', command)}: {code}\n{error}");
            Assert.False(Hidden().IsMatch(output + error), $"{string.Join(' ', command)} shows a character that nobody sees:\n{output}{error}");
            Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_page_is_accessible_and_asks_for_nothing(string language)
    {
        await using var context = await browser.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        List<string> requests = [], complaints = [];
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) => complaints.Add("dialog: " + dialog.Message);
        await page.GotoAsync(new Uri(Path.Combine(product.Report, $"report.{language}.html")).AbsoluteUri);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var violations = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | '))");
        Assert.Empty(violations.EnumerateArray().Select(v => v.GetString()));
        Assert.Equal([page.Url], requests);
        Assert.Empty(complaints);
        Assert.Equal(1, await page.Locator("script").CountAsync());
    }

    [GeneratedRegex("[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069]")]
    private static partial Regex Hidden();
}
