using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(EditEngine.Browser.Browser))]

namespace EditEngine.Browser;

/// <summary>A real browser, started once for all tests: that of <c>EDITS_CHROMIUM</c>, or one on the path. Where there is none, tests are skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const int WaitsFor = 45_000; // milliseconds

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>What is injected into a page to look at it as a screen reader does.</summary>
    public static string AxeScript { get; } = new BundledAxeScriptProvider().GetScript();

    public async ValueTask InitializeAsync()
    {
        if (Find() is not string path)
        {
            return;
        }

        // Other tests run beside these: what comes late has come.
        Assertions.SetDefaultExpectTimeout(WaitsFor);
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _driver?.Dispose();
    }

    /// <summary>A window of its own, with no cookie of another.</summary>
    public async Task<IBrowserContext> Open(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipWhen(_browser is null, "There is no browser: install chromium, or say in EDITS_CHROMIUM where one is.");
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 }, ColorScheme = scheme });
        context.SetDefaultTimeout(WaitsFor);
        return context;
    }

    private static string? Find() => Environment.GetEnvironmentVariable("EDITS_CHROMIUM") is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
