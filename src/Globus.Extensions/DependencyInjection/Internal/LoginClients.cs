using Globus.Extensions.Configuration;
using Globus.Extensions.Configuration.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.OAuth.Internal;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>The one place where login clients are made, for apps and for connections.</summary>
internal static class LoginClients
{
    public static NativeLoginClient CreateNative(HttpClient client, GlobusOptions options, string clientId, TimeProvider timeProvider, ILoggerFactory loggers) =>
        new(Context(client, options, clientId, timeProvider, loggers));

    public static ConfidentialLoginClient CreateConfidential(
        HttpClient client, GlobusOptions options, string clientId, Func<string> secret, TimeProvider timeProvider, ILoggerFactory loggers) =>
        new(Context(client, options, clientId, timeProvider, loggers), secret);

    private static LoginClientContext Context(
        HttpClient client, GlobusOptions options, string clientId, TimeProvider timeProvider, ILoggerFactory loggers) => new()
        {
            HttpClient = client,
            AuthUrl = ServiceUrl.Get(options, GlobusServices.Auth),
            ClientId = clientId,
            UsePkceForConfidentialClients = options.UsePkceForConfidentialClients,
            UseNonce = options.UseNonce,
            TimeProvider = timeProvider,
            Logger = loggers.CreateLogger("Globus.Extensions.Tokens"),
        };
}
