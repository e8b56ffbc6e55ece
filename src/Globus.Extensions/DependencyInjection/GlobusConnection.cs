using System.Collections.Frozen;
using Globus.Extensions.Apps.Internal;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Configuration.Internal;
using Globus.Extensions.DependencyInjection.Internal;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions;

/// <summary>
/// Globus without an app and without a container: the same pipeline of authorization, retries and typed errors, with tokens that the
/// program looks after itself. It owns the HttpClients of everything that it gives, so dispose it when the program is done with Globus.
/// Thread-safe; one serves a whole program, and any number of people in it.
/// </summary>
/// <example>
/// <code>
/// using var globus = new GlobusConnection();
/// var loginClient = globus.CreateNativeLoginClient(clientId);
/// // … log in, store …
/// var groups = globus.CreateGroupsClient(new RefreshTokenAuthorizer(loginClient, token));
/// </code>
/// </example>
public sealed class GlobusConnection : IDisposable
{
    private readonly FrozenDictionary<string, IGlobusAuthorizer> _authorizers;
    private readonly GlobusOptions _options;
    private readonly Telemetry _telemetry;
    private readonly ILoggerFactory _loggers;
    private readonly SocketsHttpHandler? _ownedHandler;
    private readonly HttpClient _oauth;
    private readonly FrozenDictionary<ServiceDescription, HttpClient> _services;

    /// <summary>Creates a connection for logins, and for clients that each get their own authorizer.</summary>
    /// <param name="options">How to reach Globus.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is wrong.</exception>
    public GlobusConnection(GlobusConnectionOptions? options = null)
        : this(FrozenDictionary<string, IGlobusAuthorizer>.Empty, options)
    {
    }

    /// <summary>Creates a connection whose requests one authorizer authorizes: those to the service that its tokens are for, and no others.</summary>
    /// <param name="authorizer">The authorizer, which knows its resource server; a <see cref="NullAuthorizer"/> serves them all.</param>
    /// <param name="options">How to reach Globus.</param>
    /// <exception cref="ArgumentException">The authorizer does not say which service it is for.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is wrong.</exception>
    public GlobusConnection(IGlobusAuthorizer authorizer, GlobusConnectionOptions? options = null)
        : this(ConnectionAuthorizers.Of(authorizer), options)
    {
    }

    /// <summary>Creates a connection with an authorizer for each service.</summary>
    /// <param name="authorizers">The authorizers by resource server (<see cref="Scopes.GlobusResourceServers"/>).</param>
    /// <param name="options">How to reach Globus.</param>
    /// <exception cref="ArgumentException">An authorizer stands under another resource server than the one it is for.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is wrong.</exception>
    public GlobusConnection(IReadOnlyDictionary<string, IGlobusAuthorizer> authorizers, GlobusConnectionOptions? options = null)
        : this(ConnectionAuthorizers.Of(authorizers), options)
    {
    }

    private GlobusConnection(FrozenDictionary<string, IGlobusAuthorizer> authorizers, GlobusConnectionOptions? options)
    {
        options ??= new GlobusConnectionOptions();
        _authorizers = authorizers;
        _options = ConnectionSettings.Read(options);
        _telemetry = Telemetry.Create(options.MeterFactory, options.TimeProvider);
        _loggers = options.LoggerFactory;
        _ownedHandler = options.PrimaryHandler is null ? PrimaryHandler.Create(_options) : null;
        var logger = options.LoggerFactory.CreateLogger(Pipeline.LogCategory);
        var handler = options.PrimaryHandler ?? _ownedHandler!;
        _oauth = Pipeline.Compose(_options, GlobusService.Auth, isAuthorized: false, handler, logger, _telemetry);
        _services = ServiceDescription.All.ToFrozenDictionary(
            static service => service,
            service => Pipeline.Compose(_options, service.Service, isAuthorized: true, handler, logger, _telemetry));
        foreach (var problem in _options.EnvironmentWarnings)
        {
            AppLog.EnvironmentSettingIgnored(logger, problem);
        }
    }

    /// <summary>The client of Globus Auth.</summary>
    /// <exception cref="InvalidOperationException">The connection has no authorizer for Auth.</exception>
    public AuthClient Auth => new(Connect(ServiceDescription.Auth));

    /// <summary>The client of Globus Groups.</summary>
    /// <exception cref="InvalidOperationException">The connection has no authorizer for Groups.</exception>
    public GroupsClient Groups => new(Connect(ServiceDescription.Groups));

    /// <summary>The client of Globus Transfer.</summary>
    /// <exception cref="InvalidOperationException">The connection has no authorizer for Transfer.</exception>
    public TransferClient Transfer => new(Connect(ServiceDescription.Transfer));

