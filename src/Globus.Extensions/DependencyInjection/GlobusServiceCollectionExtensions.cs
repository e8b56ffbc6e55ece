using Globus.Extensions;
using Globus.Extensions.DependencyInjection;
using Globus.Extensions.DependencyInjection.Internal;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Globus apps: an <see cref="IGlobusApp"/>, and the clients of the services that it may call.</summary>
public static class GlobusServiceCollectionExtensions
{
    /// <summary>Registers the default app; its <see cref="GlobusOptions"/> are configured elsewhere. Calling it again is harmless.</summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IServiceCollection services) => GlobusRegistration.Add(services, Options.Options.DefaultName);

    /// <summary>Registers the default app with the settings of a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section; its changes take effect where an option says so.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IServiceCollection services, IConfigurationSection section) =>
        services.AddGlobus().Bind(section);

    /// <summary>Registers the default app with settings by code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IServiceCollection services, Action<GlobusOptions> configure) =>
        services.AddGlobus().Configure(configure);

    /// <summary>Registers the default app with settings by code that needs other services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IServiceCollection services, Action<GlobusOptions, IServiceProvider> configure) =>
        services.AddGlobus().Configure(configure);

    /// <summary>Registers an app under a name, which is the key of its services (<c>[FromKeyedServices(name)]</c>) and the name of its options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the app.</param>
    /// <returns>A builder for the rest.</returns>
    /// <exception cref="ArgumentException">The name is empty, or <c>Globus</c>.</exception>
    public static GlobusBuilder AddGlobus(this IServiceCollection services, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return GlobusRegistration.Add(services, name);
    }

    /// <summary>Registers an app under a name with the settings of a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the app.</param>
    /// <param name="section">The section; its changes take effect where an option says so.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IServiceCollection services, string name, IConfigurationSection section) =>
        services.AddGlobus(name).Bind(section);

    /// <summary>Registers an app under a name with settings by code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IServiceCollection services, string name, Action<GlobusOptions> configure) =>
        services.AddGlobus(name).Configure(configure);

    /// <summary>Registers an app under a name with settings by code that needs other services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IServiceCollection services, string name, Action<GlobusOptions, IServiceProvider> configure) =>
        services.AddGlobus(name).Configure(configure);

    internal static GlobusBuilder Bind(this GlobusBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        GlobusRegistration.Find(builder.Services, builder.Name)!.ConfigurationPath = section.Path;
        builder.Services.AddOptions<GlobusOptions>(builder.Name).Bind(section);
        return builder;
    }

    private static GlobusBuilder Configure(this GlobusBuilder builder, Action<GlobusOptions> configure)
    {
        builder.Services.Configure(builder.Name, configure);
        return builder;
    }

    private static GlobusBuilder Configure(this GlobusBuilder builder, Action<GlobusOptions, IServiceProvider> configure)
    {
        builder.Services.AddOptions<GlobusOptions>(builder.Name).Configure(configure);
        return builder;
    }
}
