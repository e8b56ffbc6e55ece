using Globus.Extensions.Apps;
using Globus.Extensions.Configuration;
using Globus.Extensions.DependencyInjection.Internal;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.DependencyInjection;

/// <summary>Goes on with the registration of an app that <c>AddGlobus</c> began.</summary>
public sealed class GlobusBuilder
{
    private readonly AppRegistration _registration;

    internal GlobusBuilder(IServiceCollection services, AppRegistration registration)
    {
        Services = services;
        _registration = registration;
    }

    /// <summary>The services that the app is registered in.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// The name of the app: the key of its services, the name of its options and the prefix of its HttpClients. Empty for the default app, whose
    /// services have no key.
    /// </summary>
    public string Name => _registration.Name;

    /// <summary>
    /// Configures the HttpClients of all service clients. Handlers added here see every attempt, authorized. Handlers that
    /// <c>ConfigureHttpClientDefaults</c> gives to all clients of the application are left out of these: the pipeline has its own retries and times.
    /// </summary>
    /// <param name="configure">What to do with each of them.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder ConfigureHttpClients(Action<IHttpClientBuilder> configure)
    {
        foreach (var service in ServiceDescription.All)
        {
            ConfigureClient(service.ShortName, configure);
        }

        return this;
    }

    /// <summary>Configures the HttpClient of <see cref="AuthClient"/>.</summary>
    /// <param name="configure">What to do with it.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder ConfigureAuthHttpClient(Action<IHttpClientBuilder> configure) => ConfigureClient(GlobusServices.Auth, configure);

    /// <summary>Configures the HttpClient of <see cref="GroupsClient"/>.</summary>
    /// <param name="configure">What to do with it.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder ConfigureGroupsHttpClient(Action<IHttpClientBuilder> configure) => ConfigureClient(GlobusServices.Groups, configure);

    /// <summary>Configures the HttpClient of <see cref="TransferClient"/>.</summary>
    /// <param name="configure">What to do with it.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder ConfigureTransferHttpClient(Action<IHttpClientBuilder> configure) => ConfigureClient(GlobusServices.Transfer, configure);

    /// <summary>
    /// Configures the HttpClient of grants and revocation, which is apart from the others: a handler that sends requests again must not get
    /// hold of a code that works once.
    /// </summary>
    /// <param name="configure">What to do with it.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder ConfigureOAuthHttpClient(Action<IHttpClientBuilder> configure) => ConfigureClient("oauth", configure);