    /// <summary>Creates a client of Globus Auth with an authorizer of its own, for one of many people, say.</summary>
    /// <param name="authorizer">The authorizer, which is for <c>auth.globus.org</c>.</param>
    /// <returns>The client, which lives as long as this connection.</returns>
    /// <exception cref="ArgumentException">The authorizer is for another service.</exception>
    public AuthClient CreateAuthClient(IGlobusAuthorizer authorizer) => new(Connect(ServiceDescription.Auth, authorizer));

    /// <summary>Creates a client of Globus Groups with an authorizer of its own, for one of many people, say.</summary>
    /// <param name="authorizer">The authorizer, which is for <c>groups.api.globus.org</c>.</param>
    /// <returns>The client, which lives as long as this connection.</returns>
    /// <exception cref="ArgumentException">The authorizer is for another service.</exception>
    public GroupsClient CreateGroupsClient(IGlobusAuthorizer authorizer) => new(Connect(ServiceDescription.Groups, authorizer));

    /// <summary>Creates a client of Globus Transfer with an authorizer of its own, for one of many people, say.</summary>
    /// <param name="authorizer">The authorizer, which is for <c>transfer.api.globus.org</c>.</param>
    /// <returns>The client, which lives as long as this connection.</returns>
    /// <exception cref="ArgumentException">The authorizer is for another service.</exception>
    public TransferClient CreateTransferClient(IGlobusAuthorizer authorizer) => new(Connect(ServiceDescription.Transfer, authorizer));

    /// <summary>Creates a login client without a secret, for a program that people run themselves. It needs no authorizer.</summary>
    /// <param name="clientId">The id of the registered application, a UUID.</param>
    /// <returns>The login client, which lives as long as this connection.</returns>
    /// <exception cref="ArgumentException">The client id is no UUID.</exception>
    public NativeLoginClient CreateNativeLoginClient(string clientId) => LoginClients.CreateNative(_oauth, _options, Checked(clientId), _telemetry.TimeProvider, _loggers);

    /// <summary>Creates a login client with a secret. It needs no authorizer.</summary>
    /// <param name="clientId">The id of the registered application, a UUID.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <returns>The login client, which lives as long as this connection.</returns>
    /// <exception cref="ArgumentException">The client id is no UUID, or the secret is empty.</exception>
    public ConfidentialLoginClient CreateConfidentialLoginClient(string clientId, string clientSecret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        return CreateConfidentialLoginClient(clientId, () => clientSecret);
    }

    /// <summary>Creates a login client with a secret that may be rotated while the program runs. It needs no authorizer.</summary>
    /// <param name="clientId">The id of the registered application, a UUID.</param>
    /// <param name="clientSecret">Gives its secret as it is now; called for each call to Globus Auth.</param>
    /// <returns>The login client, which lives as long as this connection.</returns>
    /// <exception cref="ArgumentException">The client id is no UUID.</exception>
    public ConfidentialLoginClient CreateConfidentialLoginClient(string clientId, Func<string> clientSecret)
    {
        ArgumentNullException.ThrowIfNull(clientSecret);
        return LoginClients.CreateConfidential(_oauth, _options, Checked(clientId), clientSecret, _telemetry.TimeProvider, _loggers);
    }

    /// <summary>Ends the requests that are under way. The clients and login clients that came from here cannot be used any more.</summary>
    public void Dispose()
    {
        foreach (var client in _services.Values)
        {
            client.Dispose();
        }

        _oauth.Dispose();
        _ownedHandler?.Dispose();
    }

    private static string Checked(string clientId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        return GlobusOptionsValidator.DescribeClientId(clientId) is { } problem ? throw new ArgumentException(problem, nameof(clientId)) : clientId;
    }

    private ServiceConnection Connect(ServiceDescription service) =>
        Connect(service, _authorizers.GetValueOrDefault(service.ResourceServer) ?? throw new InvalidOperationException(ConnectionAuthorizers.Missing(service, _authorizers.Keys)));

    private ServiceConnection Connect(ServiceDescription service, IGlobusAuthorizer authorizer)
    {
        ConnectionAuthorizers.ThrowIfForAnother(authorizer, service.ResourceServer);
        var authorization = new RequestAuthorization(new AuthorizerAuthorization(authorizer), service.ResourceServer, ServiceUrl.Get(_options, service.ShortName));
        return new ServiceConnection(_services[service], authorization, service.Service)
        {
            TimeProvider = _telemetry.TimeProvider,
            Logger = _loggers.CreateLogger(service.LogCategory),
            Telemetry = _telemetry,
        };
    }
}
