using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;

namespace Globus.Extensions.Benchmarks;

/// <summary>The header of a request while the token is valid: an app's, and what MSAL does for the same from its cache.</summary>
[MemoryDiagnoser]
public class HeaderBenchmarks : IDisposable
{
    private readonly CachedMsal _msal = new();
    private ServiceProvider _provider = null!;
    private IGlobusAuthorizer _authorizer = null!;

    /// <summary>Brings a token into the app, and one into MSAL's cache.</summary>
    [GlobalSetup]
    public async Task SetUp()
    {
        var storage = new MemoryTokenStorage();
        var services = new ServiceCollection();
        services.AddGlobus(static options =>
        {
            options.ClientId = "00000000-0000-0000-0000-0000000000c1";
            options.LoginFlows.Add("command-line");
        }).UseTokenStorage(storage);
        _provider = services.BuildServiceProvider();
        var app = _provider.GetRequiredService<IGlobusApp>();
        await storage.StoreAsync([new TokenData
        {
            ResourceServer = GlobusResourceServers.Transfer,
            Scope = string.Join(' ', app.ScopeRequirements[GlobusResourceServers.Transfer]),
            AccessToken = BenchmarkToken.AccessToken,
            ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(48),
        }]).ConfigureAwait(false);
        _authorizer = await app.GetAuthorizerAsync(GlobusResourceServers.Transfer).ConfigureAwait(false);
        await _msal.GetAsync().ConfigureAwait(false);
    }

    /// <summary>As every request of a client gets it.</summary>
    /// <returns>The header.</returns>
    [Benchmark(Baseline = true)]
    public ValueTask<AuthenticationHeaderValue?> App() => _authorizer.GetAuthorizationHeaderAsync();

    /// <summary>A confidential client's own token, with the header that MSAL makes for it.</summary>
    /// <returns>The result.</returns>
    [Benchmark]
    public Task<AuthenticationResult> Msal() => _msal.GetAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        _provider?.Dispose();
        _msal.Dispose();
        GC.SuppressFinalize(this);
    }
}
