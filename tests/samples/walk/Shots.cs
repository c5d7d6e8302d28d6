#:package Microsoft.Playwright
#:property PublishAot=false
#:property JsonSerializerIsReflectionEnabledByDefault=true
using Microsoft.Playwright;

// Photographs the pages that make.sh made, for docs/nl/nagaan.md and docs/fr/verifier.md. The browser is the one that KK_BROWSER
// names, or /usr/bin/chromium.
var (walk, docs) = (Path.GetFullPath(args[0]), Path.GetFullPath(args[1]));
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = Environment.GetEnvironmentVariable("KK_BROWSER") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu"],
});

foreach (var language in new[] { "nl", "fr" })
{
    var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 940, Height = 1000 }, ReducedMotion = ReducedMotion.Reduce });
    Directory.CreateDirectory(Path.Combine(docs, language, "images"));
    async Task Open(string place)
    {
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"file://{walk}/kwaliteitskader/report.{language}.html{place}");
    }

    // From the top of one element to the bottom (or the top) of another one, over the width of the page.
    async Task Shot(string name, string from, string? to = null, bool before = false, int height = 0)
    {
        // The page has scrolled to its place; a picture counts from its top.
        await page.EvaluateAsync("() => window.scrollTo(0, 0)");
        var first = (await page.Locator(from).First.BoundingBoxAsync())!;
        var last = (await page.Locator(to ?? from).First.BoundingBoxAsync())!;
        var end = before ? last.Y - 8 : last.Y + last.Height + 8;
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(docs, language, "images", $"{name}.png"), FullPage = true,
            Clip = new() { X = 0, Y = first.Y - 8, Width = 940, Height = height > 0 ? height : end - first.Y + 8 },
        });
    }

    await Open("");
    await Shot("identity", "header h1", "#scope", before: true);
    await Shot("scope", "#scope", "#states", before: true);
    await Shot("states", "#states", "#figures", before: true);
    await Shot("figures", "#figures", "#tool", before: true);
    await Shot("themes", "#themes h2", "#themes .chart");
    await Shot("changes", "#changes", "#changes h3:nth-of-type(3)", before: true);
    await Shot("context", "#context h2", "#context table");
    await Shot("expected", "#context h3", "#context h3:nth-of-type(2)", before: true);
    await Shot("evidence", "#evidence");

    await Open("#criteria");
    await page.Locator("#criteria-state").SelectOptionAsync("finding");
    await Shot("filter", "#criteria form", height: 600);
    await page.Locator("#criteria-state").SelectOptionAsync("not-evaluated");
    await page.Locator("#criteria-expected").SelectOptionAsync("yes");
    await Shot("not-evaluated", "#criteria form", height: 600);

    await Open("#findings");
    await page.Locator("#findings-rule").SelectOptionAsync("KK4501");
    await Shot("finding", "#findings form", "#findings");

    await Open("#exceptions");
    await page.Locator("#exceptions-rule").SelectOptionAsync("KK4302");
    await Shot("exception", "#exceptions");
    await page.CloseAsync();
}
