using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Emulator;
using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.DependencyInjection;

/// <summary>Tests with an emulator of their own.</summary>
public abstract class EmulatorTests : IAsyncLifetime
{
    protected const string Groups = "groups.api.globus.org";

    protected static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    protected GlobusEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await GlobusEmulator.StartAsync(cancellationToken: CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A container with a service account as the default app.</summary>
    protected ServiceProvider BuildClientApp(Action<GlobusBuilder> configure)
    {
        var services = TestApps.Services();
        configure(AddClientApp(services));
        return services.Build();
    }

    protected GlobusBuilder AddClientApp(IServiceCollection services) => services
        .AddGlobus(static options => (options.ClientId, options.ClientSecret) = (TestApps.ServiceClientId, TestApps.ServiceClientSecret))
        .UseEmulator(Emulator);

    /// <summary>How many requests reached a service below this path.</summary>
    protected int Arrived(string path) => Emulator.Requests.Count(request => request.Path.StartsWith(path, StringComparison.Ordinal));
}
