using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>Leaves the process's signals alone: in-process they belong to the application, as a program to <c>Program</c>.</summary>
internal sealed class DetachedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
