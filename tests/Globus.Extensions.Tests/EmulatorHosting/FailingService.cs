using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Tests.EmulatorHosting;

internal sealed class FailingService : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => throw new NotSupportedException("I never start.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
