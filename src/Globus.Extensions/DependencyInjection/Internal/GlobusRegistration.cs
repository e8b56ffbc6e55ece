using System.Diagnostics.Metrics;
using Globus.Extensions.Configuration.Internal;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Internal;
using Globus.Extensions.Tokens.Storage;
using Globus.Extensions.Tokens.Storage.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Registers everything that an app is made of. Asked twice for the same app, it does nothing the second time.</summary>
internal static class GlobusRegistration
{
    public static GlobusBuilder Add(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (string.Equals(name, HttpClientNames.OfDefaultApp, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{name}' is the prefix of the default app's HttpClients. Give the app another name.", nameof(name));
        }

        if (Find(services, name) is { } known)
        {
            return new GlobusBuilder(services, known);
        }

        var registration = new AppRegistration(name);
        var builder = new GlobusBuilder(services, registration);
        AddShared(services, builder);
        services.AddSingleton(registration);
        AddOptions(services, registration);
        AddApp(services, registration);
        Pipeline.AddOAuthClient(services, registration);
        AddClient(services, registration, ServiceDescription.Auth, static connection => new AuthClient(connection));
        AddClient(services, registration, ServiceDescription.Groups, static connection => new GroupsClient(connection));
        AddClient(services, registration, ServiceDescription.Transfer, static connection => new TransferClient(connection));
        return builder;
    }

    public static AppRegistration? Find(IServiceCollection services, string name)
    {
        foreach (var service in services)
        {
            if (!service.IsKeyedService && service.ImplementationInstance is AppRegistration registration && registration.Name == name)
            {
                return registration;
            }
        }

        return null;
    }

    private static void AddShared(IServiceCollection services, GlobusBuilder builder)
    {
        if (services.Any(static service => service.ServiceType == typeof(TokenLocations)))
        {
            return;
        }

        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton<TokenLocations>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEnvironmentVariables, ProcessEnvironmentVariables>();
        services.TryAddSingleton<ITokenRenewalLock, InProcessTokenRenewalLock>();
        services.TryAddSingleton<IBrowserLauncher>(static provider => new SystemBrowserLauncher(
            provider.GetRequiredService<TimeProvider>(), new BrowserSearch(provider.GetRequiredService<IEnvironmentVariables>(), BrowserPlatform.Current)));
        builder
            .AddStrategy<ITokenStorageFactory>(TokenStorageNames.Json, static provider => new JsonTokenStorageFactory(context => AppFactory.GetProtector(provider, context.Name)))
            .AddStrategy<ITokenStorageFactory>(TokenStorageNames.NativeApps, static _ => new NativeAppsTokenStorageFactory())
            .AddStrategy<ITokenStorageFactory>(TokenStorageNames.Memory, static _ => new MemoryTokenStorageFactory())
            .AddStrategy<ITokenStorageFactory>(TokenStorageNames.None, static _ => new NullTokenStorageFactory())
            .AddStrategy<ILoginFlowManagerFactory>(LoginFlowNames.CommandLine, static _ => new CommandLineLoginFlowManagerFactory())
            .AddStrategy<ILoginFlowManagerFactory>(LoginFlowNames.Auto, static provider => new AutoLoginFlowManagerFactory(provider))
            .AddStrategy<ILoginFlowManagerFactory>(LoginFlowNames.LocalServer, static provider => new LocalServerLoginFlowManagerFactory(
                provider.GetRequiredService<IOptionsMonitor<LocalServerLoginOptions>>(), provider.GetRequiredService<IBrowserLauncher>()));
    }

    private static void AddOptions(IServiceCollection services, AppRegistration registration)
    {
        services.AddOptionsWithValidateOnStart<GlobusOptions>(registration.Name).Configure(registration.Describe);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<GlobusOptions>, GlobusOptionsDefaults>());
        services.AddSingleton<IValidateOptions<GlobusOptions>>(new GlobusOptionsValidator(registration.Name, () => registration.ConfigurationPath));
        services.AddOptionsWithValidateOnStart<LocalServerLoginOptions>(registration.Name);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LocalServerLoginOptions>, LocalServerLoginOptionsValidator>());
        services.AddSingleton<IValidateOptions<GlobusOptions>>(new ScopeRequirementsValidator(registration));
        services.AddSingleton<IValidateOptions<GlobusOptions>>(provider => new StrategiesValidator(
            registration,
            provider.GetServices<StrategyName<ITokenStorageFactory>>(),
            provider.GetServices<StrategyName<ILoginFlowManagerFactory>>(),
            provider.GetRequiredService<TokenLocations>()));
    }

    // An application's own registration of any of these wins, before ours or after it.
    private static void AddApp(IServiceCollection services, AppRegistration registration)
    {
        TryAdd<IGlobusApp>(AppFactory.CreateApp);
        TryAdd<ITokenStorage>(static (provider, registration) => provider.GetRequiredKeyedService<TokenStorageSource>(registration.Key).Create());
        TryAdd<TokenStorageSource>(static (provider, registration) => new TokenStorageSource(provider, registration));
        TryAdd<ILoginFlowManager>(static (provider, registration) => provider.GetRequiredKeyedService<LoginFlowFactory>(registration.Key).CreateDefault());
        TryAdd<LoginFlowFactory>(static (provider, registration) => new LoginFlowFactory(provider, registration));
        TryAdd<GlobusLoginClient>(AppFactory.CreateLoginClient);
        TryAdd<Telemetry>(static (provider, registration) => Telemetry.Create(
            provider.GetRequiredService<IMeterFactory>(), provider.GetRequiredService<TimeProvider>(), registration.Name));

        void TryAdd<TService>(Func<IServiceProvider, AppRegistration, TService> create)
            where TService : class =>
            services.TryAdd(ServiceDescriptor.KeyedSingleton(typeof(TService), registration.Key, (provider, _) => create(provider, registration)));
    }

    private static void AddClient<TClient>(
        IServiceCollection services, AppRegistration registration, ServiceDescription service, Func<ServiceConnection, TClient> create)
        where TClient : GlobusServiceClient
    {
        Pipeline.AddServiceClient(services, registration, service);
        services.TryAdd(ServiceDescriptor.KeyedTransient(typeof(TClient), registration.Key, (provider, _) => create(Pipeline.Connect(provider, registration, service))));
    }
}