    /// <summary>Registers a token storage under a name for <see cref="GlobusOptions.TokenStorage"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="create">Creates the storage of an app.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder AddTokenStorage(string name, Func<IServiceProvider, GlobusAppContext, ITokenStorage> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return AddStrategy<ITokenStorageFactory>(name, provider => new DelegateTokenStorageFactory(context => create(provider, context)));
    }

    /// <summary>Registers a token storage under a name for <see cref="GlobusOptions.TokenStorage"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="storage">The storage, which every app that names it shares. Beside <c>ProtectTokens</c> it is refused, since it would keep the tokens as they are.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder AddTokenStorage(string name, ITokenStorage storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return AddStrategy<ITokenStorageFactory>(name, _ => new InstanceTokenStorageFactory(storage));
    }

    /// <summary>Has the tokens of the app encrypted wherever its storage keeps them.</summary>
    /// <remarks>
    /// The storage <c>json</c> does it; <c>memory</c> and <c>none</c> keep nothing that needs it; <c>native-apps</c> and <c>sqlite</c> do
    /// not, and are refused together with it, as is a storage that is given as an object. One that <see cref="AddTokenStorage(string, Func{IServiceProvider, GlobusAppContext, ITokenStorage})"/> makes gets the protector from the services, under the app's key.
    /// </remarks>
    /// <param name="create">Creates the protector of the app.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder ProtectTokens(Func<IServiceProvider, GlobusAppContext, ITokenProtector> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        var registration = _registration;
        registration.IsProtected = true;
        Services.Add(ServiceDescriptor.KeyedSingleton(
            typeof(ITokenProtector), registration.Key, (services, _) => create(services, AppFactory.CreateContext(services, registration))));
        return this;
    }

    /// <summary>Has the tokens of the app encrypted wherever its storage keeps them.</summary>
    /// <param name="protector">What encrypts them.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder ProtectTokens(ITokenProtector protector)
    {
        ArgumentNullException.ThrowIfNull(protector);
        return ProtectTokens((_, _) => protector);
    }

    /// <summary>Registers a login flow under a name for <see cref="GlobusOptions.LoginFlows"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="create">Creates the manager of an app from its context, its login client and what its options say of logins.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder AddLoginFlow(string name, Func<IServiceProvider, GlobusAppContext, GlobusLoginClient, LoginFlowSettings, ILoginFlowManager> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return AddStrategy<ILoginFlowManagerFactory>(
            name, provider => new DelegateLoginFlowManagerFactory((context, loginClient, settings) => create(provider, context, loginClient, settings)));
    }

    /// <summary>Registers a login flow under a name for <see cref="GlobusOptions.LoginFlows"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="manager">The manager, which every app that names it shares. Its settings are its own: a single login cannot have others.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder AddLoginFlow(string name, ILoginFlowManager manager)
    {
        ArgumentNullException.ThrowIfNull(manager);
        return AddStrategy<ILoginFlowManagerFactory>(name, _ => new InstanceLoginFlowManagerFactory(manager));
    }

    /// <summary>Sets how the login flow <c>local-server</c> of the app works: where it listens, how long, and what the person sees in the end.</summary>
    /// <param name="configure">Sets the options; they are checked at start.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder ConfigureLocalServerLogin(Action<LocalServerLoginOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(Name, configure);
        return this;
    }

    /// <summary>Gives the app a login client that was made by hand, of a <see cref="GlobusConnection"/> say, in place of one made from its options.</summary>
    /// <param name="loginClient">
    /// The login client, which its owner keeps alive. The app takes its <see cref="GlobusOptions.ClientId"/> from it; a configured one must be the same, and
    /// so must the environment. The app has no <see cref="GlobusOptions.ClientSecret"/> then.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The login client has no client id.</exception>
    public GlobusBuilder UseLoginClient(GlobusLoginClient loginClient)
    {
        ArgumentNullException.ThrowIfNull(loginClient);
        if (string.IsNullOrWhiteSpace(loginClient.ClientId))
        {
            throw new ArgumentException("The login client has no client id.", nameof(loginClient));
        }

        (_registration.LoginClient, _registration.HasOwnLoginClient) = (loginClient, true);
        Use(loginClient);
        return this;
    }

    /// <summary>Gives the app a login client that code makes when it is needed, in place of one made from its options.</summary>
    /// <param name="create">
    /// Makes the login client; it is not told from the options whether it has a secret, so an app that acts for its client names its <see cref="GlobusOptions.Kind"/>.
    /// The options name its <see cref="GlobusOptions.ClientId"/> and its environment, since the place of the tokens depends on them.
    /// </param>
    /// <returns>This builder.</returns>
    public GlobusBuilder UseLoginClient(Func<IServiceProvider, GlobusLoginClient> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        (_registration.LoginClient, _registration.HasOwnLoginClient) = (null, true);
        Services.Add(ServiceDescriptor.KeyedSingleton(typeof(GlobusLoginClient), _registration.Key, (provider, _) => create(provider)));
        return this;
    }

    /// <summary>Gives the app a token storage as an object, whatever <see cref="GlobusOptions.TokenStorage"/> says.</summary>
    /// <param name="storage">The storage; its owner disposes it, where that is needed.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder UseTokenStorage(ITokenStorage storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        _registration.HasOwnStorage = true;
        Use(storage);
        return this;
    }

    /// <summary>Gives the app a login flow as an object, whatever <see cref="GlobusOptions.LoginFlows"/> says. It brings its own login client and settings, so a single login cannot have others.</summary>
    /// <param name="manager">The manager; its owner disposes it, where that is needed.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder UseLoginFlow(ILoginFlowManager manager)
    {
        ArgumentNullException.ThrowIfNull(manager);
        _registration.HasOwnLoginFlow = true;
        Use(manager);
        return this;
    }

    /// <summary>Decides by code what happens when a request needs a login, in place of <see cref="GlobusOptions.OnLoginRequired"/>.</summary>
    /// <param name="handler">The decision.</param>
    /// <returns>This builder.</returns>
    public GlobusBuilder OnLoginRequired(LoginRequiredHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Services.Add(ServiceDescriptor.KeyedSingleton(typeof(LoginRequiredHandler), _registration.Key, (_, _) => handler));
        return this;
    }

    internal GlobusBuilder AddStrategy<TFactory>(string name, Func<IServiceProvider, TFactory> create)
        where TFactory : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Services.AddKeyedSingleton(name, (provider, _) => create(provider));
        Services.AddSingleton(new StrategyName<TFactory>(name));
        return this;
    }

    // As an instance: the container disposes only what it made.
    private void Use<TService>(TService instance)
        where TService : class =>
        Services.Add(new ServiceDescriptor(typeof(TService), _registration.Key, instance));

    private GlobusBuilder ConfigureClient(string client, Action<IHttpClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Services.AddHttpClient(HttpClientNames.Of(Name, client)));
        return this;
    }
}
