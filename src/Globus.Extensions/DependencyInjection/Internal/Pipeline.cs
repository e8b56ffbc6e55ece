using Globus.Extensions.Configuration.Internal;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.Http.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Registers the HttpClients of an app, each with its handlers in the order of design.md.</summary>
internal static class Pipeline
{
    public const string LogCategory = "Globus.Extensions.Http";

    public static void AddServiceClient(IServiceCollection services, AppRegistration registration, ServiceDescription service)
    {
        Add(services, registration.Name, HttpClientNames.Of(registration.Name, service.ShortName))
            // Handlers that the application gives to all of its clients would stand outside of ours: a retry there would break the rules of what is
            // sent twice. The builder's hooks are the way in.
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
            .AddHttpMessageHandler(static provider => new AuthorizationHandler(CreateLogger(provider), provider.GetRequiredService<TimeProvider>()))
            .AddHttpMessageHandler(provider => CreateResilienceHandler(provider, registration.Name, service.Service));
    }

    public static void AddOAuthClient(IServiceCollection services, AppRegistration registration)
    {
        Add(services, registration.Name, HttpClientNames.OAuth(registration.Name))
            // Handlers that the application gives to all of its clients stay away from codes that work once.
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
            .AddHttpMessageHandler(provider => CreateResilienceHandler(provider, registration.Name, GlobusService.Auth));
    }

    /// <summary>The connection of a client: cheap, so clients are made whenever they are asked for.</summary>
    public static ServiceConnection Connect(IServiceProvider provider, AppRegistration registration, ServiceDescription service) =>
        Connect(provider, registration, service, AppAuthorization.Of(provider.GetRequiredKeyedService<IGlobusApp>(registration.Key)));

    /// <summary>The connection of a client whose requests somebody else than the app authorizes.</summary>
    public static ServiceConnection Connect(IServiceProvider provider, AppRegistration registration, ServiceDescription service, IRequestAuthorization authorization)
    {
        var baseUrl = ServiceUrl.Get(AppFactory.GetOptions(provider, registration.Name), service.ShortName);
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientNames.Of(registration.Name, service.ShortName));
        return new ServiceConnection(client, new RequestAuthorization(authorization, service.ResourceServer, baseUrl), service.Service)
        {
            TimeProvider = provider.GetRequiredService<TimeProvider>(),
            Logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(service.LogCategory),
            Telemetry = AppFactory.GetTelemetry(provider, registration.Name),
        };
    }

    /// <summary>The same pipeline where there is no container, over a handler that several share.</summary>
    public static HttpClient Compose(
        GlobusOptions options, GlobusService service, bool isAuthorized, HttpMessageHandler primary, ILogger logger, Telemetry telemetry)
    {
        HttpMessageHandler handler = new ResilienceHandler(service, ResilienceSettings.From(options), logger, telemetry.TimeProvider) { InnerHandler = primary, Telemetry = telemetry };
        if (isAuthorized)
        {
            handler = new AuthorizationHandler(logger, telemetry.TimeProvider) { InnerHandler = handler };
        }

        var client = new HttpClient(handler, disposeHandler: false);
        Prepare(client, options);
        return client;
    }

    public static ILogger CreateLogger(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory);

    private static IHttpClientBuilder Add(IServiceCollection services, string appName, string clientName) =>
        services.AddHttpClient(clientName)
            .ConfigureHttpClient((provider, client) => Prepare(client, AppFactory.GetOptions(provider, appName)))
            .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandler.Create(AppFactory.GetOptions(provider, appName)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    private static void Prepare(HttpClient client, GlobusOptions options)
    {
        client.Timeout = Timeout.InfiniteTimeSpan; // The resilience handler keeps the time; logins may take longer.
        ClientInfo.AddTo(client, options);
    }

    private static ResilienceHandler CreateResilienceHandler(IServiceProvider provider, string appName, GlobusService service) =>
        new(service, ResilienceSettings.From(AppFactory.GetOptions(provider, appName)), CreateLogger(provider), provider.GetRequiredService<TimeProvider>())
        {
            Telemetry = AppFactory.GetTelemetry(provider, appName),
        };
}
