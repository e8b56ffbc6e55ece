using Globus.Extensions;
using Globus.Extensions.Configuration;
using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Emulator;
using Globus.Extensions.Emulator.Hosting;
using Globus.Extensions.Emulator.Hosting.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets an app work with a local Globus.</summary>
public static class GlobusEmulatorBuilderExtensions
{
    /// <summary>
    /// Starts a local Globus with the host and points the app at it. What the app's options leave out is chosen to fit: a client of the seed, the
    /// token storage <c>memory</c>, and for a person the login flow <c>emulator</c>. Several apps of a host share one emulator.
    /// </summary>
    /// <param name="builder">The app.</param>
    /// <param name="configure">Sets how it listens and behaves; where several apps do so, the first one counts.</param>
    /// <returns>The app's builder.</returns>
    /// <remarks>It refuses the host environment Production unless <see cref="EmulatorHostingOptions.AllowProduction"/> is set.</remarks>
    public static GlobusBuilder UseEmulator(this GlobusBuilder builder, Action<EmulatorHostingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(provider =>
        {
            var options = new EmulatorHostingOptions();
            configure?.Invoke(options);
            return new EmulatorInstance(options, provider.GetService<IHostEnvironment>());
        });
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EmulatorHostedService>());
        builder.ConfigureHttpClients(AddGuard).ConfigureOAuthHttpClient(AddGuard);
        return Connect(builder, static provider => provider.GetRequiredService<EmulatorInstance>());

        static void AddGuard(IHttpClientBuilder client) =>
            client.AddHttpMessageHandler(static provider => new EmulatorStartGuard(provider.GetRequiredService<EmulatorInstance>()));
    }

    /// <summary>Points the app at a local Globus that runs already, where no host starts or several containers share one.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="emulator">The emulator, which its owner stops.</param>
    /// <returns>The app's builder.</returns>
    public static GlobusBuilder UseEmulator(this GlobusBuilder builder, GlobusEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(emulator);
        var instance = new EmulatorInstance(emulator);
        return Connect(builder, _ => instance);
    }

    private static GlobusBuilder Connect(GlobusBuilder builder, Func<IServiceProvider, EmulatorInstance> instanceOf)
    {
        if (!builder.Services.Any(service => !service.IsKeyedService && service.ImplementationInstance is EmulatedApp app && app.Name == builder.Name))
        {
            builder.Services.AddSingleton(new EmulatedApp(builder.Name));
        }

        builder.Services.AddKeyedSingleton(builder.Name, (provider, _) => instanceOf(provider));

        // What is left out shows when all configuration has run, also that which is registered later; and it has to be filled in before the defaults are.
        var name = builder.Name;
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IPostConfigureOptions<GlobusOptions>>(provider => new PostConfigureOptions<GlobusOptions>(
            name, options => Point(options, provider.GetRequiredKeyedService<EmulatorInstance>(name)))));

        // One name for all apps, whose emulators may differ.
        return builder.AddLoginFlow(EmulatorLoginFlow.Name, static (provider, context, loginClient, settings) => new EmulatorLoginFlowManager(
            provider.GetRequiredKeyedService<EmulatorInstance>(context.Name), loginClient, settings));
    }

    private static void Point(GlobusOptions options, EmulatorInstance instance)
    {
        string[] services = [GlobusServices.Auth, GlobusServices.Groups, GlobusServices.Transfer];
        foreach (var service in services)
        {
            options.ServiceUrls[service] = instance.UrlOf(service).AbsoluteUri;
        }

        // A secret without an id is a mistake, for the validator to tell; it is not the secret of a client of the seed.
        if (options is { ClientId: null, ClientSecret: null } && instance.Seed.Clients.FirstOrDefault(client => client.Secret is null == options.Kind is not GlobusAppKind.Client) is { } client)
        {
            options.ClientId = client.Id.ToString("D");
            options.ClientSecret = client.Secret;
        }

        // Tokens of the real Globus have no business here, nor ours among them, should both share a storage.
        options.TokenNamespace ??= "EMULATOR";
        options.TokenStorage ??= "memory";
        if (options.LoginFlows.Count == 0 && (options.Kind ?? (options.ClientSecret is null ? GlobusAppKind.User : GlobusAppKind.Client)) == GlobusAppKind.User)
        {
            options.LoginFlows.Add(EmulatorLoginFlow.Name);
        }
    }
}
