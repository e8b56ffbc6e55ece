using Globus.Extensions.LoginFlows;

namespace Globus.Extensions.LoginWorker;

/// <summary>A browser that opens, and in which nobody does anything.</summary>
internal sealed class IdleBrowserLauncher : IBrowserLauncher
{
    public string? UnavailableReason => null;

    public Task LaunchAsync(Uri address, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
