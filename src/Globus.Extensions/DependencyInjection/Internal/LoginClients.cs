using Globus.Extensions.Configuration;
using Globus.Extensions.Configuration.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.OAuth.Internal;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>The one place where login clients are made, for apps and for connections.</summary>
internal static class LoginClients
{
    public static NativeLoginClient CreateNative(HttpClient client, GlobusOptions options, string clientId, TimeProvider timeProvider) =>
        new(Context(client, options, clientId, timeProvider));

    public static ConfidentialLoginClient CreateConfidential(
        HttpClient client, GlobusOptions options, string clientId, Func<string> secret, TimeProvider timeProvider) =>
        new(Context(client, options, clientId, timeProvider), secret);

    private static LoginClientContext Context(HttpClient client, GlobusOptions options, string clientId, TimeProvider timeProvider) => new()
    {
        HttpClient = client,
        AuthUrl = ServiceUrl.Get(options, GlobusServices.Auth),
        ClientId = clientId,
        UsePkceForConfidentialClients = options.UsePkceForConfidentialClients,
        UseNonce = options.UseNonce,
        TimeProvider = timeProvider,
    };
}
