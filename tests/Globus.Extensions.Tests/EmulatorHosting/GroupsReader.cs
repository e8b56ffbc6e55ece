using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Tests.EmulatorHosting;

/// <summary>A hosted service that needs its groups before the host has started.</summary>
internal sealed class GroupsReader(GroupsClient groups) : IHostedService
{
    public IReadOnlyList<string?> Names { get; private set; } = [];

    public async Task StartAsync(CancellationToken cancellationToken) =>
        Names = [.. (await groups.GetMyGroupsAsync(cancellationToken: cancellationToken)).Select(static group => group.Name)];

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
