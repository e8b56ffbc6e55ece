using Globus.Extensions.Authorizers;
using Globus.Extensions.Configuration.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Globus.Extensions.Tests.Configuration;

/// <summary>Containers and settings for tests, which see nothing of the machine's environment.</summary>
internal static class TestApps
{
    /// <summary>A native client of the emulator's default seed.</summary>
    public const string NativeClientId = "00000000-0000-4000-a000-00000000cafe";

    /// <summary>A service account of the emulator's default seed.</summary>
    public const string ServiceClientId = "00000000-0000-4000-a000-00000000beef";

    public const string ServiceClientSecret = "emulator-service-account-secret";

    public static IServiceCollection Services(params (string Name, string Value)[] variables) =>
        new ServiceCollection().AddSingleton<IEnvironmentVariables>(new StubEnvironment(variables));

    public static ServiceProvider Build(this IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    /// <summary>A configuration of lines such as <c>Globus:ClientId=…</c>.</summary>
    public static IConfigurationRoot Settings(params IEnumerable<string> lines) => new ConfigurationBuilder()
        .AddInMemoryCollection(Pairs(lines))
        .Build();

    /// <summary>A host with such a configuration.</summary>
    public static HostApplicationBuilder Host(params IEnumerable<string> lines)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(Pairs(lines));
        builder.Services.AddSingleton<IEnvironmentVariables>(new StubEnvironment());
        return builder;
    }

    /// <summary>An app that is not ours, with one token for everything.</summary>
    public static IGlobusApp Substitute(string token)
    {
        var app = NSubstitute.Substitute.For<IGlobusApp>();
#pragma warning disable CA2012 // The call is not made: it says which call is meant.
        app.GetAuthorizerAsync(string.Empty, CancellationToken.None).ReturnsForAnyArgs(_ => new ValueTask<IGlobusAuthorizer>(new AccessTokenAuthorizer(token)));
#pragma warning restore CA2012
        return app;
    }

    public static GlobusOptions Options(this IServiceProvider provider, string name = "") =>
        provider.GetRequiredService<IOptionsMonitor<GlobusOptions>>().Get(name);

    /// <summary>The options of the default app as a configuration and an environment give them.</summary>
    public static GlobusOptions Options(IEnumerable<string> lines, params (string Name, string Value)[] variables)
    {
        var services = Services(variables);
        services.AddGlobus(Settings([$"Globus:ClientId={NativeClientId}", .. lines]).GetSection("Globus"));
        using var provider = services.Build();
        return provider.Options();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(IEnumerable<string> lines) =>
        lines.Select(static line => KeyValuePair.Create(line[..line.IndexOf('=')], (string?)line[(line.IndexOf('=') + 1)..]));
}
