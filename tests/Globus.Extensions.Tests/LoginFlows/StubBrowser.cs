using System.Net;
using Globus.Extensions.Emulator;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.LoginFlows;

/// <summary>A browser in which a person logs in at once, or does whatever the test wants; it keeps the page that it was shown in the end.</summary>
internal sealed class StubBrowser(GlobusEmulator emulator) : IBrowserLauncher
{
    private readonly TaskCompletionSource<BrowserPage> _last = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? UnavailableReason { get; init; }

    /// <summary>Makes the address that the browser visits in the end from the one to which Globus sends it.</summary>
    public Func<Uri, Uri> Redirect { get; init; } = static redirect => redirect;

    /// <summary>What happens before the person logs in.</summary>
    public Func<Uri, Task> Before { get; init; } = static _ => Task.CompletedTask;

    /// <summary>What the person saw in the end.</summary>
    public Task<BrowserPage> LastPage => _last.Task;

    public Uri? Opened { get; private set; }

    public static async Task<BrowserPage> VisitAsync(Uri address, HttpMethod? method = null, string? host = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.Host = host;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new BrowserPage(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Concat(response.Content.Headers).ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value)));
    }

    /// <summary>The address that the program listens on, as the authorize URL has it.</summary>
    public static Uri RedirectUriOf(Uri authorizeUrl) => new(WebUtility.UrlDecode(QueryOf(authorizeUrl, "redirect_uri")));

    public static string QueryOf(Uri address, string name) =>
        address.Query.TrimStart('?').Split('&').Single(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    public Task LaunchAsync(Uri address, CancellationToken cancellationToken = default)
    {
        Opened = address;
        _ = BrowseAsync(address);
        return Task.CompletedTask;
    }

    private async Task BrowseAsync(Uri address)
    {
        try
        {
            await Before(address);
            _last.SetResult(await VisitAsync(Redirect(emulator.SignIn(address, EmulatedGlobus.Ada))));
        }
        catch (Exception exception)
        {
            _last.SetException(exception);
        }
    }
}
