using Globus.Extensions;
using Globus.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers Globus apps in a host, with the settings of its configuration.</summary>
public static class GlobusHostApplicationBuilderExtensions
{
    private const string Section = "Globus";

    /// <summary>Registers the default app with the settings of the section <c>Globus</c>.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Services.AddGlobus(builder.Configuration.GetSection(Section));
    }

    /// <summary>Registers the default app with the settings of the section <c>Globus</c> and further ones by code.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="configure">Sets options over those of the configuration.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IHostApplicationBuilder builder, Action<GlobusOptions> configure)
    {
        builder.AddGlobus();
        return builder.Services.AddGlobus(configure);
    }

    /// <summary>Registers an app under a name with the settings of the section <c>Globus:{name}</c>.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="name">The name of the app.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IHostApplicationBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return builder.Services.AddGlobus(name, builder.Configuration.GetSection($"{Section}:{name}"));
    }

    /// <summary>Registers an app under a name with the settings of the section <c>Globus:{name}</c> and further ones by code.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="name">The name of the app.</param>
    /// <param name="configure">Sets options over those of the configuration.</param>
    /// <returns>A builder for the rest.</returns>
    public static GlobusBuilder AddGlobus(this IHostApplicationBuilder builder, string name, Action<GlobusOptions> configure)
    {
        builder.AddGlobus(name);
        return builder.Services.AddGlobus(name, configure);
    }
}
