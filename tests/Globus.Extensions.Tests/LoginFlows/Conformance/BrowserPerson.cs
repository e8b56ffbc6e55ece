using Globus.Extensions.LoginFlows;
using Globus.Extensions.Testing;

namespace Globus.Extensions.Tests.LoginFlows.Conformance;

/// <summary>The person of a check at a browser, which really goes where it is sent.</summary>
internal sealed class BrowserPerson(LoginPerson person) : IBrowserLauncher
{
    public string? UnavailableReason => null;

    public Task LaunchAsync(Uri address, CancellationToken cancellationToken = default)
    {
        _ = BrowseAsync(address);
        return Task.CompletedTask;
    }

    private async Task BrowseAsync(Uri address)
    {
        using var client = new HttpClient();
        foreach (var redirect in await person.VisitAsync(address))
        {
            using var response = await client.GetAsync(redirect);
        }
    }
}
