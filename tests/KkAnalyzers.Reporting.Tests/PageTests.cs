using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>The page in a real browser: accessible, self-contained, usable with the keyboard, on paper, without script.</summary>
public class PageTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private static readonly Report Sample = Samples.Report();

    private async Task<(IBrowserContext Context, IPage Page, List<string> Requests, List<string> Complaints)> Open(
        Folder folder, string language, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool script = true)
    {
        foreach (var l in new[] { "nl", "fr", "en" })
            folder.File($"report.{l}.html", HtmlRenderer.Render(Sample, l));
        var context = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
        });
        var page = await context.NewPageAsync();
        List<string> requests = [], complaints = [];
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(Path.Combine(folder.Path, $"report.{language}.html")).AbsoluteUri);
        return (context, page, requests, complaints);
    }

    [Theory]
    [InlineData("nl", ColorScheme.Light, 1280)]
    [InlineData("nl", ColorScheme.Dark, 1280)]
    [InlineData("nl", ColorScheme.Light, 390)]
    [InlineData("fr", ColorScheme.Light, 1280)]
    [InlineData("fr", ColorScheme.Dark, 390)]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    public async Task Axe_sees_no_violation_and_nothing_is_requested(string language, ColorScheme scheme, int width)
    {
        using var folder = new Folder();
        var (context, page, requests, complaints) = await Open(folder, language, scheme, width);
        await using (context)
        {
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
            var violations = await page.EvaluateAsync<JsonElement>(
                "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | '))");
            Assert.Empty(violations.EnumerateArray().Select(v => v.GetString()));
            Assert.Equal([page.Url], requests);
            Assert.Empty(complaints);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the screen");
        }
    }

    [Fact]
    public async Task Filter_works_with_the_keyboard()
    {
        using var folder = new Folder();
        var (context, page, _, complaints) = await Open(folder, "en");
        await using (context)
        {
            var rows = page.Locator("#criteria tr[data-state]");
            var visible = page.Locator("#criteria tr[data-state]:visible");
            var all = await rows.CountAsync();
            Assert.Equal(Sample.Summary.Statements, all);

            await page.FocusAsync("#filter-state");
            await page.Keyboard.TypeAsync("finding");
            Assert.Equal("finding", await page.InputValueAsync("#filter-state"));
            Assert.Equal(Sample.Criteria.Count(c => c.State == State.Finding), await visible.CountAsync());

            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync("t4.09b");
            Assert.Equal(1, await visible.CountAsync());
            Assert.Equal($"Shown: 1 of {all}", await page.Locator("#filter-count").TextContentAsync());

            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(visible).ToHaveCountAsync(all);
            Assert.Empty(complaints);
        }
    }

    [Fact]
    public async Task First_tab_is_the_skip_link()
    {
        using var folder = new Folder();
        var (context, page, _, _) = await Open(folder, "nl");
        await using (context)
        {
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        }
    }

    [Fact]
    public async Task Without_script_everything_is_readable_and_no_dead_filter_shows()
    {
        using var folder = new Folder();
        var (context, page, _, _) = await Open(folder, "fr", script: false);
        await using (context)
        {
            Assert.False(await page.Locator("#filter").IsVisibleAsync());
            Assert.Equal(Sample.Summary.Statements, await page.Locator("#criteria tr[data-state]:visible").CountAsync());
        }
    }

    [Fact]
    public async Task Prints()
    {
        using var folder = new Folder();
        var (context, page, _, _) = await Open(folder, "nl");
        await using (context)
        {
            var pdf = await page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true });
            Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
            Assert.True(pdf.Length > 50_000);
            // Kept for a look when a folder is named; the tests need none.
            if (Environment.GetEnvironmentVariable("KK_SCREENSHOTS") is { Length: > 0 } shots)
            {
                Directory.CreateDirectory(shots);
                await File.WriteAllBytesAsync(Path.Combine(shots, "report.nl.pdf"), pdf);
                Sample.WriteJson(Path.Combine(shots, "report.json"));
                foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light) })
                {
                    await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                    await page.SetViewportSizeAsync(width, 900);
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(shots, $"{width}-{scheme}.png"), Clip = new Clip { X = 0, Y = 0, Width = width, Height = 2600 }, FullPage = true });
                    foreach (var section in new[] { "criteria", "personal-data" })
                    {
                        var top = (await page.Locator("#" + section).BoundingBoxAsync())!.Y;
                        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(shots, $"{width}-{scheme}-{section}.png"), Clip = new Clip { X = 0, Y = top, Width = width, Height = 1400 }, FullPage = true });
                    }
                }
            }
        }
    }
}
