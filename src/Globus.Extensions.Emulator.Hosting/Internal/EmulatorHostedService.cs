using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Emulator.Hosting.Internal;

/// <summary>Runs the emulator from before the host's other services start until after they have stopped.</summary>
internal sealed partial class EmulatorHostedService(
    EmulatorInstance instance, IEnumerable<EmulatedApp> apps, IOptionsMonitor<GlobusOptions> options, ILoggerFactory loggerFactory) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await instance.StartAsync(UnknownClients(), cancellationToken).ConfigureAwait(false);
        Started(loggerFactory.CreateLogger("Globus.Extensions.Emulator"), instance.Running.BaseUrl);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken) => await instance.DisposeAsync().ConfigureAwait(false);

    // An app may be configured with the id and secret that it has at the real Globus: the emulator knows it, too.
    private IEnumerable<EmulatorClient> UnknownClients() => apps
        .Select(app => options.Get(app.Name))
        .Select(static app => new EmulatorClient
        {
            Id = Guid.Parse(app.ClientId!),
            Name = app.AppName!,
            Secret = app.ClientSecret,
            RedirectUris = app.LoginRedirectUri is null ? [] : [app.LoginRedirectUri],
        })
        .Where(client => instance.Seed.Clients.All(known => known.Id != client.Id))
        .DistinctBy(static client => client.Id);

    [LoggerMessage(2100, LogLevel.Information, "A local Globus runs at {Url}. Everybody who reaches it can sign in as anybody.", EventName = "EmulatorStarted")]
    private static partial void Started(ILogger logger, Uri url);
}
