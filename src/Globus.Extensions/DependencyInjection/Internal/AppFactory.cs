using Globus.Extensions.Apps;
using Globus.Extensions.Apps.Internal;
using Globus.Extensions.Configuration;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Internal;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Puts the services of one app together. Reading the options validates them, also where no host starts.</summary>
internal static class AppFactory
{
    public static IGlobusApp CreateApp(IServiceProvider services, AppRegistration registration)
    {
        var options = GetOptions(services, registration.Name);
        var storage = services.GetRequiredKeyedService<ITokenStorage>(registration.Key);
        var loginClient = services.GetRequiredKeyedService<GlobusLoginClient>(registration.Key);
        List<string> problems = [.. OwnLoginClient.Describe(loginClient, options, registration.ConfigurationPath)];
        if (registration.IsProtected && !services.GetRequiredKeyedService<TokenStorageSource>(registration.Key).Made(storage))
        {
            problems.Add($"{registration.ConfigurationPath}:{nameof(GlobusOptions.TokenStorage)}: {StrategiesValidator.UnprotectedStorage}");
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException(registration.Name, typeof(GlobusOptions), problems);
        }

        var loginFlow = services.GetRequiredKeyedService<ILoginFlowManager>(registration.Key);
        var loginFlows = services.GetRequiredKeyedService<LoginFlowFactory>(registration.Key);
        var dependencies = new GlobusAppDependencies
        {
            Context = CreateContext(services, registration.Name, options),
            Options = options,
            LoginClient = loginClient,
            Storage = storage,
            RenewalLock = ChooseRenewalLock(services, storage),
            Requirements = CreateRequirements(options, registration),
            ConsentLookup = new ConsentLookup(authorization => new AuthClient(Pipeline.Connect(services, registration, ServiceDescription.Auth, authorization))),
            Telemetry = GetTelemetry(services, registration.Name),
            ChangeLoginFlow = loginFlows.Made(loginFlow) ? loginFlows.Create : null,
            LoginRequiredHandler = services.GetKeyedService<LoginRequiredHandler>(registration.Key),
        };
        return options.Kind == GlobusAppKind.User
            ? new UserApp(dependencies, loginFlow)
            : new ClientApp(dependencies, (ConfidentialLoginClient)loginClient);
    }

    /// <summary>What encrypts the tokens of an app at rest; <see langword="null"/> where the application did not ask for that.</summary>
    public static ITokenProtector? GetProtector(IServiceProvider services, string name) =>
        services.GetKeyedService<ITokenProtector>(AppRegistration.KeyOf(name));

    public static ILoginFlowManager CreateLoginFlow(IServiceProvider services, AppRegistration registration, LoginFlowChange change)
    {
        var options = GetOptions(services, registration.Name);
        if (options.Kind == GlobusAppKind.Client)
        {
            return new NoLoginFlowManager();
        }

        var context = CreateContext(services, registration.Name, options);
        var loginClient = services.GetRequiredKeyedService<GlobusLoginClient>(registration.Key);
        return LoginFlowStrategies.Create(
            services, context, loginClient, change.Apply(LoginFlowSettings.ForApp(options)), change.Flows ?? options.LoginFlows.AsReadOnly());
    }

    public static GlobusLoginClient CreateLoginClient(IServiceProvider services, AppRegistration registration)
    {
        var options = GetOptions(services, registration.Name);
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientNames.OAuth(registration.Name));
        var timeProvider = services.GetRequiredService<TimeProvider>();
        var loggers = services.GetRequiredService<ILoggerFactory>();
        if (options.ClientSecret is null)
        {
            return LoginClients.CreateNative(client, options, options.ClientId!, timeProvider, loggers);
        }

        var monitor = services.GetRequiredService<IOptionsMonitor<GlobusOptions>>();
        var name = registration.Name;
        return LoginClients.CreateConfidential(client, options, options.ClientId!, Secret, timeProvider, loggers);

        string Secret() => monitor.Get(name).ClientSecret ?? throw new InvalidOperationException(
            $"{registration.ConfigurationPath}:{nameof(GlobusOptions.ClientSecret)} is no longer set. Restart the program after turning a confidential client into a native one.");
    }

    public static GlobusOptions GetOptions(IServiceProvider services, string name) =>
        services.GetRequiredService<IOptionsMonitor<GlobusOptions>>().Get(name);

    public static Telemetry GetTelemetry(IServiceProvider services, string name) => services.GetRequiredKeyedService<Telemetry>(AppRegistration.KeyOf(name));

    public static GlobusAppContext CreateContext(IServiceProvider services, AppRegistration registration) =>
        CreateContext(services, registration.Name, GetOptions(services, registration.Name));

    // The application's own lock comes first, then that of a storage which other processes share.
    private static ITokenRenewalLock ChooseRenewalLock(IServiceProvider services, ITokenStorage storage)
    {
        var registered = services.GetRequiredService<ITokenRenewalLock>();
        return registered is InProcessTokenRenewalLock && storage is ITokenRenewalLock shared ? shared : registered;
    }

    private static GlobusAppContext CreateContext(IServiceProvider services, string name, GlobusOptions options) => new()
    {
        Name = name,
        AppName = options.AppName!,
        ClientId = options.ClientId!,
        Environment = options.Environment!,
        TokenNamespace = options.TokenNamespace!,
        TokenFilePath = options.TokenFilePath,
        TimeProvider = services.GetRequiredService<TimeProvider>(),
        LoggerFactory = services.GetRequiredService<ILoggerFactory>(),
    };

    /// <summary>The scopes that an app requires from the start.</summary>
    /// <exception cref="FormatException">One is malformed, or they cannot be asked for together; the validation says so before.</exception>
    public static ScopeRequirements CreateRequirements(GlobusOptions options, AppRegistration registration)
    {
        var scopes = new List<KeyValuePair<string, IEnumerable<string>>>();
        foreach (var service in ServiceDescription.All)
        {
            if (options.Services.Contains(service.ShortName, StringComparer.OrdinalIgnoreCase) && !options.ScopeRequirements.ContainsKey(service.ResourceServer))
            {
                scopes.Add(new(service.ResourceServer, service.DefaultScopes));
            }
        }

        scopes.AddRange(options.ScopeRequirements.Select(static entry => KeyValuePair.Create(entry.Key, (IEnumerable<string>)entry.Value)));
        scopes.AddRange(registration.AdditionalScopes);
        if (options.Kind == GlobusAppKind.User)
        {
            // Without it nobody could tell whose the tokens are.
            scopes.Add(new(GlobusResourceServers.Auth, [GlobusScopes.OpenId]));
        }

        return new ScopeRequirements(scopes);
    }
}
