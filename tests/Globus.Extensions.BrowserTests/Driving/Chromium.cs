using Globus.Extensions.BrowserTests.Driving;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Globus.Extensions.BrowserTests.Driving;

/// <summary>The one headless Chromium of the run; each test gets a profile of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    /// <summary>Chromium may be run by root, and asks nobody outside for anything.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments });
    }

    /// <summary>Opens a browser that nobody has used yet. The test is skipped where there is no Chromium, save in CI, which has to have one.</summary>
    public async Task<Person> OpenAsync(Look? look = null)
    {
        if (_browser is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", $"{Path} is not there: apt-get install chromium");
            Assert.Fail($"{Path} is not there.");
        }

        look ??= Look.Wide;
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = look.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            JavaScriptEnabled = look.HasScript,
        });
        return await Person.SitDownAsync(context, look);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
