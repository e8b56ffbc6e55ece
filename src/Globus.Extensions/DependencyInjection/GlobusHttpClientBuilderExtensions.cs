using Globus.Extensions;
using Globus.Extensions.Configuration.Internal;
using Globus.Extensions.DependencyInjection;
using Globus.Extensions.DependencyInjection.Internal;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Scopes;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Authorizes any HttpClient with the tokens of an app.</summary>
public static class GlobusHttpClientBuilderExtensions
{
    /// <summary>
    /// Attaches tokens of the default app to the requests of this client: of Flows or Search, of a collection's https server, or of a service of
    /// one's own. A 401 renews the token once. The client's timeout covers logins and renewals, too.
    /// </summary>
    /// <param name="builder">The client, which has a base address: the token goes nowhere else.</param>
    /// <param name="resourceServer">The resource server that the requests go to.</param>
    /// <param name="scopes">Scopes of that resource server; they join those that the app requires.</param>
    /// <returns>The client's builder.</returns>
    /// <exception cref="ArgumentException">There is no resource server, or a scope is empty.</exception>
    /// <exception cref="FormatException">A scope is malformed.</exception>
    /// <exception cref="InvalidOperationException">The app is not registered.</exception>
    public static IHttpClientBuilder AddGlobusAuthorization(this IHttpClientBuilder builder, string resourceServer, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return builder.AddGlobusAuthorization(options =>
        {
            options.ResourceServer = resourceServer;
            foreach (var scope in scopes)
            {
                options.Scopes.Add(scope);
            }
        });
    }

    /// <summary>Attaches tokens of an app to the requests of this client, as the options say.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Says which app, which resource server, which scopes.</param>
    /// <returns>The client's builder.</returns>
    /// <exception cref="ArgumentException">There is no resource server, or a scope is empty.</exception>
    /// <exception cref="FormatException">A scope is malformed.</exception>
    /// <exception cref="InvalidOperationException">The app is not registered.</exception>
    public static IHttpClientBuilder AddGlobusAuthorization(this IHttpClientBuilder builder, Action<GlobusAuthorizationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new GlobusAuthorizationOptions();
        configure(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ResourceServer, nameof(configure));
        foreach (var scope in options.Scopes)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(scope, nameof(configure));
            _ = ScopeSet.Parse(scope);
        }

        var registration = GlobusRegistration.Find(builder.Services, options.AppName) ?? throw new InvalidOperationException(
            options.AppName.Length == 0 ? "Call AddGlobus before AddGlobusAuthorization." : $"Call AddGlobus(\"{options.AppName}\") before AddGlobusAuthorization.");
        if (options.Scopes.Count > 0)
        {
            registration.AdditionalScopes.Add(new(options.ResourceServer, [.. options.Scopes]));
        }

        var clientName = builder.Name;
        return builder.AddHttpMessageHandler(provider =>
        {
            var app = AppAuthorization.Of(provider.GetRequiredKeyedService<IGlobusApp>(registration.Key));
            var authorization = new RequestAuthorization(app, options.ResourceServer, BaseUrlOf(provider, clientName, options));
            return new AuthorizationHandler(Pipeline.CreateLogger(provider), provider.GetRequiredService<TimeProvider>(), authorization);
        });
    }

    private static Uri BaseUrlOf(IServiceProvider provider, string clientName, GlobusAuthorizationOptions options)
    {
        var url = options.BaseUrl ?? ConfiguredBaseAddress(provider, clientName) ?? throw new InvalidOperationException(
            $"The HttpClient '{clientName}' has no base address, so it is not known where tokens for '{options.ResourceServer}' may go. "
            + $"Set its BaseAddress, or {nameof(GlobusAuthorizationOptions)}.{nameof(GlobusAuthorizationOptions.BaseUrl)}.");
        return url.IsAbsoluteUri && ServiceUrl.IsSafe(url) ? url : throw new InvalidOperationException(
            $"The base address '{url}' of the HttpClient '{clientName}' is not https. Plain http is allowed on a loopback address only, since tokens are sent there.");
    }

    // The factory configures clients, not handlers: a client that sends nothing tells what it would be given.
    private static Uri? ConfiguredBaseAddress(IServiceProvider provider, string clientName)
    {
        using var client = new HttpClient(new HttpClientHandler());
        foreach (var action in provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(clientName).HttpClientActions)
        {
            action(client);
        }

        return client.BaseAddress;
    }
}
