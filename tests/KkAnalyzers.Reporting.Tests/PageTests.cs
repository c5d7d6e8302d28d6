using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>The page in a real browser: accessible, self-contained, usable with the keyboard, enlarged, on paper, without script.</summary>
public class PageTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private static readonly Report Sample = Samples.Whole();

    // What is left of an A4 sheet between the margins of the style sheet, in CSS pixels.
    private const int PaperWidth = 688;
    private const int PaperHeight = 1001;

    private sealed record Opened(IBrowserContext Context, IPage Page, List<string> Requests, List<string> Complaints, Folder Folder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Context.CloseAsync();
            Folder.Dispose();
        }

        public ILocator Rows(string section) => Page.Locator($"#{section} tr[data-row]:visible");

        public Task<string?> Said(string section) => Page.Locator($"form[data-filter={section}] output").TextContentAsync();

        /// <summary>What sticks out of the screen; tables scroll within their own frame.</summary>
        public Task<string[]> TooWide() => Page.EvaluateAsync<string[]>("""
            () => {
              const page = document.documentElement;
              return page.scrollWidth <= page.clientWidth ? [] : [...document.querySelectorAll('main *')]
                .filter(e => e.getBoundingClientRect().right > page.clientWidth && !e.closest('.scroll > *')).map(e => e.outerHTML.slice(0, 200)).slice(0, 5);
            }
            """);
    }

    private async Task<Opened> Open(
        string language, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool script = true, string hash = "", Report? report = null, float scale = 1)
    {
        var folder = new Folder();
        foreach (var l in new[] { "nl", "fr", "en" })
            folder.File($"report.{l}.html", HtmlRenderer.Render(report ?? Sample, l));
        var context = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            DeviceScaleFactor = scale,
            JavaScriptEnabled = script,
        });
        var page = await context.NewPageAsync();
        List<string> requests = [], complaints = [];
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) => complaints.Add("dialog: " + dialog.Message);
        await page.GotoAsync(new Uri(Path.Combine(folder.Path, $"report.{language}.html")).AbsoluteUri + hash);
        return new Opened(context, page, requests, complaints, folder);
    }

    public static TheoryData<string, ColorScheme, int> Looks()
    {
        var all = new TheoryData<string, ColorScheme, int>();
        foreach (var language in new[] { "nl", "fr", "en" })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                all.Add(language, scheme, 1280);
                all.Add(language, scheme, 390);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Axe_sees_no_violation_and_nothing_is_requested(string language, ColorScheme scheme, int width)
    {
        await using var open = await Open(language, scheme, width);
        await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        await open.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var violations = await open.Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | '))");
        Assert.Empty(violations.EnumerateArray().Select(v => v.GetString()));
        Assert.Equal([open.Page.Url], open.Requests);
        Assert.Empty(open.Complaints);
        Assert.Empty(await open.TooWide());
    }

    [Fact]
    public async Task Criteria_are_filtered_with_the_keyboard_and_the_result_is_announced()
    {
        await using var open = await Open("en");
        var visible = open.Rows("criteria");
        var all = Sample.Summary.Statements;
        Assert.Equal(all, await visible.CountAsync());

        await open.Page.FocusAsync("#criteria-state");
        await open.Page.Keyboard.TypeAsync("finding");
        Assert.Equal(Sample.Criteria.Count(c => c.State == State.Finding), await visible.CountAsync());

        await open.Page.FocusAsync("#criteria-q");
        await open.Page.Keyboard.TypeAsync("t4.09b");
        Assert.Equal(1, await visible.CountAsync());
        Assert.Equal($"Shown: 1 of {all}", await open.Said("criteria"));
        Assert.Equal("polite", await open.Page.EvaluateAsync<string>("(() => { const o = document.querySelector('form[data-filter=criteria] output'); return o.tagName === 'OUTPUT' ? 'polite' : o.ariaLive; })()"));
        Assert.EndsWith("#criteria?state=finding&q=t4.09b", open.Page.Url, StringComparison.Ordinal);

        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visible).ToHaveCountAsync(all);
        Assert.EndsWith("#criteria", open.Page.Url, StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Criteria_are_filtered_by_theme_expectation_findings_and_change_and_searched_by_rule_and_reason()
    {
        await using var open = await Open("nl");
        var visible = open.Rows("criteria");

        async Task Shows(int expected, string control, string value)
        {
            await open.Page.EvaluateAsync("document.querySelector('form[data-filter=criteria]').reset()");
            await Assertions.Expect(visible).ToHaveCountAsync(Sample.Criteria.Count);
            if (control == "q")
                await open.Page.FillAsync("#criteria-q", value);
            else
                await open.Page.SelectOptionAsync("#criteria-" + control, value);
            Assert.Equal(expected, await visible.CountAsync());
        }

        await Shows(Sample.Criteria.Count(c => c.Id.StartsWith("T4.", StringComparison.Ordinal)), "theme", "T4");
        await Shows(Sample.Criteria.Count(c => c.Expected == true), "expected", "yes");
        var found = Sample.Findings.Where(f => f.Status != "excepted").Select(f => f.Rule).ToHashSet();
        await Shows(Sample.Criteria.Count(c => c.Rules.Any(r => found.Contains(r.Rule)) || c.OtherRules.Any(r => found.Contains(r.Rule))), "findings", "yes");
        await Shows(Sample.Changes!.Criteria.Count(c => Sample.Criteria.Any(r => r.Id == c.Criterion)), "changed", "yes");
        await Shows(Sample.Criteria.Count(c => c.Rules.Any(r => r.Rule == "KK4603")), "q", "kk4603");
        Assert.True(await open.Page.Locator("#criteria h4:visible").CountAsync() < 12, "headings without rows stay");
    }

    [Fact]
    public async Task Findings_and_exceptions_are_filtered()
    {
        await using var open = await Open("fr");
        var findings = open.Rows("findings");
        await open.Page.SelectOptionAsync("#findings-rule", "CA5351");
        Assert.Equal(Sample.Findings.Count(f => f.Rule == "CA5351"), await findings.CountAsync());
        await open.Page.SelectOptionAsync("#findings-rule", "");
        await open.Page.SelectOptionAsync("#findings-status", "baseline");
        Assert.Equal(1, await findings.CountAsync());
        await open.Page.SelectOptionAsync("#findings-status", "unjustified");
        Assert.Equal(Sample.Findings.Count(f => f.Status == "unjustified"), await findings.CountAsync());
        await open.Page.SelectOptionAsync("#findings-status", "");
        await open.Page.SelectOptionAsync("#findings-level", "warning");
        await open.Page.SelectOptionAsync("#findings-project", new SelectOptionValue { Label = "Zorgdagboek.App (net8.0)" });
        await open.Page.FillAsync("#findings-q", "diary.cs:57");
        Assert.Equal(Sample.Findings.Count(f => f is { Level: "warning", Line: 57 }), await findings.CountAsync());

        var exceptions = open.Rows("exceptions");
        await open.Page.SelectOptionAsync("#exceptions-status", "expired");
        Assert.Equal(1, await exceptions.CountAsync());
        await open.Page.SelectOptionAsync("#exceptions-status", "unjustified");
        Assert.Equal(Sample.Exceptions.Count(e => !e.Justified), await exceptions.CountAsync());
        await open.Page.SelectOptionAsync("#exceptions-status", "");
        await open.Page.SelectOptionAsync("#exceptions-kind", "declaration");
        await open.Page.FillAsync("#exceptions-q", "an peeters");
        Assert.Equal(1, await exceptions.CountAsync());
        Assert.EndsWith("#exceptions?kind=declaration&q=an+peeters", open.Page.Url, StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_link_to_what_a_filter_shows_can_be_passed_on()
    {
        await using var open = await Open("nl", hash: "#findings?rule=CA5351&q=hash.cs");
        Assert.Equal(1, await open.Rows("findings").CountAsync());
        Assert.Equal("CA5351", await open.Page.InputValueAsync("#findings-rule"));
        Assert.Equal("hash.cs", await open.Page.InputValueAsync("#findings-q"));
        Assert.True(await open.Page.EvaluateAsync<bool>("Math.abs(document.getElementById('findings').getBoundingClientRect().top) < 5"), "not scrolled to");

        // From the chart to the criteria of a theme, and from there to a criterion that the filter hides.
        await open.Page.ClickAsync("#themes tbody tr:first-child a");
        await Assertions.Expect(open.Rows("criteria")).ToHaveCountAsync(Sample.Criteria.Count(c => c.Id.StartsWith("T1.", StringComparison.Ordinal)));
        await open.Page.EvaluateAsync("location.hash = 'T4.09b'");
        await Assertions.Expect(open.Page.Locator("[id='T4.09b']")).ToBeInViewportAsync();
        Assert.EndsWith("#T4.09b", open.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#criteria?q=<img src=x onerror=alert(1)>")]
    [InlineData("#criteria?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&state=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("#findings?rule=javascript:alert(1)&constructor=x&__proto__=y")]
    [InlineData("#__proto__?q=a")]
    [InlineData("#%E0%A4%A")]
    [InlineData("#criteria?%")]
    public async Task A_hostile_address_is_a_search_for_odd_words_at_most(string hash)
    {
        await using var open = await Open("en", hash: hash);
        await open.Page.FillAsync("#exceptions-q", "<img src=x onerror=alert(1)>");
        Assert.Equal(0, await open.Page.Locator("img").CountAsync());
        Assert.Equal(1, await open.Page.Locator("script").CountAsync());
        Assert.Empty(open.Complaints);
        Assert.Single(open.Requests);
    }

    [Fact]
    public async Task Switching_language_keeps_what_the_filter_shows()
    {
        await using var open = await Open("nl");
        await open.Page.SelectOptionAsync("#criteria-state", "finding");
        await open.Page.ClickAsync(".languages a[hreflang=fr]");
        await open.Page.WaitForURLAsync("**/report.fr.html#criteria?state=finding");
        Assert.Equal("fr", await open.Page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Equal(Sample.Criteria.Count(c => c.State == State.Finding), await open.Rows("criteria").CountAsync());
    }

    [Fact]
    public async Task First_tab_is_the_skip_link()
    {
        await using var open = await Open("nl");
        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await open.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Tab_walks_the_page_from_top_to_bottom_and_out_of_it()
    {
        await using var open = await Open("nl");
        await open.Page.EvaluateAsync("""
            () => {
              window.walked = [];
              document.addEventListener('focusin', e => window.walked.push(e.target));
            }
            """);
        var expected = await open.Page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('a[href], summary, select, input, button, [tabindex="0"]')].filter(e => e.checkVisibility()).length
            """);
        for (var i = 0; i < expected; i++)
            await open.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(expected, await open.Page.EvaluateAsync<int>("window.walked.length"));
        Assert.Equal(expected, await open.Page.EvaluateAsync<int>("new Set(window.walked).size"));
        Assert.True(await open.Page.EvaluateAsync<bool>("window.walked.every((e, i, all) => i === 0 || all[i - 1].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)"), "the order is not that of the page");
    }

    [Theory]
    [InlineData(640, 2)]
    [InlineData(320, 4)]
    public async Task Enlarged_to_200_and_400_percent_nothing_has_to_be_scrolled_sideways(int width, float scale)
    {
        await using var open = await Open("fr", width: width, scale: scale);
        await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        Assert.Empty(await open.TooWide());
        await open.Page.SelectOptionAsync("#criteria-state", "finding");
        Assert.Equal(Sample.Criteria.Count(c => c.State == State.Finding), await open.Rows("criteria").CountAsync());
    }

    [Fact]
    public async Task Text_alone_can_be_made_twice_as_large()
    {
        await using var open = await Open("nl");
        await open.Page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");
        Assert.Empty(await open.TooWide());
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Parts_of_the_chart_stand_out_and_nothing_moves(ColorScheme scheme)
    {
        await using var open = await Open("nl", scheme);
        var contrast = await open.Page.EvaluateAsync<double[]>("""
            () => {
              const light = color => {
                const [r, g, b] = color.match(/\d+/g).slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                return .2126 * r + .7152 * g + .0722 * b;
              };
              const page = light(getComputedStyle(document.body).backgroundColor);
              return [...document.querySelectorAll('#themes .legend rect')].map(r => light(getComputedStyle(r).stroke)).map(v => (Math.max(v, page) + .05) / (Math.min(v, page) + .05));
            }
            """);
        Assert.Equal(8, contrast.Length);
        Assert.All(contrast, c => Assert.InRange(c, 3, 21));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).animationName !== 'none' || getComputedStyle(e).transitionDuration !== '0s' || getComputedStyle(e).scrollBehavior === 'smooth').length"));
    }

    [Fact]
    public async Task Without_script_everything_is_readable_and_no_dead_filter_shows()
    {
        await using var open = await Open("fr", script: false);
        Assert.Equal(0, await open.Page.Locator("form:visible").CountAsync());
        Assert.Equal(Sample.Summary.Statements, await open.Rows("criteria").CountAsync());
        Assert.Equal(Sample.Findings.Count, await open.Rows("findings").CountAsync());
        Assert.Equal("#criteria", await open.Page.Locator("#themes tbody a").First.GetAttributeAsync("href"));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Page_1_answers_the_buyers_questions_in_order_on_two_sheets_at_most(string language)
    {
        await using var open = await Open(language, width: PaperWidth);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var box = (await open.Page.Locator("#overview").BoundingBoxAsync())!;
        Assert.True(box.Y + box.Height <= 2 * PaperHeight, $"page 1 is {(box.Y + box.Height) / PaperHeight:0.00} sheets long");

        string[] order = ["identity", "scope", "states", "figures", "tool", "method", "verify"];
        var tops = new List<float>();
        foreach (var id in order)
            tops.Add((await open.Page.Locator("#" + id).BoundingBoxAsync())!.Y);
        Assert.Equal(tops.Order(), tops);

        var text = await open.Page.Locator("#overview").InnerTextAsync();
        Assert.All(
            new[]
            {
                "Zorgdagboek", "4.2.0", "Voorbeeldzorg bv", "02 555 12 12", "An Peeters", Texts.Get("who.role.provider")[language], "Beheerportaal", "wordt apart beoordeeld",
                "0123456789abcdef0123456789abcdef01234567", Texts.Get("tree.changed")[language].Split('{')[0], "App.dll", Sample.Projects[0].OutputSha256!, Sample.Framework.Name[language],
                Texts.Format("figure.findings.baseline", 1)[language], Texts.Format("figure.exceptions.oldest", "2025-01-01")[language], Texts.Format("figure.exceptions.next", "2026-07-01")[language],
                Texts.Format("figure.exceptions.expired", 1)[language], "2026-07-15", Sample.Tool.RuleSetSha256, Texts.Get("method.short")[language], "kk verify",
                JsonFile.Sha256(Sample), Texts.Get("expected.ours")[language], "2026-06-01",
            },
            t => Assert.Contains(t, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prints_everything_and_no_controls()
    {
        await using var open = await Open("nl");
        await open.Page.SelectOptionAsync("#criteria-state", "finding");
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(0, await open.Page.Locator("form:visible, nav:visible, .skip:visible").CountAsync());
        Assert.Equal(Sample.Summary.Statements, await open.Rows("criteria").CountAsync());
        Assert.Equal("table-header-group", await open.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('#findings thead')).display"));

        var pdf = await open.Page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true });
        var sheets = Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)");
        Assert.InRange(sheets, 10, 90);
        await Keep(open, pdf);
    }

    [Fact]
    public async Task A_hundred_thousand_findings_stay_usable()
    {
        await using var open = await Open("nl", report: Samples.Large());
        Assert.Equal(2000, await open.Rows("findings").CountAsync());
        await open.Page.FillAsync("#findings-q", "module0003");
        Assert.InRange(await open.Rows("findings").CountAsync(), 1, 100);
        Assert.Empty(open.Complaints);
    }

    /// <summary>Kept for a look when <c>KK_SCREENSHOTS</c> names a folder; the tests need none.</summary>
    private static async Task Keep(Opened open, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("KK_SCREENSHOTS") is not { Length: > 0 } shots)
            return;

        Directory.CreateDirectory(shots);
        await File.WriteAllBytesAsync(Path.Combine(shots, "report.nl.pdf"), pdf);
        Sample.WriteJson(Path.Combine(shots, "report.json"));
        foreach (var language in new[] { "nl", "fr", "en" })
            await File.WriteAllTextAsync(Path.Combine(shots, $"report.{language}.html"), HtmlRenderer.Render(Sample, language));
        await open.Page.EvaluateAsync("document.querySelector('form[data-filter=criteria]').reset()");
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (400, ColorScheme.Light) })
        {
            await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, Media = Media.Screen });
            await open.Page.SetViewportSizeAsync(width, 900);
            foreach (var section in new[] { "overview", "themes", "changes", "context", "criteria", "findings", "exceptions", "rules" })
            {
                var box = (await open.Page.Locator("#" + section).BoundingBoxAsync())!;
                await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(shots, $"{width}-{scheme}-{section}.png"), Clip = new Clip { X = 0, Y = box.Y, Width = width, Height = Math.Min(box.Height, 2000) }, FullPage = true });
            }
        }
    }
}
