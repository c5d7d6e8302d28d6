using Microsoft.Playwright;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>
/// An installed Chromium, Chrome or Edge: <c>KK_BROWSER</c>, then PATH, then the usual places; on Linux as root one is
/// installed with apt-get. The test library's own download of browsers is never used.
/// </summary>
public sealed class BrowserFixture : Xunit.IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var path = Find() ?? Install() ?? throw new InvalidOperationException(
            "These tests look at the report in a browser. Install Chromium, Chrome or Edge (Debian: apt-get install chromium), or put the path of its program into KK_BROWSER.");
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Headless = true,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("KK_BROWSER") is { Length: > 0 } chosen)
            return File.Exists(chosen) ? chosen : throw new FileNotFoundException("KK_BROWSER names no file.", chosen);

        string[] names = OperatingSystem.IsWindows()
            ? ["chrome.exe", "msedge.exe", "chromium.exe"]
            : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
                .Select(Environment.GetFolderPath).Where(f => f.Length > 0)
                .SelectMany(f => new[] { "Google/Chrome/Application", "Microsoft/Edge/Application", "Chromium/Application" }.Select(a => Path.Combine(f, a))));
        string[] bundles =
        [
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "/snap/bin/chromium",
        ];
        return folders.SelectMany(f => names.Select(n => Path.Combine(f, n))).Concat(bundles).FirstOrDefault(File.Exists);
    }

    private static string? Install()
    {
        SystemPackages.Install("chromium");
        return Find();
    }
}
